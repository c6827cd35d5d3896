//! `onrec relate`.

use crate::context::Context;
use crate::failure::{Failure, Outcome};
use onrecord_core::view::RelationInput;
use std::path::PathBuf;

/// What `onrec relate` takes.
#[derive(clap::Args)]
pub struct Args {
    /// The project
    project: PathBuf,
    /// The figure that does it
    from: String,
    /// repeats, updates, corrects, retracts, denies, derived_from, part_of or same_origin_as
    kind: String,
    /// The figure that it is done to
    to: String,
}

/// Records a relation.
pub fn run(args: &Args, context: &Context) -> Result<Outcome, Failure> {
    let mut desk = context.write(&args.project)?;
    let input = RelationInput {
        from: args.from.clone(),
        kind: args.kind.clone(),
        to: args.to.clone(),
    };
    let written = desk
        .relate(&input)
        .map_err(|error| context.failure(&error))?;
    context.finish(desk, &written)
}
