import { call, type ApiError, type ArticleRow, type ArticleView } from '../ipc';
import { onChanges } from './changes';

const PAGE = 200;

/** The list of articles, fetched a page at a time as it is scrolled, and the one that is open. */
class Articles {
  total = $state(0);
  loaded = $state(false);
  filter = $state('');
  /** Only those of an event. */
  eventId = $state<string | null>(null);
  // As it came: an article of a thousand statements is read, never changed in place.
  open = $state.raw<ArticleView | null>(null);
  failed = $state<ApiError | null>(null);

  private pages = $state<Record<number, ArticleRow[]>>({});
  private asked = new Set<number>();
  private asking = 0;
  private opening = 0;

  constructor() {
    onChanges((changes) => {
      if (changes.articles.length) void this.load();
      else if (changes.statements.length || changes.events.length) void this.reload();
      const id = this.open?.article.id;
      if (id === undefined) return;
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
    this.asked = new Set([0]);
    const page = await this.fetch(0);
    if (asking !== this.asking) return;
    this.pages = { 0: page.rows };
    this.total = page.total;
    this.loaded = true;
  }

  /** What is fetched of the list anew, where it stands: the number of statements of some row is another. */
  private async reload(): Promise<void> {
    const asking = this.asking;
    const held = Object.keys(this.pages).map(Number);
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
    });
  }

  /** The article at a place of the list; not there yet, it is fetched. */
  row(index: number): ArticleRow | undefined {
    const page = Math.floor(index / PAGE);
    const rows = this.pages[page];
    if (!rows) void this.more(page);
    return rows?.[index % PAGE];
  }

  private async more(page: number): Promise<void> {
    if (this.asked.has(page)) return;
    this.asked.add(page);
    const asking = this.asking;
    const { rows } = await this.fetch(page);
    if (asking === this.asking) this.pages = { ...this.pages, [page]: rows };
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

  /** The open article anew. */
  async refresh(): Promise<void> {
    const id = this.open?.article.id;
    if (id !== undefined) await this.read(id);
  }

  /** Forgets everything: another project is open. */
  reset(): void {
    this.close();
    this.asking++;
    this.pages = {};
    this.total = 0;
    this.loaded = false;
    this.filter = '';
    this.eventId = null;
  }

  close(): void {
    this.opening++;
    this.open = null;
    this.failed = null;
  }
}

export const articles = new Articles();
