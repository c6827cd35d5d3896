//! Drafts: a person accepts them or dismisses them.

use super::{Asked, Desk, Error, resolve};
use crate::domain::nouns::Statement;
use crate::domain::vocabulary::StatementStatus;
use crate::store::{Gate, Noun};
use crate::view::{Changes, Note, Party};

impl Desk {
    /// Accepts drafts, all of them or none: from now on they count. One that names its source only as the article writes it
    /// gets the one of the register that this means, made where it is lacking.
    ///
    /// # Errors
    /// When an id is no draft's, or a name means two entries of the register alike.
    pub fn accept(&mut self, ids: &[String]) -> Result<Changes, Error> {
        self.decide("accept", ids, StatementStatus::Accepted)
    }

    /// Dismisses drafts, all of them or none. They stay on record and are shown nowhere.
    ///
    /// # Errors
    /// When an id is no draft's.
    pub fn dismiss(&mut self, ids: &[String]) -> Result<Changes, Error> {
        self.decide("dismiss", ids, StatementStatus::Dismissed)
    }

    fn decide(
        &mut self,
        command: &'static str,
        ids: &[String],
        status: StatementStatus,
    ) -> Result<Changes, Error> {
        let ((), changes) = self.operation(command, |gate| {
            gate.tell("count", ids.len());
            // A draft that is named twice is decided once.
            let mut decided: Vec<&String> = Vec::with_capacity(ids.len());
            for id in ids {
                if decided.contains(&id) {
                    continue;
                }
                let mut statement = draft(gate, id)?;
                if status == StatementStatus::Accepted {
                    attribute(gate, &mut statement)?;
                }
                statement.status = status;
                statement.updated_at = gate.now();
                gate.update(&statement)?;
                decided.push(id);
            }
            Ok(())
        })?;
        Ok(changes)
    }
}

/// The draft of an id.
fn draft(gate: &Gate<'_>, id: &str) -> Result<Statement, Error> {
    match gate.read().get::<Statement>(id)? {
        Some(statement) if statement.status == StatementStatus::Draft => Ok(statement),
        Some(statement) => Err(Asked::NotADraft {
            id: id.to_owned(),
            status: statement.status.as_str(),
        }
        .into()),
        None => Err(match gate.read().noun_of(id)? {
            Some(Noun::Statement) | None => Asked::UnknownId { id: id.to_owned() },
            Some(noun) => Asked::WrongNoun {
                id: id.to_owned(),
                noun: noun.as_str(),
            },
        }
        .into()),
    }
}

/// Finds or makes the source that a statement names only in the article's words.
fn attribute(gate: &mut Gate<'_>, statement: &mut Statement) -> Result<(), Error> {
    if statement.source_id.is_some() {
        return Ok(());
    }
    let Some(name) = statement.source_as_written.clone() else {
        return Ok(());
    };
    let party = Party {
        name,
        ..Party::default()
    };
    // Only a given kind is ever noted.
    let mut notes: Vec<Note> = Vec::new();
    statement.source_id = Some(resolve::source(gate, &party, &mut notes)?);
    Ok(())
}
