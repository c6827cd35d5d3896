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
    /// Stands above the others and is never pushed off the list.
    #[serde(default)]
    pinned: bool,
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

    /// Each project and whether it is still there, the pinned ones first.
    pub fn listed(self) -> Vec<Listed> {
        let (pinned, others): (Vec<_>, Vec<_>) =
            self.0.into_iter().partition(|opened| opened.pinned);
        pinned
            .into_iter()
            .chain(others)
            .map(|opened| Listed {
                missing: !opened.path.is_file(),
                opened,
            })
            .collect()
    }

    /// Puts a project first, once.
    pub fn add(file: &Path, project: &Path, title: &str, at: DateTime<Utc>) -> std::io::Result<()> {
        let Recent(mut list) = Recent::read(file);
        let pinned = list
            .iter()
            .any(|opened| opened.path == project && opened.pinned);
        list.retain(|opened| opened.path != project);
        list.insert(
            0,
            Opened {
                path: project.to_owned(),
                title: title.to_owned(),
                opened_at: at.to_rfc3339_opts(SecondsFormat::Secs, true),
                pinned,
            },
        );
        let mut loose = 0;
        list.retain(|opened| {
            loose += usize::from(!opened.pinned);
            opened.pinned || loose <= KEPT
        });
        settings::write(file, &Recent(list))
    }

    /// Whether nothing was ever opened, or everything was forgotten.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Keeps a project above the others, or no longer.
    pub fn pin(file: &Path, project: &Path, pinned: bool) -> std::io::Result<()> {
        let Recent(mut list) = Recent::read(file);
        for opened in list.iter_mut().filter(|opened| opened.path == project) {
            opened.pinned = pinned;
        }
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
    fn a_pinned_one_stands_first_and_is_never_pushed_off() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("recent.json");
        let kept = Path::new("/kept.onrec");
        let titles = || -> Vec<String> {
            let listed = Recent::read(&file).listed();
            listed.into_iter().map(|one| one.opened.title).collect()
        };
        Recent::add(&file, kept, "Kept", DateTime::UNIX_EPOCH).unwrap();
        Recent::pin(&file, kept, true).unwrap();
        for number in 0..KEPT + 3 {
            let path = folder.path().join(format!("{number}.onrec"));
            Recent::add(&file, &path, &number.to_string(), DateTime::UNIX_EPOCH).unwrap();
        }
        assert_eq!(titles().len(), KEPT + 1);
        let newest = (KEPT + 2).to_string();
        assert!(titles().starts_with(&["Kept".to_owned(), newest]));
        // Opened again it stays pinned, until it is not.
        Recent::add(&file, kept, "Kept", DateTime::UNIX_EPOCH).unwrap();
        Recent::add(&file, Path::new("/new.onrec"), "New", DateTime::UNIX_EPOCH).unwrap();
        assert!(titles().starts_with(&["Kept".to_owned()]));
        Recent::pin(&file, kept, false).unwrap();
        assert!(titles().starts_with(&["New".to_owned()]));
    }

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
