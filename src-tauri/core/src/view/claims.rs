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
}

/// A window of the claim table.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ClaimsPage {
    pub total: u32,
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
