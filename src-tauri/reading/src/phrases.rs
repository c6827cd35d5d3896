//! Phrases and their meanings, found word by word.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::compounds::Compounds;
use crate::lexicon_file::SpellingData;
use crate::sense::Sense;
use crate::spelling::Spelling;
use crate::token::{Token, UNKNOWN, tokens};

/// Hashes steps of the tree: these are asked for at every word, and nobody else chooses their numbers.
#[derive(Debug, Default)]
struct StepHasher(u64);

impl Hasher for StepHasher {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u32(u32::from(byte));
        }
    }

    fn write_u32(&mut self, number: u32) {
        let mixed = self.0.rotate_left(5) ^ u64::from(number);
        self.0 = mixed.wrapping_mul(0x517c_c1b7_2722_0a95);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// A tree of phrases, each a sequence of numbered words.
#[derive(Debug, Default)]
pub(crate) struct Phrases {
    vocabulary: HashMap<String, u32>,
    steps: HashMap<(u32, u32), u32, BuildHasherDefault<StepHasher>>,
    senses: Vec<Vec<Sense>>,
    /// The words of which numbers are made that are written as one word.
    compounds: Compounds,
    spelling: Spelling,
    /// The numbers of the words that are written against the next one.
    clitics: Vec<u32>,
    /// Those of them that hold an article.
    definite: Vec<u32>,
}

impl Phrases {
    /// Adds each of `words`, in every form that its braces give, with a meaning.
    pub fn add(&mut self, words: &[String], sense: Sense) {
        for phrase in words.iter().flat_map(|words| expand(words)) {
            let mut node = 0;
            for word in self.learn(&phrase) {
                let next = u32::try_from(self.steps.len() + 1).unwrap_or(u32::MAX);
                node = *self.steps.entry((node, word)).or_insert(next);
            }
            let index = node as usize;
            if self.senses.len() <= index {
                self.senses.resize(index + 1, Vec::new());
            }
            if let Some(senses) = self.senses.get_mut(index) {
                senses.push(sense);
            }
        }
    }

    /// Reads words as `data` says; it must be known before the words are.
    pub fn spell(&mut self, data: &SpellingData) {
        self.spelling = Spelling::new(data);
        let mut numbers = |words: &[String]| -> Vec<u32> {
            words.iter().flat_map(|word| self.learn(word)).collect()
        };
        let (clitics, definite) = (numbers(&data.clitics), numbers(&data.definite));
        (self.clitics, self.definite) = (clitics, definite);
    }

    /// Whether a word has a beginning that changes nothing of what it means, as an article does.
    pub fn is_definite(&self, word: &str) -> bool {
        let plain = self.spelling.plain(&word.to_lowercase());
        self.spelling.bare(&plain) != plain
    }

    /// A word as it is looked up: in plain spelling, without a beginning that changes nothing.
    pub fn bare(&self, word: &str) -> String {
        let plain = self.spelling.plain(&word.to_lowercase());
        self.spelling.bare(&plain).to_owned()
    }

    /// Whether a word begins with a small word that holds its article.
    pub fn begins_with_article(&self, word: &str) -> bool {
        let plain = self.spelling.plain(&word.to_lowercase());
        self.spelling.opens_definite(&plain)
    }

    /// Whether the word of that number is written against the next one and holds its article.
    pub fn holds_article(&self, word: u32) -> bool {
        self.definite.contains(&word)
    }

    /// Whether the word of that number is written against the next one.
    pub fn is_clitic(&self, word: u32) -> bool {
        self.clitics.contains(&word)
    }

    fn learn(&mut self, phrase: &str) -> Vec<u32> {
        let (vocabulary, spelling) = (&mut self.vocabulary, &self.spelling);
        tokens(phrase, |word| {
            let next = u32::try_from(vocabulary.len() + 1).unwrap_or(UNKNOWN);
            *vocabulary
                .entry(spelling.bare(&spelling.plain(word)).to_owned())
                .or_insert(next)
        })
        .iter()
        .map(|token| token.word)
        .collect()
    }

    /// Makes `part` a part of numbers that are written as one word; it means what the word `means` does.
    pub fn add_part(&mut self, part: &str, means: &str) {
        for (part, means) in expand(part).into_iter().zip(expand(means).iter().cycle()) {
            if let [word] = self.learn(means).as_slice() {
                self.compounds.add(part, *word);
            }
        }
    }

    /// Whether a word is part of any phrase.
    #[cfg(test)]
    pub fn knows(&self, word: &str) -> bool {
        self.vocabulary.contains_key(word)
    }

    /// Cuts a text into tokens that bear this tree's word numbers. A number that is written as one word ("vierundzwanzig")
    /// is cut into its parts, and small words that are written against a known one are cut off it; each is a token
    /// against the one before it.
    pub fn tokens(&self, text: &str) -> Vec<Token> {
        let mut words = tokens(text, |word| self.number(&self.spelling.plain(word)));
        self.spelling
            .mark(text, &mut words, |word| self.number(word));
        let words = self.compounds.cut(text, words);
        self.spelling.cut(text, words, |word| self.number(word))
    }

    /// The number of a word in its plain spelling.
    fn number(&self, word: &str) -> u32 {
        let bare = self.spelling.bare(word);
        let known = |word: &str| self.vocabulary.get(word).copied();
        known(bare)
            .or_else(|| self.spelling.without_tails(bare).find_map(known))
            .or_else(|| known(&self.spelling.with_final(bare)?))
            .unwrap_or(UNKNOWN)
    }

    /// The phrases that begin at `at`: the token after each, and its meanings; shorter phrases first.
    pub fn at<'p>(
        &'p self,
        tokens: &'p [Token],
        at: usize,
    ) -> impl Iterator<Item = (usize, Sense)> + 'p {
        let mut node = 0;
        (at..tokens.len())
            .map_while(move |index| {
                let word = tokens.get(index)?.word;
                if word == UNKNOWN {
                    return None;
                }
                node = *self.steps.get(&(node, word))?;
                Some((index + 1, node))
            })
            .flat_map(move |(end, node)| {
                let senses = self
                    .senses
                    .get(node as usize)
                    .map_or(&[][..], Vec::as_slice);
                senses.iter().map(move |&sense| (end, sense))
            })
    }

    /// The longest phrase at `at` with a meaning that `wanted` takes.
    pub fn find<T>(
        &self,
        tokens: &[Token],
        at: usize,
        wanted: impl Fn(Sense) -> Option<T>,
    ) -> Option<(usize, T)> {
        self.at(tokens, at)
            .filter_map(|(end, sense)| wanted(sense).map(|found| (end, found)))
            .last()
    }
}

/// Every form of a word with alternatives in braces: `bless{é,ée}s` gives "blessés" and "blessées".
pub(crate) fn expand(word: &str) -> Vec<String> {
    let Some((before, rest)) = word.split_once('{') else {
        return vec![word.to_owned()];
    };
    let Some((choices, after)) = rest.split_once('}') else {
        return vec![word.to_owned()];
    };
    let tails = expand(after);
    choices
        .split(',')
        .flat_map(|choice| {
            tails
                .iter()
                .map(move |tail| format!("{before}{choice}{tail}"))
        })
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::hits::Hits;

    #[test]
    fn braces_give_every_form() {
        assert_eq!(expand("mort"), ["mort"]);
        assert_eq!(
            expand("bless{é,ée}{,s}"),
            ["blessé", "blessés", "blessée", "blessées"]
        );
    }

    #[test]
    fn finds_phrases_forwards_and_backwards() {
        let mut phrases = Phrases::default();
        phrases.add(&["more".to_owned()], Sense::Joiner);
        phrases.add(&["no more than".to_owned()], Sense::Of);
        let tokens = phrases.tokens("killed no more than 18");
        assert_eq!(phrases.find(&tokens, 1, Some), Some((4, Sense::Of)));
        assert_eq!(
            Hits::new(&phrases, &tokens).before(4).first(),
            Some(&(1, Sense::Of))
        );
        assert_eq!(phrases.find(&tokens, 2, Some), Some((3, Sense::Joiner)));
    }
}
