import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setTransport } from '../src/ipc';
import { has, setLanguage } from '../src/locales';
import { project } from '../src/stores/project.svelte';
import { selection } from '../src/stores/selection.svelte';
import { settings } from '../src/stores/settings.svelte';
import Claims from '../src/views/claims/Claims.svelte';
import { COLUMNS, known, shown, USUAL } from '../src/views/claims/columns';
import { exportedWords } from '../src/views/claims/export.svelte';
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
    return view.container;
  }

  it('fetches only what is in sight, wherever that is', async () => {
    await open();
    expect(screen.getByText('Rows: 5,000')).toBeTruthy();
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
    await waitFor(() => expect(screen.getByText('Rows: 1,000')).toBeTruthy());
    await key('Enter');
    await waitFor(() => expect(focused().dataset.cell).toBe('0:0'));
    await waitFor(() => expect(at('0:0')?.textContent).toBe('Health Office'));
    await fireEvent.click(screen.getByRole('button', { name: /Save as CSV/ }));
    await waitFor(() => expect(core.questions('export_csv')).toHaveLength(1));
    expect(core.questions('export_csv')[0]).toEqual({
      path: '/tmp/claims.csv',
      filter: {
        contains: [['source', 'health']],
        include_drafts: false,
        include_confidential: false,
        descending: false,
      },
      columns: ['source', 'low', 'measure', 'quote'],
      bom: false,
    });
    await fireEvent.input(screen.getByLabelText('Source contains'), { target: { value: 'nobody' } });
    expect(await screen.findByText('No row contains these words.')).toBeTruthy();
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

  it('says what to do where there is no claim yet', async () => {
    core.claims = [];
    render(Claims);
    expect(await screen.findByText('No claim yet')).toBeTruthy();
  });
});
