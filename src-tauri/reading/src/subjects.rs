//! The subjects of verbs of saying: before them, across an apposition, or behind them.

use crate::frames::{APPOSITION, INVERSION, Layout};
use crate::mentions::{Mention, Who};
use crate::quantity::Scan;
use crate::sense::{Context, NamePart, Sense, Speech};
use crate::token::Kind;

/// How many words may stand between a subject and its verb.
const SUBJECT_GAP: usize = 8;
/// How many names an apposition may hold: "…, treasurer at the Foundation, said".
const APPOSED_NAMES: usize = 4;

impl Scan<'_> {
    /// The subject before a verb: the nearest one, or the nearest that commas part from it.
    pub fn subject_before(&self, verb: usize, taken: usize, layout: &Layout<'_>) -> Option<usize> {
        let mut candidates = layout
            .mentions
            .iter()
            .enumerate()
            .rev()
            .filter(|(_, mention)| {
                mention.extent.end <= verb
                    && !mention.within
                    && !matches!(mention.who, Who::Place)
                    && !layout.leans(self, mention)
                    && !self.is_owner(mention)
                    // "wrote on Telegram"
                    && (!mention.is_platform() || self.bare_start(mention) == 0)
            })
            .take_while(|(_, mention)| mention.extent.start >= taken)
            .take(APPOSED_NAMES);
        let (nearest, mention) = candidates.next()?;
        if self.is_subject(mention, verb, layout) {
            let ruling = candidates.find(|(_, ruler)| self.rules(ruler, mention, layout));
            return Some(ruling.map_or(nearest, |(at, _)| at));
        }
        // "A monitor, the Tal Observatory, said"
        let before = self.bare_start(mention).checked_sub(1);
        let enclosed = before.is_some_and(|at| self.is_mark(at, ','))
            && self.is_mark(mention.extent.end, ',')
            && mention.extent.end + 1 == verb
            && mention.is_body();
        candidates
            .find(|(_, mention)| {
                self.is_mark(mention.extent.end, ',') && self.is_subject(mention, verb, layout)
            })
            .map(|(at, _)| at)
            .or(enclosed.then_some(nearest))
    }

    /// "le bilan des intempéries du Sud-Est": a name behind "of" that bears no role does nothing itself.
    fn is_owner(&self, mention: &Mention) -> bool {
        let person = matches!(mention.who, Who::Person { role: None, .. });
        person
            && self
                .is_before(mention.extent.start, Sense::Name(NamePart::Of))
                .is_some_and(|of| of > 0 && !self.is_capital(of))
    }

    /// "The coastguard saved 14 on Monday but said …": whoever the sentence begins with does both.
    pub fn subject_of_both(&self, verb: usize, layout: &Layout<'_>) -> Option<usize> {
        let joined = self
            .is_before(verb, Sense::Joiner)
            .or_else(|| self.context_before(verb, Context::Clause))
            .or_else(|| verb.checked_sub(1).filter(|&at| self.is_mark(at, ',')))?;
        let does = |mention: &Mention| {
            matches!(
                mention.who,
                Who::Body { .. } | Who::Unnamed { .. } | Who::Person { role: Some(_), .. }
            )
        };
        let first = layout.mentions.first()?;
        // "Italy's coastguard"
        let owned = self.possessive(first.extent.end);
        let who = layout.mentions.iter().position(|mention| {
            let start = self.bare_start(mention);
            !mention.within && does(mention) && (start == 0 || Some(start) == owned)
        })?;
        let end = layout.mentions.get(who)?.extent.end;
        let clear = (end..joined)
            .all(|at| !self.ends_clause(at) && !self.is_quote(at) && layout.quoted(at).is_none());
        (clear && end < joined).then_some(who)
    }

    /// Whether all between one mention and another belongs to the first, as "against the visit of" does in "organisers of
    /// a march against the visit of President Sol said".
    fn rules(&self, ruler: &Mention, ruled: &Mention, layout: &Layout<'_>) -> bool {
        let of = self.is_ruled(ruled.extent.start)
            && self.name_part(ruler.extent.end, NamePart::Of).is_some();
        // "the company that runs it said"
        let relative = [Speech::That, Speech::Who]
            .into_iter()
            .any(|word| self.is(ruler.extent.end, Sense::Speech(word)).is_some());
        let speaks = matches!(
            ruler.who,
            Who::Body { .. } | Who::Unnamed { .. } | Who::Office { .. }
        );
        let gap = ruler.extent.end..ruled.extent.start;
        let clear = gap.clone().all(|at| {
            (self.is_word(at) || self.is_mark(at, '\''))
                && layout.quoted(at).is_none()
                && self.context(at, Context::Clause).is_none()
                && self
                    .find(at, |sense| matches!(sense, Sense::Cue(_)).then_some(()))
                    .is_none()
        });
        (of || relative) && speaks && clear && gap.len() <= APPOSITION && !layout.counts(&gap)
    }

    /// Whether "of" or a preposition of place stands before a name.
    fn is_ruled(&self, start: usize) -> bool {
        let bare = self
            .is_before(start, Sense::Name(NamePart::Determiners))
            .unwrap_or(start);
        [start, bare].into_iter().any(|end| {
            [NamePart::Of, NamePart::Places]
                .into_iter()
                .any(|part| self.is_before(end, Sense::Name(part)).is_some())
        })
    }

    /// Whether what stands between a mention and a verb leaves the one the subject of the other.
    fn is_subject(&self, mention: &Mention, verb: usize, layout: &Layout<'_>) -> bool {
        let gap = mention.extent.end..verb;
        let stops = gap.clone().any(|at| {
            self.ends_clause(at)
                || self.is_quote(at)
                || self.is(at, Sense::Speech(Speech::That)).is_some()
                    && at > mention.extent.end
                    && !self.is_mark(mention.extent.end, ',')
                || layout.quoted(at).is_some()
        });
        let commas = gap.clone().filter(|&at| self.is_mark(at, ',')).count();
        let inner = mention.extent.clone().any(|at| self.is_mark(at, ','));
        let who_said = self
            .is_before(verb, Sense::Speech(Speech::Who))
            .is_some_and(|at| at == gap.start + 1);
        let apart = self.opens_clause(mention) || self.is_bracketing(mention);
        let fits = match commas {
            0 => gap.len() <= if apart { APPOSITION } else { SUBJECT_GAP },
            // "The minister, Ana Sol, on Monday said": the comma ends the name.
            1 => inner && self.is_mark(gap.start, ',') && gap.len() <= SUBJECT_GAP || who_said,
            _ => {
                self.is_mark(gap.start, ',')
                    && self.is_mark(gap.end - 1, ',')
                    && gap.len() <= APPOSITION
            }
        };
        // "The union, which speaks for 4,000 nurses, said".
        let relative = self.is(gap.start + 1, Sense::Speech(Speech::Who)).is_some()
            || self.context(gap.start + 1, Context::With).is_some();
        let told_of = commas > 1 && relative && self.opens_sentence(self.bare_start(mention));
        !stops && fits && (apart || told_of || !layout.counts(&gap))
    }

    /// Where a mention begins with its article.
    fn bare_start(&self, mention: &Mention) -> usize {
        let start = mention.extent.start;
        self.is_before(start, Sense::Name(NamePart::Determiners))
            .unwrap_or(start)
    }

    /// Whether a name is the first of a subordinate clause in a language that ends these with their verb:
    /// "während die Opposition die Zahl auf 40 bezifferte".
    fn opens_clause(&self, mention: &Mention) -> bool {
        let start = mention.extent.start;
        let bare = self
            .is_before(start, Sense::Name(NamePart::Determiners))
            .unwrap_or(start);
        self.lexicon.nouns_are_capitalised
            && [start, bare]
                .into_iter()
                .any(|end| self.context_before(end, Context::Clause).is_some())
    }

    pub fn subject_behind(&self, verb_end: usize, layout: &Layout<'_>) -> Option<usize> {
        let owner = |mention: &Mention| {
            let of = self.is_before(mention.extent.start, Sense::Name(NamePart::Of));
            let named = matches!(mention.who, Who::Country | Who::Person { role: None, .. });
            named && !self.lexicon.nouns_are_capitalised && of.is_some_and(|of| of >= verb_end)
        };
        let who = layout.mentions.iter().position(|mention| {
            mention.extent.start >= verb_end
                && !owner(mention)
                && !mention.within
                && !matches!(mention.who, Who::Place)
        })?;
        let mention = layout.mentions.get(who)?;
        // "рассказал Би-би-си чиновник", "ha detto all'Ansa il sindaco": the agency is told, and who tells it stands
        // behind.
        let teller = self.teller_behind(who, layout).is_some();
        let told = self.told_by(verb_end, mention);
        // "a indiqué à l'OIM qu'il": others are told too, where a preposition never stands before who speaks and is no
        // article ("informou a Marinha").
        let others = self.lexicon.has_articles
            && !self.lexicon.nouns_are_capitalised
            && told.is_some_and(|at| self.context(at, Context::Definite).is_none());
        if others || mention.is_medium() && (teller || told.is_some()) {
            return self.subject_behind(mention.extent.end, layout);
        }
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
        // "said two further strikes hit paramedics": what is counted lies between.
        let counted = gap.len() > 1 && layout.counts(&(gap.start..gap.end - 1));
        let stops = stops || counted;
        let owns = self.possessive(mention.extent.end).is_some();
        (!stops && !owns && gap.len() <= INVERSION).then_some(who)
    }
}
