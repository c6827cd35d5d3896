//! `onrec export`.

use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::print;
use crate::words::params;
use clap::ValueEnum;
use onrecord_core::app::{CsvOptions, Desk, Error};
use onrecord_core::exchange::Column;
use onrecord_core::store::LeftOut;
use onrecord_core::view::ClaimsFilter;
use serde_json::json;
use std::io;
use std::path::{Path, PathBuf};

/// What `onrec export` takes.
#[derive(clap::Args)]
pub struct Args {
    /// The project
    project: PathBuf,
    /// How the table is written
    #[arg(short, long, value_enum, default_value_t = Format::Csv)]
    format: Format,
    /// The file to write; one that is there is replaced whole [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Only the statements of this event
    #[arg(long)]
    event: Option<String>,
    /// Columns in the order wanted [default: all]
    #[arg(long, value_delimiter = ',', value_name = "A,B,…")]
    columns: Vec<String>,
    /// A set of columns: publication leaves out ids, drafts, internal notes and hashes of text
    #[arg(long, value_enum, conflicts_with = "columns")]
    preset: Option<Preset>,
    /// Drafts too
    #[arg(long)]
    include_drafts: bool,
    /// Confidential statements too
    #[arg(long)]
    include_confidential: bool,
    /// A byte order mark in front, for spreadsheet programs
    #[arg(long)]
    bom: bool,
    /// Texts as they are, without the guard against being run as formulas
    #[arg(long)]
    raw: bool,
}

/// How a table can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Csv,
}

/// Sets of columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Preset {
    Publication,
}

/// Writes the claim table.
pub fn run(args: &Args, context: &Context) -> Result<Outcome, Failure> {
    let desk = context.read(&args.project)?;
    let left_out = match &args.output {
        Some(path) => to_file(args, path, &desk, context),
        None => to_standard_output(args, &desk),
    };
    let left_out = match left_out {
        Ok(left_out) => left_out,
        Err(Error::File { source, .. }) if args.output.is_none() => {
            print::told(Err(source))?;
            LeftOut::default()
        }
        Err(error) => return Err(context.failure(&error)),
    };
    context.close(desk)?;
    for (key, count) in [
        ("cli.draftsLeftOut", left_out.drafts),
        ("cli.confidentialLeftOut", left_out.confidential),
    ] {
        if count > 0 {
            context.complain(&context.words.say(key, &params([("count", json!(count))])));
        }
    }
    Ok(Outcome::Done)
}

/// How many rows go by before the bar moves.
const STEP: u32 = 4096;

fn to_file(args: &Args, path: &Path, desk: &Desk, context: &Context) -> Result<LeftOut, Error> {
    let bar = context.bar(desk.info()?.figures as usize);
    let (filter, columns, options) = asked(args);
    let written = desk.export(path, &filter, &columns, options, |row| {
        if row.is_multiple_of(STEP) {
            bar.set_position(row.into());
        }
    });
    bar.finish_and_clear();
    written.map(|(_, left_out)| left_out)
}

fn to_standard_output(args: &Args, desk: &Desk) -> Result<LeftOut, Error> {
    let (filter, columns, options) = asked(args);
    let written = desk.write_csv(io::stdout().lock(), &filter, &columns, options, |_| {});
    written.map(|(_, left_out)| left_out)
}

/// The rows, the columns and the manner that are asked for.
fn asked(args: &Args) -> (ClaimsFilter, Vec<String>, CsvOptions) {
    let names = |columns: &[Column]| {
        columns
            .iter()
            .map(|column| column.name().to_owned())
            .collect()
    };
    let columns = match args.preset {
        Some(Preset::Publication) => names(&Column::publication()),
        None if args.columns.is_empty() => names(Column::ALL),
        None => args
            .columns
            .iter()
            .map(|column| column.trim().to_owned())
            .collect(),
    };
    let filter = ClaimsFilter {
        event: args.event.clone(),
        include_drafts: args.include_drafts && args.preset.is_none(),
        include_confidential: args.include_confidential,
        ..ClaimsFilter::default()
    };
    (
        filter,
        columns,
        CsvOptions {
            bom: args.bom,
            raw: args.raw,
        },
    )
}
