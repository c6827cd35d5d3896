//! Recording one statement, durably, beside one bare durable insert of the same rows into a copy of the project.

use crate::files;
use crate::project::{self, event_name};
use crate::prose::Random;
use crate::ratio::{Sides, alternate, report, timed};
use onrecord_core::app::Desk;
use onrecord_core::store::Access;
use onrecord_core::view::{FigureInput, Party, StatementInput, ViaInput};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use std::collections::HashMap;
use std::path::Path;
use std::time::Duration;

const FIGURES: usize = 100_000;
const PER_EVENT: usize = 1_000;
const RUNS: usize = 201;

pub fn measure(folder: &Path) {
    let tenth = alternate(RUNS, &mut Recording::new(folder, FIGURES / 10));
    let full = alternate(RUNS, &mut Recording::new(folder, FIGURES));
    report("record", 2.0, tenth, full);
}

struct Recording {
    desk: Desk,
    /// Another connection to the same file, to see what was recorded.
    seen: Connection,
    /// A copy of the project, which gets the same rows.
    copy: Connection,
    random: Random,
    events: usize,
    articles: Vec<(String, u32, String)>,
    sources: Vec<String>,
    /// The last rows recorded, with the statements that write them.
    rows: Vec<(String, Vec<Value>)>,
}

impl Recording {
    fn new(folder: &Path, figures: usize) -> Recording {
        let (path, copy) = (
            folder.join(format!("{figures}.onrec")),
            folder.join(format!("{figures}-copy.onrec")),
        );
        project::soundly(&path, figures, PER_EVENT);
        std::fs::copy(&path, &copy).unwrap();
        let seen = Connection::open(&path).unwrap();
        let copy = files::bare(&copy);
        copy.set_prepared_statement_cache_capacity(64);
        let articles = seen
            .prepare("SELECT a.id, s.start, s.quote FROM article a JOIN revision r ON r.article_id = a.id \
                      JOIN statement s ON s.revision_id = r.id ORDER BY s.id LIMIT 20000")
            .unwrap()
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        let sources = seen
            .prepare("SELECT DISTINCT o.name FROM statement s JOIN source o ON o.id = s.source_id ORDER BY o.id LIMIT 12")
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        Recording {
            desk: files::open(&path, Access::Write),
            seen,
            copy,
            random: Random::new(3),
            events: figures / PER_EVENT,
            articles,
            sources,
            rows: Vec::new(),
        }
    }

    /// A statement with two figures, of an event and a source that have many.
    fn input(&mut self) -> StatementInput {
        let (article_id, start, quote) =
            self.articles[self.random.below(self.articles.len())].clone();
        let source = |name: String| Party {
            id: None,
            name,
            kind: None,
        };
        StatementInput {
            article_id,
            start,
            end: start + u32::try_from(quote.chars().count()).unwrap(),
            modality: None,
            speaker: None,
            speaker_role: None,
            source: Some(source(
                self.sources[self.random.below(self.sources.len())].clone(),
            )),
            source_as_written: None,
            source_quote: None,
            via: vec![ViaInput {
                source: source("World Agency".to_owned()),
                connection: None,
            }],
            stated_at: Some("2024-01-20".to_owned()),
            event: Some(event_name(self.random.below(self.events))),
            quote_translation: None,
            translation_lang: None,
            translated_by: None,
            note: String::new(),
            tags: Vec::new(),
            confidential: false,
            figures: ["killed", "injured"]
                .map(|measure| self.figure(measure))
                .to_vec(),
        }
    }

    fn figure(&mut self, measure: &str) -> FigureInput {
        FigureInput {
            id: None,
            start: None,
            end: None,
            qualifier: Some("at_least".to_owned()),
            point: Some((100 + self.random.below(100)).to_string()),
            low: None,
            high: None,
            vague: false,
            unit: "count".to_owned(),
            measure: Some(measure.to_owned()),
            severity: None,
            group: None,
            includes: Vec::new(),
            excludes: Vec::new(),
            place: None,
            period_start: None,
            period_end: None,
            as_of: None,
            counting: None,
            basis: None,
            stance: "asserts".to_owned(),
            doubtful: false,
            part_of: None,
            relations: None,
        }
    }

    /// The rows that an operation left, each with the SQL that writes it.
    fn rows_of(&self, operation: &str, figures: &[String]) -> Vec<(String, Vec<Value>)> {
        let mut rows = Vec::new();
        let mut made = HashMap::new();
        let mut changes = self
            .seen
            .prepare_cached(
                "SELECT noun, entity_id FROM change WHERE operation_id = ?1 ORDER BY seq",
            )
            .unwrap();
        let changes = changes
            .query_map([operation], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap();
        for (noun, id) in changes
            .map(|row| row.unwrap())
            .collect::<Vec<(String, String)>>()
        {
            rows.push(self.row(&noun, "*", &noun, "id", &id));
            made.insert(id, noun);
        }
        let mut journal = self
            .seen
            .prepare_cached("SELECT * FROM change WHERE operation_id = ?1 ORDER BY seq")
            .unwrap();
        let mut journal = journal.query([operation]).unwrap();
        while let Some(row) = journal.next().unwrap() {
            let values = (0..6).map(|at| row.get(at).unwrap()).collect();
            rows.push((
                "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?)".to_owned(),
                values,
            ));
        }
        rows.push(self.row("operation", "*", "operation", "id", operation));
        for (id, _) in made.iter().filter(|(_, noun)| *noun == "statement") {
            rows.push(self.row("search_doc", "*", "search_doc", "entity_id", id));
            let from = "search_doc d JOIN search ON search.rowid = d.rowid";
            rows.push(self.row(
                "search (rowid, words, stems)",
                "d.rowid, words, stems",
                from,
                "d.entity_id",
                id,
            ));
        }
        for id in figures.iter().filter(|id| !made.contains_key(*id)) {
            let standing: String = self
                .seen
                .query_row("SELECT standing FROM figure WHERE id = ?1", [id], |row| {
                    row.get(0)
                })
                .unwrap();
            rows.push((
                "UPDATE figure SET standing = ? WHERE id = ?".to_owned(),
                vec![standing.into(), id.clone().into()],
            ));
        }
        rows
    }

    fn row(
        &self,
        into: &str,
        columns: &str,
        from: &str,
        key: &str,
        id: &str,
    ) -> (String, Vec<Value>) {
        let mut question = self
            .seen
            .prepare_cached(&format!("SELECT {columns} FROM {from} WHERE {key} = ?1"))
            .unwrap();
        let count = question.column_count();
        let values = question
            .query_row([id], |row| (0..count).map(|at| row.get(at)).collect())
            .unwrap();
        let marks = vec!["?"; count].join(", ");
        (format!("INSERT INTO {into} VALUES ({marks})"), values)
    }
}

impl Sides for Recording {
    fn ours(&mut self) -> Duration {
        let input = self.input();
        let (written, time) = timed(|| self.desk.record_statement(&input).unwrap());
        let operation = written.changes.operation.expect("an operation").id;
        self.rows = self.rows_of(&operation, &written.changes.figures);
        time
    }

    fn limit(&mut self) -> Duration {
        let mut inserts: Vec<_> = self
            .rows
            .iter()
            .map(|(sql, values)| (self.copy.prepare_cached(sql).unwrap(), values))
            .collect();
        // Prepared above; what is left is the work itself.
        timed(|| {
            self.copy
                .execute_batch("BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON")
                .unwrap();
            for (insert, values) in &mut inserts {
                insert.execute(params_from_iter(values.iter())).unwrap();
            }
            self.copy.execute_batch("COMMIT").unwrap();
        })
        .1
    }
}
