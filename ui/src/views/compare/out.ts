/** What goes out of the board: citations, tables and drawings, to the clipboard or to a file. */
import { toast } from 'svelte-sonner';
import type { TimelineData } from '../../components/timeline/layout';
import { call, type Board, type FileKind } from '../../ipc';
import { date, list, number, t } from '../../locales';
import { copyPng, copyText } from '../../stores/clipboard';
import { saveFile } from '../../stores/files';
import { project } from '../../stores/project.svelte';
import { showError } from '../../stores/writes';
import { boardDay } from './board';
import type { Quote } from './quotes';
import { compare } from './state.svelte';

/** What a drawing of the timeline is made from. */
export type Drawn = { data: TimelineData; detail: string; quotes: Quote[]; board: Board };

const NAMED = 12;

/** Does what may fail, and shows why it did. */
async function trying(work: () => Promise<void>): Promise<void> {
  await work().catch(showError);
}

/** The lines of these figures, or of the whole board, as `onrec compare --csv` prints them. */
async function csv(figures?: string[]): Promise<string> {
  const reply = await call('compare_csv', { query: compare.query, ...(figures ? { figures } : {}) });
  return reply.csv;
}

export const saveBoard = () =>
  trying(async () => {
    const suggested = t('compare.fileOf', { project: project.info?.title ?? '' });
    await saveFile('csv', suggested, { text: await csv() });
  });

export const copyBoard = () => copyText(csv(), t('compare.boardCopied'));

/** Names as far as a line of small print takes them. */
function named(names: (string | null)[]): string {
  const all = [...new Set(names.filter((name) => name !== null))];
  const shown = all.slice(0, NAMED);
  if (all.length > NAMED) shown.push(t('timeline.more', { n: number(all.length - NAMED) }));
  return shown.length === 0 ? '–' : list(shown);
}

async function drawing({ data, detail, quotes, board }: Drawn) {
  const made = await import('../../components/timeline/picture');
  const day = boardDay(board, compare.asOf);
  const svg = made.picture(data, {
    title: data.title,
    detail,
    legend: legendWords(data),
    source: t('timeline.source', {
      project: project.info?.title ?? '',
      day: day === null ? '–' : date(day),
      sources: named(data.lanes.map(({ name }) => name)),
      outlets: named(quotes.map(({ figure }) => figure.outlet)),
    }),
  });
  return { ...made, svg };
}

/** What the signs of a timeline mean. */
export function legendWords(data: TimelineData): string {
  return data.gap ? `${t('timeline.legend')} ${t('timeline.legendConflict')}` : t('timeline.legend');
}

const ids = ({ data }: Drawn) => data.figures.map(({ id }) => id);

export const saveTimeline = (drawn: Drawn, kind: FileKind) =>
  trying(async () => {
    const { title } = drawn.data;
    if (kind === 'csv') return saveFile(kind, title, { text: await csv(ids(drawn)) });
    const { svg, svgText, png, base64 } = await drawing(drawn);
    if (kind === 'svg') return saveFile(kind, title, { text: svgText(svg) });
    return saveFile(kind, title, { base64: await base64(await png(svg)) });
  });

export const copyTimeline = (drawn: Drawn, kind: FileKind) =>
  trying(async () => {
    const words = { kind: t(`timeline.kind.${kind}`) };
    const said = t('timeline.copied', words);
    if (kind === 'csv') return copyText(csv(ids(drawn)), said);
    if (kind === 'svg')
      return copyText(
        drawing(drawn).then(({ svg, svgText }) => svgText(svg)),
        said,
      );
    const done = await copyPng(drawing(drawn).then(({ svg, png }) => png(svg)));
    if (done) toast(said);
    else toast.error(t('timeline.notCopied', words), { duration: 12_000 });
  });
