import type { FigureInput, FigureView, NumberReadingView, RelationTo } from '../ipc';

let keys = 0;
/** A key that no part of a card has yet. */
export const fresh = () => ++keys;
/** Keys that are taken already, by a card that was set aside. */
export function keepBelow(...taken: number[]): void {
  keys = Math.max(keys, ...taken);
}

/** A figure while its card is open. */
export type FigureDraft = Omit<FigureInput, 'part_of' | 'relations'> & {
  key: number;
  /** The words picked, as the article has them. */
  text: string;
  /** The key of another figure of the card, or the id of a figure elsewhere. */
  partOf: { key: number } | { id: string } | null;
  /** All that it does to figures elsewhere. */
  relations: RelationTo[];
};

/** A figure as the core takes it; `place` is where the figures of its card stand, by their keys. */
export function figureInput(figure: FigureDraft, place: Map<number, number>): FigureInput {
  const { key: _key, text: _text, partOf, relations, ...input } = figure;
  const index = partOf && 'key' in partOf ? place.get(partOf.key) : undefined;
  const part_of =
    partOf === null ? null : 'id' in partOf ? partOf.id : index === undefined ? null : `#${index}`;
  return {
    ...input,
    includes: [...input.includes],
    excludes: [...input.excludes],
    part_of,
    relations: relations.map((relation) => ({ ...relation })),
  };
}

/** The figures elsewhere that figures of a card point to. */
export function pointed(figures: FigureDraft[]): string[] {
  return figures.flatMap(({ partOf, relations }) => [
    ...(partOf && 'id' in partOf ? [partOf.id] : []),
    ...relations.map((relation) => relation.to),
  ]);
}

/** A figure that is there, as its card has it. */
export function recorded(view: FigureView): FigureDraft {
  return {
    key: fresh(),
    id: view.id,
    start: view.start,
    end: view.end,
    text: view.figure_text ?? '',
    qualifier: view.qualifier,
    point: view.point,
    low: view.low,
    high: view.high,
    vague: view.vague,
    unit: view.unit,
    measure: view.measure,
    severity: view.severity,
    group: view.group,
    includes: [...view.includes],
    excludes: [...view.excludes],
    place: view.place,
    period_start: view.period_start,
    period_end: view.period_end,
    as_of: view.as_of,
    counting: view.counting,
    basis: view.basis,
    stance: view.stance,
    doubtful: view.doubtful,
    partOf: view.part_of === null ? null : { id: view.part_of },
    relations: view.relations.map(({ kind, to }) => ({ kind, to })),
  };
}

/** A number of the quote as a figure. */
export function fromReading(reading: NumberReadingView, asOf: string | null): FigureDraft {
  return {
    key: fresh(),
    id: null,
    start: reading.start,
    end: reading.end,
    text: reading.text,
    qualifier: reading.qualifier,
    point: reading.point,
    low: reading.low,
    high: reading.high,
    vague: reading.vague,
    unit: reading.unit,
    measure: reading.measure,
    severity: reading.severity,
    group: reading.group,
    includes: [],
    excludes: [],
    place: reading.place,
    period_start: null,
    period_end: null,
    as_of: asOf,
    counting: reading.counting,
    basis: reading.basis,
    stance: reading.stance,
    doubtful: false,
    partOf: null,
    relations: [],
  };
}
