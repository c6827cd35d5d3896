//! Where sentences begin and end.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::lexicon::Lexicon;
use crate::reader::{Reader, blocks};
use crate::sense::{Context, Sense};

/// The sentences of a text, as byte ranges without the white space around them, in order.
///
/// No sentence goes on past a blank line. Points in abbreviations, initials, numbers and names end none, nor does a
/// quotation whose sentence goes on behind it.
pub fn sentences(text: &str, language: &str) -> Vec<Range<usize>> {
    let lexicon = Reader::for_language(language).lexicon;
    let mut found = Vec::new();
    for block in blocks(text) {
        let Some(part) = text.get(block.clone()) else {
            continue;
        };
        found.extend(
            sentences_of(part, lexicon)
                .into_iter()
                .map(|span| span.start + block.start..span.end + block.start),
        );
    }
    found
}

/// The sentences of a text without blank lines.
pub(crate) fn sentences_of(block: &str, lexicon: &Lexicon) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for end in ends(block, lexicon) {
        found.extend(trimmed(block, start..end));
        start = end;
    }
    found
}

/// The places in a block where a sentence ends and another may begin, the block's end among them.
fn ends(block: &str, lexicon: &Lexicon) -> Vec<usize> {
    let mut found = Vec::new();
    let mut start = 0;
    for (piece_at, piece) in block.split_sentence_bound_indices() {
        // What UAX 29 leaves at the head of the next piece, a closing mark behind a space, belongs to this one.
        let head = piece_at + closing_marks(piece);
        let inner = before_digits(piece).into_iter().map(|at| piece_at + at);
        for at in std::iter::once(head).chain(inner) {
            if at <= start || at >= block.len() {
                continue;
            }
            let (Some(before), Some(after)) = (block.get(start..at), block.get(at..)) else {
                continue;
            };
            if ends_sentence(before, after, lexicon) {
                found.push(at);
                start = at;
            }
        }
    }
    found.push(block.len());
    found
}

/// Where digits stand behind a point and a space: UAX 29 sees no end in "They left. 18 stayed.", for what follows the
/// digits is in lower case.
fn before_digits(piece: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let (mut ended, mut spaced) = (false, false);
    for (at, c) in piece.char_indices() {
        if c.is_whitespace() {
            spaced = ended;
        } else {
            if spaced && c.is_numeric() {
                found.push(at);
            }
            ended = is_terminal(c) || (ended && !spaced && is_closing(c));
            spaced = false;
        }
    }
    found
}

/// How many bytes of closing marks, with the spaces before them, stand at the head of a piece.
fn closing_marks(piece: &str) -> usize {
    let mut length = 0;
    for (at, c) in piece.char_indices() {
        if matches!(c, '\u{BB}' | '\u{201D}' | ')' | ']') {
            length = at + c.len_utf8();
        } else if c == '"' {
            let next = piece.get(at + 1..).and_then(|rest| rest.chars().next());
            if next.is_some_and(|c| !c.is_whitespace() && c != ',') {
                break;
            }
            length = at + 1;
        } else if !c.is_whitespace() {
            break;
        }
    }
    length
}

/// Whether the break between two pieces is the end of a sentence.
fn ends_sentence(before: &str, after: &str, lexicon: &Lexicon) -> bool {
    let Some(next) = after.chars().find(|&c| !is_opening(c)) else {
        return true;
    };
    let ended = before.trim_end();
    let bare = ended.trim_end_matches(|c: char| is_closing(c) || c.is_whitespace());
    if is_enumerator(ended) {
        return false;
    }
    if before.ends_with('\n') && begins_item(after) {
        return true;
    }
    let Some(last) = bare.chars().next_back().filter(|&c| is_terminal(c)) else {
        // A line that is wrapped, not ended.
        return false;
    };
    if next.is_lowercase() || matches!(next, ',' | ';' | ':') {
        return false;
    }
    let word = bare.rsplit(char::is_whitespace).next().unwrap_or(bare);
    let word = word
        .trim_matches(|c: char| is_opening(c) || is_closing(c))
        .trim_end_matches('.');
    let quoted = bare.len() < ended.len();
    let ordinal = !quoted && last == '.' && is_ordinal(bare, word, after, lexicon);
    !ordinal && (last != '.' || quoted || !abbreviates(word, after, next, lexicon))
}

/// Whether the point behind the digits `word`, with which `before` ends, makes an ordinal of them: "am 9. Januar",
/// "der 18. Tag".
fn is_ordinal(before: &str, word: &str, after: &str, lexicon: &Lexicon) -> bool {
    let digits = (1..4).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    if !lexicon.ordinal_point || !digits {
        return false;
    }
    let leads = before
        .trim_end_matches('.')
        .strip_suffix(word)
        .and_then(|lead| lead.split_whitespace().next_back())
        .is_some_and(|lead| begins_with(&lead.to_lowercase(), lexicon, &[Context::Definite]));
    leads || begins_with(after.trim_start(), lexicon, &[Context::Month])
}

/// Whether the point behind `word` belongs to the word and the sentence goes on.
fn abbreviates(word: &str, after: &str, next: char, lexicon: &Lexicon) -> bool {
    let folded = word.to_lowercase();
    let known = |list: &[String]| list.binary_search(&folded).is_ok();
    if known(&lexicon.abbreviations) {
        return true;
    }
    if known(&lexicon.numbered_abbreviations) {
        return next.is_numeric();
    }
    let mut letters = word.chars();
    let initial = letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_none_or(|c| c == '.' || c == '-');
    if known(&lexicon.closing_abbreviations) && folded == word {
        // "6 p.m. Monday" goes on; with another capital behind it "p.m." ended the sentence.
        return begins_with(after, lexicon, &[Context::Day, Context::Month]);
    }
    // "U.S. Army" goes on, "the U.S. The army" does not.
    (initial || known(&lexicon.closing_abbreviations))
        && !begins_with(after, lexicon, &[Context::Function, Context::Definite])
}

/// Whether a text is no more than the number of an item: "1.", "a.)", "• 9.".
fn is_enumerator(text: &str) -> bool {
    let body = text.trim_start_matches(|c: char| is_bullet(c) || is_opening(c));
    let label = body.trim_end_matches(['.', ')']);
    let letters = label.chars().take(4).count();
    body.len() > label.len()
        && ((1..4).contains(&letters) && label.chars().all(|c| c.is_ascii_digit())
            || letters == 1 && label.chars().all(char::is_alphabetic))
}

/// Whether a line begins an item of a list.
fn begins_item(line: &str) -> bool {
    let line = line.trim_start();
    let (first, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let bullet = first.chars().all(is_bullet) && !rest.is_empty();
    let label = first.trim_start_matches('(').trim_end_matches(['.', ')']);
    let numbered = label.len() < first.len()
        && (1..5).contains(&label.len())
        && (label.bytes().all(|b| b.is_ascii_digit())
            || label.len() == 1 && label.bytes().all(|b| b.is_ascii_alphabetic())
            || label.bytes().all(|b| matches!(b, b'i' | b'v' | b'x')));
    bullet || numbered
}

/// Whether the words ahead begin with one of the lexicon's words for `contexts`.
fn begins_with(after: &str, lexicon: &Lexicon, contexts: &[Context]) -> bool {
    let end = after
        .char_indices()
        .nth(40)
        .map_or(after.len(), |(at, _)| at);
    let tokens = lexicon.phrases.tokens(after.get(..end).unwrap_or(""));
    let wanted = |sense| {
        matches!(sense, Sense::Context(context) if contexts.contains(&context)).then_some(())
    };
    lexicon.phrases.find(&tokens, 0, wanted).is_some()
}

fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '\u{2022}'
            | '\u{2023}'
            | '\u{2043}'
            | '\u{25AA}'
            | '\u{25CF}'
            | '*'
            | '-'
            | '\u{2013}'
            | '\u{2014}'
    )
}

fn is_terminal(c: char) -> bool {
    matches!(
        c,
        '.' | '!'
            | '?'
            | '…'
            | '\u{203D}'
            | '。'
            | '．'
            | '！'
            | '？'
            | '؟'
            | '۔'
            | '।'
            | '॥'
            | '։'
            | '።'
            | '፧'
            | '။'
            | '\u{37E}'
    )
}

fn is_opening(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '\u{AB}'
            | '\u{201C}'
            | '\u{2018}'
            | '\u{201E}'
            | '('
            | '['
            | '\u{2013}'
            | '\u{2014}'
            | '-'
            | '¿'
            | '¡'
    ) || c.is_whitespace()
}

fn is_closing(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '\u{BB}' | '\u{201D}' | '\u{2019}' | ')' | ']'
    )
}

fn trimmed(text: &str, span: Range<usize>) -> Option<Range<usize>> {
    let piece = text.get(span.clone())?;
    let start = span.start + (piece.len() - piece.trim_start().len());
    let end = span.end - (piece.len() - piece.trim_end().len());
    (start < end).then_some(start..end)
}

#[cfg(test)]
#[allow(clippy::string_slice)]
mod tests {
    use super::*;

    fn check(language: &str, text: &str, expected: &[&str]) {
        let found: Vec<&str> = sentences(text, language)
            .into_iter()
            .map(|span| &text[span])
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn english() {
        check(
            "en",
            "Gen. A. B. Stone of the U.S. Army spoke. He left.",
            &["Gen. A. B. Stone of the U.S. Army spoke.", "He left."],
        );
        check(
            "en",
            "It rose 2.5 percent. \"Why?\" he asked. \"Go.\" They went.",
            &[
                "It rose 2.5 percent.",
                "\"Why?\" he asked.",
                "\"Go.\"",
                "They went.",
            ],
        );
        check(
            "en",
            "It opened at 5 p.m. The mayor left at 6 p.m. on Monday.",
            &["It opened at 5 p.m.", "The mayor left at 6 p.m. on Monday."],
        );
        check(
            "en",
            "A title\n\nA line that is\nwrapped. Another.",
            &["A title", "A line that is\nwrapped.", "Another."],
        );
        check(
            "en",
            "They left. 18 stayed on Jan. 20. They came back.",
            &["They left.", "18 stayed on Jan. 20.", "They came back."],
        );
        check(
            "en",
            "See No. 5. Was it no. 6? No. Never.",
            &["See No. 5.", "Was it no. 6?", "No.", "Never."],
        );
    }

    #[test]
    fn french() {
        check(
            "fr",
            "M. Roux a parlé. « Nous partons. » Il est parti.",
            &["M. Roux a parlé.", "« Nous partons. »", "Il est parti."],
        );
        check(
            "fr",
            "« Oui ! » a-t-il dit. Mme A. Petit, etc. sont là.",
            &["« Oui ! » a-t-il dit.", "Mme A. Petit, etc. sont là."],
        );
    }
}
