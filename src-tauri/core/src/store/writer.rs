//! Writes rows of nouns and notes what that touches. The write gate puts the journal on top; undo and redo write the
//! journal's rows back through the same door.

use super::StoreError;
use super::table::{Fields, Table};
use crate::view::Changes;
use rusqlite::{Connection, params};
use std::collections::{BTreeMap, BTreeSet};

/// Figures whose standings hang together: one event, one issuer, one measure.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Group {
    pub(crate) event: Option<String>,
    pub(crate) source: Option<String>,
    pub(crate) measure: Option<String>,
}

/// What has to be derived anew before the transaction ends, and told to the window after it.
#[derive(Debug, Default)]
pub(crate) struct Touched {
    pub(crate) groups: BTreeSet<Group>,
    pub(crate) searched: BTreeSet<(&'static str, String)>,
    /// Articles whose reading has come to another point; whether their words are to be read anew.
    pub(crate) read: BTreeMap<String, bool>,
    named: Named,
}

/// Ids by noun, each once.
#[derive(Debug, Default)]
struct Named {
    project: bool,
    articles: BTreeSet<String>,
    statements: BTreeSet<String>,
    figures: BTreeSet<String>,
    sources: BTreeSet<String>,
    speakers: BTreeSet<String>,
    places: BTreeSet<String>,
    events: BTreeSet<String>,
    words: BTreeSet<String>,
    relations: BTreeSet<String>,
    assessments: BTreeSet<String>,
    column_sets: BTreeSet<String>,
}

/// Rows on their way into the database.
pub(crate) struct Writer<'db> {
    pub(crate) db: &'db Connection,
    pub(crate) touched: Touched,
}

impl<'db> Writer<'db> {
    pub(crate) fn new(db: &'db Connection) -> Self {
        Writer {
            db,
            touched: Touched::default(),
        }
    }

    /// Takes one row from `before` to `after`: made where there was none, deleted where there is none, else the fields of
    /// `after` set.
    pub(crate) fn put(
        &mut self,
        table: &'static Table,
        id: &str,
        before: Option<&Fields>,
        after: Option<&Fields>,
    ) -> Result<(), StoreError> {
        self.note(table, id, before)?;
        let done = match (before, after) {
            (_, None) => table.delete(self.db, id)?,
            (None, Some(fields)) => {
                table.insert(self.db, fields)?;
                true
            }
            (Some(_), Some(fields)) => table.update(self.db, id, fields)?,
        };
        if !done {
            return Err(StoreError::Journal {
                detail: format!("{} {id} is not there", table.name),
            });
        }
        self.note(table, id, after)
    }

    /// Notes what a row touches, before it is written and after.
    fn note(&mut self, table: &Table, id: &str, fields: Option<&Fields>) -> Result<(), StoreError> {
        let Some(fields) = fields else { return Ok(()) };
        let has = |column: &str| fields.contains_key(column);
        let text = |column: &str| {
            fields
                .get(column)
                .and_then(|value| value.as_str())
                .map(str::to_owned)
        };
        let named = &mut self.touched.named;
        match table.name {
            "project" => named.project = true,
            "article" => {
                named.articles.insert(id.to_owned());
                self.touched.searched.insert(("article", id.to_owned()));
                if has("language") {
                    // Words are stemmed, and numbers read, by the rules of the article's language.
                    self.search_statements_of(id)?;
                    self.touched.reading(id.to_owned(), true);
                }
                if has("published_at") || has("outlet") {
                    self.groups(
                        "s.revision_id IN (SELECT id FROM revision WHERE article_id = ?1)",
                        id,
                    )?;
                }
            }
            "revision" => {
                if let Some(article) = self.owner(table, id, fields, "article_id")? {
                    let touched = &mut self.touched;
                    touched.searched.insert(("article", article.clone()));
                    touched.reading(article.clone(), true);
                    touched.named.articles.insert(article);
                }
            }
            "statement" => {
                named.statements.insert(id.to_owned());
                self.touched.searched.insert(("statement", id.to_owned()));
                if let Some(revision) = self.owner(table, id, fields, "revision_id")? {
                    let article: Option<String> = self
                        .db
                        .prepare_cached("SELECT article_id FROM revision WHERE id = ?1")?
                        .query_row([revision], |row| row.get("article_id"))
                        .ok();
                    if let Some(article) = article {
                        if has("status") || has("revision_id") {
                            self.touched.reading(article.clone(), false);
                        }
                        self.touched.named.articles.insert(article);
                    }
                }
                if ["event_id", "source_id", "speaker_id", "stated_at", "status"]
                    .into_iter()
                    .any(has)
                {
                    self.groups("s.id = ?1", id)?;
                }
                if has("status") {
                    // Relations and parts are followed from accepted figures only, and it may be none any more.
                    self.groups(
                        "f.id IN (SELECT r.to_figure FROM figure o JOIN relation r ON r.from_figure = o.id WHERE o.statement_id = ?1 \
                         UNION ALL SELECT r.from_figure FROM figure o JOIN relation r ON r.to_figure = o.id WHERE o.statement_id = ?1 \
                         UNION ALL SELECT o.part_of FROM figure o WHERE o.statement_id = ?1 \
                         UNION ALL SELECT p.id FROM figure o JOIN figure p ON p.part_of = o.id WHERE o.statement_id = ?1)",
                        id,
                    )?;
                }
            }
            "chain_link" => {
                let statement = self.owner(table, id, fields, "statement_id")?;
                self.touched.named.statements.extend(statement);
            }
            "figure" => {
                named.figures.insert(id.to_owned());
                if let Some(statement) = self.owner(table, id, fields, "statement_id")? {
                    if has("start") || has("statement_id") {
                        self.reading_of(&statement)?;
                    }
                    self.touched.named.statements.insert(statement);
                }
                self.groups("f.id = ?1", id)?;
            }
            "relation" => {
                named.relations.insert(id.to_owned());
                for end in ["from_figure", "to_figure"] {
                    if let Some(figure) = text(end) {
                        self.groups("f.id = ?1", &figure)?;
                        self.statement_of(&figure)?;
                    }
                }
            }
            "assessment" => {
                named.assessments.insert(id.to_owned());
                let statement = self.owner(table, id, fields, "statement_id")?;
                self.touched.named.statements.extend(statement);
                if let Some(figure) = self.owner(table, id, fields, "figure_id")? {
                    self.statement_of(&figure)?;
                }
            }
            "source" => {
                named.sources.insert(id.to_owned());
                self.touched.searched.insert(("source", id.to_owned()));
                if has("kind") {
                    self.groups("s.source_id = ?1", id)?;
                }
            }
            "reliance" => {
                let source = self.owner(table, id, fields, "source_id")?;
                self.touched.named.sources.extend(source);
            }
            "alias" => {
                self.touched
                    .searched
                    .extend(text("source_id").map(|id| ("source", id)));
                let named = &mut self.touched.named;
                named.sources.extend(text("source_id"));
                named.speakers.extend(text("speaker_id"));
                named.places.extend(text("place_id"));
                named.words.extend(text("group_word"));
            }
            "saved_view" => {
                named.column_sets.insert(id.to_owned());
            }
            "speaker" => {
                named.speakers.insert(id.to_owned());
            }
            "place" => {
                named.places.insert(id.to_owned());
            }
            "event" => {
                named.events.insert(id.to_owned());
                if has("place_id") || has("period_start") || has("period_end") {
                    self.groups("s.event_id = ?1", id)?;
                }
            }
            "word" => {
                named.words.insert(id.to_owned());
                // Nothing yet counts a word that is made, and nothing any more one that is deleted. One that is put under
                // another word takes its rules, and so do those below it.
                if !has("word") {
                    self.groups("?1 IS NOT NULL", id)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// The id in `column`: of these fields, or of the row where a change does not carry it.
    fn owner(
        &self,
        table: &Table,
        id: &str,
        fields: &Fields,
        column: &str,
    ) -> Result<Option<String>, StoreError> {
        if let Some(value) = fields.get(column) {
            return Ok(value.as_str().map(str::to_owned));
        }
        let row = table.read(self.db, id)?;
        Ok(row.and_then(|row| {
            row.get(column)
                .and_then(|value| value.as_str())
                .map(str::to_owned)
        }))
    }

    fn search_statements_of(&mut self, article: &str) -> Result<(), StoreError> {
        let mut question = self.db.prepare_cached(
            "SELECT s.id FROM revision r JOIN statement s ON s.revision_id = r.id WHERE r.article_id = ?1",
        )?;
        for id in question.query_map([article], |row| row.get("id"))? {
            self.touched.searched.insert(("statement", id?));
        }
        Ok(())
    }

    fn statement_of(&mut self, figure: &str) -> Result<(), StoreError> {
        let mut question = self
            .db
            .prepare_cached("SELECT statement_id FROM figure WHERE id = ?1")?;
        let found = question.query_map([figure], |row| row.get("statement_id"))?;
        for id in found {
            self.touched.named.statements.insert(id?);
        }
        Ok(())
    }

    /// Notes that the reading of a statement's article has come to another point.
    fn reading_of(&mut self, statement: &str) -> Result<(), StoreError> {
        let mut question = self.db.prepare_cached(
            "SELECT r.article_id FROM statement s JOIN revision r ON r.id = s.revision_id WHERE s.id = ?1",
        )?;
        for article in question.query_map([statement], |row| row.get("article_id"))? {
            self.touched.reading(article?, false);
        }
        Ok(())
    }

    /// Notes the groups that figures stand in now.
    fn groups(&mut self, which: &str, id: &str) -> Result<(), StoreError> {
        let sql = format!(
            "SELECT DISTINCT s.event_id AS event, s.source_id AS source, f.measure AS measure \
             FROM statement s JOIN figure f ON f.statement_id = s.id WHERE {which}"
        );
        let mut question = self.db.prepare_cached(&sql)?;
        let found = question.query_map(params![id], |row| {
            Ok(Group {
                event: row.get("event")?,
                source: row.get("source")?,
                measure: row.get("measure")?,
            })
        })?;
        for group in found {
            self.touched.groups.insert(group?);
        }
        Ok(())
    }
}

impl Touched {
    /// Notes that the reading of an article has come to another point, or, with `read`, that its words are others.
    fn reading(&mut self, article: String, read: bool) {
        *self.read.entry(article).or_default() |= read;
    }

    /// Notes a figure whose standing was derived anew.
    pub(crate) fn restanding(&mut self, figure: String, statement: String) {
        self.named.figures.insert(figure);
        self.named.statements.insert(statement);
    }

    /// What the window is told.
    pub(crate) fn changes(self) -> Changes {
        let list = |ids: BTreeSet<String>| ids.into_iter().collect();
        let named = self.named;
        Changes {
            operation: None,
            project: named.project,
            articles: list(named.articles),
            statements: list(named.statements),
            figures: list(named.figures),
            sources: list(named.sources),
            speakers: list(named.speakers),
            places: list(named.places),
            events: list(named.events),
            words: list(named.words),
            relations: list(named.relations),
            assessments: list(named.assessments),
            column_sets: list(named.column_sets),
            undo: None,
            redo: None,
        }
    }
}
