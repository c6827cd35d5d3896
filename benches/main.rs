//! How fast the product is, as ratios: each piece of work beside the least that its result costs, in one run.
//!
//! `make bench` runs all rows, `make bench BENCH=export` one of them; those of the window stand in `window/`. Times by themselves say little, since machines
//! differ and other work comes in between: what is printed is the median of runs that alternate, ours, limit, ours,
//! limit, and their ratio. Every row is measured at its size and at a tenth of it, and the growth from one to the other
//! is a row of its own.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a bench that cannot go on has nothing to say"
)]

mod claims;
mod compare;
mod export;
mod files;
mod import;
// The window's bench makes other projects with it.
#[allow(dead_code)]
mod project;
mod prose;
mod ratio;
mod read;
mod record;
mod search;

use std::path::Path;

/// Measures a row in a folder of its own.
type Measure = fn(&Path);

/// The rows by name.
const ROWS: &[(&str, Measure)] = &[
    ("import", import::measure),
    ("record", record::measure),
    ("export", export::measure),
    ("claims", claims::measure),
    ("compare", compare::measure),
    ("search", search::measure),
    ("read", read::measure),
];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [first, project, csv] = arguments.as_slice()
        && first == export::CHILD
    {
        return export::child(Path::new(project), Path::new(csv));
    }
    let wanted = std::env::var("BENCH").unwrap_or_default();
    let rows: Vec<_> = ROWS
        .iter()
        .filter(|(name, _)| wanted.is_empty() || *name == wanted)
        .collect();
    for (name, measure) in rows {
        let folder = tempfile::Builder::new()
            .prefix(&format!("onrecord-bench-{name}-"))
            .tempdir()
            .expect("a temporary folder");
        measure(folder.path());
    }
}
