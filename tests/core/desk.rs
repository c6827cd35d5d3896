//! The verbs against a real file.

use chrono::{DateTime, Utc};
use onrecord_core::app::{Desk, Recorder};
use onrecord_core::view::{
    ArticleMeta, CompareQuery, FigureInput, ImportItem, ImportRequest, ImportSource, Party,
    StatementInput,
};
use tempfile::TempDir;

fn now() -> DateTime<Utc> {
    Utc::now()
}

fn recorder() -> Recorder {
    Recorder {
        by: "Ada".to_owned(),
        device: "test".to_owned(),
    }
}

fn desk() -> (TempDir, Desk) {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::create(
        &folder.path().join("p.onrec"),
        Some("Trial"),
        recorder(),
        now,
    )
    .unwrap();
    (folder, desk)
}

const TEXT: &str = "Flood in the valley\n\nAt least 18 people were killed, the interior ministry said. Some 40 were hurt.";

fn import(desk: &mut Desk) -> String {
    let request = ImportRequest {
        items: vec![ImportItem {
            from: ImportSource::Text(TEXT.to_owned()),
            meta: ArticleMeta {
                outlet: Some("The Valley Post".to_owned()),
                published_at: Some("2024-05-02".to_owned()),
                event: Some("Flood".to_owned()),
                ..ArticleMeta::default()
            },
        }],
    };
    desk.import(&request, |_| ())
        .unwrap()
        .results
        .remove(0)
        .article_id
        .unwrap()
}

fn figure(start: u32, end: u32) -> FigureInput {
    FigureInput {
        id: None,
        start: Some(start),
        end: Some(end),
        qualifier: Some("at_least".to_owned()),
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
        place: Some("Valley > Upper Town".to_owned()),
        period_start: None,
        period_end: None,
        as_of: None,
        counting: None,
        basis: None,
        stance: "asserts".to_owned(),
        doubtful: false,
        part_of: None,
    }
}

fn statement(article_id: &str) -> StatementInput {
    StatementInput {
        article_id: article_id.to_owned(),
        start: 21,
        end: 53,
        modality: None,
        speaker: None,
        speaker_role: None,
        source: Some(Party {
            id: None,
            name: "Interior Ministry".to_owned(),
            kind: Some("ministry".to_owned()),
        }),
        source_as_written: None,
        source_quote: None,
        via: Vec::new(),
        stated_at: None,
        event: Some("Flood".to_owned()),
        quote_translation: None,
        translation_lang: None,
        translated_by: None,
        note: String::new(),
        tags: vec!["toll".to_owned()],
        confidential: false,
        figures: vec![figure(21, 32)],
    }
}

#[test]
fn a_statement_is_recorded_edited_and_taken_back() {
    let (_folder, mut desk) = desk();
    let article = import(&mut desk);
    let written = desk.record_statement(&statement(&article)).unwrap();
    let view = desk.article(&article).unwrap();
    let [kept] = view.statements.as_slice() else {
        panic!("one statement")
    };
    assert_eq!(kept.quote, "At least 18 people were killed, ");
    let [number] = kept.figures.as_slice() else {
        panic!("one figure")
    };
    assert_eq!(
        (
            number.figure_text.as_deref(),
            number.low.as_deref(),
            number.high.as_deref()
        ),
        (Some("At least 18"), Some("18"), None)
    );
    assert_eq!(number.place.as_deref(), Some("Valley > Upper Town"));
    assert_eq!(written.changes.statements, [kept.id.clone()]);

    let unchanged = desk
        .edit_statement(
            &kept.id,
            &StatementInput {
                figures: vec![FigureInput {
                    id: Some(number.id.clone()),
                    ..figure(21, 32)
                }],
                ..statement(&article)
            },
        )
        .unwrap();
    assert_eq!(unchanged.changes.operation, None);

    desk.undo().unwrap();
    assert!(desk.article(&article).unwrap().statements.is_empty());
    desk.redo().unwrap();
    assert_eq!(desk.article(&article).unwrap().statements.len(), 1);
    assert!(desk.check(false).unwrap().ok);
    let board = desk
        .compare(&CompareQuery {
            event: Some("flood".to_owned()),
            ..CompareQuery::default()
        })
        .unwrap();
    assert_eq!(board.event.as_deref(), Some("Flood"));
}
