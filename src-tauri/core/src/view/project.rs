use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Parameters of a command that takes none.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct Nothing {}

/// A file to open or to make.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ProjectPath {
    /// Where the project file stands.
    pub path: String,
    /// The title of a new project; absent, the file's name.
    #[ts(optional)]
    pub title: Option<String>,
}

/// The sample project, to be made.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SamplePath {
    /// Where its file is to stand.
    pub path: String,
    /// The language of its title, names, notes and translations: `en` or `fr`.
    pub language: String,
}

/// The open project.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ProjectInfo {
    pub id: String,
    pub title: String,
    /// Inclusion rules and definitions, in the recorder's words.
    pub method: Option<String>,
    pub path: String,
    /// The file cannot be written: everything can be looked at, nothing changed.
    pub read_only: bool,
    pub articles: u32,
    pub statements: u32,
    pub figures: u32,
    /// The command that undo would take back.
    pub undo: Option<OperationInfo>,
    /// The command that redo would do again.
    pub redo: Option<OperationInfo>,
}

/// New words for the project itself. What is absent stays.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct ProjectPatch {
    #[ts(optional)]
    pub title: Option<String>,
    #[ts(optional)]
    pub method: Option<String>,
}

/// What the journal calls an operation.
#[derive(Debug, Clone, Serialize, Deserialize, TS, PartialEq, Eq)]
pub struct OperationInfo {
    pub id: String,
    /// The command's code, worded by the catalogue as `command.CODE`.
    pub command: String,
}

/// What a write changed: the window refreshes just that. Ids of made, changed and deleted entities alike.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS, PartialEq, Eq)]
pub struct Changes {
    /// The operation that stands in the journal for it.
    pub operation: Option<OperationInfo>,
    pub project: bool,
    pub articles: Vec<String>,
    pub statements: Vec<String>,
    pub figures: Vec<String>,
    pub sources: Vec<String>,
    pub speakers: Vec<String>,
    pub places: Vec<String>,
    pub events: Vec<String>,
    pub words: Vec<String>,
    pub relations: Vec<String>,
    pub assessments: Vec<String>,
    pub column_sets: Vec<String>,
    /// What undo and redo would now do.
    pub undo: Option<OperationInfo>,
    pub redo: Option<OperationInfo>,
}

/// The answer of a write that makes or changes one entity.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Written {
    pub id: String,
    pub changes: Changes,
    /// What was done differently from what was asked, to be shown.
    pub notes: Vec<Note>,
}

/// Something a person should know of a write that was done: a code and its parameters.
#[derive(Debug, Clone, Serialize, Deserialize, TS, PartialEq, Eq)]
pub struct Note {
    /// Worded by the catalogue as `note.CODE`.
    pub code: String,
    pub params: serde_json::Map<String, serde_json::Value>,
}

/// An error as the window gets it: a code and its parameters, worded by the catalogue as `error.CODE`.
#[derive(Debug, Clone, Serialize, Deserialize, TS, PartialEq)]
pub struct ApiError {
    pub code: String,
    pub params: serde_json::Map<String, serde_json::Value>,
}

/// Entities by id.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Ids {
    pub ids: Vec<String>,
}

/// One entity by id.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Id {
    pub id: String,
}

/// A line of the journal.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OperationRow {
    pub id: String,
    pub at: String,
    pub by: String,
    pub command: String,
    /// How many rows it touched.
    pub changes: u32,
    pub undone: bool,
    /// What the command says of itself (a title, a name, a count), for the sentence of the history.
    pub detail: serde_json::Map<String, serde_json::Value>,
}

/// What `check` found.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CheckReport {
    pub ok: bool,
    pub problems: Vec<Problem>,
    /// What `repair` rebuilt.
    pub repaired: Vec<Problem>,
}

/// One fault: a code, the entity it is on, and the engine's or the program's detail.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Problem {
    /// Worded by the catalogue as `problem.KIND`.
    pub kind: String,
    pub id: Option<String>,
    pub text: String,
}

/// Whether `check` may rebuild what is derived.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CheckQuery {
    pub repair: bool,
}
