//! A folder of its own for each test, and `onrec` run in it.

use regex::Regex;
use serde_json::Value;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// What a run of `onrec` answered.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    /// Holds the run to an exit code.
    #[track_caller]
    pub fn exits(self, code: i32) -> Ran {
        assert_eq!(self.code, code, "{self:#?}");
        self
    }

    /// Holds standard error to hold all of these.
    #[track_caller]
    pub fn says(self, parts: &[&str]) -> Ran {
        for part in parts {
            assert!(self.err.contains(part), "{part:?} is not in {self:#?}");
        }
        self
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:#?}"))
    }

    /// The lines of standard output.
    pub fn lines(&self) -> Vec<&str> {
        self.out.lines().collect()
    }
}

pub struct World {
    folder: TempDir,
    language: &'static str,
}

impl World {
    pub fn new() -> World {
        World {
            folder: TempDir::new().unwrap(),
            language: "C",
        }
    }

    /// A project `p.onrec` with both articles of the fixtures.
    pub fn with_articles() -> World {
        let world = World::new();
        world.run(&["new", "p.onrec"]).exits(0);
        world.import_articles("p.onrec");
        world
    }

    /// A project `p.onrec` with both articles and all claims of the fixtures.
    pub fn with_claims() -> World {
        let world = World::with_articles();
        world
            .run(&["add", "p.onrec", &fixture("claims.jsonl")])
            .exits(0);
        world
    }

    pub fn import_articles(&self, project: &str) {
        for (file, published, outlet) in [
            ("dam.en.txt", "2031-03-04", "Courier"),
            ("barrage.fr.txt", "2031-03-06", "Le Fleuve"),
        ] {
            let file = fixture(file);
            self.run(&[
                "import",
                project,
                &file,
                "--published",
                published,
                "--outlet",
                outlet,
                "--event",
                "Dam failure",
            ])
            .exits(0);
        }
    }

    /// Who reads French.
    pub fn in_french(mut self) -> World {
        self.language = "fr_CH.UTF-8";
        self
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        std::fs::write(self.path(name), bytes).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// The names of the files in the folder, settings aside.
    pub fn files(&self) -> Vec<String> {
        let mut names: Vec<_> = std::fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name != "home")
            .collect();
        names.sort();
        names
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_onrec"));
        command
            .args(args)
            .current_dir(self.folder.path())
            .env_remove("LC_MESSAGES")
            .env("LC_ALL", self.language)
            .env("ONRECORD_HOME", self.path("home"))
            .env("ONRECORD_BY", "Tester")
            .stdin(Stdio::null());
        command
    }

    pub fn run(&self, args: &[&str]) -> Ran {
        let output = self.command(args).output().unwrap();
        Ran {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// A list of the project as JSON.
    pub fn list(&self, what: &str) -> Vec<Value> {
        let ran = self.run(&["list", "p.onrec", what, "--json"]).exits(0);
        ran.json()[what].as_array().unwrap().clone()
    }
}

/// A file of the fixtures.
pub fn fixture(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/cli");
    folder
        .join(name)
        .canonicalize()
        .unwrap()
        .to_string_lossy()
        .into_owned()
}

/// Text with its ids numbered in order of appearance, and the times of writing taken out.
pub fn redacted(text: &str) -> String {
    let id = Regex::new("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}").unwrap();
    let time = Regex::new(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ").unwrap();
    let mut known: HashMap<String, usize> = HashMap::new();
    let numbered = id.replace_all(text, |found: &regex::Captures<'_>| {
        let next = known.len() + 1;
        format!("<id {}>", known.entry(found[0].to_owned()).or_insert(next))
    });
    time.replace_all(&numbered, "<time>").into_owned()
}
