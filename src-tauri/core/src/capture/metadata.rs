//! What a file says about its article, and the forms in which it is kept.

use chrono::{DateTime, NaiveDate};

/// What a file says about its article. What it does not say stays empty; nothing is filled in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Metadata {
    pub(super) title: Option<String>,
    pub(super) outlet: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) url: Option<String>,
    /// A language tag as the file has it.
    pub(super) language: Option<String>,
    pub(super) published_at: Option<String>,
}

/// A value on one line, its white space runs as one space; none if nothing is left.
pub(super) fn one_line(raw: &str) -> Option<String> {
    let line = raw
        .split(|c: char| c.is_ascii_whitespace() || c.is_control())
        .filter(|word| !word.is_empty());
    let line = line.collect::<Vec<_>>().join(" ");
    let line = line.trim();
    (!line.is_empty()).then(|| super::text::canonical(line).into_owned())
}

/// An absolute web address; none for anything else.
pub(super) fn url(raw: &str) -> Option<String> {
    let raw = raw.trim();
    let (scheme, rest) = raw.split_once("://")?;
    let web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    (web && !rest.is_empty() && !raw.contains(|c: char| c.is_whitespace() || c.is_control()))
        .then(|| raw.to_owned())
}

/// A date as articles keep it: `2022`, `2022-01`, `2022-01-09` or an RFC 3339 time, as given. Of a time that lacks its zone
/// the day is kept, for more is not known; a zone without its colon gets it. None for anything else.
pub(super) fn date(raw: &str) -> Option<String> {
    let raw = raw.trim();
    if DateTime::parse_from_rfc3339(raw).is_ok()
        && raw.get(10..11).is_some_and(|t| t.eq_ignore_ascii_case("t"))
    {
        return Some(raw.to_owned());
    }
    let digits =
        |text: &str, len: usize| text.len() == len && text.bytes().all(|b| b.is_ascii_digit());
    let is_day = |day: &str| {
        let mut parts = day.splitn(3, '-');
        let shaped = [4, 2, 2]
            .iter()
            .all(|&len| parts.next().is_some_and(|part| digits(part, len)));
        shaped && NaiveDate::parse_from_str(day, "%Y-%m-%d").is_ok()
    };
    if digits(raw, 4) || is_day(&format!("{raw}-01")) {
        return Some(raw.to_owned());
    }
    let day = raw.get(..10).filter(|day| is_day(day))?;
    let time = raw.get(10..).unwrap_or_default();
    if !time.is_empty() && !time.starts_with(['T', 't', ' ']) {
        return None;
    }
    with_zone_colon(raw).or_else(|| Some(day.to_owned()))
}

/// `2022-01-09T10:00:00+0100` as RFC 3339 writes it.
fn with_zone_colon(raw: &str) -> Option<String> {
    let (head, minutes) = raw.split_at_checked(raw.len().checked_sub(2)?)?;
    let fixed = format!("{head}:{minutes}");
    let sign = head.len().checked_sub(3).and_then(|at| head.get(at..=at))?;
    (matches!(sign, "+" | "-") && DateTime::parse_from_rfc3339(&fixed).is_ok()).then_some(fixed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_kept_as_given_or_shortened_to_what_is_known() {
        for (raw, kept) in [
            ("2022-01-09", Some("2022-01-09")),
            (" 2022-01 ", Some("2022-01")),
            ("2022", Some("2022")),
            ("2022-01-09T10:00:00Z", Some("2022-01-09T10:00:00Z")),
            (
                "2022-01-09T10:00:00.5+01:00",
                Some("2022-01-09T10:00:00.5+01:00"),
            ),
            (
                "2022-01-09T10:00:00+0100",
                Some("2022-01-09T10:00:00+01:00"),
            ),
            ("2022-01-09T10:00", Some("2022-01-09")),
            ("2022-01-09 10:00:00", Some("2022-01-09")),
            ("2022-13-09", None),
            ("2022-1-9", None),
            ("9 January 2022", None),
            ("2022-01-09x", None),
            ("", None),
        ] {
            assert_eq!(date(raw).as_deref(), kept, "{raw}");
        }
    }

    #[test]
    fn only_absolute_web_addresses() {
        assert_eq!(
            url(" https://news.example/a?b=1 ").as_deref(),
            Some("https://news.example/a?b=1")
        );
        assert_eq!(url("/a"), None);
        assert_eq!(url("javascript:alert(1)"), None);
        assert_eq!(url("https://"), None);
    }
}
