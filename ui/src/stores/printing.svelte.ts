import { tick } from 'svelte';
import { shell } from '../ipc';
import { showError } from './writes';

/** The user's own day, as `2024-03-10`. */
function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Printing what is shown: the open sheet or drawer, else the place. */
class Printing {
  /** Whether what is only for paper is drawn: lists that show on the screen no more than fits there. */
  drawn = $state(false);
  /** The day that stands on the paper. */
  day = $state(today());

  /** Draws what is for paper, and opens the print dialog. */
  async start(): Promise<void> {
    this.drawn = true;
    this.day = today();
    await tick();
    await shell('print', {}).catch(showError);
  }

  /** Leaves off: somebody works on. Not when the dialog closes, since the pages are drawn after that. */
  end(): void {
    this.drawn = false;
  }
}

export const printing = new Printing();
