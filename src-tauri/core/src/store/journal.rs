//! The journal: what was done, and taking it back.
//!
//! Undo writes the rows of the newest operation back to what they were, in reverse order, in one transaction; redo writes
//! them forward again. Both survive a restart, since they read nothing but the file. An assessment that undo takes back is
//! hidden, not deleted: a judgement stays on record.
//!
//! What the program did by itself after an operation, as it reads articles that came in, names that operation by its id in the
//! `after` of its detail ([`super::Gate::belongs_to`]), and comes and goes with it: a person takes back what a person did.

use super::history::fields;
use super::table::{Fields, Table};
use super::writer::Writer;
use super::{Operation, Store, StoreError, derived};
use crate::view::{Changes, OperationInfo, Walked};
use chrono::SecondsFormat;
use rusqlite::{Connection, OptionalExtension as _, Row, TransactionBehavior, params};
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

/// Whether an operation is there and not taken back.
pub(super) fn is_done(db: &Connection, operation: &str) -> Result<bool, StoreError> {
    let mut question = db.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM operation WHERE id = ?1 AND state = 'done') AS done",
    )?;
    Ok(question.query_row([operation], |row| row.get("done"))?)
}

/// Some operations on the way of undo or redo, in the order in which they are walked.
struct Way {
    /// What the way is called by: the operation that a person did, or went to.
    operation: OperationInfo,
    ids: Vec<String>,
    /// Those that are passed over.
    others: Vec<String>,
}

/// What a person would now take back or do again.
fn next(db: &Connection, direction: Direction) -> Result<Option<OperationInfo>, StoreError> {
    // The project's own making is the floor: undo never takes the project itself away.
    let sql = match direction {
        Direction::Undo => {
            "SELECT id, command FROM operation WHERE state = 'done' AND command <> 'new' AND detail ->> 'after' IS NULL \
             ORDER BY id DESC LIMIT 1"
        }
        Direction::Redo => {
            "SELECT id, command FROM operation WHERE state = 'undone' AND state <> 'done' ORDER BY id LIMIT 1"
        }
    };
    let mut question = db.prepare_cached(sql)?;
    Ok(question.query_row([], info).optional()?)
}

fn info(row: &Row<'_>) -> rusqlite::Result<OperationInfo> {
    Ok(OperationInfo {
        id: row.get("id")?,
        command: row.get("command")?,
    })
}

/// The next operation that a person did, with what belongs to it.
fn step(db: &Connection, direction: Direction) -> Result<Option<Way>, StoreError> {
    let Some(operation) = next(db, direction)? else {
        return Ok(None);
    };
    let sql = match direction {
        Direction::Undo => {
            "SELECT id, id = ?1 OR detail ->> 'after' = ?1 AS own FROM operation WHERE id >= ?1 AND state = 'done' ORDER BY id DESC"
        }
        // Where only some of what belongs to an operation was taken back, that comes again together.
        Direction::Redo => {
            "SELECT id, id = ?1 OR detail ->> 'after' IN (?1, (SELECT detail ->> 'after' FROM operation WHERE id = ?1)) AS own \
             FROM operation WHERE state = 'undone' AND state <> 'done' ORDER BY id"
        }
    };
    let mut question = db.prepare_cached(sql)?;
    let mut rows = question.query([&operation.id])?;
    let (mut ids, mut others) = (Vec::new(), Vec::new());
    while let Some(row) = rows.next()? {
        let own: Option<bool> = row.get("own")?;
        let of = if own == Some(true) {
            &mut ids
        } else {
            &mut others
        };
        of.push(row.get("id")?);
    }
    if let (Direction::Redo, Some(last)) = (direction, ids.last()) {
        others.retain(|other| other < last);
    }
    Ok(Some(Way {
        operation,
        ids,
        others,
    }))
}

/// The same without passing anything over: undo takes back all that is newer, redo stops before what does not belong.
fn strict_step(db: &Connection, direction: Direction) -> Result<Option<Way>, StoreError> {
    let Some(mut way) = step(db, direction)? else {
        return Ok(None);
    };
    match direction {
        Direction::Undo => way_to(db, direction, &way.operation.id),
        Direction::Redo => {
            let first = way.others.first();
            way.ids.retain(|id| first.is_none_or(|first| id < first));
            Ok(Some(way))
        }
    }
}

/// All operations on the way to one, with it; `None` when it cannot be reached.
fn way_to(
    db: &Connection,
    direction: Direction,
    operation: &str,
) -> Result<Option<Way>, StoreError> {
    let sql = match direction {
        Direction::Undo => {
            "SELECT id, command FROM operation WHERE id >= ?1 AND state = 'done' AND EXISTS ( \
               SELECT 1 FROM operation WHERE id = ?1 AND state = 'done' AND command <> 'new') ORDER BY id DESC"
        }
        Direction::Redo => {
            "SELECT id, command FROM operation WHERE id <= ?1 AND state = 'undone' AND state <> 'done' AND EXISTS ( \
               SELECT 1 FROM operation WHERE id = ?1 AND state = 'undone') ORDER BY id"
        }
    };
    let mut question = db.prepare_cached(sql)?;
    let found: Vec<OperationInfo> = question
        .query_map([operation], info)?
        .collect::<Result<_, _>>()?;
    let ids = found.iter().map(|one| one.id.clone()).collect();
    Ok(found.into_iter().next_back().map(|operation| Way {
        operation,
        ids,
        others: Vec::new(),
    }))
}

/// Whether what is passed over changed something that is changed on the way too.
fn entangled(db: &Connection, way: &Way) -> Result<bool, StoreError> {
    let mut question = db.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM change AS own JOIN change AS other USING (entity_id) \
         WHERE own.operation_id = ?1 AND other.operation_id = ?2) AS found",
    )?;
    for own in &way.ids {
        for other in &way.others {
            if question.query_row([own, other], |row| row.get("found"))? {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

impl Store {
    /// Takes back the newest operation that a person did, and what the program did after it by itself. `None` when there is
    /// nothing to take back.
    ///
    /// # Errors
    /// [`StoreError`] when the project cannot be written or the journal does not fit the rows; then nothing is changed.
    pub fn undo(&mut self) -> Result<Option<Changes>, StoreError> {
        self.step(Direction::Undo)
    }

    /// Does again what was taken back last. `None` when there is nothing.
    ///
    /// # Errors
    /// As [`Store::undo`].
    pub fn redo(&mut self) -> Result<Option<Changes>, StoreError> {
        self.step(Direction::Redo)
    }

    fn step(&mut self, direction: Direction) -> Result<Option<Changes>, StoreError> {
        let mut among_others = false;
        let done = self.walk(direction, |db| {
            let way = step(db, direction)?;
            match way {
                Some(way) if !way.others.is_empty() => {
                    among_others = true;
                    if entangled(db, &way)? {
                        strict_step(db, direction)
                    } else {
                        Ok(Some(way))
                    }
                }
                way => Ok(way),
            }
        });
        let walked = match done {
            // What was read meanwhile may rest on it, as on a source that it made, which no shared row tells.
            Err(error) if among_others && error.is_of_contents() => {
                self.walk(direction, |db| strict_step(db, direction))?
            }
            done => done?,
        };
        Ok(walked.map(|walked| walked.changes))
    }

    /// Takes everything back from the newest operation to this one, and this one too, all of it or nothing. `None` when
    /// it cannot be taken back.
    ///
    /// # Errors
    /// As [`Store::undo`].
    pub fn undo_to(&mut self, operation: &str) -> Result<Option<Walked>, StoreError> {
        self.walk(Direction::Undo, |db| way_to(db, Direction::Undo, operation))
    }

    /// Does everything again that was taken back, to this operation, and this one too. `None` when it cannot be done
    /// again.
    ///
    /// # Errors
    /// As [`Store::undo`].
    pub fn redo_to(&mut self, operation: &str) -> Result<Option<Walked>, StoreError> {
        self.walk(Direction::Redo, |db| way_to(db, Direction::Redo, operation))
    }

    /// How many operations undo would have to take back, or redo to do again, to reach this one; 0 when neither can.
    ///
    /// # Errors
    /// What the engine says.
    pub fn distance(&self, operation: &str) -> Result<usize, StoreError> {
        let mut distance = 0;
        for direction in [Direction::Undo, Direction::Redo] {
            let way = way_to(&self.db, direction, operation).map_err(|e| e.on(&self.path))?;
            distance += way.map_or(0, |way| way.ids.len());
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

    /// Walks the operations that are chosen.
    fn walk(
        &mut self,
        direction: Direction,
        choose: impl FnOnce(&Connection) -> Result<Option<Way>, StoreError>,
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
        let Some(way) = choose(&transaction).map_err(on)? else {
            return Ok(None);
        };
        let mut writer = Writer::new(&transaction);
        for id in &way.ids {
            write_back(&mut writer, id, direction).map_err(on)?;
            transaction
                .prepare_cached("UPDATE operation SET state = ?2 WHERE id = ?1")
                .and_then(|mut sql| sql.execute(params![id, direction.leaves()]))
                .map_err(|e| on(e.into()))?;
        }
        derived::refresh(&mut writer).map_err(on)?;
        let mut changes = writer.touched.changes();
        changes.operation = Some(way.operation);
        (changes.undo, changes.redo) = ends(&transaction).map_err(on)?;
        transaction.commit().map_err(|e| on(e.into()))?;
        Ok(Some(Walked {
            changes,
            operations: u32::try_from(way.ids.len()).unwrap_or(u32::MAX),
            way_back: way.ids.into_iter().next().unwrap_or_default(),
        }))
    }
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
