/** Keys: how they are matched on any layout, and how they are shown. */
import { has, t, type Language } from '../locales';

const apple = typeof navigator !== 'undefined' && /Mac|iP(hone|ad)/.test(navigator.platform);

/** A chord as its keys are printed: `mod+shift+z` is `Ctrl+Shift+Z`, or `⇧⌘Z` on a Mac. */
export function keyCaps(chord: string, language?: Language): string {
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
    (apple ? mac[key] : undefined) ??
    signs[key] ??
    (has(`key.${key}`) ? t(`key.${key}`, language && { lng: language }) : key);
  const shown = chord.split('+').map(name);
  return shown.map((key) => (/^(.|f\d+)$/u.test(key) ? key.toUpperCase() : key)).join(apple ? '' : '+');
}

/** What a US keyboard has where no letter and no digit is, by the name of the place. */
const SIGNS: Record<string, string> = {
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Semicolon: ';',
  Quote: "'",
  Backquote: '`',
  Comma: ',',
  Period: '.',
  Slash: '/',
};

/** What a US keyboard has at a place (`KeyJ`, `Digit2`, `Comma`). */
function atPlace(code: string): string | undefined {
  return /^(?:Key|Digit)(.)$/.exec(code)?.[1]?.toLowerCase() ?? SIGNS[code];
}

/**
 * The letter, digit or sign that a key press means: what it writes on a Latin layout, else what is printed at that place
 * of a US keyboard, so that `j` works under Russian or Arabic too. Other keys are their name in lower case.
 */
export function keyOf(event: Pick<KeyboardEvent, 'key' | 'code'>): string {
  const { key, code } = event;
  if (key.length !== 1) return key.toLowerCase().replace(/^arrow/, '');
  if (key === ' ') return 'space';
  if (key === '+') return 'plus';
  if (/^[\x20-\x7e]$/.test(key) || /^\p{Script=Latin}$/u.test(key)) return key.toLowerCase();
  return (/^[\p{L}\p{M}]$/u.test(key) ? atPlace(code) : undefined) ?? key.toLowerCase();
}

/** The chord of a key press, as `mod+shift+z`. Shift counts where it does not make the character. */
export function chordOf(event: KeyboardEvent): string {
  const key = keyOf(event);
  const made =
    event.key.length === 1 && !/^[a-z ]$/i.test(event.key) && (key === event.key || key === 'plus');
  return chord(event, event.shiftKey && !made, key);
}

/** What stands for `-` with Shift: the underscore, and on a French keyboard the 6, whose key writes `-` without. */
function isShiftedMinus({ key, code }: KeyboardEvent): boolean {
  return key === '_' || (key === '6' && code === 'Digit6');
}

/**
 * Every chord that a key press may be meant as, the likeliest first. With a modifier, digits, `-` and `=` are also what
 * their place says: on a French keyboard the key of 2 writes é, and a digit only with Shift.
 */
export function chordsOf(event: KeyboardEvent): string[] {
  const written = chordOf(event);
  const sign = /^(Digit\d|Minus|Equal)$/.test(event.code);
  const place = event.shiftKey && isShiftedMinus(event) ? '-' : sign ? atPlace(event.code) : undefined;
  const modified = event.ctrlKey || event.metaKey || event.altKey;
  if (place === undefined || !modified) return [written];
  return [...new Set([written, chord(event, event.shiftKey, place)])];
}

function chord(event: KeyboardEvent, shift: boolean, key: string): string {
  const parts = [];
  if (apple ? event.metaKey : event.ctrlKey) parts.push('mod');
  if (event.altKey) parts.push('alt');
  if (shift) parts.push('shift');
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
