//! Who works, and on which machine.

use super::desk::some_text;
use serde::Deserialize;
use std::path::Path;
use uuid::Uuid;

/// Where the settings of window and command line stand in the config folder.
pub const SETTINGS_FILE: &str = "settings.json";
/// Where the random id of the machine stands in the data folder.
const DEVICE_FILE: &str = "device";

/// Who works: what the journal writes down beside each operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorder {
    /// The person's name.
    pub by: String,
    /// A random id of the machine.
    pub device: String,
}

/// What of `settings.json` says who works; the window keeps more in it.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Settings {
    by: Option<String>,
}

impl Recorder {
    /// Who works: the name said, else `ONRECORD_BY`, else that of the settings, else the login name.
    ///
    /// The machine's id is made when there is none yet; where it cannot be kept it is made anew each time.
    #[must_use]
    pub fn of(said: Option<&str>, config: &Path, data: &Path) -> Recorder {
        let by = said
            .map(str::to_owned)
            .or_else(|| std::env::var("ONRECORD_BY").ok())
            .and_then(|name| some_text(&name))
            .or_else(|| from_settings(&config.join(SETTINGS_FILE)))
            .or_else(|| whoami::username().ok().and_then(|name| some_text(&name)))
            .unwrap_or_else(|| "?".to_owned());
        Recorder {
            by,
            device: device(data),
        }
    }
}

fn from_settings(path: &Path) -> Option<String> {
    let settings: Settings = serde_json::from_slice(&std::fs::read(path).ok()?).ok()?;
    settings.by.as_deref().and_then(some_text)
}

fn device(data: &Path) -> String {
    let path = data.join(DEVICE_FILE);
    let kept = std::fs::read_to_string(&path)
        .ok()
        .and_then(|text| Uuid::parse_str(text.trim()).ok());
    let id = kept.unwrap_or_else(|| {
        let id = Uuid::now_v7();
        // A machine whose folder cannot be written still works; its operations only look like several machines'.
        let _ = std::fs::create_dir_all(data).and_then(|()| std::fs::write(&path, id.to_string()));
        id
    });
    id.to_string()
}
