//! The door between the page and the program. `call` reaches the core's list of commands; `shell` does what only a desktop
//! program can. Both run off the main thread, and both answer a failure with a code and its parameters.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use onrecord_core::api::types::{ApiError, ProjectPath};
use onrecord_core::app::write_file;
use serde::Deserialize;
use serde::de::{DeserializeOwned, Error as _};
use serde_json::{Value, json};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use tauri::{AppHandle, Manager, WebviewWindow};
use tauri_plugin_opener::OpenerExt;

use crate::dialogs::Kind;
use crate::folders::Folders;
use crate::recent::Recent;
use crate::settings::{self, Language, Settings};
use crate::trouble::Trouble;
use crate::windows::{self, Windows};
use crate::{dialogs, menu, words};

/// Runs one command of the core's list on the window's project. Opening and making a project goes by way of the windows,
/// since a project has one window; the answer is the project that this window shows then.
///
/// A command that may take long has the name of a task: how far it is is told by the event `progress`, and [`Ask::Stop`]
/// stops it.
#[tauri::command]
pub async fn call(
    window: WebviewWindow,
    name: String,
    params: Value,
    task: Option<String>,
) -> Result<Value, ApiError> {
    let seat = window.state::<Windows>().seat(window.label())?;
    blocking(move || match name.as_str() {
        "project_open" | "project_create" => windows::enter(
            window.app_handle(),
            window.label(),
            &name,
            &asked::<ProjectPath>(params)?,
        ),
        "project_edit" => {
            let reply = seat.call(&name, params)?;
            let info = asked(seat.call("project_info", json!({}))?)?;
            windows::entitle(window.app_handle(), window.label(), &info);
            Ok(reply)
        }
        _ => match task {
            Some(task) => seat.work(&task, &name, params, |done, total| {
                let reached = json!({ "task": task, "done": done, "total": total });
                crate::tell(window.app_handle(), window.label(), "progress", reached);
            }),
            None => seat.call(&name, params),
        },
    })
    .await
}

/// What the page may ask of the shell, by name.
#[derive(Debug, Deserialize)]
#[serde(tag = "name", content = "params", rename_all = "snake_case")]
enum Ask {
    /// Which articles to import: their paths in the order chosen, none when the dialog was left.
    ChooseImport {},
    /// Where the claim table goes; `null` when the dialog was left. Nothing is written yet.
    ChooseSaveCsv { suggested: String },
    /// Asks where a file that the page made goes, and writes it there: nowhere else can the page write. Answers the
    /// file's name, `null` when the dialog was left.
    SaveFile {
        kind: Kind,
        suggested: String,
        content: Content,
    },
    /// Which project to open, or `null`.
    ChooseProjectOpen {},
    /// Where a new project goes, or `null`.
    ChooseProjectNew { suggested: String },
    /// Stops a command that runs, by the name of its task.
    Stop { task: String },
    /// Opens a web address in the browser when the user, who is shown it, agrees. Only `http` and `https`.
    OpenUrl { url: String },
    /// The projects opened last, newest first.
    Recent {},
    /// Takes a project off that list.
    RecentForget { path: PathBuf },
    /// Keeps a project above the others of that list, or no longer.
    RecentPin { path: PathBuf, pinned: bool },
    /// Opens the sample project, as the core's `project_open` opens others, and makes it where there is none.
    SampleOpen {},
    /// Makes the sample anew in the window that shows it; answers where the one before is kept.
    SampleRestart {},
    /// Whether the window shows the sample.
    SampleShown {},
    /// Opens one more window, on the start screen.
    WindowNew {},
    /// The user's settings.
    SettingsGet {},
    /// Keeps them, brings every window to them, and words the menu anew when the language changed.
    SettingsSet(Settings),
    /// Opens the dialog that prints the page.
    Print {},
    /// What was left under a key, or `null`: unfinished cards.
    DraftGet { key: String },
    /// Leaves it for the next time; `null` takes it away.
    DraftSet { key: String, value: Option<String> },
    /// Why the project that the window was opened for is not there, once, or `null`.
    OpeningTrouble {},
    /// The program's versions, and where its data lie.
    About {},
    /// Shows one of the places that `About` names in the desktop's file browser.
    FolderOpen { folder: Folder },
}

/// A place of the program's own, or the window's project.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Folder {
    Settings,
    Data,
    Logs,
    Project,
}

/// What stands in a file that the page made.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Content {
    /// Text, written as UTF-8.
    Text(String),
    /// Bytes, as they reach us.
    Base64(String),
}

impl Content {
    fn bytes(self) -> Result<Vec<u8>, Trouble> {
        match self {
            Content::Text(text) => Ok(text.into_bytes()),
            Content::Base64(text) => BASE64_STANDARD
                .decode(text)
                .map_err(|error| Trouble::NotUnderstood(serde_json::Error::custom(error))),
        }
    }
}

/// Does what only a desktop program can: see [`Ask`].
#[tauri::command]
pub async fn shell(window: WebviewWindow, name: String, params: Value) -> Result<Value, ApiError> {
    let ask: Ask = asked(json!({ "name": name, "params": params }))?;
    blocking(move || answer(&window, ask)).await
}

fn answer(window: &WebviewWindow, ask: Ask) -> Result<Value, ApiError> {
    let app = window.app_handle();
    let folders = app.state::<Folders>();
    let language = language(app);
    let reply = match ask {
        Ask::ChooseImport {} => json!(dialogs::choose_import(window, language)),
        Ask::ChooseSaveCsv { suggested } => {
            json!(dialogs::choose_save_csv(
                window,
                language,
                &file_name(&suggested)
            ))
        }
        Ask::SaveFile {
            kind,
            suggested,
            content,
        } => {
            let bytes = content.bytes()?;
            let place = dialogs::choose_save_file(window, language, kind, &file_name(&suggested));
            if let Some(place) = &place {
                write_file(place, &bytes).map_err(|error| error.api())?;
            }
            json!(
                place
                    .as_deref()
                    .and_then(Path::file_name)
                    .map(OsStr::to_string_lossy)
            )
        }
        Ask::ChooseProjectOpen {} => json!(dialogs::choose_project_open(window, language)),
        Ask::ChooseProjectNew { suggested } => {
            json!(dialogs::choose_project_new(
                window,
                language,
                &file_name(&suggested)
            ))
        }
        Ask::Stop { task } => {
            app.state::<Windows>().seat(window.label())?.stop(&task);
            Value::Null
        }
        Ask::OpenUrl { url } => {
            let url = tauri::Url::parse(&url).map_err(|_| Trouble::NotAWebAddress)?;
            if !matches!(url.scheme(), "http" | "https") {
                return Err(Trouble::NotAWebAddress.into());
            }
            if dialogs::confirm_open_url(window, language, url.as_str()) {
                window
                    .opener()
                    .open_url(url.as_str(), None::<&str>)
                    .map_err(Trouble::from)?;
            }
            Value::Null
        }
        Ask::Recent {} => json!(Recent::read(&folders.recent()).listed()),
        Ask::RecentForget { path } => {
            Recent::forget(&folders.recent(), &path).map_err(own_file("recent.json"))?;
            Value::Null
        }
        Ask::RecentPin { path, pinned } => {
            Recent::pin(&folders.recent(), &path, pinned).map_err(own_file("recent.json"))?;
            Value::Null
        }
        Ask::SampleOpen {} => windows::enter_sample(app, window.label())?,
        Ask::SampleRestart {} => json!(windows::restart_sample(app, window.label())?),
        Ask::SampleShown {} => json!(
            app.state::<Windows>()
                .seat(window.label())?
                .shows_sample(&folders)
        ),
        Ask::WindowNew {} => {
            windows::open_start(app, None)?;
            Value::Null
        }
        Ask::SettingsGet {} => json!(settings::read::<Settings>(&folders.settings())),
        Ask::SettingsSet(settings) => {
            settings::write(&folders.settings(), &settings).map_err(own_file("settings.json"))?;
            app.state::<Windows>().set_recorder(&folders.recorder());
            let now = spoken(&settings);
            if now != language {
                menu::show(app, now).map_err(Trouble::from)?;
            }
            windows::wear(app, window.label(), &settings);
            Value::Null
        }
        Ask::Print {} => {
            window.print().map_err(Trouble::from)?;
            Value::Null
        }
        Ask::DraftGet { key } => json!(settings::read::<Option<String>>(&folders.draft(&key))),
        Ask::DraftSet { key, value } => {
            let file = folders.draft(&key);
            let done = match value {
                Some(value) => settings::write(&file, &value),
                None if file.exists() => std::fs::remove_file(&file),
                None => Ok(()),
            };
            done.map_err(own_file("drafts"))?;
            Value::Null
        }
        Ask::OpeningTrouble {} => json!(
            app.state::<Windows>()
                .seat(window.label())?
                .opening_trouble()
        ),
        Ask::About {} => json!({
            "version": app.package_info().version.to_string(),
            "sqlite": onrecord_core::api::engine_version(),
            "webview": tauri::webview_version().unwrap_or_default(),
            "settings": folders.config,
            "data": folders.data,
            "logs": folders.logs(),
        }),
        Ask::FolderOpen { folder } => {
            let place = match folder {
                Folder::Settings => folders.config.clone(),
                Folder::Data => folders.data.clone(),
                Folder::Logs => folders.logs(),
                Folder::Project => app.state::<Windows>().seat(window.label())?.folder()?,
            };
            window
                .opener()
                .open_path(place.to_string_lossy(), None::<&str>)
                .map_err(Trouble::NoFileBrowser)?;
            Value::Null
        }
    };
    Ok(reply)
}

/// The language of the menu and the dialogs.
pub fn language(app: &AppHandle) -> Language {
    spoken(&settings::read(&app.state::<Folders>().settings()))
}

fn spoken(settings: &Settings) -> Language {
    settings.language.unwrap_or_else(words::system_language)
}

/// Runs what may take time where it holds nothing up.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ApiError> + Send + 'static,
) -> Result<T, ApiError> {
    tauri::async_runtime::spawn_blocking(work)
        .await
        .unwrap_or_else(|_| Err(Trouble::Unfinished.into()))
}

fn asked<T: DeserializeOwned>(params: Value) -> Result<T, Trouble> {
    serde_json::from_value(params).map_err(Trouble::NotUnderstood)
}

fn own_file(name: &str) -> impl Fn(std::io::Error) -> Trouble + '_ {
    move |error| Trouble::OwnFile {
        name: name.to_owned(),
        error,
    }
}

/// A title as the name of a file: without what file systems do not take.
fn file_name(title: &str) -> String {
    let kept = |letter: char| !letter.is_control() && !r#"/\:*?"<>|"#.contains(letter);
    title
        .chars()
        .map(|letter| if kept(letter) { letter } else { '-' })
        .collect::<String>()
        .trim()
        .to_owned()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn what_the_page_asks_is_understood_by_name() {
        let ask =
            |name: &str, params: Value| asked::<Ask>(json!({ "name": name, "params": params }));
        assert!(matches!(ask("recent", json!({})), Ok(Ask::Recent {})));
        assert!(matches!(
            ask("settings_set", json!({ "theme": "dark" })),
            Ok(Ask::SettingsSet(_))
        ));
        assert!(matches!(
            ask("draft_set", json!({ "key": "a", "value": null })),
            Ok(Ask::DraftSet { .. })
        ));
        assert!(matches!(
            ask("format_disk", json!({})),
            Err(Trouble::NotUnderstood(_))
        ));
        assert!(matches!(
            ask("open_url", json!({})),
            Err(Trouble::NotUnderstood(_))
        ));
    }

    #[test]
    fn a_file_of_the_page_is_text_or_bytes_and_of_a_known_kind() {
        let save = |kind: &str, content: Value| {
            let params = json!({ "kind": kind, "suggested": "a", "content": content });
            asked::<Ask>(json!({ "name": "save_file", "params": params }))
        };
        let bytes = |ask: Ask| match ask {
            Ask::SaveFile { content, .. } => content.bytes(),
            _ => unreachable!(),
        };
        let svg = save("svg", json!({ "text": "é" })).unwrap();
        assert_eq!(bytes(svg).unwrap(), "é".as_bytes());
        let png = save("png", json!({ "base64": "iVBORw==" })).unwrap();
        assert_eq!(bytes(png).unwrap(), b"\x89PNG");
        let torn = save("png", json!({ "base64": "iVBO!" })).unwrap();
        assert!(matches!(bytes(torn), Err(Trouble::NotUnderstood(_))));
        assert!(save("exe", json!({ "text": "" })).is_err());
    }

    #[test]
    fn a_title_becomes_the_name_of_a_file() {
        assert_eq!(
            file_name("Dead / injured: 9 Jan?"),
            "Dead - injured- 9 Jan-"
        );
        assert_eq!(file_name("Événements de janvier"), "Événements de janvier");
    }
}
