import type { Text } from '../ipc/offsets';

/** A stretch of text: code points, the end exclusive. */
export type Span = { start: number; end: number };

/** The same as the core gives it: where it begins and ends. */
export type Pair = readonly [number, number];

/** The words of a text in order, as the language of the reader's system cuts them; apart from spaces and punctuation. */
export function words(text: Text, start: number, end: number, language?: string | null): Span[] {
  const segmenter = new Intl.Segmenter(language ?? undefined, { granularity: 'word' });
  const base = text.offsets.toUnits(start);
  const found: Span[] = [];
  for (const piece of segmenter.segment(text.slice(start, end))) {
    if (!piece.isWordLike) continue;
    found.push({
      start: text.offsets.toPoints(base + piece.index),
      end: text.offsets.toPoints(base + piece.index + piece.segment.length),
    });
  }
  return found;
}

/** The sentence after (or before) a place, or nothing at either end of the text. */
export function nextSentence(sentences: Pair[], at: number, back = false): Span | null {
  const found = back ? sentences.findLast(([start]) => start < at) : sentences.find(([start]) => start > at);
  return found ? { start: found[0], end: found[1] } : null;
}

/** The sentence that a place lies in, else the next one. */
export function sentenceAt(sentences: Pair[], at: number): Span | null {
  const found = sentences.find(([, end]) => end > at);
  return found ? { start: found[0], end: found[1] } : null;
}

/** The statement after (or before) the chosen one; with none chosen, the first from a place on (or the last before it). */
export function nextStatement<S extends Span & { id: string }>(
  statements: S[],
  chosen: string | null,
  at: number,
  back = false,
): S | undefined {
  const index = statements.findIndex((statement) => statement.id === chosen);
  if (index >= 0) return statements[index + (back ? -1 : 1)];
  return back
    ? statements.findLast((statement) => statement.start < at)
    : statements.find((statement) => statement.start >= at);
}

/** The numbers that no figure has taken. All are in order of their start. */
export function freeNumbers(numbers: Pair[], taken: Span[]): Pair[] {
  let next = 0;
  let reach = -1;
  return numbers.filter(([start, end]) => {
    for (let span = taken[next]; span && span.start < end; span = taken[++next]) {
      reach = Math.max(reach, span.end);
    }
    return reach <= start;
  });
}

/** The next (or previous) of the numbers left; at the end it begins anew. */
export function nextNumber(free: Pair[], at: number, back = false): Span | null {
  const found = back
    ? (free.findLast(([start]) => start < at) ?? free.at(-1))
    : (free.find(([start]) => start > at) ?? free[0]);
  return found ? { start: found[0], end: found[1] } : null;
}

/** A span whose end goes one word further (or back, but never past its own first word). */
export function extendWord(span: Span, all: Span[], back = false): Span {
  if (!back) {
    const next = all.find((word) => word.end > span.end);
    return next ? { start: span.start, end: next.end } : span;
  }
  const last = all.findLast((word) => word.end < span.end && word.end > span.start);
  return last ? { start: span.start, end: last.end } : span;
}

/** A span whose beginning goes one word further back (or forth, but never past its own last word). */
export function extendWordBefore(span: Span, all: Span[], forth = false): Span {
  if (!forth) {
    const previous = all.findLast((word) => word.start < span.start);
    return previous ? { start: previous.start, end: span.end } : span;
  }
  const first = all.find((word) => word.start > span.start && word.start < span.end);
  return first ? { start: first.start, end: span.end } : span;
}

/** A span that takes in the next sentence, or lets go of its last one. */
export function extendSentence(span: Span, sentences: Pair[], back = false): Span {
  if (!back) {
    const next = sentences.find(([, end]) => end > span.end);
    return next ? { start: span.start, end: next[1] } : span;
  }
  const last = sentences.findLast(([, end]) => end < span.end && end > span.start);
  return last ? { start: span.start, end: last[1] } : span;
}

/** A span grown to whole words: a hand that begins or ends inside a word means the word. */
export function wholeWords(span: Span, all: Span[]): Span {
  const first = all.find((word) => word.start < span.start && word.end > span.start);
  const last = all.find((word) => word.start < span.end && word.end > span.end);
  return { start: first?.start ?? span.start, end: last?.end ?? span.end };
}

/** A span without the blanks at its ends. */
export function trimmed(text: Text, span: Span): Span {
  const piece = [...text.slice(span.start, span.end)];
  const blank = (character: string | undefined) => character !== undefined && /^\s$/u.test(character);
  let { start, end } = span;
  for (let at = 0; at < piece.length && blank(piece[at]); at++) start++;
  for (let at = piece.length - 1; at >= 0 && end > start && blank(piece[at]); at--) end--;
  return { start, end };
}
