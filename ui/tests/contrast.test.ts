import { describe, expect, it } from 'vitest';
import {
  contrast,
  distance,
  eyes,
  mix,
  over,
  seen,
  THEMES,
  tokens,
  type Colour,
  type Theme,
} from './colours';

/** What words are written in, and what they are written on. */
const WORDS = ['--ink', '--ink-2', '--ink-3', '--accent', '--accent-strong', '--warn'];
const GROUNDS = ['--paper', '--surface', '--raised', '--sunken', '--chosen', '--warn-tint'];
/** Grounds behind words of an article and of search hits, always in plain ink. */
const MARKED = ['--found', '--found-current', '--cursor', '--cursor-number', '--selection'];
/** Lines that bound what is used, and the ring around what has the focus. */
const CONTROLS = ['--line-strong', '--focus', '--accent'];
const FAMILIES = [...tokens('light').keys()].filter((name) => name.startsWith('--family-'));

/** By theme: the least contrast of words, and of controls. */
const LEAST: Record<Theme, { words: number; controls: number }> = {
  light: { words: 4.5, controls: 3 },
  dark: { words: 4.5, controls: 3 },
  'light-more': { words: 7, controls: 4.5 },
  'dark-more': { words: 7, controls: 4.5 },
};

const styles = Object.entries(
  import.meta.glob<string>(['../src/**/*.svelte', '../src/**/*.css', '!**/tokens.css'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
).map(([path, text]) => ({ path, text }));

describe.each(THEMES)('the %s theme', (theme) => {
  const all = tokens(theme);
  const colour = (name: string): Colour => all.get(name)!;
  const least = LEAST[theme];
  const grounds = GROUNDS.flatMap((name) => [
    { name, ground: colour(name) },
    // Under the pointer.
    { name: `${name} hovered`, ground: over(colour('--hover'), colour(name)) },
  ]);

  function low(pairs: [string, Colour, Colour][], floor: number): string[] {
    return pairs
      .map(([name, one, other]) => ({ name, ratio: contrast(one, other) }))
      .filter(({ ratio }) => ratio < floor)
      .map(({ name, ratio }) => `${name}: ${ratio.toFixed(2)}`);
  }

  it('has words that stand out from everything they are written on', () => {
    const pairs = WORDS.flatMap((word) =>
      grounds.map(({ name, ground }): [string, Colour, Colour] => [
        `${word} on ${name}`,
        colour(word),
        ground,
      ]),
    );
    for (const ground of MARKED) pairs.push([`--ink on ${ground}`, colour('--ink'), colour(ground)]);
    for (const ground of ['--accent', '--accent-strong'])
      pairs.push([`--on-accent on ${ground}`, colour('--on-accent'), colour(ground)]);
    expect(low(pairs, least.words)).toEqual([]);
  });

  it('has lines and controls that stand out', () => {
    const lines = theme.endsWith('more') ? ['--line', ...CONTROLS] : CONTROLS;
    const pairs = lines.flatMap((line) =>
      ['--paper', '--surface', '--raised'].map((ground): [string, Colour, Colour] => [
        `${line} on ${ground}`,
        colour(line),
        colour(ground),
      ]),
    );
    expect(low(pairs, least.controls)).toEqual([]);
  });

  it('has families whose letters stand out, in their tags and in the text', () => {
    const pairs = FAMILIES.flatMap((family): [string, Colour, Colour][] => [
      // As FamilyTag draws them.
      [`${family} in its tag`, colour(family), mix(colour(family), 0.12, colour('--raised'))],
      // As ArticleText does.
      [`paper on ${family}`, colour('--paper'), colour(family)],
      [`${family} on --chosen`, colour(family), colour('--chosen')],
      [`${family} on --surface`, colour(family), colour('--surface')],
    ]);
    expect(low(pairs, least.words)).toEqual([]);
  });

  it.each(eyes)('has families that eyes of %s tell apart', (kind) => {
    const drawn = FAMILIES.map((name) => ({ name, as: seen(colour(name), kind) }));
    const near = drawn.flatMap((one, at) =>
      drawn
        .slice(at + 1)
        .map((other) => ({ pair: `${one.name} ${other.name}`, apart: distance(one.as, other.as) }))
        .filter(({ apart }) => apart < 9),
    );
    expect(near).toEqual([]);
  });
});

describe('colours', () => {
  it('are measured as the standards say', () => {
    expect(contrast([0, 0, 0, 1], [1, 1, 1, 1])).toBeCloseTo(21);
    // Three of the pairs that Sharma, Wu and Dalal published.
    expect(distance([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
    expect(distance([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 4);
    expect(distance([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514])).toBeCloseTo(0.9082, 4);
  });

  it('are those that are measured here, wherever words are written', () => {
    const known = new Set([...WORDS, ...MARKED, '--on-accent', '--family', '--paper', '--ink-off']);
    const unknown = styles.flatMap(({ path, text }) =>
      [...text.matchAll(/(?<![\w-])color: ([^;]+);/g)]
        .map(([, value]) => value!.trim())
        .filter((value) => !['inherit', 'transparent', 'currentColor', 'MarkText'].includes(value))
        .filter((value) => !known.has(/^var\((--[\w-]+)\)$/.exec(value)?.[1] ?? ''))
        .map((value) => `${path}: ${value}`),
    );
    expect(unknown).toEqual([]);
  });

  it('are tokens: none is written out elsewhere', () => {
    const written = styles.flatMap(({ path, text }) =>
      [...text.matchAll(/#[\da-f]{6}\b|light-dark\(/gi)].map(([found]) => `${path}: ${found}`),
    );
    expect(written).toEqual([]);
  });
});
