import type { BoardRow } from '../../ipc';
import { counts } from './board';

/** An interval of a strip: where it is drawn, which of its ends are open, and how it stands. */
export type Bar = {
  id: string;
  family: string;
  x1: number;
  x2: number;
  lane: number;
  openLow: boolean;
  openHigh: boolean;
  /** One number, drawn as a dot. */
  point: boolean;
  standing: 'current' | 'superseded' | 'struck';
};

/** The drawing of a row's figures on one scale, `lanes` deep; in a conflict, the gap between the figures furthest apart. */
export type Strip = { bars: Bar[]; lanes: number; gap: [x1: number, x2: number] | null };

/** Room kept at either side of the scale, where open ends run out; a bar is never narrower than `least`. */
const MARGIN = 14;
const LEAST = 6;
/** More would be too thin to tell apart. */
const MOST_LANES = 8;

/**
 * Lays out the asserted figures of a row, one scale for all, in lanes that do not touch. An open end runs to the edge. A
 * figure that is shown under another is not drawn again.
 */
export function strip(row: BoardRow, width: number): Strip {
  const figures = row.cells.flatMap((cell) =>
    cell.figures
      .filter((figure) => figure.stance === 'asserts' && figure.under === null)
      .map((figure) => ({ figure, family: cell.unattributed ? 'none' : cell.family })),
  );
  const ends = figures
    .flatMap(({ figure }) => [figure.low, figure.high])
    .flatMap((end) => (end === null ? [] : [Number(end)]));
  const least = Math.min(...ends);
  const span = Math.max(...ends) - least;
  const room = width - 2 * MARGIN;
  const place = (value: number) => (span > 0 ? MARGIN + ((value - least) / span) * room : width / 2);

  const bars: Bar[] = figures.map(({ figure, family }) => {
    const openLow = figure.low === null;
    const openHigh = figure.high === null;
    let x1 = openLow ? 0 : place(Number(figure.low));
    let x2 = openHigh ? width : place(Number(figure.high));
    if (x2 - x1 < LEAST) {
      const middle = (x1 + x2) / 2;
      x1 = middle - LEAST / 2;
      x2 = middle + LEAST / 2;
    }
    const standing =
      figure.standing === 'current' ? 'current' : figure.standing === 'superseded' ? 'superseded' : 'struck';
    return {
      id: figure.figure_id,
      family,
      x1,
      x2,
      lane: 0,
      openLow,
      openHigh,
      point: figure.low !== null && figure.low === figure.high,
      standing,
    };
  });
  const between = gapOf(row);
  const gap: Strip['gap'] = between && [place(between[0]), place(between[1])];
  return { bars, lanes: stack(bars), gap };
}

/** In a conflict, the values between the least high and the greatest low of what counts. */
export function gapOf(row: BoardRow): [from: number, to: number] | null {
  if (row.verdict !== 'conflict') return null;
  const now = row.cells.flatMap((cell) => cell.figures.filter(counts));
  const highs = now.flatMap(({ high }) => (high === null ? [] : [Number(high)]));
  const lows = now.flatMap(({ low }) => (low === null ? [] : [Number(low)]));
  const [leastHigh, greatestLow] = [Math.min(...highs), Math.max(...lows)];
  return leastHigh < greatestLow ? [leastHigh, greatestLow] : null;
}

/**
 * Puts each bar in the first lane where it touches nothing; answers how many lanes there are. Where all are taken, it goes
 * over the bar that ends first.
 */
function stack(bars: Bar[]): number {
  const lanes: number[] = [];
  const order = [...bars].sort(
    (a, b) => Number(a.standing !== 'current') - Number(b.standing !== 'current') || a.x1 - b.x1,
  );
  for (const bar of order) {
    const free = lanes.findIndex((end) => end + 2 <= bar.x1);
    if (free >= 0) bar.lane = free;
    else bar.lane = lanes.length < MOST_LANES ? lanes.length : lanes.indexOf(Math.min(...lanes));
    lanes[bar.lane] = bar.x2;
  }
  return Math.max(lanes.length, 1);
}
