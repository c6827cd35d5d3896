//! From the fields of a claim, whether they stood in JSON or in cells, to the claim.
//!
//! Absent and null are alike, and so is a text of blanks. Numbers may be JSON numbers or texts. Unknown keys are refused
//! by name, never passed over.

use super::fields::{Fields, Read};
use super::value::Value;
use crate::domain::claim::{Claim, ClaimFigure, ClaimLink, ClaimRelation, FigureRef};
use crate::domain::refusal::Refusal;
use crate::domain::vocabulary::Counting;

/// Reads a claim. `lines` are the physical lines of the claim and of each of its figures; where a figure has none it
/// stands on the claim's.
///
/// # Errors
/// The first thing that does not fit, with the line that it stands on.
pub fn claim(value: Value, line: usize, figure_lines: &[usize]) -> Result<Claim, (usize, Refusal)> {
    let Value::Object(members) = value else {
        return Err((line, Refusal::NotAnObject));
    };
    let at_claim = |reason| (line, reason);
    let mut fields = Fields::new("", members).map_err(at_claim)?;
    let figures = fields.list("figures").map_err(at_claim)?;
    let mut claim = statement(fields, line).map_err(at_claim)?;
    for (index, figure) in figures.into_iter().enumerate() {
        let line = figure_lines.get(index).copied().unwrap_or(line);
        let read = read_figure(figure, line, index, &mut claim.relations);
        claim.figures.push(read.map_err(|reason| (line, reason))?);
    }
    Ok(claim)
}

fn statement(mut fields: Fields, line: usize) -> Read<Claim> {
    let mut article = Vec::new();
    for key in [
        "article",
        "article_sha256",
        "article_id",
        "article_url",
        "article_title",
    ] {
        article.extend(fields.text(key)?);
    }
    let claim = Claim {
        line,
        label: fields.text("id")?,
        article,
        published: None,
        quote: fields.words("quote")?.unwrap_or_default(),
        start: fields.offset("start")?,
        prefix: fields.words("prefix")?,
        modality: fields.word("modality")?,
        speaker: fields.text("speaker")?,
        speaker_role: fields.text("speaker_role")?,
        source: fields.text("source")?,
        source_kind: fields.text("source_kind")?,
        source_as_written: fields.words("source_as_written")?,
        source_quote: fields.words("source_quote")?,
        via: fields
            .list("via")?
            .into_iter()
            .map(link)
            .collect::<Read<_>>()?,
        stated_at: fields.date("stated_at")?,
        event: fields.text("event")?,
        quote_translation: fields.words("quote_translation")?,
        translation_lang: fields.text("translation_lang")?,
        translated_by: fields.text("translated_by")?,
        note: fields.words("note")?.unwrap_or_default(),
        tags: fields.texts("tags")?,
        confidential: fields.flag("confidential")?.unwrap_or(false),
        status: fields.word("status")?,
        relations: fields
            .list("relations")?
            .into_iter()
            .map(|value| relation(value, None))
            .collect::<Read<_>>()?,
        figures: Vec::new(),
    };
    if claim.article.is_empty() {
        return Err(fields.missing("article"));
    }
    if claim.quote.is_empty() {
        return Err(fields.missing("quote"));
    }
    fields.done()?;
    Ok(claim)
}

fn read_figure(
    value: Value,
    line: usize,
    index: usize,
    relations: &mut Vec<ClaimRelation>,
) -> Read<ClaimFigure> {
    let Value::Object(members) = value else {
        return Err(Refusal::WrongType {
            key: "figures".to_owned(),
            wanted: "object",
        });
    };
    let mut fields = Fields::new("figures.", members)?;
    let cumulative = fields.flag("cumulative")?;
    let counting = fields.word("counting")?;
    if cumulative.is_some() && counting.is_some() {
        return Err(Refusal::KeyTwice {
            key: "figures.cumulative".to_owned(),
        });
    }
    let figure_text = fields.take_either("figure_text", "text")?;
    let point = fields.take_either("point", "value")?;
    let figure = ClaimFigure {
        line,
        label: fields.text("id")?,
        figure_text: figure_text
            .map(|value| fields.text_of("figure_text", value))
            .transpose()?,
        qualifier: fields.word("qualifier")?,
        point: point
            .map(|value| fields.amount_of("point", value))
            .transpose()?,
        low: fields.amount("low")?,
        high: fields.amount("high")?,
        vague: fields.flag("vague")?,
        unit: fields.text("unit")?,
        measure: fields.text("measure")?,
        severity: fields.text("severity")?,
        group: fields.text("group")?,
        includes: fields.texts("includes")?,
        excludes: fields.texts("excludes")?,
        place: fields.text("place")?,
        period_start: fields.date("period_start")?,
        period_end: fields.date("period_end")?,
        as_of: fields.date("as_of")?,
        counting: counting.or(cumulative.map(counted)),
        basis: fields.text("basis")?,
        stance: fields.word("stance")?,
        doubtful: fields.flag("doubtful")?.unwrap_or(false),
        part_of: fields.figure_ref("part_of")?,
    };
    // A row of a table has its relations beside its figure.
    for value in fields.list("relations")? {
        relations.push(relation(value, Some(FigureRef::Index(index)))?);
    }
    fields.done()?;
    Ok(figure)
}

fn counted(cumulative: bool) -> Counting {
    if cumulative {
        Counting::Total
    } else {
        Counting::New
    }
}

fn link(value: Value) -> Read<ClaimLink> {
    match value {
        Value::Text(name) => Ok(ClaimLink {
            name: name.trim().to_owned(),
            kind: None,
            connection: None,
        }),
        Value::Object(members) => {
            let mut fields = Fields::new("via.", members)?;
            let link = ClaimLink {
                name: fields.text("name")?.ok_or_else(|| fields.missing("name"))?,
                kind: fields.text("kind")?,
                connection: fields.word("connection")?,
            };
            fields.done()?;
            Ok(link)
        }
        _ => Err(Refusal::WrongType {
            key: "via".to_owned(),
            wanted: "text",
        }),
    }
}

/// A relation as an object, or as a cell writes it: `kind figure_id`.
fn relation(value: Value, from: Option<FigureRef>) -> Read<ClaimRelation> {
    let mut fields = match value {
        Value::Object(members) => Fields::new("relations.", members)?,
        Value::Text(text) => {
            let (kind, to) = text
                .trim()
                .split_once(char::is_whitespace)
                .unwrap_or((text.trim(), ""));
            let member =
                |key: &str, text: &str| (key.to_owned(), Value::Text(text.trim().to_owned()));
            Fields::new("relations.", vec![member("kind", kind), member("to", to)])?
        }
        _ => {
            return Err(Refusal::WrongType {
                key: "relations".to_owned(),
                wanted: "object",
            });
        }
    };
    let kind = fields.text("kind")?.ok_or_else(|| fields.missing("kind"))?;
    let relation = ClaimRelation {
        kind: kind.parse().map_err(|_| Refusal::UnknownWord {
            vocabulary: "relation",
            word: kind,
        })?,
        from: fields.figure_ref("from")?.or(from),
        to: fields
            .figure_ref("to")?
            .ok_or_else(|| fields.missing("to"))?,
    };
    fields.done()?;
    Ok(relation)
}
