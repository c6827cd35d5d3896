//! `onrec assess`.

use crate::context::Context;
use crate::failure::{Failure, Outcome};
use onrecord_core::view::AssessmentInput;
use std::path::PathBuf;

/// What `onrec assess` takes.
#[derive(clap::Args)]
pub struct Args {
    /// The project
    project: PathBuf,
    /// A statement or a figure
    id: String,
    /// unverified, in_review, verified, contested, refuted or withdrawn
    #[arg(long)]
    status: String,
    /// How sure the information is: 1 (confirmed) to 6 (cannot be judged)
    #[arg(long)]
    grade: Option<u8>,
    /// The rule that was applied
    #[arg(long)]
    rule: Option<String>,
    /// Why
    #[arg(long)]
    reason: String,
}

/// Judges a statement or a figure.
pub fn run(args: &Args, context: &Context) -> Result<Outcome, Failure> {
    let mut desk = context.write(&args.project)?;
    let input = AssessmentInput {
        id: args.id.clone(),
        status: args.status.clone(),
        grade: args.grade,
        rule: args.rule.clone(),
        reasoning: args.reason.clone(),
    };
    let written = desk
        .assess(&input)
        .map_err(|error| context.failure(&error))?;
    context.finish(desk, &written)
}
