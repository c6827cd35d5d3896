import { tick } from 'svelte';
import { call, type ArticleView } from '../../ipc';
import { articles } from '../../stores/articles.svelte';
import { commands } from '../../stores/commands.svelte';
import { project } from '../../stores/project.svelte';
import { selection } from '../../stores/selection.svelte';
import { settings } from '../../stores/settings.svelte';
import { quotesOf } from '../compare/quotes';
import { compare, rowKeys } from '../compare/state.svelte';

/** The job, in order. */
export const STEPS = ['read', 'mark', 'compare', 'file'] as const;
export type Step = (typeof STEPS)[number];

/** The first steps through the sample project: each does its thing, and the strip says what to press there. */
class FirstSteps {
  private reading = $state<'read' | 'mark'>('read');

  get shown(): boolean {
    return project.sample && settings.data.first_steps;
  }

  /** The step that the window is at. */
  get at(): Step {
    if (selection.place === 'read') return this.reading;
    return selection.place === 'compare' ? 'compare' : 'file';
  }

  async go(step: Step): Promise<void> {
    if (step === 'compare') await toConflict();
    else if (step === 'file') selection.go('claims');
    else {
      this.reading = step;
      await this.toArticle(step === 'mark');
    }
  }

  /** Puts the strip away, for good. */
  async dismiss(): Promise<void> {
    await settings.set({ first_steps: false });
  }

  /** Opens an article in which a number is left to record; `marked` goes on to that number. */
  private async toArticle(marked: boolean): Promise<void> {
    const { rows } = await call('articles', { offset: 0, limit: 20 });
    for (const row of rows) {
      const view = await call('article', { id: row.id });
      if (!leavesSomething(view)) continue;
      await articles.read(row.id);
      selection.openArticle(row.id, { statementId: marked ? (view.statements.at(-1)?.id ?? null) : null });
      await tick();
      document.querySelector<HTMLElement>('main article')?.focus({ preventScroll: true });
      if (marked) await commands.run('nextNumber');
      return;
    }
    selection.go('read');
  }
}

/** Whether a number stands behind the last statement of an article. */
function leavesSomething({ statements, numbers }: ArticleView): boolean {
  const end = statements.at(-1)?.end ?? 0;
  return numbers.some(([start]) => start >= end);
}

/** Shows the quotes of the first row in conflict, with the focus in the first of those that part. */
async function toConflict(): Promise<void> {
  await compare.look();
  const board = compare.board;
  const index = board?.rows.findIndex((row) => row.verdict === 'conflict') ?? -1;
  const row = board?.rows[index];
  const key = board && rowKeys(board)[index];
  if (board && row && key) {
    const conflict = board.findings.find((finding) => finding.kind === 'conflict');
    const quotes = quotesOf(row).map(({ figure }) => figure.figure_id);
    compare.row = key;
    compare.shown = { row: key };
    compare.quote = Math.max(0, quotes.indexOf(conflict?.figures[0] ?? ''));
    compare.inPanel = true;
  }
  selection.go('compare');
}

export const firstSteps = new FirstSteps();
