//! What rows refer to: articles, bodies, places, events and dates.

use super::{Loading, intern, list, number, parsed, text};
use crate::domain::compare::{Event, Link, Place, Source};
use crate::domain::date::Date;
use crate::domain::vocabulary::{Connection, OpenVocabulary, WordId};
use crate::store::StoreError;
use crate::store::board::ShownArticle;
use rusqlite::types::ValueRef;
use std::ops::Range;

impl Loading<'_> {
    pub(super) fn article(&mut self, revision: &str) -> Result<usize, StoreError> {
        if let Some(known) = self.revisions.get(revision) {
            return Ok(*known);
        }
        let article = self
            .read
            .db
            .prepare_cached(
                "SELECT a.id, a.title, a.url, a.language, a.outlet, a.published_at FROM revision r \
                 JOIN article a ON a.id = r.article_id WHERE r.id = ?1",
            )?
            .query_row([revision], |row| {
                Ok(ShownArticle {
                    id: row.get("id")?,
                    title: row.get("title")?,
                    url: row.get("url")?,
                    language: row.get("language")?,
                    outlet: row.get("outlet")?,
                    published_at: row.get("published_at")?,
                })
            })?;
        let index = self.compared.articles.len();
        self.compared.articles.push(article);
        self.revisions.insert(revision.to_owned(), index);
        Ok(index)
    }

    pub(super) fn chain(&mut self, statement: &str) -> Result<Range<u32>, StoreError> {
        let start = number(self.compared.input.links.len());
        let db = self.read.db;
        let mut question = db.prepare_cached(
            "SELECT source_id, connection FROM chain_link WHERE statement_id = ?1 ORDER BY position, id",
        )?;
        let mut rows = question.query([statement])?;
        while let Some(row) = rows.next()? {
            let connection: Connection = parsed(row.get_ref("connection")?.as_str()?)?;
            let source = self.source(row.get_ref("source_id")?.as_str()?)?;
            self.compared.input.links.push(Link { source, connection });
        }
        Ok(start..number(self.compared.input.links.len()))
    }

    /// A source with those it belongs to and relies on.
    pub(super) fn source(&mut self, id: &str) -> Result<u32, StoreError> {
        if let Some(known) = self.sources.get(id) {
            return Ok(*known);
        }
        let db = self.read.db;
        let (name, kind, parent): (String, String, Option<String>) = db
            .prepare_cached("SELECT name, kind, parent_id FROM source WHERE id = ?1")?
            .query_row([id], |row| {
                Ok((row.get("name")?, row.get("kind")?, row.get("parent_id")?))
            })?;
        let index = number(self.compared.input.sources.len());
        self.sources.insert(id.to_owned(), index);
        let kinds = self.compared.input.words.of(OpenVocabulary::SourceKind);
        let kind = kinds
            .find(&kind)
            .or_else(|| kinds.find("other"))
            .unwrap_or_default();
        self.compared.input.sources.push(Source {
            name,
            kind,
            parent: None,
            relies_on: Vec::new(),
        });
        let parent = parent.map(|id| self.source(&id)).transpose()?;
        let mut question = db
            .prepare_cached("SELECT relies_on_id FROM reliance WHERE source_id = ?1 ORDER BY id")?;
        let others = question
            .query_map([id], |row| row.get("relies_on_id"))?
            .collect::<Result<Vec<String>, _>>()?;
        let relies_on = others
            .iter()
            .map(|id| self.source(id))
            .collect::<Result<_, _>>()?;
        if let Some(source) = self.compared.input.sources.get_mut(index as usize) {
            (source.parent, source.relies_on) = (parent, relies_on);
        }
        Ok(index)
    }

    pub(super) fn speaker(&mut self, id: ValueRef<'_>) -> Result<Option<u32>, StoreError> {
        let Some(id) = id.as_str_or_null()? else {
            return Ok(None);
        };
        if let Some(known) = self.speakers.get(id) {
            return Ok(Some(*known));
        }
        let name = self
            .read
            .db
            .prepare_cached("SELECT name FROM speaker WHERE id = ?1")?
            .query_row([id], |row| row.get("name"))?;
        let index = number(self.compared.input.speakers.len());
        self.compared.input.speakers.push(name);
        self.speakers.insert(id.to_owned(), index);
        Ok(Some(index))
    }

    /// A place with those around it.
    pub(super) fn place(&mut self, id: ValueRef<'_>) -> Result<Option<u32>, StoreError> {
        let Some(id) = id.as_str_or_null()? else {
            return Ok(None);
        };
        if let Some(known) = self.places.get(id) {
            return Ok(Some(*known));
        }
        let (name, parent): (String, Option<String>) = self
            .read
            .db
            .prepare_cached("SELECT name, parent_id FROM place WHERE id = ?1")?
            .query_row([id], |row| Ok((row.get("name")?, row.get("parent_id")?)))?;
        let index = number(self.compared.input.places.len());
        self.places.insert(id.to_owned(), index);
        self.compared
            .input
            .places
            .push(Place { name, parent: None });
        if let Some(parent) = parent {
            let parent = self.place(ValueRef::Text(parent.as_bytes()))?;
            if let Some(place) = self.compared.input.places.get_mut(index as usize) {
                place.parent = parent;
            }
        }
        Ok(Some(index))
    }

    pub(super) fn event(&mut self, id: ValueRef<'_>) -> Result<Option<u32>, StoreError> {
        let Some(id) = id.as_str_or_null()? else {
            return Ok(None);
        };
        if let Some(known) = self.events.get(id) {
            return Ok(Some(*known));
        }
        let found = self
            .read
            .db
            .prepare_cached(
                "SELECT name, place_id, period_start, period_end FROM event WHERE id = ?1",
            )?
            .query_row([id], |row| {
                Ok((
                    row.get::<_, String>("name")?,
                    row.get::<_, Option<String>>("place_id")?,
                    row.get::<_, Option<String>>("period_start")?,
                    row.get::<_, Option<String>>("period_end")?,
                ))
            })?;
        let (name, place, from, to) = found;
        let event = Event {
            name,
            place: self.place(text(&place))?,
            from: self.date(text(&from))?,
            to: self.date(text(&to))?,
        };
        let index = number(self.compared.input.events.len());
        self.compared.input.events.push(event);
        self.events.insert(id.to_owned(), index);
        Ok(Some(index))
    }

    /// A date that is none takes no part.
    pub(super) fn date(&mut self, text: ValueRef<'_>) -> Result<Option<u32>, StoreError> {
        let Some(text) = text.as_str_or_null()? else {
            return Ok(None);
        };
        if let Some(known) = self.dates.get(text) {
            return Ok(Some(*known));
        }
        let Ok(date) = Date::parse(text) else {
            return Ok(None);
        };
        let index = number(self.compared.input.dates.len());
        self.compared.input.dates.push(date);
        self.dates.insert(text.to_owned(), index);
        Ok(Some(index))
    }

    pub(super) fn word(
        &self,
        vocabulary: OpenVocabulary,
        word: ValueRef<'_>,
    ) -> Result<Option<WordId>, StoreError> {
        let word = word.as_str_or_null()?;
        Ok(word.and_then(|word| self.compared.input.words.of(vocabulary).find(word)))
    }

    pub(super) fn terms(&mut self, cell: ValueRef<'_>) -> Result<Range<u32>, StoreError> {
        let start = number(self.compared.input.excluded.len());
        for term in list(cell)? {
            let term = intern(&mut self.terms, &mut self.compared.input.terms, &term);
            self.compared.input.excluded.push(term);
        }
        Ok(start..number(self.compared.input.excluded.len()))
    }
}
