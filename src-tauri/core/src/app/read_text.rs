//! Reading a text that need not be in a project.

use crate::domain::offsets::Offsets;
use crate::view::{
    DraftFigure, DraftSource, DraftSpeaker, DraftView, RuleView, TextReading, TextSpan,
};
use onrecord_reading::{Draft, Figure, Rule, Source, read};
use std::ops::Range;

/// Reads a text in `language`, an ISO 639-1 code, or in the one that it seems to be written in. `explain` words the rules by
/// which each statement was found; without it they are left out.
#[must_use]
pub fn read_text(
    text: &str,
    language: Option<&str>,
    explain: Option<&dyn Fn(&RuleView) -> String>,
) -> TextReading {
    let reading = read(text, language);
    let offsets = Offsets::new(text);
    TextReading {
        language: reading.language,
        statements: reading
            .statements
            .iter()
            .filter_map(|draft| statement(&offsets, draft, explain))
            .collect(),
    }
}

fn statement(
    offsets: &Offsets<'_>,
    draft: &Draft,
    explain: Option<&dyn Fn(&RuleView) -> String>,
) -> Option<DraftView> {
    let told = |span: &Option<Range<usize>>| span.as_ref().and_then(|span| piece(offsets, span));
    let rules = explain.map(|worded| rules(offsets.text(), draft).iter().map(worded).collect());
    Some(DraftView {
        span: piece(offsets, &draft.span)?,
        modality: draft.modality.as_str().to_owned(),
        cue: told(&draft.cue),
        speaker: draft.speaker.as_ref().and_then(|speaker| {
            Some(DraftSpeaker {
                span: piece(offsets, &speaker.span)?,
                role: told(&speaker.role),
            })
        }),
        source: draft.source.as_ref().and_then(|body| source(offsets, body)),
        via: draft
            .via
            .iter()
            .filter_map(|body| source(offsets, body))
            .collect(),
        denied_by: draft
            .denied_by
            .as_ref()
            .and_then(|body| source(offsets, body)),
        figures: draft
            .figures
            .iter()
            .filter_map(|figure| number(offsets, figure))
            .collect(),
        rules,
    })
}

/// The rules behind a draft of `text`.
pub(super) fn rules(text: &str, draft: &Draft) -> Vec<RuleView> {
    let view = |rule: &Rule| RuleView {
        code: rule.code().to_owned(),
        words: text.get(rule.words.clone()).unwrap_or_default().to_owned(),
        kind: rule.kind().map(str::to_owned),
    };
    draft.rules.iter().map(view).collect()
}

fn number(offsets: &Offsets<'_>, figure: &Figure) -> Option<DraftFigure> {
    let Figure { number, hints } = figure;
    let told = |span: &Option<Range<usize>>| span.as_ref().and_then(|span| piece(offsets, span));
    Some(DraftFigure {
        span: piece(offsets, &number.span)?,
        qualifier: number.qualifier.as_str().to_owned(),
        point: number.point.map(|n| n.to_string()),
        low: number.low.map(|n| n.to_string()),
        high: number.high.map(|n| n.to_string()),
        vague: number.vague,
        unit: number.unit.clone(),
        unit_code: number.unit_code.clone(),
        counted: told(&hints.counted),
        measure: hints.measure.clone(),
        severity: hints.severity.clone(),
        group: hints.group.clone(),
        place: told(&hints.place),
        counting: hints.counting.clone(),
        basis: hints.basis.clone(),
        stance: hints.stance.as_str().to_owned(),
        part_of: hints.part_of,
    })
}

fn source(offsets: &Offsets<'_>, source: &Source) -> Option<DraftSource> {
    Some(DraftSource {
        span: piece(offsets, &source.span)?,
        kind: source.kind.clone(),
    })
}

fn piece(offsets: &Offsets<'_>, span: &Range<usize>) -> Option<TextSpan> {
    Some(TextSpan {
        start: offsets.code_point_of_byte(span.start).ok()?,
        end: offsets.code_point_of_byte(span.end).ok()?,
        text: offsets.text().get(span.clone())?.to_owned(),
    })
}
