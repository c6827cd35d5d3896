import type { Named } from '../ipc';
import { word } from '../locales';
import type { Option } from './fold';
import { register } from './register.svelte';

/** Closed vocabularies, in their order. */
export const closed = {
  qualifier: [
    'exact',
    'about',
    'at_least',
    'more_than',
    'at_most',
    'less_than',
    'between',
    'nearly',
    'up_to',
  ],
  counting: ['total', 'new', 'standing'],
  stance: ['asserts', 'denies', 'retracts', 'recalls', 'projects'],
  modality: ['direct', 'indirect', 'document', 'unattributed'],
  connection: ['issuer', 'spokesperson', 'channel', 'agency', 'relay', 'outlet'],
  relation: ['repeats', 'updates', 'corrects', 'retracts', 'denies', 'derived_from', 'same_origin_as'],
} as const;

const names = (aliases: Named[]) => aliases.map((alias) => alias.name);

/** The words of a vocabulary as a list offers them. */
export function vocabulary(name: string): Option[] {
  const fixed: readonly string[] | undefined = closed[name as keyof typeof closed];
  const values = fixed ?? register.words(name);
  return values.map((value) => ({
    value,
    label: word(name, value),
    aliases: [
      value.replaceAll('_', ' '),
      ...names(
        register.data.words.find((row) => row.vocabulary === name && row.word === value)?.aliases ?? [],
      ),
    ],
  }));
}

export function sources(): Option[] {
  return register.data.sources
    .toSorted((a, b) => b.statements - a.statements)
    .map((row) => ({
      value: row.id,
      label: row.name,
      aliases: names(row.aliases),
      family: row.family,
      detail: word('source_kind', row.kind),
    }));
}

export function speakers(): Option[] {
  return register.data.speakers
    .toSorted((a, b) => b.statements - a.statements)
    .map((row) => ({
      value: row.id,
      label: row.name,
      aliases: names(row.aliases),
      ...(row.roles[0] ? { detail: row.roles[0] } : {}),
    }));
}

export function events(): Option[] {
  return register.data.events.map((row) => ({ value: row.name, label: row.name }));
}

export function places(): Option[] {
  return register.data.places.map((row) => ({
    value: row.path,
    label: row.name,
    aliases: [row.path, ...names(row.aliases)],
    ...(row.path === row.name ? {} : { detail: row.path }),
  }));
}

/** Groups, and places: what a figure may be said to count or to leave out. */
export function counted(): Option[] {
  return [...vocabulary('group'), ...places()];
}
