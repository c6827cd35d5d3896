//! More than one window: each project has its own, and what belongs to the person is the same in all.

use onrecord_core::app::{Desk as Project, Recorder};
use onrecord_core::store::Access;
use serde_json::json;
use thirtyfour::WindowHandle;

use crate::desk::{Desk, sit_down};
use crate::main_job::record;
use crate::{safety, sample};

impl Desk {
    async fn windows(&self) -> Vec<WindowHandle> {
        self.driver()
            .windows()
            .await
            .expect("windows can be listed")
    }

    /// Works in this window from now on.
    async fn turn_to(&self, window: &WindowHandle) {
        let turned = self.driver().switch_to_window(window.clone()).await;
        turned.expect("the window is there");
    }

    /// Waits for a window beside these and turns to it.
    pub async fn turn_to_new(&self, known: &[WindowHandle]) -> WindowHandle {
        let new = self
            .wait_for(async || {
                let now = self.windows().await;
                now.into_iter().find(|window| !known.contains(window))
            })
            .await
            .expect("one more window opens");
        self.turn_to(&new).await;
        new
    }

    async fn is_in_front(&self, front: bool) {
        let asked = "return document.hasFocus()";
        let there = self
            .wait_for(async || (self.script(asked, json!([])).await == json!(front)).then_some(()));
        assert!(there.await.is_some(), "in front: {front}");
    }
}

#[test]
fn every_project_has_one_window_and_the_settings_are_the_same_in_all() {
    sit_down("several-windows", async |desk: &mut Desk| {
        let selin = sample::open(desk).await;
        let quay = desk.file("quay.onrec");
        safety::project(&quay);
        let first = desk.windows().await.remove(0);

        // One more window, on its start screen, takes the project that is opened in it.
        desk.press("Control+Shift+n").await;
        let second = desk.turn_to_new(std::slice::from_ref(&first)).await;
        desk.answer("choose_project_open", &quay);
        desk.click("button", "Open a project").await;
        desk.find("article", "Crane falls on the quay").await;

        // A project that is open elsewhere has its window brought forward; this one stays as it is.
        desk.answer("choose_project_open", &selin);
        desk.press("Control+o").await;
        desk.turn_to(&first).await;
        desk.is_in_front(true).await;
        assert_eq!(desk.windows().await.len(), 2);
        desk.sees("Fire at Selin harbour").await;

        // A window that has a project leaves it open, and opens another beside it.
        let harbour = desk.file("harbour.onrec");
        desk.answer("choose_project_new", &harbour);
        desk.press("Control+n").await;
        let third = desk.turn_to_new(&[first.clone(), second.clone()]).await;
        desk.sees("Bring in the first article").await;
        assert!(harbour.is_file());

        // Language and colours change in every window as they are chosen in one.
        desk.press("Control+,").await;
        desk.find("dialog", "Settings").await;
        let choose = "const [field, value] = arguments;
            field.value = value;
            field.dispatchEvent(new Event('change', { bubbles: true }))";
        for (name, value) in [("Colours", "dark"), ("Language", "fr")] {
            let field = desk.find("combobox", name).await.to_json().unwrap();
            desk.script(choose, json!([field, value])).await;
        }
        desk.find("dialog", "Réglages").await;
        desk.press("Escape").await;
        for window in [&third, &second, &first] {
            desk.turn_to(window).await;
            desk.find("button", "Comparer").await;
            let dark = "return getComputedStyle(document.documentElement).colorScheme";
            let worn = desk.wait_for(async || {
                (desk.script(dark, json!([])).await == json!("dark")).then_some(())
            });
            assert!(worn.await.is_some(), "every window is dark");
        }

        // What another program records appears while a card is open, and leaves the card alone.
        desk.turn_to(&second).await;
        desk.click("article", "Crane falls on the quay").await;
        desk.press("n s").await;
        desk.find("form", "Nouvelle déclaration").await;
        desk.choose("Source", "Prefecture of the Quay").await;
        let someone = Recorder {
            by: "Someone else".into(),
            device: "another".into(),
        };
        let mut elsewhere = Project::open(&quay, Access::Write, someone, chrono::Utc::now).unwrap();
        safety::import(&mut elsewhere, "Second crane inspected");
        elsewhere.close().unwrap();
        desk.sees("Second crane inspected").await;
        let source = desk.find("combobox", "Source").await;
        assert_eq!(
            source.value().await.unwrap().as_deref(),
            Some("Prefecture of the Quay")
        );
        assert_eq!(
            desk.script(
                "return document.querySelectorAll('[data-card=\"open\"]').length",
                json!([])
            )
            .await,
            json!(1)
        );
    });
}

#[test]
fn about_says_what_runs_and_where_the_data_lie() {
    sit_down("about", async |desk: &mut Desk| {
        sample::open(desk).await;
        desk.click("article", "Fire at Selin harbour: what is known")
            .await;
        desk.press("Control+k").await;
        desk.find("combobox", "Search").await;
        desk.type_text("about").await;
        desk.find("option", "About Onrecord").await;
        desk.press("Enter").await;
        desk.find("dialog", "About Onrecord").await;
        desk.sees(env!("CARGO_PKG_VERSION")).await;
        desk.sees(&desk.home().to_string_lossy()).await;
        desk.sees("SQLite").await;
        desk.is_accessible("about").await;
        desk.is_tidy("about").await;
        // The article has the focus again.
        desk.press("Escape").await;
        desk.settle().await;
        record(desk, "j s").await;
    });
}
