//! `onrec completions`.

use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::print;
use clap_complete::Shell;

/// What `onrec completions` takes.
#[derive(clap::Args)]
pub struct Args {
    /// The shell
    shell: Shell,
}

/// Writes the script by which a shell completes what is typed after `onrec`.
pub fn run(args: &Args, context: &Context) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    let mut command = crate::command(&context.words);
    clap_complete::generate(args.shell, &mut command, "onrec", &mut script);
    print::bytes(&script)?;
    Ok(Outcome::Done)
}
