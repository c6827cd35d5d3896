//! Who is said to say something, and by which words: "according to the ministry", "a déclaré Dmitri …", "denied by".

use std::ops::Range;

use crate::mentions::{Mention, Who};
use crate::quantity::Scan;
use crate::sense::{Context, Cue, NamePart, Sense, Speech};
use crate::token::Kind;

/// How far behind "according to" the one named may begin: "selon les estimations de l'ONU".
const BEHIND: usize = 8;
/// The same where commas enclose them.
pub(crate) const APPOSITION: usize = 30;
/// How many words may stand between a verb and the subject behind it: "a déclaré dimanche à la presse le ministère".
pub(crate) const INVERSION: usize = 6;
/// How far from a cue "in a statement" is looked for.
pub(crate) const DOCUMENT_REACH: usize = 6;

/// A cue with whoever it points at.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    /// The words of the cue.
    pub cue: Range<usize>,
    pub kind: Cue,
    /// The mention of the one who says it, or passes it on.
    pub who: Option<usize>,
    /// Whether the one who spoke last says it, by a pronoun inside the cue ("a-t-il dit").
    pub carried: bool,
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
    /// The first tokens of figures, in order.
    pub figures: &'s [usize],
}

impl Layout<'_> {
    pub fn quoted(&self, at: usize) -> Option<usize> {
        self.quoted
            .iter()
            .find(|quote| quote.contains(&at))
            .map(|quote| quote.end)
    }

    pub fn counts(&self, tokens: &Range<usize>) -> bool {
        let at = self.figures.partition_point(|&at| at < tokens.start);
        self.figures.get(at).is_some_and(|&at| at < tokens.end)
    }

    /// Whether a mention is a pronoun that only leans on another: "Le Croissant-Rouge, lui, …".
    pub fn leans(&self, scan: &Scan<'_>, mention: &Mention) -> bool {
        let enclosed = mention
            .extent
            .start
            .checked_sub(1)
            .is_some_and(|at| scan.is_mark(at, ','))
            && scan.is_mark(mention.extent.end, ',');
        matches!(mention.who, Who::Pronoun) && enclosed
    }

    pub fn covers(&self, at: usize) -> bool {
        self.mentions
            .iter()
            .any(|mention| mention.extent.contains(&at) && !matches!(mention.who, Who::Pronoun))
    }
}

impl Scan<'_> {
    /// The frames of a sentence, in order of their cues.
    pub fn frames(&self, layout: &Layout<'_>) -> Vec<Frame> {
        let mut frames: Vec<Frame> = self.headline(layout).into_iter().collect();
        let mut at = frames.last().map_or(0, |frame| frame.extent.end);
        while at < self.tokens.len() {
            if let Some(end) = layout.quoted(at) {
                at = end.max(at + 1);
                continue;
            }
            let taken = frames.last().map_or(0, |frame| frame.extent.end);
            let frame = (at >= taken && !layout.covers(at))
                .then(|| {
                    self.bracketed_source(at, layout)
                        .or_else(|| self.frame_at(at, &frames, layout))
                })
                .flatten();
            match frame {
                Some(frame) => {
                    at = frame.cue.end.max(at + 1);
                    frames.push(frame);
                }
                None => at += 1,
            }
        }
        self.add_elliptic(&mut frames, layout);
        if frames.is_empty() {
            frames.extend(self.closing_source(layout));
        }
        frames
    }

    fn frame_at(&self, at: usize, earlier: &[Frame], layout: &Layout<'_>) -> Option<Frame> {
        let mut cues: Vec<(usize, Cue)> = self
            .senses(at)
            .filter_map(|(end, sense)| match sense {
                Sense::Cue(cue) => Some((end, cue)),
                _ => None,
            })
            .collect();
        let longest = cues.iter().map(|&(end, _)| end).max()?;
        cues.retain(|&(end, _)| end == longest);
        // "en fin d'après-midi" is no "d'après".
        if self.is_mark(longest, '-') && self.is_tight(longest) {
            cues.retain(|&(_, cue)| cue != Cue::According);
        }
        cues.into_iter()
            .filter_map(|(end, cue)| self.finite(at..end, cue, earlier.last(), layout))
            .find_map(|(words, cue)| self.frame(words, cue, earlier, layout))
    }

    fn frame(
        &self,
        cue: Range<usize>,
        kind: Cue,
        earlier: &[Frame],
        layout: &Layout<'_>,
    ) -> Option<Frame> {
        let taken = earlier.last().map_or(0, |frame| frame.extent.end);
        match kind {
            Cue::According
            | Cue::By
            | Cue::CountedBy
            | Cue::DeniedBy
            | Cue::Citing
            | Cue::Relayed => self.points_behind(cue, kind, layout),
            Cue::Opening => self
                .opens_for(cue.clone(), layout)
                .or_else(|| self.closes_for(cue, earlier, layout)),
            Cue::SaidPast | Cue::CountedPast | Cue::DeniedPast => None,
            Cue::AccordingAfter => self.points_before(cue, kind, taken, layout),
            Cue::Said | Cue::Quoted | Cue::Counted | Cue::Denied | Cue::Retracted => {
                self.verb(cue, kind, earlier, layout)
            }
        }
    }

    /// "according to the estimates of the UN", "announced by …".
    fn points_behind(&self, cue: Range<usize>, kind: Cue, layout: &Layout<'_>) -> Option<Frame> {
        let limit = self.clause_end(cue.end).min(cue.end + BEHIND);
        let who = layout.mentions.iter().position(|mention| {
            // "de source policière", "nach Polizeiangaben": the one named may stand inside the cue.
            mention.extent.start > cue.start
                && mention.extent.end >= cue.end
                && (mention.extent.start < limit
                    || mention.extent.start == limit && self.is_quote(limit))
                && !mention.within
                && !matches!(mention.who, Who::Place)
        });
        let who = who.map(|who| self.ruled_by(who, cue.end, layout).unwrap_or(who));
        // "según explicó a Efe la alcaldesa": the agency is told.
        // "цитирует Интерфакс главу МЧС"
        let told = who.filter(|_| matches!(kind, Cue::According | Cue::Relayed));
        let teller = told.and_then(|who| self.teller_behind(who, layout));
        let told = told.filter(|_| teller.is_some());
        let who = teller.or(who);
        let mention = who.and_then(|who| layout.mentions.get(who));
        // "statistics published by the agency": nobody passes on what they issue themselves.
        let issues = mention.is_some_and(|mention| mention.is_body() && !mention.is_medium())
            && self.is_before(cue.end, Sense::Speech(Speech::By)).is_some();
        let kind = if kind == Cue::Relayed && issues {
            Cue::By
        } else {
            kind
        };
        if kind == Cue::Relayed && told.is_none() && !mention.is_some_and(Mention::is_medium) {
            return None;
        }
        // "نقلت رويترز عن مسؤول": a small word cites only between an agency and whom it cites.
        let small = cue.len() == 1 && self.context(cue.start, Context::Function).is_some();
        if kind == Cue::Citing && small {
            let medium = layout
                .mentions
                .iter()
                .any(|before| before.extent.end == cue.start && before.is_medium());
            let next = mention.is_some_and(|mention| mention.extent.start == cue.end);
            if !medium || !next {
                return None;
            }
        }
        let mut end = mention.map_or(cue.end, |mention| mention.extent.end);
        let between = cue.end..mention.map_or(limit, |mention| mention.extent.start.max(cue.end));
        let mut document = self.document_in(between, layout);
        if let Some(noun) = self.is(end, Sense::Speech(Speech::Documents)) {
            document = document.or(Some(end..noun));
            end = noun;
        }
        if matches!(kind, Cue::By | Cue::CountedBy | Cue::DeniedBy) {
            let before = cue.start.saturating_sub(DOCUMENT_REACH / 2)..cue.start;
            document = document.or_else(|| self.document_in(before, layout));
        }
        if who.is_none() {
            // "по предварительным данным, …": figures of nobody that is named.
            let closed = kind == Cue::CountedBy && self.closes(cue.end);
            let named = kind == Cue::According && document.is_some();
            if !named && !closed {
                return None;
            }
            end = document.as_ref().map_or(end, |words| words.end);
        }
        if kind == Cue::CountedBy {
            document = document.or_else(|| Some(cue.clone()));
        }
        document = document.or_else(|| self.statement_behind(end));
        // "по данным организаторов — 60 тысяч"
        let dash = ['—', '–'].into_iter().any(|mark| self.is_mark(end, mark));
        let leads = self.introduces(cue.start, layout) || dash && layout.counts(&(end..end + 4));
        let medium = (kind == Cue::Citing)
            .then(|| self.passer_before(cue.start, layout))
            .flatten()
            .or(told)
            .or_else(|| self.medium_of(who, layout));
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
        // "selon un rapport cité par Le Monde": of nobody that is named.
        let passed = kind == Cue::According && document.is_some() && {
            let relays = Sense::Cue(Cue::Relayed);
            mention.is_some_and(Mention::is_medium)
                && (cue.end..cue_end).any(|at| self.is(at, relays).is_some())
        };
        Some(Frame {
            extent: cue.start..end,
            cue: cue.start..cue_end,
            kind,
            who: who.filter(|_| !passed),
            medium: if passed { who } else { medium },
            carried: false,
            leads,
            document,
        })
    }

    /// The body that another only rules: "des von der Hamas kontrollierten Ministeriums".
    fn ruled_by(&self, who: usize, from: usize, layout: &Layout<'_>) -> Option<usize> {
        let ruler = layout.mentions.get(who)?;
        let by = self.is_before(ruler.extent.start, Sense::Speech(Speech::By));
        let next = layout.mentions.get(who + 1)?;
        let tied = self.is_small(ruler.extent.end) && next.extent.start == ruler.extent.end + 1;
        (by.is_some_and(|by| by > from) && tied && next.is_body()).then_some(who + 1)
    }

    /// The agency or outlet right before "citing".
    fn passer_before(&self, cue: usize, layout: &Layout<'_>) -> Option<usize> {
        let comma = cue
            .checked_sub(1)
            .filter(|&at| self.is_mark(at, ','))
            .unwrap_or(cue);
        layout.mentions.iter().rposition(|mention| {
            let end = mention.extent.end;
            // "Tass news agency, quoting …"
            let head = self.head_at(end).map(|(head, _)| head);
            mention.is_medium() && (end == comma || head == Some(comma))
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
        let Some(who) = self.subject_before(cue.start, taken, layout) else {
            // "Dem Bericht zufolge": of whoever was named before.
            let near = cue.start.saturating_sub(2).max(taken)..cue.start;
            let document = self.document_in(near, layout)?;
            return Some(Frame {
                leads: self.introduces(document.start.saturating_sub(1), layout),
                extent: document.start..cue.end,
                document: Some(document),
                cue,
                kind,
                who: None,
                medium: None,
                carried: false,
            });
        };
        let start = layout.mentions.get(who)?.extent.start;
        let leads = self.introduces(start, layout);
        Some(Frame {
            document: self.document_in(start..cue.start, layout),
            extent: start..cue.end,
            cue,
            kind,
            who: Some(who),
            medium: None,
            carried: false,
            leads,
        })
    }

    /// Whether what an "according to" at `at` introduces follows it.
    pub fn introduces(&self, at: usize, layout: &Layout<'_>) -> bool {
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
    pub fn closes(&self, at: usize) -> bool {
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

    pub fn beside_quote(&self, cue: &Range<usize>, layout: &Layout<'_>) -> bool {
        let before = cue.start.saturating_sub(INVERSION)..cue.start;
        let behind = cue.end..cue.end + APPOSITION;
        before
            .into_iter()
            .chain(behind)
            .any(|at| layout.quoted(at).is_some())
    }

    /// Where the clause around `at` ends.
    pub fn clause_end(&self, at: usize) -> usize {
        (at..self.tokens.len())
            .find(|&at| self.ends_clause(at) || self.is_mark(at, ',') || self.is_quote(at))
            .unwrap_or(self.tokens.len())
    }

    /// A word for a document among some tokens, outside of names.
    pub fn document_in(
        &self,
        mut tokens: Range<usize>,
        layout: &Layout<'_>,
    ) -> Option<Range<usize>> {
        tokens.find_map(|at| {
            let end = self.is(at, Sense::Speech(Speech::Documents))?;
            (!layout.covers(at)).then_some(at..end)
        })
    }

    /// "in a statement" at the head of the clause of a verb whose subject follows: "In einer Mitteilung erklärte …".
    pub fn statement_before(&self, verb: &Range<usize>, taken: usize) -> Option<Range<usize>> {
        let first = verb.start.saturating_sub(DOCUMENT_REACH).max(taken);
        let found = self.statement_behind(first)?;
        (found.end <= verb.start).then_some(found)
    }

    /// "in a statement" behind a cue.
    pub fn statement_behind(&self, from: usize) -> Option<Range<usize>> {
        let limit = self.clause_end(from).min(from + DOCUMENT_REACH);
        // "com base em dados do governo" cites, and is no document of whoever stands before.
        let cited = Sense::Cue(Cue::Citing);
        let mut own = (from..limit).take_while(|&at| self.is(at, cited).is_none());
        own.find_map(|at| {
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
