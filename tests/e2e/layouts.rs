//! Other keyboards than the US one: real key presses of the display, by the number of the key, under the layouts that
//! somebody in Moscow or Paris has. The driver's own presses know no layout.

use serde_json::json;
use std::process::Command;

use crate::desk::{Desk, sit_down};
use crate::reading::leave_unread;

/// A key by its number (evdev, as X counts), which is its place on the keyboard whatever is printed there.
mod place {
    pub const DIGIT_2: &str = "11";
    pub const DIGIT_3: &str = "12";
    pub const DIGIT_6: &str = "15";
    pub const DIGIT_7: &str = "16";
    pub const DIGIT_0: &str = "19";
    pub const MINUS: &str = "20";
    pub const EQUAL: &str = "21";
    pub const W: &str = "25";
    pub const RETURN: &str = "36";
    pub const S: &str = "39";
    pub const J: &str = "44";
    pub const K: &str = "45";
    pub const Z: &str = "52";
    pub const N: &str = "57";
    pub const M: &str = "58";
    pub const COMMA: &str = "59";
}

const ARTICLE: &str = "Quay closed

The harbour office closed the quay. It said that 12 people were hurt on Monday.
";

/// The layout of the display; the US one again when this is dropped.
struct Layout;

impl Layout {
    fn of(name: &str) -> Layout {
        set(name);
        Layout
    }
}

impl Drop for Layout {
    fn drop(&mut self) {
        set("us");
    }
}

fn set(layout: &str) {
    let done = Command::new("setxkbmap").arg(layout).status();
    assert!(
        done.is_ok_and(|status| status.success()),
        "setxkbmap {layout} of x11-xkb-utils"
    );
}

impl Desk {
    /// Presses a key of the display itself: `ctrl+45`, `shift+16`.
    async fn strike(&self, chord: &str) {
        let focus = [
            "search",
            "--onlyvisible",
            "--class",
            "onrecord",
            "windowfocus",
            "--sync",
        ];
        for arguments in [&focus[..], &["key", chord]] {
            let done = Command::new("xdotool").args(arguments).status();
            assert!(
                done.is_ok_and(|status| status.success()),
                "xdotool {arguments:?}"
            );
        }
    }

    async fn strike_until(&self, chord: &str, role: &str, name: &str) {
        self.strike(chord).await;
        self.find(role, name).await;
    }

    async fn width(&self) -> f64 {
        self.script("return innerWidth", json!([]))
            .await
            .as_f64()
            .unwrap()
    }
}

#[test]
fn the_keys_work_on_a_russian_keyboard() {
    main_job(
        "layout-ru",
        "ru",
        &format!("shift+{}", place::DIGIT_7),
        place::Z,
        place::COMMA,
        place::MINUS,
    );
}

#[test]
fn the_keys_work_on_a_french_keyboard() {
    main_job(
        "layout-fr",
        "fr",
        &format!("shift+{}", place::M),
        place::W,
        place::M,
        place::DIGIT_6,
    );
}

/// How much of the page is in the window after a key.
#[derive(Clone, Copy)]
enum Wanted {
    Less,
    More,
    All,
}

/// The main job in short on a layout, where `?`, Z, the comma and the minus are at these places.
fn main_job(name: &'static str, layout: &str, question: &str, z: &str, comma: &str, minus: &str) {
    sit_down(name, async |desk: &mut Desk| {
        let project = desk.file("quay.onrec");
        desk.answer("choose_project_new", &project);
        desk.click("button", "New project").await;
        desk.sees("Bring in the first article").await;
        leave_unread(desk).await;
        desk.answer("choose_import", [desk.write("quay.txt", ARTICLE)]);
        desk.press("Control+i").await;
        desk.click("button", "Choose files…").await;
        desk.choose("Event", "Quay").await;
        desk.press("Control+Enter").await;
        desk.find("article", "Quay closed").await;

        let _layout = Layout::of(layout);
        let cards = "return document.querySelectorAll('[data-card]').length";
        let count = async |wanted: usize| {
            let there = desk.wait_for(async || {
                (desk.script(cards, json!([])).await == json!(wanted)).then_some(())
            });
            assert!(there.await.is_some(), "{layout}: {wanted} statements");
        };

        // Two sentences down and one back; then from number to number.
        for key in [place::J, place::J, place::K, place::N] {
            desk.strike(key).await;
        }
        desk.strike_until(place::S, "form", "New statement").await;
        desk.strike(&format!("ctrl+{}", place::RETURN)).await;
        desk.sees("12").await;
        count(1).await;

        desk.strike(&format!("ctrl+{}", place::DIGIT_2)).await;
        desk.find("button", "List").await;
        desk.strike(&format!("ctrl+{}", place::DIGIT_3)).await;
        desk.sees("1 row").await;
        desk.strike_until(question, "dialog", "All keys").await;
        desk.strike("Escape").await;
        desk.strike_until(&format!("ctrl+{}", place::K), "combobox", "Search")
            .await;
        desk.strike("Escape").await;
        desk.strike_until(&format!("ctrl+{comma}"), "dialog", "Settings")
            .await;
        desk.strike("Escape").await;

        let before = desk.width().await;
        desk.strike(&format!("ctrl+shift+{}", place::EQUAL)).await;
        let larger = desk.wait_for(async || (desk.width().await < before).then_some(()));
        assert!(larger.await.is_some(), "{layout}: zoomed in");
        for (key, wanted) in [
            (place::EQUAL, Wanted::Less),
            (minus, Wanted::More),
            (place::EQUAL, Wanted::Less),
            (place::DIGIT_0, Wanted::All),
        ] {
            let now = desk.width().await;
            desk.strike(&format!("ctrl+shift+{key}")).await;
            let zoomed = desk.wait_for(async || {
                let width = desk.width().await;
                let done = match wanted {
                    Wanted::Less => width < now,
                    Wanted::More => width > now && width < before,
                    Wanted::All => width == before,
                };
                done.then_some(())
            });
            assert!(zoomed.await.is_some(), "{layout}: {key} zooms");
        }

        desk.press("Control+1").await;
        count(1).await;
        desk.strike(&format!("ctrl+{z}")).await;
        count(0).await;
    });
}
