import { afterEach, describe, expect, it } from 'vitest';
import { scope, joint, type Scoped } from '../src/annotator/scope';
import { date, number, range, setLanguage, value, valueInWords, worded, type Value } from '../src/locales';
import { isAmount, isDate, plainAmount } from '../src/stores/dates';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const figure = (given: Partial<Value>): Value => ({
  qualifier: 'exact',
  point: null,
  low: null,
  high: null,
  vague: false,
  unit: 'count',
  ...given,
});

afterEach(() => setLanguage('en'));

describe('a figure', () => {
  it('is shown with its qualifier as a sign', () => {
    expect(plain(value(figure({ qualifier: 'at_least', point: '18' })))).toBe('≥ 18');
    expect(plain(value(figure({ qualifier: 'more_than', point: '1300' })))).toBe('> 1,300');
    expect(plain(value(figure({ qualifier: 'about', point: '1000' })))).toBe('≈ 1,000');
    expect(plain(value(figure({ point: '164' })))).toBe('164');
    expect(plain(value(figure({ qualifier: 'between', low: '20', high: '30' })))).toBe('20–30');
    expect(plain(value(figure({ qualifier: 'exact', point: '2.5', unit: 'money:USD' })))).toBe('2.5 USD');
  });

  it('keeps its own words when it is vague', () => {
    const vague = figure({ qualifier: 'about', vague: true, low: '24', high: '99', figure_text: 'dozens' });
    expect(value(vague)).toMatch(/^dozens/);
  });

  it('is grouped as the language does, exactly at any length', () => {
    expect(number('1234567890123456789012')).toBe('1,234,567,890,123,456,789,012');
    setLanguage('fr');
    expect(plain(number('1300'))).toBe('1 300');
    expect(plain(valueInWords(figure({ qualifier: 'at_least', point: '1300' })))).toBe('au moins 1 300');
  });

  it('has open bounds', () => {
    expect(plain(range('18', null))).toBe('≥ 18');
    expect(plain(range(null, '99'))).toBe('≤ 99');
    expect(range('7', '7')).toBe('7');
  });
});

describe('a date', () => {
  it('is shown no finer than it was given, and never as digits alone', () => {
    expect(date('2022')).toBe('2022');
    expect(date('2022-01')).toBe('Jan 2022');
    expect(date('2022-01-09')).toBe('9 Jan 2022');
    expect(date('2022-09-01')).toBe('1 Sep 2022');
    expect(date('2022-01-09T14:30:00+06:00')).toBe('9 Jan 2022, 14:30');
    setLanguage('fr');
    expect(plain(date('2022-01-09'))).toBe('9 janv. 2022');
  });

  it('is one that the calendar has', () => {
    for (const good of ['2022', '2022-01', '2024-02-29', '2022-01-09T14:30:00Z'])
      expect(isDate(good)).toBe(true);
    for (const bad of ['', '22', '2022-13', '2023-02-29', '09/01/2022', '2022-1-9', '2022-01-09T25:00:00Z'])
      expect(isDate(bad), bad).toBe(false);
  });
});

describe('a number that is typed', () => {
  it('may be grouped with spaces', () => {
    expect(plainAmount('1 300')).toBe('1300');
    expect(plainAmount('1\u202f300')).toBe('1300');
    for (const good of ['0', '18', '-3', '2.50']) expect(isAmount(good)).toBe(true);
    for (const bad of ['', '1,300', '007', '1e3', '1'.repeat(29)]) expect(isAmount(bad), bad).toBe(false);
  });
});

describe('the Scope line', () => {
  const bare: Scoped = {
    unit: 'count',
    measure: null,
    severity: null,
    group: null,
    includes: [],
    excludes: [],
    place: null,
    period_start: null,
    period_end: null,
    as_of: null,
    counting: null,
    basis: null,
    stance: 'asserts',
    doubtful: false,
  };
  const read = (given: Partial<Scoped>, partOf?: string) =>
    scope({ ...bare, ...given }, partOf ?? null)
      .map((part, index) => (index > 0 ? joint(part) : '') + part.words)
      .join('');

  it('reads as a sentence', () => {
    expect(
      read({
        measure: 'killed',
        basis: 'identified',
        group: 'persons',
        excludes: ['prisoners'],
        place: 'Tunisia',
        counting: 'total',
        as_of: '2011-02-01',
      }),
    ).toBe('killed · identified · persons, not counting prisoners · Tunisia · total as of 1 Feb 2011');
  });

  it('says what is not ordinary, and only what is set', () => {
    expect(read({})).toBe('');
    expect(
      read({ measure: 'injured', severity: 'serious', stance: 'recalls', doubtful: true }, '24 killed'),
    ).toBe('recalls · seriously injured · part of 24 killed · reading doubtful');
    expect(read({ place: 'Varland > Port Selm', period_start: '2022-01', period_end: null })).toBe(
      'Port Selm, Varland · since Jan 2022',
    );
  });
});

describe('errors', () => {
  it('are worded with their parameters, and never without words', () => {
    expect(worded('error', 'capture_invalid_utf8', { name: 'a.txt', offset: 1234 })).toContain(
      'offset 1,234',
    );
    expect(worded('error', 'low_above_high', { low: '9', high: '3' })).toContain('above the highest');
    expect(worded('error', 'never_heard_of')).toContain('never_heard_of');
  });
});
