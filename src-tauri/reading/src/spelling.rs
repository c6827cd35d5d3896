//! How the words of a language vary in writing: letters that stand for each other, marks that may be left out, and
//! small words that are written against the next one.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::lexicon_file::SpellingData;
use crate::token::{Kind, Token, UNKNOWN, is_invisible};

/// How many small words may stand in one piece before a word ("وبال…": and, with, the).
const MOST_CLITICS: usize = 3;
/// How many letters are left at least of a word whose beginning is passed over.
const SHORTEST: usize = 3;

/// How a lexicon's words may be written.
#[derive(Debug, Default)]
pub(crate) struct Spelling {
    /// Letters by the letter that they are read as; nothing where they are passed over.
    letters: HashMap<char, Option<char>>,
    /// Small words that are written against the next word and are words of their own.
    clitics: Vec<String>,
    /// Those of them that hold an article ("لل").
    definite: Vec<String>,
    /// Beginnings of words that change nothing of what the word means ("ال").
    idle: Vec<String>,
    /// Last letters that are read as another one, of words that are not known with them.
    finals: Vec<(String, String)>,
    /// Endings that change nothing of what a word means, of words that are not known with them.
    tails: Vec<String>,
    /// Words that only look as if they had such a beginning, in plain spelling.
    whole: Vec<String>,
    /// Letters with marks that are often left out of capitals ("É").
    marked: Vec<String>,
    /// Words of one such letter ("À").
    lone: Vec<String>,
}

impl Spelling {
    /// The spelling of a lexicon: of `letters` each key holds letters that are read as the value's one letter, or
    /// passed over where the value is empty.
    pub fn new(data: &SpellingData) -> Spelling {
        let letters = data
            .letters
            .iter()
            .flat_map(|(from, to)| from.chars().map(|c| (c, to.chars().next())))
            .collect();
        let mut spelling = Spelling {
            letters,
            clitics: data.clitics.clone(),
            definite: data.definite.clone(),
            idle: data.idle.clone(),
            finals: data.finals.clone().into_iter().collect(),
            tails: data.tails.clone(),
            whole: Vec::new(),
            marked: data.marked.clone(),
            lone: data.lone.clone(),
        };
        spelling.whole = data.whole.iter().map(|word| spelling.plain(word)).collect();
        spelling
    }

    /// A word in lower case as it is looked up.
    pub fn plain(&self, word: &str) -> String {
        word.chars().filter_map(|c| self.letter(c)).collect()
    }

    fn letter(&self, c: char) -> Option<char> {
        self.letters.get(&c).map_or(Some(c), |&read| read)
    }

    /// A word in plain spelling without a beginning that changes nothing.
    pub fn bare<'w>(&self, word: &'w str) -> &'w str {
        self.idle
            .iter()
            .find_map(|idle| word.strip_prefix(idle.as_str()))
            .filter(|rest| rest.chars().nth(SHORTEST - 1).is_some())
            .filter(|_| !self.whole.iter().any(|whole| whole == word))
            .unwrap_or(word)
    }

    /// Whether a word in plain spelling begins with a small word that holds its article.
    pub fn opens_definite(&self, word: &str) -> bool {
        let mut rests = self
            .definite
            .iter()
            .filter_map(|small| word.strip_prefix(small.as_str()));
        rests.any(|rest| rest.chars().nth(SHORTEST - 1).is_some())
    }

    /// A word in plain spelling with another last letter that its own may be written for.
    pub fn with_final(&self, word: &str) -> Option<String> {
        self.finals.iter().find_map(|(written, read)| {
            let rest = word.strip_suffix(written.as_str())?;
            Some(format!("{rest}{read}"))
        })
    }

    /// What is left of a word in plain spelling without each of the endings that change nothing.
    pub fn without_tails<'w>(&'w self, word: &'w str) -> impl Iterator<Item = &'w str> {
        self.tails
            .iter()
            .filter_map(|tail| word.strip_suffix(tail.as_str()))
            .filter(|rest| rest.chars().nth(SHORTEST - 1).is_some())
    }

    /// Gives capitals the marks that are often left out of them: "Etats" is read as "États", "A" before another word as
    /// "À". Only what makes a known word of an unknown one is read so.
    pub fn mark(&self, text: &str, tokens: &mut [Token], known: impl Fn(&str) -> u32) {
        for at in 0..tokens.len() {
            let next = tokens.get(at + 1).map(|next| next.start);
            let Some(token) = tokens.get_mut(at).filter(|token| token.capital) else {
                continue;
            };
            let written = text.get(token.span()).unwrap_or_default();
            let single = written.chars().nth(1).is_none();
            let apart = next.is_some_and(|next| next > token.end);
            let (unknown, letters) = match single {
                true => (apart, &self.lone),
                false => (token.word == UNKNOWN, &self.marked),
            };
            if !unknown || token.kind != Kind::Word || letters.is_empty() {
                continue;
            }
            let folded = written.to_lowercase();
            let first = folded.chars().next();
            let read = letters
                .iter()
                .filter(|letter| letter.nfd().next() == first)
                .map(|letter| folded.replacen(|_| true, letter, 1))
                .map(|word| known(&self.plain(&word)))
                .find(|&word| word != UNKNOWN);
            token.word = read.unwrap_or(token.word);
        }
    }

    /// Cuts small words off the words that no lexicon entry knows: "والجرحى" is "و" and "الجرحى".
    pub fn cut(&self, text: &str, tokens: Vec<Token>, known: impl Fn(&str) -> u32) -> Vec<Token> {
        if self.clitics.is_empty() {
            return tokens;
        }
        let mut found = Vec::with_capacity(tokens.len() + tokens.len() / 4);
        for token in tokens {
            let pieces = match token.kind {
                Kind::Word if token.word == UNKNOWN => self.pieces(text, token.span(), &known),
                _ => None,
            };
            match pieces {
                Some(pieces) => found.extend(pieces.into_iter().map(|(span, word)| Token {
                    start: span.start,
                    end: span.end,
                    word,
                    ..token
                })),
                None => found.push(token),
            }
        }
        found
    }

    /// The small words at the head of a word and what is left of it, each with its number; nothing where what is left
    /// is unknown.
    fn pieces(
        &self,
        text: &str,
        span: Range<usize>,
        known: &impl Fn(&str) -> u32,
    ) -> Option<Vec<(Range<usize>, u32)>> {
        // The letters that are looked up, each with the place where it is written.
        let written: Vec<(usize, char)> = text
            .get(span.clone())?
            .char_indices()
            .filter(|&(_, c)| !is_invisible(c))
            .flat_map(|(at, c)| c.to_lowercase().map(move |c| (at, c)))
            .filter_map(|(at, c)| Some((span.start + at, self.letter(c)?)))
            .collect();
        let plain: String = written.iter().map(|&(_, c)| c).collect();
        let lengths = self.heads(&plain, MOST_CLITICS, known)?;
        let mut found = Vec::new();
        let (mut rest, mut start, mut letters) = (plain.as_str(), span.start, 0);
        for length in lengths {
            let (head, tail) = rest.split_at_checked(length)?;
            letters += head.chars().count();
            let end = written.get(letters)?.0;
            found.push((start..end, known(head)));
            (rest, start) = (tail, end);
        }
        found.push((start..span.end, known(rest)));
        Some(found)
    }

    /// The lengths of the small words that leave a known word behind them.
    fn heads(&self, word: &str, most: usize, known: &impl Fn(&str) -> u32) -> Option<Vec<usize>> {
        if self.whole.iter().any(|whole| whole == word) {
            return None;
        }
        self.clitics.iter().find_map(|clitic| {
            let rest = word
                .strip_prefix(clitic.as_str())
                .filter(|rest| !rest.is_empty())?;
            if known(rest) != UNKNOWN {
                return Some(vec![clitic.len()]);
            }
            let more = most.checked_sub(1).filter(|&more| more > 0)?;
            let mut lengths = self.heads(rest, more, known)?;
            lengths.insert(0, clitic.len());
            Some(lengths)
        })
    }
}

/// Writes out the endings that a lexicon file gives a name to: `{=ый}` in a word stands for all that the table
/// `[endings]` lists under "ый".
pub(crate) fn with_endings(file: &str, endings: &BTreeMap<String, String>) -> String {
    endings.iter().fold(file.to_owned(), |file, (name, list)| {
        file.replace(&format!("{{={name}}}"), &format!("{{{list}}}"))
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]
mod tests {
    use super::*;
    use crate::token::tokens;

    fn arabic() -> Spelling {
        let letters = [
            ("أإآٱ", "ا"),
            ("ى", "ي"),
            ("ة", "ه"),
            ("\u{640}\u{64F}\u{64E}", ""),
        ];
        let owned = |words: &[&str]| {
            let words = words.iter().map(|&word| word.to_owned());
            words.collect::<Vec<_>>()
        };
        Spelling::new(&SpellingData {
            letters: letters
                .map(|(from, to)| (from.to_owned(), to.to_owned()))
                .into(),
            clitics: owned(&["و", "ب", "لل", "ل"]),
            definite: owned(&["لل"]),
            idle: owned(&["ال"]),
            finals: [("ى".to_owned(), "ي".to_owned())].into(),
            tails: owned(&["ه"]),
            whole: owned(&["الأحد"]),
            ..SpellingData::default()
        })
    }

    #[test]
    fn letters_that_stand_for_each_other_are_one() {
        assert_eq!(arabic().plain("إصابــة"), "اصابه");
        assert_eq!(arabic().plain("قُتلى"), "قتلي");
    }

    #[test]
    fn capitals_are_given_the_marks_left_out_of_them() {
        let spelling = Spelling::new(&SpellingData {
            marked: vec!["é".to_owned()],
            lone: vec!["à".to_owned()],
            ..SpellingData::default()
        });
        let known = |word: &str| match word {
            "a" => 1,
            "à" => 2,
            "états" => 3,
            _ => UNKNOWN,
        };
        let text = "A Vern, les Etats A. Il a des etats";
        let mut words = tokens(text, known);
        spelling.mark(text, &mut words, known);
        let found: Vec<(&str, u32)> = words
            .iter()
            .filter(|token| token.word != UNKNOWN)
            .map(|token| (&text[token.span()], token.word))
            .collect();
        assert_eq!(found, [("A", 2), ("Etats", 3), ("A", 1), ("a", 1)]);
    }

    #[test]
    fn an_idle_beginning_is_passed_over_unless_the_word_only_looks_so() {
        let spelling = arabic();
        assert_eq!(spelling.bare("القتيل"), "قتيل");
        assert_eq!(spelling.bare("الاحد"), "الاحد");
        assert_eq!(spelling.bare("الف"), "الف");
    }

    #[test]
    fn small_words_are_cut_off_known_words_only() {
        let spelling = arabic();
        let known = |word: &str| {
            u32::from(["قتيل", "اكثر", "و", "ب", "ل", "لل"].contains(&spelling.bare(word)))
        };
        let text = "وقُتيل وبأكثر للقتيل والقتيل وبـ13 وردة";
        let words = tokens(text, |word| known(&spelling.plain(word)));
        let found: Vec<&str> = spelling
            .cut(text, words, known)
            .iter()
            .map(|token| &text[token.span()])
            .collect();
        assert_eq!(
            found,
            [
                "و",
                "قُتيل",
                "و",
                "ب",
                "أكثر",
                "لل",
                "قتيل",
                "و",
                "القتيل",
                "و",
                "بـ",
                "13",
                "وردة"
            ]
        );
    }
}
