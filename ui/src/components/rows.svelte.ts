/** A height of the 4 px grid, in pixels at the reader's text size. */
export function inPixels(rem: number): number {
  return rem * (parseFloat(getComputedStyle(document.documentElement).fontSize) || 16);
}

type Asked = {
  count: number;
  /** Of every row, in pixels. */
  height: number;
  /** Of what stands still at the top of the scrolled element. */
  header: number;
  /** The row in focus: it stays drawn wherever the scrolling goes, so that the focus is never lost. */
  keep: number;
};

/** A row that is drawn: which, and where in the scrolled element. */
export type DrawnRow = { index: number; key: number; start: number; size: number };

/** Rows drawn beyond either end of what is in sight. */
const BEYOND = 8;
/**
 * The height that an element is given at most, in pixels. WebKit draws none higher than 33 million, at any zoom; a million
 * rows of large text are higher. Where they are, the scroll bar stands for more than itself.
 */
const HIGHEST = 16_000_000;

/**
 * Rows of one height of which only those in sight are drawn. `asked` is read again whenever what it reads changes. To be
 * made while a component is set up.
 */
export class Rows {
  items = $derived.by(() => this.drawn());
  private scroller = $state.raw<HTMLElement | null>(null);
  private room = $state(0);
  private top = $state(0);
  private readonly asked: () => Asked;

  constructor(asked: () => Asked) {
    this.asked = asked;
    $effect(() => {
      const element = this.scroller;
      if (!element) return;
      const look = () => {
        this.room = element.clientHeight;
        this.top = element.scrollTop;
      };
      look();
      element.addEventListener('scroll', look, { passive: true });
      const watch = new ResizeObserver(look);
      watch.observe(element);
      return () => {
        element.removeEventListener('scroll', look);
        watch.disconnect();
      };
    });
  }

  /** The height of all rows as they are scrolled. */
  get total(): number {
    const { count, height } = this.asked();
    return Math.min(count * height, HIGHEST);
  }

  /** How many pixels of rows a pixel of scrolling stands for. */
  private get scale(): number {
    const { count, height, header } = this.asked();
    const scrolled = header + this.total - this.room;
    return count * height <= HIGHEST || scrolled <= 0 ? 1 : (header + count * height - this.room) / scrolled;
  }

  private drawn(): DrawnRow[] {
    const { count, height, header, keep } = this.asked();
    // Nothing is in sight of what is not laid out.
    if (count === 0 || height <= 0 || this.room === 0) return [];
    const offset = this.top * this.scale;
    const first = Math.max(0, Math.min(count - 1, Math.floor(offset / height) - BEYOND));
    const last = Math.min(count - 1, Math.ceil((offset + this.room - header) / height) + BEYOND);
    const places = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
    if (keep >= 0 && keep < count) {
      if (keep < first) places.unshift(keep);
      else if (keep > last) places.push(keep);
    }
    // The row that is kept may lie beyond what is scrolled; it is not seen either way.
    const lowest = Math.max(0, this.total - height);
    return places.map((index) => ({
      index,
      key: index,
      start: Math.max(0, Math.min(lowest, index * height - offset + this.top)),
      size: height,
    }));
  }

  /** For the scrolled element: `{@attach rows.attach}`. */
  attach = (element: HTMLElement): (() => void) => {
    this.scroller = element;
    return () => {
      if (this.scroller === element) this.scroller = null;
    };
  };

  /** Brings a row into view, with as little movement as it takes. */
  show(index: number): void {
    const element = this.scroller;
    if (!element) return;
    const { height, header } = this.asked();
    const { scale } = this;
    const room = element.clientHeight;
    const offset = element.scrollTop * scale;
    const start = index * height;
    const end = start + height + header - room;
    const to = start < offset ? start : end > offset ? end : offset;
    if (to === offset) return;
    element.scrollTop = to / scale;
    this.top = element.scrollTop;
  }

  /** How many rows fit, for Page Up and Page Down. */
  get page(): number {
    const { height, header } = this.asked();
    return Math.max(1, Math.floor((this.room - header) / height) - 1);
  }
}
