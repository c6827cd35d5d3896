import { date, instant, number, t, word } from '../../locales';

type Kind = 'text' | 'number' | 'date' | 'instant' | 'yes' | { vocabulary: string };

/** A column of the claim table: its name in the file, what its cells hold, its width in rem. */
export type Column = { name: string; kind: Kind; width: number };
export type Section = { name: 'article' | 'statement' | 'figure' | 'record'; columns: Column[] };

const column = (name: string, width = 9, kind: Kind = 'text'): Column => ({ name, kind, width });
const words = (name: string, width = 8, vocabulary = name): Column => column(name, width, { vocabulary });
const numbers = (name: string) => column(name, 5.5, 'number');
const day = (name: string) => column(name, 7.5, 'date');
const yes = (name: string) => column(name, 5.5, 'yes');

/** All columns, as the choice shows them. */
export const SECTIONS: Section[] = [
  {
    name: 'article',
    columns: [
      column('article_title', 15),
      column('outlet'),
      column('author'),
      day('published_at'),
      column('language', 5.5),
      column('article_url', 14),
      column('archive_url', 14),
      column('retrieved_at', 10, 'instant'),
      column('article_id', 12),
      column('article_sha256', 12),
      column('text_sha256', 12),
    ],
  },
  {
    name: 'statement',
    columns: [
      column('event', 11),
      column('quote', 24),
      column('quote_translation', 24),
      column('translation_lang', 6),
      column('translated_by'),
      words('modality'),
      column('speaker', 11),
      column('speaker_role', 11),
      column('source', 12),
      words('source_kind', 10),
      column('source_as_written', 11),
      column('source_quote', 14),
      column('source_parent', 11),
      column('source_country', 7),
      column('source_reliability', 6),
      column('via', 12),
      day('stated_at'),
      column('note', 14),
      column('tags'),
      yes('confidential'),
      numbers('start'),
      numbers('end'),
      column('page', 5),
      column('statement_id', 12),
    ],
  },
  {
    name: 'figure',
    columns: [
      column('figure_text', 9),
      words('qualifier', 7.5, 'qualifierName'),
      numbers('point'),
      numbers('low'),
      numbers('high'),
      words('unit', 6),
      yes('vague'),
      yes('doubtful'),
      words('measure'),
      words('severity'),
      words('group'),
      column('includes'),
      column('excludes'),
      column('place', 11),
      day('period_start'),
      day('period_end'),
      day('as_of'),
      words('counting'),
      words('basis'),
      words('stance', 7),
      column('part_of', 12),
      column('relations', 12),
      words('standing', 7.5),
      column('figure_id', 12),
    ],
  },
  {
    name: 'record',
    columns: [
      words('status', 7),
      words('assessment'),
      numbers('information_grade'),
      column('decision'),
      column('recorded_by'),
      column('second_reader'),
      column('created_at', 10, 'instant'),
      column('updated_at', 10, 'instant'),
    ],
  },
];

/** Every column by its name. */
export const COLUMNS: ReadonlyMap<string, Column> = new Map(
  SECTIONS.flatMap((section) => section.columns).map((one) => [one.name, one]),
);

/** What is shown until somebody chooses otherwise: who says what, where it stands. */
export const USUAL = [
  'source',
  'figure_text',
  'qualifier',
  'low',
  'high',
  'measure',
  'group',
  'place',
  'as_of',
  'speaker',
  'via',
  'quote',
  'outlet',
  'published_at',
  'event',
  'standing',
];

/** Columns to be shown out of what was remembered: those there are, each once; none left, the usual ones. */
export function known(names: string[] | null): string[] {
  const kept = [...new Set(names ?? [])].filter((name) => COLUMNS.has(name));
  return kept.length > 0 ? kept : USUAL;
}

/** A cell as it reads; what is no word, number or date stays as it is. */
export function shown(name: string, cell: string | null): string {
  const kind = COLUMNS.get(name)?.kind ?? 'text';
  if (cell === null || cell === '') return '';
  if (kind === 'text') return cell;
  if (kind === 'number') return number(cell);
  if (kind === 'date') return date(cell);
  if (kind === 'instant') return instant(cell);
  if (kind === 'yes') return cell === 'true' ? t('claims.yes') : '';
  return word(kind.vocabulary, cell);
}
