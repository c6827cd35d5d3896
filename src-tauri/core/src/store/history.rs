//! The journal for people: which operations, what they were about, and field by field what they did.

use super::table::{Fields, Table};
use super::{Reader, StoreError};
use crate::view::{
    ChangeRow, ChangesQuery, FieldChange, HistoryRow, LogQuery, Named, OperationRow, Touched,
};
use rusqlite::types::Value as SqlValue;
use rusqlite::{OptionalExtension as _, params, params_from_iter};
use serde_json::Value;

/// Up to how many rows an operation is read through for the values it set everywhere.
const LOOKED_THROUGH: u32 = 400;

/// Columns that say nothing to people: keys, places in lists, what follows from other columns.
const UNSAID: &[&str] = &[
    "id",
    "name_key",
    "prefix",
    "suffix",
    "start",
    "end",
    "position",
    "statement_id",
    "blocks",
    "original_sha256",
    "text_sha256",
    "media_type",
    "previous_id",
    "revision_id",
    "direction",
    "created_at",
    "updated_at",
    "recorded_by",
    "hidden",
    "columns",
];

/// The nouns that an operation can be about, those first that it is about where it touched several.
const ABOUT: &[&str] = &[
    "figure",
    "source",
    "speaker",
    "place",
    "event",
    "word",
    "article",
    "statement",
    "project",
];

/// What hangs on an entity, by its own id: its figures, links, names.
const WITH_WHAT_HANGS_ON_IT: &str = "\
    SELECT operation_id FROM change WHERE entity_id IN ( \
      SELECT ?1 \
      UNION SELECT id FROM figure WHERE statement_id = ?1 \
      UNION SELECT id FROM chain_link WHERE statement_id = ?1 \
      UNION SELECT id FROM assessment WHERE statement_id = ?1 \
      UNION SELECT id FROM assessment WHERE figure_id IN (SELECT id FROM figure WHERE statement_id = ?1) \
      UNION SELECT id FROM relation WHERE from_figure IN (SELECT id FROM figure WHERE statement_id = ?1) \
      UNION SELECT id FROM alias WHERE source_id = ?1 \
      UNION SELECT id FROM alias WHERE speaker_id = ?1 \
      UNION SELECT id FROM alias WHERE place_id = ?1 \
      UNION SELECT a.id FROM word w JOIN alias a ON a.group_word = w.word WHERE w.id = ?1 AND w.vocabulary = 'group' \
      UNION SELECT id FROM reliance WHERE source_id = ?1 \
      UNION SELECT id FROM revision WHERE article_id = ?1) \
    UNION SELECT id FROM operation WHERE detail ->> '$.entity' = ?1";

impl Reader<'_> {
    /// Lines of the journal, newest first.
    ///
    /// # Errors
    /// What the engine says.
    pub fn log(&self, query: &LogQuery) -> Result<Vec<OperationRow>, StoreError> {
        let lines = self.lines(query)?;
        Ok(lines.into_iter().map(|(operation, _)| operation).collect())
    }

    /// Lines of the journal with what they were about, newest first.
    ///
    /// # Errors
    /// What the engine says.
    pub fn history(&self, query: &LogQuery) -> Result<Vec<HistoryRow>, StoreError> {
        let lines = self.lines(query)?;
        lines
            .into_iter()
            .map(|(operation, dropped)| self.line(operation, dropped))
            .collect()
    }

    /// Everyone who did something in the project.
    ///
    /// # Errors
    /// What the engine says.
    pub fn people(&self) -> Result<Vec<String>, StoreError> {
        let mut question = self
            .db
            .prepare_cached("SELECT DISTINCT by FROM operation ORDER BY by")?;
        let people = question.query_map([], |row| row.get("by"))?;
        Ok(people.collect::<Result<_, _>>()?)
    }

    /// What an operation did, row by row, in the order in which it was done.
    ///
    /// # Errors
    /// What the engine says.
    pub fn changes(&self, query: &ChangesQuery) -> Result<Vec<ChangeRow>, StoreError> {
        let mut question = self.db.prepare_cached(
            "SELECT noun, entity_id, before, after FROM change WHERE operation_id = ?1 ORDER BY seq LIMIT ?2 OFFSET ?3",
        )?;
        let mut rows = question.query(params![query.id, query.limit, query.offset])?;
        let mut changes = Vec::new();
        while let Some(row) = rows.next()? {
            let noun: String = row.get("noun")?;
            let id: String = row.get("entity_id")?;
            let (before, after) = (fields(row.get("before")?)?, fields(row.get("after")?)?);
            changes.push(ChangeRow {
                name: self.called(&noun, &id)?,
                made: before.is_none(),
                gone: after.is_none(),
                fields: self.said(
                    &noun,
                    &before.unwrap_or_default(),
                    &after.unwrap_or_default(),
                )?,
                noun,
                id,
            });
        }
        Ok(changes)
    }

    fn lines(&self, query: &LogQuery) -> Result<Vec<(OperationRow, bool)>, StoreError> {
        let mut wanted: Vec<SqlValue> = Vec::new();
        // ?1 is the entity wherever one is asked for: its part names it more than once.
        let mut sql =
            "SELECT id, at, by, command, detail, changes, state FROM operation WHERE ".to_owned();
        match &query.entity {
            Some(entity) => {
                wanted.push(entity.clone().into());
                sql = format!("{sql}id IN ({WITH_WHAT_HANGS_ON_IT})");
            }
            None => sql.push('1'),
        }
        let noun = "EXISTS (SELECT 1 FROM change WHERE operation_id = operation.id AND noun =";
        for (condition, value, end) in [
            ("id <", &query.before, ""),
            ("by =", &query.by, ""),
            ("at >=", &query.since, ""),
            ("at <", &query.until, ""),
            (noun, &query.noun, ")"),
        ] {
            if let Some(value) = value {
                wanted.push(value.clone().into());
                sql = format!("{sql} AND {condition} ?{}{end}", wanted.len());
            }
        }
        wanted.push(i64::from(query.limit).into());
        sql = format!("{sql} ORDER BY id DESC LIMIT ?{}", wanted.len());
        let mut question = self.db.prepare_cached(&sql)?;
        let rows = question.query_map(params_from_iter(wanted), |row| {
            let detail: String = row.get("detail")?;
            let state: String = row.get("state")?;
            let operation = OperationRow {
                id: row.get("id")?,
                at: row.get("at")?,
                by: row.get("by")?,
                command: row.get("command")?,
                detail: serde_json::from_str(&detail).unwrap_or_default(),
                changes: row.get("changes")?,
                undone: state != "done",
            };
            Ok((operation, state == "dropped"))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn line(&self, operation: OperationRow, dropped: bool) -> Result<HistoryRow, StoreError> {
        let mut question = self.db.prepare_cached(
            "SELECT noun, count(DISTINCT entity_id) AS entities, count(DISTINCT entity_id) FILTER (WHERE before IS NULL) AS made, \
             count(DISTINCT entity_id) FILTER (WHERE after IS NULL) AS gone, min(entity_id) AS first \
             FROM change WHERE operation_id = ?1 GROUP BY noun",
        )?;
        let mut rows = question.query([&operation.id])?;
        let mut touched = Vec::new();
        let (mut article, mut source) = (None, None);
        while let Some(row) = rows.next()? {
            let noun: String = row.get("noun")?;
            let count: u32 = row.get("entities")?;
            let first: String = row.get("first")?;
            if count == 1 && matches!(noun.as_str(), "article" | "statement" | "figure") {
                let statement = match noun.as_str() {
                    "figure" => self
                        .remembered("figure", &first)?
                        .and_then(|row| id(&row, "statement_id")),
                    "statement" => Some(first.clone()),
                    _ => None,
                };
                if let Some(statement) = statement.filter(|_| article.is_none()) {
                    (article, source) = self.place_of(&statement)?;
                } else if noun == "article" {
                    article = self.called("article", &first)?;
                }
            }
            touched.push(Touched {
                only: match self.called(&noun, &first)? {
                    Some(name) if count == 1 => Some(Named { id: first, name }),
                    _ => None,
                },
                count,
                made: row.get("made")?,
                gone: row.get("gone")?,
                noun,
            });
        }
        Ok(HistoryRow {
            set: self.set_everywhere(&operation, &touched)?,
            operation,
            dropped,
            touched,
            article,
            source,
        })
    }

    /// The fields to which an operation that made and deleted nothing gave one value in everything of its noun.
    fn set_everywhere(
        &self,
        operation: &OperationRow,
        touched: &[Touched],
    ) -> Result<Vec<FieldChange>, StoreError> {
        if operation.changes > LOOKED_THROUGH {
            return Ok(Vec::new());
        }
        let changed = |noun: &&&str| {
            let mut rows = touched.iter();
            rows.any(|row| row.noun == ***noun && row.made == 0 && row.gone == 0)
        };
        let Some(about) = ABOUT.iter().find(changed) else {
            return Ok(Vec::new());
        };
        let mut question = self.db.prepare_cached(
            "SELECT before, after FROM change WHERE operation_id = ?1 AND noun = ?2 ORDER BY seq",
        )?;
        let mut rows = question.query(params![operation.id, about])?;
        let mut same: Option<Vec<FieldChange>> = None;
        while let Some(row) = rows.next()? {
            let (before, after) = (fields(row.get("before")?)?, fields(row.get("after")?)?);
            let said = self.said(
                about,
                &before.unwrap_or_default(),
                &after.unwrap_or_default(),
            )?;
            same = Some(match same {
                None => said,
                Some(mut same) => {
                    same.retain_mut(|one| {
                        let other = said
                            .iter()
                            .find(|other| other.field == one.field && other.after == one.after);
                        if other.is_some_and(|other| other.before != one.before) {
                            one.before = Value::Null;
                        }
                        other.is_some()
                    });
                    same
                }
            });
        }
        Ok(same.unwrap_or_default())
    }

    /// The title of the article that a statement stands in, and the name of its source.
    fn place_of(&self, statement: &str) -> Result<(Option<String>, Option<String>), StoreError> {
        let Some(row) = self.remembered("statement", statement)? else {
            return Ok((None, None));
        };
        let article = match id(&row, "revision_id") {
            Some(revision) => self
                .remembered("revision", &revision)?
                .and_then(|row| id(&row, "article_id")),
            None => None,
        };
        let title = match article {
            Some(article) => self.called("article", &article)?,
            None => None,
        };
        let source = match id(&row, "source_id") {
            Some(source) => self.called("source", &source)?,
            None => None,
        };
        Ok((title, source))
    }

    /// The fields that differ, those people have words for, with names in place of ids.
    fn said(
        &self,
        noun: &str,
        before: &Fields,
        after: &Fields,
    ) -> Result<Vec<FieldChange>, StoreError> {
        let mut said = Vec::new();
        let gone = before.keys().filter(|column| !after.contains_key(*column));
        for column in after.keys().chain(gone) {
            if UNSAID.contains(&column.as_str()) {
                continue;
            }
            let value = |fields: &Fields| match fields.get(column) {
                Some(Value::String(text)) => Ok::<_, StoreError>(match referred(noun, column) {
                    // The row may never have been there as it is asked for: the id is better than nothing.
                    Some(other) => self
                        .called(other, text)?
                        .unwrap_or_else(|| text.clone())
                        .into(),
                    None => text.clone().into(),
                }),
                // A list that is empty and a mark that is not set are what is there when nothing is said.
                Some(Value::Array(list)) if list.is_empty() => Ok(Value::Null),
                Some(Value::Bool(false)) if before.is_empty() || after.is_empty() => {
                    Ok(Value::Null)
                }
                other => Ok(other.cloned().unwrap_or_default()),
            };
            let change = FieldChange {
                field: column.strip_suffix("_id").unwrap_or(column).to_owned(),
                before: value(before)?,
                after: value(after)?,
            };
            if change.before != change.after {
                said.push(change);
            }
        }
        Ok(said)
    }

    /// What an entity is called, or was when it was last there.
    fn called(&self, noun: &str, entity: &str) -> Result<Option<String>, StoreError> {
        let Some(row) = self.remembered(noun, entity)? else {
            return Ok(None);
        };
        let text = |column: &str| row.get(column).and_then(Value::as_str).map(str::to_owned);
        Ok(match noun {
            "article" | "project" => text("title"),
            "statement" => text("quote"),
            "figure" => text("figure_text")
                .or_else(|| text("point"))
                .or_else(|| text("low"))
                .or_else(|| text("high")),
            "word" => text("word"),
            "chain_link" => match text("source_id") {
                Some(source) => self.called("source", &source)?,
                None => None,
            },
            "reliance" => match text("relies_on_id") {
                Some(source) => self.called("source", &source)?,
                None => None,
            },
            "relation" => text("kind"),
            "assessment" => text("status"),
            _ => text("name"),
        })
    }

    /// An entity's fields: as it stands, or as the journal has it from when it was made or deleted.
    fn remembered(&self, noun: &str, entity: &str) -> Result<Option<Fields>, StoreError> {
        if let Some(row) = Table::named(noun)?.read(self.db, entity)? {
            return Ok(Some(row));
        }
        let text = self
            .db
            .prepare_cached(
                "SELECT coalesce(before, after) AS whole FROM change \
                 WHERE entity_id = ?1 AND (before IS NULL OR after IS NULL) ORDER BY operation_id DESC, seq DESC LIMIT 1",
            )?
            .query_row([entity], |row| row.get("whole"))
            .optional()?;
        fields(text)
    }
}

/// The noun that a column's ids are of.
fn referred<'n>(noun: &'n str, column: &str) -> Option<&'n str> {
    Some(match column {
        "source_id" | "relies_on_id" => "source",
        "speaker_id" => "speaker",
        "place_id" => "place",
        "event_id" => "event",
        "article_id" => "article",
        "parent_id" => noun,
        "part_of" | "figure_id" | "from_figure" | "to_figure" => "figure",
        _ => return None,
    })
}

fn id(row: &Fields, column: &str) -> Option<String> {
    row.get(column).and_then(Value::as_str).map(str::to_owned)
}

/// The fields that the journal keeps as JSON.
pub(super) fn fields(text: Option<String>) -> Result<Option<Fields>, StoreError> {
    text.map(|text| {
        serde_json::from_str(&text).map_err(|error| StoreError::Journal {
            detail: format!("unreadable: {error}"),
        })
    })
    .transpose()
}
