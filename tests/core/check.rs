//! Every fault that a check must find is found and named; what is derived is rebuilt, and nothing else.

use crate::trial::{Said, Trial, clock, recorder, tamper};
use onrecord_core::app::Desk;
use onrecord_core::store::Access;
use onrecord_core::view::{ArticleMeta, CheckReport};

const TEXT: &str = "Flood in the valley\n\nAt first 18 people were said to have died. Now 25 people are said to have died.";

struct Faulty {
    trial: Trial,
    statement: String,
    older: String,
    newer: String,
}

fn project() -> Faulty {
    let mut trial = Trial::new();
    let article = trial.import(TEXT, ArticleMeta::default());
    let said = |point, as_of| Said {
        source: Some("Interior Ministry"),
        kind: Some("ministry"),
        event: Some("Flood"),
        point,
        as_of: Some(as_of),
        ..Said::default()
    };
    let (statement, older) = trial.record(&article, "18 people", said("18", "2024-05-01"));
    let (_, newer) = trial.record(&article, "25 people", said("25", "2024-05-02"));
    Faulty {
        trial,
        statement,
        older,
        newer,
    }
}

fn kinds(report: &CheckReport) -> Vec<(&str, Option<&str>)> {
    let problems = report.problems.iter();
    problems
        .map(|problem| (problem.kind.as_str(), problem.id.as_deref()))
        .collect()
}

/// What a check says of a file that was changed past the write gate, and what it says after a repair.
fn after(sql: &str) -> (Faulty, CheckReport, CheckReport) {
    let made = project();
    let mut trial = made.trial.tampered(sql);
    let report = trial.desk.check(false).unwrap();
    let repaired = trial.desk.check(true).unwrap();
    (Faulty { trial, ..made }, report, repaired)
}

#[test]
fn a_sound_project_has_no_problems() {
    let mut made = project();
    let report = made.trial.desk.check(false).unwrap();
    assert!(report.ok, "{:?}", report.problems);
    assert_eq!(made.trial.standing(&made.older), "superseded");
    let before = made.trial.everything();
    let report = made.trial.desk.check(true).unwrap();
    assert!(report.ok && report.repaired.is_empty());
    assert_eq!(made.trial.everything(), before);
}

#[test]
fn a_changed_text_is_found() {
    let (_, report, repaired) =
        after("UPDATE canonical SET text = replace(text, 'valley', 'region')");
    let found = kinds(&report);
    assert!(
        found
            .iter()
            .any(|(kind, id)| *kind == "text_changed" && id.is_some()),
        "{found:?}"
    );
    // The index then holds words that the text no longer has; that alone can be made good.
    assert!(found.iter().any(|(kind, _)| *kind == "search"));
    assert!(!repaired.ok);
    assert!(
        repaired
            .problems
            .iter()
            .all(|problem| problem.kind != "search")
    );
    assert!(
        repaired
            .problems
            .iter()
            .any(|problem| problem.kind == "text_changed")
    );
}

#[test]
fn changed_originals_are_found() {
    let (_, report, repaired) =
        after("UPDATE original SET compressed = zeroblob(length(compressed))");
    assert_eq!(kinds(&report)[0].0, "unreadable");
    assert!(kinds(&report)[0].1.is_some());
    assert!(!repaired.ok && repaired.repaired.is_empty());

    let mut first = project();
    first
        .trial
        .import("Another article, of nobody.", ArticleMeta::default());
    let swap = "UPDATE original SET compressed = (SELECT o.compressed FROM original o WHERE o.sha256 <> original.sha256)";
    let mut trial = first.trial.tampered(swap);
    let report = trial.desk.check(false).unwrap();
    // Within one statement the second row takes what the first has become.
    assert!(
        report
            .problems
            .iter()
            .any(|problem| problem.kind == "original_changed")
    );
    assert!(
        report
            .problems
            .iter()
            .all(|problem| problem.kind == "original_changed")
    );
}

#[test]
fn a_moved_anchor_and_moved_words_of_a_figure_are_found() {
    let (made, report, repaired) = after(
        "UPDATE statement SET start = start + 1, \"end\" = \"end\" + 1 WHERE quote = '18 people'",
    );
    let found = kinds(&report);
    assert!(
        found.contains(&("anchor_moved", Some(made.statement.as_str()))),
        "{found:?}"
    );
    assert!(!repaired.ok);

    let (made, report, _) =
        after("UPDATE figure SET start = start + 1 WHERE figure_text = '18 people'");
    assert_eq!(
        kinds(&report),
        [("figure_moved", Some(made.older.as_str()))]
    );
}

#[test]
fn a_wrong_standing_is_found_and_put_right() {
    let (made, report, repaired) = after(
        "UPDATE figure SET standing = CASE standing WHEN 'current' THEN 'denied' ELSE 'current' END",
    );
    let mut found = kinds(&report);
    found.sort();
    let mut expected = [&made.older, &made.newer].map(|id| ("standing", Some(id.as_str())));
    expected.sort();
    assert_eq!(found, expected);
    assert!(repaired.ok, "{:?}", repaired.problems);
    assert_eq!(repaired.repaired.len(), 2);
    assert_eq!(made.trial.standing(&made.older), "superseded");
    assert_eq!(made.trial.standing(&made.newer), "current");
}

#[test]
fn search_entries_that_are_missing_wrong_or_left_over_are_found_and_made_anew() {
    let sound = project().trial;
    for (sql, faults) in [
        ("DELETE FROM search_doc WHERE kind = 'statement'", 2),
        (
            "DELETE FROM search WHERE rowid = (SELECT rowid FROM search_doc WHERE kind = 'article')",
            1,
        ),
        (
            "UPDATE search SET stems = 'other' WHERE rowid = (SELECT rowid FROM search_doc WHERE kind = 'source')",
            1,
        ),
        (
            "INSERT INTO search_doc (kind, entity_id) VALUES ('source', 'nobody')",
            1,
        ),
    ] {
        let (made, report, repaired) = after(sql);
        assert_eq!(
            report.problems.len(),
            faults,
            "{sql}: {:?}",
            report.problems
        );
        assert!(
            report
                .problems
                .iter()
                .all(|problem| problem.kind == "search"),
            "{sql}"
        );
        assert!(repaired.ok, "{sql}: {:?}", repaired.problems);
        assert_eq!(repaired.repaired.len(), faults);
        assert_eq!(
            made.trial.searchable()["search"].len(),
            sound.searchable()["search"].len()
        );
    }
}

#[test]
fn a_broken_reference_is_found_and_left() {
    let (made, report, repaired) = after(
        "PRAGMA foreign_keys = OFF; UPDATE statement SET speaker_id = 'nobody' WHERE quote = '18 people'",
    );
    // A figure that nobody can be found to have said cannot be compared either.
    assert_eq!(
        kinds(&report),
        [
            ("reference", Some(made.statement.as_str())),
            ("unreadable", None)
        ]
    );
    assert!(
        report.problems[0].text.contains("statement")
            && report.problems[0].text.contains("speaker")
    );
    assert!(!repaired.ok && repaired.repaired.is_empty());
    let stored = &made.trial.everything()["statement"];
    assert!(stored.iter().any(|row| row.contains("speaker_id=nobody")));
}

#[test]
fn a_value_that_no_row_may_have_is_found() {
    let (_, report, repaired) = after(
        "PRAGMA ignore_check_constraints = ON; UPDATE statement SET modality = 'shouted' WHERE quote = '18 people'",
    );
    assert!(
        kinds(&report).contains(&("integrity", None)),
        "{:?}",
        report.problems
    );
    assert!(!repaired.ok);
}

#[test]
fn damaged_pages_are_found_wherever_they_are() {
    let made = project();
    let path = made.trial.path.clone();
    let keep = made.trial.folder().join("keep.onrec");
    made.trial.desk.backup(&keep).unwrap();
    made.trial.desk.close().unwrap();
    let bytes = std::fs::read(&keep).unwrap();
    let pages = bytes.len() / 4096;
    let mut found = 0;
    for page in 1..pages {
        let mut broken = bytes.clone();
        broken[page * 4096..(page + 1) * 4096].fill(0xFF);
        std::fs::write(&path, &broken).unwrap();
        // Some pages are free, and some hold what opening itself needs.
        let Ok(mut desk) = Desk::open(&path, Access::Write, recorder(), clock) else {
            continue;
        };
        let report = desk.check(false).unwrap();
        if !report.ok {
            found += 1;
            assert!(
                report
                    .problems
                    .iter()
                    .any(|p| matches!(p.kind.as_str(), "integrity" | "unreadable" | "search")),
                "{page}: {:?}",
                report.problems
            );
        }
        let _ = desk.check(true).unwrap();
    }
    assert!(found > pages / 2, "{found} of {pages}");
}

#[test]
fn a_damaged_search_index_is_made_anew() {
    let made = project();
    let path = made.trial.path.clone();
    made.trial.desk.close().unwrap();
    tamper(
        &path,
        "UPDATE search_data SET block = zeroblob(length(block)) WHERE id > 100",
    );
    let mut desk = Desk::open(&path, Access::Write, recorder(), clock).unwrap();
    assert!(!desk.check(false).unwrap().ok);
    let repaired = desk.check(true).unwrap();
    assert!(repaired.ok, "{:?}", repaired.problems);
}
