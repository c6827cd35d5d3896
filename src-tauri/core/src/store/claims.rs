//! The claim table: a row a figure; a statement without figures is one row.

use super::{Reader, StoreError};
use crate::domain::names::fold_name;
use crate::view::{ClaimsFilter, ColumnSet};
use rusqlite::types::ValueRef;
use std::borrow::Cow;
use std::fmt::Write as _;

/// A JSON list as a cell: its items joined with `; `, a `;` inside an item written `\\;`.
macro_rules! list {
    ($column:literal) => {
        concat!(
            "CASE ",
            $column,
            " WHEN '[]' THEN NULL ELSE \
             (SELECT group_concat(replace(value, ';', '\\;'), '; ') FROM json_each(",
            $column,
            ")) END"
        )
    };
}

/// 0 and 1 as words.
macro_rules! flag {
    ($column:literal) => {
        concat!(
            "CASE ",
            $column,
            " WHEN 1 THEN 'true' WHEN 0 THEN 'false' END"
        )
    };
}

/// Of the newest judgement of the figure, else of its statement.
macro_rules! newest {
    ($column:literal) => {
        concat!(
            "coalesce((SELECT ",
            $column,
            " FROM assessment WHERE figure_id = f.id AND hidden = 0 ORDER BY id DESC LIMIT 1), \
             (SELECT ",
            $column,
            " FROM assessment WHERE statement_id = s.id AND hidden = 0 ORDER BY id DESC LIMIT 1))"
        )
    };
}

/// The columns in order, each with what it is made of.
const COLUMNS: &[(&str, &str)] = &[
    ("statement_id", "s.id"),
    ("article_id", "a.id"),
    ("article_title", "a.title"),
    ("outlet", "a.outlet"),
    ("author", list!("a.authors")),
    ("article_url", "a.url"),
    ("archive_url", "a.archive_url"),
    ("published_at", "a.published_at"),
    ("retrieved_at", "r.retrieved_at"),
    ("language", "a.language"),
    ("event", "e.name"),
    ("quote", "s.quote"),
    ("quote_translation", "s.quote_translation"),
    ("translation_lang", "s.translation_lang"),
    ("translated_by", "s.translated_by"),
    ("start", "s.start"),
    ("end", "s.\"end\""),
    ("page", "s.page"),
    ("modality", "s.modality"),
    ("speaker", "p.name"),
    ("speaker_role", "s.speaker_role"),
    ("source", "o.name"),
    ("source_kind", "o.kind"),
    ("source_as_written", "s.source_as_written"),
    ("source_quote", "s.source_quote"),
    (
        "source_parent",
        "(SELECT name FROM source WHERE id = o.parent_id)",
    ),
    ("source_country", "o.country"),
    ("source_reliability", "o.reliability"),
    (
        "via",
        "(SELECT group_concat(name, '; ') FROM (SELECT replace(v.name, ';', '\\;') AS name FROM chain_link l \
         JOIN source v ON v.id = l.source_id WHERE l.statement_id = s.id ORDER BY l.position))",
    ),
    ("stated_at", "s.stated_at"),
    ("figure_id", "f.id"),
    ("figure_text", "f.figure_text"),
    ("qualifier", "f.qualifier"),
    ("point", "f.point"),
    ("low", "f.low"),
    ("high", "f.high"),
    ("unit", "f.unit"),
    ("vague", flag!("f.vague")),
    ("doubtful", flag!("f.doubtful")),
    ("measure", "f.measure"),
    ("severity", "f.severity"),
    ("group", "f.\"group\""),
    ("includes", list!("f.includes")),
    ("excludes", list!("f.excludes")),
    ("place", "path.path"),
    ("period_start", "f.period_start"),
    ("period_end", "f.period_end"),
    ("as_of", "f.as_of"),
    ("counting", "f.counting"),
    ("basis", "f.basis"),
    ("stance", "f.stance"),
    ("part_of", "f.part_of"),
    (
        "relations",
        "(SELECT group_concat(one, '; ') FROM (SELECT kind || ' ' || to_figure AS one FROM relation \
         WHERE from_figure = f.id ORDER BY id))",
    ),
    ("standing", "f.standing"),
    ("status", "s.status"),
    ("assessment", newest!("status")),
    ("information_grade", newest!("grade")),
    // Decisions are not recorded yet.
    ("decision", "NULL"),
    ("note", "nullif(s.note, '')"),
    ("tags", list!("s.tags")),
    (
        "confidential",
        "CASE max(s.confidential, a.confidential) WHEN 1 THEN 'true' ELSE 'false' END",
    ),
    ("article_sha256", "r.original_sha256"),
    ("text_sha256", "r.text_sha256"),
    ("recorded_by", "s.recorded_by"),
    ("second_reader", "s.second_reader"),
    ("created_at", "s.created_at"),
    ("updated_at", "s.updated_at"),
];

/// Rows in the table's own order: article in order of import, place in the text, figure's place, id. The joins are nested
/// in that order, so that nothing has to be sorted.
const ROWS: &str = "FROM article a CROSS JOIN revision r ON r.article_id = a.id \
    CROSS JOIN statement s ON s.revision_id = r.id LEFT JOIN figure f ON f.statement_id = s.id";

/// What the rows refer to. A join that no column asks for costs nothing: the engine leaves it out.
pub(super) const REFERRED: &str = " LEFT JOIN speaker p ON p.id = s.speaker_id \
    LEFT JOIN source o ON o.id = s.source_id LEFT JOIN event e ON e.id = s.event_id";

const PATHS: &str = "WITH RECURSIVE path (id, path) AS (SELECT id, name FROM place WHERE parent_id IS NULL \
    UNION ALL SELECT p.id, path.path || ' > ' || p.name FROM path JOIN place p ON p.parent_id = path.id) ";

const ORDER: &str = "a.id, r.id, s.start, s.id, f.position, f.id";

/// How many statements a table leaves out, and why.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Because nobody has accepted them.
    pub drafts: u32,
    /// Because they, or their articles, are confidential.
    pub confidential: u32,
}

/// SQL with the values that it binds.
pub(super) struct Question {
    pub(super) sql: String,
    pub(super) values: Vec<String>,
}

impl Reader<'_> {
    /// The names of the claim table's columns, in order.
    pub fn claim_columns() -> impl Iterator<Item = &'static str> {
        COLUMNS.iter().map(|(name, _)| *name)
    }

    /// How many rows the claim table has under a filter. `event` is an id.
    ///
    /// # Errors
    /// What the engine says.
    pub fn claims_total(
        &self,
        filter: &ClaimsFilter,
        event: Option<&str>,
    ) -> Result<u32, StoreError> {
        let question = chosen("count(*) AS n", filter, event);
        let mut statement = self.db.prepare_cached(&question.sql)?;
        Ok(
            statement.query_row(rusqlite::params_from_iter(&question.values), |row| {
                row.get("n")
            })?,
        )
    }

    /// The project's named sets of columns, by name.
    ///
    /// # Errors
    /// What the engine says.
    pub fn column_sets(&self) -> Result<Vec<ColumnSet>, StoreError> {
        let mut statement = self
            .db
            .prepare_cached("SELECT id, name, columns FROM saved_view ORDER BY fold(name), id")?;
        let sets = statement.query_map([], |row| {
            let columns: String = row.get("columns")?;
            Ok(ColumnSet {
                id: row.get("id")?,
                name: row.get("name")?,
                columns: serde_json::from_str(&columns).unwrap_or_default(),
            })
        })?;
        Ok(sets.collect::<Result<_, _>>()?)
    }

    /// Hands over every row of the claim table, cell by cell, without holding more than one. `cell` is told the index of
    /// the column and its text; `end` that the row is complete.
    ///
    /// # Errors
    /// What the engine or the receiver says.
    pub fn each_claim<W, E: From<StoreError>>(
        &self,
        filter: &ClaimsFilter,
        event: Option<&str>,
        columns: &[String],
        to: &mut W,
        cell: impl Fn(&mut W, usize, Option<&str>) -> Result<(), E>,
        mut end: impl FnMut(&mut W) -> Result<(), E>,
    ) -> Result<(), E> {
        let question = export(filter, event, columns);
        let store = |error: rusqlite::Error| E::from(StoreError::from(error));
        let mut statement = self.db.prepare(&question.sql).map_err(store)?;
        let mut rows = statement
            .query(rusqlite::params_from_iter(&question.values))
            .map_err(store)?;
        while let Some(row) = rows.next().map_err(store)? {
            for at in 0..columns.len() {
                // By position: a million rows of sixty columns are not looked up by name.
                cell(to, at, text(row.get_ref(at).map_err(store)?).as_deref())?;
            }
            end(to)?;
        }
        Ok(())
    }

    /// The SQL that [`Reader::each_claim`] runs, to be measured against.
    #[must_use]
    pub fn claims_sql(columns: &[String]) -> String {
        export(&ClaimsFilter::default(), None, columns).sql
    }

    /// How many statements a filter leaves out.
    ///
    /// # Errors
    /// What the engine says.
    pub fn claims_left_out(
        &self,
        filter: &ClaimsFilter,
        event: Option<&str>,
    ) -> Result<LeftOut, StoreError> {
        let count = |which: &str| -> Result<u32, StoreError> {
            let sql = format!(
                "SELECT count(*) AS n FROM statement s JOIN revision r ON r.id = s.revision_id \
                 JOIN article a ON a.id = r.article_id WHERE (?1 IS NULL OR s.event_id = ?1) AND {which}"
            );
            Ok(self
                .db
                .prepare_cached(&sql)?
                .query_row([event], |row| row.get("n"))?)
        };
        let drafts = if filter.include_drafts {
            0
        } else {
            count("s.status = 'draft'")?
        };
        let open = if filter.include_drafts {
            "s.status <> 'dismissed'"
        } else {
            "s.status = 'accepted'"
        };
        let confidential = if filter.include_confidential {
            0
        } else {
            count(&format!(
                "{open} AND max(s.confidential, a.confidential) = 1"
            ))?
        };
        Ok(LeftOut {
            drafts,
            confidential,
        })
    }
}

fn export(filter: &ClaimsFilter, event: Option<&str>, columns: &[String]) -> Question {
    let mut select = String::new();
    for (at, column) in columns.iter().enumerate() {
        let comma = if at == 0 { "" } else { ", " };
        let _ = write!(select, "{comma}{} AS \"{column}\"", expression(column));
    }
    in_order(&select, filter, event)
}

/// What a column is made of. Names are checked before they come here; one that is none is an empty cell.
pub(super) fn expression(column: &str) -> &'static str {
    COLUMNS
        .iter()
        .find(|(name, _)| *name == column)
        .map_or("NULL", |(_, sql)| sql)
}

/// The paths of the places and their join, for SQL that has them in it.
pub(super) fn paths(sql: &str) -> (&'static str, &'static str) {
    if sql.contains("path.path") {
        (PATHS, " LEFT JOIN path ON path.id = f.place_id")
    } else {
        ("", "")
    }
}

/// The rows that a filter chooses, in the order that it asks for.
pub(super) fn in_order(select: &str, filter: &ClaimsFilter, event: Option<&str>) -> Question {
    let order = filter.sort.as_deref().map_or_else(
        || ORDER.to_owned(),
        |column| {
            let value = expression(column);
            let direction = if filter.descending { "DESC" } else { "ASC" };
            // Rows without a value stand last, whichever way.
            format!(
                "({value}) IS NULL, {} {direction}, {ORDER}",
                sorted_by(column, value)
            )
        },
    );
    question(select, filter, event, &format!(" ORDER BY {order}"))
}

/// What a column is sorted by: numbers by their size, words as a reader looks them up, whatever their case and accents.
fn sorted_by(column: &str, value: &str) -> String {
    match column {
        "point" | "low" | "high" => format!("CAST({value} AS REAL)"),
        // Numbers, ids, dates and hashes sort as they are.
        "start" | "end" | "information_grade" | "statement_id" | "article_id" | "figure_id"
        | "part_of" | "published_at" | "retrieved_at" | "stated_at" | "period_start"
        | "period_end" | "as_of" | "created_at" | "updated_at" | "article_sha256"
        | "text_sha256" => value.to_owned(),
        _ => format!("fold({value})"),
    }
}

/// The rows that a filter chooses, in no order of their own.
pub(super) fn chosen(select: &str, filter: &ClaimsFilter, event: Option<&str>) -> Question {
    question(select, filter, event, "")
}

fn question(select: &str, filter: &ClaimsFilter, event: Option<&str>, order: &str) -> Question {
    let mut values = Vec::new();
    let mut bind = |value: String| {
        values.push(value);
        values.len()
    };
    let mut conditions = String::from(if filter.include_drafts {
        "s.status <> 'dismissed'"
    } else {
        "s.status = 'accepted'"
    });
    if !filter.include_confidential {
        conditions.push_str(" AND s.confidential = 0 AND a.confidential = 0");
    }
    if let Some(event) = event {
        let _ = write!(conditions, " AND s.event_id = ?{}", bind(event.to_owned()));
    }
    for (column, words) in &filter.contains {
        let at = bind(fold_name(words));
        let _ = write!(
            conditions,
            " AND instr(fold({}), ?{at})",
            expression(column)
        );
    }
    for (column, words) in &filter.one_of {
        let at = bind(serde_json::Value::from(words.as_slice()).to_string());
        let _ = write!(
            conditions,
            " AND {} IN (SELECT value FROM json_each(?{at}))",
            expression(column)
        );
    }
    let (with, path) = paths(&format!("{select}{conditions}{order}"));
    Question {
        sql: format!("{with}SELECT {select} {ROWS}{REFERRED}{path} WHERE {conditions}{order}"),
        values,
    }
}

/// A value as its cell: numbers in digits, nothing where there is none.
pub(super) fn text(value: ValueRef<'_>) -> Option<Cow<'_, str>> {
    match value {
        ValueRef::Text(bytes) => Some(String::from_utf8_lossy(bytes)),
        ValueRef::Integer(number) => Some(number.to_string().into()),
        ValueRef::Real(number) => Some(number.to_string().into()),
        ValueRef::Null | ValueRef::Blob(_) => None,
    }
}
