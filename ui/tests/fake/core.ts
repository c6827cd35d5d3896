import type {
  ArticleView,
  Board,
  Changes,
  ClaimRow,
  ClaimsFilter,
  ClaimsPage,
  ColumnSets,
  CommandName,
  EntryUses,
  HistoryRow,
  MergePreview,
  Params,
  ProjectInfo,
  Register,
  ShellName,
  Transport,
  Written,
} from '../../src/ipc';

/** A core that lives in memory: what the views ask of it, and all that they asked. */
export class FakeCore implements Transport {
  asked: { name: string; params: unknown }[] = [];
  board: Board;
  claims: ClaimRow[] = [];
  columns: string[] = [];
  register: Register = { sources: [], speakers: [], events: [], places: [], words: [] };
  uses: EntryUses[] = [];
  log: HistoryRow[] = [];
  preview: MergePreview = {
    moved: { statements: 0, figures: 0, articles: 0, entries: 0 },
    children: [],
    aliases: [],
    reliances: 0,
    twins: [],
    lost: [],
  };
  sets: ColumnSets = { publication: ['source', 'quote'], saved: [] };
  settings: Record<string, unknown> = {
    language: null,
    theme: 'system',
    contrast: 'system',
    zoom: 100,
    text_size: 100,
    measure: 'usual',
    by: null,
    letter_keys: true,
    keys: {},
    claim_columns: null,
    started_before: true,
    first_steps: true,
    read_imports: true,
    claim_widths: {},
    article_order: 'imported',
  };
  savePath: string | null = '/tmp/claims.csv';
  exported = { rows: 0, left_out_drafts: 0, left_out_confidential: 0 };
  /** The tasks under which commands were asked, newest last. */
  tasks: string[] = [];
  private heard = new Map<string, (payload: unknown) => void>();
  /** What stands for any command, in place of what is written here. */
  answers: Partial<{ [N in CommandName]: (params: Params<N>) => unknown }> = {};

  constructor(board: Board) {
    this.board = board;
  }

  private info(): ProjectInfo {
    const operation = this.log.find((row) => !row.operation.undone)?.operation;
    return {
      id: 'p-1',
      title: 'Dam failure',
      method: null,
      path: '/home/me/dam.onrec',
      read_only: false,
      articles: 3,
      statements: 12,
      figures: 15,
      undo: operation ? { id: operation.id, command: operation.command } : null,
      redo: null,
    };
  }

  changes(given: Partial<Changes> = {}): Changes {
    const none = {
      articles: [],
      statements: [],
      figures: [],
      sources: [],
      speakers: [],
      places: [],
      events: [],
      column_sets: [],
    };
    return {
      operation: null,
      project: false,
      ...none,
      words: [],
      relations: [],
      assessments: [],
      undo: null,
      redo: null,
      ...given,
    };
  }

  private written(id: string): Written {
    return { id, changes: this.changes(), notes: [] };
  }

  private page(filter: ClaimsFilter, columns: string[], offset: number, limit: number): ClaimsPage {
    const place = (column: string) => this.columns.indexOf(column);
    let rows = this.claims.filter((row) =>
      [
        ...filter.contains.map(([column, words]) =>
          (row.cells[place(column)] ?? '').toLowerCase().includes(words.toLowerCase()),
        ),
        ...filter.one_of.map(([column, values]) => values.includes(row.cells[place(column)] ?? '')),
      ].every(Boolean),
    );
    if (filter.sort) {
      const at = place(filter.sort);
      rows = [...rows].sort((a, b) =>
        (a.cells[at] ?? '').localeCompare(b.cells[at] ?? '', 'en', { numeric: true }),
      );
      if (filter.descending) rows.reverse();
    }
    return {
      total: rows.length,
      rows: rows
        .slice(offset, offset + limit)
        .map((row) => ({ ...row, cells: columns.map((column) => row.cells[place(column)] ?? null) })),
    };
  }

  async call(name: CommandName, params: unknown, task?: string): Promise<unknown> {
    this.asked.push({ name, params });
    if (task !== undefined) this.tasks.push(task);
    const answer = this.answers[name] as ((params: unknown) => unknown) | undefined;
    if (answer) return answer(params);
    switch (name) {
      case 'project_info':
        return this.info();
      case 'compare':
        return this.board;
      case 'register':
        return this.register;
      case 'events':
        return this.register.events.map(({ id, name }) => ({ id, name }));
      case 'articles':
        return { total: 0, rows: [] };
      case 'article':
        return emptyArticle();
      case 'claims': {
        const { filter, columns, offset, limit } = params as Params<'claims'>;
        return this.page(filter, columns, offset, limit);
      }
      case 'column_sets':
        return this.sets;
      case 'claims_edit':
        return { statements: 0, figures: 0, refused: 0, refusals: [], changes: this.changes(), notes: [] };
      case 'export_csv':
        return this.exported;
      case 'log': {
        const { before, limit } = params as Params<'log'>;
        const from = before === undefined ? 0 : this.log.findIndex((row) => row.operation.id === before) + 1;
        return this.log.slice(from, from + limit);
      }
      case 'log_people':
        return [...new Set(this.log.map((row) => row.operation.by))];
      case 'log_changes':
      case 'entry_statements':
        return [];
      case 'register_uses':
        return this.uses;
      case 'merge_preview':
        return this.preview;
      case 'distance': {
        const { id } = params as Params<'distance'>;
        return { operations: this.log.findIndex((row) => row.operation.id === id) + 1 };
      }
      case 'undo_to':
      case 'redo_to':
        return { changes: this.changes(), operations: 3, way_back: 'op-newest' };
      case 'undo':
      case 'redo':
      case 'alias_remove':
      case 'delete':
        return this.changes();
      default:
        return this.written('new');
    }
  }

  async shell(name: ShellName, params: unknown): Promise<unknown> {
    this.asked.push({ name, params });
    if (name === 'settings_get') return this.settings;
    if (name === 'choose_save_csv') return this.savePath;
    if (name === 'recent') return [];
    if (name === 'sample_shown') return false;
    return null;
  }

  async listen(event: string, heard: (payload: unknown) => void): Promise<() => void> {
    this.heard.set(event, heard);
    return () => void this.heard.delete(event);
  }

  /** Tells the window what the shell tells it. */
  tell(event: string, payload: unknown): void {
    this.heard.get(event)?.(payload);
  }

  /** What was asked by a name, newest last. */
  questions<N extends CommandName>(name: N): Params<N>[] {
    return this.asked.filter((one) => one.name === name).map((one) => one.params as Params<N>);
  }
}

function emptyArticle(): ArticleView {
  const text = 'Night of the dam\n\nAt least 18 of our men fell.';
  return {
    article: {
      id: 'a-1',
      title: 'Night of the dam',
      outlet: 'Valley Courier',
      author: null,
      url: null,
      language: 'en',
      direction: 'ltr',
      published_at: '2031-03-03',
      retrieved_at: '2031-03-04T08:00:00Z',
      sha256: '0'.repeat(64),
      event_id: null,
      event: null,
      confidential: false,
      statements: 0,
      drafts: 0,
      numbers_left: 0,
      hits: null,
    },
    archive_url: null,
    revision_id: 'r-1',
    text,
    blocks: [
      { kind: 'title', start: 0, end: 16 },
      { kind: 'paragraph', start: 18, end: text.length },
    ],
    sentences: [],
    numbers: [],
    statements: [],
  };
}
