//! `onrec place`.

use crate::context::Context;
use crate::failure::{Failure, Outcome};
use onrecord_core::view::PlaceInput;
use std::path::PathBuf;

/// What `onrec place` takes.
#[derive(clap::Args)]
pub struct Args {
    /// The project
    project: PathBuf,
    /// The place
    name: String,
    /// The place that it lies in, by name or path (Kazakhstan > Almaty)
    #[arg(long = "in", value_name = "PARENT")]
    parent: Option<String>,
}

/// Puts a place into another.
pub fn run(args: &Args, context: &Context) -> Result<Outcome, Failure> {
    let mut desk = context.write(&args.project)?;
    let input = PlaceInput {
        name: args.name.clone(),
        parent: args.parent.clone(),
    };
    let written = desk
        .add_place(&input)
        .map_err(|error| context.failure(&error))?;
    context.finish(desk, &written)
}
