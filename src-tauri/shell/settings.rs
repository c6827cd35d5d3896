//! What the user chose for the program itself. It is no project data: undo does not reach it.

use onrecord_core::api::types::ArticleOrder;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

/// A language of the window.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English.
    En,
    /// French.
    Fr,
}

impl Language {
    /// Its ISO 639 code.
    pub fn code(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Fr => "fr",
        }
    }
}

/// How the window is coloured.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the desktop is.
    #[default]
    System,
    /// Dark words on a light page.
    Light,
    /// Light words on a dark page.
    Dark,
}

/// How far words and lines stand out.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Contrast {
    /// As the desktop asks.
    #[default]
    System,
    /// As the colours are meant.
    Normal,
    /// At least 7 to 1.
    More,
}

/// How wide the column of an article is.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Measure {
    /// For short lines.
    Narrow,
    /// Comfortable to read.
    #[default]
    Usual,
    /// As much as there is room for.
    Wide,
}

/// `settings.json`. A field that is missing has its default, so that an older file is read as it is.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq)]
#[serde(default)]
pub struct Settings {
    /// The language; absent: the system's.
    pub language: Option<Language>,
    /// The colours.
    pub theme: Theme,
    /// The contrast.
    pub contrast: Contrast,
    /// How large everything in a window is, in percent.
    pub zoom: u16,
    /// How large the words of an article are, in percent.
    pub text_size: u16,
    /// The column of an article.
    pub measure: Measure,
    /// Who is named as the author of each operation; absent: the login name. The command line reads it too.
    pub by: Option<String>,
    /// Whether single letters are keys while the article or the cards have the focus.
    pub letter_keys: bool,
    /// The user's own chords, by the name of the command.
    pub keys: BTreeMap<String, String>,
    /// The columns of the claim table, in their order; absent: the usual ones.
    pub claim_columns: Option<Vec<String>>,
    /// The program was started before: no sample opens by itself.
    pub started_before: bool,
    /// Whether the sample leads through its first steps.
    pub first_steps: bool,
    /// Whether articles are read for drafts as they come in.
    pub read_imports: bool,
    /// The widths of its columns that are not the usual ones, in pixels at the usual text size.
    pub claim_widths: BTreeMap<String, u16>,
    /// The order of the list of articles.
    pub article_order: ArticleOrder,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            language: None,
            theme: Theme::System,
            contrast: Contrast::System,
            zoom: 100,
            text_size: 100,
            measure: Measure::Usual,
            by: None,
            letter_keys: true,
            keys: BTreeMap::new(),
            claim_columns: None,
            started_before: false,
            first_steps: true,
            read_imports: true,
            claim_widths: BTreeMap::new(),
            article_order: ArticleOrder::default(),
        }
    }
}

/// Reads a JSON file of the program's own; a missing or damaged one is as if it were new.
pub fn read<T: for<'de> Deserialize<'de> + Default>(path: &Path) -> T {
    match std::fs::read(path) {
        Ok(bytes) => serde_json::from_slice(&bytes).unwrap_or_else(|error| {
            tracing::warn!(file = ?path.file_name(), %error, "not read, taken as new");
            T::default()
        }),
        Err(_) => T::default(),
    }
}

/// Writes a JSON file of the program's own beside itself and moves it into place, so that a crash leaves the old or the
/// new one.
pub fn write<T: Serialize>(path: &Path, value: &T) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let fresh = path.with_extension("json.new");
    let mut file = std::fs::File::create(&fresh)?;
    file.write_all(&serde_json::to_vec_pretty(value)?)?;
    file.sync_all()?;
    std::fs::rename(fresh, path)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_and_a_damaged_file_is_as_new() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config/settings.json");
        let settings = Settings {
            language: Some(Language::Fr),
            by: Some("Ada".into()),
            ..Settings::default()
        };
        write(&path, &settings).unwrap();
        assert_eq!(read::<Settings>(&path), settings);
        std::fs::write(&path, "{").unwrap();
        assert_eq!(read::<Settings>(&path), Settings::default());
    }

    #[test]
    fn a_file_of_fewer_fields_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        std::fs::write(&path, r#"{"theme": "dark", "later": 1}"#).unwrap();
        assert_eq!(
            read::<Settings>(&path),
            Settings {
                theme: Theme::Dark,
                ..Settings::default()
            }
        );
    }
}
