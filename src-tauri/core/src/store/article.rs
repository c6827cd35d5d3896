//! Articles, their captures and their texts.

use super::{Gate, Reader, StoreError};
use crate::view::ArticleRow;
use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use rusqlite::{OptionalExtension as _, Row, params};
use std::io::{Read as _, Write as _};

pub(super) const ARTICLES: &str = include_str!("articles.sql");

/// An article with its newest capture.
#[derive(Debug, Clone)]
pub struct ArticleText {
    /// The article as lists show it.
    pub row: ArticleRow,
    /// Where an archive keeps it.
    pub archive_url: Option<String>,
    /// Its newest revision.
    pub revision_id: String,
    /// The canonical text.
    pub text: String,
    /// The blocks of the canonical text, as the revision keeps them: JSON.
    pub blocks: String,
}

impl Reader<'_> {
    /// Every article, in order of import.
    ///
    /// # Errors
    /// What the engine says.
    pub fn every_article(&self) -> Result<Vec<String>, StoreError> {
        let mut question = self
            .db
            .prepare_cached("SELECT id FROM article ORDER BY id")?;
        let ids = question.query_map([], |row| row.get("id"))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }

    /// One article with its text.
    ///
    /// # Errors
    /// What the engine says.
    pub fn article(&self, id: &str) -> Result<Option<ArticleText>, StoreError> {
        let mut question = self
            .db
            .prepare_cached(&format!("{ARTICLES} WHERE a.id = ?1"))?;
        let found = question
            .query_row([id], |row| {
                Ok((
                    article_row(row)?,
                    row.get("archive_url")?,
                    row.get("revision_id")?,
                    row.get::<_, String>("text_sha256")?,
                    row.get("blocks")?,
                ))
            })
            .optional()?;
        let Some((row, archive_url, revision_id, sha256, blocks)) = found else {
            return Ok(None);
        };
        Ok(Some(ArticleText {
            row,
            archive_url,
            revision_id,
            text: self.text(&sha256)?,
            blocks,
        }))
    }

    /// A canonical text.
    ///
    /// # Errors
    /// [`StoreError::Journal`] when there is none under that SHA-256.
    pub fn text(&self, sha256: &str) -> Result<String, StoreError> {
        self.db
            .prepare_cached("SELECT text FROM canonical WHERE sha256 = ?1")?
            .query_row([sha256], |row| row.get("text"))
            .optional()?
            .ok_or_else(|| StoreError::Journal {
                detail: format!("no text {sha256}"),
            })
    }

    /// The original bytes of a capture.
    ///
    /// # Errors
    /// [`StoreError::Journal`] when there are none under that SHA-256, or they cannot be read.
    pub fn original(&self, sha256: &str) -> Result<Vec<u8>, StoreError> {
        let compressed: Vec<u8> = self
            .db
            .prepare_cached("SELECT compressed FROM original WHERE sha256 = ?1")?
            .query_row([sha256], |row| row.get("compressed"))
            .optional()?
            .ok_or_else(|| StoreError::Journal {
                detail: format!("no original {sha256}"),
            })?;
        let mut bytes = Vec::new();
        ZlibDecoder::new(compressed.as_slice())
            .read_to_end(&mut bytes)
            .map_err(|error| StoreError::Journal {
                detail: format!("original {sha256}: {error}"),
            })?;
        Ok(bytes)
    }

    /// The article that has these bytes, this address and this outlet.
    ///
    /// # Errors
    /// What the engine says.
    pub fn article_like(
        &self,
        sha256: &str,
        url: Option<&str>,
        outlet: Option<&str>,
    ) -> Result<Option<String>, StoreError> {
        Ok(self
            .db
            .prepare_cached(
                "SELECT a.id FROM revision r JOIN article a ON a.id = r.article_id \
                 WHERE r.original_sha256 = ?1 AND a.url IS ?2 AND a.outlet IS ?3 ORDER BY a.id",
            )?
            .query_row(params![sha256, url, outlet], |row| row.get("id"))
            .optional()?)
    }

    /// The articles that have these bytes.
    ///
    /// # Errors
    /// What the engine says.
    pub fn articles_of_bytes(&self, sha256: &str) -> Result<Vec<String>, StoreError> {
        self.article_ids(
            "SELECT DISTINCT article_id AS id FROM revision WHERE original_sha256 = ?1 ORDER BY id",
            sha256,
        )
    }

    /// The articles that somebody may mean by an id, a SHA-256 of the original, an address or a title; the first of these
    /// that names any.
    ///
    /// # Errors
    /// What the engine says.
    pub fn articles_called(&self, name: &str) -> Result<Vec<String>, StoreError> {
        for sql in [
            "SELECT id FROM article WHERE id = ?1",
            "SELECT DISTINCT article_id AS id FROM revision WHERE original_sha256 = ?1 ORDER BY id",
            "SELECT id FROM article WHERE url = ?1 ORDER BY id",
            "SELECT id FROM article WHERE title = ?1 ORDER BY id",
        ] {
            let found = self.article_ids(sql, name)?;
            if !found.is_empty() {
                return Ok(found);
            }
        }
        Ok(Vec::new())
    }

    fn article_ids(&self, sql: &str, value: &str) -> Result<Vec<String>, StoreError> {
        let mut question = self.db.prepare_cached(sql)?;
        let ids = question
            .query_map([value], |row| row.get("id"))?
            .collect::<Result<_, _>>()?;
        Ok(ids)
    }
}

impl Gate<'_> {
    /// Keeps original bytes under their SHA-256. They are no change of the journal's: taking back what refers to them
    /// leaves them where they are.
    ///
    /// # Errors
    /// What the engine says.
    pub(crate) fn keep_original(&mut self, sha256: &str, bytes: &[u8]) -> Result<(), StoreError> {
        let known = self
            .db()
            .prepare_cached("SELECT 1 FROM original WHERE sha256 = ?1")?
            .exists([sha256])?;
        if known {
            return Ok(());
        }
        let wrong = |error: std::io::Error| StoreError::Journal {
            detail: format!("original {sha256}: {error}"),
        };
        let mut encoder =
            ZlibEncoder::new(Vec::with_capacity(bytes.len() / 2), Compression::fast());
        encoder.write_all(bytes).map_err(wrong)?;
        let compressed = encoder.finish().map_err(wrong)?;
        self.db()
            .prepare_cached("INSERT INTO original (sha256, size, compressed) VALUES (?1, ?2, ?3)")?
            .execute(params![
                sha256,
                i64::try_from(bytes.len()).unwrap_or(i64::MAX),
                compressed
            ])?;
        Ok(())
    }

    /// Keeps a canonical text under its SHA-256, like [`Gate::keep_original`].
    ///
    /// # Errors
    /// What the engine says.
    pub(crate) fn keep_text(&mut self, sha256: &str, text: &str) -> Result<(), StoreError> {
        self.db()
            .prepare_cached(
                "INSERT INTO canonical (sha256, text) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
            )?
            .execute(params![sha256, text])?;
        Ok(())
    }
}

/// An article as lists show it, without what was found in it.
pub(super) fn article_row(row: &Row<'_>) -> rusqlite::Result<ArticleRow> {
    let authors: String = row.get("authors")?;
    let authors: Vec<String> = serde_json::from_str(&authors).unwrap_or_default();
    Ok(ArticleRow {
        id: row.get("id")?,
        title: row.get("title")?,
        outlet: row.get("outlet")?,
        author: (!authors.is_empty()).then(|| authors.join(", ")),
        url: row.get("url")?,
        language: row.get("language")?,
        direction: row.get("direction")?,
        published_at: row.get("published_at")?,
        retrieved_at: row.get("retrieved_at")?,
        sha256: row.get("original_sha256")?,
        event_id: row.get("event_id")?,
        event: row.get("event")?,
        confidential: row.get("confidential")?,
        statements: row.get("statements")?,
        drafts: row.get("drafts")?,
        numbers_left: row.get("numbers_left")?,
        hits: None,
    })
}
