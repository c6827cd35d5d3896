//! Full-text search: what is indexed, and what is found.

use super::{Reader, StoreError};
use crate::domain::search_text::{SearchQuery as Query, find_marks, search_text, snippet};
use crate::view::{Problem, SearchHit};
use rusqlite::{Connection, OptionalExtension as _, params};

/// How much of a text a hit shows, in code points.
const SNIPPET: u32 = 160;

/// The nouns that can be searched.
const KINDS: [&str; 3] = ["article", "statement", "source"];

/// What of an entity can be searched, and the language that it is in.
struct Searchable {
    text: String,
    language: Option<String>,
}

/// Indexes an entity as it is now; one that is gone is forgotten.
pub(super) fn index(db: &Connection, kind: &str, id: &str) -> Result<(), StoreError> {
    let row: Option<i64> = db
        .prepare_cached("SELECT rowid AS row FROM search_doc WHERE entity_id = ?1")?
        .query_row([id], |row| row.get("row"))
        .optional()?;
    if let Some(row) = row {
        db.prepare_cached("DELETE FROM search WHERE rowid = ?1")?
            .execute([row])?;
    }
    let Some(found) = searchable(db, kind, id)? else {
        db.prepare_cached("DELETE FROM search_doc WHERE entity_id = ?1")?
            .execute([id])?;
        return Ok(());
    };
    let row = match row {
        Some(row) => row,
        None => {
            db.prepare_cached("INSERT INTO search_doc (kind, entity_id) VALUES (?1, ?2)")?
                .execute([kind, id])?;
            db.last_insert_rowid()
        }
    };
    let indexed = search_text(&found.text, found.language.as_deref());
    db.prepare_cached("INSERT INTO search (rowid, words, stems) VALUES (?1, ?2, ?3)")?
        .execute(params![row, indexed.words, indexed.stems])?;
    Ok(())
}

/// Indexes everything anew.
pub(super) fn rebuild(db: &Connection) -> Result<(), StoreError> {
    // A damaged index could not even be emptied; the engine can make it anew from the words beside it.
    db.execute_batch(
        "INSERT INTO search (search) VALUES ('rebuild'); DELETE FROM search; DELETE FROM search_doc",
    )?;
    for kind in KINDS {
        let mut question = db.prepare(&format!("SELECT id FROM {kind} ORDER BY id"))?;
        let ids = question
            .query_map([], |row| row.get("id"))?
            .collect::<Result<Vec<String>, _>>()?;
        for id in ids {
            index(db, kind, &id)?;
        }
    }
    Ok(())
}

/// Entities whose index entries are not what they should be, and entries of none.
pub(super) fn wrong_entries(db: &Connection) -> Result<Vec<Problem>, StoreError> {
    let mut problems = Vec::new();
    let mut wrong = |kind: &str, id: String| {
        problems.push(Problem {
            kind: "search".to_owned(),
            id: Some(id),
            text: kind.to_owned(),
        });
    };
    for kind in KINDS {
        let mut question = db.prepare(&format!(
            "SELECT t.id, s.words, s.stems FROM {kind} t \
             LEFT JOIN search_doc d ON d.entity_id = t.id AND d.kind = '{kind}' \
             LEFT JOIN search s ON s.rowid = d.rowid ORDER BY t.id"
        ))?;
        let mut rows = question.query([])?;
        while let Some(row) = rows.next()? {
            let id: String = row.get("id")?;
            let stored: (Option<String>, Option<String>) = (row.get("words")?, row.get("stems")?);
            let expected = searchable(db, kind, &id)?.map_or((None, None), |found| {
                let indexed = search_text(&found.text, found.language.as_deref());
                (Some(indexed.words), Some(indexed.stems))
            });
            if stored != expected {
                wrong(kind, id);
            }
        }
        let mut question = db.prepare(&format!(
            "SELECT entity_id FROM search_doc WHERE kind = '{kind}' AND entity_id NOT IN (SELECT id FROM {kind}) \
             ORDER BY entity_id"
        ))?;
        for id in question.query_map([], |row| row.get("entity_id"))? {
            wrong(kind, id?);
        }
    }
    Ok(problems)
}

fn searchable(db: &Connection, kind: &str, id: &str) -> Result<Option<Searchable>, StoreError> {
    let sql = match kind {
        "article" => {
            "SELECT CASE WHEN instr(c.text, a.title) THEN c.text ELSE a.title || char(10, 10) || c.text END AS text, \
             a.language FROM article a JOIN revision r ON r.article_id = a.id \
             JOIN canonical c ON c.sha256 = r.text_sha256 WHERE a.id = ?1 ORDER BY r.id DESC LIMIT 1"
        }
        "statement" => {
            "SELECT s.quote || coalesce(char(10) || nullif(s.quote_translation, ''), '') \
             || coalesce(char(10) || nullif(s.note, ''), '') \
             || coalesce((SELECT group_concat(char(10) || value, '') FROM json_each(s.tags)), '') AS text, a.language \
             FROM statement s JOIN revision r ON r.id = s.revision_id JOIN article a ON a.id = r.article_id \
             WHERE s.id = ?1 AND s.status <> 'dismissed'"
        }
        _ => {
            "SELECT s.name || (SELECT coalesce(group_concat(char(10) || a.name, ''), '') FROM alias a \
             WHERE a.source_id = s.id) AS text, NULL AS language FROM source s WHERE s.id = ?1"
        }
    };
    let found = db.prepare_cached(sql)?.query_row([id], |row| {
        Ok(Searchable {
            text: row.get("text")?,
            language: row.get("language")?,
        })
    });
    Ok(found.optional()?)
}

impl Reader<'_> {
    /// What a query finds, best first. `kind` narrows it to articles, statements or sources.
    ///
    /// # Errors
    /// What the engine says; no query is a wrong one.
    pub fn search(
        &self,
        query: &str,
        kind: Option<&str>,
        limit: u32,
    ) -> Result<Vec<SearchHit>, StoreError> {
        let languages = self.languages()?;
        let languages: Vec<&str> = languages.iter().map(String::as_str).collect();
        let query = Query::parse(query, &languages);
        let Some(expression) = query.expression() else {
            return Ok(Vec::new());
        };
        let mut question = self.db.prepare_cached(
            "SELECT d.kind, d.entity_id FROM search JOIN search_doc d ON d.rowid = search.rowid \
             WHERE search MATCH ?1 AND (?2 IS NULL OR d.kind = ?2) ORDER BY rank, search.rowid LIMIT ?3",
        )?;
        let mut rows = question.query(params![expression, kind, limit])?;
        let mut hits = Vec::new();
        while let Some(row) = rows.next()? {
            let (kind, id): (String, String) = (row.get("kind")?, row.get("entity_id")?);
            let Some(found) = searchable(self.db, &kind, &id)? else {
                continue;
            };
            let (title, article_id) = self.title_of(&kind, &id)?;
            let marks = find_marks(&found.text, &query, found.language.as_deref());
            let piece = snippet(&found.text, &marks, SNIPPET);
            hits.push(SearchHit {
                kind,
                id,
                article_id,
                title,
                text: piece.text,
                marks: piece
                    .marks
                    .into_iter()
                    .map(|mark| (mark.start, mark.end))
                    .collect(),
            });
        }
        Ok(hits)
    }

    /// The languages of the project's articles.
    pub(super) fn languages(&self) -> Result<Vec<String>, StoreError> {
        let mut question = self.db.prepare_cached(
            "SELECT DISTINCT language FROM article WHERE language IS NOT NULL ORDER BY language",
        )?;
        let languages = question
            .query_map([], |row| row.get("language"))?
            .collect::<Result<_, _>>()?;
        Ok(languages)
    }

    fn title_of(&self, kind: &str, id: &str) -> Result<(String, Option<String>), StoreError> {
        let sql = match kind {
            "article" => "SELECT title, id AS article_id FROM article WHERE id = ?1",
            "statement" => {
                "SELECT a.title, a.id AS article_id FROM statement s JOIN revision r ON r.id = s.revision_id \
                 JOIN article a ON a.id = r.article_id WHERE s.id = ?1"
            }
            _ => "SELECT name AS title, NULL AS article_id FROM source WHERE id = ?1",
        };
        let found = self
            .db
            .prepare_cached(sql)?
            .query_row([id], |row| Ok((row.get("title")?, row.get("article_id")?)))
            .optional()?;
        Ok(found.unwrap_or_default())
    }
}
