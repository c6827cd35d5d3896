import { afterEach, describe, expect, it } from 'vitest';
import type { Board, Finding } from '../src/ipc';
import { setLanguage, type Language } from '../src/locales';
import { findingSentence, findingWords } from '../src/views/compare/sentence';
import { board, cell, figure, finding, row } from './fake/board';

afterEach(() => setLanguage('en'));

/** No-break spaces are as good as spaces here. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

function say(language: Language, shown: Board, one: Finding): string {
  setLanguage(language);
  return plain(findingSentence(one, shown));
}

const interior = (id: string, given = {}) => cell('Interior Ministry', [figure(id, given)]);
const health = (id: string, given = {}) =>
  cell('Health Office', [figure(id, given)], { source_kind: 'health_authority', family: 'health_rescue' });

const atLeast18 = { qualifier: 'at_least', point: '18', low: '18', high: null };
const moreThan1300 = { qualifier: 'more_than', point: '1300', low: '1301', high: null };
const about1000 = { qualifier: 'about', point: '1000', low: '900', high: '1100' };

const cases: [name: string, shown: Board, one: Finding, en: string, fr: string][] = [
  [
    'conflict',
    board([
      row(
        [
          interior('a', { ...atLeast18, point: '25', low: '25' }),
          health('b', { point: '12', low: '12', high: '12' }),
        ],
        {
          group: 'security_forces',
          place: 'Orlava > Port',
          gap: { difference: '13', ratio: '2.08' },
        },
      ),
    ]),
    finding('conflict', ['b', 'a']),
    'Sources conflict on the number killed among the security forces in Port: 12 (Health Office, 3 Mar 2031) and at least 25 (Interior Ministry, 3 Mar 2031). The gap is 13.',
    'Les sources se contredisent sur le nombre de tués parmi les forces de sécurité (Port) : 12 (Health Office, 3 mars 2031) et au moins 25 (Interior Ministry, 3 mars 2031). L’écart est de 13.',
  ],
  [
    'part_exceeds_whole, resting on a reading',
    board([
      row([interior('a', moreThan1300)], { measure: 'injured', group: 'security_forces', place: null }),
      row([cell('UN', [figure('b', about1000)], { family: 'international', source_kind: 'un' })], {
        measure: 'injured',
        place: null,
      }),
    ]),
    finding('part_exceeds_whole', ['a', 'b'], { rule: ['1301', '>', '1100'], rests_on: ['ten_percent'] }),
    'The part exceeds the whole: more than 1,300 injured among the security forces (Interior Ministry, 3 Mar 2031), against about 1,000 injured (UN, 3 Mar 2031) for the whole. This rests on reading “about” as ±10%.',
    'La partie dépasse le tout : plus de 1 300 blessés parmi les forces de sécurité (Interior Ministry, 3 mars 2031), contre environ 1 000 blessés (UN, 3 mars 2031) pour le tout. Cela repose sur la lecture de « environ » à ±10 %.',
  ],
  [
    'parts_exceed_whole',
    board([
      row([interior('w', { point: '30', low: '30', high: '30' })]),
      row([interior('p', { point: '20', low: '20', high: '20' })], { place: 'Orlava > Port' }),
      row([interior('q', { point: '15', low: '15', high: '15' })], { place: 'Orlava > Ferry' }),
    ]),
    finding('parts_exceed_whole', ['w', 'p', 'q'], { rule: ['35', '>', '30'] }),
    'The parts add up to more than the whole: 20 killed in Port (Interior Ministry, 3 Mar 2031) and 15 killed in Ferry (Interior Ministry, 3 Mar 2031), against 30 killed in Orlava (Interior Ministry, 3 Mar 2031) for the whole.',
    'La somme des parties dépasse le tout : 20 tués (Port ; Interior Ministry, 3 mars 2031) et 15 tués (Ferry ; Interior Ministry, 3 mars 2031), contre 30 tués (Orlava ; Interior Ministry, 3 mars 2031) pour le tout.',
  ],
  [
    'denied by its own source',
    board([
      row([
        cell('Health Office', [
          figure('a', { point: '164', low: '164', high: '164', standing: 'denied' }),
          figure('d', { point: '164', stance: 'denies', time: '2031-03-04' }),
        ]),
      ]),
    ]),
    finding('denied', ['a', 'd'], { by: 'Health Office' }),
    'A figure is denied by the source it was attributed to: 164 killed in Orlava (Health Office, 3 Mar 2031). The denial: Health Office, 4 Mar 2031.',
    'Un chiffre est démenti par la source à laquelle il était attribué : 164 tués (Orlava ; Health Office, 3 mars 2031). Le démenti : Health Office, 4 mars 2031.',
  ],
  [
    'denied by another source',
    board([
      row([
        interior('a', { point: '1', low: '1', high: '1' }),
        health('d', { stance: 'denies', time: '2031-03' }),
      ]),
    ]),
    finding('denied', ['a', 'd'], { by: 'Health Office' }),
    'A figure is denied by another source: 1 killed in Orlava (Interior Ministry, 3 Mar 2031). The denial: Health Office, Mar 2031.',
    'Un chiffre est démenti par une autre source : 1 tué (Orlava ; Interior Ministry, 3 mars 2031). Le démenti : Health Office, mars 2031.',
  ],
  [
    'retracted',
    board([
      row([
        cell('Health Office', [
          figure('a', { standing: 'retracted' }),
          figure('r', { stance: 'retracts', time: null }),
        ]),
      ]),
    ]),
    finding('retracted', ['a', 'r']),
    'A figure is withdrawn by its own source: 10 killed in Orlava (Health Office, 3 Mar 2031). The withdrawal: Health Office.',
    'Un chiffre est retiré par sa propre source : 10 tués (Orlava ; Health Office, 3 mars 2031). Le retrait : Health Office.',
  ],
  [
    'retracted by another source',
    board([row([interior('a'), health('r', { stance: 'retracts' })])]),
    finding('retracted', ['a', 'r']),
    'Another source calls a figure withdrawn: 10 killed in Orlava (Interior Ministry, 3 Mar 2031). That source: Health Office, 3 Mar 2031.',
    'Une autre source dit un chiffre retiré : 10 tués (Orlava ; Interior Ministry, 3 mars 2031). Cette source : Health Office, 3 mars 2031.',
  ],
  [
    'reported_differently',
    board([
      row(
        [
          cell('Interior Ministry', [
            figure('a', { via: ['Wire North'] }),
            figure('b', { point: '14', low: '14', high: '14', outlet: 'Daily Quay' }),
          ]),
        ],
        { measure: 'missing', counting: 'standing' },
      ),
    ]),
    finding('reported_differently', ['a', 'b']),
    'Reports differ on what one source (Interior Ministry) gave as the number missing in Orlava: 10 (Wire North, 3 Mar 2031) and 14 (Daily Quay, 3 Mar 2031).',
    'Les récits divergent sur ce qu’une même source (Interior Ministry) a donné comme le nombre de disparus (Orlava) : 10 (Wire North, 3 mars 2031) et 14 (Daily Quay, 3 mars 2031).',
  ],
  [
    'revised_down, of new figures in a period',
    board([
      row(
        [
          cell('Interior Ministry', [
            figure('a', { standing: 'superseded' }),
            figure('b', { point: '8', time: '2031-03-05' }),
          ]),
        ],
        {
          counting: 'new',
          period: '2031-03-03/2031-03-04',
        },
      ),
    ]),
    finding('revised_down', ['a', 'b']),
    'Downward revision of the number killed in Orlava (new; 3 Mar 2031 to 4 Mar 2031): 10 (Interior Ministry, 3 Mar 2031), then 8 (Interior Ministry, 5 Mar 2031).',
    'Révision à la baisse pour le nombre de tués (Orlava ; nouveau ; 3 mars 2031 – 4 mars 2031) : 10 (Interior Ministry, 3 mars 2031), puis 8 (Interior Ministry, 5 mars 2031).',
  ],
  [
    'revised_up, of vague words',
    board([
      row([
        cell('Interior Ministry', [
          figure('a', {
            qualifier: 'about',
            point: null,
            low: '20',
            high: '99',
            vague: true,
            standing: 'superseded',
          }),
          figure('b', {
            qualifier: 'at_least',
            point: null,
            low: '200',
            high: null,
            vague: true,
            time: '2031-03-05',
          }),
        ]),
      ]),
    ]),
    finding('revised_up', ['a', 'b'], { rests_on: ['vague'] }),
    'Upward revision of the number killed in Orlava: dozens (Interior Ministry, 3 Mar 2031), then at least hundreds (Interior Ministry, 5 Mar 2031). This rests on reading a vague word, such as “dozens”, as a range.',
    'Révision à la hausse pour le nombre de tués (Orlava) : des dizaines (Interior Ministry, 3 mars 2031), puis au moins des centaines (Interior Ministry, 5 mars 2031). Cela repose sur la lecture d’un mot vague, comme « des dizaines », en fourchette.',
  ],
  [
    'issuer_changed',
    board([
      row([interior('a', { via: ['Wire North'] }), health('b', { via: ['Wire North'], time: '2031-03-04' })]),
    ]),
    finding('issuer_changed', ['a', 'b']),
    'The same relay (Wire North) names another source for the number killed in Orlava: 10 (Interior Ministry, 3 Mar 2031), then 10 (Health Office, 4 Mar 2031).',
    'Le même relais (Wire North) nomme une autre source pour le nombre de tués (Orlava) : 10 (Interior Ministry, 3 mars 2031), puis 10 (Health Office, 4 mars 2031).',
  ],
  [
    'same_origin',
    board([row([interior('a'), health('b')], { group: 'dockers', measure: 'injured', severity: 'serious' })]),
    finding('same_origin', ['a', 'b']),
    'On the number seriously injured among “dockers” in Orlava, these figures count as one origin: 10 (Interior Ministry, 3 Mar 2031) and 10 (Health Office, 3 Mar 2031).',
    'Sur le nombre de blessés graves parmi « dockers » (Orlava), ces chiffres comptent pour une seule origine : 10 (Interior Ministry, 3 mars 2031) et 10 (Health Office, 3 mars 2031).',
  ],
  [
    'scope_differs within a row',
    board([row([interior('a', { excludes: ['prisoners'] }), health('b', { basis: 'identified' })])]),
    finding('scope_differs', ['a', 'b'], { axes: ['inclusion', 'basis'] }),
    'On the number killed in Orlava, these figures are not directly comparable, for some leave out what others count and they do not rest on the same basis: 10 (Interior Ministry, not counting prisoners, 3 Mar 2031) and 10 (Health Office, identified only, 3 Mar 2031).',
    'Sur le nombre de tués (Orlava), ces chiffres ne se comparent pas directement, car certains écartent ce que d’autres comptent et ils n’ont pas la même base : 10 (Interior Ministry, hors prisonniers, 3 mars 2031) et 10 (Health Office, identifiés seulement, 3 mars 2031).',
  ],
  [
    'scope_differs between rows',
    board([row([interior('a')], { place: 'Orlava > Port' }), row([health('b', { time: '2031-03-01' })])]),
    finding('scope_differs', ['a', 'b'], { axes: ['day'] }),
    'These figures are not directly comparable, for they are not of the same day: 10 killed in Port (Interior Ministry, 3 Mar 2031) and 10 killed in Orlava (Health Office, 1 Mar 2031).',
    'Ces chiffres ne se comparent pas directement, car ils ne sont pas du même jour : 10 tués (Port ; Interior Ministry, 3 mars 2031) et 10 tués (Orlava ; Health Office, 1 mars 2031).',
  ],
  [
    'unit_differs',
    board([
      row([interior('a', { point: '300', low: '300', high: '300' })], { measure: 'damaged', group: null }),
      row([health('b', { qualifier: 'about', point: '20' })], {
        measure: 'damaged',
        group: null,
        unit: 'percent',
      }),
    ]),
    finding('unit_differs', ['a', 'b']),
    'On the figure for “damaged” in Orlava, the figures are given in different units: 300 (Interior Ministry, 3 Mar 2031) and about 20% (Health Office, 3 Mar 2031).',
    'Sur le chiffre « endommagés » (Orlava), les chiffres sont donnés dans des unités différentes : 300 (Interior Ministry, 3 mars 2031) et environ 20 % (Health Office, 3 mars 2031).',
  ],
  [
    'part_may_exceed_whole, on a board of two events',
    board([
      row([interior('a', { qualifier: 'between', point: null, low: '5', high: '12' })], {
        place: 'Orlava > Port',
      }),
      row([
        cell('Valley Courier', [figure('b')], { family: 'media', source_kind: 'media', unattributed: true }),
      ]),
      row([interior('c')], { event: 'Storm' }),
    ]),
    finding('part_may_exceed_whole', ['a', 'b'], { event: 'Dam failure', rule: ['12', '>', '10'] }),
    'Dam failure: The part may exceed the whole: between 5 and 12 killed in Port (Interior Ministry, 3 Mar 2031), against 10 killed in Orlava (Valley Courier, no source named, 3 Mar 2031) for the whole.',
    'Dam failure : La partie pourrait dépasser le tout : entre 5 et 12 tués (Port ; Interior Ministry, 3 mars 2031), contre 10 tués (Orlava ; Valley Courier, sans source nommée, 3 mars 2031) pour le tout.',
  ],
];

describe('a finding in words', () => {
  it.each(cases)('%s', (_, shown, one, en, fr) => {
    expect(say('en', shown, one)).toBe(en);
    expect(say('fr', shown, one)).toBe(fr);
  });

  it('shows the rule in signs', () => {
    const one = finding('part_exceeds_whole', ['a', 'b'], { rule: ['1301', '>', '1100'] });
    expect(findingWords(one, board([row([interior('a'), health('b')])])).rule).toBe('1,301 > 1,100');
  });

  it('names some of many figures and says how many more', () => {
    const cells = Array.from({ length: 9 }, (_, at) => cell(`Source ${at}`, [figure(`f${at}`)]));
    const ids = cells.map((_, at) => `f${at}`);
    expect(say('en', board([row(cells)]), finding('conflict', ids))).toBe(
      'Sources conflict on the number killed in Orlava: 10 (Source 0, 3 Mar 2031), 10 (Source 1, 3 Mar 2031), 10 (Source 2, 3 Mar 2031), 10 (Source 3, 3 Mar 2031), 4 others and 10 (Source 8, 3 Mar 2031).',
    );
  });

  it('tells two places of one name apart', () => {
    const shown = board([
      row([interior('a')], { place: 'Orlava > Port' }),
      row([health('b')], { place: 'Senna > Port' }),
    ]);
    expect(say('en', shown, finding('part_exceeds_whole', ['a', 'b']))).toContain(
      '10 killed in Port, Senna (',
    );
  });
});
