//! Small projects written as lines, and boards read by the labels of figures.

use std::collections::HashMap;

use onrecord_core::domain::compare::{
    Board, Event, Figure, Finding, Input, Link, Place, Relation, Row, Source, compare,
};
use onrecord_core::domain::date::Date;
use onrecord_core::domain::vocabulary::{Stance, Words};
use onrecord_reading::{Amount, Qualifier, bounds};
use uuid::Uuid;

/// A project of one event, "Unrest", in the place "Country", which holds "City" (with "Quarter") and "Town".
#[derive(Clone)]
pub struct Project {
    pub input: Input,
    labels: Vec<String>,
}

/// Bodies that every project knows, with their kinds and parents.
const BODIES: [(&str, &str, Option<&str>); 9] = [
    ("Interior", "ministry", None),
    ("Health", "health_authority", None),
    ("Agency", "emergency_service", Some("Interior")),
    ("Hospital", "hospital", None),
    ("Rights", "rights_group", None),
    ("Neighbour", "witness", None),
    ("Account", "social_media", None),
    ("Wire", "news_agency", None),
    ("Gazette", "media", None),
];

impl Project {
    /// Figures, one a line: `label: [source] number key=value…`. Numbers are `18`, `18+` (at least), `>18`, `<=18`,
    /// `<18`, `~18` (about), `9-16` (between). Keys are those of [`Project::set`]. A line `label KIND label` is a
    /// relation.
    pub fn of(lines: &str) -> Project {
        let words = Words::built_in();
        let mut input = Input {
            units: vec!["count".to_owned()],
            events: vec![Event {
                name: "Unrest".to_owned(),
                place: Some(0),
                from: None,
                to: None,
            }],
            ..Input::default()
        };
        let place = |name: &str, parent| Place {
            name: name.to_owned(),
            parent,
        };
        input.places = vec![
            place("Country", None),
            place("City", Some(0)),
            place("Quarter", Some(1)),
            place("Town", Some(0)),
        ];
        input.places.push(place("Border", None));
        for (name, kind, parent) in BODIES {
            let at = |name: &str| BODIES.iter().position(|body| body.0 == name).unwrap() as u32;
            let kind = words.source_kinds.find(kind).unwrap();
            input.sources.push(Source {
                name: name.to_owned(),
                kind,
                parent: parent.map(at),
                relies_on: vec![],
            });
        }
        let mut project = Project {
            input,
            labels: vec![],
        };
        for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
            match line
                .split_once(':')
                .filter(|(label, _)| !label.contains(' '))
            {
                Some((label, rest)) => project.add(label, rest),
                None => project.relate(line),
            }
        }
        project
    }

    fn add(&mut self, label: &str, line: &str) {
        let at = self.labels.len();
        let mut figure = Figure {
            id: Uuid::from_u128(at as u128 + 1),
            event: Some(0),
            source: None,
            speaker: None,
            outlet: None,
            via: 0..0,
            measure: self.input.words.measures.find("killed"),
            severity: None,
            group: None,
            basis: None,
            unit: 0,
            place: None,
            period_start: None,
            period_end: None,
            as_of: None,
            stated_at: None,
            published_at: None,
            counting: None,
            stance: Stance::Asserts,
            qualifier: Qualifier::Exact,
            vague: false,
            point: None,
            low: None,
            high: None,
            excludes: 0..0,
            part_of: None,
        };
        self.labels.push(label.to_owned());
        for token in line.split_whitespace() {
            if let Some((key, value)) = token
                .split_once('=')
                .filter(|(key, _)| !key.starts_with('<'))
            {
                self.set(&mut figure, key, value);
            } else if let Some(source) = self
                .input
                .sources
                .iter()
                .position(|source| source.name == token)
            {
                figure.source = Some(source as u32);
            } else {
                number(&mut figure, token);
            }
        }
        self.input.figures.push(figure);
    }

    fn set(&mut self, figure: &mut Figure, key: &str, value: &str) {
        let list_at = |list: &mut Vec<String>, value: &str| {
            list.iter()
                .position(|other| other == value)
                .unwrap_or_else(|| {
                    list.push(value.to_owned());
                    list.len() - 1
                }) as u32
        };
        let words = &mut self.input.words;
        match key {
            "event" => figure.event = None,
            "on" => figure.published_at = Some(self.date(value)),
            "said" => figure.stated_at = Some(self.date(value)),
            "as_of" => figure.as_of = Some(self.date(value)),
            "from" => figure.period_start = Some(self.date(value)),
            "to" => figure.period_end = Some(self.date(value)),
            "measure" => figure.measure = words.measures.find(value),
            "severity" => figure.severity = words.severities.find(value),
            "group" => figure.group = Some(words.groups.add(value, None)),
            "basis" => figure.basis = words.bases.find(value),
            "counting" => figure.counting = Some(value.parse().unwrap()),
            "stance" => figure.stance = value.parse().unwrap(),
            "place" => {
                let place = self
                    .input
                    .places
                    .iter()
                    .position(|place| place.name == value);
                figure.place = Some(place.expect("a place") as u32);
            }
            "speaker" => figure.speaker = Some(list_at(&mut self.input.speakers, value)),
            "outlet" => figure.outlet = Some(list_at(&mut self.input.outlets, value)),
            "unit" => figure.unit = list_at(&mut self.input.units, value),
            "vague" => figure.vague = value == "yes",
            "part_of" => figure.part_of = Some(self.label(value)),
            "excludes" => {
                let start = self.input.excluded.len() as u32;
                for word in value.split(',') {
                    let term = list_at(&mut self.input.terms, word);
                    self.input.excluded.push(term);
                }
                figure.excludes = start..self.input.excluded.len() as u32;
            }
            "via" => {
                let start = self.input.links.len() as u32;
                for link in value.split(',') {
                    let (name, connection) = link.split_once('/').unwrap_or((link, "agency"));
                    let source = self
                        .input
                        .sources
                        .iter()
                        .position(|source| source.name == name)
                        .unwrap() as u32;
                    self.input.links.push(Link {
                        source,
                        connection: connection.parse().unwrap(),
                    });
                }
                figure.via = start..self.input.links.len() as u32;
            }
            _ => panic!("no key {key}"),
        }
    }

    fn relate(&mut self, line: &str) {
        let [from, kind, to] = line.split_whitespace().collect::<Vec<_>>()[..] else {
            panic!("no relation: {line}")
        };
        let relation = Relation {
            kind: kind.parse().unwrap(),
            from: self.label(from),
            to: self.label(to),
        };
        self.input.relations.push(relation);
    }

    fn date(&mut self, text: &str) -> u32 {
        // `9` is short for the ninth of January 2022.
        let text = if text.len() <= 2 {
            format!("2022-01-{text:0>2}")
        } else {
            text.to_owned()
        };
        self.input.dates.push(Date::parse(&text).unwrap());
        self.input.dates.len() as u32 - 1
    }

    fn label(&self, label: &str) -> u32 {
        self.labels
            .iter()
            .position(|other| other == label)
            .expect("a label") as u32
    }

    /// The board of everything.
    pub fn board(&self) -> Seen<'_> {
        Seen {
            project: self,
            board: compare(&self.input, None),
        }
    }

    /// The board of a day of January 2022.
    pub fn board_of(&self, day: &str) -> Seen<'_> {
        let date = Date::parse(&format!("2022-01-{day:0>2}")).unwrap();
        Seen {
            project: self,
            board: compare(&self.input, Some(&date)),
        }
    }
}

fn number(figure: &mut Figure, token: &str) {
    let amount = |text: &str| Some(text.parse::<Amount>().unwrap());
    if let Some((low, high)) = token.split_once('-') {
        (figure.qualifier, figure.low, figure.high) =
            (Qualifier::Between, amount(low), amount(high));
        return;
    }
    let (qualifier, point) = match token {
        _ if token.ends_with('+') => (Qualifier::AtLeast, token.trim_end_matches('+')),
        _ if token.starts_with("<=") => (Qualifier::AtMost, token.trim_start_matches("<=")),
        _ if token.starts_with('<') => (Qualifier::LessThan, token.trim_start_matches('<')),
        _ if token.starts_with('>') => (Qualifier::MoreThan, token.trim_start_matches('>')),
        _ if token.starts_with('~') => (Qualifier::About, token.trim_start_matches('~')),
        _ => (Qualifier::Exact, token),
    };
    let filled = bounds(qualifier, amount(point), true).unwrap();
    (figure.qualifier, figure.point, figure.low, figure.high) =
        (qualifier, amount(point), filled.low, filled.high);
}

/// A board, asked by labels.
pub struct Seen<'p> {
    project: &'p Project,
    pub board: Board,
}

impl Seen<'_> {
    /// The row that a figure stands in.
    pub fn row(&self, label: &str) -> &Row {
        let figure = self.project.label(label);
        let holds = |row: &&Row| {
            row.cells
                .iter()
                .flat_map(|cell| &cell.figures)
                .any(|placed| placed.figure == figure)
        };
        self.board.rows.iter().find(holds).expect("a row")
    }

    /// Whether a figure stands in a cell.
    pub fn stands(&self, label: &str) -> bool {
        self.states().contains_key(label)
    }

    /// `verdict` of the row of a figure.
    pub fn verdict(&self, label: &str) -> &'static str {
        self.row(label).verdict.as_str()
    }

    /// Standing of a figure, and what it is folded under: `current`, `superseded < a`.
    pub fn state(&self, label: &str) -> String {
        self.states()[label].clone()
    }

    fn states(&self) -> HashMap<String, String> {
        let labels = &self.project.labels;
        let placed = self
            .board
            .rows
            .iter()
            .flat_map(|row| &row.cells)
            .flat_map(|cell| &cell.figures);
        placed
            .map(|placed| {
                let under = placed.under.map_or(String::new(), |under| {
                    format!(" < {}", labels[under as usize])
                });
                (
                    labels[placed.figure as usize].clone(),
                    format!("{}{under}", placed.standing),
                )
            })
            .collect()
    }

    /// Every finding: `conflict a b`, `scope_differs a b [day]`.
    pub fn findings(&self) -> Vec<String> {
        let labels = &self.project.labels;
        let text = |finding: &Finding| {
            let figures: Vec<&str> = finding
                .figures
                .iter()
                .map(|&at| labels[at as usize].as_str())
                .collect();
            let axes: Vec<&str> = finding.axes.iter().map(|axis| axis.as_str()).collect();
            let axes = if axes.is_empty() {
                String::new()
            } else {
                format!(" [{}]", axes.join(", "))
            };
            format!("{} {}{axes}", finding.kind.as_str(), figures.join(" "))
        };
        self.board.findings.iter().map(text).collect()
    }

    /// The findings of one kind.
    pub fn of_kind(&self, kind: &str) -> Vec<String> {
        let kind = format!("{kind} ");
        let findings = self.findings().into_iter();
        findings
            .filter_map(|finding| finding.strip_prefix(&kind).map(str::to_owned))
            .collect()
    }

    /// The label of the first figure of each row, in order.
    pub fn rows(&self) -> Vec<&str> {
        let first = |row: &Row| {
            let figures = row.cells.iter().flat_map(|cell| &cell.figures);
            let first = figures.map(|placed| placed.figure).min().unwrap();
            self.project.labels[first as usize].as_str()
        };
        self.board.rows.iter().map(first).collect()
    }
}
