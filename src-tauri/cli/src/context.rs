//! What every command needs: the words, who works, and the way to the project.

use crate::failure::{BAD_INPUT, Failure, Outcome, PROJECT};
use crate::print;
use crate::words::{Params, Words, params};
use etcetera::base_strategy::{BaseStrategy as _, choose_native_strategy};
use indicatif::ProgressBar;
use onrecord_core::app::{Desk, Error, Recorder};
use onrecord_core::domain::refusal::Refused;
use onrecord_core::domain::vocabulary::closed_words;
use onrecord_core::store::Access;
use onrecord_core::view::{ApiError, Note, Written};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// The program's folder among those of all programs.
const IDENTIFIER: &str = "org.onrecord.Onrecord";

/// What every command needs.
pub struct Context {
    /// The words of the reader's language.
    pub words: Words,
    recorder: Recorder,
    /// The project that was opened, to name it in what goes wrong in it.
    project: RefCell<PathBuf>,
}

impl Context {
    /// Who works is `by`, else `ONRECORD_BY`, else the settings' name, else the login name.
    pub fn new(by: Option<String>, words: Words) -> Context {
        let (config, data) = folders();
        Context {
            words,
            recorder: Recorder::of(by.as_deref(), &config, &data),
            project: RefCell::default(),
        }
    }

    /// The project, to be made.
    pub fn create(&self, path: &Path, title: Option<&str>) -> Result<Desk, Failure> {
        Desk::create(path, title, self.recorder.clone(), chrono::Utc::now)
            .map_err(|error| self.failure(&error))
    }

    /// The project, to be looked at.
    pub fn read(&self, path: &Path) -> Result<Desk, Failure> {
        self.open(path, Access::Read)
    }

    /// The project, to be changed.
    pub fn write(&self, path: &Path) -> Result<Desk, Failure> {
        self.open(path, Access::Write)
    }

    fn open(&self, path: &Path, access: Access) -> Result<Desk, Failure> {
        self.project.replace(path.to_path_buf());
        Desk::open(path, access, self.recorder.clone(), chrono::Utc::now)
            .map_err(|error| self.failure(&error))
    }

    /// Closes the project, so that exactly one file is left.
    pub fn close(&self, desk: Desk) -> Result<(), Failure> {
        desk.close().map_err(|error| self.failure(&error))
    }

    /// Closes the project after a write: notes to standard error, the id of what was made or changed to standard output.
    pub fn finish(&self, desk: Desk, written: &Written) -> Result<Outcome, Failure> {
        self.close(desk)?;
        for note in &written.notes {
            self.complain(&self.note(note));
        }
        print::line(&written.id)?;
        Ok(Outcome::Done)
    }

    /// An error of the core as the end of a command.
    pub fn failure(&self, error: &Error) -> Failure {
        let api = error.api();
        // A name that is taken is a wrong name, not a project that cannot be written.
        let project = error.is_about_the_project() && api.code != "project_exists";
        let mut message = self.error(&api);
        if project && !api.params.contains_key("path") {
            message = format!("{}: {message}", self.project.borrow().display());
        }
        Failure {
            exit: if project { PROJECT } else { BAD_INPUT },
            message,
        }
    }

    /// Bad input, worded as `error.CODE`.
    pub fn bad_input(&self, code: &str, params: Params) -> Failure {
        Failure {
            exit: BAD_INPUT,
            message: self.error(&ApiError {
                code: code.to_owned(),
                params,
            }),
        }
    }

    /// An error in words: `cli.error.CODE`, else `error.CODE`, else `refusal.CODE` of a claim's.
    pub fn error(&self, error: &ApiError) -> String {
        let filled = &self.shown(&error.params);
        if let Some(said) = self.no_word_of_ours(error) {
            return said;
        }
        // The command line may have more to say of what to do next than a window that shows it.
        ["cli.error", "error", "refusal"]
            .iter()
            .find_map(|kind| self.words.find(&format!("{kind}.{}", error.code), filled))
            .unwrap_or_else(|| {
                self.words
                    .say("error.other", &params([("code", json!(error.code))]))
            })
    }

    /// What is wrong with a word that no project can add: which words there are, or how the codes of languages look.
    fn no_word_of_ours(&self, error: &ApiError) -> Option<String> {
        let vocabulary = error.params.get("vocabulary").and_then(Value::as_str);
        let vocabulary = vocabulary.filter(|_| error.code == "unknown_word")?;
        if vocabulary == "language" {
            return self.words.find("cli.error.not_a_language", &error.params);
        }
        let mut filled = error.params.clone();
        let known = closed_words(vocabulary)?.join(", ");
        filled.insert("known".to_owned(), known.into());
        self.words.find("cli.error.unknown_closed_word", &filled)
    }

    /// Parameters as people read them: the names of nouns and of kinds of values in their language.
    fn shown(&self, given: &Params) -> Params {
        let mut shown = given.clone();
        for (name, value) in &mut shown {
            if let ("noun" | "wanted", Some(code)) = (name.as_str(), value.as_str())
                && let Some(word) = self
                    .words
                    .find(&format!("cli.{name}.{code}"), &Params::new())
            {
                *value = word.into();
            }
        }
        shown
    }

    /// A note in words: `cli.note.CODE`, else `note.CODE`.
    pub fn note(&self, note: &Note) -> String {
        ["cli.note", "note"]
            .iter()
            .find_map(|kind| {
                self.words
                    .find(&format!("{kind}.{}", note.code), &note.params)
            })
            .unwrap_or_else(|| {
                self.words
                    .say("note.other", &params([("code", json!(note.code))]))
            })
    }

    /// A refused claim in words, with the place it stands at.
    pub fn refusal(&self, file: &Path, refused: &Refused) -> String {
        let reason = ApiError {
            code: refused.reason.code(),
            params: refused.reason.params(),
        };
        self.at_line(file, refused.line, &self.error(&reason))
    }

    /// `FILE:LINE: text`, as compilers say it and editors follow it.
    pub fn at_line(&self, file: &Path, line: usize, text: &str) -> String {
        format!("{}:{line}: {text}", file.display())
    }

    /// Says something on standard error.
    pub fn complain(&self, text: &str) {
        complain(text);
    }

    /// A bar for so many steps, where a person watches and there is something to watch.
    pub fn bar(&self, steps: usize) -> ProgressBar {
        if steps > 1 && io::stderr().is_terminal() {
            ProgressBar::new(steps as u64)
        } else {
            ProgressBar::hidden()
        }
    }
}

/// Says something on standard error; nothing, where there is nothing to say.
pub fn complain(text: &str) {
    if !text.is_empty() {
        // Nobody is left to be told that standard error is closed.
        let _ = writeln!(io::stderr(), "onrec: {text}");
    }
}

/// Where the settings stand, and where the machine's id does. `ONRECORD_HOME` moves both.
fn folders() -> (PathBuf, PathBuf) {
    if let Some(home) = std::env::var_os("ONRECORD_HOME").filter(|home| !home.is_empty()) {
        return (home.clone().into(), home.into());
    }
    match choose_native_strategy() {
        Ok(base) => (
            base.config_dir().join(IDENTIFIER),
            base.data_dir().join(IDENTIFIER),
        ),
        // An account without a home has no settings.
        Err(_) => Default::default(),
    }
}
