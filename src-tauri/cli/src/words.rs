//! The words that people read, from the catalogue that the window uses too.

use serde_json::{Map, Value};
use std::env;

/// What a sentence is filled in with.
pub type Params = Map<String, Value>;

/// The languages of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
    /// French.
    French,
}

impl Language {
    /// French where the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set begins with `fr`, else English.
    pub fn of_environment() -> Language {
        let set = |name: &&str| env::var(name).ok().filter(|value| !value.is_empty());
        match ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(set) {
            Some(locale) if locale.starts_with("fr") => Language::French,
            _ => Language::English,
        }
    }

    /// The plural form of a count. Fractions do not occur here.
    fn plural(self, count: u64) -> &'static str {
        match (self, count) {
            (_, 1) | (Language::French, 0) => "one",
            _ => "other",
        }
    }
}

/// The catalogue in one language.
pub struct Words {
    language: Language,
    catalogue: Value,
}

impl Words {
    /// The catalogue of `language`.
    pub fn new(language: Language) -> Words {
        let text = match language {
            Language::English => include_str!("../../../ui/src/locales/en.json"),
            Language::French => include_str!("../../../ui/src/locales/fr.json"),
        };
        // A test holds both files to be JSON; without words the codes themselves are shown.
        Words {
            language,
            catalogue: serde_json::from_str(text).unwrap_or(Value::Null),
        }
    }

    /// The language of these words.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The sentence `key`, filled in; nothing where the catalogue lacks it. With a parameter `count` the plural form.
    pub fn find(&self, key: &str, params: &Params) -> Option<String> {
        let plural = params
            .get("count")
            .and_then(Value::as_u64)
            .and_then(|count| self.lookup(&format!("{key}_{}", self.language.plural(count))));
        plural
            .or_else(|| self.lookup(key))
            .map(|sentence| fill(sentence, params))
    }

    /// The sentence `key`, filled in; the key itself where the catalogue lacks it.
    pub fn say(&self, key: &str, params: &Params) -> String {
        self.find(key, params).unwrap_or_else(|| key.to_owned())
    }

    /// The sentence `key`, which has nothing to fill in.
    pub fn word(&self, key: &str) -> String {
        self.say(key, &Params::new())
    }

    /// A word of a vocabulary as people read it; a project's own word stands for itself.
    pub fn term(&self, vocabulary: &str, word: &str) -> String {
        self.find(&format!("{vocabulary}.{word}"), &Params::new())
            .unwrap_or_else(|| word.to_owned())
    }

    fn lookup(&self, key: &str) -> Option<&str> {
        key.split('.')
            .try_fold(&self.catalogue, |value, part| value.get(part))?
            .as_str()
    }
}

/// Puts each parameter where `{{name}}` stands.
fn fill(sentence: &str, params: &Params) -> String {
    let mut filled = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once("{{") {
        filled.push_str(before);
        let Some((name, behind)) = after.split_once("}}") else {
            filled.push_str("{{");
            rest = after;
            continue;
        };
        match params.get(name.trim()) {
            Some(Value::String(text)) => filled.push_str(text),
            Some(Value::Array(items)) => filled.push_str(&listed(items)),
            Some(Value::Null) | None => {}
            Some(other) => filled.push_str(&other.to_string()),
        }
        rest = behind;
    }
    filled.push_str(rest);
    filled
}

fn listed(items: &[Value]) -> String {
    let text = |item: &Value| {
        item.as_str()
            .map_or_else(|| item.to_string(), str::to_owned)
    };
    items.iter().map(text).collect::<Vec<_>>().join(", ")
}

/// Parameters from pairs.
pub fn params<const N: usize>(pairs: [(&str, Value); N]) -> Params {
    pairs
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn fills_in_parameters() {
        let given = params([
            ("name", json!("k.onrec")),
            ("n", json!(3)),
            ("all", json!(["a", "b"])),
        ]);
        assert_eq!(
            fill("{{name}}: {{ n }} of {{all}}{{none}}", &given),
            "k.onrec: 3 of a, b"
        );
        assert_eq!(fill("{{name", &given), "{{name");
    }

    #[test]
    fn both_languages_have_words() {
        for language in [Language::English, Language::French] {
            assert_ne!(Words::new(language).word("app.name"), "app.name");
        }
    }

    #[test]
    fn a_missing_word_stands_for_itself() {
        let words = Words::new(Language::French);
        assert_eq!(words.term("measure", "drowned"), "drowned");
        assert_eq!(words.word("no.such.key"), "no.such.key");
        assert_eq!(words.language().plural(0), "one");
        assert_eq!(Language::English.plural(0), "other");
    }
}
