//! The list of articles: what is left to do in each, its orders and filters, and what is found in the words.

use crate::trial::{Said, Trial, recorder};
use onrecord_core::exchange::{FileKind, read_claims};
use onrecord_core::view::{ArticleMeta, ArticleOrder, ArticleRow, ArticlesQuery, Unfinished};

const FLOOD: &str = "Flood in the valley

The ministry said 18 people were killed. On Tuesday it put the dead at 31. Some 40 were hurt.";
const STORM: &str = "Élan of a storm

Witnesses spoke of looting. The mayor denied that anyone was looting.";
const FIRE: &str = "À Port-Selm, le feu

Six ouvriers ont été blessés, dont deux grièvement.";

/// Three articles: three numbers in the first, none in the second, two in the third.
fn project() -> (Trial, [String; 3]) {
    let mut trial = Trial::new();
    let meta = |outlet: &str, day: Option<&str>, event: Option<&str>| ArticleMeta {
        outlet: Some(outlet.to_owned()),
        published_at: day.map(str::to_owned),
        event: event.map(str::to_owned),
        ..ArticleMeta::default()
    };
    let flood = trial.import(
        FLOOD,
        meta("Valley Post", Some("2024-05-02"), Some("Flood")),
    );
    let storm = trial.import(STORM, meta("Coast Radio", None, None));
    let fire = trial.import(FIRE, meta("Le Relais", Some("2024-05-03T08:00:00Z"), None));
    (trial, [flood, storm, fire])
}

fn asked(trial: &Trial, query: ArticlesQuery) -> Vec<ArticleRow> {
    let page = trial.desk.articles(&ArticlesQuery { limit: 50, ..query });
    let page = page.unwrap();
    assert_eq!(page.total as usize, page.rows.len());
    page.rows
}

fn ids(trial: &Trial, query: ArticlesQuery) -> Vec<String> {
    let rows = asked(trial, query);
    rows.into_iter().map(|row| row.id).collect()
}

fn all(trial: &Trial) -> Vec<ArticleRow> {
    asked(trial, ArticlesQuery::default())
}

fn only(unfinished: Unfinished) -> ArticlesQuery {
    ArticlesQuery {
        only: Some(unfinished),
        ..ArticlesQuery::default()
    }
}

fn words(filter: &str) -> ArticlesQuery {
    ArticlesQuery {
        filter: Some(filter.to_owned()),
        ..ArticlesQuery::default()
    }
}

/// Statements, drafts and numbers left of each article, in order of import.
fn counts(trial: &Trial) -> Vec<(u32, u32, u32)> {
    let rows = all(trial);
    rows.iter()
        .map(|row| (row.statements, row.drafts, row.numbers_left))
        .collect()
}

#[test]
fn what_is_left_of_an_article_is_what_its_reader_walks() {
    let (mut trial, [flood, ..]) = project();
    assert_eq!(counts(&trial), [(0, 0, 3), (0, 0, 0), (0, 0, 2)]);
    for row in all(&trial) {
        let numbers = trial.desk.article(&row.id).unwrap().numbers;
        assert_eq!(row.numbers_left as usize, numbers.len(), "{}", row.title);
    }

    let said = Said {
        point: "18",
        source: Some("Ministry"),
        ..Said::default()
    };
    let (statement, _) = trial.record(&flood, "18 people", said);
    assert_eq!(counts(&trial)[0], (1, 0, 2));
    let draft = r#"{"article": "Flood in the valley", "quote": "Some 40 were hurt.", "status": "draft", "figures": [{"figure_text": "Some 40", "measure": "injured"}]}"#;
    let file = read_claims(FileKind::Jsonl, draft.as_bytes(), None).unwrap();
    assert_eq!(trial.desk.add(file, |_| ()).unwrap().statements, 1);
    assert_eq!(counts(&trial)[0], (2, 1, 1));
    assert_eq!(
        ids(&trial, only(Unfinished::Drafts)),
        std::slice::from_ref(&flood)
    );

    let waiting = trial
        .statements()
        .into_iter()
        .find(|one| one.status == "draft");
    trial.desk.dismiss(&[waiting.unwrap().id]).unwrap();
    assert_eq!(counts(&trial)[0], (1, 0, 2));
    trial.desk.undo().unwrap();
    assert_eq!(counts(&trial)[0], (2, 1, 1));
    trial.desk.delete(&[statement]).unwrap();
    assert_eq!(counts(&trial)[0], (1, 1, 2));
    assert!(trial.desk.check(false).unwrap().ok);

    while trial.desk.undo().is_ok() {}
    assert_eq!(counts(&trial), []);
    while trial.desk.redo().is_ok() {}
    assert_eq!(counts(&trial)[0], (1, 1, 2));
    assert!(trial.desk.check(false).unwrap().ok);
}

#[test]
fn numbers_are_read_in_the_language_that_the_article_is_said_to_have() {
    let (mut trial, [.., fire]) = project();
    let language = |code: &str| onrecord_core::view::ArticleEdit {
        id: fire.clone(),
        meta: ArticleMeta {
            language: Some(code.to_owned()),
            ..ArticleMeta::default()
        },
    };
    trial.desk.edit_article(&language("de")).unwrap();
    assert_eq!(counts(&trial)[2].2, 0, "no German number in French words");
    trial.desk.edit_article(&language("fr")).unwrap();
    assert_eq!(counts(&trial)[2].2, 2);
}

#[test]
fn articles_are_listed_in_every_order_and_by_what_is_left() {
    let (mut trial, [flood, storm, fire]) = project();
    let order = |order| ArticlesQuery {
        order: Some(order),
        ..ArticlesQuery::default()
    };
    for (by, expected) in [
        (ArticleOrder::Imported, [&flood, &storm, &fire]),
        (ArticleOrder::LastImported, [&fire, &storm, &flood]),
        (ArticleOrder::Published, [&fire, &flood, &storm]),
        (ArticleOrder::NumbersLeft, [&flood, &fire, &storm]),
        (ArticleOrder::Title, [&fire, &storm, &flood]),
    ] {
        assert_eq!(
            ids(&trial, order(by)),
            expected.map(String::clone),
            "{by:?}"
        );
    }
    let said = Said {
        point: "40",
        ..Said::default()
    };
    trial.record(&flood, "Some 40 were hurt", said);
    assert_eq!(
        ids(&trial, only(Unfinished::NumbersLeft)),
        [flood.clone(), fire.clone()]
    );
    assert_eq!(ids(&trial, only(Unfinished::NoStatements)), [storm, fire]);
    let event = trial.desk.register().unwrap().events[0].id.clone();
    let of_event = ArticlesQuery {
        event_id: Some(event),
        ..only(Unfinished::NumbersLeft)
    };
    assert_eq!(ids(&trial, of_event), [flood]);
}

#[test]
fn a_window_of_the_list_is_the_same_wherever_it_begins() {
    let mut trial = Trial::new();
    for number in 0..25 {
        trial.import(
            &format!("Report {number:02}\n\nNothing else."),
            ArticleMeta::default(),
        );
    }
    let window = |offset| {
        let query = ArticlesQuery {
            offset,
            limit: 10,
            order: Some(ArticleOrder::Title),
            ..ArticlesQuery::default()
        };
        let page = trial.desk.articles(&query).unwrap();
        assert_eq!(page.total, 25);
        page.rows
            .into_iter()
            .map(|row| row.title)
            .collect::<Vec<_>>()
    };
    let expected: Vec<String> = (0..25)
        .map(|number| format!("Report {number:02}"))
        .collect();
    assert_eq!([window(0), window(10), window(20)].concat(), expected);
    assert_eq!(window(25), [""; 0]);
    // Another window of the same project sees what was imported since.
    let mut other = onrecord_core::app::Desk::open(
        &trial.path,
        onrecord_core::store::Access::Write,
        recorder(),
        crate::trial::clock,
    )
    .unwrap();
    other
        .edit_article(&onrecord_core::view::ArticleEdit {
            id: trial.article_ids()[0].clone(),
            meta: ArticleMeta {
                title: Some("Zuletzt".to_owned()),
                ..ArticleMeta::default()
            },
        })
        .unwrap();
    assert_eq!(window(24), ["Zuletzt"]);
}

#[test]
fn words_are_found_in_title_outlet_and_text_and_shown_where_they_stand() {
    let (trial, [flood, storm, fire]) = project();
    for (typed, expected) in [
        ("vall", vec![&flood]),
        ("elan", vec![&storm]),
        ("RELAIS", vec![&fire]),
        ("looted", vec![&storm]),
        ("\"deux grievement\"", vec![&fire]),
        ("ministry looting", vec![]),
        ("  ", vec![&flood, &storm, &fire]),
        ("%", vec![]),
        ("\"", vec![]),
    ] {
        let expected: Vec<String> = expected.into_iter().cloned().collect();
        assert_eq!(ids(&trial, words(typed)), expected, "{typed:?}");
    }

    let [row] = asked(&trial, words("looted")).try_into().unwrap();
    let hits = row.hits.unwrap();
    let text = trial.desk.article(&storm).unwrap().text;
    let from_at: String = text.chars().skip(hits.at as usize).collect();
    assert!(from_at.starts_with("looting. The mayor"), "{from_at}");
    assert_eq!((hits.count, hits.words), (2, vec!["looting".to_owned()]));
    let marked: Vec<String> = hits
        .marks
        .iter()
        .map(|&(start, end)| {
            let piece = hits.text.chars().skip(start as usize);
            piece.take((end - start) as usize).collect()
        })
        .collect();
    assert_eq!(marked, ["looting", "looting"]);
    // What only the title's beginning has is found, and there is nothing to show of the text.
    assert!(asked(&trial, words("coast ra"))[0].hits.is_none());
}

#[test]
fn wrong_counts_are_found_and_mended() {
    let (trial, _) = project();
    let mut trial = trial.tampered(
        "UPDATE progress SET numbers_left = 9 WHERE numbers_left = 3; \
         DELETE FROM progress WHERE numbers_left = 0; \
         INSERT INTO progress VALUES ('nobody', '[]', 0, 0, 0)",
    );
    // The list is whole all the same.
    assert_eq!(counts(&trial), [(0, 0, 9), (0, 0, 0), (0, 0, 2)]);
    let report = trial.desk.check(false).unwrap();
    let kinds: Vec<&str> = report
        .problems
        .iter()
        .map(|one| one.kind.as_str())
        .collect();
    assert_eq!(kinds, ["progress"; 3]);
    let report = trial.desk.check(true).unwrap();
    assert!(report.ok);
    assert_eq!(report.repaired.len(), 3);
    assert_eq!(counts(&trial), [(0, 0, 3), (0, 0, 0), (0, 0, 2)]);
}
