//! Who is said to say something, and by which words: "according to the ministry", "a déclaré Dmitri …", "denied by".

use std::ops::Range;

use crate::mentions::{Mention, Who};
use crate::quantity::Scan;
use crate::sense::{Context, Cue, NamePart, Sense, Speech};
use crate::token::Kind;

/// How far behind "according to" the one named may begin: "selon les estimations de l'ONU".
const BEHIND: usize = 8;
/// How many words may stand between a subject and its verb.
const SUBJECT_GAP: usize = 8;
/// The same where commas enclose them.
const APPOSITION: usize = 30;
/// How many words may stand between a verb and the subject behind it: "a déclaré dimanche à la presse le ministère".
const INVERSION: usize = 6;
/// How many words may stand between a verb and the agency to whom it was said.
const TOLD_GAP: usize = 3;
/// How far from a cue "in a statement" is looked for.
const DOCUMENT_REACH: usize = 6;

/// A cue with whoever it points at.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    /// The words of the cue.
    pub cue: Range<usize>,
    pub kind: Cue,
    /// The mention of the one who says it, or passes it on.
    pub who: Option<usize>,
    /// The agency or outlet that they said it to.
    pub medium: Option<usize>,
    /// The cue with the mention.
    pub extent: Range<usize>,
    /// Whether what is said stands behind the cue rather than before it.
    pub leads: bool,
    /// The words that tell of a document or a count.
    pub document: Option<Range<usize>>,
}

/// What stands where in a sentence, for the search of its frames.
pub(crate) struct Layout<'s> {
    pub mentions: &'s [Mention],
    /// The tokens of quotations, in order.
    pub quoted: &'s [Range<usize>],
}

impl Layout<'_> {
    fn quoted(&self, at: usize) -> Option<usize> {
        self.quoted
            .iter()
            .find(|quote| quote.contains(&at))
            .map(|quote| quote.end)
    }

    fn covers(&self, at: usize) -> bool {
        self.mentions
            .iter()
            .any(|mention| mention.extent.contains(&at) && !matches!(mention.who, Who::Pronoun))
    }
}

impl Scan<'_> {
    /// The frames of a sentence, in order of their cues.
    pub fn frames(&self, layout: &Layout<'_>) -> Vec<Frame> {
        let mut frames: Vec<Frame> = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            if let Some(end) = layout.quoted(at) {
                at = end.max(at + 1);
                continue;
            }
            let taken = frames.last().map_or(0, |frame| frame.extent.end);
            let frame = (at >= taken && !layout.covers(at))
                .then(|| self.frame_at(at, taken, layout))
                .flatten();
            match frame {
                Some(frame) => {
                    at = frame.cue.end.max(at + 1);
                    frames.push(frame);
                }
                None => at += 1,
            }
        }
        frames
    }

    fn frame_at(&self, at: usize, taken: usize, layout: &Layout<'_>) -> Option<Frame> {
        let mut cues: Vec<(usize, Cue)> = self
            .senses(at)
            .filter_map(|(end, sense)| match sense {
                Sense::Cue(cue) => Some((end, cue)),
                _ => None,
            })
            .collect();
        let longest = cues.iter().map(|&(end, _)| end).max()?;
        cues.retain(|&(end, _)| end == longest);
        cues.into_iter()
            .find_map(|(end, cue)| self.frame(at..end, cue, taken, layout))
    }

    fn frame(
        &self,
        cue: Range<usize>,
        kind: Cue,
        taken: usize,
        layout: &Layout<'_>,
    ) -> Option<Frame> {
        match kind {
            Cue::According
            | Cue::By
            | Cue::CountedBy
            | Cue::DeniedBy
            | Cue::Citing
            | Cue::Relayed => self.points_behind(cue, kind, layout),
            Cue::AccordingAfter => self.points_before(cue, kind, taken, layout),
            Cue::Said | Cue::Quoted | Cue::Counted | Cue::Denied | Cue::Retracted => {
                self.verb(cue, kind, taken, layout)
            }
        }
    }

    /// "according to the estimates of the UN", "announced by …".
    fn points_behind(&self, cue: Range<usize>, kind: Cue, layout: &Layout<'_>) -> Option<Frame> {
        let limit = self.clause_end(cue.end).min(cue.end + BEHIND);
        let who = layout.mentions.iter().position(|mention| {
            mention.extent.start >= cue.end
                && (mention.extent.start < limit
                    || mention.extent.start == limit && self.is_quote(limit))
                && !mention.within
                && !matches!(mention.who, Who::Place)
        });
        let mention = who.and_then(|who| layout.mentions.get(who));
        if kind == Cue::Relayed && !mention.is_some_and(Mention::is_medium) {
            return None;
        }
        let mut end = mention.map_or(cue.end, |mention| mention.extent.end);
        let between = cue.end..mention.map_or(limit, |mention| mention.extent.start);
        let mut document = self.document_in(between);
        if let Some(noun) = self.is(end, Sense::Speech(Speech::Documents)) {
            document = document.or(Some(end..noun));
            end = noun;
        }
        if matches!(kind, Cue::By | Cue::CountedBy | Cue::DeniedBy) {
            let before = cue.start.saturating_sub(DOCUMENT_REACH / 2)..cue.start;
            document = document.or_else(|| self.document_in(before));
        }
        if who.is_none() {
            let named = matches!(kind, Cue::According) && document.is_some();
            if !named {
                return None;
            }
            end = document.as_ref().map_or(end, |words| words.end);
        }
        if kind == Cue::CountedBy {
            document = document.or(Some(cue.clone()));
        }
        document = document.or_else(|| self.statement_behind(end));
        let leads = self.introduces(cue.start, layout);
        // "selon les estimations de l'ONU": the cue goes on to the name.
        let cue_end = match mention {
            Some(mention)
                if document
                    .as_ref()
                    .is_some_and(|words| words.start < mention.extent.start) =>
            {
                self.bare_end(cue.end, mention.extent.start)
            }
            _ => cue.end,
        };
        Some(Frame {
            extent: cue.start..end,
            cue: cue.start..cue_end,
            kind,
            who,
            medium: None,
            leads,
            document,
        })
    }

    /// Where the words before a name end without its article.
    fn bare_end(&self, from: usize, end: usize) -> usize {
        self.is_before(end, Sense::Name(NamePart::Determiners))
            .filter(|&at| at > from)
            .unwrap_or(end)
    }

    /// "dem Ministerium zufolge".
    fn points_before(
        &self,
        cue: Range<usize>,
        kind: Cue,
        taken: usize,
        layout: &Layout<'_>,
    ) -> Option<Frame> {
        let who = self.subject_before(cue.start, taken, layout)?;
        let start = layout.mentions.get(who)?.extent.start;
        let leads = self.introduces(start, layout);
        Some(Frame {
            document: self.document_in(start..cue.end),
            extent: start..cue.end,
            cue,
            kind,
            who: Some(who),
            medium: None,
            leads,
        })
    }

    /// A verb of saying with its subject on either side.
    fn verb(
        &self,
        cue: Range<usize>,
        kind: Cue,
        taken: usize,
        layout: &Layout<'_>,
    ) -> Option<Frame> {
        let unsaid = self
            .is_before(cue.start, Sense::Speech(Speech::NotSaid))
            .is_some();
        let noun = self
            .is_before(cue.start, Sense::Name(NamePart::Determiners))
            .or_else(|| self.is_before(cue.start, Sense::Article))
            .is_some_and(|start| {
                self.is_before(cue.start, Sense::Speech(Speech::Pronouns)) != Some(start)
            });
        if unsaid || noun {
            return None;
        }
        let pronoun_inside = self.is_mark(cue.start + 1, '-') && cue.len() > 3;
        let before = self.subject_before(cue.start, taken, layout);
        let behind = self.subject_behind(cue.end, layout);
        let closed = cue
            .start
            .checked_sub(1)
            .is_none_or(|at| self.is_mark(at, ',') || self.is_quote(at));
        let enclosed = before
            .and_then(|who| layout.mentions.get(who))
            .is_some_and(|mention| {
                mention.extent.end < cue.start && closed && !self.encloses(mention, cue.start)
            });
        let who = match (before, behind) {
            _ if pronoun_inside => None,
            (Some(_), Some(behind)) if closed && enclosed => Some(behind),
            (Some(before), _) => Some(before),
            (None, behind) => behind,
        };
        let that = self.is(cue.end, Sense::Speech(Speech::That)).is_some();
        let subject_document =
            self.document_in(cue.start.saturating_sub(DOCUMENT_REACH).max(taken)..cue.start);
        let beside_quote = self.beside_quote(&cue, layout);
        if who.is_none() && !(that || beside_quote || pronoun_inside || subject_document.is_some())
        {
            return None;
        }
        if kind == Cue::Quoted && !beside_quote {
            return None;
        }
        let mention = who.and_then(|who| layout.mentions.get(who));
        let inverted =
            mention.is_some_and(|mention| mention.extent.start >= cue.end) || pronoun_inside;
        let extent = match mention {
            Some(mention) => mention.extent.start.min(cue.start)..mention.extent.end.max(cue.end),
            None => cue.clone(),
        };
        let near = extent.start.saturating_sub(4).max(taken)..cue.start;
        let document = (kind == Cue::Counted)
            .then(|| cue.clone())
            .or_else(|| self.document_in(near).filter(|_| !inverted))
            .or_else(|| {
                let subject = mention.filter(|_| inverted)?;
                self.document_in(cue.end..subject.extent.start)
            })
            .or_else(|| self.statement_behind(cue.end))
            .or_else(|| self.statement_behind(extent.end));
        let leads = if inverted {
            // Behind "while" a verb that stands first introduces what follows, as at the head of a sentence.
            extent.start == 0 || self.introduces(extent.start, layout) && !self.closes(extent.end)
        } else {
            !self.closes(cue.end) || extent.start == 0
        };
        let medium = self.told_to(cue.end, who, layout);
        Some(Frame {
            extent,
            cue,
            kind,
            who,
            medium,
            leads,
            document,
        })
    }

    /// The agency or outlet right behind a verb: "told the …", "a déclaré à l'…".
    fn told_to(&self, verb_end: usize, who: Option<usize>, layout: &Layout<'_>) -> Option<usize> {
        layout
            .mentions
            .iter()
            .position(|mention| {
                mention.extent.start >= verb_end
                    && mention.is_medium()
                    && (verb_end..mention.extent.start).len() <= TOLD_GAP
                    && self.clause_end(verb_end) >= mention.extent.end
            })
            .filter(|&medium| who != Some(medium))
    }

    /// Whether commas enclose what stands between a subject and its verb.
    fn encloses(&self, mention: &Mention, verb: usize) -> bool {
        let inner = mention.extent.clone().any(|at| self.is_mark(at, ','));
        self.is_mark(mention.extent.end, ',') && (mention.extent.end + 1 < verb || inner)
    }

    fn subject_before(&self, verb: usize, taken: usize, layout: &Layout<'_>) -> Option<usize> {
        let who = layout.mentions.iter().rposition(|mention| {
            mention.extent.end <= verb
                && mention.extent.start >= taken
                && !mention.within
                && !matches!(mention.who, Who::Place)
        })?;
        let mention = layout.mentions.get(who)?;
        let gap = mention.extent.end..verb;
        let stops = gap.clone().any(|at| {
            self.ends_clause(at)
                || self.is_quote(at)
                || self.is(at, Sense::Speech(Speech::That)).is_some()
                    && !self.is_mark(mention.extent.end, ',')
                || layout.quoted(at).is_some()
        });
        let commas = gap.clone().filter(|&at| self.is_mark(at, ',')).count();
        let fits = match commas {
            0 => gap.len() <= SUBJECT_GAP,
            1 => gap.len() == 1 && mention.extent.clone().any(|at| self.is_mark(at, ',')),
            _ => {
                self.is_mark(gap.start, ',')
                    && self.is_mark(gap.end - 1, ',')
                    && gap.len() <= APPOSITION
            }
        };
        (!stops && fits).then_some(who)
    }

    fn subject_behind(&self, verb_end: usize, layout: &Layout<'_>) -> Option<usize> {
        let who = layout.mentions.iter().position(|mention| {
            mention.extent.start >= verb_end
                && !mention.within
                && !matches!(mention.who, Who::Place)
        })?;
        // "рассказал Би-би-си чиновник": the agency is told, and who tells it stands behind.
        let teller = layout.mentions.get(who + 1).filter(|next| {
            let told = layout.mentions.get(who).filter(|told| told.is_medium());
            told.is_some_and(|told| told.extent.end == next.extent.start)
                && !next.within
                && !next.is_medium()
                && !matches!(next.who, Who::Place | Who::Pronoun)
        });
        let who = if teller.is_some() { who + 1 } else { who };
        let mention = layout.mentions.get(who)?;
        let gap = verb_end..mention.extent.start;
        let stops = gap.clone().any(|at| {
            self.ends_clause(at)
                || self.is_quote(at)
                || self.is_mark(at, ',')
                || self.is(at, Sense::Speech(Speech::That)).is_some()
                || self
                    .token(at)
                    .is_some_and(|token| token.kind == Kind::Digits)
                    && self.context(at + 1, Context::Month).is_none()
        });
        (!stops && gap.len() <= INVERSION).then_some(who)
    }

    /// Whether what an "according to" at `at` introduces follows it.
    fn introduces(&self, at: usize, layout: &Layout<'_>) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return true;
        };
        let quoted = layout.quoted(before).is_some();
        let opened = self.find_clause_word_before(at)
            || self.is_mark(before, ';')
            || self.is_mark(before, ':');
        !quoted && opened
    }

    fn find_clause_word_before(&self, end: usize) -> bool {
        self.context_before(end, Context::Clause).is_some()
            || self.is_before(end, Sense::Joiner).is_some()
    }

    /// Whether nothing but an end of clause follows.
    fn closes(&self, at: usize) -> bool {
        self.token(at)
            .is_none_or(|token| matches!(token.kind, Kind::Mark(',' | '.' | ';' | '!' | '?')))
    }

    pub fn is_quote(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| {
            matches!(
                token.kind,
                Kind::Mark('"' | '«' | '»' | '“' | '”' | '„' | '‹' | '›' | '「' | '」')
            )
        })
    }

    fn beside_quote(&self, cue: &Range<usize>, layout: &Layout<'_>) -> bool {
        let before = cue.start.saturating_sub(INVERSION)..cue.start;
        let behind = cue.end..cue.end + APPOSITION;
        before
            .into_iter()
            .chain(behind)
            .any(|at| layout.quoted(at).is_some())
    }

    /// Where the clause around `at` ends.
    fn clause_end(&self, at: usize) -> usize {
        (at..self.tokens.len())
            .find(|&at| self.ends_clause(at) || self.is_mark(at, ',') || self.is_quote(at))
            .unwrap_or(self.tokens.len())
    }

    /// A word for a document among some tokens.
    fn document_in(&self, mut tokens: Range<usize>) -> Option<Range<usize>> {
        tokens.find_map(|at| {
            let end = self.is(at, Sense::Speech(Speech::Documents))?;
            Some(at..end)
        })
    }

    /// "in a statement" behind a cue.
    fn statement_behind(&self, from: usize) -> Option<Range<usize>> {
        let limit = self.clause_end(from).min(from + DOCUMENT_REACH);
        (from..limit).find_map(|at| {
            let place = self.name_part(at, NamePart::Places)?;
            let bare = self
                .name_part(place, NamePart::Determiners)
                .or_else(|| self.is(place, Sense::Article))
                .unwrap_or(place);
            let noun = (bare..bare + 3)
                .find(|&at| self.is(at, Sense::Speech(Speech::Documents)).is_some())?;
            self.is(noun, Sense::Speech(Speech::Documents))
                .map(|end| noun..end)
        })
    }
}
