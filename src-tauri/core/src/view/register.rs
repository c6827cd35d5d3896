use super::Named;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A source of the register.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SourceRow {
    pub id: String,
    pub name: String,
    pub aliases: Vec<Named>,
    pub kind: String,
    pub family: String,
    pub parent: Option<String>,
    pub parent_id: Option<String>,
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
    pub aliases: Vec<Named>,
    /// As statements give them, newest first.
    pub roles: Vec<String>,
    /// The source of the newest statement, to be offered with the speaker.
    pub source: Option<String>,
    pub notes: Option<String>,
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
    pub aliases: Vec<Named>,
    pub parent: Option<String>,
}

/// A word of an open vocabulary.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct WordRow {
    pub vocabulary: String,
    pub word: String,
    pub parent: Option<String>,
    /// The id of a word of the project's own; the program's words have none.
    pub id: Option<String>,
    /// The project's own, not the program's.
    pub own: bool,
    pub aliases: Vec<Named>,
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

/// Entries that all become one.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MergeInput {
    /// Those that go, by id or name.
    pub from: Vec<String>,
    /// The one that stays.
    pub into: String,
}

/// What a merge does.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS, PartialEq, Eq)]
pub struct MergePreview {
    /// What refers to an entry that goes, and will refer to the one that stays.
    pub moved: Uses,
    /// The entries that will lie in the one that stays, by name.
    pub children: Vec<String>,
    /// The other names that the one that stays gets.
    pub aliases: Vec<String>,
    /// Links to those that a source relies on, of either end, that are moved.
    pub reliances: u32,
    /// Entries that go as well, since one of that name lies in the one that stays already.
    pub twins: Vec<String>,
    /// What the entries that go say of themselves, and the one that stays says otherwise or not at all.
    pub lost: Vec<Lost>,
}

/// A field of an entry that goes with it.
#[derive(Debug, Clone, Serialize, Deserialize, TS, PartialEq, Eq)]
pub struct Lost {
    /// The entry that goes.
    pub entry: String,
    pub field: String,
    pub value: String,
    /// What the entry that stays says instead.
    pub kept: Option<String>,
}

/// How many of each refer to an entry of the register.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, TS, PartialEq, Eq)]
pub struct Uses {
    /// Statements, those counted in that pass on what another says.
    pub statements: u32,
    pub figures: u32,
    pub articles: u32,
    /// Entries of the register.
    pub entries: u32,
}

/// An entry of the register with what refers to it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct EntryUses {
    /// The vocabulary, where the entry is a word.
    pub vocabulary: Option<String>,
    /// The entry's id, or the word.
    pub id: String,
    pub uses: Uses,
}

/// Which entry is meant: by id, or as a word of a vocabulary.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct EntryQuery {
    #[ts(optional)]
    pub vocabulary: Option<String>,
    pub id: String,
    pub limit: u32,
}

/// A statement that uses an entry, with where it stands.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct EntryStatement {
    pub id: String,
    pub article_id: String,
    pub article: String,
    pub quote: String,
    pub source: Option<String>,
}

/// Another name for an entry.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RenameInput {
    pub id: String,
    pub name: String,
    /// Whether the name it had stays as another name of it.
    pub keep_old: bool,
}

/// How far a source is to be believed: a grade with its reason and its date, or none.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct GradeInput {
    pub id: String,
    /// `A` to `F`; absent, the grade is taken away.
    pub reliability: Option<String>,
    pub reason: String,
    pub date: Option<String>,
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
