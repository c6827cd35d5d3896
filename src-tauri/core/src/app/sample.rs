//! The sample project: invented articles in four languages, with everything a board can show. Its texts and claims are data
//! of `core/sample`; the project is made of them by the verbs that everybody uses.

use super::{Asked, Desk, Error, Recorder};
use crate::exchange::{FileKind, read_claims};
use crate::view::{
    ArticleMeta, AssessmentInput, EventInput, FieldEdit, ImportItem, ImportRequest, ImportSource,
    ProjectPatch,
};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::path::Path;

/// Who the sample's history names: nobody who works with it.
const AUTHOR: &str = "Onrecord";

const ARTICLES: &str = include_str!("../../sample/articles.json");
const CLAIMS: &str = include_str!("../../sample/claims.jsonl");
const ENGLISH: &str = include_str!("../../sample/en.json");
const FRENCH: &str = include_str!("../../sample/fr.json");

fn text_of(article: &str) -> &'static str {
    match article {
        "toll-31.txt" => include_str!("../../sample/toll-31.txt"),
        "toll-34.txt" => include_str!("../../sample/toll-34.txt"),
        "observatoire.txt" => include_str!("../../sample/observatoire.txt"),
        "hospital.txt" => include_str!("../../sample/hospital.txt"),
        "civil-defence.txt" => include_str!("../../sample/civil-defence.txt"),
        _ => "",
    }
}

/// An article: the file of its text, and what is known of it.
#[derive(Deserialize)]
struct Article {
    text: String,
    #[serde(flatten)]
    meta: ArticleMeta,
}

/// What the sample says in the reader's language.
#[derive(Default, Deserialize)]
struct Words {
    title: String,
    method: String,
    event: Event,
    /// How sources and tags of the claims are called.
    names: BTreeMap<String, String>,
    /// Fields of claims by the claim's id: translations and notes.
    claims: BTreeMap<String, Map<String, Value>>,
    grades: Vec<Grade>,
    assessments: Vec<Assessment>,
}

#[derive(Default, Deserialize)]
struct Event {
    name: String,
    place: String,
    from: String,
    inclusion: String,
}

/// How far a source is relied on.
#[derive(Deserialize)]
struct Grade {
    source: String,
    reliability: String,
    reason: String,
    date: String,
}

/// A judgement of what one claim says.
#[derive(Deserialize)]
struct Assessment {
    claim: String,
    status: String,
    grade: Option<u8>,
    rule: Option<String>,
    reasoning: String,
}

impl Desk {
    /// Makes the sample project and opens it. `language` is that of its title, names, notes and translations: French for
    /// `fr`, else English. Whoever works with it from then on is `recorder`.
    ///
    /// # Errors
    /// When there is such a file, or it cannot be written; then there is none.
    pub fn create_sample(
        path: &Path,
        language: &str,
        recorder: Recorder,
        clock: fn() -> DateTime<Utc>,
    ) -> Result<Desk, Error> {
        let words = words(language);
        let author = Recorder {
            by: AUTHOR.to_owned(),
            device: recorder.device.clone(),
        };
        let mut desk = Desk::create(path, Some(&words.title), author, clock)?;
        match desk.fill_with_sample(words) {
            Ok(()) => {
                desk.set_recorder(recorder);
                Ok(desk)
            }
            Err(error) => {
                // Half a sample teaches nothing, and would stand in the way of the next try.
                let _ = desk.close();
                let _ = std::fs::remove_file(path);
                Err(error)
            }
        }
    }

    fn fill_with_sample(&mut self, words: Words) -> Result<(), Error> {
        self.edit_project(&ProjectPatch {
            title: None,
            method: Some(words.method),
        })?;
        self.put_event(&EventInput {
            name: words.event.name.clone(),
            place: Some(words.event.place),
            from: Some(words.event.from),
            to: None,
            inclusion: Some(words.event.inclusion),
            parent: None,
        })?;
        let imported = self.import(&articles(&words.event.name), |_| ())?;
        let claims = claims(&words.names, &words.claims);
        let lines: String = claims.iter().map(|claim| format!("{claim}\n")).collect();
        let file = read_claims(FileKind::Jsonl, lines.as_bytes(), None).unwrap_or_default();
        if let Some(refused) = self.add(file, |_| ())?.refused.into_iter().next() {
            return Err(refused.reason.into());
        }
        for grade in words.grades {
            self.edit(&FieldEdit {
                id: self.sample_source(&grade.source)?,
                fields: [
                    ("reliability", grade.reliability),
                    ("reliability_reason", grade.reason),
                    ("reliability_date", grade.date),
                ]
                .map(|(field, value)| (field.to_owned(), value))
                .into(),
            })?;
        }
        let mut statements = Vec::new();
        for article in imported
            .results
            .iter()
            .filter_map(|one| one.article_id.as_ref())
        {
            statements.extend(self.article(article)?.statements);
        }
        for given in words.assessments {
            let quote = claims
                .iter()
                .find(|claim| claim.get("id").and_then(Value::as_str) == Some(&given.claim))
                .and_then(|claim| claim.get("quote")?.as_str());
            let judged = statements
                .iter()
                .find(|statement| Some(statement.quote.as_str()) == quote)
                .ok_or(Asked::UnknownId { id: given.claim })?;
            self.assess(&AssessmentInput {
                id: judged.id.clone(),
                status: given.status,
                grade: given.grade,
                rule: given.rule,
                reasoning: given.reasoning,
            })?;
        }
        Ok(())
    }

    fn sample_source(&self, name: &str) -> Result<String, Error> {
        let sources = self.register()?.sources;
        let found = sources.into_iter().find(|source| source.name == name);
        let unknown = || Asked::UnknownName {
            noun: "source",
            name: name.to_owned(),
        };
        Ok(found.ok_or_else(unknown)?.id)
    }
}

fn words(language: &str) -> Words {
    let text = if language == "fr" { FRENCH } else { ENGLISH };
    serde_json::from_str(text).unwrap_or_default()
}

fn articles(event: &str) -> ImportRequest {
    let articles: Vec<Article> = serde_json::from_str(ARTICLES).unwrap_or_default();
    let items = articles.into_iter().map(|article| ImportItem {
        from: ImportSource::Text(text_of(&article.text).to_owned()),
        meta: ArticleMeta {
            event: Some(event.to_owned()),
            ..article.meta
        },
    });
    ImportRequest {
        items: items.collect(),
    }
}

/// The claims as `add` reads them, in the words of one language.
fn claims(
    names: &BTreeMap<String, String>,
    fields: &BTreeMap<String, Map<String, Value>>,
) -> Vec<Value> {
    let claims = CLAIMS.lines().map(serde_json::from_str);
    claims
        .filter_map(Result::ok)
        .map(|mut claim: Value| {
            rename(&mut claim, names);
            let id = claim.get("id").and_then(Value::as_str).unwrap_or_default();
            let said = fields.get(id).cloned().unwrap_or_default();
            if let Some(claim) = claim.as_object_mut() {
                claim.extend(said);
            }
            claim
        })
        .collect()
}

/// Puts names in place of the names that a value holds.
fn rename(value: &mut Value, names: &BTreeMap<String, String>) {
    match value {
        Value::String(text) => {
            if let Some(name) = names.get(text.as_str()) {
                name.clone_into(text);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| rename(item, names)),
        Value::Object(fields) => fields.values_mut().for_each(|field| rename(field, names)),
        _ => {}
    }
}
