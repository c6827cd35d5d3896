//! Whether the file is sound, and what is derived is what it should be.

use super::table::{Entity as _, TABLES, entity_of};
use super::{Reader, Store, StoreError, derived, progress, search};
use crate::domain::nouns::Statement;
use crate::view::Problem;
use rusqlite::{OptionalExtension as _, TransactionBehavior};

/// How many faults of one kind are named; more say nothing more.
const MOST: u32 = 100;

impl Store {
    /// The engine's own check of the file's structure and of the rules of its rows.
    ///
    /// # Errors
    /// What the engine says where it cannot even look for faults.
    pub fn check_structure(&self) -> Result<Vec<Problem>, StoreError> {
        let mut problems = Vec::new();
        let mut question = self
            .db
            .prepare(&format!("PRAGMA integrity_check({MOST})"))?;
        let lines = question.query_map([], |row| row.get::<_, String>("integrity_check"))?;
        for line in lines {
            // Where the file is damaged, even looking for the damage may fail.
            let text = line.unwrap_or_else(|error| error.to_string());
            if text != "ok" {
                problems.push(Problem {
                    kind: "integrity".to_owned(),
                    id: None,
                    text,
                });
            }
        }
        Ok(problems)
    }

    /// References to rows that are not there.
    ///
    /// # Errors
    /// What the engine says.
    pub fn check_references(&self) -> Result<Vec<Problem>, StoreError> {
        let mut problems = Vec::new();
        let mut question = self.db.prepare(
            "SELECT \"table\" AS child, rowid AS row, parent FROM pragma_foreign_key_check() LIMIT ?1",
        )?;
        let mut rows = question.query([MOST])?;
        while let Some(row) = rows.next()? {
            let (child, parent): (String, String) = (row.get("child")?, row.get("parent")?);
            let id = match TABLES.iter().find(|table| table.name == child) {
                Some(table) => self
                    .db
                    .prepare_cached(&format!("SELECT id FROM {} WHERE rowid = ?1", table.name))?
                    .query_row([row.get::<_, Option<i64>>("row")?], |row| row.get("id"))
                    .optional()?,
                None => None,
            };
            problems.push(Problem {
                kind: "reference".to_owned(),
                id,
                text: format!("{child} → {parent}"),
            });
        }
        Ok(problems)
    }

    /// Compares what is derived with a fresh derivation.
    ///
    /// # Errors
    /// What the engine says.
    pub fn check_derived(&self) -> Result<Vec<Problem>, StoreError> {
        let mut problems = derived::wrong_standings(&self.db)?;
        problems.extend(search::wrong_entries(&self.db)?);
        problems.extend(progress::wrong_entries(&self.db)?);
        Ok(problems)
    }

    /// Derives everything anew. It is no operation: no record of a person changes.
    ///
    /// # Errors
    /// When the project cannot be written.
    pub fn rebuild_derived(&mut self) -> Result<(), StoreError> {
        self.writable()?;
        let path = self.path.clone();
        let on = |error: StoreError| error.on(&path);
        let transaction = self
            .db
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|e| on(e.into()))?;
        derived::rebuild_standings(&transaction).map_err(on)?;
        search::rebuild(&transaction).map_err(on)?;
        progress::rebuild(&transaction).map_err(on)?;
        transaction.commit().map_err(|e| on(e.into()))
    }
}

impl Reader<'_> {
    /// The SHA-256 of every original.
    ///
    /// # Errors
    /// What the engine says.
    pub fn originals(&self) -> Result<Vec<String>, StoreError> {
        self.hashes("SELECT sha256 FROM original ORDER BY sha256")
    }

    /// The SHA-256 of every canonical text.
    ///
    /// # Errors
    /// What the engine says.
    pub fn texts(&self) -> Result<Vec<String>, StoreError> {
        self.hashes("SELECT sha256 FROM canonical ORDER BY sha256")
    }

    fn hashes(&self, sql: &str) -> Result<Vec<String>, StoreError> {
        let mut question = self.db.prepare_cached(sql)?;
        let hashes = question
            .query_map([], |row| row.get("sha256"))?
            .collect::<Result<_, _>>()?;
        Ok(hashes)
    }

    /// The statements that are anchored in a canonical text.
    ///
    /// # Errors
    /// What the engine says.
    pub(crate) fn statements_on(&self, text: &str) -> Result<Vec<Statement>, StoreError> {
        let mut question = self.db.prepare_cached(
            "SELECT s.* FROM revision r JOIN statement s ON s.revision_id = r.id WHERE r.text_sha256 = ?1 ORDER BY s.id",
        )?;
        let mut rows = question.query([text])?;
        let mut statements = Vec::new();
        while let Some(row) = rows.next()? {
            statements.push(entity_of(Statement::TABLE.fields(row)?)?);
        }
        Ok(statements)
    }

    /// Of each figure of a statement that has words: its id, where they stand, and the words.
    ///
    /// # Errors
    /// What the engine says.
    pub(crate) fn figure_words(
        &self,
        statement: &str,
    ) -> Result<Vec<(String, u32, u32, String)>, StoreError> {
        let mut question = self.db.prepare_cached(
            "SELECT id, start, \"end\", figure_text FROM figure WHERE statement_id = ?1 AND figure_text IS NOT NULL \
             ORDER BY position",
        )?;
        let rows = question.query_map([statement], |row| {
            Ok((
                row.get("id")?,
                row.get("start")?,
                row.get("end")?,
                row.get("figure_text")?,
            ))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
