//! The journal: what was done, and taking it back.
//!
//! Undo writes the rows of the newest operation back to what they were, in reverse order, in one transaction; redo writes
//! them forward again. Both survive a restart, since they read nothing but the file. An assessment that undo takes back is
//! hidden, not deleted: a judgement stays on record.

use super::history::fields;
use super::table::{Fields, Table};
use super::writer::Writer;
use super::{Operation, Store, StoreError, derived};
use crate::view::{Changes, OperationInfo, Walked};
use chrono::SecondsFormat;
use rusqlite::{Connection, OptionalExtension as _, TransactionBehavior, params};
use serde_json::Value;

/// Writes the operation's own row and empties redo.
pub(super) fn record(
    db: &Connection,
    id: &str,
    operation: &Operation,
    changes: u32,
) -> Result<(), StoreError> {
    // Said twice so that the index of what is not done is used, and not the whole journal read.
    db.prepare_cached(
        "UPDATE operation SET state = 'dropped' WHERE state = 'undone' AND state <> 'done'",
    )?
    .execute([])?;
    db.prepare_cached(
        "INSERT INTO operation (id, at, by, device, command, detail, changes, state) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'done')",
    )?
    .execute(params![
        id,
        operation.now.to_rfc3339_opts(SecondsFormat::Secs, true),
        operation.by,
        operation.device,
        operation.command,
        Value::Object(operation.detail.clone()).to_string(),
        changes
    ])?;
    Ok(())
}

/// The newest operation.
pub(super) fn newest(db: &Connection) -> Result<Option<String>, StoreError> {
    Ok(db
        .prepare_cached("SELECT max(id) AS newest FROM operation")?
        .query_row([], |row| row.get("newest"))?)
}

/// What undo and redo would now do.
pub(super) fn ends(
    db: &Connection,
) -> Result<(Option<OperationInfo>, Option<OperationInfo>), StoreError> {
    Ok((next(db, Direction::Undo)?, next(db, Direction::Redo)?))
}

/// Which way the journal is walked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    Undo,
    Redo,
}

impl Direction {
    /// The state in which it leaves an operation.
    fn leaves(self) -> &'static str {
        match self {
            Direction::Undo => "undone",
            Direction::Redo => "done",
        }
    }
}

fn next(db: &Connection, direction: Direction) -> Result<Option<OperationInfo>, StoreError> {
    // The project's own making is the floor: undo never takes the project itself away.
    let sql = match direction {
        Direction::Undo => {
            "SELECT id, command FROM operation WHERE state = 'done' AND command <> 'new' ORDER BY id DESC LIMIT 1"
        }
        Direction::Redo => {
            "SELECT id, command FROM operation WHERE state = 'undone' AND state <> 'done' ORDER BY id LIMIT 1"
        }
    };
    Ok(db
        .prepare_cached(sql)?
        .query_row([], |row| {
            Ok(OperationInfo {
                id: row.get("id")?,
                command: row.get("command")?,
            })
        })
        .optional()?)
}

impl Store {
    /// Takes the newest operation back. `None` when there is nothing to take back.
    ///
    /// # Errors
    /// [`StoreError`] when the project cannot be written or the journal does not fit the rows; then nothing is changed.
    pub fn undo(&mut self) -> Result<Option<Changes>, StoreError> {
        Ok(self
            .walk(Direction::Undo, None)?
            .map(|walked| walked.changes))
    }

    /// Does the operation that was taken back last again. `None` when there is none.
    ///
    /// # Errors
    /// As [`Store::undo`].
    pub fn redo(&mut self) -> Result<Option<Changes>, StoreError> {
        Ok(self
            .walk(Direction::Redo, None)?
            .map(|walked| walked.changes))
    }

    /// Takes everything back from the newest operation to this one, and this one too, all of it or nothing. `None` when
    /// it cannot be taken back.
    ///
    /// # Errors
    /// As [`Store::undo`].
    pub fn undo_to(&mut self, operation: &str) -> Result<Option<Walked>, StoreError> {
        self.walk(Direction::Undo, Some(operation))
    }

    /// Does everything again that was taken back, to this operation, and this one too. `None` when it cannot be done
    /// again.
    ///
    /// # Errors
    /// As [`Store::undo`].
    pub fn redo_to(&mut self, operation: &str) -> Result<Option<Walked>, StoreError> {
        self.walk(Direction::Redo, Some(operation))
    }

    /// How many operations undo would have to take back, or redo to do again, to reach this one; 0 when neither can.
    ///
    /// # Errors
    /// What the engine says.
    pub fn distance(&self, operation: &str) -> Result<u32, StoreError> {
        let mut distance = 0;
        for direction in [Direction::Undo, Direction::Redo] {
            distance += reach(&self.db, direction, operation).map_err(|e| e.on(&self.path))?;
        }
        Ok(distance)
    }

    /// What undo and redo would now do.
    ///
    /// # Errors
    /// What the engine says.
    pub fn journal_ends(
        &self,
    ) -> Result<(Option<OperationInfo>, Option<OperationInfo>), StoreError> {
        ends(&self.db).map_err(|error| error.on(&self.path))
    }

    /// Walks one operation, or all up to one that is named.
    fn walk(
        &mut self,
        direction: Direction,
        to: Option<&str>,
    ) -> Result<Option<Walked>, StoreError> {
        self.writable()?;
        let path = self.path.clone();
        let on = |error: StoreError| error.on(&path);
        let transaction = self
            .db
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|e| on(e.into()))?;
        transaction
            .pragma_update(None, "defer_foreign_keys", true)
            .map_err(|e| on(e.into()))?;
        let wanted = match to {
            None => 1,
            Some(to) => reach(&transaction, direction, to).map_err(on)?,
        };
        let mut writer = Writer::new(&transaction);
        let (mut first, mut last, mut operations) = (None, None, 0);
        while operations < wanted
            && let Some(operation) = next(&transaction, direction).map_err(on)?
        {
            write_back(&mut writer, &operation.id, direction).map_err(on)?;
            transaction
                .prepare_cached("UPDATE operation SET state = ?2 WHERE id = ?1")
                .and_then(|mut sql| sql.execute(params![operation.id, direction.leaves()]))
                .map_err(|e| on(e.into()))?;
            operations += 1;
            first.get_or_insert_with(|| operation.id.clone());
            last = Some(operation);
        }
        let (Some(way_back), Some(operation)) = (first, last) else {
            return Ok(None);
        };
        derived::refresh(&mut writer).map_err(on)?;
        let mut changes = writer.touched.changes();
        changes.operation = Some(operation);
        (changes.undo, changes.redo) = ends(&transaction).map_err(on)?;
        transaction.commit().map_err(|e| on(e.into()))?;
        Ok(Some(Walked {
            changes,
            operations,
            way_back,
        }))
    }
}

/// How many operations lie on the way to one, with it.
fn reach(db: &Connection, direction: Direction, operation: &str) -> Result<u32, StoreError> {
    let sql = match direction {
        Direction::Undo => {
            "SELECT count(*) AS n FROM operation WHERE id >= ?1 AND state = 'done' AND EXISTS ( \
               SELECT 1 FROM operation WHERE id = ?1 AND state = 'done' AND command <> 'new')"
        }
        Direction::Redo => {
            "SELECT count(*) AS n FROM operation WHERE id <= ?1 AND state = 'undone' AND state <> 'done' AND EXISTS ( \
               SELECT 1 FROM operation WHERE id = ?1 AND state = 'undone')"
        }
    };
    Ok(db
        .prepare_cached(sql)?
        .query_row([operation], |row| row.get("n"))?)
}

/// Writes the rows of an operation back (undo) or forward (redo).
fn write_back(
    writer: &mut Writer<'_>,
    operation: &str,
    direction: Direction,
) -> Result<(), StoreError> {
    let db = writer.db;
    let order = if direction == Direction::Undo {
        "DESC"
    } else {
        "ASC"
    };
    let mut question = db.prepare_cached(&format!(
        "SELECT noun, entity_id, before, after FROM change WHERE operation_id = ?1 ORDER BY seq {order}"
    ))?;
    let mut rows = question.query([operation])?;
    while let Some(row) = rows.next()? {
        let noun: String = row.get("noun")?;
        let id: String = row.get("entity_id")?;
        let (mut from, mut to) = (fields(row.get("before")?)?, fields(row.get("after")?)?);
        if direction == Direction::Undo {
            std::mem::swap(&mut from, &mut to);
        }
        let table = Table::named(&noun)?;
        if noun == "assessment" && (from.is_none() || to.is_none()) {
            judgement(writer, table, &id, from, to)?;
        } else {
            writer.put(table, &id, from.as_ref(), to.as_ref())?;
        }
    }
    Ok(())
}

/// A judgement that is taken back stays, hidden; done again, it is shown again, or written anew where the statement that
/// it judged was itself taken back meanwhile and took it along.
fn judgement(
    writer: &mut Writer<'_>,
    table: &'static Table,
    id: &str,
    from: Option<Fields>,
    to: Option<Fields>,
) -> Result<(), StoreError> {
    let stored = table.read(writer.db, id)?;
    let flag = |hidden: bool| Fields::from_iter([("hidden".to_owned(), Value::Bool(hidden))]);
    match (from, to, stored) {
        (Some(_), None, Some(_)) => writer.put(table, id, Some(&flag(false)), Some(&flag(true))),
        (None, Some(_), Some(_)) => writer.put(table, id, Some(&flag(true)), Some(&flag(false))),
        (None, Some(row), None) => writer.put(table, id, None, Some(&row)),
        // A hidden one went with its statement when that was taken back, which no journal brings back.
        (Some(_), None, None) => Ok(()),
        _ => Err(StoreError::Journal {
            detail: format!("assessment {id} is not there"),
        }),
    }
}
