//! Bringing articles in.

use super::desk::some_text;
use super::progress::Answer;
use super::record::checked_date;
use super::{Asked, Desk, Error, resolve};
use crate::capture::{Captured, capture, capture_pasted};
use crate::domain::nouns::{Article, Revision};
use crate::domain::refusal::Refusal;
use crate::store::{Gate, StoreError};
use crate::view::{ImportItem, ImportPreview, ImportRequest, ImportResult, ImportSource, Imported};

/// How much of an article a preview shows, in code points.
const EXCERPT: usize = 400;
/// What pasted HTML is called, so that it is read as such.
const PASTED_PAGE: &str = "pasted.html";

impl Desk {
    /// What an import would bring in; nothing is changed.
    ///
    /// # Errors
    /// When the file cannot be read or is no article.
    pub fn look_at_import(&self, from: &ImportSource) -> Result<ImportPreview, Error> {
        let captured = captured(from)?;
        let already = self
            .store
            .read()
            .articles_of_bytes(&captured.bytes_sha256)?
            .into_iter()
            .next();
        Ok(ImportPreview {
            characters: u32::try_from(captured.text.chars().count()).unwrap_or(u32::MAX),
            excerpt: captured.text.chars().take(EXCERPT).collect(),
            title: captured.title,
            outlet: captured.outlet,
            authors: captured.authors,
            url: captured.url,
            language: captured.language,
            direction: captured.direction.as_str().to_owned(),
            published_at: captured.published_at,
            already,
        })
    }

    /// Brings articles in, as one operation. An item that cannot come in is named with its reason; the others come in.
    /// `progress` is told how many items are done.
    ///
    /// # Errors
    /// When the project cannot be written, or `progress` answers that the work is to stop; then nothing came in.
    pub fn import<A: Answer>(
        &mut self,
        request: &ImportRequest,
        mut progress: impl FnMut(usize) -> A,
    ) -> Result<Imported, Error> {
        let (results, changes) = self.operation("import", |gate| {
            let mut results = Vec::with_capacity(request.items.len());
            for (done, item) in request.items.iter().enumerate() {
                let name = name_of(&item.from);
                let result = match import_one(gate, item, &name) {
                    Ok((id, title)) => ImportResult {
                        name: title,
                        article_id: Some(id),
                        error: None,
                        notes: Vec::new(),
                    },
                    Err(error @ Error::Store(_)) => return Err(error),
                    Err(error) => ImportResult {
                        name,
                        article_id: None,
                        error: Some(error.api()),
                        notes: Vec::new(),
                    },
                };
                results.push(result);
                if !progress(done + 1).goes_on() {
                    return Err(StoreError::Stopped.into());
                }
            }
            gate.tell(
                "count",
                results
                    .iter()
                    .filter(|result| result.article_id.is_some())
                    .count(),
            );
            if let [
                ImportResult {
                    name,
                    article_id: Some(_),
                    ..
                },
            ] = results.as_slice()
            {
                gate.tell("title", name.clone());
            }
            Ok(results)
        })?;
        Ok(Imported { results, changes })
    }
}

fn import_one(
    gate: &mut Gate<'_>,
    item: &ImportItem,
    name: &str,
) -> Result<(String, String), Error> {
    let meta = &item.meta;
    let (bytes, captured) = read(&item.from)?;
    let outlet = given(&meta.outlet).or(captured.outlet);
    let url = given(&meta.url).or(captured.url);
    let published_at = given(&meta.published_at).or(captured.published_at);
    checked_date("published_at", published_at.as_deref())?;
    let language = given(&meta.language).or(captured.language);
    if let Some(code) = language.as_deref().filter(|code| !is_language(code)) {
        return Err(Refusal::UnknownWord {
            vocabulary: "language",
            word: code.to_owned(),
        }
        .into());
    }
    if let Some(id) =
        gate.read()
            .article_like(&captured.bytes_sha256, url.as_deref(), outlet.as_deref())?
    {
        let title = gate
            .read()
            .get::<Article>(&id)?
            .map(|article| article.title)
            .unwrap_or_default();
        return Err(Asked::AlreadyThere {
            name: name.to_owned(),
            id,
            title,
        }
        .into());
    }
    let event_id = given(&meta.event)
        .map(|event| resolve::event(gate, &event))
        .transpose()?;
    let article = Article {
        id: gate.new_id(),
        title: given(&meta.title).unwrap_or(captured.title),
        outlet,
        authors: meta.authors.clone().unwrap_or(captured.authors),
        url,
        archive_url: given(&meta.archive_url),
        language,
        direction: captured.direction.as_str().to_owned(),
        published_at,
        event_id,
        confidential: meta.confidential.unwrap_or_default(),
    };
    gate.keep_original(&captured.bytes_sha256, &bytes)?;
    gate.keep_text(&captured.text_sha256, &captured.text)?;
    let blocks = captured
        .blocks
        .iter()
        .filter_map(|block| serde_json::to_value(block).ok())
        .collect();
    let revision = Revision {
        id: gate.new_id(),
        article_id: article.id.clone(),
        previous_id: None,
        media_type: captured.media_type.to_owned(),
        original_sha256: captured.bytes_sha256,
        text_sha256: captured.text_sha256,
        blocks,
        retrieved_at: gate.now(),
    };
    gate.insert(&article)?;
    gate.insert(&revision)?;
    Ok((article.id, article.title))
}

fn given(value: &Option<String>) -> Option<String> {
    value.as_deref().and_then(some_text)
}

/// Two or three letters, as ISO 639 has them.
pub(super) fn is_language(code: &str) -> bool {
    matches!(code.len(), 2 | 3) && code.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// What messages call an item of an import.
fn name_of(from: &ImportSource) -> String {
    match from {
        ImportSource::Path(path) => path.display().to_string(),
        ImportSource::Text(text) | ImportSource::Html(text) => text.chars().take(40).collect(),
    }
}

fn captured(from: &ImportSource) -> Result<Captured, Error> {
    Ok(read(from)?.1)
}

/// The original bytes, and what is captured from them.
fn read(from: &ImportSource) -> Result<(Vec<u8>, Captured), Error> {
    let refused = |error| Error::Capture {
        name: name_of(from),
        error,
    };
    match from {
        ImportSource::Path(path) => {
            let bytes = std::fs::read(path).map_err(|source| Error::File {
                path: path.clone(),
                source,
            })?;
            let captured = capture(&bytes, &path.to_string_lossy()).map_err(refused)?;
            Ok((bytes, captured))
        }
        ImportSource::Text(text) => Ok((
            text.clone().into_bytes(),
            capture_pasted(text).map_err(refused)?,
        )),
        ImportSource::Html(page) => Ok((
            page.clone().into_bytes(),
            capture(page.as_bytes(), PASTED_PAGE).map_err(refused)?,
        )),
    }
}
