//! What figures count, and which scope lies inside which, climbing every tree.

use super::*;

impl Brute<'_> {
    pub(super) fn scope(&self, at: usize) -> Scope {
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
            Some("destroyed" | "damaged") => None,
            _ => words.groups.find("persons"),
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

    pub(super) fn above(&self, place: u32, event: Option<u32>) -> Vec<u32> {
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

    pub(super) fn inside(&self, side: Side, a: &Scope, b: &Scope) -> bool {
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

    pub(super) fn equal(side: Side, a: &Scope, b: &Scope) -> bool {
        match side {
            Side::Group => a.group == b.group,
            Side::Measure => a.measure == b.measure,
            Side::Severity => a.severity == b.severity,
            Side::Place => a.place == b.place,
            Side::Period => a.period == b.period,
        }
    }

    /// Whether two scopes that differ on one axis alone exclude each other on it.
    pub(super) fn excludes(&self, side: Side, a: &Scope, b: &Scope) -> bool {
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

    pub(super) const SIDES: [Side; 5] = [
        Side::Group,
        Side::Place,
        Side::Period,
        Side::Severity,
        Side::Measure,
    ];

    pub(super) fn scope_inside(&self, a: &Scope, b: &Scope) -> bool {
        (a.event, &a.unit, a.counting) == (b.event, &b.unit, b.counting)
            && Self::SIDES
                .into_iter()
                .all(|side| Self::equal(side, a, b) || self.inside(side, a, b))
            && Self::SIDES.into_iter().any(|side| self.inside(side, a, b))
    }
}
