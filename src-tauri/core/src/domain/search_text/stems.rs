//! Stems of words, by language.

use rust_stemmers::{Algorithm, Stemmer};

use super::tokens::push_folded;

/// Longer words have no stem worth finding.
const LONGEST: usize = 64;

/// The stemmers that speak for a text or for a query.
pub(super) struct Stems {
    latin: Vec<Stemmer>,
    cyrillic: Option<Stemmer>,
    arabic: Option<Stemmer>,
    greek: Option<Stemmer>,
    tamil: Option<Stemmer>,
}

/// The languages that stand for an unknown one in Latin script.
const COMMON_LATIN: [Algorithm; 6] = [
    Algorithm::English,
    Algorithm::French,
    Algorithm::Spanish,
    Algorithm::Portuguese,
    Algorithm::Italian,
    Algorithm::German,
];

impl Stems {
    /// The stemmer of one language, none for a language without; those of the common languages if it is unknown.
    pub(super) fn of_language(language: Option<&str>) -> Self {
        match language {
            None => Self::of_query(&[]),
            Some(code) => {
                let mut stems = Self {
                    latin: Vec::new(),
                    cyrillic: None,
                    arabic: None,
                    greek: None,
                    tamil: None,
                };
                if let Some(algorithm) = algorithm(code) {
                    stems.add(algorithm);
                }
                stems
            }
        }
    }

    /// The stemmers of the common languages and of those given: what a query may have to match.
    pub(super) fn of_query(languages: &[&str]) -> Self {
        let mut algorithms = COMMON_LATIN.to_vec();
        algorithms.extend([
            Algorithm::Russian,
            Algorithm::Arabic,
            Algorithm::Greek,
            Algorithm::Tamil,
        ]);
        for algorithm in languages.iter().filter_map(|code| algorithm(code)) {
            if !algorithms.contains(&algorithm) {
                algorithms.push(algorithm);
            }
        }
        let mut stems = Self {
            latin: Vec::new(),
            cyrillic: None,
            arabic: None,
            greek: None,
            tamil: None,
        };
        algorithms
            .into_iter()
            .for_each(|algorithm| stems.add(algorithm));
        stems
    }

    fn add(&mut self, algorithm: Algorithm) {
        let stemmer = Stemmer::create(algorithm);
        match algorithm {
            Algorithm::Russian => self.cyrillic = Some(stemmer),
            Algorithm::Arabic => self.arabic = Some(stemmer),
            Algorithm::Greek => self.greek = Some(stemmer),
            Algorithm::Tamil => self.tamil = Some(stemmer),
            _ => self.latin.push(stemmer),
        }
    }

    /// Calls `found` with each different folded stem of `word` that is not `folded`, the word's folded form.
    pub(super) fn each(&self, word: &str, folded: &str, mut found: impl FnMut(&str)) {
        let stemmers: &[Stemmer] = match word.chars().next() {
            Some('\u{0370}'..='\u{03FF}' | '\u{1F00}'..='\u{1FFF}') => self.greek.as_slice(),
            Some('\u{0400}'..='\u{052F}') => self.cyrillic.as_slice(),
            _ if is_arabic(word) => self.arabic.as_slice(),
            Some('\u{0B80}'..='\u{0BFF}') => self.tamil.as_slice(),
            Some(c) if c < '\u{0250}' || ('\u{1E00}'..='\u{1EFF}').contains(&c) => &self.latin,
            _ => &[],
        };
        if stemmers.is_empty() || word.len() > LONGEST || word.contains(|c: char| c.is_numeric()) {
            return;
        }
        let lower = if word.is_ascii() {
            None
        } else {
            Some(word.to_lowercase())
        };
        // The Arabic stemmer takes a word's first letter for "and" unless the article stands before it.
        let with_article = is_arabic(word).then(|| format!("ال{folded}"));
        let mut seen: Vec<String> = Vec::new();
        for stemmer in stemmers {
            let written = lower.as_deref().filter(|lower| *lower != folded);
            for form in std::iter::once(folded)
                .chain(written)
                .chain(with_article.as_deref())
            {
                let stem = stemmer.stem(form);
                if stem == folded || stem.is_empty() {
                    continue;
                }
                let mut plain = String::with_capacity(stem.len());
                push_folded(&stem, &mut plain);
                if !plain.is_empty() && plain != folded && !seen.contains(&plain) {
                    found(&plain);
                    seen.push(plain);
                }
            }
        }
    }
}

/// Whether a word, by its first letter, is written in Arabic script.
pub(super) fn is_arabic(word: &str) -> bool {
    word.starts_with(|c: char| ('\u{0600}'..='\u{06FF}').contains(&c))
}

/// The stemmer of an ISO 639-1 language.
fn algorithm(code: &str) -> Option<Algorithm> {
    Some(match code {
        "ar" => Algorithm::Arabic,
        "da" => Algorithm::Danish,
        "de" => Algorithm::German,
        "el" => Algorithm::Greek,
        "en" => Algorithm::English,
        "es" => Algorithm::Spanish,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "hu" => Algorithm::Hungarian,
        "it" => Algorithm::Italian,
        "nb" | "nn" | "no" => Algorithm::Norwegian,
        "nl" => Algorithm::Dutch,
        "pt" => Algorithm::Portuguese,
        "ro" => Algorithm::Romanian,
        "ru" => Algorithm::Russian,
        "sv" => Algorithm::Swedish,
        "ta" => Algorithm::Tamil,
        "tr" => Algorithm::Turkish,
        _ => return None,
    })
}
