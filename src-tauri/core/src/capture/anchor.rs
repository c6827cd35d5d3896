//! Anchors: how a statement holds on to its words, and how words that are only quoted are found in an article.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

use serde::{Deserialize, Serialize};
use thiserror::Error;
use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::loose::Loose;
use super::occurrences::occurrences;
use super::text::Block;
use crate::domain::offsets::{OffsetError, Offsets};

/// How many code points of an anchor's surroundings are kept on each side.
pub const CONTEXT: u32 = 32;

/// A range of an article's canonical text, with its words and its surroundings, so that it can be checked and found again.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Anchor {
    /// The article's own words.
    pub quote: String,
    /// Up to [`CONTEXT`] code points before them.
    pub prefix: String,
    /// Up to [`CONTEXT`] code points behind them.
    pub suffix: String,
    /// The first code point.
    pub start: u32,
    /// The code point behind the last.
    pub end: u32,
}

impl Anchor {
    /// The anchor of a range of code points.
    ///
    /// # Errors
    /// When the range runs backwards or past the end of the text.
    pub fn at(text: &Offsets<'_>, range: Range<u32>) -> Result<Self, OffsetError> {
        let before = range.start.saturating_sub(CONTEXT)..range.start;
        let after = range.end..range.end.saturating_add(CONTEXT).min(text.code_points());
        Ok(Self {
            quote: text.slice(&range)?.to_owned(),
            prefix: text.slice(&before)?.to_owned(),
            suffix: text.slice(&after)?.to_owned(),
            start: range.start,
            end: range.end,
        })
    }

    /// Whether the text still says at this range what the anchor says. Looks only at the anchor's own length of text.
    pub fn holds(&self, text: &Offsets<'_>) -> bool {
        Self::at(text, self.start..self.end).is_ok_and(|there| there == *self)
    }
}

/// What is known about the place of a quote beyond its words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Hint<'h> {
    /// The code point at which it is said to begin.
    pub start: Option<u32>,
    /// The words before it.
    pub prefix: Option<&'h str>,
    /// The words behind it.
    pub suffix: Option<&'h str>,
}

/// A quote's place, and what whoever gave the quote should know about how it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The range in code points of the article's text.
    pub range: Range<u32>,
    /// What deserves a second look, if anything.
    pub note: Option<AnchorNote>,
}

/// Why a found place deserves a second look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnchorNote {
    /// The words stand at several places that the hint does not tell apart; the first outside title and headings was taken.
    Ambiguous {
        /// At how many.
        places: usize,
    },
    /// The words do not begin at the given start, but the rest of what is known leaves one place.
    NotAtStart,
}

/// Why a quote or a figure's words have no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum AnchorError {
    /// Nothing but white space was given.
    #[error("the quote is empty")]
    Empty,
    /// The words are not in the text.
    #[error("the quote is not in the text")]
    NotFound,
}

/// Finds quotes in one article. Built once, asked often: each question takes time linear in the text at worst.
#[derive(Debug)]
pub struct Finder<'t> {
    offsets: Offsets<'t>,
    /// Byte ranges of title and headings, in order.
    headings: Vec<Range<usize>>,
    loose: OnceCell<Loose>,
}

impl<'t> Finder<'t> {
    /// A finder over a canonical text and its blocks.
    pub fn new(text: &'t str, blocks: &[Block]) -> Self {
        let offsets = Offsets::new(text);
        let headings = blocks
            .iter()
            .filter(|block| block.kind.is_heading())
            .filter_map(|block| offsets.byte_range(&(block.start..block.end)).ok())
            .collect();
        Self {
            offsets,
            headings,
            loose: OnceCell::new(),
        }
    }

    /// The index of the text's characters.
    pub fn offsets(&self) -> &Offsets<'t> {
        &self.offsets
    }

    /// The place of a quote.
    ///
    /// The words are looked for exactly, then with every run of white space as one space and curly quotes and apostrophes
    /// as straight. Words that stand at the hint's start are taken there, even if they match to the letter elsewhere. Of
    /// several places the hint's prefix and suffix choose; a hint that fits none of them is passed over. What is still not
    /// told apart is the first place outside title and headings, else the first, and is noted.
    ///
    /// # Errors
    /// When the quote is empty or not in the text.
    pub fn quote(&self, quote: &str, hint: Hint<'_>) -> Result<Found, AnchorError> {
        let quote = composed(quote);
        let wanted = Loose::new(quote.trim());
        if wanted.text().is_empty() {
            return Err(AnchorError::Empty);
        }
        if let Some(range) = hint
            .start
            .and_then(|start| self.place_at(start, &quote, wanted.text()))
        {
            return Ok(Found {
                range: self.code_points(&range)?,
                note: None,
            });
        }
        let mut places = exact_places(self.offsets.text(), &quote);
        if places.is_empty() {
            places = loose_places(self.loose(), wanted.text());
        }
        let places = self.after(places, hint.prefix);
        let places = self.before(places, hint.suffix);
        let chosen = places
            .iter()
            .find(|place| !self.in_heading(place.start))
            .or_else(|| places.first());
        let note = if places.len() > 1 {
            Some(AnchorNote::Ambiguous {
                places: places.len(),
            })
        } else {
            hint.start.map(|_| AnchorNote::NotAtStart)
        };
        Ok(Found {
            range: self.code_points(chosen.ok_or(AnchorError::NotFound)?)?,
            note,
        })
    }

    /// The place of a figure's words inside a quote that was found before, `within`.
    ///
    /// They are looked for as quotes are. Of several places the first is taken that overlaps no range of `taken` (the
    /// earlier figures of the statement), one where the words are not part of a longer word or number before the others.
    /// Where every place is taken two figures share the first: the words are there, and may well say two things.
    ///
    /// # Errors
    /// When the words are empty or not in the quote.
    pub fn figure(
        &self,
        within: &Range<u32>,
        words: &str,
        taken: &[Range<u32>],
    ) -> Result<Range<u32>, AnchorError> {
        let quote = self
            .offsets
            .slice(within)
            .map_err(|_| AnchorError::NotFound)?;
        let base = self
            .offsets
            .byte_of_code_point(within.start)
            .map_err(|_| AnchorError::NotFound)?;
        let words = composed(words);
        let wanted = Loose::new(words.trim());
        if wanted.text().is_empty() {
            return Err(AnchorError::Empty);
        }
        let taken: Vec<_> = taken
            .iter()
            .filter_map(|range| self.offsets.byte_range(range).ok())
            .collect();
        let free = |place: &&Range<usize>| {
            let (start, end) = (base + place.start, base + place.end);
            taken
                .iter()
                .all(|taken| end <= taken.start || taken.end <= start)
        };
        let pick = |places: &[Range<usize>]| {
            let whole = places
                .iter()
                .filter(|place| stands_alone(quote, place))
                .find(free);
            whole.or_else(|| places.iter().find(free)).cloned()
        };
        let exact = exact_places(quote, &words);
        let place = pick(&exact).or_else(|| {
            let loose = loose_places(&Loose::new(quote), wanted.text());
            pick(&loose)
                .or_else(|| exact.first().cloned())
                .or_else(|| loose.first().cloned())
        });
        let place = place.ok_or(AnchorError::NotFound)?;
        self.code_points(&(base + place.start..base + place.end))
    }

    /// The quote at a given code point, to the letter or loosely; white space around the quote counts for nothing.
    fn place_at(&self, start: u32, quote: &str, wanted: &str) -> Option<Range<usize>> {
        let byte = self.offsets.byte_of_code_point(start).ok()?;
        let rest = self.offsets.text().get(byte..)?;
        if rest.starts_with(quote) {
            return Some(byte..byte + quote.len());
        }
        let byte = byte + (rest.len() - rest.trim_start().len());
        let loose = self.loose();
        let here = loose.of_original(byte);
        let there = here..here + wanted.len();
        (loose.text().get(there.clone())? == wanted).then(|| loose.original(&there))
    }

    /// Those places that stand behind `prefix`; all where none does.
    fn after(&self, places: Vec<Range<usize>>, prefix: Option<&str>) -> Vec<Range<usize>> {
        self.narrowed(places, prefix, |loose, place, prefix| {
            let before = loose
                .text()
                .get(..loose.of_original(place.start))
                .unwrap_or_default();
            before.trim_end().ends_with(prefix)
        })
    }

    /// Those places that stand before `suffix`; all where none does.
    fn before(&self, places: Vec<Range<usize>>, suffix: Option<&str>) -> Vec<Range<usize>> {
        self.narrowed(places, suffix, |loose, place, suffix| {
            let after = loose
                .text()
                .get(loose.of_original(place.end)..)
                .unwrap_or_default();
            after.trim_start().starts_with(suffix)
        })
    }

    fn narrowed(
        &self,
        places: Vec<Range<usize>>,
        words: Option<&str>,
        fits: impl Fn(&Loose, &Range<usize>, &str) -> bool,
    ) -> Vec<Range<usize>> {
        let words = Loose::new(&composed(words.unwrap_or_default()));
        let words = words.text().trim();
        if places.len() < 2 || words.is_empty() {
            return places;
        }
        let loose = self.loose();
        let fitting: Vec<_> = places
            .iter()
            .filter(|place| fits(loose, place, words))
            .cloned()
            .collect();
        if fitting.is_empty() { places } else { fitting }
    }

    fn in_heading(&self, byte: usize) -> bool {
        let behind = self
            .headings
            .partition_point(|heading| heading.start <= byte);
        behind
            .checked_sub(1)
            .and_then(|i| self.headings.get(i))
            .is_some_and(|heading| byte < heading.end)
    }

    fn loose(&self) -> &Loose {
        self.loose.get_or_init(|| Loose::new(self.offsets.text()))
    }

    fn code_points(&self, bytes: &Range<usize>) -> Result<Range<u32>, AnchorError> {
        self.offsets
            .code_point_range(bytes)
            .map_err(|_| AnchorError::NotFound)
    }
}

/// Quotes are compared in the form the canonical text has.
fn composed(words: &str) -> Cow<'_, str> {
    if is_nfc(words) {
        Cow::Borrowed(words)
    } else {
        Cow::Owned(words.nfc().collect())
    }
}

fn exact_places(text: &str, words: &str) -> Vec<Range<usize>> {
    occurrences(text, words)
        .into_iter()
        .map(|at| at..at + words.len())
        .collect()
}

fn loose_places(text: &Loose, words: &str) -> Vec<Range<usize>> {
    occurrences(text.text(), words)
        .into_iter()
        .map(|at| text.original(&(at..at + words.len())))
        .collect()
}

/// Whether the place is not cut out of a longer word or number.
fn stands_alone(text: &str, place: &Range<usize>) -> bool {
    let letter_or_digit = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let before = text
        .get(..place.start)
        .and_then(|before| before.chars().next_back());
    let after = text.get(place.end..).and_then(|after| after.chars().next());
    !letter_or_digit(before) && !letter_or_digit(after)
}
