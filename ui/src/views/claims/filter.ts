import { word } from '../../locales';
import { fold } from '../../stores/fold';
import { vocabulary } from '../../stores/options';
import type { ClaimsFilter } from '../../ipc';
import { COLUMNS, shown } from './columns';

/** Words of the vocabularies that only the core sets. */
const SET: Record<string, string[]> = {
  standing: ['current', 'superseded', 'retracted', 'denied'],
  status: ['draft', 'accepted', 'dismissed'],
  assessment: ['unverified', 'in_review', 'verified', 'contested', 'refuted', 'withdrawn'],
};

/** The values of a column whose cells read so that they contain the words. */
function values(column: string, words: string): string[] {
  const all = SET[column]?.map((value) => ({ value, label: word(column, value), aliases: [] as string[] }));
  const meant = fold(words);
  return (all ?? vocabulary(column))
    .filter(({ value, label, aliases }) =>
      [label, shown(column, value), ...(aliases ?? [])].some((name) => fold(name).includes(meant)),
    )
    .map(({ value }) => value);
}

/**
 * What the core is asked for when words are typed over columns: cells are searched as they are read, in the language of
 * the window, numbers with or without the marks that group them.
 */
export function narrowed(
  typed: [column: string, words: string][],
): Pick<ClaimsFilter, 'contains' | 'one_of'> {
  const contains: ClaimsFilter['contains'] = [];
  const oneOf: ClaimsFilter['one_of'] = [];
  for (const [column, given] of typed) {
    const words = given.trim();
    const kind = COLUMNS.get(column)?.kind ?? 'text';
    if (words === '') continue;
    if (kind === 'yes') {
      const yes = fold(shown(column, 'true')).includes(fold(words));
      oneOf.push([column, yes ? ['true'] : []]);
    } else if (kind === 'number') {
      const digits = words.replace(/(?<=\d)[\s\u00a0\u202f,](?=\d{3})/g, '').replace(',', '.');
      contains.push([column, digits]);
    } else if (typeof kind === 'object' && column !== 'unit') oneOf.push([column, values(column, words)]);
    else contains.push([column, words]);
  }
  return { contains, one_of: oneOf };
}
