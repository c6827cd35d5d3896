//! The list of articles: sorted, filtered and searched, a window at a time.
//!
//! As with the claim table, the rows of a question are put in order once, by their row ids alone, and the order is kept
//! until another question is asked or the project changes.

use super::article::{ARTICLES, article_row};
use super::{Reader, Store, StoreError};
use crate::domain::names::fold_name;
use crate::domain::offsets::Offsets;
use crate::domain::search_text::{SearchQuery, find_marks, snippet};
use crate::view::{ArticleHits, ArticleOrder, ArticleRow, ArticlesPage, ArticlesQuery, Unfinished};
use rusqlite::named_params;
use std::collections::HashMap;

/// How much of a text is shown of what was found in it, in code points.
const SNIPPET: u32 = 120;
/// How many different words are named that a text was found by.
const WORDS: usize = 24;

/// All articles of a question, in order.
pub(super) struct Shelf {
    sql: String,
    wanted: Wanted,
    /// The state of the project that they are of.
    version: (i64, u64),
    rows: Vec<i64>,
}

/// What the articles of a list have to have.
#[derive(PartialEq, Eq)]
struct Wanted {
    /// Folded, a part of the title or the outlet.
    part: Option<String>,
    /// Words of the text, as the index is asked for them.
    words: Option<String>,
    event: Option<String>,
}

impl Store {
    /// A window of the list of articles, and how many there are in all.
    ///
    /// # Errors
    /// What the engine says.
    pub fn articles(&self, query: &ArticlesQuery) -> Result<ArticlesPage, StoreError> {
        // One state of the project from the order to the rows.
        let _state = self.db.unchecked_transaction()?;
        let read = self.read();
        let typed = query.filter.as_deref().map(str::trim).unwrap_or_default();
        let languages = match typed {
            "" => Vec::new(),
            _ => read.languages()?,
        };
        let languages: Vec<&str> = languages.iter().map(String::as_str).collect();
        let words = SearchQuery::parse(typed, &languages);
        let wanted = Wanted {
            part: (!typed.is_empty()).then(|| fold_name(typed)),
            words: words.expression(),
            event: query.event_id.clone(),
        };
        let sql = in_order(query);
        let version = (self.data_version(), self.db.total_changes());
        let mut kept = self.shelf.borrow_mut();
        let shelf = match kept.take() {
            Some(shelf)
                if shelf.version == version && shelf.sql == sql && shelf.wanted == wanted =>
            {
                shelf
            }
            _ => Shelf {
                rows: read.shelved(&sql, &wanted)?,
                sql,
                wanted,
                version,
            },
        };
        let from = shelf.rows.len().min(query.offset as usize);
        let to = shelf
            .rows
            .len()
            .min(from.saturating_add(query.limit as usize));
        let page = ArticlesPage {
            total: u32::try_from(shelf.rows.len()).unwrap_or(u32::MAX),
            rows: read.shown(shelf.rows.get(from..to).unwrap_or_default(), &words)?,
        };
        *kept = Some(shelf);
        Ok(page)
    }
}

/// The question for the row ids of the articles, in order.
fn in_order(query: &ArticlesQuery) -> String {
    let only = match query.only {
        None => "",
        Some(Unfinished::NumbersLeft) => " AND p.numbers_left > 0",
        Some(Unfinished::NoStatements) => " AND coalesce(p.statements, 0) = 0",
        Some(Unfinished::Drafts) => " AND p.drafts > 0",
    };
    let order = match query.order.unwrap_or_default() {
        ArticleOrder::Imported => "a.id",
        ArticleOrder::LastImported => "a.id DESC",
        ArticleOrder::Published => "a.published_at IS NULL, a.published_at DESC, a.id DESC",
        ArticleOrder::NumbersLeft => "p.numbers_left DESC, a.id",
        ArticleOrder::Title => "fold(a.title), a.id",
    };
    format!(
        "SELECT a.rowid FROM article a LEFT JOIN progress p ON p.article_id = a.id \
         WHERE (:event IS NULL OR a.event_id = :event) AND (:part IS NULL OR instr(fold(a.title), :part) \
         OR instr(fold(a.outlet), :part) OR a.id IN (SELECT d.entity_id FROM search \
         JOIN search_doc d ON d.rowid = search.rowid WHERE search MATCH :words AND d.kind = 'article')){only} \
         ORDER BY {order}"
    )
}

impl Reader<'_> {
    fn shelved(&self, sql: &str, wanted: &Wanted) -> Result<Vec<i64>, StoreError> {
        let mut question = self.db.prepare_cached(sql)?;
        // Words without letters or digits are in no text.
        let words = wanted.words.as_deref().unwrap_or("\"\"");
        let values = named_params! {":event": wanted.event, ":part": wanted.part, ":words": words};
        let rows = question.query_map(values, |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What articles show, in the order of their row ids given.
    fn shown(&self, places: &[i64], words: &SearchQuery) -> Result<Vec<ArticleRow>, StoreError> {
        let mut question = self.db.prepare_cached(&format!(
            "{ARTICLES} WHERE a.rowid IN (SELECT value FROM json_each(?1))"
        ))?;
        let asked = serde_json::json!(places).to_string();
        let mut found = question
            .query_map([asked], |row| {
                let place: i64 = row.get("place")?;
                let text: String = row.get("text_sha256")?;
                Ok((place, (article_row(row)?, text)))
            })?
            .collect::<Result<HashMap<_, _>, _>>()?;
        let mut rows = Vec::with_capacity(places.len());
        for (mut row, text) in places.iter().filter_map(|place| found.remove(place)) {
            if !words.is_empty() {
                row.hits = hits(&self.text(&text)?, words, row.language.as_deref());
            }
            rows.push(row);
        }
        Ok(rows)
    }
}

/// Where words stand in a text; none where they were found in its title or outlet alone.
fn hits(text: &str, words: &SearchQuery, language: Option<&str>) -> Option<ArticleHits> {
    let marks = find_marks(text, words, language);
    if marks.is_empty() {
        return None;
    }
    let piece = snippet(text, &marks, SNIPPET);
    let offsets = Offsets::new(text);
    let mut named: Vec<String> = Vec::new();
    for mark in &marks {
        let word = offsets.slice(mark).unwrap_or_default();
        if named.len() < WORDS && !named.iter().any(|known| known == word) {
            named.push(word.to_owned());
        }
    }
    Some(ArticleHits {
        count: u32::try_from(marks.len()).unwrap_or(u32::MAX),
        at: piece.first,
        words: named,
        text: piece.text,
        marks: piece
            .marks
            .into_iter()
            .map(|mark| (mark.start, mark.end))
            .collect(),
    })
}
