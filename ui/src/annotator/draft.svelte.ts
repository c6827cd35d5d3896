import type {
  AttributionOffer,
  NameOffer,
  NumberReadingView,
  Party,
  StatementInput,
  StatementView,
} from '../ipc';
import { figureInput, fresh, fromReading, keepBelow, recorded, type FigureDraft } from './figure';
import type { Span } from './steps';

/** A link of the chain while its card is open. */
export type ViaDraft = { key: number; source: Party; connection: string | null };

/** What the next card begins with. */
export type Carried = { source: Party | null; event: string | null; asOf: string | null };

/** Where a field that nobody filled has its value from: the last card, or the words of the article. */
export type Origin = 'card' | 'text';

export type AssumedField = 'speaker' | 'source' | 'via' | 'event' | 'asOf';

/** The fields of a card that are set aside. */
const SAVED = [
  'start',
  'end',
  'quote',
  'modality',
  'speaker',
  'speakerRole',
  'source',
  'sourceAsWritten',
  'sourceQuote',
  'via',
  'statedAt',
  'event',
  'translation',
  'translationLang',
  'translatedBy',
  'note',
  'tags',
  'confidential',
  'figures',
] as const;

const empty = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** An open card: a statement that is being recorded or changed. */
export class CardDraft {
  readonly articleId: string;
  /** Of a statement that is already there. */
  readonly statementId: string | null;
  start = $state(0);
  end = $state(0);
  quote = $state('');
  modality = $state<string | null>(null);
  speaker = $state<Party | null>(null);
  speakerRole = $state('');
  source = $state<Party | null>(null);
  sourceAsWritten = $state('');
  sourceQuote = $state('');
  via = $state<ViaDraft[]>([]);
  statedAt = $state('');
  event = $state<string | null>(null);
  translation = $state('');
  translationLang = $state('');
  translatedBy = $state('');
  note = $state('');
  tags = $state('');
  confidential = $state(false);
  figures = $state<FigureDraft[]>([]);
  /** The numbers that the quote holds, as they read. */
  readings = $state<NumberReadingView[]>([]);
  /** The names in the quote and around it, the likeliest first. */
  names = $state<NameOffer[]>([]);
  /** Which fields nobody filled or touched, and where their values are from. */
  assumed = $state<ReadonlyMap<AssumedField, Origin>>(new Map());
  asOf: string | null = null;

  constructor(articleId: string, statementId: string | null) {
    this.articleId = articleId;
    this.statementId = statementId;
  }

  /** A new card over words of an article, beginning with what the last card left. */
  static over(articleId: string, span: Span, quote: string, last: Carried): CardDraft {
    const draft = new CardDraft(articleId, null);
    draft.start = span.start;
    draft.end = span.end;
    draft.quote = quote;
    draft.source = last.source;
    draft.event = last.event;
    draft.asOf = last.asOf;
    const fields: AssumedField[] = [];
    if (last.source) fields.push('source');
    if (last.event !== null) fields.push('event');
    if (last.asOf !== null) fields.push('asOf');
    draft.assumed = new Map(fields.map((field) => [field, 'card']));
    return draft;
  }

  /** Takes up who says it, as the words tell. What they say goes before what the last card left. */
  hear(offer: AttributionOffer): void {
    if (!offer.speaker && !offer.source) return;
    const assumed = new Map(this.assumed).set('source', 'text');
    if (!offer.source) assumed.delete('source');
    this.source = offer.source;
    this.sourceAsWritten = offer.source_as_written ?? '';
    if (offer.speaker) {
      this.speaker = offer.speaker;
      this.speakerRole = offer.speaker_role ?? '';
      assumed.set('speaker', 'text');
    }
    for (const source of offer.via) this.addVia(source);
    if (offer.via.length > 0) assumed.set('via', 'text');
    // Reported speech is what a named speaker makes of a card anyway.
    if (offer.modality !== 'indirect') this.modality = offer.modality;
    this.assumed = assumed;
  }

  /** The card of a statement that is already there. */
  static of(view: StatementView): CardDraft {
    const draft = new CardDraft(view.article_id, view.id);
    draft.start = view.start;
    draft.end = view.end;
    draft.quote = view.quote;
    draft.modality = view.modality;
    draft.speaker = view.speaker ? { id: view.speaker.id, name: view.speaker.name } : null;
    draft.speakerRole = view.speaker_role ?? '';
    draft.source = view.source ? { id: view.source.id, name: view.source.name } : null;
    draft.sourceAsWritten = view.source_as_written ?? '';
    draft.sourceQuote = view.source_quote ?? '';
    draft.via = view.via.map((link) => ({
      key: fresh(),
      source: { id: link.source.id, name: link.source.name },
      connection: link.connection,
    }));
    draft.statedAt = view.stated_at ?? '';
    draft.event = view.event?.name ?? null;
    draft.translation = view.quote_translation ?? '';
    draft.translationLang = view.translation_lang ?? '';
    draft.translatedBy = view.translated_by ?? '';
    draft.note = view.note;
    draft.tags = view.tags.join(', ');
    draft.confidential = view.confidential;
    draft.figures = view.figures.map(recorded);
    const keyOf = new Map(draft.figures.map((figure) => [figure.id, figure.key]));
    for (const figure of draft.figures) {
      if (figure.partOf && 'id' in figure.partOf) {
        const key = keyOf.get(figure.partOf.id);
        if (key !== undefined) figure.partOf = { key };
      }
    }
    return draft;
  }

  /** All that the card holds, to be set aside; `fromSaved` takes it up again. */
  toSaved(): object {
    const fields = Object.fromEntries(SAVED.map((field) => [field, $state.snapshot(this[field])]));
    return {
      articleId: this.articleId,
      statementId: this.statementId,
      asOf: this.asOf,
      origins: [...this.assumed],
      ...fields,
    };
  }

  /** A card that was set aside; nothing when it cannot be read any more. */
  static fromSaved(value: string): CardDraft | null {
    try {
      const saved = JSON.parse(value) as CardDraft & { origins?: [AssumedField, Origin][] };
      const draft = new CardDraft(saved.articleId, saved.statementId);
      for (const field of SAVED) Object.assign(draft, { [field]: saved[field] });
      draft.asOf = saved.asOf ?? null;
      draft.assumed = new Map(saved.origins ?? []);
      keepBelow(...[...draft.figures, ...draft.via].map((part) => part.key));
      return draft;
    } catch {
      return null;
    }
  }

  /** The fields whose values are from there, in the order in which they came. */
  from(origin: Origin): AssumedField[] {
    return [...this.assumed].filter(([, from]) => from === origin).map(([field]) => field);
  }

  /** A field was changed by hand: it is no longer merely assumed. */
  touch(field: AssumedField): void {
    if (!this.assumed.has(field)) return;
    const assumed = new Map(this.assumed);
    assumed.delete(field);
    this.assumed = assumed;
  }

  /** Lets go of everything that nobody filled. */
  clearAssumed(): void {
    if (this.assumed.has('speaker')) {
      this.speaker = null;
      this.speakerRole = '';
    }
    if (this.assumed.has('source')) {
      this.source = null;
      this.sourceAsWritten = '';
    }
    if (this.assumed.has('via')) this.via = [];
    if (this.from('text').length > 0) this.modality = null;
    if (this.assumed.has('event')) this.event = null;
    if (this.assumed.has('asOf')) {
      for (const figure of this.figures) if (figure.as_of === this.asOf) figure.as_of = null;
      this.asOf = null;
    }
    this.assumed = new Map();
  }

  /** The figure that was made of a number of the quote, if any. */
  figureAt(span: Span): FigureDraft | undefined {
    return this.figures.find(
      (figure) =>
        figure.start !== null && figure.end !== null && figure.start < span.end && span.start < figure.end,
    );
  }

  /** Makes a figure of a number of the quote. It stands among the others in the order of the text. */
  pick(reading: NumberReadingView): FigureDraft {
    const known = this.figureAt(reading);
    if (known) return known;
    const figure = fromReading(reading, this.asOf);
    const whole = reading.part_of === null ? undefined : this.readings[reading.part_of];
    const holds = whole && this.figureAt(whole);
    if (holds) figure.partOf = { key: holds.key };
    this.figures.push(figure);
    this.figures.sort((a, b) => (a.start ?? Infinity) - (b.start ?? Infinity));
    return this.figures.find((other) => other.key === figure.key) ?? figure;
  }

  /** The figure that others of the card could be parts of: the largest, of what two or more of the card count. */
  get total(): FigureDraft | null {
    const countable = this.figures.filter((figure) => figure.point !== null && figure.partOf === null);
    const largest = countable.reduce<FigureDraft | null>(
      (most, figure) => (most && Number(most.point) >= Number(figure.point) ? most : figure),
      null,
    );
    return largest && this.partsOf(largest).length > 0 ? largest : null;
  }

  /** The figures that could be parts of this one: the same counted, as many or fewer, and part of nothing yet. */
  private partsOf(whole: FigureDraft): FigureDraft[] {
    return this.figures.filter(
      (figure) =>
        figure.key !== whole.key &&
        figure.partOf === null &&
        figure.unit === whole.unit &&
        figure.point !== null &&
        Number(figure.point) <= Number(whole.point) &&
        (figure.measure === whole.measure || figure.measure === null),
    );
  }

  /** Makes all that could be parts of the total its parts. */
  joinTotal(): void {
    const whole = this.total;
    if (!whole) return;
    for (const figure of this.partsOf(whole)) figure.partOf = { key: whole.key };
  }

  /** Dates a figure, and with it those of the card that have no date yet: a bulletin has one. */
  date(figure: FigureDraft, asOf: string | null): void {
    figure.as_of = asOf;
    if (asOf === null) return;
    for (const other of this.figures) other.as_of ??= asOf;
  }

  /** One figure of every number of the quote. */
  split(): void {
    for (const reading of this.readings) this.pick(reading);
  }

  /** Takes a figure off the card, and what was said to be a part of it. */
  drop(key: number): void {
    this.figures = this.figures.filter((figure) => figure.key !== key);
    for (const figure of this.figures) {
      if (figure.partOf && 'key' in figure.partOf && figure.partOf.key === key) figure.partOf = null;
    }
  }

  /** Another choice of words for a figure, with what they read as. What a person set otherwise stays. */
  reread(figure: FigureDraft, span: Span, text: string, reading: NumberReadingView | undefined): void {
    figure.start = span.start;
    figure.end = span.end;
    figure.text = text;
    if (!reading) return;
    figure.qualifier = reading.qualifier;
    figure.point = reading.point;
    figure.low = reading.low;
    figure.high = reading.high;
    figure.vague = reading.vague;
    figure.unit = reading.unit;
  }

  /** Lengthens the chain. Who is in it already passes things on once. */
  addVia(source: Party, connection: string | null = null): void {
    this.touch('via');
    if (this.via.some((link) => link.source.name === source.name)) return;
    this.via.push({ key: fresh(), source, connection });
  }

  /** Moves a link of the chain one place towards the issuer (-1) or outwards (1). */
  moveVia(key: number, by: -1 | 1): void {
    this.touch('via');
    const at = this.via.findIndex((link) => link.key === key);
    const to = at + by;
    const [link, other] = [this.via[at], this.via[to]];
    if (!link || !other) return;
    this.via[at] = other;
    this.via[to] = link;
  }

  dropVia(key: number): void {
    this.touch('via');
    this.via = this.via.filter((link) => link.key !== key);
  }

  /** What the next card is to begin with. */
  carry(): Carried {
    const dated = this.figures.findLast((figure) => figure.as_of !== null);
    return {
      source: this.source ? { ...this.source } : null,
      event: this.event,
      asOf: dated?.as_of ?? this.asOf,
    };
  }

  /** The statement as the core takes it. */
  toInput(): StatementInput {
    const place = new Map(this.figures.map((figure, index) => [figure.key, index]));
    return {
      article_id: this.articleId,
      start: this.start,
      end: this.end,
      modality: this.modality,
      speaker: this.speaker && { ...this.speaker },
      speaker_role: this.speaker ? empty(this.speakerRole) : null,
      source: this.source && { ...this.source },
      source_as_written: empty(this.sourceAsWritten),
      source_quote: empty(this.sourceQuote),
      via: this.via.map((link) => ({
        source: { ...link.source },
        ...(link.connection === null ? {} : { connection: link.connection }),
      })),
      stated_at: empty(this.statedAt),
      event: this.event,
      quote_translation: empty(this.translation),
      translation_lang: empty(this.translationLang),
      translated_by: empty(this.translatedBy),
      note: this.note.trim(),
      tags: this.tags
        .split(/[,;]/)
        .map((tag) => tag.trim())
        .filter((tag) => tag !== ''),
      confidential: this.confidential,
      figures: this.figures.map((figure) => figureInput(figure, place)),
    };
  }
}
