//! The conflict board as CSV: what `onrec compare --csv` prints, and what the window saves and copies.

use std::io::{self, Write};

use super::csv_out::CsvWriter;
use super::list::push_item;
use super::table::CellKind;
use crate::view::{Board, BoardCell, BoardFigure, BoardRow};

/// A cell of the board's CSV.
type Column = (
    &'static str,
    CellKind,
    fn(&BoardRow, &BoardCell, &BoardFigure) -> Option<String>,
);

/// A line a figure: its row's key, the figure, and what is said of the row.
const COLUMNS: &[Column] = &[
    ("event", CellKind::Text, |row, _, _| row.event.clone()),
    ("measure", CellKind::Word, |row, _, _| row.measure.clone()),
    ("severity", CellKind::Word, |row, _, _| row.severity.clone()),
    ("unit", CellKind::Word, |row, _, _| Some(row.unit.clone())),
    ("group", CellKind::Word, |row, _, _| row.group.clone()),
    ("place", CellKind::Text, |row, _, _| row.place.clone()),
    ("period", CellKind::Date, |row, _, _| row.period.clone()),
    ("counting", CellKind::Word, |row, _, _| row.counting.clone()),
    ("source", CellKind::Text, |_, cell, _| {
        Some(cell.source.clone())
    }),
    ("source_kind", CellKind::Word, |_, cell, _| {
        Some(cell.source_kind.clone())
    }),
    ("unattributed", CellKind::Flag, |_, cell, _| {
        Some(cell.unattributed.to_string())
    }),
    ("figure_id", CellKind::Id, |_, _, figure| {
        Some(figure.figure_id.clone())
    }),
    ("statement_id", CellKind::Id, |_, _, figure| {
        Some(figure.statement_id.clone())
    }),
    ("article_id", CellKind::Id, |_, _, figure| {
        Some(figure.article_id.clone())
    }),
    ("outlet", CellKind::Text, |_, _, figure| {
        figure.outlet.clone()
    }),
    ("via", CellKind::List, |_, _, figure| list(&figure.via)),
    ("quote", CellKind::Text, |_, _, figure| {
        Some(figure.quote.clone())
    }),
    ("figure_text", CellKind::Text, |_, _, figure| {
        figure.figure_text.clone()
    }),
    ("qualifier", CellKind::Word, |_, _, figure| {
        Some(figure.qualifier.clone())
    }),
    ("point", CellKind::Number, |_, _, figure| {
        figure.point.clone()
    }),
    ("low", CellKind::Number, |_, _, figure| figure.low.clone()),
    ("high", CellKind::Number, |_, _, figure| figure.high.clone()),
    ("vague", CellKind::Flag, |_, _, figure| {
        Some(figure.vague.to_string())
    }),
    ("doubtful", CellKind::Flag, |_, _, figure| {
        Some(figure.doubtful.to_string())
    }),
    ("time", CellKind::Date, |_, _, figure| figure.time.clone()),
    ("as_of", CellKind::Date, |_, _, figure| figure.as_of.clone()),
    ("part_of", CellKind::Id, |_, _, figure| {
        figure.part_of.clone()
    }),
    ("basis", CellKind::Word, |_, _, figure| figure.basis.clone()),
    ("includes", CellKind::List, |_, _, figure| {
        list(&figure.includes)
    }),
    ("excludes", CellKind::List, |_, _, figure| {
        list(&figure.excludes)
    }),
    ("stance", CellKind::Word, |_, _, figure| {
        Some(figure.stance.clone())
    }),
    ("standing", CellKind::Word, |_, _, figure| {
        Some(figure.standing.clone())
    }),
    ("under", CellKind::Id, |_, _, figure| figure.under.clone()),
    ("verdict", CellKind::Word, |row, _, _| {
        Some(row.verdict.clone())
    }),
    ("lowest", CellKind::Number, |row, _, _| row.lowest.clone()),
    ("highest", CellKind::Number, |row, _, _| row.highest.clone()),
    ("difference", CellKind::Number, |row, _, _| {
        row.gap.as_ref().map(|gap| gap.difference.clone())
    }),
    ("ratio", CellKind::Number, |row, _, _| {
        row.gap.as_ref().and_then(|gap| gap.ratio.clone())
    }),
    ("independent_origins", CellKind::Number, |row, _, _| {
        Some(row.independent_origins.to_string())
    }),
];

/// Writes a conflict board, a line for each of its figures that is `wanted`, in the board's order.
///
/// # Errors
/// Those of the output.
pub fn write_board<W: Write>(
    board: &Board,
    wanted: impl Fn(&BoardFigure) -> bool,
    csv: &mut CsvWriter<W>,
) -> io::Result<()> {
    csv.header(COLUMNS.iter().map(|(name, _, _)| *name))?;
    for row in &board.rows {
        for cell in &row.cells {
            for figure in cell.figures.iter().filter(|figure| wanted(figure)) {
                for (_, kind, value) in COLUMNS {
                    csv.cell(
                        *kind,
                        value(row, cell, figure).as_deref().unwrap_or_default(),
                    )?;
                }
                csv.end_row()?;
            }
        }
    }
    Ok(())
}

fn list(items: &[String]) -> Option<String> {
    let mut cell = String::new();
    for item in items {
        push_item(&mut cell, item);
    }
    Some(cell)
}
