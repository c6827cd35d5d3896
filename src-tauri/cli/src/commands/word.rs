//! `onrec word`.

use crate::context::Context;
use crate::failure::{Failure, Outcome};
use onrecord_core::view::WordInput;
use std::path::PathBuf;

/// What `onrec word` takes.
#[derive(clap::Args)]
pub struct Args {
    /// The project
    project: PathBuf,
    /// measure, severity, group, basis, source_kind or unit
    vocabulary: String,
    /// The word
    word: String,
    /// The word whose rules it follows
    #[arg(long = "in", value_name = "PARENT")]
    parent: Option<String>,
}

/// Adds a word to a vocabulary.
pub fn run(args: &Args, context: &Context) -> Result<Outcome, Failure> {
    let mut desk = context.write(&args.project)?;
    let input = WordInput {
        vocabulary: args.vocabulary.clone(),
        word: args.word.clone(),
        parent: args.parent.clone(),
    };
    let written = desk
        .add_word(&input)
        .map_err(|error| context.failure(&error))?;
    context.finish(desk, &written)
}
