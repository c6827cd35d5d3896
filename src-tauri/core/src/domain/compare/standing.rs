//! Whether figures still stand: denials first, then later figures of the same series, then what people recorded.

use super::denials;
use super::findings::Findings;
use super::fold;
use super::hash::{NumberMap, NumberSet};
use super::input::Input;
use super::revisions;
use super::table::{Fig, Rank, Table};
use crate::domain::vocabulary::{RelationKind, Standing};

/// The standing of every figure, and what it is folded under.
#[derive(Debug)]
pub(super) struct States {
    standing: Vec<Standing>,
    under: Vec<Option<Rank>>,
}

impl States {
    /// Works out every figure's standing, and finds denials, revisions and what one issuer reported differently.
    pub(super) fn of(table: &Table<'_>, findings: &mut Findings<'_>) -> States {
        let count = table.figs.len();
        let mut states = States {
            standing: vec![Standing::Current; count],
            under: vec![None; count],
        };
        denials::apply(table, &mut states, findings);
        let recorded = Recorded::of(table);
        let series = series(table);
        let mut superseded: Vec<Rank> = Vec::new();
        for members in &series {
            superseded.extend(superseded_by_time(members, &states, &recorded));
        }
        superseded.extend(recorded.superseded(table, &states));
        let revised = revisions::pairs(table, &series, &states, &recorded);
        for rank in superseded {
            states.set_standing(rank, Standing::Superseded);
        }
        for members in &series {
            fold::apply(table, members, &recorded, &mut states, findings);
        }
        revisions::find(table, revised, &states, findings);
        states
    }

    pub(super) fn standing(&self, rank: Rank) -> Standing {
        Input::row(&self.standing, rank)
            .copied()
            .unwrap_or(Standing::Current)
    }

    pub(super) fn set_standing(&mut self, rank: Rank, standing: Standing) {
        if let Some(slot) = usize::try_from(rank)
            .ok()
            .and_then(|rank| self.standing.get_mut(rank))
        {
            *slot = standing;
        }
    }

    /// The figure that one is folded under, if it is.
    pub(super) fn under(&self, rank: Rank) -> Option<Rank> {
        Input::row(&self.under, rank).copied().flatten()
    }

    pub(super) fn fold(&mut self, rank: Rank, under: Rank) {
        if let Some(slot) = usize::try_from(rank)
            .ok()
            .and_then(|rank| self.under.get_mut(rank))
        {
            *slot = Some(under);
        }
    }

    /// The figure that is shown for one: itself, or what it is folded under.
    pub(super) fn shown(&self, rank: Rank) -> Rank {
        self.under(rank).unwrap_or(rank)
    }

    /// Whether its issuer neither denied it nor took it back. Only such a figure supersedes or is superseded.
    pub(super) fn is_kept(&self, fig: &Fig) -> bool {
        fig.asserts()
            && !matches!(
                self.standing(fig.rank),
                Standing::Denied | Standing::Retracted
            )
    }

    /// Whether it is current, asserted and unfolded: whether it counts.
    pub(super) fn counts(&self, fig: &Fig) -> bool {
        fig.asserts()
            && self.standing(fig.rank) == Standing::Current
            && self.under(fig.rank).is_none()
    }
}

/// What people recorded of one figure taking another's place, or repeating it.
#[derive(Debug, Default)]
pub(super) struct Recorded {
    /// Each figure with those that a relation joins it to.
    joined: NumberMap<Rank, Vec<Rank>>,
    /// Within a series: who repeats, and the first in order that it repeats.
    repeats: NumberMap<Rank, Rank>,
    /// Old, new.
    replaced: Vec<(Rank, Rank)>,
}

impl Recorded {
    fn of(table: &Table<'_>) -> Recorded {
        let mut recorded = Recorded::default();
        for &(kind, from, to) in &table.relations {
            let (Some(from_fig), Some(to_fig)) = (table.fig(from), table.fig(to)) else {
                continue;
            };
            if !from_fig.asserts() || !to_fig.asserts() {
                continue;
            }
            match kind {
                RelationKind::Updates | RelationKind::Corrects => {
                    recorded.replaced.push((to, from))
                }
                RelationKind::Repeats if series_of(from_fig) == series_of(to_fig) => {
                    let first = recorded.repeats.entry(from).or_insert(to);
                    *first = to.min(*first);
                }
                _ => continue,
            }
            recorded.joined.entry(from).or_default().push(to);
            recorded.joined.entry(to).or_default().push(from);
        }
        recorded
    }

    /// Whether a relation joins two figures, so that their times are not asked.
    pub(super) fn joins(&self, a: Rank, b: Rank) -> bool {
        self.joined
            .get(&a)
            .is_some_and(|others| others.contains(&b))
    }

    /// What a figure repeats within its series.
    pub(super) fn repeated_by(&self, rank: Rank) -> Option<Rank> {
        self.repeats.get(&rank).copied()
    }

    /// How many figures repeat another; no chain of repeats is longer.
    pub(super) fn repeats_recorded(&self) -> usize {
        self.repeats.len()
    }

    /// Old and new of every figure that an update or correction by a figure that its issuer kept replaces.
    pub(super) fn replaced<'a>(
        &'a self,
        table: &'a Table<'_>,
        states: &'a States,
    ) -> impl Iterator<Item = (&'a Fig, &'a Fig)> {
        let figs = self
            .replaced
            .iter()
            .filter_map(|&(old, new)| table.fig(old).zip(table.fig(new)));
        figs.filter(|(old, new)| states.is_kept(old) && states.is_kept(new))
    }

    fn superseded(&self, table: &Table<'_>, states: &States) -> NumberSet<Rank> {
        self.replaced(table, states)
            .map(|(old, _)| old.rank)
            .collect()
    }
}

/// One issuer, one row, the same partial basis or none, the same excludes.
fn series_of(fig: &Fig) -> (Option<u32>, u32, u32) {
    (fig.row, fig.issuer, fig.class)
}

/// Every series of at least two asserted figures, each in order.
fn series<'t>(table: &'t Table<'_>) -> Vec<Vec<&'t Fig>> {
    let mut figs: Vec<&Fig> = table.figs.iter().filter(|fig| fig.asserts()).collect();
    figs.sort_by_key(|fig| (series_of(fig), fig.rank));
    let same = |a: &&Fig, b: &&Fig| series_of(a) == series_of(b);
    figs.chunk_by(same)
        .filter(|members| members.len() > 1)
        .map(<[&Fig]>::to_vec)
        .collect()
}

/// Those of a series that a strictly later figure of it supersedes. What nobody stands behind supersedes nothing, nor
/// does what repeats another figure.
fn superseded_by_time(members: &[&Fig], states: &States, recorded: &Recorded) -> Vec<Rank> {
    let kept = || members.iter().copied().filter(|fig| states.is_kept(fig));
    // Latest beginning first.
    let superseding: Vec<&Fig> = kept()
        .rev()
        .filter(|fig| supersedes(fig, recorded))
        .collect();
    let is_superseded = |fig: &&Fig| {
        let mut later = superseding
            .iter()
            .take_while(|other| other.is_later_than(fig));
        later.any(|other| !recorded.joins(fig.rank, other.rank))
    };
    kept().filter(is_superseded).map(|fig| fig.rank).collect()
}

/// Whether a figure supersedes those of its series that are earlier.
pub(super) fn supersedes(fig: &Fig, recorded: &Recorded) -> bool {
    fig.attributed && !fig.timeless && recorded.repeated_by(fig.rank).is_none()
}
