//! Bodies of persons whose roles name none.

use std::ops::Range;

use crate::mentions::{Mention, Who};
use crate::quantity::Scan;
use crate::sense::{NamePart, Sense, Speech};

/// How many mentions behind a body its seat is looked for: its abbreviation may stand between.
const SEAT_REACH: usize = 3;

impl Scan<'_> {
    /// "Captain Ana Sol of the rescue service", "its director, Ana Sol": the body of a person whose role names none.
    pub fn affiliate(&self, mentions: &mut [Mention]) {
        self.introduce(mentions);
        self.owned(mentions);
        self.described(mentions);
        for at in 0..mentions.len() {
            let Some(mention) = mentions.get(at) else {
                continue;
            };
            let bodiless = matches!(
                mention.who,
                Who::Person { body: None, .. } | Who::Office { body: None, .. }
            );
            if !bodiless || mention.within {
                continue;
            }
            let end = mention.extent.end;
            let comma = if self.is_mark(end, ',') { end + 1 } else { end };
            let of = self
                .name_part(comma, NamePart::Of)
                .or_else(|| self.name_part(end, NamePart::RoleOf));
            // "del colectivo Puertas Abiertas": the name follows the word for what it is.
            let headed = of.and_then(|of| self.head_at(of)).map(|(end, _)| end);
            let behind = mentions.iter().position(|other| {
                let start = Some(other.extent.start);
                (start == of || start == headed) && other.is_body() && !other.is_medium()
            });
            let start = mention.extent.start;
            let at_body = self.opening(start).and_then(|mark| {
                mentions
                    .iter()
                    .rposition(|other| other.extent.end <= mark && other.is_body())
            });
            let own = self
                .is_before(start, Sense::Speech(Speech::Possessives))
                .and_then(|_| {
                    mentions
                        .iter()
                        .rposition(|other| other.is_body() && other.extent.end < start)
                });
            let Some(found) = behind.or(own).or(at_body) else {
                self.seat(mentions, at);
                continue;
            };
            let extent = mentions.get(found).map(|other| other.extent.clone());
            if behind.is_some()
                && let Some(other) = mentions.get_mut(found)
            {
                other.within = true;
            }
            if let Some(mention) = mentions.get_mut(at) {
                match &mut mention.who {
                    Who::Person { body, .. } | Who::Office { body, .. } => *body = Some(found),
                    _ => {}
                }
                if let Some(extent) = extent.filter(|_| behind.is_some()) {
                    mention.extent.end = extent.end;
                }
            }
        }
    }

    /// "UNHCR's Ana Sol": a body owns whoever speaks for it.
    fn owned(&self, mentions: &mut [Mention]) {
        for at in 1..mentions.len() {
            let (before, behind) = mentions.split_at_mut(at);
            let Some((body, person)) = before.last_mut().zip(behind.first_mut()) else {
                continue;
            };
            let owned = self.possessive(body.extent.end) == Some(person.extent.start);
            if owned
                && body.is_body()
                && !body.is_medium()
                && let Who::Person {
                    body: None,
                    role: None,
                } = person.who
            {
                person.who = Who::Person {
                    role: None,
                    body: Some(at - 1),
                };
                person.extent.start = body.extent.start;
                body.within = true;
            }
        }
    }

    /// "The Free Tal Movement, a rebel group, said": what a body is, told behind it.
    fn described(&self, mentions: &mut [Mention]) {
        for at in 1..mentions.len() {
            let (before, behind) = mentions.split_at_mut(at);
            let Some((body, told)) = before.last_mut().zip(behind.first_mut()) else {
                continue;
            };
            let comma = body.extent.end;
            let enclosed = self.is_mark(comma, ',')
                && self.is(comma + 1, Sense::Article) == Some(told.extent.start)
                && self.is_mark(told.extent.end, ',');
            let Who::Body {
                kind: told_kind, ..
            } = told.who
            else {
                continue;
            };
            if enclosed
                && let Who::Body { kind, named: true } = &mut body.who
                && *kind == "other"
            {
                *kind = told_kind;
                told.within = true;
            }
        }
    }

    /// "Minister Ana Sol of Talia": the place behind a person with a role says of where they are.
    fn seat(&self, mentions: &mut [Mention], at: usize) {
        let Some((mention, behind)) = mentions
            .get_mut(at..)
            .and_then(<[Mention]>::split_first_mut)
        else {
            return;
        };
        let of = self.name_part(mention.extent.end, NamePart::Of);
        let titled = matches!(mention.who, Who::Person { role: Some(_), .. });
        let seat = behind.iter_mut().find(|other| {
            Some(other.extent.start) == of
                && matches!(
                    other.who,
                    Who::Place
                        | Who::Country
                        | Who::Person {
                            role: None,
                            body: None
                        }
                )
        });
        if let Some(seat) = seat.filter(|_| titled) {
            seat.within = true;
            mention.extent.end = mention.extent.end.max(seat.extent.end);
        }
    }

    /// "The spokesman of the ministry, Colonel Ana Sol, said": the office before a comma is that of the person behind.
    fn introduce(&self, mentions: &mut [Mention]) {
        for at in 0..mentions.len() {
            let Some(mention) = mentions.get(at).cloned() else {
                continue;
            };
            let Who::Office {
                body: Some(office),
                unnamed: false,
                ..
            } = mention.who
            else {
                continue;
            };
            let comma = mention.extent.end;
            // "le porte-parole de l'armée, le général Issa Koné"
            let bare = self.name_part(comma + 1, NamePart::Determiners);
            let bearer = mentions.iter().position(|other| {
                (other.extent.start == comma + 1 || Some(other.extent.start) == bare)
                    && matches!(
                        &other.who,
                        Who::Person {
                            role: Some(_),
                            body: None
                        }
                    )
            });
            let Some(bearer) = bearer.filter(|_| self.is_mark(comma, ',')) else {
                continue;
            };
            if let Some(office_holder) = mentions.get_mut(bearer) {
                office_holder.extent.start = mention.extent.start;
                office_holder.who = Who::Person {
                    role: Some(mention.tokens.clone()),
                    body: Some(office),
                };
            }
            if let Some(office) = mentions.get_mut(at) {
                office.within = true;
            }
        }
    }

    /// "the Relief Office (RO) of Alba": where a body sits belongs to what stands between it and its verb.
    pub fn seat_bodies(&self, mentions: &mut [Mention]) {
        for at in 0..mentions.len() {
            let end = mentions
                .get(at)
                .filter(|mention| mention.is_body() && !mention.within);
            let Some(end) = end.map(|mention| mention.extent.end) else {
                continue;
            };
            let of = self.name_part(end, NamePart::Of);
            let seat =
                mentions.iter().skip(at).take(SEAT_REACH).find(|other| {
                    Some(other.extent.start) == of && matches!(other.who, Who::Place)
                });
            let seat_end = seat.map(|seat| seat.extent.end);
            if let Some((mention, end)) = mentions.get_mut(at).zip(seat_end) {
                mention.extent.end = end;
            }
        }
    }

    /// "the Meteorological Agency (BMKG)": the abbreviation behind a body's name belongs to the name.
    pub fn abbreviate(&self, mentions: &mut [Mention]) {
        for at in 1..mentions.len() {
            let (before, behind) = mentions.split_at_mut(at);
            let Some((full, short)) = before.last_mut().zip(behind.first_mut()) else {
                continue;
            };
            let enclosed = self.is_mark(full.tokens.end, '(')
                && short.tokens.start == full.tokens.end + 1
                && self.is_mark(short.tokens.end, ')');
            // "João Lima (PT)": the party of a person.
            if enclosed && short.is_body() && matches!(full.who, Who::Person { .. }) {
                short.within = true;
                full.extent.end = full.extent.end.max(short.tokens.end + 1);
            }
            // "Servicio Hidrológico (SH)": what is shortened so is a body, whatever heads it.
            let spelled = matches!(
                full.who,
                Who::Person {
                    role: None,
                    body: None
                } | Who::Place
            ) && self.is_initials(&short.tokens, &full.tokens);
            if enclosed && spelled {
                full.who = Who::Body {
                    kind: "other",
                    named: true,
                };
                full.extent.start = full.extent.start.min(full.tokens.start);
            }
            if enclosed && full.is_body() && short.is_body() && !full.is_medium() {
                short.within = true;
                full.extent.end = full.extent.end.max(short.tokens.end + 1);
            }
        }
    }

    /// Whether the word is an abbreviation by how it is written.
    pub fn is_abbreviation(&self, at: usize) -> bool {
        let written = self.slice(&(at..at + 1));
        let letters = written.chars().count();
        letters > 1 && letters < 8 && written.chars().all(char::is_uppercase)
    }

    /// Whether a word in capitals is made of the first letters of a name, in their order.
    fn is_initials(&self, short: &Range<usize>, full: &Range<usize>) -> bool {
        is_short_for(self.slice(short), self.slice(full))
    }

    /// The comma before a name or a role that a place at the head of its clause ends with: "At the hospital, director …".
    fn opening(&self, start: usize) -> Option<usize> {
        let bare = self
            .is_before(start, Sense::Name(NamePart::Determiners))
            .unwrap_or(start);
        let comma = bare.checked_sub(1).filter(|&at| self.is_mark(at, ','))?;
        let opens = self.name_part(0, NamePart::Places).is_some();
        let clear = (0..comma).all(|at| !self.is_mark(at, ','));
        (opens && clear).then_some(comma)
    }
}

/// Whether a word in capitals is made of the first letters of a name's words, each of its letters of one of them in
/// their order: "SML" of "Servicio Médico Legal".
pub(crate) fn is_short_for(short: &str, full: &str) -> bool {
    let mut firsts = full
        .split_whitespace()
        .filter_map(|word| word.chars().next())
        .flat_map(char::to_uppercase);
    let mut letters = 0;
    let fits = short.chars().all(|letter| {
        letters += 1;
        letter.is_uppercase() && firsts.any(|first| first == letter)
    });
    fits && letters > 1
}

/// The mentions by where they begin, the bodies that they point at found again.
pub(crate) fn in_order(found: Vec<Mention>) -> Vec<Mention> {
    let mut order: Vec<usize> = (0..found.len()).collect();
    order.sort_by_key(|&at| found.get(at).map_or(0, |mention| mention.tokens.start));
    let mut place = vec![0; found.len()];
    for (new, &old) in order.iter().enumerate() {
        if let Some(slot) = place.get_mut(old) {
            *slot = new;
        }
    }
    let mut sorted: Vec<Mention> = order
        .iter()
        .filter_map(|&at| found.get(at).cloned())
        .collect();
    for mention in &mut sorted {
        let body = match &mut mention.who {
            Who::Person { body, .. } | Who::Office { body, .. } | Who::Unnamed { body, .. } => body,
            _ => continue,
        };
        *body = body.and_then(|at| place.get(at).copied());
    }
    sorted
}
