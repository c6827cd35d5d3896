//! duckling: numbers by themselves, each with its value.

use std::path::Path;

use onrecord_reading::Reader;

use crate::{Outcome, exact, figure, judged, lines};

/// The numerals of a language; `name` is that of the data.
pub fn duckling(folder: &Path, name: &str, language: &str) -> Vec<Outcome> {
    let reader = Reader::for_language(language);
    lines(&folder.join("duckling-corpora/duckling.jsonl"))
        .iter()
        .filter(|row| row["lang"] == name && row["dim"] == "Numeral")
        .map(|row| {
            let (text, expected) = (
                row["text"].as_str().unwrap(),
                row["expected"].as_str().unwrap(),
            );
            let value = expected
                .trim_start_matches("(NumeralValue ")
                .trim_matches(['(', ')']);
            let Some(value) = exact(value) else {
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
