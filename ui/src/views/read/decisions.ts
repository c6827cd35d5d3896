import { tick } from 'svelte';
import type { StatementView } from '../../ipc';
import { selection } from '../../stores/selection.svelte';
import { showError, write } from '../../stores/writes';

/** The drafts of an article, and where the keys go once one of them is decided. */
type Deciding = {
  drafts: StatementView[];
  chosen: StatementView | undefined;
  /** What is scrolled: a draft is in view when its card is, at least in part. */
  scroller: HTMLElement | null;
  /** Gives a card the focus, or the article when no draft is left. */
  goTo: (statementId: string | null) => void;
};

/** Deletes a statement, and goes on to the one after it, else before it. */
export async function remove(
  statement: StatementView,
  statements: StatementView[],
  goTo: Deciding['goTo'],
): Promise<void> {
  const at = statements.indexOf(statement);
  const next = statements[at + 1] ?? statements[at - 1];
  try {
    await write('delete', { ids: [statement.id] });
    selection.statementId = null;
    await tick();
    goTo(next?.id ?? null);
  } catch (error) {
    showError(error);
  }
}

/** Accepts or dismisses drafts, and goes on to the next one. */
export async function decide(
  how: 'accept' | 'dismiss',
  decided: StatementView[],
  { drafts, goTo }: Pick<Deciding, 'drafts' | 'goTo'>,
): Promise<void> {
  const last = decided.at(-1);
  if (!last) return;
  const rest = drafts.filter((draft) => !decided.includes(draft));
  const next = rest.find((draft) => draft.start >= last.start) ?? rest[0];
  try {
    await write(how, { ids: decided.map((draft) => draft.id) });
    goTo(next?.id ?? null);
  } catch (error) {
    showError(error);
  }
}

/** The commands that decide: the chosen draft, or the first is chosen; and all that are in view. */
export function deciding({ drafts, chosen, scroller, goTo }: Deciding): Record<string, () => void> {
  const one = (how: 'accept' | 'dismiss') => () => {
    if (chosen?.status === 'draft') void decide(how, [chosen], { drafts, goTo });
    else if (drafts[0]) goTo(drafts[0].id);
  };
  const inView = () => {
    const frame = scroller?.getBoundingClientRect();
    return drafts.filter((draft) => {
      const box = document.getElementById(`card-${draft.id}`)?.getBoundingClientRect();
      return frame && box && box.bottom > frame.top && box.top < frame.bottom;
    });
  };
  return {
    accept: one('accept'),
    dismiss: one('dismiss'),
    acceptAll: () => void decide('accept', inView(), { drafts, goTo }),
  };
}
