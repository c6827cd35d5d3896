//! The journal for people: sentences with names, filters, what changed field by field, and going back to a chosen line.

use crate::trial::{Said, Trial, card_of, figure};
use onrecord_core::app::Error;
use onrecord_core::view::{
    AliasInput, ArticleMeta, ChangesQuery, FieldEdit, GradeInput, HistoryRow, LogQuery,
    RenameInput, SourceInput,
};
use serde_json::{Value, json};

const TEXT: &str = "In the valley 18 people died, the ministry said. Then 19 were missing.";

struct Story {
    trial: Trial,
    article: String,
    statement: String,
}

/// An article, and two statements of a ministry and a wire.
fn story() -> Story {
    let mut trial = Trial::new();
    let meta = ArticleMeta {
        title: Some("Night of the dam".to_owned()),
        ..ArticleMeta::default()
    };
    let article = trial.import(TEXT, meta);
    let said = |source, point| Said {
        source: Some(source),
        point,
        ..Said::default()
    };
    let (statement, _) = trial.record(&article, "18 people", said("Ministry", "18"));
    trial.record(&article, "19 were", said("Wire", "19"));
    Story {
        trial,
        article,
        statement,
    }
}

fn code<T>(done: Result<T, Error>) -> String {
    match done {
        Ok(_) => panic!("it was done"),
        Err(error) => error.code(),
    }
}

impl Story {
    fn rows(&self, query: LogQuery) -> Vec<HistoryRow> {
        let query = LogQuery {
            limit: 100,
            ..query
        };
        self.trial.desk.history(&query).unwrap()
    }

    fn commands(&self, query: LogQuery) -> Vec<String> {
        self.rows(query)
            .into_iter()
            .map(|row| row.operation.command)
            .collect()
    }

    fn source(&self, name: &str) -> String {
        let sources = self.trial.desk.register().unwrap().sources;
        let mut found = sources.into_iter().filter(|row| row.name == name);
        found.next().unwrap().id
    }

    fn grade(&mut self, id: &str, grade: Option<&str>, reason: &str) -> Result<(), Error> {
        let input = GradeInput {
            id: id.to_owned(),
            reliability: grade.map(str::to_owned),
            reason: reason.to_owned(),
            date: grade.map(|_| "2024-05-06".to_owned()),
        };
        self.trial.desk.grade(&input).map(|_| ())
    }
}

fn of(noun: &str) -> LogQuery {
    LogQuery {
        noun: Some(noun.to_owned()),
        ..LogQuery::default()
    }
}

fn about(id: &str) -> LogQuery {
    LogQuery {
        entity: Some(id.to_owned()),
        ..LogQuery::default()
    }
}

#[test]
fn a_line_names_what_it_was_about_even_when_that_is_gone() {
    let mut story = story();
    let statement = story.statement.clone();
    story.trial.desk.delete(&[statement]).unwrap();
    let rows = story.rows(LogQuery::default());
    let recorded = &rows[2];
    assert_eq!(recorded.operation.command, "statement_record");
    assert_eq!(recorded.article.as_deref(), Some("Night of the dam"));
    assert_eq!(recorded.source.as_deref(), Some("Ministry"));
    let touched = |row: &HistoryRow, noun: &str| {
        let mut found = row.touched.iter().filter(|one| one.noun == noun);
        found.next().map(|one| {
            (
                one.count,
                one.made,
                one.gone,
                one.only.clone().map(|only| only.name),
            )
        })
    };
    assert_eq!(
        touched(recorded, "statement"),
        Some((1, 1, 0, Some("18 people".to_owned())))
    );
    assert_eq!(
        touched(&rows[0], "figure"),
        Some((1, 0, 1, Some("18 people".to_owned())))
    );
    assert_eq!(rows[0].source.as_deref(), Some("Ministry"));
}

#[test]
fn what_changed_is_said_field_by_field_with_names() {
    let mut story = story();
    let ministry = story.source("Ministry");
    story
        .grade(&ministry, Some("C"), "Revised it twice.")
        .unwrap();
    let row = story.rows(about(&ministry)).remove(0);
    let changes = story
        .trial
        .desk
        .changes(&ChangesQuery {
            id: row.operation.id.clone(),
            offset: 0,
            limit: 10,
        })
        .unwrap();
    assert_eq!(changes.len(), 1);
    assert_eq!(changes[0].name.as_deref(), Some("Ministry"));
    let fields: Vec<_> = changes[0]
        .fields
        .iter()
        .map(|one| (one.field.as_str(), one.before.clone(), one.after.clone()))
        .collect();
    assert_eq!(
        fields,
        [
            ("reliability", Value::Null, json!("C")),
            (
                "reliability_reason",
                Value::Null,
                json!("Revised it twice.")
            ),
            ("reliability_date", Value::Null, json!("2024-05-06")),
        ]
    );
    assert_eq!(row.set, changes[0].fields);

    // Ids are names, also in what was made: a statement has the source that stands behind it.
    let made = &story.rows(about(&story.statement))[0];
    let query = ChangesQuery {
        id: made.operation.id.clone(),
        offset: 0,
        limit: 10,
    };
    let changes = story.trial.desk.changes(&query).unwrap();
    let row = changes.iter().find(|row| row.noun == "statement").unwrap();
    let source = row.fields.iter().find(|one| one.field == "source").unwrap();
    assert_eq!(
        (&source.before, &source.after),
        (&Value::Null, &json!("Ministry"))
    );
}

#[test]
fn the_value_that_several_got_is_said_once() {
    let mut story = story();
    let mut card = card_of(&story.trial.desk.statement(&story.statement).unwrap());
    let text = "18 people";
    let start = u32::try_from(TEXT.find(text).unwrap()).unwrap();
    let end = start + u32::try_from(text.len()).unwrap();
    card.figures.push(figure(start, end));
    story
        .trial
        .desk
        .edit_statement(&story.statement, &card)
        .unwrap();
    let mut card = card_of(&story.trial.desk.statement(&story.statement).unwrap());
    for one in &mut card.figures {
        one.place = Some("Kesh".to_owned());
    }
    story
        .trial
        .desk
        .edit_statement(&story.statement, &card)
        .unwrap();
    let row = &story.rows(LogQuery::default())[0];
    let set: Vec<_> = row
        .set
        .iter()
        .map(|one| (one.field.as_str(), &one.after))
        .collect();
    assert_eq!(set, [("place", &json!("Kesh"))]);
    let figures = row.touched.iter().find(|one| one.noun == "figure").unwrap();
    assert_eq!((figures.count, figures.only.is_none()), (2, true));
}

#[test]
fn lines_are_found_by_noun_person_time_and_entity() {
    let mut story = story();
    let ministry = story.source("Ministry");
    let alias = AliasInput {
        id: ministry.clone(),
        name: "MoI".to_owned(),
    };
    let alias = story.trial.desk.add_alias(&alias).unwrap().id;
    story.trial.desk.remove_alias(&alias).unwrap();
    assert_eq!(story.commands(of("article")), ["import"]);
    assert_eq!(story.commands(of("alias")), ["alias_remove", "alias"]);
    // The other name is gone, and its source remembers it.
    assert_eq!(
        story.commands(about(&ministry)),
        ["alias_remove", "alias", "statement_record"]
    );
    assert_eq!(
        story.commands(about(&story.statement)),
        ["statement_record"]
    );
    assert_eq!(story.commands(about(&story.article)), ["import"]);
    let by = |by: &str| LogQuery {
        by: Some(by.to_owned()),
        ..LogQuery::default()
    };
    assert_eq!(story.commands(by("Ada")).len(), 6);
    assert_eq!(story.commands(by("Nobody")), [""; 0]);
    assert_eq!(story.trial.desk.people().unwrap(), ["Ada"]);
    let day = |since: &str, until: &str| LogQuery {
        since: Some(since.to_owned()),
        until: Some(until.to_owned()),
        ..LogQuery::default()
    };
    let may = |from, to| {
        day(
            &format!("2024-05-{from}T00:00:00Z"),
            &format!("2024-05-{to}T00:00:00Z"),
        )
    };
    assert_eq!(story.commands(may("06", "07")).len(), 6);
    assert_eq!(story.commands(may("07", "08")).len(), 0);
    let both = LogQuery {
        noun: Some("statement".to_owned()),
        before: Some(story.rows(LogQuery::default())[2].operation.id.clone()),
        ..LogQuery::default()
    };
    assert_eq!(story.commands(both), ["statement_record"]);
}

#[test]
fn going_back_to_a_line_takes_all_or_nothing_and_one_step_does_it_all_again() {
    let mut story = story();
    let before = story.trial.everything();
    let first = story.rows(of("statement"))[0].operation.id.clone();
    let standing = story.trial.nouns();
    let ministry = story.source("Ministry");
    story.grade(&ministry, Some("B"), "Usually right.").unwrap();
    let input = RenameInput {
        id: ministry,
        name: "Ministry of the Interior".to_owned(),
        keep_old: true,
    };
    story.trial.desk.rename(&input).unwrap();
    let newest = story.rows(LogQuery::default())[0].operation.id.clone();
    let full = story.trial.nouns();

    assert_eq!(story.trial.desk.distance(&first).unwrap().operations, 3);
    let walked = story.trial.desk.undo_to(&first).unwrap();
    assert_eq!(
        (walked.operations, walked.way_back.as_str()),
        (3, newest.as_str())
    );
    assert_eq!(walked.changes.redo.map(|one| one.id), Some(first.clone()));
    assert_eq!(story.trial.desk.register().unwrap().sources.len(), 1);
    assert_eq!(story.trial.statements().len(), 1);
    // It is taken back already: once more is a mistake, and changes nothing.
    assert_eq!(code(story.trial.desk.undo_to(&first)), "nothing_to_undo");
    assert_eq!(story.trial.desk.distance(&newest).unwrap().operations, 3);
    let again = story.trial.desk.redo_to(&newest).unwrap();
    assert_eq!(again.operations, 3);
    assert_eq!(story.trial.nouns(), full);

    // A part of the way, and on from there: what was taken back is dropped for good.
    story.trial.desk.undo_to(&newest).unwrap();
    story.trial.desk.undo().unwrap();
    assert_eq!(story.trial.nouns(), standing);
    assert_eq!(story.trial.everything().len(), before.len());
    let input = SourceInput {
        name: "Herald".to_owned(),
        kind: None,
    };
    story.trial.desk.add_source(&input).unwrap();
    assert_eq!(story.trial.desk.distance(&newest).unwrap().operations, 0);
    assert_eq!(code(story.trial.desk.redo_to(&newest)), "nothing_to_redo");
    let rows = story.rows(LogQuery::default());
    assert_eq!(
        rows.iter().map(|row| row.dropped).collect::<Vec<_>>(),
        [false, true, true, false, false, false, false]
    );
    // The project itself is the floor.
    let floor = rows.last().unwrap().operation.id.clone();
    assert_eq!(code(story.trial.desk.undo_to(&floor)), "nothing_to_undo");
}

#[test]
fn a_grade_has_its_reason() {
    let mut story = story();
    let ministry = story.source("Ministry");
    assert_eq!(
        code(story.grade(&ministry, Some("C"), " ")),
        "reasoning_missing"
    );
    assert_eq!(
        code(story.grade(&ministry, Some("G"), "because")),
        "bad_value"
    );
    story
        .grade(&ministry, Some("C"), "Revised it twice.")
        .unwrap();
    story.grade(&ministry, None, "").unwrap();
    let row = story.trial.desk.register().unwrap().sources.remove(0);
    assert_eq!(
        (
            row.reliability,
            row.reliability_reason,
            row.reliability_date
        ),
        (None, None, None)
    );
    assert_eq!(
        story.commands(about(&ministry)),
        ["source_grade", "source_grade", "statement_record"]
    );
}

#[test]
fn the_history_of_a_statement_is_that_of_its_figures_too() {
    let mut story = story();
    let id = story.trial.figures()[0].id.clone();
    let fields = vec![("doubtful".to_owned(), "true".to_owned())];
    story.trial.desk.edit(&FieldEdit { id, fields }).unwrap();
    let of_it = story.commands(about(&story.statement));
    assert_eq!(of_it, ["edit", "statement_record"]);
}
