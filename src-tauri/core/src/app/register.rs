//! The register: entries made, named otherwise, put under one another, and merged.

use super::desk::some_text;
use super::edit::{bad_value, date, stored};
use super::record::checked_date;
use super::{Asked, Desk, Error, resolve};
use crate::domain::date::Date;
use crate::domain::nouns::{Event, OwnWord, Source};
use crate::domain::refusal::Refusal;
use crate::domain::vocabulary::OpenVocabulary;
use crate::store::{Gate, Match, Noun};
use crate::view::{
    EntryQuery, EntryStatement, EntryUses, EventInput, GradeInput, Named, Party, PlaceInput,
    Register, SourceInput, WordInput, Written,
};

impl Desk {
    /// Everything fields choose from.
    ///
    /// # Errors
    /// What the engine says.
    pub fn register(&self) -> Result<Register, Error> {
        Ok(self.store.read().register()?)
    }

    /// The events by name: what the window asks for before anything else of the register.
    ///
    /// # Errors
    /// What the engine says.
    pub fn event_names(&self) -> Result<Vec<Named>, Error> {
        Ok(self.store.read().event_names()?)
    }

    /// Makes a source.
    ///
    /// # Errors
    /// When there is one of that name, or its kind is no word.
    pub fn add_source(&mut self, input: &SourceInput) -> Result<Written, Error> {
        self.making("source_add", &input.name, |gate, name| {
            if gate.read().named(Noun::Source, &name)? != Match::Nothing {
                return Err(Asked::NameTaken { name }.into());
            }
            let party = Party {
                id: None,
                name,
                kind: input.kind.clone(),
            };
            resolve::source(gate, &party, &mut Vec::new())
        })
    }

    /// Makes a place, or puts one that lies in none under its parent. The parent is made where it is lacking.
    ///
    /// # Errors
    /// When the place would lie in itself.
    pub fn add_place(&mut self, input: &PlaceInput) -> Result<Written, Error> {
        self.making("place_add", &input.name, |gate, name| {
            match input.parent.as_deref().and_then(some_text) {
                None => resolve::place(gate, &name),
                Some(parent) => {
                    let parent = resolve::place(gate, &parent)?;
                    resolve::put_place(gate, name, parent)
                }
            }
        })
    }

    /// Makes an event, or changes the fields given of one that is there; an empty value takes a field away.
    ///
    /// # Errors
    /// When a date is none, the event ends before it begins, or events would lie in one another in a circle.
    pub fn put_event(&mut self, input: &EventInput) -> Result<Written, Error> {
        self.making("event_put", &input.name, |gate, name| {
            checked_date("from", input.from.as_deref().and_then(some_text).as_deref())?;
            checked_date("to", input.to.as_deref().and_then(some_text).as_deref())?;
            let id = resolve::event(gate, &name)?;
            let stored: Option<Event> = gate.read().get(&id)?;
            let mut event = stored.ok_or_else(|| Asked::UnknownId { id: id.clone() })?;
            let given = |field: &mut Option<String>, value: &Option<String>| {
                if let Some(value) = value {
                    *field = some_text(value);
                }
            };
            given(&mut event.period_start, &input.from);
            given(&mut event.period_end, &input.to);
            given(&mut event.inclusion, &input.inclusion);
            if let Some(place) = &input.place {
                event.place_id = some_text(place)
                    .map(|path| resolve::place(gate, &path))
                    .transpose()?;
            }
            if let Some(parent) = &input.parent {
                event.parent_id = some_text(parent)
                    .map(|name| resolve::event(gate, &name))
                    .transpose()?;
                refuse_circle(
                    gate,
                    Noun::Event,
                    &id,
                    event.parent_id.as_deref(),
                    &event.name,
                )?;
            }
            refuse_reversed(&event)?;
            gate.update(&event)?;
            Ok(id)
        })
    }

    /// Adds a word of the project's own to an open vocabulary.
    ///
    /// # Errors
    /// When there is no such vocabulary or parent, or the vocabulary has the word already.
    pub fn add_word(&mut self, input: &WordInput) -> Result<Written, Error> {
        self.making("word_add", &input.word, |gate, word| {
            let vocabulary =
                OpenVocabulary::named(&input.vocabulary).ok_or_else(|| Asked::BadValue {
                    field: "vocabulary".to_owned(),
                    value: input.vocabulary.clone(),
                    wanted: "measure, severity, group, basis, source_kind, unit".to_owned(),
                })?;
            let words = gate.read().words()?;
            if words.of(vocabulary).is_known(&word) {
                return Err(Asked::NameTaken { name: word }.into());
            }
            let mut parent = input.parent.as_deref().and_then(some_text);
            if vocabulary == OpenVocabulary::Group && parent.is_none() {
                // Whoever is counted is a person, unless somebody says otherwise.
                parent = Some("persons".to_owned());
            }
            if let Some(parent) = parent
                .as_deref()
                .filter(|parent| !words.of(vocabulary).is_known(parent))
            {
                return Err(Refusal::UnknownWord {
                    vocabulary: vocabulary.as_str(),
                    word: parent.to_owned(),
                }
                .into());
            }
            let own = OwnWord {
                id: gate.new_id(),
                vocabulary: vocabulary.as_str().to_owned(),
                word,
                parent,
            };
            gate.insert(&own)?;
            Ok(own.id)
        })
    }

    /// What refers to every entry that anything refers to.
    ///
    /// # Errors
    /// What the engine says.
    pub fn register_uses(&self) -> Result<Vec<EntryUses>, Error> {
        Ok(self.store.read().all_uses()?)
    }

    /// The statements that use an entry, newest first.
    ///
    /// # Errors
    /// What the engine says.
    pub fn statements_of(&self, query: &EntryQuery) -> Result<Vec<EntryStatement>, Error> {
        Ok(self.store.read().statements_of(query)?)
    }

    /// Says how far a source is to be believed, and why; or takes its grade away.
    ///
    /// # Errors
    /// When there is no such source, the grade or the date is none, or a grade has no reason.
    pub fn grade(&mut self, input: &GradeInput) -> Result<Written, Error> {
        let ((), changes) = self.operation("source_grade", |gate| {
            let id = input.id.as_str();
            let mut source: Source = stored(gate.read().get(id)?, id)?;
            source.reliability = match input.reliability.as_deref() {
                Some(grade @ ("A" | "B" | "C" | "D" | "E" | "F")) => Some(grade.to_owned()),
                None => None,
                Some(other) => return Err(bad_value("reliability", other, "reliability")),
            };
            source.reliability_reason = some_text(&input.reason);
            source.reliability_date =
                date("reliability_date", input.date.as_deref().unwrap_or(""))?;
            match (&source.reliability, &source.reliability_reason) {
                (Some(_), None) => return Err(Asked::ReasoningMissing.into()),
                (Some(grade), Some(_)) => gate.tell("grade", grade.clone()),
                (None, _) => (source.reliability_reason, source.reliability_date) = (None, None),
            }
            gate.update(&source)?;
            Ok(())
        })?;
        Ok(Written {
            id: input.id.clone(),
            changes,
            notes: Vec::new(),
        })
    }

    /// One operation that makes something of a name.
    pub(super) fn making(
        &mut self,
        command: &'static str,
        name: &str,
        work: impl FnOnce(&mut Gate<'_>, String) -> Result<String, Error>,
    ) -> Result<Written, Error> {
        let (id, changes) = self.operation(command, |gate| {
            let name = resolve::name_of(name, "name")?;
            gate.tell("name", name.clone());
            work(gate, name)
        })?;
        Ok(Written {
            id,
            changes,
            notes: Vec::new(),
        })
    }
}

/// The group that a word, or the id of a word of the project's own, means.
pub(super) fn group(gate: &Gate<'_>, word: &str) -> Result<String, Error> {
    if gate
        .read()
        .words()?
        .of(OpenVocabulary::Group)
        .is_known(word)
    {
        return Ok(word.to_owned());
    }
    match gate.read().get::<OwnWord>(word)? {
        Some(own) if own.vocabulary == OpenVocabulary::Group.as_str() => Ok(own.word),
        Some(_) => Err(Asked::WrongNoun {
            id: word.to_owned(),
            noun: Noun::Word.as_str(),
        }
        .into()),
        None => Err(Asked::UnknownId {
            id: word.to_owned(),
        }
        .into()),
    }
}

/// Refuses an event that ends before it begins.
pub(super) fn refuse_reversed(event: &Event) -> Result<(), Asked> {
    let (Some(from), Some(to)) = (&event.period_start, &event.period_end) else {
        return Ok(());
    };
    match (Date::parse(from), Date::parse(to)) {
        (Ok(begin), Ok(end)) if begin.is_later_than(&end) => Err(Asked::BadValue {
            field: "to".to_owned(),
            value: to.clone(),
            wanted: format!("≥ {from}"),
        }),
        _ => Ok(()),
    }
}

/// Refuses a parent that is the entry itself or lies in it.
pub(super) fn refuse_circle(
    gate: &Gate<'_>,
    noun: Noun,
    id: &str,
    parent: Option<&str>,
    name: &str,
) -> Result<(), Error> {
    match parent {
        Some(parent) if parent == id || gate.read().lies_in(noun, parent, id)? => {
            Err(Asked::Circle {
                name: name.to_owned(),
            }
            .into())
        }
        _ => Ok(()),
    }
}
