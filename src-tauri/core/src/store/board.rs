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
        loading.finish()
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
        // What relations and parts join to a figure, with the groups that it stands in.
        const JOINED: &str = "SELECT x.kind, x.from_figure, x.to_figure, t.event_id AS event, t.source_id AS source, \
                              o.measure AS measure FROM ( \
                                SELECT kind, from_figure, to_figure, to_figure AS other FROM relation \
                                WHERE from_figure = ?1 \
                                UNION ALL SELECT kind, from_figure, to_figure, from_figure FROM relation \
                                WHERE to_figure = ?1 \
                                UNION ALL SELECT NULL, NULL, NULL, id FROM figure WHERE part_of = ?1 \
                                UNION ALL SELECT NULL, NULL, NULL, part_of FROM figure WHERE id = ?1 \
                              ) x CROSS JOIN figure o ON o.id = x.other \
                              CROSS JOIN statement t ON t.id = o.statement_id";
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
            let before = loading.len();
            loading.load(WHICH, values)?;
            // Asked of each figure that was found, since looking for them all again costs far more.
            for figure in loading.ids_from(before) {
                let mut question = self.db.prepare_cached(JOINED)?;
                let mut rows = question.query([figure])?;
                while let Some(row) = rows.next()? {
                    if let Some(kind) = row.get::<_, Option<String>>("kind")? {
                        relations.push((kind, row.get("from_figure")?, row.get("to_figure")?));
                    }
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
