//! Exact decimal numbers.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use thiserror::Error;

/// The most digits that an amount may have, before and after the point together.
pub const MAX_DIGITS: u32 = 28;

/// An exact decimal number of at most [`MAX_DIGITS`] digits.
///
/// Written as a plain decimal string: an optional `-`, digits, and a point with digits after it; no grouping, no
/// exponent, no leading zeros. Amounts compare as numbers, `1.0` equals `1`, and are shown without trailing zeros
/// after the point. Nothing here rounds: what does not fit is an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(Decimal);

/// Why a text or a result is not an [`Amount`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum AmountError {
    /// The text is not a plain decimal.
    #[error("not a plain decimal")]
    NotADecimal,
    /// The number has more than [`MAX_DIGITS`] digits; keeping it would lose some.
    #[error("more than {MAX_DIGITS} digits")]
    TooManyDigits,
}

impl Amount {
    /// Nought.
    pub const ZERO: Amount = Amount(Decimal::ZERO);

    /// Reads a plain decimal, and refuses everything else ("1,000", "1e3", "+1", "007", ".5", "5.").
    ///
    /// # Errors
    /// [`AmountError::NotADecimal`] for another notation, [`AmountError::TooManyDigits`] past [`MAX_DIGITS`].
    pub fn parse(text: &str) -> Result<Amount, AmountError> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = match digits.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (digits, None),
        };
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !all_digits(whole)
            || !fraction.is_none_or(all_digits)
            || (whole.len() > 1 && whole.starts_with('0'))
        {
            return Err(AmountError::NotADecimal);
        }
        let fraction = fraction.unwrap_or("").trim_end_matches('0');
        let scale = u32::try_from(fraction.len()).map_err(|_| AmountError::TooManyDigits)?;
        let mut mantissa: i128 = 0;
        for digit in whole.bytes().chain(fraction.bytes()) {
            mantissa = mantissa
                .checked_mul(10)
                .and_then(|m| m.checked_add(i128::from(digit - b'0')))
                .ok_or(AmountError::TooManyDigits)?;
        }
        Amount::from_parts(
            if text.starts_with('-') {
                -mantissa
            } else {
                mantissa
            },
            scale,
        )
    }

    /// The amount `mantissa / 10^scale`.
    ///
    /// # Errors
    /// [`AmountError::TooManyDigits`] where that number has more than [`MAX_DIGITS`] digits.
    pub fn from_parts(mut mantissa: i128, mut scale: u32) -> Result<Amount, AmountError> {
        while scale > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            scale -= 1;
        }
        let digits = mantissa
            .unsigned_abs()
            .checked_ilog10()
            .map_or(1, |log| log + 1);
        if digits.max(scale) > MAX_DIGITS {
            return Err(AmountError::TooManyDigits);
        }
        Decimal::try_from_i128_with_scale(mantissa, scale)
            .map(Amount)
            .map_err(|_| AmountError::TooManyDigits)
    }

    /// The number as a [`Decimal`], without trailing zeros.
    pub fn decimal(self) -> Decimal {
        self.0
    }

    /// Whether there is nothing after the point.
    pub fn is_whole(self) -> bool {
        self.0.scale() == 0
    }

    /// Whether the number is below nought.
    pub fn is_negative(self) -> bool {
        self.0.is_sign_negative()
    }

    /// How many digits stand between the first and the last that is not 0 (`1 300` has two, `0.25` two, `219`
    /// three). Nought has one.
    pub fn significant_digits(self) -> u32 {
        let mut mantissa = self.mantissa().unsigned_abs();
        while mantissa != 0 && mantissa.is_multiple_of(10) {
            mantissa /= 10;
        }
        mantissa.checked_ilog10().map_or(1, |log| log + 1)
    }

    /// The exact sum, or nothing where it has more than [`MAX_DIGITS`] digits.
    pub fn checked_add(self, other: Amount) -> Option<Amount> {
        let scale = self.scale().max(other.scale());
        let sum = self
            .mantissa_at(scale)?
            .checked_add(other.mantissa_at(scale)?)?;
        Amount::from_parts(sum, scale).ok()
    }

    /// The exact difference, or nothing where it has more than [`MAX_DIGITS`] digits.
    pub fn checked_sub(self, other: Amount) -> Option<Amount> {
        let scale = self.scale().max(other.scale());
        let difference = self
            .mantissa_at(scale)?
            .checked_sub(other.mantissa_at(scale)?)?;
        Amount::from_parts(difference, scale).ok()
    }

    /// The exact product, or nothing where it has more than [`MAX_DIGITS`] digits.
    pub fn checked_mul(self, other: Amount) -> Option<Amount> {
        let product = self.mantissa().checked_mul(other.mantissa())?;
        Amount::from_parts(product, self.scale() + other.scale()).ok()
    }

    /// The greatest whole number that is not above this one.
    pub fn floor(self) -> Amount {
        Amount(self.0.floor())
    }

    /// The least whole number that is not below this one.
    pub fn ceil(self) -> Amount {
        Amount(self.0.ceil())
    }

    /// The number without its sign.
    pub fn abs(self) -> Amount {
        Amount(self.0.abs())
    }

    fn mantissa(self) -> i128 {
        self.0.mantissa()
    }

    fn scale(self) -> u32 {
        self.0.scale()
    }

    fn mantissa_at(self, scale: u32) -> Option<i128> {
        self.mantissa()
            .checked_mul(10_i128.checked_pow(scale.checked_sub(self.scale())?)?)
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl FromStr for Amount {
    type Err = AmountError;

    fn from_str(text: &str) -> Result<Amount, AmountError> {
        Amount::parse(text)
    }
}

impl From<i64> for Amount {
    fn from(number: i64) -> Amount {
        Amount(Decimal::from(number))
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Amount, D::Error> {
        let text = String::deserialize(deserializer)?;
        Amount::parse(&text).map_err(de::Error::custom)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn amount(text: &str) -> Amount {
        Amount::parse(text).unwrap()
    }

    #[test]
    fn reads_plain_decimals_and_shows_them_without_trailing_zeros() {
        for (given, shown) in [
            ("0", "0"),
            ("18", "18"),
            ("-3.50", "-3.5"),
            ("1.0", "1"),
            ("-0", "0"),
            ("0.05", "0.05"),
        ] {
            assert_eq!(amount(given).to_string(), shown);
        }
        assert_eq!(amount("1.0"), amount("1"));
    }

    #[test]
    fn refuses_every_other_notation() {
        for text in [
            "", "-", "+1", "1,000", "1 000", "1e3", "007", "-01", ".5", "5.", "1.2.3", "--1", "١",
            "NaN",
        ] {
            assert_eq!(Amount::parse(text), Err(AmountError::NotADecimal), "{text}");
        }
    }

    #[test]
    fn keeps_28_digits_and_refuses_more() {
        let most = "9".repeat(28);
        assert_eq!(amount(&most).to_string(), most);
        assert_eq!(
            Amount::parse(&"9".repeat(29)),
            Err(AmountError::TooManyDigits)
        );
        assert_eq!(
            Amount::parse(&"9".repeat(4000)),
            Err(AmountError::TooManyDigits)
        );
        let small = format!("0.{}1", "0".repeat(27));
        assert_eq!(amount(&small).to_string(), small);
        assert_eq!(
            Amount::parse(&format!("0.{}1", "0".repeat(28))),
            Err(AmountError::TooManyDigits)
        );
        assert_eq!(amount(&format!("1.{}", "0".repeat(60))), amount("1"));
    }

    #[test]
    fn adds_exactly_or_not_at_all() {
        assert_eq!(
            amount("0.1").checked_add(amount("0.2")),
            Some(amount("0.3"))
        );
        assert_eq!(amount("9").checked_sub(amount("16")), Some(amount("-7")));
        let most = amount(&"9".repeat(28));
        assert_eq!(most.checked_add(amount("1")), None);
        assert_eq!(most.checked_add(amount("0.1")), None);
        assert_eq!(most.checked_sub(most), Some(Amount::ZERO));
        assert_eq!(most.checked_mul(amount("1.1")), None);
    }

    #[test]
    fn counts_significant_digits() {
        for (text, digits) in [
            ("0", 1),
            ("1000", 1),
            ("1300", 2),
            ("219", 3),
            ("0.25", 2),
            ("1001", 4),
            ("-20", 1),
        ] {
            assert_eq!(amount(text).significant_digits(), digits, "{text}");
        }
    }

    #[test]
    fn travels_as_a_string() {
        assert_eq!(serde_json::to_string(&amount("1300")).unwrap(), "\"1300\"");
        assert_eq!(
            serde_json::from_str::<Amount>("\"2.30\"").unwrap(),
            amount("2.3")
        );
        assert!(serde_json::from_str::<Amount>("\"1 300\"").is_err());
    }
}
