//! `onrec event`.

use crate::context::Context;
use crate::failure::{Failure, Outcome};
use onrecord_core::view::EventInput;
use std::path::PathBuf;

/// What `onrec event` takes.
#[derive(clap::Args)]
pub struct Args {
    /// The project
    project: PathBuf,
    /// The event; made if the project lacks it
    name: String,
    /// Where it happened, by name or path (Kazakhstan > Almaty)
    #[arg(long)]
    place: Option<String>,
    /// When it began
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// When it ended
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
    /// Who counts as its victim
    #[arg(long, value_name = "TEXT")]
    inclusion: Option<String>,
    /// The event that it is a part of
    #[arg(long = "in", value_name = "PARENT")]
    parent: Option<String>,
}

/// Makes an event, or changes one.
pub fn run(args: &Args, context: &Context) -> Result<Outcome, Failure> {
    let mut desk = context.write(&args.project)?;
    let input = EventInput {
        name: args.name.clone(),
        place: args.place.clone(),
        from: args.from.clone(),
        to: args.to.clone(),
        inclusion: args.inclusion.clone(),
        parent: args.parent.clone(),
    };
    let written = desk
        .put_event(&input)
        .map_err(|error| context.failure(&error))?;
    context.finish(desk, &written)
}
