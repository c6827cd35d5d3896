//! What the words around a number say of it: what happened, to whom, where, how it was counted.

use std::ops::Range;

use crate::counting::TOTAL;
use crate::mentions::Mention;
use crate::noun::{Noun, OTHER};
use crate::numbers::{COUNT, Found, NumberReading, PERCENT, Wanted};
use crate::quantity::Scan;
use crate::reader::{Reader, blocks};
use crate::sense::Context;
use crate::sentences::sentences_of;
use crate::stance::Stance;

/// How many words there may be from "were" to a number.
const COPULA: usize = 4;
/// The group of people of whom nothing else is said.
pub(crate) const PERSONS: &str = "persons";
/// The group of people of a kind that the vocabulary has no word for.
const OTHER_PERSONS: &str = "other";

/// A draft of what a number counts, to be confirmed by a person. Words are those of the vocabularies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hints {
    /// What happened to those counted ("killed").
    pub measure: Option<String>,
    /// How badly they are injured.
    pub severity: Option<String>,
    /// Who is counted ("security_forces"); the narrowest group that holds all that are named.
    pub group: Option<String>,
    /// The bytes of the words that say what is counted ("policiers et militaires"); absent where they are implied.
    pub counted: Option<Range<usize>>,
    /// The bytes of the name of the place, which may stand in a sentence before.
    pub place: Option<Range<usize>>,
    /// `new`, `total` or `standing`, only where the text says so.
    pub counting: Option<String>,
    /// How it was counted, only where the text says so.
    pub basis: Option<String>,
    /// How the text stands to the number.
    pub stance: Stance,
    /// The place, among the figures of the text, of the one that this is a part of.
    pub part_of: Option<usize>,
}

/// What the sentences before leave to be understood.
#[derive(Clone, Debug, Default)]
pub(crate) struct Understood {
    place: Option<Range<usize>>,
    /// Measure and group of the last persons counted.
    persons: Option<(String, Option<String>)>,
}

impl Reader {
    /// Every figure of a text with its hints, in order.
    pub fn figures(&self, text: &str) -> Vec<(NumberReading, Hints)> {
        self.figures_among(text, &[])
    }

    /// The same where the bytes of some names are known to be places, in order and apart from each other.
    pub fn figures_among(&self, text: &str, known: &[Range<usize>]) -> Vec<(NumberReading, Hints)> {
        let mut figures = Vec::new();
        for block in blocks(text) {
            let Some(part) = text.get(block.clone()) else {
                continue;
            };
            let mut understood = Understood::default();
            for sentence in sentences_of(part, self.lexicon) {
                let Some(words) = part.get(sentence.clone()) else {
                    continue;
                };
                let span = sentence.start + block.start..sentence.end + block.start;
                let inside: Vec<Range<usize>> = known
                    .iter()
                    .skip(known.partition_point(|place| place.start < span.start))
                    .take_while(|place| place.end <= span.end)
                    .map(|place| place.start - span.start..place.end - span.start)
                    .collect();
                let scan = Scan::new(words, self.lexicon);
                let first = figures.len();
                let told = scan.figures(span.start, &scan.mentions(), &inside, &mut understood);
                figures.extend(told.into_iter().map(|(number, mut hints)| {
                    hints.part_of = hints.part_of.map(|whole| whole + first);
                    (number, hints)
                }));
            }
        }
        figures
    }
}

impl Scan<'_> {
    /// The figures of a sentence that begins at the byte `base` of a text, in order. Their spans are of the text, their
    /// wholes are counted within the sentence. `known` are the bytes in the sentence of names known to be places.
    pub(crate) fn figures(
        &self,
        base: usize,
        mentions: &[Mention],
        known: &[Range<usize>],
        understood: &mut Understood,
    ) -> Vec<(NumberReading, Hints)> {
        let moved = |span: Range<usize>| span.start + base..span.end + base;
        let numbers = self.numbers(Wanted::Figures);
        let places = self.places(mentions, known);
        let mut told = self.hints(&numbers, understood.persons.as_ref());
        let at = self.places_of(&numbers, &told, &places);
        for (hints, place) in told.iter_mut().zip(at) {
            let carried = || understood.place.clone().filter(|_| hints.measure.is_some());
            hints.place = place.map(moved).or_else(carried);
            hints.counted = hints.counted.take().map(moved);
        }
        if let Some(place) = places.last() {
            understood.place = Some(moved(place.span.clone()));
        }
        if let Some(last) = told
            .iter()
            .rfind(|hints| hints.group.is_some() && hints.part_of.is_none())
        {
            let group = last.group.clone();
            understood.persons = last.measure.clone().map(|measure| (measure, group));
        }
        let readings = numbers.into_iter().map(|number| NumberReading {
            span: moved(number.reading.span.clone()),
            ..number.reading
        });
        readings.zip(told).collect()
    }

    /// The hints of all numbers of a sentence. `before` is what the last persons of the sentence before were counted
    /// for.
    fn hints(&self, numbers: &[Found], before: Option<&(String, Option<String>)>) -> Vec<Hints> {
        let nouns = self.nouns(numbers);
        let parts = self.parts(numbers, &nouns);
        let mut all: Vec<Hints> = Vec::new();
        for (index, (number, noun)) in numbers.iter().zip(&nouns).enumerate() {
            // Kilometres and dollars are not killed.
            let countable = matches!(number.reading.unit.as_str(), COUNT | PERCENT);
            let hints = if countable {
                self.of_count(numbers, &nouns, &parts, index, &all, before)
            } else {
                Hints {
                    counted: self.words(&noun.tokens),
                    ..Hints::default()
                }
            };
            all.push(Hints {
                stance: self.stance(number, index.checked_sub(1).and_then(|at| numbers.get(at))),
                part_of: parts.get(index).copied().flatten(),
                ..hints
            });
        }
        self.share_with_parts(&nouns, &mut all);
        all
    }

    /// The hints of a number that counts persons or things.
    fn of_count(
        &self,
        numbers: &[Found],
        nouns: &[Noun],
        parts: &[Option<usize>],
        index: usize,
        earlier: &[Hints],
        before: Option<&(String, Option<String>)>,
    ) -> Hints {
        let (Some(number), Some(noun)) = (numbers.get(index), nouns.get(index)) else {
            return Hints::default();
        };
        let previous = index.checked_sub(1).and_then(|at| numbers.get(at));
        let next = numbers
            .get(index + 1)
            .map_or(self.tokens.len(), |next| next.tokens.start);
        let whole = parts.get(index).copied().flatten();
        // "7.4 percent" of nothing that is named is no share of persons.
        let share = number.reading.unit == PERCENT && noun.is_silent();
        let found = self.measure(numbers, nouns, index).filter(|_| !share);
        let word = found.and_then(|measure| self.lexicon.measures.get(measure));
        let mut hints = Hints {
            measure: word.map(|word| word.measure.clone()),
            severity: word
                .and_then(|word| word.severity.clone())
                .or(noun.severity.clone()),
            group: noun.group.clone(),
            counted: self.words(&noun.tokens),
            ..Hints::default()
        };
        let model = whole.and_then(|whole| earlier.get(whole)).or_else(|| {
            earlier
                .last()
                .filter(|_| !share && self.follows(numbers, nouns, index))
        });
        if hints.measure.is_none() {
            let implied = model.and_then(|model| model.measure.clone());
            let fits = implied
                .as_deref()
                .is_some_and(|measure| noun.can_be(measure));
            hints.measure = implied.filter(|_| fits);
        }
        // "6 gravely injured and 92 slightly".
        if hints.measure.is_none() && noun.severity.is_some() && noun.group.is_none() {
            hints.measure = earlier
                .last()
                .filter(|last| last.severity.is_some())
                .and_then(|last| last.measure.clone());
        }
        let alone = noun.is_silent() && earlier.is_empty() && whole.is_none();
        if let Some((measure, group)) = before.filter(|_| alone && hints.measure.is_none()) {
            hints.measure = Some(measure.clone());
            hints.group = group.clone();
        }
        if hints.group.is_none() && noun.leaves_group_open() && !share {
            let shared = || {
                // "150 had been released" behind "ten detainees were freed".
                let same = |last: &&Hints| noun.is_silent() && last.measure == hints.measure;
                // A part is a parenthesis: "18 civilians, among them 5 children, were killed here and 22 there".
                let around = earlier.last()?.part_of.and_then(|whole| earlier.get(whole));
                around
                    .or(earlier.last())
                    .filter(|last| self.shares_people(numbers, nouns, index) || same(last))
            };
            hints.group = model
                .filter(|_| whole.is_some())
                .or_else(shared)
                .and_then(|model| model.group.clone());
        }
        let of_persons = hints
            .measure
            .as_deref()
            .is_some_and(|measure| measure == OTHER || Noun::PERSONAL.contains(&measure));
        // "7,000 afectados": a noun that is the measure counts persons.
        let named = noun.measure.is_some() && !noun.modified && !noun.thing;
        if hints.group.is_none() && (of_persons || named) {
            let group = if noun.leaves_group_open() {
                PERSONS
            } else {
                OTHER_PERSONS
            };
            hints.group = (!noun.thing).then(|| group.to_owned());
        }
        if hints.measure.is_none() && hints.group.is_none() && noun.is_silent() && !share {
            hints.group = self.subject_group(number, previous);
        }
        if hints.measure.is_none() && hints.group.is_some() {
            hints.measure = Some(OTHER.to_owned());
        }
        if hints.severity.is_none() {
            hints.severity = hints
                .measure
                .as_deref()
                .and_then(|measure| self.condition(measure, number.after, next));
        }
        if hints.severity.is_some()
            && !matches!(hints.measure.as_deref(), Some("injured" | "hospitalised"))
        {
            hints.severity = None;
        }
        // "The city has had 2 million inhabitants since": what is, is no count of what happened.
        hints.counting = self
            .counting(number, noun, previous, next)
            .filter(|word| word != TOTAL || hints.measure.as_deref() != Some(OTHER));
        hints.basis = self
            .basis(number, noun, previous, next)
            .or(word.and_then(|word| word.basis.clone()));
        if hints.basis.as_deref() == Some("in_hospital")
            && hints.measure.as_deref() == Some("hospitalised")
        {
            hints.basis = None;
        }
        hints
    }

    /// Who "were" so many: "the marchers in the capital were about 8,000".
    fn subject_group(&self, number: &Found, previous: Option<&Found>) -> Option<String> {
        let start = number.tokens.start;
        let copula = (start.saturating_sub(COPULA)..start)
            .rev()
            .take_while(|&at| self.is_word(at))
            .find(|&at| self.context(at, Context::Passive).is_some())?;
        let open = previous.map_or(0, |previous| previous.after);
        let clause = (open..copula)
            .rev()
            .take_while(|&at| !self.ends_clause(at) && !self.is_mark(at, ','))
            .last()?;
        let (_, group) = (clause..copula).find_map(|at| self.group_at(at))?;
        self.lexicon.groups.get(group).cloned()
    }

    /// Gives parts that stand before their whole ("31 of the 54 passengers") what they leave to it.
    fn share_with_parts(&self, nouns: &[Noun], all: &mut [Hints]) {
        for index in 0..all.len() {
            let Some(whole) = all.get(index).and_then(|hints| hints.part_of) else {
                continue;
            };
            let silent = nouns.get(index).is_some_and(Noun::is_silent);
            let Some(model) = all.get(whole).cloned().filter(|_| silent && whole > index) else {
                continue;
            };
            if let Some(hints) = all.get_mut(index) {
                if model.group.is_some() {
                    hints.group = model.group;
                }
                hints.measure = hints.measure.take().or(model.measure);
            }
        }
    }

    /// How badly the injured are, told behind the verb: "three of the injured are in critical condition".
    fn condition(&self, measure: &str, after: usize, next: usize) -> Option<String> {
        let graded = matches!(measure, "injured" | "hospitalised");
        (after..next)
            .take_while(|&at| {
                // "feridas, uma das quais com gravidade": of the one alone.
                let part = at > after && self.context(at, Context::Relative).is_some();
                graded && !part && !self.ends_clause(at)
            })
            .find_map(|at| self.severity(at))
            .map(|(_, word)| word)
    }

    fn words(&self, tokens: &Range<usize>) -> Option<Range<usize>> {
        let last = tokens
            .end
            .checked_sub(1)
            .filter(|&last| last >= tokens.start)?;
        Some(self.token(tokens.start)?.start..self.token(last)?.end)
    }
}
