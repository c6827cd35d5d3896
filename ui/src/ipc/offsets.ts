/**
 * Code points ↔ UTF-16. The core counts a text in Unicode code points, the web view in UTF-16 units; this is the
 * window's one place where the two meet.
 */
export class Offsets {
  /** UTF-16 places of the characters that take two units, in order. */
  private readonly wide: number[] = [];
  /** Length in code points. */
  readonly length: number;
  private readonly units: number;

  constructor(text: string) {
    this.units = text.length;
    for (let at = 0; at < text.length; at++) {
      const point = text.codePointAt(at);
      if (point !== undefined && point > 0xffff) this.wide.push(at++);
    }
    this.length = text.length - this.wide.length;
  }

  /** The UTF-16 place of a code point place; beyond the text, its end. */
  toUnits(points: number): number {
    if (points <= 0) return 0;
    if (points >= this.length) return this.units;
    // The k-th wide character stands at code point wide[k] - k.
    return points + this.count((at, index) => at - index < points);
  }

  /** The code point place of a UTF-16 place; inside a character, its beginning. */
  toPoints(units: number): number {
    const inside = Math.min(Math.max(units, 0), this.units);
    const before = this.count((at) => at < inside);
    const last = this.wide[before - 1];
    return last !== undefined && last + 1 === inside ? last - (before - 1) : inside - before;
  }

  /** How many wide characters, from the first, satisfy what no later one does again. */
  private count(holds: (at: number, index: number) => boolean): number {
    let low = 0;
    let high = this.wide.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = this.wide[middle];
      if (at !== undefined && holds(at, middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** A text with its offsets: every piece is asked for in code points. */
export class Text {
  readonly whole: string;
  readonly offsets: Offsets;

  constructor(whole: string) {
    this.whole = whole;
    this.offsets = new Offsets(whole);
  }

  get length(): number {
    return this.offsets.length;
  }

  slice(start: number, end: number): string {
    return this.whole.slice(this.offsets.toUnits(start), this.offsets.toUnits(end));
  }
}
