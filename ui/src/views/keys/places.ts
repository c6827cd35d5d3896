import { t } from '../../locales';
import { CATALOGUE, isLetter } from '../../stores/catalogue';
import { commands } from '../../stores/commands.svelte';
import { FIXED } from '../../stores/fixed';
import { fit } from '../../stores/fuzzy';
import { keyCaps } from '../../stores/keys';
import { settings } from '../../stores/settings.svelte';

/** A line of the key help: what the keys do, and the keys, any of which does it. */
export type Line = { name: string; does: string; keys: string[] };

/** The keys of one place, under its name. */
export type Section = { place: string; title: string; lines: Line[] };

/** Every key by where it works, commands before what is fixed; with a query only what fits it. */
export function sections(query: string): Section[] {
  const lines = [
    ...CATALOGUE.map(({ name, place }) => ({
      name,
      place,
      does: commands.label(name),
      keys: commands.keysOf(name),
    })),
    ...FIXED.map(({ name, place, keys }) => ({
      name: `fixed ${name}`,
      place,
      does: t(`fixedKey.${name}`),
      keys,
    })),
  ]
    .map((line) => ({
      ...line,
      keys: line.keys.filter((chord) => settings.data.letter_keys || !isLetter(chord)),
    }))
    .filter(({ keys }) => keys.length > 0);
  const places = [...new Set(lines.map(({ place }) => place))];
  return places
    .map((place) => {
      const title = t(`keyPlace.${place}`);
      const shown = lines.filter(
        (line) =>
          line.place === place &&
          (query.trim() === '' ||
            fit(query, [line.does, title, ...line.keys.map((chord) => keyCaps(chord))]) !== null),
      );
      return { place, title, lines: shown };
    })
    .filter((section) => section.lines.length > 0);
}
