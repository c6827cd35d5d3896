/** A timeline as a file of its own: everything that it needs to be read stands in it. */
import { AXIS, drawAxis, drawLanes, type Palette } from './draw';
import { layOut, type TimelineData } from './layout';

/** What stands above and below the drawing. */
export type Caption = { title: string; detail: string; legend: string; source: string };

const WIDTH = 1080;
const MARGIN = 24;
const FONTS = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', Arial, sans-serif";
/** No web view draws a picture that is longer; one that would be is drawn smaller. */
const LONGEST = 16_000;
const SVG = 'http://www.w3.org/2000/svg';

/** The colours of paper, whatever the window's theme is. */
function onPaper(): Palette {
  const probe = document.createElement('span');
  probe.style.colorScheme = 'light';
  probe.hidden = true;
  document.body.append(probe);
  const known = new Map<string, string>();
  const palette: Palette = (token) => {
    let colour = known.get(token);
    if (colour === undefined) {
      probe.style.color = `var(--${token})`;
      colour = getComputedStyle(probe).color;
      known.set(token, colour);
    }
    return colour;
  };
  // Read once, so that the probe can go.
  const families = [
    'state',
    'security',
    'health_rescue',
    'international',
    'civil_society',
    'media',
    'parties',
    'witnesses',
  ];
  const tokens = ['ink', 'ink-2', 'ink-3', 'line', 'line-strong', 'warn', 'warn-tint'];
  [...tokens, ...families.map((family) => `family-${family}`)].forEach(palette);
  known.set('surface', '#ffffff');
  probe.remove();
  return palette;
}

/** Words broken into lines that fit, about; a word that is longer than a line is cut. */
function lines(text: string, size: number): string[] {
  const most = Math.floor((WIDTH - 2 * MARGIN) / (size * 0.54));
  const out: string[] = [];
  for (const word of text.split(/\s+/).flatMap((one) => chunks(one, most))) {
    const last = out.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) out[out.length - 1] = `${last} ${word}`;
    else out.push(word);
  }
  return out;
}

function chunks(word: string, most: number): string[] {
  const points = Array.from(word);
  const count = Math.max(1, Math.ceil(points.length / most));
  return Array.from({ length: count }, (_, at) => points.slice(at * most, (at + 1) * most).join(''));
}

/** The timeline on white, with its title, its legend and where it is from. */
export function picture(data: TimelineData, caption: Caption): SVGSVGElement {
  const colour = onPaper();
  const svg = document.createElementNS(SVG, 'svg');
  const put = (name: string, attributes: Record<string, string | number>, text = '') => {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    element.textContent = text;
    svg.append(element);
  };
  let y = MARGIN;
  const write = (text: string, size: number, token: string, weight = 400) => {
    if (text === '') return;
    for (const line of lines(text, size)) {
      y += size;
      put('text', { x: MARGIN, y, 'font-size': size, 'font-weight': weight, fill: colour(token) }, line);
      y += size * 0.4;
    }
  };
  put('title', {}, caption.title);
  put('rect', { width: '100%', height: '100%', fill: '#ffffff' });
  write(caption.title, 20, 'ink', 600);
  write(caption.detail, 14, 'ink-2');
  y += 12;
  const layout = layOut(data, WIDTH - 2 * MARGIN);
  for (const [drawing, height] of [
    [drawAxis(layout, colour), AXIS],
    [drawLanes(layout, colour), layout.height],
  ] as const) {
    drawing.setAttribute('x', String(MARGIN));
    drawing.setAttribute('y', String(y));
    drawing.removeAttribute('style');
    svg.append(drawing);
    y += height;
  }
  y += 10;
  write(caption.legend, 12, 'ink-3');
  write(caption.source, 12, 'ink-2');
  y += MARGIN - 4;

  svg.setAttribute('width', String(WIDTH));
  svg.setAttribute('height', String(Math.ceil(y)));
  svg.setAttribute('viewBox', `0 0 ${WIDTH} ${Math.ceil(y)}`);
  svg.setAttribute('font-family', FONTS);
  svg.setAttribute('role', 'img');
  return svg;
}

/** The text of an SVG file. */
export function svgText(svg: SVGSVGElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;
}

/** The same as a PNG of twice the size, sharp on any screen and on paper. */
export async function png(svg: SVGSVGElement): Promise<Blob> {
  const [width, height] = [svg.width.baseVal.value, svg.height.baseVal.value];
  const scale = Math.min(2, LONGEST / height);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(svg))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('empty canvas'))), 'image/png'),
  );
}

/** Bytes as the shell takes them. */
export async function base64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
