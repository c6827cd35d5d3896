//! The native dialogs. Each blocks until it is answered, so they are called off the main thread.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::path::{Path, PathBuf};
use tauri::WebviewWindow;
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath, MessageDialogButtons};

use crate::settings::Language;
use crate::words::word;

/// The ending of a project.
pub const PROJECT: &str = "onrec";
/// The endings of what can be imported.
pub const ARTICLES: [&str; 7] = ["txt", "text", "md", "markdown", "html", "htm", "xhtml"];

/// Articles to import, in the order chosen; none when the dialog was left.
pub fn choose_import(window: &WebviewWindow, language: Language) -> Vec<PathBuf> {
    scripted("choose_import").unwrap_or_else(|| {
        let chosen = files(window, language, "dialog.importArticles")
            .add_filter(word(language, "dialog.articles"), &ARTICLES)
            .add_filter(word(language, "dialog.allFiles"), &["*"])
            .blocking_pick_files();
        chosen
            .unwrap_or_default()
            .into_iter()
            .filter_map(path)
            .collect()
    })
}

/// A project to open.
pub fn choose_project_open(window: &WebviewWindow, language: Language) -> Option<PathBuf> {
    scripted("choose_project_open").unwrap_or_else(|| {
        let chosen = files(window, language, "dialog.openProject")
            .add_filter(word(language, "dialog.projects"), &[PROJECT])
            .blocking_pick_file();
        chosen.and_then(path)
    })
}

/// Where a new project goes.
pub fn choose_project_new(
    window: &WebviewWindow,
    language: Language,
    name: &str,
) -> Option<PathBuf> {
    let place: Option<PathBuf> = scripted("choose_project_new").unwrap_or_else(|| {
        let chosen = files(window, language, "dialog.newProject")
            .add_filter(word(language, "dialog.projects"), &[PROJECT])
            .set_file_name(with_extension(Path::new(name), PROJECT).to_string_lossy())
            .blocking_save_file();
        chosen.and_then(path)
    });
    place.map(|place| with_extension(&place, PROJECT))
}

/// A kind of file that the window makes. Its name is its extension.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Csv,
    Svg,
    Png,
}

impl Kind {
    fn extension(self) -> &'static str {
        match self {
            Kind::Csv => "csv",
            Kind::Svg => "svg",
            Kind::Png => "png",
        }
    }

    /// The key of its name in the catalogue.
    fn words(self) -> &'static str {
        match self {
            Kind::Csv => "dialog.csv",
            Kind::Svg => "dialog.svg",
            Kind::Png => "dialog.png",
        }
    }
}

/// Where the claim table goes.
pub fn choose_save_csv(window: &WebviewWindow, language: Language, name: &str) -> Option<PathBuf> {
    let answer = scripted("choose_save_csv");
    choose_save(
        window,
        language,
        "dialog.exportTable",
        Kind::Csv,
        name,
        answer,
    )
}

/// Where a file of the window's goes: a drawing, or what stands in it.
pub fn choose_save_file(
    window: &WebviewWindow,
    language: Language,
    kind: Kind,
    name: &str,
) -> Option<PathBuf> {
    let answer = scripted("choose_save_file");
    choose_save(window, language, "dialog.saveFile", kind, name, answer)
}

fn choose_save(
    window: &WebviewWindow,
    language: Language,
    title: &str,
    kind: Kind,
    name: &str,
    answer: Option<Option<PathBuf>>,
) -> Option<PathBuf> {
    let extension = kind.extension();
    let place = answer.unwrap_or_else(|| {
        let chosen = files(window, language, title)
            .add_filter(word(language, kind.words()), &[extension])
            .set_file_name(with_extension(Path::new(name), extension).to_string_lossy())
            .blocking_save_file();
        chosen.and_then(path)
    });
    place.map(|place| with_extension(&place, extension))
}

/// Whether the user wants this address opened in the browser.
pub fn confirm_open_url(window: &WebviewWindow, language: Language, address: &str) -> bool {
    scripted("confirm_open_url").unwrap_or_else(|| {
        let buttons = MessageDialogButtons::OkCancelCustom(
            word(language, "dialog.openLink").into(),
            word(language, "dialog.cancel").into(),
        );
        let question = window
            .dialog()
            .message(address)
            .title(word(language, "dialog.openLinkTitle"));
        question.buttons(buttons).parent(window).blocking_show()
    })
}

fn files(window: &WebviewWindow, language: Language, title: &str) -> FileDialogBuilder<tauri::Wry> {
    window
        .dialog()
        .file()
        .set_parent(window)
        .set_title(word(language, title))
}

fn path(chosen: FilePath) -> Option<PathBuf> {
    chosen.into_path().ok()
}

/// The same place with the extension added where it has none of that kind.
fn with_extension(place: &Path, extension: &str) -> PathBuf {
    match place.extension() {
        Some(found) if found.eq_ignore_ascii_case(extension) => place.to_owned(),
        _ => {
            let mut name = place.as_os_str().to_owned();
            name.push(".");
            name.push(extension);
            PathBuf::from(name)
        }
    }
}

/// The answer that a test laid ready, where the window is driven by one: ONRECORD_TEST_DIALOGS names a JSON file of
/// answers in order, `[{"dialog": "choose_project_new", "answer": "/tmp/a.onrec"}]`, from which the first is taken. An answer
/// for another dialog, or of the wrong shape, counts as leaving the dialog.
fn scripted<T: DeserializeOwned + Default>(dialog: &str) -> Option<T> {
    if std::env::var("TAURI_WEBVIEW_AUTOMATION").as_deref() != Ok("true") {
        return None;
    }
    let script = PathBuf::from(std::env::var_os("ONRECORD_TEST_DIALOGS")?);
    let mut answers: Vec<Value> = crate::settings::read(&script);
    let next = if answers.is_empty() {
        Value::Null
    } else {
        answers.remove(0)
    };
    if let Err(error) = crate::settings::write(&script, &answers) {
        tracing::warn!(%error, "the answers of the test are not written back");
    }
    if next.get("dialog").and_then(Value::as_str) != Some(dialog) {
        tracing::warn!(dialog, "no answer laid ready");
        return Some(T::default());
    }
    Some(
        next.get("answer")
            .cloned()
            .and_then(|answer| serde_json::from_value(answer).ok())
            .unwrap_or_default(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_extension_is_added_only_where_it_is_missing() {
        assert_eq!(
            with_extension(Path::new("/tmp/a"), PROJECT),
            Path::new("/tmp/a.onrec")
        );
        assert_eq!(
            with_extension(Path::new("/tmp/a.OnRec"), PROJECT),
            Path::new("/tmp/a.OnRec")
        );
        assert_eq!(
            with_extension(Path::new("claims of 9.1.2022"), "csv"),
            Path::new("claims of 9.1.2022.csv")
        );
    }
}
