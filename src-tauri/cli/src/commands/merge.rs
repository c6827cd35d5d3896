//! `onrec merge`.

use crate::context::Context;
use crate::failure::{Failure, Outcome};
use onrecord_core::view::MergeInput;
use std::path::PathBuf;

/// What `onrec merge` takes.
#[derive(clap::Args)]
pub struct Args {
    /// The project
    project: PathBuf,
    /// The entry that goes, by id or name; its name becomes another name of the other
    from: String,
    /// The entry that stays
    into: String,
}

/// Makes two entries one.
pub fn run(args: &Args, context: &Context) -> Result<Outcome, Failure> {
    let mut desk = context.write(&args.project)?;
    let input = MergeInput {
        from: vec![args.from.clone()],
        into: args.into.clone(),
    };
    desk.merge(&input)
        .map_err(|error| context.failure(&error))?;
    context.close(desk)?;
    Ok(Outcome::Done)
}
