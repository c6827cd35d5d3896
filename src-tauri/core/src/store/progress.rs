//! How far the reading of each article has come: what is derived for the list of articles.

use super::{Reader, StoreError};
use crate::domain::numbers::{left, numbers};
use crate::domain::offsets::Offsets;
use crate::view::Problem;
use rusqlite::{Connection, OptionalExtension as _, params};
use std::ops::Range;

/// The numbers of a text as a row keeps them.
type Pairs = Vec<(u32, u32)>;

/// The newest revision of an article.
const NEWEST: &str = "(SELECT max(id) FROM revision WHERE article_id = ?1)";

/// What is counted of an article.
#[derive(Debug, PartialEq, Eq)]
struct Counts {
    left: u32,
    statements: u32,
    drafts: u32,
}

/// Counts an article anew; one that is gone is forgotten. With `read` its words are read anew first.
pub(super) fn refresh(db: &Connection, article: &str, read: bool) -> Result<(), StoreError> {
    let kept = if read { None } else { kept(db, article)? };
    let pairs = match kept {
        Some(pairs) => pairs,
        None => match read_numbers(db, article)? {
            Some(pairs) => pairs,
            None => {
                db.prepare_cached("DELETE FROM progress WHERE article_id = ?1")?
                    .execute([article])?;
                return Ok(());
            }
        },
    };
    let counts = count(db, article, &pairs)?;
    db.prepare_cached(
        "INSERT INTO progress (article_id, numbers, numbers_left, statements, drafts) VALUES (?1, ?2, ?3, ?4, ?5) \
         ON CONFLICT (article_id) DO UPDATE SET numbers = excluded.numbers, numbers_left = excluded.numbers_left, \
         statements = excluded.statements, drafts = excluded.drafts",
    )?
    .execute(params![
        article,
        serde_json::json!(pairs).to_string(),
        counts.left,
        counts.statements,
        counts.drafts
    ])?;
    Ok(())
}

/// Reads and counts every article anew.
pub(super) fn rebuild(db: &Connection) -> Result<(), StoreError> {
    db.execute("DELETE FROM progress", [])?;
    let reader = Reader { db };
    for article in reader.every_article()? {
        refresh(db, &article, true)?;
    }
    Ok(())
}

/// Articles whose counts are not what they should be, and counts of none. The numbers themselves are taken as they are
/// kept: a later version may find others in the same words.
pub(super) fn wrong_entries(db: &Connection) -> Result<Vec<Problem>, StoreError> {
    let wrong = |id: String| Problem {
        kind: "progress".to_owned(),
        id: Some(id),
        text: String::new(),
    };
    let mut problems = Vec::new();
    let mut stored =
        db.prepare("SELECT numbers_left, statements, drafts FROM progress WHERE article_id = ?1")?;
    let reader = Reader { db };
    for article in reader.every_article()? {
        let found = stored.query_row([&article], |row| {
            Ok(Counts {
                left: row.get("numbers_left")?,
                statements: row.get("statements")?,
                drafts: row.get("drafts")?,
            })
        });
        let found = found.optional()?;
        let expected = match kept(db, &article)? {
            Some(pairs) => Some(count(db, &article, &pairs)?),
            None => None,
        };
        if found.is_none() || found != expected {
            problems.push(wrong(article));
        }
    }
    let mut question = db.prepare(
        "SELECT article_id FROM progress WHERE article_id NOT IN (SELECT id FROM article) ORDER BY article_id",
    )?;
    for id in question.query_map([], |row| row.get("article_id"))? {
        problems.push(wrong(id?));
    }
    Ok(problems)
}

/// The numbers that are kept of an article; none where nothing is, or nothing that can be read.
fn kept(db: &Connection, article: &str) -> Result<Option<Pairs>, StoreError> {
    let kept: Option<String> = db
        .prepare_cached("SELECT numbers FROM progress WHERE article_id = ?1")?
        .query_row([article], |row| row.get("numbers"))
        .optional()?;
    Ok(kept.and_then(|kept| serde_json::from_str(&kept).ok()))
}

/// The numbers in the words of an article; none where there is no such article.
fn read_numbers(db: &Connection, article: &str) -> Result<Option<Pairs>, StoreError> {
    let found: Option<(String, Option<String>)> = db
        .prepare_cached(&format!(
            "SELECT c.text, a.language FROM article a JOIN revision r ON r.id = {NEWEST} \
             JOIN canonical c ON c.sha256 = r.text_sha256 WHERE a.id = ?1"
        ))?
        .query_row([article], |row| {
            Ok((row.get("text")?, row.get("language")?))
        })
        .optional()?;
    Ok(found.map(|(text, language)| {
        let found = numbers(
            &Offsets::new(&text),
            language.as_deref().unwrap_or_default(),
        );
        found
            .into_iter()
            .map(|number| (number.start, number.end))
            .collect()
    }))
}

fn count(db: &Connection, article: &str, pairs: &Pairs) -> Result<Counts, StoreError> {
    let mut question = db.prepare_cached(&format!(
        "SELECT f.start, f.\"end\" FROM statement s JOIN figure f ON f.statement_id = s.id \
         WHERE s.revision_id = {NEWEST} AND s.status <> 'dismissed' AND f.start IS NOT NULL ORDER BY f.start, f.\"end\""
    ))?;
    let figures = question
        .query_map([article], |row| Ok(row.get("start")?..row.get("end")?))?
        .collect::<Result<Vec<Range<u32>>, _>>()?;
    let numbers: Vec<Range<u32>> = pairs.iter().map(|&(start, end)| start..end).collect();
    let (statements, drafts) = db
        .prepare_cached(
            "SELECT count(*) AS statements, count(*) FILTER (WHERE s.status = 'draft') AS drafts \
             FROM revision r JOIN statement s ON s.revision_id = r.id \
             WHERE r.article_id = ?1 AND s.status <> 'dismissed'",
        )?
        .query_row([article], |row| {
            Ok((row.get("statements")?, row.get("drafts")?))
        })?;
    Ok(Counts {
        left: u32::try_from(left(&numbers, &figures)).unwrap_or(u32::MAX),
        statements,
        drafts,
    })
}
