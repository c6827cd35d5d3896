//! Where those are that a number counts: names behind "in" and "near", by their shape, without a list of places.

use std::ops::Range;

use crate::hints::Hints;
use crate::mentions::{Mention, Who};
use crate::numbers::{COUNT, Found, MONEY, PERCENT};
use crate::quantity::Scan;
use crate::sense::{Context, NamePart, Sense};
use crate::token::Kind;

/// How many words may stand between "in" and the kind of place ("in the far eastern district of").
const BEFORE_KIND: usize = 4;
/// How many words may stand between a kind of place and "of", and one more.
const ADJECTIVES: usize = 3;
/// How many numbers may share the place of one behind them.
const SHARING: usize = 4;
/// The most letters of a name in capitals only that is an abbreviation of a body.
const ABBREVIATED: usize = 5;
/// How far from the start of a text the dash of a dateline may stand.
const DATELINE: usize = 10;

/// The name of a place in a sentence.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// Its bytes.
    pub span: Range<usize>,
    tokens: Range<usize>,
}

impl Scan<'_> {
    /// The places that a sentence names, in order: none of them a body or a person. `known` are the bytes of names that
    /// are known to be places.
    pub fn places(&self, mentions: &[Mention], known: &[Range<usize>]) -> Vec<Place> {
        let mut found: Vec<Place> = self.dateline().into_iter().collect();
        let mut at = found.last().map_or(0, |place| place.tokens.end);
        while at < self.tokens.len() {
            let place = self
                .is(at, Sense::Name(NamePart::Places))
                .and_then(|end| self.place_behind(end))
                .or_else(|| self.place_of_kind(at))
                .or_else(|| self.caseless_place(at));
            at = match place {
                Some(place) => {
                    let end = place.tokens.end;
                    found.push(place);
                    end
                }
                None => at + 1,
            };
        }
        found.retain(|place| !self.names_other(mentions, &place.tokens));
        // "la Alta Comisionada": an office, "la Delegación": the head of a body's name.
        found.retain(|place| {
            let at = place.tokens.start;
            let office = self
                .role_at(at)
                .or_else(|| self.head_at(at).map(|(end, _)| (end, false)));
            office.is_none_or(|(end, _)| end < place.tokens.end && end == at + 1)
                || self.is_district(at)
        });
        // "consejero de Emergencias": what an office is for.
        found.retain(|place| {
            let field = self.field_at(place.tokens.start);
            field.is_none_or(|(end, _)| end < place.tokens.end)
        });
        found.retain(|place| {
            let next = known.partition_point(|span| span.end <= place.span.start);
            known
                .get(next)
                .is_none_or(|span| place.span.end <= span.start)
        });
        found.extend(known.iter().map(|span| {
            let tokens = self.tokens.partition_point(|token| token.end <= span.start)
                ..self.tokens.partition_point(|token| token.start < span.end);
            Place {
                span: span.clone(),
                tokens,
            }
        }));
        found.sort_by_key(|place| place.span.start);
        found
    }

    /// "KERALIN (Reuters) -".
    fn dateline(&self) -> Option<Place> {
        let end = (0..self.tokens.len())
            .take(DATELINE)
            .find(|&at| !self.is_shouted(at))?;
        let opened = self.is_mark(end, '(') || self.is_mark(end, ',') || self.is_dash(end);
        let dashed = (end..self.tokens.len())
            .take(DATELINE)
            .any(|at| self.is_dash(at) && self.adjacent(at).is_none());
        (opened && dashed).then(|| self.place(0..end)).flatten()
    }

    fn is_dash(&self, at: usize) -> bool {
        ['-', '\u{2013}', '\u{2014}']
            .into_iter()
            .any(|dash| self.is_mark(at, dash))
    }

    fn is_shouted(&self, at: usize) -> bool {
        let word = self
            .token(at)
            .filter(|token| token.kind == Kind::Word)
            .and_then(|token| self.text.get(token.span()));
        word.is_some_and(|word| word.chars().count() > 2 && word.chars().all(char::is_uppercase))
    }

    /// The place whose name begins at `at`, behind an article, an adjective or the kind of place.
    fn place_behind(&self, at: usize) -> Option<Place> {
        let at = self.context(at, Context::Definite).unwrap_or(at);
        if self.begins_name(at) {
            return self.named(at);
        }
        for word in (at..at + BEFORE_KIND).take_while(|&word| self.is_small(word)) {
            if let Some(end) = self.context(word, Context::PlaceKind) {
                let end = if self.is_mark(end, ',') { end + 1 } else { end };
                return self.begins_name(end).then(|| self.named(end)).flatten();
            }
        }
        // "in northern Varland".
        let adjective = self.is_plain(at) && self.context(at, Context::Function).is_none();
        (adjective && self.begins_name(at + 1))
            .then(|| self.named(at + 1))
            .flatten()
    }

    /// A place in a script without capitals: "بلدة بيت زيتا", "في دمشق".
    fn caseless_place(&self, at: usize) -> Option<Place> {
        if let Some(kind) = self.context(at, Context::PlaceKind)
            && let Some(end) = self.caseless_place_end(kind)
        {
            return self.place(kind..end);
        }
        let name = self
            .is(at, Sense::Name(NamePart::Places))
            .filter(|&name| self.is_caseless(name))?;
        self.place(name..self.name_part(name, NamePart::Countries)?)
    }

    /// "la ville côtière de Port-Lorne": a kind of place with its name, whatever stands before it.
    fn place_of_kind(&self, at: usize) -> Option<Place> {
        let kind = self.context(at, Context::PlaceKind)?;
        if self.is(kind - 1, Sense::Name(NamePart::Of)) == Some(kind) && self.begins_name(kind) {
            return self.named(kind);
        }
        (kind..kind + ADJECTIVES)
            .take_while(|&word| word == kind || self.is_small(word - 1))
            .find_map(|word| {
                let end = self.is(word, Sense::Name(NamePart::Of))?;
                self.begins_name(end).then(|| self.named(end)).flatten()
            })
    }

    fn begins_name(&self, at: usize) -> bool {
        let excluded = [
            Context::Month,
            Context::CapitalMonth,
            Context::Day,
            Context::Label,
            Context::Function,
        ];
        self.token(at)
            .is_some_and(|token| token.kind == Kind::Word && token.capital)
            && excluded
                .into_iter()
                .all(|word| self.context(at, word).is_none())
            // Where every noun is written large a name is what no list of nouns holds.
            && !(self.lexicon.nouns_are_capitalised
                && self.is(at, Sense::Name(NamePart::NotNames)).is_some())
    }

    /// Where the name of a place that begins at `start` ends: "Vila Nova do Alva", "Sant'Egidio".
    fn place_end(&self, start: usize) -> usize {
        let mut end = start + 1;
        loop {
            let joined = self
                .name_part(end, NamePart::Joins)
                .filter(|_| self.is(end, Sense::Joiner).is_none())
                .filter(|&next| self.begins_name(next) && self.head_at(next).is_none());
            let elided = self.is_mark(end, '\'') && self.is_tight(end) && self.begins_name(end + 1);
            if self.begins_name(end) {
                end += 1;
            } else if let Some(next) = joined {
                end = next + 1;
            } else if elided || self.past_hyphen(end) > end && self.is_word(end + 1) {
                end += 2;
            } else {
                return end;
            }
        }
    }

    fn named(&self, start: usize) -> Option<Place> {
        // "en La Gavia", "de Al Qasr": an article written large is of the name.
        let article = start.checked_sub(1).filter(|&before| {
            let small = self.context(before, Context::Definite) == Some(start)
                || self.name_part(before, NamePart::Joins) == Some(start);
            small && before > 0 && self.is_capital(before)
        });
        let place = self.place(article.unwrap_or(start)..self.place_end(start))?;
        let name = self.text.get(place.span.clone())?;
        let abbreviated =
            name.chars().count() <= ABBREVIATED && name.chars().all(char::is_uppercase);
        (!abbreviated).then_some(place)
    }

    fn place(&self, tokens: Range<usize>) -> Option<Place> {
        let span = self.token(tokens.start)?.start..self.token(tokens.end.checked_sub(1)?)?.end;
        Some(Place { span, tokens })
    }

    /// The bytes of the place of each number: its own, else one that the sentence names for several.
    pub fn places_of(
        &self,
        numbers: &[Found],
        told: &[Hints],
        places: &[Place],
    ) -> Vec<Option<Range<usize>>> {
        let mut own: Vec<Option<&Place>> = vec![None; numbers.len()];
        let mut loose: Option<&Place> = None;
        for place in places {
            let next = numbers.partition_point(|number| number.tokens.start < place.tokens.start);
            // "In Selin 18 died, in Marsa 12": the number against it is the one meant.
            let against = numbers
                .get(next)
                .is_some_and(|number| number.tokens.start == place.tokens.end)
                .then_some(next);
            let behind = next.checked_sub(1).filter(|&before| {
                numbers
                    .get(before)
                    .is_some_and(|number| !self.parted(number.after, place.tokens.start))
            });
            let holder = against.or(behind);
            match holder.and_then(|before| own.get_mut(before)) {
                Some(slot) if slot.is_none() => *slot = Some(place),
                Some(_) => {}
                None if loose.is_none() => loose = Some(place),
                None => {}
            }
        }
        let mut found: Vec<Option<Range<usize>>> = Vec::with_capacity(numbers.len());
        let mut last: Option<&Place> = None;
        for (index, hints) in told.iter().enumerate() {
            let mine = own.get(index).copied().flatten();
            let shared = || {
                let later = (index + 1..own.len())
                    .take(SHARING)
                    .find(|&later| own.get(later).is_some_and(Option::is_some))?;
                let other = told.get(later)?;
                let apart = other.part_of == Some(index) || other.measure == hints.measure;
                own.get(later).copied().flatten().filter(|_| !apart)
            };
            let before = loose.filter(|place| {
                numbers
                    .get(index)
                    .is_some_and(|number| place.tokens.start < number.tokens.start)
            });
            last = mine.or(last);
            let place = mine
                .or(before.filter(|_| last.is_none()))
                .or(last)
                .or_else(shared)
                .or(loose);
            // Distances and temperatures lie nowhere.
            let lies = numbers.get(index).is_some_and(|number| {
                matches!(number.reading.unit.as_str(), COUNT | PERCENT | MONEY)
            });
            found.push(place.filter(|_| lies).map(|place| place.span.clone()));
        }
        found
    }

    fn parted(&self, from: usize, to: usize) -> bool {
        (from..to).any(|at| self.ends_clause(at) || self.context(at, Context::Clause).is_some())
    }

    /// Whether some tokens lie in what is mentioned as a body or a person, and not in one that is called after its place:
    /// "il comune di Monteverna".
    fn names_other(&self, mentions: &[Mention], tokens: &Range<usize>) -> bool {
        let first = mentions.partition_point(|mention| mention.tokens.end <= tokens.start);
        mentions
            .iter()
            .skip(first)
            .take_while(|mention| mention.tokens.start < tokens.end)
            .any(|mention| {
                let start = mention.tokens.start;
                let of_place = start < tokens.start && self.is_district(start);
                // "205 agentes em Vila Nova", "el alcalde de Vila Nova": what somebody is may tell where.
                let office = start < tokens.start
                    && !self.is_capital(start)
                    && matches!(mention.who, Who::Unnamed { .. } | Who::Office { .. });
                !of_place && !office && !matches!(mention.who, Who::Place | Who::Country)
            })
    }

    /// Whether a word tells a kind of place that has an office of the same name: "municipio", "comune".
    pub fn is_district(&self, at: usize) -> bool {
        let office = self.head_at(at);
        // "the port authority" is no port.
        let place = self.context(at, Context::PlaceKind);
        office.is_some_and(|(end, kind)| {
            kind == "local_authority" && place.is_some_and(|place| place >= end)
        })
    }
}
