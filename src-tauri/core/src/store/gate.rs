//! The one write gate. Every change of a project goes through [`Store::transact`]: one SQLite transaction with its journal.

use super::table::{Entity, Fields, fields_of};
use super::writer::Writer;
use super::{Ids, Store, StoreError, derived, journal};
use crate::view::{Changes, OperationInfo};
use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::{TransactionBehavior, params};
use serde_json::Value;

/// Who does what, and when: what the journal keeps of a change.
#[derive(Debug, Clone)]
pub struct Operation {
    /// A code of the program's list of commands.
    pub command: &'static str,
    /// What the command says of itself, for the history.
    pub detail: serde_json::Map<String, Value>,
    /// Who does it.
    pub by: String,
    /// On which machine, by a random id.
    pub device: String,
    /// When.
    pub now: DateTime<Utc>,
}

/// The open gate: what the work of one operation reads and writes through.
pub struct Gate<'s> {
    writer: Writer<'s>,
    ids: &'s Ids,
    operation: Operation,
    id: String,
    seq: u32,
}

impl Store {
    /// Does one operation: all of `work`, or nothing of it. The answer says what changed.
    ///
    /// Work that changes nothing leaves no trace in the journal. A new operation empties redo.
    ///
    /// # Errors
    /// What `work` says, or [`StoreError`] when the project cannot be written.
    pub fn transact<T, E: From<StoreError>>(
        &mut self,
        operation: Operation,
        work: impl FnOnce(&mut Gate<'_>) -> Result<T, E>,
    ) -> Result<(T, Changes), E> {
        self.writable()?;
        let path = self.path.clone();
        let on = |error: StoreError| error.on(&path);
        let transaction = self
            .db
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|e| on(e.into()))?;
        // Rows of one operation refer to each other in any order; the commit checks them all.
        transaction
            .pragma_update(None, "defer_foreign_keys", true)
            .map_err(|e| on(e.into()))?;
        let newest = journal::newest(&transaction).map_err(on)?;
        let id = self.ids.after(newest.as_deref(), operation.now);
        let mut gate = Gate {
            writer: Writer::new(&transaction),
            ids: &self.ids,
            operation,
            id,
            seq: 0,
        };
        let answer = work(&mut gate)?;
        let Gate {
            mut writer,
            operation,
            id,
            seq,
            ..
        } = gate;
        if seq == 0 {
            // Dropping the transaction takes back what content-addressed rows it added.
            let (undo, redo) = journal::ends(&transaction).map_err(on)?;
            let changes = Changes {
                undo,
                redo,
                ..Changes::default()
            };
            return Ok((answer, changes));
        }
        derived::refresh(&mut writer).map_err(on)?;
        journal::record(&transaction, &id, &operation, seq).map_err(on)?;
        let mut changes = writer.touched.changes();
        changes.operation = Some(OperationInfo {
            id,
            command: operation.command.to_owned(),
        });
        (changes.undo, changes.redo) = journal::ends(&transaction).map_err(on)?;
        transaction.commit().map_err(|e| on(e.into()))?;
        Ok((answer, changes))
    }

    /// Does the work of an operation and takes all of it back: for what would happen.
    ///
    /// # Errors
    /// As [`Store::transact`].
    pub fn rehearse<T, E: From<StoreError>>(
        &mut self,
        operation: Operation,
        work: impl FnOnce(&mut Gate<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.writable()?;
        let path = self.path.clone();
        let on = |error: StoreError| error.on(&path);
        // Dropping the transaction takes everything back.
        let transaction = self
            .db
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|e| on(e.into()))?;
        transaction
            .pragma_update(None, "defer_foreign_keys", true)
            .map_err(|e| on(e.into()))?;
        let newest = journal::newest(&transaction).map_err(on)?;
        let id = self.ids.after(newest.as_deref(), operation.now);
        work(&mut Gate {
            writer: Writer::new(&transaction),
            ids: &self.ids,
            operation,
            id,
            seq: 0,
        })
    }

    pub(super) fn writable(&self) -> Result<(), StoreError> {
        if self.read_only {
            return Err(StoreError::ReadOnly {
                path: self.path.clone(),
            });
        }
        self.still_there()
    }
}

impl Gate<'_> {
    /// A new id.
    #[must_use]
    pub fn new_id(&self) -> String {
        self.ids.next(self.operation.now)
    }

    /// The operation's time: RFC 3339, UTC, whole seconds.
    #[must_use]
    pub fn now(&self) -> String {
        self.operation
            .now
            .to_rfc3339_opts(SecondsFormat::Secs, true)
    }

    /// Who does the operation.
    #[must_use]
    pub fn by(&self) -> &str {
        &self.operation.by
    }

    /// Does a part of the operation: all of it or nothing of it, whatever becomes of the rest. What it only tried may be
    /// named among the changes, as what was made and deleted again is.
    ///
    /// # Errors
    /// Outside, what the engine says; inside, what `work` says.
    pub(crate) fn attempt<T, E>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<Result<T, E>, StoreError> {
        let seq = self.seq;
        self.db().prepare_cached("SAVEPOINT attempt")?.execute([])?;
        let answer = work(self);
        if answer.is_err() {
            self.db()
                .prepare_cached("ROLLBACK TO attempt")?
                .execute([])?;
            self.seq = seq;
        }
        self.db().prepare_cached("RELEASE attempt")?.execute([])?;
        Ok(answer)
    }

    /// Adds to what the journal says of the operation.
    pub fn tell(&mut self, key: &str, value: impl Into<Value>) {
        self.operation.detail.insert(key.to_owned(), value.into());
    }

    /// Makes the operation a part of another that is done, by its id: undo and redo walk both as one step. Says whether that
    /// one is done.
    ///
    /// # Errors
    /// What the engine says.
    pub(crate) fn belongs_to(&mut self, operation: &str) -> Result<bool, StoreError> {
        let done = journal::is_done(self.db(), operation)?;
        if done {
            self.tell("after", operation);
        }
        Ok(done)
    }

    /// How many rows the operation has written so far.
    pub(crate) fn written(&self) -> u32 {
        self.seq
    }

    /// For the store's own questions.
    pub(crate) fn db(&self) -> &rusqlite::Connection {
        self.writer.db
    }

    /// Keeps a new entity.
    ///
    /// # Errors
    /// [`StoreError::Invariant`] when the schema refuses it.
    pub(crate) fn insert<E: Entity>(&mut self, entity: &E) -> Result<(), StoreError> {
        let mut fields = fields_of(entity)?;
        fields.retain(|_, value| !value.is_null());
        self.writer
            .put(E::TABLE, entity.id(), None, Some(&fields))?;
        self.journal(E::TABLE.name, entity.id(), None, Some(&fields))
    }

    /// Keeps an entity as it is now: the fields that differ from what is stored. Says whether any did.
    ///
    /// # Errors
    /// [`StoreError::Journal`] when there is no such entity, [`StoreError::Invariant`] when the schema refuses it.
    pub(crate) fn update<E: Entity>(&mut self, entity: &E) -> Result<bool, StoreError> {
        let id = entity.id();
        let stored = E::TABLE.read(self.writer.db, id)?;
        let stored = stored.ok_or_else(|| StoreError::Journal {
            detail: format!("{} {id} is not there", E::TABLE.name),
        })?;
        let mut before = Fields::new();
        let mut after = Fields::new();
        for (column, value) in fields_of(entity)? {
            let old = stored.get(&column).cloned().unwrap_or_default();
            if old != value {
                before.insert(column.clone(), old);
                after.insert(column, value);
            }
        }
        if after.is_empty() {
            return Ok(false);
        }
        self.writer.put(E::TABLE, id, Some(&before), Some(&after))?;
        self.journal(E::TABLE.name, id, Some(&before), Some(&after))?;
        Ok(true)
    }

    /// Deletes an entity; the journal keeps all of it. Says whether there was one.
    ///
    /// # Errors
    /// What the engine says; that something still refers to it is known at the end of the operation.
    pub(crate) fn delete<E: Entity>(&mut self, id: &str) -> Result<bool, StoreError> {
        let Some(mut fields) = E::TABLE.read(self.writer.db, id)? else {
            return Ok(false);
        };
        fields.retain(|_, value| !value.is_null());
        self.writer.put(E::TABLE, id, Some(&fields), None)?;
        self.journal(E::TABLE.name, id, Some(&fields), None)?;
        Ok(true)
    }

    fn journal(
        &mut self,
        noun: &str,
        id: &str,
        before: Option<&Fields>,
        after: Option<&Fields>,
    ) -> Result<(), StoreError> {
        let text = |fields: Option<&Fields>| fields.map(serde_json::to_string).transpose();
        let wrong = |error: serde_json::Error| StoreError::Journal {
            detail: error.to_string(),
        };
        self.writer
            .db
            .prepare_cached(
                "INSERT INTO change (operation_id, seq, noun, entity_id, before, after) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                self.id,
                self.seq,
                noun,
                id,
                text(before).map_err(wrong)?,
                text(after).map_err(wrong)?
            ])?;
        self.seq += 1;
        Ok(())
    }
}
