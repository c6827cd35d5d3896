use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A source of the register.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SourceRow {
    pub id: String,
    pub name: String,
    pub aliases: Vec<String>,
    pub kind: String,
    pub family: String,
    pub parent: Option<String>,
    pub relies_on: Vec<String>,
    pub country: Option<String>,
    pub reliability: Option<String>,
    pub reliability_reason: Option<String>,
    pub reliability_date: Option<String>,
    pub party: bool,
    pub notes: Option<String>,
    pub statements: u32,
}

/// A speaker of the register.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SpeakerRow {
    pub id: String,
    pub name: String,
    pub aliases: Vec<String>,
    /// As statements give them, newest first.
    pub roles: Vec<String>,
    /// The source of the newest statement, to be offered with the speaker.
    pub source: Option<String>,
    pub statements: u32,
}

/// An event.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct EventRow {
    pub id: String,
    pub name: String,
    pub place: Option<String>,
    pub from: Option<String>,
    pub to: Option<String>,
    pub inclusion: Option<String>,
    pub parent: Option<String>,
    pub figures: u32,
}

/// A place, by its path.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PlaceRow {
    pub id: String,
    pub name: String,
    pub path: String,
    pub aliases: Vec<String>,
    pub parent: Option<String>,
}

/// A word of an open vocabulary.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct WordRow {
    pub vocabulary: String,
    pub word: String,
    pub parent: Option<String>,
    /// The project's own, not the program's.
    pub own: bool,
    pub aliases: Vec<String>,
}

/// Everything fields choose from.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Register {
    pub sources: Vec<SourceRow>,
    pub speakers: Vec<SpeakerRow>,
    pub events: Vec<EventRow>,
    pub places: Vec<PlaceRow>,
    pub words: Vec<WordRow>,
}

/// A change of one field of a register entry, an article, a statement or a figure; an empty value takes it away.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FieldEdit {
    pub id: String,
    /// Field and value, as `onrec edit` takes them.
    pub fields: Vec<(String, String)>,
}

/// Two entries of which the first becomes the second.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MergeInput {
    pub from: String,
    pub into: String,
}

/// Another name of an entry.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AliasInput {
    pub id: String,
    pub name: String,
}

/// A place under another.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PlaceInput {
    pub name: String,
    pub parent: Option<String>,
}

/// An event to make, or whose given fields to change.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct EventInput {
    pub name: String,
    pub place: Option<String>,
    pub from: Option<String>,
    pub to: Option<String>,
    pub inclusion: Option<String>,
    pub parent: Option<String>,
}

/// A source to make.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SourceInput {
    pub name: String,
    pub kind: Option<String>,
}

/// A word of the project's own.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct WordInput {
    pub vocabulary: String,
    pub word: String,
    pub parent: Option<String>,
}
