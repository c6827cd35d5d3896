//! Reading English and French news, beside a scan of the same articles for every phrase of the same lexicons.

use crate::ratio::{Sides, alternate, report, timed};
use aho_corasick::{AhoCorasick, MatchKind};
use onrecord_reading::read;
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::Duration;

const LANGUAGES: [&str; 2] = ["en", "fr"];
const ARTICLES: usize = 200;
/// About how long an article is. Bytes.
const LENGTH: usize = 4_000;
const RUNS: usize = 7;

pub fn measure(_: &Path) {
    let tenth = alternate(RUNS, &mut Reading::new(ARTICLES / 10));
    let full = alternate(RUNS, &mut Reading::new(ARTICLES));
    report("read", 20.0, tenth, full);
}

struct Reading {
    articles: Vec<(&'static str, String)>,
    scans: Vec<(&'static str, AhoCorasick)>,
}

impl Reading {
    fn new(articles: usize) -> Reading {
        let share = articles / LANGUAGES.len();
        let of = |language| {
            made(language, share)
                .into_iter()
                .map(move |text| (language, text))
        };
        let reading = Reading {
            articles: LANGUAGES.into_iter().flat_map(of).collect(),
            scans: LANGUAGES.map(|language| (language, scan(language))).into(),
        };
        // A language's lexicon is built once, when it is first read.
        for language in LANGUAGES {
            black_box(read("", Some(language)));
        }
        reading
    }
}

impl Sides for Reading {
    fn ours(&mut self) -> Duration {
        let found = || -> usize {
            let read = |(language, text): &(&str, String)| read(text, Some(language));
            self.articles
                .iter()
                .map(|article| read(article).statements.len())
                .sum()
        };
        timed(|| black_box(found())).1
    }

    fn limit(&mut self) -> Duration {
        let found = |language: &str, scan: &AhoCorasick| -> usize {
            let own = self.articles.iter().filter(|(other, _)| *other == language);
            own.map(|(_, text)| scan.find_iter(text).count()).sum()
        };
        timed(|| {
            for (language, scan) in &self.scans {
                black_box(found(language, scan));
            }
        })
        .1
    }
}

/// Articles made of the passages of our own test set, one after another.
fn made(language: &str, count: usize) -> Vec<String> {
    let set = fs::read_to_string(root().join(format!("tests/fixtures/reading/{language}.jsonl")))
        .unwrap();
    let passage = |line| -> String {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        line["text"].as_str().unwrap().to_owned()
    };
    let passages: Vec<String> = set.lines().map(passage).collect();
    let mut passages = passages.iter().cycle();
    let article = |_| {
        let mut text = String::new();
        while text.len() < LENGTH {
            text.push_str(passages.next().unwrap());
            text.push_str("\n\n");
        }
        text
    };
    (0..count).map(article).collect()
}

/// What finds every phrase of a lexicon, the longest where several begin.
fn scan(language: &str) -> AhoCorasick {
    let mut phrases = Vec::new();
    for file in [language, "shared"] {
        let path = root().join(format!("src-tauri/reading/lexicon/{file}.toml"));
        let lexicon: toml::Table = fs::read_to_string(path).unwrap().parse().unwrap();
        strings(&toml::Value::Table(lexicon), &mut phrases);
    }
    phrases.retain(|phrase| !phrase.is_empty());
    AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .ascii_case_insensitive(true)
        .build(phrases)
        .unwrap()
}

fn strings(value: &toml::Value, found: &mut Vec<String>) {
    match value {
        toml::Value::String(text) => found.extend(spelled_out(text)),
        toml::Value::Array(values) => values.iter().for_each(|value| strings(value, found)),
        toml::Value::Table(table) => table.values().for_each(|value| strings(value, found)),
        _ => {}
    }
}

/// The words that a text with alternatives in braces stands for.
fn spelled_out(text: &str) -> Vec<String> {
    let Some((before, rest)) = text.split_once('{') else {
        return vec![text.to_owned()];
    };
    let (choices, after) = rest.split_once('}').unwrap();
    choices
        .split(',')
        .flat_map(|choice| spelled_out(&format!("{before}{choice}{after}")))
        .collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
