//! Places that a role or a body is of, in languages that put them right behind: "президент Варланда Ян …", "полиция Лорса".

use crate::pieces::{Atom, Piece};
use crate::quantity::Scan;
use crate::sense::{Context, NamePart, Person, Sense};

/// The fewest names of which the first is a place's and the others a person's.
const PLACE_AND_PERSON: usize = 3;
/// How many adjectives may stand between a role and the body that it is of.
const ADJECTIVES: usize = 3;

impl Scan<'_> {
    /// Whether what begins at `at` is what a role before it is of: right behind it, behind what it is for, or behind the
    /// body that it is of.
    pub fn is_of_office(&self, last: &Atom, at: usize) -> bool {
        let role = match last.what {
            Piece::Role { .. } => true,
            Piece::Body { .. } | Piece::Unnamed(_) => {
                !self.lexicon.has_articles && self.is_of_title(last.tokens.start)
            }
            _ => false,
        };
        let end = last.tokens.end;
        let field = self.field_at(end).map(|(field, _)| field);
        let inside = self
            .name_part(end, NamePart::Places)
            .filter(|_| !self.lexicon.has_articles && !self.lexicon.verbs_come_first);
        role && (end == at || !self.lexicon.has_articles && [field, inside].contains(&Some(at)))
    }

    /// Where the place ends that the names behind a role begin with: the "Варланда" of "президент Варланда Ян Корсак".
    pub fn ruled_place_end(&self, at: usize, end: usize) -> Option<usize> {
        let names = (at..end).filter(|&at| self.is_word(at) && self.is_capital(at));
        let hyphens = (at..end).filter(|&at| self.is_mark(at, '-')).count();
        let fathers = &self.lexicon.patronymic_endings;
        let father = (at + 1..end).any(|at| self.ends_in(at, fathers));
        let fits = names.count() >= PLACE_AND_PERSON + hyphens
            && !father
            && self.ends_as_place(at)
            && self.is_word(at + 1);
        fits.then_some(at + 1)
    }

    /// Whether something is said to lie in what begins at `at`: "nel comune di …", and not "il sindaco di …".
    pub fn lies_behind(&self, at: usize) -> bool {
        let bare = self
            .is_before(at, Sense::Name(NamePart::Determiners))
            .unwrap_or(at);
        [at, bare].into_iter().any(|end| {
            self.is_before(end, Sense::Name(NamePart::Places))
                .is_some_and(|place| self.name_part(place, NamePart::Of).is_none())
        })
    }

    /// Whether a word ends as names of places do behind what they are of.
    pub fn ends_as_place(&self, at: usize) -> bool {
        self.ends_in(at, &self.lexicon.place_endings)
    }

    fn ends_in(&self, at: usize, endings: &[String]) -> bool {
        let word = self.slice(&(at..at + 1)).to_lowercase();
        endings.iter().any(|ending| word.ends_with(ending.as_str()))
    }

    /// Whether a role stands before a body, with nothing but its adjectives between.
    pub fn is_of_title(&self, body: usize) -> bool {
        let role = |end: usize| {
            self.find_before(end, |sense| {
                matches!(sense, Sense::Person(Person::Roles | Person::Spokespersons)).then_some(())
            })
            .is_some()
        };
        let adjectives = (1..=ADJECTIVES)
            .take_while(|&back| {
                body.checked_sub(back).is_some_and(|at| {
                    self.is_plain(at) && self.context(at, Context::PlaceKind).is_none()
                })
            })
            .last()
            .unwrap_or(0);
        (0..=adjectives).any(|back| role(body - back))
    }
}
