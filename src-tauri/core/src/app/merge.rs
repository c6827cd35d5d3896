//! Merging two entries of the register: all that refers to the first refers to the second, and its names become names of
//! the second.

use super::{Asked, Desk, Error, register, resolve};
use crate::domain::names::fold_name;
use crate::domain::nouns::{
    Alias, Article, ChainLink, Event, Figure, OwnWord, Place, Reliance, Source, Speaker, Statement,
};
use crate::store::{Gate, Noun};
use crate::view::{Changes, MergeInput};

impl Desk {
    /// Makes two sources, speakers, places, events or groups one. Each is named by id or name.
    ///
    /// # Errors
    /// When one is unknown, they are of different nouns or the same entry, or the second lies in the first.
    pub fn merge(&mut self, input: &MergeInput) -> Result<Changes, Error> {
        let ((), changes) = self.operation("merge", |gate| {
            let (noun, from, into) = pair(gate, input)?;
            if from == into {
                return Err(Asked::Itself {
                    name: input.from.clone(),
                }
                .into());
            }
            gate.tell("noun", noun.as_str());
            match noun {
                Noun::Source => sources(gate, &from, &into),
                Noun::Speaker => speakers(gate, &from, &into),
                Noun::Place => places(gate, &from, &into),
                Noun::Event => events(gate, &from, &into),
                _ => groups(gate, &from, &into),
            }
        })?;
        Ok(changes)
    }
}

/// The two entries, which are of one noun.
fn pair(gate: &Gate<'_>, input: &MergeInput) -> Result<(Noun, String, String), Error> {
    const NOUNS: [Noun; 4] = [Noun::Source, Noun::Speaker, Noun::Place, Noun::Event];
    if let Some(noun) = gate
        .read()
        .noun_of(&input.from)?
        .filter(|noun| NOUNS.contains(noun))
    {
        return match resolve::existing(gate.read(), noun, &input.into) {
            Ok(into) => Ok((noun, input.from.clone(), into)),
            Err(error) => match gate.read().noun_of(&input.into)? {
                Some(_) => Err(Asked::DifferentNouns {
                    from: input.from.clone(),
                    into: input.into.clone(),
                }
                .into()),
                None => Err(error),
            },
        };
    }
    let mut half = None;
    for noun in NOUNS {
        match (
            resolve::existing(gate.read(), noun, &input.from),
            resolve::existing(gate.read(), noun, &input.into),
        ) {
            (Ok(from), Ok(into)) => return Ok((noun, from, into)),
            (Err(error @ Error::Refused(_)), _) | (_, Err(error @ Error::Refused(_))) => {
                return Err(error);
            }
            (Ok(_), Err(error)) | (Err(error), Ok(_)) => half = Some(error),
            (Err(_), Err(_)) => {}
        }
    }
    match (
        register::group(gate, &input.from),
        register::group(gate, &input.into),
    ) {
        (Ok(from), Ok(into)) => Ok((Noun::Word, from, into)),
        (Err(error), _) | (_, Err(error)) => Err(half.unwrap_or(error)),
    }
}

fn entity<E>(found: Option<E>, id: &str) -> Result<E, Error> {
    found.ok_or_else(|| Asked::UnknownId { id: id.to_owned() }.into())
}

/// Points one column of all rows that refer to the first at the second.
macro_rules! repoint {
    ($gate:ident, $noun:ident . $field:ident, $column:literal, $from:expr, $into:expr) => {
        for id in $gate.read().ids_where::<$noun>($column, $from)? {
            if let Some(mut row) = $gate.read().get::<$noun>(&id)? {
                row.$field = $into;
                $gate.update(&row)?;
            }
        }
    };
}

fn sources(gate: &mut Gate<'_>, from: &str, into: &str) -> Result<(), Error> {
    let old: Source = entity(gate.read().get(from)?, from)?;
    let kept: Source = entity(gate.read().get(into)?, into)?;
    if gate.read().lies_in(Noun::Source, into, from)? {
        // The second would come to lie in itself.
        gate.update(&Source {
            parent_id: old.parent_id.clone(),
            ..kept.clone()
        })?;
    }
    tell(gate, &old.name, &kept.name);
    repoint!(
        gate,
        Statement.source_id,
        "source_id",
        from,
        Some(into.to_owned())
    );
    repoint!(
        gate,
        ChainLink.source_id,
        "source_id",
        from,
        into.to_owned()
    );
    for id in gate.read().ids_where::<Source>("parent_id", from)? {
        if let Some(child) = gate
            .read()
            .get::<Source>(&id)?
            .filter(|child| child.id != into)
        {
            gate.update(&Source {
                parent_id: Some(into.to_owned()),
                ..child
            })?;
        }
    }
    let mut known: Vec<(String, String)> = Vec::new();
    for column in ["source_id", "relies_on_id"] {
        for id in gate.read().ids_where::<Reliance>(column, into)? {
            known.extend(
                gate.read()
                    .get::<Reliance>(&id)?
                    .map(|link| (link.source_id, link.relies_on_id)),
            );
        }
    }
    for column in ["source_id", "relies_on_id"] {
        for id in gate.read().ids_where::<Reliance>(column, from)? {
            let Some(mut link) = gate.read().get::<Reliance>(&id)? else {
                continue;
            };
            let end = if column == "source_id" {
                &mut link.source_id
            } else {
                &mut link.relies_on_id
            };
            into.clone_into(end);
            let ends = (link.source_id.clone(), link.relies_on_id.clone());
            if ends.0 == ends.1 || known.contains(&ends) {
                gate.delete::<Reliance>(&id)?;
            } else {
                known.push(ends);
                gate.update(&link)?;
            }
        }
    }
    repoint!(
        gate,
        Alias.source_id,
        "source_id",
        from,
        Some(into.to_owned())
    );
    gate.delete::<Source>(from)?;
    alias(gate, old.name, &kept.name, |alias| {
        alias.source_id = Some(into.to_owned())
    })
}

fn speakers(gate: &mut Gate<'_>, from: &str, into: &str) -> Result<(), Error> {
    let old: Speaker = entity(gate.read().get(from)?, from)?;
    let kept: Speaker = entity(gate.read().get(into)?, into)?;
    tell(gate, &old.name, &kept.name);
    repoint!(
        gate,
        Statement.speaker_id,
        "speaker_id",
        from,
        Some(into.to_owned())
    );
    repoint!(
        gate,
        Alias.speaker_id,
        "speaker_id",
        from,
        Some(into.to_owned())
    );
    gate.delete::<Speaker>(from)?;
    alias(gate, old.name, &kept.name, |alias| {
        alias.speaker_id = Some(into.to_owned())
    })
}

fn places(gate: &mut Gate<'_>, from: &str, into: &str) -> Result<(), Error> {
    let old: Place = entity(gate.read().get(from)?, from)?;
    let kept: Place = entity(gate.read().get(into)?, into)?;
    if gate.read().lies_in(Noun::Place, into, from)? {
        gate.update(&Place {
            parent_id: old.parent_id.clone(),
            ..kept.clone()
        })?;
    }
    tell(gate, &old.name, &kept.name);
    repoint!(
        gate,
        Figure.place_id,
        "place_id",
        from,
        Some(into.to_owned())
    );
    repoint!(
        gate,
        Event.place_id,
        "place_id",
        from,
        Some(into.to_owned())
    );
    for id in gate.read().ids_where::<Place>("parent_id", from)? {
        if let Some(child) = gate
            .read()
            .get::<Place>(&id)?
            .filter(|child| child.id != into)
        {
            gate.update(&Place {
                parent_id: Some(into.to_owned()),
                ..child
            })?;
        }
    }
    repoint!(
        gate,
        Alias.place_id,
        "place_id",
        from,
        Some(into.to_owned())
    );
    gate.delete::<Place>(from)?;
    alias(gate, old.name, &kept.name, |alias| {
        alias.place_id = Some(into.to_owned())
    })
}

fn events(gate: &mut Gate<'_>, from: &str, into: &str) -> Result<(), Error> {
    let old: Event = entity(gate.read().get(from)?, from)?;
    let kept: Event = entity(gate.read().get(into)?, into)?;
    if gate.read().lies_in(Noun::Event, into, from)? {
        gate.update(&Event {
            parent_id: old.parent_id.clone(),
            ..kept.clone()
        })?;
    }
    tell(gate, &old.name, &kept.name);
    repoint!(
        gate,
        Statement.event_id,
        "event_id",
        from,
        Some(into.to_owned())
    );
    repoint!(
        gate,
        Article.event_id,
        "event_id",
        from,
        Some(into.to_owned())
    );
    for id in gate.read().ids_where::<Event>("parent_id", from)? {
        if let Some(child) = gate
            .read()
            .get::<Event>(&id)?
            .filter(|child| child.id != into)
        {
            gate.update(&Event {
                parent_id: Some(into.to_owned()),
                ..child
            })?;
        }
    }
    gate.delete::<Event>(from)?;
    Ok(())
}

/// A group of the program's own keeps its word and becomes another name; one of the project's goes.
fn groups(gate: &mut Gate<'_>, from: &str, into: &str) -> Result<(), Error> {
    tell(gate, from, into);
    repoint!(gate, Figure.group, "group", from, Some(into.to_owned()));
    repoint!(
        gate,
        Alias.group_word,
        "group_word",
        from,
        Some(into.to_owned())
    );
    for id in gate.read().ids_where::<OwnWord>("parent", from)? {
        if let Some(child) = gate
            .read()
            .get::<OwnWord>(&id)?
            .filter(|child| child.vocabulary == "group")
        {
            let parent = if child.word == into {
                None
            } else {
                Some(into.to_owned())
            };
            gate.update(&OwnWord { parent, ..child })?;
        }
    }
    for id in gate.read().ids_where::<OwnWord>("word", from)? {
        if gate
            .read()
            .get::<OwnWord>(&id)?
            .is_some_and(|word| word.vocabulary == "group")
        {
            gate.delete::<OwnWord>(&id)?;
            return alias(gate, from.to_owned(), into, |alias| {
                alias.group_word = Some(into.to_owned())
            });
        }
    }
    Ok(())
}

/// The first entry's name becomes another name of the second, unless it is the same name.
fn alias(
    gate: &mut Gate<'_>,
    name: String,
    kept: &str,
    of: impl FnOnce(&mut Alias),
) -> Result<(), Error> {
    let name_key = fold_name(&name);
    if name_key == fold_name(kept) {
        return Ok(());
    }
    let mut alias = Alias {
        id: gate.new_id(),
        source_id: None,
        speaker_id: None,
        place_id: None,
        group_word: None,
        name,
        name_key,
    };
    of(&mut alias);
    gate.insert(&alias)?;
    Ok(())
}

fn tell(gate: &mut Gate<'_>, from: &str, into: &str) {
    gate.tell("from", from);
    gate.tell("into", into);
}
