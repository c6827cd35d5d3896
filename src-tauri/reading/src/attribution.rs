//! Who says which part of a sentence: its frames put together, each voice with what it says.

use std::ops::Range;

use crate::frames::Frame;
use crate::mentions::Mention;
use crate::read::Source;
use crate::rules::{Rule, Why};
use crate::sense::{Context, Cue, Sense, Speech};
use crate::stance::Stance;
use crate::statements::Line;
use crate::voice::{Story, Voice, carried, is_medium};

/// How many words behind a denial whoever gave the figure is named.
const ASCRIBED: usize = 8;

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
    if let Some(at) = frames
        .first()
        .and_then(|frame| lead_in(line, frame))
        .filter(|&at| is_whole(line, at))
    {
        found.push(Segment {
            tokens: 0..at,
            frames: 0..0,
        });
        start = at;
    }
    for (index, (one, next)) in frames.iter().zip(frames.iter().skip(1)).enumerate() {
        if let Some(at) = boundary(line, one, next).filter(|&at| is_whole(line, at)) {
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

/// Whether a cut before a token leaves every figure in one piece: the comma of "1,300" ends no clause.
fn is_whole(line: &Line<'_>, at: usize) -> bool {
    let cut = line.names().bytes(&(at..at + 1)).start;
    let mut spans = line.figures.iter().map(|(number, _)| &number.span);
    !spans.any(|span| span.start < cut && cut < span.end)
}

/// Where a sentence begins again that first tells something of its own: "Thousands marched: 80 000 according to …".
fn lead_in(line: &Line<'_>, first: &Frame) -> Option<usize> {
    // "30 тысяч человек, по оценке полиции — 6 тысяч": behind the dash is what the police count.
    let dash = ['—', '–']
        .into_iter()
        .any(|mark| line.scan.is_mark(first.extent.end, mark));
    let comma = first
        .extent
        .start
        .checked_sub(1)
        .filter(|&at| line.scan.is_mark(at, ','));
    if first.leads
        && dash
        && let Some(comma) = comma
        && has_figure(line, &(0..comma))
        && has_figure(line, &(first.extent.end..first.extent.end + 4))
    {
        return Some(comma + 1);
    }
    let before = 0..first.extent.start;
    let at = before
        .clone()
        .rev()
        .find(|&at| line.scan.is_mark(at, ':') || line.scan.is_mark(at, ';'))?;
    let both = has_figure(line, &(0..at)) && has_figure(line, &(at..first.extent.start));
    (!first.leads && both).then_some(at + 1)
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
    // "denied the figure given by the UN", "71 by an earlier count": no other voice.
    let denied = matches!(one.kind, Cue::Denied | Cue::DeniedBy) && !next.leads;
    // "denied that 40 had died, saying that two had": the denial governs its own clause only.
    let denies = |frame: &Frame| matches!(frame.kind, Cue::Denied | Cue::DeniedBy);
    if denies(one)
        && !denies(next)
        && one.leads
        && next.leads
        && one.who == next.who
        && has_figure(line, &between)
    {
        return Some(next.extent.start);
    }
    let nobody = |frame: &Frame| frame.who.is_none() && frame.kind == Cue::According;
    if denied
        || nobody(one)
        || nobody(next)
        || one.who.is_some() && one.who == next.who && !has_figure(line, &(0..one.extent.start))
    {
        return None;
    }
    if passes(next) || passes(one) && !has_figure(line, &between) || between.is_empty() {
        return None;
    }
    // "6 000 marched by the police's count, the unions spoke of 14 000": the figure may stand behind either way.
    let behind = next.leads
        && one.kind == Cue::According
        && !has_figure(line, &(0..one.extent.start))
        && has_figure(line, &between);
    if !(one.leads || behind) {
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
    // "den einen zufolge 14, nach Angaben der anderen waren es 60"
    let next_leads = next.leads
        || next.kind == Cue::According
            && next
                .extent
                .start
                .checked_sub(1)
                .is_some_and(|at| scan.is_mark(at, ','))
            && !scan.closes(next.extent.end)
            && has_figure(line, &between)
            && has_figure(line, &(next.extent.end..scan.tokens.len()));
    let comma = |at: usize| scan.is_mark(at, ',') || scan.is(at, Sense::Joiner).is_some();
    let fits = |at: usize| {
        has_figure(line, &(one.extent.end..at))
            && (next_leads || has_figure(line, &(at..next.extent.end)))
    };
    let mut places = between.clone().rev();
    places
        .find(|&at| breaks(at) && fits(at))
        .or_else(|| between.clone().rev().find(|&at| comma(at) && fits(at)))
        .or_else(|| next_leads.then_some(next.extent.start))
}

fn has_figure(line: &Line<'_>, tokens: &Range<usize>) -> bool {
    let at = line.figure_tokens.partition_point(|&at| at < tokens.start);
    line.figure_tokens
        .get(at)
        .is_some_and(|&at| at < tokens.end)
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
    /// Whether it goes on about what was said before ("that number").
    pub goes_on: bool,
    /// Whether it is a quotation that it ascribes.
    pub quoted: bool,
    /// The bytes of all cues with whoever they name.
    pub extent: Option<Range<usize>>,
    /// Whether what is said stands behind them.
    pub leads: bool,
    pub rules: Vec<Rule>,
}

impl Attribution {
    /// Whether a byte lies behind all that ascribes what stands before it.
    pub fn trails(&self, byte: usize) -> bool {
        !self.leads
            && self
                .extent
                .as_ref()
                .is_some_and(|extent| extent.end <= byte)
    }
}

pub(crate) fn attribute(line: &Line<'_>, segment: &Segment, story: &mut Story) -> Attribution {
    let names = line.names();
    let mut found = Attribution::default();
    let frames = line.frames.get(segment.frames.clone()).unwrap_or_default();
    for frame in frames {
        let cue = names.bytes(&frame.cue);
        let extent = names.bytes(&frame.extent);
        found.leads |= frame.leads;
        found.extent = Some(match found.extent.take() {
            Some(all) => all.start.min(extent.start)..all.end.max(extent.end),
            None => extent,
        });
        let voice = match frame.who {
            Some(who) => names.voice(who, story),
            None if frame.carried => carried(story, Why::Pronoun, cue.clone()),
            None => Voice::default(),
        };
        let nobody = frame.who.is_none() && frame.kind == Cue::According;
        if nobody && frames.iter().any(|other| other.who.is_some()) {
            // "contre 71 selon un précédent décompte, a précisé le parquet": the count is no voice.
            continue;
        }
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
        if denial == Some(Stance::Denies)
            && let Some(ascribed) = ascribed(line, frame, story)
        {
            found.denied_by = found.denied_by.take().or(voice.source.clone());
            found.voice = ascribed;
            found.cue = found.cue.take().or(Some(cue));
        } else if found.voice.is_empty() {
            found.voice = voice;
            found.cue = Some(cue);
        } else if denial == Some(Stance::Denies)
            && found.denied_by.is_none()
            && !frame.leads
            && has_figure(line, &(0..frame.extent.start))
            && !has_figure(line, &(frame.extent.end..line.scan.tokens.len()))
        {
            // "claims 70 dead, which the army denied"
            found.denied_by = voice.source;
        } else if found.stance == Some(Stance::Denies)
            && denial.is_none()
            && found.denied_by.is_none()
            && !voice.is_empty()
        {
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
    if found.denied_by == found.voice.source {
        found.denied_by = None;
    }
    // "«…», приводит его слова Интерфакс": nobody else is named.
    if found.cue.is_none() && !found.via.is_empty() {
        found.cue = frames.last().map(|frame| names.bytes(&frame.cue));
    }
    if let Some(source) = &found.voice.source {
        found.via.retain(|via| via != source);
    }
    found.via.dedup();
    found.via.retain(is_medium);
    found
}

/// Whose figure is denied: "rejecting the government's claim that 150".
fn ascribed(line: &Line<'_>, frame: &Frame, story: &mut Story) -> Option<Voice> {
    let limit = frame.cue.end + ASCRIBED;
    let at = line.mentions.iter().position(|mention| {
        mention.is_body()
            && !mention.within
            && mention.extent.start >= frame.cue.end
            && mention.extent.start < limit
            && Some(mention.extent.start)
                != frame
                    .who
                    .and_then(|who| Some(line.mentions.get(who)?.extent.start))
    })?;
    let mention = line.mentions.get(at)?;
    let before = frame.cue.end..mention.extent.start;
    let behind = mention.extent.end..mention.extent.end + 4;
    let claims = |mut tokens: Range<usize>| {
        tokens.any(|at| {
            [Speech::Claims, Speech::Documents]
                .into_iter()
                .any(|word| line.scan.is(at, Sense::Speech(word)).is_some())
        })
    };
    (claims(before) || claims(behind)).then(|| line.names().voice(at, story))
}

fn why(frame: &Frame) -> Why {
    match frame.kind {
        Cue::According | Cue::AccordingAfter | Cue::Opening => Why::According,
        Cue::By | Cue::CountedBy | Cue::DeniedBy => Why::By,
        Cue::Citing => Why::Cited,
        Cue::Relayed => Why::PassedOn,
        _ if frame.who.is_none() => Why::NoSubject,
        _ if frame.extent.end > frame.cue.end => Why::SubjectBehind,
        _ => Why::SubjectBefore,
    }
}
