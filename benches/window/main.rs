//! How fast the window is, as ratios: each piece of work in the real window beside the barest one that shows something.
//!
//! `make bench` runs all rows, `make bench BENCH=start` one of them. A display is needed, which `make bench` gives.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a bench that cannot go on has nothing to say"
)]

mod article;
mod claims;
mod page;
mod start;

// What stands in these and is not used here is used by the other bench and by the tests.
#[allow(dead_code)]
#[path = "../files.rs"]
mod files;
#[allow(dead_code)]
#[path = "../../tests/e2e/menu_entry.rs"]
mod menu_entry;
#[allow(dead_code)]
#[path = "../../tests/e2e/process.rs"]
mod process;
#[allow(dead_code)]
#[path = "../project/mod.rs"]
mod project;
#[allow(dead_code)]
#[path = "../prose.rs"]
mod prose;
#[allow(dead_code)]
#[path = "../ratio.rs"]
mod ratio;

use std::path::Path;

/// Measures rows in a folder of its own.
type Measure = fn(&Path);

/// The rows by name.
const ROWS: &[(&str, Measure)] = &[
    ("start", start::measure),
    ("article", article::measure),
    ("sort", claims::measure),
];

fn main() {
    let wanted = std::env::var("BENCH").unwrap_or_default();
    for (name, measure) in ROWS {
        if !wanted.is_empty() && *name != wanted {
            continue;
        }
        let folder = tempfile::Builder::new()
            .prefix(&format!("onrecord-bench-{name}-"))
            .tempdir()
            .expect("a temporary folder");
        measure(folder.path());
    }
}
