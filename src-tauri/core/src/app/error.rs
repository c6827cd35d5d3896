use crate::capture::CaptureError;
use crate::domain::refusal::Refusal;
use crate::store::StoreError;
use crate::view::{ApiError, Uses};
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why a verb did nothing. Closed, with parameters; the words for people stand in the catalogue as `error.CODE`.
#[derive(Debug, Error)]
pub enum Error {
    /// The project could not be opened, read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A file or a pasted text is no article.
    #[error("{name}: {error}")]
    Capture {
        /// The file, or what was pasted.
        name: String,
        /// What is wrong with it.
        error: CaptureError,
    },
    /// A file could not be read or written.
    #[error("{path}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A statement or figure breaks a rule of claims.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// What was asked breaks a rule of its own.
    #[error(transparent)]
    Asked(#[from] Asked),
}

/// What is wrong with what was asked.
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Asked {
    /// Nothing of the project has that id.
    #[error("unknown id {id}")]
    UnknownId {
        /// The id.
        id: String,
    },
    /// Nothing of the register has that name.
    #[error("unknown {noun} {name}")]
    UnknownName {
        /// `source`, `speaker`, `place`, `event` or `group`.
        noun: &'static str,
        /// The name.
        name: String,
    },
    /// The id is of something that this cannot be done to.
    #[error("{id} is a {noun}")]
    WrongNoun {
        /// The id.
        id: String,
        /// What it is.
        noun: &'static str,
    },
    /// Only a draft can be accepted or dismissed.
    #[error("{id} is {status}")]
    NotADraft {
        /// The statement.
        id: String,
        /// Its status.
        status: &'static str,
    },
    /// The two are not of one noun.
    #[error("{from} and {into} are different things")]
    DifferentNouns {
        /// One.
        from: String,
        /// The other.
        into: String,
    },
    /// An entry cannot be merged into, or lie in, itself.
    #[error("{name} and itself")]
    Itself {
        /// The entry.
        name: String,
    },
    /// A tree would lead from an entry back to itself.
    #[error("{name} in a circle")]
    Circle {
        /// The entry.
        name: String,
    },
    /// The noun has no such field, or it cannot be set.
    #[error("{noun} has no field {field}")]
    UnknownField {
        /// The noun.
        noun: &'static str,
        /// The field.
        field: String,
        /// The fields that can be set.
        known: Vec<String>,
    },
    /// A field's value is not of its kind.
    #[error("{field}: {value}")]
    BadValue {
        /// The field.
        field: String,
        /// The value.
        value: String,
        /// `date`, `number`, `flag`, `reliability`, `grade`, `text`, or the words it may be.
        wanted: String,
    },
    /// A column of the claim table that there is none of.
    #[error("unknown column {column}")]
    UnknownColumn {
        /// The name.
        column: String,
    },
    /// The article is in the project already: same bytes, address and outlet.
    #[error("{name} is there already as {id}")]
    AlreadyThere {
        /// The file.
        name: String,
        /// The article's id.
        id: String,
        /// The article's title.
        title: String,
    },
    /// The entry is there already.
    #[error("{name} exists")]
    NameTaken {
        /// The name.
        name: String,
    },
    /// An entry that others refer to cannot be deleted.
    #[error("{name} is in use")]
    InUse {
        /// The entry.
        name: String,
        /// By what.
        #[serde(flatten)]
        uses: Uses,
    },
    /// A range of the article's text that lies outside of it.
    #[error("{start}..{end} of {length}")]
    OutsideText {
        /// The first code point.
        start: u32,
        /// The last, exclusive.
        end: u32,
        /// The length of the text.
        length: u32,
    },
    /// A judgement needs its reasons.
    #[error("no reasoning")]
    ReasoningMissing,
    /// Nothing has been done that could be taken back.
    #[error("nothing to undo")]
    NothingToUndo,
    /// Nothing has been taken back that could be done again.
    #[error("nothing to redo")]
    NothingToRedo,
    /// There is no command of that name.
    #[error("unknown command {name}")]
    UnknownCommand {
        /// The name.
        name: String,
    },
    /// A command's parameters are not of its type.
    #[error("{name}: {detail}")]
    BadParameters {
        /// The command.
        name: String,
        /// What does not fit.
        detail: String,
    },
    /// No project is open.
    #[error("no project is open")]
    NoProject,
}

impl Error {
    /// The code, by which the catalogue words it.
    #[must_use]
    pub fn code(&self) -> String {
        self.api().code
    }

    /// Whether the project itself could not be opened or written, rather than what was asked being wrong.
    #[must_use]
    pub fn is_about_the_project(&self) -> bool {
        matches!(self, Error::Store(_))
    }

    /// The error as a code with parameters.
    #[must_use]
    pub fn api(&self) -> ApiError {
        match self {
            Error::Store(error) => store(error),
            Error::Capture { name, error } => capture(name, error),
            Error::File { path, source } => with(
                "file",
                json!({ "path": shown(path), "detail": source.to_string() }),
            ),
            Error::Refused(refusal) => ApiError {
                code: refusal.code(),
                params: refusal.params(),
            },
            Error::Asked(asked) => tagged(asked),
        }
    }
}

/// A path as people read it; one that is no UTF-8 has no other way into JSON.
fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn store(error: &StoreError) -> ApiError {
    match error {
        StoreError::Missing { path } => with("project_missing", json!({ "path": shown(path) })),
        StoreError::Exists { path } => with("project_exists", json!({ "path": shown(path) })),
        StoreError::NotSqlite { path } => {
            with("project_not_sqlite", json!({ "path": shown(path) }))
        }
        StoreError::NotOurs { path } => with("project_not_ours", json!({ "path": shown(path) })),
        StoreError::Newer { path, found, known } => with(
            "project_newer",
            json!({ "path": shown(path), "found": found, "known": known }),
        ),
        StoreError::Locked { path } => with("project_locked", json!({ "path": shown(path) })),
        StoreError::ReadOnly { path } => with("project_read_only", json!({ "path": shown(path) })),
        StoreError::Vanished { path } => with("project_vanished", json!({ "path": shown(path) })),
        StoreError::Full { path } => with("disk_full", json!({ "path": shown(path) })),
        StoreError::Damaged { path, detail } => with(
            "project_damaged",
            json!({ "path": shown(path), "detail": detail }),
        ),
        StoreError::Io { path, source } => with(
            "file",
            json!({ "path": shown(path), "detail": source.to_string() }),
        ),
        StoreError::Journal { detail } | StoreError::Invariant { detail } => {
            with("project_inconsistent", json!({ "detail": detail }))
        }
        error if error.is_damage() => with(
            "project_damaged_inside",
            json!({ "detail": error.to_string() }),
        ),
        StoreError::Stopped => with("stopped", json!({})),
        StoreError::Sql(error) => with("engine", json!({ "detail": error.to_string() })),
    }
}

fn capture(name: &str, error: &CaptureError) -> ApiError {
    match error {
        CaptureError::Empty => with("capture_empty", json!({ "name": name })),
        CaptureError::NotText => with("capture_not_text", json!({ "name": name })),
        CaptureError::NotUtf8 { encoding } => with(
            "capture_not_utf8",
            json!({ "name": name, "encoding": encoding }),
        ),
        CaptureError::InvalidUtf8 { offset } => with(
            "capture_invalid_utf8",
            json!({ "name": name, "offset": offset }),
        ),
        CaptureError::TooLarge { size, limit } => with(
            "capture_too_large",
            json!({ "name": name, "size": size, "limit": limit }),
        ),
    }
}

/// An error whose serde tag is its code.
fn tagged(error: &impl Serialize) -> ApiError {
    // Closed enums of texts and numbers can always be written as JSON objects.
    let Ok(Value::Object(mut params)) = serde_json::to_value(error) else {
        return ApiError {
            code: "engine".to_owned(),
            params: Map::new(),
        };
    };
    let code = params
        .remove("code")
        .and_then(|code| code.as_str().map(str::to_owned))
        .unwrap_or_default();
    ApiError { code, params }
}

fn with(code: &str, params: Value) -> ApiError {
    let Value::Object(params) = params else {
        return ApiError {
            code: code.to_owned(),
            params: Map::new(),
        };
    };
    ApiError {
        code: code.to_owned(),
        params,
    }
}
