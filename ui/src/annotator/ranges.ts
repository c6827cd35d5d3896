import type { Text } from '../ipc/offsets';
import type { Span } from './steps';

/** Blocks of a drawn article carry where they begin, in code points. */
const BLOCK = '[data-start]';

function blockOf(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>(BLOCK) ?? null;
}

/** The code point place of a point of the drawn article, or nothing when it lies outside its blocks. */
function pointsAt(text: Text, node: Node, offset: number): number | null {
  const block = blockOf(node);
  if (!block) return null;
  const range = document.createRange();
  range.setStart(block, 0);
  range.setEnd(node, offset);
  const start = Number(block.dataset.start);
  return text.offsets.toPoints(text.offsets.toUnits(start) + range.toString().length);
}

/** The stretch of text that a range of the drawn article covers. A range that leaves the article is cut at `root`. */
export function spanOf(root: HTMLElement, text: Text, range: Range): Span | null {
  const within = range.cloneRange();
  if (!root.contains(within.startContainer)) within.setStartBefore(root);
  if (!root.contains(within.endContainer)) within.setEndAfter(root);
  const blocks = [...root.querySelectorAll<HTMLElement>(BLOCK)].filter((block) =>
    within.intersectsNode(block),
  );
  const [first, last] = [blocks.at(0), blocks.at(-1)];
  if (!first || !last) return null;
  const start = pointsAt(text, within.startContainer, within.startOffset) ?? Number(first.dataset.start);
  const end = pointsAt(text, within.endContainer, within.endOffset) ?? Number(last.dataset.end);
  return end > start ? { start, end } : null;
}

/** The place of the drawn article where a code point stands. */
function locate(block: HTMLElement, units: number): { node: Node; offset: number } {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let left = units;
  let last: Node | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left <= length) return { node, offset: left };
    left -= length;
    last = node;
  }
  return last ? { node: last, offset: last.textContent?.length ?? 0 } : { node: block, offset: 0 };
}

/** A range over a stretch of text in the drawn article; nothing when no block of it is drawn. */
export function rangeOf(root: HTMLElement, text: Text, span: Span): Range | null {
  const blocks = [...root.querySelectorAll<HTMLElement>(BLOCK)];
  const first = blocks.find((block) => Number(block.dataset.end) > span.start);
  const last = blocks.findLast((block) => Number(block.dataset.start) < Math.max(span.end, span.start + 1));
  if (!first || !last) return null;
  const units = (block: HTMLElement, place: number) =>
    text.offsets.toUnits(Math.max(place, Number(block.dataset.start))) -
    text.offsets.toUnits(Number(block.dataset.start));
  const from = locate(first, units(first, span.start));
  const to = locate(last, units(last, Math.min(span.end, Number(last.dataset.end))));
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/** Paints spans without touching the drawn article; a web view that cannot is left as it is. */
export function paint(name: string, ranges: (Range | null)[]): void {
  if (typeof Highlight === 'undefined' || !CSS.highlights) return;
  const drawn = ranges.filter((range) => range !== null);
  if (drawn.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...drawn));
}
