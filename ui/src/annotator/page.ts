import type { Text } from '../ipc/offsets';
import type { Span } from './steps';

/** How far beyond the view, in pixels, places are still measured to the line. */
const NEAR = 1_000;

/** The first of ordered things that holds, by its index; their number when none does. */
export function firstIndex(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The block that a place lies in, else the next one, else the last; by its index. */
export function blockAt(blocks: readonly Span[], place: number): number {
  const index = firstIndex(blocks.length, (at) => (blocks[at]?.end ?? 0) > place);
  return Math.min(index, blocks.length - 1);
}

/**
 * An article as it is drawn: where its words stand, and which words stand at a place. The children of `root` are its
 * blocks, in order. Nothing is remembered of what was measured, for blocks out of view have no lines yet.
 */
export class Page {
  constructor(
    readonly root: HTMLElement,
    readonly text: Text,
    readonly blocks: readonly Span[],
    private readonly elements: readonly HTMLElement[],
  ) {}

  block(index: number): HTMLElement | null {
    return this.elements[index] ?? null;
  }

  /** A range over a stretch of text; nothing when no block of it is drawn. */
  range(span: Span): Range | null {
    const from = this.point(blockAt(this.blocks, span.start), span.start);
    const last = firstIndex(this.blocks.length, (at) => (this.blocks[at]?.start ?? 0) >= span.end) - 1;
    const to = this.point(Math.max(last, blockAt(this.blocks, span.start)), span.end);
    if (!from || !to) return null;
    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
  }

  /** Where a stretch of text stands in the window; nothing when it is not drawn. */
  box(span: Span): DOMRect | null {
    return this.range(span)?.getBoundingClientRect?.() ?? null;
  }

  /** The stretch of text that a range covers. A range that leaves the article is cut at its ends. */
  spanOf(range: Range): Span | null {
    const first = this.placeOf(range.startContainer, range.startOffset);
    const last = this.placeOf(range.endContainer, range.endOffset);
    const start = first ?? this.edge(range, 'start');
    const end = last ?? this.edge(range, 'end');
    return start !== null && end !== null && end > start ? { start, end } : null;
  }

  /** The place at a height of the window: of its block, the part that lies above it. */
  placeAt(top: number): number {
    const index = this.blockBelow(top);
    const block = this.blocks[index];
    const box = this.block(index)?.getBoundingClientRect();
    if (!block || !box) return this.blocks.at(-1)?.end ?? 0;
    const part = box.height > 0 ? Math.min(Math.max((top - box.top) / box.height, 0), 1) : 0;
    return block.start + Math.floor(part * (block.end - block.start));
  }

  /** The height in the window at which a place stands, as far as can be told without laying its lines out. */
  topOf(place: number): number | undefined {
    const at = blockAt(this.blocks, place);
    const block = this.blocks[at];
    const box = this.block(at)?.getBoundingClientRect();
    if (!block || !box) return undefined;
    const part = (place - block.start) / Math.max(1, block.end - block.start);
    return box.top + box.height * Math.min(Math.max(part, 0), 1);
  }

  /** The first block that ends below a height of the window. */
  blockBelow(top: number): number {
    return firstIndex(
      this.blocks.length,
      (at) => (this.block(at)?.getBoundingClientRect().bottom ?? Infinity) > top,
    );
  }

  /**
   * The heights at which places stand, below `base`. Those near the view are measured; of the others it is the height
   * of their block that counts, for to ask for their lines would lay the whole article out.
   */
  tops(places: readonly number[], base: number, view: { top: number; bottom: number }): number[] {
    let index = -1;
    let box: DOMRect | null = null;
    return places.map((place) => {
      const at = blockAt(this.blocks, place);
      if (at !== index) {
        index = at;
        box = this.block(at)?.getBoundingClientRect() ?? null;
      }
      const block = this.blocks[at];
      if (!box || !block) return 0;
      const top = box.top - base;
      if (top < view.bottom + NEAR && top + box.height > view.top - NEAR) {
        const exact = this.box({ start: place, end: place + 1 });
        if (exact && (exact.height > 0 || exact.top !== 0)) return exact.top - base;
      }
      const part = (place - block.start) / Math.max(1, block.end - block.start);
      return top + box.height * Math.min(Math.max(part, 0), 1);
    });
  }

  /** Where in the drawn article a place is. */
  private point(index: number, place: number): { node: Node; offset: number } | null {
    const block = this.block(index);
    const span = this.blocks[index];
    if (!block || !span) return null;
    const { offsets } = this.text;
    let left = offsets.toUnits(Math.min(Math.max(place, span.start), span.end)) - offsets.toUnits(span.start);
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let last: Node | null = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.textContent?.length ?? 0;
      if (left <= length) return { node, offset: left };
      left -= length;
      last = node;
    }
    return last ? { node: last, offset: last.textContent?.length ?? 0 } : { node: block, offset: 0 };
  }

  /** The place of a point of the drawn article; nothing when it lies outside its blocks. */
  private placeOf(node: Node, offset: number): number | null {
    const element = node instanceof Element ? node : node.parentElement;
    const block = element?.closest<HTMLElement>('[data-start]');
    if (!block || !this.root.contains(block)) return null;
    const start = Number(block.dataset.start);
    const range = document.createRange();
    range.setStart(block, 0);
    range.setEnd(node, offset);
    const { offsets } = this.text;
    return offsets.toPoints(offsets.toUnits(start) + range.toString().length);
  }

  /** Where the first block that a range touches begins, or the last one ends. */
  private edge(range: Range, side: 'start' | 'end'): number | null {
    if (!range.intersectsNode(this.root)) return null;
    const touched = (block: Element) => range.intersectsNode(block);
    const { elements } = this;
    const index = side === 'start' ? elements.findIndex(touched) : elements.findLastIndex(touched);
    return this.blocks[index]?.[side] ?? null;
  }
}

/** The marks that a point of the article lies under, the innermost first; by their statement. */
export function marksAt(target: EventTarget | null): string[] {
  const found: string[] = [];
  let element = target instanceof Element ? target.closest<HTMLElement>('[data-mark]') : null;
  for (; element; element = element.parentElement?.closest<HTMLElement>('[data-mark]') ?? null) {
    if (element.dataset.mark) found.push(element.dataset.mark);
  }
  return found;
}

/** Paints spans without touching the drawn article; a web view that cannot is left as it is. */
export function paint(name: string, ranges: (Range | null)[]): void {
  if (typeof Highlight === 'undefined' || !CSS.highlights) return;
  const drawn = ranges.filter((range) => range !== null);
  if (drawn.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...drawn));
}
