//! Rows of the claim table as JSON, under the names of its columns.

use onrecord_core::exchange::{CellKind, Column, Reading, split_items};
use serde_json::{Map, Value};

/// Whether a column belongs to the figure rather than to its statement.
pub fn is_of_figure(column: Column) -> bool {
    let derived = matches!(
        column,
        Column::Standing | Column::Assessment | Column::InformationGrade
    );
    derived || column.reading() == Reading::Figure
}

/// A cell: `null` where there is nothing, lists as arrays, flags and offsets as such, numbers as plain decimals in text.
pub fn cell(column: Column, text: Option<&str>) -> Value {
    if column.kind().is_list() && column != Column::Author {
        return split_items(text.unwrap_or_default()).into();
    }
    let Some(text) = text else { return Value::Null };
    match (column, column.kind()) {
        (_, CellKind::Flag) => Value::Bool(text == "true"),
        (Column::Start | Column::End | Column::InformationGrade, _) => text
            .parse::<i64>()
            .map_or_else(|_| text.into(), Value::from),
        _ => text.into(),
    }
}

/// The cells of one row whose columns are wanted, as an object.
pub fn object(cells: &[Option<String>], wanted: impl Fn(Column) -> bool) -> Map<String, Value> {
    let columns = Column::ALL
        .iter()
        .zip(cells)
        .filter(|(column, _)| wanted(**column));
    columns
        .map(|(column, text)| (column.name().to_owned(), cell(*column, text.as_deref())))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn cells_become_what_they_hold() {
        assert_eq!(cell(Column::Via, Some("a\\;b; c")), json!(["a;b", "c"]));
        assert_eq!(cell(Column::Relations, None), json!([]));
        assert_eq!(cell(Column::Author, Some("A; B")), json!("A; B"));
        assert_eq!(cell(Column::Point, Some("18")), json!("18"));
        assert_eq!(cell(Column::Start, Some("18")), json!(18));
        assert_eq!(cell(Column::Vague, Some("false")), json!(false));
        assert_eq!(cell(Column::Low, None), Value::Null);
    }
}
