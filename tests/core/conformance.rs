//! Other people's test data, run from outside the project: `ONRECORD_CONFORMANCE` names the folder, else it is
//! `../shared/conformance` beside the workspace. Without it nothing is tested, and that is said.
//!
//! Each set prints a line of its score. A floor that has been reached never goes down.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout
)]

use std::path::PathBuf;

use dom_query::{Document, NodeRef};
use onrecord_core::capture::anchor::{Anchor, Finder, Hint};
use onrecord_core::domain::offsets::Offsets;
use onrecord_core::exchange::{CellKind, CsvWriter, unguarded};
use serde_json::Value;

/// The folder of one set of cases; none, with a word about it, where it is absent.
fn folder(name: &str) -> Option<PathBuf> {
    let root = std::env::var_os("ONRECORD_CONFORMANCE").map_or_else(
        || {
            PathBuf::from(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/../../../shared/conformance"
            ))
        },
        PathBuf::from,
    );
    let folder = root.join(name);
    if folder.is_dir() {
        return Some(folder);
    }
    println!("{name}: no cases at {}, nothing tested", folder.display());
    None
}

/// How a set of cases went.
struct Score {
    name: &'static str,
    passed: usize,
    failed: Vec<String>,
    left_out: usize,
}

impl Score {
    fn new(name: &'static str) -> Self {
        Self {
            name,
            passed: 0,
            failed: Vec::new(),
            left_out: 0,
        }
    }

    fn count(&mut self, case: &str, passed: bool) {
        if passed {
            self.passed += 1;
        } else {
            self.failed.push(case.to_owned());
        }
    }

    /// Prints the score and fails when it is under its floor.
    fn report(self, floor: usize) {
        let of = self.passed + self.failed.len();
        println!(
            "{:<44} {:>4} of {:<4} floor {:<4} left out {}",
            self.name, self.passed, of, floor, self.left_out
        );
        for case in &self.failed {
            println!("    not passed: {case}");
        }
        assert!(
            self.passed >= floor,
            "{}: {} passed, the floor is {floor}",
            self.name,
            self.passed
        );
    }
}

/// Cases of the Apache Annotator that ask for something else than this product promises, and why.
const LEFT_OUT: [(&str, &str); 3] = [
    ("empty quote", "a quote without words is refused"),
    (
        "with prefix or suffix, no matches",
        "words in one place are found there even if what is said to surround them does not",
    ),
    ("css", "there are no elements in canonical text"),
];

#[test]
fn anchoring_of_the_apache_annotator() {
    let Some(folder) = folder("anchoring") else {
        return;
    };
    let cases = std::fs::read_to_string(folder.join("apache-annotator-cases.json")).unwrap();
    let cases: Vec<Value> = serde_json::from_str(&cases).unwrap();
    let mut quotes = Score::new("anchoring: quotes found");
    let mut described = Score::new("anchoring: anchors lead back to their range");
    let mut positions = Score::new("anchoring: positions");
    for case in &cases {
        let name = format!(
            "{}: {}",
            case["group"].as_str().unwrap(),
            case["name"].as_str().unwrap()
        );
        let page = Page::new(case["html"].as_str().unwrap());
        match case["kind"].as_str().unwrap() {
            "text-quote/match" => {
                let selector = &case["selector"];
                let quote = selector["exact"].as_str().unwrap();
                let hint = Hint {
                    start: None,
                    prefix: selector["prefix"].as_str(),
                    suffix: selector["suffix"].as_str(),
                };
                let expected: Vec<_> = case["expected"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|range| page.range(range))
                    .collect();
                let surrounded = hint.prefix.is_some() || hint.suffix.is_some();
                if quote.is_empty() || (expected.is_empty() && surrounded) {
                    quotes.left_out += 1;
                    continue;
                }
                let found = Finder::new(&page.text, &[])
                    .quote(quote, hint)
                    .ok()
                    .map(|found| found.range);
                quotes.count(&name, found.as_ref() == expected.first());
            }
            "text-quote/describe" => {
                let range = page.range(&case["range"]);
                if range.is_empty() {
                    described.left_out += 1;
                    continue;
                }
                let finder = Finder::new(&page.text, &[]);
                let anchor = Anchor::at(finder.offsets(), range.clone()).unwrap();
                let hint = Hint {
                    start: None,
                    prefix: Some(&anchor.prefix),
                    suffix: Some(&anchor.suffix),
                };
                let exact = case["expected"]["exact"].as_str() == Some(anchor.quote.as_str());
                let back = finder
                    .quote(&anchor.quote, hint)
                    .ok()
                    .map(|found| found.range);
                described.count(&name, exact && back == Some(range));
            }
            "text-position/match" => {
                let at =
                    |key: &str| u32::try_from(case["selector"][key].as_u64().unwrap()).unwrap();
                let expected = page.range(&case["expected"][0]);
                positions.count(&name, (at("start")..at("end")) == expected);
            }
            _ => {}
        }
    }
    for (what, why) in LEFT_OUT {
        println!("    left out: {what}: {why}");
    }
    quotes.report(16);
    described.report(20);
    positions.report(7);
}

#[test]
fn anchoring_of_hypothesis() {
    let Some(folder) = folder("anchoring/hypothesis") else {
        return;
    };
    let mut score = Score::new("anchoring: annotations of real pages");
    for name in ["minimal", "wikipedia-regression-testing"] {
        let read = |extension: &str| {
            std::fs::read_to_string(folder.join(format!("{name}.{extension}"))).unwrap()
        };
        let html = Document::from(read("html"));
        let text = html.body().unwrap().text();
        let finder = Finder::new(&text, &[]);
        let annotations: Value = serde_json::from_str(&read("json")).unwrap();
        for row in annotations["rows"].as_array().unwrap() {
            let selectors = row["target"][0]["selector"].as_array().unwrap();
            let of_type = |kind: &str| {
                selectors
                    .iter()
                    .find(|selector| selector["type"] == kind)
                    .unwrap()
            };
            let quote = of_type("TextQuoteSelector");
            let hint = Hint {
                start: None,
                prefix: quote["prefix"].as_str(),
                suffix: quote["suffix"].as_str(),
            };
            // Its positions count what a browser made of the page; the words and their surroundings are enough for one place.
            let exact = quote["exact"].as_str().unwrap();
            let found = finder.quote(exact, hint).unwrap();
            let words = finder.offsets().slice(&found.range).unwrap();
            score.count(
                row["id"].as_str().unwrap(),
                found.note.is_none() && words == exact,
            );
        }
    }
    score.report(6);
}

/// A page as one text, with the way from its nodes to places in it.
struct Page {
    html: Document,
    text: String,
}

impl Page {
    fn new(html: &str) -> Self {
        let html = Document::from(html);
        let text = text_nodes(&html)
            .iter()
            .map(|node| node.text().to_string())
            .collect();
        Self { html, text }
    }

    /// A range between two places in text nodes as a range of code points of the text.
    fn range(&self, range: &Value) -> std::ops::Range<u32> {
        let place = |end: &str| {
            let path = range[format!("{end}ContainerXPath")].as_str().unwrap();
            self.place(
                path,
                u32::try_from(range[format!("{end}Offset")].as_u64().unwrap()).unwrap(),
            )
        };
        place("start")..place("end")
    }

    /// The code point that lies `utf16` units into the node of a path like `//b/text()[2]`.
    fn place(&self, path: &str, utf16: u32) -> u32 {
        let (element, nth) = path
            .strip_prefix("//")
            .unwrap()
            .split_once("/text()")
            .unwrap();
        let nth: usize = nth.trim_matches(['[', ']']).parse().unwrap_or(1);
        let element = self.html.select_single(element);
        let children = element.nodes()[0].children();
        let wanted = children
            .iter()
            .filter(|child| child.is_text())
            .nth(nth - 1)
            .unwrap()
            .id;
        let nodes = text_nodes(&self.html);
        let before = nodes.iter().take_while(|node| node.id != wanted);
        let units: u32 = before
            .map(|node| Offsets::new(&node.text()).utf16_units())
            .sum();
        Offsets::new(&self.text)
            .code_point_of_utf16(units + utf16)
            .unwrap()
    }
}

fn text_nodes(html: &Document) -> Vec<NodeRef<'_>> {
    html.root()
        .descendants()
        .into_iter()
        .filter(NodeRef::is_text)
        .collect()
}

/// A table written by us and read by a reader of RFC 4180.
fn written_and_read(rows: &[Vec<(CellKind, String)>]) -> Vec<Vec<String>> {
    let mut writer = CsvWriter::new(Vec::new(), false);
    for row in rows {
        for (kind, text) in row {
            writer.cell(*kind, text).unwrap();
        }
        writer.end_row().unwrap();
    }
    let bytes = writer.finish().unwrap();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(bytes.as_slice());
    reader.deserialize().map(|row| row.unwrap()).collect()
}

#[test]
fn csv_spectrum() {
    let Some(folder) = folder("csv") else {
        return;
    };
    let mut score = Score::new("csv: tables read back as they were written");
    let mut files: Vec<_> = std::fs::read_dir(folder.join("csv-spectrum/json"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    for file in files {
        let json = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
        let rows = match json {
            Value::Array(rows) => rows,
            row => vec![row],
        };
        let rows: Vec<_> = rows.iter().map(|row| row.as_object().unwrap()).collect();
        let header: Vec<String> = rows[0].keys().cloned().collect();
        let cells = rows
            .iter()
            .map(|row| row.values().map(|cell| cell.as_str().unwrap().to_owned()));
        let table: Vec<Vec<String>> = std::iter::once(header)
            .chain(cells.map(Iterator::collect))
            .collect();
        let plain = |row: &Vec<String>| {
            row.iter()
                .map(|cell| (CellKind::Text, cell.clone()))
                .collect()
        };
        let read = written_and_read(&table.iter().map(plain).collect::<Vec<_>>());
        score.count(&file.file_name().unwrap().to_string_lossy(), read == table);
    }
    score.report(12);
}

#[test]
fn csv_formula_injection() {
    let Some(folder) = folder("csv") else {
        return;
    };
    let mut score = Score::new("csv: formulas made harmless, numbers left alone");
    let payloads = std::fs::read_to_string(folder.join("injection-payloads.txt")).unwrap();
    let made_up = ["+1", "-1", "\tx", "\rx", "'=1"];
    for payload in payloads
        .lines()
        .filter(|line| !line.is_empty())
        .chain(made_up)
    {
        let row = vec![
            (CellKind::Text, payload.to_owned()),
            (CellKind::Number, "-18".to_owned()),
        ];
        let read = written_and_read(&[row]);
        let [text, number] = read[0].as_slice() else {
            panic!("{read:?}")
        };
        let harmless = text.starts_with('\'') && unguarded(text) == payload;
        score.count(payload, harmless && number == "-18");
    }
    score.report(11);
}
