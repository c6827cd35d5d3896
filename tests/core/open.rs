//! Project files that are not what they should be, or do not stay so.

use crate::trial::{Said, Trial, clock, item, recorder, tamper};
use onrecord_core::app::{Desk, Error};
use onrecord_core::store::{APPLICATION_ID, Access, Store, StoreError, schema_version};
use onrecord_core::view::{ArticleMeta, ImportRequest, LogQuery};
use rusqlite::Connection;
use std::path::{Path, PathBuf};

fn open(path: &Path, access: Access) -> Result<Desk, Error> {
    Desk::open(path, access, recorder(), clock)
}

/// The code of the error that opening ends in.
fn refused(path: &Path, access: Access) -> String {
    match open(path, access) {
        Ok(_) => panic!("{} was opened", path.display()),
        Err(error) => {
            assert!(error.is_about_the_project(), "{error}");
            error.code()
        }
    }
}

/// A closed project with something in it.
fn project() -> (Trial, PathBuf) {
    let mut trial = Trial::new();
    let article = trial.import("Eighteen people died, 18 in all.", ArticleMeta::default());
    let said = Said {
        source: Some("Interior Ministry"),
        point: "18",
        ..Said::default()
    };
    trial.record(&article, "18 in all", said);
    let path = trial.path.clone();
    (trial, path)
}

fn closed() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let (trial, path) = project();
    let copy = folder.path().join("trial.onrec");
    trial.desk.close().unwrap();
    std::fs::copy(path, &copy).unwrap();
    (folder, copy)
}

fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn set_mode(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

const ALL: [Access; 3] = [Access::Read, Access::Write, Access::WriteIfPossible];

#[test]
fn a_file_that_is_no_project_is_refused_by_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    std::fs::write(at("empty"), b"").unwrap();
    std::fs::write(
        at("text"),
        "Not a project, but much longer than a header.".repeat(9),
    )
    .unwrap();
    std::fs::create_dir(at("folder")).unwrap();
    tamper(&at("other"), "CREATE TABLE t (a)");
    tamper(
        &at("claims_to_be"),
        &format!(
            "CREATE TABLE t (a); PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = 1"
        ),
    );
    tamper(
        &at("unversioned"),
        &format!("CREATE TABLE t (a); PRAGMA application_id = {APPLICATION_ID}"),
    );
    for access in ALL {
        for (name, code) in [
            ("missing", "project_missing"),
            ("missing/missing", "project_missing"),
            ("empty", "project_not_sqlite"),
            ("text", "project_not_sqlite"),
            ("folder", "project_not_sqlite"),
            ("other", "project_not_ours"),
            ("claims_to_be", "project_not_ours"),
            ("unversioned", "project_not_ours"),
        ] {
            let before = std::fs::read(at(name)).ok();
            assert_eq!(refused(&at(name), access), code, "{name}");
            assert_eq!(std::fs::read(at(name)).ok(), before, "{name} was touched");
        }
    }
    assert_eq!(
        names_in(folder.path()),
        [
            "claims_to_be",
            "empty",
            "folder",
            "other",
            "text",
            "unversioned"
        ]
    );
}

#[test]
fn a_file_whose_schema_was_altered_is_not_ours() {
    for change in [
        "CREATE TRIGGER t AFTER INSERT ON figure BEGIN DELETE FROM figure; END",
        "CREATE VIEW v AS SELECT * FROM figure",
        "CREATE TABLE more (a)",
        "CREATE INDEX i ON figure (low)",
        "ALTER TABLE figure ADD COLUMN more TEXT",
        "DROP INDEX figure_place",
        "DROP TABLE saved_view",
    ] {
        let (_folder, path) = closed();
        tamper(&path, change);
        for access in ALL {
            assert_eq!(refused(&path, access), "project_not_ours", "{change}");
        }
    }
}

#[test]
fn a_newer_file_is_refused_and_left_untouched() {
    let (folder, path) = closed();
    tamper(
        &path,
        &format!("PRAGMA user_version = {}", schema_version() + 1),
    );
    let before = std::fs::read(&path).unwrap();
    for access in ALL {
        match open(&path, access) {
            Err(Error::Store(StoreError::Newer { found, known, .. })) => {
                assert_eq!((found, known), (schema_version() + 1, schema_version()));
            }
            other => panic!("{:?}", other.err()),
        }
    }
    assert_eq!(std::fs::read(&path).unwrap(), before);
    assert_eq!(names_in(folder.path()), ["trial.onrec"]);
}

#[test]
fn a_damaged_file_is_said_to_be_damaged() {
    let (_folder, path) = closed();
    let mut bytes = std::fs::read(&path).unwrap();
    // The first page holds the schema.
    bytes[100..4000].fill(0xA5);
    std::fs::write(&path, bytes).unwrap();
    for access in ALL {
        assert_eq!(refused(&path, access), "project_damaged");
    }
}

#[test]
fn a_file_that_is_cut_off_is_refused_and_never_a_crash() {
    let (_folder, path) = closed();
    let bytes = std::fs::read(&path).unwrap();
    for length in [99, 100, 1000, 4096, bytes.len() / 2] {
        std::fs::write(&path, &bytes[..length]).unwrap();
        for access in ALL {
            if let Ok(mut desk) = open(&path, access) {
                assert!(!desk.check(false).unwrap().ok, "{length}");
            }
        }
    }
}

#[test]
fn a_locked_file_is_said_to_be_locked() {
    let (_folder, path) = closed();
    let other = Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert_eq!(refused(&path, Access::Write), "project_locked");
    // Reading does not wait for a writer.
    assert_eq!(
        open(&path, Access::Read).unwrap().info().unwrap().figures,
        1
    );
    other.execute_batch("ROLLBACK").unwrap();
    open(&path, Access::Write).unwrap().close().unwrap();
}

#[test]
fn a_read_only_file_is_opened_for_reading_alone() {
    let (folder, path) = closed();
    set_mode(&path, 0o444);
    let before = std::fs::read(&path).unwrap();
    assert_eq!(refused(&path, Access::Write), "project_read_only");
    for access in [Access::Read, Access::WriteIfPossible] {
        let mut desk = open(&path, access).unwrap();
        assert!(desk.info().unwrap().read_only);
        assert_eq!(desk.info().unwrap().figures, 1);
        assert!(desk.check(false).unwrap().ok);
        let items = vec![item("Nobody died.", ArticleMeta::default())];
        let denied = desk.import(&ImportRequest { items }, |_| ()).unwrap_err();
        assert_eq!(denied.code(), "project_read_only");
        assert_eq!(desk.undo().unwrap_err().code(), "project_read_only");
        assert_eq!(desk.check(true).unwrap_err().code(), "project_read_only");
        desk.backup(&folder.path().join(format!("{access:?}.onrec")))
            .unwrap();
        desk.close().unwrap();
    }
    assert_eq!(std::fs::read(&path).unwrap(), before);
    assert_eq!(
        names_in(folder.path()),
        ["Read.onrec", "WriteIfPossible.onrec", "trial.onrec"]
    );
}

#[test]
fn reading_alone_changes_nothing() {
    let (_folder, path) = closed();
    let before = std::fs::read(&path).unwrap();
    let mut desk = open(&path, Access::Read).unwrap();
    assert_eq!(desk.undo().unwrap_err().code(), "project_read_only");
    desk.close().unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[test]
fn a_name_that_is_taken_is_refused() {
    let (folder, path) = closed();
    let before = std::fs::read(&path).unwrap();
    let code = |made: Result<Desk, Error>| made.err().unwrap().code();
    assert_eq!(
        code(Desk::create(&path, None, recorder(), clock)),
        "project_exists"
    );
    let nowhere = folder.path().join("no/such/folder.onrec");
    assert_eq!(
        code(Desk::create(&nowhere, None, recorder(), clock)),
        "file"
    );
    let desk = open(&path, Access::Read).unwrap();
    assert_eq!(desk.backup(&path).unwrap_err().code(), "project_exists");
    desk.close().unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), before);
    assert_eq!(names_in(folder.path()), ["trial.onrec"]);
}

#[test]
fn a_project_is_its_owners_alone_and_one_file_when_closed() {
    use std::os::unix::fs::PermissionsExt as _;
    let (trial, path) = project();
    let mode = std::fs::metadata(&path).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let copy = trial.folder().join("copy.onrec");
    trial.desk.backup(&copy).unwrap();
    let mode = std::fs::metadata(&copy).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    trial.desk.close().unwrap();
    let folder = path.parent().unwrap();
    assert_eq!(names_in(folder), ["copy.onrec", "trial.onrec"]);
    let mut copied = open(&copy, Access::Write).unwrap();
    assert_eq!(copied.info().unwrap().figures, 1);
    assert!(copied.check(false).unwrap().ok);
}

#[test]
fn a_project_without_a_title_is_called_as_its_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Valley flood.onrec");
    let desk = Desk::create(&path, Some("  "), recorder(), clock).unwrap();
    assert_eq!(desk.info().unwrap().title, "Valley flood");
}

#[test]
fn two_can_work_on_one_project() {
    let (mut trial, path) = project();
    // What was written is not yet in the file itself; the other must see it all the same.
    let mut other = open(&path, Access::Write).unwrap();
    assert_eq!(other.info().unwrap().figures, 1);
    assert!(!trial.desk.store().changed_elsewhere());
    let items = vec![item("Nobody died.", ArticleMeta::default())];
    other.import(&ImportRequest { items }, |_| ()).unwrap();
    assert!(!other.store().changed_elsewhere());
    assert!(trial.desk.store().changed_elsewhere());
    assert!(!trial.desk.store().changed_elsewhere());
    // The newest operation is the other's, whoever takes it back.
    let changes = trial.desk.undo().unwrap();
    assert_eq!(changes.operation.unwrap().command, "import");
    assert_eq!(trial.desk.info().unwrap().articles, 1);
    assert!(other.store().changed_elsewhere());
    trial.desk.redo().unwrap();
    other.close().unwrap();
    assert_eq!(trial.desk.info().unwrap().articles, 2);
    trial.desk.close().unwrap();
    assert_eq!(names_in(path.parent().unwrap()), ["trial.onrec"]);
}

#[test]
fn a_clock_that_was_set_back_does_not_change_what_undo_means() {
    use chrono::{DateTime, Duration, Utc};
    fn earlier() -> DateTime<Utc> {
        clock() - Duration::days(1)
    }
    let (trial, path) = project();
    trial.desk.close().unwrap();
    let mut desk = Desk::open(&path, Access::Write, recorder(), earlier).unwrap();
    let items = vec![item("Nobody died.", ArticleMeta::default())];
    desk.import(&ImportRequest { items }, |_| ()).unwrap();
    let newest = LogQuery {
        limit: 1,
        ..LogQuery::default()
    };
    assert_eq!(desk.log(&newest).unwrap()[0].command, "import");
    assert_eq!(desk.info().unwrap().undo.unwrap().command, "import");
    desk.undo().unwrap();
    let info = desk.info().unwrap();
    assert_eq!((info.articles, info.figures), (1, 1));
}

#[test]
fn a_project_that_vanishes_is_not_written_and_not_lost() {
    for how in ["deleted", "moved", "replaced"] {
        let (mut trial, path) = project();
        let elsewhere = trial.folder().join("elsewhere");
        match how {
            "deleted" => std::fs::remove_file(&path).unwrap(),
            "moved" => std::fs::rename(&path, &elsewhere).unwrap(),
            _ => {
                std::fs::write(&elsewhere, "something else").unwrap();
                std::fs::rename(&elsewhere, &path).unwrap();
            }
        }
        let there = std::fs::read(&path).ok();
        let items = vec![item("Nobody died.", ArticleMeta::default())];
        let denied = trial
            .desk
            .import(&ImportRequest { items }, |_| ())
            .unwrap_err();
        assert_eq!(denied.code(), "project_vanished", "{how}");
        assert_eq!(trial.desk.undo().unwrap_err().code(), "project_vanished");
        assert_eq!(trial.desk.info().unwrap().figures, 1, "{how}");
        let saved = trial.folder().join("saved.onrec");
        trial.desk.backup(&saved).unwrap();
        assert_eq!(
            std::fs::read(&path).ok(),
            there,
            "{how}: the other file was written"
        );
        let mut saved = open(&saved, Access::Write).unwrap();
        assert_eq!(saved.info().unwrap().figures, 1);
        assert!(saved.check(false).unwrap().ok, "{how}");
    }
}

#[test]
fn a_project_in_a_folder_that_cannot_be_written_is_read() {
    let (folder, path) = closed();
    set_mode(folder.path(), 0o555);
    let probe = std::fs::write(folder.path().join("probe"), b"");
    let opened = open(&path, Access::WriteIfPossible);
    let figures = opened
        .as_ref()
        .map(|desk| desk.info().unwrap().figures)
        .ok();
    let read_only = opened
        .as_ref()
        .map(|desk| desk.info().unwrap().read_only)
        .ok();
    set_mode(folder.path(), 0o755);
    assert_eq!(figures, Some(1));
    // A superuser writes there all the same.
    assert_eq!(read_only, Some(probe.is_err()));
}

#[test]
fn a_file_without_a_project_in_it_is_no_crash() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("p.onrec");
    Store::create(&path).unwrap().close().unwrap();
    let desk = open(&path, Access::Read).unwrap();
    assert_eq!(desk.info().unwrap_err().code(), "project_inconsistent");
}
