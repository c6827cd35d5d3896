//! `onrec import`.

use crate::context::Context;
use crate::failure::{BAD_INPUT, Failure, Outcome};
use crate::print;
use onrecord_core::view::{ArticleMeta, ImportItem, ImportRequest, ImportSource};
use std::path::PathBuf;

/// What `onrec import` takes.
#[derive(clap::Args)]
pub struct Args {
    /// The project
    project: PathBuf,
    /// Articles: text, Markdown or HTML
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Where the articles were published
    #[arg(long)]
    url: Option<String>,
    /// Who published them
    #[arg(long)]
    outlet: Option<String>,
    /// When: 2022, 2022-01, 2022-01-09 or an RFC 3339 time
    #[arg(long, value_name = "DATE")]
    published: Option<String>,
    /// In which language, by its ISO 639-1 code
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
    /// The event that their statements are about; made if the project lacks it
    #[arg(long)]
    event: Option<String>,
}

/// Brings articles in.
pub fn run(args: &Args, context: &Context) -> Result<Outcome, Failure> {
    let mut desk = context.write(&args.project)?;
    let meta = ArticleMeta {
        url: args.url.clone(),
        outlet: args.outlet.clone(),
        published_at: args.published.clone(),
        language: args.lang.clone(),
        event: args.event.clone(),
        ..ArticleMeta::default()
    };
    let item = |file: &PathBuf| ImportItem {
        from: ImportSource::Path(file.clone()),
        meta: meta.clone(),
    };
    let request = ImportRequest {
        items: args.files.iter().map(item).collect(),
    };
    let bar = context.bar(args.files.len());
    let imported = desk.import(&request, |done| bar.set_position(done as u64));
    bar.finish_and_clear();
    let imported = imported.map_err(|error| context.failure(&error))?;
    context.close(desk)?;
    let mut ids = String::new();
    for result in &imported.results {
        match (&result.article_id, &result.error) {
            (Some(id), _) => {
                ids.push_str(id);
                ids.push('\n');
            }
            (None, Some(error)) => {
                let text = context.error(error);
                // What is wrong with the options says nothing of the file.
                let named = error.params.contains_key("name") || error.params.contains_key("path");
                context.complain(&if named {
                    text
                } else {
                    format!("{}: {text}", result.name)
                });
            }
            (None, None) => {}
        }
        for note in &result.notes {
            context.complain(&format!("{}: {}", result.name, context.note(note)));
        }
    }
    print::text(&ids)?;
    let failed = imported
        .results
        .iter()
        .filter(|result| result.article_id.is_none())
        .count();
    match failed {
        0 => Ok(Outcome::Done),
        _ if ids.is_empty() => Err(Failure {
            exit: BAD_INPUT,
            message: String::new(),
        }),
        _ => Ok(Outcome::Part),
    }
}
