//! What a comparison is given: figures with what they refer to, each looked up once.

use super::loading::Loading;
use super::writer::Group;
use super::{Reader, StoreError};
use crate::domain::compare::Input;
use rusqlite::{Row, named_params};
use std::ops::Range;

/// Which figures are compared.
#[derive(Debug, Clone, Copy)]
pub enum Scope<'a> {
    /// All of the project.
    All,
    /// Those of an event, by id.
    Event(&'a str),
}

/// The input of a comparison, and beside it what a board shows of each figure.
#[derive(Debug, Default)]
pub struct Compared {
    /// The comparison's input.
    pub input: Input,
    /// What a board shows of each of the input's figures, by the same index.
    pub figures: Vec<ShownFigure>,
    /// The statements that the figures stand in.
    pub statements: Vec<ShownStatement>,
    /// The articles that the statements stand in.
    pub articles: Vec<ShownArticle>,
}

/// What a board shows of a figure beside what it compares.
#[derive(Debug, Clone)]
pub struct ShownFigure {
    /// Its statement, an index.
    pub statement: usize,
    /// Its words in the article, code points of the canonical text.
    pub words: Option<Range<u32>>,
    /// Its words.
    pub figure_text: Option<String>,
    /// What it is said to count.
    pub includes: Vec<String>,
    /// Whether the recorder is unsure of the reading.
    pub doubtful: bool,
}

/// What a board shows of a statement.
#[derive(Debug, Clone)]
pub struct ShownStatement {
    /// Its id.
    pub id: String,
    /// Its article, an index.
    pub article: usize,
    /// Its words.
    pub quote: String,
    /// Its words in another language.
    pub quote_translation: Option<String>,
    /// Where they begin, code points of the canonical text.
    pub start: u32,
}

/// What a board shows of an article.
#[derive(Debug, Clone)]
pub struct ShownArticle {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: Option<String>,
    /// Its language.
    pub language: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// When, as given.
    pub published_at: Option<String>,
}

impl Reader<'_> {
    /// The figures to compare, of one measure where it is given.
    ///
    /// # Errors
    /// What the engine says.
    pub fn compared(
        &self,
        scope: Scope<'_>,
        measure: Option<&str>,
        drafts: bool,
    ) -> Result<Compared, StoreError> {
        let mut loading = Loading::new(*self)?;
        let accepted = if drafts {
            "s.status <> 'dismissed'"
        } else {
            "s.status = 'accepted'"
        };
        let (which, event) = match scope {
            Scope::All => ("coalesce(:event, '') = ''", None),
            Scope::Event(id) => ("s.event_id = :event", Some(id)),
        };
        let which =
            format!("{which} AND {accepted} AND (:measure IS NULL OR f.measure = :measure)");
        loading.load(
            &which,
            named_params! { ":event": event, ":measure": measure },
        )?;
        loading.finish(
            &which,
            named_params! { ":event": event, ":measure": measure },
        )
    }

    /// The accepted figures of some groups, with all that recorded relations and parts join to them.
    ///
    /// # Errors
    /// What the engine says.
    pub(super) fn grouped(
        &self,
        groups: impl IntoIterator<Item = Group>,
    ) -> Result<Compared, StoreError> {
        const WHICH: &str = "s.event_id IS :event AND s.source_id IS :source AND f.measure IS :measure \
                             AND s.status = 'accepted'";
        let mut loading = Loading::new(*self)?;
        let mut open: Vec<Group> = groups.into_iter().collect();
        let mut seen = std::collections::BTreeSet::new();
        let mut relations = Vec::new();
        while let Some(group) = open.pop() {
            if !seen.insert(group.clone()) {
                continue;
            }
            let Group {
                event,
                source,
                measure,
            } = &group;
            let values = named_params! { ":event": event, ":source": source, ":measure": measure };
            loading.load(WHICH, values)?;
            for joined in [
                "JOIN figure o ON o.id = f.part_of",
                "JOIN figure o ON o.part_of = f.id",
            ] {
                let sql = format!(
                    "SELECT DISTINCT t.event_id AS event, t.source_id AS source, o.measure AS measure \
                     FROM statement s CROSS JOIN figure f ON f.statement_id = s.id {joined} \
                     JOIN statement t ON t.id = o.statement_id WHERE {WHICH}"
                );
                let mut question = self.db.prepare_cached(&sql)?;
                let mut rows = question.query(values)?;
                while let Some(row) = rows.next()? {
                    open.push(group_of(row)?);
                }
            }
            for direction in ["x.from_figure = f.id", "x.to_figure = f.id"] {
                let sql = format!(
                    "SELECT x.kind, x.from_figure, x.to_figure, t.event_id AS event, t.source_id AS source, \
                     o.measure AS measure FROM statement s CROSS JOIN figure f ON f.statement_id = s.id \
                     JOIN relation x ON {direction} \
                     JOIN figure o ON o.id = CASE f.id WHEN x.from_figure THEN x.to_figure ELSE x.from_figure END \
                     JOIN statement t ON t.id = o.statement_id WHERE {WHICH}"
                );
                let mut question = self.db.prepare_cached(&sql)?;
                let mut rows = question.query(values)?;
                while let Some(row) = rows.next()? {
                    let kind: String = row.get("kind")?;
                    relations.push((kind, row.get("from_figure")?, row.get("to_figure")?));
                    open.push(group_of(row)?);
                }
            }
        }
        relations.sort();
        relations.dedup();
        Ok(loading.settle(relations))
    }
}

fn group_of(row: &Row<'_>) -> rusqlite::Result<Group> {
    Ok(Group {
        event: row.get("event")?,
        source: row.get("source")?,
        measure: row.get("measure")?,
    })
}
