//! Comparing one event, beside the bare SQL that fetches its figures.

use crate::files;
use crate::project::{self, event_name};
use crate::ratio::{Sides, alternate, report, timed};
use onrecord_core::app::Desk;
use onrecord_core::store::Access;
use onrecord_core::view::CompareQuery;
use rusqlite::Connection;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

const FIGURES: usize = 1_000_000;
const PER_EVENT: usize = 10_000;
const RUNS: usize = 21;

/// The question that a comparison asks.
const FETCH: &str = concat!(
    include_str!("../src-tauri/core/src/store/board.sql"),
    " WHERE s.event_id = ?1 AND s.status = 'accepted'"
);

pub fn measure(folder: &Path) {
    let path = folder.join("project.onrec");
    project::make(&path, FIGURES / 10, PER_EVENT / 10);
    let tenth = alternate(RUNS, &mut Comparing::new(&path));
    std::fs::remove_file(&path).unwrap();
    project::make(&path, FIGURES, PER_EVENT);
    let full = alternate(RUNS, &mut Comparing::new(&path));
    report("compare", 2.0, tenth, full);
}

struct Comparing {
    desk: Desk,
    bare: Connection,
    query: CompareQuery,
    event: String,
}

impl Comparing {
    fn new(project: &Path) -> Comparing {
        let bare = files::bare(project);
        let name = event_name(42);
        let event = bare
            .query_row("SELECT id FROM event WHERE name = ?1", [&name], |row| {
                row.get(0)
            })
            .unwrap();
        Comparing {
            desk: files::open(project, Access::Write),
            bare,
            query: CompareQuery {
                event: Some(name),
                measure: None,
                as_of: None,
                include_drafts: None,
            },
            event,
        }
    }
}

impl Sides for Comparing {
    fn ours(&mut self) -> Duration {
        timed(|| black_box(self.desk.compare(&self.query).unwrap())).1
    }

    fn limit(&mut self) -> Duration {
        timed(|| {
            let mut question = self.bare.prepare_cached(FETCH).unwrap();
            let columns = question.column_count();
            let mut rows = question.query([&self.event]).unwrap();
            while let Some(row) = rows.next().unwrap() {
                for at in 0..columns {
                    black_box(row.get_ref(at).unwrap());
                }
            }
        })
        .1
    }
}
