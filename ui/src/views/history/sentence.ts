import type { OperationRow } from '../../ipc';
import { has, list, number, t, word } from '../../locales';
import { commandWords } from '../../stores/writes';

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const count = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const several = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

/** A field of an entity in words; one that has none is said as it is called. */
function fieldWords(field: string): string {
  const key = [`register.field.${field}`, `field.${field}`].find(has);
  return key ? t(key).toLocaleLowerCase() : field.replaceAll('_', ' ');
}

/** An operation as a sentence, with what it says of itself: `Article imported: “Night of the dam”`. */
export function operationWords({ command, detail }: OperationRow): string {
  const said = (key: string, params: Record<string, unknown>) => t(`history.said.${key}`, params);
  const counted = (key: string, n: number) => said(key, { count: n, n: number(n) });
  const name = text(detail.name) ?? text(detail.title);
  switch (command) {
    case 'import': {
      const n = count(detail.count);
      if (name !== null) return said('importOne', { name });
      return n === null ? commandWords(command) : counted('import', n);
    }
    case 'delete':
    case 'add':
    case 'draft':
    case 'accept':
    case 'dismiss': {
      const n = count(detail.count);
      return n === null ? commandWords(command) : counted(command, n);
    }
    case 'statement_record': {
      const n = count(detail.figures);
      return n === null ? commandWords(command) : counted('statement_record', n);
    }
    case 'edit': {
      const noun = text(detail.noun);
      const fields = several(detail.fields).map(fieldWords);
      if (noun === null || fields.length === 0) return commandWords(command);
      return said('edit', { noun: word('history.noun', noun), fields: list(fields) });
    }
    case 'merge': {
      const [from, into] = [text(detail.from), text(detail.into)];
      return from === null || into === null ? commandWords(command) : said('merge', { from, into });
    }
    case 'relate': {
      const kind = text(detail.kind);
      return kind === null ? commandWords(command) : said('relate', { kind: word('relation', kind) });
    }
    case 'assess': {
      const status = text(detail.status);
      return status === null ? commandWords(command) : said('assess', { status: word('assessment', status) });
    }
    default:
      return name === null ? commandWords(command) : said('named', { what: commandWords(command), name });
  }
}
