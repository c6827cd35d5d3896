import type { Page } from '../../annotator/page';
import type { Span } from '../../annotator/steps';
import { inPixels } from '../../components/rows.svelte';

/** How wide text and cards are side by side, at the least. In rem. */
const BESIDE = 47;

/** The part of an article that is in view, and what moves it. */
export class Frame {
  /** Of the sheet, in pixels. */
  inView = $state.raw({ top: 0, bottom: 2000 });
  /** Whether there is no room beside the text for cards. */
  docked = $state(false);
  page = $state.raw<Page | null>(null);
  /** What is scrolled, and in it the sheet that text and cards lie on. */
  scroller = $state.raw<HTMLElement | null>(null);
  sheet = $state.raw<HTMLElement | null>(null);

  /** Takes up what is in view now. */
  look = (): void => {
    const { scroller, sheet } = this;
    if (!scroller || !sheet) return;
    const top = scroller.scrollTop - sheet.offsetTop;
    this.inView = { top, bottom: top + scroller.clientHeight };
    // A width of none: not laid out.
    this.docked = scroller.clientWidth > 0 && scroller.clientWidth < inPixels(BESIDE);
  };

  /** Looks again whenever sheet or window take another size. The answer ends it. */
  watch(): () => void {
    const observer = new ResizeObserver(this.look);
    if (this.scroller) observer.observe(this.scroller);
    if (this.sheet) observer.observe(this.sheet);
    return () => observer.disconnect();
  }

  /** The height of the window at which the article begins to be seen. */
  get top(): number {
    return this.scroller?.getBoundingClientRect().top ?? 0;
  }

  toTop(): void {
    if (this.scroller) this.scroller.scrollTop = 0;
  }

  /**
   * Brings a stretch of text into the comfortable middle of the view; above the card where that lies over the text. The
   * blocks on the way get their lines only once they are near, so where it stands is looked at again.
   */
  reveal(span: Span, again = 2): void {
    const box = this.page?.box(span);
    if (!box || !this.scroller) return;
    const { top, height } = this.scroller.getBoundingClientRect();
    const [high, low, middle] = this.docked ? [0.02, 0.36, 0.08] : [0.15, 0.85, 0.3];
    if (box.top >= top + height * high && box.bottom <= top + height * low) return;
    const before = this.scroller.scrollTop;
    this.scroller.scrollTop += box.top - top - height * middle;
    if (again > 0 && this.scroller.scrollTop !== before) {
      requestAnimationFrame(() => this.reveal(span, again - 1));
    }
  }

  /** Brings as much of the open card into view as there is room for, never so far that its `words` go out of it. */
  showCard(words: () => Span | null, gap: number): void {
    // Twice: once it is drawn, and once the margin has been laid out around its height.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        // By then the article may be closed again.
        const box = document.querySelector('[data-card="open"]')?.getBoundingClientRect();
        if (!box || !this.scroller || this.docked) return;
        const frame = this.scroller.getBoundingClientRect();
        const span = words();
        const text = span && this.page?.box(span);
        const top = Math.min(box.top, text ? text.top : box.top) - frame.top - gap;
        const over = Math.min(box.bottom - frame.bottom + gap, top);
        if (over > 0) this.scroller.scrollTop += over;
        else if (box.top < frame.top + gap) this.scroller.scrollTop += box.top - frame.top - gap;
      }),
    );
  }
}
