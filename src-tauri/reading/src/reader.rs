//! The door to the readings of one language.

use std::sync::OnceLock;

use crate::lexicon::{LANGUAGES, Lexicon};
use crate::numbers::{NumberReading, Wanted};
use crate::quantity::Scan;

/// Reads texts of one language.
#[derive(Debug)]
pub struct Reader {
    pub(crate) lexicon: &'static Lexicon,
}

impl Reader {
    /// The reader of a language by its ISO 639-1 code, region and case aside ("fr-CH" reads as "fr"). Of a language
    /// without a lexicon it reads what is written in digits.
    pub fn for_language(code: &str) -> &'static Reader {
        static READERS: [OnceLock<Reader>; LANGUAGES.len()] =
            [const { OnceLock::new() }; LANGUAGES.len()];
        static OTHER: OnceLock<Reader> = OnceLock::new();
        let language = code.split(['-', '_']).next().unwrap_or("").to_lowercase();
        let own = LANGUAGES
            .iter()
            .zip(&READERS)
            .find(|((known, _), _)| *known == language);
        let (reader, code) = own.map_or((&OTHER, ""), |((known, _), reader)| (reader, *known));
        reader.get_or_init(|| Reader {
            lexicon: Lexicon::of(code),
        })
    }

    /// The number that the words of a figure give in a language, or in another that explains more of them: an article
    /// quotes people of other languages, and "about 1,000" in a French one is no exact number.
    pub fn read_figure_in(code: &str, text: &str) -> Option<NumberReading> {
        let mut best: Option<NumberReading> = None;
        for reader in [code, "en", "fr"].map(Reader::for_language) {
            let longest = best.as_ref().map_or(0, |reading| reading.span.len());
            if let Some(reading) = reader
                .read_figure(text)
                .filter(|reading| reading.span.len() > longest)
            {
                best = Some(reading);
            }
        }
        best
    }

    /// The ISO 639-1 code of the language, empty where there is no lexicon of it.
    pub fn language(&self) -> &str {
        &self.lexicon.language
    }

    /// The figures of a text: all numbers but those that count nothing (dates, years, ages, clock times, durations,
    /// magnitudes, ordinals, telephone numbers, versions, scores, ranks, names). In order; no two overlap.
    pub fn numbers(&self, text: &str) -> Vec<NumberReading> {
        let mut found = Vec::new();
        for block in blocks(text) {
            let Some(part) = text.get(block.clone()) else {
                continue;
            };
            for number in Scan::new(part, self.lexicon).numbers(Wanted::Figures) {
                let mut reading = number.reading;
                reading.span = reading.span.start + block.start..reading.span.end + block.start;
                found.push(reading);
            }
        }
        found
    }

    /// The number that the words of a figure give ("au moins 18", "between 9 and 16"). The words are known to be a
    /// figure, so that every number counts here; the first one is taken.
    pub fn read_figure(&self, text: &str) -> Option<NumberReading> {
        let scan = Scan::new(text, self.lexicon);
        let found = scan.numbers(Wanted::Numbers);
        let strong = found
            .iter()
            .position(|number| !scan.is_lone(number.tokens.start, number.tokens.end));
        found
            .into_iter()
            .nth(strong.unwrap_or(0))
            .map(|number| number.reading)
    }
}

/// The parts of a text between blank lines.
pub(crate) fn blocks(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    while let Some(length) = text.get(start..).and_then(|rest| rest.find("\n\n")) {
        found.push(start..start + length);
        start += length + 2;
    }
    found.push(start..text.len());
    found
}
