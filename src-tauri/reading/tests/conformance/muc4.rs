//! MUC-4: how many people of a kind were hit, in news of the years around 1990, with the analysts' answers.

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::Path;

use onrecord_reading::{Hints, NumberReading, Qualifier, Reader};

use crate::Outcome;

/// How far before the words for whom it counts a number may stand.
const REACH: usize = 60;

/// What is asked of an answer.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// The number.
    Value,
    /// The number with its qualifier.
    Qualifier,
    /// Whether they died or were hurt.
    Effect,
}

/// One answer: any of some numbers, for people called by any of some names.
struct Answer {
    numbers: Vec<(u32, Qualifier)>,
    names: Vec<String>,
    effects: Vec<&'static str>,
}

pub fn muc4(folder: &Path, asked: Asked) -> Vec<Outcome> {
    let folder = folder.join("muc4-tst4");
    let texts = texts(&fs::read_to_string(folder.join("tst4-muc4.mixed-case")).unwrap());
    let key = fs::read_to_string(folder.join("key-tst4.v2")).unwrap();
    let reader = Reader::for_language("en");
    let read: BTreeMap<&str, Vec<(NumberReading, Hints)>> = texts
        .iter()
        .map(|(name, text)| (name.as_str(), reader.figures(text)))
        .collect();
    let judged = answers(&key).into_iter().map(|(name, answer)| {
        let text = &texts[&name];
        judge(&name, text, &read[name.as_str()], &answer, asked)
    });
    judged.collect()
}

fn judge(
    name: &str,
    text: &str,
    figures: &[(NumberReading, Hints)],
    answer: &Answer,
    asked: Asked,
) -> Outcome {
    let folded = text.to_ascii_lowercase();
    let windows: Vec<Range<usize>> = answer
        .names
        .iter()
        .flat_map(|name| folded.match_indices(name.as_str()))
        .map(|(at, name)| at.saturating_sub(REACH)..at + name.len())
        .collect();
    let words = |window: &Range<usize>| -> Vec<String> {
        let window = String::from_utf8_lossy(&folded.as_bytes()[window.clone()]);
        let words = window.split(|c: char| !c.is_alphanumeric() && c != '-');
        words.map(str::to_owned).collect()
    };
    let stands = windows.iter().any(|window| {
        let words = words(window);
        answer.numbers.iter().any(|(number, _)| {
            words.contains(&number.to_string()) || words.contains(&spelled(*number))
        })
    });
    if !stands {
        return Outcome::LeftOut("the number does not stand beside those it counts");
    }
    if asked == Asked::Effect && answer.effects.is_empty() {
        return Outcome::LeftOut("the effect is not known");
    }
    let near: Vec<_> = figures
        .iter()
        .filter(|(number, _)| {
            windows
                .iter()
                .any(|window| number.span.start < window.end && window.start < number.span.end)
        })
        .filter(|(number, _)| {
            answer.numbers.iter().any(|(value, qualifier)| {
                let same = number
                    .point
                    .is_some_and(|point| point.to_string() == value.to_string());
                same && (asked != Asked::Qualifier || number.qualifier == *qualifier)
            })
        })
        .collect();
    let right = near.iter().any(|(_, hints)| {
        let measure = hints.measure.as_deref().unwrap_or_default();
        asked != Asked::Effect || measure == "casualties" || answer.effects.contains(&measure)
    });
    if right {
        return Outcome::Passed;
    }
    let found: Vec<_> = figures
        .iter()
        .map(|(number, hints)| {
            (
                &text[number.span.clone()],
                hints.measure.as_deref().unwrap_or(""),
            )
        })
        .collect();
    Outcome::Failed(format!(
        "{name} {:?} {:?} {:?} expected, {found:?} found",
        answer.numbers, answer.names, answer.effects
    ))
}

/// The texts by their names, lines joined.
fn texts(file: &str) -> BTreeMap<String, String> {
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    let mut name = String::new();
    for line in file.lines() {
        if line.starts_with("TST4-MUC4-") {
            line.trim().clone_into(&mut name);
            continue;
        }
        let text = texts.entry(name.clone()).or_default();
        text.push_str(if line.trim().is_empty() { "\n\n" } else { " " });
        text.push_str(line.trim());
    }
    texts
}

/// The human targets of the key that are two or more.
fn answers(key: &str) -> Vec<(String, Answer)> {
    let mut found = Vec::new();
    let (mut name, mut slot) = (String::new(), 0);
    let mut fills: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for line in key.lines().chain(["0.  END"]) {
        let (head, fill) = line.split_at(line.len().min(35));
        if let Some(number) = head.split('.').next().and_then(|n| n.trim().parse().ok()) {
            slot = number;
        }
        if slot == 0 && !fills.is_empty() {
            found.extend(
                targets(&fills)
                    .into_iter()
                    .map(|answer| (name.clone(), answer)),
            );
            fills.clear();
        }
        if slot == 0 && !fill.is_empty() {
            fill.trim().clone_into(&mut name);
        }
        if slot == 21 || slot == 23 {
            fills.entry(slot).or_default().push(fill.trim().to_owned());
        }
    }
    found
}

fn targets(fills: &BTreeMap<u32, Vec<String>>) -> Vec<Answer> {
    let effects = fills.get(&23).cloned().unwrap_or_default();
    let answers = fills.get(&21).into_iter().flatten().filter_map(|fill| {
        let (numbers, names) = fill.trim_start_matches("? ").split_once(": ")?;
        let numbers: Vec<(u32, Qualifier)> = numbers.split(" / ").filter_map(number).collect();
        let names: Vec<String> = names
            .split('"')
            .filter(|name| name.chars().any(char::is_alphabetic))
            .map(str::to_ascii_lowercase)
            .collect();
        let of_these = effects.iter().filter_map(|effect| {
            let (effect, whom) = effect.trim_start_matches("? ").split_once(": ")?;
            let whom = whom.to_ascii_lowercase();
            let theirs = names
                .iter()
                .any(|name| whom.contains(&format!("\"{name}\"")));
            match effect {
                "DEATH" if theirs => Some("killed"),
                "INJURY" if theirs => Some("injured"),
                _ => None,
            }
        });
        let effects: Vec<&'static str> = of_these.collect();
        (!numbers.is_empty() && !names.is_empty()).then_some(Answer {
            numbers,
            names,
            effects,
        })
    });
    answers.collect()
}

/// "6", "6 -" of at least six, "~100" of about a hundred.
fn number(fill: &str) -> Option<(u32, Qualifier)> {
    let fill = fill.trim();
    let (digits, qualifier) = match (fill.strip_suffix('-'), fill.strip_prefix('~')) {
        (Some(least), _) => (least, Qualifier::AtLeast),
        (None, Some(about)) => (about, Qualifier::About),
        (None, None) => (fill, Qualifier::Exact),
    };
    let number: u32 = digits.trim().parse().ok()?;
    (number > 1).then_some((number, qualifier))
}

/// The word of a small number.
fn spelled(number: u32) -> String {
    const WORDS: [&str; 13] = [
        "nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    let index = usize::try_from(number).unwrap();
    WORDS.get(index).copied().unwrap_or("none").to_owned()
}
