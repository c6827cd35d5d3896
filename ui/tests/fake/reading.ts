import type { NumberReadingView } from '../../src/ipc';
import type { Text } from '../../src/ipc/offsets';

const words: Record<string, number> = {
  eighteen: 18,
  three: 3,
  two: 2,
  seven: 7,
  trois: 3,
  deux: 2,
  sept: 7,
};

const qualifiers: [RegExp, string][] = [
  [/(at least|au moins)\s$/i, 'at_least'],
  [/(more than|plus de|over)\s$/i, 'more_than'],
  [/(about|some|around|environ|near)\s$/i, 'about'],
  [/(up to|jusqu’à)\s$/i, 'up_to'],
  [/(fewer than|less than|moins de)\s$/i, 'less_than'],
  [/(nearly|almost|près de)\s$/i, 'nearly'],
];

const measures: [RegExp, string][] = [
  [/kill|dead|died|deaths|tué|mort|قتيل/i, 'killed'],
  [/injur|wounded|hurt|bless|جريح/i, 'injured'],
  [/missing|disparu/i, 'missing'],
  [/homes? .*destroyed|destroyed|détruit/i, 'destroyed'],
];

/** The bounds that a qualifier and a number mean. */
export function bounds(qualifier: string, point: string | null): { low: string | null; high: string | null } {
  if (point === null) return { low: null, high: null };
  const n = Number(point);
  const part = String(Math.round(n)).replace(/0+$/, '').length <= 2 ? 0.1 : 0.01;
  const all: Record<string, [number | null, number | null]> = {
    exact: [n, n],
    at_least: [n, null],
    more_than: [n + 1, null],
    at_most: [null, n],
    up_to: [null, n],
    less_than: [null, n - 1],
    nearly: [Math.floor(n * 0.9), n - 1],
    about: [Math.floor(n * (1 - part)), Math.ceil(n * (1 + part))],
  };
  const [low, high] = all[qualifier] ?? [null, null];
  return { low: low === null ? null : String(low), high: high === null ? null : String(high) };
}

/** Numbers of a text, much simpler than the core reads them. */
export function read(text: Text, start: number, end: number, places: string[]): NumberReadingView[] {
  const piece = text.slice(start, end);
  const base = text.offsets.toUnits(start);
  const found: NumberReadingView[] = [];
  const number = /\d{1,3}(?:[ \u00a0,.]\d{3})+|\d+|\b(?:eighteen|three|two|seven|trois|deux|sept)\b/gi;
  for (const match of piece.matchAll(number)) {
    const digits = match[0].replace(/[^\d]/g, '');
    const point = digits || String(words[match[0].toLowerCase()]);
    if (/^(19|20)\d\d$/.test(match[0]) || /(January|March|mars|janvier)\s$/.test(piece.slice(0, match.index)))
      continue;
    if (/^\s(January|March|mars|janvier)/.test(piece.slice(match.index + match[0].length))) continue;
    const before = piece.slice(0, match.index);
    const after = piece.slice(match.index, match.index + 60);
    const hit = qualifiers
      .map(([pattern, name]) => ({ name, words: pattern.exec(before)?.[0] }))
      .find((q) => q.words);
    const from = match.index - (hit?.words?.length ?? 0);
    const qualifier = hit?.name ?? 'exact';
    const group = /police|soldier|security|policiers/i.test(after)
      ? 'security_forces'
      : /children|enfants/i.test(after)
        ? 'children'
        : 'persons';
    found.push({
      start: text.offsets.toPoints(base + from),
      end: text.offsets.toPoints(base + match.index + match[0].length),
      text: piece.slice(from, match.index + match[0].length),
      qualifier,
      point,
      ...bounds(qualifier, point),
      vague: false,
      unit: 'count',
      measure: measures.find(([pattern]) => pattern.test(after))?.[1] ?? null,
      severity: null,
      group,
      place: places.find((place) => after.includes(place)) ?? null,
    });
  }
  return found;
}
