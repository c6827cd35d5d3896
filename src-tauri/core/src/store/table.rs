//! Tables of nouns, described once, so that the write gate, undo and `check` treat all alike.

use super::StoreError;
use crate::domain::nouns::{
    Alias, Article, Assessment, ChainLink, Event, Figure, OwnWord, Place, Project, Relation,
    Reliance, Revision, SavedView, Source, Speaker, Statement,
};
use rusqlite::types::{ToSql, ToSqlOutput, Value as SqlValue, ValueRef};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};
use std::fmt::Write as _;
use std::sync::LazyLock;

/// A row as the journal keeps it: column → value.
pub(crate) type Fields = Map<String, Value>;

/// How a column is kept in SQLite and written in the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Integer,
    /// 0 or 1 in SQLite, false or true in the journal.
    Boolean,
    /// JSON text in SQLite, a list in the journal.
    List,
}

/// A table that the write gate writes.
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) columns: &'static [(&'static str, Kind)],
    sql: LazyLock<Sql>,
}

struct Sql {
    insert: String,
    select: String,
    delete: String,
}

/// A noun with a table of its own. Its serde field names are the table's columns.
pub(crate) trait Entity: Serialize + DeserializeOwned {
    const TABLE: &'static Table;
    fn id(&self) -> &str;
}

macro_rules! tables {
    ($($static:ident $noun:ident $name:literal { $($column:literal $kind:ident),+ $(,)? })+) => {
        $(
            static $static: Table = Table {
                name: $name,
                columns: &[$(($column, Kind::$kind)),+],
                sql: LazyLock::new(|| Sql::of(&$static)),
            };
            impl Entity for $noun {
                const TABLE: &'static Table = &$static;
                fn id(&self) -> &str {
                    &self.id
                }
            }
        )+
        /// Every table of the write gate.
        pub(crate) static TABLES: &[&Table] = &[$(&$static),+];
    };
}

tables! {
    PROJECT Project "project" { "id" Text, "title" Text, "method" Text, "created_at" Text }
    PLACE Place "place" { "id" Text, "name" Text, "name_key" Text, "parent_id" Text }
    EVENT Event "event" {
        "id" Text, "name" Text, "name_key" Text, "place_id" Text, "period_start" Text, "period_end" Text,
        "inclusion" Text, "parent_id" Text,
    }
    SOURCE Source "source" {
        "id" Text, "name" Text, "name_key" Text, "kind" Text, "parent_id" Text, "country" Text, "reliability" Text,
        "reliability_reason" Text, "reliability_date" Text, "party" Boolean, "notes" Text,
    }
    RELIANCE Reliance "reliance" { "id" Text, "source_id" Text, "relies_on_id" Text }
    SPEAKER Speaker "speaker" { "id" Text, "name" Text, "name_key" Text, "notes" Text }
    WORD OwnWord "word" { "id" Text, "vocabulary" Text, "word" Text, "parent" Text }
    ALIAS Alias "alias" {
        "id" Text, "source_id" Text, "speaker_id" Text, "place_id" Text, "group_word" Text, "name" Text,
        "name_key" Text,
    }
    ARTICLE Article "article" {
        "id" Text, "title" Text, "outlet" Text, "authors" List, "url" Text, "archive_url" Text, "language" Text,
        "direction" Text, "published_at" Text, "event_id" Text, "confidential" Boolean,
    }
    REVISION Revision "revision" {
        "id" Text, "article_id" Text, "previous_id" Text, "media_type" Text, "original_sha256" Text,
        "text_sha256" Text, "blocks" List, "retrieved_at" Text,
    }
    STATEMENT Statement "statement" {
        "id" Text, "revision_id" Text, "start" Integer, "end" Integer, "quote" Text, "prefix" Text, "suffix" Text,
        "page" Text, "modality" Text, "speaker_id" Text, "speaker_role" Text, "source_id" Text,
        "source_as_written" Text, "source_quote" Text, "stated_at" Text, "event_id" Text, "quote_translation" Text,
        "translation_lang" Text, "translated_by" Text, "note" Text, "tags" List, "status" Text,
        "confidential" Boolean, "recorded_by" Text, "second_reader" Text, "created_at" Text, "updated_at" Text,
    }
    CHAIN_LINK ChainLink "chain_link" {
        "id" Text, "statement_id" Text, "position" Integer, "source_id" Text, "connection" Text,
    }
    FIGURE Figure "figure" {
        "id" Text, "statement_id" Text, "position" Integer, "start" Integer, "end" Integer, "figure_text" Text,
        "qualifier" Text, "point" Text, "low" Text, "high" Text, "vague" Boolean, "unit" Text, "measure" Text,
        "severity" Text, "group" Text, "includes" List, "excludes" List, "place_id" Text, "period_start" Text,
        "period_end" Text, "as_of" Text, "counting" Text, "basis" Text, "stance" Text, "doubtful" Boolean,
        "part_of" Text,
    }
    RELATION Relation "relation" {
        "id" Text, "kind" Text, "from_figure" Text, "to_figure" Text, "by" Text, "at" Text,
    }
    ASSESSMENT Assessment "assessment" {
        "id" Text, "statement_id" Text, "figure_id" Text, "status" Text, "grade" Integer, "rule" Text,
        "reasoning" Text, "by" Text, "at" Text, "hidden" Boolean,
    }
    SAVED_VIEW SavedView "saved_view" { "id" Text, "name" Text, "columns" List }
}

impl Sql {
    fn of(table: &Table) -> Sql {
        let mut names = String::new();
        let mut marks = String::new();
        for (i, (column, _)) in table.columns.iter().enumerate() {
            let comma = if i == 0 { "" } else { ", " };
            // Writing to a String cannot fail.
            let _ = write!(names, "{comma}\"{column}\"");
            let _ = write!(marks, "{comma}?{}", i + 1);
        }
        let name = table.name;
        Sql {
            insert: format!("INSERT INTO {name} ({names}) VALUES ({marks})"),
            select: format!("SELECT {names} FROM {name} WHERE id = ?1"),
            delete: format!("DELETE FROM {name} WHERE id = ?1"),
        }
    }
}

impl Table {
    /// The table of that name, as the journal writes it.
    pub(crate) fn named(name: &str) -> Result<&'static Table, StoreError> {
        TABLES
            .iter()
            .find(|table| table.name == name)
            .copied()
            .ok_or_else(|| StoreError::Journal {
                detail: format!("unknown noun {name}"),
            })
    }

    /// All columns of one row; `None` where there is no such row.
    pub(crate) fn read(
        &self,
        db: &rusqlite::Connection,
        id: &str,
    ) -> Result<Option<Fields>, StoreError> {
        let mut statement = db.prepare_cached(&self.sql.select)?;
        let mut rows = statement.query([id])?;
        match rows.next()? {
            None => Ok(None),
            Some(row) => self.fields(row).map(Some),
        }
    }

    /// A row of `SELECT` with this table's columns, by name.
    pub(crate) fn fields(&self, row: &rusqlite::Row<'_>) -> Result<Fields, StoreError> {
        let mut fields = Fields::new();
        for (column, kind) in self.columns {
            fields.insert((*column).to_owned(), kind.to_json(row.get_ref(*column)?)?);
        }
        Ok(fields)
    }

    /// Writes a new row. Columns that `fields` lacks become NULL.
    pub(crate) fn insert(
        &self,
        db: &rusqlite::Connection,
        fields: &Fields,
    ) -> Result<(), StoreError> {
        let mut statement = db.prepare_cached(&self.sql.insert)?;
        let values = self
            .columns
            .iter()
            .map(|(column, kind)| Bound(*kind, fields.get(*column)));
        statement.execute(rusqlite::params_from_iter(values))?;
        Ok(())
    }

    /// Sets some columns of one row; says whether there was such a row.
    pub(crate) fn update(
        &self,
        db: &rusqlite::Connection,
        id: &str,
        fields: &Fields,
    ) -> Result<bool, StoreError> {
        let mut sql = format!("UPDATE {} SET ", self.name);
        let mut values = Vec::with_capacity(fields.len() + 1);
        for (column, kind) in self.columns {
            if let Some(value) = fields.get(*column) {
                let comma = if values.is_empty() { "" } else { ", " };
                values.push(Bound(*kind, Some(value)));
                let _ = write!(sql, "{comma}\"{column}\" = ?{}", values.len());
            }
        }
        let id = Value::String(id.to_owned());
        values.push(Bound(Kind::Text, Some(&id)));
        let _ = write!(sql, " WHERE id = ?{}", values.len());
        Ok(db
            .prepare_cached(&sql)?
            .execute(rusqlite::params_from_iter(values))?
            == 1)
    }

    /// Deletes one row; says whether there was such a row.
    pub(crate) fn delete(&self, db: &rusqlite::Connection, id: &str) -> Result<bool, StoreError> {
        Ok(db.prepare_cached(&self.sql.delete)?.execute([id])? == 1)
    }
}

impl Kind {
    fn to_json(self, value: ValueRef<'_>) -> Result<Value, StoreError> {
        let wrong = || StoreError::Journal {
            detail: "a column holds a value of another type".to_owned(),
        };
        Ok(match (self, value) {
            (_, ValueRef::Null) => Value::Null,
            (Kind::Boolean, ValueRef::Integer(n)) => Value::Bool(n != 0),
            (Kind::Integer, ValueRef::Integer(n)) => Value::from(n),
            (Kind::List, ValueRef::Text(text)) => {
                serde_json::from_slice(text).map_err(|_| wrong())?
            }
            (Kind::Text, ValueRef::Text(text)) => {
                Value::String(std::str::from_utf8(text).map_err(|_| wrong())?.to_owned())
            }
            _ => return Err(wrong()),
        })
    }
}

/// A journal value on its way into a column.
struct Bound<'a>(Kind, Option<&'a Value>);

impl ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match (self.0, self.1) {
            (_, None | Some(Value::Null)) => ToSqlOutput::Owned(SqlValue::Null),
            (Kind::List, Some(list)) => ToSqlOutput::Owned(SqlValue::Text(list.to_string())),
            (_, Some(Value::Bool(flag))) => ToSqlOutput::Owned(SqlValue::Integer(i64::from(*flag))),
            (_, Some(Value::Number(number))) => ToSqlOutput::Owned(match number.as_i64() {
                Some(whole) => SqlValue::Integer(whole),
                None => SqlValue::Text(number.to_string()),
            }),
            (_, Some(Value::String(text))) => {
                ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes()))
            }
            (_, Some(other)) => ToSqlOutput::Owned(SqlValue::Text(other.to_string())),
        })
    }
}

/// An entity's fields as the journal keeps them.
pub(crate) fn fields_of<E: Entity>(entity: &E) -> Result<Fields, StoreError> {
    match serde_json::to_value(entity) {
        Ok(Value::Object(fields)) => Ok(fields),
        _ => Err(StoreError::Journal {
            detail: format!("{} cannot be written as fields", E::TABLE.name),
        }),
    }
}

/// The entity that the fields describe.
pub(crate) fn entity_of<E: Entity>(fields: Fields) -> Result<E, StoreError> {
    serde_json::from_value(Value::Object(fields)).map_err(|error| StoreError::Journal {
        detail: format!("{}: {error}", E::TABLE.name),
    })
}
