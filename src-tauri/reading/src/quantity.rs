//! Numbers by themselves: digits with their scale words, number words, vague words.

use std::ops::Range;

use crate::hits::Hits;
use crate::lexicon::Lexicon;
use crate::literal::{Literal, literal};
use crate::sense::{Context, Sense};
use crate::token::{Kind, Token};
use crate::{Amount, VagueWord};

/// A text cut into tokens, with the lexicon that numbered them.
pub(crate) struct Scan<'t> {
    pub text: &'t str,
    pub tokens: Vec<Token>,
    pub hits: Hits,
    pub lexicon: &'static Lexicon,
}

/// A number without qualifier and unit.
#[derive(Clone, Debug)]
pub(crate) struct Quantity {
    /// Its first token.
    pub start: usize,
    /// The token after it.
    pub end: usize,
    pub value: Value,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// Written in digits. `plain`: whole, without grouping and scale word, as years are. `coefficient` is the number
    /// before its scale word, where it has one.
    Digits {
        amount: Amount,
        plain: bool,
        coefficient: Option<Amount>,
    },
    /// Written in words. `weak` where it is a single word that often is no number.
    Words {
        amount: Amount,
        coefficient: Option<Amount>,
        weak: bool,
    },
    /// About a number, in one word ("trentaine").
    Collective(Amount),
    /// "dozens", "tens of thousands".
    Vague { word: VagueWord, scale: Amount },
    /// "a", "un".
    Article,
    /// "no", "aucun".
    Nought,
    /// Digits that are no number.
    Other,
}

impl Value {
    /// The number, where there is a single one.
    pub fn amount(&self) -> Option<Amount> {
        match self {
            Value::Digits { amount, .. }
            | Value::Words { amount, .. }
            | Value::Collective(amount) => Some(*amount),
            Value::Article => Some(Amount::from(1)),
            Value::Nought => Some(Amount::ZERO),
            Value::Vague { .. } | Value::Other => None,
        }
    }
}

impl<'t> Scan<'t> {
    pub fn new(text: &'t str, lexicon: &'static Lexicon) -> Scan<'t> {
        let tokens = lexicon.phrases.tokens(text);
        Scan {
            text,
            hits: Hits::new(&lexicon.phrases, &tokens),
            tokens,
            lexicon,
        }
    }

    pub fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    /// The token at `at` if it is written against the one before it.
    pub fn adjacent(&self, at: usize) -> Option<&Token> {
        let before = self.token(at.checked_sub(1)?)?;
        self.token(at).filter(|token| token.start == before.end)
    }

    /// The tokens that begin in some bytes of the text.
    pub fn tokens_in(&self, bytes: Range<usize>) -> Range<usize> {
        let at = |byte: usize| self.tokens.partition_point(|token| token.start < byte);
        at(bytes.start)..at(bytes.end.max(bytes.start))
    }

    pub fn is_mark(&self, at: usize, mark: char) -> bool {
        self.token(at)
            .is_some_and(|token| token.kind == Kind::Mark(mark))
    }

    /// The phrases that begin at `at`: the token after each, and its meanings; shorter phrases first.
    pub fn senses(&self, at: usize) -> impl Iterator<Item = (usize, Sense)> + '_ {
        self.hits.at(at).iter().copied()
    }

    /// The longest phrase at `at` with a meaning that `wanted` takes.
    pub fn find<T>(&self, at: usize, wanted: impl Fn(Sense) -> Option<T>) -> Option<(usize, T)> {
        let mut longest_first = self.hits.at(at).iter().rev();
        longest_first.find_map(|&(end, sense)| wanted(sense).map(|found| (end, found)))
    }

    /// The end of the longest phrase at `at` that means `sense`.
    pub fn is(&self, at: usize, sense: Sense) -> Option<usize> {
        self.find(at, |found| (found == sense).then_some(()))
            .map(|(end, ())| end)
    }

    /// The longest phrase that ends right before `end` with a meaning that `wanted` takes, and where it begins.
    pub fn find_before<T>(
        &self,
        end: usize,
        wanted: impl Fn(Sense) -> Option<T>,
    ) -> Option<(usize, T)> {
        let mut longest_first = self.hits.before(end).iter();
        longest_first.find_map(|&(start, sense)| wanted(sense).map(|found| (start, found)))
    }

    /// The start of the longest phrase right before `end` that means `sense`.
    pub fn is_before(&self, end: usize, sense: Sense) -> Option<usize> {
        let wanted = |found| (found == sense).then_some(());
        self.find_before(end, wanted).map(|(start, ())| start)
    }

    /// The number that begins at the token `at`; `money` where a currency stands before it.
    pub fn quantity(&self, at: usize, money: bool) -> Option<Quantity> {
        let token = self.token(at)?;
        let found = match token.kind {
            Kind::Digits => Some(self.of_collectives(self.digits(at, at, money))),
            Kind::Mark('-' | '\u{2212}') if self.opens(at) => {
                self.adjacent(at + 1)
                    .filter(|next| next.kind == Kind::Digits)?;
                Some(self.negated(self.digits(at + 1, at, money)))
            }
            Kind::Mark('.' | ',') if self.opens(at) => self.leading_point(at),
            Kind::Mark(_) => None,
            Kind::Word => self
                .vague(at)
                .or_else(|| self.collective(at))
                .or_else(|| self.half(at))
                .or_else(|| self.fractional(at))
                .or_else(|| self.spelled(at))
                .map(|quantity| self.of_collectives(quantity))
                .or_else(|| self.negative(at))
                .or_else(|| self.dual(at))
                .or_else(|| self.lone(at)),
        };
        found.filter(|quantity| quantity.end > at)
    }

    /// Whether nothing is written against the token on its left, so that it can be a sign.
    fn opens(&self, at: usize) -> bool {
        self.adjacent(at).is_none() || self.is_mark(at.wrapping_sub(1), '(')
    }

    fn digits(&self, at: usize, start: usize, money: bool) -> Quantity {
        let (mut end, literal) = literal(self.text, &self.tokens, at);
        if let Some(after) = self.number_suffix(end) {
            end = after;
        }
        let Literal::Number {
            value,
            grouped,
            decimal,
        } = literal
        else {
            return Quantity {
                start,
                end,
                value: Value::Other,
            };
        };
        match self.scaled(value, end, money) {
            Some((end, amount)) => Quantity {
                start,
                end,
                value: Value::Digits {
                    amount,
                    plain: false,
                    coefficient: Some(value),
                },
            },
            None => {
                let plain = !grouped && !decimal;
                Quantity {
                    start,
                    end,
                    value: Value::Digits {
                        amount: value,
                        plain,
                        coefficient: None,
                    },
                }
            }
        }
    }

    /// Where the ending of a number word stops that is written behind the digits: "5-ти".
    fn number_suffix(&self, end: usize) -> Option<usize> {
        let at = self.past_hyphen(end);
        self.is(at, Sense::Context(Context::NumberSuffix))
            .filter(|_| at > end)
    }

    /// `value` with the scale words behind it ("2.3 million", "5m").
    pub fn scaled(&self, value: Amount, end: usize, money: bool) -> Option<(usize, Amount)> {
        let at = self.past_hyphen(end);
        let (mut end, first) = self.scale_at(at, end, money)?;
        let scale = self.lexicon.scales.get(first)?;
        if let Some(whole) = small(value).filter(|_| scale.value < 1_000)
            && !scale.of.holds(whole)
        {
            return None;
        }
        let mut amount = value.checked_mul(Amount::from(scale.value))?;
        let mut last = scale.value;
        while let Some((next, scale)) = self.scale_at(end, end, false) {
            let scale = self
                .lexicon
                .scales
                .get(scale)
                .filter(|scale| !scale.suffix && scale.value > last)?;
            (end, amount, last) = (
                next,
                amount.checked_mul(Amount::from(scale.value))?,
                scale.value,
            );
        }
        let rest = self.joined_rest(end, last);
        if let Some((after, rest)) = rest.or_else(|| self.rest_of(end, last)) {
            (end, amount) = (after, amount.checked_add(rest)?);
        }
        if let Some(after) = self.is(end, Sense::HalfAfter) {
            let half = Amount::from_parts(5, 1)
                .ok()?
                .checked_mul(Amount::from(last))?;
            (end, amount) = (after, amount.checked_add(half)?);
        }
        Some((end, amount))
    }

    /// What follows a scaled number as its smaller part: the 300 000 of "2 millions 300 000". A part that is small
    /// beside the scale is a number of its own.
    fn rest_of(&self, at: usize, scale: i64) -> Option<(usize, Amount)> {
        self.token(at)
            .filter(|token| token.kind == Kind::Digits && scale > 1_000)?;
        self.smaller_part(at, scale)
            .filter(|(_, value)| *value >= Amount::from(scale / 1_000))
    }

    /// What follows as the smaller part behind an "and" that is written against it: "12 ألفا و300".
    pub fn joined_rest(&self, at: usize, scale: i64) -> Option<(usize, Amount)> {
        let token = self.token(at)?;
        let joined = self
            .is(at, Sense::Joiner)
            .filter(|&next| self.adjacent(next).is_some())
            .filter(|_| self.lexicon.phrases.is_clitic(token.word))?;
        let whole = self
            .whole_in_words(joined)
            .filter(|(_, value)| *value > Amount::ZERO && *value < Amount::from(scale));
        whole.or_else(|| self.smaller_part(joined, scale))
    }

    /// Digits with a scale word that is smaller than `scale`, or none.
    fn smaller_part(&self, at: usize, scale: i64) -> Option<(usize, Amount)> {
        self.token(at).filter(|token| token.kind == Kind::Digits)?;
        let (
            mut end,
            Literal::Number {
                mut value,
                decimal: false,
                ..
            },
        ) = literal(self.text, &self.tokens, at)
        else {
            return None;
        };
        if let Some((after, smaller)) = self.scale_at(end, end, false) {
            let smaller = self
                .lexicon
                .scales
                .get(smaller)
                .filter(|smaller| smaller.value < scale)?;
            (end, value) = (after, value.checked_mul(Amount::from(smaller.value))?);
        }
        (value > Amount::ZERO && value < Amount::from(scale)).then_some((end, value))
    }

    /// The scale word at `at`, behind digits that end at the token `digits_end`.
    pub fn scale_at(&self, at: usize, digits_end: usize, money: bool) -> Option<(usize, usize)> {
        let token = self.token(at)?;
        let before = self.token(digits_end.checked_sub(1)?)?;
        let gap = self.text.get(before.end..token.start)?;
        self.find(at, |sense| match sense {
            Sense::Scale(scale) => Some(scale),
            _ => None,
        })
        .filter(|&(end, scale)| {
            self.lexicon.scales.get(scale).is_some_and(|scale| {
                let close = gap.chars().count() <= 1
                    && self
                        .adjacent(end)
                        .is_none_or(|next| next.kind != Kind::Digits);
                let currency = money
                    || self.money_after(end)
                    || (token.capital && scale.value == 1_000_000 && gap.is_empty());
                (!scale.suffix || close) && (!scale.money || currency)
            })
        })
    }

    fn money_after(&self, at: usize) -> bool {
        let at = self.is(at, Sense::Of).unwrap_or(at);
        self.find(at, |sense| match sense {
            Sense::Unit(unit) => self
                .lexicon
                .units
                .get(unit)
                .filter(|unit| unit.unit == "money")
                .map(|_| ()),
            _ => None,
        })
        .is_some()
    }

    /// The token after a hyphen that joins without spaces, else `at` itself.
    pub fn past_hyphen(&self, at: usize) -> usize {
        let joins =
            self.is_mark(at, '-') && self.adjacent(at).is_some() && self.adjacent(at + 1).is_some();
        if joins { at + 1 } else { at }
    }

    /// Whether the tokens are a single article or "no".
    pub fn is_lone(&self, start: usize, end: usize) -> bool {
        self.lone(start).is_some_and(|quantity| quantity.end == end)
    }

    fn leading_point(&self, at: usize) -> Option<Quantity> {
        let digits = self
            .adjacent(at + 1)
            .filter(|next| next.kind == Kind::Digits)?;
        let amount = crate::literal::amount(self.text, &[], Some(&digits.span())).ok()?;
        let value = Value::Digits {
            amount,
            plain: false,
            coefficient: None,
        };
        Some(Quantity {
            start: at,
            end: at + 2,
            value,
        })
    }

    fn negative(&self, at: usize) -> Option<Quantity> {
        let after = self.is(at, Sense::Negative)?;
        let found = self.spelled(after).or_else(|| {
            self.token(after)
                .filter(|token| token.kind == Kind::Digits)
                .map(|_| self.digits(after, after, false))
        })?;
        Some(Quantity {
            start: at,
            ..self.negated(found)
        })
    }

    fn negated(&self, quantity: Quantity) -> Quantity {
        let minus = |amount: Amount| Amount::ZERO.checked_sub(amount);
        let value = match quantity.value {
            Value::Digits {
                amount,
                coefficient,
                ..
            } => minus(amount).map_or(Value::Other, |amount| Value::Digits {
                amount,
                plain: false,
                coefficient,
            }),
            Value::Words {
                amount,
                coefficient,
                ..
            } => minus(amount).map_or(Value::Other, |amount| Value::Words {
                amount,
                coefficient,
                weak: false,
            }),
            other => other,
        };
        Quantity { value, ..quantity }
    }
}

/// A small whole number.
fn small(amount: Amount) -> Option<i64> {
    if amount.is_whole() {
        i64::try_from(amount.decimal().mantissa()).ok()
    } else {
        None
    }
}
