//! Migrations: stone once shipped, readable by older engines, and every schema that ever was still opens.

use crate::trial::{Said, Trial, clock, recorder, tamper};
use onrecord_core::app::Desk;
use onrecord_core::store::{APPLICATION_ID, Access, schema_version};
use onrecord_core::view::{ArticleMeta, AssessmentInput, RelationInput, SearchQuery};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The SHA-256 of each migration that has shipped. A new one is a new line; no line ever changes.
const SHIPPED: [(&str, &str); 2] = [
    (
        "0001_initial.sql",
        "72f5a498bc5eb554471a9deec3d19fe428432e8697d8267a269897d25d95384a",
    ),
    (
        "0002_progress.sql",
        "97371ae1ff34c3eca266cad23f82fbf95248561d95e303203c04310332f7604a",
    ),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn migration(name: &str) -> String {
    std::fs::read_to_string(root().join("migrations").join(name)).unwrap()
}

/// A project of each schema as SQL: its tables with some rows in each, as the engine had them.
fn fixture(version: u32) -> PathBuf {
    root().join(format!("tests/fixtures/schemas/{version:04}.sql"))
}

#[test]
fn migrations_that_have_shipped_do_not_change() {
    let mut names: Vec<String> = std::fs::read_dir(root().join("migrations"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let known: Vec<&str> = SHIPPED.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, known);
    assert_eq!(u32::try_from(SHIPPED.len()).unwrap(), schema_version());
    for (name, sha256) in SHIPPED {
        let mut now = String::new();
        for byte in Sha256::digest(migration(name).as_bytes()) {
            let _ = write!(now, "{byte:02x}");
        }
        assert_eq!(
            now, sha256,
            "{name} has shipped and must not change: add another"
        );
    }
}

/// A project with something in every table.
fn sample() -> Trial {
    let mut trial = Trial::new();
    let meta = ArticleMeta {
        outlet: Some("The Valley Post".to_owned()),
        published_at: Some("2024-05-02".to_owned()),
        authors: Some(vec!["Ada Byron".to_owned()]),
        ..ArticleMeta::default()
    };
    let article = trial.import(
        "Flood\n\nAt first 18 people were said to have died, then 25 people.",
        meta,
    );
    let said = |point, as_of| Said {
        source: Some("Interior Ministry"),
        kind: Some("ministry"),
        event: Some("Flood"),
        place: Some("Valley > Upper Town"),
        point,
        as_of: Some(as_of),
    };
    let (_, older) = trial.record(&article, "18 people", said("18", "2024-05-01"));
    let (statement, newer) = trial.record(&article, "25 people", said("25", "2024-05-02"));
    let relation = RelationInput {
        from: newer,
        kind: "updates".to_owned(),
        to: older,
    };
    trial.desk.relate(&relation).unwrap();
    trial
        .desk
        .assess(&AssessmentInput {
            id: statement,
            status: "verified".to_owned(),
            grade: Some(2),
            rule: None,
            reasoning: "Two newspapers saw the list.".to_owned(),
        })
        .unwrap();
    trial
}

/// Everything in a project file as SQL that makes it anew.
fn as_sql(path: &Path) -> String {
    let db = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let version: u32 = db
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .unwrap();
    let mut sql =
        format!("PRAGMA application_id = {APPLICATION_ID};\nPRAGMA user_version = {version};\n");
    let mut question = db
        .prepare(
            "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'search\\_%' ESCAPE '\\' \
             OR name = 'search_doc' ORDER BY rowid",
        )
        .unwrap();
    let entries: Vec<(String, String)> = question
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    for (_, made) in &entries {
        let _ = writeln!(sql, "{made};");
    }
    for (table, _) in entries
        .iter()
        .filter(|(_, made)| made.starts_with("CREATE") && made.contains("TABLE"))
    {
        let rowid = if table == "search" { "rowid, " } else { "" };
        let mut question = db
            .prepare(&format!("SELECT {rowid}* FROM {table}"))
            .unwrap();
        let columns: Vec<String> = question
            .column_names()
            .iter()
            .map(|name| format!("\"{name}\""))
            .collect();
        let mut rows = question.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let cells: Vec<String> = (0..columns.len())
                .map(|at| match row.get_ref(at).unwrap() {
                    ValueRef::Null => "NULL".to_owned(),
                    ValueRef::Integer(n) => n.to_string(),
                    ValueRef::Real(n) => n.to_string(),
                    ValueRef::Text(text) => {
                        format!(
                            "'{}'",
                            std::str::from_utf8(text).unwrap().replace('\'', "''")
                        )
                    }
                    ValueRef::Blob(bytes) => {
                        bytes
                            .iter()
                            .fold("x'".to_owned(), |hex, byte| format!("{hex}{byte:02x}"))
                            + "'"
                    }
                })
                .collect();
            let _ = writeln!(
                sql,
                "INSERT INTO {table} ({}) VALUES ({});",
                columns.join(", "),
                cells.join(", ")
            );
        }
    }
    sql
}

/// Writes the project of today's schema, once, when a migration is added: ONRECORD_WRITE_SCHEMAS=1.
#[test]
fn every_schema_that_ever_was_opens_and_is_sound() {
    if std::env::var_os("ONRECORD_WRITE_SCHEMAS").is_some() {
        let Trial { desk, path, .. } = &mut sample();
        assert!(desk.check(false).unwrap().ok);
        std::fs::create_dir_all(fixture(1).parent().unwrap()).unwrap();
        std::fs::write(fixture(schema_version()), as_sql(path)).unwrap();
    }
    for version in 1..=schema_version() {
        let sql = std::fs::read_to_string(fixture(version)).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("old.onrec");
        tamper(
            &path,
            &format!("PRAGMA foreign_keys = OFF; BEGIN; {sql} COMMIT"),
        );

        let before = std::fs::read(&path).unwrap();
        let mut desk = Desk::open(&path, Access::Read, recorder(), clock).unwrap();
        assert!(desk.check(false).unwrap().ok, "schema {version}");
        desk.close().unwrap();
        assert_eq!(
            std::fs::read(&path).unwrap(),
            before,
            "looking at schema {version} upgraded it"
        );

        let mut desk = Desk::open(&path, Access::Write, recorder(), clock).unwrap();
        let report = desk.check(false).unwrap();
        assert!(report.ok, "schema {version}: {:?}", report.problems);
        let info = desk.info().unwrap();
        assert_eq!((info.articles, info.statements, info.figures), (1, 2, 2));
        let query = SearchQuery {
            query: "people".to_owned(),
            within: Some("statements".to_owned()),
            limit: 9,
        };
        assert_eq!(desk.search(&query).unwrap().hits.len(), 2);
        while desk.undo().is_ok() {}
        assert_eq!(desk.info().unwrap().articles, 0);
        while desk.redo().is_ok() {}
        assert_eq!(desk.info().unwrap().figures, 2);
        assert!(desk.check(false).unwrap().ok, "schema {version}");
        desk.close().unwrap();
        let aside = folder.path().join(format!("old.v{version}.onrec.bak"));
        assert_eq!(aside.exists(), version < schema_version());
    }
}

#[test]
fn an_older_engine_can_read_a_project() {
    let shell = |file: &str, script: &str| -> Option<String> {
        let mut child = Command::new("sqlite3")
            .args(["-bail", file])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .ok()?;
        child
            .stdin
            .take()
            .unwrap()
            .write_all(script.as_bytes())
            .unwrap();
        let done = child.wait_with_output().unwrap();
        assert!(
            done.status.success(),
            "{}",
            String::from_utf8_lossy(&done.stderr)
        );
        Some(String::from_utf8(done.stdout).unwrap())
    };
    let all: String = SHIPPED.iter().map(|(name, _)| migration(name)).collect();
    let script = format!(
        "{all}\nINSERT INTO search (words, stems) VALUES ('a', 'a'); PRAGMA integrity_check;"
    );
    let Some(said) = shell(":memory:", &script) else {
        eprintln!("no sqlite3 shell here");
        return;
    };
    assert_eq!(said.trim(), "ok");
    let trial = sample();
    let path = trial.path.clone();
    trial.desk.close().unwrap();
    let script = "SELECT quote FROM statement ORDER BY start; SELECT count(*) FROM search WHERE search MATCH 'people'; \
                  PRAGMA integrity_check;";
    let said = shell(path.to_str().unwrap(), script).unwrap();
    assert_eq!(
        said.lines().collect::<Vec<_>>(),
        ["18 people", "25 people", "3", "ok"]
    );
}
