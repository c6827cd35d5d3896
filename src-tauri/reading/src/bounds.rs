//! From a qualifier and a number to the range that they mean.
//!
//! All that is a matter of convention stands in the tables of this file: how wide "about" and "nearly" are, and what
//! "dozens" or "hundreds" stand for.

use serde::{Deserialize, Serialize};

use crate::{Amount, AmountError, Qualifier};

/// Both ends of a range, each inclusive; an absent end is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Bounds {
    /// The least value meant.
    pub low: Option<Amount>,
    /// The greatest value meant.
    pub high: Option<Amount>,
}

/// The convention that a bound rests on, where the text itself does not state it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BoundRule {
    /// Ten per cent of a round number ("about 1 000").
    TenPercent,
    /// One per cent of a number that is not round ("some 219").
    OnePercent,
    /// The range of a vague word ("dozens").
    Vague,
}

/// What each end of a range rests on; absent where the text states the end, or leaves it open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BoundRules {
    /// Behind the low end.
    pub low: Option<BoundRule>,
    /// Behind the high end.
    pub high: Option<BoundRule>,
}

/// The range of a vague word that has no number ("dozens": 24 to 99).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VagueWord {
    /// Tens: the "dizaines", "decenas", "десятки" of the Romance languages, Russian and Arabic.
    Tens,
    /// Dozens.
    Dozens,
    /// Scores.
    Scores,
    /// Hundreds.
    Hundreds,
    /// Thousands.
    Thousands,
    /// Millions.
    Millions,
    /// Thousands of millions.
    Billions,
    /// Millions of millions.
    Trillions,
}

/// Up to how many significant digits a number is round, so that "about" means [`BoundRule::TenPercent`].
const ROUND_DIGITS: u32 = 2;

impl BoundRule {
    /// The width on either side as a part of the number: mantissa and scale.
    fn share(self) -> Option<(i128, u32)> {
        match self {
            BoundRule::TenPercent => Some((1, 1)),
            BoundRule::OnePercent => Some((1, 2)),
            BoundRule::Vague => None,
        }
    }

    fn of_about(point: Amount) -> BoundRule {
        if point.significant_digits() <= ROUND_DIGITS {
            BoundRule::TenPercent
        } else {
            BoundRule::OnePercent
        }
    }
}

impl VagueWord {
    /// The range of the word alone.
    fn range(self) -> (i64, i64) {
        match self {
            VagueWord::Tens => (20, 99),
            VagueWord::Dozens => (24, 99),
            VagueWord::Scores => (40, 99),
            VagueWord::Hundreds => (200, 999),
            VagueWord::Thousands => (2_000, 9_999),
            VagueWord::Millions => (2_000_000, 9_999_999),
            VagueWord::Billions => (2_000_000_000, 9_999_999_999),
            VagueWord::Trillions => (2_000_000_000_000, 9_999_999_999_999),
        }
    }
}

/// The bounds that `qualifier` gives to `point`.
///
/// For a whole number n of unit count (`unit_is_count`): exact n..n, at least n..∅, more than n+1..∅, at most and up
/// to ∅..n, less than ∅..n−1, nearly n−10 %..n−1, about ±10 % where n has one or two significant digits, else ±1 %;
/// the percentages are of |n| and rounded outwards to whole counts. Of any other number or unit, more than, less
/// than and nearly take n itself and nothing is rounded. Between is said of two numbers and gives none here, nor
/// does an absent point.
///
/// # Errors
/// [`AmountError::TooManyDigits`] where a bound would not fit into an [`Amount`].
pub fn bounds(
    qualifier: Qualifier,
    point: Option<Amount>,
    unit_is_count: bool,
) -> Result<Bounds, AmountError> {
    let Some(point) = point else {
        return Ok(Bounds::default());
    };
    let counts = unit_is_count && point.is_whole();
    let step = if counts {
        Amount::from(1)
    } else {
        Amount::ZERO
    };
    let below = || point.checked_sub(step).ok_or(AmountError::TooManyDigits);
    let above = || point.checked_add(step).ok_or(AmountError::TooManyDigits);
    let (low, high) = match qualifier {
        Qualifier::Exact => (Some(point), Some(point)),
        Qualifier::AtLeast => (Some(point), None),
        Qualifier::MoreThan => (Some(above()?), None),
        Qualifier::AtMost | Qualifier::UpTo => (None, Some(point)),
        Qualifier::LessThan => (None, Some(below()?)),
        Qualifier::Nearly => (
            Some(spread(point, BoundRule::TenPercent, counts)?.0),
            Some(below()?),
        ),
        Qualifier::About => {
            let (low, high) = spread(point, BoundRule::of_about(point), counts)?;
            (Some(low), Some(high))
        }
        Qualifier::Between => (None, None),
    };
    Ok(Bounds { low, high })
}

/// The bounds of a vague word of `scale` ("dozens" of 1, "tens of thousands" of 1 000), as far as `qualifier` leaves
/// them: "at least dozens" has no high end, "up to hundreds" no low one.
///
/// # Errors
/// [`AmountError::TooManyDigits`] where a bound would not fit into an [`Amount`].
pub fn vague_bounds(
    qualifier: Qualifier,
    word: VagueWord,
    scale: Amount,
) -> Result<Bounds, AmountError> {
    let (first, last) = word.range();
    // The last whole number before the range that would follow: tens of thousands end at 99 999, not at 99 000.
    let after = Amount::from(last.saturating_add(1));
    let low = Amount::from(first).checked_mul(scale);
    let high = after
        .checked_mul(scale)
        .and_then(|end| end.checked_sub(Amount::from(1)));
    let (Some(low), Some(high)) = (low, high) else {
        return Err(AmountError::TooManyDigits);
    };
    Ok(Bounds {
        low: qualifier.states_low().then_some(low),
        high: qualifier.states_high().then_some(high),
    })
}

/// What the given bounds rest on: a bound that is not the one a rule gives was stated by a person or by the text, and
/// rests on nothing. A finding must say so wherever it uses a bound that does rest on a rule.
pub fn bound_rules(
    qualifier: Qualifier,
    point: Option<Amount>,
    vague: bool,
    unit_is_count: bool,
    stated: Bounds,
) -> BoundRules {
    if vague {
        return BoundRules {
            low: stated.low.map(|_| BoundRule::Vague),
            high: stated.high.map(|_| BoundRule::Vague),
        };
    }
    let (Some(point), Ok(filled)) = (point, bounds(qualifier, point, unit_is_count)) else {
        return BoundRules::default();
    };
    let (low, high) = match qualifier {
        Qualifier::About => (
            Some(BoundRule::of_about(point)),
            Some(BoundRule::of_about(point)),
        ),
        Qualifier::Nearly => (Some(BoundRule::TenPercent), None),
        _ => (None, None),
    };
    BoundRules {
        low: low.filter(|_| stated.low.is_some() && stated.low == filled.low),
        high: high.filter(|_| stated.high.is_some() && stated.high == filled.high),
    }
}

/// The point less and plus its share, rounded outwards to whole numbers where it `counts`.
fn spread(point: Amount, rule: BoundRule, counts: bool) -> Result<(Amount, Amount), AmountError> {
    let Some((mantissa, scale)) = rule.share() else {
        return Ok((point, point));
    };
    let width = point
        .abs()
        .checked_mul(Amount::from_parts(mantissa, scale)?);
    let ends = width.and_then(|width| Some((point.checked_sub(width)?, point.checked_add(width)?)));
    let (low, high) = ends.ok_or(AmountError::TooManyDigits)?;
    Ok(if counts {
        (low.floor(), high.ceil())
    } else {
        (low, high)
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn amount(text: &str) -> Option<Amount> {
        (!text.is_empty()).then(|| Amount::parse(text).unwrap())
    }

    fn range(low: &str, high: &str) -> Bounds {
        Bounds {
            low: amount(low),
            high: amount(high),
        }
    }

    #[test]
    fn whole_counts() {
        for (qualifier, point, low, high) in [
            (Qualifier::Exact, "164", "164", "164"),
            (Qualifier::AtLeast, "18", "18", ""),
            (Qualifier::MoreThan, "1300", "1301", ""),
            (Qualifier::AtMost, "18", "", "18"),
            (Qualifier::UpTo, "18", "", "18"),
            (Qualifier::LessThan, "18", "", "17"),
            (Qualifier::Nearly, "1200", "1080", "1199"),
            (Qualifier::Nearly, "5", "4", "4"),
            (Qualifier::About, "1000", "900", "1100"),
            (Qualifier::About, "1300", "1170", "1430"),
            (Qualifier::About, "219", "216", "222"),
            (Qualifier::About, "15", "13", "17"),
            (Qualifier::About, "-20", "-22", "-18"),
            (Qualifier::About, "0", "0", "0"),
            (Qualifier::Between, "3", "", ""),
        ] {
            let found = bounds(qualifier, amount(point), true).unwrap();
            assert_eq!(found, range(low, high), "{qualifier} {point}");
        }
    }

    #[test]
    fn other_numbers_and_units_take_the_number_itself() {
        for (qualifier, point, counts, low, high) in [
            (Qualifier::MoreThan, "2.5", true, "2.5", ""),
            (Qualifier::LessThan, "2.5", true, "", "2.5"),
            (Qualifier::MoreThan, "40", false, "40", ""),
            (Qualifier::LessThan, "40", false, "", "40"),
            (Qualifier::Nearly, "40", false, "36", "40"),
            (Qualifier::Nearly, "2.5", true, "2.25", "2.5"),
            (Qualifier::About, "219", false, "216.81", "221.19"),
            (Qualifier::About, "2.5", true, "2.25", "2.75"),
        ] {
            let found = bounds(qualifier, amount(point), counts).unwrap();
            assert_eq!(found, range(low, high), "{qualifier} {point}");
        }
    }

    #[test]
    fn a_bound_that_would_lose_digits_is_an_error() {
        let most = amount(&"9".repeat(28));
        assert_eq!(
            bounds(Qualifier::MoreThan, most, true),
            Err(AmountError::TooManyDigits)
        );
        assert_eq!(bounds(Qualifier::AtLeast, most, true).unwrap().low, most);
        let small = amount(&format!("0.{}1", "0".repeat(27)));
        assert_eq!(
            bounds(Qualifier::About, small, false),
            Err(AmountError::TooManyDigits)
        );
    }

    #[test]
    fn vague_words_and_the_bound_that_a_qualifier_moves() {
        for (qualifier, word, scale, low, high) in [
            (Qualifier::About, VagueWord::Dozens, 1, "24", "99"),
            (Qualifier::About, VagueWord::Tens, 1, "20", "99"),
            (Qualifier::About, VagueWord::Scores, 1, "40", "99"),
            (Qualifier::About, VagueWord::Hundreds, 1, "200", "999"),
            (Qualifier::About, VagueWord::Thousands, 1, "2000", "9999"),
            (Qualifier::About, VagueWord::Tens, 1000, "20000", "99999"),
            (
                Qualifier::About,
                VagueWord::Hundreds,
                1000,
                "200000",
                "999999",
            ),
            (
                Qualifier::About,
                VagueWord::Millions,
                1,
                "2000000",
                "9999999",
            ),
            (Qualifier::AtLeast, VagueWord::Dozens, 1, "24", ""),
            (Qualifier::UpTo, VagueWord::Hundreds, 1, "", "999"),
        ] {
            let found = vague_bounds(qualifier, word, Amount::from(scale)).unwrap();
            assert_eq!(found, range(low, high), "{qualifier} {word:?} of {scale}");
        }
    }

    #[test]
    fn says_which_bounds_rest_on_a_rule() {
        let rules = |qualifier, point, vague, stated| {
            bound_rules(qualifier, amount(point), vague, true, stated)
        };
        let both = |rule| BoundRules {
            low: Some(rule),
            high: Some(rule),
        };
        assert_eq!(
            rules(Qualifier::About, "1000", false, range("900", "1100")),
            both(BoundRule::TenPercent)
        );
        assert_eq!(
            rules(Qualifier::About, "219", false, range("216", "222")),
            both(BoundRule::OnePercent)
        );
        assert_eq!(
            rules(Qualifier::About, "", true, range("24", "99")),
            both(BoundRule::Vague)
        );
        assert_eq!(
            rules(Qualifier::AtLeast, "", true, range("24", "")).high,
            None
        );
        assert_eq!(
            rules(Qualifier::Exact, "18", false, range("18", "18")),
            BoundRules::default()
        );
        let nearly = rules(Qualifier::Nearly, "1200", false, range("1080", "1199"));
        assert_eq!(
            nearly,
            BoundRules {
                low: Some(BoundRule::TenPercent),
                high: None
            }
        );
        assert_eq!(
            rules(Qualifier::About, "1000", false, range("950", "1050")),
            BoundRules::default()
        );
    }
}
