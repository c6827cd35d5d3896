//! Reading articles: what the reading engine finds becomes drafts, for a person to accept or dismiss.

use super::attribution::{attributed, unambiguous};
use super::progress::Answer;
use super::read_text::rules;
use super::record::{self, Recording, Standpoint, settled};
use super::{Asked, Desk, Error};
use crate::capture::anchor::Anchor;
use crate::domain::claim::{ClaimFigure, ReadNumber};
use crate::domain::nouns::Statement;
use crate::domain::offsets::Offsets;
use crate::domain::vocabulary::{Modality, StatementStatus, Words};
use crate::store::{ArticleText, Gate, Marked, Noun, StoreError};
use crate::view::{Drafted, RuleView, ViaInput};
use onrecord_reading::{self as reading, Draft, read};
use std::ops::Range;

impl Desk {
    /// Reads articles, all of the project where none is named, and keeps what is found in their newest revisions as drafts:
    /// one operation. What is on record already is not drafted again, whether it was recorded by hand, accepted or
    /// dismissed. `progress` is told how many articles are read, and of how many.
    ///
    /// # Errors
    /// When an id is no article's, the project cannot be written, or `progress` answers that the work is to stop; then
    /// nothing is drafted.
    pub fn draft<A: Answer>(
        &mut self,
        articles: &[String],
        mut progress: impl FnMut(usize, usize) -> A,
    ) -> Result<Drafted, Error> {
        self.drafted(None, articles, &mut progress)
    }

    /// Reads articles by itself after they were imported, as a part of that operation: undo takes both back. An article that is
    /// gone meanwhile is passed over; so are all where the import was taken back.
    ///
    /// # Errors
    /// When the project cannot be written, or `progress` answers that the work is to stop; then nothing is drafted.
    pub fn draft_after<A: Answer>(
        &mut self,
        import: &str,
        articles: &[String],
        mut progress: impl FnMut(usize, usize) -> A,
    ) -> Result<Drafted, Error> {
        self.drafted(Some(import), articles, &mut progress)
    }

    fn drafted<A: Answer>(
        &mut self,
        after: Option<&str>,
        articles: &[String],
        progress: &mut impl FnMut(usize, usize) -> A,
    ) -> Result<Drafted, Error> {
        let (drafted, changes) = self.operation("draft", |gate| {
            if let Some(import) = after
                && !gate.belongs_to(import)?
            {
                return Ok(Drafted::default());
            }
            let all;
            let ids = if articles.is_empty() && after.is_none() {
                all = gate.read().every_article()?;
                &all
            } else {
                articles
            };
            let words = gate.read().words()?;
            let mut drafted = Drafted::default();
            for (done, id) in ids.iter().enumerate() {
                match gate.read().article(id)? {
                    Some(article) => draft_article(gate, &words, &article, &mut drafted)?,
                    None if after.is_some() => {}
                    None => return Err(Asked::UnknownId { id: id.clone() }.into()),
                }
                if !progress(done + 1, ids.len()).goes_on() {
                    return Err(StoreError::Stopped.into());
                }
            }
            gate.tell("count", drafted.statements);
            Ok(drafted)
        })?;
        Ok(Drafted { changes, ..drafted })
    }

    /// Why a statement is read as it is: the rules of the reading engine that find it in its article, none where the engine
    /// finds something else there, or nothing.
    ///
    /// # Errors
    /// When there is no such statement.
    pub fn explain(&self, id: &str) -> Result<Vec<RuleView>, Error> {
        let statement = self.statement(id)?;
        let article = self.article(&statement.article_id)?;
        let offsets = Offsets::new(&article.text);
        let span = statement.start..statement.end;
        let figures = statement
            .figures
            .iter()
            .filter_map(|figure| Some(figure.start?..figure.end?));
        let marked = [Marked {
            span,
            figures: figures.collect(),
        }];
        let found = read(&article.text, article.article.language.as_deref())
            .statements
            .into_iter()
            .find(|draft| {
                Drawn::of(draft, &offsets).is_some_and(|drawn| drawn.is_on_record(&marked))
            });
        Ok(found.map_or_else(Vec::new, |draft| rules(&article.text, &draft)))
    }
}

fn draft_article(
    gate: &mut Gate<'_>,
    words: &Words,
    article: &ArticleText,
    drafted: &mut Drafted,
) -> Result<(), Error> {
    let marked = gate.read().marked(&article.revision_id)?;
    let offsets = Offsets::new(&article.text);
    for draft in read(&article.text, article.row.language.as_deref()).statements {
        let Some(words_of) = Drawn::of(&draft, &offsets) else {
            continue;
        };
        if words_of.is_on_record(&marked) {
            continue;
        }
        let figures = draft.figures.len();
        // What the rules of claims refuse is no draft; the article says it still.
        match gate.attempt(|gate| keep(gate, words, article, &draft, &words_of))? {
            Ok(()) => {
                drafted.statements += 1;
                drafted.figures += u32::try_from(figures).unwrap_or(u32::MAX);
            }
            Err(Error::Refused(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

fn keep(
    gate: &mut Gate<'_>,
    words: &Words,
    article: &ArticleText,
    draft: &Draft,
    drawn: &Drawn,
) -> Result<(), Error> {
    let text = &article.text;
    let offsets = Offsets::new(text);
    let Ok(anchor) = Anchor::at(&offsets, drawn.span.clone()) else {
        return Ok(());
    };
    let who = attributed(&gate.read(), text, draft)?;
    let said = |span: &Range<usize>| text.get(span.clone()).unwrap_or_default().to_owned();
    let id = gate.new_id();
    let statement = Statement {
        id: id.clone(),
        revision_id: article.revision_id.clone(),
        start: anchor.start,
        end: anchor.end,
        quote: anchor.quote,
        prefix: anchor.prefix,
        suffix: anchor.suffix,
        page: None,
        modality: modality(draft.modality),
        speaker_id: None,
        speaker_role: who.speaker_role,
        source_id: None,
        source_as_written: who.source_as_written,
        source_quote: None,
        stated_at: None,
        event_id: None,
        quote_translation: None,
        translation_lang: None,
        translated_by: None,
        note: String::new(),
        tags: Vec::new(),
        status: StatementStatus::Draft,
        confidential: false,
        recorded_by: gate.by().to_owned(),
        second_reader: None,
        created_at: gate.now(),
        updated_at: gate.now(),
    };
    let ids: Vec<String> = draft.figures.iter().map(|_| gate.new_id()).collect();
    let mut figures = Vec::with_capacity(ids.len());
    for (((position, figure), at), id) in (0..).zip(&draft.figures).zip(&drawn.figures).zip(&ids) {
        let at = Standpoint {
            id: id.clone(),
            statement_id: &statement.id,
            position,
            words: Some((at.clone(), said(&figure.number.span))),
            part_of: figure
                .hints
                .part_of
                .and_then(|whole| ids.get(whole))
                .cloned(),
        };
        let place = match &figure.hints.place {
            Some(span) => unambiguous(&gate.read(), Noun::Place, said(span))?,
            None => None,
        };
        figures.push(settled(
            gate,
            words,
            &claimed(figure, place),
            Some(ReadNumber::from(&figure.number)),
            at,
        )?);
    }
    let recording = Recording {
        statement,
        speaker: who.speaker,
        source: who.source,
        via: who.via.into_iter().map(ViaInput::from).collect(),
        event: article.row.event_id.clone(),
        figures,
    };
    // What the register calls otherwise than the reading is for the person to see in the card, not for a note.
    record::keep(gate, recording, &mut Vec::new())
}

fn modality(modality: reading::Modality) -> Modality {
    match modality {
        reading::Modality::Direct => Modality::Direct,
        reading::Modality::Indirect => Modality::Indirect,
        reading::Modality::Document => Modality::Document,
        reading::Modality::Unattributed => Modality::Unattributed,
    }
}

/// A figure of a draft as a claim says it.
fn claimed(figure: &reading::Figure, place: Option<String>) -> ClaimFigure {
    let hints = &figure.hints;
    ClaimFigure {
        unit: Some(match &figure.number.unit_code {
            Some(code) => format!("{}:{code}", figure.number.unit),
            None => figure.number.unit.clone(),
        }),
        measure: hints.measure.clone(),
        severity: hints.severity.clone(),
        group: hints.group.clone(),
        counting: hints.counting.as_deref().and_then(|word| word.parse().ok()),
        basis: hints.basis.clone(),
        stance: hints.stance.as_str().parse().ok(),
        place,
        ..ClaimFigure::default()
    }
}

/// Where the words of a draft stand, in code points of the article.
struct Drawn {
    span: Range<u32>,
    figures: Vec<Range<u32>>,
}

impl Drawn {
    /// Absent where the engine named words that are none; it never does.
    fn of(draft: &Draft, offsets: &Offsets<'_>) -> Option<Drawn> {
        let drawn = |span: &Range<usize>| {
            let start = offsets.code_point_of_byte(span.start).ok()?;
            Some(start..offsets.code_point_of_byte(span.end).ok()?)
        };
        Some(Drawn {
            span: drawn(&draft.span)?,
            figures: draft
                .figures
                .iter()
                .map(|figure| drawn(&figure.number.span))
                .collect::<Option<_>>()?,
        })
    }

    /// Whether a statement is marked there: one with a figure of the draft, or, where the draft has none, any that shares
    /// words with it.
    fn is_on_record(&self, marked: &[Marked]) -> bool {
        marked.iter().any(|there| {
            if self.figures.is_empty() {
                overlap(&there.span, &self.span)
            } else {
                let taken = |figure| there.figures.iter().any(|own| overlap(own, figure));
                self.figures.iter().any(taken)
            }
        })
    }
}

fn overlap(a: &Range<u32>, b: &Range<u32>) -> bool {
    a.start < b.end && b.start < a.end
}
