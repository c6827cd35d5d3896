//! quantulum3: quantities in English prose, each with its value.

use std::fs;
use std::path::Path;

use onrecord_reading::Reader;
use serde_json::Value;

use crate::{Outcome, exact};

/// Units of time, and none: what they belong to counts nothing.
const NO_FIGURES: [&str; 12] = [
    "dimensionless",
    "second",
    "minute",
    "hour",
    "day",
    "week",
    "month",
    "year",
    "decade",
    "century",
    "millisecond",
    "light-year",
];

/// Of each quantity whether a figure with its value stands where its words do.
pub fn quantulum(folder: &Path) -> Vec<Outcome> {
    let text = fs::read_to_string(folder.join("quantulum3/quantities.json")).unwrap();
    let cases: Vec<Value> = serde_json::from_str(&text).unwrap();
    let reader = Reader::for_language("en");
    let mut outcomes = Vec::new();
    for case in &cases {
        let input = case["req"].as_str().unwrap();
        let figures = reader.numbers(input);
        for quantity in case["res"].as_array().unwrap() {
            outcomes.push(of_quantity(input, &figures, quantity));
        }
    }
    outcomes
}

fn of_quantity(
    input: &str,
    figures: &[onrecord_reading::NumberReading],
    quantity: &Value,
) -> Outcome {
    let unit = quantity["unit"].as_str().unwrap_or_default();
    let surface = quantity["surface"].as_str().unwrap();
    let Some(start) = input.find(surface) else {
        return Outcome::LeftOut("its words do not stand in the text");
    };
    let end = start + surface.len();
    let near = figures
        .iter()
        .filter(|figure| figure.span.start < end && start < figure.span.end);
    let value = quantity["value"].as_f64().unwrap();
    let spread = quantity["uncertainty"].as_f64();
    let same = |given: Option<onrecord_reading::Amount>, wanted: f64| {
        given.map(|given| given.to_string()) == exact(&wanted.to_string())
    };
    let right = near.clone().any(|figure| match spread {
        Some(spread) => {
            same(figure.low, value - spread) && same(figure.high, value + spread)
                || same(figure.point, value)
        }
        None => same(figure.point, value),
    });
    if right {
        return Outcome::Passed;
    }
    if NO_FIGURES.contains(&unit) {
        return Outcome::LeftOut("durations, names and numbers that count nothing");
    }
    let found: Vec<&str> = near.map(|figure| &input[figure.span.clone()]).collect();
    Outcome::Failed(format!(
        "{input:?}: {surface:?} {value} expected, {found:?} found"
    ))
}
