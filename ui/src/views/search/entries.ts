import type { SearchHit } from '../../ipc';
import { LANGUAGES } from '../../locales';
import { CATALOGUE, type Command } from '../../stores/catalogue';
import { commands } from '../../stores/commands.svelte';
import { fit } from '../../stores/fuzzy';
import { keyCaps } from '../../stores/keys';

/** A line of the palette: a command, why it cannot be run just now if so, or something that was found. */
export type Entry = { key: string } & (
  { command: Command; hindrance: string | null; hit?: undefined } | { hit: SearchHit; command?: undefined }
);

/** Lines under one heading, called `search.group.NAME`. */
export type Group = { name: string; entries: Entry[] };

/** What a command answers to: its name in every language, and its keys as they are printed there. */
function names(command: Command): string[] {
  return LANGUAGES.flatMap((language) => [
    commands.label(command.name, language),
    ...commands.keysOf(command.name).map((chord) => keyCaps(chord, language)),
  ]);
}

/** The commands that fit what was typed, the best first; those that cannot be run are in a group of their own. */
function commandGroups(query: string): { can: Group[]; cannot: Group[] } {
  const found = CATALOGUE.filter(({ name }) => name !== 'palette')
    .map((command) => ({ command, cost: query === '' ? 0 : fit(query, names(command)) }))
    .filter((one): one is { command: Command; cost: number } => one.cost !== null)
    .sort((a, b) => a.cost - b.cost)
    .map(({ command }) => ({ key: command.name, command, hindrance: commands.hindrance(command) }));
  const can = found.filter((entry) => entry.hindrance === null);
  const lately = query === '' ? commands.recent : [];
  const recent = lately.flatMap((name) => can.filter((entry) => entry.key === name));
  return {
    can: [
      { name: 'recent', entries: recent },
      { name: 'commands', entries: can.filter((entry) => !recent.includes(entry)) },
    ],
    cannot: [{ name: 'notNow', entries: found.filter((entry) => entry.hindrance !== null) }],
  };
}

/** Everything that the palette lists, under its headings: what can be done, what was found, what cannot be done now. */
export function groups(query: string, hits: SearchHit[]): Group[] {
  const { can, cannot } = commandGroups(query);
  const found = (['article', 'statement', 'source'] as const).map((kind) => ({
    name: kind,
    entries: hits.filter((hit) => hit.kind === kind).map((hit) => ({ key: `${hit.kind} ${hit.id}`, hit })),
  }));
  return [...can, ...found, ...cannot].filter((group) => group.entries.length > 0);
}
