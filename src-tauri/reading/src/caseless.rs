//! Names in scripts without capitals, known by where they stand and by words that the lexicon does not know.

use crate::pieces::{Atom, Piece};
use crate::quantity::Scan;
use crate::sense::{Context, Cue, NamePart, Person, Sense, Speech};

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
            let field = self.field_before(bare);
            let start = field.filter(|&at| at >= last.tokens.end).unwrap_or(bare);
            let ruled = usize::from(ruled && start == at);
            start == last.tokens.end + ruled
                || bare < at && bare == last.tokens.end
                || self.goes_on_to_name(last.tokens.end, at, end)
        });
        let role = last.is_some_and(|last| match last.what {
            Piece::Role { .. } => true,
            Piece::Body { .. } => self.is_of_role(last.tokens.start),
            Piece::Country => self
                .is_before(last.tokens.start, Sense::Context(Context::PlaceKind))
                .is_some_and(|kind| self.is_of_role(kind)),
            _ => false,
        });
        behind && role && !self.is_nationality(at, end)
            || self.is_before(at, Sense::Person(Person::Titles)).is_some()
            || self.said_before(at) && end > at + 1
    }

    /// Whether nothing stands between a role, or the body that it is of, and a name but what tells more of the role: what it
    /// is for, where it is ("مدير الدفاع المدني في المدينة سامي …"), adjectives, titles; and a comma, where the name fills
    /// what is between it and the next mark.
    fn goes_on_to_name(&self, from: usize, at: usize, end: usize) -> bool {
        let mut here = from;
        while here < at {
            if self.is_mark(here, ',') {
                let whole = self.closes(end)
                    || self.is_mark(end, ':')
                    || self.is_quote(end)
                    || self.is(end, Sense::Speech(Speech::That)).is_some();
                return here + 1 == at && whole && end > at + 1;
            }
            let place = self
                .is(here, Sense::Name(NamePart::Places))
                .filter(|&place| self.is_definite(place) && self.is_name_part(place))
                .map(|place| place + 1);
            let more = self.title_at(here).or(place).or_else(|| {
                let field = self.field_at(here).map(|(end, _)| end);
                field.or(self.tells_nationality(here).then_some(here + 1))
            });
            match more {
                Some(next) => here = next,
                None => return false,
            }
        }
        here == at && at > from
    }

    /// Where a place's name ends in a script without capitals, behind what the place is: "بلدة بيت زيتا".
    pub fn caseless_place_end(&self, at: usize) -> Option<usize> {
        // "والي الولاية كمال", "في المدينة كمال": the province has been named before.
        let kind = self
            .is_before(at, Sense::Context(Context::PlaceKind))
            .filter(|&kind| !self.is_definite(kind));
        let name = self.is_caseless(at) && self.context(at, Context::Function).is_none();
        // Of many words the first is the place, and the others are somebody's.
        // "تل الورد", but "طبرق الليبية".
        let second = self.is_last_name(at + 1) && !self.is_name_adjective(at + 1);
        let more = if second {
            at + 2
        } else {
            self.caseless_end(at + 1).max(at + 1)
        };
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
        // "مدير مكتب منظمة الصحة العالمية"
        let office = self
            .find_before(body, |sense| matches!(sense, Sense::Head(_)).then_some(()))
            .map(|(office, ())| office);
        [Some(body), tied, office].into_iter().flatten().any(|end| {
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

    /// Whether a known word can be a last name: with an article, and nothing that speech or bodies are told by; or one
    /// that is a first name, a month or a calling too, where the name ends with it ("سامي رمضان إن", "سامي الحاج،").
    fn is_last_name(&self, at: usize) -> bool {
        let telling = |sense| {
            matches!(
                sense,
                Sense::Cue(_) | Sense::Speech(_) | Sense::Name(_) | Sense::Head(_) | Sense::Body(_)
            )
        };
        let own = || self.senses(at).filter(|&(end, _)| end == at + 1);
        let plain = own().all(|(_, sense)| {
            !telling(sense) && !matches!(sense, Sense::Person(_) | Sense::Context(_))
        });
        let ends = !self.is_word(at + 1) || self.is(at + 1, Sense::Speech(Speech::That)).is_some();
        let called = ends
            && self.is_definite(at)
            && own().all(|(_, sense)| matches!(sense, Sense::Person(_) | Sense::Group(_)));
        self.is_definite(at) && plain && self.senses(at).all(|(end, _)| end == at + 1)
            || called
            || ends && self.is_given_name(at)
    }

    /// Whether a word without an article that the lexicon knows can be a given name, as months and ages are: "عمر".
    fn is_given_name(&self, at: usize) -> bool {
        let mut own = self.senses(at).filter(|&(end, _)| end == at + 1);
        self.is_caseless(at)
            && !self.is_definite(at)
            && own.all(|(_, sense)| {
                matches!(
                    sense,
                    Sense::Name(NamePart::Countries)
                        | Sense::Head(_)
                        | Sense::Body(_)
                        | Sense::Context(
                            Context::Month
                                | Context::Day
                                | Context::AgeBefore
                                | Context::YearBefore
                                | Context::Label
                        )
                )
            })
    }

    /// Where a name behind a role or a verb of saying ends; its first word may be one that the lexicon knows.
    pub fn caseless_name_end(&self, at: usize) -> usize {
        let given = self.is_given_name(at) && !self.is_unknown(at) && self.is_unknown(at + 1);
        self.caseless_end(if given { at + 1 } else { at })
    }

    /// Whether a word has an article written against it.
    pub fn is_definite(&self, at: usize) -> bool {
        self.lexicon.phrases.is_definite(self.slice(&(at..at + 1))) || self.holds_article(at)
    }

    /// Whether the small word written against the one at `at` holds its article: "للمديرية".
    fn holds_article(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.token(before));
        let tied = self.adjacent(at).is_some();
        before.is_some_and(|token| tied && self.lexicon.phrases.holds_article(token.word))
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
        if let Some(end) = self.own_purpose(head, end) {
            return self.adjectives_end(end);
        }
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

    /// The end of what a body with an article is for, by a word with one too: "المركز الوطني للرصد", "الهيئة العامة
    /// للتعبئة والإحصاء". `end` lies behind the adjectives of its head.
    fn own_purpose(&self, head: usize, end: usize) -> Option<usize> {
        let told = self.find_before(head, |sense| matches!(sense, Sense::Head(_)).then_some(()));
        let tells_more = end > head || told.is_some_and(|(start, ())| start + 1 < head);
        if !tells_more || !self.is_definite(head - 1) {
            return None;
        }
        // A word that the lexicon does not know keeps the small word written against it.
        let of = self.name_part(end, NamePart::Of).unwrap_or(end);
        let tied = if of > end {
            self.holds_article(of) && self.field_at(of).is_none()
        } else {
            self.is_unknown(of)
                && self
                    .lexicon
                    .phrases
                    .begins_with_article(self.slice(&(of..of + 1)))
        };
        if !tied || !self.is_purpose(of) {
            return None;
        }
        let end = self.adjectives_end(of + 1);
        let and = self.is(end, Sense::Joiner);
        let more = and.filter(|&next| self.is_definite(next) && self.is_purpose(next));
        Some(more.map_or(end, |next| next + 1))
    }

    /// Whether a body can be for what a word with an article names: neither persons nor those who are told.
    fn is_purpose(&self, at: usize) -> bool {
        self.is_caseless(at)
            && self.senses(at).all(|(_, sense)| {
                !matches!(
                    sense,
                    Sense::Group(_) | Sense::Person(_) | Sense::Body(_) | Sense::Head(_)
                )
            })
    }

    /// Where what a word without an article is of ends: at the first word with one, or behind a name.
    fn chain_end(&self, from: usize) -> usize {
        let mut at = from;
        // "موقع أخبار الأمم المتحدة"
        let body = (from..=from + CHAIN)
            .take_while(|&at| at == from || self.is_name_part(at - 1) && !self.is_definite(at - 1))
            .find_map(|at| self.body_at(at));
        if let Some((end, _)) = body {
            return end;
        }
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
        // "شرطة محافظة نينوى": a name, behind the kind of place at most.
        let place = at == from || self.context_before(at, Context::PlaceKind).is_some();
        if place && self.is_unknown(at) && self.is_name_part(at) {
            return at + 1;
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
        // "الإدارة العامة"
        let known = self.person_word(at, Person::Modifiers) == Some(at + 1);
        self.is_definite(at)
            && self.is_name_part(at)
            && (ends(&self.lexicon.adjective_endings) || doubtful || known)
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

    /// Where an adjective ends that tells of a country behind a word for people: "السلطات الفارلندية", "مسؤول فارلندي".
    pub fn past_nationality(&self, end: usize) -> usize {
        let Some(noun) = end.checked_sub(1).filter(|_| self.is_caseless(end)) else {
            return end;
        };
        let word = self.slice(&(end..end + 1));
        let mut endings = self.lexicon.adjective_endings.iter();
        // Without an article a word that the lexicon does not know may as well begin a name of two.
        let plain = self.is_unknown(end)
            && !self.is_unknown(end + 1)
            && endings.any(|ending| word.ends_with(ending.as_str()));
        let tells = if self.is_definite(noun) {
            self.tells_nationality(end)
        } else {
            plain && !self.is_definite(end)
        };
        end + usize::from(tells)
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
