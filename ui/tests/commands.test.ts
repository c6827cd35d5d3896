import { describe, expect, it } from 'vitest';
import { has } from '../src/locales';
import { CATALOGUE } from '../src/stores/catalogue';
import { commands } from '../src/stores/commands.svelte';
import { settings } from '../src/stores/settings.svelte';

const press = (key: string, more: KeyboardEventInit = {}) =>
  new KeyboardEvent('keydown', { key, cancelable: true, ...more });

describe('commands', () => {
  it('are all called something', () => {
    for (const { name } of CATALOGUE) expect(has(`menu.${name}`), name).toBe(true);
  });

  it('share no key with another of the same place, nor with one of the window', () => {
    for (const command of CATALOGUE) {
      const others = CATALOGUE.filter(
        (other) =>
          other !== command &&
          (other.place === command.place || other.place === 'window' || command.place === 'window'),
      );
      const taken = new Set(others.flatMap((other) => other.keys));
      for (const key of command.keys) expect(taken.has(key), `${command.name}: ${key}`).toBe(false);
    }
  });

  it('are done by their key where they are provided, and only there', () => {
    const done: string[] = [];
    const end = commands.provide({ nextSentence: () => done.push('j'), read: () => done.push('read') });
    expect(commands.press(press('j'), 'read')).toBe(true);
    expect(commands.press(press('j'), 'compare')).toBe(false);
    expect(commands.press(press('k'), 'read')).toBe(false);
    expect(commands.press(press('1', { ctrlKey: true }), 'window')).toBe(true);
    end();
    expect(commands.press(press('j'), 'read')).toBe(false);
    expect(done).toEqual(['j', 'read']);
  });

  it('are done by the place of a digit where the layout writes no digit there', () => {
    const end = commands.provide({ compare: () => undefined });
    expect(commands.meant(press('é', { code: 'Digit2', ctrlKey: true }), 'window')).toBe('compare');
    expect(commands.meant(press('é', { code: 'Digit2' }), 'window')).toBeNull();
    end();
  });

  it('say what stands in their way', () => {
    let why: string | null = 'nothingToUndo';
    const undo = CATALOGUE.find(({ name }) => name === 'undo')!;
    expect(commands.hindrance(undo)).toBe('not now');
    const end = commands.provide({ undo: () => undefined }, { undo: () => why });
    expect(commands.hindrance(undo)).toBe('nothing to undo');
    why = null;
    expect(commands.hindrance(undo)).toBeNull();
    end();
  });

  it('know whose key a letter is: of the same place, or of the whole window', () => {
    const named = (name: string) => CATALOGUE.find((command) => command.name === name)!;
    expect(commands.taken('k', named('nextSentence'))?.name).toBe('previousSentence');
    expect(commands.taken('?', named('nextSentence'))?.name).toBe('keyHelp');
    expect(commands.taken('j', named('nextSentence'))).toBeUndefined();
  });

  it('take another letter, or none, as the user wishes; keys that are no letters stay', () => {
    const end = commands.provide({ growSentence: () => undefined, nextSentence: () => undefined });
    settings.data.keys = { nextSentence: 'h' };
    expect(commands.meant(press('h'), 'read')).toBe('nextSentence');
    expect(commands.meant(press('j'), 'read')).toBeNull();
    settings.data.letter_keys = false;
    expect(commands.meant(press('h'), 'read')).toBeNull();
    expect(commands.meant(press('J', { shiftKey: true }), 'read')).toBeNull();
    expect(commands.meant(press('ArrowDown', { shiftKey: true }), 'read')).toBe('growSentence');
    settings.data.letter_keys = true;
    settings.data.keys = { growSentence: '' };
    expect(commands.keysOf('growSentence')).toEqual(['shift+down']);
    settings.data.keys = {};
    end();
  });
});
