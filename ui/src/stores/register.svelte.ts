import { call, type Named, type Register, type SourceRow } from '../ipc';
import { onChanges, touches } from './changes';
import { showError } from './writes';

const EMPTY: Register = { sources: [], speakers: [], events: [], places: [], words: [] };

/**
 * Sources, speakers, events, places and words: everything that fields choose from. It counts what every entry is used for,
 * which takes a while in a large project: it is fetched when it is first read, or before, by `ready`.
 */
class RegisterStore {
  loaded = $state(false);
  /** The events by name, which are there from the beginning. */
  eventNames = $state.raw<Named[]>([]);
  private held = $state<Register>(EMPTY);
  private coming: Promise<void> | null = null;
  private asking = 0;

  constructor() {
    onChanges((changes) => {
      if (touches(changes, 'events')) void this.begin().catch(showError);
      // Statements count too: the register says how many each entry has.
      if (!touches(changes, 'sources', 'speakers', 'places', 'events', 'words', 'statements')) return;
      void this.refresh().catch(showError);
    });
  }

  get data(): Register {
    void this.ready().catch(showError);
    return this.held;
  }

  /** Settles when everything is there, for what will soon be read. */
  ready(): Promise<void> {
    return this.coming ?? this.load();
  }

  /** Everything anew. */
  load(): Promise<void> {
    this.coming = this.fetch();
    return this.coming;
  }

  private async fetch(): Promise<void> {
    const asking = ++this.asking;
    try {
      const data = await call('register', {});
      if (asking !== this.asking) return;
      this.held = data;
      this.loaded = true;
    } catch (error) {
      // It is asked for again when it is next read.
      if (asking === this.asking) this.coming = null;
      throw error;
    }
  }

  /** Everything anew, where it was read at all. */
  async refresh(): Promise<void> {
    if (this.coming) await this.load();
  }

  /** What the window shows from the beginning. */
  async begin(): Promise<void> {
    this.eventNames = await call('events', {});
  }

  /** Forgets everything: another project is open. */
  reset(): void {
    this.asking++;
    this.coming = null;
    this.loaded = false;
    this.held = EMPTY;
    this.eventNames = [];
  }

  source(id: string | null | undefined): SourceRow | undefined {
    return id ? this.data.sources.find((row) => row.id === id) : undefined;
  }

  /** The words of an open vocabulary, the program's and the project's, in their order. */
  words(vocabulary: string): string[] {
    return this.data.words.filter((row) => row.vocabulary === vocabulary).map((row) => row.word);
  }
}

export const register = new RegisterStore();
