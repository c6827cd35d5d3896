import { describe, expect, it } from 'vitest';
import { layout, type Note } from '../src/annotator/margin';

const notes = (...pairs: [number, number][]): Note[] =>
  pairs.map(([wanted, height], index) => ({ id: String(index), wanted, height }));

function check(all: Note[], tops: Map<string, number>, gap: number): void {
  let free = 0;
  for (const note of all) {
    const top = tops.get(note.id);
    expect(top).toBeGreaterThanOrEqual(free - 1e-6);
    free = (top ?? 0) + note.height + gap;
  }
}

describe('the margin', () => {
  it('leaves notes that have room level with their marks', () => {
    expect([...layout(notes([10, 20], [100, 20]), 8).values()]).toEqual([10, 100]);
  });

  it('spreads notes that want one place around it', () => {
    expect([...layout(notes([100, 20], [100, 20]), 10).values()]).toEqual([85, 115]);
  });

  it('never goes above the page', () => {
    expect([...layout(notes([0, 50], [0, 50], [0, 50]), 10).values()]).toEqual([0, 60, 120]);
  });

  it('keeps the chosen one level and pushes the others', () => {
    const tops = layout(notes([100, 40], [110, 40], [120, 40]), 10, '1');
    expect([...tops.values()]).toEqual([60, 110, 160]);
  });

  it('lets the chosen one yield where there is no room above it', () => {
    expect([...layout(notes([0, 40], [10, 40]), 10, '1').values()]).toEqual([0, 50]);
  });

  it('never lets notes overlap, whatever they want', () => {
    let seed = 7;
    const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
    for (let round = 0; round < 200; round++) {
      const all = Array.from({ length: random(30) }, (_, index) => ({
        id: String(index),
        wanted: random(600),
        height: 20 + random(120),
      })).sort((a, b) => a.wanted - b.wanted);
      check(all, layout(all, 8), 8);
      const chosen = String(random(30));
      const tops = layout(all, 8, chosen);
      check(all, tops, 8);
    }
  });
});
