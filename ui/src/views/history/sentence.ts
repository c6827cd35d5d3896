import type { FieldChange, HistoryRow, JsonValue, Touched } from '../../ipc';
import { apart, date, has, list, number, t, word } from '../../locales';
import { register } from '../../stores/register.svelte';
import { commandWords } from '../../stores/writes';
import { valueWords as editedWords } from '../claims/edit';

/** Nouns in the order in which an operation is about them. */
const ABOUT = [
  'article',
  'statement',
  'figure',
  'source',
  'speaker',
  'place',
  'event',
  'word',
  'relation',
  'assessment',
  'alias',
  'project',
];
/** How long a name in a sentence may be, in signs. */
const LONGEST = 90;

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const count = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** A name that a sentence can hold: cut where it is long, set apart where it runs the other way. */
function short(name: string): string {
  const signs = [...name.replace(/\s+/g, ' ')];
  return apart(
    signs.length > LONGEST
      ? `${signs
          .slice(0, LONGEST - 1)
          .join('')
          .trimEnd()}…`
      : signs.join(''),
  );
}

/** A field in words; one that has none is said as it is called. */
export function fieldWords(field: string): string {
  const key = [
    `history.field.${field}`,
    `register.field.${field}`,
    `field.${field}`,
    `claims.column.${field}`,
  ].find(has);
  return key ? t(key).toLocaleLowerCase() : field.replaceAll('_', ' ');
}

/** A value in words: words of vocabularies in the reader's language, dates and numbers as it writes them. */
export function valueWords(field: string, value: JsonValue): string {
  if (value === null || value === '') return t('history.nothing');
  if (typeof value === 'boolean') return t(value ? 'history.yes' : 'history.no');
  if (Array.isArray(value)) {
    return value.length === 0 ? t('history.nothing') : list(value.map((one) => valueWords(field, one)));
  }
  if (typeof value === 'object') return JSON.stringify(value);
  const said = String(value);
  if (/^(published_at|stated_at|as_of|period_start|period_end|reliability_date|retrieved_at)$/.test(field)) {
    return date(said);
  }
  if (/^(point|low|high)$/.test(field)) return number(said);
  const vocabulary = VOCABULARIES[field];
  return vocabulary ? word(vocabulary, said) : short(said);
}

const VOCABULARIES: Record<string, string> = {
  kind: 'source_kind',
  measure: 'measure',
  severity: 'severity',
  group: 'group',
  includes: 'group',
  excludes: 'group',
  counting: 'counting',
  basis: 'basis',
  stance: 'stance',
  modality: 'modality',
  qualifier: 'qualifierName',
  unit: 'unit',
  vocabulary: 'vocabulary',
};

/** Entities in words: the only one by its name, several by their number. */
export function thingWords({ noun, count: n, only }: Pick<Touched, 'noun' | 'count' | 'only'>): string {
  if (only && has(`history.the.${noun}`)) return t(`history.the.${noun}`, { name: short(only.name) });
  return has(`history.many.${noun}_other`)
    ? t(`history.many.${noun}`, { count: n, n: number(n) })
    : t('history.many.other', { count: n, n: number(n) });
}

/** What an operation was about. Where a figure changes, its statement does, and nobody means that. */
function about({ touched }: HistoryRow, which: (one: Touched) => boolean): string | null {
  const found = touched.filter(which);
  const figures = found.find((one) => one.noun === 'figure');
  const rest = figures ? found.filter((one) => one.noun !== 'statement' || one.made + one.gone > 0) : found;
  const first = ABOUT.flatMap((noun) => rest.find((one) => one.noun === noun) ?? [])[0];
  return first ? thingWords(first) : null;
}

/** An operation as a sentence: `Ada recorded a statement of “Interior Ministry” in “Night of the dam”, with 2 figures`. */
export function operationWords(row: HistoryRow): string {
  const { command, detail, by } = row.operation;
  const said = (key: string, params: Record<string, unknown> = {}) =>
    t(`history.did.${key}`, { by: apart(by), ...params });
  const counted = (key: string, n: number) => said(key, { count: n, n: number(n) });
  const name = text(detail.name) ?? text(detail.title);
  const n = count(detail.count);
  const of = row.source === null ? '' : t('history.of', { source: short(row.source) });
  const inside = row.article === null ? '' : t('history.in', { article: short(row.article) });
  const entity = entityWords(text(detail.entity));

  switch (command) {
    case 'new':
      return said('new', { name: short(name ?? '') });
    case 'import':
      return n === null || n === 1
        ? said('importOne', { name: short(name ?? row.article ?? '') })
        : counted('import', n);
    case 'add':
    case 'draft':
    case 'accept':
    case 'dismiss':
      return counted(command, n ?? row.touched.find((one) => one.noun === 'statement')?.count ?? 0);
    case 'statement_record': {
      const figures = row.touched.find((one) => one.noun === 'figure')?.made ?? 0;
      const having = figures === 0 ? '' : t('history.having', { count: figures, n: number(figures) });
      return said('statement_record', { of, in: inside, having });
    }
    case 'delete':
      return said('delete', {
        what:
          about(row, (one) => one.gone > 0) ?? t('history.many.other', { count: n ?? 1, n: number(n ?? 1) }),
      });
    case 'claims_edit': {
      const [field, value] = [text(detail.field), text(detail.value)];
      const nouns = [
        ['statement', count(detail.statements)] as const,
        ['figure', count(detail.figures)] as const,
      ];
      const things = nouns.flatMap(([noun, n]) => (n ? [thingWords({ noun, count: n, only: null })] : []));
      if (field === null || things.length === 0) break;
      const params = {
        what: list(things),
        field: fieldWords(field),
        value: short(editedWords(field, value ?? '')),
      };
      if (field === 'add_tags' || field === 'remove_tags') return said(field, params);
      return said(value === null ? 'clear' : 'set', params);
    }
    case 'merge': {
      const from = text(detail.name) ?? text(detail.from);
      const into = text(detail.into);
      if (into === null) break;
      return n !== null && n > 1
        ? said('mergeMany', { count: n, n: number(n), into: short(into) })
        : said('merge', { from: short(from ?? ''), into: short(into) });
    }
    case 'relate': {
      const kind = text(detail.kind);
      if (kind !== null) return said('relate', { kind: word('relation', kind) });
      break;
    }
    case 'assess': {
      const status = text(detail.status);
      if (status !== null) return said('assess', { status: word('assessment', status), of, in: inside });
      break;
    }
    case 'alias':
    case 'alias_remove':
      return entity === null
        ? said(`${command}Of`, { name: short(name ?? '') })
        : said(command, { name: short(name ?? ''), entity });
    case 'rename':
      return said('rename', { from: short(text(detail.from) ?? ''), name: short(name ?? '') });
    case 'source_grade': {
      const grade = text(detail.grade);
      const source = about(row, (one) => one.noun === 'source') ?? '';
      return grade === null ? said('ungrade', { source }) : said('grade', { source, grade });
    }
    case 'source_add':
    case 'place_add':
    case 'word_add':
      return said('make', { what: about(row, (one) => one.made > 0) ?? short(name ?? '') });
  }
  return changedWords(row, said) ?? `${apart(by)}: ${commandWords(command)}`;
}

/** What was set to what, where an operation did nothing else than that. */
function changedWords(
  row: HistoryRow,
  said: (key: string, params: Record<string, unknown>) => string,
): string | null {
  const made = about(row, (one) => one.made > 0);
  const what = about(row, (one) => one.made === 0 && one.gone === 0) ?? about(row, () => true);
  if (what === null) return null;
  const [first, second] = row.set;
  if (first && !second) return setWords(first, what, said);
  if (first)
    return said('changeFields', { what, fields: list(row.set.map(({ field }) => fieldWords(field))) });
  return made === null ? said('change', { what }) : said('make', { what: made });
}

function setWords(
  { field, after }: FieldChange,
  what: string,
  said: (key: string, params: Record<string, unknown>) => string,
): string {
  return after === null || after === ''
    ? said('clear', { field: fieldWords(field), what })
    : said('set', { field: fieldWords(field), what, value: valueWords(field, after) });
}

/** An entry of the register by its name now. */
function entityWords(id: string | null): string | null {
  const { sources, speakers, places, words } = register.data;
  const found = [...sources, ...speakers, ...places].find((row) => row.id === id)?.name;
  const own = found ?? words.find((row) => row.id !== null && row.id === id)?.word;
  return own === undefined ? null : short(own);
}
