/** Keys: how they are matched on any layout, and how they are shown. */
import { has, t } from '../locales';

const apple = typeof navigator !== 'undefined' && /Mac|iP(hone|ad)/.test(navigator.platform);

/** A chord as its keys are printed: `mod+shift+z` is `Ctrl+Shift+Z`, or `⇧⌘Z` on a Mac. */
export function keyCaps(chord: string): string {
  const signs: Record<string, string> = { left: '←', right: '→', up: '↑', down: '↓' };
  const mac: Record<string, string> = {
    mod: '⌘',
    shift: '⇧',
    alt: '⌥',
    enter: '↩',
    backspace: '⌫',
    delete: '⌦',
  };
  const name = (key: string) =>
    (apple ? mac[key] : undefined) ?? signs[key] ?? (has(`key.${key}`) ? t(`key.${key}`) : key);
  const shown = chord.split('+').map(name);
  return shown.map((key) => (key.length === 1 ? key.toUpperCase() : key)).join(apple ? '' : '+');
}

/**
 * The letter or digit that a key press means: the letter itself on a Latin layout, else the one printed at that place of
 * a US keyboard, so that `j` works under Russian or Arabic too. Other keys are their name in lower case.
 */
export function keyOf(event: Pick<KeyboardEvent, 'key' | 'code'>): string {
  const { key, code } = event;
  if (key.length !== 1) return key.toLowerCase().replace(/^arrow/, '');
  if (key === ' ') return 'space';
  if (/^[\x20-\x7e]$/.test(key) || /^\p{Script=Latin}$/u.test(key)) return key.toLowerCase();
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  return letter ? letter.toLowerCase() : key.toLowerCase();
}

/** The chord of a key press, as `mod+shift+z`. Shift counts where it does not make the character. */
export function chordOf(event: KeyboardEvent): string {
  const key = keyOf(event);
  const made = event.key.length === 1 && !/^[a-z ]$/i.test(event.key) && keyOf(event) === event.key;
  const parts = [];
  if (apple ? event.metaKey : event.ctrlKey) parts.push('mod');
  if (event.altKey) parts.push('alt');
  if (event.shiftKey && !made) parts.push('shift');
  return [...parts, key].join('+');
}

/** Whether a press is part of composing a character. */
export function composing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** Whether a press belongs to a field that takes text. */
export function inField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true;
  return (
    target instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type)
  );
}
