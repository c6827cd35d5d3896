import type { EntryUses, HistoryRow, Named, Register, Touched } from '../../src/ipc';

const named = (...names: string[]): Named[] => names.map((name) => ({ id: `alias ${name}`, name }));

/** A register with an entry of every kind, Arabic among them, and a name that is too long for its list. */
export function sampleRegister(): Register {
  const source = {
    aliases: [],
    parent: null,
    parent_id: null,
    relies_on: [],
    country: null,
    reliability: null,
    reliability_reason: null,
    reliability_date: null,
    party: false,
    notes: null,
  };
  return {
    sources: [
      {
        ...source,
        id: 'src-1',
        name: 'Interior Ministry',
        aliases: named('MoI', 'Ministère de l’Intérieur'),
        kind: 'ministry',
        family: 'state',
        country: 'OR',
        reliability: 'C',
        reliability_reason: 'Revised its toll twice within a week.',
        reliability_date: '2031-03-12',
        party: true,
        relies_on: ['Police; Port District'],
        statements: 14,
      },
      {
        ...source,
        id: 'src-2',
        name: 'Health Office',
        kind: 'health_authority',
        family: 'health_rescue',
        statements: 6,
      },
      {
        ...source,
        id: 'src-3',
        name: 'اتحاد عمال الموانئ',
        kind: 'union',
        family: 'civil_society',
        statements: 2,
      },
      {
        ...source,
        id: 'src-4',
        name: 'Police; Port District',
        kind: 'police',
        family: 'security',
        statements: 0,
      },
      {
        ...source,
        id: 'src-5',
        name: 'Coordinating Committee of the Associations of Fishing and Dockyard Families of the Lower Delta',
        kind: 'ngo',
        family: 'civil_society',
        statements: 1,
      },
    ],
    speakers: [
      {
        id: 'spk-1',
        name: 'Colonel Ines Varga',
        aliases: named('I. Varga'),
        roles: ['spokeswoman of the Interior Ministry'],
        source: 'Interior Ministry',
        notes: null,
        statements: 4,
      },
    ],
    events: [
      {
        id: 'ev-1',
        name: 'Dam failure',
        place: 'Orlava',
        from: '2031-03-02',
        to: null,
        inclusion: 'Whoever died of the flood or of the rescue.',
        parent: null,
        figures: 15,
      },
    ],
    places: [
      { id: 'pl-1', name: 'Orlava', path: 'Orlava', aliases: [], parent: null },
      { id: 'pl-2', name: 'Port', path: 'Orlava > Port', aliases: named('Harbour'), parent: 'Orlava' },
    ],
    words: [
      { vocabulary: 'measure', word: 'killed', id: null, parent: null, own: false, aliases: [] },
      { vocabulary: 'group', word: 'persons', id: null, parent: null, own: false, aliases: [] },
      { vocabulary: 'group', word: 'rescuers', id: null, parent: 'persons', own: false, aliases: [] },
      {
        vocabulary: 'group',
        word: 'dockers',
        id: 'w-1',
        parent: 'persons',
        own: true,
        aliases: named('stevedores'),
      },
      { vocabulary: 'source_kind', word: 'ministry', id: null, parent: null, own: false, aliases: [] },
    ],
  };
}

/** What refers to the entries of the sample. */
export function sampleUses(): EntryUses[] {
  const none = { statements: 0, figures: 0, articles: 0, entries: 0 };
  return [
    { vocabulary: null, id: 'src-1', uses: { ...none, statements: 14 } },
    { vocabulary: null, id: 'src-2', uses: { ...none, statements: 6 } },
    { vocabulary: null, id: 'pl-2', uses: { ...none, figures: 3, entries: 1 } },
    { vocabulary: 'group', id: 'dockers', uses: { ...none, figures: 2 } },
  ];
}

/** An operation as the history shows it, with what it touched as `noun: name` or `noun: [made, gone, changed]`. */
function line(
  at: number,
  command: string,
  detail: Record<string, unknown>,
  touched: Partial<Touched>[] = [],
  more: Partial<HistoryRow> = {},
): HistoryRow {
  return {
    operation: {
      id: `op-${at}`,
      at: `2031-03-12T1${Math.max(0, 8 - at)}:0${at % 10}:00Z`,
      by: at === 3 ? 'نور' : 'Ada',
      command,
      changes: 1 + at,
      undone: false,
      detail: detail as HistoryRow['operation']['detail'],
    },
    dropped: false,
    touched: touched.map((one) => ({ noun: 'source', count: 1, made: 0, gone: 0, only: null, ...one })),
    article: null,
    source: null,
    set: [],
    ...more,
  };
}

/** Operations, newest first, one of every kind that says something of itself. */
export function sampleLog(): HistoryRow[] {
  const only = (name: string) => ({ id: 'src-1', name });
  const statement = { article: 'Night of the dam', source: 'Interior Ministry' };
  const rows = [
    line(
      0,
      'statement_record',
      {},
      [
        { noun: 'statement', made: 1, only: { id: 'st-1', name: 'At least 18' } },
        { noun: 'figure', count: 2, made: 2 },
      ],
      statement,
    ),
    line(
      1,
      'edit',
      { noun: 'figure' },
      [
        { noun: 'figure', count: 3 },
        { noun: 'statement', count: 2 },
      ],
      { set: [{ field: 'place', before: null, after: 'Orlava' }] },
    ),
    line(2, 'merge', { noun: 'source', name: 'MoI', into: 'Interior Ministry', count: 1 }, [{ gone: 1 }]),
    line(3, 'alias', { name: 'Ministère de l’Intérieur', entity: 'src-1' }, [{ noun: 'alias', made: 1 }]),
    line(4, 'source_grade', { grade: 'C' }, [{ only: only('Interior Ministry') }], {
      set: [
        { field: 'reliability', before: 'B', after: 'C' },
        { field: 'reliability_reason', before: null, after: 'Revised it twice.' },
      ],
    }),
    line(5, 'assess', { status: 'verified' }, [{ noun: 'assessment', made: 1 }], statement),
    line(6, 'delete', { count: 2 }, [
      { noun: 'statement', count: 2, gone: 2 },
      { noun: 'figure', count: 4, gone: 4 },
    ]),
    line(7, 'project_edit', {}, [{ noun: 'project', only: { id: 'p', name: 'Dam failure' } }], {
      set: [{ field: 'method', before: 'Old rule', after: null }],
    }),
    line(8, 'import', { count: 3 }, [{ noun: 'article', count: 3, made: 3 }]),
    line(9, 'import', { count: 1, title: 'Night of the dam' }),
    line(10, 'new', { title: 'Dam failure' }),
  ];
  const [newest] = rows;
  if (newest) newest.operation.undone = true;
  return rows;
}
