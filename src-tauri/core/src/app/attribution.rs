//! Who says some words of an article, as its text tells.

use super::offers::{outside, unknown};
use super::{Desk, Error};
use crate::domain::offsets::Offsets;
use crate::store::{Match, Noun, Reader};
use crate::view::{AttributionOffer, Party, ReadSpan};
use onrecord_reading::{Draft, Source, Speaker, read};
use std::ops::Range;

/// How many code points before some words are read with them: who speaks may be named paragraphs above.
const BEFORE: u32 = 20_000;
/// How many are read behind them: a quotation is often ascribed in the sentence that follows.
const BEHIND: u32 = 2_000;

impl Desk {
    /// Who says some words of an article, as far as its text tells: by the statement that the reading engine finds there,
    /// of several the one that shares most with the words. A name that means several entries of the register is left out.
    ///
    /// # Errors
    /// When there is no such article, or the words lie outside of its text.
    pub fn attribution(&self, input: &ReadSpan) -> Result<AttributionOffer, Error> {
        let store = self.store.read();
        let found = store
            .article(&input.article_id)?
            .ok_or_else(|| unknown(input))?;
        let offsets = Offsets::new(&found.text);
        let words =
            bytes(&offsets, input.start..input.end).ok_or_else(|| outside(input, &offsets))?;
        let around = bytes(
            &offsets,
            input.start.saturating_sub(BEFORE)
                ..input.end.saturating_add(BEHIND).min(offsets.code_points()),
        )
        .ok_or_else(|| outside(input, &offsets))?;
        let text = found.text.get(around.clone()).unwrap_or_default();
        let words = words.start - around.start..words.end - around.start;
        let reading = read(text, found.row.language.as_deref());
        let Some(draft) = nearest(&reading.statements, &words) else {
            return Ok(AttributionOffer::default());
        };
        attributed(&store, text, draft)
    }
}

/// Who a draft of `text` says speaks, by names that mean one entry of the register or a new one. A denial is a statement of
/// who denies, whoever its figure is ascribed to.
pub(super) fn attributed(
    store: &Reader<'_>,
    text: &str,
    draft: &Draft,
) -> Result<AttributionOffer, Error> {
    let said = |span: &Range<usize>| {
        text.get(span.clone())
            .unwrap_or_default()
            .replace('\n', " ")
    };
    let party = |noun, span: &Range<usize>, kind: Option<&str>| -> Result<Option<Party>, Error> {
        let name = unambiguous(store, noun, said(span))?;
        Ok(name.map(|name| Party {
            id: None,
            name,
            kind: kind.map(str::to_owned),
        }))
    };
    let body = |source: &Source| party(Noun::Source, &source.span, Some(&source.kind));
    let source = draft.denied_by.as_ref().or(draft.source.as_ref());
    let speaker = draft.speaker.as_ref();
    let person = |speaker: &Speaker| party(Noun::Speaker, &speaker.span, None);
    let via: Result<Vec<_>, Error> = draft.via.iter().map(body).collect();
    Ok(AttributionOffer {
        modality: Some(draft.modality.as_str().to_owned()),
        speaker: speaker.map(person).transpose()?.flatten(),
        speaker_role: speaker.and_then(|speaker| speaker.role.as_ref()).map(said),
        source: source.map(body).transpose()?.flatten(),
        source_as_written: source.map(|body| said(&body.span)),
        via: via?.into_iter().flatten().collect(),
    })
}

/// The name, unless it means several entries of the register alike: then a person has to choose.
pub(super) fn unambiguous(
    store: &Reader<'_>,
    noun: Noun,
    name: String,
) -> Result<Option<String>, Error> {
    let several = matches!(store.named(noun, &name)?, Match::Several(_));
    Ok((!several).then_some(name))
}

fn bytes(offsets: &Offsets<'_>, words: Range<u32>) -> Option<Range<usize>> {
    let start = offsets.byte_of_code_point(words.start).ok()?;
    let end = offsets.byte_of_code_point(words.end).ok()?;
    (start <= end).then_some(start..end)
}

/// The statement that shares most with some words; none where none shares any.
fn nearest<'d>(drafts: &'d [Draft], words: &Range<usize>) -> Option<&'d Draft> {
    let shared = |draft: &Draft| {
        let end = draft.span.end.min(words.end);
        end.saturating_sub(draft.span.start.max(words.start))
    };
    // The first of those that share alike.
    drafts
        .iter()
        .rev()
        .filter(|draft| shared(draft) > 0)
        .max_by_key(|draft| shared(draft))
}
