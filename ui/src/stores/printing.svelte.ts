import { tick } from 'svelte';
import { shell } from '../ipc';
import { showError } from './writes';

/** Printing what is shown: the open sheet or drawer, else the place. */
class Printing {
  /** Whether what is only for paper is drawn: lists that show on the screen no more than fits there. */
  drawn = $state(false);

  /** Draws what is for paper, and opens the print dialog. */
  async start(): Promise<void> {
    this.drawn = true;
    await tick();
    await shell('print', {}).catch(showError);
  }

  /** Leaves off: somebody works on. Not when the dialog closes, since the pages are drawn after that. */
  end(): void {
    this.drawn = false;
  }
}

export const printing = new Printing();
