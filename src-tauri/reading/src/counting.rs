//! What a count covers, and how it was counted.

use crate::noun::Noun;
use crate::numbers::Found;
use crate::quantity::Scan;
use crate::sense::{Context, Sense};

/// How far from a number the words may stand.
const REACH: usize = 30;
/// The count of all that there were up to now.
pub(crate) const TOTAL: &str = "total";
/// The count of those that came since.
const NEW: &str = "new";
/// The count of those to whom it is so now.
pub(crate) const STANDING: &str = "standing";
/// A count by estimate, which is said from afar.
const ESTIMATE: &str = "estimate";

impl Scan<'_> {
    /// New, total or standing: by the noun, right before the number, or in the words around it.
    pub fn counting(
        &self,
        number: &Found,
        noun: &Noun,
        previous: Option<&Found>,
        next: usize,
    ) -> Option<String> {
        let wanted = |sense| match sense {
            Sense::Counting(word) => self.lexicon.countings.get(word).cloned(),
            _ => None,
        };
        let start = number.tokens.start;
        let near = || self.find_before(start, wanted).map(|(_, word)| word);
        let behind = || {
            (number.after..next)
                .take(REACH)
                .take_while(|&at| !self.ends_clause(at))
                // "18 dead and still 3 missing": what is coordinated is said of the next.
                .take_while(|&at| next == self.tokens.len() || self.is(at, Sense::Joiner).is_none())
                .find_map(|at| {
                    self.counting_at(at)
                        .filter(|(end, word)| word != NEW || *end > at + 2)
                })
                .map(|(_, word)| word)
        };
        let open = previous.map_or(0, |previous| previous.after);
        let apart = |at: usize| self.is_mark(at, ',') || self.is(at, Sense::Joiner).is_some();
        let before = || {
            (open..start)
                .rev()
                .take(REACH)
                .take_while(|&at| !(self.ends_clause(at) || previous.is_some() && apart(at)))
                .find_map(|at| self.counting_at(at).filter(|(_, word)| word != NEW))
                .map(|(_, word)| word)
        };
        // "since Friday" at the end of a sentence is said of all that it counts.
        let whole = || {
            (next..self.tokens.len())
                .take(REACH)
                .take_while(|&at| {
                    !self.ends_clause(at) && self.context(at, Context::Clause).is_none()
                })
                .find_map(|at| self.counting_at(at).filter(|(_, word)| word == TOTAL))
                .map(|(_, word)| word)
        };
        noun.counting
            .clone()
            .or_else(near)
            .or_else(behind)
            .or_else(before)
            .or_else(whole)
    }

    /// How the number was counted: by the noun, in the words behind it, or an estimate before it.
    pub fn basis(
        &self,
        number: &Found,
        noun: &Noun,
        previous: Option<&Found>,
        next: usize,
    ) -> Option<String> {
        let open = previous.map_or(0, |previous| previous.after);
        let behind = || {
            (number.tokens.start..next)
                .take(REACH)
                .take_while(|&at| !self.ends_clause(at))
                .find_map(|at| self.basis_at(at))
                .map(|(_, word)| word)
        };
        let before = || {
            (open..number.tokens.start)
                .rev()
                .take(REACH)
                .take_while(|&at| !self.ends_clause(at))
                .find_map(|at| self.basis_at(at).filter(|(_, word)| word == ESTIMATE))
                .map(|(_, word)| word)
        };
        noun.basis.clone().or_else(behind).or_else(before)
    }
}
