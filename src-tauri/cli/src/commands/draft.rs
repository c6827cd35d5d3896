//! `onrec draft`.

use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::print;
use crate::words::params;
use serde_json::json;
use std::path::PathBuf;

/// What `onrec draft` takes.
#[derive(clap::Args)]
pub struct Args {
    /// The project
    project: PathBuf,
    /// An article to read; may be given more than once [default: every article]
    #[arg(long = "article", value_name = "ID")]
    articles: Vec<String>,
}

/// Reads articles, and keeps what is found as drafts.
pub fn run(args: &Args, context: &Context) -> Result<Outcome, Failure> {
    let mut desk = context.write(&args.project)?;
    let bar = context.bar(usize::MAX);
    let drafted = desk.draft(&args.articles, |done, total| {
        bar.set_length(total as u64);
        bar.set_position(done as u64);
    });
    bar.finish_and_clear();
    let drafted = drafted.map_err(|error| context.failure(&error))?;
    context.close(desk)?;
    let counted = |key, count: u32| context.words.say(key, &params([("count", json!(count))]));
    let pair = params([
        (
            "statements",
            json!(counted("cli.statements", drafted.statements)),
        ),
        ("figures", json!(counted("cli.figures", drafted.figures))),
    ]);
    print::line(&context.words.say("cli.drafted", &pair))?;
    Ok(Outcome::Done)
}
