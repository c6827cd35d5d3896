//! A text as quotes are compared with it when they are not found to the letter: every run of white space is one space,
//! curly quotes and apostrophes are straight.

use std::ops::Range;

/// A loosened text that still knows where each of its characters came from.
#[derive(Debug)]
pub(super) struct Loose {
    text: String,
    /// Where the distance between loosened and original bytes changes: (byte here, byte there), both growing.
    shifts: Vec<(usize, usize)>,
}

impl Loose {
    pub(super) fn new(original: &str) -> Self {
        let mut loose = Self {
            text: String::with_capacity(original.len()),
            shifts: vec![(0, 0)],
        };
        let mut chars = original.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let plain = if c.is_whitespace() { ' ' } else { straight(c) };
            let mut end = at + c.len_utf8();
            if plain == ' ' {
                while let Some((at, c)) = chars.next_if(|(_, c)| c.is_whitespace()) {
                    end = at + c.len_utf8();
                }
            }
            loose.text.push(plain);
            if end - at != plain.len_utf8() {
                loose.shifts.push((loose.text.len(), end));
            }
        }
        loose
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The range of the original text that a range of this one stands for. Neither end may lie inside a run.
    pub(super) fn original(&self, range: &Range<usize>) -> Range<usize> {
        self.shift(range.start, |&(here, there)| (here, there))
            ..self.shift(range.end, |&(here, there)| (here, there))
    }

    /// The byte of this text that stands for a byte of the original one.
    pub(super) fn of_original(&self, byte: usize) -> usize {
        self.shift(byte, |&(here, there)| (there, here))
    }

    fn shift(&self, at: usize, sides: impl Fn(&(usize, usize)) -> (usize, usize)) -> usize {
        let behind = self.shifts.partition_point(|shift| sides(shift).0 <= at);
        let (from, to) = behind
            .checked_sub(1)
            .and_then(|i| self.shifts.get(i))
            .map(&sides)
            .unwrap_or_default();
        to + (at - from)
    }
}

/// A curly quote or apostrophe as the straight one.
fn straight(c: char) -> char {
    match c {
        '\u{2018}'..='\u{201B}' | '\u{02BC}' => '\'',
        '\u{201C}'..='\u{201F}' => '"',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::string_slice)]

    use super::*;

    #[test]
    fn ranges_lead_back() {
        let original = "«\u{A0}l’état\u{202F}\n\n“oui”";
        let loose = Loose::new(original);
        assert_eq!(loose.text(), "« l'état \"oui\"");
        for piece in ["l'état", "état \"oui\"", "oui", "\"oui\"", "«"] {
            let start = loose.text().find(piece).unwrap_or_default();
            let range = loose.original(&(start..start + piece.len()));
            assert_eq!(Loose::new(&original[range.clone()]).text(), piece);
            assert_eq!(loose.of_original(range.start), start);
        }
    }
}
