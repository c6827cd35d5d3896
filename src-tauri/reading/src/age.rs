//! Numbers that are ages.

use crate::quantity::{Quantity, Scan};
use crate::sense::{Context, MeasureForm, Sense};
use crate::token::Kind;
use crate::{Amount, Qualifier};

/// How many ages may stand in a row.
const AGES: usize = 6;

impl Scan<'_> {
    /// "children under 15".
    pub fn is_age_limit(
        &self,
        quantity: &Quantity,
        qualified_from: usize,
        qualifier: Option<Qualifier>,
    ) -> bool {
        let limits = matches!(qualifier, Some(Qualifier::LessThan | Qualifier::MoreThan));
        let age = |amount: Amount| amount.is_whole() && amount < Amount::from(100);
        let counts = |sense| {
            let form = MeasureForm::Noun;
            let noun = matches!(sense, Sense::Measure { form: found, .. } if found == form);
            (noun || matches!(sense, Sense::Group(_) | Sense::Context(Context::Thing)))
                .then_some(())
        };
        let persons = |sense| matches!(sense, Sense::Group(_)).then_some(());
        limits
            && quantity.value.amount().is_some_and(age)
            && self.find(quantity.end, counts).is_none()
            && self.unit_at(quantity.end).is_none()
            && self.find_before(qualified_from, persons).is_some()
    }

    /// "niñas de 6 y 9 años": the first of several ages.
    pub fn is_first_age(&self, start: usize, end: usize) -> bool {
        let mut at = end;
        let of = self.is_before(start, Sense::Of).is_some();
        for _ in 0..AGES {
            let next = self.is(at, Sense::Joiner);
            let Some(second) = next
                .or_else(|| self.is_mark(at, ',').then_some(at + 1))
                .filter(|_| of)
                .and_then(|next| self.quantity(next, false))
            else {
                return false;
            };
            at = second.end;
            if next.is_some() {
                return self.context(at, Context::Duration).is_some();
            }
        }
        false
    }

    /// "Ana Sol, 34, said".
    pub fn is_age(&self, start: usize, end: usize, amount: Amount, plain: bool) -> bool {
        let opened = start
            .checked_sub(1)
            .and_then(|at| self.token(at))
            .map(|token| token.kind);
        let closed = self.token(end).map(|token| token.kind);
        let enclosed = matches!(
            (opened, closed),
            (Some(Kind::Mark(',')), Some(Kind::Mark(',' | '.' | ';')))
                | (Some(Kind::Mark('(')), Some(Kind::Mark(')')))
        );
        let named = start
            .checked_sub(2)
            .and_then(|at| self.token(at))
            .is_some_and(|token| token.kind == Kind::Word && token.capital);
        let named = named || start.checked_sub(2).is_some_and(|at| self.is_counted(at));
        plain && enclosed && named && amount > Amount::ZERO && amount < Amount::from(111)
    }
}
