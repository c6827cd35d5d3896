import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import App from '../src/App.svelte';
import { setTransport, type StatementInput } from '../src/ipc';
import { articles } from '../src/stores/articles.svelte';
import { cards } from '../src/stores/cards.svelte';
import { project } from '../src/stores/project.svelte';
import { selection } from '../src/stores/selection.svelte';
import { fake, type Fake } from './fake/project';

let core: Fake;

async function open(change?: (core: Fake) => void) {
  core = fake('samples');
  change?.(core);
  setTransport(core);
  render(App);
  (await screen.findByRole('article')).focus();
}

async function press(key: string, more: KeyboardEventInit = {}) {
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key;
  await fireEvent.keyDown(document.activeElement ?? document.body, { key, code, bubbles: true, ...more });
  await tick();
}

const asked = (name: string) => core.calls.filter((call) => call.name === name).map((call) => call.params);
const drafts = () => screen.queryAllByRole('group', { name: /^Draft, / });

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  project.info = null;
  project.lost = null;
  selection.reset();
  cards.reset();
  articles.reset();
});

describe('drafts', () => {
  const draft = (core: Fake) => {
    for (const kept of core.state.articles[0]!.statements) kept.status = 'draft';
  };

  it('are accepted and dismissed by key, one after the other, and come back', async () => {
    await open(draft);
    await waitFor(() => expect(drafts()).toHaveLength(3));
    // The first press chooses one; what is decided is always seen.
    await press('a');
    await waitFor(() => expect(document.activeElement).toBe(drafts()[0]));
    expect(asked('accept')).toEqual([]);
    const ids = core.state.articles[0]!.statements.map((kept) => kept.id);
    await press('a');
    await waitFor(() => expect(asked('accept')).toEqual([{ ids: [ids[0]] }]));
    await waitFor(() => expect(document.activeElement?.id).toBe(`card-${ids[1]}`));
    await press('x');
    await waitFor(() => expect(asked('dismiss')).toEqual([{ ids: [ids[1]] }]));
    await waitFor(() => expect(drafts()).toHaveLength(1));
    expect(document.getElementById(`card-${ids[1]}`)).toBeNull();
    await press('z', { ctrlKey: true });
    await press('z', { ctrlKey: true });
    await waitFor(() => expect(drafts()).toHaveLength(3));
  });

  it('are accepted by keeping their card', async () => {
    await open(draft);
    await waitFor(() => expect(drafts()).toHaveLength(3));
    drafts()[0]!.focus();
    await press('e');
    await screen.findByRole('form', { name: 'Statement, being changed' });
    await press('Enter', { ctrlKey: true });
    await waitFor(() => expect(asked('statement_edit')).toHaveLength(1));
  });
});

describe('the keys of a card', () => {
  it('make every number a figure, walk them, and take the source that the words name', async () => {
    await open();
    for (let step = 0; step < 2; step++) await press('j');
    await press('f');
    const form = await screen.findByRole('form', { name: 'New statement' });
    await waitFor(() => expect(document.activeElement?.matches('[data-figure]')).toBe(true));
    const [first, second] = cards.open!.figures;
    expect(document.activeElement?.getAttribute('data-figure')).toBe(String(first!.key));
    await press('Enter');
    await waitFor(() =>
      expect(document.activeElement?.getAttribute('data-figure')).toBe(String(second!.key)),
    );
    await press('m');
    const measure = await within(form).findByRole('combobox', { name: 'measure' });
    await fireEvent.input(measure, { target: { value: 'inj' } });
    await press('Enter');
    await waitFor(() => expect(second!.measure).toBe('injured'));
    await waitFor(() => expect(document.activeElement?.matches('[data-figure]')).toBe(true));
    await press('Enter');
    const source = within(form).getByRole('combobox', { name: 'Source' });
    await waitFor(() => expect(document.activeElement).toBe(source));
    await press('Enter');
    await waitFor(() => expect(cards.open?.source?.name).toBe('Interior Ministry of Varland'));
    await press('Enter', { ctrlKey: true });
    await waitFor(() => expect(asked('statement_record')).toHaveLength(1));
    const { statement } = asked('statement_record')[0] as { statement: StatementInput };
    expect(statement.figures.map((figure) => figure.point)).toEqual(['18', '1300']);
  });

  it('set one field of a kept statement where it stands, as one operation', async () => {
    await open();
    const kept = core.state.articles[0]!.statements[0]!;
    document.getElementById(`card-${kept.id}`)!.focus();
    await press('ArrowRight');
    await press('m');
    const measure = await screen.findByRole('combobox', { name: 'measure' });
    await fireEvent.input(measure, { target: { value: 'm' } });
    await press('Enter');
    await waitFor(() =>
      expect(asked('edit')).toEqual([{ id: kept.figures[1]!.id, fields: [['measure', 'missing']] }]),
    );
    await waitFor(() => expect(document.activeElement?.id).toBe(`card-${kept.id}`));
  });

  it('give a source that is set where it stands the kind that the words tell', async () => {
    await open();
    core.state.register.sources = core.state.register.sources.filter((one) => !/Interior/.test(one.name));
    const kept = core.state.articles[0]!.statements[0]!;
    document.getElementById(`card-${kept.id}`)!.focus();
    await press('w');
    const source = await screen.findByRole('combobox', { name: /^source$/i });
    await waitFor(() => expect(asked('names')).toHaveLength(1));
    await fireEvent.input(source, { target: { value: 'Interior Ministry of Varland' } });
    await press('Enter');
    await waitFor(() => expect(asked('statement_edit')).toHaveLength(1));
    expect(asked('statement_edit')[0]).toMatchObject({
      id: kept.id,
      statement: {
        source: { name: 'Interior Ministry of Varland', kind: 'ministry' },
        figures: { length: 2 },
      },
    });
    expect(asked('edit')).toEqual([]);
  });

  it('say at the field what is no number, and the limit', async () => {
    await open();
    for (let step = 0; step < 2; step++) await press('j');
    await press('f');
    const form = await screen.findByRole('form', { name: 'New statement' });
    const point = within(form).getByRole('textbox', { name: 'Number' });
    await fireEvent.input(point, { target: { value: '1'.repeat(29) } });
    expect((await within(form).findByRole('alert')).textContent).toContain('at most 28 digits');
    expect(point.getAttribute('aria-invalid')).toBe('true');
  });
});
