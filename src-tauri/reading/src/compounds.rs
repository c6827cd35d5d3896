//! Numbers that are written as one word: "vierundzwanzig", "duecentotrenta".

use std::collections::HashMap;

use crate::token::{Kind, Token, UNKNOWN, fold};

/// No number that is written as one word is longer, in bytes.
const LONGEST: usize = 200;

/// The parts that number words are made of, each with the number of its word.
#[derive(Debug, Default)]
pub(crate) struct Compounds {
    parts: HashMap<String, u32>,
    /// The length of the longest part in bytes.
    longest: usize,
}

impl Compounds {
    pub fn add(&mut self, part: String, word: u32) {
        self.longest = self.longest.max(part.len());
        self.parts.insert(part, word);
    }

    /// Cuts each unknown word of `tokens` that is made of parts and nothing else.
    pub fn cut(&self, text: &str, tokens: Vec<Token>) -> Vec<Token> {
        if self.parts.is_empty() {
            return tokens;
        }
        let mut cut = Vec::with_capacity(tokens.len());
        for token in tokens {
            match self.parts_of(text, &token) {
                Some(parts) => cut.extend(parts),
                None => cut.push(token),
            }
        }
        cut
    }

    fn parts_of(&self, text: &str, token: &Token) -> Option<Vec<Token>> {
        let unknown = token.kind == Kind::Word && token.word == UNKNOWN;
        let written = text
            .get(token.span())
            .filter(|written| unknown && written.len() <= LONGEST)?;
        // The folded word, and where each of its characters begins in the text.
        let (mut folded, mut places) = (String::new(), Vec::new());
        for (at, c) in written.char_indices() {
            for c in fold(c) {
                places.push((folded.len(), token.start + at));
                folded.push(c);
            }
        }
        let mut place = places.iter().peekable();
        let mut parts = Vec::new();
        for (start, end, word) in self.split(&folded)? {
            let written = place.find(|(at, _)| *at == start)?.1;
            parts.push(Token {
                start: written,
                end,
                kind: Kind::Word,
                word,
                capital: token.capital && start == 0,
            });
        }
        // Each part reaches to the next, so that nothing that is written but not seen falls between them.
        let starts: Vec<usize> = parts.iter().skip(1).map(|part| part.start).collect();
        for (part, end) in parts.iter_mut().zip(starts.into_iter().chain([token.end])) {
            part.end = end;
        }
        Some(parts)
    }

    /// The parts of a folded word: where each begins and ends, and the number of its word. Longer parts first.
    fn split(&self, word: &str) -> Option<Vec<(usize, usize, u32)>> {
        // From the end: the part with which the rest of the word from each place begins.
        let mut first: Vec<Option<(usize, u32)>> = vec![None; word.len() + 1];
        for (start, _) in word.char_indices().rev() {
            let longest = word.len().min(start + self.longest);
            let found = (start + 1..=longest).rev().find_map(|end| {
                let whole = end == word.len() || first.get(end)?.is_some();
                let part = word.get(start..end).filter(|_| whole)?;
                self.parts.get(part).map(|&number| (end, number))
            });
            *first.get_mut(start)? = found;
        }
        let (mut at, mut parts) = (0, Vec::new());
        while at < word.len() {
            let (end, number) = (*first.get(at)?)?;
            parts.push((at, end, number));
            at = end;
        }
        Some(parts)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::string_slice)]
mod tests {
    use super::*;
    use crate::token::tokens;

    #[test]
    fn cuts_words_that_are_parts_and_nothing_else() {
        let mut compounds = Compounds::default();
        for (number, part) in (1..).zip(["acht", "und", "zwanzig", "cent", "cento", "otto"]) {
            compounds.add(part.to_owned(), number);
        }
        let text = "ACHT\u{AD}UNDzwanzig zwanzigste und centotto";
        let pieces: Vec<&str> = compounds
            .cut(text, tokens(text, |_| UNKNOWN))
            .iter()
            .map(|token| &text[token.span()])
            .collect();
        assert_eq!(
            pieces,
            [
                "ACHT\u{AD}",
                "UND",
                "zwanzig",
                "zwanzigste",
                "und",
                "cent",
                "otto"
            ]
        );
    }
}
