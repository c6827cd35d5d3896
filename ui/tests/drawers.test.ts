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
import { entries, joined, matching, tabOf } from '../src/views/register/entries';
import Register from '../src/views/register/Register.svelte';
import { board } from './fake/board';
import { FakeCore } from './fake/core';
import { sampleLog, sampleRegister } from './fake/register';

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

  it('keeps each field of a source as it is left', async () => {
    const container = await open('src-1');
    await fireEvent.change(screen.getByLabelText('Name'), {
      target: { value: ' Ministry of the Interior ' },
    });
    await fireEvent.change(screen.getByLabelText('Grade'), { target: { value: 'B' } });
    await fireEvent.change(screen.getByLabelText('Reason'), { target: { value: '' } });
    await fireEvent.click(screen.getByLabelText('Party to the conflict'));
    await fireEvent.click(screen.getByRole('button', { name: 'Remove the link to Police; Port District' }));
    await waitFor(() =>
      expect(edits()).toEqual([
        ['src-1', 'name', 'Ministry of the Interior'],
        ['src-1', 'reliability', 'B'],
        ['src-1', 'reliability_reason', ''],
        ['src-1', 'party', 'false'],
        ['src-1', 'relies_on', ''],
      ]),
    );
    expect(await faults(container)).toEqual([]);
  });

  it('never takes a name away, and says beside a field what went wrong', async () => {
    await open('src-1');
    const name = screen.getByLabelText<HTMLInputElement>('Name');
    await fireEvent.change(name, { target: { value: '  ' } });
    expect(name.value).toBe('Interior Ministry');
    expect(edits()).toEqual([]);
    core.answers.edit = () => {
      throw new ApiError('name_taken', { name: 'Health Office' });
    };
    await fireEvent.change(name, { target: { value: 'Health Office' } });
    await waitFor(() => expect(name.getAttribute('aria-invalid')).toBe('true'));
    expect(document.getElementById(name.getAttribute('aria-describedby') ?? '')?.textContent).not.toBe('');
    expect(name.value).toBe('Health Office');
  });

  it('adds another name', async () => {
    await open('pl-2');
    await fireEvent.input(screen.getByLabelText('Other names'), { target: { value: 'Old Port' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    await waitFor(() => expect(core.questions('alias')).toEqual([{ id: 'pl-2', name: 'Old Port' }]));
  });

  it('says what a merge will do before it does it', async () => {
    await open('src-1');
    const into = screen.getByLabelText('Merge into');
    await fireEvent.input(into, { target: { value: 'Health' } });
    await fireEvent.keyDown(into, { key: 'Enter' });
    const said = await screen.findByText(/“Interior Ministry” becomes “Health Office”/);
    expect(plain(said.textContent).replace(/\s+/g, ' ').trim()).toBe(
      '“Interior Ministry” becomes “Health Office” and is no longer an entry of its own. Moved with it: 14. Names kept as other names: 3.',
    );
    expect(core.questions('merge')).toEqual([]);
    await fireEvent.click(screen.getByRole('button', { name: 'Merge' }));
    await waitFor(() => expect(core.questions('merge')).toEqual([{ from: 'src-1', into: 'src-2' }]));
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

  it('deletes what nothing uses, and only that', async () => {
    await open('src-4');
    await fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(core.questions('delete')).toEqual([{ ids: ['src-4'] }]));
    cleanup();
    await open('src-1');
    expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
  });
});

describe('the History drawer', () => {
  it('says each operation as a sentence, in both languages', () => {
    const said = () => sampleLog().map((row) => plain(operationWords(row)));
    expect(said()).toEqual([
      'Statement recorded, with 2 figures',
      'Source changed: reliability and reason of the grade',
      '“MoI” merged into “Interior Ministry”',
      'Name added: “Ministère de l’Intérieur”',
      'Figures related: corrects',
      'Judgement added: verified',
      '1 entry deleted',
      'Statement changed',
      '3 articles imported',
      'Article imported: “Night of the dam”',
      'Project made: “Dam failure”',
    ]);
    setLanguage('fr');
    expect(said().slice(0, 3)).toEqual([
      'Affirmation enregistrée, avec 2 chiffres',
      'Modification (source) : fiabilité et raison de la note',
      '« MoI » fusionné avec « Interior Ministry »',
    ]);
    setLanguage('en');
  });

  it('shows who, when and how much, and strikes what was undone', async () => {
    const { container } = render(History);
    await waitFor(() => expect(container.querySelectorAll('li')).toHaveLength(11));
    const [newest, next] = container.querySelectorAll('li');
    expect(newest?.querySelector('s')?.textContent).toBe('Statement recorded, with 2 figures');
    expect(newest?.textContent).toContain('undone');
    expect(next?.querySelector('s')).toBeNull();
    expect(next?.textContent).toContain('2 changes');
    expect(await faults(container)).toEqual([]);
    await fireEvent.click(screen.getByRole('button', { name: /^Undo/ }));
    await waitFor(() => expect(core.questions('undo')).toHaveLength(1));
    await waitFor(() => expect(core.questions('log').length).toBeGreaterThan(1));
  });

  it('fetches what is earlier on demand', async () => {
    core.log = Array.from({ length: 250 }, (_, at) => ({
      ...sampleLog()[0]!,
      id: `op-${at}`,
      undone: false,
    }));
    const { container } = render(History);
    await waitFor(() => expect(container.querySelectorAll('li')).toHaveLength(100));
    await fireEvent.click(screen.getByRole('button', { name: 'Earlier' }));
    await waitFor(() => expect(container.querySelectorAll('li')).toHaveLength(200));
    await fireEvent.click(screen.getByRole('button', { name: 'Earlier' }));
    await waitFor(() => expect(container.querySelectorAll('li')).toHaveLength(250));
    expect(screen.queryByRole('button', { name: 'Earlier' })).toBeNull();
  });
});
