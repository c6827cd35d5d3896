//! Names in scripts without capitals, known by where they stand and by words that the lexicon does not know.

use crate::mentions::{Atom, Piece};
use crate::quantity::Scan;
use crate::sense::{Context, NamePart, Person, Sense};

/// The most words of a name in a script without capitals.
const CASELESS_NAME: usize = 4;
/// The most words of a place's name in such a script.
const LONGEST_PLACE: usize = 2;

impl Scan<'_> {
    /// Whether words of a script without capitals that the lexicon does not know are a name: behind a role and the body
    /// that it is of, a title, or a verb of saying.
    pub fn opens_caseless_name(&self, at: usize, end: usize, last: Option<&Atom>) -> bool {
        // A role without an article is of what follows: "محافظ ديالى" governs a place, "المحافظ" is named next.
        let ruled = last.is_some_and(|last| {
            let word = last.tokens.end.saturating_sub(1);
            matches!(last.what, Piece::Role { .. })
                && !self
                    .lexicon
                    .phrases
                    .is_definite(self.slice(&(word..word + 1)))
        });
        let behind = last.is_some_and(|last| {
            let start = self.field_before(at).unwrap_or(at);
            start == last.tokens.end + usize::from(ruled && start == at)
        });
        let role = last.is_some_and(|last| match last.what {
            Piece::Role { .. } => true,
            Piece::Body { .. } => self.is_of_role(last.tokens.start),
            _ => false,
        });
        behind && role
            || self.is_before(at, Sense::Person(Person::Titles)).is_some()
            || self.said_before(at) && end > at + 1
    }

    /// Where a place's name ends in a script without capitals, behind what the place is: "بلدة بيت زيتا".
    pub fn caseless_place_end(&self, at: usize) -> Option<usize> {
        let kind = self.is_before(at, Sense::Context(Context::PlaceKind));
        let name = self.is_caseless(at) && self.context(at, Context::Function).is_none();
        // Of many words the first is the place, and the others are somebody's.
        let more = self.caseless_end(at + 1).max(at + 1);
        let end = if more > at + LONGEST_PLACE {
            at + 1
        } else {
            more
        };
        (name && kind.is_some()).then_some(end)
    }

    /// Whether a role stands before a body, or before the small word that ties the two.
    fn is_of_role(&self, body: usize) -> bool {
        let tied = self.is_before(body, Sense::Name(NamePart::RoleOf));
        [Some(body), tied].into_iter().flatten().any(|end| {
            self.find_before(end, |sense| {
                let role = Sense::Person(Person::Roles) == sense
                    || Sense::Person(Person::Spokespersons) == sense;
                role.then_some(())
            })
            .is_some()
        })
    }

    /// Where a name in a script without capitals ends: at the first word that the lexicon knows, unless that is the last
    /// name, with an article, or stands behind a small word of names.
    pub fn caseless_end(&self, at: usize) -> usize {
        let mut end = at;
        while end < at + CASELESS_NAME && self.is_caseless(end) {
            if self.is_unknown(end) {
                end += 1;
                continue;
            }
            if end == at {
                break;
            }
            if let Some(next) = self.name_part(end, NamePart::Joins) {
                return if self.is_caseless(next) {
                    next + 1
                } else {
                    end
                };
            }
            return if self.is_last_name(end) { end + 1 } else { end };
        }
        end
    }

    /// Whether a known word can be a last name: with an article, and nothing that speech or bodies are told by.
    fn is_last_name(&self, at: usize) -> bool {
        let definite = self.lexicon.phrases.is_definite(self.slice(&(at..at + 1)));
        definite
            && self.senses(at).all(|(_, sense)| {
                !matches!(
                    sense,
                    Sense::Cue(_)
                        | Sense::Speech(_)
                        | Sense::Name(_)
                        | Sense::Person(_)
                        | Sense::Head(_)
                        | Sense::Body(_)
                        | Sense::Context(_)
                )
            })
    }
}
