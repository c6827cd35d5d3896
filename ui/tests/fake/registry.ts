/** What the core in memory does with the register and the journal. */
import type {
  Changes,
  EntryUses,
  HistoryRow,
  Named,
  OperationInfo,
  Register,
  StatementView,
} from '../../src/ipc';
import { fold } from '../../src/stores/fold';

type Project = {
  register: () => Register;
  statements: () => StatementView[];
  title: (article: string) => string;
  operate: (command: string, change: () => Partial<Changes>) => Changes;
  id: () => string;
  done: () => OperationInfo[];
  undone: () => OperationInfo[];
  undo: () => Changes;
  redo: () => Changes;
};

export function registry(project: Project): Record<string, (params: any) => unknown> {
  const { register, statements, operate, id } = project;
  const written = (of: string, changes: Changes) => ({ id: of, changes, notes: [] });
  const row = (of: string) => {
    const { sources, speakers, places, words } = register();
    return (
      [...sources, ...speakers, ...places].find((one) => one.id === of) ??
      words.find((one) => one.word === of)
    );
  };
  const uses = (): EntryUses[] => {
    const counts = new Map<string, number>();
    for (const one of statements()) {
      const named = [
        one.source?.id,
        one.speaker?.id,
        one.event?.id,
        ...one.via.map((link) => link.source.id),
      ];
      for (const of of new Set(named)) if (of) counts.set(of, (counts.get(of) ?? 0) + 1);
    }
    return [...counts].map(([of, n]) => ({
      vocabulary: null,
      id: of,
      uses: { statements: n, figures: 0, articles: 0, entries: 0 },
    }));
  };
  const using = (of: string) =>
    statements().filter((one) => one.source?.id === of || one.speaker?.id === of || one.event?.id === of);
  const line = (operation: OperationInfo, undone: boolean): HistoryRow => {
    const statement = statements().at(-1);
    const recorded = operation.command === 'statement_record' && statement;
    return {
      operation: { ...operation, at: '2024-03-14T09:20:00Z', by: 'Ada', changes: 3, undone, detail: {} },
      dropped: false,
      touched: [
        { noun: recorded ? 'statement' : 'source', count: 1, made: recorded ? 1 : 0, gone: 0, only: null },
      ],
      article: recorded ? project.title(statement.article_id) : null,
      source: recorded ? (statement.source?.name ?? null) : null,
      set: [],
    };
  };
  const walk = (to: string, all: OperationInfo[], step: () => Changes) => {
    const operations = all.findIndex((one) => one.id === to) + 1;
    const first = all[0]?.id ?? to;
    let changes: Changes | undefined;
    for (let at = 0; at < operations; at++) changes = step();
    if (!changes) throw { code: 'nothing_to_undo', params: {} };
    return { changes, operations, way_back: first };
  };

  return {
    register_uses: uses,
    entry_statements: (p) =>
      using(p.id)
        .slice(0, p.limit)
        .map((one) => ({
          id: one.id,
          article_id: one.article_id,
          article: project.title(one.article_id),
          quote: one.quote,
          source: one.source?.name ?? null,
        })),
    edit: (p) =>
      written(
        p.id,
        operate('edit', () => {
          Object.assign(row(p.id) ?? {}, Object.fromEntries(p.fields));
          return { sources: [p.id] };
        }),
      ),
    alias: (p) =>
      written(
        p.id,
        operate('alias', () => {
          row(p.id)?.aliases.push({ id: id(), name: p.name });
          return { sources: [p.id] };
        }),
      ),
    alias_remove: (p) =>
      operate('alias_remove', () => {
        const { sources, speakers, places, words } = register();
        for (const one of [...sources, ...speakers, ...places, ...words]) {
          one.aliases = one.aliases.filter((alias: Named) => alias.id !== p.id);
        }
        return { sources: [p.id] };
      }),
    rename: (p) => {
      const { sources } = register();
      if (sources.some((one) => one.id !== p.id && fold(one.name) === fold(p.name))) {
        throw { code: 'name_taken', params: { name: p.name } };
      }
      return written(
        p.id,
        operate('rename', () => {
          const one = row(p.id);
          if (one && 'name' in one) {
            if (p.keep_old) one.aliases.push({ id: id(), name: one.name });
            one.name = p.name;
          }
          return { sources: [p.id] };
        }),
      );
    },
    source_grade: (p) =>
      written(
        p.id,
        operate('source_grade', () => {
          const given = {
            reliability: p.reliability,
            reliability_reason: p.reason,
            reliability_date: p.date,
          };
          Object.assign(row(p.id) ?? {}, given);
          return { sources: [p.id] };
        }),
      ),
    merge_preview: (p) => ({
      moved: {
        statements: p.from.flatMap((of: string) => using(of)).length,
        figures: 0,
        articles: 0,
        entries: 0,
      },
      children: [],
      aliases: p.from.flatMap((of: string) => {
        const one = row(of);
        return one && 'name' in one ? [one.name, ...one.aliases.map((alias) => alias.name)] : [];
      }),
      reliances: 0,
      twins: [],
      lost: register()
        .sources.filter((one) => p.from.includes(one.id) && one.reliability !== null)
        .map((one) => ({ entry: one.name, field: 'reliability', value: one.reliability, kept: null })),
    }),
    log: (p) => {
      const lines = [
        ...project
          .undone()
          .map((one) => line(one, true))
          .reverse(),
        ...project.done().map((one) => line(one, false)),
      ];
      const from = p.before === undefined ? 0 : lines.findIndex((one) => one.operation.id === p.before) + 1;
      return lines.slice(from, from + p.limit);
    },
    log_people: () => ['Ada'],
    log_changes: () => [
      {
        noun: 'figure',
        id: id(),
        name: 'at least 18',
        made: false,
        gone: false,
        fields: [
          { field: 'place', before: null, after: 'Varland > Port Selm' },
          { field: 'counting', before: 'new', after: 'total' },
        ],
      },
    ],
    distance: (p) => ({
      operations:
        project.done().findIndex((one) => one.id === p.id) + 1 ||
        project.undone().findIndex((one) => one.id === p.id) + 1,
    }),
    undo_to: (p) => walk(p.id, project.done(), project.undo),
    redo_to: (p) => walk(p.id, project.undone(), project.redo),
  };
}
