//! Who is named in a sentence: bodies, persons, offices, unnamed officials, witnesses, places.

use std::ops::Range;

use crate::quantity::Scan;
use crate::sense::{Context, NamePart, Person, Sense, Speech};
use crate::token::{Kind, UNKNOWN};

/// Somebody or something that is named, or told of without a name.
#[derive(Clone, Debug)]
pub(crate) struct Mention {
    /// The name alone, or the words that stand for one.
    pub tokens: Range<usize>,
    /// The name with the role and the title around it.
    pub extent: Range<usize>,
    pub who: Who,
    /// Whether it only tells what another is: the Kremlin of "the Kremlin's spokesman".
    pub within: bool,
}

impl Mention {
    /// Whether the text gives a name and not only what they are.
    pub fn is_named(&self) -> bool {
        !matches!(self.who, Who::Unnamed { .. } | Who::Office { .. })
    }

    pub fn is_body(&self) -> bool {
        matches!(self.who, Who::Body { .. })
    }

    /// Whether it is an agency or an outlet.
    pub fn is_medium(&self) -> bool {
        matches!(
            self.who,
            Who::Body {
                kind: "news_agency" | "media" | "state_media" | "social_media",
                ..
            }
        )
    }

    /// Whether it is where people publish themselves: nobody passes on what they say there.
    pub fn is_platform(&self) -> bool {
        matches!(
            self.who,
            Who::Body {
                kind: "social_media",
                ..
            }
        )
    }
}

#[derive(Clone, Debug)]
pub(crate) enum Who {
    /// A body that can speak, by its source kind.
    Body {
        kind: &'static str,
        named: bool,
    },
    /// A person, with the words for what they are and the mention of the body that these name.
    Person {
        role: Option<Range<usize>>,
        body: Option<usize>,
    },
    /// A person known by what they are alone. `unnamed` where the text means any of them ("a doctor").
    Office {
        body: Option<usize>,
        unnamed: bool,
        spokesperson: bool,
    },
    /// An official, a witness or a relative without a name, by source kind.
    Unnamed {
        kind: &'static str,
        body: Option<usize>,
    },
    /// "he", "it".
    Pronoun,
    Place,
    /// A country or a capital, which may stand for its government.
    Country,
}

impl Scan<'_> {
    pub fn name_part(&self, at: usize, part: NamePart) -> Option<usize> {
        self.is(at, Sense::Name(part))
    }

    pub fn person_word(&self, at: usize, word: Person) -> Option<usize> {
        self.is(at, Sense::Person(word))
    }

    pub fn is_word(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == Kind::Word)
    }

    /// Whether a mark is written against the words on either side.
    pub fn is_tight(&self, at: usize) -> bool {
        self.adjacent(at).is_some() && self.adjacent(at + 1).is_some()
    }

    pub fn slice(&self, tokens: &Range<usize>) -> &str {
        let start = self.token(tokens.start).map(|token| token.start);
        let end = tokens
            .end
            .checked_sub(1)
            .and_then(|last| self.token(last))
            .map(|token| token.end);
        start
            .zip(end)
            .and_then(|(start, end)| self.text.get(start..end))
            .unwrap_or_default()
    }

    /// Whether the word begins in lower case, or its script knows none.
    pub fn is_small(&self, at: usize) -> bool {
        self.is_word(at) && self.token(at).is_some_and(|token| !token.capital)
    }

    /// Whether the word is of a script without capitals.
    pub fn is_caseless(&self, at: usize) -> bool {
        let first = self
            .token(at)
            .and_then(|token| self.text.get(token.span())?.chars().next());
        first.is_some_and(|c| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase())
    }

    /// Whether a word is written large and is a name or a piece of one.
    pub fn names(&self, at: usize) -> bool {
        let large = self.is_word(at) && self.is_capital(at);
        // "Dados do Instituto …": the first word of a sentence is written large whatever it is.
        let document = at == 0 && self.is(at, Sense::Speech(Speech::Documents)).is_some();
        large
            && !document
            && self.name_part(at, NamePart::NotNames).is_none()
            && self.role_at(at).is_none()
            && self.title_at(at).is_none()
            && self.head_at(at).is_none()
            && (!self.lexicon.nouns_are_capitalised || self.is_unknown(at))
    }

    /// Whether a small word of the language is written large behind a name, and so is a name: "Hanna Weil".
    fn is_last_name_like(&self, at: usize) -> bool {
        self.lexicon.nouns_are_capitalised
            && self.is_word(at)
            && self.is_capital(at)
            && self.senses(at).any(|(end, sense)| {
                end == at + 1
                    && matches!(sense, Sense::Context(Context::Function | Context::Clause))
            })
    }

    pub fn is_unknown(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.word == UNKNOWN)
    }

    pub fn role_at(&self, at: usize) -> Option<(usize, bool)> {
        self.find(at, |sense| match sense {
            Sense::Person(Person::Roles) => Some(false),
            Sense::Person(Person::Spokespersons) => Some(true),
            _ => None,
        })
        .or_else(|| match self.compound_person(at)? {
            Person::Roles => Some((at + 1, false)),
            Person::Spokespersons => Some((at + 1, true)),
            _ => None,
        })
    }

    /// What the end of a longer word says of a person: "Krankenhausdirektor", "Sicherheitskreise".
    pub fn compound_person(&self, at: usize) -> Option<Person> {
        if self.lexicon.compound_persons.is_empty() || !self.is_word(at) || !self.is_capital(at) {
            return None;
        }
        let word = self.text.get(self.token(at)?.span())?.to_lowercase();
        let mut endings = self.lexicon.compound_persons.iter();
        endings
            .find(|(ending, _)| word.ends_with(ending.as_str()))
            .map(|&(_, person)| person)
    }

    /// Where a title ends with its point.
    pub fn title_at(&self, at: usize) -> Option<usize> {
        let end = self.person_word(at, Person::Titles)?;
        if self.is_mark(end, '.') {
            return Some(end + 1);
        }
        let letters = self.slice(&(at..end)).chars().count();
        (letters > 1 && (self.is_capital(at) || self.is_caseless(at))).then_some(end)
    }

    /// Where a run of words that make one name ends; `at` where there is none. Of a body it may hold "of" and "and".
    pub fn run_end(&self, at: usize, body: bool) -> usize {
        let mut end = at;
        loop {
            // "Office for Disaster Relief"
            let head = body && self.is_large_proper_head(end);
            if self.names(end) || head || end > at && self.is_last_name_like(end) {
                let initial = self.slice(&(end..end + 1)).chars().count() == 1;
                end += 1;
                // "France24"
                if self
                    .adjacent(end)
                    .is_some_and(|next| next.kind == Kind::Digits)
                {
                    end += 1;
                }
                if initial && self.is_mark(end, '.') && self.names(end + 1) {
                    end += 1;
                }
                continue;
            }
            if end == at {
                return end;
            }
            let mark = self.is_mark(end, '-') || self.is_mark(end, '\'');
            if mark && self.is_tight(end) && self.is_word(end + 1) {
                let possessive = self.is_mark(end, '\'') && !self.is_capital(end + 1);
                if possessive {
                    return end;
                }
                end += 2;
                continue;
            }
            let joined = self
                .name_part(end, NamePart::Joins)
                // "Hamid al-Ezi"
                .map(|next| next + usize::from(self.is_mark(next, '-') && self.is_tight(next)))
                .filter(|&next| self.names(next))
                .or_else(|| self.hyphened_join(end))
                .or_else(|| {
                    let inside = self.name_part(end, NamePart::Inside);
                    let of = self.name_part(end, NamePart::Of).or(inside);
                    let and = self.is(end, Sense::Joiner);
                    of.or(and).filter(|&next| body && self.names(next))
                });
            match joined {
                Some(next) => end = next,
                None => return end,
            }
        }
    }

    /// Whether a word in small letters says nothing that the lexicon knows of: an adjective, most likely.
    pub fn is_plain(&self, at: usize) -> bool {
        self.is_small(at)
            && self.senses(at).all(|(_, sense)| match sense {
                Sense::Name(part) => part == NamePart::Adjectives,
                Sense::Context(context) => !matches!(
                    context,
                    Context::Function
                        | Context::Clause
                        | Context::Passive
                        | Context::Definite
                        | Context::Month
                        | Context::Day
                ),
                Sense::Cue(_) | Sense::Speech(_) | Sense::Joiner => false,
                _ => true,
            })
    }
}
