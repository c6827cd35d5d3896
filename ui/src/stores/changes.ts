import type { Changes } from '../ipc';

type Heard = (changes: Changes) => void;

const listeners = new Set<Heard>();

/** Hears of every write, so as to refresh exactly what it names. The answer ends the hearing. */
export function onChanges(heard: Heard): () => void {
  listeners.add(heard);
  return () => listeners.delete(heard);
}

/** Tells everyone what a write changed. */
export function announce(changes: Changes): void {
  for (const heard of listeners) heard(changes);
}

/** Whether a write touched anything of the kinds named. */
export function touches(changes: Changes, ...kinds: (keyof Changes)[]): boolean {
  return kinds.some((kind) => {
    const ids = changes[kind];
    return Array.isArray(ids) ? ids.length > 0 : ids === true;
  });
}
