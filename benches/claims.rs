//! The claim table in the window: sorting all of it, and a page far into it, beside the bare SQL for the same rows.

use crate::files;
use crate::project;
use crate::ratio::{Sides, alternate, report, timed};
use onrecord_core::app::Desk;
use onrecord_core::store::Access;
use onrecord_core::view::{ClaimsFilter, ClaimsPage, ClaimsQuery};
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::time::Duration;

const FIGURES: usize = 1_000_000;
const PER_EVENT: usize = 10_000;
const RUNS: usize = 5;
/// Rows of a page.
const PAGE: u32 = 100;

pub fn measure(folder: &Path) {
    let (small, large) = (made(folder, FIGURES / 10), made(folder, FIGURES));
    let sorted = |project: &Path| {
        alternate(
            RUNS,
            &mut Sorting {
                project: project.to_path_buf(),
                bare: files::bare(project),
            },
        )
    };
    report("claims-sort-1000000", 1.0, sorted(&small), sorted(&large));
    let paged = |project: &Path| alternate(RUNS, &mut Paging::new(project));
    report("claims-page", 1.5, paged(&small), paged(&large));
}

fn made(folder: &Path, figures: usize) -> PathBuf {
    let project = folder.join(format!("{figures}.onrec"));
    project::make(&project, figures, PER_EVENT);
    project
}

fn page(desk: &Desk, sort: Option<&str>, offset: u32) -> ClaimsPage {
    let query = ClaimsQuery {
        filter: ClaimsFilter {
            sort: sort.map(str::to_owned),
            ..ClaimsFilter::default()
        },
        columns: [
            "source",
            "figure_text",
            "low",
            "high",
            "measure",
            "as_of",
            "quote",
        ]
        .map(str::to_owned)
        .into(),
        offset,
        limit: PAGE,
        at_once: None,
    };
    desk.claims(&query).unwrap()
}

/// The same columns of the same rows; what follows says which.
const BARE: &str = "SELECT o.name, f.figure_text, f.low, f.high, f.measure, f.as_of, s.quote FROM figure f \
    JOIN statement s ON s.id = f.statement_id JOIN revision r ON r.id = s.revision_id \
    JOIN article a ON a.id = r.article_id LEFT JOIN source o ON o.id = s.source_id \
    WHERE s.status = 'accepted' AND s.confidential = 0 AND a.confidential = 0";

/// Reads rows to the end, as whoever asks for them does.
fn read(db: &Connection, sql: &str) -> usize {
    let mut statement = db.prepare_cached(sql).unwrap();
    let mut rows = statement.query([]).unwrap();
    let (mut count, mut read) = (0, 0);
    while let Some(row) = rows.next().unwrap() {
        for at in 0..7 {
            if let Some(text) = row.get_ref(at).unwrap().as_str_or_null().unwrap() {
                read += text.len();
            }
        }
        count += 1;
    }
    std::hint::black_box(read);
    count
}

/// The first page of a table that was never sorted, beside an ORDER BY of all of it.
struct Sorting {
    project: PathBuf,
    bare: Connection,
}

impl Sides for Sorting {
    fn ours(&mut self) -> Duration {
        let desk = files::open(&self.project, Access::Read);
        let (page, time) = timed(|| page(&desk, Some("low"), 0));
        assert_eq!(page.rows.len(), PAGE as usize);
        desk.close().unwrap();
        time
    }

    fn limit(&mut self) -> Duration {
        let sql = format!("{BARE} ORDER BY CAST(f.low AS REAL), f.id");
        timed(|| assert!(read(&self.bare, &sql) > 0)).1
    }
}

/// A page nine tenths down a sorted table, beside the SQL that fetches those rows by their ids.
struct Paging {
    desk: Desk,
    bare: Connection,
    offset: u32,
    sql: String,
}

impl Paging {
    fn new(project: &Path) -> Paging {
        let desk = files::open(project, Access::Read);
        let total = page(&desk, Some("low"), 0).total.unwrap();
        let offset = total / 10 * 9;
        let rows = page(&desk, Some("low"), offset).rows.into_iter();
        let ids: Vec<String> = rows.filter_map(|row| row.figure_id).collect();
        Paging {
            desk,
            bare: files::bare(project),
            offset,
            sql: format!("{BARE} AND f.id IN ('{}')", ids.join("', '")),
        }
    }
}

impl Sides for Paging {
    fn ours(&mut self) -> Duration {
        timed(|| page(&self.desk, Some("low"), self.offset)).1
    }

    fn limit(&mut self) -> Duration {
        timed(|| read(&self.bare, &self.sql)).1
    }
}
