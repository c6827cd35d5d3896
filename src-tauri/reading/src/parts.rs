//! Numbers that are a part of another one: "164 dead, more than 100 in Almaty alone", "dont 12 enfants".

use crate::noun::Noun;
use crate::numbers::Found;
use crate::quantity::Scan;
use crate::sense::{Sense, Side};
use crate::token::Kind;

/// How far before a number the words may stand that make a part of it.
const LEAD: usize = 6;
/// How many numbers before a part may be its whole.
const WHOLES: usize = 8;
/// How far behind it.
const TAIL: usize = 8;

impl Scan<'_> {
    /// Of each number the one that it is a part of.
    pub fn parts(&self, numbers: &[Found], nouns: &[Noun]) -> Vec<Option<usize>> {
        let mut parts: Vec<Option<usize>> = Vec::with_capacity(numbers.len());
        for (index, number) in numbers.iter().enumerate() {
            let part = if self.is_of_next(numbers, nouns, index) {
                Some(index + 1)
            } else if self.is_part(numbers, nouns, &parts, index) {
                self.whole(numbers, &parts, index)
            } else if self.continues_part(numbers, nouns, index) {
                parts
                    .last()
                    .copied()
                    .flatten()
                    .filter(|&whole| whole < index)
            } else {
                None
            };
            let fits = part
                .and_then(|whole| numbers.get(whole))
                .is_some_and(|whole| holds(whole, number));
            parts.push(part.filter(|_| fits));
        }
        parts
    }

    /// "31 of the 54 passengers".
    fn is_of_next(&self, numbers: &[Found], nouns: &[Noun], index: usize) -> bool {
        let (Some(number), Some(next)) = (numbers.get(index), numbers.get(index + 1)) else {
            return false;
        };
        let silent = nouns.get(index).is_some_and(Noun::is_silent);
        silent && self.is(number.after, Sense::Of) == Some(next.tokens.start)
            || self.is(number.after, Sense::Part(Side::Between)) == Some(next.tokens.start)
    }

    fn is_part(
        &self,
        numbers: &[Found],
        nouns: &[Noun],
        parts: &[Option<usize>],
        index: usize,
    ) -> bool {
        let noun = index.checked_sub(1).and_then(|at| nouns.get(at));
        let Some((number, previous)) = numbers
            .get(index)
            .zip(index.checked_sub(1).and_then(|at| numbers.get(at)))
        else {
            return false;
        };
        let start = number.tokens.start;
        let lead = previous.after.max(start.saturating_sub(LEAD));
        let led = (lead..start)
            .rev()
            .take_while(|&at| !self.ends_clause(at))
            .any(|at| {
                self.is(at, Sense::Part(Side::Before))
                    .is_some_and(|end| end <= start)
            });
        if led {
            return true;
        }
        let next = numbers
            .get(index + 1)
            .map_or(self.tokens.len(), |next| next.tokens.start);
        let followed = (number.after..next)
            .take(TAIL)
            .take_while(|&at| !self.ends_clause(at) && !self.is_mark(at, ','))
            .any(|at| self.is(at, Sense::Part(Side::After)).is_some());
        // "of the 61 wounded, 14 are in a serious condition"; "six wounded, two seriously".
        let divided = index.checked_sub(2).and_then(|at| parts.get(at)) == Some(&Some(index - 1));
        let opened = !divided
            && self
                .is_before(previous.tokens.start, Sense::Part(Side::Whole))
                .is_some_and(|at| {
                    self.opens_sentence(at)
                        || self.is_mark(at.wrapping_sub(1), ',')
                        || self.is_before(at, Sense::Joiner).is_some()
                });
        let graded = self.is_mark(start.wrapping_sub(1), ',')
            && self.severity(number.after).is_some_and(|(end, _)| {
                self.token(end)
                    .is_none_or(|t| matches!(t.kind, Kind::Mark(_)))
            });
        // "of the 61 wounded, 14 are in a serious condition and three still in hospital".
        let chained = parts.last().copied().flatten().is_some_and(|whole| {
            let whole = numbers.get(whole).map_or(0, |whole| whole.tokens.start);
            self.is_before(whole, Sense::Part(Side::Whole)).is_some()
                && !(previous.after..start).any(|at| self.ends_clause(at))
                && self.is_before(start, Sense::Joiner).is_some()
                && !self.is_counted(number.after)
        });
        followed || opened || graded || chained || self.breaks_down(number, previous, noun)
    }

    /// "trois morts (deux militaires et un civil)", "di tre persone: due donne": the first of those of whom they are.
    fn breaks_down(&self, number: &Found, previous: &Found, noun: Option<&Noun>) -> bool {
        let start = number.tokens.start;
        let mark = start.checked_sub(1);
        let enclosed = mark.is_some_and(|at| self.is_mark(at, '(') || self.is_mark(at, ':'));
        let whole = noun.is_some_and(|noun| {
            !noun.tokens.is_empty() && noun.tokens.end.max(previous.after) + 1 == start
        });
        enclosed && whole
    }

    /// "including 12 women and 3 children": the second is a part of the same whole.
    fn continues_part(&self, numbers: &[Found], nouns: &[Noun], index: usize) -> bool {
        let Some(before) = index.checked_sub(1) else {
            return false;
        };
        let (Some(number), Some(noun)) = (numbers.get(index), nouns.get(before)) else {
            return false;
        };
        !noun.tokens.is_empty()
            && (noun.tokens.end..number.tokens.start)
                .all(|at| self.is_mark(at, ',') || self.is(at, Sense::Joiner).is_some())
    }

    /// The nearest number before a part that is no part itself and can hold it.
    fn whole(&self, numbers: &[Found], parts: &[Option<usize>], index: usize) -> Option<usize> {
        let part = numbers.get(index)?;
        (0..index).rev().take(WHOLES).find(|&at| {
            let free = parts.get(at).is_some_and(Option::is_none);
            free && numbers.get(at).is_some_and(|whole| holds(whole, part))
        })
    }
}

/// Whether one number can be the whole of another.
fn holds(whole: &Found, part: &Found) -> bool {
    let (whole, part) = (&whole.reading, &part.reading);
    let larger = match (whole.high.or(whole.point), part.low.or(part.point)) {
        (Some(most), Some(least)) => most >= least,
        _ => true,
    };
    larger && whole.unit == part.unit && whole.unit_code == part.unit_code
}
