import { tick, untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { t } from '../locales';
import { CATALOGUE, isLetter, type Command } from './catalogue';
import { chordOf, composing, inField } from './keys';
import { selection } from './selection.svelte';
import { settings } from './settings.svelte';

type Work = () => void;

/** The commands that are there, their keys as the user has them, and what they do. Views provide what theirs do. */
class Commands {
  private readonly work = new SvelteMap<string, Work>();

  /**
   * Says what commands do, from now until the answer is called; the one said last counts. To be the whole of an `$effect`,
   * so that a view's commands go with it.
   */
  provide(work: Record<string, Work>): () => void {
    const given = Object.entries(work);
    untrack(() => given.forEach(([name, does]) => this.work.set(name, does)));
    return () => {
      for (const [name, does] of given) if (this.work.get(name) === does) this.work.delete(name);
    };
  }

  /** Whether a command can be run: here, or by going to its place first. */
  available(command: Command): boolean {
    return (
      this.work.has(command.name) ||
      (command.place !== 'window' && command.place !== selection.place && this.work.has(command.place))
    );
  }

  /** The chords of a command: the user's own in place of its letters, and none of these where letters are no keys. */
  keysOf(name: string): string[] {
    const command = CATALOGUE.find((other) => other.name === name);
    const own = settings.data.keys[name];
    const keys = command?.keys ?? [];
    const given = own === undefined ? keys : [own, ...keys.filter((chord) => !isLetter(chord))];
    return settings.data.letter_keys ? given : given.filter((chord) => !isLetter(chord));
  }

  /** What a command is called. */
  label(name: string): string {
    return t(`menu.${name}`).replace(/…$/, '');
  }

  /** Runs a command, in its place. */
  async run(name: string): Promise<void> {
    const place = CATALOGUE.find((command) => command.name === name)?.place ?? 'window';
    if (place !== 'window' && place !== selection.place) {
      selection.go(place);
      await tick();
    }
    this.work.get(name)?.();
  }

  /**
   * Takes a key press for a command of `place`, if it is the key of one that is provided. True when it was: the press is
   * used up. A field that takes text keeps every press but chords with a modifier.
   */
  press(event: KeyboardEvent, place: Command['place']): boolean {
    const name = this.meant(event, place);
    if (name === null) return false;
    event.preventDefault();
    this.work.get(name)?.();
    return true;
  }

  /** The command of `place` that a press is the key of. */
  meant(event: KeyboardEvent, place: Command['place']): string | null {
    if (composing(event) || event.defaultPrevented) return null;
    const chord = chordOf(event);
    if (inField(event.target) && (!/^(mod|f\d)/.test(chord) || FIELD.has(chord))) return null;
    const found = CATALOGUE.find(
      (command) =>
        command.place === place && this.work.has(command.name) && this.keysOf(command.name).includes(chord),
    );
    return found?.name ?? null;
  }
}

/** What a field that takes text has keys of its own for. */
const FIELD = new Set(['mod+z', 'mod+shift+z', 'mod+y', 'alt+left']);

export const commands = new Commands();
