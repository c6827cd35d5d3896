import { describe, expect, it } from 'vitest';
import { CardDraft } from '../src/annotator/draft.svelte';
import type { NumberReadingView } from '../src/ipc';

const reading = (start: number, end: number, point: string): NumberReadingView => ({
  start,
  end,
  text: point,
  qualifier: 'exact',
  point,
  low: point,
  high: point,
  vague: false,
  unit: 'count',
  measure: 'killed',
  severity: null,
  group: 'persons',
  place: null,
  counting: null,
  basis: null,
  stance: 'asserts',
  part_of: null,
});

const card = () => {
  const draft = CardDraft.over('a', { start: 10, end: 90 }, 'quote', {
    source: { id: 's', name: 'Ministry' },
    event: 'Fire',
    asOf: '2024-03-12',
  });
  draft.readings = [reading(12, 14, '31'), reading(40, 41, '7')];
  return draft;
};

describe('the open card', () => {
  it('begins with what the last one left, and lets go of it at once', () => {
    const draft = card();
    expect(draft.from('card')).toEqual(['source', 'event', 'asOf']);
    draft.pick(reading(12, 14, '31'));
    expect(draft.toInput().figures[0]?.as_of).toBe('2024-03-12');
    draft.clearAssumed();
    expect(draft.toInput()).toMatchObject({ source: null, event: null, figures: [{ as_of: null }] });
  });

  it('keeps a carried field that was set by hand', () => {
    const draft = card();
    draft.source = { name: 'Other' };
    draft.touch('source');
    draft.clearAssumed();
    expect(draft.source).toEqual({ name: 'Other' });
  });

  it('takes who says it from the words rather than from the last card, and lets go of that too', () => {
    const draft = card();
    draft.hear({
      modality: 'direct',
      speaker: { name: 'Ada Marin' },
      speaker_role: 'mayor',
      source: { name: 'City of Selin', kind: 'local_authority' },
      source_as_written: 'the city',
      via: [{ name: 'Coastal News Agency', kind: 'news_agency' }],
    });
    expect(draft.from('text')).toEqual(['source', 'speaker', 'via']);
    expect(draft.from('card')).toEqual(['event', 'asOf']);
    expect(draft.toInput()).toMatchObject({
      modality: 'direct',
      speaker: { name: 'Ada Marin' },
      speaker_role: 'mayor',
      source: { name: 'City of Selin', kind: 'local_authority' },
      source_as_written: 'the city',
      via: [{ source: { name: 'Coastal News Agency', kind: 'news_agency' } }],
    });
    draft.clearAssumed();
    expect(draft.toInput()).toMatchObject({ modality: null, speaker: null, source: null, via: [] });
    expect(draft.toInput().source_as_written).toBeNull();
  });

  it('keeps the source of the last card where the words name nobody, and drops it where they name a person alone', () => {
    const nobody = {
      modality: null,
      speaker: null,
      speaker_role: null,
      source: null,
      source_as_written: null,
      via: [],
    };
    const silent = card();
    silent.hear(nobody);
    expect(silent.source?.name).toBe('Ministry');
    const person = card();
    person.hear({ ...nobody, modality: 'indirect', speaker: { name: 'Ada Marin' } });
    expect(person.source).toBeNull();
    expect(person.from('card')).toEqual(['event', 'asOf']);
  });

  it('splits into one figure a number, in the order of the text, none twice', () => {
    const draft = card();
    draft.pick(reading(40, 41, '7'));
    draft.split();
    draft.split();
    expect(draft.figures.map((figure) => figure.point)).toEqual(['31', '7']);
  });

  it('says which figure of the card is a part of which by its place', () => {
    const draft = card();
    draft.split();
    const [whole, part] = draft.figures;
    part!.partOf = { key: whole!.key };
    expect(draft.toInput().figures.map((figure) => figure.part_of)).toEqual([null, '#0']);
    draft.drop(whole!.key);
    expect(draft.toInput().figures.map((figure) => figure.part_of)).toEqual([null]);
  });

  it('makes all others part of the total at once, and dates them all', () => {
    const draft = card();
    draft.split();
    const [whole, part] = draft.figures;
    expect(draft.total?.key).toBe(whole!.key);
    draft.joinTotal();
    expect(part!.partOf).toEqual({ key: whole!.key });
    expect(draft.total).toBeNull();
    part!.as_of = null;
    draft.date(whole!, '2024-03-13');
    expect(draft.figures.map((figure) => figure.as_of)).toEqual(['2024-03-13', '2024-03-13']);
  });

  it('orders the chain', () => {
    const draft = card();
    draft.addVia({ name: 'A' });
    draft.addVia({ name: 'B' });
    draft.addVia({ name: 'A' });
    draft.moveVia(draft.via[1]!.key, -1);
    draft.moveVia(draft.via[0]!.key, -1);
    expect(draft.toInput().via.map((link) => link.source.name)).toEqual(['B', 'A']);
  });

  it('comes back whole after it was set aside', () => {
    const draft = card();
    draft.split();
    draft.note = 'check';
    const again = CardDraft.fromSaved(JSON.stringify(draft.toSaved()));
    expect(again?.toInput()).toEqual(draft.toInput());
    expect(again?.from('card')).toEqual(['source', 'event', 'asOf']);
    again?.clearAssumed();
    expect(again?.toInput()).toMatchObject({ source: null, event: null, figures: [{ as_of: null }, {}] });
    expect(CardDraft.fromSaved('{')).toBeNull();
  });
});
