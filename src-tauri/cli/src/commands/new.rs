//! `onrec new`.

use crate::context::Context;
use crate::failure::{Failure, Outcome};
use std::path::PathBuf;

/// What `onrec new` takes.
#[derive(clap::Args)]
pub struct Args {
    /// The file to make; it must not be there yet
    #[arg(value_name = "PROJECT.onrec")]
    project: PathBuf,
    /// What the project is called [default: the file's name]
    #[arg(long)]
    title: Option<String>,
}

/// Makes a project.
pub fn run(args: &Args, context: &Context) -> Result<Outcome, Failure> {
    let desk = context.create(&args.project, args.title.as_deref())?;
    context.close(desk)?;
    Ok(Outcome::Done)
}
