//! Reading articles into drafts: what is found waits for a person, and what is on record is left alone.

use crate::trial::{Said, Trial};
use onrecord_core::api::types::ArticleMeta;
use onrecord_core::app::{Asked, Error};
use onrecord_core::view::{AliasInput, ProjectPatch, SourceInput, StatementView};

const STORY: &str = "Fire at the harbour

At least 18 dockers were killed in the fire at Selin harbour, the Interior Ministry said on Sunday.

The Health Ministry put the number of dead at 96, of whom more than 60 in Marn.

“We will rebuild every street,” said the mayor, Ada Marin.
";

/// A project with the story, in an event, and its article's id.
fn project() -> (Trial, String) {
    let mut trial = Trial::new();
    let meta = ArticleMeta {
        language: Some("en".to_owned()),
        event: Some("Selin harbour fire".to_owned()),
        ..ArticleMeta::default()
    };
    let article = trial.import(STORY, meta);
    (trial, article)
}

fn by_source<'s>(statements: &'s [StatementView], source: &str) -> Vec<&'s StatementView> {
    let of = |one: &&StatementView| one.source.as_ref().is_some_and(|it| it.name == source);
    statements.iter().filter(of).collect()
}

#[test]
fn what_an_article_says_becomes_drafts_with_their_sources_in_one_operation() {
    let (mut trial, article) = project();
    let before = trial.nouns();
    let mut told = Vec::new();
    let drafted = trial
        .desk
        .draft(&[article], |done, total| told.push((done, total)))
        .unwrap();
    assert_eq!(told, [(1, 1)]);
    assert_eq!(drafted.changes.operation.unwrap().command, "draft");
    let statements = trial.statements();
    assert_eq!(drafted.statements as usize, statements.len());
    assert_eq!(drafted.figures, 3);
    assert!(statements.iter().all(|one| one.status == "draft"));
    let event = |one: &StatementView| one.event.as_ref().map(|event| event.name.clone());
    assert!(
        statements
            .iter()
            .all(|one| event(one).as_deref() == Some("Selin harbour fire"))
    );

    let interior = by_source(&statements, "Interior Ministry");
    assert_eq!(interior.len(), 1);
    assert_eq!(interior[0].source.as_ref().unwrap().kind, "ministry");
    let figure = &interior[0].figures[0];
    assert_eq!(figure.figure_text.as_deref(), Some("At least 18"));
    assert_eq!(figure.qualifier, "at_least");
    assert_eq!(figure.measure.as_deref(), Some("killed"));

    let health = by_source(&statements, "Health Ministry");
    assert_eq!(health[0].source.as_ref().unwrap().kind, "health_authority");
    let [whole, part] = health[0].figures.as_slice() else {
        panic!("two figures: {:?}", health[0].figures);
    };
    assert_eq!(whole.point.as_deref(), Some("96"));
    assert_eq!(part.low.as_deref(), Some("61"));

    let mayor = statements
        .iter()
        .find(|one| {
            one.speaker
                .as_ref()
                .is_some_and(|it| it.name == "Ada Marin")
        })
        .unwrap();
    assert_eq!(mayor.modality, "direct");
    assert!(trial.desk.check(false).unwrap().ok);

    trial.desk.undo().unwrap();
    assert_eq!(trial.nouns(), before);
}

#[test]
fn an_import_and_what_was_read_after_it_are_one_step() {
    let mut trial = Trial::new();
    let empty = trial.nouns();
    let article = trial.import(STORY, ArticleMeta::default());
    let import = trial.desk.info().unwrap().undo.unwrap();
    let read = std::slice::from_ref(&article);
    let drafted = trial.desk.draft_after(&import.id, read, |_, _| ()).unwrap();
    assert!(drafted.statements > 0);
    assert_eq!(drafted.changes.undo.as_ref(), Some(&import));
    let all = trial.nouns();

    let back = trial.desk.undo().unwrap();
    assert_eq!(back.operation.as_ref(), Some(&import));
    assert_eq!((back.undo, back.redo.as_ref()), (None, Some(&import)));
    assert_eq!(trial.nouns(), empty);
    let too_late = trial.desk.draft_after(&import.id, read, |_, _| ()).unwrap();
    assert_eq!(
        (too_late.statements, too_late.changes.operation),
        (0, None),
        "nothing is read for an import that was taken back"
    );
    let again = trial.desk.redo().unwrap();
    assert_eq!(again.operation, Some(import));
    assert_eq!(again.redo, None);
    assert_eq!(trial.nouns(), all);

    // What is read on being asked is a step of its own.
    let mut trial = Trial::new();
    let article = trial.import(STORY, ArticleMeta::default());
    let imported = trial.nouns();
    trial.desk.draft(&[article], |_, _| ()).unwrap();
    assert_eq!(
        trial.desk.undo().unwrap().operation.unwrap().command,
        "draft"
    );
    assert_eq!(trial.nouns(), imported);
}

#[test]
fn undo_takes_back_what_a_person_did_under_what_was_read_meanwhile() {
    let mut trial = Trial::new();
    let first = trial.import(STORY, ArticleMeta::default());
    let import = trial.desk.info().unwrap().undo.unwrap().id;
    let title = |title: &str| ProjectPatch {
        title: Some(title.to_owned()),
        method: None,
    };
    trial.desk.edit_project(&title("Other")).unwrap();
    let read = |trial: &mut Trial, ids: &[String]| {
        let drafted = trial.desk.draft_after(&import, ids, |_, _| ()).unwrap();
        assert!(drafted.statements > 0);
    };
    read(&mut trial, std::slice::from_ref(&first));
    let drafts = trial.statements().len();
    let all = trial.nouns();
    assert_eq!(
        trial.desk.undo().unwrap().operation.unwrap().command,
        "project_edit"
    );
    assert_eq!(trial.desk.info().unwrap().title, "Trial");
    assert_eq!(trial.statements().len(), drafts, "the drafts stay");
    trial.desk.redo().unwrap();
    assert_eq!(trial.nouns(), all);
    trial.desk.undo().unwrap();
    assert_eq!(
        trial.desk.undo().unwrap().operation.unwrap().command,
        "import"
    );
    assert_eq!(trial.statements().len(), 0);
    trial.desk.redo().unwrap();
    assert_eq!(trial.statements().len(), drafts);
    trial.desk.redo().unwrap();
    assert_eq!(trial.nouns(), all);

    // Drafts that rest on what a person did go with it: the source they name is the person's.
    let mut trial = Trial::new();
    let first = trial.import(STORY, ArticleMeta::default());
    let import = trial.desk.info().unwrap().undo.unwrap().id;
    let ministry = SourceInput {
        name: "Interior Ministry".to_owned(),
        kind: Some("ministry".to_owned()),
    };
    let imported = trial.nouns();
    trial.desk.add_source(&ministry).unwrap();
    trial
        .desk
        .draft_after(&import, &[first], |_, _| ())
        .unwrap();
    let all = trial.nouns();
    assert_eq!(
        trial.desk.undo().unwrap().operation.unwrap().command,
        "source_add"
    );
    assert_eq!(trial.nouns(), imported);
    while trial.desk.redo().is_ok() {}
    assert_eq!(trial.nouns(), all);
    assert!(trial.desk.check(false).unwrap().ok);
}

#[test]
fn what_is_on_record_is_not_drafted_again_whatever_became_of_it() {
    let (mut trial, article) = project();
    // Recorded by hand, with its figure.
    trial.record(
        &article,
        "At least 18",
        Said {
            source: Some("Interior Ministry"),
            point: "18",
            ..Said::default()
        },
    );
    trial.desk.draft(&[], |_, _| ()).unwrap();
    let drafts: Vec<_> = trial
        .statements()
        .into_iter()
        .filter(|one| one.status == "draft")
        .collect();
    assert!(by_source(&drafts, "Interior Ministry").is_empty());
    assert_eq!(drafts.len(), 2);
    trial.desk.accept(&[drafts[0].id.clone()]).unwrap();
    trial.desk.dismiss(&[drafts[1].id.clone()]).unwrap();

    let again = trial.desk.draft(&[article], |_, _| ()).unwrap();
    assert_eq!((again.statements, again.figures), (0, 0));
    assert!(
        again.changes.operation.is_none(),
        "reading that finds nothing new leaves no trace"
    );
    assert_eq!(trial.statements().len(), 2);
}

#[test]
fn names_meet_the_register_and_an_unclear_one_waits_for_a_person() {
    let (mut trial, article) = project();
    let ministry = SourceInput {
        name: "Ministry of the Interior of Varland".to_owned(),
        kind: Some("ministry".to_owned()),
    };
    let known = trial.desk.add_source(&ministry).unwrap().id;
    let alias = AliasInput {
        id: known.clone(),
        name: "Interior Ministry".to_owned(),
    };
    trial.desk.add_alias(&alias).unwrap();
    // Two that the article's words fit alike.
    let mut trial = trial.tampered(
        "INSERT INTO source (id, name, name_key) VALUES ('s1', 'HEALTH MINISTRY', 'health ministry'), \
         ('s2', 'health ministry', 'health ministry')",
    );

    trial.desk.draft(&[article], |_, _| ()).unwrap();
    let statements = trial.statements();
    let by_alias = statements
        .iter()
        .find(|one| one.quote.contains("18"))
        .unwrap();
    assert_eq!(by_alias.source.as_ref().unwrap().id, known);
    let unclear = statements
        .iter()
        .find(|one| one.quote.contains("96"))
        .unwrap();
    assert!(unclear.source.is_none());
    assert_eq!(
        unclear.source_as_written.as_deref(),
        Some("Health Ministry")
    );
}

#[test]
fn an_unknown_article_and_work_that_is_stopped_leave_nothing_behind() {
    let (mut trial, article) = project();
    let before = trial.everything();
    let unknown = trial
        .desk
        .draft(&[article, "none".to_owned()], |_, _| ())
        .unwrap_err();
    assert!(matches!(unknown, Error::Asked(Asked::UnknownId { id }) if id == "none"));
    let stopped = trial.desk.draft(&[], |_, _| false).unwrap_err();
    assert_eq!(stopped.code(), "stopped");
    assert_eq!(trial.everything(), before);
}

#[test]
fn a_draft_is_explained_by_the_rules_that_found_it() {
    let (mut trial, article) = project();
    trial
        .desk
        .draft(std::slice::from_ref(&article), |_, _| ())
        .unwrap();
    let statements = trial.statements();
    let interior = by_source(&statements, "Interior Ministry")[0];
    let rules = trial.desk.explain(&interior.id).unwrap();
    let rule = |code: &str| rules.iter().find(|rule| rule.code == code);
    assert_eq!(rule("subject_before").unwrap().words, "said");
    let body = rule("body_by_name").unwrap();
    assert_eq!(body.words, "Interior Ministry");
    assert_eq!(body.kind.as_deref(), Some("ministry"));

    // The title is nothing that the engine would make a statement of.
    let (title, _) = trial.record(
        &article,
        "Fire at the harbour",
        Said {
            point: "1",
            ..Said::default()
        },
    );
    assert_eq!(trial.desk.explain(&title).unwrap(), []);
}
