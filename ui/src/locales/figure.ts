import { date, number } from './format';
import { has, t, word } from './words.svelte';

/** What is shown of a figure's value. */
export type Value = {
  qualifier: string;
  point: string | null;
  low: string | null;
  high: string | null;
  vague: boolean;
  unit: string;
  figure_text?: string | null;
};

/** A code point's unit part: `money:USD` is money in USD. */
function unitCode(unit: string): string | null {
  const at = unit.indexOf(':');
  return at < 0 ? null : unit.slice(at + 1);
}

/** A figure's value in signs: `≥ 18`, `≈ 1 000`, `20–30`; a vague one in its own words, with what they stand for. */
export function value(figure: Value): string {
  const sign = t(`qualifierSign.${figure.qualifier}`);
  const put = (shown: string) => (sign === '' ? shown : `${sign}\u00a0${shown}`);
  const code = unitCode(figure.unit);
  const kind = figure.unit.split(':')[0] ?? 'count';
  const tail = code ? `\u00a0${code}` : kind === 'percent' ? '\u00a0%' : '';
  if (figure.point !== null) return put(number(figure.point)) + tail;
  const bounds = range(figure.low, figure.high) + tail;
  return figure.vague && figure.figure_text ? `${figure.figure_text} (${bounds})` : bounds;
}

/** Bounds in signs: `18–19`, `≥ 18`, `≤ 99`, `?` when both are open. */
export function range(low: string | null, high: string | null): string {
  if (low !== null && high !== null) return low === high ? number(low) : `${number(low)}–${number(high)}`;
  if (low !== null) return `≥\u00a0${number(low)}`;
  if (high !== null) return `≤\u00a0${number(high)}`;
  return '?';
}

/** The value in words for those who hear the window: `at least 18`. */
export function valueInWords(figure: Value): string {
  if (figure.point === null) return value(figure);
  return t(`qualifier.${figure.qualifier}`, { point: number(figure.point) });
}

/** Why a draft was read as it was: `“said” …`. */
export function ruleWords(rule: { code: string; words: string; kind: string | null }): string {
  const { code, words, kind } = rule;
  return t(`rule.${code}`, { words, kind: kind === null ? '' : word('source_kind', kind) });
}

/** What the figure counts: `killed · security forces`. */
export function counted(figure: {
  measure: string | null;
  severity?: string | null;
  group: string | null;
}): string {
  const words = [
    figure.measure && word('measure', figure.measure),
    figure.severity && word('severity', figure.severity),
    figure.group && word('group', figure.group),
  ];
  return words.filter((part) => part).join(' · ');
}

/** A date range as a field shows it. */
export function period(start: string | null, end: string | null): string {
  if (start !== null && end !== null) return start === end ? date(start) : `${date(start)} – ${date(end)}`;
  if (start !== null) return t('scope.since', { date: date(start) });
  if (end !== null) return t('scope.until', { date: date(end) });
  return '';
}

/** An error or a note in words. Numbers and dates among the parameters are shown as the language does. */
export function worded(
  kind: 'error' | 'note' | 'problem',
  code: string,
  params: Record<string, unknown> = {},
): string {
  // What is refused of a claim has its own words, for files of claims are refused line by line too.
  const key =
    kind === 'error' && !has(`error.${code}`) && has(`refusal.${code}`)
      ? `refusal.${code}`
      : `${kind}.${code}`;
  const shown: Record<string, unknown> = {};
  for (const [name, param] of Object.entries(params)) {
    shown[name] = typeof param === 'number' ? number(param) : param;
    if (name === 'count') shown[name] = param;
  }
  if (has(key) || has(`${key}_other`)) return t(key, shown);
  return t(`${kind}.other`, { code });
}
