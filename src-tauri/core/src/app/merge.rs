//! Merging two entries of the register: all that refers to the first refers to the second, and its names become names of
//! the second.

use super::edit::stored;
use super::{Asked, Desk, Error, register, resolve};
use crate::domain::names::fold_name;
use crate::domain::nouns::{
    Alias, Article, ChainLink, Event, Figure, OwnWord, Place, Reliance, Source, Speaker, Statement,
};
use crate::domain::vocabulary::OpenVocabulary;
use crate::store::{Gate, Match, Noun};
use crate::view::{Changes, MergeInput};
use std::collections::HashSet;

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
    let old: Source = stored(gate.read().get(from)?, from)?;
    let kept: Source = stored(gate.read().get(into)?, into)?;
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
    names(gate, "source_id", from, into, |alias| {
        alias.source_id = Some(into.to_owned())
    })?;
    gate.delete::<Source>(from)?;
    alias(gate, old.name, &kept.name, |alias| {
        alias.source_id = Some(into.to_owned())
    })
}

fn speakers(gate: &mut Gate<'_>, from: &str, into: &str) -> Result<(), Error> {
    let old: Speaker = stored(gate.read().get(from)?, from)?;
    let kept: Speaker = stored(gate.read().get(into)?, into)?;
    tell(gate, &old.name, &kept.name);
    repoint!(
        gate,
        Statement.speaker_id,
        "speaker_id",
        from,
        Some(into.to_owned())
    );
    names(gate, "speaker_id", from, into, |alias| {
        alias.speaker_id = Some(into.to_owned())
    })?;
    gate.delete::<Speaker>(from)?;
    alias(gate, old.name, &kept.name, |alias| {
        alias.speaker_id = Some(into.to_owned())
    })
}

fn places(gate: &mut Gate<'_>, from: &str, into: &str) -> Result<(), Error> {
    let old: Place = stored(gate.read().get(from)?, from)?;
    let kept: Place = stored(gate.read().get(into)?, into)?;
    tell(gate, &old.name, &kept.name);
    place(gate, &old, &kept)
}

fn place(gate: &mut Gate<'_>, old: &Place, kept: &Place) -> Result<(), Error> {
    let (from, into) = (old.id.as_str(), kept.id.as_str());
    if gate.read().lies_in(Noun::Place, into, from)? {
        gate.update(&Place {
            parent_id: old.parent_id.clone(),
            ..kept.clone()
        })?;
    }
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
        let Some(child) = gate
            .read()
            .get::<Place>(&id)?
            .filter(|child| child.id != into)
        else {
            continue;
        };
        // Two places of one name in one place are one place.
        if let Match::One(twin) = gate.read().place_in(&child.name, Some(into))? {
            let twin: Place = stored(gate.read().get(&twin)?, &twin)?;
            place(gate, &child, &twin)?;
        } else {
            gate.update(&Place {
                parent_id: Some(into.to_owned()),
                ..child
            })?;
        }
    }
    names(gate, "place_id", from, into, |alias| {
        alias.place_id = Some(into.to_owned())
    })?;
    gate.delete::<Place>(from)?;
    alias(gate, old.name.clone(), &kept.name, |alias| {
        alias.place_id = Some(into.to_owned())
    })
}

fn events(gate: &mut Gate<'_>, from: &str, into: &str) -> Result<(), Error> {
    let old: Event = stored(gate.read().get(from)?, from)?;
    let kept: Event = stored(gate.read().get(into)?, into)?;
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

/// A group of the project's own goes, and its word becomes another name. The program's own words stay: only what was
/// recorded under such a word moves.
fn groups(gate: &mut Gate<'_>, from: &str, into: &str) -> Result<(), Error> {
    tell(gate, from, into);
    repoint!(gate, Figure.group, "group", from, Some(into.to_owned()));
    names(gate, "group_word", from, into, |alias| {
        alias.group_word = Some(into.to_owned())
    })?;
    let words = gate.read().words()?;
    let groups = words.of(OpenVocabulary::Group);
    let (old, kept) = (groups.find(from), groups.find(into));
    let above = old.and_then(|old| groups.parent(old));
    if old
        .zip(kept)
        .is_some_and(|(old, kept)| groups.is_inside(kept, old))
    {
        // The second would come to lie in itself.
        for own in own_groups(gate, "word", into)? {
            let parent = above.map(|above| groups.name(above).to_owned());
            gate.update(&OwnWord { parent, ..own })?;
        }
    }
    for child in own_groups(gate, "parent", from)? {
        if child.word != into {
            gate.update(&OwnWord {
                parent: Some(into.to_owned()),
                ..child
            })?;
        }
    }
    for own in own_groups(gate, "word", from)? {
        gate.delete::<OwnWord>(&own.id)?;
        alias(gate, from.to_owned(), into, |alias| {
            alias.group_word = Some(into.to_owned())
        })?;
    }
    Ok(())
}

/// The groups of the project's own with that word or parent.
fn own_groups(gate: &Gate<'_>, column: &str, value: &str) -> Result<Vec<OwnWord>, Error> {
    let mut found = Vec::new();
    for id in gate.read().ids_where::<OwnWord>(column, value)? {
        found.extend(
            gate.read()
                .get::<OwnWord>(&id)?
                .filter(|own| own.vocabulary == OpenVocabulary::Group.as_str()),
        );
    }
    Ok(found)
}

/// Makes the other names of the first other names of the second, each once.
fn names(
    gate: &mut Gate<'_>,
    column: &str,
    from: &str,
    into: &str,
    of: impl Fn(&mut Alias),
) -> Result<(), Error> {
    let mut known = HashSet::new();
    for id in gate.read().ids_where::<Alias>(column, into)? {
        known.extend(gate.read().get::<Alias>(&id)?.map(|alias| alias.name_key));
    }
    for id in gate.read().ids_where::<Alias>(column, from)? {
        let Some(mut alias) = gate.read().get::<Alias>(&id)? else {
            continue;
        };
        if known.insert(alias.name_key.clone()) {
            of(&mut alias);
            gate.update(&alias)?;
        } else {
            gate.delete::<Alias>(&id)?;
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
    let known = [
        ("source_id", &alias.source_id),
        ("speaker_id", &alias.speaker_id),
        ("place_id", &alias.place_id),
        ("group_word", &alias.group_word),
    ];
    for (column, owner) in known {
        let Some(owner) = owner else { continue };
        for id in gate.read().ids_where::<Alias>(column, owner)? {
            let other = gate.read().get::<Alias>(&id)?;
            if other.is_some_and(|other| other.name_key == alias.name_key) {
                return Ok(());
            }
        }
    }
    gate.insert(&alias)?;
    Ok(())
}

fn tell(gate: &mut Gate<'_>, from: &str, into: &str) {
    gate.tell("from", from);
    gate.tell("into", into);
}
