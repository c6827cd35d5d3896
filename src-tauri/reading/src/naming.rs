//! What bodies are called beside a head alone: names that go on in small letters, outlets behind the word for what they
//! are, and words that stand for a body named before.

use std::ops::Range;

use crate::bodies::{MINISTRY, OF_MEMBERS};
use crate::quantity::Scan;
use crate::sense::{Context, Cue, NamePart, Person, Sense, Speech};

/// The kinds whose heads a place follows, and seldom what they are for.
const PLACED: [&str; 9] = [
    "police",
    "military",
    "prosecutor",
    "local_authority",
    "hospital",
    "court",
    "parliament",
    "media",
    "news_agency",
];

/// How many words a name in quotation marks may hold, and one.
const QUOTED_NAME: usize = 5;

impl Scan<'_> {
    /// Where words end that stand for a body named before and head no name themselves: "the organisation". Their kind is
    /// the one that they make among capitals: "the union".
    pub fn stand_in(&self, at: usize) -> Option<(usize, &'static str)> {
        let (end, ()) = self.find(at, |sense| matches!(sense, Sense::StandIn(_)).then_some(()))?;
        let definite = self.context_before(at, Context::Definite).is_some();
        let alone = self.is_small(at)
            && self.head_at(at).is_none()
            && self.name_part(end, NamePart::Of).is_none()
            && !self.is_capital(end);
        let kinds = &self.lexicon.kinds;
        let kind = self.find(at, |sense| match sense {
            Sense::ProperHead(kind) => kinds.get(kind).map(String::as_str),
            _ => None,
        });
        let kind = kind
            .filter(|&(head, _)| head == end)
            .map_or("other", |(_, kind)| kind);
        (definite && alone).then_some((end, kind))
    }

    /// Where a name ends whose quotation mark stands right behind "according to": "по данным «Белого счётчика»".
    pub fn cited_name_end(&self, at: usize) -> Option<usize> {
        let open = at.checked_sub(1)?;
        let cited = self.find_before(open, |sense| {
            let points = matches!(
                sense,
                Sense::Cue(Cue::According | Cue::CountedBy | Cue::Citing)
            );
            points.then_some(())
        });
        let end = self.quoted_name(open).filter(|_| cited.is_some())? - 1;
        (self.body_at(at).is_none() && self.head_at(at).is_none()).then_some(end)
    }

    /// Where a name in quotation marks ends: "die Zeitung „Tagblatt“".
    pub fn quoted_name(&self, at: usize) -> Option<usize> {
        let first = at + 1;
        let named = self.is_quote(at) && (self.is_capital(first) || self.is_caseless(first));
        let end = (first..first + QUOTED_NAME).find(|&at| !self.is_word(at))?;
        (named && self.is_quote(end)).then_some(end + 1)
    }

    /// Where those end in whose name a body speaks: "sindicato de trabajadores", "Federazione dei trasportatori".
    pub fn members(&self, at: usize) -> Option<usize> {
        // "профсоюз учителей": without articles nothing stands between.
        let bare = Some(at).filter(|&at| !self.lexicon.has_articles && self.is_small(at));
        let of = self.name_part(at, NamePart::Of).or(bare)?;
        let members = self.find(of, |sense| matches!(sense, Sense::Group(_)).then_some(()));
        members.map(|(end, ())| self.past_adjectives(end))
    }

    /// "le quotidien La Sentinelle", "l'emittente Al Mada": the name of an outlet whose kind is told before it.
    pub fn outlet(&self, at: usize, head: usize) -> Option<Range<usize>> {
        let proper = self.find(at, |sense| {
            matches!(sense, Sense::ProperHead(_)).then_some(())
        });
        let start = self.past_adjectives(head);
        let article = self
            .name_part(start, NamePart::Determiners)
            .filter(|_| self.is_capital(start));
        let mut end = self.run_end(article.unwrap_or(start), true);
        // "G7 Notícias"
        while let Some((head, _)) = self.head_at(end).filter(|_| self.is_large_head(end)) {
            end = self.of_name(head, false).unwrap_or(head);
        }
        let named = self.is_small(at) && proper.is_none() && self.is_capital(start);
        (named && end > article.unwrap_or(start)).then_some(start..end)
    }

    /// "France Bleu Hérault": one word behind an outlet's name tells which of its editions.
    pub fn local_edition(&self, end: usize, kind: &str) -> Option<usize> {
        let run = self.run_end(end, false);
        let single = run > end && !(end + 1..run).any(|at| self.names(at) && self.names(at - 1));
        (kind == "media" && single && self.lexicon.has_articles).then_some(run)
    }

    /// "porte-parole du ministère de la Santé Ana Sol": where what a body is for ends, and two names behind it are the
    /// person's whose role is before.
    pub fn without_bearer(&self, start: usize, tail: Range<usize>) -> usize {
        let role = |sense| {
            let held = matches!(sense, Sense::Person(Person::Roles | Person::Spokespersons));
            held.then_some(())
        };
        let of = self.is_before(start, Sense::Name(NamePart::Of));
        let ruled = of.is_some_and(|of| self.find_before(of, role).is_some());
        let field = (start..tail.end).find_map(|at| self.field_at(at));
        let bearer = field.filter(|&(end, _)| {
            let run = self.run_end(end, false);
            run == tail.end && (end..run).filter(|&at| self.names(at)).count() > 1
        });
        match bearer.filter(|_| ruled) {
            Some((end, _)) => end,
            None => tail.end,
        }
    }

    /// Where a name ends that goes on in small letters: "Institut national de géophysique", "ONG Médecins pour tous",
    /// "ministère de l'enseignement supérieur". Others than those that a capital or their kind shows to be one end before.
    pub fn in_small_letters(&self, at: usize, head: usize, end: usize, kind: &str) -> usize {
        // "association Secours pour la vallée"
        let end = match self.head_at(end) {
            Some((name, _)) if OF_MEMBERS.contains(&kind) && self.is_large_head(end) => name,
            _ => end,
        };
        let behind_article = self.is_before(at, Sense::Name(NamePart::Determiners));
        let own = self.is_capital(at)
            && (behind_article.is_some() || !self.opens_sentence(at))
            && !PLACED.contains(&kind);
        let members = self.past_adjectives(head) < end && OF_MEMBERS.contains(&kind);
        if !own && !members && kind != MINISTRY || end == at {
            return end;
        }
        let mut end = end;
        // "ministère de la Transition écologique", but "ministère de la Santé du Hamas | palestinien".
        let body = |sense| matches!(sense, Sense::Body(_)).then_some(());
        if kind == MINISTRY && self.find_before(end, body).is_none() {
            end = self.past_adjectives(end);
        }
        while let Some(next) = self.small_of(end) {
            end = next;
            while let Some(next) = self.of_name(end, false) {
                end = next;
            }
        }
        end
    }

    /// The end of "of geophysics", "without a roof" that begins at `at`.
    fn small_of(&self, at: usize) -> Option<usize> {
        let and = self.is(at, Sense::Joiner).unwrap_or(at);
        let link = self
            .name_part(and, NamePart::Of)
            .max(self.name_part(and, NamePart::Inside))
            // "der Leiter der Einsatzzentrale und stellvertretende Landrat": another role.
            .or(Some(and).filter(|_| !self.lexicon.nouns_are_capitalised))
            .filter(|&link| link > at)?;
        // "Centre d'étude des risques"
        let study = self.is(link, Sense::Speech(Speech::Documents)) == Some(link + 1);
        let noun = (self.is_plain(link) || study) && self.role_at(link).is_none();
        noun.then(|| self.past_adjectives(link + 1))
    }

    /// "Risk Reduction and" before "Management Council", "Rio del" before "Sol Police": where the last word begins of the part
    /// that a small word joins to a name.
    pub fn joined_before(&self, start: usize, free: usize) -> Option<usize> {
        if self.lexicon.nouns_are_capitalised
            || !self.lexicon.has_articles
            || !self.is_capital(start)
        {
            return None;
        }
        let ampersand = start.checked_sub(1).filter(|&at| self.is_mark(at, '&'));
        let and = ampersand.or_else(|| self.is_before(start, Sense::Joiner));
        let joined = and.or_else(|| self.is_before(start, Sense::Name(NamePart::Joins)))?;
        let last = joined.checked_sub(1).filter(|&last| last >= free)?;
        let belongs =
            |at: usize| self.names(at) && self.name_part(at, NamePart::Countries).is_none();
        if !belongs(last) || self.name_part(start, NamePart::Countries).is_some() {
            return None;
        }
        // "in Alba and Dorn Health Office": two places.
        let first = (free..last).rev().take_while(|&at| self.names(at)).last();
        let before = first.unwrap_or(last);
        let place = self
            .is_before(before, Sense::Name(NamePart::Places))
            .is_some();
        (!place || and.is_none()).then_some(last)
    }

    /// "und Flüchtlinge" behind "Bundesamt für Migration", where every noun is written large: what else a body is for.
    pub fn joined_field(&self, end: usize) -> Option<usize> {
        let next = self.is(end, Sense::Joiner)?;
        let other = self.head_at(next).is_some()
            || self.body_at(next).is_some()
            || self.role_at(next).is_some();
        let large =
            self.lexicon.nouns_are_capitalised && self.is_word(next) && self.is_capital(next);
        (large && !other).then_some(next + 1)
    }

    /// "für Migration": where every noun is written large, one that the lexicon knows is what a body is for too.
    pub fn known_field(&self, at: usize) -> Option<usize> {
        let article = self
            .is_before(at, Sense::Name(NamePart::Determiners))
            .is_some();
        let large = self.lexicon.nouns_are_capitalised && self.is_word(at) && self.is_capital(at);
        let other = self.role_at(at).is_some() || self.name_part(at, NamePart::Countries).is_some();
        (large && !article && !other).then_some(at + 1)
    }
}
