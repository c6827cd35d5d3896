//! Adding the claims of a file: one operation, in which each claim stands or falls by itself.

use super::desk::note;
use super::record::{self, Recording, RecordingFigure, Standpoint, settled};
use super::{Asked, Desk, Error, anchored, links, relate};
use crate::domain::claim::{Claim, ReadNumber};
use crate::domain::nouns::{Relation, Statement};
use crate::domain::refusal::{Refusal, Refused};
use crate::domain::vocabulary::{Modality, StatementStatus, Words};
use crate::exchange::ClaimFile;
use crate::store::{Gate, StoreError};
use crate::view::{Changes, Note, Party, ViaInput};
use anchored::Anchored;
use links::{Link, Links};
use onrecord_reading::Reader;

/// What adding a file did.
#[derive(Debug, Default)]
pub struct Added {
    /// How many statements were recorded.
    pub statements: usize,
    /// How many figures.
    pub figures: usize,
    /// The claims that were not, in the order of their lines.
    pub refused: Vec<Refused>,
    /// What was done differently from what stands in the file, with the line of the claim.
    pub notes: Vec<(usize, Note)>,
    /// What the project now has.
    pub changes: Changes,
}

/// A claim on its way into the project.
struct Candidate<'f> {
    claim: &'f Claim,
    /// Of the statement.
    id: String,
    /// Of its figures.
    figure_ids: Vec<String>,
    /// Its words in their article, and every figure's in them.
    anchored: Anchored,
    notes: Vec<Note>,
}

/// Either the claims of an attempt are in, or others fell with those that are refused and it has to be made again.
type Attempt = Result<Vec<Kept>, Again>;

struct Kept {
    line: usize,
    figures: usize,
    notes: Vec<Note>,
}

enum Again {
    /// These, by index, are refused.
    Without(Vec<(usize, (usize, Refusal))>),
    Failed(Error),
}

impl From<StoreError> for Again {
    fn from(error: StoreError) -> Again {
        Again::Failed(error.into())
    }
}

impl Desk {
    /// Records the claims of a file as one operation.
    ///
    /// Each claim is anchored by its quote in the newest revision of its article. Events, sources, speakers and places
    /// that the project lacks are made. A claim that breaks a rule, or that leads to one that does, is refused and named;
    /// the others are recorded. `progress` is told how many claims are done.
    ///
    /// # Errors
    /// When the project cannot be read or written; then nothing is recorded.
    pub fn add(
        &mut self,
        file: ClaimFile,
        mut progress: impl FnMut(usize),
    ) -> Result<Added, Error> {
        let ClaimFile {
            claims,
            mut refused,
            notes,
            left_out: _,
        } = file;
        let mut added = Added::default();
        for row in notes {
            let differs = note(
                "row_differs",
                [("column", row.column.into()), ("first", row.first.into())],
            );
            added.notes.push((row.line, differs));
        }
        let ((), changes) = self.operation("add", |gate| {
            let words = gate.read().words()?;
            let mut candidates = Vec::new();
            for (claim, found) in claims.iter().zip(anchored::find_all(gate.read(), &claims)?) {
                match found {
                    Ok((anchored, notes)) => candidates.push(Candidate {
                        claim,
                        id: gate.new_id(),
                        figure_ids: claim.figures.iter().map(|_| gate.new_id()).collect(),
                        anchored,
                        notes,
                    }),
                    Err((line, reason)) => refused.push(Refused { line, reason }),
                }
            }
            let kept = keep_all(gate, &words, candidates, &mut refused, &mut progress)?;
            added.statements = kept.len();
            added.figures = kept.iter().map(|kept| kept.figures).sum();
            for kept in kept {
                added
                    .notes
                    .extend(kept.notes.into_iter().map(|note| (kept.line, note)));
            }
            gate.tell("statements", added.statements);
            gate.tell("figures", added.figures);
            Ok(())
        })?;
        refused.sort_by_key(|refused| refused.line);
        added.notes.sort_by_key(|(line, _)| *line);
        Ok(Added {
            refused,
            changes,
            ..added
        })
    }
}

/// Keeps every candidate that can be kept; those that fall, and those that lead to them, are refused.
fn keep_all(
    gate: &mut Gate<'_>,
    words: &Words,
    mut candidates: Vec<Candidate<'_>>,
    refused: &mut Vec<Refused>,
    progress: &mut impl FnMut(usize),
) -> Result<Vec<Kept>, Error> {
    loop {
        let claims: Vec<_> = candidates
            .iter()
            .map(|candidate| (candidate.claim, candidate.figure_ids.as_slice()))
            .collect();
        let links = links::resolve(gate.read(), &claims)?;
        let fallen = match links {
            Err(fallen) => fallen,
            Ok(links) => {
                match gate.attempt(|gate| attempt(gate, words, &candidates, &links, progress))? {
                    Ok(kept) => return Ok(kept),
                    Err(Again::Failed(error)) => return Err(error),
                    Err(Again::Without(fallen)) => fallen,
                }
            }
        };
        refused.extend(fallen.iter().map(|(_, (line, reason))| Refused {
            line: *line,
            reason: reason.clone(),
        }));
        let mut index = 0;
        candidates.retain(|_| {
            index += 1;
            fallen.iter().all(|(at, _)| at + 1 != index)
        });
    }
}

/// Keeps all candidates with their relations, or says which of them cannot be.
fn attempt(
    gate: &mut Gate<'_>,
    words: &Words,
    candidates: &[Candidate<'_>],
    links: &Links,
    progress: &mut impl FnMut(usize),
) -> Attempt {
    let mut kept = Vec::with_capacity(candidates.len());
    let mut fallen = Vec::new();
    for (index, candidate) in candidates.iter().enumerate() {
        match gate.attempt(|gate| keep(gate, words, index, candidate, links))? {
            Ok(one) => kept.push(one),
            Err((line, Error::Refused(reason))) => fallen.push((index, (line, reason))),
            // The only names that are more than names are the paths of places.
            Err((
                line,
                Error::Asked(Asked::Circle { name } | Asked::BadValue { value: name, .. }),
            )) => {
                fallen.push((index, (line, Refusal::PlaceImpossible { path: name })));
            }
            Err((_, error)) => return Err(Again::Failed(error)),
        }
        progress(index + 1);
    }
    if !fallen.is_empty() {
        return Err(Again::Without(fallen));
    }
    for link in &links.relations {
        match relation(gate, link, links.from_stored) {
            Ok(()) => {}
            Err(Error::Refused(reason)) => fallen.push((link.claim, (link.line, reason))),
            Err(error) => return Err(Again::Failed(error)),
        }
    }
    if !fallen.is_empty() {
        return Err(Again::Without(fallen));
    }
    Ok(kept)
}

/// Records a relation. Only where figures of the project lead on can there be a circle that the file alone does not show.
fn relation(gate: &mut Gate<'_>, link: &Link, may_circle: bool) -> Result<(), Error> {
    if may_circle {
        return relate::keep_relation(gate, link.kind, link.from.clone(), link.to.clone())
            .map(|_| ());
    }
    gate.insert(&Relation {
        id: gate.new_id(),
        kind: link.kind,
        from_figure: link.from.clone(),
        to_figure: link.to.clone(),
        by: gate.by().to_owned(),
        at: gate.now(),
    })?;
    Ok(())
}

fn keep(
    gate: &mut Gate<'_>,
    words: &Words,
    index: usize,
    candidate: &Candidate<'_>,
    links: &Links,
) -> Result<Kept, (usize, Error)> {
    let claim = candidate.claim;
    // Known or not is asked of the word, whether or not there is a source for it to describe.
    if let Some(kind) = claim.source_kind.as_deref()
        && !words.source_kinds.is_known(kind)
    {
        let word = kind.to_owned();
        let unknown = Refusal::UnknownWord {
            vocabulary: "source_kind",
            word,
        };
        return Err((claim.line, unknown.into()));
    }
    let mut notes = candidate.notes.clone();
    let mut figures = Vec::with_capacity(claim.figures.len());
    let language = candidate.anchored.language.as_deref().unwrap_or_default();
    for (position, (figure, id)) in claim.figures.iter().zip(&candidate.figure_ids).enumerate() {
        let span = candidate.anchored.figures.get(position).cloned().flatten();
        let read = span
            .as_ref()
            .and_then(|(_, words)| Reader::read_figure_in(language, words))
            .map(|number| ReadNumber::from(&number));
        let at = Standpoint {
            id: id.clone(),
            statement_id: &candidate.id,
            position: u32::try_from(position).unwrap_or(u32::MAX),
            words: span,
            part_of: links.part_of.get(&(index, position)).cloned(),
        };
        figures.push(settled(gate, words, figure, read, at).map_err(|error| (figure.line, error))?);
    }
    let kept = Kept {
        line: claim.line,
        figures: figures.len(),
        notes: Vec::new(),
    };
    let recording = recording(gate, candidate, figures);
    record::keep(gate, recording, &mut notes).map_err(|error| (claim.line, error))?;
    Ok(Kept { notes, ..kept })
}

fn recording(
    gate: &Gate<'_>,
    candidate: &Candidate<'_>,
    figures: Vec<RecordingFigure>,
) -> Recording {
    let Candidate {
        claim, anchored, ..
    } = candidate;
    let attributed = claim.source.is_some() || claim.speaker.is_some();
    let usual = if attributed {
        Modality::Indirect
    } else {
        Modality::Unattributed
    };
    let statement = Statement {
        id: candidate.id.clone(),
        revision_id: anchored.revision_id.clone(),
        start: anchored.anchor.start,
        end: anchored.anchor.end,
        quote: anchored.anchor.quote.clone(),
        prefix: anchored.anchor.prefix.clone(),
        suffix: anchored.anchor.suffix.clone(),
        page: None,
        modality: claim.modality.unwrap_or(usual),
        speaker_id: None,
        speaker_role: claim.speaker_role.clone(),
        source_id: None,
        source_as_written: claim.source_as_written.clone(),
        source_quote: claim.source_quote.clone(),
        stated_at: claim.stated_at.clone(),
        event_id: None,
        quote_translation: claim.quote_translation.clone(),
        translation_lang: claim.translation_lang.clone(),
        translated_by: claim.translated_by.clone(),
        note: claim.note.clone(),
        tags: claim.tags.clone(),
        status: claim.status.unwrap_or(StatementStatus::Accepted),
        confidential: claim.confidential,
        recorded_by: gate.by().to_owned(),
        second_reader: None,
        created_at: gate.now(),
        updated_at: gate.now(),
    };
    let named = |name: &str, kind: Option<&String>| Party {
        id: None,
        name: name.to_owned(),
        kind: kind.cloned(),
    };
    Recording {
        statement,
        speaker: claim.speaker.as_deref().map(|name| named(name, None)),
        source: claim
            .source
            .as_deref()
            .map(|name| named(name, claim.source_kind.as_ref())),
        via: claim
            .via
            .iter()
            .map(|link| ViaInput {
                source: named(&link.name, link.kind.as_ref()),
                connection: link
                    .connection
                    .map(|connection| connection.as_str().to_owned()),
            })
            .collect(),
        event: claim.event.clone().or_else(|| anchored.event_id.clone()),
        figures,
    }
}
