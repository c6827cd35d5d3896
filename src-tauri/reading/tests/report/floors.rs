//! What has been reached on both halves, kept in `floors.toml` beside the sets. A floor only rises.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use crate::score::{self, Tally};
use crate::sets;

/// How many less right a floor allows than were reached: a rule that mends more than it breaks may break a figure or two.
const ROOM: usize = 2;

type Floors = BTreeMap<String, BTreeMap<String, u32>>;

/// The lines that fell below their floor, each said in words.
pub fn below(tallies: &[(String, Tally)]) -> Vec<String> {
    let floors = read();
    let mut fallen = Vec::new();
    for (language, lines) in &floors {
        let tally = tallies.iter().find(|(named, _)| named == language);
        for (line, floor) in lines {
            let reached = tally
                .and_then(|(_, tally)| tally.percent(line))
                .unwrap_or(0.0);
            if reached < f64::from(*floor) {
                fallen.push(format!(
                    "{language} {line}: {reached:.1}, was at least {floor}"
                ));
            }
        }
    }
    fallen
}

/// Raises each floor to what has been reached; none is lowered.
pub fn raise(tallies: &[(String, Tally)]) {
    let mut floors = read();
    for (language, tally) in tallies {
        let lines = floors.entry(language.clone()).or_default();
        for line in score::lines() {
            if let Some(reached) = tally.percent_without(line, ROOM) {
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 0 to 100
                let reached = reached as u32;
                if reached > lines.get(line).copied().unwrap_or(0) {
                    lines.insert(line.to_owned(), reached);
                }
            }
        }
    }
    let text = toml::to_string(&floors).unwrap();
    fs::write(
        file(),
        format!("# Per cent reached on both halves, with some room; `make reading-report RAISE=1` raises them.\n\n{text}"),
    )
    .unwrap();
}

fn read() -> Floors {
    fs::read_to_string(file()).map_or_else(|_| Floors::new(), |text| toml::from_str(&text).unwrap())
}

fn file() -> PathBuf {
    sets::folder().join("floors.toml")
}
