import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import App from '../src/App.svelte';
import { setTransport, type Changes } from '../src/ipc';
import { articles } from '../src/stores/articles.svelte';
import { cards } from '../src/stores/cards.svelte';
import { announce } from '../src/stores/changes';
import { commands } from '../src/stores/commands.svelte';
import { drafting } from '../src/stores/drafting.svelte';
import { project } from '../src/stores/project.svelte';
import { selection } from '../src/stores/selection.svelte';
import { settings } from '../src/stores/settings.svelte';
import { fake, type Fake } from './fake/project';

/** Articles are read in the background, and what is found waits as drafts. */
let core: Fake;

async function open(begin: 'samples' | 'empty') {
  core = fake(begin);
  setTransport(core);
  render(App);
  await waitFor(() => expect(project.info).not.toBeNull());
}

const asked = (name: string) => core.calls.filter((call) => call.name === name).map((call) => call.params);

async function bring(...paths: string[]) {
  core.emit('files-dropped', { paths, empty: [] });
  const dialog = await screen.findByRole('dialog', { name: 'Import articles' });
  await fireEvent.click(await within(dialog).findByRole('button', { name: /^Import/ }));
  await waitFor(() => expect(asked('import')).toHaveLength(1));
}

beforeEach(() => {
  for (const side of ['offsetHeight', 'offsetWidth'] as const) {
    vi.spyOn(HTMLElement.prototype, side, 'get').mockReturnValue(600);
  }
});

afterEach(async () => {
  await settings.set({ read_imports: true });
  cleanup();
  vi.restoreAllMocks();
  project.info = null;
  selection.reset();
  cards.reset();
  articles.reset();
});

describe('reading in the background', () => {
  it('reads what comes in, and the keys of drafts decide what was found', async () => {
    await open('empty');
    await bring('/a/one.txt');
    await waitFor(() => expect(asked('draft')).toHaveLength(1));
    expect(asked('draft')[0]).toEqual({
      ids: core.state.articles.map((one) => one.row.id),
      after: expect.any(String),
    });
    expect(await screen.findByText('1 draft to accept or dismiss')).toBeTruthy();
    const card = await screen.findByRole('group', { name: /^Draft, / });
    card.focus();
    await fireEvent.keyDown(card, { key: 'a', code: 'KeyA', bubbles: true });
    await waitFor(() => expect(asked('accept')).toHaveLength(1));
  });

  it('reads the article anew that is about to be open, and not the one that still is', async () => {
    await open('samples');
    const [first, second] = core.state.articles.map((one) => one.row.id);
    await waitFor(() => expect(articles.open?.article.id).toBe(first));
    const opening = articles.read(second!);
    await Promise.all([opening, articles.refresh()]);
    expect(articles.open?.article.id).toBe(second);
  });

  it('leaves articles unread where the settings say so, until it is asked to', async () => {
    await open('empty');
    await settings.set({ read_imports: false });
    await bring('/a/one.txt');
    await screen.findByRole('article');
    expect(asked('draft')).toEqual([]);
    await commands.run('draftAll');
    await waitFor(() => expect(asked('draft')).toEqual([{ ids: [] }]));
    expect(await screen.findByText('1 draft to accept or dismiss')).toBeTruthy();
  });

  it('reads many a few at a time, tells how far it is, and stops when it is told to', async () => {
    await open('samples');
    const ids = Array.from({ length: 50 }, (_, n) => `a-${n}`);
    const call = core.call.bind(core);
    let go: () => void = () => {};
    core.call = async (name, params, task) => {
      if (name === 'draft') await new Promise<void>((done) => (go = done));
      return call(name, params, task);
    };
    const read = drafting.read(ids);
    await tick();
    const bar = () => screen.findByRole('progressbar', { name: 'Reading articles' });
    await bar();
    go();
    await waitFor(async () => expect((await bar()).getAttribute('value')).toBe('20'));
    await fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
    await waitFor(() => expect(drafting.work.stopping).toBe(true));
    go();
    await read;
    expect(asked('draft')).toEqual([{ ids: ids.slice(0, 20) }, { ids: ids.slice(20, 40) }]);
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('reads no further for an import that was taken back', async () => {
    await open('samples');
    const call = core.call.bind(core);
    let go: () => void = () => {};
    core.call = async (name, params, task) => {
      if (name === 'draft') await new Promise<void>((done) => (go = done));
      return call(name, params, task);
    };
    const first = Array.from({ length: 30 }, (_, n) => `a-${n}`);
    const read = drafting.read(first, 'one');
    void drafting.read(['b-1', 'b-2'], 'two');
    await tick();
    const one = { id: 'one', command: 'import' };
    const changes = (await call('delete', { ids: [] })) as Changes;
    announce({ ...changes, operation: one, redo: one });
    go();
    await waitFor(() => expect(asked('draft')).toHaveLength(1));
    await tick();
    go();
    await read;
    expect(asked('draft')).toEqual([
      { ids: first.slice(0, 20), after: 'one' },
      { ids: ['b-1', 'b-2'], after: 'two' },
    ]);
  });
});
