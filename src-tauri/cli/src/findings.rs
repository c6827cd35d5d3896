//! Findings as sentences that a desk can paste, from the keys of the catalogue that the window renders too.

use crate::format::{date, number};
use crate::words::{Params, Words, params};
use onrecord_core::view::{Board, BoardCell, BoardFigure, BoardRow, Finding};
use serde_json::{Value, json};
use std::collections::{BTreeSet, HashMap};

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

/// A figure with the row and the cell that it stands in.
#[derive(Clone, Copy)]
struct Placed<'b> {
    index: usize,
    row: &'b BoardRow,
    cell: &'b BoardCell,
    figure: &'b BoardFigure,
}

/// Words the findings of one board.
pub struct Sentences<'b> {
    words: &'b Words,
    placed: HashMap<&'b str, Placed<'b>>,
    /// By path: the last name of a place, or the whole path where two places of the board share that name.
    places: HashMap<&'b str, String>,
    /// By event: the periods of its rows.
    periods: HashMap<&'b str, BTreeSet<&'b str>>,
}

impl<'b> Sentences<'b> {
    /// The sentences of `board`.
    pub fn new(board: &'b Board, words: &'b Words) -> Sentences<'b> {
        let mut placed = HashMap::new();
        let mut paths: HashMap<&str, BTreeSet<&str>> = HashMap::new();
        let mut periods: HashMap<&str, BTreeSet<&str>> = HashMap::new();
        for (index, row) in board.rows.iter().enumerate() {
            for cell in &row.cells {
                for figure in &cell.figures {
                    placed.insert(
                        figure.figure_id.as_str(),
                        Placed {
                            index,
                            row,
                            cell,
                            figure,
                        },
                    );
                }
            }
            if let Some(path) = row.place.as_deref() {
                paths.entry(last_name(path)).or_default().insert(path);
            }
            let event = row.event.as_deref().unwrap_or_default();
            periods
                .entry(event)
                .or_default()
                .insert(row.period.as_deref().unwrap_or_default());
        }
        let mut places = HashMap::new();
        for (last, all) in paths {
            for path in &all {
                let inwards = path.split(" > ").collect::<Vec<_>>();
                let outwards = inwards.into_iter().rev().collect::<Vec<_>>().join(", ");
                places.insert(
                    *path,
                    if all.len() == 1 {
                        last.to_owned()
                    } else {
                        outwards
                    },
                );
            }
        }
        Sentences {
            words,
            placed,
            places,
            periods,
        }
    }

    /// The whole of a finding: the sentence, then what it rests on.
    pub fn sentence(&self, finding: &Finding) -> String {
        let mut text = self.said(finding);
        for which in &finding.rests_on {
            text.push(' ');
            text.push_str(&self.words.word(&format!("finding.restsOn.{which}")));
        }
        text
    }

    fn t<const N: usize>(&self, key: &str, pairs: [(&str, String); N]) -> String {
        self.words.say(
            key,
            &params(pairs.map(|(name, text)| (name, Value::String(text)))),
        )
    }

    fn has(&self, key: &str) -> bool {
        self.words.find(key, &Params::new()).is_some()
    }

    fn said(&self, finding: &Finding) -> String {
        let figures: Vec<Placed<'_>> = finding
            .figures
            .iter()
            .filter_map(|id| self.placed.get(id.as_str()).copied())
            .collect();
        let Some(first) = figures.first().copied() else {
            return self.words.word("finding.unknown");
        };
        let second = figures.get(1).copied().unwrap_or(first);
        let sentence = self.kind(finding, &figures, first, second);
        let event = finding.event.as_ref().or(first.row.event.as_ref());
        match event.filter(|_| self.periods.len() > 1) {
            Some(event) => self.t(
                "finding.ofEvent",
                [("event", event.clone()), ("sentence", sentence)],
            ),
            None => sentence,
        }
    }

    fn kind(
        &self,
        finding: &Finding,
        figures: &[Placed<'_>],
        first: Placed<'_>,
        second: Placed<'_>,
    ) -> String {
        let key = format!("finding.{}", finding.kind);
        let topic = || ("topic", self.topic(first.row, false));
        let brief = || ("figures", self.listed(figures, |at| self.briefly(at)));
        match finding.kind.as_str() {
            "conflict" => {
                let sentence = self.t(&key, [topic(), brief()]);
                match &first.row.gap {
                    Some(gap) => {
                        let difference = number(self.words, &gap.difference);
                        format!(
                            "{sentence} {}",
                            self.t("finding.gap", [("difference", difference)])
                        )
                    }
                    None => sentence,
                }
            }
            "part_exceeds_whole" | "part_may_exceed_whole" => self.t(
                &key,
                [("part", self.fully(first)), ("whole", self.fully(second))],
            ),
            "parts_exceed_whole" => {
                let parts = figures.get(1..).unwrap_or_default();
                let parts = self.listed(parts, |at| self.fully(at));
                self.t(&key, [("whole", self.fully(first)), ("parts", parts)])
            }
            "denied" | "retracted" => {
                // Somebody else may deny what its own issuer denies too.
                let own = first.figure.standing == finding.kind
                    && first.cell.source == second.cell.source;
                let key = if own { key } else { format!("{key}ByOther") };
                let denial = self.about(second, Some(self.who(second))).join(", ");
                self.t(&key, [("figure", self.fully(first)), ("denial", denial)])
            }
            "reported_differently" => {
                let figures = self.listed(figures, |at| self.carried(at));
                self.t(
                    &key,
                    [("source", self.who(first)), topic(), ("figures", figures)],
                )
            }
            "revised_down" | "revised_up" => self.t(
                &key,
                [
                    topic(),
                    ("old", self.briefly(first)),
                    ("new", self.briefly(second)),
                ],
            ),
            "issuer_changed" => {
                let old_and_new = [("old", self.briefly(first)), ("new", self.briefly(second))];
                let [old, new] = old_and_new;
                self.t(&key, [topic(), ("via", relay(first, second)), old, new])
            }
            "scope_differs" => {
                let axes = finding
                    .axes
                    .iter()
                    .map(|axis| self.words.word(&format!("finding.axis.{axis}")));
                let axes = ("axes", self.list(axes.collect()));
                if figures.iter().any(|at| at.index != first.index) {
                    let figures = self.listed(figures, |at| self.fully(at));
                    return self.t("finding.scopeDiffersRows", [axes, ("figures", figures)]);
                }
                self.t(&key, [topic(), axes, brief()])
            }
            "unit_differs" => self.t(&key, [("topic", self.topic(first.row, true)), brief()]),
            _ => self.t(&key, [topic(), brief()]),
        }
    }

    /// What a row counts: `the number killed among the security forces in Almaty`.
    fn topic(&self, row: &BoardRow, any_unit: bool) -> String {
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

    fn fully(&self, at: Placed<'_>) -> String {
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

    fn briefly(&self, at: Placed<'_>) -> String {
        self.with_about(self.amount(at), &self.about(at, Some(self.who(at))))
    }

    /// A figure by who carried it, where its source is the same as the others'.
    fn carried(&self, at: Placed<'_>) -> String {
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

    fn about(&self, at: Placed<'_>, who: Option<String>) -> Vec<String> {
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

    fn who(&self, at: Placed<'_>) -> String {
        let name = at.cell.source.clone();
        if at.cell.unattributed {
            self.t("finding.unattributed", [("name", name)])
        } else {
            name
        }
    }

    fn listed(&self, figures: &[Placed<'_>], words: impl Fn(Placed<'_>) -> String) -> String {
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

    fn list(&self, parts: Vec<String>) -> String {
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

fn last_name(path: &str) -> &str {
    path.rsplit(" > ").next().unwrap_or(path)
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

/// The body that passed both numbers on.
fn relay(old: Placed<'_>, new: Placed<'_>) -> String {
    let both = old
        .figure
        .via
        .iter()
        .find(|name| new.figure.via.contains(name));
    both.or(old.figure.via.first()).cloned().unwrap_or_default()
}
