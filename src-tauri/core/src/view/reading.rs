//! A text as the reading engine reads it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A text read. The shape is that of the contract `onrec read`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TextReading {
    /// `null` where none was given and none was found.
    pub language: Option<String>,
    pub statements: Vec<DraftView>,
}

/// A statement as the text makes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DraftView {
    pub span: TextSpan,
    pub modality: String,
    pub cue: Option<TextSpan>,
    pub speaker: Option<DraftSpeaker>,
    pub source: Option<DraftSource>,
    pub via: Vec<DraftSource>,
    pub denied_by: Option<DraftSource>,
    pub figures: Vec<DraftFigure>,
    /// The rules by which it was found, in the words of whoever asked for them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rules: Option<Vec<String>>,
}

/// A rule that had a part in a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RuleView {
    /// The catalogue words it as `rule.CODE`.
    pub code: String,
    /// The words of the article that it rests on.
    pub words: String,
    /// The source kind that the lexicon gives these words.
    pub kind: Option<String>,
}

/// A piece of the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TextSpan {
    pub start: u32,
    pub end: u32,
    pub text: String,
}

/// A person who speaks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DraftSpeaker {
    #[serde(flatten)]
    pub span: TextSpan,
    pub role: Option<TextSpan>,
}

/// A body that speaks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DraftSource {
    #[serde(flatten)]
    pub span: TextSpan,
    pub kind: String,
}

/// A number with what it counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DraftFigure {
    pub span: TextSpan,
    pub qualifier: String,
    pub point: Option<String>,
    pub low: Option<String>,
    pub high: Option<String>,
    pub vague: bool,
    pub unit: String,
    pub unit_code: Option<String>,
    pub counted: Option<TextSpan>,
    pub measure: Option<String>,
    pub severity: Option<String>,
    pub group: Option<String>,
    pub place: Option<TextSpan>,
    pub counting: Option<String>,
    pub basis: Option<String>,
    pub stance: String,
    pub part_of: Option<usize>,
}
