/** Draws a timeline with Observable Plot. Only this file knows it; it is fetched when the first timeline is opened. */
import * as Plot from '@observablehq/plot';
import { apart, date, t } from '../../locales';
import { LANE, labelHeight, type Layout, type Mark } from './layout';

/** Every colour of a drawing by the name of its token: `ink`, `line`, `warn`, `family-state`. */
export type Palette = (token: string) => string;

/** In the window, the window's own colours, whichever theme is on. */
export const live: Palette = (token) => `var(--${token})`;

/** The strip of days above the lanes. */
export const AXIS = 26;

const STYLE = 'font-family: var(--sans); overflow: visible; background: none; max-width: none;';

function plot(layout: Layout, height: number, marks: Plot.Markish[]): SVGSVGElement {
  const drawn = Plot.plot({
    width: layout.width,
    height,
    margin: 0,
    style: STYLE,
    className: 'timeline-plot',
    x: { type: 'identity' },
    y: { type: 'identity' },
    color: { type: 'identity' },
    axis: null,
    marks,
  }) as SVGSVGElement;
  // The drawing as a whole has a name; what it is made of needs none.
  for (const group of drawn.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label');
  return drawn;
}

/** The days: they stay in sight while the lanes are scrolled. */
export function drawAxis(layout: Layout, colour: Palette): SVGSVGElement {
  const words = [
    ...layout.ticks.map(({ x, date: day }) => ({ x, text: date(day) })),
    ...(layout.undated === null ? [] : [{ x: layout.undated, text: t('timeline.undated') }]),
  ];
  return plot(layout, AXIS, [
    Plot.text(words, { x: 'x', y: () => AXIS / 2, text: 'text', fontSize: 12, fill: colour('ink-3') }),
    Plot.ruleY([AXIS - 1], { x1: 0, x2: layout.width, stroke: colour('line-strong') }),
  ]);
}

/** The lanes of the sources with their figures. */
export function drawLanes(layout: Layout, colour: Palette): SVGSVGElement {
  const { marks, lanes, left, right, width } = layout;
  const hue = ({ figure, family }: Mark) =>
    figure.standing === 'denial' || figure.standing === 'struck'
      ? colour('ink-3')
      : colour(family === 'none' ? 'ink-3' : `family-${family}`);
  const faded = ({ figure }: Mark) => (figure.standing === 'current' ? 1 : 0.6);
  const middle = (mark: Mark) => (mark.y1 + mark.y2) / 2;
  const at = { x1: 'x', x2: 'x', stroke: hue, strokeOpacity: faded } as const;
  const asserted = marks.filter(({ figure }) => figure.standing !== 'denial');
  const solid = (mark: Mark) => mark.figure.standing === 'current';
  const ranges = asserted.filter((mark) => !mark.point && !mark.openLow && !mark.openHigh);
  const open = asserted.filter((mark) => mark.openLow !== mark.openHigh);
  const points = asserted.filter((mark) => mark.point);
  const unknown = asserted.filter((mark) => mark.openLow && mark.openHigh);
  const bound = (mark: Mark) => (mark.openHigh ? mark.y2 : mark.y1);
  const struck = marks.filter(({ figure }) => figure.standing === 'struck');
  const denials = marks.filter(({ figure }) => figure.standing === 'denial');
  const gaps = lanes.flatMap(({ gap }) => (gap ? [gap] : []));

  return plot(layout, layout.height, [
    Plot.rect(gaps, {
      x1: left - 8,
      x2: right + 8,
      y1: ([from]) => from,
      y2: ([, to]) => to,
      fill: colour('warn-tint'),
    }),
    Plot.ruleX(layout.ticks, { x: 'x', y1: 0, y2: layout.height, stroke: colour('line') }),
    Plot.ruleY(lanes, { y: ({ top }) => top + LANE, x1: 0, x2: width, stroke: colour('line') }),
    Plot.text(lanes, {
      x: 12,
      y: ({ top }) => top + LANE / 2,
      text: 'tag',
      textAnchor: 'start',
      fontSize: 10,
      fontWeight: 600,
      fill: ({ family }) => colour(family === 'none' ? 'ink-3' : `family-${family}`),
    }),
    Plot.text(lanes, {
      x: 34,
      y: ({ top }) => top + LANE / 2,
      text: ({ name }) => apart(name),
      textAnchor: 'start',
      fontSize: 13,
      lineWidth: (left - 34 - 20) / 13,
      textOverflow: 'ellipsis',
      fill: colour('ink'),
    }),
    // A year or a month is as long as it is.
    Plot.link(
      marks.filter(({ until }) => until !== null),
      { ...at, x2: 'until', y1: middle, y2: middle, strokeDasharray: '1,3' },
    ),
    Plot.link(ranges.filter(solid), { ...at, y1: 'y1', y2: 'y2', strokeWidth: 6, strokeLinecap: 'butt' }),
    Plot.link(
      ranges.filter((mark) => !solid(mark)),
      { ...at, y1: 'y1', y2: 'y2', strokeWidth: 2.5 },
    ),
    Plot.link(open, {
      ...at,
      y1: bound,
      y2: (mark) => (mark.openHigh ? mark.y1 : mark.y2),
      strokeWidth: 1.5,
      strokeDasharray: '3,2',
      markerEnd: 'arrow',
    }),
    // Where an open range is bounded.
    Plot.link(open, {
      ...at,
      x1: ({ x }) => x - 5,
      x2: ({ x }) => x + 5,
      y1: bound,
      y2: bound,
      strokeWidth: (mark) => (solid(mark) ? 3 : 1.5),
    }),
    Plot.dot(points.filter(solid), { x: 'x', y: 'y1', r: 4.5, fill: hue }),
    Plot.dot(
      points.filter((mark) => !solid(mark)),
      { x: 'x', y: 'y1', r: 3.5, stroke: hue, strokeOpacity: faded },
    ),
    Plot.text(unknown, { x: 'x', y: middle, text: () => '?', fontSize: 13, fontWeight: 600, fill: hue }),
    Plot.dot(denials, { x: 'x', y: middle, symbol: 'times', r: 4.5, stroke: hue, strokeWidth: 1.5 }),
    Plot.link(struck, {
      x1: ({ x }) => x - 7,
      x2: ({ x }) => x + 7,
      y1: (mark) => middle(mark) + 6,
      y2: (mark) => middle(mark) - 6,
      stroke: colour('ink-2'),
      strokeWidth: 1.5,
    }),
    Plot.text(
      marks.filter(({ labelled }) => labelled),
      {
        x: ({ x }) => x + 11,
        y: labelHeight,
        text: ({ figure }) => figure.label,
        textAnchor: 'start',
        fontSize: 12,
        fontVariant: 'tabular-nums',
        fill: ({ figure }) =>
          colour(figure.conflict ? 'warn' : figure.standing === 'current' ? 'ink' : 'ink-3'),
        stroke: colour('surface'),
        strokeWidth: 3,
      },
    ),
  ]);
}
