//! What is derived from the rows of an operation, brought up to date before it ends.

use super::writer::{Group, Writer};
use super::{Reader, Scope, StoreError, progress, search};
use crate::domain::compare::standings;
use crate::domain::vocabulary::Standing;
use crate::store::Compared;
use crate::view::Problem;
use rusqlite::{Connection, params};
use std::str::FromStr as _;

/// Derives anew what the operation touched.
pub(super) fn refresh(writer: &mut Writer<'_>) -> Result<(), StoreError> {
    let groups = std::mem::take(&mut writer.touched.groups);
    let compared = Reader { db: writer.db }.grouped(groups.into_iter().collect::<Vec<Group>>())?;
    for (figure, statement, standing) in different(writer.db, &compared)? {
        set(writer.db, &figure, standing)?;
        writer.touched.restanding(figure, statement);
    }
    for (kind, id) in std::mem::take(&mut writer.touched.searched) {
        search::index(writer.db, kind, &id)?;
    }
    for (article, read) in std::mem::take(&mut writer.touched.read) {
        progress::refresh(writer.db, &article, read)?;
    }
    Ok(())
}

/// Figures whose stored standing is not what it should be.
pub(super) fn wrong_standings(db: &Connection) -> Result<Vec<Problem>, StoreError> {
    let compared = Reader { db }.compared(Scope::All, None, false)?;
    let wrong = different(db, &compared)?
        .into_iter()
        .map(|(figure, _, standing)| Problem {
            kind: "standing".to_owned(),
            id: Some(figure),
            text: standing.as_str().to_owned(),
        });
    Ok(wrong.collect())
}

/// Sets the standing of every figure.
pub(super) fn rebuild_standings(db: &Connection) -> Result<(), StoreError> {
    let compared = Reader { db }.compared(Scope::All, None, false)?;
    for (figure, _, standing) in different(db, &compared)? {
        set(db, &figure, standing)?;
    }
    Ok(())
}

fn set(db: &Connection, figure: &str, standing: Standing) -> Result<(), StoreError> {
    db.prepare_cached("UPDATE figure SET standing = ?2 WHERE id = ?1")?
        .execute(params![figure, standing.as_str()])?;
    Ok(())
}

/// The figures whose stored standing differs from the one that follows from those around it, with their statements.
fn different(
    db: &Connection,
    compared: &Compared,
) -> Result<Vec<(String, String, Standing)>, StoreError> {
    let mut stored =
        db.prepare_cached("SELECT statement_id, standing FROM figure WHERE id = ?1")?;
    let mut wrong = Vec::new();
    for (figure, standing) in compared
        .input
        .figures
        .iter()
        .zip(standings(&compared.input))
    {
        let id = figure.id.to_string();
        let (statement, kept): (String, String) = stored.query_row([&id], |row| {
            Ok((row.get("statement_id")?, row.get("standing")?))
        })?;
        if Standing::from_str(&kept) != Ok(standing) {
            wrong.push((id, statement, standing));
        }
    }
    Ok(wrong)
}
