//! Merging groups, which are words: all that was counted under the one is counted under the other.

use super::Error;
use super::aliases::{Owner, give, hand_on};
use super::merge::{Done, many, repoint};
use crate::domain::nouns::{Figure, OwnWord};
use crate::domain::vocabulary::OpenVocabulary;
use crate::store::{Gate, Noun};

/// A group of the project's own goes, and its word becomes another name. The program's own words stay: only what was
/// recorded under such a word moves.
pub(super) fn groups(
    gate: &mut Gate<'_>,
    from: &str,
    into: &str,
    done: &mut Done,
) -> Result<(), Error> {
    gate.tell("name", from);
    gate.tell("into", into);
    let figures = repoint!(gate, Figure.group, "group", from, Some(into.to_owned()));
    done.preview.moved.figures += many(&figures);
    let owners = Owner::of(Noun::Word, from).zip(Owner::of(Noun::Word, into));
    if let Some((from, into_names)) = owners {
        let handed = hand_on(gate, from, into_names, into)?;
        done.preview.aliases.extend(handed);
    }
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
            done.preview.children.push(child.word.clone());
            gate.update(&OwnWord {
                parent: Some(into.to_owned()),
                ..child
            })?;
        }
    }
    for own in own_groups(gate, "word", from)? {
        gate.delete::<OwnWord>(&own.id)?;
        if let Some((_, names)) = owners
            && give(gate, names, into, from)?
        {
            done.preview.aliases.push(from.to_owned());
        }
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
