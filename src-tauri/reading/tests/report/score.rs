//! How a reading is held against what a careful reader takes from the same passage.

use std::collections::BTreeMap;
use std::ops::Range;

use onrecord_reading::{Draft, Figure, Reading};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::sets::{Passage, Wanted};

/// The figures over which a field is counted. Only right figures are asked at all.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Over {
    /// All of them.
    All,
    /// Those of which annotation or reading says something.
    Said,
    /// Those of which the annotation says something.
    Wanted,
}

/// When two values of a field are the same.
#[derive(Clone, Copy)]
enum Same {
    Word,
    /// The names match.
    Name,
    /// The one holds the other.
    Within,
}

/// The fields of a figure, in the order of the report.
const FIELDS: [(&str, Over, Same); 15] = [
    ("qualifier", Over::All, Same::Word),
    ("measure", Over::All, Same::Word),
    ("severity", Over::Said, Same::Word),
    ("group", Over::All, Same::Word),
    ("counted", Over::All, Same::Within),
    ("place", Over::Said, Same::Name),
    ("counting", Over::Said, Same::Word),
    ("basis", Over::Said, Same::Word),
    ("stance", Over::All, Same::Word),
    ("part_of", Over::Said, Same::Within),
    ("modality", Over::All, Same::Word),
    ("source", Over::Wanted, Same::Name),
    ("source_kind", Over::Wanted, Same::Word),
    ("speaker", Over::Wanted, Same::Name),
    ("role", Over::Wanted, Same::Within),
];

/// The lines of the report, in order.
pub fn lines() -> impl Iterator<Item = &'static str> {
    ["precision", "recall", "F1"]
        .into_iter()
        .chain(FIELDS.iter().map(|(name, ..)| *name))
        .chain(["via", "denied_by", "cues"])
}

/// What the readings of many passages came to.
#[derive(Default)]
pub struct Tally<'a> {
    wanted: usize,
    given: usize,
    right: usize,
    fields: BTreeMap<&'static str, Share>,
    pub mistakes: Vec<Mistake<'a>>,
}

#[derive(Default, Clone, Copy)]
struct Share {
    right: usize,
    of: usize,
}

/// One thing that was not read as it should be.
pub struct Mistake<'a> {
    pub passage: &'a Passage,
    pub figure: String,
    pub field: &'static str,
    pub wanted: String,
    pub got: String,
}

/// A figure of the reading, with the statement it stands in.
#[derive(Clone, Copy)]
struct Given<'a> {
    text: &'a str,
    figure: &'a Figure,
    draft: &'a Draft,
}

impl<'a> Tally<'a> {
    /// What a line of the report comes to, in per cent; none where nothing was asked.
    pub fn percent(&self, line: &str) -> Option<f64> {
        self.percent_without(line, 0)
    }

    /// What it would come to with so many less right.
    #[allow(clippy::cast_precision_loss)] // counts of test cases
    pub fn percent_without(&self, line: &str, less: usize) -> Option<f64> {
        let (right, of) = match line {
            "precision" => (self.right, self.given),
            "recall" => (self.right, self.wanted),
            "F1" => (2 * self.right, self.wanted + self.given),
            field => {
                let share = self.fields.get(field)?;
                (share.right, share.of)
            }
        };
        (of > 0).then(|| 100.0 * right.saturating_sub(less) as f64 / of as f64)
    }

    /// Holds a reading against its passage.
    pub fn add(&mut self, passage: &'a Passage, reading: &Reading) {
        let text = passage.text.as_str();
        let figures = reading.statements.iter().flat_map(|draft| {
            let figures = draft.figures.iter();
            figures.map(move |figure| Given {
                text,
                figure,
                draft,
            })
        });
        let mut left: Vec<Given> = figures.collect();
        self.wanted += passage.figures.len();
        self.given += left.len();
        for wanted in &passage.figures {
            let over = |given: &Given| overlap(&wanted.span, &given.figure.number.span);
            let found = left
                .iter()
                .position(|given| over(given) && is_right(wanted, given.figure))
                .or_else(|| left.iter().position(over));
            match found.map(|place| left.remove(place)) {
                Some(given) if is_right(wanted, given.figure) => {
                    self.right += 1;
                    self.ask(passage, wanted, given);
                }
                Some(given) => {
                    self.note(passage, wanted, "value", number(wanted), given.shown());
                }
                None => self.note(
                    passage,
                    wanted,
                    "value",
                    number(wanted),
                    "nothing".to_owned(),
                ),
            }
        }
        for given in left {
            self.mistakes.push(Mistake {
                passage,
                figure: text[given.figure.number.span.clone()].to_owned(),
                field: "value",
                wanted: "no figure".to_owned(),
                got: given.shown(),
            });
        }
        for cue in &passage.cues {
            let found = reading
                .statements
                .iter()
                .any(|draft| overlap(&cue.span, &draft.span) && says_all(cue, text, draft));
            self.count("cues", found);
            if !found {
                let wanted = OF_A_STATEMENT
                    .into_iter()
                    .filter(|field| cue.says(field))
                    .map(|field| any(&cue.any(field)));
                let wanted = wanted.collect::<Vec<_>>().join(", ");
                self.note(passage, cue, "cues", wanted, "no such statement".to_owned());
            }
        }
    }

    fn ask(&mut self, passage: &'a Passage, wanted: &Wanted, given: Given) {
        for (name, over, same) in FIELDS {
            let right = wanted.any(name);
            let got = given.field(name);
            let asked = match over {
                Over::All => true,
                Over::Said => got.is_some() || !right.contains(&None),
                Over::Wanted => !right.contains(&None),
            };
            if !asked {
                continue;
            }
            let is_right = right.iter().any(|one| one_value(*one, got, same));
            self.count(name, is_right);
            if !is_right {
                self.note(passage, wanted, name, any(&right), any(&[got]));
            }
        }
        let Given { text, draft, .. } = given;
        let links = draft.via.iter().map(|body| &text[body.span.clone()]);
        self.ask_bodies(
            passage,
            wanted,
            "via",
            &wanted.via(),
            &links.collect::<Vec<_>>(),
        );
        let denier = draft.denied_by.iter().map(|body| &text[body.span.clone()]);
        let names = Some(wanted.denied_by()).filter(|names| !names.is_empty());
        let names: Vec<Vec<&str>> = names.into_iter().collect();
        self.ask_bodies(
            passage,
            wanted,
            "denied_by",
            &names,
            &denier.collect::<Vec<_>>(),
        );
    }

    /// Bodies in their order, each of which may have several right names.
    fn ask_bodies(
        &mut self,
        passage: &'a Passage,
        wanted: &Wanted,
        line: &'static str,
        right: &[Vec<&str>],
        got: &[&str],
    ) {
        if right.is_empty() && got.is_empty() {
            return;
        }
        let is_right = right.len() == got.len()
            && right.iter().zip(got).all(|(names, given)| {
                let given = folded(given);
                names.iter().any(|name| folded(name) == given)
            });
        self.count(line, is_right);
        if !is_right {
            let right: Vec<String> = right.iter().map(|names| names.join(" or ")).collect();
            self.note(passage, wanted, line, right.join(" > "), got.join(" > "));
        }
    }

    fn count(&mut self, line: &'static str, is_right: bool) {
        let share = self.fields.entry(line).or_default();
        share.of += 1;
        share.right += usize::from(is_right);
    }

    fn note(
        &mut self,
        passage: &'a Passage,
        about: &Wanted,
        field: &'static str,
        wanted: String,
        got: String,
    ) {
        self.mistakes.push(Mistake {
            passage,
            figure: passage.text[about.span.clone()].to_owned(),
            field,
            wanted,
            got,
        });
    }
}

impl<'a> Given<'a> {
    fn field(self, name: &str) -> Option<&'a str> {
        let Self {
            text,
            figure,
            draft,
        } = self;
        let hints = &figure.hints;
        let words = |span: &Option<Range<usize>>| span.clone().map(|span| &text[span]);
        match name {
            "qualifier" => Some(figure.number.qualifier.as_str()),
            "measure" => hints.measure.as_deref(),
            "severity" => hints.severity.as_deref(),
            "group" => hints.group.as_deref(),
            "counted" => words(&hints.counted),
            "place" => words(&hints.place),
            "counting" => hints.counting.as_deref(),
            "basis" => hints.basis.as_deref(),
            "stance" => Some(hints.stance.as_str()),
            "part_of" => {
                let whole = draft.figures.get(hints.part_of?)?;
                Some(&text[whole.number.span.clone()])
            }
            of_the_statement => said(text, draft, of_the_statement),
        }
    }

    fn shown(self) -> String {
        let number = &self.figure.number;
        let part = |value: Option<String>| value.unwrap_or_else(|| "nothing".to_owned());
        format!(
            "{} ({}..{}) {} from “{}”",
            part(number.point.map(|value| value.to_string())),
            part(number.low.map(|value| value.to_string())),
            part(number.high.map(|value| value.to_string())),
            unit(self.figure),
            &self.text[number.span.clone()]
        )
    }
}

/// The fields of a statement that a cue may ask for.
const OF_A_STATEMENT: [&str; 4] = ["speaker", "source", "source_kind", "modality"];

/// A field of a statement, by the name that it has in the sets.
fn said<'a>(text: &'a str, draft: &'a Draft, name: &str) -> Option<&'a str> {
    let (speaker, source) = (draft.speaker.as_ref(), draft.source.as_ref());
    match name {
        "speaker" => Some(&text[speaker?.span.clone()]),
        "role" => Some(&text[speaker?.role.clone()?]),
        "source" => Some(&text[source?.span.clone()]),
        "source_kind" => Some(&source?.kind),
        "modality" => Some(draft.modality.as_str()),
        other => panic!("no field {other}"),
    }
}

fn says_all(cue: &Wanted, text: &str, draft: &Draft) -> bool {
    OF_A_STATEMENT
        .into_iter()
        .filter(|name| cue.says(name))
        .all(|name| {
            let got = said(text, draft, name);
            let right = cue.any(name);
            right.into_iter().any(|one| one_value(one, got, Same::Name))
        })
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// Whether point, bounds and unit are as wanted.
fn is_right(wanted: &Wanted, figure: &Figure) -> bool {
    let number = &figure.number;
    let same = |field: &str, got: Option<&str>| wanted.any(field).contains(&got);
    let amounts = [
        ("point", number.point),
        ("low", number.low),
        ("high", number.high),
    ];
    amounts.into_iter().all(|(field, amount)| {
        let amount = amount.map(|amount| amount.to_string());
        same(field, amount.as_deref())
    }) && same("unit", Some(&number.unit))
        && (!wanted.says("unit_code") || same("unit_code", number.unit_code.as_deref()))
}

fn unit(figure: &Figure) -> String {
    let number = &figure.number;
    match &number.unit_code {
        Some(code) => format!("{}:{code}", number.unit),
        None => number.unit.clone(),
    }
}

fn one_value(wanted: Option<&str>, got: Option<&str>, same: Same) -> bool {
    let (Some(wanted), Some(got)) = (wanted, got) else {
        return wanted == got;
    };
    match same {
        Same::Word => wanted == got,
        Same::Name => folded(wanted) == folded(got),
        Same::Within => {
            let (wanted, got) = (folded(wanted), folded(got));
            wanted.contains(&got) || got.contains(&wanted)
        }
    }
}

/// A name as it is matched: NFKD, marks off, case folded, white space and apostrophes as one kind.
fn folded(name: &str) -> String {
    let plain: String = name
        .nfkd()
        .filter(|sign| !is_combining_mark(*sign))
        .map(|sign| match sign {
            '’' | '‘' | 'ʼ' => '\'',
            other => other,
        })
        .flat_map(char::to_lowercase)
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn any(values: &[Option<&str>]) -> String {
    let words: Vec<&str> = values.iter().map(|one| one.unwrap_or("nothing")).collect();
    words.join(" or ")
}

fn number(wanted: &Wanted) -> String {
    let part = |field: &str| any(&wanted.any(field));
    let code = if wanted.says("unit_code") {
        format!(":{}", part("unit_code"))
    } else {
        String::new()
    };
    format!(
        "{} ({}..{}) {}{code}",
        part("point"),
        part("low"),
        part("high"),
        part("unit")
    )
}
