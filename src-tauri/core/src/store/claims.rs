//! The claim table: a row a figure; a statement without figures is one row.

use super::{Reader, StoreError};
use crate::domain::names::fold_name;
use crate::view::{ClaimRow, ClaimsFilter};
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
const FROM: &str = "FROM article a CROSS JOIN revision r ON r.article_id = a.id \
    CROSS JOIN statement s ON s.revision_id = r.id LEFT JOIN figure f ON f.statement_id = s.id \
    LEFT JOIN speaker p ON p.id = s.speaker_id LEFT JOIN source o ON o.id = s.source_id \
    LEFT JOIN event e ON e.id = s.event_id LEFT JOIN path ON path.id = f.place_id";

const PATHS: &str = "WITH RECURSIVE path (id, path) AS (SELECT id, name FROM place WHERE parent_id IS NULL \
    UNION ALL SELECT p.id, path.path || ' > ' || p.name FROM path JOIN place p ON p.parent_id = path.id) ";

const ORDER: &str = " ORDER BY a.id, r.id, s.start, s.id, f.position, f.id";

/// How many statements a table leaves out, and why.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Because nobody has accepted them.
    pub drafts: u32,
    /// Because they, or their articles, are confidential.
    pub confidential: u32,
}

/// SQL with the values that it binds.
struct Question {
    sql: String,
    values: Vec<String>,
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
        let question = where_clause(format!("{PATHS}SELECT count(*) AS n {FROM}"), filter, event);
        let mut statement = self.db.prepare_cached(&question.sql)?;
        Ok(
            statement.query_row(rusqlite::params_from_iter(&question.values), |row| {
                row.get("n")
            })?,
        )
    }

    /// A window of the claim table.
    ///
    /// # Errors
    /// What the engine says.
    pub fn claims(
        &self,
        filter: &ClaimsFilter,
        event: Option<&str>,
        columns: &[String],
        offset: u32,
        limit: u32,
    ) -> Result<Vec<ClaimRow>, StoreError> {
        let mut select =
            format!("{PATHS}SELECT a.id AS article_id, s.id AS statement_id, f.id AS figure_id");
        for (at, column) in columns.iter().enumerate() {
            let _ = write!(select, ", {} AS cell_{at}", expression(column));
        }
        let mut question = rows_of(select, filter, event);
        let _ = write!(question.sql, " LIMIT {limit} OFFSET {offset}");
        let mut statement = self.db.prepare_cached(&question.sql)?;
        let mut rows = statement.query(rusqlite::params_from_iter(&question.values))?;
        let names: Vec<String> = (0..columns.len()).map(|at| format!("cell_{at}")).collect();
        let mut page = Vec::new();
        while let Some(row) = rows.next()? {
            page.push(ClaimRow {
                article_id: row.get("article_id")?,
                statement_id: row.get("statement_id")?,
                figure_id: row.get("figure_id")?,
                cells: names
                    .iter()
                    .map(|name| Ok(text(row.get_ref(name.as_str())?).map(Cow::into_owned)))
                    .collect::<rusqlite::Result<_>>()?,
            });
        }
        Ok(page)
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
    let mut select = format!("{PATHS}SELECT ");
    for (at, column) in columns.iter().enumerate() {
        let comma = if at == 0 { "" } else { ", " };
        let _ = write!(select, "{comma}{} AS \"{column}\"", expression(column));
    }
    rows_of(select, filter, event)
}

/// What a column is made of. Names are checked before they come here; one that is none is an empty cell.
fn expression(column: &str) -> &'static str {
    COLUMNS
        .iter()
        .find(|(name, _)| *name == column)
        .map_or("NULL", |(_, sql)| sql)
}

fn rows_of(select: String, filter: &ClaimsFilter, event: Option<&str>) -> Question {
    let mut question = where_clause(format!("{select} {FROM}"), filter, event);
    let Some(column) = filter.sort.as_deref() else {
        question.sql.push_str(ORDER);
        return question;
    };
    let value = expression(column);
    let direction = if filter.descending { "DESC" } else { "ASC" };
    let by = match column {
        "point" | "low" | "high" => format!("CAST({value} AS REAL)"),
        "start" | "end" | "information_grade" => value.to_owned(),
        _ => format!("{value} COLLATE NOCASE"),
    };
    // Rows without a value stand last, whichever way.
    let _ = write!(
        question.sql,
        " ORDER BY ({value}) IS NULL, {by} {direction}, a.id, r.id, s.start, s.id, f.position"
    );
    question
}

fn where_clause(select: String, filter: &ClaimsFilter, event: Option<&str>) -> Question {
    let mut question = Question {
        sql: select,
        values: Vec::new(),
    };
    question.sql.push_str(if filter.include_drafts {
        " WHERE s.status <> 'dismissed'"
    } else {
        " WHERE s.status = 'accepted'"
    });
    if !filter.include_confidential {
        question
            .sql
            .push_str(" AND s.confidential = 0 AND a.confidential = 0");
    }
    if let Some(event) = event {
        question.values.push(event.to_owned());
        let _ = write!(question.sql, " AND s.event_id = ?{}", question.values.len());
    }
    for (column, words) in &filter.contains {
        question.values.push(fold_name(words));
        let _ = write!(
            question.sql,
            " AND instr(fold({}), ?{})",
            expression(column),
            question.values.len()
        );
    }
    question
}

/// A value as its cell: numbers in digits, nothing where there is none.
fn text(value: ValueRef<'_>) -> Option<Cow<'_, str>> {
    match value {
        ValueRef::Text(bytes) => Some(String::from_utf8_lossy(bytes)),
        ValueRef::Integer(number) => Some(number.to_string().into()),
        ValueRef::Real(number) => Some(number.to_string().into()),
        ValueRef::Null | ValueRef::Blob(_) => None,
    }
}
