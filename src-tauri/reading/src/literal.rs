//! Numbers written in digits.

use std::ops::Range;

use crate::token::{Kind, Token, digit};
use crate::{Amount, AmountError};

/// What a run of digits and separators turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Literal {
    /// A number; `grouped` where its thousands are set apart, `decimal` where it has a fraction.
    Number {
        value: Amount,
        grouped: bool,
        decimal: bool,
    },
    /// Something that is written in digits and is no number: a version, an address, a date, too many digits.
    Other,
}

/// Reads the literal whose first digits are the token `at`, and gives the token after it.
///
/// Spaces of any kind, points, commas, apostrophes and their Arabic forms may separate. Groups have three digits
/// (two, in the Indian manner, before the last). One separator that is followed by exactly three digits groups,
/// unless the number begins with 0; of two kinds of separators the last is the decimal one.
pub(crate) fn literal(text: &str, tokens: &[Token], at: usize) -> (usize, Literal) {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut separators: Vec<char> = Vec::new();
    let mut next = at;
    while let Some(token) = tokens.get(next).filter(|token| token.kind == Kind::Digits) {
        parts.push(token.span());
        next += 1;
        match separator_after(text, tokens, next, &parts, separators.last().copied()) {
            Some((separator, digits)) => {
                separators.push(separator);
                next = digits;
            }
            None => break,
        }
    }
    (next, value(text, &parts, &separators))
}

/// The separator at the token `next`, and where the digits after it are.
fn separator_after(
    text: &str,
    tokens: &[Token],
    next: usize,
    parts: &[Range<usize>],
    before: Option<char>,
) -> Option<(char, usize)> {
    let last = parts.last()?;
    let token = tokens.get(next)?;
    match token.kind {
        // A group that is set apart by a space; never after a decimal part.
        Kind::Digits
            if before.is_none_or(|b| b == ' ') && groups(text, last, token, parts.len() == 1) =>
        {
            let gap = text.get(last.end..token.start)?;
            let mut spaces = gap.chars();
            let one = spaces
                .next()
                .is_some_and(|c| c.is_whitespace() && c != '\n')
                && spaces.next().is_none();
            let closed = tokens
                .get(next + 1)
                .is_none_or(|after| after.kind != Kind::Digits || after.start > token.end);
            (one && closed).then_some((' ', next))
        }
        Kind::Mark(mark @ ('.' | ',' | '\'' | '\u{66B}' | '\u{66C}'))
            if token.start == last.end =>
        {
            let digits = tokens
                .get(next + 1)
                .filter(|t| t.kind == Kind::Digits && t.start == token.end)?;
            let fits = mark != '\'' || groups(text, last, digits, parts.len() == 1);
            fits.then_some((mark, next + 1))
        }
        _ => None,
    }
}

/// Whether `token` can be a group of three behind `last`.
fn groups(text: &str, last: &Range<usize>, token: &Token, first: bool) -> bool {
    let before = count(text, last);
    let leads = text
        .get(last.clone())
        .and_then(|digits| digits.chars().next())
        .and_then(digit);
    let opens = if first {
        (1..=3).contains(&before) && leads != Some(0)
    } else {
        before == 3
    };
    opens && count(text, &token.span()) == 3
}

fn count(text: &str, span: &Range<usize>) -> usize {
    text.get(span.clone())
        .map_or(0, |digits| digits.chars().take(64).count())
}

fn value(text: &str, parts: &[Range<usize>], separators: &[char]) -> Literal {
    let number = |whole: &[Range<usize>], fraction: Option<&Range<usize>>, grouped| match amount(
        text, whole, fraction,
    ) {
        Ok(value) => Literal::Number {
            value,
            grouped,
            decimal: fraction.is_some(),
        },
        Err(_) => Literal::Other,
    };
    let (Some((last_separator, earlier)), Some((last, whole))) =
        (separators.split_last(), parts.split_last())
    else {
        return number(parts, None, false);
    };
    let first_digit = parts
        .first()
        .and_then(|p| text.get(p.clone()))
        .and_then(|d| d.chars().next())
        .and_then(digit);
    let three = count(text, last) == 3;
    let Some(separator) = earlier.first() else {
        // A single separator.
        let first_fits =
            parts.first().is_some_and(|first| count(text, first) <= 3) && first_digit != Some(0);
        let grouping = match last_separator {
            ' ' | '\'' | '\u{66C}' => true,
            '\u{66B}' => false,
            _ => three && first_fits,
        };
        return if grouping {
            number(parts, None, true)
        } else {
            number(whole, Some(last), false)
        };
    };
    let alike = earlier.iter().all(|other| other == separator);
    let first_fits =
        first_digit != Some(0) && parts.first().is_some_and(|first| count(text, first) <= 3);
    let inner = parts.get(1..parts.len() - 1).unwrap_or(&[]);
    let threes = |groups: &[Range<usize>]| groups.iter().all(|group| count(text, group) == 3);
    let indian_before_point = |groups: &[Range<usize>]| {
        groups.split_last().is_some_and(|(end, start)| {
            count(text, end) == 3 && start.iter().all(|group| count(text, group) == 2)
        })
    };
    let indian = inner.iter().all(|group| count(text, group) == 2);
    if !alike || !first_fits {
        Literal::Other
    } else if last_separator == separator {
        let grouped = *separator != '\u{66B}' && three && (threes(inner) || indian);
        if grouped {
            number(parts, None, true)
        } else {
            Literal::Other
        }
    } else if *separator != '\u{66B}' && (threes(inner) || indian_before_point(inner)) {
        number(whole, Some(last), true)
    } else {
        Literal::Other
    }
}

/// The number whose whole digits and fraction digits stand in the given places. Leading zeros count for nothing.
pub(crate) fn amount(
    text: &str,
    whole: &[Range<usize>],
    fraction: Option<&Range<usize>>,
) -> Result<Amount, AmountError> {
    let plain = |span: &Range<usize>| {
        text.get(span.clone())
            .unwrap_or("")
            .chars()
            .filter_map(digit)
            .filter_map(|d| char::from_digit(d, 10))
    };
    let digits: String = whole
        .iter()
        .flat_map(plain)
        .skip_while(|&c| c == '0')
        .collect();
    let mut written = if digits.is_empty() {
        "0".to_owned()
    } else {
        digits
    };
    if let Some(fraction) = fraction {
        written.push('.');
        written.extend(plain(fraction));
    }
    Amount::parse(&written)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::token::tokens;

    fn read(text: &str) -> Option<String> {
        let tokens = tokens(text, |_| 0);
        match literal(text, &tokens, 0) {
            (end, Literal::Number { value, .. }) if end == tokens.len() => Some(value.to_string()),
            _ => None,
        }
    }

    #[test]
    fn one_separator_and_three_digits_group_in_every_language() {
        for (text, value) in [
            ("164", "164"),
            ("1 300", "1300"),
            ("1\u{A0}300", "1300"),
            ("1\u{202F}234\u{202F}567,89", "1234567.89"),
            ("1,300", "1300"),
            ("1.300", "1300"),
            ("0.300", "0.3"),
            ("2,3", "2.3"),
            ("5.00", "5"),
            ("1,234,567.8", "1234567.8"),
            ("1.234.567,8", "1234567.8"),
            ("12,34,567.89", "1234567.89"),
            ("1’000’000", "1000000"),
            ("1000,5", "1000.5"),
            ("12345.678", "12345.678"),
            ("١٬٢٣٤٫٥", "1234.5"),
        ] {
            assert_eq!(read(text).as_deref(), Some(value), "{text}");
        }
    }

    #[test]
    fn what_is_no_single_number() {
        for text in [
            "1.2.3",
            "192.168.1.2",
            "423 0000",
            "0 300",
            "1  300",
            "9.1.2022",
            "12.34,56.7",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn too_many_digits_are_no_number() {
        assert_eq!(read(&"9".repeat(29)), None);
        assert_eq!(read(&format!("0.{}", "3".repeat(29))), None);
    }
}
