//! Within a row: which figures can be compared, and whether they agree.

use onrecord_reading::Amount;
use rust_decimal::{Decimal, RoundingStrategy};

use super::board::{Axis, FindingKind, Gap, Verdict};
use super::class::Versus;
use super::extremes::CountUpTo;
use super::findings::Findings;
use super::table::{Fig, Table};
use super::values::{OPEN_HIGH, OPEN_LOW};
use crate::domain::vocabulary::Counting;

/// What the figures of a row that count come to.
#[derive(Debug)]
pub(super) struct Judged {
    pub(super) verdict: Verdict,
    pub(super) lowest: Option<Amount>,
    pub(super) highest: Option<Amount>,
    pub(super) open_below: bool,
    pub(super) open_above: bool,
    pub(super) gap: Option<Gap>,
}

/// The figures of a row that do not count the same as others, and in what.
#[derive(Debug, Default)]
pub(super) struct Scattered<'f> {
    pub(super) figs: Vec<&'f Fig>,
    pub(super) axes: Vec<Axis>,
}

/// Judges the figures of a row that count, given in order, and finds their conflict.
pub(super) fn judge<'f>(
    table: &Table<'_>,
    figs: &[&'f Fig],
    counting: Counting,
    scattered: &mut Scattered<'f>,
    findings: &mut Findings<'_>,
) -> Judged {
    let mut by_class = figs.to_vec();
    by_class.sort_by_key(|fig| (fig.class, fig.issuer, fig.rank));
    let classes: Vec<&[&Fig]> = by_class.chunk_by(|a, b| a.class == b.class).collect();
    scatter_classes(table, &classes, scattered);
    let mut in_conflict: Vec<&Fig> = Vec::new();
    for class in &classes {
        let [first, .., last] = class else { continue };
        if first.issuer == last.issuer || !has_disjoint(class) {
            continue;
        }
        let among_issuers: Vec<Partners> = class
            .chunk_by(|a, b| a.issuer == b.issuer)
            .flat_map(|figs| partners(figs, counting))
            .collect();
        for ((fig, all), own) in class
            .iter()
            .zip(partners(class, counting))
            .zip(among_issuers)
        {
            if all.in_conflict > own.in_conflict {
                in_conflict.push(fig);
            }
            if all.of_another_day > own.of_another_day {
                scattered.figs.push(fig);
                scattered.axes.push(Axis::Day);
            }
        }
    }
    in_conflict.sort_by_key(|fig| (fig.low, fig.high, fig.rank));
    if !in_conflict.is_empty() {
        findings.add_apart(FindingKind::Conflict, &in_conflict);
    }
    let least_low = figs
        .iter()
        .map(|fig| fig.low)
        .filter(|&low| low != OPEN_LOW)
        .min();
    let greatest_high = figs
        .iter()
        .map(|fig| fig.high)
        .filter(|&high| high != OPEN_HIGH)
        .max();
    Judged {
        verdict: verdict(figs, classes.len(), !in_conflict.is_empty()),
        lowest: least_low.and_then(|low| table.values.amount(low)),
        highest: greatest_high.and_then(|high| table.values.amount(high)),
        open_below: figs.iter().any(|fig| fig.low == OPEN_LOW),
        open_above: figs.iter().any(|fig| fig.high == OPEN_HIGH),
        gap: gap(table, &in_conflict),
    }
}

fn verdict(figs: &[&Fig], classes: usize, in_conflict: bool) -> Verdict {
    let Some((first, others)) = figs.split_first() else {
        return Verdict::None;
    };
    if others.iter().all(|fig| fig.issuer == first.issuer) {
        Verdict::Single
    } else if in_conflict {
        Verdict::Conflict
    } else if classes == 1 && others.iter().all(|fig| fig.same_bounds(first)) {
        Verdict::Agree
    } else {
        Verdict::Compatible
    }
}

/// Notes the figures of different issuers and different classes that count differently, neither a part of the other.
fn scatter_classes<'f>(table: &Table<'_>, classes: &[&[&'f Fig]], scattered: &mut Scattered<'f>) {
    for class in classes {
        // Of the classes that count differently: one issuer, and whether there is another.
        let mut one: Option<u32> = None;
        let mut several = false;
        for other in classes {
            let (Some(fig), [first, .., last] | [first @ last]) = (class.first(), other) else {
                continue;
            };
            let Versus::Differ { inclusion, basis } = table.classes.versus(fig.class, first.class)
            else {
                continue;
            };
            several |= first.issuer != last.issuer || one.is_some_and(|one| one != first.issuer);
            one = Some(first.issuer);
            if class
                .iter()
                .any(|fig| fig.issuer != first.issuer || fig.issuer != last.issuer)
            {
                scattered.axes.extend(inclusion.then_some(Axis::Inclusion));
                scattered.axes.extend(basis.then_some(Axis::Basis));
            }
        }
        let differs = |fig: &&&Fig| several || one.is_some_and(|one| one != fig.issuer);
        scattered.figs.extend(class.iter().filter(differs));
        scattered.axes.sort_unstable();
        scattered.axes.dedup();
    }
}

fn has_disjoint(figs: &[&Fig]) -> bool {
    figs.iter().map(|fig| fig.high).min() < figs.iter().map(|fig| fig.low).max()
}

/// Of how many others of a list a figure's bounds are disjoint.
#[derive(Clone, Copy, Debug, Default)]
struct Partners {
    in_conflict: u32,
    /// The difference is one of the day: a total grows, the number at a moment changes.
    of_another_day: u32,
}

/// For every figure of one class, in the order given, its partners of whatever issuer in the list.
fn partners(figs: &[&Fig], counting: Counting) -> Vec<Partners> {
    let mut partners = vec![Partners::default(); figs.len()];
    if !has_disjoint(figs) {
        return partners;
    }
    let mut days: Vec<i64> = figs
        .iter()
        .flat_map(|fig| [fig.span.first_day(), fig.span.last_day()])
        .collect();
    days.sort_unstable();
    days.dedup();
    let numbered = || (0_usize..).zip(figs.iter().copied());
    let mut by_low: Vec<(usize, &Fig)> = numbered().collect();
    by_low.sort_by_key(|(_, fig)| fig.low);
    let mut by_high: Vec<(usize, &Fig)> = numbered().collect();
    by_high.sort_by_key(|(_, fig)| fig.high);
    let mut note = |index: usize, disjoint: u32, of_another_day: u32| {
        if let Some(partners) = partners.get_mut(index) {
            partners.of_another_day += of_another_day;
            partners.in_conflict += disjoint - of_another_day;
        }
    };

    // Each figure against those below it, from the lowest on.
    let mut below = Days::of(&days);
    let mut waiting = by_high.iter().peekable();
    for (index, fig) in &by_low {
        while let Some((_, other)) = waiting.next_if(|(_, other)| other.is_below(fig)) {
            below.put(other);
        }
        let of_another_day = match counting {
            Counting::Total => below.ended_before(fig),
            Counting::Standing => below.ended_before(fig) + below.begun_after(fig),
            Counting::New => 0,
        };
        note(*index, below.count, of_another_day);
    }

    // Each figure against those above it, from the highest on.
    let mut above = Days::of(&days);
    let mut waiting = by_low.iter().rev().peekable();
    for (index, fig) in by_high.iter().rev() {
        while let Some((_, other)) = waiting.next_if(|(_, other)| fig.is_below(other)) {
            above.put(other);
        }
        let of_another_day = match counting {
            Counting::Total => above.begun_after(fig),
            Counting::Standing => above.begun_after(fig) + above.ended_before(fig),
            Counting::New => 0,
        };
        note(*index, above.count, of_another_day);
    }
    partners
}

/// The days of the figures that were put in.
struct Days<'k> {
    first: CountUpTo<'k>,
    last: CountUpTo<'k>,
    count: u32,
}

impl<'k> Days<'k> {
    fn of(days: &'k [i64]) -> Days<'k> {
        Days {
            first: CountUpTo::of(days),
            last: CountUpTo::of(days),
            count: 0,
        }
    }

    fn put(&mut self, fig: &Fig) {
        self.first.put(fig.span.first_day());
        self.last.put(fig.span.last_day());
        self.count += 1;
    }

    /// How many ended on a day before a figure began.
    fn ended_before(&self, fig: &Fig) -> u32 {
        self.last.up_to(fig.span.first_day() - 1)
    }

    /// How many began on a day after a figure ended.
    fn begun_after(&self, fig: &Fig) -> u32 {
        self.count - self.first.up_to(fig.span.last_day())
    }
}

/// Between the greatest low and the least high of the figures in conflict.
fn gap(table: &Table<'_>, in_conflict: &[&Fig]) -> Option<Gap> {
    let greatest_low = table
        .values
        .amount(in_conflict.iter().map(|fig| fig.low).max()?)?;
    let least_high = table
        .values
        .amount(in_conflict.iter().map(|fig| fig.high).min()?)?;
    Some(Gap {
        difference: greatest_low.checked_sub(least_high),
        ratio: ratio(greatest_low, least_high),
    })
}

/// To two decimals, half up.
fn ratio(dividend: Amount, divisor: Amount) -> Option<Amount> {
    if divisor.decimal() <= Decimal::ZERO {
        return None;
    }
    let quotient = dividend.decimal().checked_div(divisor.decimal())?;
    let rounded = quotient.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
    Amount::from_parts(rounded.mantissa(), rounded.scale()).ok()
}
