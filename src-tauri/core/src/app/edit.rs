//! Changing single fields by name, as `onrec edit` and the register's drawer do. An empty value takes a value away.

use super::desk::some_text;
use super::record::checked_date;
use super::{Asked, Desk, Error, edit_record, register, resolve};
use crate::domain::names::fold_name;
use crate::domain::nouns::{Event, OwnWord, Place, Reliance, Source, Speaker};
use crate::domain::refusal::Refusal;
use crate::domain::vocabulary::OpenVocabulary;
use crate::exchange::split_items;
use crate::store::{Gate, Match, Noun};
use crate::view::{FieldEdit, Note, Party, Written};

impl Desk {
    /// Sets fields of one entity: all of them or none.
    ///
    /// # Errors
    /// When the id is unknown, the noun has no such field, or a value is not of its kind.
    pub fn edit(&mut self, input: &FieldEdit) -> Result<Written, Error> {
        let mut notes = Vec::new();
        let ((), changes) = self.operation("edit", |gate| {
            let id = input.id.as_str();
            let unknown = || Asked::UnknownId { id: id.to_owned() };
            let noun = gate.read().noun_of(id)?.ok_or_else(unknown)?;
            gate.tell("noun", noun.as_str());
            gate.tell(
                "fields",
                input
                    .fields
                    .iter()
                    .map(|(field, _)| field.as_str())
                    .collect::<Vec<_>>(),
            );
            let fields = &input.fields;
            match noun {
                Noun::Article => edit_record::article(gate, id, fields),
                Noun::Statement => edit_record::statement(gate, id, fields, &mut notes),
                Noun::Figure => edit_record::figure(gate, id, fields),
                Noun::Source => source(gate, id, fields, &mut notes),
                Noun::Speaker => speaker(gate, id, fields),
                Noun::Place => place(gate, id, fields),
                Noun::Event => event(gate, id, fields),
                Noun::Word => word(gate, id, fields),
                _ => Err(Asked::WrongNoun {
                    id: id.to_owned(),
                    noun: noun.as_str(),
                }
                .into()),
            }
        })?;
        Ok(Written {
            id: input.id.clone(),
            changes,
            notes,
        })
    }
}

/// Fields with their new values, by name.
pub(super) type Fields = [(String, String)];

/// The error for a field that a noun does not have.
pub(super) fn unknown_field(noun: &'static str, field: &str, known: &[&str]) -> Error {
    Asked::UnknownField {
        noun,
        field: field.to_owned(),
        known: known.iter().map(|name| (*name).to_owned()).collect(),
    }
    .into()
}

/// A value that is not of its field's kind.
pub(super) fn bad_value(field: &str, value: &str, wanted: &str) -> Error {
    Asked::BadValue {
        field: field.to_owned(),
        value: value.to_owned(),
        wanted: wanted.to_owned(),
    }
    .into()
}

/// `true` or `false`.
pub(super) fn flag(field: &str, value: &str) -> Result<bool, Error> {
    match value.trim() {
        "true" => Ok(true),
        "false" | "" => Ok(false),
        other => Err(bad_value(field, other, "flag")),
    }
}

/// A date as given.
pub(super) fn date(field: &str, value: &str) -> Result<Option<String>, Error> {
    let date = some_text(value);
    checked_date(field, date.as_deref())?;
    Ok(date)
}

/// A new name, which must not be another entry's.
pub(super) fn rename(
    gate: &Gate<'_>,
    noun: Noun,
    id: &str,
    value: &str,
) -> Result<(String, String), Error> {
    let name = resolve::name_of(value, "name")?;
    match gate.read().named(noun, &name)? {
        Match::One(other) if other != id => return Err(Asked::NameTaken { name }.into()),
        Match::Several(_) => return Err(Asked::NameTaken { name }.into()),
        _ => {}
    }
    let key = fold_name(&name);
    Ok((name, key))
}

/// The entity of an id that was asked for.
pub(super) fn stored<E>(found: Option<E>, id: &str) -> Result<E, Error> {
    found.ok_or_else(|| Asked::UnknownId { id: id.to_owned() }.into())
}

fn source(
    gate: &mut Gate<'_>,
    id: &str,
    fields: &Fields,
    notes: &mut Vec<Note>,
) -> Result<(), Error> {
    const KNOWN: &[&str] = &[
        "name",
        "kind",
        "parent",
        "country",
        "relies_on",
        "reliability",
        "reliability_reason",
        "reliability_date",
        "party",
        "notes",
    ];
    let mut source: Source = stored(gate.read().get(id)?, id)?;
    for (field, value) in fields {
        match field.as_str() {
            "name" => (source.name, source.name_key) = rename(gate, Noun::Source, id, value)?,
            "kind" => {
                let kind = some_text(value).unwrap_or_else(|| "other".to_owned());
                if !gate
                    .read()
                    .words()?
                    .of(OpenVocabulary::SourceKind)
                    .is_known(&kind)
                {
                    return Err(Refusal::UnknownWord {
                        vocabulary: "source_kind",
                        word: kind,
                    }
                    .into());
                }
                source.kind = kind;
            }
            "parent" => {
                source.parent_id = match some_text(value) {
                    Some(parent) if gate.read().is_a(Noun::Source, &parent)? => Some(parent),
                    Some(name) => {
                        let party = Party {
                            name,
                            ..Party::default()
                        };
                        Some(resolve::source(gate, &party, notes)?)
                    }
                    None => None,
                };
                register::refuse_circle(
                    gate,
                    Noun::Source,
                    id,
                    source.parent_id.as_deref(),
                    &source.name,
                )?;
            }
            "country" => source.country = some_text(value),
            "relies_on" => relies_on(gate, &source, value, notes)?,
            "reliability" => {
                let grade = some_text(value).map(|grade| grade.to_uppercase());
                if grade
                    .as_deref()
                    .is_some_and(|grade| !matches!(grade, "A" | "B" | "C" | "D" | "E" | "F"))
                {
                    return Err(bad_value(field, value, "reliability"));
                }
                source.reliability = grade;
            }
            "reliability_reason" => source.reliability_reason = some_text(value),
            "reliability_date" => source.reliability_date = date(field, value)?,
            "party" => source.party = flag(field, value)?,
            "notes" => source.notes = some_text(value),
            _ => return Err(unknown_field("source", field, KNOWN)),
        }
    }
    gate.update(&source)?;
    Ok(())
}

/// Makes the links to those that a source relies on the ones listed.
fn relies_on(
    gate: &mut Gate<'_>,
    source: &Source,
    value: &str,
    notes: &mut Vec<Note>,
) -> Result<(), Error> {
    let mut wanted = Vec::new();
    for name in split_items(value) {
        let id = resolve::source(
            gate,
            &Party {
                name: name.clone(),
                ..Party::default()
            },
            notes,
        )?;
        if id == source.id {
            return Err(Asked::Itself { name }.into());
        }
        if !wanted.contains(&id) {
            wanted.push(id);
        }
    }
    for link_id in gate.read().ids_where::<Reliance>("source_id", &source.id)? {
        let link: Reliance = stored(gate.read().get(&link_id)?, &link_id)?;
        match wanted.iter().position(|id| *id == link.relies_on_id) {
            Some(at) => {
                wanted.remove(at);
            }
            None => {
                gate.delete::<Reliance>(&link_id)?;
            }
        }
    }
    for relies_on_id in wanted {
        let link = Reliance {
            id: gate.new_id(),
            source_id: source.id.clone(),
            relies_on_id,
        };
        gate.insert(&link)?;
    }
    Ok(())
}

fn speaker(gate: &mut Gate<'_>, id: &str, fields: &Fields) -> Result<(), Error> {
    let mut speaker: Speaker = stored(gate.read().get(id)?, id)?;
    for (field, value) in fields {
        match field.as_str() {
            "name" => (speaker.name, speaker.name_key) = rename(gate, Noun::Speaker, id, value)?,
            "notes" => speaker.notes = some_text(value),
            _ => return Err(unknown_field("speaker", field, &["name", "notes"])),
        }
    }
    gate.update(&speaker)?;
    Ok(())
}

fn place(gate: &mut Gate<'_>, id: &str, fields: &Fields) -> Result<(), Error> {
    let mut place: Place = stored(gate.read().get(id)?, id)?;
    for (field, value) in fields {
        match field.as_str() {
            "name" => {
                place.name = resolve::name_of(value, "name")?;
                place.name_key = fold_name(&place.name);
            }
            "parent" => {
                place.parent_id = some_text(value)
                    .map(|path| resolve::place(gate, &path))
                    .transpose()?;
                register::refuse_circle(
                    gate,
                    Noun::Place,
                    id,
                    place.parent_id.as_deref(),
                    &place.name,
                )?;
            }
            _ => return Err(unknown_field("place", field, &["name", "parent"])),
        }
    }
    place_name_taken(gate, &place)?;
    gate.update(&place)?;
    Ok(())
}

/// Refuses the name of a place where its parent has another one of that name.
pub(super) fn place_name_taken(gate: &Gate<'_>, place: &Place) -> Result<(), Error> {
    match gate
        .read()
        .place_in(&place.name, place.parent_id.as_deref())?
    {
        Match::Nothing => Ok(()),
        Match::One(other) if other == place.id => Ok(()),
        Match::One(_) | Match::Several(_) => Err(Asked::NameTaken {
            name: place.name.clone(),
        }
        .into()),
    }
}

fn event(gate: &mut Gate<'_>, id: &str, fields: &Fields) -> Result<(), Error> {
    const KNOWN: &[&str] = &["name", "place", "from", "to", "inclusion", "parent"];
    let mut event: Event = stored(gate.read().get(id)?, id)?;
    for (field, value) in fields {
        match field.as_str() {
            "name" => (event.name, event.name_key) = rename(gate, Noun::Event, id, value)?,
            "place" => {
                event.place_id = some_text(value)
                    .map(|path| resolve::place(gate, &path))
                    .transpose()?
            }
            "from" => event.period_start = date(field, value)?,
            "to" => event.period_end = date(field, value)?,
            "inclusion" => event.inclusion = some_text(value),
            "parent" => {
                event.parent_id = some_text(value)
                    .map(|name| resolve::event(gate, &name))
                    .transpose()?;
                register::refuse_circle(
                    gate,
                    Noun::Event,
                    id,
                    event.parent_id.as_deref(),
                    &event.name,
                )?;
            }
            _ => return Err(unknown_field("event", field, KNOWN)),
        }
    }
    register::refuse_reversed(&event)?;
    gate.update(&event)?;
    Ok(())
}

fn word(gate: &mut Gate<'_>, id: &str, fields: &Fields) -> Result<(), Error> {
    let mut word: OwnWord = stored(gate.read().get(id)?, id)?;
    for (field, value) in fields {
        if field != "parent" {
            return Err(unknown_field("word", field, &["parent"]));
        }
        let words = gate.read().words()?;
        let vocabulary = OpenVocabulary::named(&word.vocabulary).map(|which| words.of(which));
        word.parent = some_text(value);
        if let (Some(parent), Some(vocabulary)) = (&word.parent, vocabulary) {
            let (own, above) = (vocabulary.find(&word.word), vocabulary.find(parent));
            let above = above.ok_or_else(|| Refusal::UnknownWord {
                vocabulary: OpenVocabulary::named(&word.vocabulary)
                    .map_or("", OpenVocabulary::as_str),
                word: parent.clone(),
            })?;
            if own.is_some_and(|own| own == above || vocabulary.is_inside(above, own)) {
                return Err(Asked::Circle { name: word.word }.into());
            }
        }
    }
    gate.update(&word)?;
    Ok(())
}
