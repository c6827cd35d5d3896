import type { Board } from '../../src/ipc';
import { board, cell, figure, finding, row } from './board';

const officer = 'Colonel Ines Varga';
const interior = (figures: Parameters<typeof cell>[1]) =>
  cell('Interior Ministry', figures, { source_kind: 'ministry', family: 'state' });
const health = (figures: Parameters<typeof cell>[1]) =>
  cell('Health Office', figures, { source_kind: 'health_authority', family: 'health_rescue' });
const union = (figures: Parameters<typeof cell>[1]) =>
  cell('اتحاد عمال الموانئ', figures, { source_kind: 'union', family: 'civil_society' });
const un = (figures: Parameters<typeof cell>[1]) =>
  cell('UN', figures, { source_kind: 'un', family: 'international' });

/** Words around a figure, with where the figure's words stand in them. */
function said(before: string, words: string, after: string) {
  const start = Array.from(before).length;
  return {
    quote: before + words + after,
    figure_text: words,
    figure_start: start,
    figure_end: start + Array.from(words).length,
  };
}
const is = (point: string) => ({ point, low: point, high: point });

/** A board with every verdict, every standing, open ends, a long name, Arabic, translations and all that findings say. */
export function sampleBoard(): Board {
  return board(
    [
      row(
        [
          interior([
            figure('k1', {
              ...is('164'),
              ...said(
                '“By this morning we had ',
                '164',
                ' dead across the province,” the ministry told reporters at the port.',
              ),
              standing: 'superseded',
              time: '2031-03-03',
              as_of: '2031-03-03',
              via: ['Wire North'],
              speaker: officer,
            }),
            figure('k2', {
              qualifier: 'at_least',
              point: '225',
              low: '225',
              high: null,
              ...said(
                'The ministry now counts ',
                'at least 225',
                ' dead, its spokeswoman said in the evening bulletin.',
              ),
              time: '2031-03-09',
              as_of: '2031-03-09',
              via: ['Wire North', 'Agence du Delta'],
              speaker: officer,
            }),
          ]),
          health([
            figure('k3', {
              ...is('171'),
              ...said(
                'La Direction de la santé recense désormais ',
                '171',
                ' morts dans les hôpitaux et les morgues de la province.',
              ),
              quote_translation:
                'The Health Office now counts 171 dead in the hospitals and morgues of the province.',
              language: 'fr',
              outlet: 'Le Quai du soir',
              time: '2031-03-10',
              as_of: '2031-03-10',
            }),
            figure('k5', {
              ...is('164'),
              stance: 'denies',
              time: '2031-03-04',
              ...said('“We never gave the figure of ', '164', '”, the office said.'),
            }),
          ]),
          union([
            figure('k4', {
              qualifier: 'about',
              point: '200',
              low: '180',
              high: '220',
              ...said('قال الاتحاد إن ', 'نحو 200', ' شخص لقوا حتفهم عند السد.'),
              quote_translation: 'The union said about 200 people died at the dam.',
              language: 'ar',
              outlet: 'صوت الدلتا',
              time: '2031-03-08',
            }),
          ]),
        ],
        {
          verdict: 'conflict',
          lowest: '171',
          highest: '220',
          open_above: true,
          gap: { difference: '54', ratio: '1.32' },
          independent_origins: 3,
        },
      ),
      row(
        [
          interior([
            figure('s1', {
              qualifier: 'at_least',
              point: '18',
              low: '18',
              high: null,
              ...said('', 'At least 18', ' of our men fell.'),
            }),
          ]),
          cell(
            'Prosecutor General',
            [figure('s2', { ...is('19'), time: '2031-03-09', ...said('Among them ', '19', ' officers.') })],
            {
              source_kind: 'prosecutor',
            },
          ),
        ],
        {
          group: 'security_forces',
          verdict: 'compatible',
          lowest: '18',
          highest: '19',
          open_above: true,
          independent_origins: 2,
        },
      ),
      row(
        [
          interior([
            figure('p1', {
              qualifier: 'more_than',
              point: '100',
              low: '101',
              high: null,
              ...said('', 'More than 100', ' of them in the port itself.'),
            }),
          ]),
        ],
        { place: 'Orlava > Port', verdict: 'single', lowest: '101', open_above: true },
      ),
      row(
        [
          un([
            figure('i1', {
              qualifier: 'about',
              point: '1000',
              low: '900',
              high: '1100',
              basis: 'estimate',
              ...said('The UN puts the injured at ', 'about 1,000', '.'),
            }),
          ]),
          health([
            figure('i2', { ...is('4353'), time: '2031-03-10', ...said('', '4 353', ' blessés au total') }),
          ]),
          cell(
            'Coordinating Committee of the Associations of Fishing and Dockyard Families of the Lower Delta',
            [
              figure('i3', {
                qualifier: 'about',
                point: null,
                low: '2000',
                high: '9999',
                vague: true,
                ...said('', 'Thousands', ' were hurt.'),
              }),
            ],
            { source_kind: 'ngo', family: 'civil_society' },
          ),
        ],
        { measure: 'injured', verdict: 'compatible', lowest: '900', highest: '9999', independent_origins: 3 },
      ),
      row(
        [
          interior([
            figure('i4', {
              qualifier: 'more_than',
              point: '1300',
              low: '1301',
              high: null,
              ...said('', 'More than 1,300', ' officers were wounded.'),
            }),
          ]),
        ],
        { measure: 'injured', group: 'security_forces', verdict: 'single', lowest: '1301', open_above: true },
      ),
      row(
        [
          health([figure('h1', { ...is('83') })]),
          interior([figure('h2', { ...is('83'), time: '2031-03-04' })]),
        ],
        {
          measure: 'hospitalised',
          severity: 'critical',
          counting: 'standing',
          verdict: 'agree',
          lowest: '83',
          highest: '83',
          independent_origins: 1,
        },
      ),
      row(
        [
          cell('Valley Courier', [figure('m1', { qualifier: 'up_to', point: '40', low: null, high: '40' })], {
            source_kind: 'media',
            family: 'media',
            unattributed: true,
          }),
        ],
        { measure: 'missing', counting: 'standing', verdict: 'single', highest: '40', open_below: true },
      ),
      row(
        [
          interior([
            figure('n1', { ...is('7'), standing: 'retracted' }),
            figure('n2', { ...is('7'), stance: 'retracts', time: '2031-03-06' }),
          ]),
        ],
        { counting: 'new', period: '2031-03-05/2031-03-05', verdict: 'none', independent_origins: 0 },
      ),
    ],
    [
      finding('conflict', ['k3', 'k2'], { rule: ['225', '>', '171'] }),
      finding('part_exceeds_whole', ['i4', 'i1'], {
        row: 3,
        rule: ['1301', '>', '1100'],
        rests_on: ['ten_percent'],
      }),
      finding('denied', ['k1', 'k5'], { by: 'Health Office' }),
      finding('retracted', ['n1', 'n2'], { row: 7 }),
      finding('revised_up', ['k1', 'k2'], { rule: ['225', '>', '164'] }),
      finding('same_origin', ['h1', 'h2'], { row: 5 }),
      finding('scope_differs', ['i1', 'i2'], { row: 3, axes: ['day'], rests_on: ['ten_percent'] }),
    ],
  );
}

/** A thousand rows and more sources than fit. */
export function largeBoard(rows = 1000): Board {
  return board(
    Array.from({ length: rows }, (_, at) =>
      row(
        [
          interior([figure(`a${at}`, is(String(at + 1)))]),
          cell(`Office ${at % 200}`, [figure(`b${at}`, is(String(at + 5)))], {
            source_kind: 'police',
            family: 'security',
          }),
        ],
        {
          place: `Orlava > Quarter ${at}`,
          verdict: 'conflict',
          lowest: String(at + 1),
          highest: String(at + 5),
          gap: { difference: '4', ratio: null },
        },
      ),
    ),
    Array.from({ length: rows }, (_, at) => finding('conflict', [`a${at}`, `b${at}`], { row: at })),
  );
}

/** One row with more sources than fit, each with a figure that was revised; some names are very long. */
export function crowd(sources = 200): Board {
  const cells = Array.from({ length: sources }, (_, at) =>
    cell(
      at % 7 === 3
        ? `مكتب الإحصاء في الحي ${at}`
        : `Office ${at}${at % 9 === 4 ? ' of the Harbour and its People'.repeat(4) : ''}`,
      [
        figure(`c${at}a`, { ...is(String(100 + at)), standing: 'superseded', time: '2031-03-02' }),
        figure(`c${at}b`, {
          qualifier: at % 3 === 0 ? 'at_least' : 'exact',
          point: String(140 + at),
          low: String(140 + at),
          high: at % 3 === 0 ? null : String(140 + at),
          time: `2031-03-${String(3 + (at % 9)).padStart(2, '0')}`,
        }),
      ],
      { source_kind: 'local_authority', family: at % 2 === 0 ? 'state' : 'civil_society' },
    ),
  );
  return board(
    [row(cells, { verdict: 'conflict', lowest: '140', highest: '339', independent_origins: sources })],
    [
      finding(
        'conflict',
        cells.map((one) => one.figures[1]!.figure_id),
      ),
    ],
  );
}

/** What the preview can open on. */
export const boards: Record<string, () => Board> = {
  sample: sampleBoard,
  large: largeBoard,
  crowd,
  one: () => board([row([interior([figure('a', is('18'))])], { lowest: '18', highest: '18' })]),
  undated: () =>
    board([
      row(
        [
          interior([figure('a', { ...is('18'), time: null, published_at: null })]),
          un([figure('b', { ...is('25'), time: null, published_at: null })]),
        ],
        { verdict: 'conflict', lowest: '18', highest: '25', gap: { difference: '7', ratio: '1.39' } },
      ),
    ]),
  words: () =>
    board(
      [
        row(
          [
            interior([figure('a', { ...said('w'.repeat(10_000), '18', ' <b>fell</b>'), ...is('18') })]),
            cell('N'.repeat(10_000), [
              figure('b', { ...is('20'), via: ['V'.repeat(2_000)], outlet: 'O'.repeat(900) }),
            ]),
          ],
          { verdict: 'conflict', lowest: '18', highest: '20', place: 'P'.repeat(3_000) },
        ),
      ],
      [finding('conflict', ['a', 'b'])],
    ),
};
