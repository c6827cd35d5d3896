import type { Board, BoardCell, BoardFigure, BoardRow } from '../../ipc';
import { apart, date, list, number, range, t, valueInWords, word } from '../../locales';
import { ages, counts, daysBetween } from './board';
import { manyEvents, placeName, whenWords } from './scope';

/** What a row counts, as its line shows it: the measure first, then what narrows it. */
export type RowWords = { lead: string; rest: string[] };

/** `killed` · `security forces` · `Almaty` · `new`, each where it says something. */
export function rowWords(row: BoardRow, board: Board): RowWords {
  const rest: string[] = [];
  if (row.severity !== null) rest.push(word('severity', row.severity));
  if (row.group !== null && row.group !== 'persons') rest.push(word('group', row.group));
  const place = placeName(row, board);
  if (place !== null) rest.push(place);
  rest.push(...whenWords(row, board));
  if (manyEvents(board) && row.event !== null) rest.push(row.event);
  return { lead: row.measure === null ? t('compare.noMeasure') : word('measure', row.measure), rest };
}

/** The same on one line. */
export function rowTitle(row: BoardRow, board: Board): string {
  const { lead, rest } = rowWords(row, board);
  return [lead, ...rest].join(' · ');
}

/** From the lowest to the highest figure of a row; an arrow says that some figure is open beyond. */
export function spread(row: BoardRow): string {
  const { lowest, highest, open_below: below, open_above: above } = row;
  if (lowest === null && highest === null) return '';
  const unit =
    row.unit === 'count'
      ? ''
      : `\u00a0${row.unit === 'percent' ? '%' : (row.unit.split(':')[1] ?? word('unit', row.unit))}`;
  if (lowest === null || highest === null) return range(lowest, highest) + unit;
  const arrow = (open: boolean, sign: string) => (open ? sign : '');
  return `${arrow(below, '←\u00a0')}${range(lowest, highest)}${unit}${arrow(above, '\u00a0→')}`;
}

/** The distance between the figures in conflict: `61 apart · × 1.37`. */
export function gapWords(row: BoardRow): string {
  if (!row.gap) return '';
  const apart = t('compare.gap', { difference: number(row.gap.difference) });
  return row.gap.ratio === null ? apart : `${apart} · ×\u00a0${number(row.gap.ratio)}`;
}

/** The ages of a row's figures in words: `newest` and how far behind the board's day it is, `oldest`, and all of it. */
export type AgesWords = { newest: string; behind: string; oldest: string; whole: string };

/** None, where no figure that counts has a day. */
export function agesWords(row: BoardRow, day: string | null): AgesWords | null {
  const { oldest, newest } = ages(row);
  if (oldest === null || newest === null) return null;
  const [from, to] = [date(oldest.slice(0, 10)), date(newest.slice(0, 10))];
  const count = day === null ? 0 : Math.max(0, daysBetween(newest, day));
  const behind = count === 0 ? '' : t('compare.ages.before', { count, n: number(count) });
  const whole = t(count === 0 ? 'compare.ages.wholeToday' : 'compare.ages.whole', {
    newest: to,
    oldest: from,
    behind,
  });
  return { newest: to, behind, oldest: from === to ? '' : t('compare.ages.oldest', { day: from }), whole };
}

/** Sources that are named while there is room for their names. */
const NAMED = 2;
const TAGGED = 3;

/** Whose figures a line shows: two by name; of more, the first, then a tag for each other family, and how many are left. */
export function shownIssuers(from: BoardCell[]): { named: BoardCell[]; tagged: BoardCell[]; more: number } {
  if (from.length <= NAMED) return { named: from, tagged: [], more: 0 };
  const [first, ...rest] = from;
  const tagged = rest.filter(
    ({ family }, at) => family !== first?.family && rest.findIndex((one) => one.family === family) === at,
  );
  const shown = tagged.slice(0, TAGGED);
  return { named: from.slice(0, 1), tagged: shown, more: rest.length - shown.length };
}

/** How many figures are said one by one; of more, the rest are counted. */
const SAID = 6;

/** The strip of a row for those who do not see it: each figure with its source. */
export function stripWords(row: BoardRow): string {
  return figuresWords(
    row,
    row.cells.flatMap((cell) => cell.figures.filter(counts).map((figure) => ({ figure, cell }))),
  );
}

/** Figures of a row for those who do not see them: each with its source. */
export function figuresWords(row: BoardRow, figures: { figure: BoardFigure; cell: BoardCell }[]): string {
  if (figures.length === 0) return t('compare.strip.none');
  const said = figures.slice(0, SAID).map(({ figure, cell }) => {
    const amount = valueInWords({ ...figure, unit: row.unit });
    const words = [cell.source];
    if (figure.stance !== 'asserts') words.push(word('stance', figure.stance));
    else if (figure.standing !== 'current') words.push(t(`standing.${figure.standing}`));
    return `${amount} (${words.map(apart).join(', ')})`;
  });
  const rest = figures.length - said.length;
  if (rest > 0) said.push(t('finding.list.more', { count: rest }));
  return list(said);
}

/** A line of the board for those who do not see it. */
export function lineWords(row: BoardRow, board: Board, day: string | null, findings: number): string {
  const said = [`${t(`verdict.${row.verdict}`)}: ${rowTitle(row, board)}`, stripWords(row)];
  const age = agesWords(row, day);
  if (age) said.push(age.whole);
  if (findings > 0) said.push(t('compare.touched', { count: findings, n: number(findings) }));
  return said.join('. ');
}
