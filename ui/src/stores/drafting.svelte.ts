import { toast } from 'svelte-sonner';
import { call } from '../ipc';
import { number, t } from '../locales';
import { commands } from './commands.svelte';
import { announce } from './changes';
import { project } from './project.svelte';
import { Work, wasStopped } from './work.svelte';
import { showError } from './writes';

/** So many articles are read in one go: what is done by hand meanwhile waits no longer than for these. */
const AT_ONCE = 20;

/** The reading of articles in the background. What is found in them becomes drafts, to be accepted or dismissed. */
class Drafting {
  readonly work = new Work();
  private waiting: string[] = [];

  /** Reads articles, after those that are being read already. Some may wait until others are done. */
  async read(ids: string[]): Promise<void> {
    this.waiting.push(...ids.filter((id) => !this.waiting.includes(id)));
    if (this.work.running || project.readOnly) return;
    const here = project.info?.id;
    let [read, statements] = [0, 0];
    try {
      await this.work.run(async () => {
        while (this.waiting.length > 0 && project.info?.id === here) {
          const some = this.waiting.splice(0, AT_ONCE);
          const drafted = await call('draft', { ids: some });
          announce(drafted.changes);
          read += some.length;
          statements += drafted.statements;
          this.work.reached = { done: read, total: read + this.waiting.length };
          if (this.work.stopping) break;
        }
      });
    } catch (error) {
      showError(error);
    } finally {
      this.waiting = [];
    }
    if (read > 0 && project.info?.id === here) this.tell(read, statements);
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
