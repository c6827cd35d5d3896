import { freeNumbers, type Pair } from '../../src/annotator/steps';
import type { ArticleRow, ArticlesPage, ArticlesQuery, StatementView } from '../../src/ipc';
import { Text } from '../../src/ipc/offsets';
import { fold } from '../../src/stores/fold';

/** An article as the list needs it: what stands in its row, its words, and the numbers in them. */
export type Shelved = {
  row: ArticleRow;
  text: string;
  statements: StatementView[];
  numbers: () => Pair[];
};

/** A row with what is counted of the article now. */
export function counted({ row, statements, numbers }: Shelved): ArticleRow {
  const shown = statements.filter((statement) => statement.status !== 'dismissed');
  const taken = shown
    .flatMap(({ figures }) => figures)
    .flatMap(({ start, end }) => (start === null || end === null ? [] : [{ start, end }]))
    .sort((a, b) => a.start - b.start);
  return {
    ...row,
    statements: shown.length,
    drafts: shown.filter((statement) => statement.status === 'draft').length,
    numbers_left: freeNumbers(numbers(), taken).length,
  };
}

/** A window of the list of articles. */
export function shelf(articles: Shelved[], query: ArticlesQuery): ArticlesPage {
  const typed = fold(query.filter?.trim() ?? '');
  const rows = articles
    .filter(({ row }) => !query.event_id || row.event_id === query.event_id)
    .filter(({ row, text }) => fold(`${row.title} ${row.outlet} ${text}`).includes(typed))
    .map((article) => ({
      ...counted(article),
      hits: typed ? hits(article.text, (query.filter ?? '').trim().toLowerCase()) : null,
    }))
    .filter(
      (row) =>
        query.only === undefined ||
        (query.only === 'numbers_left' && row.numbers_left > 0) ||
        (query.only === 'no_statements' && row.statements === 0) ||
        (query.only === 'drafts' && row.drafts > 0),
    );
  const orders: Record<string, (a: ArticleRow, b: ArticleRow) => number> = {
    last_imported: (a, b) => rows.indexOf(b) - rows.indexOf(a),
    published: (a, b) => (b.published_at ?? '').localeCompare(a.published_at ?? ''),
    numbers_left: (a, b) => b.numbers_left - a.numbers_left,
    title: (a, b) => a.title.localeCompare(b.title),
  };
  const order = orders[query.order ?? ''];
  const sorted = order ? rows.toSorted(order) : rows;
  return { total: sorted.length, rows: sorted.slice(query.offset, query.offset + query.limit) };
}

function hits(whole: string, typed: string): ArticleRow['hits'] {
  // Case alone, which leaves every place where it is.
  const folded = whole.toLowerCase();
  const places: number[] = [];
  for (let at = folded.indexOf(typed); at >= 0; at = folded.indexOf(typed, at + 1)) places.push(at);
  const [first] = places;
  if (first === undefined) return null;
  const from = Math.max(0, first - 30);
  const piece = whole.slice(from, from + 120);
  const points = (at: number) => [...piece.slice(0, at)].length;
  return {
    count: places.length,
    at: new Text(whole).offsets.toPoints(first),
    words: [...new Set(places.map((at) => whole.slice(at, at + typed.length)))],
    text: piece.replaceAll('\n', ' '),
    marks: places
      .filter((at) => at + typed.length <= from + 120)
      .map((at) => [points(at - from), points(at - from + typed.length)]),
  };
}

/** A list of so many articles that nobody wrote. */
export function crowd(count: number): (query: ArticlesQuery) => ArticlesPage {
  const row = (index: number): ArticleRow => ({
    id: `crowd-${index}`,
    title: `Report no. ${index + 1} from the provinces`,
    outlet: ['Selm Courier', 'Le Relais du Nord'][index % 2] ?? null,
    author: null,
    url: null,
    language: 'en',
    direction: 'ltr',
    published_at: `2024-03-${String((index % 28) + 1).padStart(2, '0')}`,
    retrieved_at: '2024-03-30T12:00:00Z',
    sha256: 'c'.repeat(64),
    event_id: null,
    event: null,
    confidential: false,
    statements: (index % 5) + (index % 7 === 0 ? 3 : 0),
    drafts: index % 7 === 0 ? 3 : 0,
    numbers_left: index % 11,
    hits: null,
  });
  return ({ offset, limit }) => ({
    total: count,
    rows: Array.from({ length: Math.max(0, Math.min(limit, count - offset)) }, (_, at) => row(offset + at)),
  });
}
