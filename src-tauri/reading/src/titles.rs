//! Roles with what they are of: "the deputy minister of health", "пресс-служба регионального главка МЧС".

use std::ops::Range;

use crate::pieces::{Atom, Piece};
use crate::quantity::Scan;
use crate::sense::{Context, NamePart, Person, Sense, Speech};

/// How many words in small letters a role may hold behind its "of".
const ROLE_WORDS: usize = 3;
/// How many adjectives may stand between a role and the name of whom it is said.
const ADJECTIVES: usize = 2;
/// How many words may stand there in a language without articles, "and" among them.
const CHAIN: usize = 8;

/// A role with its body, before its bearer is looked for.
pub(crate) struct Title {
    pub tokens: Range<usize>,
    pub body: Option<usize>,
    pub spokesperson: bool,
    /// The source kind of whoever has no other name ("a security official").
    pub unnamed: Option<&'static str>,
    /// The first and the last piece that it took in.
    pub atoms: Range<usize>,
}

impl Scan<'_> {
    /// The roles of a sentence.
    pub fn titles(&self, atoms: &[Atom]) -> Vec<Title> {
        let mut titles: Vec<Title> = Vec::new();
        for (index, atom) in atoms.iter().enumerate() {
            let (spokesperson, unnamed) = match atom.what {
                Piece::Role { spokesperson } => (spokesperson, None),
                Piece::Unnamed(kind) => (false, Some(kind)),
                _ => continue,
            };
            let taken = titles.last().map_or(0, |title| title.atoms.end);
            if index < taken {
                if let Some(last) = titles.last_mut() {
                    last.spokesperson |= spokesperson;
                }
                continue;
            }
            let mut title = Title {
                tokens: atom.tokens.clone(),
                body: None,
                spokesperson,
                unnamed,
                atoms: index..index + 1,
            };
            self.grow_left(&mut title, atoms, taken);
            self.grow_right(&mut title, atoms);
            titles.push(title);
        }
        titles
    }

    /// "Deputy Health", "Kremlin" before a role.
    fn grow_left(&self, title: &mut Title, atoms: &[Atom], taken: usize) {
        loop {
            let start = title.tokens.start;
            let before = title
                .atoms
                .start
                .checked_sub(1)
                .filter(|&before| before >= taken);
            let atom = before.and_then(|before| atoms.get(before));
            if let Some((before, atom)) = before.zip(atom) {
                let possessive = self.possessive(atom.tokens.end) == Some(start);
                let adjacent = atom.tokens.end == start;
                // Without articles what a role is of stands behind it.
                let body = matches!(atom.what, Piece::Body { .. }) && self.lexicon.has_articles;
                let caseless = self.is_caseless(start);
                let modifies = matches!(atom.what, Piece::Run | Piece::Country)
                    && !caseless
                    && self.lexicon.has_articles;
                if body && (adjacent || possessive) && !self.is_told(atom) {
                    title.body = title.body.or(Some(before));
                    title.atoms.start = before;
                    if possessive {
                        return;
                    }
                    title.tokens.start = atom.tokens.start;
                    continue;
                }
                if adjacent && modifies {
                    title.atoms.start = before;
                    title.tokens.start = atom.tokens.start;
                    continue;
                }
            }
            let floor = atom.map_or(0, |atom| atom.tokens.end);
            let small = self
                .is_before(start, Sense::Person(Person::Modifiers))
                .or_else(|| self.field_before(start).filter(|_| title.unnamed.is_none()))
                .filter(|&at| at >= floor);
            match small {
                Some(at) => title.tokens.start = at,
                None => return,
            }
        }
    }

    /// Where the words behind a name go on past the sign of its possession ("'s").
    pub fn possessive(&self, end: usize) -> Option<usize> {
        let sign = self.is_mark(end, '\'');
        let s = self.slice(&(end + 1..end + 2));
        (sign && s == "s").then_some(end + 2)
    }

    /// "of the Kremlin", "kazakh", "for Health" behind a role.
    fn grow_right(&self, title: &mut Title, atoms: &[Atom]) {
        loop {
            if let Some(end) = self.past_party(title.tokens.end) {
                let inside = |atom: &&Atom| atom.tokens.end < end;
                let behind = atoms.get(title.atoms.end..).unwrap_or_default();
                title.atoms.end += behind.iter().take_while(inside).count();
                title.tokens.end = end;
            }
            let end = title.tokens.end;
            let next = atoms.get(title.atoms.end);
            // "governor of Tarn province".
            let place = atoms.get(title.atoms.end.saturating_sub(1)).filter(|atom| {
                matches!(atom.what, Piece::Run | Piece::Country) && atom.tokens.end == end
            });
            if let Some(kind) = self
                .context(end, Context::PlaceKind)
                .filter(|_| place.is_some())
            {
                title.tokens.end = kind;
                continue;
            }
            // "general secretary and chief executive of …"
            if let Some(atom) = self.is(end, Sense::Joiner).and_then(|second| {
                next.filter(|atom| {
                    let start = atom.tokens.start;
                    let modified = self.is_before(start, Sense::Person(Person::Modifiers));
                    start == second || modified == Some(second)
                })
            }) && matches!(atom.what, Piece::Role { .. })
                && title.unnamed.is_none()
            {
                self.take(title, atom);
                continue;
            }
            // "корреспондент «Вестника»", "директор шахты «Северная» Ана Сол"
            if let Some(end) = self.quoted_in_title(title, atoms) {
                title.tokens.end = end;
                continue;
            }
            // Languages that put the body right behind, and titles of two roles.
            if let Some(atom) = next.filter(|atom| atom.tokens.start == end) {
                match atom.what {
                    Piece::Body { .. } if atom.is_medium() && self.is_told_by(title) => return,
                    Piece::Body { .. } => {
                        self.take(title, atom);
                        continue;
                    }
                    Piece::Role { spokesperson } => {
                        title.spokesperson |= spokesperson;
                        self.take(title, atom);
                        continue;
                    }
                    Piece::Country => {
                        self.take(title, atom);
                        continue;
                    }
                    // "власти Газы": one name is a place's, not theirs.
                    Piece::Run
                        if title.unnamed.is_some()
                            && atom.tokens.len() == 1
                            && !self.lexicon.has_articles =>
                    {
                        self.take(title, atom);
                        return;
                    }
                    // "el fiscal regional Sur, Ana Sol,", "the captain of the ferry Golden Dawn, Ana Sol,": the bearer stands
                    // behind the comma.
                    Piece::Run
                        if (atom.tokens.len() == 1
                            || title.tokens.clone().any(|at| self.of_role(at).is_some()))
                            && self.is_mark(atom.tokens.end, ',')
                            && atoms.get(title.atoms.end + 1).is_some_and(|bearer| {
                                bearer.what == Piece::Run
                                    && bearer.tokens.start == atom.tokens.end + 1
                                    && bearer.tokens.len() > 1
                                    && self.is_mark(bearer.tokens.end, ',')
                            }) =>
                    {
                        self.take(title, atom);
                        return;
                    }
                    _ => {}
                }
            }
            // Without a word between: "министр обороны", "وزير الصحة".
            if let Some((field, _)) = self.field_at(end) {
                title.tokens.end = field;
                continue;
            }
            if let Some(of) = self.of_role(end) {
                // "director of Harlen's main hospital"
                if let Some((place, body)) = next.zip(atoms.get(title.atoms.end + 1))
                    && place.tokens.start == of
                    && matches!(place.what, Piece::Run | Piece::Country)
                    && matches!(body.what, Piece::Body { .. })
                    && let Some(owned) = self.possessive(place.tokens.end)
                    && owned <= body.tokens.start
                    && (owned..body.tokens.start).all(|at| self.is_plain(at))
                {
                    title.atoms.end += 1;
                    self.take(title, body);
                    continue;
                }
                if let Some(atom) = next.filter(|atom| atom.tokens.start == of)
                    && atom.what != Piece::Pronoun
                    && !(atom.is_medium() && self.said_before(title.tokens.start))
                {
                    self.take(title, atom);
                    continue;
                }
                if let Some((field, _)) = self.field_at(of) {
                    title.tokens.end = field;
                    continue;
                }
                // "مدير المكتب في الإقليم سامي …": what the lexicon does not know begins a name.
                let names = |at: usize| at > of && self.is_caseless(at) && self.is_unknown(at);
                let words = (of..of + ROLE_WORDS)
                    .take_while(|&at| {
                        !names(at)
                            && (self.is_plain(at) || self.context(at, Context::PlaceKind).is_some())
                            && next.is_none_or(|next| at < next.tokens.start)
                    })
                    .count();
                if words > 0 && title.tokens.end == end && title.unnamed.is_none() {
                    title.tokens.end = of + words;
                    let named = next.is_some_and(|next| next.tokens.start == title.tokens.end);
                    if named || self.of_role(title.tokens.end).is_some() {
                        continue;
                    }
                }
                return;
            }
            // Without articles a chain of what is whose may stand there: "начальник пожарной части города Ана Сол".
            let reach = if self.lexicon.has_articles || self.is_caseless(end) {
                ADJECTIVES
            } else {
                CHAIN
            };
            let adjectives = (end..end + reach)
                .take_while(|&at| {
                    (self.is_plain(at)
                        || self.context(at, Context::PlaceKind).is_some()
                        || reach > ADJECTIVES && self.joins_plain(at))
                        && next.is_none_or(|next| at < next.tokens.start)
                })
                .count();
            let behind = end + adjectives;
            // "пресс-служба регионального главка МЧС".
            let body = !self.lexicon.has_articles;
            let goes_on = next.is_some_and(|atom| {
                let place = atom.what == Piece::Country && self.is_caseless(behind);
                // "نائب الرئيس الفارلندي، سامي حداد،": a name between marks.
                let apposed = self.is_caseless(end)
                    && self.is_mark(behind, ',')
                    && atom.tokens.start == behind + 1;
                (atom.tokens.start == behind || apposed)
                    && (atom.what == Piece::Run
                        || place
                        || body && matches!(atom.what, Piece::Body { .. }))
            }) || self.name_part(behind, NamePart::Of).is_some()
                // "كبيرة مسؤولي الإغاثة في منظمة …"
                || next.is_some_and(|atom| {
                    let body = matches!(atom.what, Piece::Body { .. }) && !atom.is_medium();
                    body && self.is_caseless(end) && self.of_role(behind) == Some(atom.tokens.start)
                });
            if adjectives == 0 || !goes_on {
                return;
            }
            title.tokens.end = behind;
        }
    }

    /// Whether a role stands behind a verb of saying, so that an outlet right behind it is told ("рассказал врач «Вестнику»"),
    /// unless it is that of a journalist or of somebody's source.
    fn is_told_by(&self, title: &Title) -> bool {
        let journalist = self.is_journalist(title);
        !journalist
            && title.unnamed.is_none()
            && !self.lexicon.has_articles
            && self.said_before(title.tokens.start)
    }

    /// Whether a role is a journalist's: "корреспондент «Вестника»".
    pub fn is_journalist(&self, title: &Title) -> bool {
        title.tokens.clone().any(|at| {
            let group = self.find(at, |sense| match sense {
                Sense::Group(group) => self.lexicon.groups.get(group),
                _ => None,
            });
            group.is_some_and(|(_, group)| group == "journalists")
        })
    }

    /// An "and" between two words of a chain.
    fn joins_plain(&self, at: usize) -> bool {
        self.is(at, Sense::Joiner) == Some(at + 1) && self.is_plain(at + 1)
    }

    /// Where a name in quotation marks ends that tells more of a role; what it holds belongs to the role.
    fn quoted_in_title(&self, title: &mut Title, atoms: &[Atom]) -> Option<usize> {
        let end = title.tokens.end;
        if self.lexicon.has_articles {
            return None;
        }
        let words = (0..=ADJECTIVES)
            .take_while(|&words| words == 0 || self.is_plain(end + words - 1))
            .find(|&words| self.is_quote(end + words))?;
        let (open, close) = (end + words, self.quoted_name(end + words)?);
        let next = atoms.get(title.atoms.end);
        // "глава компании «Юг»": a body of its own.
        let body = next.is_some_and(|next| next.tokens.start < open);
        let outlet = next.is_some_and(|next| next.tokens.start == open + 1 && next.is_medium());
        if body || (words == 0 || outlet) && self.is_told_by(title) {
            return None;
        }
        let first = title.atoms.end;
        let held = |atom: &&Atom| atom.tokens.end < close;
        let inner = atoms
            .get(first..)
            .unwrap_or_default()
            .iter()
            .take_while(held);
        for (at, atom) in (first..).zip(inner) {
            let told = title.unnamed.is_some() && atom.is_medium();
            if matches!(atom.what, Piece::Body { .. }) && !told {
                title.body = title.body.or(Some(at));
            }
            title.atoms.end = at + 1;
        }
        Some(close)
    }

    fn of_role(&self, at: usize) -> Option<usize> {
        self.name_part(at, NamePart::Of)
            .max(self.name_part(at, NamePart::RoleOf))
    }

    fn take(&self, title: &mut Title, atom: &Atom) {
        title.tokens.end = atom.tokens.end;
        // "источник «Вестника»": they told the paper, and are not of it.
        let told = title.unnamed.is_some() && atom.is_medium();
        if matches!(atom.what, Piece::Body { .. }) && !told {
            title.body = title.body.or(Some(title.atoms.end));
        }
        title.atoms.end += 1;
    }

    /// Whether a word that is a role elsewhere only describes a document: "un reporte oficial".
    pub fn describes_document(&self, at: usize) -> bool {
        self.name_part(at, NamePart::Adjectives).is_some()
            && self
                .is_before(at, Sense::Speech(Speech::Documents))
                .is_some()
    }

    /// Whether a word for an official only says whose a document is: "official figures".
    pub fn tells_of_document(&self, at: usize) -> bool {
        let official = self.person_word(at, Person::Officials);
        official.is_some_and(|end| {
            let document = self.is(end, Sense::Speech(Speech::Documents)).is_some();
            end == at + 1 && document && self.lexicon.has_articles
        })
    }

    /// People that speak without a name.
    pub fn unnamed_at(&self, at: usize) -> Option<(usize, &'static str)> {
        // "les chiffres officiels du ministère": what they are.
        if self
            .is_before(at, Sense::Speech(Speech::Documents))
            .is_some()
        {
            return None;
        }
        self.find(at, |sense| match sense {
            Sense::Person(Person::Officials) => Some("unnamed_official"),
            Sense::Person(Person::Witnesses) => Some("witness"),
            Sense::Person(Person::Relatives) => Some("relative"),
            _ => None,
        })
        .or_else(|| {
            let official = self.compound_person(at)? == Person::Officials;
            official.then_some((at + 1, "unnamed_official"))
        })
        .map(|(end, kind)| (self.past_nationality(end), kind))
    }
}
