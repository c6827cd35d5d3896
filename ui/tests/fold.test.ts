import { describe, expect, it } from 'vitest';
import { fold, matching, meant, type Option } from '../src/stores/fold';

const options: Option[] = [
  { value: '1', label: 'Ministère de la Santé', aliases: ['Health Ministry', 'MdS'] },
  { value: '2', label: 'Santé publique' },
  { value: '3', label: 'Centre for Health Data' },
  { value: '4', label: "Bureau de l'Ombudsman" },
];
const found = (query: string) => matching(options, query).map((option) => option.value);

describe('names', () => {
  it('fold accents, case, apostrophes and spaces', () => {
    expect(fold(' L’Élysée\u00a0 est ')).toBe("l'elysee est");
  });

  it('are found by any of their words and by their aliases, the best first', () => {
    expect(found('sante')).toEqual(['2', '1']);
    expect(found('HEALTH')).toEqual(['1', '3']);
    expect(found('nothing')).toEqual([]);
    expect(found('')).toEqual(['1', '2', '3', '4']);
  });

  it('are found by words of several of them, after those that hold the words in one', () => {
    expect(found('mds sante')).toEqual(['1']);
    expect(found('data sante')).toEqual([]);
  });

  it('mean one entry when typed whole', () => {
    expect(meant(options, 'mds')?.value).toBe('1');
    expect(meant(options, 'bureau de l’ombudsman')?.value).toBe('4');
    expect(meant(options, 'Santé')).toBeUndefined();
  });
});
