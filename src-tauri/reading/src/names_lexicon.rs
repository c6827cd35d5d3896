//! The words that names are known by, loaded from `lexicon/names.toml`.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use serde::Deserialize;

use crate::phrases::expand;
use crate::token::tokens;

/// The file as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Data {
    of: Vec<String>,
    articles: Vec<String>,
    cues_before: Vec<String>,
    cues_after: Vec<String>,
    places: Vec<String>,
    roles: Vec<String>,
    no_names: Vec<String>,
    heads: HashMap<String, Vec<String>>,
    bodies: HashMap<String, Vec<String>>,
    fields: HashMap<String, Vec<String>>,
    parts: Parts,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Parts {
    before: Vec<String>,
    after: Vec<String>,
}

/// Phrases, folded, their words and marks parted by one space each.
#[derive(Debug, Default)]
pub(crate) struct Names {
    of: HashSet<String>,
    articles: HashSet<String>,
    cues_before: HashSet<String>,
    cues_after: HashSet<String>,
    places: HashSet<String>,
    roles: HashSet<String>,
    no_names: HashSet<String>,
    heads: HashMap<String, String>,
    /// With the name as it is written.
    bodies: HashMap<String, (String, String)>,
    fields: HashMap<String, String>,
    part_before: Vec<String>,
    part_after: Vec<String>,
}

impl Names {
    /// The most words and marks that a phrase may have.
    pub const LONGEST: usize = 6;

    fn load(text: &str) -> Result<Names, String> {
        let data: Data = toml::from_str(text).map_err(|error| error.to_string())?;
        let by_kind = |lists: HashMap<String, Vec<String>>| {
            let mut all = HashMap::new();
            for (kind, words) in lists {
                for phrase in phrases(&words) {
                    all.insert(phrase, kind.clone());
                }
            }
            all
        };
        let mut bodies = HashMap::new();
        for (kind, written) in data.bodies {
            for name in written {
                bodies.insert(folded(&name), (name, kind.clone()));
            }
        }
        Ok(Names {
            of: phrases(&data.of).collect(),
            articles: phrases(&data.articles).collect(),
            cues_before: phrases(&data.cues_before).collect(),
            cues_after: phrases(&data.cues_after).collect(),
            places: phrases(&data.places).collect(),
            roles: phrases(&data.roles).collect(),
            no_names: phrases(&data.no_names).collect(),
            heads: by_kind(data.heads),
            bodies,
            fields: by_kind(data.fields),
            part_before: phrases(&data.parts.before).collect(),
            part_after: phrases(&data.parts.after).collect(),
        })
    }

    /// The kind of body that these words head.
    pub fn head(&self, words: &str) -> Option<&str> {
        self.heads.get(words).map(String::as_str)
    }

    /// The kind of the body of that name, which in the text is `written`: one in capitals only is no other word in small ones.
    pub fn body(&self, words: &str, written: &str) -> Option<&str> {
        let (name, kind) = self.bodies.get(words)?;
        let shouted = !name.chars().any(char::is_lowercase) && name.chars().any(char::is_uppercase);
        let fits = if shouted {
            name == written
        } else {
            written
                .chars()
                .next()
                .is_some_and(|first| !first.is_lowercase())
        };
        fits.then_some(kind)
    }

    /// The kind that a body for this is of; empty where that makes no difference.
    pub fn field(&self, words: &str) -> Option<&str> {
        self.fields.get(words).map(String::as_str)
    }

    pub fn is_of(&self, words: &str) -> bool {
        self.of.contains(words)
    }

    pub fn is_article(&self, words: &str) -> bool {
        self.articles.contains(words)
    }

    pub fn is_cue_before(&self, words: &str) -> bool {
        self.cues_before.contains(words)
    }

    pub fn is_cue_after(&self, words: &str) -> bool {
        self.cues_after.contains(words)
    }

    pub fn is_before_place(&self, words: &str) -> bool {
        self.places.contains(words)
    }

    pub fn is_role(&self, words: &str) -> bool {
        self.roles.contains(words)
    }

    pub fn is_no_name(&self, word: &str) -> bool {
        self.no_names.contains(word)
    }

    /// Whether the words between two numbers make the second a part of the first.
    pub fn leads_part(&self, between: &str) -> bool {
        let between = format!(" {} ", folded(between));
        self.part_before
            .iter()
            .any(|phrase| between.contains(&format!(" {phrase} ")))
    }

    /// Whether the words behind a number make it a part of the one before.
    pub fn follows_part(&self, behind: &str) -> bool {
        let behind = folded(behind);
        let near = behind.split(' ').take(Names::LONGEST).collect::<Vec<_>>();
        let near = format!(" {} ", near.join(" "));
        self.part_after
            .iter()
            .any(|phrase| near.contains(&format!(" {phrase} ")))
    }
}

/// The names that the program knows.
pub(crate) fn names() -> &'static Names {
    static NAMES: OnceLock<Names> = OnceLock::new();
    // The file is part of the program, and a test reads it.
    NAMES.get_or_init(|| Names::load(include_str!("../lexicon/names.toml")).unwrap_or_default())
}

fn phrases(words: &[String]) -> impl Iterator<Item = String> + '_ {
    words
        .iter()
        .flat_map(|words| expand(words))
        .map(|phrase| folded(&phrase))
}

/// Words and marks as they are looked up.
fn folded(text: &str) -> String {
    let mut words = Vec::new();
    tokens(text, |word| {
        words.push(word.to_owned());
        0
    });
    words.join(" ")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_file_reads() {
        let names = Names::load(include_str!("../lexicon/names.toml")).unwrap();
        assert_eq!(names.head("ministère"), Some("ministry"));
        assert_eq!(names.body("un", "un"), None);
        assert_eq!(names.body("un", "UN"), Some("un"));
        let longest = |phrase: &String| phrase.split(' ').count() <= Names::LONGEST;
        assert!(names.heads.keys().chain(&names.cues_after).all(longest));
    }
}
