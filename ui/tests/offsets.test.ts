import { describe, expect, it } from 'vitest';
import { Offsets, Text } from '../src/ipc/offsets';

const samples = [
  '',
  'plain words',
  'cafe\u0301 e\u0301\u0302 mixed',
  '👩‍🚒 fire 🇫🇷 flags 👍🏽!',
  'قال الناطق: ١٢ قتيلاً 🚑',
  'דובר המשרד: 18 הרוגים\u05BC',
  '𝟙𝟚𝟛 and 𐍈 at the end 𐍈',
];

describe('offsets', () => {
  it.each(samples)('agrees with counting one by one: %s', (text) => {
    const offsets = new Offsets(text);
    const points = [...text];
    expect(offsets.length).toBe(points.length);
    let units = 0;
    points.forEach((character, at) => {
      expect(offsets.toUnits(at)).toBe(units);
      expect(offsets.toPoints(units)).toBe(at);
      if (character.length === 2) expect(offsets.toPoints(units + 1)).toBe(at);
      units += character.length;
    });
    expect(offsets.toUnits(points.length)).toBe(text.length);
    expect(offsets.toPoints(text.length)).toBe(points.length);
  });

  it('stays inside the text', () => {
    const offsets = new Offsets('a👍b');
    expect(offsets.toUnits(-1)).toBe(0);
    expect(offsets.toUnits(99)).toBe(4);
    expect(offsets.toPoints(-1)).toBe(0);
    expect(offsets.toPoints(99)).toBe(3);
  });

  it('cuts a text by code points', () => {
    expect(new Text('👩‍🚒 18 dead').slice(4, 6)).toBe('18');
  });
});
