//! Days, months and years, which count nothing.

use crate::quantity::{Quantity, Scan};
use crate::sense::{Context, Sense};
use crate::token::Kind;
use crate::{Amount, Qualifier};

impl Scan<'_> {
    /// "9 January", "January 9", "9 and 10 January".
    pub fn is_date(&self, start: usize, end: usize, amount: Amount) -> bool {
        let day = amount <= Amount::from(31) && amount.is_whole();
        let year = amount >= Amount::from(1000) && amount < Amount::from(2100);
        let end = self.past_ordinal_point(end);
        let of = self.is(end, Sense::Of).unwrap_or(end);
        // "12. Januar", "12 de enero", "12-ene".
        let named = [end, of, self.past_hyphen(end)].into_iter();
        if day && named.into_iter().any(|at| self.month(at)) {
            return true;
        }
        if day && let Some(next) = self.joins(end) {
            let second = self
                .token(next)
                .is_some_and(|token| token.kind == Kind::Digits);
            if second && self.month(next + 1) {
                return true;
            }
        }
        let counted = if year {
            self.counts_more_than_verb(end)
        } else {
            self.is_counted(end)
        };
        // "enero de 2022".
        let lead = self.is_before(start, Sense::Of).filter(|_| year);
        if !counted
            && (day || year)
            && (self.month_before(start) || lead.is_some_and(|of| self.month_before(of)))
        {
            return true;
        }
        if day && self.is_day(start, end) {
            return true;
        }
        // "20 Aug 88".
        let dated = self.month_start(start).is_some_and(|at| {
            at.checked_sub(1)
                .and_then(|day| self.token(day))
                .is_some_and(|token| token.kind == Kind::Digits)
        });
        if dated && !self.is_counted(end) && amount < Amount::from(100) {
            return true;
        }
        // "January 9, 2022".
        year && start.checked_sub(2).is_some_and(|at| {
            self.is_mark(at + 1, ',')
                && self
                    .token(at)
                    .is_some_and(|token| token.kind == Kind::Digits)
                && self.month_before(at)
        })
    }

    fn joins(&self, at: usize) -> Option<usize> {
        self.find(at, |sense| {
            matches!(sense, Sense::Joiner | Sense::RangeMiddle(_)).then_some(())
        })
        .map(|(end, ())| end)
    }

    pub fn month(&self, at: usize) -> bool {
        self.context(at, Context::Month).is_some()
            || (self.context(at, Context::CapitalMonth).is_some() && self.is_capital(at))
    }

    fn month_before(&self, end: usize) -> bool {
        self.month_start(end).is_some()
    }

    /// Where the month begins that stands right before `end`.
    fn month_start(&self, end: usize) -> Option<usize> {
        let point = end
            .checked_sub(1)
            .filter(|&at| self.is_mark(at, '.'))
            .unwrap_or(end);
        let named = self
            .context_before(point, Context::CapitalMonth)
            .filter(|&at| self.is_capital(at));
        self.context_before(point, Context::Month).or(named)
    }

    /// "Tuesday 18", "le 18": a day of the month, unless a noun follows.
    fn is_day(&self, start: usize, end: usize) -> bool {
        let named = self.context_before(start, Context::Day).is_some();
        let noun = self
            .token(end)
            .is_some_and(|token| token.kind == Kind::Word)
            && self.context(end, Context::Function).is_none();
        let measured = self.unit_at(end).is_some();
        // "no domingo, 18, chegou": the day of the month behind the comma.
        let apposed = start.checked_sub(1).is_some_and(|comma| {
            self.is_mark(comma, ',') && self.context_before(comma, Context::Day).is_some()
        }) && (self.is_mark(end, ',') || self.is_mark(end, '.'));
        apposed
            || (named && !noun && !measured)
            || (self.context_before(start, Context::DayBefore).is_some()
                && !self.is_counted(end)
                && !measured)
    }

    /// "in two thousand and twenty".
    pub fn is_spelled_year(
        &self,
        quantity: &Quantity,
        amount: Amount,
        qualified_from: usize,
    ) -> bool {
        let likely = amount >= Amount::from(1900) && amount < Amount::from(2100);
        likely
            && quantity.start == qualified_from
            && self
                .context_before(quantity.start, Context::YearBefore)
                .is_some()
            && !self.is_counted(quantity.end)
            && !self.counts_after_adjective(quantity.end)
            && self.unit_at(quantity.end).is_none()
    }

    pub fn is_year(
        &self,
        quantity: &Quantity,
        qualified_from: usize,
        qualifier: Option<Qualifier>,
    ) -> bool {
        let (start, end) = (quantity.start, quantity.end);
        let four = self
            .token(start)
            .and_then(|token| self.text.get(token.span()))
            .is_some_and(|text| text.chars().count() == 4);
        let Some(amount) = quantity.value.amount().filter(|_| four && end == start + 1) else {
            return false;
        };
        if self.is_changed_count(start) {
            return false;
        }
        let likely = amount >= Amount::from(1900) && amount < Amount::from(2100);
        let possible = amount >= Amount::from(1000) && amount < Amount::from(2100);
        let counted = self.counts_more_than_verb(end)
            || self.unit_at(end).is_some()
            || self.counts_after_adjective(end)
            || start
                .checked_sub(1)
                .is_some_and(|before| self.is_currency(before));
        if possible
            && self
                .context_before(qualified_from, Context::YearBefore)
                .is_some()
            && !counted
        {
            return true;
        }
        let firm = qualifier.is_some_and(|qualifier| qualifier != Qualifier::About);
        likely && !counted && !firm
    }
}
