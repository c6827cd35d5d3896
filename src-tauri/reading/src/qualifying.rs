//! Qualifiers before and behind numbers.

use crate::Qualifier;
use crate::quantity::Scan;
use crate::sense::{Context, Sense};
use crate::token::Kind;

impl Scan<'_> {
    /// The qualifier in front that begins at `at`, and where it ends.
    pub fn before(&self, at: usize) -> Option<(usize, Qualifier)> {
        self.find(at, |sense| match sense {
            Sense::Before(qualifier) => Some(qualifier),
            _ => None,
        })
    }

    /// Whether "up to" is but the "to" of a change: "выросло до 50". Of several words it says more than that.
    pub fn is_goal(&self, at: usize, end: usize) -> bool {
        let (after, ()) = self
            .find(at, |sense| match sense {
                Sense::RangeMiddle(range) => {
                    let range = self.lexicon.ranges.get(range)?;
                    range.change.then_some(())
                }
                _ => None,
            })
            .unwrap_or((at, ()));
        let changed = self.context_near_before(at, Context::Change) || self.changes_behind(end);
        after == end && end == at + 1 && changed
    }

    /// "увеличение числа погибших до 1250": what is counted, and the number that it changes to.
    pub fn is_changed_count(&self, start: usize) -> bool {
        let to = self.find_before(start, |sense| match sense {
            Sense::RangeMiddle(range) => self.lexicon.ranges.get(range)?.change.then_some(()),
            _ => None,
        });
        let counts = |end: usize| {
            self.find_before(end, |sense| {
                matches!(sense, Sense::Group(_) | Sense::Measure { .. }).then_some(())
            })
            .is_some()
        };
        to.is_some_and(|(to, ())| counts(to) && self.context_near_before(to, Context::Change))
    }

    /// "до 126 возросло число погибших": a word of change right behind the number at `at`.
    pub fn changes_behind(&self, at: usize) -> bool {
        let Some(number) = self.quantity(at, false) else {
            return false;
        };
        let noun = number.end..number.end + 2;
        let mut words = noun.take_while(|&at| self.is_word(at));
        words.any(|at| self.context(at, Context::Change).is_some())
    }

    /// The qualifier behind a number that ends at `at`, and where it ends.
    pub fn qualifier_after(&self, at: usize) -> Option<(usize, Qualifier)> {
        let (end, qualifier) = self.find(at, |sense| match sense {
            Sense::After(qualifier) => Some(qualifier),
            _ => None,
        })?;
        let sign = self
            .token(at)
            .is_some_and(|token| matches!(token.kind, Kind::Mark(_)));
        let written_to_it = !sign
            || (self.adjacent(at).is_some()
                && self.adjacent(end).is_none_or(|t| t.kind != Kind::Digits));
        // "18 at least 30" would qualify what follows.
        let free = self
            .token(end)
            .is_none_or(|token| token.kind != Kind::Digits)
            && !(at + 1..end).any(|inner| self.qualifies_past(inner, end));
        (written_to_it && free).then_some((end, qualifier))
    }

    /// Whether a qualifier at `at` goes on past `end` to another number: "200 or more than 190".
    fn qualifies_past(&self, at: usize, end: usize) -> bool {
        self.before(at)
            .is_some_and(|(past, _)| past > end && self.quantity(past, false).is_some())
    }
}
