import { call, type ClaimRow } from '../ipc';
import { date, value, word } from '../locales';
import { onChanges, touches } from './changes';
import type { Option } from './fold';

const COLUMNS = [
  'event',
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

/** How many figures of an event are offered: those of the articles that came first. */
const LIMIT = 2000;

/** The figures of one event across the whole project, for a figure of the open card to point to. */
class Figures {
  options = $state.raw<Option[]>([]);
  private event: string | null | undefined;

  constructor() {
    onChanges((changes) => {
      if (touches(changes, 'statements', 'figures')) this.event = undefined;
    });
  }

  /** Fetches the figures of an event, or of none; nothing where they are there already. */
  async load(event: string | null): Promise<void> {
    if (this.event === event) return;
    this.event = event;
    const filter = {
      ...(event === null ? {} : { event }),
      contains: [],
      one_of: [],
      include_drafts: true,
      include_confidential: true,
      descending: false,
    };
    try {
      const page = await call('claims', { filter, columns: [...COLUMNS], offset: 0, limit: LIMIT });
      if (this.event !== event) return;
      this.options = page.rows.flatMap((row) => option(row, event));
    } catch {
      // An event that is new has no figures yet.
      this.options = [];
    }
  }

  /** How a figure is called, where it is among these. */
  called(id: string): string | undefined {
    return this.options.find((other) => other.value === id)?.label;
  }
}

function option(row: ClaimRow, event: string | null): Option[] {
  const cell = (name: (typeof COLUMNS)[number]) => row.cells[COLUMNS.indexOf(name)] ?? null;
  if (row.figure_id === null || cell('event') !== event) return [];
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
      aliases: [who, day, cell('article_title'), cell('outlet'), place, cell('point')].filter(
        (part): part is string => Boolean(part),
      ),
    },
  ];
}

export const figures = new Figures();
