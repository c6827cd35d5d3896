//! Made-up news in English and French: always the same, and with words as common and as rare as real ones.

use std::fmt::Write as _;

/// How many different words a language has here.
const WORDS: usize = 40_000;

const ENGLISH: &[&str] = &[
    "the",
    "of",
    "and",
    "to",
    "in",
    "that",
    "was",
    "for",
    "on",
    "said",
    "by",
    "with",
    "from",
    "at",
    "were",
    "had",
    "been",
    "have",
    "his",
    "they",
    "which",
    "after",
    "people",
    "police",
    "government",
    "killed",
    "city",
    "region",
    "wounded",
    "according",
    "officials",
    "statement",
    "ministry",
    "hospital",
    "more",
    "than",
    "during",
    "protests",
];
const FRENCH: &[&str] = &[
    "de",
    "la",
    "le",
    "et",
    "les",
    "des",
    "en",
    "du",
    "une",
    "que",
    "dans",
    "est",
    "qui",
    "par",
    "pour",
    "au",
    "sur",
    "pas",
    "plus",
    "ont",
    "selon",
    "après",
    "été",
    "avec",
    "ville",
    "police",
    "personnes",
    "tuées",
    "blessées",
    "région",
    "gouvernement",
    "autorités",
    "ministère",
    "hôpital",
    "déclaré",
    "manifestations",
    "communiqué",
    "nuit",
];

/// A source of numbers that only looks like chance.
#[derive(Clone)]
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Random {
        Random(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap()
    }

    /// Whether a thing happens that happens so many times in a thousand.
    pub fn happens(&mut self, in_a_thousand: usize) -> bool {
        self.below(1000) < in_a_thousand
    }

    pub fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// The words of both languages.
pub struct Prose {
    english: Vec<String>,
    french: Vec<String>,
}

impl Prose {
    pub fn new() -> Prose {
        let of = |common: &[&str], accents: &[&str], seed| {
            let mut random = Random::new(seed);
            let rare = (common.len()..WORDS).map(|_| word(accents, &mut random));
            common.iter().map(|w| (*w).to_owned()).chain(rare).collect()
        };
        Prose {
            english: of(ENGLISH, &["a", "e", "i", "o", "u", "ea", "ou"], 1),
            french: of(FRENCH, &["a", "e", "i", "o", "u", "é", "è", "ou", "ê"], 2),
        }
    }

    /// The language of the article with that number.
    pub fn language(number: usize) -> &'static str {
        if number.is_multiple_of(2) { "en" } else { "fr" }
    }

    /// A word of which `rank` others are more common.
    pub fn word(&self, language: &str, rank: usize) -> &str {
        &self.of(language)[rank]
    }

    /// An article of about so many bytes, its title on the first line.
    pub fn article(&self, number: usize, bytes: usize) -> String {
        let mut random = Random::new(number as u64 + 1000);
        let language = Self::language(number);
        let mut text = String::with_capacity(bytes + 200);
        self.sentence(language, &mut random, 8, &mut text);
        let _ = write!(text, " ({number})\n\n");
        while text.len() < bytes {
            let length = 8 + random.below(20);
            self.sentence(language, &mut random, length, &mut text);
            text.push_str(if random.happens(200) { ".\n\n" } else { ". " });
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
        text
    }

    /// Appends a sentence of so many words, without its full stop. The common words are common: the n-th comes up
    /// about 1/n times as often as the first.
    pub fn sentence(&self, language: &str, random: &mut Random, words: usize, out: &mut String) {
        let known = self.of(language);
        for at in 0..words {
            let rank = (random.unit() * (WORDS as f64).ln()).exp() as usize - 1;
            let word = &known[rank.min(WORDS - 1)];
            if at == 0 {
                let mut letters = word.chars();
                out.extend(letters.next().into_iter().flat_map(char::to_uppercase));
                out.push_str(letters.as_str());
            } else {
                out.push(' ');
                out.push_str(word);
            }
        }
    }

    fn of(&self, language: &str) -> &[String] {
        if language == "en" {
            &self.english
        } else {
            &self.french
        }
    }
}

fn word(vowels: &[&str], random: &mut Random) -> String {
    const BEGIN: &[&str] = &[
        "b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "tr", "pl", "st", "ch",
    ];
    const END: &[&str] = &["", "", "", "n", "r", "s", "t", "l", "nt"];
    const ENDINGS: &[&str] = &["", "", "", "s", "ed", "ing", "es", "ment", "tion", "al"];
    let mut word = String::new();
    for _ in 0..1 + random.below(3) {
        word.push_str(random.one_of(BEGIN));
        word.push_str(random.one_of(vowels));
        word.push_str(random.one_of(END));
    }
    word.push_str(random.one_of(ENDINGS));
    word
}
