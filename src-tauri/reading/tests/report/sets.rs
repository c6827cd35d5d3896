//! The test sets of `tests/fixtures/reading`; their README says how they are written.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// Which half of the sets a passage belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Half {
    /// May be looked at while rules are written.
    Tune,
    /// Is only ever counted.
    Report,
}

/// A passage with what a careful reader takes from it.
pub struct Passage {
    pub id: String,
    pub half: Half,
    pub text: String,
    pub figures: Vec<Wanted>,
    pub cues: Vec<Wanted>,
}

/// A figure or a cue: where it stands, and its fields as written.
pub struct Wanted {
    pub span: Range<usize>,
    fields: Value,
}

impl Wanted {
    /// The values any of which is right; `None` stands for null.
    pub fn any(&self, field: &str) -> Vec<Option<&str>> {
        match self.fields.get(field) {
            Some(Value::Array(several)) => {
                let values = several.iter();
                values.map(|one| one.as_str().or(default(field))).collect()
            }
            Some(one) => vec![one.as_str()],
            None => vec![default(field)],
        }
    }

    /// The bodies that pass it on, each with the names any of which is right.
    pub fn via(&self) -> Vec<Vec<&str>> {
        let links = self.fields.get("via").and_then(Value::as_array);
        links
            .into_iter()
            .flatten()
            .map(|link| names(&link["text"]))
            .collect()
    }

    /// The names any of which is the body that denies; none where nobody else does.
    pub fn denied_by(&self) -> Vec<&str> {
        self.fields
            .get("denied_by")
            .map(|body| names(&body["text"]))
            .unwrap_or_default()
    }

    /// Whether the annotation has anything to say of a field.
    pub fn says(&self, field: &str) -> bool {
        self.fields.get(field).is_some()
    }
}

fn names(value: &Value) -> Vec<&str> {
    match value {
        Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
        one => one.as_str().into_iter().collect(),
    }
}

/// What a field that is not written stands for.
fn default(field: &str) -> Option<&'static str> {
    match field {
        "stance" => Some("asserts"),
        "unit" => Some("count"),
        _ => None,
    }
}

/// The folder of the sets.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/reading")
}

/// Every language that has a set, by its code, with its passages.
pub fn all() -> Vec<(String, Vec<Passage>)> {
    let mut languages: Vec<_> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|kind| kind == "jsonl"))
        .map(|path| {
            let language = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let lines = fs::read_to_string(&path).unwrap();
            let passages = lines.lines().map(|line| passage(&language, line)).collect();
            (language, passages)
        })
        .collect();
    languages.sort_by(|one, other| one.0.cmp(&other.0));
    languages
}

fn passage(language: &str, line: &str) -> Passage {
    let json: Value =
        serde_json::from_str(line).unwrap_or_else(|error| panic!("{language}: {error}: {line}"));
    let id = json["id"].as_str().unwrap().to_owned();
    assert_eq!(json["lang"], language, "{id}");
    let text = json["text"].as_str().unwrap().to_owned();
    let wanted = |key: &str| -> Vec<Wanted> {
        let listed = json.get(key).and_then(Value::as_array);
        listed
            .into_iter()
            .flatten()
            .map(|fields| Wanted {
                span: place(&id, &text, fields),
                fields: fields.clone(),
            })
            .collect()
    };
    let (figures, cues) = (wanted("figures"), wanted("cues"));
    Passage {
        half: match json["set"].as_str() {
            Some("tune") => Half::Tune,
            Some("report") => Half::Report,
            other => panic!("{id}: {other:?} is no half"),
        },
        figures,
        cues,
        id,
        text,
    }
}

/// Where the text of a figure or cue stands in its passage.
fn place(id: &str, text: &str, fields: &Value) -> Range<usize> {
    let words = fields["text"].as_str().unwrap();
    let nth = fields.get("nth").map_or(1, |nth| nth.as_u64().unwrap());
    let inside_a_word = |start: usize| {
        let before = text[..start].chars().next_back();
        let after = text[start + words.len()..].chars().next();
        before.into_iter().chain(after).any(char::is_alphanumeric)
    };
    let places: Vec<usize> = text
        .match_indices(words)
        .map(|(start, _)| start)
        .filter(|start| !inside_a_word(*start))
        .collect();
    assert!(
        places.len() == 1 || fields.get("nth").is_some(),
        "{id}: “{words}” occurs {} times and nth does not say which is meant",
        places.len()
    );
    let start = usize::try_from(nth)
        .ok()
        .and_then(|nth| places.get(nth - 1))
        .unwrap_or_else(|| panic!("{id}: “{words}” does not occur so often"));
    *start..start + words.len()
}
