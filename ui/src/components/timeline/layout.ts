/** Where everything of a timeline stands, in pixels: worked out apart from the drawing of it. */

/** A figure as the timeline shows it. Bounds are numbers only to be drawn; the words show them as they are. */
export type TimelineFigure = {
  id: string;
  /** Key of the lane that it stands in. */
  lane: string;
  /** As given (`2022`, `2022-01-09`, a time); none: it stands apart, under no day. */
  time: string | null;
  low: number | null;
  high: number | null;
  /** `denial`: somebody's word against a figure. */
  standing: 'current' | 'folded' | 'superseded' | 'struck' | 'denial';
  conflict: boolean;
  /** Its value, as short as can be. */
  label: string;
  words: { source: string; day: string; figure: string; standing: string; quote: string };
  /** The language of the quote. */
  language: string | null;
};

/** A source with its family (`none` where nobody stands behind the words) and the family's two letters. */
export type TimelineLane = { key: string; name: string; family: string; tag: string };

export type TimelineData = {
  title: string;
  lanes: TimelineLane[];
  figures: TimelineFigure[];
  /** The values between which nobody in conflict stands. */
  gap: [from: number, to: number] | null;
};

/** A figure in its place. `y1` is its high end, `y2` the low one; a point has both alike. */
export type Mark = {
  figure: TimelineFigure;
  family: string;
  lane: number;
  x: number;
  y1: number;
  y2: number;
  point: boolean;
  openLow: boolean;
  openHigh: boolean;
  /** Where the year or the month that it was given as ends. */
  until: number | null;
  /** Whether its value can be written beside it without touching another. */
  labelled: boolean;
};

export type Tick = { x: number; date: string };

export type Layout = {
  width: number;
  height: number;
  /** Where the days begin, right of the names, and where they end. */
  left: number;
  right: number;
  /** Where those without a day stand; null when all have one. */
  undated: number | null;
  ticks: Tick[];
  marks: Mark[];
  /** In the order of walking: by lane, then from left to right. */
  lanes: (TimelineLane & { top: number; gap: [number, number] | null })[];
};

/** Of a lane, whatever the number of lanes: many are scrolled, never shrunk. */
export const LANE = 52;
const INSET = 12;
const DAY = 86_400_000;
const NARROWEST = 440;
const UNDATED = 110;
/** What a letter of a label takes, about. */
const LETTER = 6.6;

/** Lays out a timeline for a width; what is narrower than can be read is scrolled sideways. */
export function layOut(data: TimelineData, given: number): Layout {
  const width = Math.max(NARROWEST, given);
  const left = Math.round(Math.min(220, Math.max(128, width * 0.2)));
  const spans = new Map(data.figures.map((figure) => [figure, figure.time ? spanOf(figure.time) : null]));
  const dated = [...spans.values()].filter((span) => span !== null);
  const hasUndated = dated.length < data.figures.length;
  const right = width - 64 - (hasUndated && dated.length > 0 ? UNDATED : 0);
  const undated = !hasUndated ? null : dated.length > 0 ? right + 56 : (left + right) / 2;

  const [from, to] = padded(dated);
  const across = (time: number) => left + ((time - from) / (to - from)) * (right - left);
  const values = data.figures.flatMap(({ low, high }) => [low, high]).filter((value) => value !== null);
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const up = (value: number) =>
    greatest > least ? ((greatest - value) / (greatest - least)) * (LANE - 2 * INSET) + INSET : LANE / 2;

  const lanes = data.lanes.map((lane, at) => {
    const top = at * LANE;
    const gap: [number, number] | null = data.gap ? [top + up(data.gap[1]), top + up(data.gap[0])] : null;
    return { ...lane, top, gap };
  });
  const places = new Map(lanes.map((lane, at) => [lane.key, at]));
  const marks = data.figures.flatMap((figure): Mark[] => {
    const lane = places.get(figure.lane);
    if (lane === undefined) return [];
    const { low, high } = figure;
    const span = spans.get(figure) ?? null;
    const top = lane * LANE;
    const unknown = low === null && high === null;
    return [
      {
        figure,
        family: lanes[lane]?.family ?? 'none',
        lane,
        x: span ? across(span[0]) : (undated ?? right),
        y1: top + (unknown ? LANE / 2 : high === null ? 3 : up(high)),
        y2: top + (unknown ? LANE / 2 : low === null ? LANE - 3 : up(low)),
        point: low !== null && low === high,
        openLow: low === null,
        openHigh: high === null,
        until: span && span[1] - span[0] > DAY ? across(span[1]) : null,
        labelled: false,
      },
    ];
  });
  marks.sort((a, b) => a.lane - b.lane || a.x - b.x);
  apart(marks);
  label(marks, width);
  const ticks = dated.length > 0 ? ticksOf(from, to, (right - left) / 100, across) : [];
  return { width, height: lanes.length * LANE, left, right, undated, ticks, marks, lanes };
}

/** When a date as given begins and ends, in milliseconds. */
function spanOf(time: string): [from: number, to: number] | null {
  const from = Date.parse(time);
  if (Number.isNaN(from)) return null;
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(time) ?? [];
  if (day !== undefined) return [from, from];
  if (month !== undefined) return [from, Date.UTC(Number(year), Number(month), 1)];
  return [from, Date.UTC(Number(year) + 1, 0, 1)];
}

/** The days to show, with room at either side. */
function padded(spans: [number, number][]): [from: number, to: number] {
  if (spans.length === 0) return [0, DAY];
  const from = spans.reduce((least, [one]) => Math.min(least, one), Infinity);
  const to = spans.reduce((most, [, one]) => Math.max(most, one), -Infinity);
  const room = Math.max((to - from) * 0.05, DAY / 2);
  return [from - room, to + room];
}

/** Moves marks of a lane that would lie on one another a little aside. */
function apart(marks: Mark[]): void {
  marks.forEach((mark, at) => {
    for (let before = at - 1; before >= 0; before--) {
      const other = marks[before];
      if (!other || other.lane !== mark.lane || mark.x - other.x >= 10) break;
      if (mark.y1 - 6 < other.y2 + 6 && other.y1 - 6 < mark.y2 + 6) mark.x = other.x + 10;
    }
  });
}

/** The height at which a mark's value is written. */
export function labelHeight(mark: Mark): number {
  const top = mark.lane * LANE;
  const open = mark.openHigh ? mark.y2 : mark.openLow ? mark.y1 : (mark.y1 + mark.y2) / 2;
  return Math.min(Math.max(open, top + 9), top + LANE - 9);
}

/** Chooses whose values are written: those in conflict first, then those that count; never one over another. */
function label(marks: Mark[], width: number): void {
  const rank = ({ figure }: Mark) => (figure.conflict ? 0 : figure.standing === 'current' ? 1 : 2);
  const taken = new Map<number, [left: number, right: number, y: number][]>();
  const box = (mark: Mark): [number, number, number] => [
    mark.x + 8,
    mark.x + 14 + [...mark.figure.label].length * LETTER,
    labelHeight(mark),
  ];
  for (const mark of [...marks].sort((a, b) => rank(a) - rank(b))) {
    const [start, end, y] = box(mark);
    const others = taken.get(mark.lane) ?? [];
    const hits = others.some(([l, r, at]) => start < r && l < end && Math.abs(at - y) < 13);
    const covers = marks.some(
      (other) =>
        other !== mark &&
        other.lane === mark.lane &&
        other.x > mark.x &&
        other.x - 6 < end &&
        other.y1 - 8 < y &&
        y < other.y2 + 8,
    );
    if (hits || covers || end > width) continue;
    mark.labelled = true;
    taken.set(mark.lane, [...others, [start, end, y]]);
  }
}

const iso = (time: number) => new Date(time).toISOString();

/** Days, months or years to mark, at most so many. */
function ticksOf(from: number, to: number, most: number, across: (time: number) => number): Tick[] {
  const days = (to - from) / DAY;
  const step = [1, 2, 5, 10].find((count) => days / count <= most);
  const found: Tick[] = [];
  const add = (time: number, length: number) => {
    if (time >= from && time <= to) found.push({ x: across(time), date: iso(time).slice(0, length) });
  };
  if (step !== undefined) {
    for (let day = Math.ceil(from / DAY); day * DAY <= to; day += step) add(day * DAY, 10);
    return found;
  }
  const months = [1, 2, 3, 6].find((count) => days / (count * 30.5) <= most);
  const first = new Date(from).getUTCFullYear();
  const last = new Date(to).getUTCFullYear();
  if (months !== undefined) {
    for (let month = 0; month < (last - first + 1) * 12; month += months) add(Date.UTC(first, month, 1), 7);
    return found;
  }
  const years = [1, 2, 5, 10, 20, 50, 100].find((count) => (last - first + 1) / count <= most) ?? 200;
  for (let year = Math.ceil(first / years) * years; year <= last; year += years) add(Date.UTC(year, 0, 1), 4);
  return found;
}
