import { toast } from 'svelte-sonner';
import { ApiError, call, type Changes, type CommandName, type Note, type Params, type Reply } from '../ipc';
import { has, t, worded } from '../locales';
import { announce } from './changes';
import { project } from './project.svelte';

/** An error in the user's words. */
export function errorWords(error: unknown): string {
  const { code, params } = ApiError.from(error);
  return worded('error', code, params);
}

/** Shows an error that has no better place. */
export function showError(error: unknown): void {
  toast.error(errorWords(error), { duration: 12_000 });
}

/** What a command did, in words: `Statement recorded`. */
export function commandWords(command: string, params: Record<string, unknown> = {}): string {
  return has(`command.${command}`) ? t(`command.${command}`, params) : command;
}

type WriteName = {
  [N in CommandName]: Reply<N> extends Changes | { changes: Changes } ? N : never;
}[CommandName];

/**
 * A write: asks the core, tells the stores what changed, and says it in a toast that can undo it.
 * Fails with the core's error, for the asker to show where it happened.
 */
export async function write<N extends WriteName>(
  name: N,
  params: Params<N>,
  { quiet = false, task }: { quiet?: boolean; task?: string } = {},
): Promise<Reply<N>> {
  const reply = await call(name, params, task).catch(lost);
  const changes: Changes = 'changes' in reply ? reply.changes : (reply as Changes);
  announce(changes);
  const notes: Note[] = 'notes' in reply ? reply.notes : [];
  for (const note of notes) toast.info(worded('note', note.code, note.params), { duration: 10_000 });
  if (!quiet && changes.operation) {
    toast(commandWords(changes.operation.command), {
      action: { label: t('action.undo'), onClick: () => void undo() },
    });
  }
  return reply;
}

/** A file that is gone is said above everything, wherever it was noticed. */
function lost(error: unknown): never {
  const failed = ApiError.from(error);
  if (failed.code === 'project_vanished') project.lost = failed;
  throw failed;
}

/** Takes back the newest operation. */
export async function undo(): Promise<void> {
  await step('undo', 'done.undone');
}

/** Does again what was taken back. */
export async function redo(): Promise<void> {
  await step('redo', 'done.redone');
}

async function step(name: 'undo' | 'redo', said: string): Promise<void> {
  try {
    const changes = await call(name, {}).catch(lost);
    announce(changes);
    const what = changes.operation ? commandWords(changes.operation.command) : '';
    toast(t(said, { what }), { id: 'undo' });
  } catch (error) {
    showError(error);
  }
}
