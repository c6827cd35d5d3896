//! A project to try things in: a real file, its verbs, and everything that stands in it.

use chrono::{DateTime, TimeZone as _, Utc};
use onrecord_core::app::{Desk, Recorder};
use onrecord_core::store::Access;
use onrecord_core::view::{
    ArticleMeta, ArticlesQuery, FigureInput, FigureView, ImportItem, ImportRequest, ImportSource,
    Party, StatementInput, StatementView, ViaInput,
};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The tables of what people recorded, all but the project's own row.
pub const NOUNS: [&str; 15] = [
    "place",
    "event",
    "source",
    "reliance",
    "speaker",
    "word",
    "alias",
    "article",
    "revision",
    "statement",
    "chain_link",
    "figure",
    "relation",
    "assessment",
    "saved_view",
];

/// Rows of tables as text, in order of their keys.
pub type Dump = BTreeMap<String, Vec<String>>;

/// A project file in a folder of its own, open.
pub struct Trial {
    pub desk: Desk,
    pub path: PathBuf,
    folder: TempDir,
}

pub fn clock() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2024, 5, 6, 7, 8, 9).unwrap()
}

pub fn recorder() -> Recorder {
    Recorder {
        by: "Ada".to_owned(),
        device: "test".to_owned(),
    }
}

impl Trial {
    pub fn new() -> Trial {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("trial.onrec");
        let desk = Desk::create(&path, Some("Trial"), recorder(), clock).unwrap();
        Trial { desk, path, folder }
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn reopened(self) -> Trial {
        let Trial { desk, path, folder } = self;
        desk.close().unwrap();
        let desk = Desk::open(&path, Access::Write, recorder(), clock).unwrap();
        Trial { desk, path, folder }
    }

    /// Closes the project, changes its file past the write gate, and opens it again.
    pub fn tampered(self, sql: &str) -> Trial {
        let Trial { desk, path, folder } = self;
        desk.close().unwrap();
        tamper(&path, sql);
        let desk = Desk::open(&path, Access::Write, recorder(), clock).unwrap();
        Trial { desk, path, folder }
    }

    /// What people recorded. Judgements that were taken back stay on record; they are left out here.
    pub fn nouns(&self) -> Dump {
        let tables = NOUNS.map(|table| {
            let shown = if table == "assessment" {
                " WHERE hidden = 0"
            } else {
                ""
            };
            (table, format!("SELECT * FROM {table}{shown} ORDER BY id"))
        });
        let project = ("project", "SELECT * FROM project".to_owned());
        self.dump(tables.into_iter().chain([project]))
    }

    /// What can be searched, and how far each article is read.
    pub fn searchable(&self) -> Dump {
        let sql = "SELECT d.kind, d.entity_id, s.words, s.stems FROM search_doc d \
                   LEFT JOIN search s ON s.rowid = d.rowid ORDER BY d.entity_id";
        let progress = "SELECT * FROM progress ORDER BY article_id";
        self.dump([
            ("search", sql.to_owned()),
            ("progress", progress.to_owned()),
        ])
    }

    /// Everything in the file, the journal too.
    pub fn everything(&self) -> Dump {
        let mut dump =
            self.dump(NOUNS.map(|table| (table, format!("SELECT * FROM {table} ORDER BY id"))));
        dump.append(&mut self.searchable());
        dump.append(&mut self.dump([
            ("project", "SELECT * FROM project".to_owned()),
            (
                "original",
                "SELECT * FROM original ORDER BY sha256".to_owned(),
            ),
            (
                "canonical",
                "SELECT * FROM canonical ORDER BY sha256".to_owned(),
            ),
            (
                "operation",
                "SELECT * FROM operation ORDER BY id".to_owned(),
            ),
            (
                "change",
                "SELECT * FROM change ORDER BY operation_id, seq".to_owned(),
            ),
        ]));
        dump
    }

    fn dump(&self, tables: impl IntoIterator<Item = (&'static str, String)>) -> Dump {
        let db = Connection::open_with_flags(&self.path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
        tables
            .into_iter()
            .map(|(table, sql)| (table.to_owned(), rows(&db, &sql)))
            .collect()
    }

    /// Brings an article in and answers its id.
    pub fn import(&mut self, text: &str, meta: ArticleMeta) -> String {
        let request = ImportRequest {
            items: vec![item(text, meta)],
        };
        let imported = self.desk.import(&request, |_| ()).unwrap();
        let [result] = imported.results.as_slice() else {
            panic!("one result")
        };
        result.article_id.clone().expect("an article")
    }

    pub fn article_ids(&self) -> Vec<String> {
        let query = ArticlesQuery {
            limit: 1000,
            ..ArticlesQuery::default()
        };
        let page = self.desk.articles(&query).unwrap();
        page.rows.into_iter().map(|row| row.id).collect()
    }

    pub fn statements(&self) -> Vec<StatementView> {
        self.article_ids()
            .iter()
            .flat_map(|id| self.desk.article(id).unwrap().statements)
            .collect()
    }

    pub fn figures(&self) -> Vec<FigureView> {
        self.statements()
            .into_iter()
            .flat_map(|statement| statement.figures)
            .collect()
    }

    /// Records one statement with one figure, and answers the ids of both.
    pub fn record(&mut self, article: &str, words: &str, said: Said<'_>) -> (String, String) {
        let text = self.desk.article(article).unwrap().text;
        let at = text.find(words).expect("the words are in the article");
        let start = u32::try_from(text[..at].chars().count()).unwrap();
        let end = start + u32::try_from(words.chars().count()).unwrap();
        let input = StatementInput {
            source: said.source.map(|name| Party {
                id: None,
                name: name.to_owned(),
                kind: said.kind.map(str::to_owned),
            }),
            event: said.event.map(str::to_owned),
            figures: vec![FigureInput {
                point: Some(said.point.to_owned()),
                place: said.place.map(str::to_owned),
                as_of: said.as_of.map(str::to_owned),
                ..figure(start, end)
            }],
            ..statement(article, start, end)
        };
        let written = self.desk.record_statement(&input).unwrap();
        let figure = self.desk.statement(&written.id).unwrap().figures[0]
            .id
            .clone();
        (written.id, figure)
    }

    pub fn standing(&self, figure: &str) -> String {
        let found = self.figures().into_iter().find(|view| view.id == figure);
        found.expect("the figure is there").standing
    }
}

/// What a statement of [`Trial::record`] says.
#[derive(Default, Clone, Copy)]
pub struct Said<'a> {
    pub source: Option<&'a str>,
    pub kind: Option<&'a str>,
    pub event: Option<&'a str>,
    pub point: &'a str,
    pub place: Option<&'a str>,
    pub as_of: Option<&'a str>,
}

pub fn item(text: &str, meta: ArticleMeta) -> ImportItem {
    ImportItem {
        from: ImportSource::Text(text.to_owned()),
        meta,
    }
}

/// A statement with nothing but its words.
pub fn statement(article: &str, start: u32, end: u32) -> StatementInput {
    StatementInput {
        article_id: article.to_owned(),
        start,
        end,
        modality: None,
        speaker: None,
        speaker_role: None,
        source: None,
        source_as_written: None,
        source_quote: None,
        via: Vec::<ViaInput>::new(),
        stated_at: None,
        event: None,
        quote_translation: None,
        translation_lang: None,
        translated_by: None,
        note: String::new(),
        tags: Vec::new(),
        confidential: false,
        figures: Vec::new(),
    }
}

/// Exactly so many killed.
pub fn figure(start: u32, end: u32) -> FigureInput {
    FigureInput {
        id: None,
        start: Some(start),
        end: Some(end),
        qualifier: Some("exact".to_owned()),
        point: Some("18".to_owned()),
        low: None,
        high: None,
        vague: false,
        unit: "count".to_owned(),
        measure: Some("killed".to_owned()),
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

/// A card that says what is stored.
pub fn card_of(view: &StatementView) -> StatementInput {
    StatementInput {
        article_id: view.article_id.clone(),
        start: view.start,
        end: view.end,
        modality: Some(view.modality.clone()),
        speaker: view.speaker.as_ref().map(|speaker| Party {
            id: Some(speaker.id.clone()),
            name: speaker.name.clone(),
            kind: None,
        }),
        speaker_role: view.speaker_role.clone(),
        source: view.source.as_ref().map(|source| Party {
            id: Some(source.id.clone()),
            name: source.name.clone(),
            kind: None,
        }),
        source_as_written: view.source_as_written.clone(),
        source_quote: view.source_quote.clone(),
        via: view
            .via
            .iter()
            .map(|link| ViaInput {
                source: Party {
                    id: Some(link.source.id.clone()),
                    name: link.source.name.clone(),
                    kind: None,
                },
                connection: Some(link.connection.clone()),
            })
            .collect(),
        stated_at: view.stated_at.clone(),
        event: view.event.as_ref().map(|event| event.name.clone()),
        quote_translation: view.quote_translation.clone(),
        translation_lang: view.translation_lang.clone(),
        translated_by: view.translated_by.clone(),
        note: view.note.clone(),
        tags: view.tags.clone(),
        confidential: view.confidential,
        figures: view
            .figures
            .iter()
            .map(|figure| FigureInput {
                id: Some(figure.id.clone()),
                start: figure.start,
                end: figure.end,
                qualifier: Some(figure.qualifier.clone()),
                point: figure.point.clone(),
                low: figure.low.clone(),
                high: figure.high.clone(),
                vague: figure.vague,
                unit: figure.unit.clone(),
                measure: figure.measure.clone(),
                severity: figure.severity.clone(),
                group: figure.group.clone(),
                includes: figure.includes.clone(),
                excludes: figure.excludes.clone(),
                place: figure.place.clone(),
                period_start: figure.period_start.clone(),
                period_end: figure.period_end.clone(),
                as_of: figure.as_of.clone(),
                counting: figure.counting.clone(),
                basis: figure.basis.clone(),
                stance: figure.stance.clone(),
                doubtful: figure.doubtful,
                part_of: figure.part_of.clone(),
                relations: None,
            })
            .collect(),
    }
}

/// Changes a closed project file past the write gate.
pub fn tamper(path: &Path, sql: &str) {
    let db = Connection::open(path).unwrap();
    db.execute_batch(sql).unwrap();
    db.close().unwrap();
}

fn rows(db: &Connection, sql: &str) -> Vec<String> {
    let mut question = db.prepare(sql).unwrap();
    let columns: Vec<String> = question
        .column_names()
        .into_iter()
        .map(str::to_owned)
        .collect();
    let rows = question
        .query_map([], |row| {
            let cells = columns.iter().enumerate().map(|(at, column)| {
                let value = match row.get_ref(at).unwrap() {
                    ValueRef::Null => "∅".to_owned(),
                    ValueRef::Integer(n) => n.to_string(),
                    ValueRef::Real(n) => n.to_string(),
                    ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
                    ValueRef::Blob(bytes) => format!("{bytes:02x?}"),
                };
                format!("{column}={value}")
            });
            Ok(cells.collect::<Vec<_>>().join(" | "))
        })
        .unwrap();
    rows.map(Result::unwrap).collect()
}
