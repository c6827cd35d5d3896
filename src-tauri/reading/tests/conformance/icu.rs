//! icu-numbers: numbers as ICU formats and spells them.

use std::path::Path;

use onrecord_reading::Reader;

use crate::{Outcome, exact, figure, judged, lines};

/// Whether a locale is one of `language`; of no language, whether there is no lexicon of it.
fn of_language(locale: &str, language: &str) -> bool {
    Reader::for_language(locale).language() == language
}

pub fn icu(folder: &Path, language: &str, kind: &str) -> Vec<Outcome> {
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
