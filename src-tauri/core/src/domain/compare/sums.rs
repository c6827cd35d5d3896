//! Parts of one whole that together exceed it.

use rust_decimal::Decimal;

use super::board::FindingKind;
use super::exclusive::{self, Item};
use super::findings::{End, Findings};
use super::nesting::only_difference;
use super::scope::ScopeAxis;
use super::table::{Fig, Rank, Table};
use super::values::{OPEN_HIGH, OPEN_LOW};
use crate::domain::vocabulary::Counting;
use onrecord_reading::Amount;

/// Finds, for each axis and issuer, two or more parts of a row that exclude each other and whose lows sum above the
/// row's figure with the least high or its latest one, whichever they exceed by more.
///
/// `wholes` are the row's figures with a high, in order; `parts` the figures of every row that differs from it on one
/// axis; `standing` whether they count a moment.
pub(super) fn of_row<'c>(
    table: &Table<'_>,
    wholes: &[&'c Fig],
    parts: impl Iterator<Item = (ScopeAxis, &'c [&'c Fig])>,
    standing: bool,
    findings: &mut Findings<'_>,
) {
    let least = wholes.iter().min_by_key(|fig| (fig.high, fig.rank));
    let latest = wholes
        .last()
        .filter(|latest| least.is_some_and(|least| least.rank != latest.rank));
    let mut parts: Vec<(ScopeAxis, &Fig)> = parts
        .flat_map(|(axis, figs)| figs.iter().map(move |&fig| (axis, fig)))
        .filter(|(_, fig)| fig.low != OPEN_LOW)
        .collect();
    parts.sort_unstable_by_key(|(axis, fig)| (*axis, fig.issuer, fig.rank));
    for of_issuer in
        parts.chunk_by(|(a_axis, a), (b_axis, b)| a_axis == b_axis && a.issuer == b.issuer)
    {
        let Some(&(axis, first)) = of_issuer.first() else {
            continue;
        };
        if of_issuer.iter().all(|(_, fig)| fig.row == first.row) {
            continue;
        }
        let sum = |whole: &&'c Fig| {
            let may_be = |fig: &&Fig| {
                !fig.is_later_than(whole)
                    && table.classes.can_be_part_of(fig.class, whole.class)
                    && !(standing && fig.is_of_another_day_than(whole))
            };
            let parts: Vec<&Fig> = of_issuer
                .iter()
                .map(|&(_, fig)| fig)
                .filter(may_be)
                .collect();
            Sum::above(table, axis, whole, &parts)
        };
        let sums = least.into_iter().chain(latest).filter_map(sum);
        // At a tie of excess the first whole in order.
        if let Some(sum) =
            sums.max_by(|a, b| (a.excess, b.whole.rank).cmp(&(b.excess, a.whole.rank)))
        {
            sum.find(table, findings);
        }
    }
}

/// Finds, for each axis, figures that were recorded as parts of one whole, differ from it on that axis alone, exclude
/// each other, and whose lows sum above its high. `parts` are of the whole's unit.
pub(super) fn of_explicit(
    table: &Table<'_>,
    whole: &Fig,
    parts: &[&Fig],
    findings: &mut Findings<'_>,
) {
    let Some(whole_key) = table.key(whole) else {
        return;
    };
    let on_one_axis = |fig: &&Fig| {
        let key = table.key(fig)?;
        let standing =
            key.counting == Counting::Standing && whole_key.counting == Counting::Standing;
        let fits = fig.low != OPEN_LOW
            && !fig.is_later_than(whole)
            && !(standing && fig.is_of_another_day_than(whole));
        only_difference(key, whole_key).filter(|_| fits)
    };
    for axis in [
        ScopeAxis::Group,
        ScopeAxis::Place,
        ScopeAxis::Period,
        ScopeAxis::Measure,
    ] {
        let parts: Vec<&Fig> = parts
            .iter()
            .copied()
            .filter(|fig| on_one_axis(fig) == Some(axis))
            .collect();
        if let Some(sum) = Sum::above(table, axis, whole, &parts) {
            sum.find(table, findings);
        }
    }
}

/// Parts that sum above a whole.
struct Sum<'f> {
    whole: &'f Fig,
    parts: Vec<Rank>,
    sum: Decimal,
    excess: Decimal,
}

impl<'f> Sum<'f> {
    /// Two or more that exclude each other: those with the greatest sum, then the fewest, then the first in order; if
    /// they sum above the whole.
    fn above(
        table: &Table<'_>,
        axis: ScopeAxis,
        whole: &'f Fig,
        parts: &[&Fig],
    ) -> Option<Sum<'f>> {
        let high = table
            .values
            .amount(whole.high)
            .filter(|_| whole.high != OPEN_HIGH)?
            .decimal();
        let low = |fig: &Fig| table.values.amount(fig.low).map(Amount::decimal);
        let all = parts
            .iter()
            .filter_map(|fig| low(fig))
            .filter(|low| *low > Decimal::ZERO);
        if parts.len() < 2 || all.fold(Decimal::ZERO, Decimal::saturating_add) <= high {
            return None;
        }
        let item = |fig: &&Fig| {
            let key = table.key(fig)?;
            let node = match axis {
                ScopeAxis::Group => key.group,
                ScopeAxis::Place => key.place,
                ScopeAxis::Measure => key.measure,
                ScopeAxis::Period | ScopeAxis::Severity => None,
            };
            Some(Item {
                node,
                period: key.period,
                low: low(fig)?,
                rank: fig.rank,
            })
        };
        let items: Vec<Item> = parts.iter().filter_map(item).collect();
        let words = &table.input.words;
        let event_place = table
            .key(whole)
            .and_then(|key| table.scopes.event_place(key));
        let best = match axis {
            ScopeAxis::Group => exclusive::among_words(&words.groups, &items),
            ScopeAxis::Measure => exclusive::among_words(&words.measures, &items),
            ScopeAxis::Place => exclusive::in_tree(
                |place| table.scopes.places.parent(place, event_place),
                |_| Some(0),
                &items,
            ),
            ScopeAxis::Period => exclusive::in_time(&items),
            // Severities only overlap.
            ScopeAxis::Severity => None,
        };
        let (sum, parts) = best.filter(|(sum, _)| *sum > high)?;
        Some(Sum {
            whole,
            parts,
            sum,
            excess: sum.saturating_sub(high),
        })
    }

    fn find(self, table: &Table<'_>, findings: &mut Findings<'_>) {
        let parts: Vec<&Fig> = self
            .parts
            .iter()
            .filter_map(|&rank| table.fig(rank))
            .collect();
        let ends: Vec<End<'_>> = parts
            .iter()
            .map(|fig| End::Low(fig))
            .chain([End::High(self.whole)])
            .collect();
        let sum = Amount::from_parts(self.sum.mantissa(), self.sum.scale()).ok();
        let figs = [self.whole].into_iter().chain(parts.iter().copied());
        findings.add_compared(
            FindingKind::PartsExceedWhole,
            figs,
            sum.zip(table.values.amount(self.whole.high)),
            &ends,
        );
    }
}
