import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import axe from 'axe-core';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import App from '../src/App.svelte';
import { setTransport } from '../src/ipc';
import { articles } from '../src/stores/articles.svelte';
import { cards } from '../src/stores/cards.svelte';
import { commands } from '../src/stores/commands.svelte';
import { project } from '../src/stores/project.svelte';
import { selection } from '../src/stores/selection.svelte';
import { settings } from '../src/stores/settings.svelte';
import { fake, type Fake } from './fake/project';

/** What is everywhere in the window: the palette, the keys, the settings. */
let core: Fake;

async function open(begin: 'samples' | 'closed' = 'samples') {
  core = fake(begin);
  setTransport(core);
  render(App);
  await (begin === 'closed' ? screen.findByRole('heading', { level: 1 }) : screen.findByRole('article'));
}

async function press(key: string, more: KeyboardEventInit = {}) {
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key;
  await fireEvent.keyDown(document.activeElement ?? document.body, { key, code, bubbles: true, ...more });
  await tick();
}

async function clean() {
  const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(
    found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
  ).toEqual([]);
}

const asked = (name: string) => core.calls.filter((call) => call.name === name).map((call) => call.params);
const options = () => screen.getAllByRole('option').filter((one) => one.id.startsWith('hit-'));

async function palette(query: string) {
  await press('k', { ctrlKey: true });
  const field = await screen.findByRole('combobox', { name: 'Search' });
  await fireEvent.input(field, { target: { value: query } });
  return field;
}

beforeEach(() => {
  for (const side of ['offsetHeight', 'offsetWidth'] as const) {
    vi.spyOn(HTMLElement.prototype, side, 'get').mockReturnValue(600);
  }
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  project.info = null;
  selection.reset();
  cards.reset();
  articles.reset();
  commands.recent = [];
});

describe('the palette', () => {
  it('finds a command by its key and by its name in another language', async () => {
    await open();
    const field = await palette('ctrl+4');
    expect(options().map((one) => one.textContent?.replace(/\s+/g, ' ').trim())[0]).toMatch(/^Register/);
    await fireEvent.input(field, { target: { value: 'historique' } });
    expect(options()[0]?.textContent).toContain('History');
    await clean();
  });

  it('lists last what cannot be run, says why, and does not run it', async () => {
    await open();
    const field = await palette('');
    const last = screen.getByRole('group', { name: 'Not possible now' });
    const undo = within(last).getByRole('option', { name: /^Undo/ });
    expect(undo.getAttribute('aria-disabled')).toBe('true');
    expect(undo.textContent).toContain('nothing to undo');
    const groups = screen.getAllByRole('group').filter((one) => one.closest('#hits'));
    expect(groups.at(-1)).toBe(last);
    await press('ArrowUp');
    expect(field.getAttribute('aria-activedescendant')).toBe(options().at(-1)?.id);
    await press('Enter');
    expect(screen.getByRole('combobox', { name: 'Search' })).toBe(field);
    await fireEvent.pointerDown(undo);
    expect(asked('undo')).toEqual([]);
  });

  it('lists first what was chosen last, and gives the focus back', async () => {
    await open();
    const article = await screen.findByRole('article');
    article.focus();
    await palette('zoom in');
    await press('Enter');
    await waitFor(() => expect(core.settings.zoom).toBe(125));
    await waitFor(() => expect(document.activeElement).toBe(article));
    await palette('');
    const recent = screen.getByRole('group', { name: 'Chosen last' });
    expect(within(recent).getAllByRole('option')).toHaveLength(1);
    expect(options()[0]?.textContent).toContain('Zoom in');
  });

  it('opens what is found even when Enter came before the answer', async () => {
    await open();
    await palette('incendie');
    await press('Enter');
    await waitFor(() => expect(articles.open?.article.language).toBe('fr'));
  });
});

describe('the sheet of keys', () => {
  it('lists every key by place with the user’s own, and closes back to where the focus was', async () => {
    await open();
    await settings.set({ keys: { nextSentence: 'h' } });
    const article = await screen.findByRole('article');
    article.focus();
    await press('?', { shiftKey: true, code: 'Slash' });
    const sheet = await screen.findByRole('dialog', { name: 'All keys' });
    const line = within(sheet).getByText('Next sentence').parentElement;
    expect(line?.textContent).toMatch(/Next sentence\s*H$/);
    for (const place of ['Everywhere', 'Read', 'Statement card', 'Compare', 'Claims']) {
      expect(within(sheet).getByRole('heading', { name: place })).toBeTruthy();
    }
    await clean();
    await fireEvent.input(within(sheet).getByRole('searchbox'), { target: { value: 'ctrl+k' } });
    expect(within(sheet).getAllByRole('heading', { level: 3 })).toHaveLength(1);
    expect(within(sheet).getByText('Commands')).toBeTruthy();
    await press('Escape');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.activeElement).toBe(article);
    await settings.set({ keys: {} });
  });

  it('opens on the start screen, and over a drawer, to whose field the focus returns', async () => {
    await open('closed');
    await press('F1');
    expect(await screen.findByRole('dialog', { name: 'All keys' })).toBeTruthy();
    await press('Escape');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await press(',', { ctrlKey: true });
    const language = await screen.findByLabelText('Language');
    await waitFor(() => expect(document.activeElement).toBe(language));
    await press('F1');
    await screen.findByRole('dialog', { name: 'All keys' });
    await press('Escape');
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'All keys' })).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(language));
    expect(screen.getByRole('dialog', { name: 'Settings' })).toBeTruthy();
  });

  it('prints', async () => {
    await open();
    await press('p', { ctrlKey: true });
    await waitFor(() => expect(asked('print')).toHaveLength(1));
  });

  it('prints all of the register, of which the screen shows no more than fits there', async () => {
    await open();
    const source = core.state.register.sources[0]!;
    for (let at = 0; at < 300; at++)
      core.state.register.sources.push({ ...source, id: `s-${at}`, name: `Source ${at}` });
    await press('4', { ctrlKey: true });
    const drawer = await screen.findByRole('dialog', { name: 'Register' });
    await within(drawer).findByRole('tab', { name: /^Sources 30\d/ });
    expect(within(drawer).queryAllByRole('row', { hidden: true })).toEqual([]);
    await press('p', { ctrlKey: true });
    await waitFor(() => expect(asked('print')).toHaveLength(1));
    expect(drawer.querySelectorAll('table tbody tr')).toHaveLength(core.state.register.sources.length);
    await press('ArrowDown');
    await waitFor(() => expect(drawer.querySelector('table')).toBeNull());
  });
});

describe('the settings', () => {
  it('take another key, refuse one that is taken with the reason, switch one off, and go back', async () => {
    await open();
    await press(',', { ctrlKey: true });
    const dialog = await screen.findByRole('dialog', { name: 'Settings' });
    const field = within(dialog).getByLabelText<HTMLInputElement>('Next sentence');
    field.focus();
    await press('l');
    await waitFor(() => expect(field.value).toBe('L'));
    expect(core.settings.keys).toEqual({ nextSentence: 'l' });
    await press('s');
    expect((await within(dialog).findByRole('alert')).textContent).toBe(
      'S is the key of “Record the words as a statement”.',
    );
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(core.settings.keys).toEqual({ nextSentence: 'l' });
    await clean();
    await press('Delete');
    await waitFor(() => expect(core.settings.keys).toEqual({ nextSentence: '' }));
    expect(field.value).toBe('');
    await fireEvent.input(field, { target: { value: 'Q' } });
    await waitFor(() => expect(core.settings.keys).toEqual({ nextSentence: 'shift+q' }));
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Usual key for “Next sentence”' }));
    await waitFor(() => expect(core.settings.keys).toEqual({}));
    expect(field.value).toBe('J');
  });

  it('take effect at once, also those chosen in another window', async () => {
    await open();
    const root = document.documentElement;
    expect(root.dataset.contrast).toBe('normal');
    core.emit('settings-changed', { ...core.settings, contrast: 'more', language: 'fr', theme: 'dark' });
    await tick();
    expect(root.dataset.contrast).toBe('more');
    expect(root.dataset.theme).toBe('dark');
    expect(await screen.findByRole('button', { name: /^Comparer/ })).toBeTruthy();
    expect(asked('settings_set')).toEqual([]);
    core.emit('settings-changed', { ...core.settings });
  });

  it('are kept as chosen last, however fast the keys and however slow the disk', async () => {
    await open();
    const shell = core.shell.bind(core);
    let slow = 80;
    core.shell = async (name, params) => {
      // The first to leave is the last to arrive.
      if (name === 'settings_set') await new Promise((done) => setTimeout(done, (slow -= 20)));
      return shell(name, params);
    };
    for (const _ of [125, 150, 175, 200]) {
      await press('+', { code: 'Equal', ctrlKey: true, shiftKey: true });
    }
    expect(settings.data.zoom).toBe(200);
    await new Promise((done) => setTimeout(done, 150));
    expect(core.settings.zoom).toBe(200);
    await settings.set({ zoom: 100 });
  });

  it('zoom in steps by key, and stop at the ends', async () => {
    await open();
    const larger = () => press('+', { code: 'Equal', ctrlKey: true, shiftKey: true });
    for (const zoom of [125, 150, 175, 200, 200]) {
      await larger();
      await waitFor(() => expect(core.settings.zoom).toBe(zoom));
    }
    await press('_', { code: 'Minus', ctrlKey: true, shiftKey: true });
    await waitFor(() => expect(core.settings.zoom).toBe(175));
    await press(')', { code: 'Digit0', ctrlKey: true, shiftKey: true });
    await waitFor(() => expect(core.settings.zoom).toBe(100));
  });
});
