import { call, shell, type ApiError, type ProjectInfo } from '../ipc';
import { onChanges } from './changes';

/** The open project, or none. */
class Project {
  info = $state<ProjectInfo | null>(null);
  /** The open project is the sample. */
  sample = $state(false);
  /** Why the project that was open can no longer be reached. */
  lost = $state<ApiError | null>(null);

  constructor() {
    onChanges((changes) => {
      if (!this.info) return;
      this.info.undo = changes.undo;
      this.info.redo = changes.redo;
      if (changes.project || changes.articles.length || changes.statements.length || changes.figures.length) {
        void this.refresh();
      }
    });
  }

  get readOnly(): boolean {
    return this.info?.read_only ?? false;
  }

  /** Takes up what the window was opened with, if anything. */
  async refresh(): Promise<void> {
    try {
      // Of the first project both are asked at once: nothing is drawn before.
      const sample = this.info ? undefined : shell('sample_shown', {});
      const [info, shown] = await Promise.all([call('project_info', {}), sample]);
      await this.take(info, shown);
    } catch (error) {
      const failed = error as ApiError;
      if (failed.code === 'no_project') this.info = null;
      else if (this.info) this.lost = failed;
    }
  }

  async open(path: string): Promise<void> {
    await this.take(await call('project_open', { path }));
  }

  async create(path: string): Promise<void> {
    await this.take(await call('project_create', { path }));
  }

  async openSample(): Promise<void> {
    await this.take(await shell('sample_open', {}));
  }

  /** Makes the sample anew. The file in which the one before is kept. */
  async restartSample(): Promise<string> {
    const before = await shell('sample_restart', {});
    await this.take(await call('project_info', {}));
    return before;
  }

  private async take(info: ProjectInfo, sample?: boolean): Promise<void> {
    if (info.id !== this.info?.id || info.path !== this.info.path) {
      this.sample = sample ?? (await shell('sample_shown', {}));
    }
    this.info = info;
    this.lost = null;
  }

  /** Asks which project, and opens it. False when the user thought better of it. */
  async chooseAndOpen(): Promise<boolean> {
    const path = await shell('choose_project_open', {});
    if (path === null) return false;
    await this.open(path);
    return true;
  }

  /** Asks where a new project is to stand, and makes it. False when the user thought better of it. */
  async chooseAndCreate(suggested: string): Promise<boolean> {
    const path = await shell('choose_project_new', { suggested });
    if (path === null) return false;
    await this.create(path);
    return true;
  }
}

export const project = new Project();
