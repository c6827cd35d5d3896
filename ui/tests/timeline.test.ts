import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LANE, labelHeight, layOut } from '../src/components/timeline/layout';
import { setTransport, type Board, type BoardRow } from '../src/ipc';
import { project } from '../src/stores/project.svelte';
import { selection } from '../src/stores/selection.svelte';
import { settings } from '../src/stores/settings.svelte';
import { boardDay } from '../src/views/compare/board';
import Compare from '../src/views/compare/Compare.svelte';
import { quotesOf } from '../src/views/compare/quotes';
import { agesWords } from '../src/views/compare/row';
import { compare } from '../src/views/compare/state.svelte';
import { dayWords, timelineOf } from '../src/views/compare/timeline';
import { board, cell, figure, row } from './fake/board';
import { FakeCore } from './fake/core';
import { crowd, sampleBoard } from './fake/sample';

// A busy machine draws the larger boards slowly.
vi.setConfig({ testTimeout: 90_000 });

const plain = (text: string | null | undefined) => (text ?? '').replace(/[\u00a0\u202f]/g, ' ');
const of = (one: BoardRow, whole: Board = board([one])) => timelineOf(quotesOf(one), whole, 'killed');

describe('the layout of a timeline', () => {
  const sample = sampleBoard();
  const first = of(sample.rows[0]!, sample);

  it('gives each source a lane, and one scale of days and values to all', () => {
    const { lanes, marks, ticks, height } = layOut(first, 1000);
    expect(lanes.map(({ name, tag }) => [name, tag])).toEqual([
      ['Interior Ministry', 'ST'],
      ['Health Office', 'HR'],
      ['اتحاد عمال الموانئ', 'CS'],
    ]);
    expect(height).toBe(3 * LANE);
    expect(ticks.map(({ date }) => date)).toContain('2031-03-05');
    const mark = (id: string) => marks.find((one) => one.figure.id === id)!;
    // A later day stands further right, a higher number higher in its lane.
    expect(mark('k2').x).toBeGreaterThan(mark('k1').x);
    expect(mark('k3').x).toBeGreaterThan(mark('k2').x);
    expect(mark('k2').y2 % LANE).toBeLessThan(mark('k1').y2 % LANE);
    expect(mark('k2')).toMatchObject({ openHigh: true, openLow: false, point: false });
    expect(mark('k3')).toMatchObject({ point: true, figure: { conflict: true, standing: 'current' } });
    expect(mark('k4').y2 - mark('k4').y1).toBeGreaterThan(5);
    expect(mark('k1').figure.standing).toBe('superseded');
    expect(mark('k5').figure.standing).toBe('denial');
    expect(lanes.every(({ gap }) => gap !== null && gap[0] < gap[1])).toBe(true);
  });

  it('stands figures without a day apart, and draws one figure, or only such, in its place', () => {
    const some = layOut(of(row([cell('A', [figure('a'), figure('b', { time: null })])])), 900);
    const [dated, undated] = some.marks;
    expect(dated!.x).toBeLessThan(some.right);
    expect(undated!.x).toBe(some.undated);
    expect(some.undated).toBeGreaterThan(some.right);

    const one = layOut(of(row([cell('A', [figure('a')])])), 900);
    expect(one.marks[0]).toMatchObject({ y1: LANE / 2, y2: LANE / 2, labelled: true });
    expect(one.ticks.map(({ date }) => date)).toEqual(['2031-03-03']);
    const none = layOut(of(row([cell('A', [figure('a', { time: null })])])), 900);
    expect(none.ticks).toEqual([]);
    expect(none.marks[0]!.x).toBe(none.undated);
  });

  it('shows a year or a month as long as it is', () => {
    const { marks } = layOut(
      of(row([cell('A', [figure('y', { time: '2030' }), figure('m', { time: '2031-03' }), figure('d')])])),
      900,
    );
    const long = (id: string) => marks.find((one) => one.figure.id === id)!;
    expect(long('y').until! - long('y').x).toBeGreaterThan(long('m').until! - long('m').x);
    expect(long('d').until).toBeNull();
  });

  it('marks days, months or years, never more than there is room for', () => {
    const ticks = (from: string, to: string) =>
      layOut(of(row([cell('A', [figure('a', { time: from }), figure('b', { time: to })])])), 1000).ticks;
    expect(ticks('2031-03-01', '2031-03-04').map(({ date }) => date)).toContain('2031-03-02');
    expect(ticks('2031-01-10', '2031-06-10').map(({ date }) => date)).toContain('2031-03');
    expect(ticks('1990', '2031').map(({ date }) => date)).toContain('2000');
    for (const span of ['2031-03-09', '2031-05-01', '2033-01-01', '2131']) {
      const all = ticks('2031-03-01', span);
      expect(all.length).toBeGreaterThan(0);
      expect(all.length).toBeLessThan(10);
    }
  });

  it('keeps every lane as high with two hundred sources, and never writes one value over another', () => {
    const whole = crowd(200);
    const { height, marks } = layOut(of(whole.rows[0]!, whole), 700);
    expect(height).toBe(200 * LANE);
    const figures = Array.from({ length: 30 }, (_, at) =>
      figure(`f${at}`, {
        point: String(100 + (at % 3)),
        low: String(100 + (at % 3)),
        high: String(100 + (at % 3)),
      }),
    );
    const packed = layOut(of(row([cell('A', figures)])), 700).marks;
    expect(new Set(packed.map(({ x, y1 }) => `${x} ${y1}`)).size).toBe(30);
    for (const all of [marks, packed]) {
      const labels = all
        .filter(({ labelled }) => labelled)
        .map((mark) => ({ lane: mark.lane, y: labelHeight(mark), x: mark.x }));
      expect(labels.length).toBeGreaterThan(0);
      for (const [at, a] of labels.entries())
        for (const b of labels.slice(at + 1))
          expect(a.lane !== b.lane || Math.abs(a.y - b.y) >= 13 || Math.abs(a.x - b.x) > 18).toBe(true);
    }
  });
});

describe('the words of days', () => {
  it('say which day it is', () => {
    const day = (given: Parameters<typeof figure>[1]) => plain(dayWords(figure('d', given)));
    expect(day({ as_of: '2031-03-02', time: '2031-03-02' })).toBe('2 Mar 2031 (as of)');
    expect(day({ time: '2031-03-03' })).toBe('3 Mar 2031 (day of publication)');
    expect(day({ time: '2031-03-01' })).toBe('1 Mar 2031 (day it was said)');
    expect(day({ stance: 'denies', as_of: '2031-03-02', time: '2031-03-03' })).toContain('publication');
    expect(day({ time: null })).toBe('no day');
  });

  it('say how far a row is behind the day of the board', () => {
    const sample = sampleBoard();
    expect(boardDay(sample, '')).toBe('2031-03-10');
    expect(boardDay(sample, '2031-04')).toBe('2031-04');
    expect(boardDay(board([]), '')).toBeNull();
    const ages = agesWords(sample.rows[5]!, '2031-03-10')!;
    expect(plain(ages.whole)).toBe('newest 4 Mar 2031, 6 days before the board’s day; oldest 3 Mar 2031');
    expect(plain(agesWords(sample.rows[0]!, '2031-03-10')!.whole)).toBe(
      'newest 10 Mar 2031, the board’s day; oldest 8 Mar 2031',
    );
    expect(agesWords(sample.rows[7]!, '2031-03-10')).toBeNull();
  });
});

describe('the timeline in the Compare view', () => {
  let core: FakeCore;
  const copied = vi.fn(async (_: string) => {});

  beforeEach(async () => {
    for (const [name, value] of [
      ['clientHeight', 600],
      ['clientWidth', 900],
    ] as const)
      Object.defineProperty(Element.prototype, name, { configurable: true, value });
    // A text that is still to come is taken as a promise.
    vi.stubGlobal(
      'ClipboardItem',
      class {
        constructor(readonly data: Record<string, Promise<Blob>>) {}
      },
    );
    const write = async ([item]: { data: Record<string, Promise<Blob>> }[]) => {
      const blob = await item!.data['text/plain']!;
      const text = await new Promise<string>((done) => {
        const reader = new FileReader();
        reader.onload = () => done(String(reader.result));
        reader.readAsText(blob);
      });
      await copied(text);
    };
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: copied, write },
    });
    core = new FakeCore(sampleBoard());
    setTransport(core);
    selection.place = 'compare';
    Object.assign(compare, { layout: 'list', shown: null, row: null, measure: null, asOf: '' });
    Object.assign(compare, { timeline: false, asTable: false, findingsOpen: true });
    compare.forget();
    await project.refresh();
    render(Compare);
    await screen.findByRole('grid', { name: 'Figures side by side' });
    await waitFor(() => expect(document.querySelector('[data-row="0"]')).not.toBeNull());
  });
  afterEach(() => {
    cleanup();
    copied.mockClear();
    vi.unstubAllGlobals();
    settings.data.letter_keys = true;
  });

  const key = (name: string, more = {}) => fireEvent.keyDown(document.activeElement!, { key: name, ...more });
  const focused = () => document.activeElement as HTMLElement;

  it('goes from a fresh view to the words of both figures of a finding in two keys', async () => {
    expect(focused().getAttribute('aria-label')).toBe('Compare');
    await key('n');
    await waitFor(() => expect(focused().textContent).toMatch(/^Conflict/));
    await fireEvent.click(focused());
    await waitFor(() => expect(focused().dataset.quote).toBe('0'));
    expect([...document.querySelectorAll('[data-quote] mark')].map((mark) => mark.textContent)).toEqual([
      '171',
      'at least 225',
    ]);
    // From there straight to the words of the next.
    await key('n');
    await waitFor(() => expect(screen.getByRole('region', { name: /Part exceeds whole/ })).toBeTruthy());
    expect(focused().dataset.quote).toBe('0');
    await key('N', { shiftKey: true });
    await waitFor(() => expect(screen.getByRole('region', { name: /^Conflict/ })).toBeTruthy());
    await key('Escape');
    await waitFor(() => expect(focused().textContent).toMatch(/^Conflict/));
  });

  it('opens on the row in focus, is walked by arrows, leads to the quote, and closes without losing the focus', async () => {
    document.querySelector<HTMLElement>('[data-row="0"]')!.focus();
    await key('t');
    await waitFor(() => expect(focused().dataset.mark).toBe('0'));
    const drawing = await screen.findByRole('img', { name: /^Timeline: killed · Orlava.* Figures: 5, of 3/ });
    await waitFor(() => expect(drawing.querySelector('svg')).not.toBeNull());
    expect(plain(focused().getAttribute('aria-label'))).toBe(
      'Interior Ministry, 164, 3 Mar 2031 (as of), superseded',
    );
    await key('ArrowRight');
    await waitFor(() =>
      expect(plain(focused().getAttribute('aria-label'))).toBe(
        'Interior Ministry, ≥ 225, 9 Mar 2031 (as of), current, in conflict',
      ),
    );
    await key('ArrowDown');
    await waitFor(() => expect(focused().getAttribute('aria-label')).toMatch(/^Health Office, 171/));
    await fireEvent.click(focused());
    await waitFor(() => expect(focused().dataset.quote).toBeDefined());
    expect(focused().textContent).toContain('Health Office');
    expect(focused().textContent).toContain('171');
    await key('t');
    await waitFor(() => expect(screen.queryByRole('img', { name: /^Timeline/ })).toBeNull());
    expect(focused().textContent).toContain('171');
    await key('t');
    await waitFor(() => expect(focused().getAttribute('aria-label')).toMatch(/^Health Office, 171/));
    await key('Escape');
    await waitFor(() => expect(focused().dataset.row).toBe('0'));
  });

  it('is accessible as a drawing', async () => {
    await key('t');
    const drawing = await screen.findByRole('img', { name: /^Timeline/ });
    await waitFor(() => expect(drawing.querySelector('svg')).not.toBeNull());
    const { violations } = await axe.run(document.querySelector('figure')!, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id} ${nodes.map((node) => node.html).join()}`)).toEqual([]);
  });

  it('says the same as a table', async () => {
    await key('t');
    await waitFor(() => expect(focused().dataset.mark).toBe('0'));
    const rows = () =>
      within(screen.getByRole('table', { name: /^Timeline/ }))
        .getAllByRole('row')
        .map((line) => [...line.children].map((one) => plain(one.textContent)));
    expect(rows()[0]).toEqual(['Source', 'Day', 'Figure', 'Standing', 'Quote']);
    expect(rows()).toHaveLength(6);
    expect(rows()[3]?.slice(0, 4)).toEqual([
      'Health Office',
      '4 Mar 2031 (day it was said)',
      '164',
      'denies',
    ]);
    await fireEvent.click(screen.getByRole('button', { name: 'Table' }));
    expect(screen.queryByRole('img', { name: /^Timeline/ })).toBeNull();
    expect(rows()).toHaveLength(6);
  });

  it('goes out as an SVG that says where it is from, and as the lines of its figures', async () => {
    core.answers.compare_csv = () => ({ csv: 'event\r\n' });
    await key('t');
    await waitFor(() => expect(focused().dataset.mark).toBe('0'));
    await fireEvent.click(screen.getByRole('button', { name: 'Copy: SVG' }));
    await waitFor(() => expect(copied).toHaveBeenCalled());
    const svg = new DOMParser().parseFromString(copied.mock.calls[0]![0], 'image/svg+xml');
    expect(svg.querySelector('parsererror')).toBeNull();
    const said = plain(svg.documentElement.textContent);
    for (const words of ['killed · Orlava', 'Conflict', '≥ 225', 'From “Dam failure”', 'Valley Courier'])
      expect(said).toContain(words);
    await fireEvent.click(screen.getByRole('button', { name: 'Save: CSV' }));
    await waitFor(() =>
      expect(core.asked.find(({ name }) => name === 'save_file')?.params).toEqual({
        kind: 'csv',
        suggested: expect.stringMatching(/\.csv$/),
        content: { text: 'event\r\n' },
      }),
    );
    expect(core.questions('compare_csv')[0]?.figures?.sort()).toEqual(['k1', 'k2', 'k3', 'k4', 'k5']);
  });

  it('saves and copies the whole board as the core writes it, and cites what has the focus', async () => {
    core.answers.compare_csv = () => ({ csv: 'event\r\n' });
    document.querySelector<HTMLElement>('[data-row="0"]')!.focus();
    await key('e', { ctrlKey: true, shiftKey: true });
    await waitFor(() =>
      expect(core.questions('compare_csv')).toEqual([{ query: { include_drafts: false } }]),
    );
    await key('y');
    await waitFor(() => expect(copied).toHaveBeenCalled());
    const lines = copied.mock.calls[0]![0].split('\n');
    expect(lines.map((line) => plain(line).split(' killed')[0])).toEqual(['≥ 225', '171', '≈ 200']);
    await key('g');
    await waitFor(() => expect(focused().dataset.cell).toBe('0:0'));
    await key('y');
    await waitFor(() => expect(copied).toHaveBeenCalledTimes(2));
    expect(copied.mock.calls[1]![0].split('\n')).toHaveLength(2);
  });

  it('leaves letters alone where they are no keys', async () => {
    settings.data.letter_keys = false;
    await key('n');
    await key('t');
    expect(focused().getAttribute('aria-label')).toBe('Compare');
    expect(compare.shown).toBeNull();
  });
});
