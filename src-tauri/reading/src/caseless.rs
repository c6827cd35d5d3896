//! Names in scripts without capitals, known by where they stand and by words that the lexicon does not know.

use crate::mentions::{Atom, Piece};
use crate::quantity::Scan;
use crate::sense::{Context, Cue, NamePart, Person, Sense};

/// The most words of a name in a script without capitals.
const CASELESS_NAME: usize = 4;
/// The most words of a place's name in such a script.
const LONGEST_PLACE: usize = 2;
/// The most words without an article between a head and what it is of: "مشروع رصد النزاعات".
const CHAIN: usize = 2;
/// The most adjectives of a body's name.
const ADJECTIVES: usize = 3;

impl Scan<'_> {
    /// Whether words of a script without capitals that the lexicon does not know are a name: behind a role and the body
    /// that it is of, a title, or a verb of saying.
    pub fn opens_caseless_name(&self, at: usize, end: usize, last: Option<&Atom>) -> bool {
        // A role without an article is of what follows: "محافظ ديالى" governs a place, "المحافظ" is named next.
        let ruled = last.is_some_and(|last| {
            let words = [last.tokens.start, last.tokens.end.saturating_sub(1)];
            let definite = words.into_iter().any(|word| self.is_definite(word));
            matches!(last.what, Piece::Role { .. }) && !definite
        });
        let behind = last.is_some_and(|last| {
            let bare = self.before_nationality(at, last.tokens.end);
            let start = self.field_before(bare).unwrap_or(bare);
            let ruled = usize::from(ruled && start == at);
            start == last.tokens.end + ruled || bare < at && bare == last.tokens.end
        });
        let role = last.is_some_and(|last| match last.what {
            Piece::Role { .. } => true,
            Piece::Body { .. } => self.is_of_role(last.tokens.start),
            _ => false,
        });
        behind && role && !self.is_nationality(at, end)
            || self.is_before(at, Sense::Person(Person::Titles)).is_some()
            || self.said_before(at) && end > at + 1
    }

    /// Where a place's name ends in a script without capitals, behind what the place is: "بلدة بيت زيتا".
    pub fn caseless_place_end(&self, at: usize) -> Option<usize> {
        // "والي الولاية كمال": the province is the governor's, and not named.
        let kind = self
            .is_before(at, Sense::Context(Context::PlaceKind))
            .filter(|&kind| {
                let role = self.is_before(kind, Sense::Person(Person::Roles));
                role.is_none() || !self.is_definite(kind)
            });
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
            if let Some(next) = self.name_part(end, NamePart::Joins)
                && self.is_caseless(next)
            {
                end = next + 1;
                continue;
            }
            if end == at {
                break;
            }
            return if self.is_last_name(end) { end + 1 } else { end };
        }
        end
    }

    /// Whether a known word can be a last name: with an article, and nothing that speech or bodies are told by.
    fn is_last_name(&self, at: usize) -> bool {
        self.is_definite(at)
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

    /// Whether a word has an article written against it.
    pub fn is_definite(&self, at: usize) -> bool {
        self.lexicon.phrases.is_definite(self.slice(&(at..at + 1)))
    }

    /// The end of a body's name behind its head: what it is of ("نقابة الأطباء", "مشروع رصد النزاعات", "بلدية الميناء"), then
    /// adjectives with an article, then what it is for. `end` lies behind what a ministry is for.
    pub fn caseless_tail(&self, head: usize, end: usize) -> usize {
        let mut end = if end == head && !self.is_definite(head - 1) {
            self.chain_end(head)
        } else {
            end
        };
        end = self.adjectives_end(end);
        let purpose = self.name_part(end, NamePart::Of).and_then(|of| {
            let known = self.field_at(of).or_else(|| self.head_at(of));
            let (known, _) = known.filter(|_| self.is_caseless(of))?;
            let of_itself = !self.is_definite(known - 1);
            Some(if of_itself {
                self.chain_end(known)
            } else {
                known
            })
        });
        match purpose.filter(|_| end > head) {
            Some(end) => self.adjectives_end(end),
            None => end,
        }
    }

    /// Where what a word without an article is of ends: at the first word with one, or behind a name.
    fn chain_end(&self, from: usize) -> usize {
        let mut at = from;
        while at < from + CHAIN
            && self.is_name_part(at)
            && !self.is_definite(at)
            && !self.is_unknown(at)
        {
            at += 1;
        }
        if self.is_name_part(at) && self.is_definite(at) {
            let and = self.is(at + 1, Sense::Joiner);
            let more = and.filter(|&next| self.is_definite(next) && self.field_at(next).is_some());
            return more.unwrap_or(at) + 1;
        }
        let name = self.caseless_end(from) > from && self.is_name_part(from);
        from + usize::from(name)
    }

    fn adjectives_end(&self, from: usize) -> usize {
        (from..from + ADJECTIVES)
            .find(|&at| !self.is_name_adjective(at))
            .unwrap_or(from + ADJECTIVES)
    }

    /// Whether a word can be a part of a body's name: it is no verb, no number, no day, and tells nothing that happened.
    fn is_name_part(&self, at: usize) -> bool {
        self.is_caseless(at)
            && self.senses(at).all(|(end, sense)| match sense {
                Sense::Group(_)
                | Sense::Field(_)
                | Sense::Head(_)
                | Sense::Body(_)
                | Sense::Unit(_)
                | Sense::Severity(_)
                | Sense::Name(NamePart::Places | NamePart::Countries)
                | Sense::Person(
                    Person::Roles | Person::Officials | Person::Modifiers | Person::Titles,
                )
                | Sense::Context(
                    Context::Thing | Context::PlaceKind | Context::Label | Context::Attributive,
                ) => true,
                _ => end > at + 1,
            })
    }

    /// Whether a word with an article is an adjective by its ending, as those of countries are.
    fn is_name_adjective(&self, at: usize) -> bool {
        let word = self.slice(&(at..at + 1));
        let ends =
            |endings: &[String]| endings.iter().any(|ending| word.ends_with(ending.as_str()));
        let doubtful = ends(&self.lexicon.doubtful_endings)
            && self
                .find(at + 1, |sense| matches!(sense, Sense::Cue(_)).then_some(()))
                .is_none()
            && self.name_part(at + 1, NamePart::Of).is_none();
        self.is_definite(at)
            && self.is_name_part(at)
            && (ends(&self.lexicon.adjective_endings) || doubtful)
    }

    /// Whether a role goes on with an adjective before somebody's name: "رئيس الوزراء الباكستاني شهباز".
    fn is_nationality(&self, at: usize, end: usize) -> bool {
        end > at + 1 && self.tells_nationality(at) && !self.is_definite(at + 1)
    }

    /// Where such an adjective before a name begins, if it stands behind `floor`.
    fn before_nationality(&self, at: usize, floor: usize) -> usize {
        at.checked_sub(1)
            .filter(|&before| before >= floor && self.tells_nationality(before))
            .filter(|_| !self.is_definite(at))
            .unwrap_or(at)
    }

    fn tells_nationality(&self, at: usize) -> bool {
        self.is_name_adjective(at) && self.field_at(at).is_none() && self.role_at(at).is_none()
    }

    /// "أعلنت الداخلية", "الصحة: …": a ministry called by what it is for alone, where it speaks.
    pub fn bare_ministry(&self, at: usize) -> Option<(usize, &'static str)> {
        let (field, kind) = self
            .field_at(at)
            .filter(|_| self.is_caseless(at) && self.is_definite(at))?;
        let end = self.adjectives_end(field);
        let told = self.find_before(at, |sense| {
            let points = matches!(
                sense,
                Sense::Cue(
                    Cue::Said | Cue::Counted | Cue::Denied | Cue::According | Cue::CountedBy
                )
            );
            points.then_some(())
        });
        (told.is_some() || at == 0 && self.is_mark(end, ':')).then_some((end, kind))
    }
}
