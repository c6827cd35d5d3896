//! Drafts: what was proposed and nobody has looked at stands dashed until it is accepted, dismissed or changed.

use onrecord_core::api::types::{ArticleMeta, ImportItem, ImportRequest, ImportSource};
use onrecord_core::app::{Desk as Project, Recorder};
use onrecord_core::exchange::{FileKind, read_claims};
use serde_json::{Value, json};
use std::path::Path;

use crate::desk::{Desk, sit_down};
use crate::views::word;

const QUOTES: [(&str, &str); 5] = [
    ("Ten people were killed, the Dike Office said.", "Ten"),
    ("It counted 31 injured.", "31"),
    ("The mill burned down, a neighbour said.", ""),
    ("The Harbour Office spoke of 12 missing.", "12"),
    ("Later it spoke of 14.", "14"),
];

/// A project with five drafts, as a program that reads articles adds them.
fn make(path: &Path) {
    let someone = Recorder {
        by: "Reader".into(),
        device: "another".into(),
    };
    let mut project = Project::create(path, Some("Dike"), someone, chrono::Utc::now).unwrap();
    let text: String = QUOTES
        .iter()
        .map(|(quote, _)| format!("{quote}\n\n"))
        .collect();
    let request = ImportRequest {
        items: vec![ImportItem {
            from: ImportSource::Text(format!("Night of the dike\n\n{text}")),
            meta: ArticleMeta {
                title: Some("Night of the dike".into()),
                ..ArticleMeta::default()
            },
        }],
    };
    project.import(&request, |_| ()).unwrap();
    let lines: String = QUOTES
        .iter()
        .map(|(quote, figure)| {
            let figures: Vec<Value> = [figure]
                .iter()
                .filter(|words| !words.is_empty())
                .map(|words| json!({ "figure_text": words, "measure": "killed" }))
                .collect();
            let claim = json!({ "article": "Night of the dike", "quote": quote, "source": "Dike Office",
                "status": "draft", "figures": figures });
            format!("{claim}\n")
        })
        .collect();
    let claims = read_claims(FileKind::Jsonl, lines.as_bytes(), None).unwrap();
    let added = project.add(claims, |_| ()).unwrap();
    assert!(added.refused.is_empty(), "{:?}", added.refused);
    project.close().unwrap();
}

/// Waits until so many statements of the article stand, and so many of them are drafts.
async fn stand(desk: &Desk, statements: usize, drafts: usize) {
    let count = "const marks = [...document.querySelectorAll('article mark')];
        const of = (kept) => new Set(marks.filter(kept).map((mark) => mark.dataset.mark)).size;
        return [document.querySelectorAll('[data-card]').length, of((mark) => mark.classList.contains('dashed'))]";
    let mut seen = Value::Null;
    let there = desk.wait_for(async || {
        seen = desk.script(count, json!([])).await;
        (seen == json!([statements, drafts])).then_some(())
    });
    assert!(
        there.await.is_some(),
        "{statements} statements, {drafts} drafts: {seen}"
    );
}

#[test]
fn drafts_are_decided_by_key_and_come_back() {
    sit_down("drafts", async |desk: &mut Desk| {
        let path = desk.file("dike.onrec");
        make(&path);
        desk.power_cut();
        desk.start(&[&path]).await;
        desk.find("article", "Night of the dike").await;
        stand(desk, 5, 5).await;
        desk.is_accessible("drafts").await;
        desk.keep_picture("drafts").await;

        // The first key goes to the first draft, the next ones decide and go on.
        desk.press("a").await;
        desk.find("group", "Draft, Dike Office: Ten people").await;
        desk.settle().await;
        desk.press("a").await;
        stand(desk, 5, 4).await;
        desk.settle().await;
        desk.press("x").await;
        stand(desk, 4, 3).await;
        desk.settle().await;

        // One is changed in its card, and stands then.
        desk.press("e").await;
        let card = desk.find("form", "Statement, being changed").await;
        assert!(card.text().await.unwrap().contains("The mill burned down"));
        desk.choose("Speaker", "A neighbour").await;
        desk.press("Control+Enter").await;
        stand(desk, 4, 2).await;
        desk.settle().await;

        // All that are in view are one operation, and come back as one.
        desk.press("Shift+a").await;
        stand(desk, 4, 0).await;
        desk.press("Control+z").await;
        stand(desk, 4, 2).await;
        for (statements, drafts) in [(4, 3), (5, 4), (5, 5)] {
            desk.settle().await;
            desk.press("Control+z").await;
            stand(desk, statements, drafts).await;
        }

        // What nobody has accepted is in no table unless it is asked for.
        desk.press("Control+3").await;
        desk.sees(&word("en", "claims.empty.title")).await;
        desk.click("checkbox", "Include drafts").await;
        desk.sees("5 rows").await;
    });
}
