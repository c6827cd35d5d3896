//! A place to work at for one test: a folder of its own, the window, and the dialogs answered.

use serde_json::{Value, json};
use std::cell::Cell;
use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use thirtyfour::prelude::*;

use crate::process::Session;

/// How long a scenario may take before it counts as stuck.
const LIMIT: Duration = Duration::from_secs(600);

/// One window at a time: the keyboard focus of a display is not shared.
static DISPLAY: Mutex<()> = Mutex::new(());

/// What a scenario works with. See `hands.rs` for what it does, `eyes.rs` and `look.rs` for what it sees.
pub struct Desk {
    name: &'static str,
    folder: tempfile::TempDir,
    session: Option<Session>,
    /// Every key pressed and every character typed so far.
    pub(crate) keys: Cell<usize>,
}

/// Runs a scenario in a window on the start screen, as somebody sees it who used the program before. When it fails, says where the picture of the window is, how much page
/// there was, and the end of the program's log.
pub fn sit_down(name: &'static str, scenario: impl AsyncFnOnce(&mut Desk)) {
    begin(name, Some(r#"{ "started_before": true }"#), scenario);
}

/// The same in the window that the very first start opens.
pub fn sit_down_first(name: &'static str, scenario: impl AsyncFnOnce(&mut Desk)) {
    begin(name, None, scenario);
}

fn begin(name: &'static str, settings: Option<&str>, scenario: impl AsyncFnOnce(&mut Desk)) {
    let _alone = DISPLAY.lock().unwrap_or_else(PoisonError::into_inner);
    assert!(
        std::env::var_os("DISPLAY").is_some(),
        "a display is needed: `make test` gives one"
    );
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let folder = tempfile::Builder::new()
        .prefix("onrecord-")
        .tempdir()
        .unwrap();
    let mut desk = Desk {
        name,
        folder,
        session: None,
        keys: Cell::new(0),
    };
    if let Some(settings) = settings {
        std::fs::create_dir_all(desk.home()).unwrap();
        std::fs::write(desk.home().join("settings.json"), settings).unwrap();
    }
    let done = std::panic::catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async {
            desk.start(&[]).await;
            tokio::time::timeout(LIMIT, scenario(&mut desk))
                .await
                .expect("not stuck");
        });
    }));
    if let Err(panic) = done {
        runtime.block_on(desk.explain());
        desk.end();
        std::panic::resume_unwind(panic);
    }
    desk.end();
}

impl Desk {
    /// The window.
    pub fn driver(&self) -> &WebDriver {
        &self.session.as_ref().expect("the program runs").driver
    }

    /// A file of this test.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A new file of this test with this text.
    pub fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.file(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    /// Whether these words stand in the unfinished cards that the program put by.
    pub fn has_put_by(&self, words: &str) -> bool {
        let drafts = std::fs::read_dir(self.home().join("drafts"));
        let mut texts = drafts
            .into_iter()
            .flatten()
            .flatten()
            .map(|file| std::fs::read_to_string(file.path()));
        texts.any(|text| text.is_ok_and(|text| text.contains(words)))
    }

    /// Where the program keeps what is its own.
    pub fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    /// Starts the program, with projects to open.
    pub async fn start(&mut self, projects: &[&Path]) {
        std::fs::create_dir_all(self.home()).unwrap();
        let arguments: Vec<PathBuf> = projects.iter().map(|path| path.to_path_buf()).collect();
        self.session = Some(Session::start(&self.home(), &arguments).await);
    }

    /// Quits with the menu's key; the program has ended then.
    pub async fn quit(&mut self) {
        self.session
            .take()
            .expect("the program runs")
            .quit(&self.home())
            .await;
    }

    /// Ends the program at once, as a power cut would.
    pub fn power_cut(&mut self) {
        self.session
            .take()
            .expect("the program runs")
            .kill(&self.home());
    }

    /// Lays the answer of the next native dialog ready; they are taken in the order given.
    pub fn answer(&self, dialog: &str, answer: impl serde::Serialize) {
        let script = self.home().join("dialogs.json");
        let text = std::fs::read_to_string(&script).unwrap_or_else(|_| "[]".into());
        let mut answers: Vec<Value> = serde_json::from_str(&text).unwrap();
        answers.push(json!({ "dialog": dialog, "answer": answer }));
        std::fs::write(script, serde_json::to_vec(&answers).unwrap()).unwrap();
    }

    fn end(&mut self) {
        if let Some(session) = self.session.take() {
            session.kill(&self.home());
        }
    }

    async fn explain(&self) {
        let Some(session) = &self.session else { return };
        let picture = crate::look::folder().join(format!("failed-{}.png", self.name));
        let looked = async {
            let source = session.driver.source().await.map(|page| page.len());
            (source, session.driver.screenshot(&picture).await)
        };
        match tokio::time::timeout(Duration::from_secs(10), looked).await {
            Ok((source, shot)) => {
                eprintln!(
                    "{}: page of {source:?} bytes; {} {shot:?}",
                    self.name,
                    picture.display()
                );
            }
            Err(_) => eprintln!("{}: the window does not answer", self.name),
        }
        for log in std::fs::read_dir(self.home().join("logs"))
            .into_iter()
            .flatten()
            .flatten()
        {
            let text = std::fs::read_to_string(log.path()).unwrap_or_default();
            let lines: Vec<&str> = text.lines().collect();
            eprintln!("{}", lines[lines.len().saturating_sub(20)..].join("\n"));
        }
    }
}
