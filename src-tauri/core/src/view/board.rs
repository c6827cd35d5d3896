use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What to compare.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct CompareQuery {
    /// An event by id or name; absent, all figures.
    #[ts(optional)]
    pub event: Option<String>,
    #[ts(optional)]
    pub measure: Option<String>,
    /// Leaves out what is later.
    #[ts(optional)]
    pub as_of: Option<String>,
    #[ts(optional)]
    pub include_drafts: Option<bool>,
}

/// A conflict board to be had as CSV.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct BoardCsvQuery {
    pub query: CompareQuery,
    /// Only the lines of these figures; absent, all.
    #[ts(optional)]
    pub figures: Option<Vec<String>>,
}

/// A table as text: RFC 4180, lines ended by CR LF.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Csv {
    pub csv: String,
}

/// The conflict board.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Board {
    pub event: Option<String>,
    pub rows: Vec<BoardRow>,
    pub findings: Vec<Finding>,
}

/// The figures of one event, measure, severity, unit, group, place, period and counting, as understood.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BoardRow {
    pub event: Option<String>,
    pub measure: Option<String>,
    pub severity: Option<String>,
    pub unit: String,
    pub group: Option<String>,
    pub place: Option<String>,
    /// `start/end`, an open side `..`.
    pub period: Option<String>,
    pub counting: Option<String>,
    pub cells: Vec<BoardCell>,
    /// `none`, `single`, `agree`, `compatible` or `conflict`.
    pub verdict: String,
    pub lowest: Option<String>,
    pub highest: Option<String>,
    pub open_below: bool,
    pub open_above: bool,
    pub gap: Option<Gap>,
    pub independent_origins: u32,
}

/// How far apart the figures in conflict are.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Gap {
    pub difference: String,
    pub ratio: Option<String>,
}

/// The figures of one source in a row.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BoardCell {
    pub source: String,
    pub source_kind: String,
    pub family: String,
    pub unattributed: bool,
    pub figures: Vec<BoardFigure>,
}

/// A figure of a cell, with the words it stands on.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BoardFigure {
    pub figure_id: String,
    pub statement_id: String,
    pub article_id: String,
    pub article_title: String,
    pub article_url: Option<String>,
    pub language: Option<String>,
    pub outlet: Option<String>,
    pub published_at: Option<String>,
    pub speaker: Option<String>,
    pub via: Vec<String>,
    pub quote: String,
    pub quote_translation: Option<String>,
    /// Of the quote in the article, code points.
    pub start: u32,
    /// Of the figure's words, code points into `quote`.
    pub figure_start: Option<u32>,
    pub figure_end: Option<u32>,
    pub figure_text: Option<String>,
    pub qualifier: String,
    pub point: Option<String>,
    pub low: Option<String>,
    pub high: Option<String>,
    pub vague: bool,
    pub doubtful: bool,
    /// The figure's time: as_of, else stated_at, else the article's published_at.
    pub time: Option<String>,
    pub as_of: Option<String>,
    pub part_of: Option<String>,
    pub basis: Option<String>,
    pub includes: Vec<String>,
    pub excludes: Vec<String>,
    pub stance: String,
    pub standing: String,
    /// The figure that this one is shown under.
    pub under: Option<String>,
}

/// Something a reader of the board should know.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Finding {
    /// Worded by the catalogue as `finding.KIND`.
    pub kind: String,
    pub event: Option<String>,
    /// Ids, in the order that the kind gives them a meaning.
    pub figures: Vec<String>,
    pub axes: Vec<String>,
    /// Index of the first row that one of its figures stands in.
    pub row: Option<u32>,
    /// The two numbers of the rule, as `1301 > 1100`: left, sign, right.
    pub rule: Option<(String, String, String)>,
    /// The finding rests on a ±10 %, ±1 % or vague bound: `ten_percent`, `one_percent`, `vague`.
    pub rests_on: Vec<String>,
    /// For a denial: who denies; otherwise empty.
    pub by: Option<String>,
}
