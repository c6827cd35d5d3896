import type { Named, Register } from '../../ipc';
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
  /** What the list can be narrowed to: the kind of a source, the vocabulary of a word. */
  kind: string | null;
  /** The entry that it lies in. */
  parent: string | null;
};

/** An entry in its place in the tree. */
export type Line = Entry & {
  /** How many entries it lies in. */
  depth: number;
  /** It does not match: it is shown because one that lies in it does. */
  around: boolean;
};

/** Words have no id of their own: the vocabulary and the word are theirs. */
export const wordId = (vocabulary: string, value: string): string => `${vocabulary}\n${value}`;

const names = (aliases: Named[]): string[] => aliases.map((alias) => alias.name);

/** The entries of a tab: by name, but for words, which keep the order of their vocabulary. */
export function entries(register: Register, tab: Tab): Entry[] {
  const { compare } = collator();
  const byName = (all: Entry[]) => all.sort((a, b) => compare(a.name, b.name));
  const plain = { family: null, kind: null, parent: null };
  switch (tab) {
    case 'sources':
      return byName(
        register.sources.map(({ id, name, aliases, family, kind, parent_id }) => ({
          id,
          name,
          detail: word('source_kind', kind),
          aliases: names(aliases),
          family,
          kind,
          parent: parent_id,
        })),
      );
    case 'speakers':
      return byName(
        register.speakers.map(({ id, name, aliases, roles }) => ({
          ...plain,
          id,
          name,
          detail: roles[0] ?? '',
          aliases: names(aliases),
        })),
      );
    case 'places': {
      const ids = new Map(register.places.map((row) => [row.path, row.id]));
      return byName(
        register.places.map(({ id, name, aliases, parent }) => ({
          ...plain,
          id,
          name,
          detail: parent ?? '',
          aliases: names(aliases),
          parent: ids.get(parent ?? '') ?? null,
        })),
      );
    }
    case 'events': {
      const ids = new Map(register.events.map((row) => [row.name, row.id]));
      return byName(
        register.events.map(({ id, name, place, parent }) => ({
          ...plain,
          id,
          name,
          detail: place ?? '',
          aliases: [],
          parent: ids.get(parent ?? '') ?? null,
        })),
      );
    }
    case 'words':
      return register.words.map(({ vocabulary, word: value, parent, aliases }) => ({
        id: wordId(vocabulary, value),
        name: word(vocabulary, value),
        detail: word('vocabulary', vocabulary),
        aliases: [value.replaceAll('_', ' '), ...names(aliases)],
        family: null,
        kind: vocabulary,
        parent: parent === null ? null : wordId(vocabulary, parent),
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

/** The entries as a tree: each after the one it lies in. Of `all`, those of `wanted` and what they lie in. */
export function tree(all: Entry[], wanted: Entry[] = all): Line[] {
  const byId = new Map(all.map((entry) => [entry.id, entry]));
  const shown = new Set<string>();
  for (const entry of wanted) {
    let at: Entry | undefined = entry;
    while (at && !shown.has(at.id)) {
      shown.add(at.id);
      at = at.parent === null ? undefined : byId.get(at.parent);
    }
  }
  const inside = new Map<string | null, Entry[]>();
  for (const entry of all) {
    if (!shown.has(entry.id)) continue;
    const parent = entry.parent !== null && byId.has(entry.parent) ? entry.parent : null;
    const siblings = inside.get(parent);
    if (siblings) siblings.push(entry);
    else inside.set(parent, [entry]);
  }
  const meant = new Set(wanted.map((entry) => entry.id));
  const lines: Line[] = [];
  // A stack of its own: a chain of places may be longer than what calls can be nested.
  const waiting = (inside.get(null) ?? []).map((entry) => ({ entry, depth: 0 })).reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { entry, depth } = next;
    lines.push({ ...entry, depth, around: !meant.has(entry.id) });
    const below = inside.get(entry.id) ?? [];
    for (const child of below.toReversed()) waiting.push({ entry: child, depth: depth + 1 });
  }
  return lines;
}

/** Entries that may be the same as another: one of their names is one of the other's. By id. Words are never taken so. */
export function twins(all: Entry[]): Map<string, string[]> {
  const called = new Map<string, Entry[]>();
  for (const entry of all) {
    for (const name of new Set([entry.name, ...entry.aliases].map(fold))) {
      const same = called.get(name);
      if (same) same.push(entry);
      else called.set(name, [entry]);
    }
  }
  const found = new Map<string, Set<string>>();
  for (const same of called.values()) {
    for (const entry of same) {
      for (const other of same) {
        if (other === entry || apart(entry, other)) continue;
        found.set(entry.id, (found.get(entry.id) ?? new Set()).add(other.id));
      }
    }
  }
  return new Map([...found].map(([id, others]) => [id, [...others]]));
}

/** Two of one name that lie in two different entries are two: there is an Orlava in many a country. */
function apart(one: Entry, other: Entry): boolean {
  return one.parent !== null && other.parent !== null && one.parent !== other.parent;
}

/** The tab that an entry stands in. */
export function tabOf(register: Register, id: string): Tab | null {
  return TABS.find((tab) => entries(register, tab).some((entry) => entry.id === id)) ?? null;
}

/** A list as one cell: `; ` between items, a `;` inside written `\;`. */
export function joined(items: string[]): string {
  return items.map((item) => item.replace(/(\\*);/g, '$1$1\\;')).join('; ');
}
