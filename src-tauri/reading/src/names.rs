//! Names in a text: of bodies that speak, of persons and of places, by how they are written and what stands around them.
//!
//! These are offers for a person to choose from. A name that is no name costs a glance, a missing one much typing, so that
//! doubtful ones are given too, behind those that the text itself says to speak.

use std::ops::Range;

use crate::names_lexicon::{Names, names};
use crate::token::{Kind, Token, tokens};

/// How many words may stand between "according to" and the one it names: "selon les estimations de l'ONU".
const CUE_REACH: usize = 6;
/// How far from a person's name their role is looked for.
const ROLE_REACH: usize = 9;
/// How many words of its own language a name without capitals takes in behind its head.
const TAIL: usize = 3;

/// Who bears a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bearer {
    /// A body that may speak, with its source kind where the words tell it.
    Body {
        /// A word of the vocabulary `source_kind`.
        kind: Option<String>,
    },
    /// A person, with the words that say what they are.
    Person {
        /// Their bytes.
        role: Option<Range<usize>>,
    },
    /// A place.
    Place,
}

/// A name in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The bytes of the name, without article and preposition.
    pub span: Range<usize>,
    /// Who bears it.
    pub bearer: Bearer,
    /// Whether the text says at this place that its bearer speaks.
    pub speaks: bool,
}

/// The names of a text in order; no two overlap.
#[must_use]
pub fn names_in(text: &str) -> Vec<Name> {
    let mut words = Vec::new();
    let tokens = tokens(text, |word| {
        words.push(word.to_owned());
        u32::try_from(words.len()).unwrap_or(u32::MAX)
    });
    let finder = Finder {
        text,
        tokens,
        words,
        known: names(),
    };
    finder.find()
}

/// Of each number, whether the words around it make it a part of one told before it.
#[must_use]
pub fn parts_in(text: &str, numbers: &[Range<usize>]) -> Vec<bool> {
    let known = names();
    let mut before = 0;
    let mut found = Vec::with_capacity(numbers.len());
    for (at, number) in numbers.iter().enumerate() {
        let next = numbers.get(at + 1).map_or(text.len(), |next| next.start);
        let lead = text.get(before..number.start).unwrap_or_default();
        let tail = text.get(number.end..next).unwrap_or_default();
        found.push(at > 0 && (known.leads_part(lead) || known.follows_part(tail)));
        before = number.end;
    }
    found
}

struct Finder<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    /// The words and marks, folded, by the number in their tokens, from 1.
    words: Vec<String>,
    known: &'static Names,
}

impl Finder<'_> {
    fn find(&self) -> Vec<Name> {
        let mut found: Vec<Name> = Vec::new();
        let mut at = 0;
        let mut free = 0;
        // Behind a person their role is read through: only bodies stand there on their own.
        let mut role_end = 0;
        while at < self.tokens.len() {
            let begins = self.tokens.get(at).map_or(0, |token| token.start);
            let name = self
                .known_body(at)
                .or_else(|| self.headed(at, free))
                .or_else(|| {
                    let outside = begins >= role_end;
                    outside.then(|| self.capitalised(at, free)).flatten()
                });
            match name {
                Some((range, bearer)) => {
                    if let Bearer::Person { role: Some(role) } = &bearer {
                        role_end = role.end;
                    }
                    free = range.end;
                    at = range.end.max(at + 1);
                    found.extend(self.name(range, bearer));
                }
                None => at += 1,
            }
        }
        found
    }

    fn name(&self, range: Range<usize>, bearer: Bearer) -> Option<Name> {
        let span =
            self.tokens.get(range.start)?.start..self.tokens.get(range.end.checked_sub(1)?)?.end;
        let speaks = self.speaks(&range);
        Some(Name {
            span,
            bearer,
            speaks,
        })
    }

    fn word(&self, at: usize) -> &str {
        let number = self.tokens.get(at).map_or(0, |token| token.word);
        let index = usize::try_from(number).unwrap_or(0).checked_sub(1);
        index
            .and_then(|index| self.words.get(index))
            .map_or("", String::as_str)
    }

    fn is_word(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| token.kind == Kind::Word)
    }

    fn is_capital(&self, at: usize) -> bool {
        self.is_word(at) && self.tokens.get(at).is_some_and(|token| token.capital)
    }

    /// Some tokens folded, as phrases are looked up.
    fn folded(&self, range: Range<usize>) -> String {
        range.map(|at| self.word(at)).collect::<Vec<_>>().join(" ")
    }

    fn slice(&self, range: &Range<usize>) -> &str {
        let start = self.tokens.get(range.start).map(|token| token.start);
        let end = range
            .end
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last))
            .map(|token| token.end);
        start
            .zip(end)
            .and_then(|(start, end)| self.text.get(start..end))
            .unwrap_or_default()
    }

    /// The longest phrase at a place that `known` holds, and what it means.
    fn phrase<T>(&self, at: usize, known: impl Fn(&str) -> Option<T>) -> Option<(usize, T)> {
        (at + 1..=(at + Names::LONGEST).min(self.tokens.len()))
            .rev()
            .find_map(|end| Some((end, known(&self.folded(at..end))?)))
    }

    /// The start of the longest phrase right before `end`.
    fn phrase_before(&self, end: usize, known: impl Fn(&str) -> bool) -> Option<usize> {
        (end.saturating_sub(Names::LONGEST)..end).find(|&at| known(&self.folded(at..end)))
    }

    fn known_body(&self, at: usize) -> Option<(Range<usize>, Bearer)> {
        let (end, kind) = (at + 1..=(at + Names::LONGEST).min(self.tokens.len()))
            .rev()
            .find_map(|end| {
                let kind = self
                    .known
                    .body(&self.folded(at..end), self.slice(&(at..end)))?;
                Some((end, kind))
            })?;
        let kind = Some(kind.to_owned());
        Some((at..end, Bearer::Body { kind }))
    }

    /// A body whose name has a head: "Interior Ministry", "ministère de la Santé".
    fn headed(&self, at: usize, free: usize) -> Option<(Range<usize>, Bearer)> {
        let (head_end, kind) = self.phrase(at, |words| self.known.head(words))?;
        let start = self.before_head(at, free);
        let end = self.behind_head(head_end, start == at);
        let range = start..end;
        let named =
            range.clone().any(|token| self.is_capital(token)) && !(start == at && end == head_end);
        if !named && !self.speaks(&range) && !self.has_field(&range) {
            return None;
        }
        let field = range
            .clone()
            .find_map(|token| self.phrase(token, |words| self.known.field(words)));
        let kind = match field {
            Some((_, field)) if kind == "ministry" && !field.is_empty() => field,
            _ => kind,
        };
        let kind = Some(kind.to_owned());
        Some((range, Bearer::Body { kind }))
    }

    fn has_field(&self, range: &Range<usize>) -> bool {
        range
            .clone()
            .any(|at| self.phrase(at, |words| self.known.field(words)).is_some())
    }

    /// Where a name with its head at `at` begins: capitals before it belong to it, and what the body is for.
    fn before_head(&self, at: usize, free: usize) -> usize {
        let mut start = at;
        while let Some(before) = start.checked_sub(1).filter(|&before| before >= free) {
            let belongs = self.is_capital(before) && !self.known.is_no_name(self.word(before))
                || start == at && self.known.field(self.word(before)).is_some();
            if !belongs {
                break;
            }
            start = before;
        }
        start
    }

    /// Where a name with a head that ends at `end` ends: "of Health", "de l'Intérieur du Varland".
    fn behind_head(&self, end: usize, alone: bool) -> usize {
        let mut end = end;
        let mut taken = false;
        loop {
            let of = self.phrase(end, |words| self.known.is_of(words).then_some(()));
            let Some((behind, ())) = of else { break };
            let fits = self.is_capital(behind) && !self.known.is_no_name(self.word(behind))
                || !taken
                    && alone
                    && self
                        .phrase(behind, |words| self.known.field(words))
                        .is_some();
            if !fits {
                break;
            }
            end = match self.phrase(behind, |words| self.known.field(words)) {
                Some((field, _)) => field,
                None => behind + 1,
            };
            while self.is_capital(end) {
                end += 1;
            }
            taken = true;
        }
        if !taken && alone {
            // Languages that put the field behind without a word between: "министерство внутренних дел".
            let field = self.phrase(end, |words| self.known.field(words));
            if let Some((behind, _)) = field {
                end = behind;
                let tail = |at: usize| {
                    self.is_word(at)
                        && !self.starts_cue(at)
                        && self.word(at).chars().all(char::is_lowercase)
                        && self.tokens.get(at).is_some_and(|token| !token.capital)
                };
                let limit = end + TAIL;
                while end < limit && tail(end) {
                    end += 1;
                }
            }
        }
        end
    }

    /// A run of capitalised words: a person, a place, or a body that is said to speak.
    fn capitalised(&self, at: usize, free: usize) -> Option<(Range<usize>, Bearer)> {
        if !self.is_capital(at) || self.known.is_no_name(self.word(at)) {
            return None;
        }
        let mut end = at + 1;
        loop {
            if self.is_capital(end) && self.phrase(end, |words| self.known.head(words)).is_none() {
                end += 1;
            } else if self.word(end) == "-" && self.is_word(end + 1) && self.is_tight(end) {
                end += 2;
            } else {
                break;
            }
        }
        if self.is_capital(end) && self.phrase(end, |words| self.known.head(words)).is_some() {
            // Its head takes it in.
            return None;
        }
        let range = at..end;
        if self.names_place(at) {
            return Some((range, Bearer::Place));
        }
        if range.len() > 1 {
            let role = self.role(&range, free);
            if self.begins_sentence(at) && role.is_none() && !self.speaks(&range) {
                return None;
            }
            return Some((range, Bearer::Person { role }));
        }
        let letters = self.slice(&range).chars().count();
        let shouted = letters > 1 && self.slice(&range).chars().all(char::is_uppercase);
        let named = shouted && letters < 8 || self.speaks(&range);
        named.then_some((range, Bearer::Body { kind: None }))
    }

    /// Whether the tokens around a mark are written against it.
    fn is_tight(&self, at: usize) -> bool {
        let ends = |at: usize| self.tokens.get(at).map(Token::span);
        match (at.checked_sub(1).and_then(ends), ends(at), ends(at + 1)) {
            (Some(before), Some(mark), Some(after)) => {
                before.end == mark.start && mark.end == after.start
            }
            _ => false,
        }
    }

    fn begins_sentence(&self, at: usize) -> bool {
        at.checked_sub(1)
            .is_none_or(|before| self.ends_sentence(before))
    }

    fn ends_sentence(&self, at: usize) -> bool {
        matches!(
            self.word(at),
            "." | "!" | "?" | "…" | "«" | "»" | "“" | "”" | "\""
        )
    }

    fn names_place(&self, at: usize) -> bool {
        let before = self
            .phrase_before(at, |words| self.known.is_article(words))
            .unwrap_or(at);
        self.phrase_before(before, |words| self.known.is_before_place(words))
            .is_some()
    }

    fn starts_cue(&self, at: usize) -> bool {
        self.phrase(at, |words| self.known.is_cue_after(words).then_some(()))
            .is_some()
    }

    /// Whether the text says that who bears the name at `range` speaks.
    fn speaks(&self, range: &Range<usize>) -> bool {
        let within = |at: &usize| !self.ends_sentence(*at) && self.word(*at) != ",";
        let before = (range.start.saturating_sub(CUE_REACH)..range.start)
            .rev()
            .take_while(within)
            .any(|at| {
                self.phrase_before(at + 1, |words| self.known.is_cue_before(words))
                    .is_some()
            });
        if before {
            return true;
        }
        let behind = if self.word(range.end) == "," {
            range.end + 1
        } else {
            range.end
        };
        self.starts_cue(behind)
    }

    /// The words that say what a person is: "the spokesman of the Kremlin, Dmitri …", "…, mayor of Selin,".
    fn role(&self, range: &Range<usize>, free: usize) -> Option<Range<usize>> {
        let is_role = |at: usize| self.phrase(at, |words| self.known.is_role(words).then_some(()));
        let first = range
            .start
            .saturating_sub(ROLE_REACH)
            .max(free.min(range.start));
        // A body's name may stand inside the role: it is looked through, not stopped at.
        let first = first.min(range.start.saturating_sub(ROLE_REACH));
        let before = (first..range.start)
            .rev()
            .take_while(|&at| !self.ends_sentence(at))
            .filter(|&at| is_role(at).is_some())
            .last();
        if let Some(start) = before {
            let mut end = range.start;
            while end > start && !self.is_word(end - 1) {
                end -= 1;
            }
            return self.bytes(start..end);
        }
        if self.word(range.end) != "," {
            return None;
        }
        let start = range.end + 1;
        let names_it = (start..start + 3).any(|at| is_role(at).is_some());
        if !names_it {
            return None;
        }
        let end = (start..(start + ROLE_REACH).min(self.tokens.len()))
            .find(|&at| self.ends_sentence(at) || self.word(at) == "," || self.starts_cue(at))
            .unwrap_or_else(|| (start + ROLE_REACH).min(self.tokens.len()));
        self.bytes(start..end)
    }

    fn bytes(&self, range: Range<usize>) -> Option<Range<usize>> {
        let last = range
            .end
            .checked_sub(1)
            .filter(|&last| last >= range.start)?;
        Some(self.tokens.get(range.start)?.start..self.tokens.get(last)?.end)
    }
}
