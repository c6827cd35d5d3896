//! `onrec check`.

use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::print;
use crate::words::params;
use onrecord_core::view::Problem;
use serde_json::{Value, json};
use std::path::PathBuf;

/// What `onrec check` takes.
#[derive(clap::Args)]
pub struct Args {
    /// The project
    project: PathBuf,
    /// Rebuild what is derived: standings and the search index
    #[arg(long)]
    repair: bool,
    /// One JSON object instead of lines
    #[arg(long)]
    json: bool,
}

/// Looks for faults; one that is found is exit code 1.
pub fn run(args: &Args, context: &Context) -> Result<Outcome, Failure> {
    let mut desk = if args.repair {
        context.write(&args.project)?
    } else {
        context.read(&args.project)?
    };
    let report = desk
        .check(args.repair)
        .map_err(|error| context.failure(&error))?;
    context.close(desk)?;
    if args.json {
        let problems: Vec<Value> = report.problems.iter().map(problem).collect();
        print::json(&json!({ "ok": report.ok, "problems": problems }))?;
    } else {
        let mut text = String::new();
        for (found, key) in report.problems.iter().map(|found| (found, None)).chain(
            report
                .repaired
                .iter()
                .map(|found| (found, Some("cli.repaired"))),
        ) {
            let said = worded(context, found);
            text.push_str(&match key {
                Some(key) => context.words.say(key, &params([("what", json!(said))])),
                None => said,
            });
            text.push('\n');
        }
        if report.ok {
            text.push_str(&context.words.word("cli.noFault"));
            text.push('\n');
        }
        print::text(&text)?;
    }
    Ok(if report.ok {
        Outcome::Done
    } else {
        Outcome::Part
    })
}

fn problem(problem: &Problem) -> Value {
    json!({ "kind": problem.kind, "id": problem.id, "text": problem.text })
}

/// A fault in words, with what it is on and the detail behind it.
fn worded(context: &Context, problem: &Problem) -> String {
    let given = params([
        ("id", json!(problem.id)),
        ("text", json!(problem.text)),
        ("code", json!(problem.kind)),
    ]);
    let known = context
        .words
        .find(&format!("problem.{}", problem.kind), &given);
    let said = known.unwrap_or_else(|| context.words.say("problem.other", &given));
    let detail = [problem.id.as_deref(), Some(problem.text.as_str())];
    let detail: Vec<&str> = detail
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    if detail.is_empty() {
        said
    } else {
        format!("{said} {}", detail.join(": "))
    }
}
