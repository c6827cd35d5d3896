//! `onrec backup`.

use crate::context::Context;
use crate::failure::{BAD_INPUT, Failure, Outcome};
use std::path::PathBuf;

/// What `onrec backup` takes.
#[derive(clap::Args)]
pub struct Args {
    /// The project
    project: PathBuf,
    /// The file to make; it must not be there yet
    #[arg(value_name = "DEST")]
    destination: PathBuf,
}

/// Copies the project.
pub fn run(args: &Args, context: &Context) -> Result<Outcome, Failure> {
    let desk = context.read(&args.project)?;
    // The project itself is open and well; what fails now is the other file.
    desk.backup(&args.destination).map_err(|error| Failure {
        exit: BAD_INPUT,
        ..context.failure(&error)
    })?;
    context.close(desk)?;
    Ok(Outcome::Done)
}
