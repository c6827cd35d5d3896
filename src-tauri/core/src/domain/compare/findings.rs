//! Collects findings while the rules are asked, and puts them in order.

use onrecord_reading::{Amount, BoundRule, Bounds, bound_rules};

use super::board::{Axis, Finding, FindingKind, Utterer};
use super::input::Input;
use super::table::{Fig, Rank, Table};
use super::values::{OPEN_HIGH, OPEN_LOW, Value};

/// A finding that speaks of figures by rank.
#[derive(Clone, Debug)]
struct Draft {
    kind: FindingKind,
    ranks: Vec<Rank>,
    axes: Vec<Axis>,
    numbers: Option<(Amount, Amount)>,
    rests_on: Vec<BoundRule>,
    uttered_by: Option<Utterer>,
}

/// One end of a figure's bounds that a finding rests on.
#[derive(Clone, Copy, Debug)]
pub(super) enum End<'f> {
    Low(&'f Fig),
    High(&'f Fig),
}

/// The findings so far.
pub(super) struct Findings<'t> {
    table: &'t Table<'t>,
    drafts: Vec<Draft>,
}

impl<'t> Findings<'t> {
    pub(super) fn of(table: &'t Table<'t>) -> Findings<'t> {
        Findings {
            table,
            drafts: Vec::new(),
        }
    }

    /// A finding that compares no numbers.
    pub(super) fn add<'f>(&mut self, kind: FindingKind, figs: impl IntoIterator<Item = &'f Fig>) {
        self.push(kind, figs, None, &[]);
    }

    /// A finding that rests on two numbers, the first above the second.
    pub(super) fn add_compared<'f>(
        &mut self,
        kind: FindingKind,
        figs: impl IntoIterator<Item = &'f Fig>,
        numbers: Option<(Amount, Amount)>,
        ends: &[End<'_>],
    ) {
        self.push(kind, figs, numbers, ends);
    }

    /// Figures that do not overlap, with the greatest low and the least high among them.
    pub(super) fn add_apart(&mut self, kind: FindingKind, figs: &[&Fig]) {
        let greatest_low = figs.iter().map(|fig| fig.low).max().unwrap_or(OPEN_LOW);
        let least_high = figs.iter().map(|fig| fig.high).min().unwrap_or(OPEN_HIGH);
        let mut ends = Vec::new();
        for fig in figs {
            if fig.low > least_high {
                ends.push(End::Low(fig));
            }
            if fig.high < greatest_low {
                ends.push(End::High(fig));
            }
        }
        let numbers = self.numbers(greatest_low, least_high);
        self.push(kind, figs.iter().copied(), numbers, &ends);
    }

    /// Figures that do not count the same; in order.
    pub(super) fn add_scope_differs<'f>(
        &mut self,
        figs: impl IntoIterator<Item = &'f Fig>,
        axes: &[Axis],
        numbers: Option<(Amount, Amount)>,
        ends: &[End<'_>],
    ) {
        self.push(FindingKind::ScopeDiffers, figs, numbers, ends);
        if let Some(draft) = self.drafts.last_mut() {
            draft.ranks.sort_unstable();
            draft.ranks.dedup();
            draft.axes = axes.to_vec();
            draft.axes.sort_unstable();
            draft.axes.dedup();
        }
    }

    /// A figure and the denial or retraction that concerns it.
    pub(super) fn add_denial(&mut self, kind: FindingKind, figure: &Fig, denial: &Fig) {
        self.push(kind, [figure, denial], None, &[]);
        let column = Input::row(&self.table.columns, denial.column).copied();
        if let Some(draft) = self.drafts.last_mut() {
            draft.uttered_by = column.map(|column| Utterer {
                column,
                is_issuer: denial.column == figure.column,
            });
        }
    }

    /// The numbers behind two values, if both are stated.
    pub(super) fn numbers(&self, above: Value, below: Value) -> Option<(Amount, Amount)> {
        self.table
            .values
            .amount(above)
            .zip(self.table.values.amount(below))
    }

    /// The findings in order: kind, then the first row that one of their figures stands in, then their figures.
    pub(super) fn finish(self) -> Vec<Finding> {
        let table = self.table;
        let first_row = |draft: &Draft| {
            draft
                .ranks
                .iter()
                .filter_map(|&rank| table.fig(rank)?.row)
                .min()
                .unwrap_or(u32::MAX)
        };
        let mut drafts: Vec<(u32, Draft)> = self
            .drafts
            .into_iter()
            .map(|draft| (first_row(&draft), draft))
            .collect();
        drafts.sort_by(|(a_row, a), (b_row, b)| {
            (a.kind, a_row, &a.ranks).cmp(&(b.kind, b_row, &b.ranks))
        });
        drafts.dedup_by(|(_, a), (_, b)| (a.kind, &a.ranks) == (b.kind, &b.ranks));
        let figures = |ranks: &[Rank]| {
            ranks
                .iter()
                .filter_map(|&rank| Some(table.fig(rank)?.at))
                .collect()
        };
        let event = |ranks: &[Rank]| table.key(table.fig(*ranks.first()?)?)?.event;
        drafts
            .into_iter()
            .map(|(row, draft)| Finding {
                kind: draft.kind,
                event: event(&draft.ranks),
                figures: figures(&draft.ranks),
                axes: draft.axes,
                row: usize::try_from(row).unwrap_or(usize::MAX),
                numbers: draft.numbers,
                rests_on: draft.rests_on,
                uttered_by: draft.uttered_by,
            })
            .collect()
    }

    fn push<'f>(
        &mut self,
        kind: FindingKind,
        figs: impl IntoIterator<Item = &'f Fig>,
        numbers: Option<(Amount, Amount)>,
        ends: &[End<'_>],
    ) {
        let mut rests_on = Vec::new();
        for rule in ends.iter().filter_map(|&end| self.rule(end)) {
            if !rests_on.contains(&rule) {
                rests_on.push(rule);
            }
        }
        rests_on.sort_unstable_by_key(|rule| *rule as u8);
        self.drafts.push(Draft {
            kind,
            ranks: figs.into_iter().map(|fig| fig.rank).collect(),
            axes: Vec::new(),
            numbers,
            rests_on,
            uttered_by: None,
        });
    }

    /// The convention that an end of a figure's bounds rests on, where no text states it.
    fn rule(&self, end: End<'_>) -> Option<BoundRule> {
        let (End::Low(fig) | End::High(fig)) = end;
        let figure = self.table.figure(fig)?;
        let unit = Input::row(&self.table.input.units, figure.unit)?;
        let counts = unit.split(':').next() == Some("count");
        let stated = Bounds {
            low: figure.low,
            high: figure.high,
        };
        let rules = bound_rules(figure.qualifier, figure.point, figure.vague, counts, stated);
        match end {
            End::Low(_) => rules.low,
            End::High(_) => rules.high,
        }
    }
}
