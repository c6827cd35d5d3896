import type { FigureView } from '../ipc';
import { date, list, period, t, word } from '../locales';

/** The fields of a figure that its Scope line words. */
export type ScopeField =
  | 'stance'
  | 'measure'
  | 'severity'
  | 'unit'
  | 'basis'
  | 'group'
  | 'includes'
  | 'excludes'
  | 'place'
  | 'period'
  | 'counting'
  | 'as_of'
  | 'doubtful'
  | 'part_of';

/** What is said of a field, and whether it stands after a comma (what belongs to the field before it) or after a dot. */
export type ScopePart = { field: ScopeField; words: string; joined: boolean };

export type Scoped = Pick<
  FigureView,
  | 'unit'
  | 'measure'
  | 'severity'
  | 'group'
  | 'includes'
  | 'excludes'
  | 'place'
  | 'period_start'
  | 'period_end'
  | 'as_of'
  | 'counting'
  | 'basis'
  | 'stance'
  | 'doubtful'
>;

/** A unit with its code: `money (USD)`. */
export function unitWords(unit: string): string {
  const [kind = 'count', code] = unit.split(':');
  return code ? `${word('unit', kind)} (${code})` : word('unit', kind);
}

/** A word of the groups, of a place, or free: as the catalogue has it, else as written. */
export function groupWords(value: string): string {
  return word('group', value);
}

/** A place by its path, the widest last: `Almaty, Kazakhstan`. */
export function placeWords(path: string): string {
  return path
    .split(' > ')
    .map((part) => part.trim())
    .toReversed()
    .join(', ');
}

/**
 * What a figure counts, in the order in which it is read: `killed · identified · persons, not counting prisoners ·
 * Tunisia · total as of 1 Feb 2011`. Only what is set is said.
 */
export function scope(figure: Scoped, partOf: string | null = null): ScopePart[] {
  const parts: ScopePart[] = [];
  const say = (field: ScopeField, words: string | null, joined = false) => {
    if (words !== null && words !== '') parts.push({ field, words, joined });
  };
  if (figure.stance !== 'asserts') say('stance', word('stance', figure.stance));
  say('severity', figure.severity && word('severity', figure.severity));
  say('measure', figure.measure && word('measure', figure.measure), figure.severity !== null);
  if (figure.unit !== 'count') say('unit', unitWords(figure.unit));
  say('basis', figure.basis && word('basis', figure.basis));
  say('group', figure.group && groupWords(figure.group));
  if (figure.includes.length > 0) {
    say('includes', t('scope.includes', { what: list(figure.includes.map(groupWords)) }), true);
  }
  if (figure.excludes.length > 0) {
    say('excludes', t('scope.excludes', { what: list(figure.excludes.map(groupWords)) }), true);
  }
  say('place', figure.place && placeWords(figure.place));
  say('period', period(figure.period_start, figure.period_end));
  say('counting', figure.counting && word('counting', figure.counting));
  say('as_of', figure.as_of && t('scope.asOf', { date: date(figure.as_of) }), figure.counting !== null);
  say('part_of', partOf && t('scope.partOf', { what: partOf }));
  if (figure.doubtful) say('doubtful', t('scope.doubtful'));
  return parts;
}

/** What stands between a part and the one before it. */
export function joint(part: ScopePart): string {
  if (!part.joined) return ' · ';
  return part.field === 'includes' || part.field === 'excludes' ? ', ' : ' ';
}
