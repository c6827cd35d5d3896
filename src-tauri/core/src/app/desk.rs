use super::{Error, Recorder};
use crate::domain::nouns::Project;
use crate::store::{Access, Gate, Operation, Store};
use crate::view::{Changes, Note, Problem, ProjectInfo, ProjectPatch};
use chrono::{DateTime, Utc};
use serde_json::{Map, Value};
use std::path::Path;

/// A project on the desk: the open file, who works on it, and the clock. All verbs are its methods.
pub struct Desk {
    pub(super) store: Store,
    recorder: Recorder,
    clock: fn() -> DateTime<Utc>,
}

impl Desk {
    /// Makes a project file and opens it. Without a title it is called as its file.
    ///
    /// # Errors
    /// When there is such a file, or it cannot be written.
    pub fn create(
        path: &Path,
        title: Option<&str>,
        recorder: Recorder,
        clock: fn() -> DateTime<Utc>,
    ) -> Result<Desk, Error> {
        let mut desk = Desk {
            store: Store::create(path)?,
            recorder,
            clock,
        };
        let named = path
            .file_stem()
            .map(|stem| stem.to_string_lossy().into_owned())
            .unwrap_or_default();
        let title = title
            .map(str::trim)
            .filter(|title| !title.is_empty())
            .unwrap_or(&named)
            .to_owned();
        desk.operation("new", |gate| {
            gate.tell("title", title.clone());
            let project = Project {
                id: gate.new_id(),
                title,
                method: None,
                created_at: gate.now(),
            };
            Ok(gate.insert(&project)?)
        })?;
        Ok(desk)
    }

    /// Opens a project file.
    ///
    /// # Errors
    /// When it is missing, no project, newer, locked, damaged, or read-only where it is to be written.
    pub fn open(
        path: &Path,
        access: Access,
        recorder: Recorder,
        clock: fn() -> DateTime<Utc>,
    ) -> Result<Desk, Error> {
        Ok(Desk {
            store: Store::open(path, access)?,
            recorder,
            clock,
        })
    }

    /// Closes the project, leaving exactly one file.
    ///
    /// # Errors
    /// What the engine said while writing what was left to write.
    pub fn close(self) -> Result<(), Error> {
        Ok(self.store.close()?)
    }

    /// The open file, for questions.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Who works from now on.
    pub fn set_recorder(&mut self, recorder: Recorder) {
        self.recorder = recorder;
    }

    /// What stands in the window's head.
    ///
    /// # Errors
    /// What the engine says.
    pub fn info(&self) -> Result<ProjectInfo, Error> {
        let read = self.store.read();
        let project = read.project()?;
        let (articles, statements, figures) = read.counts()?;
        let (undo, redo) = self.store.journal_ends()?;
        Ok(ProjectInfo {
            id: project.id,
            title: project.title,
            method: project.method,
            path: self.store.path().to_string_lossy().into_owned(),
            read_only: self.store.read_only(),
            articles,
            statements,
            figures,
            undo,
            redo,
        })
    }

    /// Gives the project another title or method.
    ///
    /// # Errors
    /// When the project cannot be written.
    pub fn edit_project(&mut self, patch: &ProjectPatch) -> Result<Changes, Error> {
        let ((), changes) = self.operation("project_edit", |gate| {
            let mut project = gate.read().project()?;
            if let Some(title) = patch
                .title
                .as_deref()
                .map(str::trim)
                .filter(|title| !title.is_empty())
            {
                title.clone_into(&mut project.title);
            }
            if let Some(method) = &patch.method {
                project.method = some_text(method);
            }
            gate.update(&project)?;
            Ok(())
        })?;
        Ok(changes)
    }

    /// Copies the project into a new file, and says what is damaged in it: a copy takes damage over as it is.
    ///
    /// # Errors
    /// When there is such a file, or it cannot be written.
    pub fn backup(&self, destination: &Path) -> Result<Vec<Problem>, Error> {
        self.store.backup(destination)?;
        // The copy is there, whatever looking for damage meets.
        Ok(self.store.check_structure().unwrap_or_else(|error| {
            vec![Problem {
                kind: "integrity".to_owned(),
                id: None,
                text: error.to_string(),
            }]
        }))
    }

    /// Does one operation through the write gate.
    pub(super) fn operation<T>(
        &mut self,
        command: &'static str,
        work: impl FnOnce(&mut Gate<'_>) -> Result<T, Error>,
    ) -> Result<(T, Changes), Error> {
        self.store.transact(self.begun(command), work)
    }

    /// Does the work of an operation and takes it back, to say what it would do.
    pub(super) fn rehearsed<T>(
        &mut self,
        command: &'static str,
        work: impl FnOnce(&mut Gate<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.store.rehearse(self.begun(command), work)
    }

    fn begun(&self, command: &'static str) -> Operation {
        Operation {
            command,
            detail: Map::new(),
            by: self.recorder.by.clone(),
            device: self.recorder.device.clone(),
            now: (self.clock)(),
        }
    }
}

/// A text that was given, without blanks around it; an empty one was not given.
pub(super) fn some_text(text: &str) -> Option<String> {
    Some(text.trim())
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
}

/// A note with its parameters.
pub(super) fn note<const N: usize>(code: &str, params: [(&str, Value); N]) -> Note {
    Note {
        code: code.to_owned(),
        params: params
            .into_iter()
            .map(|(key, value)| (key.to_owned(), value))
            .collect(),
    }
}
