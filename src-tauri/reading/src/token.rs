//! Text cut into words, runs of digits and single marks.

use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters with their marks.
    Word,
    /// Decimal digits of one script or several.
    Digits,
    /// One character that is neither, and not white space.
    Mark(char),
}

/// A piece of a text, with the number of its word in a vocabulary.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub start: usize,
    pub end: usize,
    pub kind: Kind,
    /// The word's number in the lexicon's vocabulary, [`UNKNOWN`] where it has none.
    pub word: u32,
    /// Whether the word begins with a capital letter.
    pub capital: bool,
}

/// The number of every word that a lexicon does not know.
pub(crate) const UNKNOWN: u32 = 0;

impl Token {
    pub fn span(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// Cuts `text`; `number` gives a folded word or mark its number.
pub(crate) fn tokens(text: &str, mut number: impl FnMut(&str) -> u32) -> Vec<Token> {
    let mut found = Vec::with_capacity(text.len() / 5);
    let mut folded = String::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        if first.is_whitespace() || is_invisible(first) {
            continue;
        }
        let mut end = start + first.len_utf8();
        folded.clear();
        let kind = if digit(first).is_some() {
            while let Some((at, c)) = chars.next_if(|&(_, c)| digit(c).is_some()) {
                end = at + c.len_utf8();
            }
            Kind::Digits
        } else if first.is_alphabetic() {
            folded.extend(fold(first));
            while let Some((at, c)) = chars.next_if(|&(_, c)| continues_word(c)) {
                end = at + c.len_utf8();
                folded.extend(fold(c));
            }
            Kind::Word
        } else {
            let plain = plain_mark(first);
            folded.push(plain);
            Kind::Mark(plain)
        };
        let word = if kind == Kind::Digits {
            UNKNOWN
        } else {
            number(&folded)
        };
        found.push(Token {
            start,
            end,
            kind,
            word,
            capital: first.is_uppercase(),
        });
    }
    found
}

/// The value of a decimal digit of any of the scripts that news is written in.
pub(crate) fn digit(c: char) -> Option<u32> {
    /// The code points of nought; the nine others follow.
    const NOUGHTS: [u32; 6] = [0x30, 0x660, 0x6F0, 0x966, 0x9E6, 0xFF10];
    NOUGHTS
        .into_iter()
        .find_map(|nought| u32::from(c).checked_sub(nought).filter(|&value| value < 10))
}

/// A character of a word as words are compared: in lower case, and nothing of what is not seen.
pub(crate) fn fold(c: char) -> impl Iterator<Item = char> {
    c.to_lowercase().filter(|&c| !is_invisible(c))
}

fn continues_word(c: char) -> bool {
    c.is_alphabetic() || is_mark_on_letter(c) || (is_invisible(c) && c != '\u{200B}')
}

/// Combining marks, which belong to the letter before them.
fn is_mark_on_letter(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// Characters that are written but not seen: joiners, soft hyphens, marks of direction.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// One form for each kind of apostrophe, hyphen and minus sign, and for the marks of the Arabic script.
fn plain_mark(c: char) -> char {
    match c {
        '\u{2019}' | '\u{2018}' | '\u{02BC}' | '\u{FF07}' => '\'',
        '\u{2010}' | '\u{2011}' => '-',
        '\u{2012}' => '\u{2013}',
        '\u{FF05}' | '\u{66A}' => '%',
        '\u{60C}' => ',',
        '\u{61B}' => ';',
        '\u{61F}' => '?',
        _ => c,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]
mod tests {
    use super::*;

    #[test]
    fn cuts_words_digits_and_marks() {
        let text = "D’après l'A320, 1\u{202F}300 bles\u{AD}sés ١٢";
        let mut words = Vec::new();
        let found = tokens(text, |word| {
            words.push(word.to_owned());
            UNKNOWN
        });
        let pieces: Vec<&str> = found.iter().map(|token| &text[token.span()]).collect();
        assert_eq!(
            pieces,
            [
                "D",
                "’",
                "après",
                "l",
                "'",
                "A",
                "320",
                ",",
                "1",
                "300",
                "bles\u{AD}sés",
                "١٢"
            ]
        );
        assert_eq!(words, ["d", "'", "après", "l", "'", "a", ",", "blessés"]);
    }
}
