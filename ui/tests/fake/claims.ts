import type { ClaimRow, ClaimsPage, ClaimsQuery } from '../../src/ipc';
import { SECTIONS } from '../../src/views/claims/columns';

/** The columns of `claimRows`. */
export const claimColumns = SECTIONS.flatMap((section) => section.columns.map((column) => column.name));

const sources: [name: string, kind: string][] = [
  ['Interior Ministry', 'ministry'],
  ['Health Office', 'health_authority'],
  ['UN', 'un'],
  ['اتحاد عمال الموانئ', 'union'],
  ['Prosecutor General', 'prosecutor'],
];

/** Rows of a claim table, each with all columns. */
export const claimRows = (count: number): ClaimRow[] =>
  Array.from({ length: count }, (_, at) => claimRow(at));

/** A table of so many rows, each made when it is asked for: to be looked at, in its own order only. */
export function claimTable(count: number) {
  return ({ columns, offset, limit }: ClaimsQuery): ClaimsPage => ({
    total: count,
    rows: Array.from({ length: Math.max(0, Math.min(limit, count - offset)) }, (_, at) => {
      const row = claimRow(offset + at);
      return { ...row, cells: columns.map((name) => row.cells[claimColumns.indexOf(name)] ?? null) };
    }),
  });
}

function claimRow(at: number): ClaimRow {
  const [source, kind] = sources[at % sources.length]!;
  const low = String(10 + ((at * 37) % 1400));
  const cells: Record<string, string> = {
    article_title: at % 3 === 0 ? 'Night of the dam' : 'The port counts its dead',
    outlet: 'Valley Courier',
    published_at: `2031-03-${String(1 + (at % 28)).padStart(2, '0')}`,
    event: 'Dam failure',
    quote: `The office now counts at least ${low} dead, its spokeswoman said in the evening bulletin.`,
    speaker: at % 2 === 0 ? 'Colonel Ines Varga' : '',
    source,
    source_kind: kind,
    via: 'Wire North; Agence du Delta',
    figure_text: `at least ${low}`,
    qualifier: 'at_least',
    point: low,
    low,
    unit: 'count',
    measure: at % 4 === 0 ? 'injured' : 'killed',
    group: at % 5 === 0 ? 'security_forces' : 'persons',
    place: 'Orlava > Port',
    as_of: `2031-03-${String(1 + (at % 28)).padStart(2, '0')}`,
    counting: 'total',
    stance: 'asserts',
    standing: at % 7 === 0 ? 'superseded' : 'current',
    vague: 'false',
    created_at: '2031-03-04T08:00:00Z',
  };
  return {
    article_id: `a-${at}`,
    statement_id: `s-${at}`,
    figure_id: `f-${at}`,
    cells: claimColumns.map((name) => cells[name] ?? null),
  };
}
