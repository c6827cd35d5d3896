import type { FigureView, StatementView } from '../ipc';
import { counted, t, value } from '../locales';
import { lanes, type Mark } from './segments';

/** A mark as it is drawn: whose words (a statement's, or a figure's within it), and how. */
export type DrawnMark = Mark & {
  kind: 'statement' | 'figure';
  family: string;
  /** How the line under it is drawn. */
  line: 'solid' | 'dashed' | 'thin' | 'struck';
  lane: number;
  statement: StatementView;
};

/** How the line under a statement is drawn: what has become of its figures. */
export function lineOf(statement: StatementView): DrawnMark['line'] {
  if (statement.status === 'draft') return 'dashed';
  const standings = new Set(statement.figures.map((figure) => figure.standing));
  if (standings.size === 0 || standings.has('current')) return 'solid';
  return standings.has('superseded') ? 'thin' : 'struck';
}

/** The family that a statement is coloured by: of its source, else of whoever passes it on. */
export function familyOf(statement: StatementView): string {
  return statement.source?.family ?? statement.via[0]?.source.family ?? 'none';
}

/** Who a statement is by, as far as anyone is named. */
export function whoOf(statement: StatementView): string {
  return statement.source?.name ?? statement.speaker?.name ?? t('card.unattributed');
}

/** What a mark says to those who point at it or hear it: `Interior Ministry: ≥ 18 killed; > 1,300 injured`. */
export function describe(statement: StatementView): string {
  const figures = statement.figures.map((figure) => `${value(figure)} ${counted(figure)}`.trim());
  return figures.length === 0 ? whoOf(statement) : `${whoOf(statement)}: ${figures.join('; ')}`;
}

/** The marks of an article's statements and figures, in order of their start, the statement before its figures. */
export function drawn(statements: StatementView[]): DrawnMark[] {
  const lane = lanes(statements);
  const marks: DrawnMark[] = [];
  for (const statement of statements) {
    const { id, start, end } = statement;
    const common = { family: familyOf(statement), line: lineOf(statement), statement };
    marks.push({ ...common, kind: 'statement', id, start, end, lane: lane.get(id) ?? 0 });
    for (const figure of statement.figures) {
      if (!hasWords(figure)) continue;
      marks.push({ ...common, kind: 'figure', id: figure.id, start: figure.start, end: figure.end, lane: 0 });
    }
  }
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

type Worded = FigureView & { start: number; end: number };

/** Whether a figure stands on words of the article. */
export function hasWords(figure: FigureView): figure is Worded {
  return figure.start !== null && figure.end !== null;
}
