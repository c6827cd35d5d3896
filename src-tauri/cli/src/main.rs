//! `onrec`: what the window does to data, from the command line, through the same core.

mod claims;
mod commands;
mod context;
mod failure;
mod findings;
mod format;
mod help;
mod json;
mod print;
mod table;
mod words;

use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand};
use commands as c;
use context::Context;
use failure::{Failure, Outcome};
use std::process::ExitCode;
use words::{Language, Words};

/// Who said what, on what authority, and do the figures agree?
#[derive(Parser)]
#[command(name = "onrec", version)]
struct Cli {
    /// Who does it, for the journal [default: ONRECORD_BY, else the settings, else the login name]
    #[arg(long, global = true, value_name = "NAME")]
    by: Option<String>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make a project
    New(c::new::Args),
    /// Bring articles in: one article id a line, in the order of the files
    Import(c::import::Args),
    /// Read a text: who says what in it, with which figures
    Read(c::read::Args),
    /// Read articles, and keep what is found as drafts
    Draft(c::draft::Args),
    /// Record the claims of a file, each anchored by its quote in its article
    Add(c::add::Args),
    /// Change fields of an entry, an article, a statement or a figure
    Edit(c::edit::Args),
    /// Accept drafts
    Accept(c::decide::Args),
    /// Dismiss drafts: they stay on record and are shown nowhere
    Dismiss(c::decide::Args),
    /// Delete entities by id
    Delete(c::delete::Args),
    /// Show one entity
    Show(c::show::Args),
    /// Make two sources, speakers, places or groups one
    Merge(c::merge::Args),
    /// Give a source, a speaker, a place or a group another name
    Alias(c::alias::Args),
    /// Put a place into another
    Place(c::place::Args),
    /// Make an event, or change one
    Event(c::event::Args),
    /// Add a word of the project's own to a vocabulary
    Word(c::word::Args),
    /// Record what one figure does to another
    Relate(c::relate::Args),
    /// Judge a statement or a figure
    Assess(c::assess::Args),
    /// List what the project holds
    List(c::list::Args),
    /// Find words and "phrases"
    Search(c::search::Args),
    /// Put figures side by side
    Compare(c::compare::Args),
    /// Write the claim table
    Export(c::export::Args),
    /// Show what was done, newest first
    Log(c::log::Args),
    /// Take the newest operation back
    Undo(c::history::Args),
    /// Do again what was taken back last
    Redo(c::history::Args),
    /// Look for faults
    Check(c::check::Args),
    /// Copy the project into a new file
    Backup(c::backup::Args),
    /// Print a shell's completions of these commands
    Completions(c::completions::Args),
    /// Write the manual pages into a folder
    Manual(c::manual::Args),
}

fn run(command: &Command, context: &Context) -> Result<Outcome, Failure> {
    match command {
        Command::New(args) => c::new::run(args, context),
        Command::Import(args) => c::import::run(args, context),
        Command::Read(args) => c::read::run(args, context),
        Command::Draft(args) => c::draft::run(args, context),
        Command::Add(args) => c::add::run(args, context),
        Command::Edit(args) => c::edit::run(args, context),
        Command::Accept(args) => c::decide::accept(args, context),
        Command::Dismiss(args) => c::decide::dismiss(args, context),
        Command::Delete(args) => c::delete::run(args, context),
        Command::Show(args) => c::show::run(args, context),
        Command::Merge(args) => c::merge::run(args, context),
        Command::Alias(args) => c::alias::run(args, context),
        Command::Place(args) => c::place::run(args, context),
        Command::Event(args) => c::event::run(args, context),
        Command::Word(args) => c::word::run(args, context),
        Command::Relate(args) => c::relate::run(args, context),
        Command::Assess(args) => c::assess::run(args, context),
        Command::List(args) => c::list::run(args, context),
        Command::Search(args) => c::search::run(args, context),
        Command::Compare(args) => c::compare::run(args, context),
        Command::Export(args) => c::export::run(args, context),
        Command::Log(args) => c::log::run(args, context),
        Command::Undo(args) => c::history::undo(args, context),
        Command::Redo(args) => c::history::redo(args, context),
        Command::Check(args) => c::check::run(args, context),
        Command::Backup(args) => c::backup::run(args, context),
        Command::Completions(args) => c::completions::run(args, context),
        Command::Manual(args) => c::manual::run(args, context),
    }
}

/// The command line with its help in the reader's language.
fn command(words: &Words) -> clap::Command {
    help::worded(Cli::command(), words)
}

fn main() -> ExitCode {
    let words = Words::new(Language::of_environment());
    let matches = command(&words).try_get_matches();
    let cli = match matches.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        Err(error) => {
            // Usage is worded by the argument parser, in English; who reads French is at least told what follows.
            if error.use_stderr() && words.language() == Language::French {
                context::complain(&words.word("cli.usage"));
            }
            // Help and version are no errors; they say so by their own exit code.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(failure::BAD_INPUT));
        }
    };
    let context = Context::new(cli.by, words);
    match run(&cli.command, &context) {
        Ok(outcome) => outcome.exit_code(),
        Err(failure) => {
            context.complain(&failure.message);
            ExitCode::from(failure.exit)
        }
    }
}
