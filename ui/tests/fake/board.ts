import type { Board, BoardCell, BoardFigure, BoardRow, Finding } from '../../src/ipc';

/** A figure of a board; what is not given is usual. */
export function figure(id: string, given: Partial<BoardFigure> = {}): BoardFigure {
  const point = given.point === undefined ? '10' : given.point;
  return {
    figure_id: id,
    statement_id: `s-${id}`,
    article_id: 'a-1',
    article_title: 'Night of the dam',
    article_url: 'https://courier.example/dam',
    language: 'en',
    outlet: 'Valley Courier',
    published_at: '2031-03-03',
    speaker: null,
    via: [],
    quote: `There were ${point} in all.`,
    quote_translation: null,
    start: 0,
    figure_start: 11,
    figure_end: 11 + String(point).length,
    figure_text: String(point),
    qualifier: 'exact',
    point,
    low: point,
    high: point,
    vague: false,
    doubtful: false,
    time: '2031-03-03',
    as_of: null,
    part_of: null,
    basis: null,
    includes: [],
    excludes: [],
    stance: 'asserts',
    standing: 'current',
    under: null,
    ...given,
  };
}

export function cell(source: string, figures: BoardFigure[], given: Partial<BoardCell> = {}): BoardCell {
  return { source, source_kind: 'ministry', family: 'state', unattributed: false, figures, ...given };
}

export function row(cells: BoardCell[], given: Partial<BoardRow> = {}): BoardRow {
  return {
    event: 'Dam failure',
    measure: 'killed',
    severity: null,
    unit: 'count',
    group: 'persons',
    place: 'Orlava',
    period: null,
    counting: 'total',
    cells,
    verdict: 'single',
    lowest: null,
    highest: null,
    open_below: false,
    open_above: false,
    gap: null,
    independent_origins: 1,
    ...given,
  };
}

export function finding(kind: string, figures: string[], given: Partial<Finding> = {}): Finding {
  return { kind, event: null, figures, axes: [], row: 0, rule: null, rests_on: [], by: null, ...given };
}

export function board(rows: BoardRow[], findings: Finding[] = []): Board {
  return { event: null, rows, findings };
}
