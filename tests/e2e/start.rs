//! The first thing a person sees, the first time and every other.

use serde_json::json;

use crate::desk::{Desk, sit_down, sit_down_first};

#[test]
fn the_start_screen_offers_a_new_project_and_an_old_one() {
    sit_down("start", async |desk: &mut Desk| {
        desk.find("button", "New project").await;
        desk.find("button", "Open a project").await;
        desk.is_accessible("start").await;
        desk.quit().await;
    });
}

#[test]
fn the_first_start_opens_the_sample_on_a_conflict() {
    sit_down_first("first-start", async |desk: &mut Desk| {
        // In Compare, the quotes of the conflict open and in focus.
        desk.find("region", "First steps").await;
        desk.sees("au moins 57").await;
        desk.sees("at least 57 dead in Belmaz").await;
        let in_quotes = "return document.activeElement.closest('.quotes') !== null";
        let focused = desk.wait_for(async || {
            (desk.script(in_quotes, json!([])).await == json!(true)).then_some(())
        });
        assert!(focused.await.is_some(), "the quotes have the focus");
        desk.is_accessible("first start").await;
        desk.keep_picture("first-start").await;

        // The steps: an article, a number left to record and its card, and the table.
        let steps = ("region", "First steps");
        desk.click_in(steps, "button", "Read").await;
        desk.find("article", "Interior Ministry puts Belmaz dead at 31")
            .await;
        desk.keep_picture("first-start-read").await;
        desk.click_in(steps, "button", "Mark").await;
        let in_article = "return document.activeElement.matches('article')
            && CSS.highlights.get('cursor-number')?.size > 0";
        let walked = desk.wait_for(async || {
            (desk.script(in_article, json!([])).await == json!(true)).then_some(())
        });
        assert!(walked.await.is_some(), "the number is chosen");
        desk.press("s").await;
        desk.find("form", "New statement").await;
        desk.sees("Two journalists").await;
        desk.find("group", "Figure Two").await;
        desk.keep_picture("first-start-mark").await;
        desk.choose("Source", "National Press Union").await;
        desk.press("Control+Enter").await;
        desk.click_in(steps, "button", "File").await;
        desk.sees("13 rows").await;
        desk.is_accessible("first start, claims").await;
        desk.keep_picture("first-start-file").await;

        // People may change it, and have it back as it was.
        desk.press("Control+z").await;
        desk.sees("12 rows").await;
        desk.press("Control+k").await;
        desk.type_text("sample anew").await;
        desk.press("Enter").await;
        desk.sees("The sample is as it was").await;
        desk.sees("au moins 57").await;
        assert!(desk.home().join("sample.before.onrec").is_file());

        // Put away for good, it is still there to be had again.
        desk.click("button", "Put the first steps away").await;
        desk.quit().await;
        desk.start(&[]).await;
        desk.find("button", "New project").await;
        assert!(
            !desk.has("button", "Sample: unrest").await,
            "no recent project"
        );
        desk.click("button", "See the sample").await;
        desk.find("navigation", "Places").await;
        assert!(
            !desk.has("region", "First steps").await,
            "put away for good"
        );
        desk.press("Control+k").await;
        desk.type_text("first steps").await;
        desk.press("Enter").await;
        desk.find("region", "First steps").await;
    });
}
