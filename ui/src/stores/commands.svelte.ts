import { tick, untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { has, t, type Language } from '../locales';
import { CATALOGUE, isLetter, type Command } from './catalogue';
import { chordsOf, composing, inField } from './keys';
import { selection } from './selection.svelte';
import { settings } from './settings.svelte';

type Work = () => void;

/** Why a command that is there cannot be run just now, as the last part of `hindrance.CODE`; `null` when it can. */
type Hindrance = () => string | null;

/** How many commands the palette lists as the last ones. */
const RECENT = 5;

/** The commands that are there, their keys as the user has them, and what they do. Views provide what theirs do. */
class Commands {
  private readonly work = new SvelteMap<string, Work>();
  private readonly hindered = new SvelteMap<string, Hindrance>();
  /** The commands chosen from the palette last, the newest first. */
  recent = $state.raw<string[]>([]);

  /**
   * Says what commands do, from now until the answer is called; the one said last counts. To be the whole of an `$effect`,
   * so that a view's commands go with it. `hindered` says of some of them what stands in their way.
   */
  provide(work: Record<string, Work>, hindered: Record<string, Hindrance> = {}): () => void {
    const given = Object.entries(work);
    untrack(() => {
      for (const [name, does] of given) {
        this.work.set(name, does);
        const hindrance = hindered[name];
        if (hindrance) this.hindered.set(name, hindrance);
        else this.hindered.delete(name);
      }
    });
    return () => {
      for (const [name, does] of given) {
        if (this.work.get(name) !== does) continue;
        this.work.delete(name);
        this.hindered.delete(name);
      }
    };
  }

  /** Whether a command can be run: here, or by going to its place first. */
  available(command: Command): boolean {
    return (
      this.work.has(command.name) ||
      (command.place !== 'window' && command.place !== selection.place && this.work.has(command.place))
    );
  }

  /** Why a command cannot be run just now, in words; `null` when it can. */
  hindrance(command: Command): string | null {
    const code = this.available(command) ? (this.hindered.get(command.name)?.() ?? null) : command.place;
    if (code === null) return null;
    return has(`hindrance.${code}`) ? t(`hindrance.${code}`) : t('hindrance.window');
  }

  /**
   * The chords of a command: the user's own in place of its letters, and none of these where letters are no keys. An own
   * key that is empty is none.
   */
  keysOf(name: string): string[] {
    const command = CATALOGUE.find((other) => other.name === name);
    const own = settings.data.keys[name];
    const keys = command?.keys ?? [];
    const others = keys.filter((chord) => !isLetter(chord));
    const given = own === undefined ? keys : own === '' ? others : [own, ...others];
    return settings.data.letter_keys ? given : given.filter((chord) => !isLetter(chord));
  }

  /** The command of the same place, or of the window, that has this single character for a key, if another has. */
  taken(chord: string, by: Command): Command | undefined {
    return CATALOGUE.find(
      (other) =>
        other !== by &&
        (other.place === by.place || other.place === 'window' || by.place === 'window') &&
        this.keysOf(other.name).includes(chord),
    );
  }

  /** What a command is called, in the window's language or another. */
  label(name: string, language?: Language): string {
    return t(`menu.${name}`, language && { lng: language }).replace(/…$/, '');
  }

  /** Keeps in mind that a command was chosen. */
  remember(name: string): void {
    this.recent = [name, ...this.recent.filter((other) => other !== name)].slice(0, RECENT);
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
    const typing = inField(event.target);
    const chords = chordsOf(event).filter(
      (chord) => !typing || (/^(mod|(shift\+)?f\d)/.test(chord) && !FIELD.has(chord)),
    );
    for (const chord of chords) {
      const found = CATALOGUE.find(
        (command) =>
          command.place === place && this.work.has(command.name) && this.keysOf(command.name).includes(chord),
      );
      if (found) return found.name;
    }
    return null;
  }
}

/** What a field that takes text has keys of its own for. */
const FIELD = new Set(['mod+z', 'mod+shift+z', 'mod+y', 'alt+left']);

export const commands = new Commands();
