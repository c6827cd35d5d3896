//! GUM: Wikinews stories in which every numeral that counts a noun is marked.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use flate2::read::GzDecoder;
use onrecord_reading::Reader;

use crate::Outcome;

/// Nouns whose numbers are durations, ages and dates, which are no figures.
pub const NO_FIGURES: [&str; 14] = [
    "second", "minute", "hour", "day", "week", "month", "year", "decade", "century", "time",
    "season", "night", "am", "pm",
];

/// A word of a sentence as the annotators give it.
pub struct Word {
    pub lemma: String,
    pub head: usize,
    pub relation: String,
    pub numeral: bool,
    form: String,
    /// Where it begins in the sentence.
    start: usize,
}

/// Of each numeral that counts a noun whether a figure covers it.
pub fn counted_numerals(folder: &Path) -> Vec<Outcome> {
    let reader = Reader::for_language("en");
    let mut outcomes = Vec::new();
    for path in stories(folder) {
        let story = unpacked(&path);
        for sentence in story.split("\n\n") {
            outcomes.extend(of_sentence(reader, sentence));
        }
    }
    outcomes
}

/// The files of the stories.
pub fn stories(folder: &Path) -> Vec<PathBuf> {
    let mut names: Vec<_> = fs::read_dir(folder.join("gum-wikinews"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "gz"))
        .collect();
    names.sort();
    names
}

pub fn unpacked(path: &Path) -> String {
    let mut text = String::new();
    GzDecoder::new(fs::File::open(path).unwrap())
        .read_to_string(&mut text)
        .unwrap();
    text
}

fn of_sentence(reader: &Reader, sentence: &str) -> Vec<Outcome> {
    let Some(text) = sentence
        .lines()
        .find_map(|line| line.strip_prefix("# text = "))
    else {
        return Vec::new();
    };
    let words = words(sentence, text);
    let figures = reader.numbers(text);
    let counted = words
        .iter()
        .filter(|word| word.numeral && word.relation == "nummod");
    counted
        .map(|word| {
            let covered = figures
                .iter()
                .any(|figure| figure.span.contains(&word.start));
            let noun = words
                .get(word.head.wrapping_sub(1))
                .map_or("", |head| head.lemma.as_str());
            match covered {
                true => Outcome::Passed,
                false if NO_FIGURES.contains(&noun) => {
                    Outcome::LeftOut("durations, ages and dates are no figures")
                }
                false if word.lemma == "one" => {
                    Outcome::LeftOut("one, which counts no casualty here, is an article")
                }
                false => Outcome::Failed(format!("{text:?}: {:?} of {noun:?} expected", word.form)),
            }
        })
        .collect()
}

/// The words of a sentence in the annotators' table.
pub fn words(sentence: &str, text: &str) -> Vec<Word> {
    let mut at = 0;
    let mut found = Vec::new();
    for line in sentence.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        // Lines of a range ("1-2") are words written together.
        if fields.len() < 8 || fields[0].parse::<usize>().is_err() {
            continue;
        }
        let start = text[at..].find(fields[1]).map_or(at, |offset| at + offset);
        at = (start + fields[1].len()).min(text.len());
        found.push(Word {
            lemma: fields[2].to_lowercase(),
            head: fields[6].parse().unwrap(),
            relation: fields[7].to_owned(),
            numeral: fields[3] == "NUM",
            form: fields[1].to_owned(),
            start,
        });
    }
    found
}
