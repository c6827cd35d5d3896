//! Finding the articles and the words that claims name.

use super::Error;
use super::desk::note;
use crate::capture::anchor::{Anchor, AnchorNote, Finder, Hint};
use crate::domain::claim::{Claim, Published};
use crate::domain::refusal::Refusal;
use crate::store::{ArticleText, Reader};
use crate::view::Note;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

/// A claim's words in their article.
pub(super) struct Anchored {
    pub(super) revision_id: String,
    /// The article's event, for claims that name none.
    pub(super) event_id: Option<String>,
    pub(super) language: Option<String>,
    pub(super) anchor: Anchor,
    /// Of each figure that has words: where they stand, in code points of the text, and how the article has them.
    pub(super) figures: Vec<Option<(Range<u32>, String)>>,
}

/// A claim's words, or the line and the reason why it is refused.
type Found = Result<(Anchored, Vec<Note>), (usize, Refusal)>;

/// What a claim names its article with.
type Names<'a> = (&'a [String], Option<&'a Published>);

/// Finds every claim's article and words. Each article is read once.
///
/// # Errors
/// When the project cannot be read.
pub(super) fn find_all(read: Reader<'_>, claims: &[Claim]) -> Result<Vec<Found>, Error> {
    let mut known: HashMap<Names<'_>, Result<String, Refusal>> = HashMap::new();
    let mut found: BTreeMap<usize, Found> = BTreeMap::new();
    let mut by_article: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, claim) in claims.iter().enumerate() {
        let names = (claim.article.as_slice(), claim.published.as_ref());
        let named = match known.get(&names) {
            Some(named) => named.clone(),
            None => {
                let named = article(read, names.0, names.1)?;
                known.insert(names, named.clone());
                named
            }
        };
        match named {
            Ok(id) => by_article.entry(id).or_default().push(index),
            Err(reason) => {
                found.insert(index, Err((claim.line, reason)));
            }
        }
    }
    for (id, indexes) in by_article {
        let Some(article) = read.article(&id)? else {
            continue;
        };
        // Blocks are ours; without them a quote is merely not told apart from a heading.
        let blocks: Vec<_> = serde_json::from_str(&article.blocks).unwrap_or_default();
        let finder = Finder::new(&article.text, &blocks);
        for index in indexes {
            if let Some(claim) = claims.get(index) {
                found.insert(index, anchored(&article, &finder, claim));
            }
        }
    }
    Ok(found.into_values().collect())
}

/// The one article that is meant by the first of these names that means one. What means several is told apart by the
/// names after it, and then by where it was published.
fn article(
    read: Reader<'_>,
    names: &[String],
    published: Option<&Published>,
) -> Result<Result<String, Refusal>, Error> {
    let mut several: Option<(String, Vec<String>)> = None;
    for name in names {
        let called = read.articles_called(name)?;
        let narrowed = match &several {
            Some((_, before)) => called
                .into_iter()
                .filter(|id| before.contains(id))
                .collect(),
            None => called,
        };
        match <[String; 1]>::try_from(narrowed) {
            Ok([id]) => return Ok(Ok(id)),
            Err(narrowed) if narrowed.is_empty() => {}
            Err(narrowed) => several = Some((name.clone(), narrowed)),
        }
    }
    if let (Some((_, candidates)), Some(published)) = (&several, published) {
        let mut there = Vec::new();
        for id in candidates {
            let row = read.article(id)?.map(|article| article.row);
            there.extend(
                row.filter(|row| row.url == published.url && row.outlet == published.outlet),
            );
        }
        if let [only] = there.as_slice() {
            return Ok(Ok(only.id.clone()));
        }
    }
    Ok(Err(match several {
        Some((article, candidates)) => Refusal::ArticleAmbiguous {
            article,
            candidates,
        },
        None => Refusal::ArticleUnknown {
            article: names.first().cloned().unwrap_or_default(),
        },
    }))
}

fn anchored(article: &ArticleText, finder: &Finder<'_>, claim: &Claim) -> Found {
    let lost = || Refusal::QuoteNotFound {
        quote: claim.quote.clone(),
        article: article.row.title.clone(),
    };
    let hint = Hint {
        start: claim.start,
        prefix: claim.prefix.as_deref(),
        suffix: None,
    };
    let found = finder
        .quote(&claim.quote, hint)
        .map_err(|_| (claim.line, lost()))?;
    let anchor =
        Anchor::at(finder.offsets(), found.range.clone()).map_err(|_| (claim.line, lost()))?;
    let mut taken: Vec<Range<u32>> = Vec::new();
    let mut figures = Vec::with_capacity(claim.figures.len());
    for figure in &claim.figures {
        let Some(text) = &figure.figure_text else {
            figures.push(None);
            continue;
        };
        let lost = || {
            (
                figure.line,
                Refusal::FigureTextNotFound { text: text.clone() },
            )
        };
        let range = finder
            .figure(&found.range, text, &taken)
            .map_err(|_| lost())?;
        let words = finder
            .offsets()
            .slice(&range)
            .map_err(|_| lost())?
            .to_owned();
        taken.push(range.clone());
        figures.push(Some((range, words)));
    }
    let notes = match found.note {
        Some(AnchorNote::Ambiguous { places }) => {
            vec![note("quote_ambiguous", [("count", places.into())])]
        }
        Some(AnchorNote::NotAtStart) => {
            vec![note("quote_not_at_start", [("start", claim.start.into())])]
        }
        None => Vec::new(),
    };
    let anchored = Anchored {
        revision_id: article.revision_id.clone(),
        event_id: article.row.event_id.clone(),
        language: article.row.language.clone(),
        anchor,
        figures,
    };
    Ok((anchored, notes))
}
