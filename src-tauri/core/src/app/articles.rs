//! Looking at articles, and reading the numbers in their words.

use super::{Asked, Desk, Error, edit_record};
use crate::domain::numbers::numbers;
use crate::domain::offsets::Offsets;
use crate::domain::refusal::Refusal;
use crate::store::Which;
use crate::view::{
    ArticleEdit, ArticleView, ArticlesPage, ArticlesQuery, BlockView, BoundsQuery, BoundsReply,
    StatementView, Written,
};
use onrecord_reading::{Amount, Qualifier, bounds, sentences};
use std::ops::Range;

impl Desk {
    /// A window of the list of articles.
    ///
    /// # Errors
    /// What the engine says.
    pub fn articles(&self, query: &ArticlesQuery) -> Result<ArticlesPage, Error> {
        Ok(self.store.articles(query)?)
    }

    /// An article with its text, its sentences and numbers, and everything marked in it.
    ///
    /// # Errors
    /// When there is no such article.
    pub fn article(&self, id: &str) -> Result<ArticleView, Error> {
        let read = self.store.read();
        let found = read
            .article(id)?
            .ok_or_else(|| Asked::UnknownId { id: id.to_owned() })?;
        let offsets = Offsets::new(&found.text);
        let language = found.row.language.as_deref().unwrap_or_default();
        let place = |range: &Range<usize>| {
            let start = offsets.code_point_of_byte(range.start).ok()?;
            Some((start, offsets.code_point_of_byte(range.end).ok()?))
        };
        let blocks: Vec<BlockView> = serde_json::from_str(&found.blocks).unwrap_or_default();
        Ok(ArticleView {
            sentences: sentences(&found.text, language)
                .iter()
                .filter_map(place)
                .collect(),
            numbers: numbers(&offsets, language)
                .into_iter()
                .map(|number| (number.start, number.end))
                .collect(),
            statements: read.statements(Which::InRevision(&found.revision_id), &read.words()?)?,
            article: found.row,
            archive_url: found.archive_url,
            revision_id: found.revision_id,
            text: found.text,
            blocks,
        })
    }

    /// A statement with all that stands in its card.
    ///
    /// # Errors
    /// When there is no such statement.
    pub fn statement(&self, id: &str) -> Result<StatementView, Error> {
        let read = self.store.read();
        let found = read.statements(Which::Only(id), &read.words()?)?.pop();
        found.ok_or_else(|| Asked::UnknownId { id: id.to_owned() }.into())
    }

    /// Changes an article's particulars.
    ///
    /// # Errors
    /// When there is no such article, or a value is not of its kind.
    pub fn edit_article(&mut self, input: &ArticleEdit) -> Result<Written, Error> {
        let meta = &input.meta;
        let authors = meta.authors.as_ref().map(|authors| {
            let mut cell = String::new();
            authors
                .iter()
                .for_each(|author| crate::exchange::push_item(&mut cell, author));
            cell
        });
        let fields: Vec<(String, String)> = [
            ("title", meta.title.clone()),
            ("outlet", meta.outlet.clone()),
            ("author", authors),
            ("url", meta.url.clone()),
            ("archive_url", meta.archive_url.clone()),
            ("language", meta.language.clone()),
            ("published_at", meta.published_at.clone()),
            ("event", meta.event.clone()),
            (
                "confidential",
                meta.confidential.map(|flag| flag.to_string()),
            ),
        ]
        .into_iter()
        .filter_map(|(field, value)| value.map(|value| (field.to_owned(), value)))
        .collect();
        let ((), changes) = self.operation("article_edit", |gate| {
            edit_record::article(gate, &input.id, &fields)
        })?;
        Ok(Written {
            id: input.id.clone(),
            changes,
            notes: Vec::new(),
        })
    }

    /// The bounds that a qualifier and a number mean.
    ///
    /// # Errors
    /// When the qualifier or the number is none.
    pub fn bounds(&self, query: &BoundsQuery) -> Result<BoundsReply, Error> {
        let qualifier: Qualifier = super::record::parse_word("qualifier", &query.qualifier)?;
        let not_a_number = |value: &str| Refusal::NotANumber {
            key: "point".to_owned(),
            value: value.to_owned(),
        };
        let point = match query.point.as_deref().and_then(super::desk::some_text) {
            Some(text) => Some(Amount::parse(&text).map_err(|_| not_a_number(&text))?),
            None => None,
        };
        let counts = query.unit.split(':').next() == Some("count");
        let bounds = bounds(qualifier, point, counts)
            .map_err(|_| not_a_number(query.point.as_deref().unwrap_or_default()))?;
        Ok(BoundsReply {
            low: bounds.low.map(|n| n.to_string()),
            high: bounds.high.map(|n| n.to_string()),
        })
    }
}
