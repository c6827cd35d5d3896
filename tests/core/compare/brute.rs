//! The comparison as its rules say it, pair by pair, without regard to time: what the product's must equal.

mod rows;
mod scopes;
mod states;
mod wholes;

use std::collections::{BTreeMap, BTreeSet};

use onrecord_core::domain::compare::{
    Axis, Board, Cell, Column, Figure, Finding, FindingKind, Gap, Input, Placed, Row, Verdict,
};
use onrecord_core::domain::date::Date;
use onrecord_core::domain::names::fold_name;
use onrecord_core::domain::vocabulary::{
    Connection, Counting, RelationKind, Stance, Standing, WordId,
};
use onrecord_reading::Amount;
use rust_decimal::{Decimal, RoundingStrategy};

/// A scope as understood. Periods are the first and last microsecond, absent where open.
#[derive(Clone, Debug, PartialEq)]
struct Scope {
    event: Option<u32>,
    measure: Option<WordId>,
    severity: Option<WordId>,
    unit: String,
    group: Option<WordId>,
    place: Option<u32>,
    period: (Option<i64>, Option<i64>),
    counting: Counting,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    Group,
    Place,
    Period,
    Severity,
    Measure,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Pairing {
    Comparable,
    FirstIsPart,
    SecondIsPart,
    Differ {
        inclusion: bool,
        basis: bool,
        day: bool,
    },
}

pub struct Brute<'a> {
    input: &'a Input,
    /// Indexes into the input, in order: time, then id, those without time last.
    figs: Vec<usize>,
    scopes: Vec<Scope>,
    /// Number of each figure's row, by place in `figs`; none for what stands in no cell.
    rows: Vec<Option<usize>>,
    alone: Vec<bool>,
    wholes: Vec<Option<usize>>,
    standing: Vec<Standing>,
    under: Vec<Option<usize>>,
    findings: Vec<(FindingKind, Vec<usize>, Vec<Axis>)>,
}

impl<'a> Brute<'a> {
    pub fn compare(input: &'a Input, as_of: Option<&Date>) -> Board {
        let date = |figure: &Figure| time(input, figure);
        let mut figs: Vec<usize> = (0..input.figures.len())
            .filter(|&at| {
                !as_of.is_some_and(|as_of| {
                    date(&input.figures[at]).is_some_and(|date| date.is_later_than(as_of))
                })
            })
            .collect();
        figs.sort_by_key(|&at| {
            let figure = &input.figures[at];
            (
                date(figure).is_none(),
                date(figure).map(Date::begin),
                figure.id,
            )
        });
        let count = figs.len();
        let mut brute = Brute {
            input,
            scopes: Vec::new(),
            rows: vec![None; count],
            alone: vec![false; count],
            wholes: vec![None; count],
            standing: vec![Standing::Current; count],
            under: vec![None; count],
            findings: Vec::new(),
            figs,
        };
        brute.scopes = (0..count).map(|at| brute.scope(at)).collect();
        brute.rows();
        brute.denials();
        brute.supersede_and_fold();
        let rows = brute.board_rows();
        brute.parts();
        brute.sums();
        brute.relays();
        brute.units();
        Board {
            rows,
            findings: brute.ordered_findings(),
        }
    }

    fn n(&self) -> std::ops::Range<usize> {
        0..self.figs.len()
    }

    fn f(&self, at: usize) -> &'a Figure {
        &self.input.figures[self.figs[at]]
    }

    fn place_in_order(&self, figure: u32) -> Option<usize> {
        self.figs.iter().position(|&at| at == figure as usize)
    }

    fn later(&self, a: usize, b: usize) -> bool {
        match (time(self.input, self.f(a)), time(self.input, self.f(b))) {
            (Some(a), Some(b)) => a.is_later_than(b),
            _ => false,
        }
    }

    fn other_day(&self, a: usize, b: usize) -> bool {
        let day = |at: usize| {
            time(self.input, self.f(at))
                .filter(|date| date.begin() == date.end())
                .map(Date::without_time)
        };
        (self.later(a, b) || self.later(b, a))
            && !(day(a).is_some() && day(a).map(|d| d.begin()) == day(b).map(|d| d.begin()))
    }

    fn asserts(&self, at: usize) -> bool {
        self.f(at).stance == Stance::Asserts
    }

    fn column(&self, at: usize) -> Column {
        let figure = self.f(at);
        match (figure.source, figure.speaker, figure.outlet) {
            (Some(source), _, _) => Column::Source(source),
            (_, Some(speaker), _) => Column::Speaker(speaker),
            (_, _, Some(outlet)) => Column::Outlet(outlet),
            _ => Column::Unknown,
        }
    }

    fn individual(&self, at: usize) -> bool {
        self.f(at).source.is_some_and(|source| {
            let kind = self.input.sources[source as usize].kind;
            matches!(
                self.input.words.source_kinds.name(kind),
                "witness" | "relative" | "unnamed_official" | "social_media"
            )
        })
    }

    fn same_issuer(&self, a: usize, b: usize) -> bool {
        a == b || (!self.individual(a) && self.column(a) == self.column(b))
    }

    fn excluded(&self, at: usize) -> BTreeSet<String> {
        let range = &self.f(at).excludes;
        let words = &self.input.excluded[range.start as usize..range.end as usize];
        words
            .iter()
            .map(|&term| fold_name(&self.input.terms[term as usize]))
            .collect()
    }

    fn partial_basis(&self, at: usize) -> Option<WordId> {
        self.f(at).basis.filter(|&basis| {
            matches!(
                self.input.words.bases.name(basis),
                "identified" | "registered" | "bodies" | "in_hospital" | "named_list"
            )
        })
    }

    fn same_series(&self, a: usize, b: usize) -> bool {
        self.asserts(a)
            && self.asserts(b)
            && self.rows[a] == self.rows[b]
            && self.same_issuer(a, b)
            && self.partial_basis(a) == self.partial_basis(b)
            && self.excluded(a) == self.excluded(b)
    }

    fn relations(&self) -> Vec<(RelationKind, usize, usize)> {
        let relations = self.input.relations.iter();
        relations
            .filter_map(|relation| {
                Some((
                    relation.kind,
                    self.place_in_order(relation.from)?,
                    self.place_in_order(relation.to)?,
                ))
            })
            .filter(|(_, from, to)| from != to)
            .collect()
    }

    fn below(&self, a: usize, b: usize) -> bool {
        matches!((self.f(a).high, self.f(b).low), (Some(high), Some(low)) if high < low)
    }

    fn disjoint(&self, a: usize, b: usize) -> bool {
        self.below(a, b) || self.below(b, a)
    }

    fn counts(&self, at: usize) -> bool {
        self.asserts(at) && self.standing[at] == Standing::Current && self.under[at].is_none()
    }

    fn pairing(&self, a: usize, b: usize) -> Pairing {
        let (a_words, b_words) = (self.excluded(a), self.excluded(b));
        let a_only = a_words.difference(&b_words).next().is_some();
        let b_only = b_words.difference(&a_words).next().is_some();
        let (a_basis, b_basis) = (self.partial_basis(a), self.partial_basis(b));
        let inclusion = a_only && b_only;
        let basis = a_basis.is_some() && b_basis.is_some() && a_basis != b_basis;
        let a_part = (a_only && !b_only, a_basis.is_some() && b_basis.is_none());
        let b_part = (b_only && !a_only, b_basis.is_some() && a_basis.is_none());
        if inclusion || basis {
            return Pairing::Differ {
                inclusion,
                basis,
                day: false,
            };
        }
        if (a_part.0 && b_part.1) || (b_part.0 && a_part.1) {
            return Pairing::Differ {
                inclusion: true,
                basis: true,
                day: false,
            };
        }
        if a_part.0 || a_part.1 {
            return Pairing::FirstIsPart;
        }
        if b_part.0 || b_part.1 {
            return Pairing::SecondIsPart;
        }
        let grows =
            (self.below(a, b) && self.later(b, a)) || (self.below(b, a) && self.later(a, b));
        let by_day = match self.scopes[a].counting {
            Counting::Total => grows,
            Counting::Standing => true,
            Counting::New => false,
        };
        if self.other_day(a, b) && self.disjoint(a, b) && by_day {
            return Pairing::Differ {
                inclusion: false,
                basis: false,
                day: true,
            };
        }
        Pairing::Comparable
    }

    fn relays(&mut self) {
        let named = |at: usize| -> BTreeSet<u32> {
            let figure = self.f(at);
            let links = &self.input.links[figure.via.start as usize..figure.via.end as usize];
            let outlet = figure
                .outlet
                .map(|outlet| fold_name(&self.input.outlets[outlet as usize]));
            links
                .iter()
                .filter(|link| {
                    link.connection != Connection::Outlet
                        && Some(fold_name(&self.input.sources[link.source as usize].name)) != outlet
                })
                .map(|link| link.source)
                .collect()
        };
        let stands = |at: usize| {
            self.asserts(at)
                && self.under[at].is_none()
                && matches!(self.standing[at], Standing::Current | Standing::Superseded)
        };
        let mut found: Vec<(usize, usize)> = Vec::new();
        for new in self.n().filter(|&at| stands(at)) {
            for body in named(new) {
                let old = self.n().rfind(|&old| {
                    stands(old)
                        && self.rows[old] == self.rows[new]
                        && self.later(new, old)
                        && named(old).contains(&body)
                });
                found.extend(
                    old.filter(|&old| !self.same_issuer(old, new))
                        .map(|old| (old, new)),
                );
            }
        }
        for (old, new) in found {
            self.findings
                .push((FindingKind::IssuerChanged, vec![old, new], vec![]));
        }
    }

    fn units(&mut self) {
        let current: Vec<usize> = self
            .n()
            .filter(|&at| self.counts(at) && !self.alone[at])
            .collect();
        let alike = |a: usize, b: usize| {
            let (a, b) = (&self.scopes[a], &self.scopes[b]);
            Scope {
                unit: String::new(),
                ..a.clone()
            } == Scope {
                unit: String::new(),
                ..b.clone()
            }
        };
        let mut found: Vec<Vec<usize>> = Vec::new();
        for &at in &current {
            let all: Vec<usize> = current
                .iter()
                .copied()
                .filter(|&other| alike(at, other))
                .collect();
            if all[0] == at && all.iter().any(|&other| self.rows[other] != self.rows[at]) {
                found.push(all);
            }
        }
        for figs in found {
            self.findings.push((FindingKind::UnitDiffers, figs, vec![]));
        }
    }

    fn ordered_findings(&self) -> Vec<Finding> {
        let first_row = |figs: &[usize]| {
            figs.iter()
                .filter_map(|&at| self.rows[at])
                .min()
                .expect("a row")
        };
        let mut findings = self.findings.clone();
        findings.sort_by_key(|(kind, figs, _)| (*kind, first_row(figs), figs.clone()));
        findings.dedup_by_key(|(kind, figs, _)| (*kind, figs.clone()));
        findings
            .into_iter()
            .map(|(kind, figs, axes)| Finding {
                kind,
                event: self.scopes[figs[0]].event,
                figures: figs.iter().map(|&at| self.figs[at] as u32).collect(),
                axes,
                row: first_row(&figs),
                numbers: None,
                rests_on: vec![],
                uttered_by: None,
            })
            .collect()
    }
}

fn time<'a>(input: &'a Input, figure: &Figure) -> Option<&'a Date> {
    let time = match figure.stance {
        Stance::Denies | Stance::Retracts => {
            figure.stated_at.or(figure.published_at).or(figure.as_of)
        }
        _ => figure.as_of.or(figure.stated_at).or(figure.published_at),
    };
    time.map(|time| &input.dates[time as usize])
}

fn spread((begin, end): (Option<i64>, Option<i64>)) -> (i64, i64) {
    (begin.unwrap_or(i64::MIN), end.unwrap_or(i64::MAX))
}

fn ratio(low: Amount, high: Amount) -> Option<Amount> {
    (high > Amount::ZERO).then(|| {
        let ratio = low.decimal() / high.decimal();
        let text = ratio
            .round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
            .to_string();
        text.parse().expect("an amount")
    })
}
