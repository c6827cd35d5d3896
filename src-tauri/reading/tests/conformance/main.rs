//! Other people's test data, run against the readings where it is at hand.
//!
//! The folder is named by ONRECORD_CONFORMANCE, else it is `../shared/conformance` beside the repository. A floor is
//! what has been reached; floors only rise.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic
)]

mod attribution;
mod duckling;
mod gum;
mod icu;
mod left_out;
mod left_out_figures;
mod muc4;
mod pysbd;
mod quantulum;
mod recognizers;
mod text2num;

use std::fs;
use std::path::{Path, PathBuf};

use onrecord_reading::{Amount, Reader};
use serde_json::Value;

use duckling::duckling;
use gum::counted_numerals;
use icu::icu;
use left_out::without_left_out;
use muc4::{Asked, muc4};
use pysbd::pysbd;
use quantulum::quantulum;
use recognizers::{dates, ranges, recognizers};
use text2num::text2num;

/// What a case came to.
enum Outcome {
    Passed,
    Failed(String),
    /// Asks for what the product declares out of scope.
    LeftOut(&'static str),
}

/// A data set with the number of cases that must pass.
struct DataSet {
    name: &'static str,
    floor: usize,
    outcomes: Vec<Outcome>,
}

#[test]
fn conformance() {
    let folder = std::env::var_os("ONRECORD_CONFORMANCE").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/conformance"),
        PathBuf::from,
    );
    if !folder.is_dir() {
        println!("conformance: ../shared/conformance is absent, nothing to run");
        return;
    }
    let mut sets = vec![
        DataSet {
            name: "recognizers-text numbers en",
            floor: 95,
            outcomes: without_left_out("numbers", "en", recognizers(&folder, "English", "en")),
        },
        DataSet {
            name: "recognizers-text numbers fr",
            floor: 128,
            outcomes: without_left_out("numbers", "fr", recognizers(&folder, "French", "fr")),
        },
        DataSet {
            name: "recognizers-text ranges en",
            floor: 47,
            outcomes: without_left_out("ranges", "en", ranges(&folder, "English", "en")),
        },
        DataSet {
            name: "recognizers-text ranges fr",
            floor: 50,
            outcomes: without_left_out("ranges", "fr", ranges(&folder, "French", "fr")),
        },
        DataSet {
            name: "recognizers-text dates en",
            floor: 830,
            outcomes: dates(&folder, "English", "en"),
        },
        DataSet {
            name: "recognizers-text dates fr",
            floor: 790,
            outcomes: dates(&folder, "French", "fr"),
        },
        DataSet {
            name: "icu decimal en",
            floor: 270,
            outcomes: icu(&folder, "en", "decimal"),
        },
        DataSet {
            name: "icu decimal fr",
            floor: 405,
            outcomes: icu(&folder, "fr", "decimal"),
        },
        DataSet {
            name: "icu decimal, other languages",
            floor: 1215,
            outcomes: icu(&folder, "", "decimal"),
        },
        DataSet {
            name: "icu spellout en",
            floor: 254,
            outcomes: icu(&folder, "en", "spellout"),
        },
        DataSet {
            name: "icu spellout fr",
            floor: 381,
            outcomes: icu(&folder, "fr", "spellout"),
        },
        DataSet {
            name: "icu compact-long en",
            floor: 11,
            outcomes: icu(&folder, "en", "compact-long"),
        },
        DataSet {
            name: "icu compact-long fr",
            floor: 33,
            outcomes: icu(&folder, "fr", "compact-long"),
        },
        DataSet {
            name: "text2num en",
            floor: 46,
            outcomes: without_left_out("text2num", "en", text2num(&folder, "en")),
        },
        DataSet {
            name: "text2num fr",
            floor: 88,
            outcomes: without_left_out("text2num", "fr", text2num(&folder, "fr")),
        },
        DataSet {
            name: "pysbd en",
            floor: 38,
            outcomes: pysbd(&folder, "english", "en"),
        },
        DataSet {
            name: "pysbd en, long texts",
            floor: 77,
            outcomes: pysbd(&folder, "english_clean", "en"),
        },
        DataSet {
            name: "pysbd fr",
            floor: 5,
            outcomes: pysbd(&folder, "french", "fr"),
        },
    ];
    sets.extend(figures(&folder));
    sets.extend(attributions(&folder));
    sets.extend(other_languages(&folder));
    let mut fallen = Vec::new();
    println!(
        "{:<30} {:>6} {:>6} {:>6} {:>8}",
        "data set", "passed", "total", "floor", "left out"
    );
    for set in &sets {
        let passed = set
            .outcomes
            .iter()
            .filter(|outcome| matches!(outcome, Outcome::Passed))
            .count();
        let left_out = set
            .outcomes
            .iter()
            .filter(|outcome| matches!(outcome, Outcome::LeftOut(_)))
            .count();
        let total = set.outcomes.len() - left_out;
        println!(
            "{:<30} {passed:>6} {total:>6} {:>6} {left_out:>8}",
            set.name, set.floor
        );
        if passed < set.floor {
            fallen.push(set.name);
        }
    }
    if std::env::var_os("ONRECORD_CONFORMANCE_FAILURES").is_some() {
        for set in &sets {
            for (index, outcome) in set.outcomes.iter().enumerate() {
                match outcome {
                    Outcome::Failed(why) => println!(
                        "{} {index}: {}",
                        set.name,
                        why.chars().take(400).collect::<String>()
                    ),
                    Outcome::LeftOut(why) => println!("{} {index}: left out, {why}", set.name),
                    Outcome::Passed => {}
                }
            }
        }
    }
    assert!(fallen.is_empty(), "below the floor: {fallen:?}");
}

/// Figures in English and French prose, and numbers by themselves.
fn figures(folder: &Path) -> Vec<DataSet> {
    let set = |name, floor, outcomes| DataSet {
        name,
        floor,
        outcomes,
    };
    let numerals =
        |name, language| without_left_out("duckling", language, duckling(folder, name, language));
    vec![
        set("duckling en", 58, numerals("EN", "en")),
        set("duckling fr", 49, numerals("FR", "fr")),
        set("muc4-tst4 value", 25, muc4(folder, Asked::Value)),
        set("muc4-tst4 qualifier", 24, muc4(folder, Asked::Qualifier)),
        set("muc4-tst4 killed, injured", 23, muc4(folder, Asked::Effect)),
        set(
            "quantulum3",
            92,
            without_left_out("quantulum3", "en", quantulum(folder)),
        ),
        set("gum-wikinews counted", 105, counted_numerals(folder)),
    ]
}

/// Who says what.
fn attributions(folder: &Path) -> Vec<DataSet> {
    let set = |name, floor, outcomes| DataSet {
        name,
        floor,
        outcomes,
    };
    vec![
        set("textacy-quotes", 8, attribution::quotations(folder)),
        set(
            "gum-wikinews attributed, recall",
            13,
            attribution::recall(folder),
        ),
        set(
            "gum-wikinews attributed, exact",
            22,
            attribution::precision(folder),
        ),
    ]
}

/// German, Spanish, Italian, Portuguese, Russian and Arabic.
fn other_languages(folder: &Path) -> Vec<DataSet> {
    let set = |name, floor, outcomes| DataSet {
        name,
        floor,
        outcomes,
    };
    let numbers =
        |name, language| without_left_out("numbers", language, recognizers(folder, name, language));
    let intervals =
        |name, language| without_left_out("ranges", language, ranges(folder, name, language));
    let words = |language| without_left_out("text2num", language, text2num(folder, language));
    // The Spanish numerals of duckling have lost their values.
    let numerals =
        |name, language| without_left_out("duckling", language, duckling(folder, name, language));
    vec![
        set("duckling de", 71, numerals("DE", "de")),
        set("duckling it", 74, numerals("IT", "it")),
        set("duckling pt", 88, numerals("PT", "pt")),
        set("recognizers-text numbers de", 36, numbers("German", "de")),
        set("recognizers-text ranges de", 6, intervals("German", "de")),
        set(
            "recognizers-text dates de",
            194,
            dates(folder, "German", "de"),
        ),
        set("icu decimal de", 270, icu(folder, "de", "decimal")),
        set("icu spellout de", 254, icu(folder, "de", "spellout")),
        set("icu compact-long de", 22, icu(folder, "de", "compact-long")),
        set("text2num de", 45, words("de")),
        set("recognizers-text numbers es", 104, numbers("Spanish", "es")),
        set("recognizers-text ranges es", 52, intervals("Spanish", "es")),
        set(
            "recognizers-text dates es",
            750,
            dates(folder, "Spanish", "es"),
        ),
        set("icu decimal es", 270, icu(folder, "es", "decimal")),
        set("icu spellout es", 254, icu(folder, "es", "spellout")),
        set("icu compact-long es", 22, icu(folder, "es", "compact-long")),
        set("text2num es", 61, words("es")),
        set("pysbd es", 27, pysbd(folder, "spanish", "es")),
        set("recognizers-text numbers it", 68, numbers("Italian", "it")),
        set("recognizers-text ranges it", 17, intervals("Italian", "it")),
        set("icu decimal it", 135, icu(folder, "it", "decimal")),
        set("icu spellout it", 127, icu(folder, "it", "spellout")),
        set("icu compact-long it", 11, icu(folder, "it", "compact-long")),
        set("text2num it", 82, words("it")),
        set("pysbd it", 30, pysbd(folder, "italian", "it")),
        set(
            "recognizers-text numbers pt",
            105,
            numbers("Portuguese", "pt"),
        ),
        set(
            "recognizers-text ranges pt",
            52,
            intervals("Portuguese", "pt"),
        ),
        set("icu decimal pt", 270, icu(folder, "pt", "decimal")),
        set("icu spellout pt", 254, icu(folder, "pt", "spellout")),
        set("icu compact-long pt", 22, icu(folder, "pt", "compact-long")),
        set("text2num pt", 67, words("pt")),
        set("icu decimal ru", 135, icu(folder, "ru", "decimal")),
        set("icu spellout ru", 127, icu(folder, "ru", "spellout")),
        set("icu compact-long ru", 11, icu(folder, "ru", "compact-long")),
        set("duckling ru", 65, numerals("RU", "ru")),
        set("pysbd ru", 41, pysbd(folder, "russian", "ru")),
        set("icu decimal ar", 270, icu(folder, "ar", "decimal")),
        set("icu spellout ar", 254, icu(folder, "ar", "spellout")),
        set("icu compact-long ar", 22, icu(folder, "ar", "compact-long")),
        set("duckling ar", 158, numerals("AR", "ar")),
        set("recognizers-text numbers ar", 109, numbers("Arabic", "ar")),
        set("recognizers-text ranges ar", 73, intervals("Arabic", "ar")),
        set("pysbd ar", 1, pysbd(folder, "arabic", "ar")),
    ]
}

fn lines(path: &Path) -> Vec<Value> {
    let text = fs::read_to_string(path).unwrap();
    text.lines()
        .filter(|line| !line.is_empty())
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn judged(found: &[String], expected: &[String], input: &str) -> Outcome {
    if found == expected {
        Outcome::Passed
    } else {
        Outcome::Failed(format!("{input:?}: {expected:?} expected, {found:?} found"))
    }
}

/// The numbers of a text that is nothing but numbers, or of prose.
fn numbers(reader: &Reader, text: &str) -> Vec<String> {
    reader
        .numbers(text)
        .iter()
        .filter_map(|reading| reading.point)
        .map(|point| point.to_string())
        .collect()
}

fn figure(reader: &Reader, text: &str) -> Option<String> {
    let reading = reader.read_figure(text)?;
    (reading.span == (0..text.len())).then(|| reading.point.map(|point| point.to_string()))?
}

/// A number as the data write it, with a point or a comma; nothing where it is a power or an endless fraction.
fn exact(value: &str) -> Option<String> {
    let plain = value.replace(',', ".");
    let decimals = plain
        .split_once('.')
        .map_or(0, |(_, decimals)| decimals.len());
    (decimals < 12).then(|| Amount::parse(&plain).ok().map(|amount| amount.to_string()))?
}
