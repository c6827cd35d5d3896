//! The verbs against a real file.

use crate::trial::{Trial, figure, statement};
use onrecord_core::view::{
    ArticleMeta, AssessmentInput, BoardCsvQuery, CompareQuery, FigureInput, Party, StatementInput,
};

const TEXT: &str = "Flood in the valley\n\nAt least 18 people were killed, the interior ministry said. Some 40 were hurt.";

fn project() -> (Trial, String) {
    let mut trial = Trial::new();
    let article = trial.import(
        TEXT,
        ArticleMeta {
            outlet: Some("The Valley Post".to_owned()),
            published_at: Some("2024-05-02".to_owned()),
            event: Some("Flood".to_owned()),
            ..ArticleMeta::default()
        },
    );
    (trial, article)
}

fn killed() -> FigureInput {
    FigureInput {
        qualifier: Some("at_least".to_owned()),
        place: Some("Valley > Upper Town".to_owned()),
        ..figure(21, 32)
    }
}

fn said(article: &str) -> StatementInput {
    StatementInput {
        source: Some(Party {
            id: None,
            name: "Interior Ministry".to_owned(),
            kind: Some("ministry".to_owned()),
        }),
        event: Some("Flood".to_owned()),
        tags: vec!["toll".to_owned()],
        figures: vec![killed()],
        ..statement(article, 21, 53)
    }
}

#[test]
fn a_statement_is_recorded_edited_and_taken_back() {
    let (mut trial, article) = project();
    let written = trial.desk.record_statement(&said(&article)).unwrap();
    let view = trial.desk.article(&article).unwrap();
    let [kept] = view.statements.as_slice() else {
        panic!("one statement")
    };
    assert_eq!(kept.quote, "At least 18 people were killed, ");
    let [number] = kept.figures.as_slice() else {
        panic!("one figure")
    };
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    assert_eq!(text(&number.figure_text), "At least 18");
    assert_eq!(
        (text(&number.low), number.high.as_deref()),
        ("18".to_owned(), None)
    );
    assert_eq!(text(&number.place), "Valley > Upper Town");
    assert_eq!(written.changes.statements, std::slice::from_ref(&kept.id));

    let same = StatementInput {
        figures: vec![FigureInput {
            id: Some(number.id.clone()),
            ..killed()
        }],
        ..said(&article)
    };
    let unchanged = trial.desk.edit_statement(&kept.id, &same).unwrap();
    assert_eq!(unchanged.changes.operation, None);

    trial.desk.undo().unwrap();
    assert!(trial.desk.article(&article).unwrap().statements.is_empty());
    trial.desk.redo().unwrap();
    assert_eq!(trial.desk.article(&article).unwrap().statements.len(), 1);
    assert!(trial.desk.check(false).unwrap().ok);
    let query = CompareQuery {
        event: Some("flood".to_owned()),
        ..CompareQuery::default()
    };
    assert_eq!(
        trial.desk.compare(&query).unwrap().event.as_deref(),
        Some("Flood")
    );
}

#[test]
fn a_board_is_had_as_csv_whole_or_of_some_figures() {
    let (mut trial, article) = project();
    let two = StatementInput {
        figures: vec![killed(), figure(21, 32)],
        ..said(&article)
    };
    trial.desk.record_statement(&two).unwrap();
    let board = trial.desk.compare(&CompareQuery::default()).unwrap();
    let cells = board.rows.iter().flat_map(|row| &row.cells);
    let ids: Vec<String> = cells
        .flat_map(|cell| &cell.figures)
        .map(|figure| figure.figure_id.clone())
        .collect();
    let lines = |figures: Option<Vec<String>>| -> Vec<String> {
        let query = CompareQuery::default();
        let asked = BoardCsvQuery { query, figures };
        let csv = trial.desk.compare_csv(&asked).unwrap().csv;
        csv.lines().map(str::to_owned).collect()
    };
    let whole = lines(None);
    let [head, first, second] = whole.as_slice() else {
        panic!("a head and two lines: {whole:?}")
    };
    assert!(head.starts_with("event,measure,"));
    assert!(first.contains(&ids[0]) && second.contains(&ids[1]));
    assert_eq!(
        lines(Some(vec![ids[1].clone()])),
        [head.clone(), second.clone()]
    );
    assert_eq!(lines(Some(Vec::new())), std::slice::from_ref(head));
}

#[test]
fn a_judgement_that_was_taken_back_stands_in_no_ones_way() {
    let (mut trial, article) = project();
    let id = trial.desk.record_statement(&said(&article)).unwrap().id;
    let judged = AssessmentInput {
        id: id.clone(),
        status: "verified".to_owned(),
        grade: None,
        rule: None,
        reasoning: "Two lists agree.".to_owned(),
    };
    trial.desk.assess(&judged).unwrap();
    trial.desk.undo().unwrap();
    assert!(trial.everything()["assessment"][0].ends_with("hidden=1"));
    assert!(trial.desk.statement(&id).unwrap().assessment.is_none());
    // Deleting takes the hidden one along; taking back the statement itself does so too, and leaves no trace of it.
    trial.desk.delete(&[id]).unwrap();
    let deleted = trial.nouns();
    trial.desk.undo().unwrap();
    trial.desk.undo().unwrap();
    trial.desk.redo().unwrap();
    trial.desk.redo().unwrap();
    assert_eq!(trial.nouns(), deleted);
    while trial.desk.undo().is_ok() {}
    while trial.desk.redo().is_ok() {}
    assert_eq!(trial.nouns(), deleted);
    assert!(trial.desk.check(false).unwrap().ok);
}
