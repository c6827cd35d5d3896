//! Nothing is lost, and what cannot be opened is said to be.

use onrecord_core::api::types::{ArticleMeta, ImportItem, ImportRequest, ImportSource};
use onrecord_core::app::{Desk as Project, Recorder};
use onrecord_core::store::Access;
use std::path::Path;

use crate::desk::{Desk, sit_down};

/// Who works past the window.
pub fn someone() -> Recorder {
    Recorder {
        by: "Someone else".into(),
        device: "another".into(),
    }
}

pub fn import(project: &mut Project, title: &str) {
    let from = ImportSource::Text(format!(
        "{title}\n\nThe prefecture counted 12 injured on Monday.\n"
    ));
    let meta = ArticleMeta {
        title: Some(title.into()),
        ..ArticleMeta::default()
    };
    let request = ImportRequest {
        items: vec![ImportItem { from, meta }],
    };
    project.import(&request, |_| ()).unwrap();
}

/// A project with one article.
pub fn project(path: &Path) {
    let mut project = Project::create(path, Some("Quay"), someone(), chrono::Utc::now).unwrap();
    import(&mut project, "Crane falls on the quay");
    project.close().unwrap();
}

#[test]
fn what_another_program_changes_appears() {
    sit_down("changed-elsewhere", async |desk: &mut Desk| {
        let path = desk.file("quay.onrec");
        project(&path);
        desk.power_cut();
        desk.start(&[&path]).await;
        desk.sees("Crane falls on the quay").await;

        let mut elsewhere =
            Project::open(&path, Access::Write, someone(), chrono::Utc::now).unwrap();
        import(&mut elsewhere, "Second crane inspected");
        desk.sees("Second crane inspected").await;
        elsewhere.undo().unwrap();
        desk.no_longer_sees("Second crane inspected").await;
        elsewhere.close().unwrap();
    });
}

#[test]
fn an_unfinished_card_survives_a_power_cut() {
    sit_down("power-cut", async |desk: &mut Desk| {
        let path = desk.file("quay.onrec");
        project(&path);
        desk.power_cut();
        desk.start(&[&path]).await;
        desk.click("article", "Crane falls on the quay").await;
        desk.press("n s").await;
        desk.find("form", "New statement").await;
        desk.choose("Source", "Prefecture of the Quay").await;
        let left = desk
            .wait_for(async || desk.has_put_by("Prefecture of the Quay").then_some(()))
            .await;
        assert!(left.is_some(), "the card is put by while it is open");
        desk.power_cut();

        desk.start(&[&path]).await;
        desk.find("form", "New statement").await;
        let source = desk.find("combobox", "Source").await;
        assert_eq!(
            source.value().await.unwrap().as_deref(),
            Some("Prefecture of the Quay")
        );
    });
}

#[test]
fn what_is_no_project_is_said_to_be_none() {
    sit_down("no-project", async |desk: &mut Desk| {
        let letter = desk.write("letter.onrec", "Dear reader,");
        desk.answer("choose_project_open", &letter);
        desk.click("button", "Open a project").await;
        desk.sees("is not an Onrecord project").await;
        desk.answer("choose_project_open", desk.file("nowhere.onrec"));
        desk.click("button", "Open a project").await;
        desk.sees("There is no file at").await;
        desk.power_cut();

        // Beside one that is, it has a window to say so in.
        let quay = desk.file("quay.onrec");
        project(&quay);
        desk.start(&[&letter, &quay]).await;
        desk.sees("is not an Onrecord project").await;
        let first = desk.driver().window().await.expect("a window");
        desk.turn_to_new(&[first]).await;
        desk.find("article", "Crane falls on the quay").await;
        assert_eq!(std::fs::read_to_string(&letter).unwrap(), "Dear reader,");
    });
}
