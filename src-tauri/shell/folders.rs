//! Where the program keeps what is not a project: settings, and beside them the recent files, unfinished cards and logs.

use onrecord_core::app::{Recorder, SETTINGS_FILE};
use std::path::PathBuf;
use tauri::{AppHandle, Manager};

/// The two folders of the program. `ONRECORD_HOME` moves both to one folder.
#[derive(Clone, Debug)]
pub struct Folders {
    /// Holds `settings.json` and the place of the window.
    pub config: PathBuf,
    /// Holds the machine's id, `recent.json`, `drafts/`, `logs/` and what the web view keeps.
    pub data: PathBuf,
}

impl Folders {
    /// The folders of this user, made when they are missing.
    pub fn of(app: &AppHandle) -> std::io::Result<Folders> {
        let folders = match home() {
            Some(home) => Folders {
                config: home.clone(),
                data: home,
            },
            None => {
                let none = |_| std::io::Error::from(std::io::ErrorKind::NotFound);
                Folders {
                    config: app.path().app_config_dir().map_err(none)?,
                    data: app.path().app_data_dir().map_err(none)?,
                }
            }
        };
        for folder in [&folders.config, &folders.data] {
            std::fs::create_dir_all(folder)?;
        }
        Ok(folders)
    }

    /// Who works from now on.
    pub fn recorder(&self) -> Recorder {
        Recorder::of(None, &self.config, &self.data)
    }

    /// What the user chose for the program.
    pub fn settings(&self) -> PathBuf {
        self.config.join(SETTINGS_FILE)
    }

    /// The projects opened last.
    pub fn recent(&self) -> PathBuf {
        self.data.join("recent.json")
    }

    /// The sample project.
    pub fn sample(&self) -> PathBuf {
        self.data.join("sample.onrec")
    }

    /// Where the log is.
    pub fn logs(&self) -> PathBuf {
        self.data.join("logs")
    }

    /// What the page left under a key. Whatever is not a letter or a digit is written as its code, so that every key names
    /// a file of its own here and none elsewhere.
    pub fn draft(&self, key: &str) -> PathBuf {
        let plain =
            |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        let name: String = key
            .chars()
            .map(|letter| {
                if plain(letter) {
                    letter.to_string()
                } else {
                    format!("_{:x}_", u32::from(letter))
                }
            })
            .collect();
        self.data.join("drafts").join(format!("{name}.json"))
    }
}

/// The folder that ONRECORD_HOME names, if it is set.
pub fn home() -> Option<PathBuf> {
    std::env::var_os("ONRECORD_HOME")
        .filter(|home| !home.is_empty())
        .map(PathBuf::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_names_a_file_here_and_none_elsewhere() {
        let folders = Folders {
            config: "/c".into(),
            data: "/d".into(),
        };
        assert_eq!(
            folders.draft("0190-ab:read"),
            PathBuf::from("/d/drafts/0190-ab_3a_read.json")
        );
        assert_eq!(
            folders.draft("../x"),
            PathBuf::from("/d/drafts/_2e__2e__2f_x.json")
        );
        assert_ne!(folders.draft("A"), folders.draft("a"));
    }
}
