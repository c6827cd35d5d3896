//! `onrec show`.

use super::list::{What, rows, shown_cell};
use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::print;
use crate::words::params;
use serde_json::{Map, Value, json};
use std::fmt::Write as _;
use std::path::PathBuf;

/// What `onrec show` takes.
#[derive(clap::Args)]
pub struct Args {
    /// The project
    project: PathBuf,
    /// An article, statement, figure, source, speaker, event or place
    id: String,
    /// One JSON object instead of lines
    #[arg(long)]
    json: bool,
}

/// Shows one entity, as the lists have it.
pub fn run(args: &Args, context: &Context) -> Result<Outcome, Failure> {
    let desk = context.read(&args.project)?;
    let noun = desk
        .store()
        .read()
        .noun_of(&args.id)
        .map_err(|error| context.failure(&error.into()))?;
    let (what, key) = match noun.map(|noun| noun.as_str()) {
        Some("article") => (What::Articles, "id"),
        Some("statement") => (What::Statements, "statement_id"),
        Some("figure") => (What::Figures, "figure_id"),
        Some("source") => (What::Sources, "id"),
        Some("speaker") => (What::Speakers, "id"),
        Some("event") => (What::Events, "id"),
        Some("place") => (What::Places, "id"),
        _ => return Err(context.bad_input("unknown_id", params([("id", json!(args.id))]))),
    };
    let found = rows(what, &desk, context)?
        .into_iter()
        .find(|row| row.get(key).and_then(Value::as_str) == Some(args.id.as_str()));
    context.close(desk)?;
    // A dismissed statement is in no list.
    let Some(Value::Object(row)) = found else {
        return Err(context.bad_input("unknown_id", params([("id", json!(args.id))])));
    };
    if args.json {
        print::json(&Value::Object(row))?;
    } else {
        print::text(&lines(&row, 0, context))?;
    }
    Ok(Outcome::Done)
}

/// A line for each key that says something, the figures of a statement below it.
fn lines(row: &Map<String, Value>, indent: usize, context: &Context) -> String {
    let mut text = String::new();
    for (key, value) in row {
        if let ("figures", Value::Array(figures)) = (key.as_str(), value) {
            for figure in figures.iter().filter_map(Value::as_object) {
                text.push('\n');
                text.push_str(&lines(figure, indent + 2, context));
            }
            continue;
        }
        let shown = shown_cell(key, row, context);
        if !shown.is_empty() && *value != Value::Bool(false) {
            let shown = shown.replace('\n', "\n    ");
            // Writing to a String cannot fail.
            let _ = writeln!(text, "{:indent$}{key}: {shown}", "");
        }
    }
    text
}
