//! `onrec undo` and `onrec redo`.

use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::print;
use crate::words::{Params, params};
use onrecord_core::view::Changes;
use serde_json::json;
use std::path::PathBuf;

/// What `onrec undo` and `onrec redo` take.
#[derive(clap::Args)]
pub struct Args {
    /// The project
    project: PathBuf,
}

/// Takes the newest operation back.
pub fn undo(args: &Args, context: &Context) -> Result<Outcome, Failure> {
    let mut desk = context.write(&args.project)?;
    let changes = desk.undo().map_err(|error| context.failure(&error))?;
    context.close(desk)?;
    tell(context, "cli.undone", &changes)
}

/// Does again what was taken back last.
pub fn redo(args: &Args, context: &Context) -> Result<Outcome, Failure> {
    let mut desk = context.write(&args.project)?;
    let changes = desk.redo().map_err(|error| context.failure(&error))?;
    context.close(desk)?;
    tell(context, "cli.redone", &changes)
}

fn tell(context: &Context, key: &str, changes: &Changes) -> Result<Outcome, Failure> {
    let command = changes
        .operation
        .as_ref()
        .map(|operation| operation.command.as_str())
        .unwrap_or_default();
    let what = context
        .words
        .find(&format!("command.{command}"), &Params::new());
    let what = what.unwrap_or_else(|| context.words.word("command.other"));
    print::line(&context.words.say(key, &params([("what", json!(what))])))?;
    Ok(Outcome::Done)
}
