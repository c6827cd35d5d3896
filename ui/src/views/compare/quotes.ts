import type { BoardCell, BoardFigure, BoardRow } from '../../ipc';
import { date, t } from '../../locales';
import { amountWords } from './sentence';

/** A quote of a row: the figure, and the cell that it stands in. */
export type Quote = { figure: BoardFigure; cell: BoardCell; row: BoardRow };

/** Every quote of a row: a figure a line, by source and then by time. */
export function quotesOf(row: BoardRow): Quote[] {
  return row.cells.flatMap((cell) => cell.figures.map((figure) => ({ figure, cell, row })));
}

/** A quote in three: before the figure's words, the words, after. Offsets are code points. */
export function split(figure: BoardFigure): [before: string, words: string, after: string] {
  if (figure.figure_start === null || figure.figure_end === null) return [figure.quote, '', ''];
  const points = Array.from(figure.quote);
  return [
    points.slice(0, figure.figure_start).join(''),
    points.slice(figure.figure_start, figure.figure_end).join(''),
    points.slice(figure.figure_end).join(''),
  ];
}

/** A citation to paste: `at least 18 killed · security forces: Interior Ministry, 9 Jan 2022, via …: “quote” (URL)`. */
export function citation({ figure, cell, row }: Quote, what: string): string {
  const who = [cell.unattributed ? t('finding.unattributed', { name: cell.source }) : cell.source];
  if (figure.time !== null) who.push(date(figure.time.slice(0, 10)));
  const via = [
    ...figure.via,
    ...(figure.outlet !== null && !figure.via.includes(figure.outlet) ? [figure.outlet] : []),
  ];
  if (via.length > 0) who.push(t('compare.citation.via', { names: via.join(' → ') }));
  const amount = amountWords({ figure, row });
  return t(figure.article_url === null ? 'compare.citation.noAddress' : 'compare.citation.whole', {
    amount,
    what,
    who: who.join(', '),
    quote: figure.quote,
    url: figure.article_url,
  });
}
