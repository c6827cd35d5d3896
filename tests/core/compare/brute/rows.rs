//! Which figures share a row, and what the row says.

use super::*;

impl<'a> Brute<'a> {
    pub(super) fn rows(&mut self) {
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

    pub(super) fn row_order(&self, at: usize) -> impl PartialOrd + use<'a> {
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

    pub(super) fn of_row(&self, row: usize) -> Vec<usize> {
        self.n().filter(|&at| self.rows[at] == Some(row)).collect()
    }

    pub(super) fn row_count(&self) -> usize {
        self.rows.iter().flatten().max().map_or(0, |last| last + 1)
    }

    pub(super) fn board_rows(&mut self) -> Vec<Row> {
        (0..self.row_count())
            .map(|row| self.board_row(row))
            .collect()
    }

    pub(super) fn board_row(&mut self, row: usize) -> Row {
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

    pub(super) fn period_text(&self, figs: &[usize]) -> Option<String> {
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

    pub(super) fn cells(&self, figs: &[usize]) -> Vec<Cell> {
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

    pub(super) fn origins(&mut self, current: &[usize]) -> u32 {
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
}
