//! What the words around a number say of it: what happened, to whom, how it was counted.

use std::ops::Range;

use crate::entries::MeasureWord;
use crate::numbers::{COUNT, Found, NumberReading, Wanted};
use crate::quantity::Scan;
use crate::reader::Reader;
use crate::sentences::sentences;

/// The unit of shares.
const PERCENT: &str = "percent";
/// How many figures before one are asked whom it counts.
const NEIGHBOURS: usize = 4;
/// How far apart two numbers may be for the second to count the people of the first.
const ELLIPSIS: usize = 14;

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
    /// `new`, `total` or `standing`, only where the text says so.
    pub counting: Option<String>,
    /// How it was counted, only where the text says so.
    pub basis: Option<String>,
    /// The bytes of the name of the place where those counted were.
    pub place: Option<Range<usize>>,
    /// What the text does with the number.
    pub stance: Stance,
    /// The figure that this one is a part of, as its place among the figures of the sentence.
    pub part_of: Option<usize>,
}

/// What a text does with a number. Only [`Stance::Asserts`] makes it somebody's figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stance {
    /// Says that it is so.
    #[default]
    Asserts,
    /// Says that the number is wrong, or not theirs.
    Denies,
    /// Takes back its own.
    Retracts,
    /// Tells an earlier figure as history: the 9 of "rose from 9 to 16".
    Recalls,
    /// Says what it may become.
    Projects,
}

impl Stance {
    /// The word for files and interfaces.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Stance::Asserts => "asserts",
            Stance::Denies => "denies",
            Stance::Retracts => "retracts",
            Stance::Recalls => "recalls",
            Stance::Projects => "projects",
        }
    }
}

impl Reader {
    /// What the sentence around a reading says that it counts. `reading` is one of this text; of another it finds
    /// nothing.
    pub fn hints(&self, text: &str, reading: &NumberReading) -> Hints {
        let found = sentences(text, self.language())
            .into_iter()
            .find(|span| span.start <= reading.span.start && reading.span.start < span.end);
        let Some(sentence) = found else {
            return Hints::default();
        };
        let local =
            reading.span.start - sentence.start..reading.span.end.saturating_sub(sentence.start);
        let Some(part) = text.get(sentence.clone()) else {
            return Hints::default();
        };
        let scan = Scan::new(part, self.lexicon);
        let mut numbers = scan.numbers(Wanted::Figures);
        if !numbers
            .iter()
            .any(|number| overlap(&number.reading.span, &local))
        {
            let Some(chosen) = scan.chosen(&local, reading) else {
                return Hints::default();
            };
            let place = numbers.partition_point(|number| number.tokens.start < chosen.tokens.start);
            numbers.insert(place, chosen);
        }
        let index = numbers
            .iter()
            .position(|number| overlap(&number.reading.span, &local));
        let mut hints = index
            .and_then(|index| scan.hints(&numbers, index).pop())
            .unwrap_or_default();
        hints.counted = hints
            .counted
            .map(|span| span.start + sentence.start..span.end + sentence.start);
        hints
    }

    /// Every figure of a text with its hints, in order.
    pub fn figures(&self, text: &str) -> Vec<(NumberReading, Hints)> {
        let mut figures = Vec::new();
        for sentence in sentences(text, self.language()) {
            let Some(part) = text.get(sentence.clone()) else {
                continue;
            };
            let moved = |span: Range<usize>| span.start + sentence.start..span.end + sentence.start;
            let scan = Scan::new(part, self.lexicon);
            for (mut reading, mut hints) in scan.figures() {
                reading.span = moved(reading.span);
                hints.counted = hints.counted.map(moved);
                hints.place = hints.place.map(moved);
                figures.push((reading, hints));
            }
        }
        figures
    }
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

impl Scan<'_> {
    /// The figures of a sentence with their hints, in order.
    pub(crate) fn figures(&self) -> Vec<(NumberReading, Hints)> {
        let numbers = self.numbers(Wanted::Figures);
        let Some(last) = numbers.len().checked_sub(1) else {
            return Vec::new();
        };
        let hints = self.hints(&numbers, last);
        numbers
            .into_iter()
            .map(|number| number.reading)
            .zip(hints)
            .collect()
    }

    /// The words that a person took for a number, where the reader would not.
    fn chosen(&self, span: &Range<usize>, reading: &NumberReading) -> Option<Found> {
        let start = self
            .tokens
            .iter()
            .position(|token| token.end > span.start)?;
        let end = self
            .tokens
            .iter()
            .position(|token| token.start >= span.end)
            .unwrap_or(self.tokens.len());
        let reading = NumberReading {
            span: span.clone(),
            ..reading.clone()
        };
        (start < end).then_some(Found {
            tokens: start..end,
            after: end,
            reading,
        })
    }

    /// The hints of the numbers up to the one at `last`.
    fn hints(&self, numbers: &[Found], last: usize) -> Vec<Hints> {
        let mut all: Vec<Hints> = Vec::new();
        for (index, number) in numbers.iter().enumerate().take(last + 1) {
            let previous = index.checked_sub(1).and_then(|index| numbers.get(index));
            let next = numbers
                .get(index + 1)
                .map_or(self.tokens.len(), |next| next.tokens.start);
            // A noun that is its own number, or stands before it, goes no further.
            let reach = if number.after < number.tokens.end {
                number.tokens.end
            } else {
                next
            };
            let noun = self.noun(number.after, reach);
            let hit = self.measure(number, &noun, previous, next);
            // Kilometres and dollars are not killed.
            let countable = matches!(number.reading.unit.as_str(), COUNT | PERCENT);
            let word = noun
                .measure
                .or(hit.map(|hit| hit.measure))
                .filter(|_| countable)
                .and_then(|measure| self.lexicon.measures.get(measure));
            let mut hints = Hints {
                measure: word.map(|word| word.measure.clone()),
                severity: word
                    .and_then(|word| word.severity.clone())
                    .or(noun.severity.clone())
                    .or_else(|| self.condition(word?, number.after, next)),
                group: noun.group.clone(),
                counted: self.words(&noun.tokens),
                counting: self.counting(number, &noun, next),
                basis: None,
                place: None,
                stance: if self.recalls(number) {
                    Stance::Recalls
                } else {
                    Stance::Asserts
                },
                part_of: None,
            };
            hints.basis = self
                .basis(number, &noun, previous, next)
                .or(word.and_then(|word| word.basis.clone()));
            if hints.basis.as_deref() == Some("in_hospital")
                && hints.measure.as_deref() == Some("hospitalised")
            {
                hints.basis = None;
            }
            if hints.group.is_none()
                && countable
                && (noun.tokens.is_empty() || noun.measure.is_some())
            {
                hints.group = previous
                    .filter(|p| number.tokens.start.saturating_sub(p.after) <= ELLIPSIS)
                    .and_then(|_| carried(&all));
            }
            all.push(hints);
        }
        all
    }

    /// How badly the injured are, told behind the verb: "three of the injured are in critical condition".
    fn condition(&self, word: &MeasureWord, after: usize, next: usize) -> Option<String> {
        let graded = matches!(word.measure.as_str(), "injured" | "hospitalised");
        (after..next)
            .take_while(|&at| graded && !self.ends_clause(at))
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

/// The group of the figures before, where they leave no doubt.
fn carried(earlier: &[Hints]) -> Option<String> {
    let last = earlier.last()?;
    let doubtful = earlier
        .iter()
        .rev()
        .skip(1)
        .take(NEIGHBOURS)
        .any(|other| other.measure == last.measure && other.group != last.group);
    last.group.clone().filter(|_| !doubtful)
}
