import { toast } from 'svelte-sonner';
import { shell, type FileContent, type FileKind } from '../ipc';
import { t } from '../locales';

/** Saves what the window made where the user says, and says that it is done. */
export async function saveFile(kind: FileKind, suggested: string, content: FileContent): Promise<void> {
  const name = await shell('save_file', { kind, suggested: `${suggested}.${kind}`, content });
  if (name !== null) toast.success(t('done.saved', { name }), { duration: 10_000 });
}
