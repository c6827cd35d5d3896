import { afterEach, describe, expect, it } from 'vitest';
import { setLanguage } from '../src/locales';
import { chordOf, composing, inField, keyCaps, keyOf } from '../src/stores/keys';

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
