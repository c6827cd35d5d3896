//! Figures of one issuer that say the same: the narrowest is shown, the others are folded under it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use onrecord_reading::Amount;

use super::board::FindingKind;
use super::extremes::LeastOf;
use super::findings::Findings;
use super::standing::{Recorded, States};
use super::table::{Fig, Rank, Table};
use super::values::{OPEN_HIGH, OPEN_LOW, Value};
use crate::domain::vocabulary::Standing;

/// Folds the figures of a series, given in order: among those of equal standing of which neither is later, taken from
/// the narrowest on, each under the narrowest shown one whose bounds it overlaps; what repeats another under that one.
/// Current ones that are shown, of one time, and do not overlap were reported differently.
pub(super) fn apply(
    table: &Table<'_>,
    members: &[&Fig],
    recorded: &Recorded,
    states: &mut States,
    findings: &mut Findings<'_>,
) {
    for &standing in Standing::ALL {
        let alike = |fig: &&&Fig| {
            states.standing(fig.rank) == standing && recorded.repeated_by(fig.rank).is_none()
        };
        let equals: Vec<&Fig> = members.iter().filter(alike).copied().collect();
        for together in simultaneous(&equals) {
            for (rank, under) in folded(table, together) {
                states.fold(rank, under);
            }
        }
        if standing == Standing::Current {
            let shown: Vec<&Fig> = equals
                .into_iter()
                .filter(|fig| states.under(fig.rank).is_none())
                .collect();
            let apart: Vec<&Fig> = simultaneous(&shown)
                .filter(|group| group.len() > 1)
                .flatten()
                .copied()
                .collect();
            if !apart.is_empty() {
                findings.add_apart(FindingKind::ReportedDifferently, &apart);
            }
        }
    }
    for fig in members {
        if let Some(shown) = repeated(fig.rank, recorded, states) {
            states.fold(fig.rank, shown);
        }
    }
}

/// What is shown for the figure that one repeats. A circle of repeats folds nothing.
fn repeated(rank: Rank, recorded: &Recorded, states: &States) -> Option<Rank> {
    let mut at = recorded.repeated_by(rank)?;
    let mut steps = 0;
    while let Some(next) = recorded.repeated_by(at) {
        steps += 1;
        if at == rank || steps > recorded.repeats_recorded() {
            return None;
        }
        at = next;
    }
    Some(states.shown(at))
}

/// Splits figures, given in order, wherever all that follow are later than all before. Within a part none is later
/// than another, unless a month or a figure without time holds several days together.
fn simultaneous<'a, 'f>(figs: &'a [&'f Fig]) -> impl Iterator<Item = &'a [&'f Fig]> {
    let mut rest = figs;
    std::iter::from_fn(move || {
        let mut end = rest.first()?.span.end;
        let holds_all = rest.last().is_some_and(|fig| fig.timeless);
        let mut count = rest.len();
        if !holds_all {
            for (index, fig) in rest.iter().enumerate() {
                if fig.span.begin > end {
                    count = index;
                    break;
                }
                end = end.max(fig.span.end);
            }
        }
        let (together, after) = rest.split_at(count);
        rest = after;
        Some(together)
    })
}

/// Who is folded under whom.
fn folded(table: &Table<'_>, figs: &[&Fig]) -> Vec<(Rank, Rank)> {
    if figs.len() < 2 {
        return Vec::new();
    }
    let mut narrowest_first = figs.to_vec();
    narrowest_first.sort_by_cached_key(|fig| narrowness(table, fig));
    let last_begin = figs.iter().map(|fig| fig.span.begin).max();
    let first_end = figs.iter().map(|fig| fig.span.end).min();
    if last_begin <= first_end {
        folded_at_once(&narrowest_first)
    } else {
        folded_in_time(&narrowest_first)
    }
}

/// Fewest open ends, least high − low, greatest low, least high, first in order.
fn narrowness(table: &Table<'_>, fig: &Fig) -> (u8, Option<Amount>, Reverse<Value>, Value, Rank) {
    let open_ends = u8::from(fig.low == OPEN_LOW) + u8::from(fig.high == OPEN_HIGH);
    let width = table
        .values
        .amount(fig.high)
        .zip(table.values.amount(fig.low));
    (
        open_ends,
        width.and_then(|(high, low)| high.checked_sub(low)),
        Reverse(fig.low),
        fig.high,
        fig.rank,
    )
}

/// Of figures none of which is later than another. Those shown do not overlap each other, so that those which a figure
/// overlaps follow each other when sorted by their lows.
fn folded_at_once(narrowest_first: &[&Fig]) -> Vec<(Rank, Rank)> {
    let mut lows: Vec<Value> = narrowest_first.iter().map(|fig| fig.low).collect();
    lows.sort_unstable();
    lows.dedup();
    let mut shown: BTreeMap<Value, (&Fig, usize)> = BTreeMap::new();
    let mut narrowest = LeastOf::with_len(lows.len());
    let mut folded = Vec::new();
    for (index, fig) in narrowest_first.iter().enumerate() {
        let from = lows.partition_point(|&low| low < fig.low);
        let to = lows.partition_point(|&low| low <= fig.high);
        let beginning_inside = narrowest
            .least(from, to)
            .and_then(|least| usize::try_from(least).ok());
        let reaching_in = shown
            .range(..fig.low)
            .next_back()
            .filter(|(_, (other, _))| !other.is_below(fig));
        let reaching_in = reaching_in.map(|(_, &(_, index))| index);
        let under = beginning_inside.into_iter().chain(reaching_in).min();
        if let Some(under) = under.and_then(|under| narrowest_first.get(under)) {
            folded.push((fig.rank, under.rank));
        } else {
            shown.insert(fig.low, (fig, index));
            narrowest.lower(from, u64::try_from(index).unwrap_or(u64::MAX));
        }
    }
    folded
}

/// Of figures some of which are later than others: only those of which neither is later fold.
fn folded_in_time(narrowest_first: &[&Fig]) -> Vec<(Rank, Rank)> {
    let mut shown: Vec<&Fig> = Vec::new();
    let mut folded = Vec::new();
    for fig in narrowest_first {
        let overlaps = |other: &&&Fig| {
            !other.is_later_than(fig)
                && !fig.is_later_than(other)
                && !other.is_below(fig)
                && !fig.is_below(other)
        };
        match shown.iter().find(overlaps) {
            Some(under) => folded.push((fig.rank, under.rank)),
            None => shown.push(fig),
        }
    }
    folded
}
