//! The phrases that findings are made of.

use super::{Placed, Sentences};
use crate::format::{date, number};
use crate::words::{Params, params};
use onrecord_core::view::{BoardFigure, BoardRow};
use serde_json::json;

/// How many figures a sentence lists before it says how many more there are.
const SHOWN: usize = 6;

/// What is counted as a number at a moment unless somebody says otherwise.
const STANDING: [&str; 6] = [
    "missing",
    "detained",
    "displaced",
    "homeless",
    "hospitalised",
    "abducted",
];

/// Vague words by the bounds they stand for.
const VAGUE: [(&str, &[&str], &str); 7] = [
    ("dozens", &["20", "24"], "99"),
    ("scores", &["40"], "99"),
    ("hundreds", &["200"], "999"),
    ("thousands", &["2000"], "9999"),
    ("tensOfThousands", &["20000"], "99999"),
    ("hundredsOfThousands", &["200000"], "999999"),
    ("millions", &["2000000"], "9999999"),
];

impl Sentences<'_> {
    /// What a row counts: `the number killed among the security forces in Almaty`.
    pub(super) fn topic(&self, row: &BoardRow, any_unit: bool) -> String {
        let number = match row.measure.as_deref() {
            None => self.words.word("finding.number.none"),
            Some(measure) => {
                let key = self.measure_key("finding.number", measure, row);
                if row.unit == "count" && !any_unit && self.has(&key) {
                    self.words.word(&key)
                } else {
                    self.t(
                        "finding.number.word",
                        [("word", self.words.term("measure", measure))],
                    )
                }
            }
        };
        self.scoped(number, row)
    }

    fn measure_key(&self, base: &str, measure: &str, row: &BoardRow) -> String {
        let plain = format!("{base}.{measure}");
        let severe = row
            .severity
            .as_ref()
            .map(|severity| format!("{plain}_{severity}"));
        severe
            .filter(|key| self.has(key) || self.has(&format!("{key}_other")))
            .unwrap_or(plain)
    }

    fn scoped(&self, what: String, row: &BoardRow) -> String {
        let what = ("what", what + &self.among(row));
        let when = self
            .when(row)
            .join(&self.words.word("finding.scope.between"));
        match (self.place(row), when.is_empty()) {
            (Some(place), false) => self.t(
                "finding.scope.placeWhen",
                [what, ("place", place), ("when", when)],
            ),
            (Some(place), true) => self.t("finding.scope.place", [what, ("place", place)]),
            (None, false) => self.t("finding.scope.when", [what, ("when", when)]),
            (None, true) => what.1,
        }
    }

    fn among(&self, row: &BoardRow) -> String {
        let Some(group) = row.group.as_deref().filter(|group| *group != "persons") else {
            return String::new();
        };
        let known = self
            .words
            .find(&format!("finding.among.{group}"), &Params::new());
        let word = || {
            self.t(
                "finding.amongWord",
                [("word", self.words.term("group", group))],
            )
        };
        format!(" {}", known.unwrap_or_else(word))
    }

    fn place(&self, row: &BoardRow) -> Option<String> {
        let path = row.place.as_deref()?;
        Some(
            self.places
                .get(path)
                .cloned()
                .unwrap_or_else(|| path.to_owned()),
        )
    }

    /// The counting when it is not the measure's usual one; the period when it is of new figures or the event has several.
    fn when(&self, row: &BoardRow) -> Vec<String> {
        let mut said = Vec::new();
        let standing = row
            .measure
            .as_deref()
            .is_some_and(|measure| STANDING.contains(&measure));
        let usual = if standing { "standing" } else { "total" };
        if let Some(counting) = row
            .counting
            .as_deref()
            .filter(|counting| *counting != usual)
        {
            said.push(self.words.word(&format!("finding.counting.{counting}")));
        }
        let event = row.event.as_deref().unwrap_or_default();
        let several = self
            .periods
            .get(event)
            .is_some_and(|periods| periods.len() > 1);
        if let Some(period) = row.period.as_deref()
            && (several || row.counting.as_deref() == Some("new"))
        {
            said.extend(self.period(period));
        }
        said
    }

    fn period(&self, period: &str) -> Option<String> {
        let day = |given: &str| date(self.words, given);
        Some(match period.split_once('/') {
            None => day(period),
            Some((from, to)) if from == to && from != ".." => day(from),
            Some(("..", "..")) => return None,
            Some(("..", to)) => self.t("finding.period.until", [("to", day(to))]),
            Some((from, "..")) => self.t("finding.period.since", [("from", day(from))]),
            Some((from, to)) => self.t(
                "finding.period.between",
                [("from", day(from)), ("to", day(to))],
            ),
        })
    }

    /// A figure's value in words: `at least 18`, `between 900 and 1,100`, `dozens`.
    fn amount(&self, at: Placed<'_>) -> String {
        let BoardFigure {
            qualifier,
            point,
            low,
            high,
            vague,
            ..
        } = at.figure;
        let plain = |value: &String| number(self.words, value);
        let put = |value: &String| self.in_unit(plain(value), &at.row.unit);
        if let Some(point) = point.as_ref().filter(|_| qualifier != "between") {
            return match qualifier.as_str() {
                "exact" => put(point),
                _ => self.t(&format!("finding.amount.{qualifier}"), [("n", put(point))]),
            };
        }
        if let Some(phrase) = vague
            .then(|| self.vague(low.as_deref(), high.as_deref()))
            .flatten()
        {
            return phrase;
        }
        match (low, high) {
            (Some(low), Some(high)) if low == high => put(low),
            (Some(low), Some(high)) => self.t(
                "finding.amount.between",
                [("low", plain(low)), ("high", put(high))],
            ),
            (Some(low), None) => self.t("finding.amount.at_least", [("n", put(low))]),
            (None, Some(high)) => self.t("finding.amount.at_most", [("n", put(high))]),
            (None, None) => at
                .figure
                .figure_text
                .clone()
                .unwrap_or_else(|| self.words.word("finding.amount.unknown")),
        }
    }

    fn in_unit(&self, value: String, unit: &str) -> String {
        match unit.split_once(':') {
            None if unit == "count" => value,
            None if unit == "percent" => self.t("finding.unit.percent", [("n", value)]),
            None => self.t(
                "finding.unit.code",
                [("n", value), ("code", self.words.term("unit", unit))],
            ),
            Some((_, code)) => self.t(
                "finding.unit.code",
                [("n", value), ("code", code.to_owned())],
            ),
        }
    }

    fn vague(&self, low: Option<&str>, high: Option<&str>) -> Option<String> {
        let (name, _, top) = VAGUE.iter().find(|(_, lows, top)| match low {
            Some(low) => lows.contains(&low),
            None => high == Some(top),
        })?;
        let phrase = self.words.word(&format!("finding.vague.{name}"));
        match (low, high) {
            (None, _) => Some(self.t("finding.vagueUpTo", [("word", phrase)])),
            (_, None) => Some(self.t("finding.vagueFrom", [("word", phrase)])),
            _ => (high == Some(top)).then_some(phrase),
        }
    }

    pub(super) fn fully(&self, at: Placed<'_>) -> String {
        let amount = self.amount(at);
        let what = match at.row.measure.as_deref() {
            None => amount,
            Some(measure) => {
                let key = self.measure_key("finding.counted", measure, at.row);
                let count = params([("count", json!(plural(at.figure)))]);
                match self
                    .words
                    .find(&key, &count)
                    .filter(|_| at.row.unit == "count")
                {
                    Some(counted) => format!("{amount} {counted}"),
                    None => {
                        let word = self.words.term("measure", measure);
                        self.t("finding.counted.word", [("amount", amount), ("word", word)])
                    }
                }
            }
        };
        let mut about = self.when(at.row);
        about.extend(self.about(at, Some(self.who(at))));
        match self.place(at.row) {
            Some(_) if about.is_empty() => self.scoped(what, at.row),
            Some(place) => {
                let what = ("what", what + &self.among(at.row));
                self.t(
                    "finding.full",
                    [what, ("place", place), ("about", about.join(", "))],
                )
            }
            None => self.with_about(what + &self.among(at.row), &about),
        }
    }

    pub(super) fn briefly(&self, at: Placed<'_>) -> String {
        self.with_about(self.amount(at), &self.about(at, Some(self.who(at))))
    }

    /// A figure by who carried it, where its source is the same as the others'.
    pub(super) fn carried(&self, at: Placed<'_>) -> String {
        let carrier = at.figure.via.last().or(at.figure.outlet.as_ref()).cloned();
        self.with_about(self.amount(at), &self.about(at, carrier))
    }

    fn with_about(&self, amount: String, about: &[String]) -> String {
        if about.is_empty() {
            return amount;
        }
        self.t(
            "finding.figure",
            [("amount", amount), ("about", about.join(", "))],
        )
    }

    pub(super) fn about(&self, at: Placed<'_>, who: Option<String>) -> Vec<String> {
        let figure = at.figure;
        let mut about = Vec::from_iter(who);
        if !figure.excludes.is_empty() {
            let excluded = figure
                .excludes
                .iter()
                .map(|word| self.words.term("group", word));
            about.push(self.t(
                "finding.excluding",
                [("words", self.list(excluded.collect()))],
            ));
        }
        about.extend(
            figure
                .basis
                .as_ref()
                .map(|basis| self.words.term("finding.basis", basis)),
        );
        let day = figure
            .time
            .as_deref()
            .map(|time| time.split(['T', 't']).next().unwrap_or(time));
        about.extend(day.map(|day| date(self.words, day)));
        about
    }

    pub(super) fn who(&self, at: Placed<'_>) -> String {
        let name = at.cell.source.clone();
        if at.cell.unattributed {
            self.t("finding.unattributed", [("name", name)])
        } else {
            name
        }
    }

    pub(super) fn listed(
        &self,
        figures: &[Placed<'_>],
        words: impl Fn(Placed<'_>) -> String,
    ) -> String {
        if figures.len() <= SHOWN {
            return self.list(figures.iter().map(|at| words(*at)).collect());
        }
        let head = SHOWN - 2;
        let mut parts: Vec<_> = figures.iter().take(head).map(|at| words(*at)).collect();
        let count = figures.len() - head - 1;
        parts.push(
            self.words
                .say("finding.list.more", &params([("count", json!(count))])),
        );
        parts.extend(figures.last().map(|at| words(*at)));
        self.list(parts)
    }

    pub(super) fn list(&self, parts: Vec<String>) -> String {
        let mut parts = parts.into_iter();
        let Some(last) = parts.next_back() else {
            return String::new();
        };
        let before = parts.reduce(|a, b| self.t("finding.list.comma", [("a", a), ("b", b)]));
        match before {
            Some(before) => self.t("finding.list.pair", [("a", before), ("b", last)]),
            None => last,
        }
    }
}

/// Only chooses singular or plural; two stands for all above.
fn plural(figure: &BoardFigure) -> u64 {
    let value = figure
        .point
        .as_ref()
        .or(figure.high.as_ref())
        .or(figure.low.as_ref());
    let whole = value
        .and_then(|value| value.split('.').next())
        .and_then(|whole| whole.parse::<u64>().ok());
    whole.map_or(2, |whole| whole.min(2))
}
