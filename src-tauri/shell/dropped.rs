//! What is dropped on a window: files as they are, and of a folder the articles and projects that lie in it.

use serde::Serialize;
use std::path::{Path, PathBuf};

use crate::dialogs::{ARTICLES, PROJECT};

/// What the page hears of.
#[derive(Clone, Debug, Default, Serialize, PartialEq, Eq)]
pub struct Dropped {
    /// Files, in the order in which they were dropped; those of a folder by name.
    paths: Vec<PathBuf>,
    /// Folders that hold nothing to import.
    empty: Vec<PathBuf>,
}

impl Dropped {
    /// Looks into the folders among what was dropped. What lies deeper is not meant.
    pub fn of(dropped: &[PathBuf]) -> Dropped {
        let mut found = Dropped::default();
        for path in dropped {
            if !path.is_dir() {
                found.paths.push(path.clone());
                continue;
            }
            let mut files: Vec<PathBuf> = std::fs::read_dir(path)
                .into_iter()
                .flatten()
                .filter_map(|entry| Some(entry.ok()?.path()))
                .filter(|file| is_ours(file) && file.is_file())
                .collect();
            files.sort();
            if files.is_empty() {
                found.empty.push(path.clone());
            }
            found.paths.append(&mut files);
        }
        found
    }
}

/// Whether a file's ending is one that the program reads. A file that is dropped by itself is tried whatever its ending.
fn is_ours(file: &Path) -> bool {
    let ending = file
        .extension()
        .map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    ending.is_some_and(|ending| ending == PROJECT || ARTICLES.contains(&ending.as_str()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_gives_its_articles_by_name_and_an_empty_one_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::create_dir_all(at("news/deeper")).unwrap();
        std::fs::create_dir(at("nothing")).unwrap();
        for name in [
            "news/b.TXT",
            "news/a.html",
            "news/photo.jpg",
            "news/deeper/c.txt",
            "single.pdf",
        ] {
            std::fs::write(at(name), "x").unwrap();
        }
        let dropped = Dropped::of(&[at("single.pdf"), at("news"), at("nothing")]);
        assert_eq!(
            dropped.paths,
            [at("single.pdf"), at("news/a.html"), at("news/b.TXT")]
        );
        assert_eq!(dropped.empty, [at("nothing")]);
    }
}
