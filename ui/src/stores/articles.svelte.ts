import {
  call,
  type ApiError,
  type ArticleOrder,
  type ArticleRow,
  type ArticleView,
  type Unfinished,
} from '../ipc';
import { onChanges } from './changes';
import { settings } from './settings.svelte';

const PAGE = 100;

/** The list of articles, fetched a page at a time as it is scrolled, and the one that is open. */
class Articles {
  total = $state(0);
  loaded = $state(false);
  /** A part of title or outlet, or words of the text. */
  filter = $state('');
  /** Only those that are not done with in this way. */
  only = $state<Unfinished | null>(null);
  /** Only those of an event. */
  eventId = $state<string | null>(null);
  // As it came: an article of a thousand statements is read, never changed in place.
  open = $state.raw<ArticleView | null>(null);
  failed = $state<ApiError | null>(null);

  private pages = $state<Record<number, ArticleRow[]>>({});
  /** Pages that are on their way or there. */
  private asked = new Map<number, Promise<void>>();
  private asking = 0;
  private opening = 0;
  /** The article that is open, or about to be. */
  private wanted: string | null = null;

  constructor() {
    onChanges((changes) => {
      // What is recorded changes the counts of a row, and perhaps its place; it does not lead back to the beginning.
      if (changes.statements.length || changes.events.length) void this.reload();
      else if (changes.articles.length) void this.load();
      const id = this.open && this.wanted;
      if (id === null) return;
      const mine =
        changes.articles.includes(id) ||
        changes.statements.length > 0 ||
        changes.figures.length > 0 ||
        changes.relations.length > 0 ||
        changes.assessments.length > 0 ||
        changes.sources.length > 0 ||
        changes.speakers.length > 0 ||
        changes.events.length > 0 ||
        changes.places.length > 0;
      if (mine) void this.refresh();
    });
  }

  /** The list from its beginning. */
  async load(): Promise<void> {
    const asking = ++this.asking;
    const coming = this.fetch(0);
    this.asked = new Map([[0, coming.then(() => undefined)]]);
    const page = await coming;
    if (asking !== this.asking) return;
    this.pages = { 0: page.rows };
    this.total = page.total;
    this.loaded = true;
  }

  /** What is fetched of the list anew, where it stands: the number of statements of some row is another. */
  private async reload(): Promise<void> {
    const asking = this.asking;
    const held = Object.keys(this.pages).map(Number);
    if (held.length === 0) return this.load();
    const pages = await Promise.all(held.map((page) => this.fetch(page)));
    if (asking !== this.asking) return;
    this.pages = Object.fromEntries(held.map((page, index) => [page, pages[index]?.rows ?? []]));
    this.total = pages[0]?.total ?? this.total;
  }

  private fetch(page: number) {
    return call('articles', {
      offset: page * PAGE,
      limit: PAGE,
      ...(this.filter.trim() ? { filter: this.filter.trim() } : {}),
      ...(this.eventId ? { event_id: this.eventId } : {}),
      ...(this.only ? { only: this.only } : {}),
      order: this.order,
    });
  }

  /** The order that the user chose last, for any project. */
  get order(): ArticleOrder {
    return settings.data.article_order;
  }

  /** Whether some of the articles are left out. */
  get narrowed(): boolean {
    return this.filter.trim() !== '' || this.only !== null || this.eventId !== null;
  }

  /** All articles again, but for those of other events. */
  async widen(): Promise<void> {
    this.filter = '';
    this.only = null;
    await this.load();
  }

  /** The article at a place of the list; not there yet, it is fetched. */
  row(index: number): ArticleRow | undefined {
    const page = Math.floor(index / PAGE);
    const rows = this.pages[page];
    if (!rows) void this.more(page);
    return rows?.[index % PAGE];
  }

  private more(page: number): Promise<void> {
    const coming = this.asked.get(page) ?? this.take(page);
    this.asked.set(page, coming);
    return coming;
  }

  private async take(page: number): Promise<void> {
    const asking = this.asking;
    const { rows } = await this.fetch(page);
    if (asking === this.asking) this.pages = { ...this.pages, [page]: rows };
  }

  /** The article at a place of the list, once it is fetched. */
  async fetched(index: number): Promise<ArticleRow | undefined> {
    await this.more(Math.floor(index / PAGE));
    return this.row(index);
  }

  /** Where an article stands in what is fetched of the list. */
  indexOf(id: string): number {
    for (const [page, rows] of Object.entries(this.pages)) {
      const at = rows.findIndex((row) => row.id === id);
      if (at >= 0) return Number(page) * PAGE + at;
    }
    return -1;
  }

  /** The outlets of the articles fetched so far. */
  outlets(): string[] {
    const known = Object.values(this.pages).flatMap((rows) => rows.map((row) => row.outlet));
    return [...new Set(known.filter((outlet) => outlet !== null))];
  }

  /** Opens an article to read. */
  async read(id: string): Promise<void> {
    const opening = ++this.opening;
    this.wanted = id;
    try {
      const view = await call('article', { id });
      if (opening !== this.opening) return;
      this.open = view;
      this.failed = null;
    } catch (error) {
      if (opening !== this.opening) return;
      this.open = null;
      this.failed = error as ApiError;
    }
  }

  /** The open article anew, or the one that is about to be open. */
  async refresh(): Promise<void> {
    if (this.open && this.wanted) await this.read(this.wanted);
  }

  /** Forgets everything: another project is open. */
  reset(): void {
    this.close();
    this.asking++;
    this.pages = {};
    this.total = 0;
    this.loaded = false;
    this.filter = '';
    this.only = null;
    this.eventId = null;
  }

  close(): void {
    this.opening++;
    this.wanted = null;
    this.open = null;
    this.failed = null;
  }
}

export const articles = new Articles();
