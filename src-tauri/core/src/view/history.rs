use super::{Changes, Named, OperationRow};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which lines of the journal, newest first. What is absent does not count.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct LogQuery {
    pub limit: u32,
    /// Only operations before this one.
    #[ts(optional)]
    pub before: Option<String>,
    /// Only those that touched an entity of this noun.
    #[ts(optional)]
    pub noun: Option<String>,
    /// Only those of this person.
    #[ts(optional)]
    pub by: Option<String>,
    /// Only those from this time on: RFC 3339, UTC.
    #[ts(optional)]
    pub since: Option<String>,
    /// Only those before this time: RFC 3339, UTC.
    #[ts(optional)]
    pub until: Option<String>,
    /// Only those that touched this entity or what hangs on it: figures of a statement, other names of a source.
    #[ts(optional)]
    pub entity: Option<String>,
}

/// A line of the journal with what it was about.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct HistoryRow {
    pub operation: OperationRow,
    /// Undone, and something new was done since: it cannot be done again.
    pub dropped: bool,
    /// What it touched.
    pub touched: Vec<Touched>,
    /// The article that its statement stands in, or that it is about.
    pub article: Option<String>,
    /// The source of its statement.
    pub source: Option<String>,
    /// The fields that it gave the same value in everything it changed.
    pub set: Vec<FieldChange>,
}

/// Entities of one noun that an operation touched.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Touched {
    pub noun: String,
    pub count: u32,
    pub made: u32,
    pub gone: u32,
    /// The only one, as it is or was called last.
    pub only: Option<Named>,
}

/// What an operation did to one entity.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ChangeRow {
    pub noun: String,
    pub id: String,
    /// As it is or was called last.
    pub name: Option<String>,
    pub made: bool,
    pub gone: bool,
    pub fields: Vec<FieldChange>,
}

/// A field before and after; ids of other entities are given as their names.
#[derive(Debug, Clone, Serialize, Deserialize, TS, PartialEq)]
pub struct FieldChange {
    pub field: String,
    pub before: serde_json::Value,
    pub after: serde_json::Value,
}

/// Which part of an operation's changes.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ChangesQuery {
    /// The operation.
    pub id: String,
    pub offset: u32,
    pub limit: u32,
}

/// How far undo or redo would have to go.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Distance {
    /// Operations up to and with the one asked for; 0 when it cannot be reached.
    pub operations: u32,
}

/// What going back or forth over several operations did.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Walked {
    pub changes: Changes,
    pub operations: u32,
    /// The operation to go to in order to be where one was.
    pub way_back: String,
}
