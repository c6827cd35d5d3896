//! Who refers to whom.

use super::table::{Entity as _, entity_of};
use super::{Noun, Reader, StoreError};
use crate::domain::nouns::ChainLink;
use crate::domain::vocabulary::RelationKind;
use rusqlite::{OptionalExtension as _, params};

impl Reader<'_> {
    /// The chain of a statement, from the issuer outwards.
    ///
    /// # Errors
    /// What the engine says.
    pub(crate) fn chain(&self, statement: &str) -> Result<Vec<ChainLink>, StoreError> {
        let mut question = self.db.prepare_cached(
            "SELECT * FROM chain_link WHERE statement_id = ?1 ORDER BY position, id",
        )?;
        let mut rows = question.query([statement])?;
        let mut chain = Vec::new();
        while let Some(row) = rows.next()? {
            chain.push(entity_of(ChainLink::TABLE.fields(row)?)?);
        }
        Ok(chain)
    }

    /// The id of a relation that is recorded.
    ///
    /// # Errors
    /// What the engine says.
    pub fn relation(
        &self,
        kind: RelationKind,
        from: &str,
        to: &str,
    ) -> Result<Option<String>, StoreError> {
        Ok(self
            .db
            .prepare_cached(
                "SELECT id FROM relation WHERE kind = ?1 AND from_figure = ?2 AND to_figure = ?3",
            )?
            .query_row(params![kind.as_str(), from, to], |row| row.get("id"))
            .optional()?)
    }

    /// The figures that a figure does something directed to.
    ///
    /// # Errors
    /// What the engine says.
    pub(crate) fn related(&self, from: &str) -> Result<Vec<String>, StoreError> {
        let mut question = self.db.prepare_cached(
            "SELECT to_figure FROM relation WHERE from_figure = ?1 AND kind <> 'same_origin_as'",
        )?;
        let ids = question
            .query_map([from], |row| row.get("to_figure"))?
            .collect::<Result<_, _>>()?;
        Ok(ids)
    }

    /// Whether a source passes statements on, and issues none.
    ///
    /// # Errors
    /// What the engine says.
    pub(crate) fn is_only_in_chains(&self, source: &str) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM chain_link WHERE source_id = ?1) \
                   AND NOT EXISTS (SELECT 1 FROM statement WHERE source_id = ?1) AS only_in_chains";
        Ok(self
            .db
            .prepare_cached(sql)?
            .query_row([source], |row| row.get("only_in_chains"))?)
    }

    /// Whether an entry of a tree lies, at whatever depth, in another.
    ///
    /// # Errors
    /// What the engine says.
    pub(crate) fn lies_in(&self, noun: Noun, inner: &str, outer: &str) -> Result<bool, StoreError> {
        let sql = format!(
            "WITH RECURSIVE above (id) AS ( \
               SELECT parent_id FROM {table} WHERE id = ?1 \
               UNION SELECT t.parent_id FROM above JOIN {table} t ON t.id = above.id) \
             SELECT EXISTS (SELECT 1 FROM above WHERE id = ?2) AS inside",
            table = noun.as_str()
        );
        Ok(self
            .db
            .prepare_cached(&sql)?
            .query_row([inner, outer], |row| row.get("inside"))?)
    }
}
