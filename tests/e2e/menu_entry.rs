//! The menu entry of an installed package, and the program it starts. ONRECORD_MENU_ENTRY names the entry; where it is not
//! set, the tests drive what cargo built.

use std::path::{Path, PathBuf};

/// The words of the entry's Exec line, the field code for files still among them.
pub fn exec() -> Option<Vec<String>> {
    let entry = std::env::var_os("ONRECORD_MENU_ENTRY")?;
    let text = std::fs::read_to_string(&entry).unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix("Exec="));
    let line = line.unwrap_or_else(|| panic!("an Exec line in {text}"));
    Some(line.split_whitespace().map(str::to_owned).collect())
}

/// The program that is driven, looked for on the PATH as a desktop does.
pub fn program() -> PathBuf {
    let Some(exec) = exec() else {
        return env!("CARGO_BIN_EXE_onrecord").into();
    };
    let path = std::env::var_os("PATH").unwrap();
    std::env::split_paths(&path)
        .map(|folder| folder.join(&exec[0]))
        .find(|program| program.is_file())
        .unwrap_or_else(|| panic!("{} is on the PATH", exec[0]))
}

/// What the entry starts the program with, to open one file.
pub fn arguments(file: &Path) -> Vec<PathBuf> {
    let exec = exec().expect("ONRECORD_MENU_ENTRY names the menu entry");
    let codes = ["%f", "%F"];
    assert!(
        exec.iter().any(|word| codes.contains(&word.as_str())),
        "the entry takes files: {exec:?}"
    );
    let words = exec.iter().skip(1);
    words
        .map(|word| match word.as_str() {
            code if codes.contains(&code) => file.to_owned(),
            other => other.into(),
        })
        .collect()
}
