//! What refers to the entries of the register.

use super::{Noun, Reader, StoreError};
use crate::view::{EntryQuery, EntryStatement, EntryUses, Uses};
use rusqlite::{OptionalExtension as _, params};

impl Reader<'_> {
    /// An entry of the register by name, and what refers to it.
    ///
    /// # Errors
    /// What the engine says.
    pub(crate) fn uses(&self, noun: Noun, id: &str) -> Result<(String, Uses), StoreError> {
        let sql = match noun {
            Noun::Source => {
                "SELECT name, (SELECT count(*) FROM (SELECT id FROM statement WHERE source_id = ?1 \
                   UNION SELECT statement_id FROM chain_link WHERE source_id = ?1)) AS statements, \
                 0 AS figures, 0 AS articles, (SELECT count(*) FROM source WHERE parent_id = ?1) \
                 + (SELECT count(*) FROM reliance WHERE relies_on_id = ?1) AS entries FROM source WHERE id = ?1"
            }
            Noun::Speaker => {
                "SELECT name, (SELECT count(*) FROM statement WHERE speaker_id = ?1) AS statements, \
                 0 AS figures, 0 AS articles, 0 AS entries FROM speaker WHERE id = ?1"
            }
            Noun::Place => {
                "SELECT name, 0 AS statements, (SELECT count(*) FROM figure WHERE place_id = ?1) AS figures, \
                 0 AS articles, (SELECT count(*) FROM event WHERE place_id = ?1) \
                 + (SELECT count(*) FROM place WHERE parent_id = ?1) AS entries FROM place WHERE id = ?1"
            }
            Noun::Event => {
                "SELECT name, (SELECT count(*) FROM statement WHERE event_id = ?1) AS statements, 0 AS figures, \
                 (SELECT count(*) FROM article WHERE event_id = ?1) AS articles, \
                 (SELECT count(*) FROM event WHERE parent_id = ?1) AS entries FROM event WHERE id = ?1"
            }
            _ => {
                "SELECT word AS name, 0 AS statements, \
                 (SELECT count(*) FROM figure f WHERE w.word = CASE w.vocabulary WHEN 'measure' THEN f.measure \
                    WHEN 'severity' THEN f.severity WHEN 'group' THEN f.\"group\" WHEN 'basis' THEN f.basis \
                    WHEN 'unit' THEN f.unit END) AS figures, 0 AS articles, \
                 (SELECT count(*) FROM source s WHERE w.vocabulary = 'source_kind' AND s.kind = w.word) \
                 + (SELECT count(*) FROM word c WHERE c.vocabulary = w.vocabulary AND c.parent = w.word) AS entries \
                 FROM word w WHERE id = ?1"
            }
        };
        let found = self
            .db
            .prepare_cached(sql)?
            .query_row([id], |row| Ok((row.get("name")?, uses_of(row)?)));
        Ok(found.optional()?.unwrap_or_default())
    }

    /// What refers to every entry of the register that anything refers to. The entries below an entry are not counted.
    ///
    /// # Errors
    /// What the engine says.
    pub fn all_uses(&self) -> Result<Vec<EntryUses>, StoreError> {
        let mut question = self.db.prepare_cached(include_str!("uses.sql"))?;
        let rows = question.query_map([], |row| {
            Ok(EntryUses {
                vocabulary: row.get("vocabulary")?,
                id: row.get("id")?,
                uses: uses_of(row)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The first statements that use an entry, newest first.
    ///
    /// # Errors
    /// What the engine says.
    pub fn statements_of(&self, query: &EntryQuery) -> Result<Vec<EntryStatement>, StoreError> {
        let which = match query.vocabulary.as_deref() {
            Some(vocabulary @ ("measure" | "severity" | "group" | "basis" | "unit")) => {
                format!("SELECT statement_id FROM figure WHERE \"{vocabulary}\" = ?1")
            }
            Some(_) => {
                "SELECT t.id FROM statement t JOIN source k ON k.id = t.source_id WHERE k.kind = ?1"
                    .to_owned()
            }
            None => "SELECT id FROM statement WHERE source_id = ?1 \
                     UNION SELECT statement_id FROM chain_link WHERE source_id = ?1 \
                     UNION SELECT id FROM statement WHERE speaker_id = ?1 \
                     UNION SELECT id FROM statement WHERE event_id = ?1 \
                     UNION SELECT statement_id FROM figure WHERE place_id = ?1"
                .to_owned(),
        };
        let mut question = self.db.prepare_cached(&format!(
            "SELECT s.id, r.article_id, a.title, s.quote, o.name AS source FROM statement s \
             JOIN revision r ON r.id = s.revision_id JOIN article a ON a.id = r.article_id \
             LEFT JOIN source o ON o.id = s.source_id WHERE s.id IN ({which}) ORDER BY s.id DESC LIMIT ?2"
        ))?;
        let rows = question.query_map(params![query.id, query.limit], |row| {
            Ok(EntryStatement {
                id: row.get("id")?,
                article_id: row.get("article_id")?,
                article: row.get("title")?,
                quote: row.get("quote")?,
                source: row.get("source")?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The figures that name a word among what they count or leave out.
    ///
    /// # Errors
    /// What the engine says.
    pub(crate) fn figures_listing(&self, word: &str) -> Result<Vec<String>, StoreError> {
        let mut question = self.db.prepare_cached(
            "SELECT id FROM figure WHERE (includes <> '[]' OR excludes <> '[]') AND EXISTS ( \
               SELECT 1 FROM json_each(includes) WHERE value = ?1 \
               UNION ALL SELECT 1 FROM json_each(excludes) WHERE value = ?1) ORDER BY id",
        )?;
        let ids = question
            .query_map([word], |row| row.get("id"))?
            .collect::<Result<_, _>>()?;
        Ok(ids)
    }
}

fn uses_of(row: &rusqlite::Row<'_>) -> rusqlite::Result<Uses> {
    Ok(Uses {
        statements: row.get("statements")?,
        figures: row.get("figures")?,
        articles: row.get("articles")?,
        entries: row.get("entries")?,
    })
}
