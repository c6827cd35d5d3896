import { language } from './words.svelte';

const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

/** Decimals shown at most: what every engine can do. */
const DECIMALS = 20;

/** A plain decimal in text, or a count, grouped as the language does. Its whole part is exact at any length. */
export function number(value: string | number): string {
  const locale = language();
  let format = numbers.get(locale);
  if (!format) {
    format = new Intl.NumberFormat(locale, { maximumFractionDigits: DECIMALS });
    numbers.set(locale, format);
  }
  return format.format(value as Intl.StringNumericLiteral | number);
}

/** A whole number of hundredths: `125%`. */
export function percent(value: number): string {
  return new Intl.NumberFormat(language(), { style: 'percent' }).format(value / 100);
}

function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  // Day before month in English too: 9 Jan 2022 is read alike on both sides of the ocean.
  const locale = language() === 'en' ? 'en-GB' : 'fr';
  const asked = JSON.stringify([locale, options]);
  let format = dates.get(asked);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, options);
    dates.set(asked, format);
  }
  return format;
}

/** A date as it was given, no finer: `2022`, `2022-01`, `2022-01-09` or an RFC 3339 time (shown at its own offset). */
export function date(value: string): string {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T(\d{2}:\d{2}))?/.exec(value);
  const [, year, month, day, time] = parts ?? [];
  if (year === undefined) return value;
  if (month === undefined) return year;
  const utc = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  if (Number.isNaN(utc.getTime())) return value;
  const shown = formatter({
    year: 'numeric',
    month: 'short',
    ...(day === undefined ? {} : { day: 'numeric' }),
    timeZone: 'UTC',
  })
    .format(utc)
    .replace('Sept', 'Sep');
  return time === undefined ? shown : `${shown}, ${time}`;
}

/** An instant of ours (`…Z`) in the reader's own time. */
export function instant(value: string): string {
  const when = new Date(value);
  if (Number.isNaN(when.getTime())) return value;
  return formatter({ year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' })
    .format(when)
    .replace('Sept', 'Sep');
}

/** Several words as the language lists them: `a, b and c`. */
export function list(values: string[]): string {
  return new Intl.ListFormat(language(), { type: 'conjunction' }).format(values);
}

/** Order of names as the language sorts them. */
export function collator(): Intl.Collator {
  return new Intl.Collator(language(), { sensitivity: 'base', numeric: true });
}

/** A name set apart from a sentence that may run the other way: with isolates, where it holds right-to-left letters. */
export function apart(name: string): string {
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(name)
    ? `\u2068${name}\u2069`
    : name;
}
