//! How a text stands to a number: whether it is its own, history, a fear, or denied.

use serde::{Deserialize, Serialize};

use crate::numbers::Found;
use crate::quantity::Scan;
use crate::sense::{Context, Cue, MeasureForm, NamePart, Sense, Speech};

/// How far before a number the words may stand that say how it is meant.
const REACH: usize = 12;
/// How far before a number a word makes it history by itself.
const NEAR: usize = 6;
/// How many words of a qualifier may stand between "against" and a number.
const VERSUS: usize = 2;
/// How many tokens what is denied may have between the denial and the word that names it a claim.
const CLAIM: usize = 8;
/// How many tokens what is counted may have between a number and "to" in "from 9 people to 16".
const NOUN: usize = 4;

/// How a text stands to a number. The words are the file format's and are never translated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// It holds: the figure of whoever says it.
    #[default]
    Asserts,
    /// It is wrong, or not theirs.
    Denies,
    /// Whoever said it takes it back.
    Retracts,
    /// An earlier figure, told as history: the 9 of "rose from 9 to 16".
    Recalls,
    /// It may become so.
    Projects,
}

impl Stance {
    /// The word for files and interfaces.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Stance::Asserts => "asserts",
            Stance::Denies => "denies",
            Stance::Retracts => "retracts",
            Stance::Recalls => "recalls",
            Stance::Projects => "projects",
        }
    }
}

impl Scan<'_> {
    /// How the text stands to a number; `previous` is the one before it in the sentence.
    pub fn stance(&self, number: &Found, previous: Option<&Found>) -> Stance {
        if self.recalls(number, previous) {
            return Stance::Recalls;
        }
        for (cue, stance) in [
            (Cue::Retracted, Stance::Retracts),
            (Cue::Denied, Stance::Denies),
        ] {
            if self.disclaims(number, cue) {
                return stance;
            }
        }
        if self
            .context_before(number.tokens.start, Context::Contrast)
            .is_some()
        {
            return Stance::Denies;
        }
        if self.projects(number, previous) {
            return Stance::Projects;
        }
        Stance::Asserts
    }

    /// Whether a denial governs the number: it names a claim ("denied that 40", "rejects the toll of 40").
    fn disclaims(&self, number: &Found, cue: Cue) -> bool {
        let start = number.tokens.start;
        let open = (0..start)
            .rev()
            .take(2 * REACH)
            .find(|&at| self.ends_clause(at))
            .map_or(start.saturating_sub(2 * REACH), |at| at + 1);
        (open..start)
            .filter_map(|at| self.is(at, Sense::Cue(cue)))
            // "denied that 40 had died, saying that two had": its own clause only.
            .filter(|&end| !(end..start).any(|at| self.is_mark(at, ',') && self.said_at(at + 1)))
            .any(|end| end == start || (end..start).take(CLAIM).any(|at| self.names_claim(at)))
    }

    /// Whether a verb of saying stands at a word.
    pub(crate) fn said_at(&self, at: usize) -> bool {
        self.find(at, |sense| {
            matches!(sense, Sense::Cue(Cue::Said)).then_some(())
        })
        .is_some()
    }

    fn names_claim(&self, at: usize) -> bool {
        [
            Sense::Context(Context::Claim),
            Sense::Speech(Speech::That),
            Sense::Speech(Speech::Documents),
        ]
        .into_iter()
        .any(|claim| self.is(at, claim).is_some())
    }

    /// "could reach 40", "it is feared that".
    fn projects(&self, number: &Found, previous: Option<&Found>) -> bool {
        let open = previous.map_or(0, |previous| previous.after);
        (open..number.tokens.start)
            .rev()
            .take(REACH)
            .take_while(|&at| !self.ends_clause(at))
            .any(|at| self.context(at, Context::Projection).is_some())
    }

    /// Whether what stands behind the number makes it the first of a change: the 9 of "von 9 auf 16".
    /// `always`: by words that say so in any case.
    fn is_first_of_change(&self, number: &Found, always: bool) -> bool {
        let changes = |sense| match sense {
            Sense::RangeMiddle(range) => self
                .lexicon
                .ranges
                .get(range)
                .filter(|range| range.always || range.change && !always)
                .map(|_| ()),
            _ => None,
        };
        let reach = if always { NOUN } else { 2 * NOUN };
        (number.after..number.after + reach)
            .take_while(|&at| !self.ends_clause(at))
            .filter_map(|at| self.find(at, changes))
            .any(|(end, ())| {
                self.quantity(end, false)
                    .is_some_and(|q| q.value.amount().is_some())
            })
    }

    /// Whether a word of recall says something of a number: "against" only right before it ("contre 9"), and not where it
    /// sets another's count beside ("contre 12 000 selon la préfecture").
    fn recalls_from(&self, at: usize, end: usize, number: &Found) -> bool {
        let versus = self.context(at, Context::Versus).is_some();
        let apart = end + VERSUS < number.tokens.start;
        !(versus && (apart || self.is_versus(at, number)))
    }

    /// "contre 12 000 selon la préfecture": another's count and no older one, where nothing behind it tells of a time.
    fn is_versus(&self, at: usize, number: &Found) -> bool {
        let behind = number.after..number.after + REACH;
        let behind: Vec<usize> = behind.take_while(|&at| !self.ends_clause(at)).collect();
        let other = |&at: &usize| {
            let cues = [Cue::According, Cue::Opening];
            cues.into_iter()
                .any(|cue| self.is(at, Sense::Cue(cue)).is_some())
        };
        let earlier = |&at: &usize| {
            [
                Context::Recall,
                Context::Duration,
                Context::Day,
                Context::Month,
                Context::Spell,
            ]
            .into_iter()
            .any(|word| self.context(at, word).is_some())
        };
        self.context(at, Context::Versus).is_some()
            && behind.iter().any(other)
            && !behind.iter().any(earlier)
    }

    /// Whether the number is the old one of two: "rose from 9 to 16", "an earlier toll of 9", "first given as 9".
    fn recalls(&self, number: &Found, previous: Option<&Found>) -> bool {
        let start = number.tokens.start;
        let wanted = |sense| match sense {
            Sense::RangeOpen(range) => self
                .lexicon
                .ranges
                .get(range)
                .filter(|range| range.change)
                .map(|_| ()),
            _ => None,
        };
        let from = self.find_before(start, wanted);
        let changed = from.is_some_and(|(at, ())| {
            // "augmenté de 400": by how much, unless what it came to follows.
            let doubtful = self.name_part(at, NamePart::Of).is_some();
            let moved = self.context_near_before(at, Context::Change);
            moved && (!doubtful || self.is_first_of_change(number, false))
                || self.is_first_of_change(number, true)
        });
        let open = previous.map_or(0, |previous| previous.after);
        // "The previous toll, issued at noon, was 14": an old count stays old for the whole clause.
        let counted = |at: usize| {
            self.context(at, Context::Recall).is_some_and(|end| {
                self.names_claim(end) || self.hit(end, &[MeasureForm::Toll]).is_some()
            })
        };
        let clause = (open..start)
            .rev()
            .take(REACH)
            .take_while(|&at| !self.ends_clause(at));
        changed
            || (open.max(start.saturating_sub(NEAR))..start).any(|at| {
                let end = self.context(at, Context::Recall);
                end.is_some_and(|end| self.recalls_from(at, end, number))
            })
            || clause.into_iter().any(counted)
    }
}
