//! The statements of a text: its sentences and quotations, each with who stands behind it and its figures.

use std::ops::Range;

use crate::attribution::{Attribution, attribute, nearest, segments};
use crate::frames::{Frame, Layout};
use crate::hints::Understood;
use crate::mentions::{Mention, Who};
use crate::quantity::Scan;
use crate::quotes::quotations;
use crate::read::{Draft, Figure, Modality};
use crate::reader::{Reader, blocks};
use crate::rules::{Rule, Why};
use crate::sense::{Sense, Speech};
use crate::sentences::sentences_of;
use crate::token::Kind;
use crate::voice::{Names, Story, Voice, carried};
use crate::{Hints, NumberReading, Stance};

/// A quotation of fewer words is a word in quotation marks, unless it ends as a sentence does.
const FEWEST_QUOTED: usize = 3;
/// How long a sentence may be that only says whose the one before is.
const LONGEST_CREDIT: usize = 20;

/// A sentence with all that is read in it. Tokens count from its own beginning.
pub(crate) struct Line<'t> {
    pub scan: Scan<'t>,
    /// Where it begins in the text.
    pub base: usize,
    pub span: Range<usize>,
    pub figures: Vec<(NumberReading, Hints)>,
    pub mentions: Vec<Mention>,
    pub frames: Vec<Frame>,
}

/// A quotation of a block.
struct Quoted {
    span: Range<usize>,
    /// Whether it is somebody's speech and not a word in quotation marks.
    speech: bool,
}

impl Line<'_> {
    pub fn names(&self) -> Names<'_, '_> {
        Names {
            scan: &self.scan,
            base: self.base,
            mentions: &self.mentions,
        }
    }

    /// The tokens that lie in some bytes of the text.
    pub fn tokens_in(&self, bytes: &Range<usize>) -> Range<usize> {
        let local = |byte: usize| byte.saturating_sub(self.base);
        self.scan.tokens_in(local(bytes.start)..local(bytes.end))
    }
}

impl Reader {
    /// The statements of a text in the order of their spans.
    pub(crate) fn statements(&self, text: &str) -> Vec<Draft> {
        let mut story = Story::default();
        let mut drafts = Vec::new();
        for block in blocks(text) {
            let Some(part) = text.get(block.clone()) else {
                continue;
            };
            self.block(part, block.start, &mut story, &mut drafts);
        }
        drafts.sort_by_key(|draft| (draft.span.start, draft.span.end));
        drafts
    }

    fn block(&self, block: &str, base: usize, story: &mut Story, drafts: &mut Vec<Draft>) {
        let quotes: Vec<Range<usize>> = quotations(block)
            .into_iter()
            .map(|span| span.start + base..span.end + base)
            .collect();
        let mut understood = Understood::default();
        let lines: Vec<Line<'_>> = sentences_of(block, self.lexicon)
            .into_iter()
            .filter_map(|span| self.line(block, base, span, &quotes, &mut understood))
            .collect();
        let quoted: Vec<Quoted> = quotes
            .into_iter()
            .map(|span| Quoted {
                speech: is_speech(block, base, &span, &lines),
                span,
            })
            .collect();
        story.block = base;
        let first = drafts.len();
        let mut spoken: Option<(Voice, Option<Range<usize>>)> = None;
        for line in &lines {
            self.sentence(line, &lines, &quoted, story, &mut spoken, drafts, first);
        }
    }

    fn line<'t>(
        &self,
        block: &'t str,
        base: usize,
        span: Range<usize>,
        quotes: &[Range<usize>],
        understood: &mut Understood,
    ) -> Option<Line<'t>> {
        let scan = Scan::new(block.get(span.clone())?, self.lexicon);
        let mentions = scan.mentions();
        let figures = scan.figures(base + span.start, &mentions, &[], understood);
        let mut line = Line {
            scan,
            base: base + span.start,
            span: base + span.start..base + span.end,
            figures,
            mentions,
            frames: Vec::new(),
        };
        let quoted: Vec<Range<usize>> = quotes
            .iter()
            .filter(|quote| quote.start < line.span.end && line.span.start < quote.end)
            .map(|quote| line.tokens_in(quote))
            .filter(|quote| !is_name(&line, quote))
            .collect();
        line.frames = line.scan.frames(&Layout {
            mentions: &line.mentions,
            quoted: &quoted,
        });
        Some(line)
    }

    #[allow(clippy::too_many_arguments)]
    fn sentence(
        &self,
        line: &Line<'_>,
        lines: &[Line<'_>],
        quoted: &[Quoted],
        story: &mut Story,
        spoken: &mut Option<(Voice, Option<Range<usize>>)>,
        drafts: &mut Vec<Draft>,
        first: usize,
    ) {
        let mut used = vec![false; line.frames.len()];
        let mut free: Vec<usize> = (0..line.figures.len()).collect();
        let figure_at = |at: usize| line.figures.get(at).map(|(number, _)| number.span.start);
        let before = drafts.len();
        // What the sentence says outside of quotations comes first: it names who speaks.
        let segments = segments(line);
        let mut voices: Vec<(Range<usize>, Attribution)> = segments
            .into_iter()
            .map(|segment| {
                let attribution = attribute(line, &segment, story);
                (segment.tokens, attribution)
            })
            .collect();
        for quote in quoted.iter().filter(|quote| {
            quote.speech && quote.span.start < line.span.end && line.span.start < quote.span.end
        }) {
            free.retain(|&at| !figure_at(at).is_some_and(|start| quote.span.contains(&start)));
            // A quotation is told once, in the sentence where it ends.
            if quote.span.end > line.span.end {
                continue;
            }
            let near = nearest(line, &quote.span, &voices);
            let opened = lines
                .iter()
                .find(|other| other.span.contains(&quote.span.start) && other.base != line.base)
                .and_then(|other| {
                    let frame = other.frames.last()?;
                    let voice = other.names().voice(frame.who?, story);
                    Some((voice, Some(other.names().bytes(&frame.cue))))
                });
            let mut rules = vec![Rule::new(Why::Quotation, quote.span.clone())];
            let mut extra = Attribution::default();
            let voice = match near {
                Some(index) => {
                    if let Some(slot) = used.get_mut(index) {
                        *slot = true;
                    }
                    let (_, attribution) = voices.get_mut(index).map_or_else(
                        || (0..0, Attribution::default()),
                        |(tokens, attribution)| (tokens.clone(), attribution.clone()),
                    );
                    extra = attribution;
                    Some((extra.voice.clone(), extra.cue.clone()))
                }
                None => opened.or_else(|| {
                    rules.push(Rule::new(Why::QuotationGoesOn, quote.span.clone()));
                    spoken.clone()
                }),
            };
            let figures: Vec<Figure> = lines
                .iter()
                .flat_map(|other| picked(other, |start| quote.span.contains(&start)))
                .collect();
            let Some((voice, cue)) =
                voice.or_else(|| (!figures.is_empty()).then(|| (Voice::default(), None)))
            else {
                continue;
            };
            rules.extend(voice.rules.iter().cloned());
            rules.extend(extra.rules);
            drafts.push(Draft {
                span: quote.span.clone(),
                modality: Modality::Direct,
                cue: cue.clone(),
                speaker: voice.speaker.clone(),
                source: voice.source.clone(),
                via: extra.via,
                denied_by: None,
                figures: restated(figures, None),
                rules,
            });
            *spoken = Some((voice, cue));
        }
        for (index, (tokens, attribution)) in voices.into_iter().enumerate() {
            let bytes = line.names().bytes(&tokens);
            let inside: Vec<usize> = free
                .iter()
                .copied()
                .filter(|&at| figure_at(at).is_some_and(|start| bytes.contains(&start)))
                .collect();
            let quoted_alone = used.get(index).copied().unwrap_or(false) && inside.is_empty();
            if quoted_alone || attribution.cue.is_none() && inside.is_empty() {
                continue;
            }
            let figures = picked(line, |start| {
                inside.iter().any(|&at| figure_at(at) == Some(start))
            });
            drafts.push(self.draft(bytes, attribution, figures, story));
        }
        self.credit(line, story, drafts, first, before);
    }

    fn draft(
        &self,
        span: Range<usize>,
        attribution: Attribution,
        figures: Vec<Figure>,
        story: &mut Story,
    ) -> Draft {
        let mut voice = attribution.voice;
        let mut rules = attribution.rules;
        let counts = figures.iter().any(|figure| figure.hints.measure.is_some());
        if voice.is_empty() && (attribution.cue.is_some() || counts && story.spoke_in_block()) {
            let last = story.last.as_ref().map(Voice::words).unwrap_or_default();
            voice = carried(story, Why::Carried, last);
        }
        rules.append(&mut voice.rules);
        let modality = if attribution.document.is_some() {
            Modality::Document
        } else if voice.is_empty() && attribution.via.is_empty() {
            Modality::Unattributed
        } else {
            Modality::Indirect
        };
        Draft {
            span,
            modality,
            cue: attribution.cue,
            speaker: voice.speaker,
            source: voice.source,
            via: attribution.via,
            denied_by: attribution.denied_by,
            figures: restated(figures, attribution.stance),
            rules,
        }
    }

    /// "Lo ha reso noto la Prefettura": a sentence that says no more than whose the one before is.
    fn credit(
        &self,
        line: &Line<'_>,
        story: &Story,
        drafts: &mut [Draft],
        first: usize,
        before: usize,
    ) {
        let short = line.scan.tokens.len() <= LONGEST_CREDIT && line.figures.is_empty();
        let refers = (0..line.scan.tokens.len())
            .any(|at| line.scan.is(at, Sense::Speech(Speech::Anaphors)).is_some());
        let Some(voice) = story
            .last
            .as_ref()
            .filter(|_| short && refers && !line.frames.is_empty())
        else {
            return;
        };
        let earlier = drafts.get_mut(first..before).unwrap_or_default();
        for draft in earlier.iter_mut().rev() {
            if draft.source.is_some() || draft.speaker.is_some() {
                break;
            }
            draft.speaker.clone_from(&voice.speaker);
            draft.source.clone_from(&voice.source);
            if draft.modality == Modality::Unattributed {
                draft.modality = Modality::Indirect;
            }
            draft
                .rules
                .push(Rule::new(Why::NextSentence, voice.words()));
        }
    }
}

/// The figures of a sentence whose first byte is wanted, the wholes that they are parts of found again among them.
fn picked(line: &Line<'_>, wanted: impl Fn(usize) -> bool) -> Vec<Figure> {
    let chosen: Vec<usize> = line
        .figures
        .iter()
        .enumerate()
        .filter(|(_, (number, _))| wanted(number.span.start))
        .map(|(at, _)| at)
        .collect();
    chosen
        .iter()
        .filter_map(|&at| {
            let (number, mut hints) = line.figures.get(at).cloned()?;
            hints.part_of = hints
                .part_of
                .and_then(|whole| chosen.iter().position(|&other| other == whole));
            Some(Figure { number, hints })
        })
        .collect()
}

fn restated(mut figures: Vec<Figure>, stance: Option<Stance>) -> Vec<Figure> {
    for figure in &mut figures {
        if let Some(stance) = stance
            && figure.hints.stance == Stance::Asserts
        {
            figure.hints.stance = stance;
        }
    }
    figures
}

/// Whether quotation marks hold the name of a body and nothing else: «Врачи без границ».
fn is_name(line: &Line<'_>, quote: &Range<usize>) -> bool {
    line.mentions
        .iter()
        .any(|mention| mention.extent == *quote && matches!(mention.who, Who::Body { .. }))
}

/// Whether a quotation is what somebody said, and not a word or a name in quotation marks.
fn is_speech(block: &str, base: usize, quote: &Range<usize>, lines: &[Line<'_>]) -> bool {
    let inner = block
        .get(quote.start - base..quote.end - base)
        .unwrap_or_default()
        .trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '!' | '?' | '…' | ','));
    let words = inner.split_whitespace().count();
    let ended = inner.ends_with(['.', '!', '?', '…', ',']);
    if words < FEWEST_QUOTED && !ended {
        return false;
    }
    let Some(line) = lines.iter().find(|line| line.span.contains(&quote.start)) else {
        return false;
    };
    let tokens = line.tokens_in(quote);
    if is_name(line, &tokens) {
        return false;
    }
    let at = tokens.start;
    let Some(before) = at.checked_sub(1) else {
        return true;
    };
    let mark = line.scan.token(before).is_some_and(|token| {
        matches!(token.kind, Kind::Mark(_)) && !line.scan.is_mark(before, '\'')
    });
    let cued = line
        .frames
        .iter()
        .any(|frame| frame.extent.end == at || frame.cue.end == at);
    mark || cued || ended && words > FEWEST_QUOTED
}
