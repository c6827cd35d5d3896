use super::{ApiError, Changes, Note};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the claim table shows and the export writes.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct ClaimsFilter {
    /// An event by id or name.
    #[ts(optional)]
    pub event: Option<String>,
    /// Column and words that its cell contains, whatever the case and the accents.
    pub contains: Vec<(String, String)>,
    /// Column and words of which its cell is one.
    #[serde(default)]
    pub one_of: Vec<(String, Vec<String>)>,
    pub include_drafts: bool,
    pub include_confidential: bool,
    /// Column to sort by; absent: article, place in the text, figure's place.
    #[ts(optional)]
    pub sort: Option<String>,
    pub descending: bool,
}

/// A window of the claim table.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ClaimsQuery {
    pub filter: ClaimsFilter,
    /// Names of the claim table's columns.
    pub columns: Vec<String>,
    pub offset: u32,
    pub limit: u32,
    /// Rows before all are counted, where that is quicker.
    #[ts(optional)]
    pub at_once: Option<bool>,
}

/// A window of the claim table.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ClaimsPage {
    /// How many rows the filter shows; `null` where they are not counted yet.
    pub total: Option<u32>,
    pub rows: Vec<ClaimRow>,
}

/// A row of the claim table: a figure, or a statement without figures.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ClaimRow {
    pub article_id: String,
    pub statement_id: String,
    pub figure_id: Option<String>,
    /// In the order of the columns asked for, as the export writes them, without the formula guard.
    pub cells: Vec<Option<String>>,
}

/// Which figures of the project another one may point to.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct FiguresQuery {
    /// Those of an event, by its name; absent: those of none.
    #[ts(optional)]
    pub event: Option<String>,
    /// Of each of these, one has to stand in the figure's words or number, its measure, place or day, its source or speaker,
    /// or the outlet or title of its article, whatever the case and the accents.
    pub words: Vec<Vec<String>>,
    /// Where there are any: just these, of whatever event.
    pub ids: Vec<String>,
    /// Names of the claim table's columns.
    pub columns: Vec<String>,
    pub limit: u32,
}

/// An export of the claim table as CSV: exactly what the filter and the columns show.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ExportRequest {
    pub path: String,
    pub filter: ClaimsFilter,
    pub columns: Vec<String>,
    /// A byte order mark in front, for spreadsheet programs.
    pub bom: bool,
}

/// What an export wrote and left out.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Exported {
    pub rows: u32,
    pub left_out_drafts: u32,
    pub left_out_confidential: u32,
}

/// One change to many rows of the claim table.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct ClaimsEdit {
    pub filter: ClaimsFilter,
    /// All rows that the filter shows, but those named; else only those named.
    pub all: bool,
    /// Rows by the ids of their figures, or of their statements where these have none.
    pub ids: Vec<String>,
    /// A field as `edit` names it, or `add_tags`, `remove_tags`, `assessment`.
    pub field: String,
    pub value: String,
    /// The reasons of an assessment.
    #[ts(optional)]
    pub reasoning: Option<String>,
    /// Only says what would change.
    pub try_only: bool,
}

/// What a change to many rows did, or would do.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct ClaimsEdited {
    pub statements: u32,
    pub figures: u32,
    /// How many cannot be changed; when there are any, nothing is.
    pub refused: u32,
    /// The first of them.
    pub refusals: Vec<ClaimRefused>,
    pub changes: Changes,
    pub notes: Vec<Note>,
}

/// A row that cannot be changed, and why.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ClaimRefused {
    pub id: String,
    pub quote: String,
    pub error: ApiError,
}

/// The sets of columns that there are beside the usual ones and all.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ColumnSets {
    /// What is fit to print: without ids, internal notes and hashes of text.
    pub publication: Vec<String>,
    /// The project's own, by name.
    pub saved: Vec<ColumnSet>,
}

/// A named set of columns, in order.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ColumnSet {
    pub id: String,
    pub name: String,
    pub columns: Vec<String>,
}

/// Columns to be saved under a name.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ColumnSetInput {
    /// The set that gets the name and the columns; absent: a new one.
    #[ts(optional)]
    pub id: Option<String>,
    pub name: String,
    /// Absent: those it has.
    #[ts(optional)]
    pub columns: Option<Vec<String>>,
}
