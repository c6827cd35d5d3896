import type { FigureView, StatementView } from '../ipc';
import { t } from '../locales';
import type { DrawnMark } from './ArticleText.svelte';
import { lanes } from './segments';

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

/** The marks of an article's statements and figures, in order of their start, the statement before its figures. */
export function drawn(statements: StatementView[], chosen: string | null): DrawnMark[] {
  const shown = statements.filter((statement) => statement.status !== 'dismissed');
  const lane = lanes(shown);
  const marks: DrawnMark[] = [];
  for (const statement of shown) {
    const family = familyOf(statement);
    const common = {
      family,
      tag: t(`familyTag.${family}`),
      who: statement.source?.name ?? statement.speaker?.name ?? t('card.unattributed'),
      line: lineOf(statement),
      chosen: statement.id === chosen,
    };
    const { id, start, end } = statement;
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
