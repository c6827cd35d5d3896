import { call, type Register, type SourceRow } from '../ipc';
import { onChanges, touches } from './changes';

/** Sources, speakers, events, places and words: everything that fields choose from. */
class RegisterStore {
  data = $state<Register>({ sources: [], speakers: [], events: [], places: [], words: [] });
  loaded = $state(false);

  constructor() {
    onChanges((changes) => {
      // Statements count too: the register says how many each entry has.
      if (touches(changes, 'sources', 'speakers', 'places', 'events', 'words', 'statements'))
        void this.load();
    });
  }

  async load(): Promise<void> {
    this.data = await call('register', {});
    this.loaded = true;
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
