//! The other names of entries of the register: given, taken away, and handed on when entries become one.

use super::edit::stored;
use super::{Asked, Desk, Error, register};
use crate::domain::names::fold_name;
use crate::domain::nouns::Alias;
use crate::store::{Gate, Match, Noun};
use crate::view::{AliasInput, Changes, Written};
use std::collections::HashSet;

/// Whose another name is: the column of `alias` that says so, and the id or word in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Owner<'o> {
    column: &'static str,
    id: &'o str,
}

impl<'o> Owner<'o> {
    /// An entry of that noun; of a group, `id` is its word. `None` where the noun knows no other names.
    pub(super) fn of(noun: Noun, id: &'o str) -> Option<Owner<'o>> {
        let column = match noun {
            Noun::Source => "source_id",
            Noun::Speaker => "speaker_id",
            Noun::Place => "place_id",
            Noun::Word => "group_word",
            _ => return None,
        };
        Some(Owner { column, id })
    }

    fn own(&self, alias: &mut Alias) {
        let id = Some(self.id.to_owned());
        (
            alias.source_id,
            alias.speaker_id,
            alias.place_id,
            alias.group_word,
        ) = match self.column {
            "source_id" => (id, None, None, None),
            "speaker_id" => (None, id, None, None),
            "place_id" => (None, None, id, None),
            _ => (None, None, None, id),
        };
    }

    /// The names it has beside its own.
    pub(super) fn names(&self, gate: &Gate<'_>) -> Result<Vec<Alias>, Error> {
        let mut names = Vec::new();
        for id in gate.read().ids_where::<Alias>(self.column, self.id)? {
            names.extend(gate.read().get::<Alias>(&id)?);
        }
        Ok(names)
    }
}

impl Desk {
    /// Gives a source, a speaker, a place or a group another name.
    ///
    /// # Errors
    /// When there is no such entry, or the name means another one already.
    pub fn add_alias(&mut self, input: &AliasInput) -> Result<Written, Error> {
        self.making("alias", &input.name, |gate, name| {
            let noun = gate.read().noun_of(&input.id)?;
            let (id, taken) = match noun {
                Some(noun @ (Noun::Source | Noun::Speaker | Noun::Place)) => {
                    (input.id.clone(), gate.read().named(noun, &name)?)
                }
                Some(Noun::Word) | None => {
                    let meant = gate.read().group_named(&name)?;
                    let taken = meant.map_or(Match::Nothing, Match::One);
                    (register::group(gate, &input.id)?, taken)
                }
                Some(noun) => {
                    return Err(Asked::WrongNoun {
                        id: input.id.clone(),
                        noun: noun.as_str(),
                    }
                    .into());
                }
            };
            match taken {
                Match::Nothing => {}
                Match::One(own) if own == id => return Ok(id),
                Match::One(_) | Match::Several(_) => return Err(Asked::NameTaken { name }.into()),
            }
            gate.tell("entity", input.id.clone());
            let owner = Owner::of(noun.unwrap_or(Noun::Word), &id);
            let given = owner.map(|owner| insert(gate, owner, name)).transpose()?;
            Ok(given.unwrap_or(id))
        })
    }

    /// Takes another name away from its entry.
    ///
    /// # Errors
    /// When there is no such name.
    pub fn remove_alias(&mut self, id: &str) -> Result<Changes, Error> {
        let ((), changes) = self.operation("alias_remove", |gate| {
            let alias: Alias = stored(gate.read().get(id)?, id)?;
            gate.tell("name", alias.name);
            let owner = [
                alias.source_id,
                alias.speaker_id,
                alias.place_id,
                alias.group_word,
            ];
            gate.tell("entity", owner.into_iter().flatten().next());
            gate.delete::<Alias>(id)?;
            Ok(())
        })?;
        Ok(changes)
    }
}

fn insert(gate: &mut Gate<'_>, owner: Owner<'_>, name: String) -> Result<String, Error> {
    let mut alias = Alias {
        id: gate.new_id(),
        source_id: None,
        speaker_id: None,
        place_id: None,
        group_word: None,
        name_key: fold_name(&name),
        name,
    };
    owner.own(&mut alias);
    gate.insert(&alias)?;
    Ok(alias.id)
}

/// Gives an entry that is called `main` another name, unless it is known by it already. Says whether it was given.
pub(super) fn give(
    gate: &mut Gate<'_>,
    owner: Owner<'_>,
    main: &str,
    name: &str,
) -> Result<bool, Error> {
    let key = fold_name(name);
    let mut known = owner.names(gate)?.into_iter();
    if key == fold_name(main) || known.any(|alias| alias.name_key == key) {
        return Ok(false);
    }
    insert(gate, owner, name.to_owned())?;
    Ok(true)
}

/// Makes the other names of one entry other names of another, each once. Answers those that the other did not have.
pub(super) fn hand_on(
    gate: &mut Gate<'_>,
    from: Owner<'_>,
    into: Owner<'_>,
    main: &str,
) -> Result<Vec<String>, Error> {
    let names = into.names(gate)?.into_iter().map(|alias| alias.name_key);
    let mut known: HashSet<String> = names.chain([fold_name(main)]).collect();
    let mut handed = Vec::new();
    for mut alias in from.names(gate)? {
        if known.insert(alias.name_key.clone()) {
            into.own(&mut alias);
            gate.update(&alias)?;
            handed.push(alias.name);
        } else {
            gate.delete::<Alias>(&alias.id)?;
        }
    }
    Ok(handed)
}
