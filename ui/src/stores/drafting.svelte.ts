import { toast } from 'svelte-sonner';
import { call } from '../ipc';
import { number, t } from '../locales';
import { commands } from './commands.svelte';
import { announce, onChanges } from './changes';
import { project } from './project.svelte';
import { Work, wasStopped } from './work.svelte';
import { showError } from './writes';

/** So many articles are read in one go: what is done by hand meanwhile waits no longer than for these. */
const AT_ONCE = 20;

/** The reading of articles in the background. What is found in them becomes drafts, to be accepted or dismissed. */
class Drafting {
  readonly work = new Work();
  private waiting: { id: string; after?: string }[] = [];
  /** What was read since the reading began. */
  private found: { after?: string; articles: number; statements: number }[] = [];

  constructor() {
    // An import that is taken back takes its articles along, those that wait and those that are read.
    onChanges(({ operation, redo }) => {
      if (!operation || operation.id !== redo?.id) return;
      const stays = ({ after }: { after?: string }) => after !== operation.id;
      this.waiting = this.waiting.filter(stays);
      this.found = this.found.filter(stays);
    });
  }

  /**
   * Reads articles, after those that are being read already. Some may wait until others are done. What is read by itself after
   * an import names its operation: undo takes both back as one.
   */
  async read(ids: string[], after?: string): Promise<void> {
    const fresh = ids.filter((id) => !this.waiting.some((other) => other.id === id));
    this.waiting.push(...fresh.map((id) => ({ id, after })));
    if (this.work.running || project.readOnly) return;
    const here = project.info?.id;
    this.found = [];
    try {
      await this.work.run(async () => {
        while (this.waiting.length > 0 && project.info?.id === here) {
          const after = this.waiting[0]?.after;
          const until = this.waiting.findIndex((next) => next.after !== after);
          const some = this.waiting.splice(0, Math.min(AT_ONCE, until < 0 ? AT_ONCE : until));
          const drafted = await call('draft', { ids: some.map(({ id }) => id), ...(after && { after }) });
          announce(drafted.changes);
          this.found.push({ after, articles: some.length, statements: drafted.statements });
          const read = this.sum('articles');
          this.work.reached = { done: read, total: read + this.waiting.length };
          if (this.work.stopping) break;
        }
      });
    } catch (error) {
      showError(error);
    } finally {
      this.waiting = [];
    }
    const read = this.sum('articles');
    if (read > 0 && project.info?.id === here) this.tell(read, this.sum('statements'));
  }

  private sum(of: 'articles' | 'statements'): number {
    return this.found.reduce((sum, some) => sum + some[of], 0);
  }

  /** Reads every article of the project, as one operation that can be stopped. */
  async readAll(): Promise<void> {
    if (this.work.running || project.readOnly) return;
    try {
      const drafted = await this.work.follow('draft', { ids: [] });
      announce(drafted.changes);
      this.tell(project.info?.articles ?? 0, drafted.statements);
    } catch (error) {
      if (!wasStopped(error)) showError(error);
    }
  }

  private tell(read: number, statements: number): void {
    if (statements === 0) {
      toast(t('drafting.nothing', { count: read, n: number(read) }));
      return;
    }
    toast(t('drafting.found', { count: statements, n: number(statements) }), {
      action: { label: t('drafting.show'), onClick: () => void commands.run('nextStatement') },
    });
  }
}

export const drafting = new Drafting();
