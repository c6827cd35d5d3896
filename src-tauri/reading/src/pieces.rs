//! The pieces of names, before roles and names are put together.

use std::ops::Range;

use crate::quantity::Scan;
use crate::sense::{Context, Cue, NamePart, Sense, Speech};
use crate::token::Kind;

/// A piece of a name before roles and names are put together.
#[derive(Clone, Debug)]
pub(crate) struct Atom {
    pub tokens: Range<usize>,
    pub what: Piece,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    Body {
        kind: &'static str,
        named: bool,
    },
    Role {
        spokesperson: bool,
    },
    Unnamed(&'static str),
    Pronoun,
    Country,
    /// A run of words written large.
    Run,
}

impl Atom {
    /// Whether it is an agency or an outlet.
    pub fn is_medium(&self) -> bool {
        matches!(
            self.what,
            Piece::Body {
                kind: "news_agency" | "media" | "state_media" | "social_media",
                ..
            }
        )
    }
}

impl Scan<'_> {
    /// The pieces of names, in order; no two overlap.
    pub fn atoms(&self) -> Vec<Atom> {
        let mut atoms: Vec<Atom> = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            if let Some(end) = self.occasion_end(at) {
                at = end;
                continue;
            }
            let free = atoms
                .iter()
                .rev()
                .find(|atom| atom.what != Piece::Run && atom.what != Piece::Country)
                .map_or(0, |atom| atom.tokens.end);
            let Some(atom) = self.piece(at, free, atoms.last()) else {
                at += 1;
                continue;
            };
            while atoms
                .last()
                .is_some_and(|last| last.tokens.end > atom.tokens.start)
            {
                atoms.pop();
            }
            at = atom.tokens.end.max(at + 1);
            if let Some(body) = atoms
                .last_mut()
                .filter(|last| self.takes_country(last, &atom))
            {
                body.tokens.end = atom.tokens.end;
                continue;
            }
            atoms.push(atom);
        }
        atoms
    }

    /// The end of words that hold a name's word and name nobody: "conferencia de prensa", "nota de prensa".
    fn occasion_end(&self, at: usize) -> Option<usize> {
        let document = self.is(at, Sense::Speech(Speech::Documents));
        self.is(at, Sense::Speech(Speech::Occasions))
            .max(document.filter(|&end| end > at + 1))
    }

    fn piece(&self, at: usize, free: usize, last: Option<&Atom>) -> Option<Atom> {
        if self.is_emergency_number(at) {
            let kind = "emergency_service";
            return Some(Atom {
                tokens: at..at + 1,
                what: Piece::Body { kind, named: true },
            });
        }
        if !self.is_word(at) || last.is_some_and(|last| self.belongs_to(last, at)) {
            return None;
        }
        let atom = |tokens: Range<usize>, what: Piece| Some(Atom { tokens, what });
        if let Some(end) = self.caseless_place_end(at) {
            // "أمير منطقة …": the place is the role's, and who has it is named behind.
            let of_role = last.is_some_and(|last| {
                matches!(last.what, Piece::Role { .. }) && last.tokens.end + 1 == at
            });
            let what = if of_role { Piece::Country } else { Piece::Run };
            return atom(at..end, what);
        }
        if let Some(end) = self.cited_name_end(at) {
            return atom(at..end, Piece::Run);
        }
        let unnamed = self.unnamed_at(at);
        if let Some((end, kind)) = self.body_at(at).or_else(|| self.bare_ministry(at)) {
            let (end, kind) = self.hyphenated(at, end, kind);
            let end = self.local_edition(end, kind).unwrap_or(end);
            return atom(at..end, Piece::Body { kind, named: true });
        }
        if let Some((tokens, kind)) = self.headed(at, free)
            && unnamed.is_none_or(|(end, _)| end <= tokens.end)
            && !(self.is_district(at) && self.lies_behind(at))
        {
            let named = tokens.clone().any(|at| self.is_capital(at)) || tokens.len() > 1;
            let tokens = tokens.start..self.past_number(tokens.end);
            return atom(tokens, Piece::Body { kind, named });
        }
        if let Some((end, spokesperson)) = self.role_at(at)
            && unnamed.is_none_or(|(other, _)| other <= end)
            && !self.describes_document(at)
        {
            return atom(at..end, Piece::Role { spokesperson });
        }
        if let Some((end, kind)) = unnamed.filter(|_| !self.tells_of_document(at)) {
            return atom(at..end, Piece::Unnamed(kind));
        }
        if let Some(end) = self.is(at, Sense::Speech(Speech::Pronouns)) {
            return atom(at..end, Piece::Pronoun);
        }
        let ruled = last.is_some_and(|last| self.is_of_office(last, at));
        if let Some(end) = self.name_part(at, NamePart::Countries)
            && (self.is_capital(at) || self.is_caseless(at))
            && (ruled || self.run_end(end, false) == end)
        {
            return atom(at..end, Piece::Country);
        }
        if let Some((end, kind)) = self.stand_in(at) {
            return atom(at..end, Piece::Body { kind, named: false });
        }
        let start = self.hyphened_join(at).unwrap_or(at);
        let end = match self.run_end(start, false) {
            end if end > start => end,
            _ => at,
        };
        if let Some(place) = self.ruled_place_end(at, end).filter(|_| ruled) {
            return atom(at..place, Piece::Country);
        }
        // "губернатор Свердловской области": a place, and its governor is named behind it; "Минздрав Тарской области".
        let of_body = !self.lexicon.has_articles
            && last.is_some_and(|last| {
                matches!(last.what, Piece::Body { .. }) && last.tokens.end == at
            });
        if let Some(kind) = self.context(end, Context::PlaceKind)
            && (ruled || of_body)
            && end > at
        {
            return atom(at..kind, Piece::Country);
        }
        if let Some(place) = self.place_of_role(at, end, last) {
            return atom(at..place, Piece::Run);
        }
        if end > at {
            // "TNW general secretary Ana Sol": the letters are whose secretary she is.
            let ruling = end == at + 1 && self.is_abbreviation(at) && self.role_at(end).is_some();
            let body = Piece::Body {
                kind: "other",
                named: true,
            };
            return atom(at..end, if ruling { body } else { Piece::Run });
        }
        let end = self.caseless_name_end(at);
        if end > at && self.opens_caseless_name(at, end, last) {
            return atom(at..end, Piece::Run);
        }
        None
    }

    /// Whether the number by which help is called stands for those who answer it: "informó el 112".
    pub fn is_emergency_number(&self, at: usize) -> bool {
        let article = at.checked_sub(1).and_then(|article| {
            self.context(article, Context::Definite)
                .filter(|&end| end == at)
        });
        article.is_some() && self.calls_help(at) && !self.is_counted(at + 1)
    }

    fn calls_help(&self, at: usize) -> bool {
        let numbers = &self.lexicon.emergency_numbers;
        self.token(at)
            .is_some_and(|token| token.kind == Kind::Digits)
            && numbers
                .iter()
                .any(|number| number == self.slice(&(at..at + 1)))
    }

    /// The end of a body's name with the number by which it is called: "servicio de emergencias 112 Aurelia".
    fn past_number(&self, end: usize) -> usize {
        if self.calls_help(end) {
            self.run_end(end + 1, false)
        } else {
            end
        }
    }

    /// Whether a verb of saying stands right before `end`.
    pub fn said_before(&self, end: usize) -> bool {
        self.find_before(end, |sense| {
            matches!(sense, Sense::Cue(Cue::Said)).then_some(())
        })
        .is_some()
    }
}
