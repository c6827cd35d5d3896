//! Who says which part of a sentence: its frames put together, each voice with what it says.

use std::ops::Range;

use crate::frames::Frame;
use crate::mentions::Mention;
use crate::read::Source;
use crate::rules::{Rule, Why};
use crate::sense::{Context, Cue, Sense};
use crate::stance::Stance;
use crate::statements::Line;
use crate::voice::{Story, Voice, is_medium};

/// A part of a sentence that one voice says.
pub(crate) struct Segment {
    pub tokens: Range<usize>,
    pub frames: Range<usize>,
}

/// The parts of a sentence, each with its frames: "The ministry said 18 died, while the UN put it at 40".
pub(crate) fn segments(line: &Line<'_>) -> Vec<Segment> {
    let mut found: Vec<Segment> = Vec::new();
    let mut start = 0;
    let mut first = 0;
    let frames = &line.frames;
    for (index, (one, next)) in frames.iter().zip(frames.iter().skip(1)).enumerate() {
        if let Some(at) = boundary(line, one, next) {
            found.push(Segment {
                tokens: start..at,
                frames: first..index + 1,
            });
            start = at;
            first = index + 1;
        }
    }
    found.push(Segment {
        tokens: start..line.scan.tokens.len(),
        frames: first..frames.len(),
    });
    found
}

/// Where what the one says ends and what the other says begins; none where both say the same.
fn boundary(line: &Line<'_>, one: &Frame, next: &Frame) -> Option<usize> {
    let passes = |frame: &Frame| {
        matches!(frame.kind, Cue::Relayed | Cue::Citing)
            || frame
                .who
                .and_then(|who| line.mentions.get(who))
                .is_some_and(Mention::is_medium)
    };
    let between = one.extent.end..next.extent.start;
    let scan = &line.scan;
    if passes(next) || passes(one) && !has_figure(line, &between) || between.is_empty() {
        return None;
    }
    if !one.leads {
        return Some(one.extent.end);
    }
    let breaks = |at: usize| {
        scan.ends_clause(at)
            || scan
                .find(at, |sense| {
                    matches!(sense, Sense::Context(Context::Clause)).then_some(())
                })
                .is_some()
            || scan.is_mark(at, ',') && scan.is(at + 1, Sense::Joiner).is_some()
    };
    let comma = |at: usize| scan.is_mark(at, ',') || scan.is(at, Sense::Joiner).is_some();
    let fits = |at: usize| {
        has_figure(line, &(one.extent.end..at))
            && (next.leads || has_figure(line, &(at..next.extent.start)))
    };
    let mut places = between.clone().rev();
    places
        .find(|&at| breaks(at) && fits(at))
        .or_else(|| between.clone().rev().find(|&at| comma(at) && fits(at)))
        .or_else(|| next.leads.then_some(next.extent.start))
}

fn has_figure(line: &Line<'_>, tokens: &Range<usize>) -> bool {
    line.figures.iter().any(|(number, _)| {
        tokens.clone().any(|at| {
            line.scan
                .token(at)
                .is_some_and(|token| token.start == number.span.start)
        })
    })
}

/// Who says a part of a sentence, and how.
#[derive(Clone, Debug, Default)]
pub(crate) struct Attribution {
    pub voice: Voice,
    pub cue: Option<Range<usize>>,
    pub via: Vec<Source>,
    pub denied_by: Option<Source>,
    pub document: Option<Range<usize>>,
    pub stance: Option<Stance>,
    pub rules: Vec<Rule>,
}

pub(crate) fn attribute(line: &Line<'_>, segment: &Segment, story: &mut Story) -> Attribution {
    let names = line.names();
    let mut found = Attribution::default();
    let frames = line.frames.get(segment.frames.clone()).unwrap_or_default();
    for frame in frames {
        let cue = names.bytes(&frame.cue);
        let voice = frame
            .who
            .map(|who| names.voice(who, story))
            .unwrap_or_default();
        let document = frame.document.as_ref().map(|words| names.bytes(words));
        found.rules.push(Rule::new(why(frame), cue.clone()));
        if let Some(words) = &document {
            found.rules.push(Rule::new(Why::Document, words.clone()));
        }
        if let Some(medium) = frame.medium.map(|medium| names.voice(medium, story)) {
            found.rules.push(Rule::new(Why::PassedOn, medium.words()));
            found.via.extend(medium.source);
        }
        let denial = match frame.kind {
            Cue::Denied | Cue::DeniedBy => Some(Stance::Denies),
            Cue::Retracted => Some(Stance::Retracts),
            _ => None,
        };
        let passes = frame.kind == Cue::Relayed && voice.is_medium()
            || voice.is_medium() && document.is_none() && !found.voice.is_empty();
        if passes {
            found.rules.push(Rule::new(Why::PassedOn, voice.words()));
            found.via.extend(voice.source);
            continue;
        }
        if let Some(stance) = denial {
            found.stance = Some(stance);
            found.rules.push(Rule::new(
                if stance == Stance::Denies {
                    Why::Denied
                } else {
                    Why::Retracted
                },
                cue.clone(),
            ));
        }
        if found.voice.is_medium() && found.document.is_none() {
            // The agency before only passed it on.
            let medium = std::mem::take(&mut found.voice);
            found.via.extend(medium.source);
            found.cue = None;
        }
        if found.voice.is_empty() {
            found.voice = voice;
            found.cue = Some(cue);
        } else if found.stance == Some(Stance::Denies) && denial.is_none() {
            // "denied the figure given by the UN": it is the UN's.
            let denier = std::mem::replace(&mut found.voice, voice);
            found.denied_by = denier.source;
        } else if found.voice.source.is_none() && voice.source.is_some() {
            found.voice.source = voice.source;
            found.voice.rules.extend(voice.rules);
        }
        found.document = found.document.or(document);
    }
    if !found.voice.is_empty() {
        story.last = Some(found.voice.clone());
        story.spoke_at = line.base;
    }
    found.via.dedup();
    found.via.retain(is_medium);
    found
}

fn why(frame: &Frame) -> Why {
    match frame.kind {
        Cue::According | Cue::AccordingAfter => Why::According,
        Cue::By | Cue::CountedBy | Cue::DeniedBy => Why::By,
        Cue::Citing => Why::Cited,
        Cue::Relayed => Why::PassedOn,
        _ if frame.who.is_none() => Why::NoSubject,
        _ if frame.extent.end > frame.cue.end => Why::SubjectBehind,
        _ => Why::SubjectBefore,
    }
}

/// The part of a sentence whose frame stands nearest to a quotation.
pub(crate) fn nearest(
    line: &Line<'_>,
    quote: &Range<usize>,
    voices: &[(Range<usize>, Attribution)],
) -> Option<usize> {
    let tokens = line.tokens_in(quote);
    voices
        .iter()
        .enumerate()
        .filter_map(|(index, (_, attribution))| {
            let cue = line.tokens_in(attribution.cue.as_ref()?);
            let distance = if cue.start >= tokens.end {
                cue.start - tokens.end
            } else {
                tokens.start.saturating_sub(cue.end)
            };
            Some((distance, index))
        })
        .min()
        .map(|(_, index)| index)
}
