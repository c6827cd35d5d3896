//! Standing and folding, pair by pair.

use super::*;

impl Brute<'_> {
    pub(super) fn denials(&mut self) {
        let mut set: Vec<(usize, usize, Standing)> = Vec::new();
        for denial in self.n() {
            let related: Vec<(usize, RelationKind)> = self
                .relations()
                .into_iter()
                .filter(|&(kind, from, _)| {
                    from == denial && matches!(kind, RelationKind::Denies | RelationKind::Retracts)
                })
                .map(|(kind, _, to)| (to, kind))
                .collect();
            let mut concerned: Vec<(usize, Standing)> = Vec::new();
            let mut named: Vec<(usize, Standing)> = Vec::new();
            match self.f(denial).stance {
                Stance::Asserts => {
                    let by = |kind| {
                        if kind == RelationKind::Denies {
                            Standing::Denied
                        } else {
                            Standing::Retracted
                        }
                    };
                    concerned.extend(related.iter().map(|&(to, kind)| (to, by(kind))));
                    concerned.retain(|&(to, _)| self.asserts(to));
                    named.clone_from(&concerned);
                }
                stance @ (Stance::Denies | Stance::Retracts) => {
                    let standing = if stance == Stance::Denies {
                        Standing::Denied
                    } else {
                        Standing::Retracted
                    };
                    if related.is_empty() {
                        let same = |at: usize| {
                            let (a, b) = (self.f(at), self.f(denial));
                            if a.point.is_some() && b.point.is_some() {
                                a.point == b.point
                            } else {
                                (a.low, a.high) == (b.low, b.high)
                            }
                        };
                        let all = self.n().filter(|&at| {
                            self.asserts(at)
                                && self.rows[at] == self.rows[denial]
                                && !self.later(at, denial)
                                && same(at)
                        });
                        concerned.extend(all.map(|at| (at, standing)));
                        named.extend(concerned.last());
                    } else {
                        concerned.extend(related.iter().map(|&(to, _)| (to, standing)));
                        concerned.retain(|&(to, _)| self.asserts(to));
                        named.clone_from(&concerned);
                    }
                }
                Stance::Recalls | Stance::Projects => {}
            }
            for (at, standing) in named {
                let kind = if standing == Standing::Denied {
                    FindingKind::Denied
                } else {
                    FindingKind::Retracted
                };
                self.findings.push((kind, vec![at, denial], vec![]));
            }
            let own = concerned
                .into_iter()
                .filter(|&(at, _)| self.column(at) == self.column(denial));
            set.extend(own.map(|(at, standing)| (at, denial, standing)));
        }
        set.sort_by_key(|&(_, denial, standing)| (denial, standing));
        for (at, _, standing) in set {
            self.standing[at] = standing;
        }
    }

    pub(super) fn kept(&self, at: usize) -> bool {
        self.asserts(at) && !matches!(self.standing[at], Standing::Denied | Standing::Retracted)
    }

    pub(super) fn supersede_and_fold(&mut self) {
        let recorded: Vec<(RelationKind, usize, usize)> = self
            .relations()
            .into_iter()
            .filter(|&(kind, from, to)| {
                self.asserts(from)
                    && self.asserts(to)
                    && match kind {
                        RelationKind::Updates | RelationKind::Corrects => true,
                        RelationKind::Repeats => self.same_series(from, to),
                        _ => false,
                    }
            })
            .collect();
        let joined = |a: usize, b: usize| {
            recorded
                .iter()
                .any(|&(_, from, to)| (from, to) == (a, b) || (from, to) == (b, a))
        };
        let repeats = |at: usize| {
            recorded
                .iter()
                .filter(|&&(kind, from, _)| kind == RelationKind::Repeats && from == at)
                .map(|r| r.2)
                .min()
        };
        let supersedes = |new: usize, old: usize| {
            self.same_series(new, old)
                && self.kept(new)
                && self.kept(old)
                && self.f(new).source.is_some()
                && !self.individual(new)
                && repeats(new).is_none()
                && self.later(new, old)
                && !joined(new, old)
        };
        let mut superseded: BTreeSet<usize> = BTreeSet::new();
        let mut revised: Vec<(usize, usize)> = Vec::new();
        for new in self.n() {
            let old: Vec<usize> = self.n().filter(|&old| supersedes(new, old)).collect();
            superseded.extend(&old);
            revised.extend(old.last().map(|&old| (old, new)));
        }
        for &(kind, new, old) in &recorded {
            if kind != RelationKind::Repeats && self.kept(new) && self.kept(old) {
                superseded.insert(old);
                if self.rows[new] == self.rows[old] {
                    revised.push((old, new));
                }
            }
        }
        revised.retain(|&(_, new)| self.scopes[new].counting != Counting::Standing);
        let repeats: Vec<Option<usize>> = self.n().map(repeats).collect();
        for at in superseded {
            self.standing[at] = Standing::Superseded;
        }

        // Folding: every figure from the narrowest on, under the narrowest one shown that it may fold under.
        let mut narrowest: Vec<usize> = self
            .n()
            .filter(|&at| self.asserts(at) && repeats[at].is_none())
            .collect();
        narrowest.sort_by_key(|&at| {
            let figure = self.f(at);
            let width = figure
                .low
                .zip(figure.high)
                .map(|(low, high)| high.decimal() - low.decimal());
            (
                usize::from(figure.low.is_none()) + usize::from(figure.high.is_none()),
                width,
                std::cmp::Reverse(figure.low),
                (figure.high.is_none(), figure.high),
                at,
            )
        });
        let mut shown: Vec<usize> = Vec::new();
        for at in narrowest {
            let under = shown.iter().find(|&&other| {
                self.same_series(at, other)
                    && self.standing[at] == self.standing[other]
                    && !self.later(at, other)
                    && !self.later(other, at)
                    && !self.disjoint(at, other)
            });
            match under {
                Some(&under) => self.under[at] = Some(under),
                None => shown.push(at),
            }
        }
        for at in self.n() {
            let mut seen = vec![at];
            let mut to = repeats[at];
            while let Some(next) = to {
                if seen.contains(&next) {
                    to = None;
                } else if let Some(further) = repeats[next] {
                    seen.push(next);
                    to = Some(further);
                } else {
                    break;
                }
            }
            if let Some(to) = to {
                self.under[at] = Some(self.under[to].unwrap_or(to));
            }
        }
        let mut reported: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for &a in &shown {
            for &b in &shown {
                let apart = a != b
                    && self.same_series(a, b)
                    && self.standing[a] == Standing::Current
                    && self.standing[b] == Standing::Current
                    && !self.later(a, b)
                    && !self.later(b, a)
                    && self.disjoint(a, b);
                if apart {
                    let first = self
                        .n()
                        .find(|&first| self.same_series(first, a))
                        .expect("itself");
                    reported.entry(first).or_default().extend([a, b]);
                }
            }
        }
        for figs in reported.into_values() {
            self.findings.push((
                FindingKind::ReportedDifferently,
                figs.into_iter().collect(),
                vec![],
            ));
        }
        let mut pairs: BTreeSet<(usize, usize)> = BTreeSet::new();
        for (old, new) in revised {
            let shown = |at: usize| self.under[at].unwrap_or(at);
            let (old, new) = (shown(old), shown(new));
            if old == new || !pairs.insert((old, new)) {
                continue;
            }
            let direction = match (self.f(old).point, self.f(new).point) {
                (Some(old), Some(new)) => old.cmp(&new),
                _ if self.below(old, new) => std::cmp::Ordering::Less,
                _ if self.below(new, old) => std::cmp::Ordering::Greater,
                _ => std::cmp::Ordering::Equal,
            };
            let kind = match direction {
                std::cmp::Ordering::Less => FindingKind::RevisedUp,
                std::cmp::Ordering::Greater => FindingKind::RevisedDown,
                std::cmp::Ordering::Equal => continue,
            };
            self.findings.push((kind, vec![old, new], vec![]));
        }
    }
}
