//! What figures do to each other, and what a person judges of them.

use super::desk::some_text;
use super::record::parse_word;
use super::{Asked, Desk, Error};
use crate::domain::nouns::{Assessment, Figure, Relation};
use crate::domain::refusal::Refusal;
use crate::domain::vocabulary::{AssessmentStatus, RelationKind};
use crate::store::{Gate, Noun};
use crate::view::{AssessmentInput, RelationInput, Written};
use std::collections::{HashMap, HashSet};

/// The word for a relation that is kept in the figure's own field.
const PART_OF: &str = "part_of";

impl Desk {
    /// Records what one figure does to another.
    ///
    /// # Errors
    /// When one of them is no figure, the word is no relation, or relations would lead in a circle.
    pub fn relate(&mut self, input: &RelationInput) -> Result<Written, Error> {
        let (id, changes) = self.operation("relate", |gate| {
            gate.tell("kind", input.kind.clone());
            let from = figure(gate, &input.from)?;
            let to = figure(gate, &input.to)?;
            if input.kind == PART_OF {
                let part = Figure {
                    part_of: Some(to.id),
                    ..from
                };
                refuse_circles(gate, [&part])?;
                gate.update(&part)?;
                return Ok(part.id);
            }
            let kind = parse_word::<RelationKind>("relation", &input.kind)?;
            keep_relation(gate, kind, from.id, to.id)
        })?;
        Ok(Written {
            id,
            changes,
            notes: Vec::new(),
        })
    }

    /// Adds a judgement of a statement or a figure. The newest counts; the older ones stay on record.
    ///
    /// # Errors
    /// When there is no such statement or figure, the word or the grade is none, or the reasons are missing.
    pub fn assess(&mut self, input: &AssessmentInput) -> Result<Written, Error> {
        let (id, changes) = self.operation("assess", |gate| {
            gate.tell("status", input.status.clone());
            judge(gate, input)
        })?;
        Ok(Written {
            id,
            changes,
            notes: Vec::new(),
        })
    }
}

/// Adds a judgement.
pub(super) fn judge(gate: &mut Gate<'_>, input: &AssessmentInput) -> Result<String, Error> {
    let status = parse_word::<AssessmentStatus>("assessment", &input.status)?;
    if input.grade.is_some_and(|grade| !(1..=6).contains(&grade)) {
        return Err(bad_grade(input.grade).into());
    }
    let (statement_id, figure_id) = match gate.read().noun_of(&input.id)? {
        Some(Noun::Statement) => (Some(input.id.clone()), None),
        Some(Noun::Figure) => (None, Some(input.id.clone())),
        Some(noun) => {
            return Err(Asked::WrongNoun {
                id: input.id.clone(),
                noun: noun.as_str(),
            }
            .into());
        }
        None => {
            return Err(Asked::UnknownId {
                id: input.id.clone(),
            }
            .into());
        }
    };
    let assessment = Assessment {
        id: gate.new_id(),
        statement_id,
        figure_id,
        status,
        grade: input.grade,
        rule: input.rule.as_deref().and_then(some_text),
        reasoning: some_text(&input.reasoning).ok_or(Asked::ReasoningMissing)?,
        by: gate.by().to_owned(),
        at: gate.now(),
        hidden: false,
    };
    gate.insert(&assessment)?;
    Ok(assessment.id)
}

fn bad_grade(grade: Option<u8>) -> Asked {
    Asked::BadValue {
        field: "grade".to_owned(),
        value: grade.map(|grade| grade.to_string()).unwrap_or_default(),
        wanted: "grade".to_owned(),
    }
}

fn figure(gate: &Gate<'_>, id: &str) -> Result<Figure, Error> {
    match gate.read().get(id)? {
        Some(figure) => Ok(figure),
        None => Err(match gate.read().noun_of(id)? {
            Some(noun) => Asked::WrongNoun {
                id: id.to_owned(),
                noun: noun.as_str(),
            },
            None => Asked::UnknownId { id: id.to_owned() },
        }
        .into()),
    }
}

/// Keeps a relation between two figures that are there; one that is there already stays as it is.
pub(crate) fn keep_relation(
    gate: &mut Gate<'_>,
    kind: RelationKind,
    from: String,
    to: String,
) -> Result<String, Error> {
    if let Some(id) = gate.read().relation(kind, &from, &to)? {
        return Ok(id);
    }
    let circle = || Refusal::RelationCircle { target: to.clone() };
    if from == to {
        return Err(circle().into());
    }
    // "Same origin" says the same in both directions; every other relation has an older and a newer end.
    if kind != RelationKind::SameOriginAs && leads_to(gate, &to, &from)? {
        return Err(circle().into());
    }
    let relation = Relation {
        id: gate.new_id(),
        kind,
        from_figure: from,
        to_figure: to,
        by: gate.by().to_owned(),
        at: gate.now(),
    };
    gate.insert(&relation)?;
    Ok(relation.id)
}

/// Makes the relations that go out from a figure the ones given. True when that changed anything.
pub(crate) fn keep_relations(
    gate: &mut Gate<'_>,
    from: &str,
    wanted: Vec<(RelationKind, String)>,
) -> Result<bool, Error> {
    let stored = gate.read().ids_where::<Relation>("from_figure", from)?;
    let mut changed = false;
    for id in &stored {
        let relation: Option<Relation> = gate.read().get(id)?;
        let goes = relation.is_some_and(|relation| {
            wanted
                .iter()
                .all(|(kind, to)| (*kind, to) != (relation.kind, &relation.to_figure))
        });
        changed |= goes && gate.delete::<Relation>(id)?;
    }
    for (kind, to) in wanted {
        figure(gate, &to)?;
        let id = keep_relation(gate, kind, from.to_owned(), to)?;
        changed |= !stored.contains(&id);
    }
    Ok(changed)
}

/// Whether directed relations lead from one figure to another.
fn leads_to(gate: &Gate<'_>, from: &str, to: &str) -> Result<bool, Error> {
    let mut open = vec![from.to_owned()];
    let mut seen = HashSet::new();
    while let Some(at) = open.pop() {
        if at == to {
            return Ok(true);
        }
        if seen.insert(at.clone()) {
            open.extend(gate.read().related(&at)?);
        }
    }
    Ok(false)
}

/// Refuses figures whose `part_of` leads nowhere or back to themselves. The figures given count as they are given, all
/// others as they are stored.
pub(crate) fn refuse_circles<'f>(
    gate: &Gate<'_>,
    figures: impl IntoIterator<Item = &'f Figure>,
) -> Result<(), Error> {
    let given: HashMap<&str, Option<&str>> = figures
        .into_iter()
        .map(|figure| (figure.id.as_str(), figure.part_of.as_deref()))
        .collect();
    for (id, whole) in &given {
        let mut at = whole.map(str::to_owned);
        let mut seen = HashSet::new();
        while let Some(whole) = at {
            if whole == *id || !seen.insert(whole.clone()) {
                return Err(Refusal::PartOfCircle { target: whole }.into());
            }
            at = match given.get(whole.as_str()) {
                Some(next) => next.map(str::to_owned),
                None => match gate.read().get::<Figure>(&whole)? {
                    Some(figure) => figure.part_of,
                    None => return Err(Refusal::PartOfNowhere { target: whole }.into()),
                },
            };
        }
    }
    Ok(())
}
