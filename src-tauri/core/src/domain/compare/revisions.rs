//! Which figure took the place of which, and whether the number went up or down.

use super::board::FindingKind;
use super::extremes::Running;
use super::findings::{End, Findings};
use super::hash::NumberSet;
use super::standing::{Recorded, States, supersedes};
use super::table::{Fig, Rank, Table};
use super::values::OPEN_LOW;
use crate::domain::vocabulary::Counting;

/// Old and new: each figure of a series against the last in order of the nearest earlier time, and, within a row, what
/// people recorded. Counts of a moment replace each other without being revised.
pub(super) fn pairs(
    table: &Table<'_>,
    series: &[Vec<&Fig>],
    states: &States,
    recorded: &Recorded,
) -> Vec<(Rank, Rank)> {
    let is_revisable = |fig: &Fig| {
        table
            .key(fig)
            .is_some_and(|key| key.counting != Counting::Standing)
    };
    let mut pairs = Vec::new();
    for members in series {
        if !members.first().is_some_and(|fig| is_revisable(fig)) {
            continue;
        }
        let kept: Vec<&Fig> = members
            .iter()
            .copied()
            .filter(|fig| states.is_kept(fig))
            .collect();
        let earlier = Earlier::of(&kept);
        for new in kept.iter().filter(|fig| supersedes(fig, recorded)) {
            let old = earlier.last_before(new, |old| !recorded.joins(old.rank, new.rank));
            pairs.extend(old.map(|old| (old.rank, new.rank)));
        }
    }
    for (old, new) in recorded.replaced(table, states) {
        if old.row == new.row && is_revisable(new) {
            pairs.push((old.rank, new.rank));
        }
    }
    pairs
}

/// Finds the revisions among pairs of old and new, both named by the figure shown for them, each pair once, by point,
/// else by bounds that do not overlap.
pub(super) fn find(
    table: &Table<'_>,
    pairs: Vec<(Rank, Rank)>,
    states: &States,
    findings: &mut Findings<'_>,
) {
    let mut seen: NumberSet<(Rank, Rank)> = NumberSet::default();
    for (old, new) in pairs {
        let shown = (states.shown(old), states.shown(new));
        if shown.0 == shown.1 || !seen.insert(shown) {
            continue;
        }
        let (Some(old), Some(new)) = (table.fig(shown.0), table.fig(shown.1)) else {
            continue;
        };
        let by_point = old.point != OPEN_LOW && new.point != OPEN_LOW;
        let (up, down) = if by_point {
            (old.point < new.point, new.point < old.point)
        } else {
            (old.is_below(new), new.is_below(old))
        };
        let (kind, above, below) = match (up, down) {
            (true, _) => (FindingKind::RevisedUp, new, old),
            (_, true) => (FindingKind::RevisedDown, old, new),
            _ => continue,
        };
        if by_point {
            findings.add_compared(
                kind,
                [old, new],
                findings.numbers(above.point, below.point),
                &[],
            );
        } else {
            let numbers = findings.numbers(above.low, below.high);
            findings.add_compared(
                kind,
                [old, new],
                numbers,
                &[End::Low(above), End::High(below)],
            );
        }
    }
}

/// Figures, to be asked for the last in order that is strictly earlier than another.
pub(super) struct Earlier<'f> {
    figs: &'f [&'f Fig],
    by_end: Running,
}

impl<'f> Earlier<'f> {
    /// Of figures in order.
    pub(super) fn of(figs: &'f [&'f Fig]) -> Earlier<'f> {
        // The last in order is the least of what is left when counted from the end.
        let from_the_end = (0_u64..)
            .zip(figs.iter().rev())
            .map(|(left, fig)| (fig.span.end, left));
        Earlier {
            figs,
            by_end: Running::of(from_the_end),
        }
    }

    /// The last in order that is strictly earlier than a figure, among those that will do.
    pub(super) fn last_before(&self, fig: &Fig, will_do: impl Fn(&Fig) -> bool) -> Option<&'f Fig> {
        let from_the_end = usize::try_from(self.by_end.below(fig.span.begin)?).ok()?;
        let mut candidates = self.figs.iter().rev().skip(from_the_end);
        candidates
            .find(|other| fig.is_later_than(other) && will_do(other))
            .copied()
    }
}
