//! The figures of a comparison in order, with all that the rules ask of them worked out once.

use super::board::Column;
use super::class::Classes;
use super::hash::NumberMap;
use super::input::{Figure, Input};
use super::rows;
use super::scope::{ALL_TIME, Key, Scopes, firsts};
use super::values::{Value, Values};
use crate::domain::date::Span;
use crate::domain::names::fold_name;
use crate::domain::vocabulary::{RelationKind, Stance, WordId};

/// A figure's place in order: time, then id, those without time last.
pub(super) type Rank = u32;

/// What the rules ask of a figure.
#[derive(Clone, Debug)]
pub(super) struct Fig {
    pub(super) rank: Rank,
    /// Its index in the input.
    pub(super) at: u32,
    /// Its time; all of time where it has none, so that nothing is later or earlier.
    pub(super) span: Span,
    pub(super) timeless: bool,
    pub(super) stance: Stance,
    /// Number of its column, in [`Table::columns`].
    pub(super) column: u32,
    /// Its issuer: figures of one issuer have the same number.
    pub(super) issuer: u32,
    /// A source stands behind it.
    pub(super) attributed: bool,
    /// Its source is a witness, relative, unnamed official or social post.
    pub(super) individual: bool,
    /// Its row, in the order of the board; nothing for what stands in no cell.
    pub(super) row: Option<u32>,
    /// Number of its class.
    pub(super) class: u32,
    pub(super) point: Value,
    pub(super) low: Value,
    pub(super) high: Value,
    /// The figure that it is said to be a part of and is compared with as such.
    pub(super) whole: Option<Rank>,
}

impl Fig {
    pub(super) fn asserts(&self) -> bool {
        self.stance == Stance::Asserts
    }

    pub(super) fn denies_or_retracts(&self) -> bool {
        matches!(self.stance, Stance::Denies | Stance::Retracts)
    }

    pub(super) fn is_later_than(&self, other: &Fig) -> bool {
        self.span.is_later_than(other.span)
    }

    /// One is later than the other and they are not of the same day.
    pub(super) fn is_of_another_day_than(&self, other: &Fig) -> bool {
        self.span.first_day() > other.span.last_day()
            || other.span.first_day() > self.span.last_day()
    }

    /// Whether all of its bounds lie below those of another.
    pub(super) fn is_below(&self, other: &Fig) -> bool {
        self.high < other.low
    }

    pub(super) fn same_bounds(&self, other: &Fig) -> bool {
        self.low == other.low && self.high == other.high
    }
}

/// A row of the board to be.
#[derive(Clone, Debug)]
pub(super) struct RowKey {
    pub(super) key: Key,
    /// Its one figure is compared with no other row's, but for what `part_of` says.
    pub(super) alone: bool,
}

/// All figures of a comparison, in order.
pub(super) struct Table<'a> {
    pub(super) input: &'a Input,
    pub(super) scopes: Scopes<'a>,
    pub(super) figs: Vec<Fig>,
    pub(super) values: Values,
    pub(super) columns: Vec<Column>,
    pub(super) classes: Classes,
    pub(super) rows: Vec<RowKey>,
    /// Relations between figures that are there: kind, from, to.
    pub(super) relations: Vec<(RelationKind, Rank, Rank)>,
}

/// Issuers from here on are single figures; below are columns.
const SINGLE_FIGURES: u32 = 1 << 31;

impl<'a> Table<'a> {
    /// The figures that are not later than `as_of`, or all.
    pub(super) fn of(input: &'a Input, as_of: Option<Span>) -> Table<'a> {
        let scopes = Scopes::of(input);
        let values = Values::of(&input.figures);
        let order = order(input, as_of);
        let mut ranks: Vec<Option<Rank>> = vec![None; input.figures.len()];
        for (rank, &(.., at)) in (0..).zip(&order) {
            if let Some(slot) = usize::try_from(at).ok().and_then(|at| ranks.get_mut(at)) {
                *slot = Some(rank);
            }
        }
        let rank_of = |figure: u32| Input::row(&ranks, figure).copied().flatten();
        let ordered: Vec<&Figure> = order
            .iter()
            .filter_map(|&(.., at)| Input::row(&input.figures, at))
            .collect();
        let keys: Vec<Key> = ordered.iter().map(|figure| scopes.key(figure)).collect();
        let mut interned = Interned::of(input);
        let figs =
            order
                .iter()
                .zip(&ordered)
                .zip(0..)
                .map(|((&(timeless, _, _, at), figure), rank)| {
                    let column = interned.column(input, figure);
                    let individual = is_individual(input, figure);
                    let date = input
                        .time_of(figure)
                        .and_then(|time| Input::row(&input.dates, time));
                    let numbers = values.place(figure);
                    Fig {
                        rank,
                        at,
                        span: date.map_or(ALL_TIME, |date| date.span()),
                        timeless,
                        stance: figure.stance,
                        column,
                        issuer: if individual {
                            SINGLE_FIGURES | rank
                        } else {
                            column
                        },
                        attributed: figure
                            .source
                            .is_some_and(|source| Input::row(&input.sources, source).is_some()),
                        individual,
                        row: None,
                        class: interned.class(input, figure),
                        point: numbers.point,
                        low: numbers.low,
                        high: numbers.high,
                        whole: figure.part_of.and_then(rank_of),
                    }
                });
        let mut figs: Vec<Fig> = figs.collect();
        let rows = rows::assign(&scopes, &mut figs, &keys);
        let relations = input
            .relations
            .iter()
            .filter_map(|relation| {
                Some((
                    relation.kind,
                    rank_of(relation.from)?,
                    rank_of(relation.to)?,
                ))
            })
            .filter(|(_, from, to)| from != to)
            .collect();
        Table {
            input,
            scopes,
            figs,
            values,
            columns: interned.columns,
            classes: interned.classes,
            rows,
            relations,
        }
    }

    /// The figure of that rank.
    pub(super) fn fig(&self, rank: Rank) -> Option<&Fig> {
        Input::row(&self.figs, rank)
    }

    /// The figure as it was given.
    pub(super) fn figure(&self, fig: &Fig) -> Option<&'a Figure> {
        Input::row(&self.input.figures, fig.at)
    }

    /// A column with its kind and name. A speaker is of kind `other`, an outlet of kind `media`.
    pub(super) fn column(&self, column: u32) -> Option<(Column, WordId, &'a str)> {
        let column = *Input::row(&self.columns, column)?;
        let kinds = &self.input.words.source_kinds;
        let named = |word: &str| kinds.find(word).unwrap_or(WordId::MAX);
        let text =
            |texts: &'a [String], index: u32| Input::row(texts, index).map_or("", String::as_str);
        Some(match column {
            Column::Source(source) => {
                let source = Input::row(&self.input.sources, source)?;
                (column, source.kind, source.name.as_str())
            }
            Column::Speaker(speaker) => {
                (column, named("other"), text(&self.input.speakers, speaker))
            }
            Column::Outlet(outlet) => (column, named("media"), text(&self.input.outlets, outlet)),
            Column::Unknown => (column, named("media"), ""),
        })
    }

    /// The row of that index.
    pub(super) fn row(&self, row: u32) -> Option<&RowKey> {
        Input::row(&self.rows, row)
    }

    /// The scope of a figure that stands in a row.
    pub(super) fn key(&self, fig: &Fig) -> Option<&Key> {
        self.row(fig.row?).map(|row| &row.key)
    }
}

/// Whether there is no time, when it begins, the id, the index in the input: in order.
fn order(input: &Input, as_of: Option<Span>) -> Vec<(bool, i64, uuid::Uuid, u32)> {
    let mut order: Vec<_> = (0..)
        .zip(&input.figures)
        .filter_map(|(at, figure)| {
            let date = input
                .time_of(figure)
                .and_then(|time| Input::row(&input.dates, time));
            let left_out = date
                .zip(as_of)
                .is_some_and(|(date, as_of)| date.span().is_later_than(as_of));
            (!left_out).then(|| {
                (
                    date.is_none(),
                    date.map_or(0, |date| date.begin()),
                    figure.id,
                    at,
                )
            })
        })
        .collect();
    order.sort_unstable();
    order
}

fn is_individual(input: &Input, figure: &Figure) -> bool {
    let source = figure
        .source
        .and_then(|source| Input::row(&input.sources, source));
    source.is_some_and(|source| input.words.is_individual(source.kind))
}

/// Columns and classes, numbered as they are met.
struct Interned {
    columns: Vec<Column>,
    column_numbers: NumberMap<Column, u32>,
    outlets: Vec<u32>,
    classes: Classes,
    terms: Vec<u32>,
}

impl Interned {
    fn of(input: &Input) -> Interned {
        let folded: Vec<String> = input.terms.iter().map(|term| fold_name(term)).collect();
        Interned {
            columns: Vec::new(),
            column_numbers: NumberMap::default(),
            outlets: firsts(&input.outlets),
            classes: Classes::default(),
            terms: firsts(&folded),
        }
    }

    fn column(&mut self, input: &Input, figure: &Figure) -> u32 {
        let source = figure
            .source
            .filter(|&source| Input::row(&input.sources, source).is_some());
        let speaker = figure
            .speaker
            .filter(|&speaker| Input::row(&input.speakers, speaker).is_some());
        let outlet = figure
            .outlet
            .and_then(|outlet| Input::row(&self.outlets, outlet).copied());
        let column = source
            .map(Column::Source)
            .or(speaker.map(Column::Speaker))
            .or(outlet.map(Column::Outlet))
            .unwrap_or(Column::Unknown);
        let next = u32::try_from(self.columns.len()).unwrap_or(u32::MAX);
        let number = *self.column_numbers.entry(column).or_insert(next);
        if number == next {
            self.columns.push(column);
        }
        number
    }

    fn class(&mut self, input: &Input, figure: &Figure) -> u32 {
        let excludes = Input::rows(&input.excluded, &figure.excludes);
        let excludes = excludes
            .iter()
            .filter_map(|&term| Input::row(&self.terms, term).copied())
            .collect();
        self.classes.number(
            excludes,
            figure.basis.filter(|&basis| input.words.is_partial(basis)),
        )
    }
}
