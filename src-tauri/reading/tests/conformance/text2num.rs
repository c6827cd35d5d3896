//! text2num: number words in prose.

use std::path::Path;

use onrecord_reading::Reader;

use crate::{Outcome, exact, figure, judged, lines, numbers};

pub fn text2num(folder: &Path, language: &str) -> Vec<Outcome> {
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
