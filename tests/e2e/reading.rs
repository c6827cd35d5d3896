//! An article is read as it comes in: its drafts are accepted one after the other, and Compare has the finding.

use onrecord_core::app::{Desk as Project, Recorder};
use serde_json::json;

use crate::desk::{Desk, sit_down};
use crate::keys::{STORY, claims, cost, press};

const WRONG: &str = "Fire at Selin harbour

At least 18 dockers were killed in the fire, the Interior Ministry said on Sunday.
";

/// How many drafts there are in the only article.
async fn drafts(desk: &Desk) -> usize {
    let list = desk
        .core("articles", json!({ "offset": 0, "limit": 1 }))
        .await;
    let article = desk
        .core("article", json!({ "id": list["rows"][0]["id"] }))
        .await;
    let statements = article["statements"].as_array().unwrap();
    let drafts = statements.iter().filter(|one| one["status"] == "draft");
    drafts.count()
}

/// Switches off the reading of what comes in: a job done by hand has no drafts in its way.
pub async fn leave_unread(desk: &Desk) {
    desk.press("Control+,").await;
    desk.click("checkbox", "Read articles as they come in")
        .await;
    desk.press("Escape").await;
}

#[test]
fn an_imported_article_is_read_accepted_and_compared() {
    sit_down("reading", async |desk: &mut Desk| {
        let path = desk.file("read.onrec");
        let someone = Recorder {
            by: "Ada".into(),
            device: "test".into(),
        };
        let project = Project::create(&path, None, someone, chrono::Utc::now).unwrap();
        project.close().unwrap();
        desk.power_cut();
        desk.start(&[&path]).await;
        desk.sees("Bring in the first article").await;
        desk.answer("choose_import", [desk.write("crue.txt", STORY)]);

        let before = desk.keys_pressed();
        press(desk, "Control+i Enter").await;
        desk.find("button", "Import").await;
        press(desk, "Control+Enter").await;
        desk.sees("to accept or dismiss").await;
        let waiting = drafts(desk).await;
        assert!(waiting > 3, "{waiting} drafts");
        press(desk, "a").await;
        press(desk, "y").await;
        desk.sees("says it").await;
        press(desk, "y").await;
        for left in (0..waiting).rev() {
            press(desk, "a").await;
            let decided = desk.wait_for(async || (drafts(desk).await == left).then_some(()));
            assert!(decided.await.is_some(), "{left} drafts are left");
        }
        press(desk, "Control+2").await;
        desk.sees("The part exceeds the whole").await;
        // Asking why was looking around, and no part of the work.
        cost("read_and_compared", desk.keys_pressed() - before - 2, 15);

        let rows = claims(desk, &["source", "figure_text", "measure", "group"]).await;
        let told: Vec<String> = rows.iter().map(|row| row.join(",")).collect();
        for wanted in [
            "ONU,Environ 900,injured,persons",
            "ministère de l’Intérieur,au moins 18,killed,security_forces",
            "ministère de l’Intérieur,plus de 1\u{202f}100,injured,security_forces",
            "ministère de la Santé,164,killed,persons",
            "ministère de la Santé,plus de 100,killed,persons",
        ] {
            assert!(
                told.iter().any(|row| row == wanted),
                "{wanted} is not in {told:#?}"
            );
        }

        // A second one, brought in by mistake: one step takes it back with its drafts, and one brings both again.
        let counts = async || {
            let info = desk.core("project_info", json!({})).await;
            (info["articles"].as_u64(), info["statements"].as_u64())
        };
        let (_, statements) = counts().await;
        let reach = async |articles: u64, more: bool| {
            let there = desk.wait_for(async || {
                let (now, said) = counts().await;
                (now == Some(articles) && (said > statements) == more).then_some(())
            });
            assert!(
                there.await.is_some(),
                "{articles} articles: {:?}",
                counts().await
            );
        };
        desk.press("Control+1").await;
        desk.answer("choose_import", [desk.write("wrong.txt", WRONG)]);
        desk.press("Control+i Enter").await;
        desk.find("textbox", "Title").await;
        desk.press("Control+Enter").await;
        reach(2, true).await;
        desk.find("article", "Fire at Selin harbour").await;
        desk.find("group", "Draft, Interior Ministry: At least 18 dockers")
            .await;
        desk.settle().await;
        desk.press("Control+z").await;
        desk.no_longer_sees("At least 18 dockers").await;
        desk.sees("Undone: Articles imported").await;
        reach(1, false).await;
        desk.press("Control+Shift+z").await;
        reach(2, true).await;
        desk.sees("Fire at Selin harbour").await;
    });
}
