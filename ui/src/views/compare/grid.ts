import type { Board, BoardCell, BoardFigure } from '../../ipc';

/** Families of sources, in the order of the vocabulary. */
export const FAMILIES = [
  'state',
  'security',
  'health_rescue',
  'international',
  'civil_society',
  'media',
  'parties',
  'witnesses',
] as const;

/** A column of the grid: a family, or one source of a family that is open. */
export type Column = {
  key: string;
  family: string;
  /** The source's name; `null` while the family is closed. */
  source: string | null;
  unattributed: boolean;
  /** How many sources of the family have a figure. */
  sources: number;
};

/** A figure of a grid cell with whose it is. */
export type GridFigure = { figure: BoardFigure; cell: BoardCell };
export type Grid = { columns: Column[]; cells: GridFigure[][][] };

const sourceKey = (cell: BoardCell) =>
  `${cell.family}\n${cell.source_kind}\n${cell.source}\n${cell.unattributed}`;

/** The board as rows and families, those in `open` as their sources. Only families and sources with a figure are there. */
export function grid(board: Board, open: ReadonlySet<string>): Grid {
  const columns = columnsOf(board, open);
  const at = new Map(columns.map((column, index) => [column.key, index]));
  const cells = board.rows.map((row) => {
    const line: GridFigure[][] = columns.map(() => []);
    for (const cell of row.cells) {
      const column = at.get(open.has(cell.family) ? sourceKey(cell) : cell.family);
      if (column !== undefined) line[column]?.push(...cell.figures.map((figure) => ({ figure, cell })));
    }
    return line;
  });
  return { columns, cells };
}

function columnsOf(board: Board, open: ReadonlySet<string>): Column[] {
  const families = new Map<string, Map<string, BoardCell>>();
  for (const row of board.rows) {
    for (const cell of row.cells) {
      if (cell.figures.length === 0) continue;
      const sources = families.get(cell.family) ?? new Map<string, BoardCell>();
      families.set(cell.family, sources.set(sourceKey(cell), cell));
    }
  }
  const known = FAMILIES.filter((family) => families.has(family));
  const others = [...families.keys()].filter((family) => !known.some((one) => one === family));
  return [...known, ...others].flatMap((family): Column[] => {
    const sources = families.get(family) ?? new Map<string, BoardCell>();
    const closed = { key: family, family, source: null, unattributed: false, sources: sources.size };
    if (!open.has(family)) return [closed];
    return [...sources].map(([key, cell]) => ({
      ...closed,
      key,
      source: cell.source,
      unattributed: cell.unattributed,
    }));
  });
}
