import { call, type ApiError, type Board, type Changes, type CompareQuery } from '../../ipc';
import { onChanges, touches } from '../../stores/changes';
import { project } from '../../stores/project.svelte';
import { selection } from '../../stores/selection.svelte';

export type Layout = 'list' | 'grid';

/** What the panel shows: every quote of a row, or those of a finding. */
export type Shown = { row: string } | { finding: number };

const keys = new WeakMap<Board, string[]>();

/** What tells each row from the others of its board, so that it is found again on the next one. */
export function rowKeys(board: Board): string[] {
  let found = keys.get(board);
  if (!found) {
    // Rows that compare with nothing, or with their whole alone, may be alike in everything.
    const seen = new Map<string, number>();
    found = board.rows.map(({ event, measure, severity, unit, group, place, period, counting }) => {
      const key = JSON.stringify([event, measure, severity, unit, group, place, period, counting]);
      const before = seen.get(key) ?? 0;
      seen.set(key, before + 1);
      return `${key}${before}`;
    });
    keys.set(board, found);
  }
  return found;
}

/** The board as it is asked for and looked at. It outlives the view, so that coming back finds everything as it was. */
class CompareState {
  measure = $state<string | null>(null);
  asOf = $state('');
  drafts = $state(false);
  layout = $state<Layout>('list');
  /** Families that stand as their sources in the grid. */
  open = $state<ReadonlySet<string>>(new Set());
  findingsOpen = $state(true);

  board = $state.raw<Board | null>(null);
  failed = $state.raw<ApiError | null>(null);
  loading = $state(false);
  /** The measures of the event's figures, whichever is asked for now. */
  measures = $state.raw<string[]>([]);

  /** The row in focus by its key, and the column of the grid. */
  row = $state<string | null>(null);
  column = $state(0);
  shown = $state<Shown | null>(null);
  quote = $state(0);
  /** The panel shows the timeline of its figures, as a drawing or as a table. */
  timeline = $state(false);
  asTable = $state(false);
  /** The panel had the focus when the view was left. */
  inPanel = $state(false);

  private asking = 0;
  private stale = true;
  private asked = '';
  private project: string | null = null;

  constructor() {
    onChanges((changes) => this.heard(changes));
  }

  private heard(changes: Changes): void {
    const touched = touches(
      changes,
      'articles',
      'statements',
      'figures',
      'sources',
      'places',
      'events',
      'words',
      'relations',
    );
    if (!touched) return;
    this.stale = true;
    if (this.board !== null && selection.place === 'compare') void this.load();
  }

  /** Something outside changed: the next look asks again. */
  forget(): void {
    this.stale = true;
  }

  /** Fetches the board, unless it is the one that is there. Another project begins anew. */
  async look(): Promise<void> {
    const id = project.info?.id ?? null;
    if (id !== this.project) this.reset();
    this.project = id;
    const asked = JSON.stringify([selection.eventId, this.measure, this.asOf, this.drafts]);
    if (asked === this.asked && !this.stale) return;
    this.asked = asked;
    await this.load();
  }

  /** The key of the row that the panel is about: the first one that a finding stands in. */
  get shownRow(): string | null {
    if (!this.shown || !this.board) return null;
    if ('row' in this.shown) return this.shown.row;
    const row = this.board.findings[this.shown.finding]?.row;
    return row === null || row === undefined ? null : (rowKeys(this.board)[row] ?? null);
  }

  /** What is asked of the core. */
  get query(): CompareQuery {
    return {
      ...(selection.eventId ? { event: selection.eventId } : {}),
      ...(this.measure ? { measure: this.measure } : {}),
      ...(this.asOf ? { as_of: this.asOf } : {}),
      include_drafts: this.drafts,
    };
  }

  private async load(): Promise<void> {
    const asking = ++this.asking;
    this.loading = true;
    this.stale = false;
    try {
      const board = await call('compare', this.query);
      if (asking !== this.asking) return;
      this.board = board;
      this.failed = null;
      if (this.measure === null) this.measures = measuresOf(board);
      if (this.shown && 'finding' in this.shown) this.shown = null;
    } catch (error) {
      if (asking !== this.asking) return;
      this.failed = error as ApiError;
    } finally {
      if (asking === this.asking) this.loading = false;
    }
  }

  private reset(): void {
    this.asking++;
    this.asked = '';
    this.stale = true;
    this.board = null;
    this.failed = null;
    this.measure = null;
    this.measures = [];
    this.asOf = '';
    this.row = null;
    this.column = 0;
    this.shown = null;
    this.quote = 0;
    this.inPanel = false;
  }
}

function measuresOf(board: Board): string[] {
  return [...new Set(board.rows.map((row) => row.measure))].filter((measure) => measure !== null);
}

export const compare = new CompareState();
