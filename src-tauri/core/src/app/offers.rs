//! What the words of an article offer to whoever records them: numbers with what stands around them, and names.

use super::{Asked, Desk, Error};
use crate::domain::names::fold_name;
use crate::domain::offsets::Offsets;
use crate::view::{NameOffer, NumberReadingView, PlaceRow, ReadSpan};
use onrecord_reading::{Bearer, Name, Reader};
use std::ops::Range;

/// How many code points around some words are looked through for names: about a long paragraph on either side.
const AROUND: u32 = 900;

impl Desk {
    /// The numbers in some words of an article, each with what the words around it suggest.
    ///
    /// # Errors
    /// When there is no such article, or the words lie outside of its text.
    pub fn read_span(&self, input: &ReadSpan) -> Result<Vec<NumberReadingView>, Error> {
        let read = self.store.read();
        let found = read
            .article(&input.article_id)?
            .ok_or_else(|| unknown(input))?;
        let offsets = Offsets::new(&found.text);
        let words = offsets
            .slice(&(input.start..input.end))
            .map_err(|_| outside(input, &offsets))?;
        let base = offsets
            .byte_of_code_point(input.start)
            .map_err(|_| outside(input, &offsets))?;
        let reader = Reader::for_language(found.row.language.as_deref().unwrap_or_default());
        let places = known_places(words, &read.places()?);
        let spans: Vec<Range<usize>> = places.iter().map(|(span, _)| span.clone()).collect();
        let mut readings = Vec::new();
        for (number, hints) in reader.figures_among(words, &spans) {
            let ends = offsets
                .code_point_of_byte(base + number.span.start)
                .ok()
                .zip(offsets.code_point_of_byte(base + number.span.end).ok());
            let Some((start, end)) = ends else { continue };
            let place = hints.place.map(|span| {
                let at = places.binary_search_by_key(&span.start, |(known, _)| known.start);
                let path = at.ok().and_then(|at| places.get(at));
                path.map_or_else(
                    // A `>` would make a path of it.
                    || {
                        words
                            .get(span)
                            .unwrap_or_default()
                            .replace(['\n', '>'], " ")
                    },
                    |(_, path)| path.clone(),
                )
            });
            readings.push(NumberReadingView {
                start,
                end,
                text: words
                    .get(number.span.clone())
                    .unwrap_or_default()
                    .to_owned(),
                qualifier: number.qualifier.as_str().to_owned(),
                point: number.point.map(|n| n.to_string()),
                low: number.low.map(|n| n.to_string()),
                high: number.high.map(|n| n.to_string()),
                vague: number.vague,
                unit: match number.unit_code {
                    Some(code) => format!("{}:{code}", number.unit),
                    None => number.unit,
                },
                measure: hints.measure,
                severity: hints.severity,
                group: hints.group,
                place,
                counting: hints.counting,
                basis: hints.basis,
                stance: hints.stance.as_str().to_owned(),
                part_of: hints.part_of.and_then(|whole| u32::try_from(whole).ok()),
            });
        }
        Ok(readings)
    }

    /// The names that stand in or near some words of an article, the likeliest first: those in the words before those
    /// around them, and among these those of whom the text says that they speak.
    ///
    /// # Errors
    /// When there is no such article, or the words lie outside of its text.
    pub fn names(&self, input: &ReadSpan) -> Result<Vec<NameOffer>, Error> {
        let read = self.store.read();
        let found = read
            .article(&input.article_id)?
            .ok_or_else(|| unknown(input))?;
        let offsets = Offsets::new(&found.text);
        if input.start > input.end || input.end > offsets.code_points() {
            return Err(outside(input, &offsets).into());
        }
        let around = input.start.saturating_sub(AROUND)
            ..input.end.saturating_add(AROUND).min(offsets.code_points());
        let words = offsets
            .slice(&around)
            .map_err(|_| outside(input, &offsets))?;
        let base = offsets
            .byte_of_code_point(around.start)
            .map_err(|_| outside(input, &offsets))?;
        let reader = Reader::for_language(found.row.language.as_deref().unwrap_or_default());
        let mut offers: Vec<(u32, NameOffer)> = reader
            .names(words)
            .into_iter()
            .filter_map(|name| {
                let start = offsets.code_point_of_byte(base + name.span.start).ok()?;
                let end = offsets.code_point_of_byte(base + name.span.end).ok()?;
                let rank = rank(&name, start..end, input);
                Some((rank, offer(words, name, start, end)))
            })
            .collect();
        offers.sort_by_key(|(rank, _)| *rank);
        let mut seen = Vec::new();
        offers.retain(|(_, offer)| {
            let key = (offer.bearer.clone(), fold_name(&offer.name));
            let new = !seen.contains(&key);
            seen.push(key);
            new
        });
        Ok(offers.into_iter().map(|(_, offer)| offer).collect())
    }
}

pub(super) fn unknown(input: &ReadSpan) -> Asked {
    Asked::UnknownId {
        id: input.article_id.clone(),
    }
}

pub(super) fn outside(input: &ReadSpan, offsets: &Offsets<'_>) -> Asked {
    Asked::OutsideText {
        start: input.start,
        end: input.end,
        length: offsets.code_points(),
    }
}

/// How far down a name stands in the list: outside of the words, then not said to speak, then how far from them.
fn rank(name: &Name, at: Range<u32>, input: &ReadSpan) -> u32 {
    let distance = at
        .start
        .saturating_sub(input.end)
        .max(input.start.saturating_sub(at.end));
    let outside = at.start < input.start || at.end > input.end;
    let doubtful = !name.speaks;
    let nameless = matches!(name.bearer, Bearer::Body { kind: None });
    let far = |yes: bool, weight: u32| if yes { weight } else { 0 };
    distance + far(outside, 4 * AROUND) + far(doubtful, 2 * AROUND) + far(nameless, AROUND)
}

fn offer(words: &str, name: Name, start: u32, end: u32) -> NameOffer {
    let text = |span: Range<usize>| words.get(span).unwrap_or_default().replace('\n', " ");
    let (bearer, kind, role) = match name.bearer {
        Bearer::Body { kind } => ("body", kind, None),
        Bearer::Person { role } => ("person", None, role.map(text)),
        Bearer::Place => ("place", None, None),
    };
    NameOffer {
        start,
        end,
        name: text(name.span),
        bearer: bearer.to_owned(),
        kind,
        role,
    }
}

/// The places of the register that some words name, in order, with their paths.
fn known_places(words: &str, register: &[PlaceRow]) -> Vec<(Range<usize>, String)> {
    let mut found: Vec<(Range<usize>, String)> = Vec::new();
    let free = |found: &[(Range<usize>, String)], span: &Range<usize>| {
        found
            .iter()
            .all(|(other, _)| other.end <= span.start || span.end <= other.start)
    };
    let mut known: Vec<(&str, &PlaceRow)> = register
        .iter()
        .flat_map(|place| {
            std::iter::once(&place.name)
                .chain(place.aliases.iter().map(|alias| &alias.name))
                .map(move |name| (name.as_str(), place))
        })
        .collect();
    // The longest first: "New Port Selin" is not Port Selin.
    known.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    for (name, place) in known {
        for (at, text) in words.match_indices(name) {
            let span = at..at + text.len();
            if stands_alone(words, &span) && free(&found, &span) {
                found.push((span, place.path.clone()));
            }
        }
    }
    found.sort_by_key(|(span, _)| span.start);
    found
}

/// Whether a name is not a piece of a longer word.
fn stands_alone(words: &str, span: &Range<usize>) -> bool {
    let before = words
        .get(..span.start)
        .and_then(|text| text.chars().next_back());
    let after = words.get(span.end..).and_then(|text| text.chars().next());
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}
