//! What denials and retractions concern.

use super::board::FindingKind;
use super::findings::Findings;
use super::hash::{NumberMap, NumberSet};
use super::standing::States;
use super::table::{Fig, Rank, Table};
use super::values::{OPEN_LOW, Value};
use crate::domain::vocabulary::{RelationKind, Stance, Standing};

/// Sets the standing of every figure that its own issuer denies or retracts, and finds what is denied or retracted.
///
/// A denial concerns the figures that it is related to; one without relation concerns every asserted figure of its row
/// that is not later and has the same point or, where one has none, the same bounds.
pub(super) fn apply(table: &Table<'_>, states: &mut States, findings: &mut Findings<'_>) {
    let mut own: Vec<(Rank, Rank, Standing)> = Vec::new();
    let mut related: NumberSet<Rank> = NumberSet::default();
    for &(kind, from, to) in &table.relations {
        let (Some(denial), Some(figure)) = (table.fig(from), table.fig(to)) else {
            continue;
        };
        let Some(standing) = standing_by(denial.stance, kind) else {
            continue;
        };
        related.insert(from);
        if figure.asserts() {
            findings.add_denial(kind_of(standing), figure, denial);
            own.extend((denial.column == figure.column).then_some((to, from, standing)));
        }
    }
    let unrelated: Vec<&Fig> = table
        .figs
        .iter()
        .filter(|fig| fig.denies_or_retracts() && !related.contains(&fig.rank))
        .collect();
    let candidates = Candidates::of(table, &unrelated);
    for denial in unrelated {
        let standing = if denial.stance == Stance::Denies {
            Standing::Denied
        } else {
            Standing::Retracted
        };
        if let Some(last) = candidates.last_concerned(table, denial) {
            findings.add_denial(kind_of(standing), last, denial);
        }
        for figure in candidates.of_issuer(table, denial) {
            own.push((figure.rank, denial.rank, standing));
        }
    }
    // Where there are several, the last in order decides.
    own.sort_unstable();
    for (figure, _, standing) in own {
        states.set_standing(figure, standing);
    }
}

/// What a figure does to another by a recorded denial or retraction: its stance decides, and where it asserts a number
/// of its own, the relation.
fn standing_by(stance: Stance, relation: RelationKind) -> Option<Standing> {
    match (relation, stance) {
        (RelationKind::Denies | RelationKind::Retracts, Stance::Denies) => Some(Standing::Denied),
        (RelationKind::Denies | RelationKind::Retracts, Stance::Retracts) => {
            Some(Standing::Retracted)
        }
        (RelationKind::Denies, Stance::Asserts) => Some(Standing::Denied),
        (RelationKind::Retracts, Stance::Asserts) => Some(Standing::Retracted),
        _ => None,
    }
}

fn kind_of(standing: Standing) -> FindingKind {
    if standing == Standing::Retracted {
        FindingKind::Retracted
    } else {
        FindingKind::Denied
    }
}

/// What the figures of a row are looked up by.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum By {
    Point(Value),
    /// Bounds of a figure without point.
    BoundsAlone(Value, Value),
    /// Bounds of any figure.
    Bounds(Value, Value),
}

/// The asserted figures of the rows that have unrelated denials, each list in order.
struct Candidates {
    of_row: NumberMap<(u32, By), Vec<Rank>>,
    of_column: NumberMap<(u32, By, u32), Vec<Rank>>,
}

impl Candidates {
    fn of(table: &Table<'_>, denials: &[&Fig]) -> Candidates {
        let rows: NumberSet<u32> = denials.iter().filter_map(|denial| denial.row).collect();
        let mut candidates = Candidates {
            of_row: NumberMap::default(),
            of_column: NumberMap::default(),
        };
        for fig in table.figs.iter().filter(|fig| fig.asserts()) {
            let Some(row) = fig.row.filter(|row| rows.contains(row)) else {
                continue;
            };
            let alone = if fig.point == OPEN_LOW {
                By::BoundsAlone(fig.low, fig.high)
            } else {
                By::Point(fig.point)
            };
            for by in [alone, By::Bounds(fig.low, fig.high)] {
                candidates
                    .of_row
                    .entry((row, by))
                    .or_default()
                    .push(fig.rank);
                candidates
                    .of_column
                    .entry((row, by, fig.column))
                    .or_default()
                    .push(fig.rank);
            }
        }
        candidates
    }

    /// What a denial looks for: the same point or, where one has none, the same bounds.
    fn sought(denial: &Fig) -> impl Iterator<Item = By> {
        let (low, high) = (denial.low, denial.high);
        let by_point = (denial.point != OPEN_LOW)
            .then_some([By::Point(denial.point), By::BoundsAlone(low, high)]);
        let by_bounds = (denial.point == OPEN_LOW).then_some([By::Bounds(low, high)]);
        by_point
            .into_iter()
            .flatten()
            .chain(by_bounds.into_iter().flatten())
    }

    fn last_concerned<'t>(&self, table: &'t Table<'_>, denial: &Fig) -> Option<&'t Fig> {
        let row = denial.row?;
        let last = |by| {
            let list = self.of_row.get(&(row, by))?;
            let last = list.last().and_then(|&rank| table.fig(rank))?;
            if last.timeless {
                return Some(last);
            }
            let not_later = list.partition_point(|&rank| {
                table
                    .fig(rank)
                    .is_some_and(|fig| !fig.is_later_than(denial))
            });
            table.fig(*list.get(not_later.checked_sub(1)?)?)
        };
        Self::sought(denial)
            .filter_map(last)
            .max_by_key(|fig| fig.rank)
    }

    /// The asserted figures that a denial concerns and that its own column gave.
    fn of_issuer<'t>(&self, table: &'t Table<'_>, denial: &Fig) -> Vec<&'t Fig> {
        let Some(row) = denial.row else {
            return Vec::new();
        };
        let lists =
            Self::sought(denial).filter_map(|by| self.of_column.get(&(row, by, denial.column)));
        let figs = lists.flatten().filter_map(|&rank| table.fig(rank));
        figs.filter(|fig| !fig.is_later_than(denial)).collect()
    }
}
