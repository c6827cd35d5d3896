import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import axe from 'axe-core';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import App from '../src/App.svelte';
import { setTransport } from '../src/ipc';
import { articles } from '../src/stores/articles.svelte';
import { cards } from '../src/stores/cards.svelte';
import { project } from '../src/stores/project.svelte';
import { selection } from '../src/stores/selection.svelte';
import { compare } from '../src/views/compare/state.svelte';
import { fake, type Fake } from './fake/project';
import { sampleBoard } from './fake/sample';

let core: Fake;

function begin(how: 'samples' | 'closed', change?: (core: Fake) => void): void {
  core = fake(how);
  change?.(core);
  setTransport(core);
  render(App);
}

const asked = (name: string) => core.calls.filter((call) => call.name === name).map((call) => call.params);
const press = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, code: key, bubbles: true, ...more });
const focused = () => document.activeElement?.closest('button')?.textContent ?? '';

async function clean(): Promise<void> {
  const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(found.violations.map(({ id }) => id)).toEqual([]);
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
  project.sample = false;
  compare.forget();
  selection.reset();
  cards.reset();
  articles.reset();
});

describe('the start screen', () => {
  it('is walked by keys: the newest project has the focus, and Delete takes one off the list', async () => {
    begin('closed');
    await waitFor(() => expect(focused()).toContain('Port Selm fire'));
    await press('ArrowDown');
    expect(focused()).toContain('Dam of Orrin');
    // A file that is gone does not open, and says so.
    await fireEvent.click(document.activeElement as HTMLElement);
    expect(asked('project_open')).toEqual([]);
    await press('Delete');
    await waitFor(() => expect(asked('recent_forget')).toEqual([{ path: '/home/ada/dam.onrec' }]));
    await waitFor(() => expect(focused()).toContain('Port Selm fire'));
    await fireEvent.click(screen.getByRole('button', { name: 'Keep Port Selm fire on top' }));
    await waitFor(() =>
      expect(asked('recent_pin')).toEqual([{ path: '/home/ada/port-selm.onrec', pinned: true }]),
    );
    await clean();
  });

  it('keeps what is dropped on it until there is a project, and says so', async () => {
    begin('closed');
    await screen.findByRole('heading', { level: 1 });
    core.emit('files-over', true);
    expect(await screen.findByText('Drop articles to import them, a project to open it')).toBeTruthy();
    core.emit('files-dropped', { paths: ['/a/one.txt'], empty: ['/a/nothing'] });
    await waitFor(() => expect(screen.queryByText(/^Drop articles/)).toBeNull());
    expect(await screen.findByText(/1 article waits/)).toBeTruthy();
    expect(await screen.findByText(/\/a\/nothing holds no text/)).toBeTruthy();
    core.emit('files-dropped', { paths: ['/b/two.ONREC'], empty: [] });
    await screen.findByRole('dialog', { name: 'Import articles' });
    expect(asked('project_open')).toEqual([{ path: '/b/two.ONREC' }]);
  });
});

describe('the sample', () => {
  const inSample = (core: Fake) => {
    core.sample = true;
    core.board = sampleBoard();
  };

  it('opens on the quotes of a conflict, with the four steps over it', async () => {
    begin('samples', inSample);
    const strip = await screen.findByRole('region', { name: 'First steps' });
    await waitFor(() => expect(document.activeElement?.closest('.quotes')).not.toBeNull());
    expect(within(strip).getByRole('button', { current: 'step' }).textContent).toContain('Compare');
    await fireEvent.click(within(strip).getByRole('button', { name: /Mark/ }));
    await screen.findByRole('article');
    await waitFor(() =>
      expect(within(strip).getByRole('button', { current: 'step' }).textContent).toContain('Mark'),
    );
    await fireEvent.click(within(strip).getByRole('button', { name: /File/ }));
    expect(await screen.findByText(/as a table to file/)).toBeTruthy();
  });

  it('puts the steps away for good, and a command brings them back', async () => {
    begin('samples', inSample);
    await fireEvent.click(await screen.findByRole('button', { name: 'Put the first steps away' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'First steps' })).toBeNull());
    expect(core.settings.first_steps).toBe(false);
    expect(screen.getByText('Sample')).toBeTruthy();
    core.emit('menu', 'firstSteps');
    expect(await screen.findByRole('region', { name: 'First steps' })).toBeTruthy();
  });

  it('is not taken for one by a project that is none', async () => {
    begin('samples');
    await screen.findByRole('article');
    expect(screen.queryByRole('region', { name: 'First steps' })).toBeNull();
    core.emit('menu', 'restartSample');
    await tick();
    expect(asked('sample_restart')).toEqual([]);
    core.emit('menu', 'firstSteps');
    await waitFor(() => expect(asked('sample_open')).toHaveLength(1));
  });
});

describe('about', () => {
  it('says the versions and where everything lies, and opens a folder', async () => {
    begin('samples');
    await screen.findByRole('article');
    core.emit('menu', 'about');
    const dialog = await screen.findByRole('dialog', { name: 'About Onrecord' });
    expect(await within(dialog).findByText('3.53.3')).toBeTruthy();
    expect(within(dialog).getByText('/home/ada/port-selm.onrec')).toBeTruthy();
    await clean();
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Open the folder: Logs' }));
    expect(asked('folder_open')).toEqual([{ folder: 'logs' }]);
    // A menu that is used over a dialog does nothing behind it.
    core.emit('menu', 'claims');
    await tick();
    expect(selection.place).toBe('read');
  });
});
