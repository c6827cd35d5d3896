//! Another name for an entry of the register; the one it had can stay as another name of it.

use super::aliases::{Owner, give};
use super::edit::{place_name_taken, rename, stored};
use super::{Asked, Desk, Error, resolve};
use crate::domain::names::fold_name;
use crate::domain::nouns::{Alias, Event, Figure, OwnWord, Place, Source, Speaker};
use crate::domain::vocabulary::OpenVocabulary;
use crate::store::{Gate, Noun};
use crate::view::{RenameInput, Written};

impl Desk {
    /// Gives an entry of the register another name. A word takes along what was recorded under it.
    ///
    /// # Errors
    /// When there is no such entry, or the name is another one's.
    pub fn rename(&mut self, input: &RenameInput) -> Result<Written, Error> {
        let id = input.id.as_str();
        self.making("rename", &input.name, |gate, name| {
            let unknown = || Asked::UnknownId { id: id.to_owned() };
            let noun = gate.read().noun_of(id)?.ok_or_else(unknown)?;
            gate.tell("noun", noun.as_str());
            gate.tell("entity", id);
            let (old, owner) = match noun {
                Noun::Source => {
                    let mut source: Source = stored(gate.read().get(id)?, id)?;
                    let (name, key) = rename(gate, noun, id, &name)?;
                    source.name_key = key;
                    let old = std::mem::replace(&mut source.name, name);
                    gate.update(&source)?;
                    (old, id.to_owned())
                }
                Noun::Speaker => {
                    let mut speaker: Speaker = stored(gate.read().get(id)?, id)?;
                    let (name, key) = rename(gate, noun, id, &name)?;
                    speaker.name_key = key;
                    let old = std::mem::replace(&mut speaker.name, name);
                    gate.update(&speaker)?;
                    (old, id.to_owned())
                }
                Noun::Event => {
                    let mut event: Event = stored(gate.read().get(id)?, id)?;
                    let (name, key) = rename(gate, noun, id, &name)?;
                    event.name_key = key;
                    let old = std::mem::replace(&mut event.name, name);
                    gate.update(&event)?;
                    (old, id.to_owned())
                }
                Noun::Place => {
                    let mut place: Place = stored(gate.read().get(id)?, id)?;
                    place.name_key = fold_name(&name);
                    let old = std::mem::replace(&mut place.name, name.clone());
                    place_name_taken(gate, &place)?;
                    gate.update(&place)?;
                    (old, id.to_owned())
                }
                Noun::Word => (word(gate, id, &name)?, name.clone()),
                _ => {
                    return Err(Asked::WrongNoun {
                        id: id.to_owned(),
                        noun: noun.as_str(),
                    }
                    .into());
                }
            };
            gate.tell("from", old.clone());
            if let Some(owner) = Owner::of(noun, &owner) {
                // A name that was another name of it is now its own.
                for alias in owner.names(gate)? {
                    if alias.name_key == fold_name(&name) {
                        gate.delete::<Alias>(&alias.id)?;
                    }
                }
                if input.keep_old && is_known_by_others(gate, noun, id)? {
                    give(gate, owner, &name, &old)?;
                }
            }
            Ok(id.to_owned())
        })
    }
}

/// Whether an entry may have other names: of words, groups alone.
fn is_known_by_others(gate: &Gate<'_>, noun: Noun, id: &str) -> Result<bool, Error> {
    if noun != Noun::Word {
        return Ok(true);
    }
    let own: Option<OwnWord> = gate.read().get(id)?;
    Ok(own.is_some_and(|own| own.vocabulary == OpenVocabulary::Group.as_str()))
}

/// Gives a word another one in its place everywhere. Answers the old one.
fn word(gate: &mut Gate<'_>, id: &str, name: &str) -> Result<String, Error> {
    let own: OwnWord = stored(gate.read().get(id)?, id)?;
    let name = resolve::name_of(name, "name")?;
    let vocabulary = OpenVocabulary::named(&own.vocabulary);
    let words = gate.read().words()?;
    if vocabulary.is_some_and(|which| words.of(which).is_known(&name)) {
        return Err(Asked::NameTaken { name }.into());
    }
    let old = own.word.clone();
    gate.update(&OwnWord {
        word: name.clone(),
        ..own
    })?;
    for child in gate.read().ids_where::<OwnWord>("parent", &old)? {
        let child: OwnWord = stored(gate.read().get(&child)?, &child)?;
        if OpenVocabulary::named(&child.vocabulary) == vocabulary {
            gate.update(&OwnWord {
                parent: Some(name.clone()),
                ..child
            })?;
        }
    }
    match vocabulary {
        Some(OpenVocabulary::SourceKind) => {
            for id in gate.read().ids_where::<Source>("kind", &old)? {
                let source: Source = stored(gate.read().get(&id)?, &id)?;
                gate.update(&Source {
                    kind: name.clone(),
                    ..source
                })?;
            }
        }
        Some(vocabulary) => figures(gate, vocabulary, &old, &name)?,
        None => {}
    }
    Ok(old)
}

fn figures(
    gate: &mut Gate<'_>,
    vocabulary: OpenVocabulary,
    old: &str,
    name: &str,
) -> Result<(), Error> {
    for id in gate.read().ids_where::<Figure>(vocabulary.as_str(), old)? {
        let mut figure: Figure = stored(gate.read().get(&id)?, &id)?;
        let new = Some(name.to_owned());
        match vocabulary {
            OpenVocabulary::Measure => figure.measure = new,
            OpenVocabulary::Severity => figure.severity = new,
            OpenVocabulary::Group => figure.group = new,
            OpenVocabulary::Basis => figure.basis = new,
            OpenVocabulary::Unit => name.clone_into(&mut figure.unit),
            OpenVocabulary::SourceKind => {}
        }
        gate.update(&figure)?;
    }
    if vocabulary != OpenVocabulary::Group {
        return Ok(());
    }
    for alias in Owner::of(Noun::Word, old).map_or(Ok(Vec::new()), |owner| owner.names(gate))? {
        gate.update(&Alias {
            group_word: Some(name.to_owned()),
            ..alias
        })?;
    }
    for id in gate.read().figures_listing(old)? {
        let mut figure: Figure = stored(gate.read().get(&id)?, &id)?;
        let listed = figure.includes.iter_mut().chain(&mut figure.excludes);
        for word in listed.filter(|word| *word == old) {
            name.clone_into(word);
        }
        gate.update(&figure)?;
    }
    Ok(())
}
