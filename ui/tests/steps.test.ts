import { describe, expect, it } from 'vitest';
import {
  extendSentence,
  extendWord,
  extendWordBefore,
  freeNumbers,
  nextNumber,
  nextSentence,
  sentenceAt,
  trimmed,
  wholeWords,
  words,
} from '../src/annotator/steps';
import { Text } from '../src/ipc/offsets';

const text = new Text('🚒 At least 18 died. Nobody knows more. The rest, 7, are well.');
const sentences: [number, number][] = [
  [0, 20],
  [21, 39],
  [40, 63],
];
const all = words(text, 0, text.length, 'en');

describe('steps', () => {
  it('walks sentences both ways and stops at the ends', () => {
    expect(nextSentence(sentences, -1)).toEqual({ start: 0, end: 20 });
    expect(nextSentence(sentences, 0)).toEqual({ start: 21, end: 39 });
    expect(nextSentence(sentences, 40)).toBeNull();
    expect(nextSentence(sentences, 40, true)).toEqual({ start: 21, end: 39 });
    expect(nextSentence(sentences, 0, true)).toBeNull();
    expect(sentenceAt(sentences, 20)).toEqual({ start: 21, end: 39 });
  });

  it('finds words in code points', () => {
    expect(all.slice(0, 3).map((span) => text.slice(span.start, span.end))).toEqual(['At', 'least', '18']);
  });

  it('extends by word, and back, never to nothing', () => {
    const two = extendWord({ start: 2, end: 4 }, all);
    expect(text.slice(two.start, two.end)).toBe('At least');
    expect(extendWord(two, all, true)).toEqual({ start: 2, end: 4 });
    expect(extendWord({ start: 2, end: 4 }, all, true)).toEqual({ start: 2, end: 4 });
    const before = extendWordBefore({ start: 11, end: 13 }, all);
    expect(text.slice(before.start, before.end)).toBe('least 18');
    expect(extendWordBefore(before, all, true)).toEqual({ start: 11, end: 13 });
  });

  it('extends by sentence and lets go of it again', () => {
    const two = extendSentence({ start: 0, end: 20 }, sentences);
    expect(two).toEqual({ start: 0, end: 39 });
    expect(extendSentence(two, sentences, true)).toEqual({ start: 0, end: 20 });
  });

  it('goes to numbers that are not recorded, round and round', () => {
    const numbers: [number, number][] = [
      [11, 13],
      [50, 51],
    ];
    expect(nextNumber(numbers, 0)).toEqual({ start: 11, end: 13 });
    expect(nextNumber(freeNumbers(numbers, [{ start: 5, end: 13 }]), 0)).toEqual({ start: 50, end: 51 });
    expect(nextNumber(numbers, 50)).toEqual({ start: 11, end: 13 });
    expect(nextNumber(numbers, 11, true)).toEqual({ start: 50, end: 51 });
    expect(nextNumber([], 0)).toBeNull();
  });

  it('leaves out numbers that any figure touches, whatever lies between', () => {
    const numbers: [number, number][] = [
      [0, 2],
      [4, 6],
      [8, 9],
      [20, 22],
    ];
    const taken = [
      { start: 1, end: 8 },
      { start: 2, end: 3 },
      { start: 21, end: 30 },
    ];
    expect(freeNumbers(numbers, taken)).toEqual([[8, 9]]);
  });

  it('grows to whole words where a hand began inside one', () => {
    const grown = wholeWords({ start: 6, end: 12 }, all);
    expect(text.slice(grown.start, grown.end)).toBe('least 18');
    expect(wholeWords({ start: 5, end: 10 }, all)).toEqual({ start: 5, end: 10 });
  });

  it('lets the blanks at the ends go', () => {
    expect(trimmed(text, { start: 1, end: 5 })).toEqual({ start: 2, end: 4 });
  });
});
