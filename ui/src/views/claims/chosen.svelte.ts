import { SvelteSet } from 'svelte/reactivity';
import type { ClaimRow, ClaimsEdit } from '../../ipc';
import { showError } from '../../stores/writes';
import { table } from './table.svelte';

/** A row by what it is: its figure, or its statement. */
export const rowId = (row: ClaimRow): string => row.figure_id ?? row.statement_id;

/**
 * The rows that are chosen to be changed: some, by their ids, or all that the filter shows but some. So a million rows are
 * chosen without being fetched.
 */
class Chosen {
  all = $state(false);
  private ids = new SvelteSet<string>();
  /** Where a range begins, and what was chosen before it. */
  private anchor: number | null = null;
  private before: string[] = [];
  private asked = 0;

  get count(): number {
    return this.all ? Math.max(0, table.total - this.ids.size) : this.ids.size;
  }

  has(row: ClaimRow | undefined): boolean {
    return row !== undefined && this.ids.has(rowId(row)) !== this.all;
  }

  clear(): void {
    this.all = false;
    this.ids.clear();
    this.anchor = null;
    this.asked++;
  }

  /** Everything that the filter shows. */
  every(): void {
    this.clear();
    this.all = true;
  }

  /** Chooses a row, or leaves it out again; a range begins there. */
  toggle(index: number): void {
    const row = table.at(index);
    if (!row) return;
    const id = rowId(row);
    if (!this.ids.delete(id)) this.ids.add(id);
    this.anchor = index;
    this.before = [...this.ids];
  }

  /** Chooses all rows from where the range began, or from a row, to another. */
  async reach(from: number, to: number): Promise<void> {
    if (this.all) this.clear();
    if (this.anchor === null) {
      this.anchor = from;
      this.before = [...this.ids];
    }
    const [first, last] = [Math.min(this.anchor, to), Math.max(this.anchor, to)];
    if (first <= 0 && last >= table.total - 1 && table.counted) {
      const { anchor } = this;
      this.every();
      this.anchor = anchor;
      return;
    }
    const asked = ++this.asked;
    try {
      const rows = await this.between(first, last);
      if (asked !== this.asked) return;
      this.ids.clear();
      for (const id of [...this.before, ...rows.map(rowId)]) this.ids.add(id);
    } catch (error) {
      showError(error);
    }
  }

  private async between(first: number, last: number): Promise<ClaimRow[]> {
    const there: ClaimRow[] = [];
    for (let index = first; index <= last; index++) {
      const row = table.at(index);
      if (!row) return table.rows(first, last);
      there.push(row);
    }
    return there;
  }

  /** As the core is told of them. */
  get asEdit(): Pick<ClaimsEdit, 'filter' | 'all' | 'ids'> {
    return { filter: table.filter, all: this.all, ids: [...this.ids] };
  }
}

export const chosen = new Chosen();
