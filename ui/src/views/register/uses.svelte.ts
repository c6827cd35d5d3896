import { call, type EntryUses, type Uses } from '../../ipc';
import { list, number, t } from '../../locales';
import { showError } from '../../stores/writes';
import { wordId } from './entries';

/** How many statements, figures, articles and entries refer to each entry of the register. */
class UsesOfEntries {
  private all = $state.raw<ReadonlyMap<string, Uses>>(new Map());
  loaded = $state(false);

  async load(): Promise<void> {
    try {
      const found = await call('register_uses', {});
      const id = (row: EntryUses) => (row.vocabulary === null ? row.id : wordId(row.vocabulary, row.id));
      this.all = new Map(found.map((row) => [id(row), row.uses]));
      this.loaded = true;
    } catch (error) {
      showError(error);
    }
  }

  of(id: string): Uses | undefined {
    return this.all.get(id);
  }

  /** How many refer to it, all counted together. */
  count(id: string): number {
    const uses = this.all.get(id);
    return uses ? uses.statements + uses.figures + uses.articles + uses.entries : 0;
  }
}

export const uses = new UsesOfEntries();

/** `14 statements and 2 figures`; empty where nothing refers to it. */
export function usesWords(of: Uses | undefined): string {
  const kinds = ['statements', 'figures', 'articles', 'entries'] as const;
  const said = kinds
    .filter((kind) => (of?.[kind] ?? 0) > 0)
    .map((kind) => t(`register.uses.${kind}`, { count: of?.[kind] ?? 0, n: number(of?.[kind] ?? 0) }));
  return list(said);
}
