//! Numbers and dates as people read them. Machine output never comes here.

use crate::words::{Language, Params, Words, params};
use serde_json::json;

/// A plain decimal grouped as the language does: `1,300.5`, `1 300,5`.
pub fn number(words: &Words, plain: &str) -> String {
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", plain),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    // The narrow space of French typography, which never breaks a line.
    let (group, point) = match words.language() {
        Language::English => (',', '.'),
        Language::French => ('\u{202f}', ','),
    };
    let mut shown = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            shown.push(group);
        }
        shown.push(digit);
    }
    if !fraction.is_empty() {
        shown.push(point);
        shown.push_str(fraction);
    }
    shown
}

/// A date as it was given, no finer: `2022`, `Jan 2022`, `9 Jan 2022`; a time at its own offset.
pub fn date(words: &Words, given: &str) -> String {
    let (day, time) = given.split_once(['T', 't', ' ']).unwrap_or((given, ""));
    let mut parts = day.split('-');
    let year = parts.next().unwrap_or_default();
    let month = parts.next().and_then(|month| month.parse::<u8>().ok());
    let month = month.and_then(|month| words.find(&format!("cli.month.{month}"), &Params::new()));
    let (Some(month), true) = (month, year.len() == 4) else {
        return given.to_owned();
    };
    let shown = match parts.next().and_then(|day| day.parse::<u8>().ok()) {
        Some(day) => format!("{day} {month} {year}"),
        None => format!("{month} {year}"),
    };
    match time.split_once(':') {
        Some((hour, rest)) => {
            let minute = rest.split(':').next().unwrap_or_default();
            words.say(
                "cli.at",
                &params([
                    ("day", json!(shown)),
                    ("time", json!(format!("{hour}:{minute}"))),
                ]),
            )
        }
        None => shown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped() {
        let (english, french) = (Words::new(Language::English), Words::new(Language::French));
        for (plain, en, fr) in [
            ("18", "18", "18"),
            ("1300", "1,300", "1\u{202f}300"),
            (
                "-1234567.25",
                "-1,234,567.25",
                "-1\u{202f}234\u{202f}567,25",
            ),
            ("0.5", "0.5", "0,5"),
        ] {
            assert_eq!(
                (
                    number(&english, plain).as_str(),
                    number(&french, plain).as_str()
                ),
                (en, fr)
            );
        }
    }

    #[test]
    fn dates_are_no_finer_than_given() {
        let words = Words::new(Language::French);
        assert_eq!(date(&words, "2022"), "2022");
        assert_eq!(date(&words, "2022-01"), "janv. 2022");
        assert_eq!(date(&words, "2022-01-09"), "9 janv. 2022");
        assert_eq!(
            date(&words, "2022-01-09T08:05:00+06:00"),
            "9 janv. 2022, 08:05"
        );
    }
}
