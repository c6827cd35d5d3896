//! Words that are numbers only where they count casualties: "a", "one", "no".

use crate::Amount;
use crate::context::NEAR;
use crate::quantity::{Quantity, Scan};
use crate::sense::{Context, MeasureForm, Sense, Side};
use crate::token::Kind;

impl Scan<'_> {
    /// Whether "one", "neuf" or "zero" counts here.
    pub fn counts_weakly(&self, quantity: &Quantity, amount: Amount, qualified: bool) -> bool {
        if amount == Amount::ZERO || self.is(quantity.start, Sense::Article).is_some() {
            return self.counts_casualty(quantity, qualified);
        }
        // "dont neuf se trouvent".
        let part = self.is_before(quantity.start, Sense::Part(Side::Before));
        if part.is_some()
            || self.leads(quantity.start).is_some()
            || self.own_noun(quantity).is_some()
        {
            return true;
        }
        let before = self
            .context_before(quantity.start, Context::Definite)
            .is_some();
        let follows = self
            .token(quantity.end)
            .is_some_and(|token| token.kind == Kind::Word)
            && self.context(quantity.end, Context::Function).is_none();
        if before || !follows {
            return false;
        }
        qualified
            || amount != Amount::from(1)
            || self.is_counted(quantity.end)
            || self.counts_after_adjective(quantity.end)
    }

    /// Whether an article or "no" gives the number of persons of a casualty: "un mort", "a soldier was killed",
    /// "no new deaths".
    /// "dos hombres y una mujer": one more of the people that a number counts before "and".
    fn ends_list(&self, quantity: &Quantity) -> bool {
        let group = |sense| matches!(sense, Sense::Group(_)).then_some(());
        let counted = self
            .is_before(quantity.start, Sense::Joiner)
            .and_then(|joiner| self.find_before(joiner, group))
            .and_then(|(noun, ())| noun.checked_sub(1))
            .is_some_and(|before| {
                self.token(before)
                    .is_some_and(|token| token.kind == Kind::Digits)
                    || self
                        .find(before, |sense| matches!(sense, Sense::Add(_)).then_some(()))
                        .is_some()
            });
        counted && self.find(quantity.end, group).is_some()
    }

    /// "ninguno de los 148 pasajeros".
    pub fn is_none_of(&self, quantity: &Quantity) -> bool {
        self.is(quantity.end, Sense::Of)
            .and_then(|whole| self.quantity(whole, false))
            .is_some_and(|whole| whole.value.amount().is_some() && self.is_counted(whole.end))
    }

    pub fn counts_casualty(&self, quantity: &Quantity, qualified: bool) -> bool {
        if self.ends_list(quantity) {
            return true;
        }
        for at in (quantity.end..).take(3) {
            let noun = |sense| match sense {
                Sense::Measure {
                    form: MeasureForm::Noun,
                    ..
                } => Some(true),
                Sense::Group(_) => Some(false),
                _ => None,
            };
            match self.find(at, noun) {
                Some((_, true)) => return true,
                Some((end, false)) => {
                    return qualified
                        || self.is_measure_noun(at)
                        || self.happened_to(end, quantity.start)
                        || self.is_one_of(quantity.start)
                        || self.happened_before(quantity.start);
                }
                None => {}
            }
            let skip = self.token(at).is_some_and(|token| token.kind == Kind::Word)
                && self.context(at, Context::Function).is_none();
            if !skip {
                return false;
            }
        }
        false
    }

    /// "dont un enfant", "(deux soldats et un civil)": one of those of whom a count is made up.
    fn is_one_of(&self, start: usize) -> bool {
        if self.is_before(start, Sense::Part(Side::Before)).is_some() {
            return true;
        }
        let Some(and) = self.is_before(start, Sense::Joiner) else {
            return false;
        };
        let mark = (and.saturating_sub(NEAR)..and)
            .rev()
            .find(|&at| !self.is_word(at));
        mark.is_some_and(|at| self.is_mark(at, '(') || self.is_mark(at, ':'))
    }

    fn is_measure_noun(&self, at: usize) -> bool {
        self.find(at, |sense| {
            matches!(
                sense,
                Sense::Measure {
                    form: MeasureForm::Noun,
                    ..
                }
            )
            .then_some(())
        })
        .is_some()
    }

    /// Whether what happened stands right before the number: "starb ein Kind", "murió un hombre", "killed a man".
    fn happened_before(&self, start: usize) -> bool {
        let wanted = |sense| match sense {
            Sense::Measure {
                form: MeasureForm::Verb | MeasureForm::Participle | MeasureForm::Active,
                ..
            } => Some(()),
            _ => None,
        };
        // "a tué vendredi une femme"
        let day = self.context_before(start, Context::Day).unwrap_or(start);
        self.find_before(day, wanted).is_some()
    }

    /// Whether the clause that goes on at `at` says what happened to its subject, whose number is at `number`.
    fn happened_to(&self, at: usize, number: usize) -> bool {
        for i in (at..self.tokens.len())
            .take(NEAR + 2)
            .take_while(|&i| !self.ends_clause(i))
        {
            // "quoted an official as saying dozens were trapped": they are not what happened to the official.
            if !(at..i).any(|i| self.is_mark(i, ',')) && self.said_at(i) {
                return false;
            }
            let found = self.find(i, |sense| match sense {
                Sense::Measure {
                    form: MeasureForm::Verb,
                    ..
                } => Some(true),
                Sense::Measure {
                    form: MeasureForm::Participle,
                    ..
                } => Some(false),
                _ => None,
            });
            match found {
                Some((_, true)) => return true,
                Some((_, false)) => {
                    // "wurde ein Mann am Samstag getötet".
                    let passive = (i.saturating_sub(2)..=i)
                        .chain([number])
                        .any(|end| self.context_before(end, Context::Passive).is_some());
                    return passive || i == at;
                }
                None if self
                    .token(i)
                    .is_some_and(|token| token.kind == Kind::Digits) =>
                {
                    return false;
                }
                None => {}
            }
        }
        false
    }
}
