import { describe, expect, it } from 'vitest';
import { fit } from '../src/stores/fuzzy';

const order = (query: string, ...texts: string[]) =>
  texts
    .map((text) => ({ text, cost: fit(query, [text]) }))
    .filter((one) => one.cost !== null)
    .sort((a, b) => a.cost! - b.cost!)
    .map(({ text }) => text);

describe('what is typed into the palette', () => {
  it('fits words, beginnings of words and parts of words, in this order', () => {
    expect(order('art', 'Party of the first part', 'Import articles', 'art', 'State of the art')).toEqual([
      'art',
      'State of the art',
      'Import articles',
      'Party of the first part',
    ]);
  });

  it('fits each word in any order, without accents and in any case', () => {
    expect(fit('TABLE exp', ['Export the claim table'])).not.toBeNull();
    expect(fit('reglages', ['Réglages…'])).not.toBeNull();
    expect(fit('table exq', ['Export the claim table'])).toBeNull();
  });

  it('fits letters in their order from the beginning of a word on, not strewn over everything', () => {
    expect(fit('clmtbl', ['Export the claim table'])).not.toBeNull();
    expect(fit('xprt', ['Export the claim table'])).toBeNull();
    expect(fit('etb', ['Export everything that was never in any table'])).toBeNull();
  });

  it('fits any of several names, as of another language or a key', () => {
    expect(fit('ctrl+e', ['Export the claim table', 'Exporter le tableau', 'Ctrl+E'])).toBe(0);
    expect(fit('tableau', ['Export the claim table', 'Exporter le tableau', 'Ctrl+E'])).not.toBeNull();
  });
});
