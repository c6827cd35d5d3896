//! Which rows lie inside which.

use super::hash::{NumberMap, NumberSet};
use super::scope::{Key, ScopeAxis, Scopes, is_within};
use super::table::{Fig, Table};
use crate::domain::date::Span;
use crate::domain::vocabulary::{Counting, WordId};

/// A row inside another of one event, unit and counting: on every axis it equals the other or lies inside it, on one at
/// least it lies inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Inside {
    pub(super) whole: u32,
    pub(super) part: u32,
    /// The axis on which they differ, where it is only one.
    pub(super) axis: Option<ScopeAxis>,
}

/// Every row with figures that count inside every other, by whole row. `current` are the rows' figures that count.
///
/// A row is looked for under the words and places above it, not compared with every other.
pub(super) fn find(table: &Table<'_>, current: &[Vec<&Fig>]) -> Vec<Inside> {
    let mut families: NumberMap<(Option<u32>, u32, Counting), Family> = NumberMap::default();
    let rows = || {
        let numbered = (0_u32..).zip(table.rows.iter().zip(current));
        numbered
            .filter(|(_, (row, figs))| !row.alone && !figs.is_empty())
            .map(|(number, (row, _))| (number, &row.key))
    };
    for (number, key) in rows() {
        families
            .entry((key.event, key.unit, key.counting))
            .or_default()
            .add(number, key);
    }
    for family in families.values_mut() {
        family.by_axes.values_mut().for_each(Periods::sort);
    }
    let mut inside = Vec::new();
    for (number, key) in rows() {
        if let Some(family) = families.get(&(key.event, key.unit, key.counting)) {
            family.wholes(table, number, key, &mut inside);
        }
    }
    inside.sort_unstable();
    inside
}

/// Measure, severity, group, place.
type Axes = (Option<WordId>, Option<WordId>, Option<WordId>, Option<u32>);

/// The rows of one event, unit and counting.
#[derive(Default)]
struct Family {
    by_axes: NumberMap<Axes, Periods>,
    measures: NumberSet<Option<WordId>>,
    severities: NumberSet<Option<WordId>>,
    groups: NumberSet<Option<WordId>>,
    places: NumberSet<Option<u32>>,
}

impl Family {
    fn add(&mut self, row: u32, key: &Key) {
        let axes = (key.measure, key.severity, key.group, key.place);
        self.by_axes
            .entry(axes)
            .or_default()
            .rows
            .push((key.period, row));
        self.measures.insert(key.measure);
        self.severities.insert(key.severity);
        self.groups.insert(key.group);
        self.places.insert(key.place);
    }

    /// Adds every row that a row lies inside.
    fn wholes(&self, table: &Table<'_>, row: u32, key: &Key, inside: &mut Vec<Inside>) {
        let words = &table.input.words;
        let used = |chain: &mut dyn Iterator<Item = u32>,
                    of: &NumberSet<Option<u32>>|
         -> Vec<Option<u32>> {
            chain.map(Some).filter(|word| of.contains(word)).collect()
        };
        let measures = used(
            &mut Scopes::word_chain(&words.measures, key.measure),
            &self.measures,
        );
        let mut severities = used(
            &mut Scopes::word_chain(&words.severities, key.severity),
            &self.severities,
        );
        // Every severity lies inside none.
        severities.extend(self.severities.get(&None));
        let mut groups = used(
            &mut Scopes::word_chain(&words.groups, key.group),
            &self.groups,
        );
        groups.extend(Some(None).filter(|_| key.group.is_none()));
        let event_place = table.scopes.event_place(key);
        let mut places = used(
            &mut table.scopes.places.chain(key.place, event_place),
            &self.places,
        );
        // No place is the whole, and only where the event has none.
        places.extend(self.places.get(&None));
        for &measure in &measures {
            for &severity in &severities {
                for &group in &groups {
                    for &place in &places {
                        let Some(periods) = self.by_axes.get(&(measure, severity, group, place))
                        else {
                            continue;
                        };
                        periods.containing(key.period, &mut |whole| {
                            if whole != row {
                                let axis = table
                                    .row(whole)
                                    .and_then(|whole| only_difference(key, &whole.key));
                                inside.push(Inside {
                                    whole,
                                    part: row,
                                    axis,
                                });
                            }
                        });
                    }
                }
            }
        }
    }
}

/// The axis on which two scopes differ, where it is only one.
pub(super) fn only_difference(a: &Key, b: &Key) -> Option<ScopeAxis> {
    let mut differences = Scopes::differences(a, b);
    differences.next().filter(|_| differences.next().is_none())
}

/// Rows that differ in nothing but their periods.
#[derive(Default)]
struct Periods {
    /// By beginning.
    rows: Vec<(Span, u32)>,
    /// The latest end of each half, quarter and so on of the rows: a tree whose node `n` has the children `2n`, `2n + 1`.
    latest: Vec<i64>,
}

impl Periods {
    fn sort(&mut self) {
        self.rows.sort_unstable();
        let leaves = self.rows.len().next_power_of_two();
        self.latest = vec![i64::MIN; 2 * leaves];
        for (index, (period, _)) in self.rows.iter().enumerate() {
            let mut node = leaves + index;
            while let Some(latest) = self.latest.get_mut(node) {
                *latest = period.end.max(*latest);
                if node == 1 {
                    break;
                }
                node /= 2;
            }
        }
    }

    /// Calls `found` with every row whose period contains this one or is the same.
    fn containing(&self, period: Span, found: &mut impl FnMut(u32)) {
        let begun = self
            .rows
            .partition_point(|(other, _)| other.begin <= period.begin);
        self.search(1, 0, self.latest.len() / 2, begun, period, found);
    }

    /// The rows of one node, which has `len` leaves from `from` on, among the first `begun`.
    fn search(
        &self,
        node: usize,
        from: usize,
        len: usize,
        begun: usize,
        period: Span,
        found: &mut impl FnMut(u32),
    ) {
        if from >= begun
            || self
                .latest
                .get(node)
                .is_none_or(|&latest| latest < period.end)
        {
            return;
        }
        if len > 1 {
            self.search(2 * node, from, len / 2, begun, period, found);
            self.search(2 * node + 1, from + len / 2, len / 2, begun, period, found);
        } else if let Some(&(other, row)) = self.rows.get(from)
            && is_within(period, other)
        {
            found(row);
        }
    }
}

#[cfg(test)]
#[allow(clippy::indexing_slicing, clippy::unwrap_used)]
mod tests {
    use std::collections::HashSet;

    use onrecord_reading::{Amount, Qualifier};
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::domain::compare::input::{Event, Figure, Input, Place};
    use crate::domain::date::Date;
    use crate::domain::vocabulary::Stance;

    const DATES: [&str; 4] = ["2022-01-08", "2022-01-09", "2022-01", "2022"];

    type Scope = (
        Option<u32>,
        Option<u32>,
        Option<u32>,
        Option<u32>,
        Option<u32>,
        u32,
        u32,
    );

    fn scope() -> impl Strategy<Value = Scope> {
        let any = |count: u32| prop::option::of(0..count);
        (any(8), any(5), any(4), any(4), any(2), 0..3_u32, 0..2_u32)
    }

    fn project(scopes: &[Scope]) -> Input {
        let place = |name: &str, parent| Place {
            name: name.to_owned(),
            parent,
        };
        let figure = |at: u32, &(group, place, start, end, severity, measure, event): &Scope| {
            let number = Some(Amount::from(1));
            Figure {
                id: Uuid::from_u128(u128::from(at)),
                event: Some(event),
                source: None,
                speaker: Some(at),
                outlet: None,
                via: 0..0,
                measure: Some(measure),
                severity,
                group,
                basis: None,
                unit: 0,
                place,
                period_start: start,
                period_end: end,
                as_of: None,
                stated_at: None,
                published_at: None,
                counting: None,
                stance: Stance::Asserts,
                qualifier: Qualifier::Exact,
                vague: false,
                point: number,
                low: number,
                high: number,
                excludes: 0..0,
                part_of: None,
            }
        };
        let event = |name: &str, place| Event {
            name: name.to_owned(),
            place,
            from: None,
            to: None,
        };
        Input {
            dates: DATES
                .iter()
                .map(|date| Date::parse(date).unwrap())
                .collect(),
            units: vec!["count".to_owned()],
            speakers: scopes.iter().map(|_| "somebody".to_owned()).collect(),
            places: vec![
                place("Region", None),
                place("Country", Some(0)),
                place("City", Some(1)),
                place("Town", Some(1)),
                place("Elsewhere", None),
            ],
            events: vec![event("Unrest", Some(1)), event("Flood", None)],
            figures: (0..)
                .zip(scopes)
                .map(|(at, scope)| figure(at, scope))
                .collect(),
            ..Input::default()
        }
    }

    proptest! {
        #[test]
        fn inside_is_a_strict_partial_order(scopes in prop::collection::vec(scope(), 2..12)) {
            let input = project(&scopes);
            let table = Table::of(&input, None);
            let mut current: Vec<Vec<&Fig>> = vec![Vec::new(); table.rows.len()];
            for fig in &table.figs {
                current[fig.row.unwrap() as usize].push(fig);
            }
            let inside: HashSet<(u32, u32)> =
                find(&table, &current).into_iter().map(|inside| (inside.part, inside.whole)).collect();
            for &(part, whole) in &inside {
                prop_assert_ne!(part, whole);
                prop_assert!(!inside.contains(&(whole, part)));
                for &(_, further) in inside.iter().filter(|(other, _)| *other == whole) {
                    prop_assert!(inside.contains(&(part, further)));
                }
            }
        }
    }
}
