import { toast } from 'svelte-sonner';
import { shell, type Exported } from '../../ipc';
import { number, t } from '../../locales';
import { project } from '../../stores/project.svelte';
import { Work, wasStopped } from '../../stores/work.svelte';
import { showError } from '../../stores/writes';
import { table } from './table.svelte';

/** What an export wrote, and what it left out. */
export function exportedWords(exported: Exported): string {
  const { rows, left_out_drafts: drafts, left_out_confidential: confidential } = exported;
  const said = [t('claims.exported', { rows: number(rows) })];
  if (drafts > 0) said.push(t('claims.leftOutDrafts', { n: number(drafts) }));
  if (confidential > 0) said.push(t('claims.leftOutConfidential', { n: number(confidential) }));
  return said.join(' ');
}

/** Saves the claim table as it is shown: its columns, filters and order. */
class Export {
  readonly work = new Work();
  /** For spreadsheet programs, which take a file without a mark for one of another encoding. */
  bom = $state(false);

  async save(): Promise<void> {
    if (this.work.running) return;
    try {
      const suggested = `${project.info?.title ?? t('place.claims')}.csv`;
      const path = await shell('choose_save_csv', { suggested });
      if (path === null) return;
      const { filter, columns } = table;
      const exported = await this.work.follow('export_csv', { path, filter, columns, bom: this.bom });
      toast.success(exportedWords(exported), { duration: 10_000 });
    } catch (error) {
      if (wasStopped(error)) toast(t('claims.notExported'));
      else showError(error);
    }
  }
}

export const exporting = new Export();
