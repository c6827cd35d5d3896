//! Merging entries of the register: all that refers to the one refers to the other, and its names become names of the other.

use super::aliases::{Owner, give, hand_on};
use super::desk::note;
use super::edit::stored;
use super::merge_groups::groups;
use super::{Asked, Desk, Error, register, resolve};
use crate::domain::nouns::{
    Article, ChainLink, Event, Figure, Place, Reliance, Source, Speaker, Statement,
};
use crate::store::{Entity, Gate, Match, Noun};
use crate::view::{Lost, MergeInput, MergePreview, Written};
use std::collections::BTreeSet;

impl Desk {
    /// Makes sources, speakers, places, events or groups one. Each is named by id or name.
    ///
    /// # Errors
    /// When one is unknown, or they are of different nouns or the same entry.
    pub fn merge(&mut self, input: &MergeInput) -> Result<Written, Error> {
        let ((id, preview), changes) = self.operation("merge", |gate| all(gate, input))?;
        let mut notes = Vec::new();
        if !preview.lost.is_empty() {
            let entries: BTreeSet<&str> = preview
                .lost
                .iter()
                .map(|lost| lost.entry.as_str())
                .collect();
            let names = entries.into_iter().collect::<Vec<_>>().join("; ");
            let count = preview.lost.len();
            notes.push(note(
                "merge_lost",
                [("count", count.into()), ("names", names.into())],
            ));
        }
        Ok(Written { id, changes, notes })
    }

    /// What merging would do: the same work, taken back.
    ///
    /// # Errors
    /// As [`Desk::merge`].
    pub fn preview_merge(&mut self, input: &MergeInput) -> Result<MergePreview, Error> {
        let (_, preview) = self.rehearsed("merge", |gate| all(gate, input))?;
        Ok(preview)
    }
}

/// What is done so far, and the statements that it moved, each of which counts once.
#[derive(Debug, Default)]
pub(super) struct Done {
    pub(super) preview: MergePreview,
    statements: BTreeSet<String>,
}

fn all(gate: &mut Gate<'_>, input: &MergeInput) -> Result<(String, MergePreview), Error> {
    let mut pairs = Vec::new();
    for from in &input.from {
        let (noun, id, into) = pair(gate, from, &input.into)?;
        if id == into {
            return Err(Asked::Itself { name: from.clone() }.into());
        }
        pairs.push((noun, id, into));
    }
    pairs.dedup();
    let mut done = Done::default();
    let mut kept = String::new();
    for (noun, from, into) in pairs {
        kept.clone_from(&into);
        gate.tell("noun", noun.as_str());
        if noun != Noun::Word && !gate.read().is_a(noun, &from)? {
            // It went with another.
            continue;
        }
        match noun {
            Noun::Source => entry::<Source>(gate, &from, &into, &mut done)?,
            Noun::Speaker => entry::<Speaker>(gate, &from, &into, &mut done)?,
            Noun::Place => entry::<Place>(gate, &from, &into, &mut done)?,
            Noun::Event => entry::<Event>(gate, &from, &into, &mut done)?,
            _ => groups(gate, &from, &into, &mut done)?,
        }
    }
    gate.tell("count", input.from.len());
    gate.tell("entity", kept.clone());
    done.preview.moved.statements = u32::try_from(done.statements.len()).unwrap_or(u32::MAX);
    Ok((kept, done.preview))
}

/// The two entries, which are of one noun.
fn pair(gate: &Gate<'_>, from: &str, into: &str) -> Result<(Noun, String, String), Error> {
    const NOUNS: [Noun; 4] = [Noun::Source, Noun::Speaker, Noun::Place, Noun::Event];
    if let Some(noun) = gate
        .read()
        .noun_of(from)?
        .filter(|noun| NOUNS.contains(noun))
    {
        return match resolve::existing(gate.read(), noun, into) {
            Ok(into) => Ok((noun, from.to_owned(), into)),
            Err(error) => match gate.read().noun_of(into)? {
                Some(_) => Err(Asked::DifferentNouns {
                    from: from.to_owned(),
                    into: into.to_owned(),
                }
                .into()),
                None => Err(error),
            },
        };
    }
    let mut half = None;
    for noun in NOUNS {
        match (
            resolve::existing(gate.read(), noun, from),
            resolve::existing(gate.read(), noun, into),
        ) {
            (Ok(from), Ok(into)) => return Ok((noun, from, into)),
            (Err(error @ Error::Refused(_)), _) | (_, Err(error @ Error::Refused(_))) => {
                return Err(error);
            }
            (Ok(_), Err(error)) | (Err(error), Ok(_)) => half = Some(error),
            (Err(_), Err(_)) => {}
        }
    }
    match (register::group(gate, from), register::group(gate, into)) {
        (Ok(from), Ok(into)) => Ok((Noun::Word, from, into)),
        (Err(error), _) | (_, Err(error)) => Err(half.unwrap_or(error)),
    }
}

/// Points one column of all rows that refer to the first at the second; answers the rows.
macro_rules! repoint {
    ($gate:ident, $noun:ident . $field:ident, $column:literal, $from:expr, $into:expr) => {{
        let mut moved: Vec<$noun> = Vec::new();
        for id in $gate.read().ids_where::<$noun>($column, $from)? {
            if let Some(mut row) = $gate.read().get::<$noun>(&id)? {
                row.$field = $into;
                $gate.update(&row)?;
                moved.push(row);
            }
        }
        moved
    }};
}
pub(super) use repoint;

/// A number of rows as the preview says it.
pub(super) fn many<T>(rows: &[T]) -> u32 {
    u32::try_from(rows.len()).unwrap_or(u32::MAX)
}

/// An entry that can become one with another of its noun. What is special to the noun stands here, the rest in [`entry`].
trait Entry: Entity + Clone {
    const NOUN: Noun;

    fn name(&self) -> &str;

    /// Where it says in what it lies; `None` where the noun is no tree.
    fn parent(&mut self) -> Option<&mut Option<String>> {
        None
    }

    /// Makes what refers to one refer to the other.
    fn repoint(gate: &mut Gate<'_>, from: &str, into: &str, done: &mut Done) -> Result<(), Error>;

    /// What it says of itself, by field, in the words of the register.
    fn says(&self) -> Vec<(&'static str, Option<String>)>;

    /// The entry in `into` that a child which is about to lie there is the same as.
    fn twin(_gate: &Gate<'_>, _child: &Self, _into: &str) -> Result<Option<String>, Error> {
        Ok(None)
    }
}

fn entry<E: Entry>(
    gate: &mut Gate<'_>,
    from: &str,
    into: &str,
    done: &mut Done,
) -> Result<(), Error> {
    let mut old: E = stored(gate.read().get(from)?, from)?;
    let mut kept: E = stored(gate.read().get(into)?, into)?;
    let says = kept.says();
    for ((field, value), (_, other)) in old.says().into_iter().zip(says) {
        if let Some(value) = value.filter(|value| Some(value) != other.as_ref()) {
            done.preview.lost.push(Lost {
                entry: old.name().to_owned(),
                field: field.to_owned(),
                value,
                kept: other,
            });
        }
    }
    E::repoint(gate, from, into, done)?;
    if let Some(above) = old.parent() {
        if gate.read().lies_in(E::NOUN, into, from)? {
            // The second would come to lie in itself.
            if let Some(parent) = kept.parent() {
                parent.clone_from(above);
            }
            gate.update(&kept)?;
        }
        for id in gate.read().ids_where::<E>("parent_id", from)? {
            adopt::<E>(gate, &id, into, done)?;
        }
    }
    let owners = Owner::of(E::NOUN, from).zip(Owner::of(E::NOUN, into));
    if let Some((from, into)) = owners {
        done.preview
            .aliases
            .extend(hand_on(gate, from, into, kept.name())?);
    }
    gate.delete::<E>(from)?;
    if let Some((_, into)) = owners
        && give(gate, into, kept.name(), old.name())?
    {
        done.preview.aliases.push(old.name().to_owned());
    }
    gate.tell("name", old.name());
    gate.tell("into", kept.name());
    Ok(())
}

/// Puts a child of an entry that goes into the one that stays.
fn adopt<E: Entry>(
    gate: &mut Gate<'_>,
    id: &str,
    into: &str,
    done: &mut Done,
) -> Result<(), Error> {
    let Some(mut child) = gate.read().get::<E>(id)?.filter(|_| id != into) else {
        return Ok(());
    };
    if let Some(twin) = E::twin(gate, &child, into)? {
        done.preview.twins.push(child.name().to_owned());
        return entry::<E>(gate, id, &twin, done);
    }
    if let Some(parent) = child.parent() {
        *parent = Some(into.to_owned());
    }
    gate.update(&child)?;
    done.preview.children.push(child.name().to_owned());
    Ok(())
}

impl Entry for Source {
    const NOUN: Noun = Noun::Source;

    fn name(&self) -> &str {
        &self.name
    }

    fn parent(&mut self) -> Option<&mut Option<String>> {
        Some(&mut self.parent_id)
    }

    fn repoint(gate: &mut Gate<'_>, from: &str, into: &str, done: &mut Done) -> Result<(), Error> {
        let said = repoint!(
            gate,
            Statement.source_id,
            "source_id",
            from,
            Some(into.to_owned())
        );
        let passed = repoint!(
            gate,
            ChainLink.source_id,
            "source_id",
            from,
            into.to_owned()
        );
        done.statements.extend(said.into_iter().map(|row| row.id));
        done.statements
            .extend(passed.into_iter().map(|row| row.statement_id));
        reliances(gate, from, into, done)
    }

    fn says(&self) -> Vec<(&'static str, Option<String>)> {
        let kind = Some(self.kind.clone()).filter(|kind| kind != "other");
        vec![
            ("kind", kind),
            ("country", self.country.clone()),
            ("reliability", self.reliability.clone()),
            ("reliability_reason", self.reliability_reason.clone()),
            ("reliability_date", self.reliability_date.clone()),
            ("party", self.party.then(|| "true".to_owned())),
            ("notes", self.notes.clone()),
        ]
    }
}

/// Moves the links to and from a source that goes; one that the other has already, or that would lead to itself, goes.
fn reliances(gate: &mut Gate<'_>, from: &str, into: &str, done: &mut Done) -> Result<(), Error> {
    let links = |gate: &Gate<'_>, source: &str| -> Result<Vec<Reliance>, Error> {
        let mut links = Vec::new();
        for column in ["source_id", "relies_on_id"] {
            for id in gate.read().ids_where::<Reliance>(column, source)? {
                links.extend(gate.read().get::<Reliance>(&id)?);
            }
        }
        Ok(links)
    };
    let ends = |link: &Reliance| (link.source_id.clone(), link.relies_on_id.clone());
    let mut known: BTreeSet<_> = links(gate, into)?.iter().map(ends).collect();
    for mut link in links(gate, from)? {
        for end in [&mut link.source_id, &mut link.relies_on_id] {
            if end == from {
                into.clone_into(end);
            }
        }
        if link.source_id == link.relies_on_id || !known.insert(ends(&link)) {
            gate.delete::<Reliance>(&link.id)?;
        } else {
            gate.update(&link)?;
            done.preview.reliances += 1;
        }
    }
    Ok(())
}

impl Entry for Speaker {
    const NOUN: Noun = Noun::Speaker;

    fn name(&self) -> &str {
        &self.name
    }

    fn repoint(gate: &mut Gate<'_>, from: &str, into: &str, done: &mut Done) -> Result<(), Error> {
        let said = repoint!(
            gate,
            Statement.speaker_id,
            "speaker_id",
            from,
            Some(into.to_owned())
        );
        done.statements.extend(said.into_iter().map(|row| row.id));
        Ok(())
    }

    fn says(&self) -> Vec<(&'static str, Option<String>)> {
        vec![("notes", self.notes.clone())]
    }
}

impl Entry for Place {
    const NOUN: Noun = Noun::Place;

    fn name(&self) -> &str {
        &self.name
    }

    fn parent(&mut self) -> Option<&mut Option<String>> {
        Some(&mut self.parent_id)
    }

    fn repoint(gate: &mut Gate<'_>, from: &str, into: &str, done: &mut Done) -> Result<(), Error> {
        let figures = repoint!(
            gate,
            Figure.place_id,
            "place_id",
            from,
            Some(into.to_owned())
        );
        let events = repoint!(
            gate,
            Event.place_id,
            "place_id",
            from,
            Some(into.to_owned())
        );
        done.preview.moved.figures += many(&figures);
        done.preview.moved.entries += many(&events);
        Ok(())
    }

    fn says(&self) -> Vec<(&'static str, Option<String>)> {
        Vec::new()
    }

    /// Two places of one name in one place are one place.
    fn twin(gate: &Gate<'_>, child: &Place, into: &str) -> Result<Option<String>, Error> {
        Ok(match gate.read().place_in(&child.name, Some(into))? {
            Match::One(twin) => Some(twin),
            Match::Nothing | Match::Several(_) => None,
        })
    }
}

impl Entry for Event {
    const NOUN: Noun = Noun::Event;

    fn name(&self) -> &str {
        &self.name
    }

    fn parent(&mut self) -> Option<&mut Option<String>> {
        Some(&mut self.parent_id)
    }

    fn repoint(gate: &mut Gate<'_>, from: &str, into: &str, done: &mut Done) -> Result<(), Error> {
        let said = repoint!(
            gate,
            Statement.event_id,
            "event_id",
            from,
            Some(into.to_owned())
        );
        let articles = repoint!(
            gate,
            Article.event_id,
            "event_id",
            from,
            Some(into.to_owned())
        );
        done.statements.extend(said.into_iter().map(|row| row.id));
        done.preview.moved.articles += many(&articles);
        Ok(())
    }

    fn says(&self) -> Vec<(&'static str, Option<String>)> {
        vec![
            ("from", self.period_start.clone()),
            ("to", self.period_end.clone()),
            ("inclusion", self.inclusion.clone()),
        ]
    }
}
