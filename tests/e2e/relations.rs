//! Figures that point to others: every figure of a large project is found by what is typed.

use onrecord_core::api::types::{ArticleMeta, ImportItem, ImportRequest, ImportSource};
use onrecord_core::app::{Desk as Project, Recorder};
use onrecord_core::exchange::{FileKind, read_claims};
use serde_json::json;
use std::fmt::Write as _;
use std::path::Path;

use crate::desk::{Desk, sit_down};

const VILLAGES: usize = 2_400;
const LATER: &str = "The ministry later gave 77 dead.";

/// A project with one article that holds more figures than a list could, and a short one after it.
fn make(path: &Path) {
    let someone = Recorder {
        by: "Ada".into(),
        device: "another".into(),
    };
    let mut project = Project::create(path, Some("Valley"), someone, chrono::Utc::now).unwrap();
    let (mut text, mut claims) = (String::from("Tolls of the valley\n\n"), String::new());
    for village in 1..=VILLAGES {
        let quote = format!("Village V{village} counted {} dead.", village + 3_000);
        let _ = writeln!(text, "{quote}\n");
        let claim = json!({ "article": "Tolls of the valley", "quote": quote, "event": "Flood",
            "source": format!("Office of V{village}"), "figures": [{ "figure_text": format!("{}", village + 3_000), "measure": "killed" }] });
        let _ = writeln!(claims, "{claim}");
    }
    let _ = writeln!(
        claims,
        "{}",
        json!({ "article": "Later", "quote": LATER, "event": "Flood", "source": "Ministry",
            "figures": [{ "figure_text": "77", "measure": "killed" }] })
    );
    let items = [
        ("Tolls of the valley", text),
        ("Later", format!("Later\n\n{LATER}\n")),
    ]
    .map(|(title, text)| ImportItem {
        from: ImportSource::Text(text),
        meta: ArticleMeta {
            title: Some(title.into()),
            event: Some("Flood".into()),
            ..ArticleMeta::default()
        },
    })
    .into();
    project.import(&ImportRequest { items }, |_| ()).unwrap();
    let claims = read_claims(FileKind::Jsonl, claims.as_bytes(), None).unwrap();
    let added = project.add(claims, |_| ()).unwrap();
    assert!(added.refused.is_empty(), "{:?}", added.refused);
    project.close().unwrap();
}

/// Opens the card of the only statement of the short article.
async fn card(desk: &Desk) {
    desk.click("option", "Later").await;
    desk.click("article", "Later").await;
    desk.settle().await;
    desk.press("i").await;
    desk.settle().await;
    desk.press("e").await;
    desk.find("form", "Statement, being changed").await;
}

#[test]
fn a_figure_is_found_among_thousands_and_named_when_its_card_is_opened_again() {
    sit_down("relations", async |desk: &mut Desk| {
        let path = desk.file("valley.onrec");
        make(&path);
        desk.power_cut();
        desk.start(&[&path]).await;
        card(desk).await;
        desk.click("button", "Relate to another figure…").await;
        // By its number as people write it, what it counts and who gave it, in any order.
        desk.find("combobox", "The other figure").await;
        desk.type_text("v1777 killed 4,777").await;
        desk.find("option", "4,777 killed (Office of V1777)").await;
        desk.press("Enter").await;
        desk.sees("updates 4,777 killed (Office of V1777)").await;
        desk.press("Control+Enter").await;
        let related = desk.wait_for(async || {
            let found = desk.core("claims", json!({ "filter": { "contains": [["relations", "updates"]], "include_drafts": false,
                "include_confidential": true, "descending": false }, "columns": ["figure_text"], "offset": 0, "limit": 5 })).await;
            (found["rows"][0]["cells"] == json!(["77"])).then_some(())
        });
        assert!(related.await.is_some(), "the relation is kept");

        // In a new window nothing of the list is there yet, and the card names it all the same.
        desk.driver().refresh().await.unwrap();
        card(desk).await;
        desk.sees("updates 4,777 killed (Office of V1777)").await;
    });
}
