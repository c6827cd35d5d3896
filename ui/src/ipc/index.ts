/** The window's only door to the core and the shell. Nothing else touches Tauri. */
import { invoke } from '@tauri-apps/api/core';
import { getCurrentWebviewWindow } from '@tauri-apps/api/webviewWindow';
import type { CommandName, Params, Reply, ShellCommands, ShellEvents, ShellName } from './commands';
import { ApiError } from './error';

export * from './commands';
export { ApiError } from './error';
export type * from './generated';

/** What carries a question and brings the answer. */
export type Transport = {
  /** `task` names a call that may take long: it is told of by `progress` and ended by the shell's `stop`. */
  call(name: CommandName, params: unknown, task?: string): Promise<unknown>;
  shell(name: ShellName, params: unknown): Promise<unknown>;
  listen(event: keyof ShellEvents, heard: (payload: unknown) => void): Promise<() => void>;
};

const tauri: Transport = {
  call: (name, params, task) => invoke('call', { name, params, task: task ?? null }),
  shell: (name, params) => invoke('shell', { name, params }),
  listen: (event, heard) => getCurrentWebviewWindow().listen(event, (message) => heard(message.payload)),
};

let transport = tauri;

/** Puts another carrier in place of Tauri's: for tests, which have no shell. */
export function setTransport(other: Transport): void {
  transport = other;
}

/** Asks the core. Fails with an `ApiError` only. */
export async function call<N extends CommandName>(
  name: N,
  params: Params<N>,
  task?: string,
): Promise<Reply<N>> {
  try {
    return (await transport.call(name, params, task)) as Reply<N>;
  } catch (error) {
    throw ApiError.from(error);
  }
}

/** Asks the shell. Fails with an `ApiError` only. */
export async function shell<N extends ShellName>(
  name: N,
  params: ShellCommands[N][0],
): Promise<ShellCommands[N][1]> {
  try {
    return (await transport.shell(name, params)) as ShellCommands[N][1];
  } catch (error) {
    throw ApiError.from(error);
  }
}

/** Hears what the shell tells this window; the answer ends the hearing. */
export function listen<E extends keyof ShellEvents>(
  event: E,
  heard: (payload: ShellEvents[E]) => void,
): Promise<() => void> {
  return transport.listen(event, (payload) => heard(payload as ShellEvents[E]));
}
