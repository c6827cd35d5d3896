//! A card of the window as a recording.

use super::desk::some_text;
use super::record::{Recording, RecordingFigure, Standpoint, checked_date, parse_word, settled};
use super::{Asked, Error};
use crate::capture::anchor::Anchor;
use crate::domain::claim::ClaimFigure;
use crate::domain::nouns::{Figure, Revision, Statement};
use crate::domain::offsets::Offsets;
use crate::domain::refusal::Refusal;
use crate::domain::vocabulary::{Modality, RelationKind, StatementStatus};
use crate::store::Gate;
use crate::view::{FigureInput, RelationTo, StatementInput};
use onrecord_reading::Amount;
use std::ops::Range;

/// What a card says; `stored` is the statement that it edits.
///
/// # Errors
/// When a range lies outside of the article's text, or a value breaks a rule of claims.
pub(super) fn recording(
    gate: &Gate<'_>,
    input: &StatementInput,
    stored: Option<&Statement>,
) -> Result<Recording, Error> {
    let read = gate.read();
    let revision_id = match stored {
        Some(statement) => statement.revision_id.clone(),
        None => {
            let unknown = || Asked::UnknownId {
                id: input.article_id.clone(),
            };
            read.article(&input.article_id)?
                .ok_or_else(unknown)?
                .revision_id
        }
    };
    let revision: Revision = read.get(&revision_id)?.ok_or_else(|| Asked::UnknownId {
        id: input.article_id.clone(),
    })?;
    let text = read.text(&revision.text_sha256)?;
    let offsets = Offsets::new(&text);
    let anchor = Anchor::at(&offsets, input.start..input.end)
        .map_err(|_| outside(&offsets, input.start, input.end))?;
    if anchor.quote.trim().is_empty() {
        return Err(outside(&offsets, input.start, input.end).into());
    }
    checked_date("stated_at", input.stated_at.as_deref())?;
    let attributed = input.source.is_some() || input.speaker.is_some();
    let modality = match input.modality.as_deref() {
        Some(word) => parse_word("modality", word)?,
        None if attributed => Modality::Indirect,
        None => Modality::Unattributed,
    };
    let text_of = |text: &Option<String>| text.as_deref().and_then(some_text);
    let statement = Statement {
        id: stored.map_or_else(|| gate.new_id(), |statement| statement.id.clone()),
        revision_id,
        start: anchor.start,
        end: anchor.end,
        quote: anchor.quote,
        prefix: anchor.prefix,
        suffix: anchor.suffix,
        page: stored.and_then(|statement| statement.page.clone()),
        modality,
        speaker_id: None,
        speaker_role: text_of(&input.speaker_role),
        source_id: None,
        source_as_written: text_of(&input.source_as_written),
        source_quote: text_of(&input.source_quote),
        stated_at: text_of(&input.stated_at),
        event_id: None,
        quote_translation: text_of(&input.quote_translation),
        translation_lang: text_of(&input.translation_lang),
        translated_by: text_of(&input.translated_by),
        note: input.note.trim().to_owned(),
        tags: input.tags.iter().filter_map(|tag| some_text(tag)).collect(),
        // Whoever keeps the card of a draft stands behind it.
        status: StatementStatus::Accepted,
        confidential: input.confidential,
        recorded_by: stored.map_or_else(
            || gate.by().to_owned(),
            |statement| statement.recorded_by.clone(),
        ),
        second_reader: stored.and_then(|statement| statement.second_reader.clone()),
        created_at: stored.map_or_else(|| gate.now(), |statement| statement.created_at.clone()),
        updated_at: stored.map_or_else(|| gate.now(), |statement| statement.updated_at.clone()),
    };
    let figures = figures(gate, input, &statement, &offsets)?;
    Ok(Recording {
        statement,
        speaker: input.speaker.clone(),
        source: input.source.clone(),
        via: input.via.clone(),
        event: text_of(&input.event),
        figures,
    })
}

fn figures(
    gate: &Gate<'_>,
    input: &StatementInput,
    statement: &Statement,
    offsets: &Offsets<'_>,
) -> Result<Vec<RecordingFigure>, Error> {
    let words = gate.read().words()?;
    let known = gate
        .read()
        .ids_where::<Figure>("statement_id", &statement.id)?;
    let mut ids: Vec<String> = Vec::with_capacity(input.figures.len());
    for figure in &input.figures {
        ids.push(match &figure.id {
            None => gate.new_id(),
            Some(id) if known.contains(id) && !ids.contains(id) => id.clone(),
            Some(id) => return Err(Asked::UnknownId { id: id.clone() }.into()),
        });
    }
    let mut figures = Vec::with_capacity(ids.len());
    for ((position, id), figure) in (0..).zip(&ids).zip(&input.figures) {
        let part_of = match figure.part_of.as_deref().and_then(some_text) {
            None => None,
            Some(target) => Some(part_of(&target, &ids, id)?),
        };
        let relations = figure
            .relations
            .as_ref()
            .map(|given| relations(given, &ids))
            .transpose()?;
        let at = Standpoint {
            id: id.clone(),
            statement_id: &statement.id,
            position,
            words: figure_words(figure, statement, offsets)?,
            part_of,
        };
        figures.push(RecordingFigure {
            relations,
            ..settled(gate, &words, &claim(figure)?, None, at)?
        });
    }
    super::relate::refuse_circles(gate, figures.iter().map(|recording| &recording.figure))?;
    Ok(figures)
}

/// The id that a card's `part_of` means.
fn part_of(target: &str, ids: &[String], own: &str) -> Result<String, Refusal> {
    let id = meant(target, ids).ok_or_else(|| Refusal::PartOfNowhere {
        target: target.to_owned(),
    })?;
    if id == own {
        Err(Refusal::PartOfCircle {
            target: target.to_owned(),
        })
    } else {
        Ok(id)
    }
}

/// The id of the figure that a card names: `#N` is its own N-th figure.
fn meant(target: &str, ids: &[String]) -> Option<String> {
    match target.strip_prefix('#') {
        Some(index) => ids.get(index.parse::<usize>().ok()?).cloned(),
        None => Some(target.to_owned()),
    }
}

/// What a figure of the card does to others.
fn relations(given: &[RelationTo], ids: &[String]) -> Result<Vec<(RelationKind, String)>, Refusal> {
    given
        .iter()
        .map(|relation| {
            let to = meant(&relation.to, ids).ok_or_else(|| Refusal::RelationNowhere {
                target: relation.to.clone(),
            })?;
            Ok((parse_word("relation", &relation.kind)?, to))
        })
        .collect()
}

/// The figure's words, which are words of its statement.
fn figure_words(
    figure: &FigureInput,
    statement: &Statement,
    offsets: &Offsets<'_>,
) -> Result<Option<(Range<u32>, String)>, Error> {
    let (Some(start), Some(end)) = (figure.start, figure.end) else {
        return Ok(None);
    };
    let words = offsets
        .slice(&(start..end))
        .map_err(|_| outside(offsets, start, end))?;
    if start < statement.start || end > statement.end || words.trim().is_empty() {
        return Err(Refusal::FigureTextNotFound {
            text: words.to_owned(),
        }
        .into());
    }
    Ok(Some((start..end, words.to_owned())))
}

/// A card's figure as a claim's.
fn claim(figure: &FigureInput) -> Result<ClaimFigure, Refusal> {
    let text = |text: &Option<String>| text.as_deref().and_then(some_text);
    let amount = |key: &str, value: &Option<String>| match text(value) {
        None => Ok(None),
        Some(value) => Amount::parse(&value)
            .map(Some)
            .map_err(|_| Refusal::NotANumber {
                key: key.to_owned(),
                value,
            }),
    };
    Ok(ClaimFigure {
        qualifier: text(&figure.qualifier)
            .map(|word| parse_word("qualifier", &word))
            .transpose()?,
        point: amount("point", &figure.point)?,
        low: amount("low", &figure.low)?,
        high: amount("high", &figure.high)?,
        vague: Some(figure.vague),
        unit: some_text(&figure.unit),
        measure: text(&figure.measure),
        severity: text(&figure.severity),
        group: text(&figure.group),
        includes: figure.includes.clone(),
        excludes: figure.excludes.clone(),
        place: text(&figure.place),
        period_start: text(&figure.period_start),
        period_end: text(&figure.period_end),
        as_of: text(&figure.as_of),
        counting: text(&figure.counting)
            .map(|word| parse_word("counting", &word))
            .transpose()?,
        basis: text(&figure.basis),
        stance: some_text(&figure.stance)
            .map(|word| parse_word("stance", &word))
            .transpose()?,
        doubtful: figure.doubtful,
        ..ClaimFigure::default()
    })
}

fn outside(offsets: &Offsets<'_>, start: u32, end: u32) -> Asked {
    Asked::OutsideText {
        start,
        end,
        length: offsets.code_points(),
    }
}
