import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import axe from 'axe-core';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import App from '../src/App.svelte';
import { setTransport, type StatementInput } from '../src/ipc';
import { project } from '../src/stores/project.svelte';
import { selection } from '../src/stores/selection.svelte';
import { cards } from '../src/stores/cards.svelte';
import { articles } from '../src/stores/articles.svelte';
import { fake, type Fake } from './fake/project';

let core: Fake;

async function open(begin: 'samples' | 'empty' | 'closed' = 'samples', change?: (core: Fake) => void) {
  core = fake(begin);
  change?.(core);
  setTransport(core);
  render(App);
  if (begin === 'closed') await screen.findByRole('heading', { level: 1 });
  else await screen.findByRole('navigation');
  if (begin === 'samples') await screen.findByRole('article');
}

async function clean() {
  const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(
    found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
  ).toEqual([]);
}

/** A press where the focus is. */
async function press(key: string, more: KeyboardEventInit = {}) {
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key;
  await fireEvent.keyDown(document.activeElement ?? document.body, { key, code, bubbles: true, ...more });
  await tick();
}

const asked = (name: string) => core.calls.filter((call) => call.name === name).map((call) => call.params);
/** The new card, once it has the focus. */
async function card(): Promise<HTMLElement> {
  const form = await screen.findByRole('form', { name: 'New statement' });
  await waitFor(() => expect(form.contains(document.activeElement)).toBe(true));
  return form;
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
  project.lost = null;
  selection.reset();
  cards.reset();
  articles.reset();
});

describe('the start screen', () => {
  it('offers to begin, and says which recent files are gone', async () => {
    await open('closed');
    expect(await screen.findByText('The file is no longer there')).toBeTruthy();
    expect(screen.getByRole('button', { name: /^Dam of Orrin/ }).getAttribute('aria-disabled')).toBe('true');
    await clean();
    await fireEvent.click(screen.getByRole('button', { name: /^New project/ }));
    expect(await screen.findByRole('navigation')).toBeTruthy();
    expect(asked('project_create')).toEqual([{ path: '/home/ada/new.onrec' }]);
  });

  it('says why a project does not open, and stays', async () => {
    await open('closed', (core) =>
      core.fail('project_open', 'project_newer', { path: 'x', found: 9, known: 1 }),
    );
    await fireEvent.click(screen.getByRole('button', { name: /^Open a project/ }));
    expect((await screen.findByRole('alert')).textContent).toContain('newer version');
  });
});

describe('an empty project', () => {
  it('says what to do first, and takes a paste', async () => {
    await open('empty');
    await screen.findByText('Bring in the first article');
    await clean();
    const paste = new Event('paste', { bubbles: true }) as ClipboardEvent;
    const data = {
      'text/html': '<p>Nine were hurt.</p><script>alert(1)</script>',
      'text/plain': 'Nine were hurt.',
    };
    Object.assign(paste, { clipboardData: { getData: (type: keyof typeof data) => data[type] } });
    await fireEvent(document.body, paste);
    await screen.findByRole('dialog', { name: 'Import articles' });
    await waitFor(() => expect(asked('import_look')).toEqual([{ from: { html: data['text/html'] } }]));
    expect(await screen.findByDisplayValue('en')).toBeTruthy();
    await clean();
    await press('Enter', { ctrlKey: true });
    await waitFor(() => expect(asked('import')).toHaveLength(1));
    expect(await screen.findByRole('article')).toBeTruthy();
  });

  it('reads several files, names what is wrong with each, and imports the rest', async () => {
    await open('empty');
    core.emit('files-dropped', { paths: ['/a/one.txt', '/a/two.txt', '/a/photo.bin'], empty: [] });
    const dialog = await screen.findByRole('dialog', { name: 'Import articles' });
    expect((await within(dialog).findByRole('alert')).textContent).toContain('is not text');
    const all = within(dialog).getByRole('group', { name: 'For all of them' });
    await fireEvent.input(within(all).getByLabelText('Published'), { target: { value: '2024-03-12' } });
    expect(within(dialog).getAllByText('12 Mar 2024')).toHaveLength(3);
    await clean();
    await fireEvent.click(within(dialog).getByRole('button', { name: /Import 2 articles/ }));
    await waitFor(() => expect(asked('import')).toHaveLength(1));
    expect(asked('import')[0]).toMatchObject({
      items: [
        { from: { path: '/a/one.txt' }, meta: { published_at: '2024-03-12' } },
        { from: { path: '/a/two.txt' }, meta: { published_at: '2024-03-12' } },
      ],
    });
  });
});

describe('reading', () => {
  it('shows the article, its marks and their cards', async () => {
    await open();
    const article = await screen.findByRole('article');
    expect(article.querySelectorAll('mark').length).toBeGreaterThan(2);
    expect(await screen.findAllByRole('group', { name: /Interior Ministry of Varland/ })).not.toHaveLength(0);
    await clean();
  });

  it('draws the words of others as text', async () => {
    await open('samples', (core) => {
      core.state.articles[0]!.text = 'Title\n\n<img src=x onerror="alert(1)"> <script>alert(2)</script>';
      core.state.articles[0]!.statements = [];
    });
    const article = await screen.findByRole('article');
    expect(article.querySelector('img, script')).toBeNull();
    expect(article.textContent).toContain('<script>alert(2)</script>');
  });

  it('records a statement from the keyboard alone', async () => {
    await open();
    (await screen.findByRole('article')).focus();
    for (let step = 0; step < 7; step++) await press('j');
    await press('s');
    const form = await card();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('41'));
    await clean();
    await press('f');
    const source = within(form).getByRole('combobox', { name: 'Source' });
    source.focus();
    await fireEvent.input(source, { target: { value: 'nations' } });
    await press('Enter');
    await waitFor(() => expect((source as HTMLInputElement).value).toBe('United Nations'));
    await clean();
    await press('Enter', { ctrlKey: true });
    await waitFor(() => expect(asked('statement_record')).toHaveLength(1));
    const { statement } = asked('statement_record')[0] as { statement: StatementInput };
    expect(statement.source?.name).toBe('United Nations');
    expect(statement.event).toBe('Port Selm fire');
    expect(statement.figures).toMatchObject([{ point: '41', measure: 'missing', stance: 'asserts' }]);
    await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
    expect(document.activeElement).toBe(screen.getByRole('article'));
  });

  it('stops at the numbers that are left, and takes the one it stopped at', async () => {
    await open();
    (await screen.findByRole('article')).focus();
    // Of the headline; then one that no figure has taken.
    await press('n');
    await press('n');
    await press('n');
    await press('s');
    await card();
    await waitFor(() => expect(cards.open?.figures).toHaveLength(1));
    expect(cards.open?.figures[0]?.text).toBe('41');
    expect(cards.open?.quote).toContain('Rescuers were still looking');
  });

  it('makes a new source with its kind, and carries it to the next card', async () => {
    await open();
    (await screen.findByRole('article')).focus();
    for (let step = 0; step < 7; step++) await press('j');
    await press('s');
    let form = await card();
    const source = within(form).getByRole('combobox', { name: 'Source' });
    source.focus();
    await fireEvent.input(source, { target: { value: 'Dockers’ union' } });
    await press('Enter');
    const kind = await within(form).findByRole('combobox', { name: 'Kind of the new source' });
    kind.focus();
    await fireEvent.input(kind, { target: { value: 'union' } });
    await press('Enter');
    await press('Enter', { ctrlKey: true });
    await waitFor(() => expect(asked('statement_record')).toHaveLength(1));
    expect(asked('statement_record')[0]).toMatchObject({
      statement: { source: { name: 'Dockers’ union', kind: 'union' }, modality: null },
    });
    await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
    // The next sentence names a body that speaks, the one after it nobody.
    await press('j');
    await press('s');
    form = await card();
    expect(within(form).getByText(/From the text: source/)).toBeTruthy();
    expect(within(form).getByText(/From the last card: event/)).toBeTruthy();
    await press('Escape');
    await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
    await press('j');
    await press('s');
    form = await card();
    expect(within(form).getByText(/From the last card: source, event/)).toBeTruthy();
    expect(within(form).getByDisplayValue('Dockers’ union')).toBeTruthy();
    expect(within(form).queryByRole('combobox', { name: 'Kind of the new source' })).toBeNull();
    await press('Backspace', { altKey: true });
    await waitFor(() => expect(within(form).queryByText(/From the last card/)).toBeNull());
    expect((within(form).getByRole('combobox', { name: 'Source' }) as HTMLInputElement).value).toBe('');
  });

  it('drops the card with Esc and brings it back with Ctrl+Z', async () => {
    await open();
    (await screen.findByRole('article')).focus();
    await press('j');
    await press('s');
    await card();
    await press('Escape');
    await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
    await press('z', { ctrlKey: true });
    expect(await card()).toBeTruthy();
    expect(asked('undo')).toEqual([]);
  });

  it('says what the core refuses, and loses nothing', async () => {
    await open();
    (await screen.findByRole('article')).focus();
    await press('j');
    await press('s');
    const form = await card();
    core.fail('statement_record', 'low_above_high', { low: '9', high: '3' });
    await press('Enter', { ctrlKey: true });
    expect((await within(form).findByRole('alert')).textContent).toContain('above the highest');
    expect(cards.open).not.toBeNull();
  });

  it('edits, deletes and undoes', async () => {
    await open();
    const [first] = await screen.findAllByRole('group', { name: /Interior Ministry of Varland: / });
    first!.focus();
    await press('e');
    const form = await screen.findByRole('form', { name: 'Statement, being changed' });
    await fireEvent.click(within(form).getByRole('button', { name: /^More/ }));
    await fireEvent.input(within(form).getByLabelText('Note'), { target: { value: 'seen twice' } });
    await clean();
    await press('Enter', { ctrlKey: true });
    await waitFor(() => expect(asked('statement_edit')).toHaveLength(1));
    expect(asked('statement_edit')[0]).toMatchObject({
      statement: {
        note: 'seen twice',
        via: [{ connection: 'agency' }],
        figures: [{ point: '18' }, { point: '1300' }],
      },
    });
    expect(await screen.findByText('seen twice')).toBeTruthy();
    const [again] = await screen.findAllByRole('group', { name: /Interior Ministry of Varland: / });
    again!.focus();
    await press('Delete');
    await waitFor(() => expect(asked('delete')).toHaveLength(1));
    await waitFor(() => expect(screen.queryAllByRole('group', { name: /Interior Ministry/ })).toEqual([]));
    await press('z', { ctrlKey: true });
    await waitFor(() => expect(asked('undo')).toHaveLength(1));
    expect(await screen.findAllByRole('group', { name: /Interior Ministry of Varland: / })).not.toHaveLength(
      0,
    );
  });

  it('writes nothing in a project that is read only', async () => {
    await open('samples', (core) => (core.readOnly = true));
    (await screen.findByRole('article')).focus();
    await press('j');
    await press('s');
    expect(screen.queryByRole('form')).toBeNull();
    expect(screen.getByText('Read only')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
    await clean();
  });

  it('leaves single letters alone when they are switched off', async () => {
    await open('samples', (core) => (core.settings.letter_keys = false));
    (await screen.findByRole('article')).focus();
    await press('j');
    await press('s');
    expect(screen.queryByRole('form')).toBeNull();
  });

  it('brings back a card that was open when the window closed', async () => {
    await open();
    (await screen.findByRole('article')).focus();
    for (let step = 0; step < 7; step++) await press('j');
    await press('s');
    await card();
    await press('f');
    const left = core;
    await waitFor(() => expect(left.calls.some((call) => call.name === 'draft_set')).toBe(true));
    cleanup();
    project.info = null;
    selection.reset();
    cards.reset();
    articles.reset();
    setTransport(left);
    render(App);
    await card();
    expect(cards.open?.figures.map((figure) => figure.point)).toEqual(['41']);
  });
});

describe('the frame', () => {
  it('says that the project is gone when a card cannot be kept, and keeps the card open', async () => {
    await open();
    (await screen.findByRole('article')).focus();
    await press('j');
    await press('s');
    await card();
    core.fail('statement_record', 'project_vanished', { path: '/home/ada/port-selm.onrec' });
    await press('Enter', { ctrlKey: true });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
    expect(cards.open).not.toBeNull();
  });

  it('says that the project is gone, and tries again', async () => {
    await open();
    core.fail('project_info', 'project_vanished', { path: '/home/ada/port-selm.onrec' });
    core.emit('project-changed', null);
    expect((await screen.findByRole('alert')).textContent).toContain('is gone');
    await clean();
    await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('opens settings, and changes the language at once', async () => {
    await open();
    await press(',', { ctrlKey: true });
    await screen.findByRole('dialog', { name: 'Settings' });
    await clean();
    await fireEvent.change(screen.getByLabelText('Language'), { target: { value: 'fr' } });
    expect(await screen.findByRole('dialog', { name: 'Réglages' })).toBeTruthy();
    expect(core.settings.language).toBe('fr');
  });

  it('searches, and goes to what is found', async () => {
    await open();
    await press('k', { ctrlKey: true });
    const field = await screen.findByRole('combobox', { name: 'Search' });
    await fireEvent.input(field, { target: { value: 'incendie' } });
    const hit = await screen.findByRole('option', { name: /Incendie de Port-Selm/ });
    expect(hit.querySelector('mark')?.textContent?.toLowerCase()).toBe('incendie');
    await clean();
    await fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() => expect(articles.open?.article.language).toBe('fr'));
  });

  it('goes to the three places by key', async () => {
    await open();
    await press('2', { ctrlKey: true });
    expect(screen.getByRole('button', { name: /^Compare/ }).getAttribute('aria-current')).toBe('page');
    await press('1', { ctrlKey: true });
    expect(await screen.findByRole('article')).toBeTruthy();
  });
});
