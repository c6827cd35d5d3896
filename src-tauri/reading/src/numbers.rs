//! Numbers in a text, with their qualifiers and bounds.

use std::ops::Range;

use crate::quantity::{Quantity, Scan, Value};
use crate::sense::{Context, Sense};
use crate::token::Kind;
use crate::{Amount, Bounds, Qualifier, VagueWord, bounds, vague_bounds};

/// The unit of a number that counts things.
pub const COUNT: &str = "count";
/// The unit of shares.
pub(crate) const PERCENT: &str = "percent";
/// The unit of sums.
pub(crate) const MONEY: &str = "money";

/// How many qualifiers may stand before one number ("at least about").
const MOST_QUALIFIERS: usize = 3;

/// A number as a text gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberReading {
    /// The bytes of the number with its adjacent qualifier, without unit sign and without what is counted.
    pub span: Range<usize>,
    /// How the number is meant.
    pub qualifier: Qualifier,
    /// The number itself; absent of ranges and vague words.
    pub point: Option<Amount>,
    /// The least value meant; absent where it is open.
    pub low: Option<Amount>,
    /// The greatest value meant; absent where it is open.
    pub high: Option<Amount>,
    /// Whether the words give no number ("dozens").
    pub vague: bool,
    /// `count`, `percent`, `money` and so on.
    pub unit: String,
    /// Which of them: `USD` of money, `km` of length.
    pub unit_code: Option<String>,
}

impl NumberReading {
    /// Both ends of what is meant.
    pub fn bounds(&self) -> Bounds {
        Bounds {
            low: self.low,
            high: self.high,
        }
    }
}

/// A number with its place among the tokens.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// The tokens of the number and its qualifier.
    pub tokens: Range<usize>,
    /// The token after the number and its unit.
    pub after: usize,
    pub reading: NumberReading,
}

/// What stands between the qualifier and the unit.
enum Core {
    One(Quantity),
    Two(Quantity, Quantity),
}

impl Core {
    fn end(&self) -> usize {
        match self {
            Core::One(quantity) | Core::Two(_, quantity) => quantity.end,
        }
    }
}

/// Whether everything that is a number is wanted, or only what counts something.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    Figures,
    Numbers,
}

impl Scan<'_> {
    /// All numbers of the text, in order.
    pub fn numbers(&self, wanted: Wanted) -> Vec<Found> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            let (next, reading) = self.number_at(at, wanted);
            found.extend(reading);
            at = next.max(at + 1);
        }
        found
    }

    /// The number that begins at `at`, if one does, and where to go on.
    fn number_at(&self, at: usize, wanted: Wanted) -> (usize, Option<Found>) {
        let mut qualifier = None;
        let mut core_at = at;
        for _ in 0..MOST_QUALIFIERS {
            let Some((end, next)) = self.before(core_at) else {
                break;
            };
            qualifier = qualifier.or(Some(next));
            core_at = end;
        }
        if qualifier == Some(Qualifier::UpTo) && self.is_goal(at, core_at) {
            return (core_at, None);
        }
        let (number_at, money) = self.currency_before(core_at);
        let Some(core) = self.core(number_at, core_at, money.is_some()) else {
            return (at + 1, None);
        };
        let end = core.end();
        let last = match &core {
            Core::One(quantity) | Core::Two(_, quantity) => quantity,
        };
        let nothing = match (&core, wanted) {
            (_, Wanted::Numbers) => self.is_share(last),
            (Core::One(quantity), Wanted::Figures) => self.counts_nothing(quantity, at, qualifier),
            (Core::Two(first, second), Wanted::Figures) => {
                self.counts_nothing_between(first, second, at)
            }
        };
        if nothing {
            return (self.name_end(last), None);
        }
        let (span_end, qualifier) = match (qualifier, self.qualifier_after(end)) {
            // "about 500 or more": what stands behind says more.
            (None | Some(Qualifier::About), Some((after, behind))) => (after, Some(behind)),
            _ => (end, qualifier),
        };
        // A currency sign stands inside the span only where a qualifier stands before it.
        let start = if qualifier.is_some() && core_at > at {
            at
        } else {
            number_at
        };
        let (after, unit, code) = self.unit_of(span_end, money);
        // A noun that does not stand behind its number is looked for from where it begins.
        let after = match &core {
            Core::One(quantity) => self.own_noun(quantity).unwrap_or(after),
            Core::Two(..) => after,
        };
        let Some(reading) = self.reading(&core, qualifier, start..span_end, unit, code) else {
            return (end, None);
        };
        // What names the unit is no number of its own: "40 por ciento".
        (
            after.max(span_end),
            Some(Found {
                tokens: start..span_end,
                after,
                reading,
            }),
        )
    }

    fn currency_before(&self, at: usize) -> (usize, Option<usize>) {
        let sign = self.find(at, |sense| match sense {
            Sense::Unit(unit) => self
                .lexicon
                .units
                .get(unit)
                .filter(|unit| unit.before)
                .map(|_| unit),
            _ => None,
        });
        match sign {
            Some((end, unit))
                if self
                    .token(end)
                    .is_some_and(|token| token.kind == Kind::Digits) =>
            {
                (end, Some(unit))
            }
            _ => (at, None),
        }
    }

    /// One number, or two that make a range.
    fn core(&self, at: usize, opened_at: usize, money: bool) -> Option<Core> {
        let opening = self.find(opened_at, |sense| match sense {
            Sense::RangeOpen(range) => Some(range),
            _ => None,
        });
        if let Some((first_at, range)) = opening
            && let Some(core) = self.range(first_at, Some(range), opened_at)
        {
            return Some(core);
        }
        let quantity = self.quantity(at, money)?;
        match self.range(at, None, at) {
            Some(core) => Some(core),
            None => Some(Core::One(quantity)),
        }
    }

    /// A range whose first number is at `at`: opened by the word of style `opened`, or by none.
    fn range(&self, at: usize, opened: Option<usize>, start: usize) -> Option<Core> {
        let (number_at, money) = self.currency_before(at);
        let first = self.quantity(number_at, money.is_some())?;
        // "between 10 % and 20 %": the unit of both may stand behind either.
        let unit = self.unit_at(first.end).filter(|_| money.is_none());
        let middle = unit.map_or(self.past_open_hyphen(first.end), |(end, _)| end);
        let (middle_end, style) = self.find(middle, |sense| match sense {
            Sense::RangeMiddle(range) => {
                let style = self.lexicon.ranges.get(range)?;
                let fits = match opened {
                    Some(opened) => opened == range,
                    None => !style.opened,
                };
                fits.then_some(style)
            }
            _ => None,
        })?;
        if style.always {
            return None;
        }
        let mark = middle_end == middle + 1
            && self
                .token(middle)
                .is_some_and(|t| matches!(t.kind, Kind::Mark(_)));
        if mark && (self.adjacent(middle).is_none() || self.adjacent(middle_end).is_none()) {
            return None;
        }
        if style.change && self.context_near_before(start, Context::Change) {
            return None;
        }
        let (second_at, money) = self.currency_before(middle_end);
        let second = self.quantity(second_at, money.is_some())?;
        if let Some((_, unit)) = unit {
            let (_, other) = self.unit_at(second.end)?;
            (self.lexicon.units.get(unit)? == self.lexicon.units.get(other)?).then_some(())?;
        }
        let first = with_scale_of(first, &second);
        let (low, high) = (plain_amount(&first)?, plain_amount(&second)?);
        let close = high.checked_sub(low)? <= low.max(Amount::from(1));
        (mark || (low < high && (!style.neighbours || close))).then_some(Core::Two(first, second))
    }

    /// The token after a hyphen that stands for what follows the second number ("8- to 16-metre"), else `at`.
    fn past_open_hyphen(&self, at: usize) -> usize {
        let open =
            self.is_mark(at, '-') && self.adjacent(at).is_some() && self.adjacent(at + 1).is_none();
        if open { at + 1 } else { at }
    }

    /// Whether two joined numbers count nothing: days, years, scores, or what either is alone.
    fn counts_nothing_between(&self, first: &Quantity, second: &Quantity, start: usize) -> bool {
        let (Some(low), Some(high)) = (first.value.amount(), second.value.amount()) else {
            return true;
        };
        let joined = second.start == first.end + 1 && self.adjacent(second.start).is_some();
        if joined {
            let chained = self
                .adjacent(second.end)
                .is_some_and(|token| matches!(token.kind, Kind::Mark('-' | '\u{2013}')))
                && self
                    .adjacent(second.end + 1)
                    .is_some_and(|token| token.kind == Kind::Digits);
            let year = |amount: Amount| amount >= Amount::from(1900) && amount < Amount::from(2100);
            let score = (second.end..second.end + 8)
                .any(|at| self.context(at, Context::Score).is_some())
                || self.context_near_before(start, Context::Score);
            let month = low <= Amount::from(31) && year(high);
            if low >= high
                || chained
                || month
                || score
                || (year(low) && (year(high) || high < Amount::from(100)))
            {
                return true;
            }
        }
        // The mark between them makes neither a part of a name, so digits are asked no more than words are.
        let alone = |quantity: &Quantity| match quantity.value {
            Value::Digits { amount, .. } if joined => Quantity {
                value: Value::Words {
                    amount,
                    coefficient: None,
                    weak: false,
                },
                ..quantity.clone()
            },
            _ => quantity.clone(),
        };
        self.counts_nothing(&alone(second), start, None)
            || self.context_before(start, Context::Label).is_some()
            || self.counts_nothing(&alone(first), start, None)
    }

    pub(crate) fn unit_at(&self, at: usize) -> Option<(usize, usize)> {
        self.find(at, |sense| match sense {
            Sense::Unit(unit) => Some(unit),
            _ => None,
        })
    }

    fn unit_of(&self, at: usize, money: Option<usize>) -> (usize, String, Option<String>) {
        let found = match money {
            Some(unit) => Some((at, unit)),
            None => {
                let hyphen = self.past_hyphen(at);
                self.unit_at(hyphen)
                    .or_else(|| self.unit_at(self.is(hyphen, Sense::Of)?))
            }
        };
        let unit = found.and_then(|(end, unit)| Some((end, self.lexicon.units.get(unit)?)));
        match unit {
            Some((end, unit)) => (end, unit.unit.clone(), unit.code.clone()),
            None => (at, COUNT.to_owned(), None),
        }
    }

    fn reading(
        &self,
        core: &Core,
        qualifier: Option<Qualifier>,
        tokens: Range<usize>,
        unit: String,
        unit_code: Option<String>,
    ) -> Option<NumberReading> {
        let span = self.token(tokens.start)?.start..self.token(tokens.end.checked_sub(1)?)?.end;
        let counts = unit == COUNT;
        let (qualifier, point, bounds, vague) = match core {
            Core::Two(first, second) => {
                let bounds = Bounds {
                    low: first.value.amount(),
                    high: second.value.amount(),
                };
                (Qualifier::Between, None, bounds, false)
            }
            Core::One(quantity) => match &quantity.value {
                Value::Vague { word, scale } => {
                    let qualifier = qualifier.unwrap_or(Qualifier::About);
                    (qualifier, None, vague_of(qualifier, *word, *scale)?, true)
                }
                value => {
                    let collective = matches!(value, Value::Collective(_));
                    let usual = if collective {
                        Qualifier::About
                    } else {
                        Qualifier::Exact
                    };
                    let (qualifier, point) = (qualifier.unwrap_or(usual), value.amount()?);
                    (
                        qualifier,
                        Some(point),
                        bounds(qualifier, Some(point), counts).ok()?,
                        false,
                    )
                }
            },
        };
        Some(NumberReading {
            span,
            qualifier,
            point,
            low: bounds.low,
            high: bounds.high,
            vague,
            unit,
            unit_code,
        })
    }
}

fn vague_of(qualifier: Qualifier, word: VagueWord, scale: Amount) -> Option<Bounds> {
    vague_bounds(qualifier, word, scale).ok()
}

/// The number of a quantity that can be an end of a range.
fn plain_amount(quantity: &Quantity) -> Option<Amount> {
    match quantity.value {
        Value::Digits { amount, .. } | Value::Words { amount, .. } | Value::Collective(amount) => {
            Some(amount)
        }
        _ => None,
    }
}

/// In "2 to 3 million" the scale word belongs to both.
fn with_scale_of(first: Quantity, second: &Quantity) -> Quantity {
    let (Value::Digits {
        coefficient,
        amount,
        ..
    }
    | Value::Words {
        coefficient,
        amount,
        ..
    }) = &second.value
    else {
        return first;
    };
    let (Some(coefficient), Some(own)) = (coefficient, plain_amount(&first)) else {
        return first;
    };
    let unscaled = matches!(
        &first.value,
        Value::Digits {
            coefficient: None,
            ..
        } | Value::Words {
            coefficient: None,
            ..
        }
    );
    if !unscaled || own >= *coefficient {
        return first;
    }
    let Some(scale) = amount.decimal().checked_div(coefficient.decimal()) else {
        return first;
    };
    let scale = Amount::parse(&scale.normalize().to_string()).ok();
    match scale.and_then(|scale| own.checked_mul(scale)) {
        Some(amount) => Quantity {
            value: Value::Digits {
                amount,
                plain: false,
                coefficient: Some(own),
            },
            ..first
        },
        None => first,
    }
}
