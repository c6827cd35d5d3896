//! Claims as a table: a row is a figure, and the rows of one statement are one claim.

use super::claim_in;
use super::delimited::{Record, Records, UnclosedQuote};
use super::file::{ClaimFile, FileError, RowNote};
use super::guard::unguarded;
use super::map::{ColumnMap, MapError};
use super::table::{CellKind, Column, Reading};
use super::value::Value;
use crate::domain::claim::{Claim, Published};
use crate::domain::refusal::{Refusal, Refused};
use std::collections::HashMap;

/// What may part the cells of a line.
const DELIMITERS: [char; 3] = [',', ';', '\t'];

/// Names that a table may use beside the claim table's own.
const OTHER_NAMES: [(&str, CellKind, Reading); 4] = [
    ("article", CellKind::Text, Reading::Article),
    ("text", CellKind::Text, Reading::Figure),
    ("value", CellKind::Number, Reading::Figure),
    ("cumulative", CellKind::Flag, Reading::Figure),
];

/// Where the cells of a column go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// The column's name.
    pub name: &'static str,
    kind: CellKind,
    reading: Reading,
}

impl Target {
    /// The column that is read under this name.
    pub fn named(name: &str) -> Option<Target> {
        let own =
            Column::named(name).map(|column| (column.name(), column.kind(), column.reading()));
        let (name, kind, reading) =
            own.or_else(|| OTHER_NAMES.into_iter().find(|other| other.0 == name))?;
        Some(Target {
            name,
            kind,
            reading,
        })
    }

    /// The key of the claim or of its figure.
    fn key(self) -> &'static str {
        match self.name {
            "statement_id" | "figure_id" => "id",
            name => name,
        }
    }

    /// Whether the cell is one of those by which rows without a statement's id belong together.
    fn tells_statement(self) -> bool {
        self.reading == Reading::Article
            || matches!(self.name, "quote" | "start" | "speaker" | "source")
    }
}

/// A statement being gathered from its rows.
struct Gathered {
    line: usize,
    members: Vec<(Target, String)>,
    published: Option<Published>,
    figures: Vec<Value>,
    figure_lines: Vec<usize>,
}

/// What makes two rows one statement.
#[derive(PartialEq, Eq, Hash)]
enum Sameness {
    Id(String),
    Cells(Vec<(&'static str, String)>),
}

/// Reads a table.
///
/// # Errors
/// Where the header does not fit; see [`FileError`].
pub fn read(text: &str, map: Option<&ColumnMap>) -> Result<ClaimFile, FileError> {
    let mut records = Records::new(text, delimiter(text, map));
    let header = match records.next() {
        Some(Ok(header)) => header.cells,
        Some(Err(_)) => return Err(FileError::HeaderUnclosed),
        None => return Err(FileError::Empty),
    };
    let mut file = ClaimFile::default();
    let layout = match map {
        Some(map) => mapped(&header, map)?,
        None => plain(&header)?,
    };
    if map.is_some() {
        file.left_out = layout.iter().filter(|target| target.is_none()).count();
    }
    let mut statements: Vec<Gathered> = Vec::new();
    let mut known: HashMap<Sameness, usize> = HashMap::new();
    for record in records {
        match record {
            Ok(record) if record.cells.len() > layout.len() => {
                let reason = Refusal::TooManyCells {
                    cells: record.cells.len(),
                    columns: layout.len(),
                };
                file.refused.push(Refused {
                    line: record.line,
                    reason,
                });
            }
            // A row of empty cells, as spreadsheets leave them at the end.
            Ok(record) if record.cells.iter().all(|cell| cell.trim().is_empty()) => {}
            Ok(record) => {
                let line = record.line;
                let (members, figure, published) = row(record, &layout, map);
                let at = *known.entry(sameness(&members)).or_insert(statements.len());
                match statements.get_mut(at) {
                    Some(statement) => statement.join(line, &members, &mut file.notes),
                    None => {
                        statements.push(Gathered {
                            line,
                            members,
                            published,
                            figures: Vec::new(),
                            figure_lines: Vec::new(),
                        });
                    }
                }
                if let (Some(figure), Some(statement)) = (figure, statements.get_mut(at)) {
                    statement.figures.push(figure);
                    statement.figure_lines.push(line);
                }
            }
            Err(UnclosedQuote { line }) => file.refused.push(Refused {
                line,
                reason: Refusal::UnclosedQuote,
            }),
        }
    }
    for statement in statements {
        match statement.read() {
            Ok(claim) => file.claims.push(claim),
            Err((line, reason)) => file.refused.push(Refused { line, reason }),
        }
    }
    file.refused.sort_by_key(|refused| refused.line);
    Ok(file)
}

impl Gathered {
    /// Takes in a later row: what it alone says of the statement is taken, what it says otherwise is noted.
    fn join(&mut self, line: usize, members: &[(Target, String)], notes: &mut Vec<RowNote>) {
        for (target, cell) in members {
            match self
                .members
                .iter()
                .find(|(known, _)| known.name == target.name)
            {
                Some((_, first)) if first != cell => {
                    notes.push(RowNote {
                        line,
                        column: target.name,
                        first: self.line,
                    });
                }
                Some(_) => {}
                None => self.members.push((*target, cell.clone())),
            }
        }
    }

    fn read(self) -> Result<Claim, (usize, Refusal)> {
        let member =
            |(target, cell): (Target, String)| (target.key().to_owned(), Value::Text(cell));
        let mut members: Vec<_> = self.members.into_iter().map(member).collect();
        members.push(("figures".to_owned(), Value::List(self.figures)));
        let claim = claim_in::claim(Value::Object(members), self.line, &self.figure_lines)?;
        Ok(Claim {
            published: self.published,
            ..claim
        })
    }
}

/// The delimiter under which the header has most columns that are known, else most columns.
fn delimiter(text: &str, map: Option<&ColumnMap>) -> char {
    let known = |name: &String| match map {
        Some(map) => map
            .columns
            .iter()
            .any(|(theirs, _)| theirs.trim() == name.trim()),
        None => Target::named(name.trim()).is_some(),
    };
    let score = |delimiter: char| match Records::new(text, delimiter).next() {
        Some(Ok(header)) => (
            header.cells.iter().filter(|name| known(name)).count(),
            header.cells.len(),
        ),
        _ => (0, 0),
    };
    // The first of the best: a comma where nothing tells.
    let mut best = (DELIMITERS[0], score(DELIMITERS[0]));
    for delimiter in DELIMITERS {
        let found = score(delimiter);
        if found > best.1 {
            best = (delimiter, found);
        }
    }
    best.0
}

/// Where each column goes, by the claim table's own names.
fn plain(header: &[String]) -> Result<Vec<Option<Target>>, FileError> {
    let layout: Vec<_> = header
        .iter()
        .map(|name| Target::named(name.trim()))
        .collect();
    let named = header.iter().zip(&layout);
    let unknown: Vec<_> = named
        .filter(|(_, target)| target.is_none())
        .map(|(name, _)| name.trim().to_owned())
        .collect();
    if !unknown.is_empty() {
        return Err(FileError::UnknownColumns { names: unknown });
    }
    for (index, target) in layout.iter().enumerate() {
        if layout.iter().take(index).any(|earlier| earlier == target) {
            return Err(FileError::ColumnTwice {
                name: target
                    .map(|target| target.name.to_owned())
                    .unwrap_or_default(),
            });
        }
    }
    Ok(layout)
}

/// Where each column goes by a map; columns that it does not name go nowhere.
fn mapped(header: &[String], map: &ColumnMap) -> Result<Vec<Option<Target>>, FileError> {
    let mut layout = vec![None; header.len()];
    for (theirs, ours) in &map.columns {
        let mut places = header
            .iter()
            .zip(&mut layout)
            .filter(|(name, _)| name.trim() == theirs.trim());
        let Some((_, place)) = places.next() else {
            return Err(MapError::NoSuchColumn {
                name: theirs.clone(),
            }
            .into());
        };
        if places.next().is_some() {
            return Err(FileError::ColumnTwice {
                name: theirs.clone(),
            });
        }
        *place = Some(*ours);
    }
    Ok(layout)
}

/// The cells of a row that say something: those of the statement, those of its figure, and where its article was published
/// if the table has a column for the outlet.
fn row(
    record: Record,
    layout: &[Option<Target>],
    map: Option<&ColumnMap>,
) -> (Vec<(Target, String)>, Option<Value>, Option<Published>) {
    let mut outlet: Option<Option<String>> = None;
    let mut statement: Vec<(Target, String)> = Vec::new();
    let mut figure = Vec::new();
    let mut has_figure = false;
    let cells = record
        .cells
        .into_iter()
        .zip(layout)
        .filter_map(|(cell, target)| Some((target.as_ref()?, cell)));
    for (target, cell) in cells {
        let cell = if target.kind.is_guarded() {
            unguarded(&cell).to_owned()
        } else {
            cell
        };
        let cell = match map {
            Some(map) => translated(*target, cell, map),
            None => cell,
        };
        let given = !cell.trim().is_empty();
        if target.name == Column::Outlet.name() {
            outlet = Some(given.then(|| cell.trim().to_owned()));
        }
        if !given {
            continue;
        }
        match target.reading {
            Reading::Article | Reading::Statement => statement.push((*target, cell)),
            Reading::Figure => {
                has_figure = true;
                figure.push((*target, cell));
            }
            Reading::Ignored => {}
        }
    }
    for (target, constant) in map.map(|map| map.constants.as_slice()).unwrap_or_default() {
        let part = if target.reading == Reading::Figure {
            &mut figure
        } else {
            &mut statement
        };
        if target.reading != Reading::Ignored
            && !part.iter().any(|(given, _)| given.name == target.name)
        {
            part.push((*target, constant.clone()));
        }
    }
    let published = outlet.map(|outlet| {
        let url = |(target, _): &&(Target, String)| target.name == Column::ArticleUrl.name();
        let url = statement.iter().find(url);
        Published {
            url: url.map(|(_, cell)| cell.trim().to_owned()),
            outlet,
        }
    });
    // A constant alone makes no figure: it is said of figures that are there.
    let member = |(target, cell): (Target, String)| (target.key().to_owned(), Value::Text(cell));
    let figure = has_figure.then(|| Value::Object(figure.into_iter().map(member).collect()));
    (statement, figure, published)
}

/// A cell by the map's values: the whole cell, else each text of a list.
fn translated(target: Target, cell: String, map: &ColumnMap) -> String {
    let Some(values) = map.values.get(target.name) else {
        return cell;
    };
    if let Some(ours) = values.get(cell.trim()) {
        return ours.clone();
    }
    if !target.kind.is_list() {
        return cell;
    }
    let mut list = String::new();
    for item in super::split_items(&cell) {
        super::push_item(&mut list, values.get(&item).unwrap_or(&item));
    }
    list
}

fn sameness(members: &[(Target, String)]) -> Sameness {
    match members
        .iter()
        .find(|(target, _)| target.name == "statement_id")
    {
        Some((_, id)) => Sameness::Id(id.trim().to_owned()),
        None => {
            let telling = members
                .iter()
                .filter(|(target, _)| target.tells_statement());
            Sameness::Cells(
                telling
                    .map(|(target, cell)| (target.name, cell.clone()))
                    .collect(),
            )
        }
    }
}
