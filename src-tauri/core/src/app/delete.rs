//! Deleting: what hangs on a thing goes with it, the journal keeps it all, and nothing that others refer to goes.

use super::{Asked, Desk, Error};
use crate::domain::nouns::{
    Alias, Article, Assessment, ChainLink, Event, Figure, OwnWord, Place, Relation, Reliance,
    Revision, SavedView, Source, Speaker, Statement,
};
use crate::domain::vocabulary::OpenVocabulary;
use crate::store::{Gate, Noun};
use crate::view::{Changes, Uses};

impl Desk {
    /// Deletes entities by id, all of them or none: articles with their statements, statements with their figures, figures
    /// with their relations and judgements, relations, other names, links; entries of the register that nothing uses.
    ///
    /// # Errors
    /// When an id is unknown, or an entry of the register is in use.
    pub fn delete(&mut self, ids: &[String]) -> Result<Changes, Error> {
        let ((), changes) = self.operation("delete", |gate| {
            gate.tell("count", ids.len());
            for id in ids {
                if gate.read().noun_of(id)?.is_none() {
                    return Err(Asked::UnknownId { id: id.clone() }.into());
                }
            }
            for id in ids {
                // One that is gone by now went with another.
                if let Some(noun) = gate.read().noun_of(id)? {
                    entity(gate, noun, id)?;
                }
            }
            Ok(())
        })?;
        Ok(changes)
    }
}

fn entity(gate: &mut Gate<'_>, noun: Noun, id: &str) -> Result<(), Error> {
    match noun {
        Noun::Article => article(gate, id),
        Noun::Statement => statement(gate, id),
        Noun::Figure => figure(gate, id),
        Noun::Relation => gone(gate.delete::<Relation>(id)),
        Noun::Alias => gone(gate.delete::<Alias>(id)),
        Noun::Reliance => gone(gate.delete::<Reliance>(id)),
        Noun::SavedView => gone(gate.delete::<SavedView>(id)),
        Noun::Source | Noun::Speaker | Noun::Place | Noun::Event | Noun::Word => {
            entry(gate, noun, id)
        }
        // A judgement is on record; it can be answered by another, not taken away.
        Noun::Assessment => Err(Asked::WrongNoun {
            id: id.to_owned(),
            noun: noun.as_str(),
        }
        .into()),
    }
}

fn article(gate: &mut Gate<'_>, id: &str) -> Result<(), Error> {
    let mut revisions = gate.read().ids_where::<Revision>("article_id", id)?;
    for revision in &revisions {
        for mark in gate
            .read()
            .ids_where::<Statement>("revision_id", revision)?
        {
            statement(gate, &mark)?;
        }
    }
    revisions.reverse();
    for revision in revisions {
        gate.delete::<Revision>(&revision)?;
    }
    gone(gate.delete::<Article>(id))
}

fn statement(gate: &mut Gate<'_>, id: &str) -> Result<(), Error> {
    for figure_id in gate.read().ids_where::<Figure>("statement_id", id)? {
        figure(gate, &figure_id)?;
    }
    for link in gate.read().ids_where::<ChainLink>("statement_id", id)? {
        gate.delete::<ChainLink>(&link)?;
    }
    for assessment in gate.read().ids_where::<Assessment>("statement_id", id)? {
        gate.delete::<Assessment>(&assessment)?;
    }
    gone(gate.delete::<Statement>(id))
}

/// Deletes a figure with its relations and judgements; its parts become parts of nothing.
pub(super) fn figure(gate: &mut Gate<'_>, id: &str) -> Result<(), Error> {
    for end in ["from_figure", "to_figure"] {
        for relation in gate.read().ids_where::<Relation>(end, id)? {
            gate.delete::<Relation>(&relation)?;
        }
    }
    for assessment in gate.read().ids_where::<Assessment>("figure_id", id)? {
        gate.delete::<Assessment>(&assessment)?;
    }
    for part in gate.read().ids_where::<Figure>("part_of", id)? {
        if let Some(part) = gate.read().get::<Figure>(&part)? {
            gate.update(&Figure {
                part_of: None,
                ..part
            })?;
        }
    }
    gone(gate.delete::<Figure>(id))
}

fn entry(gate: &mut Gate<'_>, noun: Noun, id: &str) -> Result<(), Error> {
    let (name, uses) = gate.read().uses(noun, id)?;
    if uses != Uses::default() {
        return Err(Asked::InUse { name, uses }.into());
    }
    let column = match noun {
        Noun::Source => Some("source_id"),
        Noun::Speaker => Some("speaker_id"),
        Noun::Place => Some("place_id"),
        _ => None,
    };
    if let Some(column) = column {
        for alias in gate.read().ids_where::<Alias>(column, id)? {
            gate.delete::<Alias>(&alias)?;
        }
    }
    match noun {
        Noun::Source => {
            for reliance in gate.read().ids_where::<Reliance>("source_id", id)? {
                gate.delete::<Reliance>(&reliance)?;
            }
            gone(gate.delete::<Source>(id))
        }
        Noun::Speaker => gone(gate.delete::<Speaker>(id)),
        Noun::Place => gone(gate.delete::<Place>(id)),
        Noun::Event => gone(gate.delete::<Event>(id)),
        _ => word(gate, id),
    }
}

/// Deletes a word, a group's with its other names.
fn word(gate: &mut Gate<'_>, id: &str) -> Result<(), Error> {
    let own: Option<OwnWord> = gate.read().get(id)?;
    if let Some(own) = own.filter(|own| own.vocabulary == OpenVocabulary::Group.as_str()) {
        for alias in gate.read().ids_where::<Alias>("group_word", &own.word)? {
            gate.delete::<Alias>(&alias)?;
        }
    }
    gone(gate.delete::<OwnWord>(id))
}

fn gone(deleted: Result<bool, crate::store::StoreError>) -> Result<(), Error> {
    Ok(deleted.map(|_| ())?)
}
