import { describe, expect, it } from 'vitest';
import { lanes, segments } from '../src/annotator/segments';

const mark = (id: string, start: number, end: number) => ({ id, start, end });
const shown = (start: number, end: number, marks: ReturnType<typeof mark>[]) =>
  segments(start, end, marks).map((piece) => [piece.start, piece.end, piece.marks.map((m) => m.id).join('')]);

describe('segments', () => {
  it('is one piece without marks', () => {
    expect(shown(5, 9, [])).toEqual([[5, 9, '']]);
  });

  it('cuts where overlapping marks begin and end', () => {
    expect(shown(0, 10, [mark('a', 1, 6), mark('b', 4, 8)])).toEqual([
      [0, 1, ''],
      [1, 4, 'a'],
      [4, 6, 'ab'],
      [6, 8, 'b'],
      [8, 10, ''],
    ]);
  });

  it('puts the longer one outside', () => {
    expect(shown(0, 4, [mark('a', 0, 2), mark('b', 0, 4)])).toEqual([
      [0, 2, 'ba'],
      [2, 4, 'b'],
    ]);
  });

  it('takes the part of a mark that lies in the block', () => {
    expect(shown(10, 20, [mark('a', 5, 12), mark('b', 18, 30), mark('c', 0, 10)])).toEqual([
      [10, 12, 'a'],
      [12, 18, ''],
      [18, 20, 'b'],
    ]);
  });
});

describe('lanes', () => {
  it('keeps overlapping marks apart and uses a free lane again', () => {
    const got = lanes([
      mark('a', 0, 10),
      mark('b', 2, 4),
      mark('c', 4, 8),
      mark('d', 5, 12),
      mark('e', 12, 13),
    ]);
    expect(Object.fromEntries(got)).toEqual({ a: 0, b: 1, c: 1, d: 2, e: 0 });
  });
});
