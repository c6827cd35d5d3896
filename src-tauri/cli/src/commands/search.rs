//! `onrec search`.

use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::print;
use crate::table::{Side, aligned};
use onrecord_core::view::{SearchHit, SearchQuery};
use serde_json::{Value, json};
use std::path::PathBuf;

/// What `onrec search` takes.
#[derive(clap::Args)]
pub struct Args {
    /// The project
    project: PathBuf,
    /// Words and "phrases"
    query: String,
    /// articles, statements or sources [default: all]
    #[arg(long = "in", value_name = "WHERE")]
    within: Option<String>,
    /// How many hits at most
    #[arg(long, default_value_t = 50)]
    limit: u32,
    /// One JSON object instead of a table
    #[arg(long)]
    json: bool,
}

/// Finds words.
pub fn run(args: &Args, context: &Context) -> Result<Outcome, Failure> {
    let desk = context.read(&args.project)?;
    let query = SearchQuery {
        query: args.query.clone(),
        within: args.within.clone(),
        limit: args.limit,
    };
    let reply = desk
        .search(&query)
        .map_err(|error| context.failure(&error))?;
    context.close(desk)?;
    if args.json {
        let hits: Vec<Value> = reply.hits.iter().map(hit).collect();
        print::json(&json!({ "query": reply.query, "hits": hits }))?;
        return Ok(Outcome::Done);
    }
    let head = |key: &str| (context.words.word(&format!("cli.head.{key}")), Side::Left);
    let rows: Vec<_> = reply
        .hits
        .iter()
        .map(|hit| {
            let noun = context.words.word(&format!("cli.noun.{}", hit.kind));
            vec![noun, hit.id.clone(), hit.title.clone(), hit.text.clone()]
        })
        .collect();
    print::text(&aligned(
        &[head("noun"), head("id"), head("title"), head("text")],
        &rows,
    ))?;
    Ok(Outcome::Done)
}

fn hit(hit: &SearchHit) -> Value {
    json!({
        "kind": hit.kind,
        "id": hit.id,
        "article_id": hit.article_id,
        "title": hit.title,
        "text": hit.text,
        "marks": hit.marks,
    })
}
