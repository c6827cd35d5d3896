import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import axe from 'axe-core';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import App from '../src/App.svelte';
import { setTransport, type ArticlesQuery, type Params } from '../src/ipc';
import { articles } from '../src/stores/articles.svelte';
import { cards } from '../src/stores/cards.svelte';
import { finding } from '../src/stores/finding.svelte';
import { project } from '../src/stores/project.svelte';
import { selection } from '../src/stores/selection.svelte';
import { settings } from '../src/stores/settings.svelte';
import { fake, type Fake } from './fake/project';
import { crowd } from './fake/shelf';

let core: Fake;

async function open(change?: (core: Fake) => void) {
  core = fake('samples');
  change?.(core);
  setTransport(core);
  render(App);
  await screen.findByRole('article');
}

async function press(key: string, more: KeyboardEventInit = {}) {
  await fireEvent.keyDown(document.activeElement ?? document.body, {
    key,
    code: key,
    bubbles: true,
    ...more,
  });
  await tick();
}

async function type(words: string) {
  await press('f', { ctrlKey: true, shiftKey: true });
  await fireEvent.input(document.activeElement!, { target: { value: words } });
}

const asked = () =>
  core.calls.filter((call) => call.name === 'articles').map((call) => call.params as ArticlesQuery);
const list = () => screen.getByRole('listbox', { name: 'Articles' });
const rows = () => within(list()).getAllByRole('option');
const title = () => screen.getByRole('article').getAttribute('aria-label');
const pane = () => document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset.pane;

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  project.info = null;
  selection.reset();
  cards.reset();
  articles.reset();
  finding.close();
  settings.data.article_order = 'imported';
});

describe('the list of articles', () => {
  it('says of each article what is left to do', async () => {
    await open((core) => {
      const [first] = core.state.articles[0]!.statements;
      first!.status = 'draft';
    });
    expect(rows().map((row) => row.textContent?.replace(/\s+/g, ' '))).toEqual([
      expect.stringMatching(/Selm Courier · 12 Mar 2024 1 draft 5 numbers left 2 recorded/),
      expect.stringMatching(/Le Relais du Nord · 13 Mar 2024 \d numbers left ?$/),
      expect.stringMatching(/13 Mar 2024 \d numbers left ?$/),
    ]);
    const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(found.violations.map(({ id }) => id)).toEqual([]);
  });

  it('is put in order and narrowed, and the order is kept', async () => {
    await open();
    await press('F6', { shiftKey: true });
    expect(pane()).toBe('list');
    await press('o', { code: 'KeyO' });
    const order = screen.getByRole('combobox', { name: 'Order of the articles' });
    expect(document.activeElement).toBe(order);
    await fireEvent.change(order, { target: { value: 'published' } });
    await waitFor(() => expect(rows()[0]?.textContent).toContain('Incendie'));
    expect(core.settings.article_order).toBe('published');
    list().focus();
    await press('u', { code: 'KeyU' });
    const show = screen.getByRole('combobox', { name: /unfinished/ });
    expect(document.activeElement).toBe(show);
    await fireEvent.change(show, { target: { value: 'no_statements' } });
    await waitFor(() => expect(rows()).toHaveLength(2));
    expect(asked().at(-1)).toMatchObject({ only: 'no_statements', order: 'published' });
    expect(screen.getByText('2 articles')).toBeTruthy();
    await fireEvent.change(show, { target: { value: 'drafts' } });
    expect(await screen.findByText(/No draft is waiting/)).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Show all again' }));
    await waitFor(() => expect(rows()).toHaveLength(3));
  });

  it('shows where words stand, and Enter goes there with all of them marked', async () => {
    await open();
    await type('entrepôt');
    await press('Enter');
    await waitFor(() => expect(title()).toContain('Incendie'));
    const [row] = rows();
    expect(row?.querySelector('mark')?.textContent).toBe('entrepôt');
    await waitFor(() => expect(pane()).toBe('text'));
    expect(selection.at).toBe(core.state.articles[1]!.text.indexOf('entrepôt'));
    expect(screen.getByRole('search', { name: 'Find in the article' }).textContent).toContain('1 of 1');
    // The words are looked at, not typed over, until the text is left.
    await press('Escape');
    expect(finding.open).toBe(false);
  });

  it('opens article after article at their words while the list is walked', async () => {
    await open();
    await type('31');
    await waitFor(() => expect(screen.getByText('2 articles')).toBeTruthy());
    await press('ArrowDown');
    await waitFor(() => expect(title()).toContain('Incendie'));
    await waitFor(() => expect(document.activeElement).toBe(list()));
    await press('ArrowDown');
    await waitFor(() => expect(title()).toContain('حريق'));
    expect(document.activeElement).toBe(list());
    expect(finding.open).toBe(true);
    await type('nowhere at all');
    expect(await screen.findByText(/No title, outlet or text holds “nowhere at all”/)).toBeTruthy();
    await press('Escape');
    await waitFor(() => expect(rows()).toHaveLength(3));
    expect(finding.open).toBe(false);
  });

  it('goes round list, text and cards with F6, and back, also out of a field', async () => {
    await open();
    document.body.focus();
    const round: (string | undefined)[] = [];
    for (let step = 0; step < 4; step++) {
      await press('F6');
      round.push(pane());
    }
    expect(round).toEqual(['cards', 'list', 'text', 'cards']);
    await type('');
    expect(document.activeElement?.tagName).toBe('INPUT');
    await press('F6', { shiftKey: true });
    expect(pane()).toBe('cards');
    await press('F6', { shiftKey: true });
    expect(pane()).toBe('text');
  });

  it('is there before the register, which is fetched once somebody walks the words', async () => {
    await open();
    const fetched = () => core.calls.filter((call) => call.name === 'register').length;
    const events = screen.getByRole('combobox', { name: 'Event' });
    await waitFor(() => expect(within(events).getAllByRole('option')).toHaveLength(2));
    expect(fetched()).toBe(0);
    screen.getByRole('article').focus();
    await press('j', { code: 'KeyJ' });
    await waitFor(() => expect(fetched()).toBe(1));
  });

  it('draws and fetches only what is in sight of a hundred thousand', async () => {
    await open((core) => {
      const { call } = core;
      const long = crowd(100_000);
      core.call = ((name: string, params: Params<'articles'>) => {
        core.calls.push({ name, params });
        return name === 'articles'
          ? Promise.resolve(long(params))
          : call.call(core, name as never, params as never);
      }) as Fake['call'];
      core.state.articles[0]!.row.id = 'crowd-0';
    });
    await waitFor(() => expect(rows()[0]?.getAttribute('aria-setsize')).toBe('100000'));
    expect(rows().length).toBeLessThan(40);
    expect(asked().every(({ limit }) => limit <= 100)).toBe(true);
    list().focus();
    await press('End');
    await waitFor(() => expect(selection.articleId).toBe('crowd-99999'));
    expect(asked().length).toBeLessThan(6);
  });
});
