//! `onrec log`.

use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::print;
use crate::table::{Side, aligned};
use crate::words::Params;
use onrecord_core::view::{LogQuery, OperationRow};
use serde_json::{Value, json};
use std::path::PathBuf;

/// What `onrec log` takes.
#[derive(clap::Args)]
pub struct Args {
    /// The project
    project: PathBuf,
    /// One JSON object instead of a table
    #[arg(long)]
    json: bool,
}

/// Shows what was done, newest first.
pub fn run(args: &Args, context: &Context) -> Result<Outcome, Failure> {
    let desk = context.read(&args.project)?;
    let everything = LogQuery {
        limit: u32::MAX,
        ..LogQuery::default()
    };
    let operations = desk
        .log(&everything)
        .map_err(|error| context.failure(&error))?;
    context.close(desk)?;
    if args.json {
        let operations: Vec<Value> = operations.iter().map(operation).collect();
        print::json(&json!({ "operations": operations }))?;
        return Ok(Outcome::Done);
    }
    let head = |key: &str, side| (context.words.word(&format!("cli.head.{key}")), side);
    let header = [
        head("at", Side::Left),
        head("by", Side::Left),
        head("command", Side::Left),
        head("changes", Side::Right),
        head("undone", Side::Left),
    ];
    let undone = context.words.word("cli.isUndone");
    let rows: Vec<_> = operations
        .iter()
        .map(|row| {
            let command = context
                .words
                .find(&format!("command.{}", row.command), &Params::new());
            let command = command.unwrap_or_else(|| row.command.clone());
            let undone = if row.undone {
                undone.clone()
            } else {
                String::new()
            };
            vec![
                row.at.clone(),
                row.by.clone(),
                command,
                row.changes.to_string(),
                undone,
            ]
        })
        .collect();
    print::text(&aligned(&header, &rows))?;
    Ok(Outcome::Done)
}

fn operation(row: &OperationRow) -> Value {
    json!({
        "id": row.id,
        "at": row.at,
        "by": row.by,
        "command": row.command,
        "changes": row.changes,
        "undone": row.undone,
    })
}
