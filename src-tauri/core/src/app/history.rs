//! The journal: looking back, and going back.

use super::{Asked, Desk, Error};
use crate::view::{
    ChangeRow, Changes, ChangesQuery, Distance, HistoryRow, LogQuery, OperationRow, Walked,
};

impl Desk {
    /// Takes back the newest operation that a person did, and what was read by itself after it.
    ///
    /// # Errors
    /// [`Asked::NothingToUndo`], or when the project cannot be written.
    pub fn undo(&mut self) -> Result<Changes, Error> {
        self.store
            .undo()?
            .ok_or_else(|| Asked::NothingToUndo.into())
    }

    /// Does what was taken back last again.
    ///
    /// # Errors
    /// [`Asked::NothingToRedo`], or when the project cannot be written.
    pub fn redo(&mut self) -> Result<Changes, Error> {
        self.store
            .redo()?
            .ok_or_else(|| Asked::NothingToRedo.into())
    }

    /// The journal, newest first.
    ///
    /// # Errors
    /// What the engine says.
    pub fn log(&self, query: &LogQuery) -> Result<Vec<OperationRow>, Error> {
        Ok(self.store.read().log(query)?)
    }

    /// The journal with what each operation was about, newest first.
    ///
    /// # Errors
    /// What the engine says.
    pub fn history(&self, query: &LogQuery) -> Result<Vec<HistoryRow>, Error> {
        Ok(self.store.read().history(query)?)
    }

    /// What one operation did, entity by entity and field by field.
    ///
    /// # Errors
    /// What the engine says.
    pub fn changes(&self, query: &ChangesQuery) -> Result<Vec<ChangeRow>, Error> {
        Ok(self.store.read().changes(query)?)
    }

    /// Everyone who did something in the project.
    ///
    /// # Errors
    /// What the engine says.
    pub fn people(&self) -> Result<Vec<String>, Error> {
        Ok(self.store.read().people()?)
    }

    /// How many operations undo or redo would walk to an operation.
    ///
    /// # Errors
    /// What the engine says.
    pub fn distance(&self, operation: &str) -> Result<Distance, Error> {
        let operations = self.store.distance(operation)?;
        Ok(Distance {
            operations: u32::try_from(operations).unwrap_or(u32::MAX),
        })
    }

    /// Takes everything back from the newest operation to this one, with it.
    ///
    /// # Errors
    /// [`Asked::NothingToUndo`] when it is not there to be taken back, or when the project cannot be written.
    pub fn undo_to(&mut self, operation: &str) -> Result<Walked, Error> {
        self.store
            .undo_to(operation)?
            .ok_or_else(|| Asked::NothingToUndo.into())
    }

    /// Does everything again that was taken back, to this operation, with it.
    ///
    /// # Errors
    /// [`Asked::NothingToRedo`] when it is not there to be done again, or when the project cannot be written.
    pub fn redo_to(&mut self, operation: &str) -> Result<Walked, Error> {
        self.store
            .redo_to(operation)?
            .ok_or_else(|| Asked::NothingToRedo.into())
    }
}
