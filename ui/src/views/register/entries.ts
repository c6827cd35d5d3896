import type { Register } from '../../ipc';
import { collator, word } from '../../locales';
import { fold } from '../../stores/fold';

export type Tab = 'sources' | 'speakers' | 'places' | 'events' | 'words';
export const TABS: Tab[] = ['sources', 'speakers', 'places', 'events', 'words'];

/** An entry of the register as the list shows it. */
export type Entry = {
  id: string;
  name: string;
  /** Said beside the name, in small. */
  detail: string;
  aliases: string[];
  /** Of a source: its family. */
  family: string | null;
  /** How many statements or figures use it; `null` where it is not counted. */
  uses: number | null;
};

/** Words have no id: the vocabulary and the word are theirs. */
export const wordId = (vocabulary: string, value: string): string => `${vocabulary}\n${value}`;

/** The entries of a tab: by name, but for words, which keep the order of their vocabulary. */
export function entries(register: Register, tab: Tab): Entry[] {
  const { compare } = collator();
  const byName = (all: Entry[]) => all.sort((a, b) => compare(a.name, b.name));
  switch (tab) {
    case 'sources':
      return byName(
        register.sources.map(({ id, name, aliases, family, kind, statements }) => ({
          id,
          name,
          detail: word('source_kind', kind),
          aliases,
          family,
          uses: statements,
        })),
      );
    case 'speakers':
      return byName(
        register.speakers.map(({ id, name, aliases, roles, statements }) => ({
          id,
          name,
          detail: roles[0] ?? '',
          aliases,
          family: null,
          uses: statements,
        })),
      );
    case 'places':
      return byName(
        register.places.map(({ id, name, path, aliases }) => ({
          id,
          name,
          detail: path === name ? '' : path,
          aliases,
          family: null,
          uses: null,
        })),
      );
    case 'events':
      return byName(
        register.events.map(({ id, name, place, figures }) => ({
          id,
          name,
          detail: place ?? '',
          aliases: [],
          family: null,
          uses: figures,
        })),
      );
    case 'words':
      return register.words.map(({ vocabulary, word: value, aliases }) => ({
        id: wordId(vocabulary, value),
        name: word(vocabulary, value),
        detail: word('vocabulary', vocabulary),
        aliases: [value.replaceAll('_', ' '), ...aliases],
        family: null,
        uses: null,
      }));
  }
}

/** The entries of which a name, or what is said beside it, contains the words. */
export function matching(all: Entry[], words: string): Entry[] {
  const folded = fold(words);
  if (folded === '') return all;
  return all.filter((entry) =>
    [entry.name, entry.detail, ...entry.aliases].some((name) => fold(name).includes(folded)),
  );
}

/** The tab that an entry stands in. */
export function tabOf(register: Register, id: string): Tab | null {
  return TABS.find((tab) => entries(register, tab).some((entry) => entry.id === id)) ?? null;
}

/** A list as one cell: `; ` between items, a `;` inside written `\;`. */
export function joined(items: string[]): string {
  return items.map((item) => item.replace(/(\\*);/g, '$1$1\\;')).join('; ');
}
