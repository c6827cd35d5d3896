//! One change to many rows of the claim table: one operation, one step of undo, all of the rows or none.

use super::progress::Answer;
use super::{Asked, Desk, Error, edit, edit_record, relate};
use crate::domain::nouns::Statement;
use crate::exchange::{push_item, split_items};
use crate::store::{ChosenClaim, Gate, StoreError};
use crate::view::{AssessmentInput, ClaimRefused, ClaimsEdit, ClaimsEdited, Note};
use std::collections::HashSet;

/// How many of the rows that cannot be changed are named.
const NAMED: usize = 20;

/// What is set in statements, by the names of their fields; of tags, which are added and which taken away.
const OF_STATEMENTS: &[&str] = &[
    "event",
    "source",
    "speaker",
    "speaker_role",
    "via",
    "modality",
    "stated_at",
    "second_reader",
    "confidential",
    ADD_TAGS,
    REMOVE_TAGS,
];
const ADD_TAGS: &str = "add_tags";
const REMOVE_TAGS: &str = "remove_tags";

/// What is set in figures.
const OF_FIGURES: &[&str] = &[
    "measure",
    "severity",
    "group",
    "place",
    "as_of",
    "period_start",
    "period_end",
    "counting",
    "basis",
    "stance",
    "unit",
    "doubtful",
];

/// A judgement of what the row is: its figure, or its statement where it has none.
const ASSESSMENT: &str = "assessment";

/// What is changed, one after the other.
enum Targets {
    Statements(Vec<String>),
    Figures(Vec<String>),
    Rows(Vec<ChosenClaim>),
}

impl Desk {
    /// Sets one field of every chosen row, as one operation. A row that cannot be changed is named with its reason, and
    /// then nothing is changed; nor is it when the change is only tried. `progress` is told what is done, and of how many.
    ///
    /// # Errors
    /// When the field cannot be set in this way, a column or the event is unknown, an id is no row's, the project cannot be
    /// written, or the work was told to stop; then nothing is changed.
    pub fn edit_claims<A: Answer>(
        &mut self,
        input: &ClaimsEdit,
        mut progress: impl FnMut(u32, u32) -> A,
    ) -> Result<ClaimsEdited, Error> {
        let event = self.checked(&input.filter, &[])?;
        let mut edited = ClaimsEdited::default();
        let mut taken_back = false;
        let done = self.operation("claims_edit", |gate| {
            let targets = targets(input, chosen(gate, input, event.as_deref())?)?;
            let total = u32::try_from(targets.len()).unwrap_or(u32::MAX);
            for (at, done) in (0..targets.len()).zip(1..) {
                let before = gate.written();
                match targets.set(gate, at, input, &mut edited.notes) {
                    Ok(()) if gate.written() > before => *targets.count(at, &mut edited) += 1,
                    Ok(()) => {}
                    Err(error @ Error::Store(_)) => return Err(error),
                    Err(error) => refuse(gate, &targets.row(gate, at)?, &error, &mut edited)?,
                }
                if !progress(done, total).goes_on() {
                    return Err(StoreError::Stopped.into());
                }
            }
            edited.notes.dedup();
            taken_back = input.try_only || edited.refused > 0;
            if taken_back {
                return Err(StoreError::Stopped.into());
            }
            gate.tell("field", input.field.clone());
            gate.tell("value", input.value.trim());
            gate.tell("statements", edited.statements);
            gate.tell("figures", edited.figures);
            Ok(())
        });
        match done {
            Ok(((), changes)) => edited.changes = changes,
            Err(_) if taken_back => {}
            Err(error) => return Err(error),
        }
        Ok(edited)
    }
}

/// The rows that are meant: those named, or all that the filter shows but those named.
fn chosen(
    gate: &Gate<'_>,
    input: &ClaimsEdit,
    event: Option<&str>,
) -> Result<Vec<ChosenClaim>, Error> {
    if input.all {
        let named: HashSet<&str> = input.ids.iter().map(String::as_str).collect();
        let mut rows = gate.claims_under(&input.filter, event)?;
        rows.retain(|row| !named.contains(row.id()));
        return Ok(rows);
    }
    let row = |id: &String| {
        let unknown = || Asked::UnknownId { id: id.clone() };
        Ok(gate.read().claim_of(id)?.ok_or_else(unknown)?)
    };
    input.ids.iter().map(row).collect()
}

fn targets(input: &ClaimsEdit, rows: Vec<ChosenClaim>) -> Result<Targets, Error> {
    let field = input.field.as_str();
    if OF_STATEMENTS.contains(&field) {
        let mut seen = HashSet::with_capacity(rows.len());
        let mut statements = rows
            .into_iter()
            .map(|row| row.statement)
            .collect::<Vec<_>>();
        statements.retain(|id| seen.insert(id.clone()));
        Ok(Targets::Statements(statements))
    } else if OF_FIGURES.contains(&field) {
        let figures = rows.into_iter().filter_map(|row| row.figure).collect();
        Ok(Targets::Figures(figures))
    } else if field == ASSESSMENT {
        Ok(Targets::Rows(rows))
    } else {
        let known = [OF_STATEMENTS, OF_FIGURES, &[ASSESSMENT]].concat();
        Err(edit::unknown_field("claim", field, &known))
    }
}

impl Targets {
    fn len(&self) -> usize {
        match self {
            Targets::Statements(ids) | Targets::Figures(ids) => ids.len(),
            Targets::Rows(rows) => rows.len(),
        }
    }

    /// Sets the field of one of them.
    fn set(
        &self,
        gate: &mut Gate<'_>,
        at: usize,
        input: &ClaimsEdit,
        notes: &mut Vec<Note>,
    ) -> Result<(), Error> {
        let (field, value) = (input.field.as_str(), input.value.as_str());
        match self {
            Targets::Statements(ids) => {
                let Some(id) = ids.get(at) else { return Ok(()) };
                let set = match field {
                    ADD_TAGS | REMOVE_TAGS => {
                        ("tags".to_owned(), tags(gate, id, value, field == ADD_TAGS)?)
                    }
                    _ => (field.to_owned(), value.to_owned()),
                };
                edit_record::statement(gate, id, &[set], notes)
            }
            Targets::Figures(ids) => {
                let Some(id) = ids.get(at) else { return Ok(()) };
                edit_record::figure(gate, id, &[(field.to_owned(), value.to_owned())])
            }
            Targets::Rows(rows) => {
                let Some(row) = rows.get(at) else {
                    return Ok(());
                };
                let judged = AssessmentInput {
                    id: row.id().to_owned(),
                    status: value.trim().to_owned(),
                    grade: None,
                    rule: None,
                    reasoning: input.reasoning.clone().unwrap_or_default(),
                };
                relate::judge(gate, &judged).map(drop)
            }
        }
    }

    /// What a change of one of them counts as.
    fn count<'e>(&self, at: usize, edited: &'e mut ClaimsEdited) -> &'e mut u32 {
        let figure = match self {
            Targets::Statements(_) => false,
            Targets::Figures(_) => true,
            Targets::Rows(rows) => rows.get(at).is_some_and(|row| row.figure.is_some()),
        };
        if figure {
            &mut edited.figures
        } else {
            &mut edited.statements
        }
    }

    fn row(&self, gate: &Gate<'_>, at: usize) -> Result<ChosenClaim, Error> {
        let id = match self {
            Targets::Statements(ids) | Targets::Figures(ids) => ids.get(at).cloned(),
            Targets::Rows(rows) => rows.get(at).map(|row| row.id().to_owned()),
        }
        .unwrap_or_default();
        let row = gate.read().claim_of(&id)?;
        row.ok_or_else(|| Asked::UnknownId { id }.into())
    }
}

/// Names a row that cannot be changed, by its words.
fn refuse(
    gate: &Gate<'_>,
    row: &ChosenClaim,
    error: &Error,
    edited: &mut ClaimsEdited,
) -> Result<(), Error> {
    edited.refused += 1;
    if edited.refusals.len() < NAMED {
        let statement: Option<Statement> = gate.read().get(&row.statement)?;
        edited.refusals.push(ClaimRefused {
            id: row.id().to_owned(),
            quote: statement.map(|one| one.quote).unwrap_or_default(),
            error: error.api(),
        });
    }
    Ok(())
}

/// The tags of a statement with some added or taken away, as a cell.
fn tags(gate: &Gate<'_>, id: &str, given: &str, add: bool) -> Result<String, Error> {
    let statement: Statement = edit::stored(gate.read().get(id)?, id)?;
    let given = split_items(given);
    let mut tags = statement.tags;
    tags.retain(|tag| add || !given.contains(tag));
    if add {
        for tag in given {
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
    }
    let mut cell = String::new();
    tags.iter().for_each(|tag| push_item(&mut cell, tag));
    Ok(cell)
}
