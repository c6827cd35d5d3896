//! Dates as they were given: a year, a month, a day, or a time.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Months, NaiveDate, NaiveTime};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use thiserror::Error;

const MICROS_OF_A_DAY: i64 = 86_400_000_000;

/// A date as precise as it was given: `2022`, `2022-01`, `2022-01-09` or an RFC 3339 time. The text is kept as it is.
///
/// Dates without a time are days in UTC.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    text: Box<str>,
    span: Span,
}

/// The stretch of time that a [`Date`] means: its first and its last microsecond, counted from 1970 in UTC. A time is
/// one instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first microsecond.
    pub begin: i64,
    /// The last microsecond.
    pub end: i64,
}

impl Span {
    /// Whether this one begins after the other has ended.
    pub fn is_later_than(self, other: Span) -> bool {
        self.begin > other.end
    }

    /// The UTC day on which it begins, counted from 1970.
    pub fn first_day(self) -> i64 {
        self.begin.div_euclid(MICROS_OF_A_DAY)
    }

    /// The UTC day on which it ends, counted from 1970.
    pub fn last_day(self) -> i64 {
        self.end.div_euclid(MICROS_OF_A_DAY)
    }
}

/// The text is no date: neither `2022`, `2022-01`, `2022-01-09` nor an RFC 3339 time, or there is no such day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not a date")]
pub struct NotADate;

impl Date {
    /// Reads a date and keeps its text.
    ///
    /// # Errors
    /// [`NotADate`].
    pub fn parse(text: &str) -> Result<Date, NotADate> {
        let span = span_of(text).ok_or(NotADate)?;
        Ok(Date {
            text: text.into(),
            span,
        })
    }

    /// The text as it was given.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The time that it means.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The first microsecond that it means, counted from 1970 in UTC.
    pub fn begin(&self) -> i64 {
        self.span.begin
    }

    /// The last microsecond that it means.
    pub fn end(&self) -> i64 {
        self.span.end
    }

    /// Whether this date begins after the other has ended. A day is neither before nor after a time on it.
    pub fn is_later_than(&self, other: &Date) -> bool {
        self.span.is_later_than(other.span)
    }

    /// The date without a time: itself, or of a time its UTC day.
    pub fn without_time(&self) -> Date {
        if self.span.begin < self.span.end {
            return self.clone();
        }
        let day = DateTime::from_timestamp_micros(self.span.begin)
            .and_then(|time| Date::parse(&time.format("%Y-%m-%d").to_string()).ok());
        day.unwrap_or_else(|| self.clone())
    }
}

fn span_of(text: &str) -> Option<Span> {
    let digits = |part: &str, length: usize| {
        (part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| part.parse::<u32>().ok())?
    };
    if text.len() > 10 {
        if !matches!(text.as_bytes().get(10), Some(b'T' | b't')) {
            return None;
        }
        let instant = DateTime::parse_from_rfc3339(text).ok()?.timestamp_micros();
        return Some(Span {
            begin: instant,
            end: instant,
        });
    }
    let mut parts = text.split('-');
    let year = i32::try_from(digits(parts.next()?, 4)?).ok()?;
    let month = parts.next();
    let day = parts.next();
    let first = NaiveDate::from_ymd_opt(
        year,
        month.map_or(Some(1), |month| digits(month, 2))?,
        day.map_or(Some(1), |day| digits(day, 2))?,
    )?;
    let next = match (month, day) {
        (None, _) => first.checked_add_months(Months::new(12))?,
        (Some(_), None) => first.checked_add_months(Months::new(1))?,
        (Some(_), Some(_)) => first.succ_opt()?,
    };
    let micros = |date: NaiveDate| date.and_time(NaiveTime::MIN).and_utc().timestamp_micros();
    parts.next().is_none().then(|| Span {
        begin: micros(first),
        end: micros(next) - 1,
    })
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl FromStr for Date {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Date, NotADate> {
        Date::parse(text)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
        Date::parse(&String::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn reads_years_months_days_and_times_and_nothing_else() {
        for text in [
            "2022",
            "2022-01",
            "2022-01-09",
            "2024-02-29",
            "2022-01-09T10:00:00Z",
            "2022-01-09t10:00:00.5+06:00",
        ] {
            assert_eq!(date(text).to_string(), text);
        }
        for text in [
            "",
            "22",
            "20220109",
            "2022-1",
            "2022-13",
            "2022-02-30",
            "2023-02-29",
            "2022-01-09T10:00:00",
            "2022-01-09 10:00:00Z",
            "2022-01-09T25:00:00Z",
            "2022-01-09-01",
            "+2022",
            " 2022",
            "9 Jan",
            "２０２２",
            "2022-01-0é",
        ] {
            assert_eq!(Date::parse(text), Err(NotADate), "{text}");
        }
    }

    #[test]
    fn a_date_is_later_when_it_begins_after_the_other_has_ended() {
        for (a, b, later) in [
            ("2022-01-10", "2022-01-09", true),
            ("2022-01-09", "2022-01-09", false),
            ("2022-01-09T10:00:00Z", "2022-01-09", false),
            ("2022-01-09", "2022-01-09T10:00:00Z", false),
            ("2022-01-09T12:00:00Z", "2022-01-09T10:00:00Z", true),
            ("2022-01-10T01:00:00+06:00", "2022-01-09", false),
            ("2022-01-10T07:00:00+06:00", "2022-01-09", true),
            ("2022-01-31", "2022-01", false),
            ("2022-02", "2022-01-31T23:59:59.999999Z", true),
            ("2023", "2022-12-31", true),
        ] {
            assert_eq!(date(a).is_later_than(&date(b)), later, "{a} after {b}");
        }
    }

    #[test]
    fn the_day_of_a_time_is_its_utc_day() {
        assert_eq!(
            date("2022-01-10T01:00:00+06:00").without_time().as_str(),
            "2022-01-09"
        );
        assert_eq!(date("2022-01").without_time().as_str(), "2022-01");
        let time = date("2022-01-10T01:00:00+06:00").span();
        assert_eq!(
            (time.first_day(), time.last_day()),
            (
                date("2022-01-09").span().first_day(),
                date("2022-01-09").span().last_day()
            )
        );
        assert_eq!(date("1969-12-31").span().first_day(), -1);
    }
}
