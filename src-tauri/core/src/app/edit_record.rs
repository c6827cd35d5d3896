//! Changing single fields of articles, statements and figures.

use super::desk::some_text;
use super::edit::{Fields, bad_value, date, flag, stored, unknown_field};
use super::record::{Standpoint, parse_word, settled, usual_connection};
use super::{Error, relate, resolve};
use crate::capture::anchor::Finder;
use crate::domain::claim::ClaimFigure;
use crate::domain::nouns::{Article, ChainLink, Figure, Revision, Statement};
use crate::domain::refusal::Refusal;
use crate::exchange::split_items;
use crate::store::Gate;
use crate::view::{Note, Party};
use onrecord_reading::{Amount, bounds};
use std::ops::Range;

pub(super) fn article(gate: &mut Gate<'_>, id: &str, fields: &Fields) -> Result<(), Error> {
    const KNOWN: &[&str] = &[
        "title",
        "outlet",
        "author",
        "url",
        "archive_url",
        "language",
        "published_at",
        "event",
        "confidential",
    ];
    let mut article: Article = stored(gate.read().get(id)?, id)?;
    for (field, value) in fields {
        match field.as_str() {
            "title" => article.title = resolve::name_of(value, "title")?,
            "outlet" => article.outlet = some_text(value),
            "author" => article.authors = split_items(value),
            "url" => article.url = some_text(value),
            "archive_url" => article.archive_url = some_text(value),
            "language" => article.language = some_text(value),
            "published_at" => article.published_at = date(field, value)?,
            "event" => {
                article.event_id = some_text(value)
                    .map(|name| resolve::event(gate, &name))
                    .transpose()?
            }
            "confidential" => article.confidential = flag(field, value)?,
            _ => return Err(unknown_field("article", field, KNOWN)),
        }
    }
    gate.update(&article)?;
    Ok(())
}

pub(super) fn statement(
    gate: &mut Gate<'_>,
    id: &str,
    fields: &Fields,
    notes: &mut Vec<Note>,
) -> Result<(), Error> {
    const KNOWN: &[&str] = &[
        "modality",
        "speaker",
        "speaker_role",
        "source",
        "source_as_written",
        "source_quote",
        "via",
        "stated_at",
        "event",
        "quote_translation",
        "translation_lang",
        "translated_by",
        "page",
        "note",
        "tags",
        "confidential",
        "second_reader",
    ];
    let mut statement: Statement = stored(gate.read().get(id)?, id)?;
    let before = statement.clone();
    let mut chain_changed = false;
    let named = |value: &str| {
        some_text(value).map(|name| Party {
            name,
            ..Party::default()
        })
    };
    for (field, value) in fields {
        match field.as_str() {
            "modality" => statement.modality = parse_word("modality", value.trim())?,
            "speaker" => {
                statement.speaker_id = named(value)
                    .map(|party| resolve::speaker(gate, &party))
                    .transpose()?;
            }
            "speaker_role" => statement.speaker_role = some_text(value),
            "source" => {
                statement.source_id = named(value)
                    .map(|party| resolve::source(gate, &party, notes))
                    .transpose()?;
            }
            "source_as_written" => statement.source_as_written = some_text(value),
            "source_quote" => statement.source_quote = some_text(value),
            "via" => chain_changed = via(gate, id, value, notes)?,
            "stated_at" => statement.stated_at = date(field, value)?,
            "event" => {
                statement.event_id = some_text(value)
                    .map(|name| resolve::event(gate, &name))
                    .transpose()?
            }
            "quote_translation" => statement.quote_translation = some_text(value),
            "translation_lang" => statement.translation_lang = some_text(value),
            "translated_by" => statement.translated_by = some_text(value),
            "page" => statement.page = some_text(value),
            "note" => value.trim().clone_into(&mut statement.note),
            "tags" => statement.tags = split_items(value),
            "confidential" => statement.confidential = flag(field, value)?,
            "second_reader" => statement.second_reader = some_text(value),
            _ => return Err(unknown_field("statement", field, KNOWN)),
        }
    }
    if chain_changed || statement != before {
        statement.updated_at = gate.now();
        gate.update(&statement)?;
    }
    Ok(())
}

/// Makes a statement's chain the bodies listed; one that stays where it was keeps its connection. Says whether it changed.
fn via(
    gate: &mut Gate<'_>,
    statement_id: &str,
    value: &str,
    notes: &mut Vec<Note>,
) -> Result<bool, Error> {
    let old = gate.read().chain(statement_id)?;
    let names = split_items(value);
    let mut changed = false;
    for (position, name) in (0..).zip(&names) {
        let source_id = resolve::source(
            gate,
            &Party {
                name: name.clone(),
                ..Party::default()
            },
            notes,
        )?;
        let at = old.get(position as usize);
        if at.is_some_and(|link| link.source_id == source_id) {
            continue;
        }
        let connection = usual_connection(gate, &source_id)?;
        let id = at.map_or_else(|| gate.new_id(), |link| link.id.clone());
        let link = ChainLink {
            id,
            statement_id: statement_id.to_owned(),
            position,
            source_id,
            connection,
        };
        match at {
            Some(_) => {
                gate.update(&link)?;
            }
            None => gate.insert(&link)?,
        }
        changed = true;
    }
    for link in old.iter().skip(names.len()) {
        changed |= gate.delete::<ChainLink>(&link.id)?;
    }
    Ok(changed)
}

/// Bounds follow qualifier and number: changing one of these fills them anew, unless bounds are given with it. Another
/// unit does so too where they were filled, for of counts and of other units it is done differently.
pub(super) fn figure(gate: &mut Gate<'_>, id: &str, fields: &Fields) -> Result<(), Error> {
    const KNOWN: &[&str] = &[
        "figure_text",
        "qualifier",
        "point",
        "low",
        "high",
        "vague",
        "unit",
        "measure",
        "severity",
        "group",
        "includes",
        "excludes",
        "place",
        "period_start",
        "period_end",
        "as_of",
        "counting",
        "basis",
        "stance",
        "doubtful",
        "part_of",
    ];
    let figure: Figure = stored(gate.read().get(id)?, id)?;
    let statement: Statement =
        stored(gate.read().get(&figure.statement_id)?, &figure.statement_id)?;
    let mut claim = claim_of(&figure);
    let mut words = figure
        .start
        .zip(figure.end)
        .map(|(start, end)| start..end)
        .zip(figure.figure_text.clone());
    let mut part_of = figure.part_of.clone();
    let mut place: Option<Option<String>> = None;
    let given = |name: &str| fields.iter().any(|(field, _)| field == name);
    let refilled = given("point")
        || given("qualifier") && figure.point.is_some()
        || given("unit") && are_filled(&figure);
    if refilled && !given("low") && !given("high") {
        (claim.low, claim.high) = (None, None);
    }
    for (field, value) in fields {
        let text = some_text(value);
        match field.as_str() {
            "figure_text" => {
                words = text
                    .map(|text| find_words(gate, &statement, &text))
                    .transpose()?
            }
            "qualifier" => {
                claim.qualifier = text
                    .map(|word| parse_word("qualifier", &word))
                    .transpose()?
            }
            "point" => claim.point = amount(field, text)?,
            "low" => claim.low = amount(field, text)?,
            "high" => claim.high = amount(field, text)?,
            "vague" => claim.vague = Some(flag(field, value)?),
            "unit" => claim.unit = text,
            "measure" => claim.measure = text,
            "severity" => claim.severity = text,
            "group" => claim.group = text,
            "includes" => claim.includes = split_items(value),
            "excludes" => claim.excludes = split_items(value),
            "place" => place = Some(text),
            "period_start" => claim.period_start = text,
            "period_end" => claim.period_end = text,
            "as_of" => claim.as_of = text,
            "counting" => {
                claim.counting = text.map(|word| parse_word("counting", &word)).transpose()?
            }
            "basis" => claim.basis = text,
            "stance" => claim.stance = text.map(|word| parse_word("stance", &word)).transpose()?,
            "doubtful" => claim.doubtful = flag(field, value)?,
            "part_of" => part_of = text,
            _ => return Err(unknown_field("figure", field, KNOWN)),
        }
    }
    let at = Standpoint {
        id: figure.id,
        statement_id: &statement.id,
        position: figure.position,
        words,
        part_of,
    };
    let vocabularies = gate.read().words()?;
    let mut changed = settled(gate, &vocabularies, &claim, None, at)?.figure;
    changed.place_id = match place {
        None => figure.place_id,
        Some(path) => path.map(|path| resolve::place(gate, &path)).transpose()?,
    };
    relate::refuse_circles(gate, [&changed])?;
    if gate.update(&changed)? {
        gate.update(&Statement {
            updated_at: gate.now(),
            ..statement
        })?;
    }
    Ok(())
}

/// Whether a figure's bounds are those that follow from its qualifier and number.
fn are_filled(figure: &Figure) -> bool {
    let counts = figure.unit.split(':').next() == Some("count");
    bounds(figure.qualifier, figure.point, counts)
        .is_ok_and(|filled| (filled.low, filled.high) == (figure.low, figure.high))
}

/// A stored figure as a claim says it, all but its place and what it is a part of.
fn claim_of(figure: &Figure) -> ClaimFigure {
    ClaimFigure {
        figure_text: figure.figure_text.clone(),
        qualifier: Some(figure.qualifier),
        point: figure.point,
        low: figure.low,
        high: figure.high,
        vague: Some(figure.vague),
        unit: Some(figure.unit.clone()),
        measure: figure.measure.clone(),
        severity: figure.severity.clone(),
        group: figure.group.clone(),
        includes: figure.includes.clone(),
        excludes: figure.excludes.clone(),
        period_start: figure.period_start.clone(),
        period_end: figure.period_end.clone(),
        as_of: figure.as_of.clone(),
        counting: figure.counting,
        basis: figure.basis.clone(),
        stance: Some(figure.stance),
        doubtful: figure.doubtful,
        ..ClaimFigure::default()
    }
}

fn amount(field: &str, value: Option<String>) -> Result<Option<Amount>, Error> {
    value
        .map(|value| Amount::parse(&value).map_err(|_| bad_value(field, &value, "number")))
        .transpose()
}

/// Where words stand in the quote of a statement.
fn find_words(
    gate: &Gate<'_>,
    statement: &Statement,
    words: &str,
) -> Result<(Range<u32>, String), Error> {
    let revision: Revision = stored(
        gate.read().get(&statement.revision_id)?,
        &statement.revision_id,
    )?;
    let text = gate.read().text(&revision.text_sha256)?;
    let finder = Finder::new(&text, &[]);
    let not_there = || Refusal::FigureTextNotFound {
        text: words.to_owned(),
    };
    let range = finder
        .figure(&(statement.start..statement.end), words, &[])
        .map_err(|_| not_there())?;
    let own = finder
        .offsets()
        .slice(&range)
        .map_err(|_| not_there())?
        .to_owned();
    Ok((range, own))
}
