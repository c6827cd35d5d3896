//! How a lexicon is written down.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::sense::{Context, Cue, NamePart, Person, Side, Speech};
use crate::{Qualifier, VagueWord};

/// A lexicon file. `lexicon/README.md` says what each key means.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Data {
    pub language: Option<String>,
    pub endings: BTreeMap<String, String>,
    pub spelling: SpellingData,
    /// The ISO 639-3 code, by which the language is detected; read by itself, before the file is.
    #[allow(dead_code)]
    pub iso639_3: Option<String>,
    /// Whether every noun is written large, so that capitals tell no names.
    pub nouns_are_capitalised: bool,
    /// Whether a verb stands before its subject, and who it is done to behind both.
    pub verbs_come_first: bool,
    pub persons_take_no_article: bool,
    /// How adjectives of names end.
    pub adjective_endings: Vec<String>,
    /// How adjectives end that nouns may end like.
    pub doubtful_endings: Vec<String>,
    /// The numbers by which help is called, which stand for those who answer.
    pub emergency_numbers: Vec<String>,
    /// How words end that are no nouns.
    pub no_noun_endings: Vec<String>,
    /// How names of places end behind what they are of or in.
    pub place_endings: Vec<String>,
    /// How the second of a person's names ends that is a father's.
    pub patronymic_endings: Vec<String>,
    pub articles: Vec<String>,
    pub nought: Vec<String>,
    pub duals: Vec<String>,
    pub joiners: Vec<String>,
    pub of: Vec<String>,
    pub negative: Vec<String>,
    pub point: Vec<String>,
    pub half_before: Vec<String>,
    pub half_after: Vec<String>,
    pub vague_lead: Vec<String>,
    pub adding: Vec<AddingData>,
    pub scales: Vec<ScaleData>,
    pub collectives: BTreeMap<String, i64>,
    pub fractional: BTreeMap<String, String>,
    pub compounds: CompoundData,
    pub ordinal_point: bool,
    pub vague: Vec<VagueData>,
    pub qualifiers: QualifierData,
    pub ranges: Vec<RangeData>,
    pub context: BTreeMap<Context, Vec<String>>,
    pub units: Vec<UnitData>,
    pub measures: Vec<MeasureData>,
    pub groups: BTreeMap<String, Vec<String>>,
    pub severities: BTreeMap<String, Vec<String>>,
    pub countings: BTreeMap<String, Vec<String>>,
    pub bases: BTreeMap<String, Vec<String>>,
    pub parents: BTreeMap<String, String>,
    pub cues: BTreeMap<Cue, Vec<String>>,
    pub speech: BTreeMap<Speech, Vec<String>>,
    pub persons: BTreeMap<Person, Vec<String>>,
    pub names: BTreeMap<NamePart, Vec<String>>,
    pub heads: BTreeMap<String, Vec<String>>,
    pub proper_heads: BTreeMap<String, Vec<String>>,
    pub stand_ins: BTreeMap<String, Vec<String>>,
    pub bodies: BTreeMap<String, Vec<String>>,
    pub fields: BTreeMap<String, Vec<String>>,
    pub parts: BTreeMap<Side, Vec<String>>,
    pub abbreviations: Vec<String>,
    pub closing_abbreviations: Vec<String>,
    pub numbered_abbreviations: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct SpellingData {
    pub letters: BTreeMap<String, String>,
    pub clitics: Vec<String>,
    pub definite: Vec<String>,
    pub finals: BTreeMap<String, String>,
    pub idle: Vec<String>,
    pub whole: Vec<String>,
    pub tails: Vec<String>,
    pub marked: Vec<String>,
    pub lone: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct AddingData {
    pub words: BTreeMap<String, i64>,
    pub takes: Vec<String>,
    pub joined: Vec<String>,
    pub fused: Vec<String>,
    pub weak: bool,
    pub behind: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct CompoundData {
    pub joiners: Vec<String>,
    pub numbers: bool,
    pub elided: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ScaleData {
    pub words: Vec<String>,
    pub value: i64,
    #[serde(default)]
    pub of: Vec<String>,
    #[serde(default)]
    pub takes: Vec<String>,
    #[serde(default)]
    pub joined: Vec<String>,
    #[serde(default)]
    pub bare: bool,
    #[serde(default = "once")]
    pub times: i64,
    #[serde(default)]
    pub suffix: bool,
    #[serde(default)]
    pub money: bool,
    pub vague: Option<VagueWord>,
}

/// A scale word alone is one of what it means, if the file does not say otherwise.
fn once() -> i64 {
    1
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct VagueData {
    pub words: Vec<String>,
    pub range: VagueWord,
    pub scale: Option<i64>,
    pub alone: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct QualifierData {
    pub before: BTreeMap<Qualifier, Vec<String>>,
    pub after: BTreeMap<Qualifier, Vec<String>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct RangeData {
    pub open: Vec<String>,
    pub middle: Vec<String>,
    pub change: bool,
    pub always: bool,
    pub neighbours: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct UnitData {
    pub unit: String,
    pub code: Option<String>,
    #[serde(default)]
    pub words: Vec<String>,
    #[serde(default)]
    pub signs: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MeasureData {
    pub measure: String,
    pub severity: Option<String>,
    pub basis: Option<String>,
    #[serde(default)]
    pub nouns: Vec<String>,
    #[serde(default)]
    pub participles: Vec<String>,
    #[serde(default)]
    pub verbs: Vec<String>,
    #[serde(default)]
    pub active: Vec<String>,
    #[serde(default)]
    pub losses: Vec<String>,
    #[serde(default)]
    pub tolls: Vec<String>,
}
