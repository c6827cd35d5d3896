/** A small core in memory, so that the window can be tried without a shell. Its texts and names are made up. */
import type {
  ArticleRow,
  ArticleView,
  Board,
  Changes,
  FigureInput,
  FigureView,
  ImportItem,
  OperationInfo,
  Party,
  ProjectInfo,
  Register,
  Settings,
  SourceRef,
  StatementInput,
  StatementView,
  Transport,
} from '../../src/ipc';
import { Text } from '../../src/ipc/offsets';
import { fold } from '../../src/stores/fold';
import { samples } from './articles';
import { counted, shelf, type Shelved } from './shelf';
import { longArticle, type LongArticle } from './long';
import { attribution, bounds, names, read } from './reading';
import { registry } from './registry';

type Article = {
  row: ArticleRow;
  text: string;
  statements: StatementView[];
  archive_url: string | null;
  /** What reading the text has found, where that is known beforehand. */
  read?: LongArticle['read'];
};

type State = {
  articles: Article[];
  register: Register;
  title: string;
};

export type Fake = Transport & {
  state: State;
  settings: Settings;
  calls: { name: string; params: unknown }[];
  /** Makes the next call of a command fail. */
  fail(name: string, code: string, params?: Record<string, unknown>): void;
  emit(event: string, payload: unknown): void;
  opened: boolean;
  readOnly: boolean;
  /** The open project is the sample. */
  sample: boolean;
  /** What comparing shows. */
  board: Board;
};

const families: Record<string, string> = {
  government: 'state',
  ministry: 'state',
  local_authority: 'state',
  prosecutor: 'state',
  police: 'security',
  military: 'security',
  health_authority: 'health_rescue',
  hospital: 'health_rescue',
  emergency_service: 'health_rescue',
  un: 'international',
  intergovernmental: 'international',
  ngo: 'civil_society',
  rights_group: 'civil_society',
  union: 'civil_society',
  news_agency: 'media',
  media: 'media',
  state_media: 'media',
  armed_group: 'parties',
  opposition: 'parties',
};

const vocabularies: Record<string, string> = {
  measure:
    'killed injured casualties missing hospitalised detained abducted released displaced homeless evacuated rescued buried affected destroyed damaged other',
  severity: 'critical serious slight',
  group:
    'persons civilians security_forces police military fighters women men children elderly protesters journalists health_workers aid_workers rescuers prisoners refugees foreigners attackers other',
  basis: 'reported identified registered bodies in_hospital named_list estimate model',
  source_kind:
    'government head_of_state ministry parliament court prosecutor local_authority commission police military health_authority hospital emergency_service red_cross_crescent un intergovernmental ngo rights_group data_project academic union company news_agency media state_media social_media armed_group opposition witness relative unnamed_official other',
  unit: 'count percent money length mass area volume time temperature rate other',
};

let ids = 0;
const id = () => `00000000-0000-7000-8000-${String(++ids).padStart(12, '0')}`;
const now = '2024-03-14T09:20:00Z';

function emptyRegister(): Register {
  return {
    sources: [],
    speakers: [],
    events: [],
    places: [],
    words: Object.entries(vocabularies).flatMap(([vocabulary, list]) =>
      list.split(' ').map((word) => ({ vocabulary, word, id: null, parent: null, own: false, aliases: [] })),
    ),
  };
}

/** What a core begins with: the sample articles, two long ones beside them, an empty project, or none open. */
export type Begin = 'samples' | 'long' | 'empty' | 'closed';

export function fake(begin: Begin = 'samples'): Fake {
  let state: State = { articles: [], register: emptyRegister(), title: 'Port Selm fire' };
  const done: { before: string; operation: OperationInfo }[] = [];
  const undone: { after: string; operation: OperationInfo }[] = [];
  const failures = new Map<string, { code: string; params: Record<string, unknown> }>();
  const heard = new Map<string, Set<(payload: unknown) => void>>();
  const drafts = new Map<string, string>();

  const none = (): Changes => ({
    operation: null,
    project: false,
    articles: [],
    statements: [],
    figures: [],
    sources: [],
    speakers: [],
    places: [],
    events: [],
    words: [],
    relations: [],
    assessments: [],
    column_sets: [],
    undo: done.at(-1)?.operation ?? null,
    redo: undone.at(-1)?.operation ?? null,
  });

  const everything = (): Changes => ({
    ...none(),
    project: true,
    articles: ['*'],
    statements: ['*'],
    figures: ['*'],
    sources: ['*'],
    speakers: ['*'],
    events: ['*'],
    places: ['*'],
  });

  function operate(command: string, change: () => Partial<Changes>): Changes {
    const before = JSON.stringify(state);
    const operation = { id: id(), command };
    const changed = change();
    done.push({ before, operation });
    undone.length = 0;
    return { ...none(), ...changed, operation };
  }

  function source(party: Party | null, kind = 'other'): SourceRef | null {
    if (!party) return null;
    const known = state.register.sources.find(
      (row) =>
        row.id === party.id ||
        [row.name, ...row.aliases.map((alias) => alias.name)].some((name) => fold(name) === fold(party.name)),
    );
    if (known) return { id: known.id, name: known.name, kind: known.kind, family: known.family };
    const made = party.kind ?? kind;
    const row = {
      id: id(),
      name: party.name,
      aliases: [],
      kind: made,
      family: families[made] ?? 'witnesses',
      parent: null,
      parent_id: null,
      relies_on: [],
      country: null,
      reliability: null,
      reliability_reason: null,
      reliability_date: null,
      party: false,
      notes: null,
      statements: 0,
    };
    state.register.sources.push(row);
    return { id: row.id, name: row.name, kind: row.kind, family: row.family };
  }

  function speaker(party: Party | null, role: string | null): { id: string; name: string } | null {
    if (!party) return null;
    let row = state.register.speakers.find(
      (other) => other.id === party.id || fold(other.name) === fold(party.name),
    );
    if (!row) {
      row = { id: id(), name: party.name, aliases: [], roles: [], source: null, notes: null, statements: 0 };
      state.register.speakers.push(row);
    }
    if (role) row.roles = [role, ...row.roles.filter((other) => other !== role)];
    return { id: row.id, name: row.name };
  }

  function event(name: string | null | undefined): { id: string; name: string } | null {
    if (!name) return null;
    let row = state.register.events.find((other) => other.id === name || fold(other.name) === fold(name));
    if (!row) {
      row = { id: id(), name, place: null, from: null, to: null, inclusion: null, parent: null, figures: 0 };
      state.register.events.push(row);
    }
    return { id: row.id, name: row.name };
  }

  function place(path: string | null): string | null {
    if (!path) return null;
    if (!state.register.places.some((row) => row.path === path)) {
      const name = path.split(' > ').at(-1) ?? path;
      state.register.places.push({ id: id(), name, path, aliases: [], parent: null });
    }
    return path;
  }

  function statement(input: StatementInput, before?: StatementView): StatementView {
    const article = state.articles.find((other) => other.row.id === input.article_id);
    if (!article) throw { code: 'not_found', params: {} };
    const text = new Text(article.text);
    const issuer = source(input.source);
    const figures = input.figures.map((figure): FigureView => ({
      ...figure,
      id: figure.id ?? id(),
      figure_text: figure.start === null || figure.end === null ? null : text.slice(figure.start, figure.end),
      qualifier: figure.qualifier ?? 'exact',
      place: place(figure.place),
      part_of: figure.part_of,
      relations: (figure.relations ?? []).map((relation) => ({ id: id(), ...relation })),
      standing: 'current',
      assessment: null,
    }));
    for (const figure of figures) {
      if (figure.part_of?.startsWith('#'))
        figure.part_of = figures[Number(figure.part_of.slice(1))]?.id ?? null;
    }
    return {
      id: before?.id ?? id(),
      article_id: input.article_id,
      start: input.start,
      end: input.end,
      quote: text.slice(input.start, input.end),
      page: null,
      modality: input.modality ?? (input.source || input.speaker ? 'indirect' : 'unattributed'),
      speaker: speaker(input.speaker, input.speaker_role),
      speaker_role: input.speaker_role,
      source: issuer,
      source_as_written: input.source_as_written,
      source_quote: input.source_quote,
      via: input.via.flatMap((link) => {
        const passed = source(link.source);
        return passed ? [{ source: passed, connection: link.connection ?? 'channel' }] : [];
      }),
      stated_at: input.stated_at,
      event: event(input.event ?? article.row.event),
      quote_translation: input.quote_translation,
      translation_lang: input.translation_lang,
      translated_by: input.translated_by,
      note: input.note,
      tags: input.tags,
      status: 'accepted',
      confidential: input.confidential,
      figures,
      assessment: null,
      recorded_by: 'ada',
      created_at: now,
      updated_at: now,
    };
  }

  function decide(command: string, ids: string[], status: string): Changes {
    return operate(command, () => {
      for (const kept of state.articles.flatMap((other) => other.statements))
        if (ids.includes(kept.id)) kept.status = status;
      return { statements: ids, figures: ['*'] };
    });
  }

  function bring(item: ImportItem): Article {
    const raw =
      'path' in item.from
        ? `${item.from.path.split('/').at(-1)}\n\nAt least 12 people were killed, the governor’s office said.`
        : 'text' in item.from
          ? item.from.text
          : (new DOMParser().parseFromString(item.from.html, 'text/html').body.textContent ?? '');
    const text = raw.trim();
    const named = event(item.meta.event);
    return {
      text,
      statements: [],
      archive_url: null,
      row: {
        id: id(),
        title: item.meta.title || (text.split('\n')[0] ?? ''),
        outlet: item.meta.outlet ?? null,
        author: null,
        url: item.meta.url ?? null,
        language: item.meta.language ?? 'en',
        direction: 'ltr',
        published_at: item.meta.published_at ?? null,
        retrieved_at: now,
        sha256: 'a'.repeat(64),
        event_id: named?.id ?? null,
        event: named?.name ?? null,
        confidential: false,
        statements: 0,
        drafts: 0,
        numbers_left: 0,
        hits: null,
      },
    };
  }

  const shelved = (kept: Article): Shelved => ({ ...kept, numbers: () => readAll(kept).numbers });

  function row(article: Article): ArticleRow {
    return counted(shelved(article));
  }

  function view(article: Article): ArticleView {
    const statements = article.statements
      .filter((kept) => kept.status !== 'dismissed')
      .toSorted((a, b) => a.start - b.start);
    const { text, archive_url } = article;
    return { article: row(article), archive_url, revision_id: 'r', text, statements, ...readAll(article) };
  }

  /** What reading an article's text finds. */
  function readAll(article: Article): LongArticle['read'] {
    if (article.read) return article.read;
    const text = new Text(article.text);
    const blocks: ArticleView['blocks'] = [];
    const sentences: [number, number][] = [];
    let at = 0;
    article.text.split('\n\n').forEach((block, index) => {
      const start = at;
      const length = [...block].length;
      blocks.push({
        kind: index === 0 ? 'title' : length < 40 ? 'heading' : 'paragraph',
        start,
        end: start + length,
      });
      const segmenter = new Intl.Segmenter(article.row.language ?? 'en', { granularity: 'sentence' });
      for (const piece of segmenter.segment(block)) {
        const from = start + [...block.slice(0, piece.index)].length;
        sentences.push([from, from + [...piece.segment.trimEnd()].length]);
      }
      at = start + length + 2;
    });
    const numbers = read(text, 0, text.length, []).map(({ start, end }): [number, number] => [start, end]);
    return { blocks, sentences, numbers };
  }

  const info = (): ProjectInfo => ({
    id: 'p',
    title: state.title,
    method: null,
    path: '/home/ada/port-selm.onrec',
    read_only: api.readOnly,
    articles: state.articles.length,
    statements: state.articles.reduce((sum, article) => sum + article.statements.length, 0),
    figures: 0,
    undo: done.at(-1)?.operation ?? null,
    redo: undone.at(-1)?.operation ?? null,
  });

  const article = (wanted: string): Article => {
    const found = state.articles.find((other) => other.row.id === wanted);
    if (!found) throw { code: 'not_found', params: { id: wanted } };
    return found;
  };

  const commands: Record<string, (params: any) => unknown> = {
    project_info: () => {
      if (!api.opened) throw { code: 'no_project', params: {} };
      return info();
    },
    project_open: () => ((api.opened = true), info()),
    project_create: () => ((api.opened = true), info()),
    project_edit: (p) =>
      operate('project_edit', () => ((state.title = p.title ?? state.title), { project: true })),
    articles: (p) => shelf(state.articles.map(shelved), p),
    article: (p) => view(article(p.id)),
    article_edit: (p) => ({
      id: p.id,
      notes: [],
      changes: operate('article_edit', () => {
        const found = article(p.id);
        const named = p.meta.event === undefined ? undefined : event(p.meta.event);
        const { event: _event, authors: _authors, archive_url: _archive, ...meta } = p.meta;
        Object.assign(found.row, meta);
        if (named !== undefined)
          Object.assign(found.row, { event_id: named?.id ?? null, event: named?.name ?? null });
        return { articles: [p.id] };
      }),
    }),
    import_look: (p) => {
      if ('path' in p.from && p.from.path.endsWith('.bin'))
        throw { code: 'capture_not_text', params: { name: 'photo.bin' } };
      const found = bring({ from: p.from, meta: {} });
      return {
        title: found.row.title,
        outlet: null,
        authors: [],
        url: null,
        language: 'en',
        direction: 'ltr',
        published_at: null,
        characters: found.text.length,
        excerpt: found.text.slice(0, 300),
        already: state.articles.find((other) => other.text === found.text)?.row.id ?? null,
      };
    },
    import: (p) => {
      const results: unknown[] = [];
      const changes = operate('import', () => {
        for (const item of p.items) {
          const made = bring(item);
          state.articles.push(made);
          results.push({ name: made.row.title, article_id: made.row.id, error: null, notes: [] });
        }
        return { articles: ['*'], project: true };
      });
      return { results, changes };
    },
    draft: (p) => {
      const read = state.articles.filter((other) => p.ids.length === 0 || p.ids.includes(other.row.id));
      const fresh = read.filter((other) => other.statements.length === 0);
      const changes = operate('draft', () => {
        for (const { row, text, statements } of fresh) {
          const card = { article_id: row.id, start: 0, end: text.length, via: [], figures: [], tags: [] };
          statements.push({ ...statement(card as unknown as StatementInput), status: 'draft' });
        }
        return { statements: ['*'], figures: ['*'] };
      });
      return { statements: fresh.length, figures: 0, changes };
    },
    statement_record: (p) => {
      let made = '';
      const changes = operate('statement_record', () => {
        const fresh = statement(p.statement);
        made = fresh.id;
        article(p.statement.article_id).statements.push(fresh);
        return { statements: [fresh.id], figures: ['*'], sources: ['*'], speakers: ['*'], events: ['*'] };
      });
      return { id: made, changes, notes: [] };
    },
    statement_edit: (p) => ({
      id: p.id,
      notes: [],
      changes: operate('statement_edit', () => {
        const found = article(p.statement.article_id);
        const at = found.statements.findIndex((other) => other.id === p.id);
        found.statements[at] = statement(p.statement, found.statements[at]);
        return { statements: [p.id], figures: ['*'], sources: ['*'], speakers: ['*'], events: ['*'] };
      }),
    }),
    delete: (p) =>
      operate('delete', () => {
        const gone = new Set<string>(p.ids);
        state.articles = state.articles.filter((other) => !gone.has(other.row.id));
        for (const other of state.articles) {
          other.statements = other.statements.filter((kept) => !gone.has(kept.id));
          for (const figure of other.statements.flatMap((kept) => kept.figures)) {
            figure.relations = figure.relations.filter((relation) => !gone.has(relation.id));
          }
        }
        return { statements: p.ids, articles: p.ids };
      }),
    read_span: (p) =>
      read(
        new Text(article(p.article_id).text),
        p.start,
        p.end,
        state.register.places.map((found) => found.name),
      ),
    attribution: (p) => attribution(new Text(article(p.article_id).text), p.start, p.end),
    names: (p) => names(new Text(article(p.article_id).text), p.start, p.end),
    bounds: (p) => bounds(p.qualifier, p.point),
    accept: (p) => decide('accept', p.ids, 'accepted'),
    dismiss: (p) => decide('dismiss', p.ids, 'dismissed'),
    edit: (p) => ({
      id: p.id,
      notes: [],
      changes: operate('edit', () => {
        for (const kept of state.articles.flatMap((other) => other.statements)) {
          for (const figure of kept.figures) {
            if (figure.id === p.id) Object.assign(figure, Object.fromEntries(p.fields));
          }
          if (kept.id !== p.id) continue;
          for (const [field, text] of p.fields) {
            if (field === 'source') kept.source = source({ name: text });
            if (field === 'event') kept.event = event(text);
          }
        }
        return { statements: [p.id], figures: [p.id] };
      }),
    }),
    relate: (p) => ({
      id: id(),
      notes: [],
      changes: operate('relate', () => {
        for (const figure of state.articles.flatMap((other) =>
          other.statements.flatMap((kept) => kept.figures),
        )) {
          if (figure.id === p.from)
            figure.relations = [...figure.relations, { id: id(), kind: p.kind, to: p.to }];
        }
        return { relations: ['*'] };
      }),
    }),
    events: () => state.register.events.map(({ id, name }) => ({ id, name })),
    register: () => {
      for (const found of state.register.sources) {
        found.statements = state.articles
          .flatMap((other) => other.statements)
          .filter((kept) => kept.source?.id === found.id).length;
      }
      return structuredClone(state.register);
    },
    compare: () => api.board,
    claims: () => ({ total: 0, rows: [] }),
    figures: () => [],
    column_sets: () => ({ publication: ['source', 'quote', 'low', 'high'], saved: [] }),
    claims_edit: () => ({
      statements: 3,
      figures: 0,
      refused: 0,
      refusals: [],
      changes: none(),
      notes: [],
    }),
    search: (p) => ({
      query: p.query,
      hits: state.articles
        .filter((other) => fold(other.text).includes(fold(p.query)))
        .map((other) => {
          const at = fold(other.text).indexOf(fold(p.query));
          const from = Math.max(0, at - 40);
          return {
            kind: 'article',
            id: other.row.id,
            article_id: other.row.id,
            title: other.row.title,
            text: other.text.slice(from, at + 80),
            marks: [[at - from, at - from + p.query.length]],
          };
        }),
    }),
    undo: () => {
      const last = done.pop();
      if (!last) throw { code: 'nothing_to_undo', params: {} };
      undone.push({ after: JSON.stringify(state), operation: last.operation });
      state = api.state = JSON.parse(last.before) as State;
      return { ...everything(), operation: last.operation };
    },
    redo: () => {
      const last = undone.pop();
      if (!last) throw { code: 'nothing_to_redo', params: {} };
      done.push({ before: JSON.stringify(state), operation: last.operation });
      state = api.state = JSON.parse(last.after) as State;
      return { ...everything(), operation: last.operation };
    },
  };

  Object.assign(
    commands,
    registry({
      register: () => state.register,
      statements: () => state.articles.flatMap((other) => other.statements),
      title: (of) => article(of).row.title,
      operate,
      id,
      done: () => done.map((one) => one.operation).reverse(),
      undone: () => undone.map((one) => one.operation).reverse(),
      undo: () => commands.undo?.({}) as Changes,
      redo: () => commands.redo?.({}) as Changes,
    }),
  );

  const shell: Record<string, (params: any) => unknown> = {
    settings_get: () => ({ ...api.settings }),
    settings_set: (p) => ((api.settings = p), null),
    recent: () => [
      {
        path: '/home/ada/port-selm.onrec',
        title: 'Port Selm fire',
        opened_at: now,
        pinned: false,
        missing: false,
      },
      {
        path: '/home/ada/dam.onrec',
        title: 'Dam of Orrin',
        opened_at: '2024-02-02T18:00:00Z',
        pinned: false,
        missing: true,
      },
    ],
    recent_forget: () => null,
    opening_trouble: () => null,
    choose_import: () => ['/home/ada/bulletin.txt', '/home/ada/photo.bin'],
    choose_project_new: () => '/home/ada/new.onrec',
    choose_project_open: () => '/home/ada/port-selm.onrec',
    choose_save_csv: () => '/home/ada/claims.csv',
    draft_get: (p) => drafts.get(p.key) ?? null,
    draft_set: (p) => (p.value === null ? drafts.delete(p.key) : drafts.set(p.key, p.value), null),
    open_url: () => null,
    print: () => null,
    stop: () => null,
    recent_pin: () => null,
    sample_open: () => ((api.opened = api.sample = true), info()),
    sample_restart: () => '/home/ada/sample.before.onrec',
    sample_shown: () => api.sample,
    window_new: () => null,
    folder_open: () => null,
    about: () => ({
      version: '0.1.0',
      sqlite: '3.53.3',
      webview: '2.50.1',
      settings: '/home/ada/.config/org.onrecord.Onrecord',
      data: '/home/ada/.local/share/org.onrecord.Onrecord',
      logs: '/home/ada/.local/share/org.onrecord.Onrecord/logs',
    }),
  };

  async function ask(all: typeof commands, name: string, params: unknown): Promise<unknown> {
    api.calls.push({ name, params });
    const failure = failures.get(name);
    failures.delete(name);
    if (failure) throw failure;
    const command = all[name];
    if (!command) throw { code: 'internal', params: { detail: name } };
    return structuredClone(command(JSON.parse(JSON.stringify(params))));
  }

  const api: Fake = {
    state,
    settings: {
      language: 'en',
      theme: 'light',
      contrast: 'normal',
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
    },
    calls: [],
    opened: begin !== 'closed',
    readOnly: false,
    sample: false,
    board: { event: null, rows: [], findings: [] },
    fail: (name, code, params = {}) => failures.set(name, { code, params }),
    emit: (name, payload) => heard.get(name)?.forEach((hears) => hears(payload)),
    call: (name, params) => ask(commands, name, params),
    shell: (name, params) => ask(shell, name, params),
    listen: (name, hears) => {
      const all = heard.get(name) ?? new Set();
      heard.set(name, all.add(hears));
      return Promise.resolve(() => all.delete(hears));
    },
  };

  if (begin === 'samples' || begin === 'long') fill();
  if (begin === 'long') fillLong();
  return api;

  /** The sample articles with a few statements. */
  function fill(): void {
    const named = event('Port Selm fire');
    for (const sample of samples) {
      publish(sample.title, sample.text, {
        outlet: sample.outlet,
        url: sample.url,
        language: sample.language,
        direction: sample.direction,
        published_at: sample.date,
        event_id: named?.id ?? null,
        event: named?.name ?? null,
      });
    }
    place('Varland > Port Selm');
    const ministry = source({ name: 'Interior Ministry of Varland', kind: 'ministry' });
    const health = source({ name: 'Health Ministry of Varland', kind: 'health_authority' });
    const nations = source({ name: 'United Nations', kind: 'un' });
    const agency = source({ name: 'Norwire', kind: 'news_agency' });
    const known = state.register.sources.find((found) => found.id === nations?.id);
    if (known) known.aliases = ['UN', 'ONU', 'Nations unies'].map((name) => ({ id: id(), name }));
    const add = (words: string, issuer: SourceRef | null, more: Partial<StatementInput> = {}) => {
      const first = state.articles[0];
      if (!first) return;
      const text = new Text(first.text);
      // The quote, not the headline that begins alike.
      const start = text.offsets.toPoints(first.text.indexOf(words, 50));
      const end = start + [...words].length;
      const figures = read(text, start, end, []).map((found) => ({
        ...bare(found),
        place: 'Varland > Port Selm',
      }));
      first.statements.push(
        statement({
          ...wordsOf(first, start, end, figures, issuer),
          stated_at: '2024-03-12',
          event: 'Port Selm fire',
          ...more,
        }),
      );
    };
    add(
      'has killed at least 18 people and injured more than 1,300, the Interior Ministry of Varland said',
      ministry,
      {
        via: agency ? [{ source: { id: agency.id, name: agency.name }, connection: 'agency' }] : [],
      },
    );
    add('“We have 24 dead in our morgues, three of them children,”', health, {
      modality: 'direct',
      speaker: { name: 'Ilan Orbeck' },
      speaker_role: 'spokesman',
      tags: ['hospital'],
    });
    add('The United Nations estimated that about 1,000 people had been hurt', nations, {
      modality: 'document',
    });
  }

  /** The same long text twice: once with thousands of statements, once with none. */
  function fillLong(): void {
    const made = longArticle();
    const issuers = ['ministry', 'police', 'hospital', 'un', 'ngo', 'media', 'opposition', 'witness'].map(
      (kind) => source({ name: `The ${kind} of Port Selm`, kind }),
    );
    const marked = publish('The long night, marked', made.text);
    const unmarked = publish('The long night, bare', made.text);
    marked.read = unmarked.read = made.read;
    marked.statements = made.marks.map(({ start, end, figure }, index) =>
      statement(
        wordsOf(
          marked,
          start,
          end,
          [
            bare({
              ...figure,
              low: figure.point,
              high: figure.point,
              qualifier: 'exact',
              measure: 'killed',
              group: null,
            }),
          ],
          issuers[index % issuers.length] ?? null,
        ),
      ),
    );
  }

  function publish(title: string, text: string, more: Partial<ArticleRow> = {}): Article {
    const made: Article = {
      text,
      statements: [],
      archive_url: null,
      row: {
        id: id(),
        title,
        outlet: null,
        author: null,
        url: null,
        language: 'en',
        direction: 'ltr',
        published_at: null,
        retrieved_at: now,
        sha256: 'b'.repeat(64),
        event_id: null,
        event: null,
        confidential: false,
        statements: 0,
        drafts: 0,
        numbers_left: 0,
        hits: null,
        ...more,
      },
    };
    state.articles.push(made);
    return made;
  }
}

type Found = Pick<
  FigureInput,
  'start' | 'end' | 'qualifier' | 'point' | 'low' | 'high' | 'measure' | 'group'
>;

/** A figure as it was read, of which nothing else is known. */
function bare({ start, end, qualifier, point, low, high, measure, group }: Found): FigureInput {
  return {
    id: null,
    start,
    end,
    qualifier,
    point,
    low,
    high,
    vague: false,
    unit: 'count',
    measure,
    severity: null,
    group,
    includes: [],
    excludes: [],
    place: null,
    period_start: null,
    period_end: null,
    as_of: '2024-03-12',
    counting: 'total',
    basis: null,
    stance: 'asserts',
    doubtful: false,
    part_of: null,
  };
}

/** A statement over words of an article, of which nothing but its issuer is known. */
function wordsOf(
  article: Article,
  start: number,
  end: number,
  figures: FigureInput[],
  issuer: SourceRef | null,
): StatementInput {
  return {
    article_id: article.row.id,
    start,
    end,
    modality: null,
    speaker: null,
    speaker_role: null,
    source: issuer && { id: issuer.id, name: issuer.name },
    source_as_written: null,
    source_quote: null,
    via: [],
    stated_at: null,
    event: null,
    quote_translation: null,
    translation_lang: null,
    translated_by: null,
    note: '',
    tags: [],
    confidential: false,
    figures,
  };
}
