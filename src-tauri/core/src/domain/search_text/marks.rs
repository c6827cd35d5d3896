//! Where a text matches a query, and the piece of it that shows this best.

use std::ops::Range;

use super::query::{SearchQuery, Term};
use super::stems::{Stems, is_arabic};
use super::tokens::{Script, packed_chars, push_folded, runs};
use crate::domain::offsets::Offsets;

/// The most marks that are looked for in one text.
const MOST_MARKS: usize = 1000;

/// A term of the index with its place in the text it was made from.
struct Placed {
    /// Its range in the buffer of folded terms.
    folded: Range<usize>,
    /// Its range in the text, in bytes.
    place: Range<usize>,
}

/// The ranges of `text`, in code points and in order, that a query matches. `language` is the text's, as it was indexed.
/// Ranges that overlap are one.
pub fn find_marks(text: &str, query: &SearchQuery, language: Option<&str>) -> Vec<Range<u32>> {
    let mut folded = String::with_capacity(text.len() + 16);
    let mut placed = Vec::new();
    let mut found: Vec<Range<usize>> = Vec::new();
    let words: Vec<&[String]> = query.terms.iter().filter_map(Term::forms).collect();
    let phrases: Vec<_> = query.terms.iter().filter_map(Term::phrase).collect();
    let matcher = WordMatcher {
        stems: Stems::of_language(language),
        words: &words,
    };
    for run in runs(text) {
        if found.len() >= MOST_MARKS {
            break;
        }
        match run.script {
            Script::Spaced => {
                let from = folded.len();
                push_folded(run.text, &mut folded);
                let place = run.start..run.start + run.text.len();
                if matcher.matches(run.text, folded.get(from..).unwrap_or_default()) {
                    found.push(place.clone());
                }
                if phrases.is_empty() {
                    folded.clear();
                } else {
                    placed.push(Placed {
                        folded: from..folded.len(),
                        place,
                    });
                }
            }
            Script::Packed if phrases.is_empty() => {}
            Script::Packed => {
                let mut chars = packed_chars(run.text).peekable();
                while let Some((at, c)) = chars.next() {
                    let from = folded.len();
                    folded.push(c);
                    let next = chars.peek().copied();
                    folded.extend(next.map(|(_, c)| c));
                    let last = next.map_or(at, |(at, _)| at);
                    let end = run
                        .text
                        .get(last..)
                        .and_then(|rest| rest.chars().next())
                        .map_or(last, |c| last + c.len_utf8());
                    placed.push(Placed {
                        folded: from..folded.len(),
                        place: run.start + at..run.start + end,
                    });
                }
            }
        }
    }
    for (spellings, open) in phrases {
        for tokens in spellings {
            find_phrase(text, &folded, &placed, tokens, open, &mut found);
        }
    }
    joined(text, found)
}

impl Term {
    fn forms(&self) -> Option<&[String]> {
        match self {
            Self::Word(forms) => Some(forms),
            Self::Phrase { .. } => None,
        }
    }

    fn phrase(&self) -> Option<(&[Vec<String>], bool)> {
        match self {
            Self::Word(_) => None,
            Self::Phrase { spellings, open } => Some((spellings, *open)),
        }
    }
}

/// Tells whether words of the text match words of the query.
struct WordMatcher<'q> {
    stems: Stems,
    words: &'q [&'q [String]],
}

impl WordMatcher<'_> {
    fn matches(&self, word: &str, folded: &str) -> bool {
        if self.words.is_empty() {
            return false;
        }
        let forms = || self.words.iter().copied().flatten();
        if forms().any(|form| form == folded) {
            return true;
        }
        // A stem begins as its word does, but for Arabic, whose stemmer takes off prefixes.
        let first = folded.chars().next();
        let may_match = is_arabic(folded) || forms().any(|form| form.chars().next() == first);
        let mut hit = false;
        if may_match {
            self.stems
                .each(word, folded, |stem| hit |= forms().any(|form| form == stem));
        }
        hit
    }
}

/// Adds the places at which the terms of a phrase follow one another.
fn find_phrase(
    text: &str,
    folded: &str,
    placed: &[Placed],
    tokens: &[String],
    open: bool,
    found: &mut Vec<Range<usize>>,
) {
    let term = |placed: &Placed| folded.get(placed.folded.clone()).unwrap_or_default();
    for window in placed.windows(tokens.len().max(1)) {
        if found.len() >= MOST_MARKS {
            break;
        }
        let last = tokens.len().saturating_sub(1);
        let fits = tokens
            .iter()
            .zip(window)
            .enumerate()
            .all(|(i, (token, placed))| {
                if open && i == last {
                    term(placed).starts_with(token.as_str())
                } else {
                    term(placed) == token
                }
            });
        if let (true, Some(first), Some(end)) = (fits, window.first(), window.last()) {
            let end = if open {
                let from = end.place.start;
                text.get(from..)
                    .and_then(|rest| rest.chars().next())
                    .map_or(from, |c| from + c.len_utf8())
            } else {
                end.place.end
            };
            found.push(first.place.start..end);
        }
    }
}

/// The ranges in order, overlapping and touching ones as one, in code points.
fn joined(text: &str, mut found: Vec<Range<usize>>) -> Vec<Range<u32>> {
    found.sort_by_key(|range| (range.start, range.end));
    let mut marks: Vec<Range<usize>> = Vec::with_capacity(found.len());
    for range in found {
        match marks.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => marks.push(range),
        }
    }
    let offsets = Offsets::new(text);
    marks
        .iter()
        .filter_map(|range| offsets.code_point_range(range).ok())
        .collect()
}

/// A piece of a text with the marks that lie in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// The piece on one line, with `…` where the text goes on.
    pub text: String,
    /// The marks, in code points of the piece.
    pub marks: Vec<Range<u32>>,
    /// Where the first of them begins, or the piece where there are none, in code points of the text.
    pub first: u32,
}

/// The piece of `text` of about `length` code points that holds the most marks; its beginning where there are none.
pub fn snippet(text: &str, marks: &[Range<u32>], length: u32) -> Snippet {
    let offsets = Offsets::new(text);
    let total = offsets.code_points();
    let focus = densest(marks, length.saturating_sub(length / 4));
    let wanted = focus.map_or(0, |mark| mark.start.saturating_sub(length / 4));
    let mut start = if total <= length {
        0
    } else {
        wanted.min(total - length)
    };
    let mut end = total.min(start.saturating_add(length));
    // Whole words at both ends, if that costs little and no mark.
    if start > 0 {
        let slack = start
            ..focus
                .map_or(start, |mark| mark.start)
                .min(start + length / 8);
        start = offsets
            .slice(&slack)
            .ok()
            .and_then(|cut| gap(cut.chars()))
            .map_or(start, |skip| start + skip + 1);
    }
    if end < total {
        let keep = marks
            .iter()
            .map(|mark| mark.end)
            .filter(|&mark| mark <= end)
            .max()
            .unwrap_or(start);
        let slack = keep.max(end - (length / 8).min(end))..end;
        end = offsets
            .slice(&slack)
            .ok()
            .and_then(|cut| gap(cut.chars().rev()))
            .map_or(end, |skip| end - skip - 1);
    }
    let piece = offsets.slice(&(start..end)).unwrap_or_default();
    let lead = u32::from(start > 0);
    let mut out = String::with_capacity(piece.len() + 6);
    if start > 0 {
        out.push('…');
    }
    out.extend(piece.chars().map(|c| if c == '\n' { ' ' } else { c }));
    if end < total {
        out.push('…');
    }
    let held = || {
        marks
            .iter()
            .filter(|mark| mark.start < end && mark.end > start)
    };
    let first = held().next().map_or(start, |mark| mark.start);
    let marks = held()
        .map(|mark| mark.start.max(start) - start + lead..mark.end.min(end) - start + lead)
        .collect();
    Snippet {
        text: out,
        marks,
        first,
    }
}

/// The mark with which the window of `width` that holds the most marks begins, the first of equals.
fn densest(marks: &[Range<u32>], width: u32) -> Option<&Range<u32>> {
    let mut best: Option<(usize, &Range<u32>)> = None;
    let mut behind = 0;
    for (i, mark) in marks.iter().enumerate() {
        let end = mark.start.saturating_add(width);
        while marks.get(behind).is_some_and(|other| other.end <= end) {
            behind += 1;
        }
        let held = behind.saturating_sub(i);
        if best.is_none_or(|(most, _)| held > most) {
            best = Some((held, mark));
        }
    }
    best.map(|(_, mark)| mark)
}

/// How many characters come before the first white space.
fn gap(mut chars: impl Iterator<Item = char>) -> Option<u32> {
    chars
        .position(char::is_whitespace)
        .and_then(|at| u32::try_from(at).ok())
}
