/** A mark over words: code points, the end exclusive. */
export type Mark = { id: string; start: number; end: number };

/** A piece of text with the marks that lie over all of it, outermost first. */
export type Segment<M extends Mark> = { start: number; end: number; marks: M[] };

/**
 * Cuts the stretch from `start` to `end` wherever a mark begins or ends, so that marks may overlap in any way. `marks`
 * are in order of their start; the longer of two that begin together comes first in a segment.
 */
export function segments<M extends Mark>(start: number, end: number, marks: M[]): Segment<M>[] {
  const inside = marks.filter((mark) => mark.end > start && mark.start < end && mark.end > mark.start);
  const cuts = new Set([start, end]);
  for (const mark of inside) {
    if (mark.start > start) cuts.add(mark.start);
    if (mark.end < end) cuts.add(mark.end);
  }
  const places = [...cuts].sort((a, b) => a - b);
  const ordered = inside.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const result: Segment<M>[] = [];
  const open: M[] = [];
  let next = 0;
  for (let index = 0; index + 1 < places.length; index++) {
    const from = places[index] ?? start;
    const to = places[index + 1] ?? end;
    for (let mark = ordered[next]; mark && mark.start <= from; mark = ordered[++next]) open.push(mark);
    for (let at = open.length - 1; at >= 0; at--) if ((open[at]?.end ?? 0) <= from) open.splice(at, 1);
    if (to > from) result.push({ start: from, end: to, marks: [...open] });
  }
  return result;
}

/**
 * A lane for each mark, so that the lines under overlapping marks stand apart: the lowest lane that no mark it overlaps
 * has taken. `marks` are in order of their start.
 */
export function lanes(marks: Mark[]): Map<string, number> {
  const ends: number[] = [];
  const result = new Map<string, number>();
  for (const mark of marks) {
    let lane = ends.findIndex((end) => end <= mark.start);
    if (lane < 0) lane = ends.length;
    ends[lane] = mark.end;
    result.set(mark.id, lane);
  }
  return result;
}
