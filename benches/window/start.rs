//! From the start of the program to a window that can be used, on a big project and on none: time and memory.

use crate::page::{Window, stat};
use crate::project;
use crate::ratio::{Sides, alternate, row, single};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Figures of the project; its statements are about two in five of them.
const FIGURES: usize = 260_000;
const STATEMENTS: i64 = 100_000;
const PER_EVENT: usize = 1_000;
const RUNS: usize = 7;

/// An article is there with its words and its cards.
const READ: &str = "document.querySelector('article [data-start]') !== null && document.querySelector('[data-card]') !== null";
/// The start screen is there.
const BEGIN: &str = "document.querySelector('main button') !== null";

pub fn measure(folder: &Path) {
    let path = folder.join("project.onrec");
    project::soundly(&path, FIGURES, PER_EVENT);
    let statements: i64 = crate::files::bare(&path)
        .query_row("SELECT count(*) FROM statement", [], |row| row.get(0))
        .unwrap();
    assert!(
        statements >= STATEMENTS,
        "{statements} statements are too few"
    );
    let mut starting = Starting {
        home: folder.join("home"),
        project: path,
        memory: (Vec::new(), Vec::new()),
    };
    let pair = alternate(RUNS, &mut starting);
    single("window_start", Some(1.3), pair);
    let (ours, limit) = (median(starting.memory.0), median(starting.memory.1));
    let shown = |bytes: u64| format!("{}MB", bytes >> 20);
    row(
        "window_memory",
        &shown(ours),
        &shown(limit),
        ours as f64 / limit as f64,
        Some(1.3),
    );
}

fn median(mut all: Vec<u64>) -> u64 {
    all.sort_unstable();
    all[all.len() / 2]
}

struct Starting {
    home: PathBuf,
    project: PathBuf,
    /// With the project and without: what the program's processes hold, in bytes.
    memory: (Vec<u64>, Vec<u64>),
}

impl Starting {
    fn run(&self, project: Option<&Path>, usable: &str) -> (Duration, u64) {
        let window = Window::open(&self.home, project);
        while window.is(usable) != serde_json::json!(true) {}
        // What is not drawn yet nobody can use.
        window.drawn();
        let age = age(window.processes()[0]);
        // What is fetched and drawn after that is counted too.
        std::thread::sleep(Duration::from_millis(1500));
        let held = window.processes().into_iter().map(held).sum();
        (age, held)
    }
}

impl Sides for Starting {
    fn ours(&mut self) -> Duration {
        let (time, held) = self.run(Some(&self.project), READ);
        self.memory.0.push(held);
        time
    }

    fn limit(&mut self) -> Duration {
        let (time, held) = self.run(None, BEGIN);
        self.memory.1.push(held);
        time
    }
}

/// How long a process has been running.
fn age(process: u32) -> Duration {
    // The twentieth field behind the name: hundredths of a second between the machine's start and its own.
    let started: f64 = stat(process).expect("the program runs")[19]
        .parse()
        .unwrap();
    let uptime = std::fs::read_to_string("/proc/uptime").unwrap();
    let now: f64 = uptime.split(' ').next().unwrap().parse().unwrap();
    Duration::from_secs_f64((now - started / 100.0).max(0.0))
}

/// The proportional set size of a process, in bytes.
fn held(process: u32) -> u64 {
    let text = std::fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap_or_default();
    let line = text.lines().find(|line| line.starts_with("Pss:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok());
    kilobytes.unwrap_or(0_u64) << 10
}
