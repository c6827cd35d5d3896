//! Drafts: accepted or dismissed, they count or are gone, and one undo brings them back.

use crate::trial::{Trial, card_of, figure, statement};
use onrecord_core::app::{Asked, Error};
use onrecord_core::exchange::{FileKind, read_claims};
use onrecord_core::view::{
    ArticleMeta, FigureInput, Party, RelationInput, RelationTo, StatementInput,
};

const TEXT: &str = "Flood in the valley

The ministry said 18 people were killed. On Tuesday it put the dead at 31. Some 40 were hurt.";

/// A project with the toll of Monday, and two drafts: its update and the injured.
fn project() -> (Trial, Vec<String>) {
    let mut trial = Trial::new();
    trial.import(TEXT, ArticleMeta::default());
    let claims = r#"{"article": "Flood in the valley", "quote": "The ministry said 18 people were killed.", "source": "Ministry", "stated_at": "2024-05-01", "event": "Flood", "figures": [{"figure_text": "18", "measure": "killed", "group": "persons"}]}
{"article": "Flood in the valley", "quote": "On Tuesday it put the dead at 31.", "status": "draft", "source": "ministry", "stated_at": "2024-05-02", "event": "Flood", "figures": [{"figure_text": "31", "measure": "killed", "group": "persons"}]}
{"article": "Flood in the valley", "quote": "Some 40 were hurt.", "status": "draft", "source_as_written": "MINISTRY", "event": "Flood", "figures": [{"figure_text": "Some 40", "measure": "injured"}]}
"#;
    let file = read_claims(FileKind::Jsonl, claims.as_bytes(), None).unwrap();
    let added = trial.desk.add(file, |_| ()).unwrap();
    assert_eq!((added.statements, added.refused.len()), (3, 0));
    let drafts = trial
        .statements()
        .into_iter()
        .filter(|statement| statement.status == "draft")
        .map(|statement| statement.id)
        .collect();
    (trial, drafts)
}

fn standings(trial: &Trial) -> Vec<(String, String)> {
    let text = |text: Option<String>| text.unwrap_or_default();
    let mut found: Vec<_> = trial
        .figures()
        .into_iter()
        .map(|figure| (text(figure.point), figure.standing))
        .collect();
    found.sort();
    found
}

#[test]
fn an_accepted_draft_counts_and_one_undo_takes_it_back() {
    let (mut trial, drafts) = project();
    assert_eq!(drafts.len(), 2);
    let current = |points: [&str; 3]| points.map(|point| (point.to_owned(), "current".to_owned()));
    assert_eq!(standings(&trial), current(["18", "31", "40"]));
    let before = trial.nouns();

    // One of them twice: it is decided once.
    let ids = [drafts[0].clone(), drafts[1].clone(), drafts[0].clone()];
    let changes = trial.desk.accept(&ids).unwrap();
    assert_eq!(changes.operation.unwrap().command, "accept");
    assert!(
        trial
            .statements()
            .iter()
            .all(|one| one.status == "accepted")
    );
    assert_eq!(
        standings(&trial)[0],
        ("18".to_owned(), "superseded".to_owned())
    );
    // The one that named its source in the article's words only now has the one of the register.
    assert!(trial.statements().iter().all(|one| {
        one.source
            .as_ref()
            .is_some_and(|source| source.name == "Ministry")
    }));
    assert_eq!(trial.desk.register().unwrap().sources.len(), 1);
    assert!(trial.desk.check(false).unwrap().ok);

    trial.desk.undo().unwrap();
    assert_eq!(trial.nouns(), before);
    assert_eq!(standings(&trial), current(["18", "31", "40"]));
    assert!(trial.desk.check(false).unwrap().ok);
}

#[test]
fn what_an_accepted_draft_replaced_stands_again_when_it_is_a_draft_again() {
    let (mut trial, drafts) = project();
    let figure_of =
        |trial: &Trial, id: &str| trial.desk.statement(id).unwrap().figures[0].id.clone();
    let replaced = trial.statements()[0].id.clone();
    // Of another measure, so that nothing but the relation joins the two.
    let relation = RelationInput {
        from: figure_of(&trial, &drafts[1]),
        kind: "updates".to_owned(),
        to: figure_of(&trial, &replaced),
    };
    trial.desk.relate(&relation).unwrap();
    let standing = |trial: &Trial| {
        trial.desk.statement(&replaced).unwrap().figures[0]
            .standing
            .clone()
    };
    assert_eq!(standing(&trial), "current");
    trial.desk.accept(&drafts[1..]).unwrap();
    assert_eq!(standing(&trial), "superseded");
    trial.desk.undo().unwrap();
    assert_eq!(standing(&trial), "current");
    trial.desk.redo().unwrap();
    assert_eq!(standing(&trial), "superseded");
    assert!(trial.desk.check(false).unwrap().ok);
}

#[test]
fn a_dismissed_draft_is_shown_nowhere_and_comes_back() {
    let (mut trial, drafts) = project();
    trial.desk.dismiss(&drafts).unwrap();
    assert_eq!(trial.statements().len(), 1);
    assert_eq!(trial.desk.register().unwrap().sources[0].statements, 1);
    let stored = &trial.everything()["statement"];
    assert_eq!(
        stored
            .iter()
            .filter(|row| row.contains("dismissed"))
            .count(),
        2
    );
    trial.desk.undo().unwrap();
    assert_eq!(trial.statements().len(), 3);
    trial.desk.redo().unwrap();
    assert_eq!(trial.statements().len(), 1);
}

#[test]
fn what_is_no_draft_is_refused_and_nothing_is_done() {
    let (mut trial, drafts) = project();
    let kept = trial.statements()[0].id.clone();
    let before = trial.everything();
    for ids in [
        [drafts[0].clone(), kept],
        [drafts[0].clone(), "none".to_owned()],
    ] {
        let error = trial.desk.accept(&ids).unwrap_err();
        assert!(matches!(
            error,
            Error::Asked(Asked::NotADraft { .. } | Asked::UnknownId { .. })
        ));
    }
    assert_eq!(trial.everything(), before);
}

#[test]
fn keeping_the_card_of_a_draft_accepts_it() {
    let (mut trial, drafts) = project();
    let view = trial.desk.statement(&drafts[0]).unwrap();
    let card = StatementInput {
        note: "read twice".to_owned(),
        ..card_of(&view)
    };
    trial.desk.edit_statement(&drafts[0], &card).unwrap();
    assert_eq!(trial.desk.statement(&drafts[0]).unwrap().status, "accepted");
    assert_eq!(standings(&trial)[0].1, "superseded");
}

#[test]
fn a_card_and_its_relations_are_one_operation() {
    let (mut trial, drafts) = project();
    let first = trial.statements()[0].clone();
    let relation = |kind: &str, to: &str| RelationTo {
        kind: kind.to_owned(),
        to: to.to_owned(),
    };
    let said = |relations: Vec<RelationTo>, id: Option<String>| StatementInput {
        source: Some(Party {
            name: "Ministry".to_owned(),
            ..Party::default()
        }),
        event: Some("Flood".to_owned()),
        figures: vec![
            FigureInput {
                id,
                relations: Some(relations),
                ..figure(83, 92)
            },
            figure(92, 94),
        ],
        ..statement(&first.article_id, 62, 96)
    };
    let to = first.figures[0].id.clone();
    let before = trial.nouns();
    let kept = trial
        .desk
        .record_statement(&said(
            vec![relation("corrects", &to), relation("repeats", "#1")],
            None,
        ))
        .unwrap()
        .id;
    let view = trial.desk.statement(&kept).unwrap();
    let listed = |at: usize, view: &onrecord_core::view::StatementView| -> Vec<(String, String)> {
        let relations = view.figures[at].relations.iter();
        relations
            .map(|one| (one.kind.clone(), one.to.clone()))
            .collect()
    };
    assert_eq!(
        listed(0, &view),
        [
            ("corrects".to_owned(), to.clone()),
            ("repeats".to_owned(), view.figures[1].id.clone())
        ]
    );
    trial.desk.undo().unwrap();
    assert_eq!(trial.nouns(), before);
    trial.desk.redo().unwrap();

    // A card that names other relations ends those that it leaves out; one that names none leaves them as they are.
    let own = Some(view.figures[0].id.clone());
    trial
        .desk
        .edit_statement(&kept, &said(vec![relation("updates", &to)], own.clone()))
        .unwrap();
    let view = trial.desk.statement(&kept).unwrap();
    assert_eq!(listed(0, &view), [("updates".to_owned(), to.clone())]);
    let mut silent = said(Vec::new(), own);
    silent.figures[0].relations = None;
    trial.desk.edit_statement(&kept, &silent).unwrap();
    assert_eq!(
        listed(0, &trial.desk.statement(&kept).unwrap()),
        [("updates".to_owned(), to)]
    );

    // One that leads nowhere refuses the whole card, and so does a whole that the card leaves out.
    let before = trial.everything();
    let mut part = said(Vec::new(), Some(view.figures[0].id.clone()));
    part.figures.truncate(1);
    part.figures[0].part_of = Some(view.figures[1].id.clone());
    let refused = trial.desk.edit_statement(&kept, &part).unwrap_err();
    assert!(
        matches!(&refused, Error::Refused(refusal) if refusal.to_string().contains(&view.figures[1].id)),
        "{refused:?}"
    );
    let nowhere = said(vec![relation("updates", &drafts[0])], None);
    assert!(trial.desk.record_statement(&nowhere).is_err());
    assert_eq!(trial.everything(), before);
}
