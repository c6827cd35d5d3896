//! Finding words in articles, beside the bare FTS5 query with snippets: the first fifty hits on both sides.

use crate::files;
use crate::import;
use crate::prose::Prose;
use crate::ratio::{Sides, alternate, report, timed};
use onrecord_core::app::Desk;
use onrecord_core::domain::search_text;
use onrecord_core::store::Access;
use onrecord_core::view::{ImportRequest, SearchQuery};
use rusqlite::Connection;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

const ARTICLES: usize = 100_000;
/// Articles that come in together.
const BATCH: usize = 10_000;
const RUNS: usize = 11;
const HITS: u32 = 50;

pub fn measure(folder: &Path) {
    let path = folder.join("project.onrec");
    let mut there = 0;
    fill(&path, folder, &mut there, ARTICLES / 10);
    let tenth = alternate(RUNS, &mut Searching::new(&path));
    fill(&path, folder, &mut there, ARTICLES);
    let full = alternate(RUNS, &mut Searching::new(&path));
    report("search", 1.5, tenth, full);
}

/// Brings articles in until there are so many.
fn fill(path: &Path, folder: &Path, there: &mut usize, articles: usize) {
    let mut desk = match *there {
        0 => files::create(path),
        _ => files::open(path, Access::Write),
    };
    while *there < articles {
        let request: ImportRequest = import::request(folder, *there..*there + BATCH);
        desk.import(&request, |_| {}).unwrap();
        *there += BATCH;
    }
    desk.close().unwrap();
}

struct Searching {
    desk: Desk,
    bare: Connection,
    /// What is looked for, with what the index is asked.
    queries: Vec<(SearchQuery, String)>,
}

impl Searching {
    fn new(project: &Path) -> Searching {
        let prose = Prose::new();
        let word = |language: &str, rank: usize| prose.word(language, rank).to_owned();
        // Words in a few articles, in some and in many; several words; a phrase.
        let queries = [
            word("en", 20_000),
            word("fr", 3_000),
            word("en", 300),
            format!("{} {}", word("en", 40), word("en", 900)),
            format!("{} {} {}", word("fr", 50), word("fr", 200), word("fr", 100)),
            "\"of the\" police".to_owned(),
        ];
        let languages = ["en", "fr"];
        let queries = queries.map(|query| {
            let expression = search_text::SearchQuery::parse(&query, &languages)
                .expression()
                .unwrap();
            let query = SearchQuery {
                query,
                within: None,
                limit: HITS,
            };
            (query, expression)
        });
        Searching {
            desk: files::open(project, Access::Write),
            bare: files::bare(project),
            queries: queries.to_vec(),
        }
    }
}

impl Sides for Searching {
    fn ours(&mut self) -> Duration {
        timed(|| {
            for (query, _) in &self.queries {
                black_box(self.desk.search(query).unwrap());
            }
        })
        .1
    }

    fn limit(&mut self) -> Duration {
        timed(|| {
            let mut question = self
                .bare
                .prepare_cached(
                    "SELECT rowid, snippet(search, 0, '[', ']', '…', 24) FROM search WHERE search MATCH ?1 \
                     ORDER BY rank LIMIT ?2",
                )
                .unwrap();
            for (_, expression) in &self.queries {
                let mut rows = question.query((expression, HITS)).unwrap();
                while let Some(row) = rows.next().unwrap() {
                    black_box((row.get_ref(0).unwrap(), row.get_ref(1).unwrap()));
                }
            }
        })
        .1
    }
}
