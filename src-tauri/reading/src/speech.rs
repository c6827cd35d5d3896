//! Quotations as statements: whose they are, and what of their sentences belongs to them.

use std::ops::Range;

use crate::attribution::Attribution;
use crate::read::{Draft, Figure, Modality};
use crate::rules::{Rule, Why};
use crate::statements::{Block, Line, Spoken, is_turn, touching};
use crate::token::Kind;
use crate::voice::{Story, Voice, carried};

/// A quotation of fewer words is a word in quotation marks, unless it ends as a sentence does.
const FEWEST_QUOTED: usize = 3;

/// A quotation of a block.
pub(crate) struct Quoted {
    /// Its bytes in the text, marks included.
    pub span: Range<usize>,
    /// Whether it is somebody's speech and not a word in quotation marks.
    pub speech: bool,
    /// Whether it is a turn of speech behind a dash.
    turn: bool,
}

impl Quoted {
    /// A quotation of a block that begins at `base` of the text, `span` being its bytes in the block.
    pub fn new(block: &str, base: usize, span: &Range<usize>, lines: &[Line<'_>]) -> Quoted {
        let whole = span.start + base..span.end + base;
        let turn = is_turn(block, span);
        let line = touching(lines, &whole, |line| &line.span).first();
        let words = block.get(span.clone()).unwrap_or_default();
        Quoted {
            speech: turn || line.is_some_and(|line| is_speech(words, &whole, line)),
            turn,
            span: whole,
        }
    }

    /// The quotation as a statement, in the sentence where it ends. The part of that sentence whose words ascribe it is
    /// marked.
    pub fn told(
        &self,
        line: &Line<'_>,
        block: &Block<'_, '_>,
        parts: &mut [(Range<usize>, Attribution)],
        story: &mut Story,
        spoken: &mut Spoken,
    ) -> Option<Draft> {
        if self.span.end > line.span.end {
            return None;
        }
        let mut rules = vec![Rule::new(Why::Quotation, self.span.clone())];
        let mut span = self.span.clone();
        let near = self.nearest(line, parts);
        let mut via = Vec::new();
        let who = match near.and_then(|index| parts.get_mut(index)) {
            Some((_, attribution)) => {
                attribution.quoted = true;
                if self.turn
                    && let Some(extent) = &attribution.extent
                    && extent.start > span.start
                {
                    span.end = extent.start;
                }
                via.clone_from(&attribution.via);
                rules.extend(attribution.rules.iter().cloned());
                let mut voice = attribution.voice.clone();
                // "…, говорится в сообщении": in that of the one who has spoken.
                if voice.is_empty() && !via.is_empty() {
                    voice = story.meant();
                } else if voice.is_empty() {
                    voice = carried(story, Why::Carried, span.clone());
                }
                Some((voice, attribution.cue.clone()))
            }
            None => self.opened(block, line, story).or_else(|| {
                rules.push(Rule::new(Why::QuotationGoesOn, span.clone()));
                let before = story.spoke_before(span.start).then(|| story.last.clone());
                spoken
                    .clone()
                    .or(before.flatten().map(|voice| (voice, None)))
            }),
        };
        let figures: Vec<Figure> = block
            .lines_of(&span)
            .iter()
            .flat_map(|line| line.picked(&line.figures_in(&span)))
            .collect();
        if who.is_none() && figures.is_empty() {
            return None;
        }
        let (voice, cue) = who.unwrap_or_default();
        rules.extend(voice.rules.iter().cloned());
        let draft = Draft {
            span: trimmed(span, line),
            modality: Modality::Direct,
            cue: cue.clone(),
            speaker: voice.speaker.clone(),
            source: voice.source.clone(),
            via,
            denied_by: None,
            figures,
            rules,
        };
        *spoken = Some((voice, cue));
        Some(draft)
    }

    /// Whoever the sentence names in which a longer quotation begins.
    fn opened(
        &self,
        block: &Block<'_, '_>,
        line: &Line<'_>,
        story: &mut Story,
    ) -> Option<(Voice, Option<Range<usize>>)> {
        let first = block.lines_of(&self.span).first()?;
        if first.base == line.base {
            return None;
        }
        let frame = first.frames.last()?;
        let voice = first.names().voice(frame.who?, story);
        Some((voice, Some(first.names().bytes(&frame.cue))))
    }

    /// The part of a sentence whose cue stands nearest.
    fn nearest(&self, line: &Line<'_>, parts: &[(Range<usize>, Attribution)]) -> Option<usize> {
        let distance = |cue: &Range<usize>| {
            if self.turn {
                return 0;
            }
            let (own, cue) = (line.tokens_in(&self.span), line.tokens_in(cue));
            if cue.start >= own.end {
                cue.start - own.end
            } else {
                own.start.saturating_sub(cue.end)
            }
        };
        parts
            .iter()
            .enumerate()
            .filter_map(|(index, (_, attribution))| {
                Some((distance(attribution.cue.as_ref()?), index))
            })
            .min()
            .map(|(_, index)| index)
    }
}

/// A span of the text without the white space at its end.
fn trimmed(span: Range<usize>, line: &Line<'_>) -> Range<usize> {
    let tokens = line.tokens_in(&span);
    let end = tokens
        .end
        .checked_sub(1)
        .and_then(|last| line.scan.token(last))
        .map_or(span.end, |token| token.end + line.base);
    span.start..end.clamp(span.start, span.end)
}

/// Whether a quotation is what somebody said, and not a word or a name in quotation marks.
fn is_speech(quote: &str, span: &Range<usize>, line: &Line<'_>) -> bool {
    let inner = quote
        .trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '!' | '?' | '…' | ','));
    let words = inner.split_whitespace().count();
    let ended = inner.ends_with(['.', '!', '?', '…', ',']);
    if words < FEWEST_QUOTED && !ended {
        return false;
    }
    let tokens = line.tokens_in(span);
    if line.names_body(&tokens) {
        return false;
    }
    let at = tokens.start;
    let Some(before) = at.checked_sub(1) else {
        return true;
    };
    let mark = line
        .scan
        .token(before)
        .is_some_and(|token| matches!(token.kind, Kind::Mark(c) if c != '\''));
    let cued = line
        .frames
        .iter()
        .any(|frame| frame.extent.end == at || frame.cue.end == at);
    mark || cued || ended && words > FEWEST_QUOTED
}
