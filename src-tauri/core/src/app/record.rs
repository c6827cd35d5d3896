//! Recording statements: one way for the window's cards, for the claims of a file, and for what reads articles.

use super::desk::some_text;
use super::{Asked, Desk, Error, card, delete, relate, resolve};
use crate::domain::claim::{ClaimFigure, ReadNumber};
use crate::domain::date::Date;
use crate::domain::nouns::{ChainLink, Figure, Source, Statement};
use crate::domain::refusal::Refusal;
use crate::domain::vocabulary::{Connection, OpenVocabulary, RelationKind, Stance, Words};
use crate::store::Gate;
use crate::view::{Note, Party, StatementInput, ViaInput, Written};
use std::ops::Range;

/// A statement ready to be kept, but for the names that are yet to be found in the register.
pub(crate) struct Recording {
    /// The statement; speaker, source and event are filled from the names below.
    pub(crate) statement: Statement,
    pub(crate) speaker: Option<Party>,
    pub(crate) source: Option<Party>,
    /// From the issuer outwards.
    pub(crate) via: Vec<ViaInput>,
    /// By name or id.
    pub(crate) event: Option<String>,
    pub(crate) figures: Vec<RecordingFigure>,
}

/// A figure ready to be kept, but for its place.
pub(crate) struct RecordingFigure {
    /// The figure; its place is filled from the path below.
    pub(crate) figure: Figure,
    /// A path.
    pub(crate) place: Option<String>,
    /// All that it does to other figures, these by id; absent, what it did before.
    pub(crate) relations: Option<Vec<(RelationKind, String)>>,
}

impl Desk {
    /// Records a statement with its figures.
    ///
    /// # Errors
    /// When it breaks a rule of claims, names two entries of the register alike, or the project cannot be written.
    pub fn record_statement(&mut self, input: &StatementInput) -> Result<Written, Error> {
        let mut notes = Vec::new();
        let (id, changes) = self.operation("statement_record", |gate| {
            let recording = card::recording(gate, input, None)?;
            let id = recording.statement.id.clone();
            gate.tell("figures", recording.figures.len());
            keep(gate, recording, &mut notes)?;
            Ok(id)
        })?;
        Ok(Written { id, changes, notes })
    }

    /// Keeps a statement as its card now is, a draft as an accepted one. Figures keep their ids and judgements, and their
    /// relations unless the card names others; those that are gone from the card are deleted. A card that says nothing new
    /// leaves no trace.
    ///
    /// # Errors
    /// As [`Desk::record_statement`], and when there is no such statement.
    pub fn edit_statement(&mut self, id: &str, input: &StatementInput) -> Result<Written, Error> {
        let mut notes = Vec::new();
        let ((), changes) = self.operation("statement_edit", |gate| {
            let stored: Statement = gate
                .read()
                .get(id)?
                .ok_or_else(|| Asked::UnknownId { id: id.to_owned() })?;
            let recording = card::recording(gate, input, Some(&stored))?;
            replace(gate, &stored, recording, &mut notes)
        })?;
        Ok(Written {
            id: id.to_owned(),
            changes,
            notes,
        })
    }
}

/// Keeps a new statement with its chain and figures.
pub(crate) fn keep(
    gate: &mut Gate<'_>,
    recording: Recording,
    notes: &mut Vec<Note>,
) -> Result<(), Error> {
    let (statement, chain, figures, relations) = resolved(gate, recording, notes)?;
    gate.insert(&statement)?;
    for link in &chain {
        gate.insert(link)?;
    }
    for figure in &figures {
        gate.insert(figure)?;
    }
    for (from, relations) in relations {
        relate::keep_relations(gate, &from, relations)?;
    }
    Ok(())
}

/// Makes a stored statement what the recording says.
fn replace(
    gate: &mut Gate<'_>,
    stored: &Statement,
    recording: Recording,
    notes: &mut Vec<Note>,
) -> Result<(), Error> {
    let (mut statement, mut chain, figures, relations) = resolved(gate, recording, notes)?;
    let mut changed = false;
    let old_chain = gate.read().chain(&stored.id)?;
    for (link, old) in chain.iter_mut().zip(&old_chain) {
        link.id.clone_from(&old.id);
        changed |= gate.update(link)?;
    }
    for link in chain.iter().skip(old_chain.len()) {
        gate.insert(link)?;
        changed = true;
    }
    for old in old_chain.iter().skip(chain.len()) {
        changed |= gate.delete::<ChainLink>(&old.id)?;
    }
    let old_figures = gate
        .read()
        .ids_where::<Figure>("statement_id", &stored.id)?;
    let gone: Vec<&String> = old_figures
        .iter()
        .filter(|id| figures.iter().all(|figure| figure.id != **id))
        .collect();
    for whole in figures.iter().filter_map(|figure| figure.part_of.as_ref()) {
        if gone.contains(&whole) {
            let target = whole.clone();
            return Err(Refusal::PartOfNowhere { target }.into());
        }
    }
    for id in gone {
        delete::figure(gate, id)?;
        changed = true;
    }
    for figure in &figures {
        if old_figures.contains(&figure.id) {
            changed |= gate.update(figure)?;
        } else {
            gate.insert(figure)?;
            changed = true;
        }
    }
    for (from, relations) in relations {
        changed |= relate::keep_relations(gate, &from, relations)?;
    }
    if changed || statement != *stored {
        statement.updated_at = gate.now();
        gate.update(&statement)?;
    }
    Ok(())
}

/// A statement with its chain and its figures, all names found, and what figures do to others, by the id of the figure.
type Resolved = (
    Statement,
    Vec<ChainLink>,
    Vec<Figure>,
    Vec<(String, Vec<(RelationKind, String)>)>,
);

/// Finds or makes what the recording names.
fn resolved(
    gate: &mut Gate<'_>,
    recording: Recording,
    notes: &mut Vec<Note>,
) -> Result<Resolved, Error> {
    let Recording {
        mut statement,
        speaker,
        source,
        via,
        event,
        figures,
    } = recording;
    statement.speaker_id = speaker
        .map(|party| resolve::speaker(gate, &party))
        .transpose()?;
    statement.source_id = source
        .map(|party| resolve::source(gate, &party, notes))
        .transpose()?;
    statement.event_id = event.map(|name| resolve::event(gate, &name)).transpose()?;
    let mut chain = Vec::with_capacity(via.len());
    for (position, link) in (0..).zip(&via) {
        let source_id = resolve::source(gate, &link.source, notes)?;
        let connection = match link.connection.as_deref() {
            Some(word) => parse_word::<Connection>("connection", word)?,
            None => usual_connection(gate, &source_id)?,
        };
        chain.push(ChainLink {
            id: gate.new_id(),
            statement_id: statement.id.clone(),
            position,
            source_id,
            connection,
        });
    }
    let mut kept = Vec::with_capacity(figures.len());
    let mut related = Vec::new();
    for RecordingFigure {
        mut figure,
        place,
        relations,
    } in figures
    {
        figure.place_id = place.map(|path| resolve::place(gate, &path)).transpose()?;
        related.extend(relations.map(|relations| (figure.id.clone(), relations)));
        kept.push(figure);
    }
    Ok((statement, chain, kept, related))
}

/// In what capacity a body of this kind usually passes things on.
pub(super) fn usual_connection(gate: &Gate<'_>, source: &str) -> Result<Connection, Error> {
    let kind = gate
        .read()
        .get::<Source>(source)?
        .map(|source| source.kind)
        .unwrap_or_default();
    Ok(match kind.as_str() {
        "news_agency" => Connection::Agency,
        "media" | "state_media" => Connection::Outlet,
        _ => Connection::Channel,
    })
}

/// Where a figure stands: its statement, its place among the figures, and its words in the article.
pub(crate) struct Standpoint<'a> {
    pub(crate) id: String,
    pub(crate) statement_id: &'a str,
    pub(crate) position: u32,
    /// Code points of the article's text, with the words there.
    pub(crate) words: Option<(Range<u32>, String)>,
    /// The id of the figure that this one is a part of.
    pub(crate) part_of: Option<String>,
}

/// A figure of a claim or card, with everything filled in that follows from it, and checked.
///
/// # Errors
/// [`Refusal`] names the key and what is wrong with it.
pub(crate) fn settled(
    gate: &Gate<'_>,
    words: &Words,
    claim: &ClaimFigure,
    read: Option<ReadNumber>,
    at: Standpoint<'_>,
) -> Result<RecordingFigure, Error> {
    let number = claim.settle(read)?;
    for (key, date) in [
        ("figures.period_start", &claim.period_start),
        ("figures.period_end", &claim.period_end),
        ("figures.as_of", &claim.as_of),
    ] {
        checked_date(key, date.as_deref())?;
    }
    let known = |vocabulary: OpenVocabulary, word: &Option<String>| match word {
        Some(word) if !words.of(vocabulary).is_known(word) => Err(Refusal::UnknownWord {
            vocabulary: vocabulary.as_str(),
            word: word.clone(),
        }),
        word => Ok(word.clone()),
    };
    let group = match &claim.group {
        Some(group) if !words.of(OpenVocabulary::Group).is_known(group) => {
            let named = gate.read().group_named(group)?;
            Some(named.ok_or_else(|| Refusal::UnknownWord {
                vocabulary: "group",
                word: group.clone(),
            })?)
        }
        group => group.clone(),
    };
    if !words.is_unit(claim.unit()) {
        return Err(Refusal::UnknownWord {
            vocabulary: "unit",
            word: claim.unit().to_owned(),
        }
        .into());
    }
    let (span, figure_text) = at.words.unzip();
    let figure = Figure {
        id: at.id,
        statement_id: at.statement_id.to_owned(),
        position: at.position,
        start: span.as_ref().map(|span| span.start),
        end: span.as_ref().map(|span| span.end),
        figure_text,
        qualifier: number.qualifier,
        point: number.point,
        low: number.bounds.low,
        high: number.bounds.high,
        vague: number.vague,
        unit: claim.unit().to_owned(),
        measure: known(OpenVocabulary::Measure, &claim.measure)?,
        severity: known(OpenVocabulary::Severity, &claim.severity)?,
        group,
        includes: claim
            .includes
            .iter()
            .filter_map(|word| some_text(word))
            .collect(),
        excludes: claim
            .excludes
            .iter()
            .filter_map(|word| some_text(word))
            .collect(),
        place_id: None,
        period_start: claim.period_start.clone(),
        period_end: claim.period_end.clone(),
        as_of: claim.as_of.clone(),
        counting: claim.counting,
        basis: known(OpenVocabulary::Basis, &claim.basis)?,
        stance: claim.stance.unwrap_or(Stance::Asserts),
        doubtful: claim.doubtful,
        part_of: at.part_of,
    };
    Ok(RecordingFigure {
        figure,
        place: claim.place.as_deref().and_then(some_text),
        relations: None,
    })
}

/// A date as given, checked.
pub(crate) fn checked_date(key: &str, date: Option<&str>) -> Result<(), Refusal> {
    match date {
        Some(text) if Date::parse(text).is_err() => Err(Refusal::NotADate {
            key: key.to_owned(),
            value: text.to_owned(),
        }),
        _ => Ok(()),
    }
}

/// A word of a closed vocabulary.
pub(crate) fn parse_word<T: std::str::FromStr>(
    vocabulary: &'static str,
    word: &str,
) -> Result<T, Refusal> {
    T::from_str(word).map_err(|_| Refusal::UnknownWord {
        vocabulary,
        word: word.to_owned(),
    })
}
