//! `onrec backup`.

use crate::context::Context;
use crate::failure::{BAD_INPUT, Failure, Outcome};
use crate::words::params;
use serde_json::json;
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

/// Copies the project; damage in it is exit code 1, since the copy has it too.
pub fn run(args: &Args, context: &Context) -> Result<Outcome, Failure> {
    let desk = context.read(&args.project)?;
    // The project itself is open; what fails now is the other file.
    let problems = desk.backup(&args.destination).map_err(|error| Failure {
        exit: BAD_INPUT,
        ..context.failure(&error)
    })?;
    context.close(desk)?;
    let Some(first) = problems.first() else {
        return Ok(Outcome::Done);
    };
    let given = params([
        ("path", json!(args.project)),
        ("copy", json!(args.destination)),
        ("detail", json!(first.text)),
    ]);
    context.complain(&context.words.say("cli.damagedCopy", &given));
    Ok(Outcome::Part)
}
