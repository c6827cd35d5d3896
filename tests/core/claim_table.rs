//! The claim table: windows onto it, its export, changes to many of its rows, and its sets of columns.

use crate::trial::{Said, Trial, clock, item, recorder, statement, tamper};
use onrecord_core::api::{self, Session, Stop, Work};
use onrecord_core::app::{CsvOptions, Desk};
use onrecord_core::store::Access;
use onrecord_core::view::{
    ArticleMeta, ClaimRow, ClaimsEdit, ClaimsFilter, ClaimsPage, ClaimsQuery, ColumnSetInput,
    ExportRequest, FiguresQuery, ImportRequest, LogQuery,
};
use serde_json::json;
use std::sync::atomic::Ordering;

const TEXT: &str = "At least 18 died, the ministry said. Officials counted 40. A hospital spoke of 7. \
    The union gave 1,300. Nobody knows more.";

/// Four figures of four sources in two articles, a statement without figures, one that is confidential.
fn project() -> (Trial, Vec<String>) {
    let mut trial = Trial::new();
    let first = trial.import(TEXT, ArticleMeta::default());
    let second = trial.import(&format!("Later.\n\n{TEXT}"), ArticleMeta::default());
    let mut ids = Vec::new();
    for (article, words, source, point) in [
        (&first, "18 died", "Zoé Relief", "18"),
        (&first, "Officials counted 40", "Élan vital", "40"),
        (&second, "spoke of 7", "attic hospital", "7"),
        (&second, "1,300", "Bakers", "1300"),
    ] {
        let said = Said {
            source: Some(source),
            event: Some("Flood"),
            point,
            place: Some("Valley > Upper Town"),
            ..Said::default()
        };
        ids.push(trial.record(article, words, said).1);
    }
    let bare = trial.desk.record_statement(&statement(&first, 83, 95));
    ids.push(bare.unwrap().id);
    (trial, ids)
}

fn query(filter: ClaimsFilter, offset: u32, limit: u32) -> ClaimsQuery {
    ClaimsQuery {
        filter,
        columns: ["source", "low", "place", "quote"]
            .map(str::to_owned)
            .into(),
        offset,
        limit,
        at_once: None,
    }
}

fn sorted(column: &str, descending: bool) -> ClaimsFilter {
    ClaimsFilter {
        sort: Some(column.to_owned()),
        descending,
        ..ClaimsFilter::default()
    }
}

fn cells(page: &ClaimsPage, at: usize) -> Vec<&str> {
    let cell = |row: &ClaimRow| row.cells[at].as_deref().unwrap_or("–").to_owned();
    page.rows
        .iter()
        .map(|row| cell(row).leak() as &str)
        .collect()
}

#[test]
fn a_window_shows_what_the_export_has_there() {
    let (trial, _) = project();
    for filter in [
        ClaimsFilter::default(),
        sorted("low", true),
        sorted("source", false),
        ClaimsFilter {
            contains: vec![("quote".to_owned(), "SAID".to_owned())],
            ..ClaimsFilter::default()
        },
    ] {
        let whole = query(filter.clone(), 0, 100);
        let mut csv = Vec::new();
        let raw = CsvOptions {
            raw: true,
            ..CsvOptions::default()
        };
        let written = trial
            .desk
            .write_csv(&mut csv, &filter, &whole.columns, raw, |_| ());
        let (rows, _) = written.unwrap();
        let exported: Vec<Vec<String>> = csv::Reader::from_reader(csv.as_slice())
            .records()
            .map(|record| record.unwrap().iter().map(str::to_owned).collect())
            .collect();
        let mut shown = Vec::new();
        for offset in 0..=rows {
            let page = trial
                .desk
                .claims(&query(filter.clone(), offset, 1))
                .unwrap();
            assert_eq!(page.total, Some(rows));
            shown.extend(page.rows.into_iter().map(|row| {
                let cells = row.cells.into_iter().map(Option::unwrap_or_default);
                cells.collect::<Vec<_>>()
            }));
        }
        assert_eq!(shown, exported, "{filter:?}");
    }
}

#[test]
fn numbers_sort_by_size_and_names_as_a_reader_looks_them_up() {
    let (trial, _) = project();
    let page = trial
        .desk
        .claims(&query(sorted("low", false), 0, 9))
        .unwrap();
    assert_eq!(cells(&page, 1), ["7", "18", "40", "1300", "–"]);
    let page = trial
        .desk
        .claims(&query(sorted("low", true), 0, 9))
        .unwrap();
    assert_eq!(cells(&page, 1), ["1300", "40", "18", "7", "–"]);
    let page = trial
        .desk
        .claims(&query(sorted("source", false), 0, 9))
        .unwrap();
    let names = ["attic hospital", "Bakers", "Élan vital", "Zoé Relief", "–"];
    assert_eq!(cells(&page, 0), names);
    let some = ClaimsFilter {
        one_of: vec![(
            "source".to_owned(),
            vec!["Bakers".to_owned(), "No".to_owned()],
        )],
        ..ClaimsFilter::default()
    };
    let page = trial.desk.claims(&query(some, 0, 9)).unwrap();
    assert_eq!((page.total, cells(&page, 0)), (Some(1), vec!["Bakers"]));
}

#[test]
fn a_window_follows_whatever_changes_the_project() {
    let (mut trial, ids) = project();
    let all = query(sorted("low", false), 0, 9);
    assert_eq!(trial.desk.claims(&all).unwrap().total, Some(5));
    trial.desk.delete(&ids[..1]).unwrap();
    let page = trial.desk.claims(&all).unwrap();
    assert_eq!(cells(&page, 1), ["7", "40", "1300", "–", "–"]);
    trial.desk.undo().unwrap();
    assert_eq!(cells(&trial.desk.claims(&all).unwrap(), 1)[1], "18");
    // By somebody else, while it is open here; and seen by one who only reads.
    let reader = Desk::open(&trial.path, Access::Read, recorder(), clock).unwrap();
    assert_eq!(cells(&reader.claims(&all).unwrap(), 1)[1], "18");
    tamper(
        &trial.path,
        "UPDATE figure SET low = '19', high = '19' WHERE low = '18'",
    );
    assert_eq!(cells(&trial.desk.claims(&all).unwrap(), 1)[1], "19");
    assert_eq!(cells(&reader.claims(&all).unwrap(), 1)[1], "19");
}

#[test]
fn the_first_rows_are_there_before_all_are_counted() {
    let (trial, _) = project();
    let first = ClaimsQuery {
        at_once: Some(true),
        ..query(ClaimsFilter::default(), 0, 2)
    };
    let early = trial.desk.claims(&first).unwrap();
    assert_eq!((early.total, early.rows.len()), (None, 2));
    let counted = query(ClaimsFilter::default(), 0, 2);
    let page = trial.desk.claims(&counted).unwrap();
    assert_eq!(page.total, Some(5));
    assert_eq!(cells(&page, 3), cells(&early, 3));
    assert_eq!(trial.desk.claims(&first).unwrap().total, Some(5));
}

#[test]
fn figures_are_found_by_what_they_are_known_by() {
    let (trial, ids) = project();
    let found = |query: FiguresQuery| -> Vec<String> {
        let columns = vec!["point".to_owned()];
        let rows = trial.desk.figures(&FiguresQuery {
            columns,
            limit: 10,
            ..query
        });
        let point = |row: ClaimRow| row.cells[0].clone().unwrap();
        rows.unwrap().into_iter().map(point).collect()
    };
    let of = |words: &[&[&str]]| FiguresQuery {
        event: Some("flood".to_owned()),
        words: words
            .iter()
            .map(|either| either.iter().map(|&word| word.to_owned()).collect())
            .collect(),
        ..FiguresQuery::default()
    };
    assert_eq!(
        found(of(&[])),
        ["7", "1300", "18", "40"],
        "the newest article first"
    );
    assert_eq!(found(of(&[&["ELAN"]])), ["40"]);
    assert_eq!(found(of(&[&["zoe"], &["1,8", "18"], &["upper"]])), ["18"]);
    assert_eq!(found(of(&[&["zoe"], &["1300"]])), [""; 0]);
    assert_eq!(
        found(of(&[&["later."]])),
        ["7", "1300"],
        "the title of the article"
    );
    assert_eq!(
        found(FiguresQuery::default()),
        [""; 0],
        "none is of no event"
    );
    let named = trial.desk.figures(&FiguresQuery {
        ids: vec![
            trial
                .desk
                .statement(&ids[1])
                .map_or(ids[1].clone(), |one| one.figures[0].id.clone()),
        ],
        limit: 10,
        ..FiguresQuery::default()
    });
    assert_eq!(named.unwrap().len(), 1, "by its id, whatever the event");
    let unknown = trial.desk.figures(&FiguresQuery {
        event: Some("Storm".to_owned()),
        ..FiguresQuery::default()
    });
    assert!(unknown.is_err());
}

#[test]
fn an_export_that_is_stopped_leaves_the_file_as_it_was() {
    let (trial, _) = project();
    let path = trial.folder().join("table.csv");
    std::fs::write(&path, "mine").unwrap();
    let request = ExportRequest {
        path: path.to_string_lossy().into_owned(),
        filter: ClaimsFilter::default(),
        columns: vec!["quote".to_owned()],
        bom: false,
    };
    let mut told = Vec::new();
    let stopped = trial.desk.export_csv(&request, |row| {
        told.push(row);
        row < 3
    });
    assert_eq!(stopped.unwrap_err().code(), "stopped");
    assert_eq!(told, [1, 2, 3]);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
    let beside = std::fs::read_dir(trial.folder()).unwrap();
    let parts = beside.filter(|entry| {
        let name = entry.as_ref().unwrap().file_name();
        name.to_string_lossy().contains(".part")
    });
    assert_eq!(parts.count(), 0);
    assert_eq!(trial.desk.export_csv(&request, |_| true).unwrap().rows, 5);
}

#[test]
fn an_import_that_is_stopped_brings_nothing_in() {
    let (mut trial, _) = project();
    let before = trial.everything();
    let items = (0..5).map(|n| item(&format!("Article number {n}."), ArticleMeta::default()));
    let request = ImportRequest {
        items: items.collect(),
    };
    let stopped = trial.desk.import(&request, |done| done < 3);
    assert_eq!(stopped.unwrap_err().code(), "stopped");
    assert_eq!(trial.everything(), before);
    let imported = trial.desk.import(&request, |_| true).unwrap();
    assert_eq!(imported.changes.articles.len(), 5);
}

#[test]
fn long_reading_goes_on_beside_the_desk_tells_how_far_it_is_and_can_be_stopped() {
    let (trial, _) = project();
    let mut session = Session::new(recorder());
    let ask = |session: &mut Session, name: &str, params, work: &mut Work<'_>| {
        api::call(session, name, params, work)
    };
    let path = json!({ "path": trial.path });
    assert_eq!(session.aside().err().unwrap().code, "no_project");
    ask(&mut session, "project_open", path, &mut Work::unseen()).unwrap();
    let mut aside = session.aside().unwrap();
    let claims = json!({
        "filter": ClaimsFilter::default(), "columns": ["quote"], "offset": 0, "limit": 9
    });
    let page = ask(&mut aside, "claims", claims.clone(), &mut Work::unseen()).unwrap();
    assert_eq!(page["total"], 5);
    // What is written at the desk is seen beside it.
    let undone = ask(&mut session, "undo", json!({}), &mut Work::unseen());
    assert!(undone.is_ok());
    let page = ask(&mut aside, "claims", claims, &mut Work::unseen()).unwrap();
    assert_eq!(page["total"], 4);
    let written = ask(&mut aside, "undo", json!({}), &mut Work::unseen());
    assert_eq!(written.unwrap_err().code, "project_read_only");

    let target = trial.folder().join("out.csv");
    let export = json!({
        "path": target, "filter": ClaimsFilter::default(), "columns": ["quote"], "bom": false
    });
    let stop = Stop::default();
    stop.store(true, Ordering::Relaxed);
    let mut work = Work::new(stop, |_, _| ());
    let stopped = ask(&mut aside, "export_csv", export.clone(), &mut work);
    assert_eq!(stopped.unwrap_err().code, "stopped");
    assert!(!target.exists());
    ask(&mut aside, "export_csv", export, &mut Work::unseen()).unwrap();
    assert!(target.exists());
}

fn edit(field: &str, value: &str) -> ClaimsEdit {
    ClaimsEdit {
        field: field.to_owned(),
        value: value.to_owned(),
        ..ClaimsEdit::default()
    }
}

#[test]
fn many_rows_are_changed_as_one_operation() {
    let (mut trial, ids) = project();
    let before = trial.nouns();
    let chosen = ClaimsEdit {
        ids: ids[..3].to_vec(),
        ..edit("event", "Second flood")
    };
    let tried = ClaimsEdit {
        try_only: true,
        ..chosen.clone()
    };
    let would = trial.desk.edit_claims(&tried, |_, _| ()).unwrap();
    assert_eq!((would.statements, would.figures, would.refused), (3, 0, 0));
    assert_eq!(
        (would.changes.operation, trial.nouns()),
        (None, before.clone())
    );

    let mut told = Vec::new();
    let edited = trial
        .desk
        .edit_claims(&chosen, |done, of| told.push((done, of)));
    let edited = edited.unwrap();
    assert_eq!(told, [(1, 3), (2, 3), (3, 3)]);
    assert_eq!(edited.changes.statements.len(), 3);
    let events = |trial: &Trial| -> Vec<_> {
        let named = |event: onrecord_core::view::Named| event.name;
        let statements = trial.statements().into_iter();
        statements
            .map(|one| one.event.map(named).unwrap_or_default())
            .collect()
    };
    assert_eq!(
        events(&trial),
        ["Second flood", "Second flood", "", "Second flood", "Flood"]
    );
    let newest = LogQuery {
        limit: 1,
        ..LogQuery::default()
    };
    let line = &trial.desk.log(&newest).unwrap()[0];
    assert_eq!(
        (line.command.as_str(), json!(line.detail)),
        (
            "claims_edit",
            json!({ "field": "event", "value": "Second flood", "statements": 3, "figures": 0 })
        )
    );
    // What is so already does not change, and leaves no line.
    let again = trial.desk.edit_claims(&chosen, |_, _| ()).unwrap();
    assert_eq!((again.statements, again.changes.operation), (0, None));
    trial.desk.undo().unwrap();
    assert_eq!(trial.nouns(), before);
    assert!(trial.desk.check(false).unwrap().ok);
}

#[test]
fn all_that_the_filter_shows_is_changed_but_what_is_left_out() {
    let (mut trial, ids) = project();
    let flood = ClaimsEdit {
        filter: ClaimsFilter {
            contains: vec![("quote".to_owned(), "o".to_owned())],
            event: Some("flood".to_owned()),
            ..ClaimsFilter::default()
        },
        all: true,
        ids: ids[1..2].to_vec(),
        ..edit("group", "civilians")
    };
    let edited = trial.desk.edit_claims(&flood, |_, _| ()).unwrap();
    let groups: Vec<_> = trial.figures().into_iter().map(|one| one.group).collect();
    let civilians = Some("civilians".to_owned());
    assert_eq!(edited.figures, 1);
    assert_eq!(groups, [None, None, civilians, None]);

    let tags = ClaimsEdit {
        all: true,
        ..edit("add_tags", "toll; to check")
    };
    assert_eq!(
        trial.desk.edit_claims(&tags, |_, _| ()).unwrap().statements,
        5
    );
    let fewer = ClaimsEdit {
        ids: ids[4..].to_vec(),
        ..edit("remove_tags", "toll")
    };
    assert_eq!(
        trial
            .desk
            .edit_claims(&fewer, |_, _| ())
            .unwrap()
            .statements,
        1
    );
    let kept: Vec<usize> = trial
        .statements()
        .iter()
        .map(|one| one.tags.len())
        .collect();
    assert_eq!(kept, [2, 2, 1, 2, 2]);

    let judged = ClaimsEdit {
        all: true,
        reasoning: Some("Two lists agree.".to_owned()),
        ..edit("assessment", "verified")
    };
    let edited = trial.desk.edit_claims(&judged, |_, _| ()).unwrap();
    assert_eq!((edited.statements, edited.figures), (1, 4));
    let of = ClaimsFilter {
        one_of: vec![("assessment".to_owned(), vec!["verified".to_owned()])],
        ..ClaimsFilter::default()
    };
    assert_eq!(trial.desk.claims_total(&of).unwrap(), 5);
}

#[test]
fn a_change_that_one_row_refuses_changes_none() {
    let (mut trial, _) = project();
    let before = trial.everything();
    let refused = ClaimsEdit {
        all: true,
        ..edit("as_of", "last Tuesday")
    };
    let answer = trial.desk.edit_claims(&refused, |_, _| ()).unwrap();
    assert_eq!((answer.refused, answer.refusals.len()), (4, 4));
    assert_eq!(answer.refusals[0].quote, "18 died");
    assert_eq!(answer.refusals[0].error.code, "not_a_date");
    let unreasoned = ClaimsEdit {
        all: true,
        ..edit("assessment", "verified")
    };
    let answer = trial.desk.edit_claims(&unreasoned, |_, _| ()).unwrap();
    assert_eq!(answer.refusals[0].error.code, "reasoning_missing");
    let quote = ClaimsEdit {
        all: true,
        ..edit("quote", "other words")
    };
    let error = trial.desk.edit_claims(&quote, |_, _| ()).unwrap_err();
    assert_eq!(error.code(), "unknown_field");
    let stopped = ClaimsEdit {
        all: true,
        ..edit("event", "Third flood")
    };
    let error = trial.desk.edit_claims(&stopped, |done, _| done < 2);
    assert_eq!(error.unwrap_err().code(), "stopped");
    assert_eq!(trial.everything(), before);
}

#[test]
fn sets_of_columns_are_saved_renamed_overwritten_and_deleted() {
    let (mut trial, _) = project();
    let sets = |trial: &Trial| -> Vec<(String, Vec<String>)> {
        let saved = trial.desk.column_sets().unwrap().saved.into_iter();
        saved.map(|set| (set.name, set.columns)).collect()
    };
    let columns = |names: &[&str]| Some(names.iter().map(|one| (*one).to_owned()).collect());
    let input = |id: Option<&String>, name: &str, columns| ColumnSetInput {
        id: id.cloned(),
        name: name.to_owned(),
        columns,
    };
    let made = trial
        .desk
        .save_columns(&input(None, "  Front page ", columns(&["source", "low"])))
        .unwrap();
    assert_eq!(made.changes.column_sets, std::slice::from_ref(&made.id));
    let id = Some(&made.id);
    let taken = trial
        .desk
        .save_columns(&input(None, "front PAGE", columns(&["low"])));
    assert_eq!(taken.unwrap_err().code(), "name_taken");
    let unknown = trial
        .desk
        .save_columns(&input(None, "B", columns(&["price"])));
    assert_eq!(unknown.unwrap_err().code(), "unknown_column");
    trial.desk.save_columns(&input(id, "Desk", None)).unwrap();
    trial
        .desk
        .save_columns(&input(id, "Desk", columns(&["quote", "source"])))
        .unwrap();
    let now = vec![(
        "Desk".to_owned(),
        vec!["quote".to_owned(), "source".to_owned()],
    )];
    assert_eq!(sets(&trial), now);
    trial.desk.delete(std::slice::from_ref(&made.id)).unwrap();
    assert!(sets(&trial).is_empty());
    let back = trial.desk.undo().unwrap();
    assert_eq!((back.column_sets, sets(&trial)), (vec![made.id], now));
    let publication = trial.desk.column_sets().unwrap().publication;
    assert!(publication.contains(&"quote".to_owned()) && !publication.contains(&"note".to_owned()));
}
