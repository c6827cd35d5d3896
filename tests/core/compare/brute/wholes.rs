//! Parts and wholes, pair by pair and sum by sum.

use super::*;

impl Brute<'_> {
    pub(super) fn can_be_part(&self, part: usize, whole: usize) -> bool {
        (self.partial_basis(whole).is_none()
            || self.partial_basis(whole) == self.partial_basis(part))
            && self.excluded(whole).is_subset(&self.excluded(part))
    }

    /// The whole is earlier, or both are counts of a moment and of different days.
    pub(super) fn day_explains(&self, part: usize, whole: usize) -> bool {
        self.later(part, whole) || self.moments_differ(part, whole)
    }

    pub(super) fn moments_differ(&self, a: usize, b: usize) -> bool {
        self.scopes[a].counting == Counting::Standing
            && self.scopes[b].counting == Counting::Standing
            && self.other_day(a, b)
    }

    pub(super) fn is_part(&self, part: usize, whole: usize) -> bool {
        if !self.counts(part) || !self.counts(whole) || part == whole {
            return false;
        }
        let explicit =
            self.wholes[part] == Some(whole) && self.scopes[part].unit == self.scopes[whole].unit;
        let within_row = self.rows[part] == self.rows[whole]
            && self.pairing(part, whole) == Pairing::FirstIsPart;
        let by_scope = !self.alone[part]
            && !self.alone[whole]
            && self.scope_inside(&self.scopes[part], &self.scopes[whole])
            && self.can_be_part(part, whole);
        explicit || within_row || by_scope
    }

    pub(super) fn parts(&mut self) {
        type Found = (Decimal, (usize, usize));
        let mut pairs: BTreeMap<(usize, usize), [Vec<Found>; 3]> = BTreeMap::new();
        for part in self.n() {
            for whole in self.n() {
                let Some(high) = self.f(whole).high.filter(|_| self.is_part(part, whole)) else {
                    continue;
                };
                let found = pairs
                    .entry((
                        self.rows[part].expect("a row"),
                        self.rows[whole].expect("a row"),
                    ))
                    .or_default();
                let excess = |amount: Amount| (amount.decimal() - high.decimal(), (part, whole));
                let (low, own_high) = (self.f(part).low, self.f(part).high);
                if let Some(low) = low.filter(|&low| low > high) {
                    found[usize::from(self.day_explains(part, whole))].push(excess(low));
                } else if let Some(own_high) = own_high.filter(|&own_high| own_high > high)
                    && !self.day_explains(part, whole)
                {
                    found[2].push(excess(own_high));
                }
            }
        }
        for ((part_row, whole_row), found) in pairs {
            let kinds = [
                FindingKind::PartExceedsWhole,
                FindingKind::ScopeDiffers,
                FindingKind::PartMayExceedWhole,
            ];
            let first = kinds
                .into_iter()
                .zip(found)
                .find(|(_, found)| !found.is_empty());
            let Some((kind, found)) = first else { continue };
            let greatest = found.iter().map(|&(excess, _)| excess).max();
            let Some((part, whole)) = found
                .iter()
                .filter(|(excess, _)| Some(*excess) == greatest)
                .map(|&(_, pair)| pair)
                .min()
            else {
                continue;
            };
            if kind == FindingKind::ScopeDiffers {
                if part_row != whole_row {
                    self.findings.push((
                        kind,
                        vec![part.min(whole), part.max(whole)],
                        vec![Axis::Day],
                    ));
                }
            } else {
                self.findings.push((kind, vec![part, whole], vec![]));
            }
        }
    }

    pub(super) fn sums(&mut self) {
        let current: Vec<usize> = self.n().filter(|&at| self.counts(at)).collect();
        let differs = |part: usize, whole: usize| {
            let (part, whole) = (&self.scopes[part], &self.scopes[whole]);
            let sides: Vec<Side> = Self::SIDES
                .into_iter()
                .filter(|&side| !Self::equal(side, part, whole))
                .collect();
            (sides.len() == 1).then(|| sides[0])
        };
        let best = |side: Side, whole: usize, parts: &[usize]| -> Option<(Decimal, Vec<usize>)> {
            let high = self.f(whole).high?.decimal();
            let parts: Vec<usize> = parts
                .iter()
                .copied()
                .filter(|&part| {
                    self.f(part).low.is_some()
                        && !self.later(part, whole)
                        && !self.moments_differ(part, whole)
                })
                .collect();
            let mut sets: Vec<(Decimal, Vec<usize>)> = Vec::new();
            for set in 0_u32..1 << parts.len() {
                let chosen: Vec<usize> = parts
                    .iter()
                    .enumerate()
                    .filter(|(bit, _)| set & (1 << bit) != 0)
                    .map(|(_, &part)| part)
                    .collect();
                let exclusive = chosen.iter().all(|&a| {
                    chosen
                        .iter()
                        .all(|&b| a == b || self.excludes(side, &self.scopes[a], &self.scopes[b]))
                });
                let sum: Decimal = chosen
                    .iter()
                    .filter_map(|&at| self.f(at).low)
                    .map(Amount::decimal)
                    .sum();
                if chosen.len() > 1 && exclusive && sum > high {
                    sets.push((sum, chosen));
                }
            }
            sets.sort_by(|(a_sum, a), (b_sum, b)| (b_sum, a.len(), a).cmp(&(a_sum, b.len(), b)));
            sets.into_iter()
                .next()
                .map(|(sum, parts)| (sum - high, parts))
        };
        let mut found: Vec<(usize, Vec<usize>)> = Vec::new();
        for row in 0..self.row_count() {
            let wholes: Vec<usize> = current
                .iter()
                .copied()
                .filter(|&at| self.rows[at] == Some(row) && self.f(at).high.is_some())
                .collect();
            let Some(&latest) = wholes.last() else {
                continue;
            };
            let least = *wholes
                .iter()
                .min_by_key(|&&at| (self.f(at).high, at))
                .expect("there is one");
            for side in Self::SIDES {
                for &issuer in &current {
                    if current
                        .iter()
                        .any(|&other| other < issuer && self.same_issuer(other, issuer))
                    {
                        continue;
                    }
                    let parts = |whole: usize| -> Vec<usize> {
                        let is_part = |part: usize| {
                            self.same_issuer(part, issuer)
                                && !self.alone[part]
                                && !self.alone[whole]
                                && self.scope_inside(&self.scopes[part], &self.scopes[whole])
                                && self.can_be_part(part, whole)
                                && differs(part, whole) == Some(side)
                        };
                        current
                            .iter()
                            .copied()
                            .filter(|&part| is_part(part))
                            .collect()
                    };
                    let sums = [least, latest]
                        .map(|whole| best(side, whole, &parts(whole)).map(|best| (whole, best)));
                    let mut sums: Vec<_> = sums.into_iter().flatten().collect();
                    sums.sort_by(|(a, (a_excess, _)), (b, (b_excess, _))| {
                        (b_excess, a).cmp(&(a_excess, b))
                    });
                    found.extend(
                        sums.into_iter()
                            .next()
                            .map(|(whole, (_, parts))| (whole, parts)),
                    );
                }
            }
        }
        for &whole in &current {
            for side in Self::SIDES {
                let is_part = |part: usize| {
                    self.wholes[part] == Some(whole)
                        && self.scopes[part].unit == self.scopes[whole].unit
                        && differs(part, whole) == Some(side)
                };
                let parts: Vec<usize> = current
                    .iter()
                    .copied()
                    .filter(|&part| is_part(part))
                    .collect();
                found.extend(best(side, whole, &parts).map(|(_, parts)| (whole, parts)));
            }
        }
        for (whole, parts) in found {
            let figs = [vec![whole], parts].concat();
            self.findings
                .push((FindingKind::PartsExceedWhole, figs, vec![]));
        }
    }
}
