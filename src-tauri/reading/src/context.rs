//! Numbers that count nothing: dates, years, ages, clock times, durations, magnitudes, ordinals, telephone numbers,
//! versions, scores, ranks and names.

use crate::quantity::{Quantity, Scan, Value};
use crate::sense::{Context, MeasureForm, Sense};
use crate::token::Kind;
use crate::{Amount, Qualifier};

/// How many tokens around a number are looked at for what it belongs to.
pub(crate) const NEAR: usize = 8;

impl Scan<'_> {
    pub fn context(&self, at: usize, context: Context) -> Option<usize> {
        self.is(at, Sense::Context(context))
    }

    pub fn context_before(&self, end: usize, context: Context) -> Option<usize> {
        self.is_before(end, Sense::Context(context))
    }

    /// Whether a context word stands within a few tokens before `at`, in the same clause.
    pub fn context_near_before(&self, at: usize, context: Context) -> bool {
        (at.saturating_sub(NEAR)..at)
            .rev()
            .take_while(|&i| !self.ends_clause(i))
            .any(|i| self.context(i, context).is_some())
    }

    pub fn ends_clause(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| {
            matches!(token.kind, Kind::Mark('.' | ';' | '!' | '?' | ':' | '…'))
        }) && self.adjacent(at + 1).is_none()
    }

    /// Whether the number is no figure. `qualified_from` is where its qualifier begins, or the number itself.
    pub fn counts_nothing(
        &self,
        quantity: &Quantity,
        qualified_from: usize,
        qualifier: Option<Qualifier>,
    ) -> bool {
        let (start, end) = (quantity.start, quantity.end);
        if self.is(start, Sense::Dual).is_some() {
            return false;
        }
        if (self.context_before(start, Context::Label).is_some() && !self.is_counted(end))
            || self
                .context_before(qualified_from, Context::AgeBefore)
                .is_some()
            || self.context_before(start, Context::AgeBefore).is_some()
            || self.is_magnitude(start)
            || self.is_age_limit(quantity, qualified_from, qualifier)
            || self.is_measured_in_time(end)
            || self.is_emergency_number(start)
            || self.is_first_age(start, end)
            || self.makes_fraction(end, matches!(quantity.value, Value::Words { .. }))
        {
            return true;
        }
        match &quantity.value {
            Value::Other => true,
            Value::Digits { amount, plain, .. } => {
                (*plain && self.is_ordinal(start, end))
                    || self.is_written_date(start, end)
                    || self.is_part_of_name(start, end)
                    || (*plain && self.numbers_a_model(start, end))
                    || self.is_telephone(start, end)
                    || self.is_date(start, end, *amount)
                    || self.is_age(start, end, *amount, *plain)
                    || self.is_address(end)
                    || self.is_clock_time(start, end, *amount)
                    || (*plain && self.numbers_an_item(start, end))
                    || (*plain && self.is_year(quantity, qualified_from, qualifier))
            }
            Value::Words {
                weak: true, amount, ..
            } => !self.counts_weakly(quantity, *amount, qualifier.is_some()),
            Value::Words { amount, .. } => {
                self.is_date(start, end, *amount)
                    || self.is_clock_time(start, end, *amount)
                    || self.is_spelled_year(quantity, *amount, qualified_from)
            }
            Value::Article => !self.counts_casualty(quantity, qualifier.is_some()),
            Value::Nought => {
                !self.counts_casualty(quantity, false)
                    && self.own_noun(quantity).is_none()
                    && !self.is_none_of(quantity)
            }
            Value::Collective(_) | Value::Vague { .. } => self.closes_title(start, end),
        }
    }

    /// Whether a noun of the lexicon that can be counted begins at `at`.
    pub fn is_counted(&self, at: usize) -> bool {
        self.find(at, |sense| {
            matches!(sense, Sense::Group(_) | Sense::Measure { .. }).then_some(())
        })
        .is_some()
    }

    /// Whether what can be counted begins at `at` by itself, and no verb that a year may stand before: "2014 starben".
    pub fn counts_more_than_verb(&self, at: usize) -> bool {
        self.find(at, |sense| {
            matches!(
                sense,
                Sense::Group(_)
                    | Sense::Measure {
                        form: MeasureForm::Noun | MeasureForm::Participle | MeasureForm::Toll,
                        ..
                    }
            )
            .then_some(())
        })
        .is_some()
    }

    /// Whether the number is but the upper part of a fraction ("3/4", "two thirds"), of which no figure is made.
    pub fn is_share(&self, quantity: &Quantity) -> bool {
        let slash = self.is_mark(quantity.end, '/')
            && self
                .token(quantity.end + 1)
                .is_some_and(|token| token.kind == Kind::Digits);
        slash || self.makes_fraction(quantity.end, matches!(quantity.value, Value::Words { .. }))
    }

    /// "two thirds", "twenty-first", "vingt et unième", "5-й"; not "18 first responders".
    fn makes_fraction(&self, end: usize, spelled: bool) -> bool {
        let mut at = self.past_hyphen(end);
        if let Some(joined) = self.is(at, Sense::Joiner).filter(|_| spelled) {
            at = self.past_hyphen(joined);
        }
        let ordinal = at > end && self.context(at, Context::OrdinalSuffix).is_some();
        ordinal || (self.context(at, Context::Fraction).is_some() && !self.is_counted(at))
    }

    /// Digits written against letters or other digits: "A320", "Covid-19", "18th", "10:30", "3/4".
    fn is_part_of_name(&self, start: usize, end: usize) -> bool {
        let before = start
            .checked_sub(1)
            .filter(|_| self.adjacent(start).is_some());
        if let Some(before) = before
            && let Some(token) = self.token(before)
        {
            let names = match token.kind {
                Kind::Word => {
                    !self.is_currency(before) && !self.lexicon.phrases.is_clitic(token.word)
                }
                Kind::Digits => true,
                Kind::Mark('-' | '/' | '.' | ':' | '_' | '@' | '\\' | '&' | '=') => {
                    self.adjacent(before).is_some()
                }
                Kind::Mark('#') => true,
                Kind::Mark(_) => false,
            };
            if names {
                return true;
            }
        }
        let Some(after) = self.adjacent(end) else {
            return false;
        };
        match after.kind {
            Kind::Word => {
                self.unit_at(end).is_none() || self.context(end, Context::OrdinalSuffix).is_some()
            }
            Kind::Digits => true,
            Kind::Mark('-' | '/' | ':' | '.' | '_' | '@' | '\\' | '\u{D7}' | ',') => {
                let next = self.adjacent(end + 1);
                next.is_some_and(|next| match (after.kind, next.kind) {
                    // "$15.4/hour".
                    (Kind::Mark('-' | '/'), Kind::Word) => false,
                    (Kind::Mark('.' | ','), kind) => kind == Kind::Digits,
                    (Kind::Mark(':'), kind) => kind == Kind::Digits,
                    _ => true,
                })
            }
            Kind::Mark('º' | 'ª') => true,
            Kind::Mark(_) => false,
        }
    }

    pub fn is_currency(&self, at: usize) -> bool {
        self.find(at, |sense| match sense {
            Sense::Unit(unit) => self
                .lexicon
                .units
                .get(unit)
                .filter(|unit| unit.before)
                .map(|_| ()),
            _ => None,
        })
        .is_some()
    }

    /// "+33 …", and digits that begin with 0 as no number does.
    fn is_telephone(&self, start: usize, end: usize) -> bool {
        let signed = start.checked_sub(1).is_some_and(|at| self.is_mark(at, '+'))
            && self.adjacent(start).is_some();
        let chained = self
            .token(end)
            .is_some_and(|next| next.kind == Kind::Digits);
        let text = self
            .token(start)
            .and_then(|token| self.text.get(token.span()))
            .unwrap_or("");
        let nought = text.len() > 1
            && text.chars().all(|c| c.is_ascii_digit())
            && text.starts_with('0')
            && end == start + 1;
        let spaced = chained
            && self
                .token(start + 1)
                .is_some_and(|token| token.kind == Kind::Digits)
            && end > start + 1;
        nought || spaced || (signed && (chained || text.len() >= 6))
    }

    /// Where the digits end that belong to the same date, time, address or telephone number as those that end at
    /// `end`.
    pub fn name_end(&self, quantity: &Quantity) -> usize {
        let telephone = self.is_telephone(quantity.start, quantity.end);
        let mut end = quantity.end;
        loop {
            let next = self.token(end).map(|token| token.kind);
            let joined = matches!(next, Some(Kind::Mark('-' | '/' | '.' | ':' | '\u{2013}')))
                && self.adjacent(end).is_some()
                && self
                    .adjacent(end + 1)
                    .is_some_and(|token| token.kind == Kind::Digits);
            if joined {
                end += 2;
            } else if telephone && next == Some(Kind::Digits) {
                end += 1;
            } else if let Some(minutes) = self.minutes(end) {
                end = minutes;
            } else {
                return end;
            }
        }
    }

    /// Where the minutes end behind "14 h" or "sept heures".
    fn minutes(&self, at: usize) -> Option<usize> {
        let minutes = self.quantity(self.context(at, Context::ClockMiddle)?, false)?;
        let counts =
            self.is_counted(minutes.end) || self.context(minutes.end, Context::Thing).is_some();
        let fits = minutes.value.amount()? < Amount::from(60) && !counts;
        fits.then_some(minutes.end)
    }

    pub fn is_capital(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.capital)
    }

    /// "2. The army …": the number of a paragraph.
    fn numbers_an_item(&self, start: usize, end: usize) -> bool {
        let first = start
            .checked_sub(1)
            .is_none_or(|before| self.ends_clause(before));
        let marked = self.is_mark(end, '.') || self.is_mark(end, ')');
        let goes_on = self
            .token(end + 1)
            .is_some_and(|token| token.kind == Kind::Word && token.capital);
        first && marked && self.adjacent(end).is_some() && goes_on
    }

    /// "12 Oak Street", "12, rue des Lilas".
    fn is_address(&self, end: usize) -> bool {
        // "400 square kilometres".
        if self.unit_at(end).is_some() {
            return false;
        }
        let at = if self.is_mark(end, ',') { end + 1 } else { end };
        if self.context(at, Context::Street).is_some()
            && self.token(at).is_some_and(|token| !token.capital)
        {
            return !self.is_counted(at);
        }
        (at..at + 3)
            .take_while(|&i| {
                self.token(i)
                    .is_some_and(|token| token.kind == Kind::Word && token.capital)
            })
            .any(|i| self.context(i, Context::Street).is_some())
    }

    /// Whether a countable noun follows behind one other word ("2 014 armed fighters").
    pub fn counts_after_adjective(&self, at: usize) -> bool {
        let plain = self.token(at).is_some_and(|token| token.kind == Kind::Word);
        plain && self.context(at, Context::Function).is_none() && self.is_counted(at + 1)
    }
}
