//! The rules of the house that a program can check. A rule that has to be broken is broken here, with its reason.

use onrecord_core::domain::vocabulary::{
    AssessmentStatus, Connection, Counting, Modality, OpenVocabulary, Qualifier, RelationKind,
    Stance, Standing, StatementStatus, Words,
};
use regex::Regex;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Files of more lines than this ask to be two.
const LONG: usize = 450;

/// Longer all the same: the file, and why it is one.
const LONG_FILES: [(&str, &str); 1] = [("ui/src/ipc/generated.ts", "written by a program")];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The project's own files below a folder, by their path from the root, with their text.
fn files(below: &str, endings: &[&str]) -> Vec<(String, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        const OTHERS: [&str; 7] = [
            ".git",
            "target",
            "node_modules",
            "dist",
            "gen",
            "icons",
            "screenshots",
        ];
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy();
            if OTHERS.contains(&name.as_ref()) {
                continue;
            }
            if path.is_dir() {
                walk(&path, found);
            } else {
                found.push(path.clone());
            }
        }
    }
    let root = root();
    let mut found = Vec::new();
    if root.join(below).exists() {
        walk(&root.join(below), &mut found);
    }
    found.sort();
    found
        .into_iter()
        .filter_map(|path| {
            let name = path
                .strip_prefix(&root)
                .unwrap()
                .to_string_lossy()
                .into_owned();
            let wanted = endings.is_empty() || endings.iter().any(|ending| name.ends_with(ending));
            // What is not text is nobody's to read.
            wanted.then(|| Some((name, std::fs::read_to_string(&path).ok()?)))?
        })
        .collect()
}

/// A file without the unit tests at its end.
fn product(text: &str) -> &str {
    text.split("\n#[cfg(test)]").next().unwrap()
}

fn found(pattern: &str, text: &str) -> Vec<String> {
    Regex::new(pattern)
        .unwrap()
        .captures_iter(text)
        .map(|found| found[1].to_owned())
        .collect()
}

fn assert_none(faults: Vec<String>, rule: &str) {
    assert!(faults.is_empty(), "{rule}:\n  {}", faults.join("\n  "));
}

#[test]
fn rooms_know_only_the_rooms_below_them() {
    let rooms: [(&str, &[&str]); 7] = [
        ("domain", &["domain"]),
        ("view", &["view"]),
        ("capture", &["capture", "domain", "view"]),
        ("exchange", &["exchange", "domain", "view"]),
        ("store", &["store", "domain", "view"]),
        (
            "app",
            &["app", "store", "exchange", "capture", "domain", "view"],
        ),
        ("api", &["api", "app", "store", "view"]),
    ];
    let mut faults = Vec::new();
    for (room, allowed) in rooms {
        let files = files(&format!("src-tauri/core/src/{room}"), &[".rs"]);
        assert!(!files.is_empty());
        for (name, text) in files {
            for other in found(r"\bcrate::(\w+)", &text) {
                if !allowed.contains(&other.as_str()) {
                    faults.push(format!("{name} uses {other}"));
                }
            }
        }
    }
    let members: [(&str, &[&str]); 3] = [
        ("src-tauri/reading/src", &[]),
        (
            "src-tauri/cli/src",
            &["app", "domain", "exchange", "store", "view"],
        ),
        ("src-tauri/shell", &["api", "app"]),
    ];
    for (folder, allowed) in members {
        for (name, text) in files(folder, &[".rs"]) {
            for other in found(r"\bonrecord_core::(\w+)", &text) {
                if !allowed.contains(&other.as_str()) {
                    faults.push(format!("{name} uses {other}"));
                }
            }
        }
    }
    assert_none(
        faults,
        "reading, domain ← capture, store, exchange ← app ← api ← shell; cli → app",
    );
}

#[test]
fn the_domain_asks_no_clock_and_no_file() {
    let mut faults = Vec::new();
    for room in ["src-tauri/reading/src", "src-tauri/core/src/domain"] {
        for (name, text) in files(room, &[".rs"]) {
            for used in found(
                r"\b(std::fs|std::env|std::time|std::net|Utc::now|Local::now)\b",
                product(&text),
            ) {
                faults.push(format!("{name} uses {used}"));
            }
        }
    }
    assert_none(faults, "no clock, no files in the domain");
}

#[test]
fn sql_is_spoken_in_the_store_alone() {
    const STORE: &str = "src-tauri/core/src/store/";
    let sql =
        r"\b(rusqlite|SELECT [\w*]|INSERT INTO|DELETE FROM|UPDATE \w+ SET|CREATE TABLE|PRAGMA )";
    let mut faults = Vec::new();
    for (name, text) in files("src-tauri", &[".rs"]) {
        if name.starts_with(STORE) {
            continue;
        }
        // The command line asks the engine's version.
        for word in found(sql, product(&text)) {
            faults.push(format!("{name}: {word}"));
        }
    }
    for (name, _) in files("src-tauri", &[".sql"]) {
        if !name.starts_with(STORE) {
            faults.push(name);
        }
    }
    assert_none(faults, "SQL lives in the store");
}

#[test]
fn names_say_what_a_thing_is() {
    let declared = r"(?m)^\s*(?:pub(?:\([^)]*\))? )?(?:export )?(?:struct|enum|trait|type|mod|class|interface|macro_rules!)\s+(\w*(?:Manager|Service|Helper|Util|manager|service|helper|util)s?)\b";
    let mut faults = Vec::new();
    for folder in ["src-tauri", "ui/src", "tests", "benches"] {
        for (name, text) in files(folder, &[".rs", ".ts", ".svelte", ".js"]) {
            let stem = Path::new(&name)
                .file_stem()
                .unwrap()
                .to_string_lossy()
                .to_lowercase();
            if ["manager", "service", "helper", "util"]
                .iter()
                .any(|word| stem.contains(word))
            {
                faults.push(name.clone());
            }
            faults.extend(
                found(declared, &text)
                    .into_iter()
                    .map(|word| format!("{name}: {word}")),
            );
        }
    }
    assert_none(faults, "no Manager, Service, Helper, Util");
}

#[test]
fn the_window_has_one_door_and_shows_no_html() {
    let mut faults = Vec::new();
    for (name, text) in files("ui/src", &[".ts", ".svelte", ".js", ".html"]) {
        if text.contains("@tauri-apps") && !name.starts_with("ui/src/ipc/") {
            faults.push(format!("{name} imports @tauri-apps"));
        }
        for word in found(
            r"(\{@html|innerHTML|outerHTML|insertAdjacentHTML|document\.write)",
            &text,
        ) {
            faults.push(format!("{name}: {word}"));
        }
    }
    assert_none(faults, "only ipc touches Tauri, nothing renders HTML");
}

#[test]
fn files_are_short() {
    let mut faults = Vec::new();
    for folder in ["src-tauri", "ui/src", "migrations", "benches"] {
        for (name, text) in files(folder, &[".rs", ".ts", ".svelte", ".js", ".css", ".sql"]) {
            let tests = name.contains("/tests/");
            let lines = product(&text).lines().count();
            let known = LONG_FILES.iter().any(|(file, _)| *file == name);
            if lines > LONG && !tests && !known {
                faults.push(format!("{name}: {lines}"));
            }
        }
    }
    assert_none(faults, &format!("at most about {LONG} lines"));
}

#[test]
fn nothing_is_left_to_do_and_nothing_tells_of_the_workshop() {
    // Put together here, so that this file is not its own first finding.
    let traces = [
        ["TO", "DO"].concat(),
        ["FIX", "ME"].concat(),
        ["db", "g!("].concat(),
        ["todo", "!("].concat(),
        ["unimplemented", "!("].concat(),
        ["/wo", "rk/"].concat(),
        ["/ro", "ot/"].concat(),
        ["console", ".log("].concat(),
    ];
    let mut faults = Vec::new();
    for (name, text) in files("", &[]) {
        if name.ends_with("package-lock.json") || name.ends_with("Cargo.lock") {
            continue;
        }
        for trace in &traces {
            if text.contains(trace) {
                faults.push(format!("{name}: {trace}"));
            }
        }
    }
    assert_none(faults, "no leavings");
}

/// Where a lint against panics is switched off, and why.
const MAY_PANIC: [(&str, &str); 1] = [("src-tauri/shell/lib.rs", "what Tauri's macro writes")];

#[test]
fn shipped_code_may_not_panic_by_allowance() {
    let allowed = r"#!?\[(?:allow|expect)\([^)]*(unwrap_used|expect_used|panic|indexing_slicing|string_slice)";
    let mut faults = Vec::new();
    for folder in [
        "src-tauri/reading/src",
        "src-tauri/core/src",
        "src-tauri/cli/src",
        "src-tauri/shell",
    ] {
        for (name, text) in files(folder, &[".rs"]) {
            if MAY_PANIC.iter().all(|(file, _)| *file != name) {
                let lints = found(allowed, product(&text));
                faults.extend(lints.into_iter().map(|lint| format!("{name}: {lint}")));
            }
        }
    }
    assert_none(faults, "no panics on user data");
}

/// The catalogue of a language: every sentence by its key.
fn catalogue(language: &str) -> BTreeMap<String, String> {
    fn flat(tree: &Value, key: &str, into: &mut BTreeMap<String, String>) {
        match tree {
            Value::Object(branches) => {
                for (name, branch) in branches {
                    let key = if key.is_empty() {
                        name.clone()
                    } else {
                        format!("{key}.{name}")
                    };
                    flat(branch, &key, into);
                }
            }
            Value::String(text) => {
                into.insert(key.to_owned(), text.clone());
            }
            other => panic!("{key} is {other}"),
        }
    }
    let text =
        std::fs::read_to_string(root().join(format!("ui/src/locales/{language}.json"))).unwrap();
    let mut all = BTreeMap::new();
    flat(&serde_json::from_str(&text).unwrap(), "", &mut all);
    all
}

#[test]
fn the_catalogues_are_level() {
    let (english, french) = (catalogue("en"), catalogue("fr"));
    let only = |a: &BTreeMap<String, String>, b: &BTreeMap<String, String>| -> Vec<String> {
        a.keys()
            .filter(|key| !b.contains_key(*key))
            .cloned()
            .collect()
    };
    assert_none(only(&english, &french), "keys that only English has");
    assert_none(only(&french, &english), "keys that only French has");
    let params =
        |text: &str| -> BTreeSet<String> { found(r"\{\{\s*(\w+)", text).into_iter().collect() };
    let mut faults = Vec::new();
    for (key, text) in &english {
        if params(text) != params(&french[key]) {
            faults.push(format!(
                "{key}: {:?} and {:?}",
                params(text),
                params(&french[key])
            ));
        }
        if text.is_empty() != french[key].is_empty() {
            faults.push(format!("{key} is empty in one of them"));
        }
    }
    assert_none(faults, "the same parameters");
}

/// `UnknownId` as `unknown_id`.
fn snake(name: &str) -> String {
    let mut snake = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.extend(c.to_lowercase());
    }
    snake
}

/// The codes of an enum whose variants are its codes.
fn variants(file: &str, name: &str) -> Vec<String> {
    let text = std::fs::read_to_string(root().join(file)).unwrap();
    let body = text
        .split_once(&format!("pub enum {name} {{"))
        .expect("the enum")
        .1;
    let body = body.split_once("\n}").unwrap().0;
    let codes: Vec<String> = found(r"(?m)^    ([A-Z]\w+)", body)
        .iter()
        .map(|name| snake(name))
        .collect();
    assert!(!codes.is_empty());
    codes
}

/// What stands in the first group of a pattern anywhere in the sources of a room.
fn spoken(room: &str, pattern: &str) -> Vec<String> {
    let codes: Vec<String> = files(room, &[".rs"])
        .iter()
        .flat_map(|(_, text)| found(pattern, product(text)))
        .collect();
    assert!(!codes.is_empty(), "{pattern} finds nothing in {room}");
    codes
}

#[test]
fn every_code_has_words() {
    const CORE: &str = "src-tauri/core/src";
    let mut keys: Vec<String> = Vec::new();
    let mut want = |section: &str, codes: Vec<String>| {
        keys.extend(codes.into_iter().map(|code| format!("{section}.{code}")));
    };
    want(
        "error",
        variants("src-tauri/core/src/app/error.rs", "Asked"),
    );
    want("error", spoken(CORE, r#"\bwith\(\s*"(\w+)""#));
    want(
        "refusal",
        variants("src-tauri/core/src/domain/refusal.rs", "Refusal"),
    );
    want("note", spoken(CORE, r#"[^.\w]note\(\s*"(\w+)""#));
    want("problem", spoken(CORE, r#"\bproblem\(\s*"(\w+)""#));
    want("problem", spoken(CORE, r#"kind: "(\w+)"\.to_owned\(\)"#));
    want(
        "command",
        spoken(CORE, r#"\b(?:operation|making|decide)\(\s*"(\w+)""#),
    );
    want(
        "rule",
        spoken("src-tauri/reading/src", r#"Why::\w+(?:\(_\))? => "(\w+)""#),
    );
    want(
        "finding",
        variants("src-tauri/core/src/domain/compare/board.rs", "FindingKind"),
    );
    fn words<T: Copy>(all: &[T], word: impl Fn(T) -> &'static str) -> Vec<String> {
        all.iter().map(|one| word(*one).to_owned()).collect()
    }
    want("qualifier", words(&Qualifier::ALL, Qualifier::as_str));
    want("counting", words(Counting::ALL, Counting::as_str));
    want("stance", words(Stance::ALL, Stance::as_str));
    want("modality", words(Modality::ALL, Modality::as_str));
    want("connection", words(Connection::ALL, Connection::as_str));
    want(
        "status",
        words(StatementStatus::ALL, StatementStatus::as_str),
    );
    want(
        "assessment",
        words(AssessmentStatus::ALL, AssessmentStatus::as_str),
    );
    want("standing", words(Standing::ALL, Standing::as_str));
    want("relation", words(RelationKind::ALL, RelationKind::as_str));
    let built_in = Words::built_in();
    for vocabulary in OpenVocabulary::ALL {
        let words = built_in
            .of(vocabulary)
            .iter()
            .map(|(word, _)| word.to_owned())
            .collect();
        want(vocabulary.as_str(), words);
    }
    for language in ["en", "fr"] {
        let catalogue = catalogue(language);
        let lacking: BTreeSet<String> = keys
            .iter()
            .filter(|key| {
                !catalogue.contains_key(*key) && !catalogue.contains_key(&format!("{key}_other"))
            })
            .cloned()
            .collect();
        assert_none(
            lacking.into_iter().collect(),
            &format!("codes without words in {language}"),
        );
        // And no words for codes that there are none of, beside the catch-all and the shell's own.
        let shell = spoken("src-tauri/shell", r#"=> "(\w+)""#);
        let mut left_over = Vec::new();
        for key in catalogue.keys() {
            let Some((section @ ("error" | "refusal" | "note" | "problem" | "command"), code)) =
                key.split_once('.')
            else {
                continue;
            };
            let code = code.trim_end_matches("_one").trim_end_matches("_other");
            let known = keys.contains(&format!("{section}.{code}"))
                || code == "other"
                || section == "error"
                    && (shell.iter().any(|own| own == code) || SHELLS.contains(&code));
            if !known {
                left_over.push(key.clone());
            }
        }
        assert_none(left_over, &format!("words for no code in {language}"));
    }
}

/// Codes that the shell gives in blocks of its own.
const SHELLS: [&str; 2] = ["own_file", "bad_request"];
