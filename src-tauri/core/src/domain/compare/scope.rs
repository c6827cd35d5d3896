//! What a figure counts, as understood in a comparison, and which scope lies inside which.

use std::borrow::Cow;
use std::collections::HashMap;

use super::input::{Figure, Input, Place};
use crate::domain::date::{Date, Span};
use crate::domain::vocabulary::{Counting, Vocabulary, WordId};

/// All of time: nothing is known of a period.
pub(super) const ALL_TIME: Span = Span {
    begin: i64::MIN,
    end: i64::MAX,
};

/// What a row holds the figures of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key {
    pub(super) event: Option<u32>,
    pub(super) measure: Option<WordId>,
    pub(super) severity: Option<WordId>,
    pub(super) unit: u32,
    pub(super) group: Option<WordId>,
    pub(super) place: Option<u32>,
    pub(super) period: Span,
    pub(super) counting: Counting,
}

/// The axes on which one scope can lie inside another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum ScopeAxis {
    Group,
    Place,
    Period,
    Severity,
    Measure,
}

/// Reads figures' scopes: fills in what is understood and knows the trees.
pub(super) struct Scopes<'a> {
    input: &'a Input,
    pub(super) places: Places,
    persons: Option<WordId>,
    other_measure: Option<WordId>,
    other_group: Option<WordId>,
    units: Vec<u32>,
}

impl<'a> Scopes<'a> {
    pub(super) fn of(input: &'a Input) -> Scopes<'a> {
        Scopes {
            input,
            places: Places::of(&input.places),
            persons: input.words.groups.find("persons"),
            other_measure: input.words.measures.find("other"),
            other_group: input.words.groups.find("other"),
            units: firsts(&input.units),
        }
    }

    /// The scope of a figure, as understood: a missing group is persons unless the measure counts things, a missing
    /// place or period the event's, a missing period of new ones the date of the figure's time, a missing counting
    /// the measure's usual one.
    pub(super) fn key(&self, figure: &Figure) -> Key {
        let event = figure
            .event
            .and_then(|index| Input::row(&self.input.events, index));
        let words = &self.input.words;
        let counting = figure
            .counting
            .unwrap_or_else(|| words.default_counting(figure.measure));
        let counts_persons = figure
            .measure
            .is_none_or(|measure| !words.counts_things(measure));
        let unit = Input::row(&self.units, figure.unit)
            .copied()
            .unwrap_or(figure.unit);
        Key {
            event: figure.event.filter(|_| event.is_some()),
            measure: figure.measure,
            severity: figure.severity,
            unit,
            group: figure.group.or(self.persons.filter(|_| counts_persons)),
            place: figure.place.or_else(|| event.and_then(|event| event.place)),
            period: self
                .period(figure, counting)
                .map_or(ALL_TIME, |period| period.span()),
            counting,
        }
    }

    /// The period of a figure as understood; nothing where nothing is known.
    pub(super) fn period(&self, figure: &Figure, counting: Counting) -> Option<Period<'a>> {
        let input = self.input;
        let date = |index: Option<u32>| {
            index
                .and_then(|index| Input::row(&input.dates, index))
                .map(Cow::Borrowed)
        };
        let stated = Period::between(date(figure.period_start), date(figure.period_end));
        let of_time = || {
            let time = date(input.time_of(figure))
                .filter(|_| counting == Counting::New)?
                .without_time();
            Period::between(Some(Cow::Owned(time.clone())), Some(Cow::Owned(time)))
        };
        let of_event = || {
            let event = figure
                .event
                .and_then(|index| Input::row(&input.events, index))?;
            Period::between(date(event.from), date(event.to))
        };
        stated.or_else(of_time).or_else(of_event)
    }

    /// Whether figures of such a scope are compared with no other: the measure is unknown or `other`, or the group is.
    pub(super) fn is_incomparable(&self, key: &Key) -> bool {
        key.measure.is_none()
            || key.measure == self.other_measure
            || (key.group.is_some() && key.group == self.other_group)
    }

    /// What the scopes are read from.
    pub(super) fn input(&self) -> &'a Input {
        self.input
    }

    /// The place of an event.
    pub(super) fn place_of_event(&self, event: Option<u32>) -> Option<u32> {
        event
            .and_then(|event| Input::row(&self.input.events, event))
            .and_then(|event| event.place)
    }

    /// The place of the event of a scope.
    pub(super) fn event_place(&self, key: &Key) -> Option<u32> {
        self.place_of_event(key.event)
    }

    /// The axes on which two scopes differ.
    pub(super) fn differences(a: &Key, b: &Key) -> impl Iterator<Item = ScopeAxis> {
        [
            (ScopeAxis::Group, a.group != b.group),
            (ScopeAxis::Place, a.place != b.place),
            (ScopeAxis::Period, a.period != b.period),
            (ScopeAxis::Severity, a.severity != b.severity),
            (ScopeAxis::Measure, a.measure != b.measure),
        ]
        .into_iter()
        .filter_map(|(axis, differs)| differs.then_some(axis))
    }

    /// The words that are a group, severity or measure or that it lies inside, from the innermost outwards.
    pub(super) fn word_chain(
        words: &Vocabulary,
        word: Option<WordId>,
    ) -> impl Iterator<Item = WordId> {
        word.into_iter().flat_map(|word| words.chain(word))
    }
}

/// A period with the dates it was given by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Period<'a> {
    start: Option<Cow<'a, Date>>,
    end: Option<Cow<'a, Date>>,
}

impl<'a> Period<'a> {
    fn between(start: Option<Cow<'a, Date>>, end: Option<Cow<'a, Date>>) -> Option<Period<'a>> {
        (start.is_some() || end.is_some()).then_some(Period { start, end })
    }

    fn span(&self) -> Span {
        Span {
            begin: self
                .start
                .as_ref()
                .map_or(ALL_TIME.begin, |date| date.begin()),
            end: self.end.as_ref().map_or(ALL_TIME.end, |date| date.end()),
        }
    }

    /// `start/end`, an open side `..`.
    pub(super) fn text(&self) -> String {
        let side = |date: &Option<Cow<'a, Date>>| {
            date.as_ref().map_or("..", |date| date.as_str()).to_owned()
        };
        side(&self.start) + "/" + &side(&self.end)
    }
}

/// Whether period `a` lies inside `b` or is the same.
pub(super) fn is_within(a: Span, b: Span) -> bool {
    b.begin <= a.begin && a.end <= b.end
}

/// The tree of places. In an event, every place whose tree is not the event's place's lies inside the event's place.
pub(super) struct Places {
    parents: Vec<Option<u32>>,
    roots: Vec<u32>,
}

impl Places {
    fn of(places: &[Place]) -> Places {
        let numbers = || (0..).take(places.len());
        let mut parents: Vec<Option<u32>> = places
            .iter()
            .map(|place| {
                place
                    .parent
                    .filter(|&parent| Input::row(places, parent).is_some())
            })
            .collect();
        let mut roots: Vec<Option<u32>> = vec![None; places.len()];
        for place in numbers() {
            let mut path = Vec::new();
            let mut at = place;
            let root = loop {
                if let Some(Some(root)) = Input::row(&roots, at) {
                    break *root;
                }
                if path.contains(&at) {
                    // A circle, which no project that was written by the rules has: it is cut here.
                    set(&mut parents, at, None);
                    break at;
                }
                path.push(at);
                match Input::row(&parents, at) {
                    Some(Some(parent)) => at = *parent,
                    _ => break at,
                }
            };
            for step in path {
                set(&mut roots, step, Some(root));
            }
        }
        let roots = numbers()
            .zip(roots)
            .map(|(place, root)| root.unwrap_or(place))
            .collect();
        Places { parents, roots }
    }

    /// The place that a place lies directly inside, in an event at `event_place`.
    pub(super) fn parent(&self, place: u32, event_place: Option<u32>) -> Option<u32> {
        let parent = Input::row(&self.parents, place).copied().flatten();
        parent.or_else(|| {
            event_place.filter(|&event_place| self.root(event_place) != self.root(place))
        })
    }

    /// A place and all that it lies inside, from the innermost outwards, in an event at `event_place`.
    pub(super) fn chain(
        &self,
        place: Option<u32>,
        event_place: Option<u32>,
    ) -> impl Iterator<Item = u32> {
        std::iter::successors(place, move |&place| self.parent(place, event_place))
    }

    fn root(&self, place: u32) -> u32 {
        Input::row(&self.roots, place).copied().unwrap_or(place)
    }
}

fn set<T>(list: &mut [T], index: u32, value: T) {
    if let Some(slot) = usize::try_from(index)
        .ok()
        .and_then(|index| list.get_mut(index))
    {
        *slot = value;
    }
}

/// For each text the index of the first that is the same.
pub(super) fn firsts<T: AsRef<str>>(texts: &[T]) -> Vec<u32> {
    let mut seen: HashMap<&str, u32> = HashMap::new();
    (0..)
        .zip(texts)
        .map(|(index, text)| *seen.entry(text.as_ref()).or_insert(index))
        .collect()
}
