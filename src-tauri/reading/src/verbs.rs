//! Verbs of saying and their subjects: before them, behind them, carried on from the verb before.

use std::ops::Range;

use crate::frames::{DOCUMENT_REACH, Frame, Layout};
use crate::mentions::Mention;
use crate::quantity::Scan;
use crate::sense::{Context, Cue, NamePart, Sense, Speech};

/// How many words may stand between an auxiliary and its participle: "avaient d'abord annoncé".
const AUXILIARY_GAP: usize = 5;
/// How many words may stand between a participle and its "by": "annoncée pour la première fois par".
const PASSIVE_GAP: usize = 7;
/// How many words before a subject its document may begin: "un rapport de l'ONU".
const REPORT_REACH: usize = 4;
/// The longest apposition across which a subject is preferred to one right behind its verb.
const SHORT_APPOSITION: usize = 8;

impl Scan<'_> {
    /// What a participle comes to: said by the subject of its auxiliary, or by the one behind "by"; nothing where it has
    /// neither.
    pub fn finite(
        &self,
        words: Range<usize>,
        cue: Cue,
        earlier: Option<&Frame>,
        layout: &Layout<'_>,
    ) -> Option<(Range<usize>, Cue)> {
        let (active, passive) = match cue {
            Cue::SaidPast => (Cue::Said, Cue::By),
            Cue::CountedPast => (Cue::Counted, Cue::CountedBy),
            Cue::DeniedPast => (Cue::Denied, Cue::DeniedBy),
            _ => return Some((words, cue)),
        };
        let limit = self.clause_end(words.end).min(words.end + PASSIVE_GAP);
        let by = (words.end..limit)
            .take_while(|&at| !layout.covers(at))
            .find_map(|at| self.is(at, Sense::Speech(Speech::By)));
        // "ont indiqué des sources citées par l'AFP": what stands behind "have" is active.
        let has = Sense::Speech(Speech::Auxiliaries);
        let perfect = self.is_before(words.start, has).is_some()
            && self.context_before(words.start, Context::Passive).is_none();
        if let Some(end) = by.filter(|_| !perfect) {
            return Some((words.start..end, passive));
        }
        let floor = earlier.map_or(0, |frame| frame.cue.end);
        if self.lexicon.nouns_are_capitalised
            && let Some(cue) = self.bracketed(&words, floor, layout)
        {
            return Some((cue, active));
        }
        let auxiliary = (words.start.saturating_sub(AUXILIARY_GAP).max(floor)..words.start)
            .rev()
            .take_while(|&at| {
                !self.is_mark(at, ',')
                    && !self.ends_clause(at)
                    && self
                        .context(at, Context::Passive)
                        .is_none_or(|end| end > words.start)
            })
            .find(|&at| {
                self.is(at, Sense::Speech(Speech::Auxiliaries))
                    .is_some_and(|end| end <= words.start)
            })?;
        Some((auxiliary..words.end, active))
    }

    /// A participle that its auxiliary stands far before: "hatte das Amt von 60 Toten gesprochen", "die UN haben 600
    /// Fälle dokumentiert". What lies between is said.
    fn bracketed(
        &self,
        words: &Range<usize>,
        floor: usize,
        layout: &Layout<'_>,
    ) -> Option<Range<usize>> {
        let start = (floor..words.start)
            .rev()
            .take_while(|&at| !self.is_mark(at, ',') && !self.ends_clause(at))
            .last()?;
        let auxiliary = (start..words.start)
            .find(|&at| self.is(at, Sense::Speech(Speech::Auxiliaries)).is_some())?;
        let between = auxiliary..words.start;
        let far = between.len() > AUXILIARY_GAP || layout.counts(&between);
        far.then_some(words.clone())
    }

    /// Whether a name stands beside the auxiliary of a participle further on.
    pub fn is_bracketing(&self, mention: &Mention) -> bool {
        let auxiliary = Sense::Speech(Speech::Auxiliaries);
        let start = mention.extent.start;
        let bare = self
            .is_before(start, Sense::Name(NamePart::Determiners))
            .unwrap_or(start);
        self.lexicon.nouns_are_capitalised
            && (self.is(mention.extent.end, auxiliary).is_some()
                || self.is_before(bare, auxiliary).is_some())
    }

    /// A verb of saying with its subject.
    pub fn verb(
        &self,
        cue: Range<usize>,
        kind: Cue,
        earlier: &[Frame],
        layout: &Layout<'_>,
    ) -> Option<Frame> {
        // "nach offiziellen Angaben": a noun.
        let noun = self.lexicon.nouns_are_capitalised
            && cue.start > 0
            && self.is_capital(cue.start)
            && !self.opens_sentence(cue.start);
        if noun || self.is_unsaid(&cue) {
            return None;
        }
        let last = earlier.last();
        let taken = last.map_or(0, |frame| frame.extent.end);
        let carried = self.is_mark(cue.start + 1, '-') && cue.len() > 3
            || self
                .senses(cue.start)
                .any(|(end, sense)| end == cue.end && sense == Sense::Speech(Speech::Pronouns));
        let quoted_by = earlier.split_last().filter(|(last, _)| {
            let end = last.extent.end;
            last.kind == Cue::Relayed
                && (end == cue.start || end + 1 == cue.start && self.is_mark(end, ','))
        });
        let before = match quoted_by {
            // "sources quoted by the agency said": the sources did.
            Some((last, earlier)) => {
                let taken = earlier.last().map_or(0, |frame| frame.extent.end);
                let end = last.cue.start;
                let comma = end.checked_sub(1).filter(|&at| self.is_mark(at, ','));
                self.subject_before(comma.unwrap_or(end), taken, layout)
            }
            None => self.subject_before(cue.start, taken, layout),
        };
        let behind = self.subject_behind(cue.end, layout);
        let who = match (before, behind) {
            _ if carried => None,
            (Some(before), Some(behind)) if self.is_inverted(&cue, before, layout) => Some(behind),
            // "بحسب رويترز، قال مسؤولون": where verbs come first whoever stands right behind one is its subject.
            (Some(_), Some(behind)) if self.is_right_behind(behind, cue.end, layout) => {
                Some(behind)
            }
            (Some(before), _) => Some(before),
            (None, behind) => behind,
        };
        // "…, rejecting the claim", "and said", "who adds": the one who said what stands before.
        let goes_on = self.goes_on(cue.start, last) || {
            let adjacent = behind.and_then(|who| layout.mentions.get(who));
            let close = adjacent.is_some_and(|mention| mention.extent.start <= cue.end + 2);
            let comma = cue
                .start
                .checked_sub(1)
                .is_some_and(|at| self.is_mark(at, ','));
            comma && !close
        };
        let who = match last {
            // "…, передает Интерфакс": the agency passes on what the one before said.
            Some(last)
                if before.is_none()
                    && goes_on
                    && !carried
                    && last.who.is_some()
                    && !self.medium_right_behind(cue.end, behind, layout)
                    && !behind.is_some_and(|who| self.is_right_behind(who, cue.end, layout)) =>
            {
                last.who
            }
            None if who.is_none() && !carried => self.subject_of_both(cue.start, layout),
            _ => who,
        };
        let that = self.is(cue.end, Sense::Speech(Speech::That)).is_some();
        let beside_quote = self.beside_quote(&cue, layout);
        // "وأضاف البيان أن": where verbs come first the document stands behind.
        let report = self.subject_document(cue.start, taken, layout).or_else(|| {
            let first = self.lexicon.verbs_come_first;
            self.document_in(cue.end..cue.end + usize::from(first), layout)
        });
        // "official figures show"
        let shown = report.as_ref().is_some_and(|words| words.end == cue.start);
        if who.is_none() && !(that || beside_quote || carried || report.is_some())
            || kind == Cue::Quoted
                && !(beside_quote || that || shown || self.trails(&cue, who, layout))
        {
            return None;
        }
        let mention = who.and_then(|who| layout.mentions.get(who));
        let inverted = carried || mention.is_some_and(|mention| mention.extent.start >= cue.end);
        let extent = match mention {
            Some(mention) if mention.extent.end > taken => {
                mention.extent.start.min(cue.start)..mention.extent.end.max(cue.end)
            }
            _ => cue.clone(),
        };
        let near = extent.start.saturating_sub(REPORT_REACH).max(taken)..cue.start;
        let document = (kind == Cue::Counted)
            .then(|| cue.clone())
            .or_else(|| self.document_in(near, layout).filter(|_| !inverted))
            .or_else(|| {
                let subject = mention.filter(|_| inverted)?;
                self.document_in(cue.end..subject.extent.start, layout)
            })
            .or_else(|| self.statement_behind(cue.end))
            .or_else(|| self.statement_behind(extent.end))
            .or_else(|| self.statement_before(&cue, taken).filter(|_| inverted))
            .or_else(|| {
                self.document_in(cue.clone(), layout)
                    .filter(|_| self.lexicon.verbs_come_first)
            })
            .or(report)
            // "écrit l'ONG dans un rapport, qui fait aussi état de …"
            .or_else(|| {
                let last = last.filter(|last| goes_on && last.who == who)?;
                last.document.clone()
            });
        // Behind "while" a verb that stands first introduces what follows, as at the head of a sentence.
        let introduces = || self.introduces(extent.start, layout) && !self.closes(extent.end);
        let leads =
            extent.start == 0 || !inverted && !self.closes(cue.end) || inverted && introduces();
        let medium = self
            .told_to(cue.end, who, layout)
            .or_else(|| self.medium_of(who, layout));
        Some(Frame {
            extent,
            cue,
            kind,
            who,
            carried,
            medium,
            leads,
            document,
        })
    }

    /// "…, s'alarme le maire.": whether a verb behind a comma has its subject behind it, and ends its clause with it.
    fn trails(&self, cue: &Range<usize>, who: Option<usize>, layout: &Layout<'_>) -> bool {
        let comma = cue
            .start
            .checked_sub(1)
            .is_some_and(|at| self.is_mark(at, ','));
        let subject = who.and_then(|who| layout.mentions.get(who));
        comma
            && subject.is_some_and(|subject| {
                subject.extent.start >= cue.end && self.closes(subject.extent.end)
            })
    }

    fn is_right_behind(&self, who: usize, verb: usize, layout: &Layout<'_>) -> bool {
        let right = layout
            .mentions
            .get(who)
            .is_some_and(|mention| mention.extent.start == verb);
        self.lexicon.verbs_come_first && right
    }

    /// Whether nothing is said by the verb: "declined to say", "the report", "was reported".
    fn is_unsaid(&self, cue: &Range<usize>) -> bool {
        let unsaid = self
            .is_before(cue.start, Sense::Speech(Speech::NotSaid))
            .is_some();
        let article = self
            .is_before(cue.start, Sense::Name(NamePart::Determiners))
            // "телеканал сообщил": a body of its own.
            .filter(|&at| self.head_at(at).is_none())
            .or_else(|| self.is_before(cue.start, Sense::Article));
        let pronoun = self.is_before(cue.start, Sense::Speech(Speech::Pronouns));
        let passive = self.context_before(cue.start, Context::Passive).is_some();
        // "a UN report said": the noun.
        let noun = self.is(cue.start, Sense::Speech(Speech::Documents)) == Some(cue.end)
            && self
                .find(cue.end, |sense| {
                    matches!(sense, Sense::Cue(Cue::Said | Cue::Quoted | Cue::Counted))
                        .then_some(())
                })
                .is_some();
        unsaid || noun || passive || article.is_some() && article != pronoun
    }

    /// Whether the subject of a verb is the one of the verb before it.
    fn goes_on(&self, verb: usize, last: Option<&Frame>) -> bool {
        let who = self
            .is_before(verb, Sense::Speech(Speech::Who))
            .unwrap_or(verb);
        let joined = self.is_before(who, Sense::Joiner).unwrap_or(who);
        last.is_some()
            && (joined < verb
                || joined
                    .checked_sub(1)
                    .is_some_and(|at| self.is_mark(at, ',')))
    }

    /// "the report" before "said that", where no body is named.
    fn subject_document(
        &self,
        verb: usize,
        taken: usize,
        layout: &Layout<'_>,
    ) -> Option<Range<usize>> {
        let near = verb.saturating_sub(DOCUMENT_REACH).max(taken);
        let clear = (near..verb)
            .rev()
            .take_while(|&at| !self.is_mark(at, ',') && !self.ends_clause(at))
            .last()?;
        self.document_in(clear..verb, layout)
    }

    /// Whether the subject stands behind the verb though somebody is named before it.
    fn is_inverted(&self, cue: &Range<usize>, before: usize, layout: &Layout<'_>) -> bool {
        let closed = cue
            .start
            .checked_sub(1)
            .is_none_or(|at| self.is_mark(at, ',') || self.is_quote(at));
        let Some(mention) = layout.mentions.get(before) else {
            return true;
        };
        let gap = mention.extent.end..cue.start;
        let apposed = gap.len() == 1 || gap.len() <= SHORT_APPOSITION;
        closed && !gap.is_empty() && !apposed
    }
}
