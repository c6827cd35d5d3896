import type { LogQuery } from '../../ipc';

/** What the history is narrowed to; empty where it is not. */
export type Filters = { noun: string; by: string; day: string; entity: string | null };

export const everything: Filters = { noun: '', by: '', day: '', entity: null };

/** What the history can be narrowed to, in its order. */
export const NOUNS = [
  'article',
  'statement',
  'figure',
  'source',
  'speaker',
  'place',
  'event',
  'word',
  'alias',
  'relation',
  'assessment',
];

/** The moments between which a day, a month or a year of the reader's own time lies. */
export function between(day: string): { since: string; until: string } | null {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(day.trim());
  if (!parts) return null;
  const [year, month, date] = parts.slice(1).map((part) => (part === undefined ? null : Number(part)));
  if (year === null || year === undefined) return null;
  const from = new Date(year, (month ?? 1) - 1, date ?? 1);
  const to = date
    ? new Date(year, (month ?? 1) - 1, date + 1)
    : month
      ? new Date(year, month, 1)
      : new Date(year + 1, 0, 1);
  const utc = (when: Date) => `${when.toISOString().slice(0, 19)}Z`;
  return { since: utc(from), until: utc(to) };
}

/** The question for lines that the filters let through. */
export function asked({ noun, by, day, entity }: Filters, limit: number, before?: string): LogQuery {
  return {
    limit,
    ...(before === undefined ? {} : { before }),
    ...(noun === '' ? {} : { noun }),
    ...(by === '' ? {} : { by }),
    ...(entity === null ? {} : { entity }),
    ...(between(day) ?? {}),
  };
}
