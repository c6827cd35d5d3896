/** What stands in the margin: where it would like to be, and how much room it takes. Pixels. */
export type Note = { id: string; wanted: number; height: number };

/** A run of notes that touch each other and are placed as one. */
type Run = { first: number; count: number; top: number; height: number; sum: number };

/**
 * Places notes beside their marks: in order, never overlapping, and together as near to the places they want as can be
 * (the least sum of squared distances). The chosen note, if any, stands exactly level with its mark; the others give way.
 *
 * Notes that would overlap are merged into runs, each placed at the mean of what its notes want, until no two runs
 * touch: one pass over the notes.
 */
export function layout(notes: Note[], gap: number, chosen: string | null = null): Map<string, number> {
  const pin = chosen === null ? -1 : notes.findIndex((note) => note.id === chosen);
  const tops = new Map<string, number>();
  if (pin < 0) {
    place(notes, gap, 0, Infinity, tops);
    return tops;
  }
  const pinned = notes[pin];
  if (!pinned) return tops;
  const before = notes.slice(0, pin);
  const room = before.reduce((sum, note) => sum + note.height + gap, 0);
  // Where the notes above leave it no room, the chosen one yields rather than pushing them off the page.
  const top = Math.max(pinned.wanted, room);
  place(before, gap, 0, top - gap, tops);
  tops.set(pinned.id, top);
  place(notes.slice(pin + 1), gap, top + pinned.height + gap, Infinity, tops);
  return tops;
}

function place(notes: Note[], gap: number, floor: number, ceiling: number, tops: Map<string, number>): void {
  const runs: Run[] = [];
  notes.forEach((note, index) => {
    // `sum` is of what each note wants less its own place in the run, so that the mean is where the run wants to be.
    let run: Run = { first: index, count: 1, top: 0, height: note.height, sum: note.wanted };
    settle(run, floor);
    for (let last = runs.at(-1); last && last.top + last.height + gap > run.top; last = runs.at(-1)) {
      runs.pop();
      run = {
        first: last.first,
        count: last.count + run.count,
        top: 0,
        height: last.height + gap + run.height,
        sum: last.sum + run.sum - run.count * (last.height + gap),
      };
      settle(run, floor);
    }
    runs.push(run);
  });
  // From the last one upwards nothing may cross the ceiling.
  let limit = ceiling;
  for (let index = runs.length - 1; index >= 0; index--) {
    const run = runs[index];
    if (!run) continue;
    run.top = Math.max(floor, Math.min(run.top, limit - run.height));
    limit = run.top - gap;
  }
  for (const run of runs) {
    let top = run.top;
    for (const note of notes.slice(run.first, run.first + run.count)) {
      tops.set(note.id, top);
      top += note.height + gap;
    }
  }
}

function settle(run: Run, floor: number): void {
  run.top = Math.max(floor, run.sum / run.count);
}
