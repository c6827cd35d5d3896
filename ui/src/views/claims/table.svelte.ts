import { call, shell, type ApiError, type ClaimRow, type ClaimsFilter } from '../../ipc';
import { onChanges } from '../../stores/changes';
import { project } from '../../stores/project.svelte';
import { selection } from '../../stores/selection.svelte';
import { settings } from '../../stores/settings.svelte';
import { wasStopped } from '../../stores/work.svelte';
import { COLUMNS, known } from './columns';
import { narrowed } from './filter';

/** The rows above the first: the names of the columns, and what they are filtered by. */
export const HEADERS = -2;
export const FILTERS = -1;

const PAGE = 100;
/** Rows that are asked for at once where only their ids are. */
const MANY = 20_000;
/** Pages that stay in memory at most. */
const KEPT = 60;

/**
 * The claim table, of which only the pages in sight are fetched. It outlives the view, so that coming back from an article
 * finds it as it was.
 */
class ClaimsTable {
  sort = $state<{ column: string; descending: boolean } | null>(null);
  /** What the cells of a column are to contain. */
  contains = $state<Record<string, string>>({});
  drafts = $state(false);
  confidential = $state(false);

  /** How many rows there are; while they are being counted, how many are known of. */
  total = $state(0);
  counted = $state(false);
  loaded = $state(false);
  failed = $state.raw<ApiError | null>(null);
  /** The cell in focus; rows above the first are the filters (-1) and the headers (-2). */
  row = $state(0);
  column = $state(0);
  /** The table had the focus when the view was left. */
  left = $state(false);

  private pages = $state.raw<ReadonlyMap<number, ClaimRow[]>>(new Map());
  /** The columns that the fetched cells are of. */
  private got = $state.raw<string[]>([]);
  private version = 0;
  private filled = -1;
  private wanted: [first: number, last: number] = [0, 0];
  private fetching = false;
  /** The question that is being answered. */
  private task = '';
  private asked = '';

  constructor() {
    onChanges(() => {
      this.asked = '';
      if (selection.place === 'claims' && this.loaded) this.look();
    });
  }

  /** The columns chosen, in their order. */
  get columns(): string[] {
    return known(settings.data.claim_columns ?? null);
  }

  /** What is asked for: the event of the window, the filters of the columns that are shown, the order. */
  get filter(): ClaimsFilter {
    return {
      ...(selection.eventId === null ? {} : { event: selection.eventId }),
      ...narrowed(this.columns.map((column) => [column, this.contains[column] ?? ''])),
      include_drafts: this.drafts,
      include_confidential: this.confidential,
      ...(this.sort === null ? {} : { sort: this.sort.column }),
      descending: this.sort?.descending ?? false,
    };
  }

  /** Whether words narrow the table. */
  get filtered(): boolean {
    return this.columns.some((column) => (this.contains[column] ?? '').trim() !== '');
  }

  /** Asks again if anything else is asked for than what is there. What is shown stays until the answer is there. */
  look(): void {
    const asked = JSON.stringify([project.info?.id, this.filter, this.columns]);
    if (asked === this.asked) return;
    this.asked = asked;
    this.version++;
    // Sorting a million rows for a question that nobody asks any more would only hold up the next one.
    if (this.fetching) void shell('stop', { task: this.task });
    void this.fetch();
  }

  /** Something outside changed: the next look asks again. */
  forget(): void {
    this.asked = '';
  }

  /** A row, if it has been fetched. */
  at(index: number): ClaimRow | undefined {
    return this.pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /** A cell of a fetched row, by its column. */
  cell(row: ClaimRow | undefined, column: string): string | null {
    return row?.cells[this.got.indexOf(column)] ?? null;
  }

  /** Sees to it that rows are fetched. */
  need(first: number, last: number): void {
    this.wanted = [Math.floor(first / PAGE), Math.floor(last / PAGE)];
    void this.fetch();
  }

  /** One question at a time, always for what is in sight now: a scroll across the whole table asks for little. */
  private async fetch(): Promise<void> {
    if (this.fetching) return;
    this.fetching = true;
    for (let page = this.missing(); page !== null; page = this.missing()) {
      const { version } = this;
      try {
        await this.take(page);
        this.failed = null;
      } catch (error) {
        if (wasStopped(error) && version !== this.version) continue;
        this.failed = error as ApiError;
        this.filled = this.version;
        break;
      }
    }
    this.fetching = false;
  }

  private missing(): number | null {
    const [first, last] = this.wanted;
    if (this.filled !== this.version) return first;
    if (!this.counted) return 0;
    for (let page = first; page <= last; page++) {
      if (!this.pages.has(page) && page * PAGE < Math.max(this.total, 1)) return page;
    }
    return null;
  }

  private async take(page: number): Promise<void> {
    const { version, columns } = this;
    const anew = this.filled !== version;
    this.task = crypto.randomUUID();
    const reply = await call(
      'claims',
      {
        filter: this.filter,
        columns,
        offset: page * PAGE,
        limit: PAGE,
        // The first screen does not wait until a million rows are counted.
        ...(anew && page === 0 ? { at_once: true } : {}),
      },
      this.task,
    );
    if (version !== this.version) return;
    this.filled = version;
    this.counted = reply.total !== null;
    const pages = new Map(anew ? [] : this.pages);
    pages.set(page, reply.rows);
    for (const old of pages.keys()) {
      if (pages.size <= KEPT) break;
      pages.delete(old);
    }
    this.pages = pages;
    this.got = columns;
    this.total = reply.total ?? Math.max(reply.rows.length, this.loaded ? this.total : 0);
    this.loaded = true;
    if (this.counted && this.row >= this.total) this.row = Math.max(0, this.total - 1);
    // Fewer rows than before: what was in sight lies beyond the end.
    const end = Math.max(0, Math.ceil(this.total / PAGE) - 1);
    this.wanted = [Math.min(this.wanted[0], end), Math.min(this.wanted[1], end)];
  }

  /** The rows by their ids alone, from one place to another. */
  async rows(from: number, to: number): Promise<ClaimRow[]> {
    const rows: ClaimRow[] = [];
    for (let offset = from; offset <= to; offset += MANY) {
      const limit = Math.min(MANY, to - offset + 1);
      const reply = await call('claims', { filter: this.filter, columns: [], offset, limit });
      rows.push(...reply.rows);
    }
    return rows;
  }

  /** From unsorted to ascending, to descending, to the order of the articles again. */
  sortBy(column: string): void {
    if (this.sort?.column !== column) this.sort = { column, descending: false };
    else this.sort = this.sort.descending ? null : { column, descending: true };
  }

  /** Shows these columns from now on. One at least stays. */
  async choose(columns: string[]): Promise<void> {
    if (columns.length === 0) return;
    await settings.set({ claim_columns: columns });
  }

  /** Moves a column before or behind its neighbour. */
  async move(column: string, by: -1 | 1): Promise<void> {
    const columns = this.columns.slice();
    const at = columns.indexOf(column);
    const [moved] = columns.splice(at, 1);
    if (moved === undefined || at + by < 0) return;
    columns.splice(at + by, 0, moved);
    await this.choose(columns);
  }

  /** The width of a column, in rem. */
  width(column: string): number {
    const own = settings.data.claim_widths[column];
    return own === undefined ? (COLUMNS.get(column)?.width ?? 9) : own / 16;
  }

  /** Makes a column this wide, in rem; `null` as wide as it usually is. */
  async widen(column: string, width: number | null): Promise<void> {
    const { [column]: _, ...widths } = settings.data.claim_widths;
    if (width !== null) widths[column] = Math.round(Math.max(3, Math.min(60, width)) * 16);
    await settings.set({ claim_widths: widths });
  }
}

export const table = new ClaimsTable();
