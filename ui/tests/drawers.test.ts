import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError, setTransport } from '../src/ipc';
import { setLanguage } from '../src/locales';
import { project } from '../src/stores/project.svelte';
import { register } from '../src/stores/register.svelte';
import { selection } from '../src/stores/selection.svelte';
import History from '../src/views/history/History.svelte';
import { operationWords } from '../src/views/history/sentence';
import { entries, joined, matching, tabOf, tree, twins } from '../src/views/register/entries';
import Register from '../src/views/register/Register.svelte';
import { board } from './fake/board';
import { FakeCore } from './fake/core';
import { sampleLog, sampleRegister, sampleUses } from './fake/register';

vi.setConfig({ testTimeout: 30_000 });

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const faults = async (container: HTMLElement) => {
  // jsdom draws nothing, so that colours cannot be judged here.
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  return violations.map((one) => `${one.id} ${one.nodes[0]?.html}`);
};

let core: FakeCore;

beforeEach(async () => {
  Object.defineProperty(Element.prototype, 'clientHeight', { configurable: true, value: 600 });
  core = new FakeCore(board([]));
  core.register = sampleRegister();
  core.log = sampleLog();
  core.uses = sampleUses();
  setTransport(core);
  selection.drawerEntry = null;
  await project.refresh();
  await register.load();
});
afterEach(() => {
  cleanup();
  Object.defineProperty(Element.prototype, 'clientHeight', { configurable: true, value: 0 });
});

describe('the entries of the register', () => {
  it('stand by name and are found by alias, whatever the accents and the case', () => {
    const all = entries(sampleRegister(), 'sources');
    expect(all[0]?.name).toMatch(/^Coordinating Committee/);
    expect(matching(all, 'MINISTERE').map((entry) => entry.id)).toEqual(['src-1']);
    expect(matching(all, 'union').map((entry) => entry.name)).toEqual(['اتحاد عمال الموانئ']);
    expect(tabOf(sampleRegister(), 'pl-2')).toBe('places');
  });

  it('stand in their tree, with what a match lies in around it', () => {
    const all = entries(sampleRegister(), 'places');
    expect(tree(all).map((line) => [line.name, line.depth])).toEqual([
      ['Orlava', 0],
      ['Port', 1],
    ]);
    const found = tree(all, matching(all, 'harbour'));
    expect(found.map((line) => [line.name, line.around])).toEqual([
      ['Orlava', true],
      ['Port', false],
    ]);
  });

  it('that go by one name may be the same, unless they lie in two different ones', () => {
    const register = sampleRegister();
    const [first] = register.sources;
    if (first) register.sources.push({ ...first, id: 'src-6', name: 'moi', aliases: [] });
    expect([...twins(entries(register, 'sources'))]).toEqual([
      ['src-1', ['src-6']],
      ['src-6', ['src-1']],
    ]);
    register.places.push(
      { id: 'pl-3', name: 'Kesh', path: 'Kesh', aliases: [], parent: null },
      { id: 'pl-4', name: 'Port', path: 'Kesh > Port', aliases: [], parent: 'Kesh' },
    );
    expect(twins(entries(register, 'places')).size).toBe(0);
  });

  it('are ten thousand within a blink', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => ({
      id: `pl-${at}`,
      name: `Place ${at}`,
      path: at === 0 ? 'Place 0' : `Place 0 > Place ${at}`,
      aliases: [],
      parent: at === 0 ? null : 'Place 0',
    }));
    const all = entries({ ...sampleRegister(), places: many }, 'places');
    const begun = performance.now();
    expect(tree(all, matching(all, '99')).length).toBeGreaterThan(100);
    expect(twins(all).size).toBe(0);
    expect(performance.now() - begun).toBeLessThan(1000);
  });

  it('are listed in one cell with their semicolons kept', () => {
    expect(joined(['Police; Port District', 'UN'])).toBe('Police\\; Port District; UN');
    expect(joined([])).toBe('');
  });
});

describe('the Register drawer', () => {
  async function open(entry: string) {
    selection.drawerEntry = entry;
    const view = render(Register);
    await waitFor(() => expect(screen.getByRole('heading', { level: 3 })).toBeTruthy());
    return view.container;
  }
  const edits = () => core.questions('edit').map(({ id, fields }) => [id, ...fields.flat()]);

  it('chooses by keys, from the filter to the list', async () => {
    const { container } = render(Register);
    const filter = screen.getByRole('searchbox');
    await fireEvent.input(filter, { target: { value: 'health' } });
    filter.focus();
    await fireEvent.keyDown(filter, { key: 'ArrowDown' });
    await waitFor(() =>
      expect((document.activeElement as HTMLElement).textContent).toContain('Health Office'),
    );
    expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('Health Office');
    expect(await faults(container)).toEqual([]);
  });

  it('leads from the list into the fields and back, and loses the focus nowhere', async () => {
    await open('src-1');
    const row = await screen.findByRole('option', { name: /Interior Ministry/ });
    row.focus();
    await fireEvent.keyDown(row, { key: 'Enter' });
    await waitFor(() => expect(document.activeElement?.closest('.detail-pane')).toBeTruthy());
    const name = screen.getByLabelText<HTMLInputElement>('Name');
    name.focus();
    await fireEvent.keyDown(name, { key: 'Escape' });
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-selected')).toBe('true'));
  });

  it('shows the unused alone', async () => {
    render(Register);
    await waitFor(() => expect(core.questions('register_uses')).not.toEqual([]));
    await fireEvent.change(screen.getByLabelText('Which entries'), { target: { value: 'unused' } });
    await waitFor(() => expect(screen.queryByRole('option', { name: /Interior Ministry/ })).toBeNull());
    expect(screen.getByRole('option', { name: /Police; Port District/ })).toBeTruthy();
  });

  it('keeps each field of a source as it is left', async () => {
    const container = await open('src-1');
    await fireEvent.click(screen.getByLabelText('Party to the conflict'));
    await fireEvent.click(screen.getByRole('button', { name: 'Remove the link to Police; Port District' }));
    await waitFor(() =>
      expect(edits()).toEqual([
        ['src-1', 'party', 'false'],
        ['src-1', 'relies_on', ''],
      ]),
    );
    expect(await faults(container)).toEqual([]);
  });

  it('offers to keep the old name as another name, and says beside the field what went wrong', async () => {
    await open('src-1');
    const name = screen.getByLabelText<HTMLInputElement>('Name');
    await fireEvent.input(name, { target: { value: '  ' } });
    await fireEvent.blur(name);
    expect(name.value).toBe('Interior Ministry');
    core.answers.rename = () => {
      throw new ApiError('name_taken', { name: 'Health Office' });
    };
    await fireEvent.input(name, { target: { value: 'Health Office' } });
    expect(screen.getByLabelText<HTMLInputElement>('Keep “Interior Ministry” as another name').checked).toBe(
      true,
    );
    await fireEvent.submit(name.form!);
    await waitFor(() => expect(name.getAttribute('aria-invalid')).toBe('true'));
    expect(document.getElementById(name.getAttribute('aria-describedby') ?? '')?.textContent).not.toBe('');
    expect(name.value).toBe('Health Office');
    delete core.answers.rename;
    await fireEvent.input(name, { target: { value: ' Home Office ' } });
    await fireEvent.submit(name.form!);
    await waitFor(() =>
      expect(core.questions('rename').at(-1)).toEqual({ id: 'src-1', name: 'Home Office', keep_old: true }),
    );
  });

  it('keeps no grade without its reason', async () => {
    await open('src-2');
    await fireEvent.change(screen.getByLabelText('Grade'), { target: { value: 'B' } });
    const keep = screen.getByRole<HTMLButtonElement>('button', { name: 'Keep the grade' });
    expect(keep.disabled).toBe(true);
    await fireEvent.input(screen.getByLabelText('Reason'), { target: { value: 'Counts twice.' } });
    expect(keep.disabled).toBe(false);
    await fireEvent.click(keep);
    await waitFor(() =>
      expect(core.questions('source_grade')).toMatchObject([
        { id: 'src-2', reliability: 'B', reason: 'Counts twice.' },
      ]),
    );
  });

  it('shows the grades that a source had before', async () => {
    await open('src-1');
    await screen.findByText('1 grade given');
    expect(core.questions('log')).toEqual([{ entity: 'src-1', noun: 'source', limit: 200 }]);
    expect(screen.getByText('Revised it twice.')).toBeTruthy();
  });

  it('adds another name, and takes one away', async () => {
    await open('pl-2');
    await fireEvent.input(screen.getByLabelText('Other names'), { target: { value: 'Old Port' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    await waitFor(() => expect(core.questions('alias')).toEqual([{ id: 'pl-2', name: 'Old Port' }]));
    await fireEvent.click(screen.getByRole('button', { name: 'Remove the name Harbour' }));
    await waitFor(() => expect(core.questions('alias_remove')).toEqual([{ id: 'alias Harbour' }]));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Other names')));
  });

  it('says what a merge will do before it does it', async () => {
    const container = await open('src-1');
    core.preview = {
      moved: { statements: 6, figures: 0, articles: 0, entries: 0 },
      children: ['Clinic'],
      aliases: ['Health Office'],
      reliances: 1,
      twins: [],
      lost: [{ entry: 'Health Office', field: 'reliability', value: 'B', kept: 'C' }],
    };
    const others = screen.getByLabelText('Merge with');
    await fireEvent.input(others, { target: { value: 'Health' } });
    await fireEvent.keyDown(others, { key: 'Enter' });
    const said = await screen.findByText(/“Health Office” becomes “Interior Ministry”/);
    const lines = [...(said.parentElement?.querySelectorAll('li') ?? [])].map((one) =>
      plain(one.textContent),
    );
    expect(lines).toEqual([
      '6 statements will refer to the entry that stays.',
      'What lies in it moves along: “Clinic”.',
      'Other names it gets: “Health Office”.',
      '1 “relies on” link moves along.',
      'Lost from “Health Office”: reliability (B); “C” stays.',
    ]);
    expect(core.questions('merge_preview')).toEqual([{ from: ['src-2'], into: 'src-1' }]);
    expect(core.questions('merge')).toEqual([]);
    expect(await faults(container)).toEqual([]);
    // The other way round.
    await fireEvent.click(screen.getByRole('button', { name: 'Keep “Health Office” instead' }));
    await screen.findByText(/“Interior Ministry” becomes “Health Office”/);
    await fireEvent.click(screen.getByRole('button', { name: 'Merge' }));
    await waitFor(() => expect(core.questions('merge')).toEqual([{ from: ['src-1'], into: 'src-2' }]));
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Health Office'));
  });

  it('names a word of the project otherwise', async () => {
    await open('group\ndockers');
    const name = screen.getByLabelText<HTMLInputElement>('Name');
    await fireEvent.input(name, { target: { value: 'dock_workers' } });
    await fireEvent.submit(name.form!);
    await waitFor(() =>
      expect(core.questions('rename')).toEqual([{ id: 'w-1', name: 'dock_workers', keep_old: true }]),
    );
    // What every project has stays as it is.
    cleanup();
    await open('group\nrescuers');
    expect(screen.queryByLabelText('Name')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
  });

  it('makes a new word of the project', async () => {
    const { container } = render(Register);
    await fireEvent.click(screen.getByRole('tab', { name: /Words/ }));
    await fireEvent.click(screen.getByRole('button', { name: 'New word' }));
    await fireEvent.input(screen.getByLabelText('Name'), { target: { value: 'ferrymen' } });
    await fireEvent.click(within(container).getByRole('button', { name: 'Add' }));
    await waitFor(() =>
      expect(core.questions('word_add')).toEqual([{ vocabulary: 'group', word: 'ferrymen', parent: null }]),
    );
  });

  it('says who uses what it will not delete', async () => {
    await open('src-4');
    await fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(core.questions('delete')).toEqual([{ ids: ['src-4'] }]));
    cleanup();
    core.answers.delete = () => {
      throw new ApiError('in_use', {
        name: 'Interior Ministry',
        statements: 14,
        figures: 0,
        articles: 0,
        entries: 1,
      });
    };
    await open('src-1');
    await fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
    expect((await screen.findByText(/is in use/)).textContent).toContain('statements: 14');
  });

  it('opens a statement that uses the entry', async () => {
    core.answers.entry_statements = () => [
      { id: 'st-1', article_id: 'a-1', article: 'Night of the dam', quote: 'At least 18', source: null },
    ];
    selection.drawer = 'register';
    await open('src-1');
    await fireEvent.click(screen.getByText('Show the statements'));
    await fireEvent.click(await screen.findByRole('button', { name: /At least 18/ }));
    expect([selection.drawer, selection.articleId, selection.statementId]).toEqual([null, 'a-1', 'st-1']);
    expect(core.questions('entry_statements')).toEqual([{ id: 'src-1', limit: 50 }]);
  });
});

describe('the History drawer', () => {
  it('says each operation as a sentence, in both languages', () => {
    const said = () => sampleLog().map((row) => plain(operationWords(row)));
    expect(said()).toEqual([
      'Ada recorded a statement of “Interior Ministry” in “Night of the dam”, with 2 figures',
      'Ada set the place of 3 figures to “Orlava”',
      'Ada merged “MoI” into “Interior Ministry”',
      '\u2068نور\u2069 gave “Interior Ministry” the other name “Ministère de l’Intérieur”',
      'Ada graded the source “Interior Ministry” C',
      'Ada judged a statement of “Interior Ministry” in “Night of the dam”: verified',
      'Ada deleted 2 statements',
      'Ada cleared the method of the project “Dam failure”',
      'Ada imported 3 articles',
      'Ada imported the article “Night of the dam”',
      'Ada made the project “Dam failure”',
    ]);
    setLanguage('fr');
    expect(said().slice(0, 3)).toEqual([
      'Ada a enregistré une affirmation de « Interior Ministry » dans « Night of the dam », avec 2 chiffres',
      'Ada a modifié 3 chiffres : lieu devient « Orlava »',
      'Ada a fusionné « MoI » avec « Interior Ministry »',
    ]);
    setLanguage('en');
  });

  it('shows who, when and how much, and strikes what was undone', async () => {
    const { container } = render(History);
    await waitFor(() => expect(container.querySelectorAll('ol > li')).toHaveLength(11));
    const [newest, next] = container.querySelectorAll('ol > li');
    expect(newest?.querySelector('s')?.textContent).toContain('recorded a statement');
    expect(newest?.textContent).toContain('undone');
    expect(next?.querySelector('s')).toBeNull();
    expect(next?.textContent).toContain('2 changes');
    expect(await faults(container)).toEqual([]);
    await fireEvent.click(screen.getByRole('button', { name: /^Undo/ }));
    await waitFor(() => expect(core.questions('undo')).toHaveLength(1));
    await waitFor(() => expect(core.questions('log').length).toBeGreaterThan(1));
  });

  it('opens a line to what it was and what it is, in words', async () => {
    core.answers.log_changes = () => [
      {
        noun: 'figure',
        id: 'f-1',
        name: 'at least 18',
        made: false,
        gone: false,
        fields: [
          { field: 'place', before: null, after: 'Orlava' },
          { field: 'counting', before: 'new', after: 'total' },
        ],
      },
    ];
    const { container } = render(History);
    await fireEvent.click(await screen.findByRole('button', { name: /set the place of 3 figures/ }));
    await screen.findByText('the figure “at least 18”');
    const rows = [...container.querySelectorAll('dt, dd')].map((one) =>
      plain(one.textContent).replace(/\s+/g, ' ').trim(),
    );
    expect(rows[0]).toBe('place');
    expect(rows[1]).toBe('before nothing → after Orlava');
    expect(await faults(container)).toEqual([]);
  });

  it('goes back to a line only when asked twice, and all the way again with one key', async () => {
    core.log.forEach((row) => (row.operation.undone = false));
    render(History);
    await fireEvent.click(await screen.findByRole('button', { name: /merged “MoI”/ }));
    await fireEvent.click(await screen.findByRole('button', { name: 'Undo back to here…' }));
    await screen.findByText('This takes back 3 operations: this one and everything done after it.');
    expect(core.questions('undo_to')).toEqual([]);
    const sure = screen.getByRole('button', { name: 'Undo 3 operations' });
    expect(document.activeElement).toBe(sure);
    await fireEvent.click(sure);
    await waitFor(() => expect(core.questions('undo_to')).toEqual([{ id: 'op-2' }]));
    const again = await screen.findByRole('button', { name: /Do them all again/ });
    expect(document.activeElement).toBe(again);
    await fireEvent.click(again);
    await waitFor(() => expect(core.questions('redo_to')).toEqual([{ id: 'op-newest' }]));
  });

  it('is narrowed by what, by whom, by day and to one entry', async () => {
    selection.drawerEntry = 'src-1';
    render(History);
    await screen.findByText('History of the source “Interior Ministry”');
    await fireEvent.change(screen.getByLabelText('About'), { target: { value: 'source' } });
    await waitFor(() => screen.getByRole('option', { name: 'نور' }));
    await fireEvent.change(screen.getByLabelText('By'), { target: { value: 'نور' } });
    await fireEvent.input(screen.getByLabelText('Day'), { target: { value: '2031-03-12' } });
    const day = { since: new Date(2031, 2, 12), until: new Date(2031, 2, 13) };
    const utc = (when: Date) => `${when.toISOString().slice(0, 19)}Z`;
    await waitFor(() =>
      expect(core.questions('log').at(-1)).toEqual({
        limit: 100,
        noun: 'source',
        by: 'نور',
        entity: 'src-1',
        since: utc(day.since),
        until: utc(day.until),
      }),
    );
    await fireEvent.click(screen.getByRole('button', { name: 'Show the whole history' }));
    await waitFor(() => expect(core.questions('log').at(-1)?.entity).toBeUndefined());
    selection.drawerEntry = null;
  });

  it('fetches what is earlier on demand', async () => {
    const [row] = sampleLog();
    core.log = Array.from({ length: 150 }, (_, at) => ({
      ...row!,
      operation: { ...row!.operation, id: `op-${at}`, undone: false },
    }));
    const { container } = render(History);
    await waitFor(() => expect(container.querySelectorAll('ol > li')).toHaveLength(100));
    await fireEvent.click(screen.getByText('Earlier'));
    await waitFor(() => expect(container.querySelectorAll('ol > li')).toHaveLength(150));
    expect(screen.queryByText('Earlier')).toBeNull();
  });
});
