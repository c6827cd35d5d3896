//! Parts that are greater than their wholes.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::board::{Axis, FindingKind};
use super::class::Versus;
use super::extremes::{LeastOf, Running};
use super::findings::{End, Findings};
use super::hash::NumberMap;
use super::nesting;
use super::standing::States;
use super::sums;
use super::table::{Fig, Rank, Table};
use super::values::{OPEN_HIGH, OPEN_LOW, Value};
use super::verdict::Scattered;
use crate::domain::vocabulary::Counting;

/// Finds parts above their wholes, one for a pair of rows: the first that holds of exceeding it, differing in the day,
/// perhaps exceeding it; and parts whose sum exceeds it. What a day explains within a row goes to the row's `scattered`.
///
/// `current` are the figures of each row that count, in order.
pub(super) fn find<'t>(
    table: &'t Table<'_>,
    states: &States,
    current: &[Vec<&'t Fig>],
    scattered: &mut [Scattered<'t>],
    findings: &mut Findings<'_>,
) {
    let inside = nesting::find(table, current);
    let mut pairs: BTreeMap<(u32, u32), Pair> = BTreeMap::new();
    let mut explicit: NumberMap<Rank, Vec<&Fig>> = NumberMap::default();
    let figs_of = |row: u32| {
        usize::try_from(row)
            .ok()
            .and_then(|row| current.get(row))
            .map_or(&[][..], Vec::as_slice)
    };
    for in_whole in inside.chunk_by(|a, b| a.whole == b.whole) {
        let Some(whole_row) = in_whole.first().map(|first| first.whole) else {
            continue;
        };
        let wholes: Vec<&Fig> = with_high(figs_of(whole_row));
        if wholes.is_empty() {
            continue;
        }
        let parts: Vec<&Fig> = in_whole
            .iter()
            .flat_map(|inside| figs_of(inside.part))
            .copied()
            .collect();
        let standing = is_standing(table, whole_row);
        for class in by_class(&wholes) {
            let Some(first) = class.first() else { continue };
            let may_be = |fig: &&Fig| table.classes.can_be_part_of(fig.class, first.class);
            let parts: Vec<&Fig> = parts.iter().copied().filter(may_be).collect();
            for (part, limits) in limits(&class, &parts, standing) {
                let pair = pairs.entry((part.row.unwrap_or(0), whole_row)).or_default();
                pair.note(table, part, &limits);
            }
        }
        let on_one_axis = in_whole
            .iter()
            .filter_map(|inside| Some((inside.axis?, figs_of(inside.part))));
        sums::of_row(table, &wholes, on_one_axis, standing, findings);
    }
    for ((row, figs), scattered) in (0..).zip(current).zip(scattered) {
        within_row(table, row, figs, &mut pairs, scattered);
    }
    for part in table.figs.iter().filter(|fig| states.counts(fig)) {
        let Some(whole) = part
            .whole
            .and_then(|whole| table.fig(whole))
            .filter(|fig| states.counts(fig))
        else {
            continue;
        };
        let (Some(part_key), Some(whole_key)) = (table.key(part), table.key(whole)) else {
            continue;
        };
        if part_key.unit == whole_key.unit && whole.high != OPEN_HIGH {
            let standing =
                part_key.counting == Counting::Standing && whole_key.counting == Counting::Standing;
            let limits = Limits::of_one(part, whole, standing);
            let rows = (part.row.unwrap_or(0), whole.row.unwrap_or(0));
            pairs.entry(rows).or_default().note(table, part, &limits);
            explicit.entry(whole.rank).or_default().push(part);
        }
    }
    for (whole, parts) in explicit {
        if let Some(whole) = table.fig(whole) {
            sums::of_explicit(table, whole, &parts, findings);
        }
    }
    for ((part_row, whole_row), pair) in pairs {
        pair.find(table, part_row == whole_row, findings);
    }
}

/// Parts by what they exclude or by their basis, among the figures of one row.
fn within_row<'t>(
    table: &Table<'_>,
    row: u32,
    figs: &[&'t Fig],
    pairs: &mut BTreeMap<(u32, u32), Pair>,
    scattered: &mut Scattered<'t>,
) {
    if figs
        .iter()
        .all(|fig| Some(fig.class) == figs.first().map(|first| first.class))
    {
        return;
    }
    let standing = is_standing(table, row);
    for class in by_class(&with_high(figs)) {
        let Some(first) = class.first() else { continue };
        let is_part = |fig: &&Fig| table.classes.versus(fig.class, first.class) == Versus::Part;
        let parts: Vec<&Fig> = figs.iter().copied().filter(is_part).collect();
        let before = scattered.figs.len();
        for (part, limits) in limits(&class, &parts, standing) {
            pairs
                .entry((row, row))
                .or_default()
                .note(table, part, &limits);
            scattered.figs.extend(
                limits
                    .off_day
                    .filter(|limit| part.low > limit.high)
                    .map(|_| part),
            );
        }
        scattered
            .figs
            .extend(exceeded_on_another_day(&class, &parts, standing));
        if scattered.figs.len() > before {
            scattered.axes.push(Axis::Day);
        }
    }
}

fn with_high<'f>(figs: &[&'f Fig]) -> Vec<&'f Fig> {
    figs.iter()
        .copied()
        .filter(|fig| fig.high != OPEN_HIGH)
        .collect()
}

fn by_class<'f>(figs: &[&'f Fig]) -> Vec<Vec<&'f Fig>> {
    let mut sorted = figs.to_vec();
    sorted.sort_by_key(|fig| (fig.class, fig.rank));
    sorted
        .chunk_by(|a, b| a.class == b.class)
        .map(<[&Fig]>::to_vec)
        .collect()
}

fn is_standing(table: &Table<'_>, row: u32) -> bool {
    table
        .row(row)
        .is_some_and(|row| row.key.counting == Counting::Standing)
}

/// The least high among some wholes, and the first in order that has it.
#[derive(Clone, Copy, Debug)]
struct Limit {
    high: Value,
    whole: Rank,
}

impl Limit {
    fn packed(fig: &Fig) -> u64 {
        u64::from(fig.high) << 32 | u64::from(fig.rank)
    }

    fn unpacked(packed: u64) -> Limit {
        // The halves of a 64-bit number fit; they were put together above.
        let half = |number: u64| u32::try_from(number & u64::from(u32::MAX)).unwrap_or(u32::MAX);
        Limit {
            high: half(packed >> 32),
            whole: half(packed),
        }
    }
}

/// What wholes leave room for a part.
#[derive(Clone, Copy, Debug)]
struct Limits {
    /// Of wholes that are not earlier, nor of another day where the counts are of a moment.
    same_day: Option<Limit>,
    /// Of the others.
    off_day: Option<Limit>,
}

impl Limits {
    fn of_one(part: &Fig, whole: &Fig, standing: bool) -> Limits {
        let limit = Some(Limit {
            high: whole.high,
            whole: whole.rank,
        });
        if part.is_later_than(whole) || (standing && part.is_of_another_day_than(whole)) {
            Limits {
                same_day: None,
                off_day: limit,
            }
        } else {
            Limits {
                same_day: limit,
                off_day: None,
            }
        }
    }
}

/// The limits of every part that may be above one of the wholes.
fn limits<'f>(wholes: &[&Fig], parts: &[&'f Fig], standing: bool) -> Vec<(&'f Fig, Limits)> {
    let least_high = wholes.iter().map(|fig| fig.high).min().unwrap_or(OPEN_HIGH);
    let may_exceed =
        |fig: &&Fig| fig.low > least_high || (fig.high != OPEN_HIGH && fig.high > least_high);
    let mut parts: Vec<&Fig> = parts.iter().copied().filter(may_exceed).collect();
    if parts.is_empty() {
        return Vec::new();
    }
    let earlier = Running::of(wholes.iter().map(|fig| (fig.span.end, Limit::packed(fig))));
    // Bitwise not turns the order of keys around.
    let day_after = Running::of(
        wholes
            .iter()
            .filter(|_| standing)
            .map(|fig| (!fig.span.first_day(), Limit::packed(fig))),
    );
    let off_day = |part: &Fig| {
        let limits = [
            earlier.below(part.span.begin),
            day_after.below(!part.span.last_day()),
        ];
        limits.into_iter().flatten().min()
    };

    // Wholes are let in by the day on which they begin, as far as the days of counts of a moment matter.
    parts.sort_by_key(|fig| (fig.span.last_day(), fig.rank));
    let mut ends: Vec<i64> = wholes.iter().map(|fig| fig.span.end).collect();
    ends.sort_unstable();
    let mut by_end = LeastOf::with_len(ends.len());
    let mut waiting = wholes.to_vec();
    waiting.sort_by_key(|fig| fig.span.first_day());
    let mut waiting = waiting.into_iter().peekable();
    let mut found = Vec::with_capacity(parts.len());
    for part in parts {
        while let Some(whole) =
            waiting.next_if(|whole| !standing || whole.span.first_day() <= part.span.last_day())
        {
            by_end.lower(
                ends.partition_point(|&end| end < whole.span.end),
                Limit::packed(whole),
            );
        }
        let same_day = by_end.least(
            ends.partition_point(|&end| end < part.span.begin),
            ends.len(),
        );
        let limits = Limits {
            same_day: same_day.map(Limit::unpacked),
            off_day: off_day(part).map(Limit::unpacked),
        };
        found.push((part, limits));
    }
    found
}

/// The wholes that a later part, or one of another day where the counts are of a moment, exceeds.
fn exceeded_on_another_day<'f>(wholes: &[&'f Fig], parts: &[&Fig], standing: bool) -> Vec<&'f Fig> {
    let lowness = |fig: &Fig| u64::from(OPEN_HIGH - fig.low);
    let later = Running::of(parts.iter().map(|fig| (!fig.span.begin, lowness(fig))));
    let day_before = Running::of(
        parts
            .iter()
            .filter(|_| standing)
            .map(|fig| (fig.span.last_day(), lowness(fig))),
    );
    let is_exceeded = |whole: &&Fig| {
        let lowness = [
            later.below(!whole.span.end),
            day_before.below(whole.span.first_day()),
        ];
        lowness
            .into_iter()
            .flatten()
            .min()
            .is_some_and(|lowness| lowness < u64::from(OPEN_HIGH - whole.high))
    };
    wholes.iter().copied().filter(is_exceeded).collect()
}

/// A part above its whole, and by how much.
#[derive(Clone, Copy, Debug)]
struct Excess {
    by: Decimal,
    part: Rank,
    whole: Rank,
}

/// The greatest excess of each kind among the figures of a pair of rows.
#[derive(Debug, Default)]
struct Pair {
    exceeds: Option<Excess>,
    differs: Option<Excess>,
    may_exceed: Option<Excess>,
}

impl Pair {
    fn note(&mut self, table: &Table<'_>, part: &Fig, limits: &Limits) {
        let excess = |value: Value, limit: Limit| {
            let (above, below) = table
                .values
                .amount(value)
                .zip(table.values.amount(limit.high))?;
            let by = above.decimal().saturating_sub(below.decimal());
            Some(Excess {
                by,
                part: part.rank,
                whole: limit.whole,
            })
        };
        if let Some(limit) = limits
            .off_day
            .filter(|limit| part.low != OPEN_LOW && part.low > limit.high)
        {
            raise(&mut self.differs, excess(part.low, limit));
        }
        if let Some(limit) = limits.same_day {
            if part.low > limit.high {
                raise(&mut self.exceeds, excess(part.low, limit));
            } else if part.high != OPEN_HIGH && part.high > limit.high {
                raise(&mut self.may_exceed, excess(part.high, limit));
            }
        }
    }

    /// The first that holds. Within a row a difference of days is the row's to tell.
    fn find(self, table: &Table<'_>, within_row: bool, findings: &mut Findings<'_>) {
        let figs = |excess: &Excess| table.fig(excess.part).zip(table.fig(excess.whole));
        if let Some((part, whole)) = self.exceeds.as_ref().and_then(figs) {
            let numbers = findings.numbers(part.low, whole.high);
            let ends = [End::Low(part), End::High(whole)];
            findings.add_compared(FindingKind::PartExceedsWhole, [part, whole], numbers, &ends);
        } else if let Some((part, whole)) = self.differs.as_ref().and_then(figs) {
            if !within_row {
                let numbers = findings.numbers(part.low, whole.high);
                let ends = [End::Low(part), End::High(whole)];
                findings.add_scope_differs([part, whole], &[Axis::Day], numbers, &ends);
            }
        } else if let Some((part, whole)) = self.may_exceed.as_ref().and_then(figs) {
            let numbers = findings.numbers(part.high, whole.high);
            let ends = [End::High(part), End::High(whole)];
            findings.add_compared(
                FindingKind::PartMayExceedWhole,
                [part, whole],
                numbers,
                &ends,
            );
        }
    }
}

/// Keeps the greater excess, at a tie the first in order.
fn raise(greatest: &mut Option<Excess>, excess: Option<Excess>) {
    let Some(excess) = excess else { return };
    let is_greater = |other: &Excess| {
        excess.by > other.by
            || (excess.by == other.by && (excess.part, excess.whole) < (other.part, other.whole))
    };
    if greatest.as_ref().is_none_or(is_greater) {
        *greatest = Some(excess);
    }
}
