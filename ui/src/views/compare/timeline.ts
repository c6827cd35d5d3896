import type { Board, BoardFigure } from '../../ipc';
import { date, t, value, word } from '../../locales';
import type { TimelineData, TimelineFigure, TimelineLane } from '../../components/timeline/layout';
import type { Quote } from './quotes';
import { gapOf } from './strip';

/** Which day a figure's time is: `as_of`, `stated` or `published`. */
export function dayKind({
  time,
  as_of,
  published_at,
  stance,
}: BoardFigure): 'as_of' | 'stated' | 'published' {
  // A denial has the day on which it was uttered, whatever the figure was of.
  const own = stance === 'asserts' || published_at === null;
  if (as_of !== null && time === as_of && own) return 'as_of';
  return time !== null && time === published_at ? 'published' : 'stated';
}

/** A figure's day and which day that is: `9 Jan 2022 (as of)`; that there is none is said. */
export function dayWords(figure: BoardFigure): string {
  if (figure.time === null) return t('timeline.undated');
  return t(`timeline.day.${dayKind(figure)}`, { day: date(figure.time) });
}

/** How a figure stands: what is said of it, or what it says of another. */
export function standingWords(figure: BoardFigure): string {
  if (figure.stance !== 'asserts') return word('stance', figure.stance);
  return figure.under !== null ? t('compare.folded') : t(`standing.${figure.standing}`);
}

function standing(figure: BoardFigure): TimelineFigure['standing'] {
  if (figure.stance !== 'asserts') return 'denial';
  if (figure.under !== null) return 'folded';
  if (figure.standing === 'superseded') return 'superseded';
  return figure.standing === 'current' ? 'current' : 'struck';
}

/** Quotes as a timeline: a lane for each source, in the board's order. */
export function timelineOf(quotes: Quote[], board: Board, title: string): TimelineData {
  const inConflict = new Set(
    board.findings.filter(({ kind }) => kind === 'conflict').flatMap(({ figures }) => figures),
  );
  const lanes = new Map<string, TimelineLane>();
  const figures = quotes.map(({ figure, cell, row }): TimelineFigure => {
    const family = cell.unattributed ? 'none' : cell.family;
    const lane = `${cell.source_kind}\n${cell.source}\n${cell.unattributed}`;
    lanes.set(lane, { key: lane, name: cell.source, family, tag: t(`familyTag.${family}`) });
    const shown = value({ ...figure, unit: row.unit });
    return {
      id: figure.figure_id,
      lane,
      time: figure.time,
      low: figure.low === null ? null : Number(figure.low),
      high: figure.high === null ? null : Number(figure.high),
      standing: standing(figure),
      conflict: inConflict.has(figure.figure_id),
      label: figure.stance === 'asserts' ? shown : `${word('stance', figure.stance)}\u00a0${shown}`,
      words: {
        source: cell.unattributed ? t('finding.unattributed', { name: cell.source }) : cell.source,
        day: dayWords(figure),
        figure: shown,
        standing: standingWords(figure),
        quote: figure.quote,
      },
      language: figure.language,
    };
  });
  const rows = new Set(quotes.map(({ row }) => row));
  const [row] = rows;
  return { title, lanes: [...lanes.values()], figures, gap: rows.size === 1 && row ? gapOf(row) : null };
}
