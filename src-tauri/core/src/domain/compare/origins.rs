//! How many origins the figures of a row go back to.

use super::board::{Column, FindingKind};
use super::findings::Findings;
use super::hash::{NumberMap, NumberSet};
use super::input::Input;
use super::standing::States;
use super::table::{Fig, Rank, Table};
use crate::domain::vocabulary::RelationKind;

/// What joins the origins of figures, for all rows.
pub(super) struct Origins<'t> {
    table: &'t Table<'t>,
    /// Figures made from others, which are no origin.
    derived: NumberSet<Rank>,
    /// For each row the pairs that people recorded as of the same origin, each named by the figure shown for it.
    same: NumberMap<u32, Vec<(Rank, Rank)>>,
}

impl<'t> Origins<'t> {
    pub(super) fn of(table: &'t Table<'t>, states: &States) -> Origins<'t> {
        let mut origins = Origins {
            table,
            derived: NumberSet::default(),
            same: NumberMap::default(),
        };
        for &(kind, from, to) in &table.relations {
            match kind {
                RelationKind::DerivedFrom => {
                    origins.derived.insert(from);
                }
                RelationKind::SameOriginAs => {
                    let (a, b) = (states.shown(from), states.shown(to));
                    let row = |rank| table.fig(rank).and_then(|fig| fig.row);
                    if let Some(row) = row(a).filter(|_| row(a) == row(b)) {
                        origins.same.entry(row).or_default().push((a, b));
                    }
                }
                _ => {}
            }
        }
        origins
    }

    /// Counts the origins of a row's figures that count, given in order: figures of one issuer, of a source and its
    /// parent or a source it relies on, or that people recorded so, have one. Finds what joins several issuers.
    pub(super) fn count(&self, row: u32, figs: &[&Fig], findings: &mut Findings<'_>) -> u32 {
        let origins: Vec<&Fig> = figs
            .iter()
            .copied()
            .filter(|fig| fig.attributed && !self.derived.contains(&fig.rank))
            .collect();
        if origins.len() < 2 {
            return u32::try_from(origins.len()).unwrap_or(u32::MAX);
        }
        let mut joined = Joined::of(origins.len());
        let place_of: NumberMap<Rank, usize> =
            origins.iter().map(|fig| fig.rank).zip(0..).collect();
        self.join_by_source(&origins, &mut joined);
        for (a, b) in self.same.get(&row).into_iter().flatten() {
            if let (Some(&a), Some(&b)) = (place_of.get(a), place_of.get(b)) {
                joined.join(a, b);
            }
        }
        let mut components: NumberMap<usize, Vec<&Fig>> = NumberMap::default();
        for (place, fig) in (0..).zip(&origins) {
            components.entry(joined.root(place)).or_default().push(fig);
        }
        for members in components.values() {
            if members.iter().any(|fig| {
                members
                    .first()
                    .is_some_and(|first| first.issuer != fig.issuer)
            }) {
                findings.add(FindingKind::SameOrigin, members.iter().copied());
            }
        }
        u32::try_from(components.len()).unwrap_or(u32::MAX)
    }

    fn join_by_source(&self, origins: &[&Fig], joined: &mut Joined) {
        let table = self.table;
        let mut first_of: NumberMap<u32, usize> = NumberMap::default();
        for (place, fig) in (0..).zip(origins) {
            if let Some(Column::Source(source)) = Input::row(&table.columns, fig.column)
                && !fig.individual
            {
                joined.join(place, *first_of.entry(*source).or_insert(place));
            }
        }
        for (&source, &place) in &first_of {
            let Some(body) = Input::row(&table.input.sources, source) else {
                continue;
            };
            for linked in body.parent.iter().chain(&body.relies_on) {
                if let Some(&other) = first_of.get(linked) {
                    joined.join(place, other);
                }
            }
        }
    }
}

/// Sets that are joined until only those with nothing in common are apart.
struct Joined {
    parents: Vec<usize>,
}

impl Joined {
    fn of(count: usize) -> Joined {
        Joined {
            parents: (0..count).collect(),
        }
    }

    fn root(&mut self, mut at: usize) -> usize {
        while let Some(&parent) = self.parents.get(at)
            && parent != at
        {
            let above = self.parents.get(parent).copied().unwrap_or(parent);
            if let Some(slot) = self.parents.get_mut(at) {
                *slot = above;
            }
            at = above;
        }
        at
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        // The first is the root, whatever is joined in which order.
        if let Some(slot) = self.parents.get_mut(a.max(b)) {
            *slot = a.min(b);
        }
    }
}
