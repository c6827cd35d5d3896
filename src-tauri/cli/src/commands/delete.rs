//! `onrec delete`.

use crate::context::Context;
use crate::failure::{Failure, Outcome};
use std::path::PathBuf;

/// What `onrec delete` takes.
#[derive(clap::Args)]
pub struct Args {
    /// The project
    project: PathBuf,
    /// What to delete: all of it, or nothing
    #[arg(required = true, value_name = "ID")]
    ids: Vec<String>,
}

/// Deletes entities.
pub fn run(args: &Args, context: &Context) -> Result<Outcome, Failure> {
    let mut desk = context.write(&args.project)?;
    desk.delete(&args.ids)
        .map_err(|error| context.failure(&error))?;
    context.close(desk)?;
    Ok(Outcome::Done)
}
