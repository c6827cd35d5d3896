import type { Board, BoardCell, BoardFigure, BoardRow, Finding } from '../../ipc';
import { apart, date, t, value } from '../../locales';
import { placed } from './board';
import { figuresWords, rowWords } from './row';

/** A quote of a row: the figure, and the cell that it stands in. */
export type Quote = { figure: BoardFigure; cell: BoardCell; row: BoardRow };

/** The quotes of a finding, in the order in which it names its figures. */
export function quotesOfFinding(finding: Finding, board: Board): Quote[] {
  const index = placed(board);
  return finding.figures.map((id) => index.get(id)).filter((at) => at !== undefined);
}

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

/** Who passed a figure on and who published it, from the issuer outwards. */
function chain(figure: BoardFigure): string[] {
  const { via, outlet } = figure;
  return outlet === null || via.includes(outlet) ? via : [...via, outlet];
}

/** A line of quotes for those who do not see it: the figure and whose it is, its day, where it stood, and the words. */
export function quoteWords({ figure, cell, row }: Quote): string {
  const said = [figuresWords(row, [{ figure, cell }])];
  if (figure.time !== null) said.push(date(figure.time.slice(0, 10)));
  if (figure.outlet !== null) said.push(apart(figure.outlet));
  return `${said.join(', ')}: ${figure.quote}`;
}

/** A citation to paste: `≥ 18 killed, security forces: Interior Ministry, 9 Jan 2022, via …: “quote” (URL)`. */
export function citation({ figure, cell, row }: Quote, board: Board): string {
  const name = apart(cell.source);
  const who = [cell.unattributed ? t('finding.unattributed', { name }) : name];
  if (figure.time !== null) who.push(date(figure.time.slice(0, 10)));
  const via = chain(figure);
  if (via.length > 0) who.push(t('compare.citation.via', { names: via.map(apart).join(' → ') }));
  const { lead, rest } = rowWords(row, board);
  return t(figure.article_url === null ? 'compare.citation.noAddress' : 'compare.citation.whole', {
    amount: value({ ...figure, unit: row.unit }),
    what: [lead, ...rest].join(', '),
    who: who.join(', '),
    quote: figure.quote,
    url: figure.article_url,
  });
}

/** What is said of a figure that does not stand for itself today; nothing of one that does. */
export function standing({ under, standing }: BoardFigure): string {
  if (under !== null) return t('compare.folded');
  return standing === 'current' ? '' : t(`standing.${standing}`);
}

/** Scrolls a quote to the figure's words. */
export function toWords(box: HTMLElement): void {
  const words = box.querySelector('mark');
  if (words) box.scrollTop = words.offsetTop - box.offsetTop - box.clientHeight / 2 + words.offsetHeight / 2;
}
