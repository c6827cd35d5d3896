//! The window, and what is asked of its page.

use crate::process::Session;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::runtime::Runtime;

/// What every script may use. `drawn` waits until what is there has been drawn; `there` until something is; `press` presses
/// a key on whatever has the focus.
const TOOLS: &str = "
    const done = arguments[arguments.length - 1];
    const drawn = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    const there = async (look) => {
        for (;;) {
            const found = look();
            if (found) return found;
            await new Promise((next) => requestAnimationFrame(next));
        }
    };
    const press = (key) => document.activeElement.dispatchEvent(
        new KeyboardEvent('keydown', { key, code: `Key${key.toUpperCase()}`, bubbles: true, cancelable: true }));
    const timed = async (work) => {
        await drawn();
        const start = performance.now();
        await work();
        await drawn();
        return performance.now() - start;
    };
";

/// A window of its own settings, driven.
pub struct Window {
    runtime: Runtime,
    session: Option<Session>,
    home: PathBuf,
}

impl Window {
    /// Opens a window on a project, or on the start screen.
    pub fn open(home: &Path, project: Option<&Path>) -> Window {
        std::fs::create_dir_all(home).unwrap();
        let settings = r#"{ "started_before": true, "language": "en" }"#;
        std::fs::write(home.join("settings.json"), settings).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        let arguments: Vec<PathBuf> = project.into_iter().map(Path::to_path_buf).collect();
        let session = runtime.block_on(Session::start(home, &arguments));
        Window {
            runtime,
            session: Some(session),
            home: home.to_path_buf(),
        }
    }

    /// What an expression of the page is.
    pub fn is(&self, expression: &str) -> Value {
        self.ask(&format!("done({expression})"))
    }

    /// Waits until what is there has been drawn.
    pub fn drawn(&self) {
        self.ask("drawn().then(done)");
    }

    /// How long something takes until it is drawn, the milliseconds that the page counts.
    pub fn time(&self, work: &str) -> Duration {
        let answer = self.ask(&format!(
            "timed(async () => {{ {work} }}).then(done, (fault) => done(String(fault)))"
        ));
        let milliseconds = answer
            .as_f64()
            .unwrap_or_else(|| panic!("{work}: {answer}"));
        Duration::from_secs_f64(milliseconds / 1e3)
    }

    /// Does something that is not measured, until it is drawn.
    pub fn first(&self, work: &str) {
        self.time(work);
    }

    /// The program's process ids: its own, and those it started.
    pub fn processes(&self) -> Vec<u32> {
        let mut family: Vec<u32> = crate::process::programs(&self.home)
            .iter()
            .filter_map(|id| id.parse().ok())
            .collect();
        let parents: Vec<(u32, u32)> = std::fs::read_dir("/proc")
            .unwrap()
            .flatten()
            .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
            .filter_map(|id: u32| Some((id, stat(id)?[1].parse().ok()?)))
            .collect();
        let mut at = 0;
        while let Some(&parent) = family.get(at) {
            let children = parents.iter().filter(|(_, above)| *above == parent);
            let children: Vec<u32> = children.map(|(id, _)| *id).collect();
            family.extend(
                children
                    .into_iter()
                    .filter(|id| !family.contains(id))
                    .collect::<Vec<_>>(),
            );
            at += 1;
        }
        family
    }

    fn ask(&self, script: &str) -> Value {
        let session = self.session.as_ref().expect("the window is open");
        let script = format!("{TOOLS}{script}");
        let answer = self
            .runtime
            .block_on(session.driver.execute_async(script, vec![]));
        answer.expect("the page answers").json().clone()
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        if let Some(session) = self.session.take() {
            session.kill(&self.home);
        }
    }
}

/// The fields of a process behind its name: its state, its parent…
pub fn stat(process: u32) -> Option<Vec<String>> {
    let text = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let (_, fields) = text.rsplit_once(')')?;
    Some(fields.split_whitespace().map(str::to_owned).collect())
}
