import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setTransport } from '../src/ipc';
import { has, setLanguage } from '../src/locales';
import { project } from '../src/stores/project.svelte';
import { selection } from '../src/stores/selection.svelte';
import { settings } from '../src/stores/settings.svelte';
import { chosen } from '../src/views/claims/chosen.svelte';
import Claims from '../src/views/claims/Claims.svelte';
import { COLUMNS, known, shown, USUAL } from '../src/views/claims/columns';
import { exportedWords } from '../src/views/claims/export.svelte';
import { narrowed } from '../src/views/claims/filter';
import { table } from '../src/views/claims/table.svelte';
import { board } from './fake/board';
import { claimColumns, claimRows } from './fake/claims';
import { FakeCore } from './fake/core';

vi.setConfig({ testTimeout: 30_000 });

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('the columns of the claim table', () => {
  it('are all named, and the usual ones among them', () => {
    expect(COLUMNS.size).toBe(67);
    for (const name of COLUMNS.keys()) expect(has(`claims.column.${name}`), name).toBe(true);
    expect(USUAL.every((name) => COLUMNS.has(name))).toBe(true);
  });

  it('survive a memory of columns that are no more', () => {
    expect(known(['quote', 'gone', 'quote', 'source'])).toEqual(['quote', 'source']);
    expect(known(['gone'])).toEqual(USUAL);
    expect(known(null)).toEqual(USUAL);
  });

  it('show words, numbers and dates as the language does, and all else as it is', () => {
    expect(shown('low', '1300')).toBe('1,300');
    expect(shown('as_of', '2031-03-09')).toBe('9 Mar 2031');
    expect(shown('measure', 'killed')).toBe('killed');
    expect(shown('vague', 'false')).toBe('');
    expect(shown('quote', '1300')).toBe('1300');
    expect(shown('source', null)).toBe('');
    setLanguage('fr');
    expect(plain(shown('low', '1300.5'))).toBe('1 300,5');
    expect(shown('measure', 'killed')).toBe('tués');
    setLanguage('en');
  });
});

describe('an export', () => {
  it('says what it wrote and what it left out', () => {
    expect(exportedWords({ rows: 1200, left_out_drafts: 0, left_out_confidential: 0 })).toBe(
      'Claim table saved. Rows: 1,200.',
    );
    expect(exportedWords({ rows: 1, left_out_drafts: 3, left_out_confidential: 2 })).toBe(
      'Claim table saved. Rows: 1. Drafts left out: 3. Confidential rows left out: 2.',
    );
  });
});

describe('the Claims view', () => {
  let core: FakeCore;

  beforeEach(async () => {
    Object.defineProperty(Element.prototype, 'clientHeight', { configurable: true, value: 600 });
    core = new FakeCore(board([]));
    core.columns = claimColumns;
    core.claims = claimRows(5000);
    setTransport(core);
    selection.place = 'claims';
    settings.data.claim_columns = ['source', 'low', 'measure', 'quote'];
    table.contains = {};
    table.sort = null;
    chosen.clear();
    settings.data.claim_widths = {};
    table.row = 0;
    table.column = 0;
    table.left = false;
    table.forget();
    await project.refresh();
  });
  afterEach(() => {
    cleanup();
    Object.defineProperty(Element.prototype, 'clientHeight', { configurable: true, value: 0 });
  });

  const focused = () => document.activeElement as HTMLElement;
  const key = (name: string, more = {}) => fireEvent.keyDown(focused(), { key: name, ...more });
  const at = (cell: string) => document.querySelector<HTMLElement>(`[data-cell="${cell}"]`);

  async function open() {
    const view = render(Claims);
    await waitFor(() => expect(at('0:0')?.textContent).toBe('Interior Ministry'));
    await waitFor(() => expect(at('1:0')?.textContent).toBe('Health Office'));
    return view.container;
  }

  it('fetches only what is in sight, wherever that is', async () => {
    await open();
    expect(screen.getByText('5,000 rows')).toBeTruthy();
    expect(core.questions('claims').map(({ offset, limit }) => [offset, limit])).toEqual([[0, 100]]);
    expect(document.querySelectorAll('[role=row]').length).toBeLessThan(60);
    const grid = screen.getByRole('grid');
    grid.scrollTop = 4000 * 32;
    await fireEvent.scroll(grid);
    await waitFor(() => expect(at('4000:1')?.textContent).not.toBe(''));
    const offsets = core.questions('claims').map(({ offset }) => offset);
    expect(offsets).toContain(4000);
    expect(offsets.length).toBeLessThan(5);
  });

  it('is walked by keys, and opens the article at the statement', async () => {
    const container = await open();
    at('0:0')!.focus();
    await key('ArrowRight');
    await waitFor(() => expect(focused().dataset.cell).toBe('0:1'));
    await key('End');
    await waitFor(() => expect(focused().dataset.cell).toBe('0:3'));
    await key('ArrowDown');
    await waitFor(() => expect(focused().dataset.cell).toBe('1:3'));
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map((one) => `${one.id} ${one.nodes[0]?.html}`)).toEqual([]);
    await key('End', { ctrlKey: true });
    await waitFor(() => expect(focused().dataset.cell).toBe('4999:3'));
    await key('Home', { ctrlKey: true });
    await waitFor(() => expect(focused().dataset.cell).toBe('0:0'));
    await key('ArrowDown');
    await waitFor(() => expect(focused().dataset.cell).toBe('1:0'));
    await key('Enter');
    expect(selection).toMatchObject({ place: 'read', articleId: 'a-1', statementId: 's-1', figureId: 'f-1' });
    cleanup();
    selection.back();
    await open();
    await waitFor(() => expect(focused().dataset.cell).toBe('1:0'));
  });

  it('sorts by a column, up, down and not at all', async () => {
    await open();
    const low = screen.getByRole('button', { name: 'Low' });
    const header = low.closest('[role=columnheader]')!;
    await fireEvent.click(low);
    await waitFor(() =>
      expect(core.questions('claims').at(-1)?.filter).toMatchObject({ sort: 'low', descending: false }),
    );
    expect(header.getAttribute('aria-sort')).toBe('ascending');
    await fireEvent.click(low);
    await waitFor(() =>
      expect(core.questions('claims').at(-1)?.filter).toMatchObject({ sort: 'low', descending: true }),
    );
    await fireEvent.click(low);
    await waitFor(() => expect(core.questions('claims').at(-1)?.filter.sort).toBeUndefined());
    expect(header.getAttribute('aria-sort')).toBeNull();
  });

  it('filters by the words of a column, and exports exactly what is shown', async () => {
    await open();
    at('0:0')!.focus();
    await key('/');
    await waitFor(() => expect(focused()).toBe(screen.getByLabelText('Source contains')));
    await fireEvent.input(focused(), { target: { value: 'health' } });
    await waitFor(() => expect(screen.getByText('1,000 rows')).toBeTruthy());
    await key('Enter');
    await waitFor(() => expect(focused().dataset.cell).toBe('0:0'));
    await waitFor(() => expect(at('0:0')?.textContent).toBe('Health Office'));
    await fireEvent.click(screen.getByRole('button', { name: /Save as CSV/ }));
    await waitFor(() => expect(core.questions('export_csv')).toHaveLength(1));
    expect(core.questions('export_csv')[0]).toEqual({
      path: '/tmp/claims.csv',
      filter: {
        contains: [['source', 'health']],
        one_of: [],
        include_drafts: false,
        include_confidential: false,
        descending: false,
      },
      columns: ['source', 'low', 'measure', 'quote'],
      bom: false,
    });
    await fireEvent.input(screen.getByLabelText('Source contains'), { target: { value: 'nobody' } });
    expect(await screen.findByText(/No claim fits these filters/)).toBeTruthy();
  });

  it('remembers the columns that are chosen', async () => {
    await open();
    await fireEvent.click(screen.getByRole('button', { name: 'Columns' }));
    await fireEvent.click(await screen.findByLabelText('Place'));
    expect(table.columns).toEqual(['source', 'low', 'measure', 'place', 'quote']);
    await fireEvent.click(screen.getByLabelText('Low'));
    expect(core.asked.filter((one) => one.name === 'settings_set').at(-1)?.params).toMatchObject({
      claim_columns: ['source', 'measure', 'place', 'quote'],
    });
  });

  it('chooses rows by key, a range with Shift, and all that the filter shows', async () => {
    await open();
    at('1:0')!.focus();
    await key(' ');
    await waitFor(() => expect(chosen.count).toBe(1));
    expect(at('1:0')!.closest('[role=row]')!.getAttribute('aria-selected')).toBe('true');
    await key('ArrowDown', { shiftKey: true });
    await key('ArrowDown', { shiftKey: true });
    await waitFor(() => expect(chosen.count).toBe(3));
    await key('ArrowUp', { shiftKey: true });
    await waitFor(() => expect(chosen.asEdit.ids).toEqual(['f-1', 'f-2']));
    // To the end of what has never been fetched: the range is asked for by its ids.
    await key('End', { ctrlKey: true, shiftKey: true });
    await waitFor(() => expect(chosen.count).toBe(4999));
    await key('a', { ctrlKey: true });
    expect(chosen.asEdit).toMatchObject({ all: true, ids: [] });
    expect(screen.getByText('5,000 chosen')).toBeTruthy();
    await key(' ');
    await waitFor(() => expect(screen.getByText('4,999 chosen')).toBeTruthy());
    expect(chosen.asEdit).toMatchObject({ all: true, ids: ['f-4999'] });
    await key('Escape');
    expect(chosen.count).toBe(0);
  });

  it('leaves no row chosen that the filter hides', async () => {
    await open();
    chosen.toggle(0);
    table.sort = { column: 'low', descending: false };
    await waitFor(() => expect(core.questions('claims').at(-1)?.filter.sort).toBe('low'));
    expect(chosen.count).toBe(1);
    table.contains = { source: 'health' };
    await waitFor(() => expect(chosen.count).toBe(0));
  });

  it('changes the chosen rows at once, after saying what will change', async () => {
    core.answers.claims_edit = (asked) => ({
      statements: 2,
      figures: 0,
      refused: 0,
      refusals: [],
      changes: core.changes(asked.try_only ? {} : { operation: { id: 'o', command: 'claims_edit' } }),
      notes: [],
    });
    await open();
    at('0:0')!.focus();
    await key(' ');
    await key('ArrowDown', { shiftKey: true });
    await waitFor(() => expect(chosen.count).toBe(2));
    await key('e');
    const value = await screen.findByLabelText('Value');
    await fireEvent.input(value, { target: { value: 'Second flood' } });
    await fireEvent.blur(value);
    expect(await screen.findByText('Will change: 2 statements.')).toBeTruthy();
    await fireEvent.keyDown(value, { key: 'Enter', ctrlKey: true });
    await waitFor(() =>
      expect(core.questions('claims_edit').at(-1)).toMatchObject({
        all: false,
        ids: ['f-0', 'f-1'],
        field: 'event',
        value: 'Second flood',
        try_only: false,
      }),
    );
    await waitFor(() => expect(screen.queryByLabelText('Value')).toBeNull());
    await waitFor(() => expect(focused().dataset.cell).toBe('1:0'));
  });

  it('names what cannot be changed, and changes nothing then', async () => {
    core.answers.claims_edit = () => ({
      statements: 0,
      figures: 0,
      refused: 1,
      refusals: [{ id: 'f-0', quote: 'At least 18', error: { code: 'reasoning_missing', params: {} } }],
      changes: core.changes(),
      notes: [],
    });
    await open();
    chosen.toggle(0);
    at('0:0')!.focus();
    await key('e');
    await screen.findByLabelText('Value');
    // An empty field is no change: to empty it has to be meant.
    expect(core.questions('claims_edit')).toEqual([]);
    await fireEvent.click(screen.getByLabelText('Take away what stands there'));
    expect(await screen.findByText('1 cannot be changed so; nothing is changed.')).toBeTruthy();
    expect(screen.getByText('At least 18')).toBeTruthy();
    expect((screen.getByRole('button', { name: 'Change' }) as HTMLButtonElement).disabled).toBe(true);
  });

  it('shows how far an export is, and stops it on Escape', async () => {
    let end: (reason: unknown) => void = () => {};
    core.answers.export_csv = () => new Promise((_, reject) => (end = reject));
    await open();
    at('0:0')!.focus();
    await fireEvent.click(screen.getByRole('button', { name: /Save as CSV/ }));
    await screen.findByRole('progressbar');
    core.tell('progress', { task: 'of somebody else', done: 1, total: 2 });
    core.tell('progress', { task: core.tasks.at(-1), done: 1200, total: 5000 });
    expect(await screen.findByText('1,200 of 5,000')).toBeTruthy();
    expect((screen.getByRole('progressbar') as HTMLProgressElement).value).toBe(1200);
    await key('Escape');
    const stopped = core.asked.filter((one) => one.name === 'stop');
    expect(stopped.at(-1)?.params).toEqual({ task: core.tasks.at(-1) });
    end({ code: 'stopped', params: {} });
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  });

  it('shows the first rows before all are counted', async () => {
    const rows = core.claims.slice(0, 100).map((row) => ({ ...row, cells: ['Early', '', '', ''] }));
    let counted = false;
    core.answers.claims = (asked) => {
      if (asked.at_once) return { total: null, rows };
      return new Promise((done) => {
        const wait = setInterval(() => counted && (clearInterval(wait), done({ total: 1_000_000, rows })), 5);
      });
    };
    render(Claims);
    await waitFor(() => expect(at('0:0')?.textContent).toBe('Early'));
    expect(screen.getByText('Counting the rows…')).toBeTruthy();
    counted = true;
    expect(await screen.findByText('1,000,000 rows')).toBeTruthy();
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('1000002');
    // Higher than an element can be: the last row is reached all the same.
    document.documentElement.style.fontSize = '40px';
    at('0:0')!.focus();
    await key('End', { ctrlKey: true });
    await waitFor(() => expect(focused().dataset.cell).toBe('999999:3'));
    document.documentElement.style.fontSize = '';
  });

  it('asks for words as the reader reads them', () => {
    setLanguage('fr');
    expect(narrowed([['standing', 'vigueur']]).one_of).toEqual([['standing', ['current']]]);
    setLanguage('en');
    expect(
      narrowed([
        ['low', '1,300'],
        ['vague', 'yes'],
        ['quote', ' 1,300 '],
        ['place', ''],
      ]),
    ).toEqual({
      contains: [
        ['low', '1300'],
        ['quote', '1,300'],
      ],
      one_of: [['vague', ['true']]],
    });
  });

  it('saves the columns that are shown as a set, and shows a set that is chosen', async () => {
    core.sets = {
      publication: ['source', 'quote'],
      saved: [{ id: 'v-1', name: 'Front page', columns: ['low'] }],
    };
    await open();
    await fireEvent.click(screen.getByRole('button', { name: 'Columns' }));
    await fireEvent.click(await screen.findByRole('button', { name: 'Front page' }));
    expect(table.columns).toEqual(['low']);
    await fireEvent.click(screen.getByRole('button', { name: 'Publication' }));
    expect(table.columns).toEqual(['source', 'quote']);
    const name = screen.getByLabelText('Save these columns as…');
    await fireEvent.input(name, { target: { value: 'Desk' } });
    await fireEvent.keyDown(name, { key: 'Enter' });
    await waitFor(() =>
      expect(core.questions('columns_save')).toEqual([{ name: 'Desk', columns: ['source', 'quote'] }]),
    );
    await fireEvent.click(screen.getByRole('button', { name: 'Quote: further to the front' }));
    expect(table.columns).toEqual(['quote', 'source']);
  });

  it('says what to do where there is no claim yet', async () => {
    core.claims = [];
    render(Claims);
    expect(await screen.findByText('No claim yet')).toBeTruthy();
  });
});
