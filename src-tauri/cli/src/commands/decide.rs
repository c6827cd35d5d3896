//! `onrec accept` and `onrec dismiss`.

use crate::context::Context;
use crate::failure::{Failure, Outcome};
use std::path::PathBuf;

/// What both take.
#[derive(clap::Args)]
pub struct Args {
    /// The project
    project: PathBuf,
    /// Drafts: all of them, or none
    #[arg(required = true, value_name = "ID")]
    ids: Vec<String>,
}

/// Accepts drafts.
pub fn accept(args: &Args, context: &Context) -> Result<Outcome, Failure> {
    let mut desk = context.write(&args.project)?;
    desk.accept(&args.ids)
        .map_err(|error| context.failure(&error))?;
    context.close(desk)?;
    Ok(Outcome::Done)
}

/// Dismisses drafts.
pub fn dismiss(args: &Args, context: &Context) -> Result<Outcome, Failure> {
    let mut desk = context.write(&args.project)?;
    desk.dismiss(&args.ids)
        .map_err(|error| context.failure(&error))?;
    context.close(desk)?;
    Ok(Outcome::Done)
}
