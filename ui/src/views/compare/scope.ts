import type { Board, BoardRow } from '../../ipc';
import { date, t } from '../../locales';

/** What is counted as a number at a moment unless somebody says otherwise. */
const STANDING = new Set(['missing', 'detained', 'displaced', 'homeless', 'hospitalised', 'abducted']);

/** The counting that a measure has when nothing is said. */
export function usualCounting(measure: string | null): string {
  return measure !== null && STANDING.has(measure) ? 'standing' : 'total';
}

type Names = { places: Map<string, string>; periods: Map<string, Set<string>> };
const known = new WeakMap<Board, Names>();

function names(board: Board): Names {
  let found = known.get(board);
  if (found) return found;
  const paths = new Map<string, Set<string>>();
  const periods = new Map<string, Set<string>>();
  for (const row of board.rows) {
    if (row.place !== null) {
      const last = row.place.split(' > ').at(-1) ?? row.place;
      paths.set(last, (paths.get(last) ?? new Set()).add(row.place));
    }
    const event = row.event ?? '';
    periods.set(event, (periods.get(event) ?? new Set()).add(row.period ?? ''));
  }
  const places = new Map<string, string>();
  for (const [last, all] of paths) {
    for (const path of all) places.set(path, all.size === 1 ? last : path.split(' > ').reverse().join(', '));
  }
  found = { places, periods };
  known.set(board, found);
  return found;
}

/** A row's place by its own name; with what it lies in where two places of the board have that name. */
export function placeName(row: BoardRow, board: Board): string | null {
  return row.place === null ? null : (names(board).places.get(row.place) ?? row.place);
}

/** A period `start/end` in words, an open side `..`. */
export function periodWords(period: string): string {
  const [from, to] = period.split('/');
  if (from === undefined || to === undefined) return date(period);
  if (from === to) return date(from);
  if (from === '..') return to === '..' ? '' : t('finding.period.until', { to: date(to) });
  if (to === '..') return t('finding.period.since', { from: date(from) });
  return t('finding.period.between', { from: date(from), to: date(to) });
}

/**
 * What tells a row's counting and period, where they need telling: the counting when it is not the measure's usual
 * one, the period when it is of new figures or the rows of the event have several.
 */
export function whenWords(row: BoardRow, board: Board): string[] {
  const said: string[] = [];
  if (row.counting !== null && row.counting !== usualCounting(row.measure)) {
    said.push(t(`finding.counting.${row.counting}`));
  }
  const several = (names(board).periods.get(row.event ?? '')?.size ?? 0) > 1;
  if (row.period !== null && (several || row.counting === 'new')) said.push(periodWords(row.period));
  return said.filter((words) => words !== '');
}

/** Whether the board is of more than one event, so that a row or a sentence must say which. */
export function manyEvents(board: Board): boolean {
  return names(board).periods.size > 1;
}
