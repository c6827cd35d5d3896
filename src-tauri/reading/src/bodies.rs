//! Bodies by their names: known ones, and those that a word heads ("Interior Ministry", "ministère de la Santé").

use std::ops::Range;

use crate::pieces::{Atom, Piece};
use crate::quantity::Scan;
use crate::sense::{Context, NamePart, Person, Sense};

/// How many lower-case words may stand between a head or a role and what it is of: "ministère ukrainien de la Santé".
const ADJECTIVES: usize = 2;
/// What a ministry is for is looked for without a word between.
pub(crate) const MINISTRY: &str = "ministry";
/// The kinds that what a body is for can change.
const GENERAL: [&str; 4] = [MINISTRY, "government", "news_agency", "local_authority"];

/// What these are for changes their kind only where it is rights: "Centre for Human Rights".
const LEARNED_OR_PRIVATE: [&str; 4] = ["academic", "ngo", "data_project", "commission"];
/// The kinds of which a body's own offices are too.
const BETWEEN_STATES: [&str; 2] = ["un", "intergovernmental"];
/// The kinds whose heads no proper name follows.
pub(crate) const NAMELESS: [&str; 4] = ["police", "military", "prosecutor", "emergency_service"];
/// The kinds that are named after their members.
pub(crate) const OF_MEMBERS: [&str; 2] = ["union", "ngo"];
/// The kinds whose name may stand behind what they are, with a head of its own.
const GROUPED: [&str; 6] = [
    "ngo",
    "rights_group",
    "union",
    "opposition",
    "armed_group",
    "company",
];
const RIGHTS: &str = "rights_group";

impl Scan<'_> {
    /// The end of a word that heads a body's name, with its kind.
    pub fn head_at(&self, at: usize) -> Option<(usize, &'static str)> {
        let kinds = &self.lexicon.kinds;
        let known = self.find(at, |sense| match sense {
            Sense::Head(kind) => kinds.get(kind),
            // "the water board"
            Sense::ProperHead(kind) if self.is_capital(at) || self.is_behind_field(at) => {
                kinds.get(kind)
            }
            _ => None,
        });
        match known {
            Some((end, kind)) => Some((end, kind.as_str())),
            None => self.compound_head(at).map(|kind| (at + 1, kind)),
        }
    }

    fn is_behind_field(&self, at: usize) -> bool {
        self.is_small(at) && !self.lexicon.verbs_come_first && self.field_before(at).is_some()
    }

    /// Whether a head in capitals stands at `at`, in a language where these set it apart.
    pub fn is_large_head(&self, at: usize) -> bool {
        !self.lexicon.nouns_are_capitalised
            && self.is_word(at)
            && self.is_capital(at)
            && self.head_at(at).is_some()
    }

    /// Whether the word at `at` makes no piece of its own behind the last one.
    pub fn belongs_to(&self, last: &Atom, at: usize) -> bool {
        self.tells_medium(last, at) || self.is_field_of_role(last, at)
    }

    /// Whether the word at `at` only tells what the medium before it is: "the Tass news agency".
    fn tells_medium(&self, last: &Atom, at: usize) -> bool {
        let head = self.head_at(last.tokens.end);
        last.is_medium() && last.tokens.end + 2 > at && head.is_some_and(|(end, _)| end > at)
    }

    /// Whether the word at `at` is what a role is for and no part of a name: "ministre de la Santé Olivier …".
    fn is_field_of_role(&self, last: &Atom, at: usize) -> bool {
        matches!(last.what, Piece::Role { .. })
            && self.name_part(last.tokens.end, NamePart::Of) == Some(at)
            && self.field_at(at).is_some_and(|(field, _)| {
                // "chef de la défense civile": a body and no field; "subsecretario de Interior Ana Sol": a field in capitals.
                let proper = self.is_proper_head(at);
                self.head_at(at)
                    .is_none_or(|(head, _)| head < field || proper && head == field)
            })
    }

    /// Whether a word that heads a name only among capitals stands in them, in a language where these set it apart.
    pub fn is_large_proper_head(&self, at: usize) -> bool {
        self.is_large_head(at) && self.is_proper_head(at)
    }

    fn is_proper_head(&self, at: usize) -> bool {
        self.find(at, |sense| matches!(sense, Sense::Head(_)).then_some(()))
            .is_none()
            && self.compound_head(at).is_none()
    }

    /// "Gesundheitsministerium": a body whose head is the end of a longer word.
    fn compound_head(&self, at: usize) -> Option<&'static str> {
        if self.lexicon.compound_heads.is_empty() || !self.is_word(at) || !self.is_capital(at) {
            return None;
        }
        let word = self.text.get(self.token(at)?.span())?.to_lowercase();
        let head = self
            .lexicon
            .compound_heads
            .iter()
            .find(|head| word.ends_with(head.ending.as_str()))?;
        let fields = &self.lexicon.compound_fields;
        let field = fields
            .iter()
            .find(|(beginning, _)| word.starts_with(beginning.as_str()));
        Some(match field {
            Some((_, kind)) if head.kind == MINISTRY => kind,
            _ => &head.kind,
        })
    }

    pub fn field_at(&self, at: usize) -> Option<(usize, &'static str)> {
        let kinds = &self.lexicon.kinds;
        self.find(at, |sense| match sense {
            Sense::Field(kind) => kinds.get(kind).map(String::as_str),
            _ => None,
        })
    }

    pub fn field_before(&self, end: usize) -> Option<usize> {
        self.find_before(end, |sense| matches!(sense, Sense::Field(_)).then_some(()))
            .map(|(start, ())| start)
    }

    /// The longest known name of a body at `at` that is written as it should be.
    pub fn body_at(&self, at: usize) -> Option<(usize, &'static str)> {
        let mut best = None;
        for (end, sense) in self.senses(at) {
            let Sense::Body(body) = sense else { continue };
            let Some(known) = self.lexicon.bodies.get(body) else {
                continue;
            };
            // "La Croix-Rouge" is not the newspaper.
            let goes_on = self.is_mark(end, '-') && self.is_tight(end) && self.is_capital(end + 1);
            if goes_on && !self.lexicon.nouns_are_capitalised {
                continue;
            }
            let written = self.slice(&(at..end));
            let fits = if known.shouted {
                !written.chars().any(char::is_lowercase)
            } else {
                written
                    .chars()
                    .next()
                    .is_some_and(|first| !first.is_lowercase())
            };
            if fits {
                best = Some((end, known.kind.as_str()));
            }
        }
        best
    }

    /// "UN-Nothilfebüro", "Taliban-Regierung": a known name that a hyphen ties to a head; the head tells the kind, unless the
    /// body is one of a body between states.
    pub fn hyphenated(&self, at: usize, end: usize, kind: &'static str) -> (usize, &'static str) {
        if let Some(whole) = self.head_at(at).filter(|&(whole, _)| whole > end) {
            return whole;
        }
        let tied = self.is_mark(end, '-') && self.is_tight(end);
        match self
            .head_at(end + 1)
            .filter(|_| tied && self.is_capital(end + 1))
        {
            Some((whole, _)) if BETWEEN_STATES.contains(&kind) => (whole, kind),
            Some(whole) => whole,
            None => (end, kind),
        }
    }

    /// A body known by its head: "Interior Ministry", "ministère de la Santé". `free`: where the names before end.
    pub fn headed(&self, at: usize, free: usize) -> Option<(Range<usize>, &'static str)> {
        let (head_end, kind) = self.head_at(at)?;
        // "уполномоченный по правам человека Ана Сол": an office with its bearer.
        let office = self.role_at(at).is_some_and(|(role, _)| role == head_end);
        if office && self.names(head_end) && self.names(head_end + 1) {
            return None;
        }
        if self.body_at(head_end).is_some() {
            // "l'agence Interfax": the name follows.
            return None;
        }
        let counted = self.find(at, |sense| {
            matches!(
                sense,
                Sense::Group(_) | Sense::Person(Person::Officials | Person::Witnesses)
            )
            .then_some(())
        });
        if counted.is_some_and(|(end, ())| end > head_end) {
            return None;
        }
        // "University Hospital", "la cadena Radio Sur": the last head says what it is.
        let outlet = matches!(kind, "media" | "news_agency");
        if (self.is_capital(at) || outlet) && self.is_large_head(head_end) {
            return None;
        }
        let start = self.before_head(at, free);
        let titled = self.find_before(start, |sense| {
            matches!(sense, Sense::Person(Person::Roles | Person::Spokespersons)).then_some(())
        });
        // "il capo della polizia Sami Rahal".
        let ruled = NAMELESS.contains(&kind) && {
            let of = self.is_before(start, Sense::Name(NamePart::Of));
            of.is_some_and(|of| {
                let role = |sense| matches!(sense, Sense::Person(Person::Roles)).then_some(());
                self.find_before(of, role).is_some()
            })
        };
        let of_role = !self.lexicon.has_articles && self.is_of_title(start);
        if let Some(outlet) = self.outlet(at, head_end).filter(|_| outlet && !of_role) {
            return Some((outlet, kind));
        }
        let end = self.behind_head(head_end, kind, ruled || of_role || titled.is_some());
        let end = self.in_small_letters(at, head_end, end, kind);
        let end = self.without_bearer(start, head_end..end);
        let range = start..end;
        let alone = start == at && end == head_end;
        if self.is_proper_head(at) && alone {
            return None;
        }
        let field = range
            .clone()
            .filter_map(|at| self.field_at(at))
            .map(|(_, kind)| kind)
            .find(|&kind| kind != MINISTRY);
        let turned = |field: &&str| {
            GENERAL.contains(&kind) || *field == RIGHTS && LEARNED_OR_PRIVATE.contains(&kind)
        };
        let kind = field.filter(turned).unwrap_or(kind);
        Some((range, kind))
    }

    /// Where a name with its head at `at` begins: capitals before it belong to it, and what the body is for.
    fn before_head(&self, at: usize, free: usize) -> usize {
        let mut start = at;
        loop {
            // Where verbs come first what a body is for stands behind its head: "نقل موقع …" is a verb.
            let field = self
                .field_before(start)
                .filter(|&field| field >= free && !self.lexicon.verbs_come_first);
            let before = start.checked_sub(1).filter(|&before| before >= free);
            let large = before.filter(|&before| {
                self.names(before) || self.is_capital(start) && self.is_large_head(before)
            });
            let adjective = self
                .is_before(start, Sense::Name(NamePart::Adjectives))
                .filter(|&at| at >= free);
            let joined = || self.joined_before(start, free);
            match field.or(large).or(adjective).or_else(joined) {
                Some(before) => start = before,
                None => break,
            }
        }
        // "Free Miners' Association"
        if let Some(owner) = start.checked_sub(2).filter(|&owner| {
            owner >= free && self.is_mark(owner + 1, '\'') && !self.is_tight(owner + 1)
        }) && self.is_capital(start)
            && self.is_word(owner)
            && self.is_capital(owner)
        {
            let first = (free..owner).rev().take_while(|&at| self.names(at)).last();
            return first.unwrap_or(owner);
        }
        // "Al-Shifa Hospital": the capital before the hyphen too.
        while let Some(mark) = start.checked_sub(1).filter(|&mark| mark > free) {
            let joined = self.is_mark(mark, '-') && self.is_tight(mark) && self.names(mark - 1);
            if !joined || start == at {
                break;
            }
            start = mark - 1;
            while let Some(before) = start.checked_sub(1).filter(|&before| before >= free) {
                if !self.names(before) {
                    break;
                }
                start = before;
            }
        }
        start
    }

    /// Where a name with a head that ends at `head` ends: "of Health", "de l'Intérieur du Varland".
    /// Behind a role two names are the person's: "руководитель спасателей Павел …".
    fn behind_head(&self, head: usize, kind: &str, titled: bool) -> usize {
        let mut end = self.past_adjectives(head);
        let bare = end;
        while let Some(next) = self.of_name(end, end == bare) {
            end = next;
        }
        if end == bare
            && let Some(members) = self.members(bare).filter(|_| OF_MEMBERS.contains(&kind))
        {
            return self.of_name(members, false).unwrap_or(members);
        }
        if end == bare {
            // Without a word between: "министерство внутренних дел", "hôpital Al-Chifa".
            if let Some((field, _)) = self.field_at(end).filter(|_| kind == MINISTRY) {
                end = field;
            }
            if self.is_caseless(head - 1) {
                end = self.caseless_tail(head, end);
            }
            let run = self.run_end(end, true);
            let run = self
                .ruled_place_end(end, run)
                .filter(|_| titled || !self.ends_as_place(run - 1))
                .unwrap_or(run);
            // "прокуратура Тарского края"
            let kind = self.context(run, Context::PlaceKind);
            let run = kind
                .filter(|_| run > end && !self.lexicon.has_articles)
                .unwrap_or(run);
            if !titled || run < end + 2 {
                end = run.max(end);
                // "Consorcio Provincial de Bomberos".
                while let Some(next) = self.of_name(end, false).filter(|_| end > bare) {
                    end = next;
                }
            }
        }
        // "the opposition Tal Coalition"
        while self.is_small(head - 1)
            && GROUPED.contains(&kind)
            && end > bare
            && let Some((next, _)) = self.head_at(end).filter(|_| self.is_large_head(end))
        {
            end = self.of_name(next, false).unwrap_or(next);
        }
        // "the charity Save the Lowlands"
        if OF_MEMBERS.contains(&kind)
            && self.is_small(head - 1)
            && end > bare
            && let Some(next) = self.name_part(end, NamePart::Determiners)
            && self.is_small(end)
        {
            end = self.run_end(next, true).max(end);
        }
        if end == bare {
            end = self.quoted_name(end).unwrap_or(end);
        }
        end
    }

    /// Whether a medium stands right behind a verb of saying: it is told, and no part of a role ("рассказал Би-би-си",
    /// "disse à agência Lusa").
    pub fn is_told(&self, atom: &Atom) -> bool {
        let start = atom.tokens.start;
        let head = self.find_before(start, |sense| matches!(sense, Sense::Head(_)).then_some(()));
        let head = head.map_or(start, |(head, ())| head);
        let bare = self.is_before(head, Sense::Name(NamePart::Determiners));
        let place = self.is_before(head, Sense::Name(NamePart::Places));
        atom.is_medium()
            && [Some(start), Some(head), bare, place]
                .into_iter()
                .flatten()
                .any(|end| self.said_before(end))
    }

    /// "МЧС Киргизии": in a language without articles the country behind a body is part of its name.
    pub fn takes_country(&self, body: &Atom, next: &Atom) -> bool {
        matches!(body.what, Piece::Body { .. })
            && !body.is_medium()
            && next.what == Piece::Country
            && body.tokens.end == next.tokens.start
            && !self.lexicon.has_articles
    }

    /// Where the adjectives end that may be part of a name in small letters: "parquet régional".
    pub fn past_adjectives(&self, at: usize) -> usize {
        let mut end = at;
        while let Some(next) = self.name_part(end, NamePart::Adjectives)
            && self.is_small(end)
        {
            end = next;
        }
        end
    }

    /// The end of "of Health" that begins at `at`, across adjectives.
    pub fn of_name(&self, at: usize, adjectives: bool) -> Option<usize> {
        let reach = if adjectives { ADJECTIVES } else { 0 };
        for of_at in at..=at + reach {
            if of_at > at && !self.is_plain(of_at - 1) {
                return None;
            }
            let Some(of) = self.name_part(of_at, NamePart::Of) else {
                continue;
            };
            if let Some((end, _)) = self.field_at(of) {
                let and = self
                    .is(end, Sense::Joiner)
                    .map(|next| self.name_part(next, NamePart::Of).unwrap_or(next));
                let more = and
                    .map(|next| self.run_end(next, true))
                    .filter(|&to| Some(to) > and);
                let more = more.or_else(|| self.joined_field(end));
                return Some(more.unwrap_or_else(|| self.run_end(end, true).max(end)));
            }
            if let Some((end, _)) = self.body_at(of).or_else(|| self.head_at(of)) {
                return Some(self.past_adjectives(end));
            }
            let end = self
                .run_end(of, true)
                .max(self.known_field(of).unwrap_or(of));
            // "управление по Тарской области"
            let kind = self.context(end, Context::PlaceKind);
            let end = kind.filter(|_| !self.lexicon.has_articles).unwrap_or(end);
            return (end > of).then(|| self.joined_field(end).unwrap_or(end));
        }
        None
    }
}
