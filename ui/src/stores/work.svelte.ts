import { ApiError, call, listen, shell, type CommandName, type Params, type Reply } from '../ipc';

/** How far long work is, of how much. */
type Reached = { done: number; total: number };

/**
 * Work that may take long: how far it is, and a way to stop it. One at a time; its bar stands where it was begun, and the
 * window can be used meanwhile.
 */
export class Work {
  running = $state(false);
  reached = $state.raw<Reached | null>(null);
  stopping = $state(false);
  private task = '';

  /** Asks the core, and follows what it does. Fails with the core's error, `stopped` when it was stopped. */
  async follow<N extends CommandName>(name: N, params: Params<N>): Promise<Reply<N>> {
    return this.run((task) => call(name, params, task));
  }

  /** Does what asks the core under the task it is given. */
  async run<T>(ask: (task: string) => Promise<T>): Promise<T> {
    const task = crypto.randomUUID();
    this.task = task;
    this.running = true;
    this.stopping = false;
    this.reached = null;
    const hearing = listen('progress', (told) => {
      if (told.task === task) this.reached = { done: told.done, total: told.total };
    });
    try {
      return await ask(task);
    } finally {
      void hearing.then((end) => end());
      this.running = false;
      this.reached = null;
    }
  }

  stop(): void {
    if (!this.running || this.stopping) return;
    this.stopping = true;
    void shell('stop', { task: this.task });
  }
}

/** Whether work ended because it was stopped, and not because something went wrong. */
export function wasStopped(error: unknown): boolean {
  return ApiError.from(error).code === 'stopped';
}
