//! Names to entries of the register: matched, or made where the project lacks them.

use super::desk::note;
use super::{Asked, Error};
use crate::domain::names::fold_name;
use crate::domain::nouns::{Event, Place, Source, Speaker};
use crate::domain::refusal::Refusal;
use crate::domain::vocabulary::OpenVocabulary;
use crate::store::{Gate, Match, Noun, Reader};
use crate::view::{Named, Note, Party};

/// What separates the names of a path of places.
const UNDER: char = '>';

/// The entry of that id or name.
pub(super) fn existing(read: Reader<'_>, noun: Noun, name: &str) -> Result<String, Error> {
    if read.is_a(noun, name)? {
        return Ok(name.to_owned());
    }
    let found = if noun == Noun::Place {
        place_called(read, name)?
    } else {
        read.named(noun, name)?
    };
    only(noun, name, found)?.ok_or_else(|| {
        Asked::UnknownName {
            noun: noun.as_str(),
            name: name.to_owned(),
        }
        .into()
    })
}

/// The one entry that matches, if any does.
fn only(noun: Noun, name: &str, found: Match) -> Result<Option<String>, Error> {
    match found {
        Match::Nothing => Ok(None),
        Match::One(id) => Ok(Some(id)),
        Match::Several(several) => Err(Refusal::NameAmbiguous {
            noun: noun.as_str(),
            name: name.to_owned(),
            candidates: several
                .into_iter()
                .map(|Named { id, name }| format!("{name} ({id})"))
                .collect(),
        }
        .into()),
    }
}

/// The source that a card or a claim names, made where it is lacking.
///
/// A kind that differs from the register's is noted and not applied; but a source that is known only as a link of chains,
/// and of the kind `other`, takes it.
pub(super) fn source(
    gate: &mut Gate<'_>,
    party: &Party,
    notes: &mut Vec<Note>,
) -> Result<String, Error> {
    let kind = party
        .kind
        .as_deref()
        .map(str::trim)
        .filter(|kind| !kind.is_empty());
    if let Some(kind) = kind {
        known_kind(gate, kind)?;
    }
    let id = match party.id.as_deref() {
        Some(id) if gate.read().is_a(Noun::Source, id)? => Some(id.to_owned()),
        Some(id) => return Err(Asked::UnknownId { id: id.to_owned() }.into()),
        None => only(
            Noun::Source,
            &party.name,
            gate.read().named(Noun::Source, &party.name)?,
        )?,
    };
    let Some(id) = id else {
        let name = name_of(&party.name, "source")?;
        let source = Source {
            id: gate.new_id(),
            name_key: fold_name(&name),
            name,
            kind: kind.unwrap_or("other").to_owned(),
            parent_id: None,
            country: None,
            reliability: None,
            reliability_reason: None,
            reliability_date: None,
            party: false,
            notes: None,
        };
        gate.insert(&source)?;
        return Ok(source.id);
    };
    if let Some(kind) = kind {
        let stored: Option<Source> = gate.read().get(&id)?;
        if let Some(mut source) = stored.filter(|source| source.kind != kind) {
            if source.kind == "other" && gate.read().is_only_in_chains(&id)? {
                kind.clone_into(&mut source.kind);
                gate.update(&source)?;
            } else {
                notes.push(note(
                    "source_kind_kept",
                    [
                        ("name", source.name.into()),
                        ("kept", source.kind.into()),
                        ("given", kind.into()),
                    ],
                ));
            }
        }
    }
    Ok(id)
}

fn known_kind(gate: &Gate<'_>, kind: &str) -> Result<(), Error> {
    if gate
        .read()
        .words()?
        .of(OpenVocabulary::SourceKind)
        .is_known(kind)
    {
        return Ok(());
    }
    Err(Refusal::UnknownWord {
        vocabulary: "source_kind",
        word: kind.to_owned(),
    }
    .into())
}

/// The speaker that a card or a claim names, made where they are lacking.
pub(super) fn speaker(gate: &mut Gate<'_>, party: &Party) -> Result<String, Error> {
    match party.id.as_deref() {
        Some(id) if gate.read().is_a(Noun::Speaker, id)? => return Ok(id.to_owned()),
        Some(id) => return Err(Asked::UnknownId { id: id.to_owned() }.into()),
        None => {}
    }
    if let Some(id) = only(
        Noun::Speaker,
        &party.name,
        gate.read().named(Noun::Speaker, &party.name)?,
    )? {
        return Ok(id);
    }
    let name = name_of(&party.name, "speaker")?;
    let speaker = Speaker {
        id: gate.new_id(),
        name_key: fold_name(&name),
        name,
        notes: None,
    };
    gate.insert(&speaker)?;
    Ok(speaker.id)
}

/// The event of that name or id, made where it is lacking.
pub(super) fn event(gate: &mut Gate<'_>, name: &str) -> Result<String, Error> {
    if gate.read().is_a(Noun::Event, name)? {
        return Ok(name.to_owned());
    }
    if let Some(id) = only(Noun::Event, name, gate.read().named(Noun::Event, name)?)? {
        return Ok(id);
    }
    let name = name_of(name, "event")?;
    let event = Event {
        id: gate.new_id(),
        name_key: fold_name(&name),
        name,
        place_id: None,
        period_start: None,
        period_end: None,
        inclusion: None,
        parent_id: None,
    };
    gate.insert(&event)?;
    Ok(event.id)
}

/// The place at the end of a path such as `Kazakhstan > Almaty`, made where it is lacking.
///
/// Each name is looked for under the one before it: a place that lies in none gets that one, one that lies in another is
/// another place, and so is one that the path itself leads through (`Luxembourg > Luxembourg`).
pub(super) fn place(gate: &mut Gate<'_>, path: &str) -> Result<String, Error> {
    let mut at: Option<String> = None;
    for name in path.split(UNDER) {
        let name = name_of(name, "place")?;
        at = Some(match at {
            None => match only(Noun::Place, &name, place_called(gate.read(), &name)?)? {
                Some(id) => id,
                None => new_place(gate, name, None)?,
            },
            Some(parent) => match place_under(gate, &name, &parent)? {
                Under::Place(id) => id,
                Under::Around | Under::Nothing => new_place(gate, name, Some(parent))?,
            },
        });
    }
    at.ok_or_else(|| {
        Asked::UnknownName {
            noun: "place",
            name: path.to_owned(),
        }
        .into()
    })
}

/// Puts a place under its parent, made where it is lacking.
///
/// # Errors
/// [`Asked::Circle`] when the parent is the place itself or lies in it.
pub(super) fn put_place(
    gate: &mut Gate<'_>,
    name: String,
    parent: String,
) -> Result<String, Error> {
    match place_under(gate, &name, &parent)? {
        Under::Place(id) => Ok(id),
        Under::Around => Err(Asked::Circle { name }.into()),
        Under::Nothing => new_place(gate, name, Some(parent)),
    }
}

/// What a name means under a place.
enum Under {
    /// The place of that name directly in it, or one that lay in none and now lies in it.
    Place(String),
    /// The one that lies in none is this place itself, or one that this place lies in.
    Around,
    Nothing,
}

fn place_under(gate: &mut Gate<'_>, name: &str, parent: &str) -> Result<Under, Error> {
    let inside = gate.read().place_in(name, Some(parent))?;
    if let Some(id) = only(Noun::Place, name, inside)? {
        return Ok(Under::Place(id));
    }
    let free = gate.read().place_in(name, None)?;
    let Some(id) = only(Noun::Place, name, free)? else {
        return Ok(Under::Nothing);
    };
    if id == parent || gate.read().lies_in(Noun::Place, parent, &id)? {
        return Ok(Under::Around);
    }
    if let Some(mut place) = gate.read().get::<Place>(&id)? {
        place.parent_id = Some(parent.to_owned());
        gate.update(&place)?;
    }
    Ok(Under::Place(id))
}

fn new_place(
    gate: &mut Gate<'_>,
    name: String,
    parent_id: Option<String>,
) -> Result<String, Error> {
    let place = Place {
        id: gate.new_id(),
        name_key: fold_name(&name),
        name,
        parent_id,
    };
    gate.insert(&place)?;
    Ok(place.id)
}

/// What a single name or a path means among the places that are there: for a single name one that lies in none goes first.
fn place_called(read: Reader<'_>, path: &str) -> Result<Match, Error> {
    let mut at: Option<String> = None;
    for name in path.split(UNDER) {
        let found = match &at {
            Some(parent) => read.place_in(name, Some(parent))?,
            None => match read.place_in(name, None)? {
                Match::Nothing => read.named(Noun::Place, name)?,
                found => found,
            },
        };
        match found {
            Match::One(id) => at = Some(id),
            other => return Ok(other),
        }
    }
    Ok(at.map_or(Match::Nothing, Match::One))
}

/// A name without blanks around it.
pub(super) fn name_of(name: &str, noun: &'static str) -> Result<String, Error> {
    super::desk::some_text(name).ok_or_else(|| {
        Asked::BadValue {
            field: noun.to_owned(),
            value: String::new(),
            wanted: "text".to_owned(),
        }
        .into()
    })
}
