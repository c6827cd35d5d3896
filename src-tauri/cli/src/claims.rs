//! The claim table row by row, without holding more than a statement of it.

use crate::context::Context;
use crate::failure::Failure;
use crate::json;
use onrecord_core::app::{Desk, Error};
use onrecord_core::exchange::Column;
use onrecord_core::view::ClaimsFilter;
use serde_json::{Value, json};

/// The columns that say what was last judged.
const JUDGEMENT: [Column; 2] = [Column::Assessment, Column::InformationGrade];

/// A row: the cells of every column, in order.
pub type Cells = Vec<Option<String>>;

/// Hands every row of the project to `each`, drafts and confidential statements included.
pub fn each(desk: &Desk, context: &Context, each: impl FnMut(Cells)) -> Result<(), Failure> {
    let filter = ClaimsFilter {
        include_drafts: true,
        include_confidential: true,
        ..ClaimsFilter::default()
    };
    let columns: Vec<String> = Column::ALL
        .iter()
        .map(|column| column.name().to_owned())
        .collect();
    let mut rows = Rows {
        cells: Vec::with_capacity(columns.len()),
        each,
    };
    let walked = desk.store().read().each_claim(
        &filter,
        None,
        &columns,
        &mut rows,
        |rows: &mut Rows<_>, _, text| -> Result<(), Error> {
            rows.cells.push(text.map(str::to_owned));
            Ok(())
        },
        |rows| {
            let cells = std::mem::take(&mut rows.cells);
            (rows.each)(cells);
            Ok(())
        },
    );
    walked.map_err(|error: Error| context.failure(&error))
}

struct Rows<F> {
    cells: Cells,
    each: F,
}

/// Hands every statement to `each`, with its figures.
pub fn each_statement(
    desk: &Desk,
    context: &Context,
    mut done: impl FnMut(Value),
) -> Result<(), Failure> {
    let judged = desk.store().read().statement_judgements();
    let judged = judged.map_err(|error| context.failure(&error.into()))?;
    let mut open: Option<(String, Value)> = None;
    each(desk, context, |cells| {
        let id = of(&cells, Column::StatementId)
            .unwrap_or_default()
            .to_owned();
        if open.as_ref().is_none_or(|(opened, _)| *opened != id) {
            let mut statement = json::object(&cells, |column| {
                !json::is_of_figure(column) || JUDGEMENT.contains(&column)
            });
            // In the table these are the figure's; here they are the statement's own.
            let judged = judged.get(&id);
            let own = [
                json!(judged.map(|judged| &judged.status)),
                json!(judged.and_then(|judged| judged.grade)),
            ];
            for (column, value) in JUDGEMENT.iter().zip(own) {
                statement.insert(column.name().to_owned(), value);
            }
            statement.insert("figures".to_owned(), Value::Array(Vec::new()));
            if let Some((_, finished)) = open.replace((id, Value::Object(statement))) {
                done(finished);
            }
        }
        let figures = open
            .as_mut()
            .and_then(|(_, statement)| statement.get_mut("figures"));
        if let (Some(_), Some(Value::Array(figures))) = (of(&cells, Column::FigureId), figures) {
            figures.push(Value::Object(json::object(&cells, json::is_of_figure)));
        }
    })?;
    if let Some((_, last)) = open {
        done(last);
    }
    Ok(())
}

/// Hands every figure to `each`.
pub fn each_figure(
    desk: &Desk,
    context: &Context,
    mut done: impl FnMut(Value),
) -> Result<(), Failure> {
    each(desk, context, |cells| {
        if of(&cells, Column::FigureId).is_some() {
            done(Value::Object(json::object(&cells, |_| true)));
        }
    })
}

/// The cell of a column.
fn of(cells: &Cells, column: Column) -> Option<&str> {
    let at = Column::ALL.iter().position(|known| *known == column)?;
    cells.get(at)?.as_deref()
}
