//! The projects opened last, newest first.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

use crate::settings;

const KEPT: usize = 12;

/// `recent.json`.
#[derive(Debug, Default, Serialize, Deserialize, PartialEq, Eq)]
#[serde(transparent)]
pub struct Recent(Vec<Opened>);

#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq)]
struct Opened {
    path: PathBuf,
    title: String,
    /// RFC 3339.
    opened_at: String,
}

/// A project opened before, as the start screen lists it.
#[derive(Debug, Serialize, PartialEq, Eq)]
pub struct Listed {
    #[serde(flatten)]
    opened: Opened,
    /// There is no file at its path now.
    missing: bool,
}

impl Recent {
    /// The list as it was kept last.
    pub fn read(file: &Path) -> Recent {
        settings::read(file)
    }

    /// Each project and whether it is still there.
    pub fn listed(self) -> Vec<Listed> {
        self.0
            .into_iter()
            .map(|opened| Listed {
                missing: !opened.path.is_file(),
                opened,
            })
            .collect()
    }

    /// Puts a project first, once.
    pub fn add(file: &Path, project: &Path, title: &str, at: DateTime<Utc>) -> std::io::Result<()> {
        let Recent(mut list) = Recent::read(file);
        list.retain(|opened| opened.path != project);
        list.insert(
            0,
            Opened {
                path: project.to_owned(),
                title: title.to_owned(),
                opened_at: at.to_rfc3339_opts(SecondsFormat::Secs, true),
            },
        );
        list.truncate(KEPT);
        settings::write(file, &Recent(list))
    }

    /// Takes a project off the list; its file is left alone.
    pub fn forget(file: &Path, project: &Path) -> std::io::Result<()> {
        let Recent(mut list) = Recent::read(file);
        list.retain(|opened| opened.path != project);
        settings::write(file, &Recent(list))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn newest_first_each_once_and_a_missing_one_is_said_to_be() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("recent.json");
        let (a, b) = (folder.path().join("a.onrec"), folder.path().join("b.onrec"));
        std::fs::write(&a, "").unwrap();
        for (path, title) in [(&a, "First"), (&b, "Second"), (&a, "First, renamed")] {
            Recent::add(&file, path, title, DateTime::UNIX_EPOCH).unwrap();
        }
        let shown: Vec<(String, bool)> = Recent::read(&file)
            .listed()
            .into_iter()
            .map(|project| (project.opened.title, project.missing))
            .collect();
        assert_eq!(
            shown,
            [
                ("First, renamed".to_owned(), false),
                ("Second".to_owned(), true)
            ]
        );
        Recent::forget(&file, &a).unwrap();
        assert_eq!(Recent::read(&file).listed().len(), 1);
    }
}
