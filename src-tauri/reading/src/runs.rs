//! What a run of capitals names where no role tells it: a body, a person, a place.

use std::ops::Range;

use crate::mentions::Who;
use crate::pieces::{Atom, Piece};
use crate::quantity::Scan;
use crate::sense::{Context, NamePart, Sense, Speech};

/// How many adjectives may stand between a preposition of place and a name.
const PLACE_ADJECTIVES: usize = 2;

impl Scan<'_> {
    /// What a run of capitals names where no role tells it.
    pub fn run(&self, atom: &Atom) -> Option<Who> {
        let at = atom.tokens.start;
        // "ein Bericht der „Morgenpost“": what is named in quotation marks and may speak is an outlet.
        if self.is_between_quotes(&atom.tokens) {
            return Some(Who::Body {
                kind: "media",
                named: true,
            });
        }
        // "Var-Matin"
        let last = atom.tokens.end.saturating_sub(1);
        let tied = last > at && self.is_mark(last - 1, '-');
        if let Some((_, kind)) = self
            .head_at(last)
            .filter(|_| tied && self.is_large_head(last))
        {
            return Some(Who::Body { kind, named: true });
        }
        let titled = self.title_start(at).is_some();
        if !titled && self.names_place(at) {
            return Some(Who::Place);
        }
        let person = Who::Person {
            role: None,
            body: None,
        };
        // "según la Aurora", "the Kestrel Group said": persons are named without an article.
        if !titled && self.opens_with_article(at) {
            return Some(Who::Body {
                kind: "other",
                named: true,
            });
        }
        // "NHS Marland": persons have two initials at most.
        let letters = self.slice(&(at..at + 1)).chars().count();
        let branch = self.is_abbreviation(at) && letters > 2 && !self.is_abbreviation(last);
        if !titled && branch && self.words_in(&atom.tokens) > 1 {
            return Some(Who::Body {
                kind: "other",
                named: true,
            });
        }
        if titled || self.words_in(&atom.tokens) > 1 {
            return Some(person);
        }
        if atom.tokens.len() == 1 && self.is_abbreviation(at) {
            return Some(Who::Body {
                kind: "other",
                named: true,
            });
        }
        // "l'Insee", "the Met": a person takes no article.
        let definite = self.lexicon.persons_take_no_article
            && self
                .context_before(at, Context::Definite)
                // "à la frontière avec les Landes": nobody that speaks.
                .is_some_and(|article| self.context_before(article, Context::With).is_none());
        // "l'Intérieur": a ministry by what it is for.
        let field = self.field_at(at).filter(|&(end, _)| end == atom.tokens.end);
        let body = Who::Body {
            kind: field.map_or("other", |(_, kind)| kind),
            named: true,
        };
        if self.lexicon.nouns_are_capitalised && self.is_described_noun(at) {
            return None;
        }
        let common = !definite && self.opens_sentence(at) && !self.is_unheard(at);
        (!common).then_some(if definite { body } else { person })
    }

    pub fn is_between_quotes(&self, tokens: &Range<usize>) -> bool {
        let open = tokens.start.checked_sub(1);
        open.is_some_and(|at| self.is_quote(at)) && self.is_quote(tokens.end)
    }

    /// How many words a name has; one with a hyphen is one.
    fn words_in(&self, tokens: &Range<usize>) -> usize {
        let hyphens = tokens.clone().filter(|&at| self.is_mark(at, '-')).count();
        tokens.len().saturating_sub(2 * hyphens)
    }

    /// Whether the lexicon knows no meaning of the word.
    fn is_unheard(&self, at: usize) -> bool {
        self.senses(at).next().is_none()
    }

    pub fn opens_sentence(&self, at: usize) -> bool {
        at.checked_sub(1)
            .is_none_or(|before| !self.is_word(before) && !self.is_mark(before, ','))
    }

    /// Whether the piece tells where the body before it sits: "a Defesa Civil do Rio Claro".
    pub fn seats(&self, atoms: &[Atom], index: usize) -> bool {
        let body = index.checked_sub(1).and_then(|before| atoms.get(before));
        let piece = atoms.get(index);
        body.zip(piece).is_some_and(|(body, piece)| {
            // "the Relief Office (RO) of Alba"
            let end = body.tokens.end;
            let short = self.is_mark(end, ')') && index > 1;
            let of = self.name_part(end + usize::from(short), NamePart::Of);
            (short || matches!(body.what, Piece::Body { .. }))
                && !body.is_medium()
                && of == Some(piece.tokens.start)
        })
    }

    /// Whether an article at the head of a clause or behind a cue stands before a name, as it does before bodies and no
    /// persons, in a language where small letters tell names from nouns: "A Aurora informou", "según la Aurora".
    pub fn opens_with_article(&self, at: usize) -> bool {
        let Some(article) = at.checked_sub(1) else {
            return false;
        };
        let cue = |sense| matches!(sense, Sense::Cue(_) | Sense::Joiner).then_some(());
        let opens = || {
            article.checked_sub(1).is_none_or(|before| {
                !self.is_word(before)
                    || self.find_before(article, cue).is_some()
                    || self.context_before(article, Context::Clause).is_some()
                    || self
                        .is_before(article, Sense::Speech(Speech::That))
                        .is_some()
            })
        };
        !self.lexicon.nouns_are_capitalised
            && self.context(article, Context::Definite) == Some(at)
            && self.name_part(article, NamePart::Determiners) == Some(at)
            && opens()
    }

    /// Whether a preposition of place stands before the name, and it does not end a cue.
    pub fn names_place(&self, at: usize) -> bool {
        let bare = self
            .is_before(at, Sense::Name(NamePart::Determiners))
            .unwrap_or(at);
        let described = Some(bare)
            .filter(|_| self.lexicon.has_articles && !self.lexicon.nouns_are_capitalised)
            .map_or(bare, |bare| self.before_place_adjectives(bare));
        [at, bare, described].into_iter().any(|end| {
            self.is_before(end, Sense::Name(NamePart::Places))
                .is_some_and(|place| {
                    !(self.ends_cue(end) || place + 1 == end && self.opens_with_article(end))
                })
        })
    }

    /// Where a preposition of place is looked for before a name: past "northern", "rebel-held".
    fn before_place_adjectives(&self, start: usize) -> usize {
        let mut start = start;
        for _ in 0..PLACE_ADJECTIVES {
            let Some(word) = start.checked_sub(1).filter(|&word| self.is_small(word)) else {
                break;
            };
            let tied = word
                .checked_sub(1)
                .is_some_and(|mark| self.is_mark(mark, '-') && self.is_tight(mark));
            let known = self.context(word, Context::Function).is_some()
                || self.name_part(word, NamePart::Places).is_some()
                || self.name_part(word, NamePart::Determiners).is_some();
            start = match () {
                () if tied && word > 1 && self.is_word(word - 2) => word - 2,
                () if !known && self.is_plain(word) => word,
                () => break,
            };
        }
        start
    }

    /// "die russische Invasion": behind an article a noun that the lexicon does not know is no person, where all are
    /// written large.
    fn is_described_noun(&self, at: usize) -> bool {
        let small = at.checked_sub(1).filter(|&word| self.is_plain(word));
        [Some(at), small].into_iter().flatten().any(|end| {
            self.is_before(end, Sense::Name(NamePart::Determiners))
                .is_some()
                || self.is_before(end, Sense::Article).is_some()
        })
    }

    fn ends_cue(&self, end: usize) -> bool {
        self.find_before(end, |sense| matches!(sense, Sense::Cue(_)).then_some(()))
            .is_some()
    }
}
