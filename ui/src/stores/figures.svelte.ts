import { call, type ClaimRow } from '../ipc';
import { date, value, word } from '../locales';
import { onChanges, touches } from './changes';
import { fold, type Option } from './fold';
import { vocabulary } from './options';

const COLUMNS = [
  'source',
  'speaker',
  'figure_text',
  'qualifier',
  'point',
  'low',
  'high',
  'unit',
  'vague',
  'measure',
  'group',
  'place',
  'as_of',
  'stated_at',
  'published_at',
  'article_title',
  'outlet',
] as const;

/** How many figures are fetched at once: of an event those of the newest articles, of a search as many as a list shows. */
const LIMIT = 60;

/** What is typed goes to the core when nothing more has come for so long, in milliseconds. */
const PAUSE = 120;

/** The figures of one event across the whole project, for a figure of the open card to point to. */
class Figures {
  /** Those fetched so far. */
  private known = $state.raw<ReadonlyMap<string, Option>>(new Map());
  /** Those of the event, by id. */
  private offered = $state.raw<ReadonlySet<string>>(new Set());
  private event: string | null | undefined;
  /** Those that were asked for by their ids since something changed. */
  private named = new Set<string>();
  private asked = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    onChanges((changes) => {
      if (!touches(changes, 'statements', 'figures')) return;
      this.event = undefined;
      this.named.clear();
    });
  }

  get options(): Option[] {
    return [...this.offered].flatMap((id) => this.known.get(id) ?? []);
  }

  /** Fetches the newest figures of an event, or of none; nothing where they are there already. */
  async load(event: string | null): Promise<void> {
    if (this.event === event) return;
    this.event = event;
    this.asked = '';
    this.offered = new Set();
    await this.fetch({ words: [], ids: [] });
  }

  /** Looks for figures of the event by what is typed: numbers, measures, places, days, who said it and where. */
  search(typed: string): void {
    const words = typed.trim();
    if (words === '' || words === this.asked) return;
    this.asked = words;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.fetch({ words: sought(words), ids: [] }), PAUSE);
  }

  /** Fetches figures that are pointed to, wherever they are. */
  async name(ids: string[]): Promise<void> {
    const missing = ids.filter((id) => !this.named.has(id));
    for (const id of missing) this.named.add(id);
    if (missing.length > 0) await this.fetch({ words: [], ids: missing });
  }

  private async fetch(which: { words: string[][]; ids: string[] }): Promise<void> {
    const event = this.event ?? null;
    const of = event === null ? {} : { event };
    try {
      const rows = await call('figures', { ...of, ...which, columns: [...COLUMNS], limit: LIMIT });
      if ((this.event ?? null) !== event) return;
      const found = rows.flatMap(option);
      this.known = new Map([...this.known, ...found.map((one) => [one.value, one] as const)]);
      if (which.ids.length === 0) this.offered = new Set([...this.offered, ...found.map((one) => one.value)]);
    } catch {
      // An event that is new has no figures yet.
    }
  }

  /** How a figure is called, where it is among these. */
  called(id: string): string | undefined {
    return this.known.get(id)?.label;
  }
}

/** What may stand for each typed word: itself, its digits without grouping, the measures that it begins in this language. */
function sought(typed: string): string[][] {
  return fold(typed)
    .split(' ')
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((word) => {
      const digits = /^\d[\d.,']*$/.test(word) ? word.replace(/\D/g, '') : word;
      const measures = vocabulary('measure').filter((one) => fold(one.label).startsWith(word));
      return [...new Set([word, digits, ...measures.map((one) => one.value)])];
    });
}

function option(row: ClaimRow): Option[] {
  const cell = (name: (typeof COLUMNS)[number]) => row.cells[COLUMNS.indexOf(name)] ?? null;
  if (row.figure_id === null) return [];
  const what = [
    value({
      qualifier: cell('qualifier') ?? 'exact',
      point: cell('point'),
      low: cell('low'),
      high: cell('high'),
      vague: cell('vague') === 'true',
      unit: cell('unit') ?? 'count',
      figure_text: cell('figure_text'),
    }),
    cell('measure') && word('measure', cell('measure') ?? ''),
  ]
    .filter((part) => part)
    .join(' ');
  const who = cell('source') ?? cell('speaker');
  const day = cell('as_of') ?? cell('stated_at') ?? cell('published_at');
  const place = cell('place')?.split(' > ').at(-1);
  const detail = [place, day && date(day), cell('outlet') ?? cell('article_title')].filter((part) => part);
  return [
    {
      value: row.figure_id,
      label: who ? `${what} (${who})` : what,
      detail: detail.join(' · '),
      // Whatever one remembers of it finds it.
      aliases: [
        who,
        cell('speaker'),
        day,
        cell('article_title'),
        cell('outlet'),
        cell('place'),
        cell('figure_text'),
        cell('point'),
        cell('measure'),
      ].filter((part): part is string => Boolean(part)),
    },
  ];
}

export const figures = new Figures();
