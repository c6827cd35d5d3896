import { word } from '../../locales';
import type { Option } from '../../stores/fold';
import { events, places, sources, speakers, vocabulary } from '../../stores/options';

/** How a field's value is given: chosen from a list, which may grow; a date; yes or no; words. */
export type Kind =
  { options: () => Option[]; grows: boolean } | 'date' | 'yes' | 'text' | 'items' | 'judgement';

/** A field that many rows can have set at once. */
export type Field = { name: string; label: string; kind: Kind };

const named = (options: () => Option[]): Kind => ({
  options: () => options().map((option) => ({ ...option, value: option.label })),
  grows: true,
});
const words = (name: string): Kind => ({ options: () => vocabulary(name), grows: false });
const field = (name: string, kind: Kind, label = `claims.column.${name}`): Field => ({ name, kind, label });

/** The fields, those of statements apart from those of figures. */
export const FIELDS: { of: 'statement' | 'figure' | 'judgement'; fields: Field[] }[] = [
  {
    of: 'statement',
    fields: [
      field('event', { options: events, grows: true }),
      field('source', named(sources)),
      field('speaker', named(speakers)),
      field('speaker_role', 'text'),
      field('via', 'items'),
      field('modality', words('modality')),
      field('stated_at', 'date'),
      field('add_tags', 'items', 'claims.editing.addTags'),
      field('remove_tags', 'items', 'claims.editing.removeTags'),
      field('confidential', 'yes'),
      field('second_reader', 'text'),
    ],
  },
  {
    of: 'figure',
    fields: [
      field('measure', words('measure')),
      field('severity', words('severity')),
      field('group', words('group')),
      field('place', { options: places, grows: true }),
      field('as_of', 'date'),
      field('period_start', 'date'),
      field('period_end', 'date'),
      field('counting', words('counting')),
      field('basis', words('basis')),
      field('stance', words('stance')),
      field('unit', words('unit')),
      field('doubtful', 'yes'),
    ],
  },
  { of: 'judgement', fields: [field('assessment', 'judgement')] },
];

/** A field by its name. */
export function fieldNamed(name: string): Field | undefined {
  return FIELDS.flatMap(({ fields }) => fields).find((one) => one.name === name);
}

/** A value as it is read. */
export function valueWords(name: string, value: string): string {
  const kind = fieldNamed(name)?.kind;
  const isWord = kind === 'judgement' || (typeof kind === 'object' && !kind.grows);
  return isWord && value !== '' ? word(name, value) : value;
}
