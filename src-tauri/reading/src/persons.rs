//! Roles and names put together: "the Kremlin's spokesman, Dmitri …", "…, mayor of Selin,", "a security official".

use std::ops::Range;

use crate::affiliation::in_order;
use crate::mentions::{Mention, Who};
use crate::pieces::Piece;
use crate::quantity::Scan;
use crate::sense::Sense;
use crate::titles::Title;

impl Scan<'_> {
    /// Everybody and everything that is named, in order. Those within another's extent come along, marked.
    pub fn mentions(&self) -> Vec<Mention> {
        let atoms = self.atoms();
        let titles = self.titles(&atoms);
        let mut bearer: Vec<Option<usize>> = vec![None; atoms.len()];
        let mut people = Vec::new();
        for title in &titles {
            people.push(self.bearer(title, &atoms, &bearer));
            if let Some(run) = people.last().copied().flatten()
                && let Some(slot) = bearer.get_mut(run)
            {
                *slot = Some(people.len() - 1);
            }
        }
        let mut found: Vec<Mention> = Vec::new();
        let mut place_of: Vec<usize> = Vec::with_capacity(atoms.len());
        for (index, atom) in atoms.iter().enumerate() {
            place_of.push(found.len());
            let title = titles.iter().find(|title| title.atoms.contains(&index));
            let who = match atom.what {
                Piece::Body { kind, named } => Who::Body { kind, named },
                Piece::Pronoun => Who::Pronoun,
                // "das Ministerium in Moskau": but "в Киеве заявили" is the government.
                Piece::Country
                    if self.lexicon.has_articles && self.names_place(atom.tokens.start) =>
                {
                    Who::Place
                }
                Piece::Country => Who::Country,
                // "источник «Вестника»": the paper that was told.
                Piece::Run if title.is_some() && self.is_between_quotes(&atom.tokens) => {
                    Who::Body {
                        kind: "media",
                        named: true,
                    }
                }
                Piece::Run if title.is_some() && bearer.get(index) == Some(&None) => continue,
                Piece::Run if self.seats(&atoms, index) => Who::Place,
                Piece::Run => match self.run(atom) {
                    Some(who) => who,
                    None if bearer.get(index).is_some_and(Option::is_some) => Who::Person {
                        role: None,
                        body: None,
                    },
                    None => continue,
                },
                Piece::Role { .. } | Piece::Unnamed(_) => continue,
            };
            found.push(Mention {
                tokens: atom.tokens.clone(),
                extent: match who {
                    Who::Body { .. } => self.with_marks(&atom.tokens),
                    _ => self.with_title(&atom.tokens),
                },
                who,
                within: title.is_some(),
            });
        }
        for (title, person) in titles.iter().zip(people) {
            let body = title.body.and_then(|body| place_of.get(body)).copied();
            match person.and_then(|run| Some((run, *place_of.get(run)?))) {
                Some((_, at)) => {
                    if let Some(mention) = found.get_mut(at) {
                        let (first, known) = match &mention.who {
                            Who::Person { role, body } => (role.clone(), *body),
                            _ => (None, None),
                        };
                        let role = first
                            .filter(|first| first.len() >= title.tokens.len())
                            .or_else(|| Some(title.tokens.clone()));
                        let body = known.or(body);
                        mention.extent = mention.extent.start.min(title.tokens.start)
                            ..mention.extent.end.max(title.tokens.end);
                        mention.who = Who::Person { role, body };
                        mention.within = false;
                    }
                }
                // "передает корреспондент «Вестника»": the paper does.
                None if self.is_journalist(title)
                    && body.is_some_and(|at| found.get(at).is_some_and(Mention::is_medium)) =>
                {
                    if let Some(paper) = body.and_then(|at| found.get_mut(at)) {
                        paper.within = false;
                        paper.extent = title.tokens.clone();
                    }
                }
                None => found.push(Mention {
                    tokens: title.tokens.clone(),
                    extent: title.tokens.clone(),
                    who: self.untitled(title, body),
                    within: false,
                }),
            }
        }
        // Bodies are pointed at by their place, so that order is made at the end, of the places too.
        let mut found = in_order(found);
        self.affiliate(&mut found);
        self.abbreviate(&mut found);
        self.seat_bodies(&mut found);
        found
    }

    /// Who is meant by a role without a name.
    fn untitled(&self, title: &Title, body: Option<usize>) -> Who {
        if let Some(kind) = title.unnamed {
            return Who::Unnamed { kind, body };
        }
        Who::Office {
            body,
            unnamed: self.is_before(title.tokens.start, Sense::Article).is_some(),
            spokesperson: title.spokesperson,
        }
    }

    pub fn title_start(&self, end: usize) -> Option<usize> {
        (end.saturating_sub(3)..end).find(|&at| self.title_at(at) == Some(end))
    }

    /// A name with its titles.
    fn with_title(&self, tokens: &Range<usize>) -> Range<usize> {
        let mut start = tokens.start;
        while let Some(title) = self.title_start(start) {
            start = title;
        }
        start..tokens.end
    }

    /// A name with the quotation marks that hold it and nothing else.
    fn with_marks(&self, tokens: &Range<usize>) -> Range<usize> {
        let before = tokens
            .start
            .checked_sub(1)
            .filter(|&before| self.is_quote(before) && self.is_quote(tokens.end));
        match before {
            Some(before) => before..tokens.end + 1,
            None => self.with_title(tokens),
        }
    }
}
