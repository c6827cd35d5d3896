//! Figures side by side: which can be compared, which agree, and what a reader should know.
//!
//! A pure function of its [`Input`], whose order never matters. Nothing is averaged, nothing is called true. Figures
//! are put in order and their rows, issuers and classes worked out once ([`table`]); then their standing is decided
//! ([`standing`]); then each row is judged ([`verdict`], [`origins`]), and rows that lie inside each other ([`parts`]).
//! All of it is near-linear in the figures of a row and in the pairs of rows that lie inside each other.

mod board;
mod class;
mod denials;
mod exclusive;
mod extremes;
mod findings;
mod fold;
mod hash;
mod input;
mod nesting;
mod origins;
mod parts;
mod relays;
mod revisions;
mod rows;
mod scope;
mod standing;
mod sums;
mod table;
mod units;
mod values;
mod verdict;

pub use board::{
    Axis, Board, Cell, Column, Finding, FindingKind, Gap, Placed, Row, Utterer, Verdict,
};
pub use input::{Event, Figure, Input, Link, Place, Relation, Source};

use findings::Findings;
use origins::Origins;
use standing::States;
use table::{Fig, RowKey, Table};
use verdict::{Judged, Scattered};

use crate::domain::date::Date;
use crate::domain::vocabulary::Standing;

/// Compares figures: those that are not later than `as_of`, or all.
pub fn compare(input: &Input, as_of: Option<&Date>) -> Board {
    let table = Table::of(input, as_of.map(Date::span));
    let mut findings = Findings::of(&table);
    let states = States::of(&table, &mut findings);
    let mut placed: Vec<Vec<&Fig>> = vec![Vec::new(); table.rows.len()];
    for fig in &table.figs {
        if let Some(row) = fig
            .row
            .and_then(|row| placed.get_mut(usize::try_from(row).ok()?))
        {
            row.push(fig);
        }
    }
    let mut current: Vec<Vec<&Fig>> = placed.clone();
    for figs in &mut current {
        figs.retain(|fig| states.counts(fig));
    }
    let origins = Origins::of(&table, &states);
    let mut scattered: Vec<Scattered<'_>> = Vec::with_capacity(current.len());
    let mut judged: Vec<(Judged, u32)> = Vec::with_capacity(current.len());
    for ((number, row), figs) in (0..).zip(&table.rows).zip(&current) {
        let mut of_row = Scattered::default();
        let verdict = verdict::judge(&table, figs, row.key.counting, &mut of_row, &mut findings);
        judged.push((verdict, origins.count(number, figs, &mut findings)));
        scattered.push(of_row);
    }
    parts::find(&table, &states, &current, &mut scattered, &mut findings);
    for of_row in scattered.iter().filter(|of_row| !of_row.figs.is_empty()) {
        findings.add_scope_differs(of_row.figs.iter().copied(), &of_row.axes, None, &[]);
    }
    relays::find(&table, &states, &mut findings);
    units::find(&table, &current, &mut findings);
    let rows = table.rows.iter().zip(&placed).zip(judged);
    Board {
        rows: rows
            .map(|((row, figs), judged)| board_row(&table, &states, row, figs, judged))
            .collect(),
        findings: findings.finish(),
    }
}

/// The standing of every figure, in the order of the input.
///
/// A figure's standing depends on the other figures of its event, issuer and measure, and on the figures that relations
/// and `part_of` name together with it: whoever asks for some figures only must give these too, and for each of
/// them, again, those of its event, issuer and measure.
pub fn standings(input: &Input) -> Vec<Standing> {
    let table = Table::of(input, None);
    let mut findings = Findings::of(&table);
    let states = States::of(&table, &mut findings);
    let mut standings = vec![Standing::Current; input.figures.len()];
    for fig in &table.figs {
        if let Some(slot) = usize::try_from(fig.at)
            .ok()
            .and_then(|at| standings.get_mut(at))
        {
            *slot = states.standing(fig.rank);
        }
    }
    standings
}

fn board_row(
    table: &Table<'_>,
    states: &States,
    row: &RowKey,
    figs: &[&Fig],
    judged: (Judged, u32),
) -> Row {
    let (judged, independent_origins) = judged;
    let key = &row.key;
    Row {
        event: key.event,
        measure: key.measure,
        severity: key.severity,
        unit: key.unit,
        group: key.group,
        place: key.place,
        period: period_text(table, row, figs),
        counting: key.counting,
        cells: cells(table, states, figs),
        verdict: judged.verdict,
        lowest: judged.lowest,
        highest: judged.highest,
        open_below: judged.open_below,
        open_above: judged.open_above,
        gap: judged.gap,
        independent_origins,
    }
}

/// The period of a row in the shortest words that one of its figures has for it.
fn period_text(table: &Table<'_>, row: &RowKey, figs: &[&Fig]) -> Option<String> {
    let mut texts: Vec<String> = Vec::new();
    let mut seen = None;
    for fig in figs {
        let Some(figure) = table.figure(fig) else {
            continue;
        };
        let dates = (
            figure.period_start,
            figure.period_end,
            figure.as_of,
            figure.stated_at,
            figure.published_at,
        );
        if seen.replace(dates) != Some(dates) {
            texts.extend(
                table
                    .scopes
                    .period(figure, row.key.counting)
                    .map(|period| period.text()),
            );
        }
    }
    texts
        .into_iter()
        .min_by(|a, b| (a.len(), a).cmp(&(b.len(), b)))
}

fn cells(table: &Table<'_>, states: &States, figs: &[&Fig]) -> Vec<Cell> {
    let mut by_column = figs.to_vec();
    by_column.sort_by_key(|fig| (fig.column, fig.rank));
    let mut cells: Vec<_> = by_column
        .chunk_by(|a, b| a.column == b.column)
        .filter_map(|figs| {
            let first = figs.first()?;
            let (column, kind, name) = table.column(first.column)?;
            let figures = figs.iter().map(|fig| placed(table, states, fig)).collect();
            Some((
                (kind, name, column.is_unattributed(), first.rank),
                Cell {
                    column,
                    kind,
                    figures,
                },
            ))
        })
        .collect();
    cells.sort_by_key(|(order, _)| *order);
    cells.into_iter().map(|(_, cell)| cell).collect()
}

fn placed(table: &Table<'_>, states: &States, fig: &Fig) -> Placed {
    let under = states.under(fig.rank).and_then(|under| table.fig(under));
    Placed {
        figure: fig.at,
        time: table
            .figure(fig)
            .and_then(|figure| table.input.time_of(figure)),
        standing: states.standing(fig.rank),
        under: under.map(|under| under.at),
    }
}
