import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type Range,
  type VirtualItem,
} from '@tanstack/virtual-core';

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

/**
 * Rows of one height of which only those in sight are drawn. `asked` is read again whenever what it reads changes. To be
 * made while a component is set up.
 */
export class Rows {
  items = $state.raw<VirtualItem[]>([]);
  total = $state(0);
  private scroller = $state.raw<HTMLElement | null>(null);
  private virtualizer: Virtualizer<HTMLElement, HTMLElement>;

  constructor(asked: () => Asked) {
    const options = () => {
      const { count, height, header, keep } = asked();
      return {
        count,
        estimateSize: () => height,
        getScrollElement: () => this.scroller,
        observeElementRect,
        observeElementOffset,
        scrollToFn: elementScroll,
        overscan: 8,
        rangeExtractor: (range: Range) => {
          const drawn = defaultRangeExtractor(range);
          if (keep >= count || drawn.includes(keep)) return drawn;
          return [...drawn, keep].sort((a, b) => a - b);
        },
        scrollPaddingStart: header,
        onChange: () => this.take(),
      };
    };
    this.virtualizer = new Virtualizer<HTMLElement, HTMLElement>(options());
    $effect(() => {
      const end = this.virtualizer._didMount();
      return end;
    });
    $effect(() => {
      void this.scroller;
      this.virtualizer.setOptions(options());
      this.virtualizer.measure();
      this.virtualizer._willUpdate();
      this.take();
    });
  }

  private take(): void {
    this.items = this.virtualizer.getVirtualItems();
    this.total = this.virtualizer.getTotalSize();
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
    this.virtualizer.scrollToIndex(index, { align: 'auto' });
  }

  /** How many rows fit, for Page Up and Page Down. */
  get page(): number {
    const { estimateSize, scrollPaddingStart: header } = this.virtualizer.options;
    const height = estimateSize(0);
    const room = (this.scroller?.clientHeight ?? 0) - header;
    return Math.max(1, Math.floor(room / height) - 1);
  }
}
