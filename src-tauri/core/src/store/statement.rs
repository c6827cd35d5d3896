//! Statements with all that stands in their cards.

use super::read::family;
use super::{Reader, StoreError};
use crate::domain::vocabulary::Words;
use crate::view::{
    AssessmentView, ChainLinkView, FigureView, Named, RelationView, SourceRef, StatementView,
};
use rusqlite::{Row, named_params};
use std::collections::HashMap;
use std::ops::Range;

/// Which statements are meant.
#[derive(Debug, Clone, Copy)]
pub enum Which<'a> {
    /// All that are marked in a revision.
    InRevision(&'a str),
    /// One.
    Only(&'a str),
    /// All of the project, in the claim table's order.
    All,
}

impl Which<'_> {
    fn sql(self) -> &'static str {
        match self {
            Which::InRevision(_) => "s.revision_id = :which",
            Which::Only(_) => "s.id = :which",
            Which::All => "coalesce(:which, '') = ''",
        }
    }

    fn value(&self) -> Option<&str> {
        match self {
            Which::InRevision(id) | Which::Only(id) => Some(id),
            Which::All => None,
        }
    }
}

/// Where a statement of any status is marked, in code points of its revision's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// Its words.
    pub span: Range<u32>,
    /// The words of its figures.
    pub figures: Vec<Range<u32>>,
}

/// What a statement was last judged to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// The status.
    pub status: String,
    /// The grade of its information, where one was given.
    pub grade: Option<u8>,
}

impl Reader<'_> {
    /// What is marked in a revision, also what was dismissed.
    ///
    /// # Errors
    /// What the engine says.
    pub fn marked(&self, revision: &str) -> Result<Vec<Marked>, StoreError> {
        let mut question = self.db.prepare_cached(
            "SELECT s.id, s.start, s.\"end\", f.start AS figure_start, f.\"end\" AS figure_end FROM statement s \
             LEFT JOIN figure f ON f.statement_id = s.id AND f.start IS NOT NULL WHERE s.revision_id = ?1 ORDER BY s.id",
        )?;
        let mut rows = question.query([revision])?;
        let mut marked: Vec<Marked> = Vec::new();
        let mut last = String::new();
        while let Some(row) = rows.next()? {
            let id: String = row.get("id")?;
            if id != last {
                marked.push(Marked {
                    span: row.get("start")?..row.get("end")?,
                    figures: Vec::new(),
                });
                last = id;
            }
            let ends = (row.get("figure_start")?, row.get("figure_end")?);
            if let (Some(start), Some(end), Some(statement)) = (ends.0, ends.1, marked.last_mut()) {
                statement.figures.push(start..end);
            }
        }
        Ok(marked)
    }

    /// Statements that are not dismissed, by place in the text.
    ///
    /// # Errors
    /// What the engine says.
    pub fn statements(
        &self,
        which: Which<'_>,
        words: &Words,
    ) -> Result<Vec<StatementView>, StoreError> {
        let mut chains = self.chains(which, words)?;
        let mut figures = self.figures(which)?;
        let mut assessments = self.assessments(which, "a.statement_id = s.id", "a.statement_id")?;
        let sql = format!(
            "{} WHERE {} AND s.status <> 'dismissed' ORDER BY r.article_id, s.start, s.id",
            include_str!("statements.sql"),
            which.sql()
        );
        let mut question = self.db.prepare_cached(&sql)?;
        let rows = question.query_map(named_params! { ":which": which.value() }, |row| {
            let id: String = row.get("id")?;
            let tags: String = row.get("tags")?;
            Ok(StatementView {
                article_id: row.get("article_id")?,
                start: row.get("start")?,
                end: row.get("end")?,
                quote: row.get("quote")?,
                page: row.get("page")?,
                modality: row.get("modality")?,
                speaker: named(row, "speaker_id", "speaker")?,
                speaker_role: row.get("speaker_role")?,
                source: match row.get::<_, Option<String>>("source_id")? {
                    None => None,
                    Some(id) => Some(source_ref(
                        id,
                        row.get("source")?,
                        row.get("source_kind")?,
                        words,
                    )),
                },
                source_as_written: row.get("source_as_written")?,
                source_quote: row.get("source_quote")?,
                via: chains.remove(&id).unwrap_or_default(),
                stated_at: row.get("stated_at")?,
                event: named(row, "event_id", "event")?,
                quote_translation: row.get("quote_translation")?,
                translation_lang: row.get("translation_lang")?,
                translated_by: row.get("translated_by")?,
                note: row.get("note")?,
                tags: serde_json::from_str(&tags).unwrap_or_default(),
                status: row.get("status")?,
                confidential: row.get("confidential")?,
                figures: figures.remove(&id).unwrap_or_default(),
                assessment: assessments.remove(&id),
                recorded_by: row.get("recorded_by")?,
                created_at: row.get("created_at")?,
                updated_at: row.get("updated_at")?,
                id,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn chains(
        &self,
        which: Which<'_>,
        words: &Words,
    ) -> Result<HashMap<String, Vec<ChainLinkView>>, StoreError> {
        let sql = format!(
            "SELECT l.statement_id, l.connection, o.id, o.name, o.kind FROM statement s \
             JOIN chain_link l ON l.statement_id = s.id JOIN source o ON o.id = l.source_id \
             WHERE {} ORDER BY l.statement_id, l.position",
            which.sql()
        );
        let mut question = self.db.prepare_cached(&sql)?;
        let mut rows = question.query(named_params! { ":which": which.value() })?;
        let mut chains: HashMap<String, Vec<ChainLinkView>> = HashMap::new();
        while let Some(row) = rows.next()? {
            chains
                .entry(row.get("statement_id")?)
                .or_default()
                .push(ChainLinkView {
                    source: source_ref(row.get("id")?, row.get("name")?, row.get("kind")?, words),
                    connection: row.get("connection")?,
                });
        }
        Ok(chains)
    }

    fn figures(&self, which: Which<'_>) -> Result<HashMap<String, Vec<FigureView>>, StoreError> {
        let paths = self.place_paths()?;
        let mut relations = self.relations(which)?;
        let mut assessments = self.assessments(
            which,
            "a.figure_id IN (SELECT id FROM figure WHERE statement_id = s.id)",
            "a.figure_id",
        )?;
        let sql = format!(
            "SELECT f.* FROM statement s JOIN figure f ON f.statement_id = s.id WHERE {} \
             ORDER BY f.statement_id, f.position",
            which.sql()
        );
        let mut question = self.db.prepare_cached(&sql)?;
        let mut rows = question.query(named_params! { ":which": which.value() })?;
        let mut figures: HashMap<String, Vec<FigureView>> = HashMap::new();
        while let Some(row) = rows.next()? {
            let id: String = row.get("id")?;
            let place: Option<String> = row.get("place_id")?;
            figures
                .entry(row.get("statement_id")?)
                .or_default()
                .push(FigureView {
                    start: row.get("start")?,
                    end: row.get("end")?,
                    figure_text: row.get("figure_text")?,
                    qualifier: row.get("qualifier")?,
                    point: row.get("point")?,
                    low: row.get("low")?,
                    high: row.get("high")?,
                    vague: row.get("vague")?,
                    unit: row.get("unit")?,
                    measure: row.get("measure")?,
                    severity: row.get("severity")?,
                    group: row.get("group")?,
                    includes: list(row, "includes")?,
                    excludes: list(row, "excludes")?,
                    place: place.and_then(|id| paths.get(&id).cloned()),
                    period_start: row.get("period_start")?,
                    period_end: row.get("period_end")?,
                    as_of: row.get("as_of")?,
                    counting: row.get("counting")?,
                    basis: row.get("basis")?,
                    stance: row.get("stance")?,
                    doubtful: row.get("doubtful")?,
                    part_of: row.get("part_of")?,
                    relations: relations.remove(&id).unwrap_or_default(),
                    standing: row.get("standing")?,
                    assessment: assessments.remove(&id),
                    id,
                });
        }
        Ok(figures)
    }

    fn relations(
        &self,
        which: Which<'_>,
    ) -> Result<HashMap<String, Vec<RelationView>>, StoreError> {
        let sql = format!(
            "SELECT x.id, x.kind, x.from_figure, x.to_figure FROM statement s JOIN figure f ON f.statement_id = s.id \
             JOIN relation x ON x.from_figure = f.id WHERE {} ORDER BY x.id",
            which.sql()
        );
        let mut question = self.db.prepare_cached(&sql)?;
        let mut rows = question.query(named_params! { ":which": which.value() })?;
        let mut relations: HashMap<String, Vec<RelationView>> = HashMap::new();
        while let Some(row) = rows.next()? {
            relations
                .entry(row.get("from_figure")?)
                .or_default()
                .push(RelationView {
                    id: row.get("id")?,
                    kind: row.get("kind")?,
                    to: row.get("to_figure")?,
                });
        }
        Ok(relations)
    }

    /// The newest judgement of each statement itself, by its id.
    ///
    /// # Errors
    /// What the engine says.
    pub fn statement_judgements(&self) -> Result<HashMap<String, Judged>, StoreError> {
        let mut question = self.db.prepare_cached(
            "SELECT statement_id, status, grade FROM assessment \
             WHERE statement_id IS NOT NULL AND hidden = 0 ORDER BY id",
        )?;
        let mut rows = question.query([])?;
        let mut newest: HashMap<String, Judged> = HashMap::new();
        while let Some(row) = rows.next()? {
            let judged = Judged {
                status: row.get("status")?,
                grade: row.get("grade")?,
            };
            newest.insert(row.get("statement_id")?, judged);
        }
        Ok(newest)
    }

    /// The newest judgement of each statement or figure.
    fn assessments(
        &self,
        which: Which<'_>,
        join: &str,
        key: &str,
    ) -> Result<HashMap<String, AssessmentView>, StoreError> {
        let sql = format!(
            "SELECT {key} AS judged, a.id, a.status, a.grade, a.rule, a.reasoning, a.by, a.at FROM statement s \
             JOIN assessment a ON {join} WHERE {} AND a.hidden = 0 ORDER BY a.id",
            which.sql()
        );
        let mut question = self.db.prepare_cached(&sql)?;
        let mut rows = question.query(named_params! { ":which": which.value() })?;
        let mut newest = HashMap::new();
        while let Some(row) = rows.next()? {
            newest.insert(
                row.get("judged")?,
                AssessmentView {
                    id: row.get("id")?,
                    status: row.get("status")?,
                    grade: row.get("grade")?,
                    rule: row.get("rule")?,
                    reasoning: row.get("reasoning")?,
                    by: row.get("by")?,
                    at: row.get("at")?,
                },
            );
        }
        Ok(newest)
    }
}

fn named(row: &Row<'_>, id: &str, name: &str) -> rusqlite::Result<Option<Named>> {
    Ok(match row.get::<_, Option<String>>(id)? {
        None => None,
        Some(id) => Some(Named {
            id,
            name: row.get(name)?,
        }),
    })
}

fn source_ref(id: String, name: String, kind: String, words: &Words) -> SourceRef {
    SourceRef {
        id,
        name,
        family: family(words, &kind).to_owned(),
        kind,
    }
}

fn list(row: &Row<'_>, column: &str) -> rusqlite::Result<Vec<String>> {
    let text: String = row.get(column)?;
    Ok(serde_json::from_str(&text).unwrap_or_default())
}
