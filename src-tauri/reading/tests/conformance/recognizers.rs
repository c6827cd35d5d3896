//! recognizers-text: number words, ranges, and dates, which are no numbers.

use std::fs;
use std::path::Path;

use onrecord_reading::{Amount, NumberReading, Qualifier, Reader};
use serde_json::Value;

use crate::{Outcome, exact, figure, judged, numbers};

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

pub fn recognizers(folder: &Path, name: &str, language: &str) -> Vec<Outcome> {
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

pub fn ranges(folder: &Path, name: &str, language: &str) -> Vec<Outcome> {
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
pub fn dates(folder: &Path, name: &str, language: &str) -> Vec<Outcome> {
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
