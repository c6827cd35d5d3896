//! The sample project: what a first look at the board is promised to show.

use crate::trial::{clock, recorder};
use onrecord_core::app::Desk;
use onrecord_core::view::{
    ArticlesPage, ArticlesQuery, Board, CompareQuery, LogQuery, StatementView,
};
use std::collections::BTreeMap;

fn sample(language: &str) -> (tempfile::TempDir, Desk) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sample.onrec");
    let desk = Desk::create_sample(&path, language, recorder(), clock).unwrap();
    (folder, desk)
}

fn board(desk: &Desk) -> Board {
    desk.compare(&CompareQuery::default()).unwrap()
}

fn articles(desk: &Desk) -> ArticlesPage {
    let query = ArticlesQuery {
        limit: 50,
        ..ArticlesQuery::default()
    };
    desk.articles(&query).unwrap()
}

fn statements(desk: &Desk) -> Vec<StatementView> {
    let page = articles(desk);
    let articles = page.rows.iter().map(|row| desk.article(&row.id).unwrap());
    articles.flat_map(|article| article.statements).collect()
}

/// The words of a finding's figures, in its order.
fn figures(board: &Board, kind: &str) -> Vec<Vec<String>> {
    let words: BTreeMap<&str, &str> = board
        .rows
        .iter()
        .flat_map(|row| &row.cells)
        .flat_map(|cell| &cell.figures)
        .map(|figure| {
            (
                figure.figure_id.as_str(),
                figure.figure_text.as_deref().unwrap_or_default(),
            )
        })
        .collect();
    let found = board.findings.iter().filter(|finding| finding.kind == kind);
    found
        .map(|finding| {
            finding
                .figures
                .iter()
                .map(|id| words[id.as_str()].to_owned())
                .collect()
        })
        .collect()
}

#[test]
fn the_board_shows_one_of_each_and_nothing_unexpected() {
    for language in ["en", "fr"] {
        let (_folder, desk) = sample(language);
        let board = board(&desk);
        let kinds: Vec<&str> = board
            .findings
            .iter()
            .map(|finding| finding.kind.as_str())
            .collect();
        assert_eq!(
            kinds,
            ["conflict", "denied", "revised_up", "same_origin"],
            "{language}"
        );
        assert_eq!(figures(&board, "conflict"), [["34", "au moins 57"]]);
        assert_eq!(figures(&board, "denied"), [["61", "61"]]);
        assert_eq!(figures(&board, "revised_up"), [["31", "34"]]);
        assert_eq!(figures(&board, "same_origin"), [["912", "912"]]);
        let echo = board
            .rows
            .iter()
            .find(|row| row.measure.as_deref() == Some("detained"));
        assert_eq!(echo.unwrap().independent_origins, 1);
        let parts = board
            .rows
            .iter()
            .flat_map(|row| &row.cells)
            .flat_map(|cell| &cell.figures);
        assert_eq!(parts.filter(|figure| figure.part_of.is_some()).count(), 2);
    }
}

#[test]
fn every_quote_stands_in_its_article_and_the_file_is_sound() {
    for language in ["en", "fr"] {
        let (_folder, mut desk) = sample(language);
        let page = articles(&desk);
        let languages: Vec<_> = page
            .rows
            .iter()
            .filter_map(|row| row.language.clone())
            .collect();
        assert_eq!(languages.len(), 5);
        for wanted in ["en", "fr", "ru", "ar"] {
            assert!(
                languages.iter().any(|language| language == wanted),
                "{wanted}"
            );
        }
        for row in &page.rows {
            let article = desk.article(&row.id).unwrap();
            for statement in &article.statements {
                let words = article.text.chars().skip(statement.start as usize);
                let long = (statement.end - statement.start) as usize;
                assert_eq!(words.take(long).collect::<String>(), statement.quote);
            }
        }
        // Something is left to record, for whoever tries it.
        let first = page
            .rows
            .iter()
            .find(|row| row.title.contains("31"))
            .unwrap();
        let first = desk.article(&first.id).unwrap();
        let taken: Vec<_> = first
            .statements
            .iter()
            .map(|one| one.start..one.end)
            .collect();
        assert!(
            first
                .numbers
                .iter()
                .any(|number| taken.iter().all(|span| !span.contains(&number.0)))
        );
        let report = desk.check(false).unwrap();
        assert!(report.ok, "{:?}", report.problems);
    }
}

#[test]
fn foreign_words_have_a_translation_and_judgements_their_reasons() {
    for language in ["en", "fr"] {
        let (_folder, desk) = sample(language);
        let statements = statements(&desk);
        let translated = statements
            .iter()
            .filter(|one| one.quote_translation.is_some());
        assert!(translated.count() >= 4);
        for statement in &statements {
            let translated = statement.translation_lang.as_deref();
            assert!(translated.is_none_or(|into| into == language));
        }
        let judged = statements.iter().filter_map(|one| one.assessment.as_ref());
        assert_eq!(judged.filter(|one| !one.reasoning.is_empty()).count(), 2);
        let sources = desk.register().unwrap().sources;
        let graded: Vec<_> = sources
            .iter()
            .filter(|one| one.reliability.is_some())
            .collect();
        assert_eq!(graded.len(), 1);
        assert!(graded[0].reliability_reason.is_some());
        assert!(
            statements
                .iter()
                .any(|one| !one.via.is_empty() && one.speaker.is_some())
        );
        let everything = LogQuery {
            limit: 50,
            ..LogQuery::default()
        };
        let log = desk.log(&everything).unwrap();
        assert!(log.iter().all(|operation| operation.by == "Onrecord"));
    }
}

#[test]
fn it_is_never_made_over_a_file_that_is_there() {
    let (folder, desk) = sample("en");
    desk.close().unwrap();
    let path = folder.path().join("sample.onrec");
    let before = std::fs::read(&path).unwrap();
    assert!(Desk::create_sample(&path, "fr", recorder(), clock).is_err());
    assert_eq!(std::fs::read(&path).unwrap(), before);
}
