//! `onrec add`.

use crate::context::Context;
use crate::failure::{BAD_INPUT, Failure, Outcome};
use crate::print;
use crate::words::params;
use onrecord_core::exchange::{ClaimFile, ColumnMap, FileError, FileKind, MapError, read_claims};
use serde_json::json;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

/// What `onrec add` takes.
#[derive(clap::Args)]
pub struct Args {
    /// The project
    project: PathBuf,
    /// Claims: JSON lines, or a table with the names of the claim table's columns; - is standard input
    #[arg(value_name = "CLAIMS.jsonl|.csv")]
    claims: PathBuf,
    /// How somebody else's columns and values are ours, as JSON
    #[arg(long, value_name = "FILE")]
    map: Option<PathBuf>,
}

/// Records the claims of a file.
pub fn run(args: &Args, context: &Context) -> Result<Outcome, Failure> {
    // The project first: whether it can be written is asked before what is to be written.
    let mut desk = context.write(&args.project)?;
    let file = read(args, context)?;
    if file.left_out > 0 {
        context.complain(&context.words.say(
            "cli.columnsLeftOut",
            &params([("count", json!(file.left_out))]),
        ));
    }
    let asked = file.claims.len() + file.refused.len();
    let bar = context.bar(file.claims.len());
    let added = desk.add(file, |done| bar.set_position(done as u64));
    bar.finish_and_clear();
    let added = added.map_err(|error| context.failure(&error))?;
    context.close(desk)?;
    for (line, note) in &added.notes {
        context.complain(&context.at_line(&args.claims, *line, &context.note(note)));
    }
    for refused in &added.refused {
        context.complain(&context.refusal(&args.claims, refused));
    }
    if added.statements == 0 && asked > 0 {
        return Err(Failure {
            exit: BAD_INPUT,
            message: context.words.word("cli.addedNothing"),
        });
    }
    let statements = context.words.say(
        "cli.statements",
        &params([("count", json!(added.statements))]),
    );
    let figures = context
        .words
        .say("cli.figures", &params([("count", json!(added.figures))]));
    let pair = params([
        ("statements", json!(statements)),
        ("figures", json!(figures)),
    ]);
    print::line(&context.words.say("cli.added", &pair))?;
    Ok(if added.refused.is_empty() {
        Outcome::Done
    } else {
        Outcome::Part
    })
}

fn read(args: &Args, context: &Context) -> Result<ClaimFile, Failure> {
    let bytes = read_file(&args.claims, context)?;
    let map = match &args.map {
        None => None,
        Some(path) => {
            let bytes = read_file(path, context)?;
            let text = String::from_utf8(bytes).map_err(|error| {
                file_failure(
                    context,
                    path,
                    &FileError::NotUtf8 {
                        offset: error.utf8_error().valid_up_to(),
                    },
                )
            })?;
            Some(
                ColumnMap::parse(&text)
                    .map_err(|error| file_failure(context, path, &error.into()))?,
            )
        }
    };
    let kind = FileKind::of(&args.claims, &bytes);
    read_claims(kind, &bytes, map.as_ref()).map_err(|error| {
        let about_map = matches!(error, FileError::Map(_));
        let path = args
            .map
            .as_ref()
            .filter(|_| about_map)
            .unwrap_or(&args.claims);
        file_failure(context, path, &error)
    })
}

fn read_file(path: &Path, context: &Context) -> Result<Vec<u8>, Failure> {
    let read = if path == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    };
    read.map_err(|error| {
        let path = path.display().to_string();
        context.bad_input(
            "file",
            params([("path", json!(path)), ("detail", json!(error.to_string()))]),
        )
    })
}

fn file_failure(context: &Context, path: &Path, error: &FileError) -> Failure {
    let (code, mut given) = match error {
        FileError::Empty => ("claims_empty", params([])),
        FileError::NotUtf8 { offset } => ("claims_not_utf8", params([("offset", json!(offset))])),
        FileError::UnknownColumns { names } => {
            ("claims_unknown_columns", params([("names", json!(names))]))
        }
        FileError::ColumnTwice { name } => ("claims_column_twice", params([("name", json!(name))])),
        FileError::HeaderUnclosed => ("claims_header_unclosed", params([])),
        FileError::MapForJsonl => ("claims_map_for_jsonl", params([])),
        FileError::Map(MapError::Malformed { key }) => {
            ("map_malformed", params([("key", json!(key))]))
        }
        FileError::Map(MapError::UnknownColumn { name }) => {
            ("map_unknown_column", params([("name", json!(name))]))
        }
        FileError::Map(MapError::ColumnTwice { name }) => {
            ("map_column_twice", params([("name", json!(name))]))
        }
        FileError::Map(MapError::NoSuchColumn { name }) => {
            ("map_no_such_column", params([("name", json!(name))]))
        }
    };
    given.insert("path".to_owned(), json!(path.display().to_string()));
    context.bad_input(code, given)
}
