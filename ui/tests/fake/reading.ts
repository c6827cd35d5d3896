import type { AttributionOffer, NameOffer, NumberReadingView } from '../../src/ipc';
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
      counting: null,
      basis: null,
      stance: 'asserts',
      part_of: /(of whom|dont) $/.test(before.slice(0, before.length - (hit?.words?.length ?? 0)))
        ? found.length - 1
        : null,
    });
  }
  return found;
}

const bodies: [RegExp, string][] = [
  [/(?:Interior|Health) Ministry(?: of Varland)?|ministère de la Santé(?: du Varland)?/g, 'ministry'],
  [/United Nations|\bUN\b|\bONU\b/g, 'un'],
  [/dockers’ union|syndicat des dockers/g, 'union'],
];

/** Names of a text, those of some words first; a few are known. */
export function names(text: Text, start: number, end: number): NameOffer[] {
  const all = text.slice(0, text.length);
  const found: NameOffer[] = [];
  const add = (match: RegExpMatchArray, offer: Pick<NameOffer, 'bearer' | 'kind' | 'role'>) => {
    const from = text.offsets.toPoints(match.index ?? 0);
    found.push({ start: from, end: from + [...match[0]].length, name: match[0], ...offer });
  };
  for (const [pattern, kind] of bodies)
    for (const match of all.matchAll(pattern)) add(match, { bearer: 'body', kind, role: null });
  for (const match of all.matchAll(/Ilan Orbeck/g))
    add(match, { bearer: 'person', kind: null, role: 'spokesman' });
  const away = (offer: NameOffer) =>
    Math.max(0, offer.start - end, start - offer.end) + (offer.start < start || offer.end > end ? 5000 : 0);
  return found
    .sort((a, b) => away(a) - away(b))
    .filter((offer, at, list) => list.findIndex((other) => other.name === offer.name) === at);
}

/** Who says some words: the first body that they name, and the person. */
export function attribution(text: Text, start: number, end: number): AttributionOffer {
  const inside = names(text, start, end).filter((offer) => offer.start >= start && offer.end <= end);
  const body = inside.find((offer) => offer.bearer === 'body');
  const person = inside.find((offer) => offer.bearer === 'person');
  return {
    modality: body || person ? 'indirect' : null,
    speaker: person ? { name: person.name } : null,
    speaker_role: person?.role ?? null,
    source: body ? { name: body.name, kind: body.kind ?? undefined } : null,
    source_as_written: body?.name ?? null,
    via: [],
  };
}
