import type { Pair } from './steps';

/** Something marked in the article: where it begins, in code points, and how its tick is drawn. */
export type Marked = { start: number; family: string; trouble: boolean };

/** One line of the map: what stands in its part of the article. */
export type Tick = {
  /** Of the map's lines, from the top. */
  line: number;
  /** The family whose statement comes first there; none where only numbers are left. */
  family: string | null;
  /** Whether a finding concerns one of the statements. */
  trouble: boolean;
  /** Whether a number is not recorded yet. */
  left: boolean;
};

/** A map of an article in a number of lines; there are never more ticks than lines, however much is marked. */
export function ticks(length: number, lines: number, marked: Marked[], left: Pair[]): Tick[] {
  const map = new Map<number, Tick>();
  const at = (place: number): Tick => {
    const line = Math.min(lines - 1, Math.floor((place / Math.max(1, length)) * lines));
    let tick = map.get(line);
    if (!tick) {
      tick = { line, family: null, trouble: false, left: false };
      map.set(line, tick);
    }
    return tick;
  };
  for (const { start, family, trouble } of marked) {
    const tick = at(start);
    tick.family ??= family;
    tick.trouble ||= trouble;
  }
  for (const [start] of left) at(start).left = true;
  return [...map.values()].sort((a, b) => a.line - b.line);
}
