/** Colours as numbers: the window's tokens in each theme, what is painted over what, and how far two are apart. */
import css from '../src/styles/tokens.css?raw';

/** Red, green, blue and how opaque, each from 0 to 1. */
export type Colour = [red: number, green: number, blue: number, opaque: number];
type Triple = [number, number, number];

export const THEMES = ['light', 'dark', 'light-more', 'dark-more'] as const;
export type Theme = (typeof THEMES)[number];

/** The declarations of the rule with this selector. */
function rule(selector: string): [name: string, value: string][] {
  const begin = css.indexOf(`${selector} {`);
  if (begin < 0) throw new Error(`tokens.css has no ${selector}`);
  const body = css.slice(begin + selector.length + 2, css.indexOf('}', begin));
  return [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!]);
}

/** Every token that is a colour, as the theme has it. */
export function tokens(theme: Theme): Map<string, Colour> {
  const dark = theme.startsWith('dark');
  const declared = [...rule(':root'), ...(theme.endsWith('more') ? rule(":root[data-contrast='more']") : [])];
  const found = new Map<string, Colour>();
  for (const [name, value] of declared) {
    const pair = /^light-dark\((#\w+), (#\w+)\)$/.exec(value);
    if (pair) found.set(name, hex(dark ? pair[2]! : pair[1]!));
  }
  return found;
}

function hex(text: string): Colour {
  const [red, green, blue, opaque = 1] = [...text.matchAll(/[\da-f]{2}/gi)].map(
    ([two]) => parseInt(two, 16) / 255,
  );
  return [red!, green!, blue!, opaque];
}

/** What is seen where one colour is painted over another. */
export function over([r, g, b, opaque]: Colour, under: Colour): Colour {
  const mixed = [r, g, b].map((value, at) => value * opaque + under[at]! * (1 - opaque));
  return [mixed[0]!, mixed[1]!, mixed[2]!, 1];
}

const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const encoded = (value: number) => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);
const bounded = (value: number) => Math.min(1, Math.max(0, value));

function times(rows: Triple[], [x, y, z]: Triple): Triple {
  return rows.map(([a, b, c]) => a * x + b * y + c * z) as Triple;
}

const toLms: Triple[] = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const fromLms: Triple[] = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
];
const toLab: Triple[] = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const fromLab: Triple[] = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
];

/** `color-mix(in oklab, one SHARE, other)` of two opaque colours. */
export function mix(one: Colour, share: number, other: Colour): Colour {
  const lab = ([r, g, b]: Colour) =>
    times(toLab, times(toLms, [linear(r), linear(g), linear(b)]).map(Math.cbrt) as Triple);
  const [a, b] = [lab(one), lab(other)];
  const mixed = a.map((value, at) => value * share + b[at]! * (1 - share)) as Triple;
  const rgb = times(fromLms, times(fromLab, mixed).map((value) => value ** 3) as Triple);
  const [red, green, blue] = rgb.map((value) => encoded(bounded(value))) as Triple;
  return [red, green, blue, 1];
}

/** The contrast of two opaque colours by WCAG 2: 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const light = ([r, g, b]: Colour) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

/** How eyes see that lack a kind of cone altogether (Machado, Oliveira and Fernandes 2009, severity 1). */
const EYES: Record<string, Triple[]> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

export const eyes = Object.keys(EYES);

/** A colour as these eyes see it, in CIE L*a*b* (D65). */
export function seen([r, g, b]: Colour, by: string): Triple {
  const rgb = times(EYES[by]!, [linear(r), linear(g), linear(b)]).map(bounded) as Triple;
  const xyz = times(
    [
      [0.4124564, 0.3575761, 0.1804375],
      [0.2126729, 0.7151522, 0.072175],
      [0.0193339, 0.119192, 0.9503041],
    ],
    rgb,
  );
  const [x, y, z] = xyz.map((value, at) => {
    const part = value / [0.95047, 1, 1.08883][at]!;
    return part > 216 / 24389 ? Math.cbrt(part) : ((24389 / 27) * part + 16) / 116;
  }) as Triple;
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** The distance of two colours by CIEDE2000; about 2 is the least that is noticed side by side. */
export function distance([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const chroma = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 0.5 * (1 - Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7)));
  const [p1, p2] = [a1 * (1 + g), a2 * (1 + g)];
  const [c1, c2] = [Math.hypot(p1, b1), Math.hypot(p2, b2)];
  const hue = (a: number, b: number) => ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
  const [h1, h2] = [hue(p1, b1), hue(p2, b2)];
  const grey = c1 * c2 === 0;
  let turn = grey ? 0 : h2 - h1;
  if (turn > 180) turn -= 360;
  if (turn < -180) turn += 360;
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin(radians(turn) / 2);
  const [l, c] = [(l1 + l2) / 2, (c1 + c2) / 2];
  let h = grey || Math.abs(h1 - h2) <= 180 ? (h1 + h2) / (grey ? 1 : 2) : (h1 + h2 + 360) / 2;
  if (h >= 360) h -= 360;
  const t =
    1 -
    0.17 * Math.cos(radians(h - 30)) +
    0.24 * Math.cos(radians(2 * h)) +
    0.32 * Math.cos(radians(3 * h + 6)) -
    0.2 * Math.cos(radians(4 * h - 63));
  const sL = 1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2);
  const sC = 1 + 0.045 * c;
  const sH = 1 + 0.015 * c * t;
  const rotation =
    -2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7)) * Math.sin(radians(60 * Math.exp(-(((h - 275) / 25) ** 2))));
  const [dL, dC, dh] = [(l2 - l1) / sL, (c2 - c1) / sC, dH / sH];
  return Math.sqrt(dL ** 2 + dC ** 2 + dh ** 2 + rotation * dC * dh);
}
