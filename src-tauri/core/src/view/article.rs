use super::{ApiError, Changes, Note, StatementView};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use ts_rs::TS;

/// Which articles, in order of import.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ArticlesQuery {
    pub offset: u32,
    pub limit: u32,
    /// Words that the title or the outlet contains.
    #[ts(optional)]
    pub filter: Option<String>,
    #[ts(optional)]
    pub event_id: Option<String>,
}

/// A window of the list of articles.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ArticlesPage {
    pub total: u32,
    pub rows: Vec<ArticleRow>,
}

/// An article as lists show it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ArticleRow {
    pub id: String,
    pub title: String,
    pub outlet: Option<String>,
    pub author: Option<String>,
    pub url: Option<String>,
    pub language: Option<String>,
    /// `ltr` or `rtl`.
    pub direction: String,
    pub published_at: Option<String>,
    pub retrieved_at: String,
    /// SHA-256 of the original bytes.
    pub sha256: String,
    pub event_id: Option<String>,
    pub event: Option<String>,
    pub confidential: bool,
    pub statements: u32,
}

/// An article to read: its newest revision with everything marked in it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ArticleView {
    pub article: ArticleRow,
    pub archive_url: Option<String>,
    pub revision_id: String,
    /// The canonical text.
    pub text: String,
    pub blocks: Vec<BlockView>,
    /// Sentences, in order.
    pub sentences: Vec<(u32, u32)>,
    /// Numbers that may be figures, in order.
    pub numbers: Vec<(u32, u32)>,
    /// By place in the text.
    pub statements: Vec<StatementView>,
}

/// A block of the canonical text.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BlockView {
    /// `title`, `heading`, `paragraph`, `list_item` or `quote`.
    pub kind: String,
    pub start: u32,
    pub end: u32,
}

/// What a person says of an article; what is absent stays or is read from the article itself.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct ArticleMeta {
    #[ts(optional)]
    pub title: Option<String>,
    #[ts(optional)]
    pub outlet: Option<String>,
    #[ts(optional)]
    pub authors: Option<Vec<String>>,
    #[ts(optional)]
    pub url: Option<String>,
    #[ts(optional)]
    pub archive_url: Option<String>,
    #[ts(optional)]
    pub language: Option<String>,
    #[ts(optional)]
    pub published_at: Option<String>,
    /// An event's name; made when the project lacks it. Empty takes the event away.
    #[ts(optional)]
    pub event: Option<String>,
    #[ts(optional)]
    pub confidential: Option<bool>,
}

/// A change of an article's particulars. An empty text takes a value away.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ArticleEdit {
    pub id: String,
    pub meta: ArticleMeta,
}

/// Where an import comes from: a file's path, or pasted text (plain or HTML).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImportSource {
    Path(PathBuf),
    Text(String),
    Html(String),
}

/// Asks what an import would bring in.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportLook {
    pub from: ImportSource,
}

/// What an import would bring in, read from the article itself.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportPreview {
    pub title: String,
    pub outlet: Option<String>,
    pub authors: Vec<String>,
    pub url: Option<String>,
    pub language: Option<String>,
    pub direction: String,
    pub published_at: Option<String>,
    /// Length of the canonical text in code points.
    pub characters: u32,
    /// The first few hundred code points.
    pub excerpt: String,
    /// The article of the project that has the same bytes.
    pub already: Option<String>,
}

/// An import of one or more articles: one operation.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportRequest {
    pub items: Vec<ImportItem>,
}

/// One article of an import.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportItem {
    pub from: ImportSource,
    pub meta: ArticleMeta,
}

/// What an import did: in the order asked, what came in and what could not.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Imported {
    pub results: Vec<ImportResult>,
    pub changes: Changes,
}

/// One article of an import: its id, or why it did not come in.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportResult {
    /// The file's name, or the title of pasted text.
    pub name: String,
    pub article_id: Option<String>,
    pub error: Option<ApiError>,
    pub notes: Vec<Note>,
}

/// A full-text question.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SearchQuery {
    /// Words and "phrases".
    pub query: String,
    /// `articles`, `statements` or `sources`; absent, all.
    #[ts(optional)]
    pub within: Option<String>,
    pub limit: u32,
}

/// What was found, best first.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SearchReply {
    pub query: String,
    pub hits: Vec<SearchHit>,
}

/// One hit: where, a piece of its text, and the marked words in that piece.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SearchHit {
    /// `article`, `statement` or `source`.
    pub kind: String,
    pub id: String,
    pub article_id: Option<String>,
    pub title: String,
    pub text: String,
    /// Code point ranges into `text`.
    pub marks: Vec<(u32, u32)>,
}
