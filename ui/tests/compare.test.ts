import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setTransport } from '../src/ipc';
import { setLanguage } from '../src/locales';
import { project } from '../src/stores/project.svelte';
import { selection } from '../src/stores/selection.svelte';
import { ages, findingsByRow, listOrder, totals } from '../src/views/compare/board';
import Compare from '../src/views/compare/Compare.svelte';
import { grid } from '../src/views/compare/grid';
import { citation, quotesOf, split } from '../src/views/compare/quotes';
import { gapWords, rowTitle, spread } from '../src/views/compare/row';
import { compare } from '../src/views/compare/state.svelte';
import { strip } from '../src/views/compare/strip';
import { board, cell, figure, row } from './fake/board';
import { FakeCore } from './fake/core';
import { largeBoard, sampleBoard } from './fake/sample';

// A busy machine draws the larger boards slowly.
vi.setConfig({ testTimeout: 90_000 });

const plain = (text: string | null | undefined) => (text ?? '').replace(/[\u00a0\u202f]/g, ' ');

describe('a row of the board', () => {
  const sample = sampleBoard();
  const first = sample.rows[0]!;

  it('is named by what narrows it, and shows its range with open ends', () => {
    expect(rowTitle(first, sample)).toBe('killed · Orlava');
    expect(rowTitle(sample.rows[7]!, sample)).toBe('killed · Orlava · new · 5 Mar 2031');
    expect(sample.rows.map((one) => plain(spread(one)))).toEqual([
      '171–220 →',
      '18–19 →',
      '≥ 101',
      '900–9,999',
      '≥ 1,301',
      '83',
      '≤ 40',
      '',
    ]);
    expect(plain(gapWords(first))).toBe('54 apart · × 1.32');
  });

  it('has the ages of the figures that count', () => {
    expect(ages(first)).toEqual({ oldest: '2031-03-08', newest: '2031-03-10' });
    expect(ages(sample.rows[7]!)).toEqual({ oldest: null, newest: null });
  });

  it('stands behind the conflicts and what findings touch', () => {
    expect(listOrder(sample)).toEqual([0, 3, 4, 5, 7, 1, 2, 6]);
    expect(findingsByRow(sample)).toEqual([3, 0, 0, 2, 1, 1, 0, 1]);
    expect(totals(sample)).toEqual({ figures: 13, sources: 7 });
  });
});

describe('a strip', () => {
  const at = (low: string | null, high: string | null, given = {}) =>
    cell('S', [figure(`${low}-${high}`, { low, high, ...given })]);

  it('puts all figures on one scale, lets open ends run out and keeps points visible', () => {
    const { bars, gap } = strip(row([at('0', '50'), at('100', '100'), at(null, '50'), at('50', null)]), 228);
    expect(
      bars.map(({ x1, x2, openLow, openHigh, point }) => ({ x1, x2, openLow, openHigh, point })),
    ).toEqual([
      { x1: 14, x2: 114, openLow: false, openHigh: false, point: false },
      { x1: 211, x2: 217, openLow: false, openHigh: false, point: true },
      { x1: 0, x2: 114, openLow: true, openHigh: false, point: false },
      { x1: 114, x2: 228, openLow: false, openHigh: true, point: false },
    ]);
    expect(gap).toBeNull();
  });

  it('never draws two figures over one another', () => {
    const { bars, lanes } = strip(row([at('0', '60'), at('40', '100'), at('80', '90')]), 228);
    expect(lanes).toBe(2);
    expect(bars.map((bar) => bar.lane)).toEqual([0, 1, 0]);
  });

  it('stays legible with many figures', () => {
    const cells = Array.from({ length: 50 }, (_, n) => at(String(n), String(n + 100)));
    const { bars, lanes } = strip(row(cells), 228);
    expect(lanes).toBe(8);
    expect(Math.max(...bars.map((bar) => bar.lane))).toBe(7);
  });

  it('marks the gap of a conflict, and what is superseded or struck', () => {
    const { bars, gap } = strip(
      row(
        [
          at('10', '10'),
          at('20', '30'),
          at('5', '5', { standing: 'denied' }),
          at('6', '6', { standing: 'superseded' }),
        ],
        {
          verdict: 'conflict',
        },
      ),
      228,
    );
    expect(gap).toEqual([54, 134]);
    expect(bars.map((bar) => bar.standing)).toEqual(['current', 'current', 'struck', 'superseded']);
  });

  it('draws a single number in the middle, and nothing from nothing', () => {
    expect(strip(row([at('7', '7')]), 200).bars[0]).toMatchObject({ x1: 97, x2: 103 });
    expect(strip(row([at('7', '7', { stance: 'denies' }), at('8', '8', { under: 'x' })]), 200).bars).toEqual(
      [],
    );
  });
});

describe('the grid', () => {
  it('has only families with a figure, which open into their sources', () => {
    const sample = sampleBoard();
    const closed = grid(sample, new Set());
    expect(closed.columns.map((column) => [column.family, column.sources])).toEqual([
      ['state', 2],
      ['health_rescue', 1],
      ['international', 1],
      ['civil_society', 2],
      ['media', 1],
    ]);
    expect(closed.cells[1]?.[0]?.map(({ figure }) => figure.figure_id)).toEqual(['s1', 's2']);
    const open = grid(sample, new Set(['state']));
    expect(open.columns.slice(0, 3).map((column) => column.source)).toEqual([
      'Interior Ministry',
      'Prosecutor General',
      null,
    ]);
    expect(
      open.cells[1]?.slice(0, 2).map((figures) => figures.map(({ figure }) => figure.figure_id)),
    ).toEqual([['s1'], ['s2']]);
  });
});

describe('a quote', () => {
  it('is split at the figure by code points', () => {
    const one = figure('e', { quote: '🚑 𝟏 dead 18.', figure_start: 9, figure_end: 11 });
    expect(split(one)).toEqual(['🚑 𝟏 dead ', '18', '.']);
    expect(split(figure('n', { figure_start: null }))[1]).toBe('');
  });

  it('is cited with its amount, source, day, chain, words and address', () => {
    const sample = sampleBoard();
    const quote = quotesOf(sample.rows[0]!)[1]!;
    expect(plain(citation(quote, sample))).toBe(
      '≥ 225 killed, Orlava: Interior Ministry, 9 Mar 2031, via Wire North → Agence du Delta → Valley Courier: “The ministry now counts at least 225 dead, its spokeswoman said in the evening bulletin.” (https://courier.example/dam)',
    );
    setLanguage('fr');
    expect(plain(citation({ ...quote, figure: { ...quote.figure, article_url: null } }, sample))).toContain(
      'tués, Orlava : Interior Ministry, 9 mars 2031, via Wire North',
    );
    setLanguage('en');
  });
});

describe('the Compare view', () => {
  let core: FakeCore;
  const copied = vi.fn(async () => {});

  beforeEach(async () => {
    Object.defineProperty(Element.prototype, 'clientHeight', { configurable: true, value: 600 });
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: copied } });
    core = new FakeCore(sampleBoard());
    setTransport(core);
    selection.place = 'compare';
    compare.layout = 'list';
    compare.shown = null;
    compare.row = null;
    compare.measure = null;
    compare.asOf = '';
    compare.open = new Set();
    compare.forget();
    await project.refresh();
  });
  afterEach(() => {
    cleanup();
    copied.mockClear();
    Object.defineProperty(Element.prototype, 'clientHeight', { configurable: true, value: 0 });
  });

  async function shown() {
    const view = render(Compare);
    await screen.findByRole('grid', { name: 'Figures side by side' });
    await waitFor(() =>
      expect(view.container.querySelector('[data-row="0"], [data-cell="0:0"]')).not.toBeNull(),
    );
    return view.container;
  }
  const key = (name: string) => fireEvent.keyDown(document.activeElement!, { key: name });
  const focused = () => document.activeElement as HTMLElement;
  const faults = async (container: HTMLElement) => {
    // jsdom draws nothing, so that colours cannot be judged here.
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`);
  };

  it('opens every quote of a row with Space, walks them, cites, and comes back to the row', async () => {
    const container = await shown();
    container.querySelector<HTMLElement>('[data-row="0"]')!.focus();
    await key('ArrowDown');
    await waitFor(() => expect(focused().dataset.row).toBe('1'));
    await key('ArrowUp');
    await waitFor(() => expect(focused().dataset.row).toBe('0'));
    await key(' ');
    await waitFor(() => expect(focused().dataset.quote).toBe('0'));
    const panel = screen.getByRole('region', { name: /killed · Orlava/ });
    expect(within(panel).getAllByRole('row')).toHaveLength(6);
    await key('ArrowDown');
    await waitFor(() => expect(focused().dataset.quote).toBe('1'));
    await key('y');
    expect(plain(copied.mock.calls.at(0)?.at(0) as unknown as string)).toContain(
      '≥ 225 killed, Orlava: Interior Ministry',
    );
    expect(await faults(container)).toEqual([]);
    await key('Escape');
    await waitFor(() => expect(focused().dataset.row).toBe('0'));
    expect(screen.queryByRole('region', { name: /killed · Orlava/ })).toBeNull();
  });

  it('goes from a quote to the article, and back to the same quote', async () => {
    let container = await shown();
    container.querySelector<HTMLElement>('[data-row="0"]')!.focus();
    await key(' ');
    await waitFor(() => expect(focused().dataset.quote).toBe('0'));
    await key('ArrowDown');
    await waitFor(() => expect(focused().dataset.quote).toBe('1'));
    await key('Enter');
    expect(selection).toMatchObject({ place: 'read', articleId: 'a-1', statementId: 's-k2', figureId: 'k2' });
    cleanup();
    selection.back();
    expect(selection.place).toBe('compare');
    container = await shown();
    await waitFor(() => expect(focused().dataset.quote).toBe('1'));
    expect(core.questions('compare')).toHaveLength(1);
  });

  it('opens the quotes of both figures of a finding, and copies its sentence', async () => {
    await shown();
    screen.getByRole('button', { name: /^Part exceeds whole/ }).focus();
    await key('y');
    expect(copied.mock.calls.at(0)?.at(0)).toContain('The part exceeds the whole: more than 1,300 injured');
    await fireEvent.click(focused());
    await waitFor(() => expect(focused().dataset.quote).toBe('0'));
    expect(document.querySelectorAll('[data-quote]')).toHaveLength(2);
    await key('Escape');
    await waitFor(() => expect(focused().textContent).toMatch(/^Part exceeds whole/));
  });

  it('walks the grid by cells, opens a family, and returns to the cell', async () => {
    compare.layout = 'grid';
    const container = await shown();
    container.querySelector<HTMLElement>('[data-cell="0:0"]')!.focus();
    await key('ArrowUp');
    await waitFor(() => expect(focused().dataset.cell).toBe('-1:0'));
    await fireEvent.click(focused());
    await waitFor(() => expect(screen.getByRole('button', { name: /Prosecutor General/ })).toBeTruthy());
    expect(await faults(container)).toEqual([]);
    await key('ArrowDown');
    await waitFor(() => expect(focused().dataset.cell).toBe('0:0'));
    await key('ArrowDown');
    await key('ArrowRight');
    await waitFor(() => expect(focused().dataset.cell).toBe('1:1'));
    await key(' ');
    await waitFor(() => expect(focused().dataset.quote).toBe('1'));
    await key('Escape');
    await waitFor(() => expect(focused().dataset.cell).toBe('1:1'));
  });

  it('asks for a measure and a day, and says what a wrong day should be', async () => {
    await shown();
    const day = screen.getByLabelText('As of');
    await fireEvent.input(day, { target: { value: '9 January' } });
    expect(screen.getByRole('alert').textContent).toContain('2022-01-09');
    await fireEvent.input(day, { target: { value: '2031-03' } });
    await fireEvent.change(day);
    await fireEvent.change(screen.getByLabelText('Measure'), { target: { value: 'killed' } });
    await waitFor(() => expect(core.questions('compare').at(-1)).toMatchObject({ as_of: '2031-03' }));
  });

  it('says why there is nothing to compare', async () => {
    core.board = board([]);
    render(Compare);
    expect(await screen.findByText('Nothing to compare yet')).toBeTruthy();
    cleanup();
    core.board = board([row([cell('Interior Ministry', [figure('a')])])]);
    compare.forget();
    render(Compare);
    expect(await screen.findByText(/Nothing to compare yet: one source/)).toBeTruthy();
    cleanup();
    core.board = board([row([cell('A', [figure('a')]), cell('B', [figure('b')])], { verdict: 'agree' })]);
    compare.forget();
    render(Compare);
    expect(await screen.findByText(/No conflict among 2 figures of 2 sources/)).toBeTruthy();
  });

  it('draws a thousand rows a screen at a time, and keeps the focus at either end', async () => {
    core.board = largeBoard();
    const container = await shown();
    container.querySelector<HTMLElement>('[data-row="0"]')!.focus();
    expect(container.querySelectorAll('[data-row]').length).toBeLessThan(60);
    await key('End');
    await waitFor(() => expect(focused().dataset.row).toBe('999'));
    await key('Home');
    await waitFor(() => expect(focused().dataset.row).toBe('0'));
  });
});
