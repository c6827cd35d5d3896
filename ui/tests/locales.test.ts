import { describe, expect, it } from 'vitest';
import en from '../src/locales/en.json';
import fr from '../src/locales/fr.json';
import { number, setLanguage, t } from '../src/locales';

type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, prefix = ''): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') all.set(prefix + key, value);
    else for (const [inner, text] of flat(value, `${prefix}${key}.`)) all.set(inner, text);
  }
  return all;
}

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const params = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

describe('the catalogue', () => {
  const english = flat(en);
  const french = flat(fr);

  it('has the same keys in both languages', () => {
    expect([...french.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('has the same parameters in both languages', () => {
    for (const [key, text] of english) expect(params(french.get(key) ?? ''), key).toEqual(params(text));
  });

  it('knows one and other, always both, and many where French says it differently', () => {
    for (const key of english.keys()) {
      expect(key).not.toMatch(/_(zero|two|few)$/);
      if (/_(one|many)$/.test(key))
        expect(english.has(key.replace(/_(one|many)$/, '_other')), key).toBe(true);
    }
  });

  it('counts a million as French does, and never in another language', () => {
    setLanguage('fr');
    const rows = (count: number) => plain(t('claims.rows', { count, n: number(count) }));
    expect([1, 12, 1_000_000, 1_000_001].map(rows)).toEqual([
      '1 ligne',
      '12 lignes',
      '1 000 000 de lignes',
      '1 000 001 lignes',
    ]);
    expect(t('history.changes', { count: 1_000_000, n: 'x' })).toBe(
      t('history.changes', { count: 2, n: 'x' }),
    );
    setLanguage('en');
  });
});
