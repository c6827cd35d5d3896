//! `onrec manual`.

use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::words::params;
use serde_json::json;
use std::path::PathBuf;

/// What `onrec manual` takes.
#[derive(clap::Args)]
pub struct Args {
    /// A folder that is there already
    folder: PathBuf,
}

/// Writes the manual: a page for `onrec` and one for each command.
pub fn run(args: &Args, context: &Context) -> Result<Outcome, Failure> {
    clap_mangen::generate_to(crate::command(&context.words), &args.folder).map_err(|error| {
        let path = args.folder.display().to_string();
        context.bad_input(
            "file",
            params([("path", json!(path)), ("detail", json!(error.to_string()))]),
        )
    })?;
    Ok(Outcome::Done)
}
