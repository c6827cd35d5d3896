//! The comparison as its rules say it, pair by pair, without regard to time: what the product's must equal.

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

    fn scope(&self, at: usize) -> Scope {
        let figure = self.f(at);
        let words = &self.input.words;
        let event = figure.event.map(|event| &self.input.events[event as usize]);
        let measure = figure.measure.map(|measure| words.measures.name(measure));
        let default = match measure {
            Some(
                "missing" | "detained" | "displaced" | "homeless" | "hospitalised" | "abducted",
            ) => Counting::Standing,
            _ => Counting::Total,
        };
        let counting = figure.counting.unwrap_or(default);
        let begin = |date: Option<u32>| date.map(|date| self.input.dates[date as usize].begin());
        let end = |date: Option<u32>| date.map(|date| self.input.dates[date as usize].end());
        let mut period = (begin(figure.period_start), end(figure.period_end));
        if period == (None, None) && counting == Counting::New {
            let day = time(self.input, figure).map(Date::without_time);
            period = (day.as_ref().map(Date::begin), day.as_ref().map(Date::end));
        }
        if period == (None, None) {
            period = event.map_or((None, None), |event| (begin(event.from), end(event.to)));
        }
        let persons = match measure {
            None | Some("destroyed" | "damaged") => None,
            Some(_) => words.groups.find("persons"),
        };
        Scope {
            event: figure.event,
            measure: figure.measure,
            severity: figure.severity,
            unit: self.input.units[figure.unit as usize].clone(),
            group: figure.group.or(persons),
            place: figure.place.or(event.and_then(|event| event.place)),
            period,
            counting,
        }
    }

    fn above(&self, place: u32, event: Option<u32>) -> Vec<u32> {
        let top = |place: u32| {
            let mut top = place;
            while let Some(parent) = self.input.places[top as usize].parent {
                top = parent;
            }
            top
        };
        let event_place = event.and_then(|event| self.input.events[event as usize].place);
        let mut above = Vec::new();
        let mut at = place;
        loop {
            let parent = self.input.places[at as usize].parent;
            match parent.or(event_place.filter(|&event_place| top(event_place) != top(at))) {
                Some(next) => above.push(next),
                None => return above,
            }
            at = above[above.len() - 1];
        }
    }

    fn inside(&self, side: Side, a: &Scope, b: &Scope) -> bool {
        let words = &self.input.words;
        match side {
            Side::Group => {
                matches!((a.group, b.group), (Some(a), Some(b)) if words.groups.is_inside(a, b))
            }
            Side::Measure => {
                matches!((a.measure, b.measure), (Some(a), Some(b)) if words.measures.is_inside(a, b))
            }
            Side::Severity => match (a.severity, b.severity) {
                (Some(_), None) => true,
                (Some(a), Some(b)) => words.severities.is_inside(a, b),
                _ => false,
            },
            Side::Place => match (a.place, b.place) {
                (Some(_), None) => true,
                (Some(a_place), Some(b_place)) => self.above(a_place, a.event).contains(&b_place),
                _ => false,
            },
            Side::Period => {
                let ((a_begin, a_end), (b_begin, b_end)) = (spread(a.period), spread(b.period));
                a.period != b.period && b_begin <= a_begin && a_end <= b_end
            }
        }
    }

    fn equal(side: Side, a: &Scope, b: &Scope) -> bool {
        match side {
            Side::Group => a.group == b.group,
            Side::Measure => a.measure == b.measure,
            Side::Severity => a.severity == b.severity,
            Side::Place => a.place == b.place,
            Side::Period => a.period == b.period,
        }
    }

    /// Whether two scopes that differ on one axis alone exclude each other on it.
    fn excludes(&self, side: Side, a: &Scope, b: &Scope) -> bool {
        let words = &self.input.words;
        match side {
            Side::Group => {
                matches!((a.group, b.group), (Some(a), Some(b)) if words.groups.excludes(a, b))
            }
            Side::Measure => {
                matches!((a.measure, b.measure), (Some(a), Some(b)) if words.measures.excludes(a, b))
            }
            Side::Severity => false,
            Side::Place => {
                a.place.is_some()
                    && b.place.is_some()
                    && a.place != b.place
                    && !self.inside(side, a, b)
                    && !self.inside(side, b, a)
            }
            Side::Period => {
                let ((a_begin, a_end), (b_begin, b_end)) = (spread(a.period), spread(b.period));
                a_end < b_begin || b_end < a_begin
            }
        }
    }

    const SIDES: [Side; 5] = [
        Side::Group,
        Side::Place,
        Side::Period,
        Side::Severity,
        Side::Measure,
    ];

    fn scope_inside(&self, a: &Scope, b: &Scope) -> bool {
        (a.event, &a.unit, a.counting) == (b.event, &b.unit, b.counting)
            && Self::SIDES
                .into_iter()
                .all(|side| Self::equal(side, a, b) || self.inside(side, a, b))
            && Self::SIDES.into_iter().any(|side| self.inside(side, a, b))
    }

    fn rows(&mut self) {
        let words = &self.input.words;
        for at in self.n() {
            let scope = &self.scopes[at];
            let part_of = |at: usize| {
                self.f(at)
                    .part_of
                    .and_then(|whole| self.place_in_order(whole))
            };
            let mut whole = part_of(at);
            let mut seen = vec![at];
            while let Some(next) = whole {
                if self.scopes[next] == *scope || seen.contains(&next) {
                    break;
                }
                seen.push(next);
                whole = part_of(next);
            }
            let same_scope = whole.filter(|&whole| self.scopes[whole] == *scope && whole != at);
            self.wholes[at] = same_scope.or(part_of(at));
            let named =
                |word: Option<WordId>, name: &str, other: &str| word.is_some() && name == other;
            self.alone[at] = same_scope.is_some()
                || scope.measure.is_none()
                || named(
                    scope.measure,
                    words.measures.name(scope.measure.unwrap_or(0)),
                    "other",
                )
                || named(
                    scope.group,
                    words.groups.name(scope.group.unwrap_or(0)),
                    "other",
                );
        }
        let in_cells: Vec<usize> = self
            .n()
            .filter(|&at| !matches!(self.f(at).stance, Stance::Recalls | Stance::Projects))
            .collect();
        let mut rows: Vec<Vec<usize>> = Vec::new();
        for at in in_cells {
            let row = rows.iter_mut().find(|row| {
                !self.alone[at] && !self.alone[row[0]] && self.scopes[row[0]] == self.scopes[at]
            });
            match row {
                Some(row) => row.push(at),
                None => rows.push(vec![at]),
            }
        }
        rows.sort_by(|a, b| {
            self.row_order(a[0])
                .partial_cmp(&self.row_order(b[0]))
                .expect("total")
        });
        for (number, row) in rows.iter().enumerate() {
            for &at in row {
                self.rows[at] = Some(number);
            }
        }
    }

    fn row_order(&self, at: usize) -> impl PartialOrd + use<'a> {
        let scope = &self.scopes[at];
        let path: Vec<String> = scope.place.map_or(Vec::new(), |place| {
            let mut path = vec![place];
            path.extend(self.above(place, scope.event));
            path.iter()
                .rev()
                .map(|&place| self.input.places[place as usize].name.clone())
                .collect()
        });
        let (word, code) = scope.unit.split_once(':').unwrap_or((&scope.unit, ""));
        let event = scope
            .event
            .map(|event| self.input.events[event as usize].name.clone());
        (
            (event.is_none(), event),
            (scope.measure.is_none(), scope.measure),
            scope.severity,
            scope.group,
            path,
            (scope.period != (None, None), spread(scope.period)),
            (self.input.words.units.find(word), code.to_owned()),
            (scope.counting, self.alone[at], at),
        )
    }

    fn of_row(&self, row: usize) -> Vec<usize> {
        self.n().filter(|&at| self.rows[at] == Some(row)).collect()
    }

    fn row_count(&self) -> usize {
        self.rows.iter().flatten().max().map_or(0, |last| last + 1)
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

    fn denials(&mut self) {
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

    fn kept(&self, at: usize) -> bool {
        self.asserts(at) && !matches!(self.standing[at], Standing::Denied | Standing::Retracted)
    }

    fn supersede_and_fold(&mut self) {
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

    fn board_rows(&mut self) -> Vec<Row> {
        (0..self.row_count())
            .map(|row| self.board_row(row))
            .collect()
    }

    fn board_row(&mut self, row: usize) -> Row {
        let figs = self.of_row(row);
        let current: Vec<usize> = figs.iter().copied().filter(|&at| self.counts(at)).collect();
        let scope = self.scopes[figs[0]].clone();
        let mut conflict: BTreeSet<usize> = BTreeSet::new();
        let mut scattered: BTreeSet<usize> = BTreeSet::new();
        let mut axes: BTreeSet<Axis> = BTreeSet::new();
        let mut agree = true;
        let mut issuers_differ = false;
        for &a in &current {
            for &b in &current {
                if self.same_issuer(a, b) {
                    continue;
                }
                issuers_differ = true;
                let pairing = self.pairing(a, b);
                agree &= pairing == Pairing::Comparable
                    && self.f(a).low == self.f(b).low
                    && self.f(a).high == self.f(b).high;
                match pairing {
                    Pairing::Comparable if self.disjoint(a, b) => conflict.extend([a, b]),
                    Pairing::Differ {
                        inclusion,
                        basis,
                        day,
                    } => {
                        scattered.extend([a, b]);
                        axes.extend(inclusion.then_some(Axis::Inclusion));
                        axes.extend(basis.then_some(Axis::Basis));
                        axes.extend(day.then_some(Axis::Day));
                    }
                    _ => {}
                }
            }
        }
        // Parts within the row that a day explains.
        for &part in &current {
            for &whole in &current {
                if self.pairing(part, whole) == Pairing::FirstIsPart
                    && self.below(whole, part)
                    && self.day_explains(part, whole)
                {
                    scattered.extend([part, whole]);
                    axes.insert(Axis::Day);
                }
            }
        }
        if !scattered.is_empty() {
            self.findings.push((
                FindingKind::ScopeDiffers,
                scattered.into_iter().collect(),
                axes.into_iter().collect(),
            ));
        }
        let mut lowest_first: Vec<usize> = conflict.iter().copied().collect();
        lowest_first.sort_by_key(|&at| {
            (
                self.f(at).low,
                (self.f(at).high.is_none(), self.f(at).high),
                at,
            )
        });
        let gap = lowest_first
            .iter()
            .filter_map(|&at| self.f(at).low)
            .max()
            .zip(lowest_first.iter().filter_map(|&at| self.f(at).high).min());
        if !lowest_first.is_empty() {
            self.findings
                .push((FindingKind::Conflict, lowest_first, vec![]));
        }
        let verdict = if current.is_empty() {
            Verdict::None
        } else if !issuers_differ {
            Verdict::Single
        } else if !conflict.is_empty() {
            Verdict::Conflict
        } else if agree {
            Verdict::Agree
        } else {
            Verdict::Compatible
        };
        let independent_origins = self.origins(&current);
        Row {
            event: scope.event,
            measure: scope.measure,
            severity: scope.severity,
            unit: (0..)
                .zip(&self.input.units)
                .find(|(_, unit)| **unit == scope.unit)
                .expect("a unit")
                .0,
            group: scope.group,
            place: scope.place,
            period: self.period_text(&figs),
            counting: scope.counting,
            cells: self.cells(&figs),
            verdict,
            lowest: current.iter().filter_map(|&at| self.f(at).low).min(),
            highest: current.iter().filter_map(|&at| self.f(at).high).max(),
            open_below: current.iter().any(|&at| self.f(at).low.is_none()),
            open_above: current.iter().any(|&at| self.f(at).high.is_none()),
            gap: gap.map(|(low, high)| Gap {
                difference: low.checked_sub(high),
                ratio: ratio(low, high),
            }),
            independent_origins,
        }
    }

    fn period_text(&self, figs: &[usize]) -> Option<String> {
        let date = |index: Option<u32>| index.map(|index| self.input.dates[index as usize].clone());
        let mut texts: Vec<String> = Vec::new();
        for &at in figs {
            let figure = self.f(at);
            let mut period = (date(figure.period_start), date(figure.period_end));
            if period == (None, None) && self.scopes[at].counting == Counting::New {
                let day = time(self.input, figure).map(Date::without_time);
                period = (day.clone(), day);
            }
            if period == (None, None)
                && let Some(event) = figure.event
            {
                let event = &self.input.events[event as usize];
                period = (date(event.from), date(event.to));
            }
            if period != (None, None) {
                let side =
                    |date: Option<Date>| date.map_or("..".to_owned(), |date| date.to_string());
                texts.push(format!("{}/{}", side(period.0), side(period.1)));
            }
        }
        texts.sort_by_key(|text| (text.len(), text.clone()));
        texts.into_iter().next()
    }

    fn cells(&self, figs: &[usize]) -> Vec<Cell> {
        let kinds = &self.input.words.source_kinds;
        let mut cells: Vec<(WordId, String, Cell)> = Vec::new();
        for &at in figs {
            let column = self.column(at);
            let placed = Placed {
                figure: self.figs[at] as u32,
                time: self.input.time_of(self.f(at)),
                standing: self.standing[at],
                under: self.under[at].map(|under| self.figs[under] as u32),
            };
            if let Some((_, _, cell)) = cells.iter_mut().find(|(_, _, cell)| cell.column == column)
            {
                cell.figures.push(placed);
                continue;
            }
            let (kind, name) = match column {
                Column::Source(source) => {
                    let source = &self.input.sources[source as usize];
                    (source.kind, source.name.clone())
                }
                Column::Speaker(speaker) => (
                    kinds.find("other").expect("built in"),
                    self.input.speakers[speaker as usize].clone(),
                ),
                Column::Outlet(outlet) => (
                    kinds.find("media").expect("built in"),
                    self.input.outlets[outlet as usize].clone(),
                ),
                Column::Unknown => (kinds.find("media").expect("built in"), String::new()),
            };
            cells.push((
                kind,
                name,
                Cell {
                    column,
                    kind,
                    figures: vec![placed],
                },
            ));
        }
        cells.sort_by(|(a_kind, a_name, _), (b_kind, b_name, _)| {
            (a_kind, a_name).cmp(&(b_kind, b_name))
        });
        cells.into_iter().map(|(_, _, cell)| cell).collect()
    }

    fn origins(&mut self, current: &[usize]) -> u32 {
        let derived: Vec<usize> = self
            .relations()
            .iter()
            .filter(|(kind, _, _)| *kind == RelationKind::DerivedFrom)
            .map(|&(_, from, _)| from)
            .collect();
        let origins: Vec<usize> = current
            .iter()
            .copied()
            .filter(|at| self.f(*at).source.is_some() && !derived.contains(at))
            .collect();
        let shown = |at: usize| self.under[at].unwrap_or(at);
        let recorded = |a: usize, b: usize| {
            self.relations().iter().any(|&(kind, from, to)| {
                kind == RelationKind::SameOriginAs
                    && [(shown(from), shown(to)), (shown(to), shown(from))].contains(&(a, b))
            })
        };
        let linked = |a: usize, b: usize| {
            let (Some(a_source), Some(b_source)) = (self.f(a).source, self.f(b).source) else {
                return false;
            };
            let (a_body, b_body) = (
                &self.input.sources[a_source as usize],
                &self.input.sources[b_source as usize],
            );
            let by_source = !self.individual(a)
                && !self.individual(b)
                && (a_body.parent == Some(b_source)
                    || b_body.parent == Some(a_source)
                    || a_body.relies_on.contains(&b_source)
                    || b_body.relies_on.contains(&a_source));
            self.same_issuer(a, b) || by_source || recorded(a, b)
        };
        let mut left: BTreeSet<usize> = origins.iter().copied().collect();
        let mut components: Vec<BTreeSet<usize>> = Vec::new();
        while let Some(first) = left.pop_first() {
            let mut component = BTreeSet::from([first]);
            let mut open = vec![first];
            while let Some(at) = open.pop() {
                let found: Vec<usize> = left
                    .iter()
                    .copied()
                    .filter(|&other| linked(at, other))
                    .collect();
                for other in found {
                    left.remove(&other);
                    component.insert(other);
                    open.push(other);
                }
            }
            components.push(component);
        }
        let several: Vec<Vec<usize>> = components
            .iter()
            .filter(|component| {
                component
                    .iter()
                    .any(|&a| component.iter().any(|&b| !self.same_issuer(a, b)))
            })
            .map(|component| component.iter().copied().collect())
            .collect();
        for component in several {
            self.findings
                .push((FindingKind::SameOrigin, component, vec![]));
        }
        components.len() as u32
    }

    fn can_be_part(&self, part: usize, whole: usize) -> bool {
        (self.partial_basis(whole).is_none()
            || self.partial_basis(whole) == self.partial_basis(part))
            && self.excluded(whole).is_subset(&self.excluded(part))
    }

    /// The whole is earlier, or both are counts of a moment and of different days.
    fn day_explains(&self, part: usize, whole: usize) -> bool {
        self.later(part, whole) || self.moments_differ(part, whole)
    }

    fn moments_differ(&self, a: usize, b: usize) -> bool {
        self.scopes[a].counting == Counting::Standing
            && self.scopes[b].counting == Counting::Standing
            && self.other_day(a, b)
    }

    fn is_part(&self, part: usize, whole: usize) -> bool {
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

    fn parts(&mut self) {
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

    fn sums(&mut self) {
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
