import { call, type ColumnSet, type ColumnSets } from '../../ipc';
import { onChanges, touches } from '../../stores/changes';
import { showError, write } from '../../stores/writes';
import { COLUMNS, USUAL } from './columns';
import { table } from './table.svelte';

/** A set of columns as the menu has it: the program's by a code, the project's by the name it was given. */
export type Set = { code: 'usual' | 'publication' | 'all' } | ColumnSet;

/** Named sets of columns: the program's three, and the project's own. */
class Sets {
  data = $state.raw<ColumnSets>({ publication: [], saved: [] });

  constructor() {
    onChanges((changes) => {
      if (touches(changes, 'column_sets')) void this.load();
    });
  }

  async load(): Promise<void> {
    try {
      this.data = await call('column_sets', {});
    } catch (error) {
      showError(error);
    }
  }

  get all(): Set[] {
    return [{ code: 'usual' }, { code: 'publication' }, { code: 'all' }, ...this.data.saved];
  }

  columns(set: Set): string[] {
    if ('id' in set) return set.columns;
    if (set.code === 'usual') return USUAL;
    return set.code === 'all' ? [...COLUMNS.keys()] : this.data.publication;
  }

  /** Whether the table shows exactly these columns in this order. */
  isShown(set: Set): boolean {
    return this.columns(set).join() === table.columns.join();
  }

  /** Saves the columns that are shown: under a new name, or in place of those of a set. */
  async save(name: string, id?: string): Promise<void> {
    await write('columns_save', { name, columns: table.columns, ...(id === undefined ? {} : { id }) });
  }

  async rename(id: string, name: string): Promise<void> {
    await write('columns_save', { id, name });
  }

  async remove(id: string): Promise<void> {
    await write('delete', { ids: [id] });
  }
}

export const sets = new Sets();
