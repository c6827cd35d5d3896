//! The nouns as they are kept: one struct a table, one field a column.
//!
//! Ids are UUIDv7 in text. Offsets are Unicode code points into the canonical text, the end exclusive. What is `None` was
//! not given, and is never filled in. Words of the open vocabularies (measure, severity, group, basis, source kind, unit)
//! are text, since a project may add its own.

use super::vocabulary::{
    AssessmentStatus, Connection, Counting, Modality, Qualifier, RelationKind, Stance,
    StatementStatus,
};
use onrecord_reading::Amount;
use serde::{Deserialize, Serialize};

/// The project: one to a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Project {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Inclusion rules and definitions, in the recorder's words.
    pub method: Option<String>,
    /// When it was made, UTC.
    pub created_at: String,
}

/// A place, in a tree of places.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Its id.
    pub id: String,
    /// The name alone, without the places around it.
    pub name: String,
    /// The name folded for matching.
    pub name_key: String,
    /// The place that it lies in.
    pub parent_id: Option<String>,
}

/// What figures are about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The name folded for matching.
    pub name_key: String,
    /// Where it happened.
    pub place_id: Option<String>,
    /// When it began, as given.
    pub period_start: Option<String>,
    /// When it ended, as given.
    pub period_end: Option<String>,
    /// Who counts as its victim, in the recorder's words.
    pub inclusion: Option<String>,
    /// The event that it is a part of.
    pub parent_id: Option<String>,
}

/// A body that speaks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The name folded for matching.
    pub name_key: String,
    /// A word of the vocabulary of source kinds.
    pub kind: String,
    /// The body that it belongs to.
    pub parent_id: Option<String>,
    /// Its country.
    pub country: Option<String>,
    /// A (reliable) to F (cannot be judged).
    pub reliability: Option<String>,
    /// Why it was so judged.
    pub reliability_reason: Option<String>,
    /// When it was so judged.
    pub reliability_date: Option<String>,
    /// Whether it is a party to the conflict.
    pub party: bool,
    /// The recorder's notes.
    pub notes: Option<String>,
}

/// A source has its figures from another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reliance {
    /// Its id.
    pub id: String,
    /// Who relies.
    pub source_id: String,
    /// On whom.
    pub relies_on_id: String,
}

/// A person who speaks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// Their id.
    pub id: String,
    /// Their name, without title or role.
    pub name: String,
    /// The name folded for matching.
    pub name_key: String,
    /// The recorder's notes.
    pub notes: Option<String>,
}

/// A word of the project's own in an open vocabulary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnWord {
    /// Its id.
    pub id: String,
    /// The vocabulary's name.
    pub vocabulary: String,
    /// The word.
    pub word: String,
    /// The word whose rules it follows.
    pub parent: Option<String>,
}

/// Another name of a source, a speaker, a place or a group: exactly one of the four is set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alias {
    /// Its id.
    pub id: String,
    /// The source that it names.
    pub source_id: Option<String>,
    /// The speaker that it names.
    pub speaker_id: Option<String>,
    /// The place that it names.
    pub place_id: Option<String>,
    /// The group that it names.
    pub group_word: Option<String>,
    /// The name.
    pub name: String,
    /// The name folded for matching.
    pub name_key: String,
}

/// Something published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// Its id; articles stand in order of import, which is the order of their ids.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Where it stands on the web.
    pub url: Option<String>,
    /// Where an archive keeps it.
    pub archive_url: Option<String>,
    /// ISO 639-1.
    pub language: Option<String>,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// When it was published, as given.
    pub published_at: Option<String>,
    /// The event of its statements, where they name none.
    pub event_id: Option<String>,
    /// Not to leave the project unasked.
    pub confidential: bool,
}

/// One frozen capture of an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revision {
    /// Its id; the newest revision of an article has the greatest.
    pub id: String,
    /// Whose capture it is.
    pub article_id: String,
    /// The capture before it.
    pub previous_id: Option<String>,
    /// Media type of the original bytes.
    pub media_type: String,
    /// SHA-256 of the original bytes.
    pub original_sha256: String,
    /// SHA-256 of the canonical text.
    pub text_sha256: String,
    /// The blocks of the canonical text.
    pub blocks: Vec<serde_json::Value>,
    /// When it was captured, UTC.
    pub retrieved_at: String,
}

/// Marked words and who stands behind them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Its id.
    pub id: String,
    /// The capture that it is marked in.
    pub revision_id: String,
    /// Where its words begin.
    pub start: u32,
    /// Where they end.
    pub end: u32,
    /// The words, exactly as the canonical text has them.
    pub quote: String,
    /// Up to 32 code points before them.
    pub prefix: String,
    /// Up to 32 code points behind them.
    pub suffix: String,
    /// The page of a paginated original.
    pub page: Option<String>,
    /// How it is reported.
    pub modality: Modality,
    /// The person who speaks.
    pub speaker_id: Option<String>,
    /// The role that the article gives them.
    pub speaker_role: Option<String>,
    /// The body that issued it.
    pub source_id: Option<String>,
    /// That body as the article writes it.
    pub source_as_written: Option<String>,
    /// The words of the article that name the source.
    pub source_quote: Option<String>,
    /// When it was said, as given.
    pub stated_at: Option<String>,
    /// What it is about.
    pub event_id: Option<String>,
    /// The words in another language.
    pub quote_translation: Option<String>,
    /// The language of the translation, ISO 639-1.
    pub translation_lang: Option<String>,
    /// Who translated.
    pub translated_by: Option<String>,
    /// The recorder's note.
    pub note: String,
    /// The recorder's tags.
    pub tags: Vec<String>,
    /// Whether a person stands behind the record.
    pub status: StatementStatus,
    /// Not to leave the project unasked.
    pub confidential: bool,
    /// Who recorded it.
    pub recorded_by: String,
    /// Who read it after them.
    pub second_reader: Option<String>,
    /// When it was recorded, UTC.
    pub created_at: String,
    /// When it was last changed, UTC.
    pub updated_at: String,
}

/// One who passes a statement on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChainLink {
    /// Its id.
    pub id: String,
    /// What is passed on.
    pub statement_id: String,
    /// From the issuer outwards, from 0.
    pub position: u32,
    /// Who passes it on.
    pub source_id: String,
    /// In what capacity.
    pub connection: Connection,
}

/// One number of a statement, with its uncertainty and its scope.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// Its id.
    pub id: String,
    /// The statement that it stands in.
    pub statement_id: String,
    /// Its place among the figures of the statement, from 0.
    pub position: u32,
    /// Where its words begin in the canonical text.
    pub start: Option<u32>,
    /// Where they end.
    pub end: Option<u32>,
    /// Its words, exactly as the canonical text has them.
    pub figure_text: Option<String>,
    /// What the words say of the number.
    pub qualifier: Qualifier,
    /// The number itself.
    pub point: Option<Amount>,
    /// The least it may be, inclusive.
    pub low: Option<Amount>,
    /// The most it may be, inclusive.
    pub high: Option<Amount>,
    /// The words name no number ("dozens").
    pub vague: bool,
    /// A unit, with its code: `count`, `money:USD`.
    pub unit: String,
    /// What happened to those counted.
    pub measure: Option<String>,
    /// How badly, of injured and hospitalised.
    pub severity: Option<String>,
    /// Who is counted.
    pub group: Option<String>,
    /// Groups, places or free words that it is said to count.
    pub includes: Vec<String>,
    /// Groups, places or free words that it is said to leave out.
    pub excludes: Vec<String>,
    /// Where.
    pub place_id: Option<String>,
    /// From when, as given.
    pub period_start: Option<String>,
    /// Until when, as given.
    pub period_end: Option<String>,
    /// When it was so, as given.
    pub as_of: Option<String>,
    /// How it counts over time.
    pub counting: Option<Counting>,
    /// What was counted.
    pub basis: Option<String>,
    /// What the statement does with the number.
    pub stance: Stance,
    /// The recorder is unsure of the reading.
    pub doubtful: bool,
    /// The figure that it is a part of.
    pub part_of: Option<String>,
}

/// What one figure does to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relation {
    /// Its id.
    pub id: String,
    /// What it does.
    pub kind: RelationKind,
    /// The figure that does it.
    pub from_figure: String,
    /// The figure that it is done to.
    pub to_figure: String,
    /// Who recorded it.
    pub by: String,
    /// When, UTC.
    pub at: String,
}

/// A judgement: added, never edited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// Its id.
    pub id: String,
    /// The statement judged, or
    pub statement_id: Option<String>,
    /// the figure judged.
    pub figure_id: Option<String>,
    /// The verdict.
    pub status: AssessmentStatus,
    /// Information grade, 1 (confirmed) to 6 (cannot be judged).
    pub grade: Option<u8>,
    /// The rule applied.
    pub rule: Option<String>,
    /// Why.
    pub reasoning: String,
    /// Who judged.
    pub by: String,
    /// When, UTC.
    pub at: String,
    /// Taken back by undo.
    pub hidden: bool,
}

/// A named set of columns of the claim table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The columns in order.
    pub columns: Vec<String>,
}
