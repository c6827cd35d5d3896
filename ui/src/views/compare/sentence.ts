/**
 * Findings in words that a desk can paste. The command line renders the same keys of the catalogue in the same way:
 *
 *   finding.KIND                  the sentence of each kind of finding. Parameters, as phrases made below:
 *     conflict                    topic, figures      + finding.gap (difference) where the row has a gap
 *     part_exceeds_whole          part, whole         part_may_exceed_whole: the same
 *     parts_exceed_whole          parts, whole
 *     denied, retracted           figure, denial      the issuer itself took it back (its standing says so, and the denial is its own)
 *     deniedByOther, retractedByOther  figure, denial  somebody else did, and the figure stays
 *     reported_differently        source, topic, figures
 *     revised_down, revised_up    topic, old, new
 *     issuer_changed              via, topic, old, new
 *     same_origin                 topic, figures
 *     scope_differs               topic, axes, figures; scopeDiffersRows (axes, figures) when they are of several rows
 *     unit_differs                topic, figures
 *   finding.ofEvent               event, sentence: where the board is of several events
 *   finding.restsOn.WHICH         a sentence to add, for each word of `rests_on`
 *
 * Phrases:
 *   topic    finding.number.MEASURE (or MEASURE_SEVERITY), else finding.number.word {word}, else finding.number.none;
 *            always finding.number.word where the unit is not count. Then `scoped`.
 *   scoped   {what} + finding.among.GROUP (a word of the project: finding.amongWord {word}; persons: nothing), then
 *            finding.scope.place {what, place}, .when {what, when}, .placeWhen {what, place, when} as there is one, the other, both
 *   place    the last name of the path; the whole path, innermost first, when two places of the board share that name
 *   when     finding.counting.WORD unless usual for the measure; the period (finding.period.since {from}, .until {to},
 *            .between {from, to}, or one day) if the counting is new or the event's rows have several; joined with finding.scope.between
 *   figure   finding.figure {amount, about}; amount alone where about is empty. about: who, excludes, basis, day, joined ", "
 *   full     finding.full {what, place, about}, without place finding.figure. what: the amount, finding.counted.MEASURE[_SEVERITY]
 *            _one/_other and among (finding.counted.word {amount, word} for other units and the project's own words); `when`
 *            stands first in about
 *   amount   finding.amount.QUALIFIER {n} or {low, high}; exact is the number itself; vague: finding.vague.WORD (by its stated
 *            bound), moved bounds finding.vagueFrom / vagueUpTo {word}. Units: finding.unit.percent {n}, .code {n, code}.
 *   who      the source; unattributed: finding.unattributed {name}
 *   lists    finding.list.pair {a, b} for the last, finding.list.comma {a, b} before; more than six figures: the first four,
 *            finding.list.more (count), the last
 */
import type { Board, BoardRow, Finding } from '../../ipc';
import { apart, date, has, number, t, word } from '../../locales';
import { placed, type Placed } from './board';
import { manyEvents, placeName, whenWords } from './scope';

const SHOWN = 6;

/** A finding's sentence, and what it rests on where it rests on a reading of "about" or of a vague word. */
export type FindingWords = { sentence: string; restsOn: string; rule: string };

/** A finding in words: the sentence, the reading it rests on (or nothing), the rule in signs (or nothing). */
export function findingWords(finding: Finding, board: Board): FindingWords {
  return {
    sentence: sentenceOf(finding, board),
    restsOn: finding.rests_on.map((which) => t(`finding.restsOn.${which}`)).join(' '),
    rule: finding.rule ? ruleWords(finding.rule) : '',
  };
}

/** The whole of a finding as it is pasted: the sentence, then what it rests on. */
export function findingSentence(finding: Finding, board: Board): string {
  const { sentence, restsOn } = findingWords(finding, board);
  return restsOn === '' ? sentence : `${sentence} ${restsOn}`;
}

/** The rule of a finding in signs: `1,301 > 1,100`. */
export function ruleWords([left, sign, right]: [string, string, string]): string {
  return `${number(left)} ${sign} ${number(right)}`;
}

function sentenceOf(finding: Finding, board: Board): string {
  const index = placed(board);
  const figures = finding.figures.map((id) => index.get(id)).filter((at): at is Placed => at !== undefined);
  const [first, second] = figures;
  if (!first) return t('finding.unknown');
  const sentence = said(finding, figures, first, second ?? first, board);
  const event = finding.event ?? first.row.event;
  return manyEvents(board) && event !== null ? t('finding.ofEvent', { event, sentence }) : sentence;
}

function said(finding: Finding, figures: Placed[], first: Placed, second: Placed, board: Board): string {
  const topic = topicWords(first.row, board);
  const key = `finding.${finding.kind}`;
  switch (finding.kind) {
    case 'conflict': {
      const sentence = t(key, { topic, figures: listed(figures, briefly) });
      const gap = first.row.gap;
      return gap ? `${sentence} ${t('finding.gap', { difference: number(gap.difference) })}` : sentence;
    }
    case 'part_exceeds_whole':
    case 'part_may_exceed_whole':
      return t(key, { part: fully(first, board), whole: fully(second, board) });
    case 'parts_exceed_whole':
      return t(key, {
        whole: fully(first, board),
        parts: listed(figures.slice(1), (at) => fully(at, board)),
      });
    case 'denied':
    case 'retracted': {
      // Somebody else may deny what its own issuer denies too.
      const own = first.figure.standing === finding.kind && first.cell.source === second.cell.source;
      const denial = aboutWords(second).join(', ');
      return t(own ? key : `${key}ByOther`, { figure: fully(first, board), denial });
    }
    case 'reported_differently':
      return t(key, { source: whoWords(first), topic, figures: listed(figures, carried) });
    case 'revised_down':
    case 'revised_up':
      return t(key, { topic, old: briefly(first), new: briefly(second) });
    case 'issuer_changed':
      return t(key, { topic, via: relay(first, second), old: briefly(first), new: briefly(second) });
    case 'scope_differs': {
      const axes = listWords(finding.axes.map((axis) => t(`finding.axis.${axis}`)));
      if (figures.some((at) => at.index !== first.index)) {
        return t('finding.scopeDiffersRows', { axes, figures: listed(figures, (at) => fully(at, board)) });
      }
      return t(key, { topic, axes, figures: listed(figures, briefly) });
    }
    case 'unit_differs':
      return t(key, { topic: topicWords(first.row, board, true), figures: listed(figures, briefly) });
    default:
      return t(key, { topic, figures: listed(figures, briefly) });
  }
}

/** What a row counts, as the object of a sentence: `the number killed among the security forces in Almaty`. */
export function topicWords(row: BoardRow, board: Board, anyUnit = false): string {
  return scoped(numberOf(row, anyUnit), row, board);
}

function numberOf(row: BoardRow, anyUnit: boolean): string {
  if (row.measure === null) return t('finding.number.none');
  const key = measureKey('finding.number', row);
  if (row.unit === 'count' && !anyUnit && has(key)) return t(key);
  return t('finding.number.word', { word: word('measure', row.measure) });
}

function measureKey(base: string, row: BoardRow): string {
  const plain = `${base}.${row.measure}`;
  if (row.severity === null) return plain;
  const severe = `${plain}_${row.severity}`;
  return has(severe) || has(`${severe}_other`) ? severe : plain;
}

function scoped(what: string, row: BoardRow, board: Board): string {
  const whole = what + amongWords(row.group);
  const place = placeName(row, board);
  const when = whenWords(row, board).join(t('finding.scope.between'));
  if (place !== null && when !== '') return t('finding.scope.placeWhen', { what: whole, place, when });
  if (place !== null) return t('finding.scope.place', { what: whole, place });
  return when === '' ? whole : t('finding.scope.when', { what: whole, when });
}

function amongWords(group: string | null): string {
  if (group === null || group === 'persons') return '';
  const key = `finding.among.${group}`;
  return ` ${has(key) ? t(key) : t('finding.amongWord', { word: word('group', group) })}`;
}

/** A figure's value in words: `at least 18`, `between 900 and 1,100`, `dozens`. */
export function amountWords({ figure, row }: Pick<Placed, 'figure' | 'row'>): string {
  const { qualifier, point, low, high, vague } = figure;
  const put = (value: string) => inUnit(number(value), row.unit);
  if (point !== null && qualifier !== 'between') {
    return qualifier === 'exact' ? put(point) : t(`finding.amount.${qualifier}`, { n: put(point) });
  }
  if (vague) {
    const phrase = vagueWords(low, high);
    if (phrase !== null) return phrase;
  }
  if (low !== null && high !== null) {
    return low === high ? put(low) : t('finding.amount.between', { low: number(low), high: put(high) });
  }
  if (low !== null) return t('finding.amount.at_least', { n: put(low) });
  if (high !== null) return t('finding.amount.at_most', { n: put(high) });
  return figure.figure_text ?? t('finding.amount.unknown');
}

function inUnit(value: string, unit: string): string {
  if (unit === 'count') return value;
  if (unit === 'percent') return t('finding.unit.percent', { n: value });
  const code = unit.includes(':') ? unit.slice(unit.indexOf(':') + 1) : word('unit', unit);
  return t('finding.unit.code', { n: value, code });
}

/** Vague words by the bounds they stand for; the least bound first, then the greatest. */
const VAGUE: [word: string, lows: string[], high: string][] = [
  ['dozens', ['20', '24'], '99'],
  ['scores', ['40'], '99'],
  ['hundreds', ['200'], '999'],
  ['thousands', ['2000'], '9999'],
  ['tensOfThousands', ['20000'], '99999'],
  ['hundredsOfThousands', ['200000'], '999999'],
  ['millions', ['2000000'], '9999999'],
];

function vagueWords(low: string | null, high: string | null): string | null {
  const found = VAGUE.find(([, lows, top]) => (low === null ? high === top : lows.includes(low)));
  if (!found) return null;
  const [name, , top] = found;
  const phrase = t(`finding.vague.${name}`);
  if (low === null) return t('finding.vagueUpTo', { word: phrase });
  if (high === null) return t('finding.vagueFrom', { word: phrase });
  return high === top ? phrase : null;
}

/** Only chooses singular or plural; the number itself is shown by `amountWords`. Two stands for all above. */
function plural({ point, high, low }: Placed['figure']): number {
  return Math.min(Math.floor(Number(point ?? high ?? low ?? 2)), 2);
}

function fully(at: Placed, board: Board): string {
  const { figure, row } = at;
  const amount = amountWords(at);
  let what = amount;
  if (row.measure !== null) {
    const key = measureKey('finding.counted', row);
    const known = row.unit === 'count' && has(`${key}_other`);
    what = known
      ? `${amount} ${t(key, { count: plural(figure) })}`
      : t('finding.counted.word', { amount, word: word('measure', row.measure) });
  }
  const place = placeName(row, board);
  const about = [...whenWords(row, board), ...aboutWords(at)];
  const whole = what + amongWords(row.group);
  if (place === null || about.length === 0)
    return withAbout(place === null ? whole : scoped(what, row, board), about);
  return t('finding.full', { what: whole, place, about: about.join(', ') });
}

function briefly(at: Placed): string {
  return withAbout(amountWords(at), aboutWords(at));
}

/** A figure by who carried it, where its source is the same as the others'. */
function carried(at: Placed): string {
  const carrier = at.figure.via.at(-1) ?? at.figure.outlet;
  return withAbout(amountWords(at), aboutWords(at, carrier));
}

function withAbout(amount: string, about: string[]): string {
  return about.length === 0 ? amount : t('finding.figure', { amount, about: about.join(', ') });
}

function aboutWords(at: Placed, who: string | null = whoWords(at)): string[] {
  const { figure } = at;
  const about = who === null ? [] : [who];
  if (figure.excludes.length > 0) {
    about.push(
      t('finding.excluding', { words: listWords(figure.excludes.map((one) => word('group', one))) }),
    );
  }
  if (figure.basis !== null) about.push(t(`finding.basis.${figure.basis}`));
  if (figure.time !== null) about.push(date(figure.time.slice(0, 10)));
  return about;
}

function whoWords({ cell }: Placed): string {
  const name = apart(cell.source);
  return cell.unattributed ? t('finding.unattributed', { name }) : name;
}

function relay(old: Placed, now: Placed): string {
  return old.figure.via.find((name) => now.figure.via.includes(name)) ?? old.figure.via[0] ?? '';
}

function listed(figures: Placed[], words: (at: Placed) => string): string {
  if (figures.length <= SHOWN) return listWords(figures.map(words));
  const head = figures.slice(0, SHOWN - 2).map(words);
  const more = t('finding.list.more', { count: figures.length - head.length - 1 });
  return listWords([...head, more, ...figures.slice(-1).map(words)]);
}

function listWords(parts: string[]): string {
  const [first, ...rest] = parts;
  if (first === undefined) return '';
  const last = rest.pop();
  if (last === undefined) return first;
  const before = rest.reduce((a, b) => t('finding.list.comma', { a, b }), first);
  return t('finding.list.pair', { a: before, b: last });
}
