//! Numbers written in words, put together word by word.

use std::cmp::Ordering;

use crate::Amount;
use crate::entries::Takes;
use crate::lexicon::Lexicon;
use crate::quantity::{Quantity, Scan, Value};
use crate::sense::Sense;

/// A number word that fits at some place.
#[derive(Clone, Copy)]
enum Atom {
    Add(usize),
    Scale(usize),
}

/// How a number word stands to the one before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    /// At once, or behind a hyphen.
    Direct,
    /// Behind "and".
    Joined,
    /// Behind "and", all three written as one word.
    Fused,
}

/// What may follow a number word.
#[derive(Clone, Copy)]
struct Following<'l> {
    direct: &'l Takes,
    joined: &'l Takes,
    fused: Option<&'l Takes>,
}

impl Following<'_> {
    fn takes(&self, value: i64, link: Link) -> bool {
        match link {
            Link::Direct => self.direct.holds(value),
            Link::Joined => self.joined.holds(value),
            Link::Fused => {
                self.joined.holds(value) || self.fused.is_some_and(|fused| fused.holds(value))
            }
        }
    }
}

/// A number in words as far as it has been read.
#[derive(Clone)]
struct Composing<'l> {
    /// Finished parts, each with its scale: 3 000 of scale 1 000.
    parts: Vec<(i128, i128)>,
    /// What is gathered below the next scale word.
    group: Option<i128>,
    /// What the last scale word below 1 000 multiplied, where nothing has been added since: the 3 of 300.
    multiplied: Option<i128>,
    following: Option<Following<'l>>,
    end: usize,
    words: usize,
    weak: bool,
}

impl Scan<'_> {
    /// A number in words, with its half or its decimals.
    pub fn spelled(&self, at: usize) -> Option<Quantity> {
        self.with_fraction(at, self.composed(at)?)
    }

    /// A whole number in words, and where it ends.
    pub fn whole_in_words(&self, at: usize) -> Option<(usize, Amount)> {
        let state = self.composed(at)?;
        Some((state.end, state.amount()?))
    }

    fn composed(&self, at: usize) -> Option<Composing<'_>> {
        let mut state = Composing {
            parts: Vec::new(),
            group: None,
            multiplied: None,
            following: None,
            end: at,
            words: 0,
            weak: false,
        };
        // "a hundred": the article stands for one.
        if let Some(after) = self.is(at, Sense::Article)
            && self
                .atom(after)
                .is_some_and(|(_, atom)| matches!(atom, Atom::Scale(_)))
        {
            state.end = after;
            state.group = Some(1);
        }
        let mut before_last: Option<Composing> = None;
        while let Some((end, atom, link)) = self.next_atom(&state) {
            let step = match atom {
                Atom::Add(index) => state.clone().add(self.lexicon, index, end, link),
                Atom::Scale(index) => state.clone().scale(self.lexicon, index, end, link),
            };
            match (step, atom) {
                (Some(next), Atom::Add(_)) => {
                    before_last = Some(std::mem::replace(&mut state, next))
                }
                (Some(next), Atom::Scale(_)) => (state, before_last) = (next, None),
                // "three hundred and two | hundred": the last word belongs to the next number.
                (None, Atom::Scale(_)) => {
                    state = before_last.filter(|state| state.words > 0).unwrap_or(state);
                    break;
                }
                (None, Atom::Add(_)) => break,
            }
        }
        (state.words > 0).then_some(state)
    }

    /// Adds "and a half" with the scale word that may follow it, or decimals.
    fn with_fraction(&self, start: usize, state: Composing) -> Option<Quantity> {
        let (mut end, mut amount) = (state.end, state.amount()?);
        let coefficient = match state.parts.as_slice() {
            [(value, scale)] if state.group.is_none() => Amount::from_parts(value / scale, 0).ok(),
            [] => state
                .multiplied
                .and_then(|value| Amount::from_parts(value, 0).ok()),
            _ => None,
        };
        if let Some(after) = self.is(end, Sense::HalfAfter) {
            // "un millón y medio" halves the million, "un billón y medio millón" another one.
            let smaller = self
                .scale_at(after, after, false)
                .filter(|_| !state.parts.is_empty())
                .and_then(|(past, scale)| Some((past, self.lexicon.scales.get(scale)?)))
                .filter(|(_, scale)| !scale.suffix);
            let last = match &smaller {
                Some((_, scale)) => i128::from(scale.value),
                None => state
                    .parts
                    .last()
                    .filter(|_| state.group.is_none())
                    .map_or(1, |&(_, scale)| scale),
            };
            let after = smaller.map_or(after, |(past, _)| past);
            amount = amount.checked_add(Amount::from_parts(last.checked_mul(5)?, 1).ok()?)?;
            end = after;
            if let Some((after, scale)) = self
                .scale_at(end, end, false)
                .filter(|_| state.parts.is_empty())
            {
                let scale = self
                    .lexicon
                    .scales
                    .get(scale)
                    .filter(|scale| !scale.suffix)?;
                (end, amount) = (after, amount.checked_mul(Amount::from(scale.value))?);
            }
        }
        if let [.., (_, scale)] = state.parts.as_slice()
            && state.group.is_none()
            && end == state.end
            && let Some((after, rest)) = self.joined_rest(end, i64::try_from(*scale).ok()?)
        {
            (end, amount) = (after, amount.checked_add(rest)?);
        }
        if let Some((after, decimals)) = self.decimals(end) {
            amount = amount.checked_add(decimals)?;
            end = after;
        }
        let weak = state.weak && state.words == 1 && end == state.end;
        Some(Quantity {
            start,
            end,
            value: Value::Words {
                amount,
                coefficient,
                weak,
            },
        })
    }

    /// Decimals in words: "virgule zéro cinq". Digits are said one by one, or all as one number.
    fn decimals(&self, at: usize) -> Option<(usize, Amount)> {
        let mut end = self.is(at, Sense::Point)?;
        let (mut mantissa, mut scale) = (0_i128, 0_u32);
        while let Some(next) = self.composed(end) {
            let said = next.amount()?.decimal().mantissa();
            let digits = said.checked_ilog10().map_or(1, |log| log + 1);
            mantissa = mantissa
                .checked_mul(10_i128.checked_pow(digits)?)?
                .checked_add(said)?;
            (end, scale) = (next.end, scale + digits);
            if digits > 1 {
                break;
            }
        }
        (scale > 0)
            .then(|| Amount::from_parts(mantissa, scale).ok())?
            .map(|decimals| (end, decimals))
    }

    fn atom(&self, at: usize) -> Option<(usize, Atom)> {
        self.find(at, |sense| match sense {
            Sense::Add(index) => Some(Atom::Add(index)),
            Sense::Scale(index) => self
                .lexicon
                .scales
                .get(index)
                .filter(|scale| !scale.suffix)
                .map(|_| Atom::Scale(index)),
            _ => None,
        })
    }

    /// The number word after `state`: directly, behind a hyphen, or behind "and".
    fn next_atom(&self, state: &Composing) -> Option<(usize, Atom, Link)> {
        let at = if state.words == 0 {
            state.end
        } else {
            self.past_hyphen(state.end)
        };
        if let Some((end, atom)) = self.atom(at) {
            return Some((end, atom, Link::Direct));
        }
        let joined = self.is(at, Sense::Joiner).filter(|_| state.words > 0)?;
        let fused = self.adjacent(at).is_some() && self.adjacent(joined).is_some();
        let link = if fused { Link::Fused } else { Link::Joined };
        self.atom(self.past_hyphen(joined))
            .map(|(end, atom)| (end, atom, link))
    }
}

impl<'l> Composing<'l> {
    fn add(
        mut self,
        lexicon: &'l Lexicon,
        index: usize,
        end: usize,
        link: Link,
    ) -> Option<Composing<'l>> {
        let word = lexicon.adding.get(index)?;
        match self.following {
            Some(following) => {
                following.takes(word.value, link).then_some(())?;
                self.group = Some(
                    self.group
                        .unwrap_or(0)
                        .checked_add(i128::from(word.value))?,
                );
            }
            None if self.words == 0 && self.group.is_none() => {
                self.group = Some(i128::from(word.value))
            }
            None => return None,
        }
        self.following = Some(Following {
            direct: &word.takes,
            joined: &word.joined,
            fused: Some(&word.fused),
        });
        self.multiplied = None;
        self.weak = word.weak;
        self.words += 1;
        self.end = end;
        Some(self)
    }

    fn scale(
        mut self,
        lexicon: &'l Lexicon,
        index: usize,
        end: usize,
        link: Link,
    ) -> Option<Composing<'l>> {
        let joined = link != Link::Direct;
        let scale = lexicon.scales.get(index)?;
        let value = i128::from(scale.value);
        // Without a number before it a scale word is one of itself, where it may be, or another part of a larger one.
        let bare = scale.bare
            && self.group.is_none()
            && self
                .following
                .is_none_or(|following| following.takes(scale.value, link));
        self.multiplied = self
            .group
            .filter(|_| scale.value < 1_000 && self.parts.is_empty());
        if scale.value < 1_000 {
            self.group = match self.group {
                Some(group)
                    if !joined
                        && (scale.of.holds(i64::try_from(group).ok()?) || self.words == 0) =>
                {
                    Some(group.checked_mul(value)?)
                }
                None if bare => Some(value.checked_mul(i128::from(scale.times))?),
                _ => return None,
            };
        } else {
            if joined && self.group.is_none() && !bare {
                return None;
            }
            let mut gathered = self.group.take();
            while let Some(&(part, of)) = self.parts.last() {
                match of.cmp(&value) {
                    Ordering::Less => {
                        gathered = Some(gathered.unwrap_or(0).checked_add(part)?);
                        self.parts.pop();
                    }
                    Ordering::Equal => return None,
                    Ordering::Greater => break,
                }
            }
            let gathered = match gathered {
                Some(0) => return None,
                Some(gathered) => gathered,
                None if bare => i128::from(scale.times),
                None => return None,
            };
            self.parts.push((gathered.checked_mul(value)?, value));
        }
        self.following = Some(Following {
            direct: &scale.takes,
            joined: &scale.joined,
            fused: None,
        });
        self.weak = false;
        self.words += 1;
        self.end = end;
        Some(self)
    }

    fn amount(&self) -> Option<Amount> {
        let parts = self
            .parts
            .iter()
            .try_fold(0_i128, |sum, &(part, _)| sum.checked_add(part))?;
        Amount::from_parts(parts.checked_add(self.group.unwrap_or(0))?, 0).ok()
    }
}
