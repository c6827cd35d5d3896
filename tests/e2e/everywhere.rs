//! What is everywhere in the window: zoom, printing, and changes that come from elsewhere while something is open.

use onrecord_core::app::{Desk as Project, Recorder};
use onrecord_core::store::Access;
use serde_json::{Value, json};
use std::process::Command;

use crate::desk::{Desk, sit_down};
use crate::sample;

const FOCUS: &str = "const it = document.activeElement;
    return [it.tagName, it.id, it.getAttribute('role'), it.textContent.slice(0, 60)]";

#[test]
fn the_zoom_is_kept_and_nothing_leaves_the_window() {
    sit_down("zoom", async |desk: &mut Desk| {
        let path = sample::open(desk).await;
        let wide = width(desk).await;
        for _ in 0..4 {
            desk.press("Control+Shift+=").await;
        }
        let half = desk.wait_for(async || (width(desk).await * 1.9 < wide).then_some(()));
        assert!(
            half.await.is_some(),
            "twice as large: {} of {wide}",
            width(desk).await
        );
        for keys in [
            "Control+1",
            "Control+2",
            "Control+3",
            "Control+4",
            "Escape",
            "Control+5",
            "Escape",
            "F1",
            "Escape",
        ] {
            desk.press(keys).await;
            let over = "return document.scrollingElement.scrollWidth - innerWidth";
            assert_eq!(desk.script(over, json!([])).await, json!(0), "after {keys}");
        }
        desk.quit().await;

        desk.start(&[&path]).await;
        desk.sees("Selin 2024").await;
        let again = desk.wait_for(async || (width(desk).await * 1.9 < wide).then_some(()));
        assert!(again.await.is_some(), "the zoom is kept");
    });
}

#[test]
fn printing_opens_the_dialog_of_the_desktop() {
    sit_down("print", async |desk: &mut Desk| {
        sample::open(desk).await;
        desk.press("Control+p").await;
        let dialog = ["search", "--onlyvisible", "--name", "^Print$"];
        let opened = desk.wait_for(async || {
            let found = Command::new("xdotool").args(dialog).output();
            found
                .is_ok_and(|found| !found.stdout.is_empty())
                .then_some(())
        });
        assert!(opened.await.is_some(), "the print dialog is open");
        let closed = desk.wait_for(async || {
            let close = ["windowfocus", "--sync", "key", "Escape"];
            let _ = Command::new("xdotool").args(dialog).args(close).status();
            let found = Command::new("xdotool").args(dialog).output();
            found
                .is_ok_and(|found| found.stdout.is_empty())
                .then_some(())
        });
        assert!(closed.await.is_some(), "the print dialog closes");
        desk.press("Control+2").await;
        desk.sees("121").await;
    });
}

#[test]
fn what_changes_elsewhere_appears_in_whatever_is_open_and_keeps_the_focus() {
    sit_down("changed-while-open", async |desk: &mut Desk| {
        let path = sample::open(desk).await;
        let someone = Recorder {
            by: "Someone else".into(),
            device: "another".into(),
        };
        let mut elsewhere = Project::open(&path, Access::Write, someone, chrono::Utc::now).unwrap();

        // All claims of the sample are one operation: taken back, and done again.
        desk.press("Control+4").await;
        desk.sees("Prosecutor of Selin").await;
        let focus = desk.script(FOCUS, json!([])).await;
        elsewhere.undo().unwrap();
        desk.no_longer_sees("Prosecutor of Selin").await;
        elsewhere.redo().unwrap();
        desk.sees("Prosecutor of Selin").await;
        assert_eq!(
            desk.script(FOCUS, json!([])).await,
            focus,
            "the focus stays in the register"
        );
        desk.press("Escape").await;

        desk.press("Control+5").await;
        desk.sees("Claims added").await;
        elsewhere.undo().unwrap();
        desk.sees("undone").await;
        elsewhere.redo().unwrap();
        desk.no_longer_sees("undone").await;
        desk.press("Escape").await;

        desk.press("Control+2").await;
        desk.sees("121").await;
        desk.click("row", "Conflict").await;
        let focus = desk.script(FOCUS, json!([])).await;
        elsewhere.undo().unwrap();
        desk.no_longer_sees("121").await;
        elsewhere.redo().unwrap();
        desk.sees("121").await;
        assert_ne!(
            desk.script(FOCUS, json!([])).await[0],
            Value::from("BODY"),
            "from {focus}"
        );

        desk.press("Control+3").await;
        desk.sees("Prosecutor of Selin").await;
        elsewhere.undo().unwrap();
        desk.no_longer_sees("Prosecutor of Selin").await;
        elsewhere.redo().unwrap();
        desk.sees("Prosecutor of Selin").await;
        elsewhere.close().unwrap();
    });
}

async fn width(desk: &Desk) -> f64 {
    desk.script("return innerWidth", json!([]))
        .await
        .as_f64()
        .unwrap()
}
