//! Finding words.

use super::{Asked, Desk, Error};
use crate::view::{SearchQuery, SearchReply};

impl Desk {
    /// Finds words and "phrases" in articles, statements and sources.
    ///
    /// # Errors
    /// When it is to look in something else.
    pub fn search(&self, query: &SearchQuery) -> Result<SearchReply, Error> {
        let kind = match query.within.as_deref() {
            None => None,
            Some("articles") => Some("article"),
            Some("statements") => Some("statement"),
            Some("sources") => Some("source"),
            Some(other) => {
                return Err(Asked::BadValue {
                    field: "in".to_owned(),
                    value: other.to_owned(),
                    wanted: "articles, statements, sources".to_owned(),
                }
                .into());
            }
        };
        let hits = self.store.read().search(&query.query, kind, query.limit)?;
        Ok(SearchReply {
            query: query.query.clone(),
            hits,
        })
    }
}
