import type { OperationRow, Register } from '../../src/ipc';

/** A register with an entry of every kind, Arabic among them, and a name that is too long for its list. */
export function sampleRegister(): Register {
  const source = {
    aliases: [],
    parent: null,
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
        aliases: ['MoI', 'Ministère de l’Intérieur'],
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
        aliases: ['I. Varga'],
        roles: ['spokeswoman of the Interior Ministry'],
        source: 'Interior Ministry',
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
      { id: 'pl-2', name: 'Port', path: 'Orlava > Port', aliases: ['Harbour'], parent: 'Orlava' },
    ],
    words: [
      { vocabulary: 'measure', word: 'killed', parent: null, own: false, aliases: [] },
      { vocabulary: 'group', word: 'persons', parent: null, own: false, aliases: [] },
      { vocabulary: 'group', word: 'rescuers', parent: 'persons', own: false, aliases: [] },
      { vocabulary: 'group', word: 'dockers', parent: 'persons', own: true, aliases: ['stevedores'] },
      { vocabulary: 'source_kind', word: 'ministry', parent: null, own: false, aliases: [] },
    ],
  };
}

/** Operations, newest first, one of every kind that says something of itself. */
export function sampleLog(): OperationRow[] {
  const said: [command: string, detail: Record<string, unknown>, undone?: boolean][] = [
    ['statement_record', { figures: 2 }, true],
    ['edit', { noun: 'source', fields: ['reliability', 'reliability_reason'] }],
    ['merge', { noun: 'source', from: 'MoI', into: 'Interior Ministry' }],
    ['alias', { name: 'Ministère de l’Intérieur' }],
    ['relate', { kind: 'corrects' }],
    ['assess', { status: 'verified' }],
    ['delete', { count: 1 }],
    ['statement_edit', {}],
    ['import', { count: 3 }],
    ['import', { count: 1, title: 'Night of the dam' }],
    ['new', { title: 'Dam failure' }],
  ];
  return said.map(([command, detail, undone = false], at) => ({
    id: `op-${at}`,
    at: `2031-03-12T1${Math.max(0, 8 - at)}:0${at % 10}:00Z`,
    by: at === 3 ? 'نور' : 'ada',
    command,
    changes: 1 + at,
    undone,
    detail: detail as OperationRow['detail'],
  }));
}
