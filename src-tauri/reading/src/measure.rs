//! What happened to those counted, and how they were counted, from the words around a number.

use crate::noun::Noun;
use crate::numbers::Found;
use crate::quantity::Scan;
use crate::sense::{Context, MeasureForm, Sense};
use crate::token::Kind;

/// How far behind a number its verb is looked for.
const REACH: usize = 30;
/// How many tokens what is counted may have between a number and "to" in "from 9 people to 16".
const NOUN: usize = 4;

/// A measure word at a place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    pub start: usize,
    pub end: usize,
    pub measure: usize,
}

impl Scan<'_> {
    pub fn hit(&self, at: usize, forms: &[MeasureForm]) -> Option<Hit> {
        self.find(at, |sense| match sense {
            Sense::Measure { measure, form } if forms.contains(&form) => Some(measure),
            _ => None,
        })
        .map(|(end, measure)| Hit {
            start: at,
            end,
            measure,
        })
    }

    /// The measure word that a number belongs to.
    pub fn measure(
        &self,
        number: &Found,
        noun: &Noun,
        previous: Option<&Found>,
        next: usize,
    ) -> Option<Hit> {
        let from = if noun.tokens.is_empty() {
            number.after
        } else {
            noun.tokens.end
        };
        let open = previous.map_or(0, |previous| previous.after);
        let behind = self.behind(from, next);
        // What is said before a number stands before its noun, where that is not behind it.
        let start = number.tokens.start.min(number.after);
        let leads = self.leads(start);
        // "18 killed", "18 people were killed": at once behind the noun, with nothing but its auxiliary between.
        let at_once = behind.filter(|hit| hit.start == from || self.auxiliaries(from, hit.start));
        at_once
            .filter(|hit| leads.is_none() || hit.end != next)
            .or(leads)
            .or_else(|| self.risen(open, start))
            .or(behind)
            .or_else(|| self.before_number(open, start))
            .or_else(|| {
                self.before_number(0, open)
                    .filter(|_| !self.clause_between(open, number.tokens.start))
            })
            .or_else(|| self.behind(next, self.tokens.len()))
    }

    /// The nearest word behind that says what happened to the subject.
    fn behind(&self, from: usize, limit: usize) -> Option<Hit> {
        for at in (from..limit).take(REACH) {
            if self.ends_clause(at) || self.context(at, Context::Clause).is_some() {
                return None;
            }
            if let Some(hit) = self.hit(at, &[MeasureForm::Participle, MeasureForm::Verb]) {
                // "وأصيب": where the verb comes first, an "and" written against it begins what is said of others.
                let anew = at.checked_sub(1).filter(|&before| before >= from);
                if anew.is_some_and(|before| self.joins_what_follows(before)) {
                    return None;
                }
                // "18 soldiers killed 3": what stands against the next number is done by them, not to them.
                let active = hit.end == limit
                    && limit < self.tokens.len()
                    && self.hit(at, &[MeasureForm::Active]).is_some()
                    && self.context_before(at, Context::Passive).is_none();
                if !active {
                    return Some(hit);
                }
            }
        }
        None
    }

    fn joins_what_follows(&self, at: usize) -> bool {
        self.is(at, Sense::Joiner).is_some()
            && self
                .token(at)
                .is_some_and(|token| self.lexicon.phrases.is_clitic(token.word))
    }

    fn clause_between(&self, from: usize, to: usize) -> bool {
        (from..to)
            .rev()
            .take(REACH)
            .any(|at| self.context(at, Context::Clause).is_some())
    }

    fn auxiliaries(&self, from: usize, to: usize) -> bool {
        (from..to).all(|at| self.is_auxiliary(at))
    }

    fn is_auxiliary(&self, at: usize) -> bool {
        self.context(at, Context::Passive).is_some()
            || at.checked_sub(1).is_some_and(|before| {
                self.context(before, Context::Passive)
                    .is_some_and(|end| end > at)
            })
            || self.token(at).is_some_and(|token| token.kind == Kind::Word)
                && self.context(at, Context::Function).is_some()
                && self.is(at, Sense::Joiner).is_none()
    }

    /// "killing 18": the measure word right before a number.
    pub fn leads(&self, start: usize) -> Option<Hit> {
        let wanted = |sense| match sense {
            Sense::Measure {
                measure,
                form: MeasureForm::Active,
            } => Some(measure),
            _ => None,
        };
        let (at, measure) = self
            .lexicon
            .phrases
            .find_before(&self.tokens, start, wanted)?;
        let passive = self.context_before(at, Context::Passive).is_some();
        (!passive).then_some(Hit {
            start: at,
            end: start,
            measure,
        })
    }

    /// "the death toll rose to 18".
    fn risen(&self, open: usize, start: usize) -> Option<Hit> {
        let hit = self.before_number(open, start)?;
        (hit.end..start)
            .any(|at| self.context(at, Context::Change).is_some())
            .then_some(hit)
    }

    /// The measure word nearest before a number.
    fn before_number(&self, open: usize, start: usize) -> Option<Hit> {
        let wanted = |sense| match sense {
            Sense::Measure { measure, .. } => Some(measure),
            _ => None,
        };
        // The longest phrase that ends nearest: "death toll" rather than "toll".
        let same_clause =
            |end: &usize| *end == start || self.context(*end, Context::Clause).is_none();
        (open + 1..=start)
            .rev()
            .take(REACH)
            .take_while(same_clause)
            .find_map(|end| {
                let (at, measure) = self
                    .lexicon
                    .phrases
                    .find_before(&self.tokens, end, wanted)?;
                Some(Hit {
                    start: at,
                    end,
                    measure,
                })
            })
    }

    /// New, total or standing: by the noun, right before the number, or in the words behind it.
    pub fn counting(&self, number: &Found, noun: &Noun, next: usize) -> Option<String> {
        let wanted = |sense| match sense {
            Sense::Counting(word) => self.lexicon.countings.get(word).cloned(),
            _ => None,
        };
        let before = || {
            self.lexicon
                .phrases
                .find_before(&self.tokens, number.tokens.start, wanted)
                .map(|(_, word)| word)
        };
        let behind = || {
            (number.after..next)
                .take(REACH)
                .take_while(|&at| !self.ends_clause(at))
                .find_map(|at| {
                    self.counting_at(at)
                        .filter(|(end, word)| word != "new" || *end > at + 2)
                })
                .map(|(_, word)| word)
        };
        noun.counting.clone().or_else(before).or_else(behind)
    }

    pub fn basis(
        &self,
        number: &Found,
        noun: &Noun,
        previous: Option<&Found>,
        next: usize,
    ) -> Option<String> {
        let open = previous.map_or(0, |previous| previous.after);
        let behind = (number.tokens.start..next)
            .take(REACH)
            .take_while(|&at| !self.ends_clause(at));
        let before = (open..number.tokens.start).rev().take(REACH);
        let mut places = behind.chain(before);
        noun.basis.clone().or_else(|| {
            places
                .find_map(|at| self.basis_at(at))
                .map(|(_, word)| word)
        })
    }

    /// Whether what stands behind the number makes it the first of a change: the 9 of "von 9 auf 16".
    fn is_first_of_change(&self, number: &Found) -> bool {
        let changes = |sense| match sense {
            Sense::RangeMiddle(range) => self
                .lexicon
                .ranges
                .get(range)
                .filter(|range| range.always)
                .map(|_| ()),
            _ => None,
        };
        (number.after..number.after + NOUN)
            .take_while(|&at| !self.ends_clause(at))
            .filter_map(|at| self.find(at, changes))
            .any(|(end, ())| {
                self.quantity(end, false)
                    .is_some_and(|q| q.value.amount().is_some())
            })
    }

    /// Whether the number is the old one of two: "rose from 9 to 16", "an earlier toll of 9".
    pub fn recalls(&self, number: &Found) -> bool {
        let start = number.tokens.start;
        let wanted = |sense| match sense {
            Sense::RangeOpen(range) => self
                .lexicon
                .ranges
                .get(range)
                .filter(|range| range.change)
                .map(|_| ()),
            _ => None,
        };
        let from = self
            .lexicon
            .phrases
            .find_before(&self.tokens, start, wanted);
        from.is_some_and(|(at, ())| {
            self.context_near_before(at, Context::Change) || self.is_first_of_change(number)
        }) || (start.saturating_sub(4)..start).any(|at| self.context(at, Context::Recall).is_some())
    }
}
