//! Findings as sentences that a desk can paste, from the keys of the catalogue that the window renders too.

mod phrases;

use crate::format::number;
use crate::words::{Params, Words, params};
use onrecord_core::view::{Board, BoardCell, BoardFigure, BoardRow, Finding};
use serde_json::Value;
use std::collections::{BTreeSet, HashMap};

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
}

fn last_name(path: &str) -> &str {
    path.rsplit(" > ").next().unwrap_or(path)
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
