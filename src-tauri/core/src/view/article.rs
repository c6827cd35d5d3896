use super::{ApiError, Changes, Note, StatementView};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use ts_rs::TS;

/// Which articles, and in which order.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct ArticlesQuery {
    pub offset: u32,
    pub limit: u32,
    /// A part of the title or the outlet, or words and "phrases" of the text.
    #[ts(optional)]
    pub filter: Option<String>,
    #[ts(optional)]
    pub event_id: Option<String>,
    /// Only those that are not done with in this way.
    #[ts(optional)]
    pub only: Option<Unfinished>,
    /// Absent, in order of import.
    #[ts(optional)]
    pub order: Option<ArticleOrder>,
}

/// What is still to be done in an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Unfinished {
    /// Numbers that no figure has taken.
    NumbersLeft,
    /// Nothing is recorded of it.
    NoStatements,
    /// Drafts wait to be accepted or dismissed.
    Drafts,
}

/// An order of articles.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ArticleOrder {
    /// As they were imported.
    #[default]
    Imported,
    /// The last one imported first.
    LastImported,
    /// The newest publication first, those without a date last.
    Published,
    /// The most numbers left first.
    NumbersLeft,
    /// By title, without regard to case and accents.
    Title,
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
    /// Drafts too.
    pub statements: u32,
    /// Statements that wait to be accepted or dismissed.
    pub drafts: u32,
    /// Numbers of the newest revision that no figure has taken.
    pub numbers_left: u32,
    /// Where the words asked for stand in the text, if they do.
    pub hits: Option<ArticleHits>,
}

/// Where words stand in the text of an article.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ArticleHits {
    /// How many places.
    pub count: u32,
    /// The code point at which the first of those in `text` stands in the article.
    pub at: u32,
    /// The words as the text has them, each once.
    pub words: Vec<String>,
    /// A piece of the text around them.
    pub text: String,
    /// Code point ranges into `text`.
    pub marks: Vec<(u32, u32)>,
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
