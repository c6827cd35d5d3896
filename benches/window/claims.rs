//! Sorting the claim table of a million figures in the window, beside the bare SQL that sorts them.

use crate::files;
use crate::page::Window;
use crate::project;
use crate::ratio::{Sides, alternate, single, timed};
use rusqlite::Connection;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

const FIGURES: usize = 1_000_000;
const PER_EVENT: usize = 10_000;
const RUNS: usize = 5;

/// The ids of all claims in the order of their lowest number: what a table sorted by it needs at least.
const SORT: &str = "SELECT s.id, f.id FROM statement s LEFT JOIN figure f ON f.statement_id = s.id \
    WHERE s.status = 'accepted' ORDER BY CAST(f.low AS REAL), s.id, f.id";

pub fn measure(folder: &Path) {
    let path = folder.join("project.onrec");
    project::make(&path, FIGURES, PER_EVENT);
    let window = Window::open(&folder.join("home"), Some(&path));
    window.first(
        "(await there(() => document.querySelector('nav button:nth-of-type(3)'))).click();
         await there(() => document.querySelector('[role=grid] [data-cell=\"0:0\"]')?.textContent)",
    );
    let mut sorting = Sorting {
        window,
        bare: files::bare(&path),
    };
    single("claims_sort", None, alternate(RUNS, &mut sorting));
}

struct Sorting {
    window: Window,
    bare: Connection,
}

impl Sides for Sorting {
    fn ours(&mut self) -> Duration {
        // Each click sorts another way; the table says which once its rows are there.
        self.window.time(
            "const grid = document.querySelector('[role=grid]');
             const head = [...grid.querySelectorAll('[role=columnheader]')].find((one) => /low/i.test(one.textContent));
             const before = grid.querySelector('[data-cell=\"0:0\"]').closest('[role=row]').textContent;
             (head.querySelector('button') ?? head).click();
             await there(() => {
                 const row = grid.querySelector('[data-cell=\"0:0\"]')?.closest('[role=row]').textContent;
                 return row && row !== before;
             })",
        )
    }

    fn limit(&mut self) -> Duration {
        timed(|| {
            let mut question = self.bare.prepare_cached(SORT).unwrap();
            let mut rows = question.query([]).unwrap();
            while let Some(row) = rows.next().unwrap() {
                black_box(row.get_ref(0).unwrap());
            }
        })
        .1
    }
}
