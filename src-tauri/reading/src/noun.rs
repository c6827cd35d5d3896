//! The words behind a number that say what it counts.

use std::ops::Range;

use crate::quantity::Scan;
use crate::sense::{Context, MeasureForm, Sense};
use crate::token::Kind;

/// How many words are taken for a noun that the lexicon does not know.
const GUESSED: usize = 2;
/// How many words may stand between a number and the noun that it counts.
const ADJECTIVES: usize = 3;

/// The words behind a number that say what it counts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Noun {
    pub tokens: Range<usize>,
    pub group: Option<String>,
    pub measure: Option<usize>,
    pub severity: Option<String>,
    pub counting: Option<String>,
    pub basis: Option<String>,
}

impl Scan<'_> {
    /// The noun behind a number, up to the token `limit`: "policiers et militaires", "new deaths".
    pub fn noun(&self, after: usize, limit: usize) -> Noun {
        let mut noun = Noun::default();
        let mut at = self
            .is(after, Sense::Of)
            .filter(|&end| end < limit)
            .unwrap_or(after);
        at = self.past_hyphen(at);
        let mut start = at;
        let mut skipped = 0;
        while at < limit && noun.measure.is_none() {
            if let Some(end) = self
                .context(at, Context::Spell)
                .filter(|&end| self.is_counted(end))
            {
                // "12 other soldiers": neither noun nor kind.
                (at, start) = (end, if start == at { end } else { start });
            } else if let Some((end, index)) = self.group_at(at) {
                let word = self.lexicon.groups.get(index).map_or("", String::as_str);
                let group = noun
                    .group
                    .as_deref()
                    .map_or(word, |group| self.lexicon.common_group(group, word));
                noun.group = Some(group.to_owned());
                noun.measure = self.hit(at, &[MeasureForm::Noun]).map(|hit| hit.measure);
                noun.tokens = start..end;
                at = match self.coordinated(end, limit) {
                    Some(next) => next,
                    None => break,
                };
            } else if noun.group.is_some() {
                break;
            } else if let Some(hit) = self.hit(at, &[MeasureForm::Noun]) {
                noun.measure = Some(hit.measure);
                noun.tokens = start..hit.end;
                noun.severity = self.severity(hit.end).map(|(_, word)| word);
            } else if let Some((end, word)) = self.severity(at) {
                noun.severity = Some(word);
                (at, start) = (end, if start == at { end } else { start });
            } else if let Some((end, word)) = self.counting_at(at) {
                noun.counting = Some(word);
                (at, start) = (end, if start == at { end } else { start });
            } else if skipped < ADJECTIVES && self.is_adjective(at) {
                if let Some((_, word)) = self.basis_at(at) {
                    noun.basis = Some(word);
                }
                skipped += 1;
                at += 1;
            } else {
                break;
            }
        }
        if noun.tokens.is_empty() && skipped > 0 {
            // Of something that the lexicon does not know the next words are the best guess.
            noun.tokens = start..start + skipped.min(GUESSED);
        }
        noun
    }

    /// Where the second of two coordinated groups begins: behind "et" in "policiers et militaires".
    fn coordinated(&self, end: usize, limit: usize) -> Option<usize> {
        let next = match self.is(end, Sense::Joiner) {
            Some(next) => next,
            None if self.is_mark(end, ',') => end + 1,
            None => return None,
        };
        (next < limit && self.group_at(next).is_some()).then_some(next)
    }

    fn group_at(&self, at: usize) -> Option<(usize, usize)> {
        let (end, group) = self.find(at, |sense| match sense {
            Sense::Group(group) => Some(group),
            _ => None,
        })?;
        // "two police stations" counts no police.
        let attribute =
            self.context(at, Context::Attributive) == Some(end) && self.is_adjective(end);
        (!attribute || self.is_counted(end)).then_some((end, group))
    }

    fn is_adjective(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == Kind::Word)
            && self.context(at, Context::Function).is_none()
            && self.context(at, Context::Passive).is_none()
            && [Context::Clause, Context::Day, Context::Month]
                .into_iter()
                .all(|word| self.context(at, word).is_none())
            && self
                .hit(
                    at,
                    &[
                        MeasureForm::Participle,
                        MeasureForm::Verb,
                        MeasureForm::Active,
                    ],
                )
                .is_none()
    }

    pub fn severity(&self, at: usize) -> Option<(usize, String)> {
        self.find(at, |sense| match sense {
            Sense::Severity(word) => self.lexicon.severities.get(word).cloned(),
            _ => None,
        })
    }

    pub fn counting_at(&self, at: usize) -> Option<(usize, String)> {
        self.find(at, |sense| match sense {
            Sense::Counting(word) => self.lexicon.countings.get(word).cloned(),
            _ => None,
        })
    }

    pub fn basis_at(&self, at: usize) -> Option<(usize, String)> {
        self.find(at, |sense| match sense {
            Sense::Basis(word) => self.lexicon.bases.get(word).cloned(),
            _ => None,
        })
    }
}
