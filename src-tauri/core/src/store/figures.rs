//! Figures as another figure points to them: found by what a reader knows them by.

use super::claims::{Question, REFERRED, paths};
use super::{Store, StoreError};
use crate::domain::names::fold_name;
use crate::view::{ClaimRow, FiguresQuery};
use std::fmt::Write as _;

/// What a figure is known by, as one text.
const KNOWN_BY: &str = "fold(coalesce(f.figure_text, '') || ' ' || coalesce(f.point, '') || ' ' || coalesce(f.measure, '') || ' ' || \
    coalesce(o.name, '') || ' ' || coalesce(p.name, '') || ' ' || coalesce(path.path, '') || ' ' || coalesce(f.as_of, '') || ' ' || \
    coalesce(s.stated_at, '') || ' ' || coalesce(a.published_at, '') || ' ' || coalesce(a.outlet, '') || ' ' || a.title)";

impl Store {
    /// Figures as the claim table shows them, the newest articles first. `event` is an id.
    ///
    /// # Errors
    /// What the engine says.
    pub fn figures(
        &self,
        query: &FiguresQuery,
        event: Option<&str>,
    ) -> Result<Vec<ClaimRow>, StoreError> {
        // One state of the project from the places to the cells.
        let _state = self.db.unchecked_transaction()?;
        let places = self.places(&question(query, event))?;
        self.rows(&query.columns, &places)
    }
}

fn question(query: &FiguresQuery, event: Option<&str>) -> Question {
    let mut values = Vec::new();
    let mut bind = |value: String| {
        values.push(value);
        values.len()
    };
    let mut conditions = String::from("s.status <> 'dismissed'");
    // The joins are nested as the index leads: from the event, or from the figures named.
    let from = if query.ids.is_empty() {
        match event {
            Some(event) => {
                let _ = write!(conditions, " AND s.event_id = ?{}", bind(event.to_owned()));
            }
            None => conditions.push_str(" AND s.event_id IS NULL"),
        }
        "statement s CROSS JOIN figure f ON f.statement_id = s.id"
    } else {
        let at = bind(serde_json::Value::from(query.ids.as_slice()).to_string());
        let _ = write!(
            conditions,
            " AND f.id IN (SELECT value FROM json_each(?{at}))"
        );
        "figure f CROSS JOIN statement s ON s.id = f.statement_id"
    };
    for either in &query.words {
        let either: Vec<String> = either
            .iter()
            .map(|word| format!("instr({KNOWN_BY}, ?{})", bind(fold_name(word))))
            .collect();
        let _ = write!(conditions, " AND ({})", either.join(" OR "));
    }
    let (with, path) = paths(&conditions);
    Question {
        sql: format!(
            "{with}SELECT s.rowid, f.rowid FROM {from} JOIN revision r ON r.id = s.revision_id JOIN article a ON a.id = r.article_id{REFERRED}{path} \
             WHERE {conditions} ORDER BY a.id DESC, s.start, s.id, f.position LIMIT {}",
            query.limit
        ),
        values,
    }
}
