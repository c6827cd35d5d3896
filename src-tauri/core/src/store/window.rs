//! A window onto the claim table, wherever in a million rows it lies.
//!
//! SQLite has no cheap way to the millionth row of an answer. So the rows are put in order once for each question, by
//! their row ids alone, and a window is those rows joined to what they show. The order is kept until other rows are
//! asked for or the project changes.

use super::claims::{Question, REFERRED, chosen, expression, in_order, paths, text};
use super::{Gate, Reader, Store, StoreError};
use crate::view::{ClaimRow, ClaimsFilter, ClaimsPage, ClaimsQuery};
use rusqlite::{Row, Statement, params_from_iter};
use std::borrow::Cow;
use std::fmt::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Orders that are remembered, so that going back from a sort costs nothing.
const KEPT: usize = 2;
/// How often the engine asks whether to go on, in steps of its machine.
const STEPS: i32 = 20_000;

/// Tells long reading to stop.
pub type Stop = Arc<AtomicBool>;

/// A row of the claim table by the row ids of its statement and its figure.
type Place = (i64, Option<i64>);

/// All rows of a question, in order.
pub(super) struct Ordered {
    sql: String,
    values: Vec<String>,
    /// The state of the project that they are of.
    version: (i64, u64),
    rows: Vec<Place>,
}

/// A row that is chosen to be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenClaim {
    /// Its statement.
    pub statement: String,
    /// Its figure, unless the statement has none.
    pub figure: Option<String>,
}

impl ChosenClaim {
    /// What the row is: its figure, or its statement.
    #[must_use]
    pub fn id(&self) -> &str {
        self.figure.as_deref().unwrap_or(&self.statement)
    }
}

impl Store {
    /// A window of the claim table. `event` is an id.
    ///
    /// # Errors
    /// [`StoreError::Stopped`] once `stop` says so, else what the engine says.
    pub fn claims(
        &self,
        query: &ClaimsQuery,
        event: Option<&str>,
        stop: &Stop,
    ) -> Result<ClaimsPage, StoreError> {
        let stopped = Arc::clone(stop);
        let asks = move || stopped.load(Ordering::Relaxed);
        self.db.progress_handler(STEPS, Some(asks))?;
        let page = self.window(query, event);
        self.db.progress_handler(0, None::<fn() -> bool>)?;
        page
    }

    fn window(&self, query: &ClaimsQuery, event: Option<&str>) -> Result<ClaimsPage, StoreError> {
        // One state of the project from the order to the cells.
        let _state = self.db.unchecked_transaction()?;
        let filter = &query.filter;
        let asked = in_order("s.rowid AS statement, f.rowid AS figure", filter, event);
        let version = (self.data_version(), self.db.total_changes());
        let mut orders = self.orders.borrow_mut();
        orders.retain(|order| order.version == version);
        let known = orders
            .iter()
            .position(|order| order.sql == asked.sql && order.values == asked.values);
        let order = match known {
            Some(at) => orders.remove(at),
            None if query.at_once == Some(true) && filter.sort.is_none() => {
                let end = query.offset.saturating_add(query.limit);
                let sql = format!("{} LIMIT {end}", asked.sql);
                let rows = self.places(&Question { sql, ..asked })?;
                return Ok(ClaimsPage {
                    total: None,
                    rows: self.rows(&query.columns, part(&rows, query))?,
                });
            }
            None => Ordered {
                rows: self.places(&asked)?,
                sql: asked.sql,
                values: asked.values,
                version,
            },
        };
        let page = ClaimsPage {
            total: Some(u32::try_from(order.rows.len()).unwrap_or(u32::MAX)),
            rows: self.rows(&query.columns, part(&order.rows, query))?,
        };
        orders.truncate(KEPT - 1);
        orders.insert(0, order);
        Ok(page)
    }

    pub(super) fn places(&self, question: &Question) -> Result<Vec<Place>, StoreError> {
        let mut statement = self.db.prepare_cached(&question.sql)?;
        let mut rows = statement.query(params_from_iter(&question.values))?;
        let mut places = Vec::new();
        while let Some(row) = rows.next()? {
            // By position: a million rows are not looked up by name.
            places.push((row.get(0)?, row.get(1)?));
        }
        Ok(places)
    }

    /// What rows show in some columns.
    pub(super) fn rows(
        &self,
        columns: &[String],
        places: &[Place],
    ) -> Result<Vec<ClaimRow>, StoreError> {
        let mut select =
            String::from("a.id AS article_id, s.id AS statement_id, f.id AS figure_id");
        for column in columns {
            let _ = write!(select, ", {}", expression(column));
        }
        let (with, path) = paths(&select);
        let sql = format!(
            "{with}SELECT {select} FROM json_each(?1) w CROSS JOIN statement s ON s.rowid = w.value ->> 0 \
             CROSS JOIN revision r ON r.id = s.revision_id CROSS JOIN article a ON a.id = r.article_id \
             LEFT JOIN figure f ON f.rowid = w.value ->> 1{REFERRED}{path} ORDER BY w.key"
        );
        let mut statement = self.db.prepare_cached(&sql)?;
        let asked = serde_json::Value::from_iter(
            places
                .iter()
                .map(|(statement, figure)| serde_json::json!([statement, figure])),
        );
        let mut rows = statement.query([asked.to_string()])?;
        let mut shown = Vec::with_capacity(places.len());
        while let Some(row) = rows.next()? {
            shown.push(claim(row, columns.len())?);
        }
        Ok(shown)
    }
}

/// Cells by position: a page of sixty columns is not looked up by name.
fn claim(row: &Row<'_>, columns: usize) -> Result<ClaimRow, StoreError> {
    Ok(ClaimRow {
        article_id: row.get(0)?,
        statement_id: row.get(1)?,
        figure_id: row.get(2)?,
        cells: (3..columns + 3)
            .map(|at| Ok(text(row.get_ref(at)?).map(Cow::into_owned)))
            .collect::<rusqlite::Result<_>>()?,
    })
}

/// The part of an order that is asked for.
fn part<'r>(rows: &'r [Place], query: &ClaimsQuery) -> &'r [Place] {
    let from = rows.len().min(query.offset as usize);
    let to = rows.len().min(from.saturating_add(query.limit as usize));
    rows.get(from..to).unwrap_or_default()
}

impl Gate<'_> {
    /// The rows of the claim table under a filter, in no order of their own.
    ///
    /// # Errors
    /// What the engine says.
    pub fn claims_under(
        &self,
        filter: &ClaimsFilter,
        event: Option<&str>,
    ) -> Result<Vec<ChosenClaim>, StoreError> {
        let question = chosen("s.id AS statement, f.id AS figure", filter, event);
        let mut statement = self.db().prepare_cached(&question.sql)?;
        claims_of(&mut statement, &question.values)
    }
}

impl Reader<'_> {
    /// The row of the claim table that a figure is, or a statement without figures; none for any other id.
    ///
    /// # Errors
    /// What the engine says.
    pub fn claim_of(&self, id: &str) -> Result<Option<ChosenClaim>, StoreError> {
        let mut statement = self.db.prepare_cached(
            "SELECT statement_id AS statement, id AS figure FROM figure WHERE id = ?1 \
             UNION ALL SELECT id, NULL FROM statement WHERE id = ?1",
        )?;
        Ok(claims_of(&mut statement, &[id.to_owned()])?.pop())
    }
}

fn claims_of(
    statement: &mut Statement<'_>,
    values: &[String],
) -> Result<Vec<ChosenClaim>, StoreError> {
    let rows = statement.query_map(params_from_iter(values), |row| {
        Ok(ChosenClaim {
            statement: row.get("statement")?,
            figure: row.get("figure")?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
