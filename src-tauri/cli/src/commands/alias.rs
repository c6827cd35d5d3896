//! `onrec alias`.

use crate::context::Context;
use crate::failure::{Failure, Outcome};
use onrecord_core::view::AliasInput;
use std::path::PathBuf;

/// What `onrec alias` takes.
#[derive(clap::Args)]
pub struct Args {
    /// The project
    project: PathBuf,
    /// A source, speaker, place or group, by id (of a group its word)
    id: String,
    /// Its other name
    name: String,
}

/// Gives an entry another name.
pub fn run(args: &Args, context: &Context) -> Result<Outcome, Failure> {
    let mut desk = context.write(&args.project)?;
    let input = AliasInput {
        id: args.id.clone(),
        name: args.name.clone(),
    };
    let written = desk
        .add_alias(&input)
        .map_err(|error| context.failure(&error))?;
    context.finish(desk, &written)
}
