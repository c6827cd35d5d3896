//! The words that the shell itself shows: the menu and the titles of native dialogs. They come from the catalogue that
//! the window uses, so that one file per language holds every word.

use serde_json::Value;
use std::sync::LazyLock;

use crate::settings::Language;

static ENGLISH: LazyLock<Value> =
    LazyLock::new(|| catalogue(include_str!("../../ui/src/locales/en.json")));
static FRENCH: LazyLock<Value> =
    LazyLock::new(|| catalogue(include_str!("../../ui/src/locales/fr.json")));

fn catalogue(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}

/// The word at `key` (`menu.file`) in a language; the key itself where the catalogue lacks it.
pub fn word(language: Language, key: &str) -> &str {
    let catalogue = match language {
        Language::En => &*ENGLISH,
        Language::Fr => &*FRENCH,
    };
    let found = key
        .split('.')
        .try_fold(catalogue, |within, part| within.get(part));
    found.and_then(Value::as_str).unwrap_or(key)
}

/// The language to speak where the settings name none: French when the first that is set of LC_ALL, LC_MESSAGES and
/// LANG begins with `fr`, else English, as on the command line.
pub fn system_language() -> Language {
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|variable| {
            std::env::var(variable)
                .ok()
                .filter(|value| !value.is_empty())
        });
    match named {
        Some(locale) if locale.starts_with("fr") => Language::Fr,
        _ => Language::En,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_in_both_languages() {
        assert_eq!(word(Language::En, "menu.undo"), "Undo");
        assert_eq!(word(Language::Fr, "menu.undo"), "Annuler");
    }

    #[test]
    fn a_missing_word_shows_its_key() {
        assert_eq!(word(Language::En, "menu.nothing"), "menu.nothing");
        assert_eq!(word(Language::En, "menu"), "menu");
    }
}
