import type { Board, BoardCell, BoardFigure, BoardRow } from '../../ipc';

/** A figure of a board with the cell and the row it stands in. */
export type Placed = { figure: BoardFigure; cell: BoardCell; row: BoardRow; index: number };

const indexes = new WeakMap<Board, Map<string, Placed>>();

/** The board's figures by id. Built once for each board. */
export function placed(board: Board): Map<string, Placed> {
  let index = indexes.get(board);
  if (!index) {
    index = new Map();
    board.rows.forEach((row, at) => {
      for (const cell of row.cells) {
        for (const figure of cell.figures) index!.set(figure.figure_id, { figure, cell, row, index: at });
      }
    });
    indexes.set(board, index);
  }
  return index;
}

/** Whether a figure is somebody's word today, and so counts in the row: asserted, current, shown for itself. */
export function counts(figure: BoardFigure): boolean {
  return figure.stance === 'asserts' && figure.standing === 'current' && figure.under === null;
}

/** The instant at which a date as given begins, in milliseconds. */
export function begins(date: string): number {
  return Date.parse(date);
}

/** Oldest and newest time of the figures that count in a row. */
export function ages(row: BoardRow): { oldest: string | null; newest: string | null } {
  let oldest: string | null = null;
  let newest: string | null = null;
  for (const cell of row.cells) {
    for (const figure of cell.figures) {
      if (!counts(figure) || figure.time === null) continue;
      if (oldest === null || begins(figure.time) < begins(oldest)) oldest = figure.time;
      if (newest === null || begins(figure.time) > begins(newest)) newest = figure.time;
    }
  }
  return { oldest, newest };
}

/** The day from which a board is looked at: the one that was asked for, else that of its newest figure. */
export function boardDay(board: Board, asked: string): string | null {
  if (asked !== '') return asked;
  let newest: string | null = null;
  for (const row of board.rows) {
    const own = ages(row).newest;
    if (own !== null && (newest === null || begins(own) > begins(newest))) newest = own;
  }
  return newest?.slice(0, 10) ?? null;
}

/** How many days lie between two dates as given, by the day on which each begins. */
export function daysBetween(from: string, to: string): number {
  const day = (date: string) => Math.floor(begins(date) / 86_400_000);
  return day(to) - day(from);
}

/** The names of those whose figures count in a row, in the order of the cells. */
export function issuers(row: BoardRow): BoardCell[] {
  return row.cells.filter((cell) => cell.figures.some(counts));
}

/** How many findings touch each row. */
export function findingsByRow(board: Board): number[] {
  const index = placed(board);
  const touched: number[] = board.rows.map(() => 0);
  for (const finding of board.findings) {
    const rows = new Set<number>();
    for (const id of finding.figures) {
      const at = index.get(id)?.index;
      if (at !== undefined) rows.add(at);
    }
    for (const at of rows) touched[at] = (touched[at] ?? 0) + 1;
  }
  return touched;
}

/** The order in which the list shows the rows: conflicts, then what a finding touches, then the rest as the board has it. */
export function listOrder(board: Board): number[] {
  const touched = findingsByRow(board);
  const rank = (at: number) => (board.rows[at]?.verdict === 'conflict' ? 0 : (touched[at] ?? 0) > 0 ? 1 : 2);
  return board.rows.map((_, at) => at).sort((a, b) => rank(a) - rank(b) || a - b);
}

/** How many figures of how many sources a board holds, of those that count. */
export function totals(board: Board): { figures: number; sources: number } {
  const sources = new Set<string>();
  let figures = 0;
  for (const row of board.rows) {
    for (const cell of row.cells) {
      const counted = cell.figures.filter(counts).length;
      figures += counted;
      if (counted > 0) sources.add(`${cell.source_kind}\n${cell.source}`);
    }
  }
  return { figures, sources: sources.size };
}
