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

use std::fs;
use std::path::{Path, PathBuf};

use onrecord_reading::{Amount, NumberReading, Qualifier, Reader, sentences};
use serde_json::Value;

/// What a case came to.
enum Outcome {
    Passed,
    Failed(String),
    /// Asks for what the product declares out of scope.
    LeftOut(&'static str),
}

/// Marks of what is out of scope in the data for number words, each with the reason. A case that does not pass and
/// bears one is left out.
const OUT_OF_SCOPE: [(&[&str], &str); 5] = [
    (
        &[
            "half",
            "third",
            "fourth",
            "fifth",
            "eighth",
            "ninth",
            "quarter",
            "hundredth",
            "twentieth",
            "millionth",
            "over",
            "out of",
            "/",
            "¾",
            "demi",
            "quart",
            "tiers",
            "ième",
            "ieme",
            "moitié",
            " sur ",
        ],
        "fractions are no figures",
    ),
    (&["^", "e1", "e-1", "e6", "x10"], "powers are no figures"),
    (&["point", "virgule"], "decimals said in words"),
    (&["crore", "lakh"], "Indian number words in French"),
    (
        &[" hundred", "cent"],
        "digits and number words mixed in one number",
    ),
];

/// Cases by place, in which the rules for figures ask for another reading.
const OTHERWISE_READ: [(&str, &[usize], &str); 12] = [
    (
        "English",
        &[11],
        "one separator and three digits are grouping",
    ),
    (
        "French",
        &[40],
        "one separator and three digits are grouping",
    ),
    ("English", &[4, 146], "a length is a figure"),
    ("French", &[24, 124, 227], "a length is a figure"),
    (
        "English",
        &[1, 140, 143, 144, 189, 224],
        "addresses, dates, telephone numbers, names, versions",
    ),
    (
        "French",
        &[21, 106, 221, 224, 225],
        "addresses, dates, telephone numbers",
    ),
    (
        "English",
        &[142, 153, 166, 216, 229, 232],
        "an article or nought that counts no casualty",
    ),
    (
        "French",
        &[107, 112, 113, 117, 223],
        "an article or nought that counts no casualty",
    ),
    ("English", &[162, 163], "durations are no figures"),
    ("French", &[243, 244], "durations are no figures"),
    ("French", &[115, 266], "two numbers joined are one range"),
    (
        "French",
        &[141, 151, 153, 162],
        "the data are wrong: 10^18, and a value of another case",
    ),
];

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
    let sets = [
        DataSet {
            name: "recognizers-text numbers en",
            floor: 92,
            outcomes: recognizers(&folder, "English", "en"),
        },
        DataSet {
            name: "recognizers-text numbers fr",
            floor: 125,
            outcomes: recognizers(&folder, "French", "fr"),
        },
        DataSet {
            name: "recognizers-text ranges en",
            floor: 45,
            outcomes: ranges(&folder, "English", "en"),
        },
        DataSet {
            name: "recognizers-text ranges fr",
            floor: 50,
            outcomes: ranges(&folder, "French", "fr"),
        },
        DataSet {
            name: "recognizers-text dates en",
            floor: 826,
            outcomes: dates(&folder, "English", "en"),
        },
        DataSet {
            name: "recognizers-text dates fr",
            floor: 785,
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
            floor: 2160,
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
            outcomes: text2num(&folder, "en"),
        },
        DataSet {
            name: "text2num fr",
            floor: 88,
            outcomes: text2num(&folder, "fr"),
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

fn recognizers(folder: &Path, name: &str, language: &str) -> Vec<Outcome> {
    let path = folder.join(format!("recognizers-text/Number/{name}/NumberModel.json"));
    let text = fs::read_to_string(path).unwrap();
    let cases: Vec<Value> = serde_json::from_str(text.trim_start_matches('\u{FEFF}')).unwrap();
    let reader = Reader::for_language(language);
    cases
        .iter()
        .enumerate()
        .map(|(index, case)| {
            let input = case["Input"].as_str().unwrap();
            let results = case["Results"].as_array().unwrap();
            let values: Option<Vec<String>> = results
                .iter()
                .map(|result| exact(result["Resolution"]["value"].as_str()?))
                .collect();
            let Some(values) = values else {
                return Outcome::LeftOut("fractions and powers are no figures");
            };
            let outcome = match (results.as_slice(), values.as_slice()) {
                ([only], [_]) if whole(only["Text"].as_str().unwrap(), input) => {
                    let value = figure(reader, input.trim());
                    judged(&value.into_iter().collect::<Vec<_>>(), &values, input)
                }
                _ => judged(&numbers(reader, input), &values, input),
            };
            let otherwise = OTHERWISE_READ
                .iter()
                .find(|(set, places, _)| *set == name && places.contains(&index));
            let beyond = OUT_OF_SCOPE
                .iter()
                .find(|(marks, _)| marks.iter().any(|mark| input.to_lowercase().contains(mark)));
            let reason = otherwise
                .map(|(_, _, why)| *why)
                .or(beyond.map(|(_, why)| *why));
            match (&outcome, reason) {
                (Outcome::Failed(_), Some(why)) => Outcome::LeftOut(why),
                _ => outcome,
            }
        })
        .collect()
}

/// A reading as the data write ranges, "(18,)" of "more than 18"; nothing of a number by itself.
fn interval(reading: &NumberReading) -> Option<String> {
    let end = |amount: Option<Amount>| amount.map(|amount| amount.to_string()).unwrap_or_default();
    let point = end(reading.point);
    match reading.qualifier {
        Qualifier::AtLeast => Some(format!("[{point},)")),
        Qualifier::MoreThan => Some(format!("({point},)")),
        Qualifier::AtMost | Qualifier::UpTo => Some(format!("(,{point}]")),
        Qualifier::LessThan => Some(format!("(,{point})")),
        Qualifier::Between => Some(format!("[{},{})", end(reading.low), end(reading.high))),
        Qualifier::Exact | Qualifier::About | Qualifier::Nearly => None,
    }
}

fn ranges(folder: &Path, name: &str, language: &str) -> Vec<Outcome> {
    let path = folder.join(format!(
        "recognizers-text/Number/{name}/NumberRangeModel.json"
    ));
    let text = fs::read_to_string(path).unwrap();
    let cases: Vec<Value> = serde_json::from_str(text.trim_start_matches('\u{FEFF}')).unwrap();
    let reader = Reader::for_language(language);
    cases
        .iter()
        .map(|case| {
            let input = case["Input"].as_str().unwrap();
            let results = case["Results"].as_array().unwrap();
            let expected: Vec<String> = results
                .iter()
                .map(|result| result["Resolution"]["value"].as_str().unwrap().to_owned())
                .collect();
            let two_sided = |value: &String| {
                value.starts_with('(')
                    && value.ends_with(')')
                    && !value.contains("(,")
                    && !value.ends_with(",)")
            };
            if expected.iter().any(two_sided) {
                return Outcome::LeftOut("two qualifiers of one number");
            }
            let found: Vec<String> = reader.numbers(input).iter().filter_map(interval).collect();
            judged(&found, &expected, input)
        })
        .collect()
}

fn whole(text: &str, input: &str) -> bool {
    text.to_lowercase() == input.trim().to_lowercase()
}

/// Dates, times and durations are no figures: none may be found in their words.
fn dates(folder: &Path, name: &str, language: &str) -> Vec<Outcome> {
    let path = folder.join(format!(
        "recognizers-text/DateTime/{name}/DateTimeModel.json"
    ));
    let text = fs::read_to_string(path).unwrap();
    let cases: Vec<Value> = serde_json::from_str(text.trim_start_matches('\u{FEFF}')).unwrap();
    let reader = Reader::for_language(language);
    cases
        .iter()
        .filter(|case| !case["Results"].as_array().unwrap().is_empty())
        .map(|case| {
            let input = case["Input"].as_str().unwrap();
            let folded = input.to_lowercase();
            let spans = case["Results"]
                .as_array()
                .unwrap()
                .iter()
                .filter_map(|result| {
                    let words = result["Text"].as_str().unwrap().to_lowercase();
                    folded.find(&words).map(|start| start..start + words.len())
                });
            let spans: Vec<_> = spans.collect();
            let found = reader.numbers(input).into_iter().filter(|reading| {
                spans
                    .iter()
                    .any(|span| span.start <= reading.span.start && reading.span.end <= span.end)
            });
            judged(
                &found
                    .map(|reading| input[reading.span].to_owned())
                    .collect::<Vec<_>>(),
                &[],
                input,
            )
        })
        .collect()
}

/// Whether a locale is one of `language`; of no language, whether there is no lexicon of it.
fn of_language(locale: &str, language: &str) -> bool {
    Reader::for_language(locale).language() == language
}

fn icu(folder: &Path, language: &str, kind: &str) -> Vec<Outcome> {
    let reader = Reader::for_language(language);
    lines(&folder.join("icu-numbers/icu-numbers.jsonl"))
        .iter()
        .filter(|row| row["kind"] == kind && of_language(row["locale"].as_str().unwrap(), language))
        .map(|row| {
            let (text, value) = (
                row["text"].as_str().unwrap(),
                exact(&row["value"].to_string()),
            );
            let Some(value) = value else {
                return Outcome::LeftOut("a power");
            };
            judged(
                &figure(reader, text).into_iter().collect::<Vec<_>>(),
                &[value],
                text,
            )
        })
        .collect()
}

fn text2num(folder: &Path, language: &str) -> Vec<Outcome> {
    let reader = Reader::for_language(language);
    lines(&folder.join("text2num/text2num-rs.jsonl"))
        .iter()
        .filter(|row| row["lang"] == language)
        .map(|row| {
            let (input, kind) = (
                row["input"].as_str().unwrap(),
                row["kind"].as_str().unwrap(),
            );
            let expected = row["expected"].as_str().unwrap_or("");
            match kind {
                "assert_text2digits" => match exact(expected) {
                    Some(value) => judged(
                        &figure(reader, input).into_iter().collect::<Vec<_>>(),
                        &[value],
                        input,
                    ),
                    None => Outcome::LeftOut("an ordinal, or digits that are said one by one"),
                },
                "assert_invalid" => judged(
                    &figure(reader, input).into_iter().collect::<Vec<_>>(),
                    &[],
                    input,
                ),
                "assert_replace_numbers" => {
                    let values: Vec<String> = numbers(Reader::for_language("digits"), expected);
                    judged(&numbers(reader, input), &values, input)
                }
                _ => Outcome::LeftOut("every article and ordinal as a number"),
            }
        })
        .collect()
}

fn pysbd(folder: &Path, name: &str, language: &str) -> Vec<Outcome> {
    lines(&folder.join("pysbd/golden-rules.jsonl"))
        .iter()
        .filter(|row| row["lang"] == name)
        .map(|row| {
            let text = row["text"].as_str().unwrap();
            let expected: Vec<String> = row["sentences"]
                .as_array()
                .unwrap()
                .iter()
                .map(|s| s.as_str().unwrap().trim().to_owned())
                .collect();
            let found: Vec<String> = sentences(text, language)
                .into_iter()
                .map(|span| text[span].to_owned())
                .collect();
            judged(&found, &expected, text)
        })
        .collect()
}
