import { afterEach, describe, expect, it } from 'vitest';
import { setLanguage } from '../src/locales';
import { chordOf, chordsOf, composing, inField, keyCaps, keyOf } from '../src/stores/keys';

const press = (key: string, code: string, more: KeyboardEventInit = {}) =>
  new KeyboardEvent('keydown', { key, code, ...more });

afterEach(() => setLanguage('en'));

describe('keys', () => {
  it('are the letter on a Latin layout, wherever it is printed', () => {
    expect(keyOf(press('a', 'KeyQ'))).toBe('a');
    expect(keyOf(press('é', 'Digit2'))).toBe('é');
    expect(keyOf(press('J', 'KeyJ', { shiftKey: true }))).toBe('j');
  });

  it('are the place on any other layout', () => {
    expect(keyOf(press('о', 'KeyJ'))).toBe('j');
    expect(keyOf(press('ت', 'KeyJ'))).toBe('j');
    expect(keyOf(press('ы', 'KeyS'))).toBe('s');
    expect(keyOf(press('ㅜ', 'KeyN'))).toBe('n');
  });

  it('are the sign of the place too, where a layout has a letter there', () => {
    expect(chordOf(press('б', 'Comma', { ctrlKey: true }))).toBe('mod+,');
    expect(keyOf(press('ж', 'Semicolon'))).toBe(';');
    expect(keyOf(press('ّ', 'KeyW'))).toBe('w');
  });

  it('are what they write where that is a sign of the keyboard in use', () => {
    // Ctrl+, stands elsewhere on French and Russian keyboards, as ? does.
    expect(chordOf(press(',', 'KeyM', { ctrlKey: true }))).toBe('mod+,');
    expect(chordOf(press(',', 'Slash', { ctrlKey: true, shiftKey: true }))).toBe('mod+,');
    expect(chordOf(press('?', 'KeyM', { shiftKey: true }))).toBe('?');
    expect(chordOf(press('?', 'Digit7', { shiftKey: true }))).toBe('?');
    expect(chordOf(press('²', 'Backquote'))).toBe('²');
  });

  it('take digits with a modifier by their place too, and never without one', () => {
    expect(chordsOf(press('&', 'Digit1', { ctrlKey: true }))).toContain('mod+1');
    expect(chordsOf(press('é', 'Digit2', { ctrlKey: true }))).toContain('mod+2');
    expect(chordsOf(press('3', 'Digit3', { ctrlKey: true, shiftKey: true }))).toContain('mod+3');
    expect(chordsOf(press('٢', 'Digit2', { ctrlKey: true }))).toContain('mod+2');
    expect(chordsOf(press('2', 'Numpad2', { ctrlKey: true }))).toEqual(['mod+2']);
    expect(chordsOf(press('é', 'Digit2'))).toEqual(['é']);
  });

  it('zoom with Shift whatever Shift writes there', () => {
    const held = { ctrlKey: true, shiftKey: true };
    expect(chordsOf(press('+', 'Equal', held))).toContain('mod+shift+=');
    expect(chordsOf(press('_', 'Minus', held))).toContain('mod+shift+-');
    expect(chordsOf(press('_', 'Slash', held))).toContain('mod+shift+-');
    expect(chordsOf(press('6', 'Digit6', held))).toContain('mod+shift+-');
    expect(chordsOf(press('6', 'Digit6', { ctrlKey: true }))).not.toContain('mod+-');
    expect(chordsOf(press(')', 'Digit0', held))).toContain('mod+shift+0');
    expect(chordsOf(press('0', 'Digit0', held))).toContain('mod+shift+0');
  });

  it('have their names', () => {
    expect(keyOf(press('ArrowLeft', 'ArrowLeft'))).toBe('left');
    expect(keyOf(press(' ', 'Space'))).toBe('space');
    expect(keyOf(press('Enter', 'Enter'))).toBe('enter');
  });

  it('make chords', () => {
    expect(chordOf(press('j', 'KeyJ'))).toBe('j');
    expect(chordOf(press('J', 'KeyJ', { shiftKey: true }))).toBe('shift+j');
    expect(chordOf(press('О', 'KeyJ', { shiftKey: true }))).toBe('shift+j');
    expect(chordOf(press('Z', 'KeyZ', { ctrlKey: true, shiftKey: true }))).toBe('mod+shift+z');
    expect(chordOf(press('я', 'KeyZ', { ctrlKey: true }))).toBe('mod+z');
    expect(chordOf(press('Enter', 'Enter', { ctrlKey: true }))).toBe('mod+enter');
    expect(chordOf(press('ArrowRight', 'ArrowRight', { shiftKey: true }))).toBe('shift+right');
    expect(chordOf(press('?', 'Slash', { shiftKey: true }))).toBe('?');
  });

  it('are shown as they are printed', () => {
    expect(keyCaps('mod+shift+z')).toBe('Ctrl+Shift+Z');
    expect(keyCaps('shift+right')).toBe('Shift+→');
    expect(keyCaps('f1')).toBe('F1');
    expect(keyCaps('mod+plus')).toBe('Ctrl++');
    expect(keyCaps('shift+enter', 'fr')).toBe('Maj+Entrée');
    setLanguage('fr');
    expect(keyCaps('shift+enter')).toBe('Maj+Entrée');
  });

  it('belong to the composition that they are part of', () => {
    expect(composing(press('j', 'KeyJ', { isComposing: true }))).toBe(true);
    expect(composing(press('j', 'KeyJ'))).toBe(false);
  });

  it('belong to fields that take text', () => {
    const input = document.createElement('input');
    expect(inField(input)).toBe(true);
    input.type = 'checkbox';
    expect(inField(input)).toBe(false);
    expect(inField(document.createElement('textarea'))).toBe(true);
    expect(inField(document.createElement('button'))).toBe(false);
    expect(inField(null)).toBe(false);
  });
});
