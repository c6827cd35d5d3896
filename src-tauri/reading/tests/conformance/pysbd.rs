//! pysbd: where sentences end.

use std::path::Path;

use onrecord_reading::sentences;

use crate::{Outcome, judged, lines};

pub fn pysbd(folder: &Path, name: &str, language: &str) -> Vec<Outcome> {
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
