//! One scope counted in different units.

use super::board::FindingKind;
use super::findings::Findings;
use super::hash::NumberMap;
use super::scope::Key;
use super::table::{Fig, Table};

/// Finds rows alike in all but unit, with their figures that count. Rows of one figure that is compared with nothing
/// take no part.
pub(super) fn find(table: &Table<'_>, current: &[Vec<&Fig>], findings: &mut Findings<'_>) {
    let mut alike: NumberMap<Key, Vec<&[&Fig]>> = NumberMap::default();
    for (row, figs) in table.rows.iter().zip(current) {
        if !row.alone && !figs.is_empty() {
            alike
                .entry(Key { unit: 0, ..row.key })
                .or_default()
                .push(figs);
        }
    }
    for rows in alike.into_values().filter(|rows| rows.len() > 1) {
        let mut figs: Vec<&Fig> = rows.into_iter().flatten().copied().collect();
        figs.sort_unstable_by_key(|fig| fig.rank);
        findings.add(FindingKind::UnitDiffers, figs);
    }
}
