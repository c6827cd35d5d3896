//! Every view in every look, pictured and read by axe-core.

use serde_json::Value;
use std::sync::LazyLock;

use crate::desk::{Desk, sit_down};
use crate::look::LOOKS;
use crate::sample;

/// A word of the window, by its key in the catalogue.
pub fn word(language: &str, key: &str) -> String {
    static CATALOGUES: LazyLock<[Value; 2]> = LazyLock::new(|| {
        [
            include_str!("../../ui/src/locales/en.json"),
            include_str!("../../ui/src/locales/fr.json"),
        ]
        .map(|text| serde_json::from_str(text).unwrap())
    });
    let catalogue = &CATALOGUES[usize::from(language == "fr")];
    let found = key.split('.').fold(catalogue, |within, part| &within[part]);
    found
        .as_str()
        .unwrap_or_else(|| panic!("no word {key}"))
        .to_owned()
}

#[test]
fn screenshots_of_the_start_screen() {
    sit_down("screenshots-start", async |desk: &mut Desk| {
        desk.fill_screen().await;
        for (theme, language) in LOOKS {
            desk.wear(theme, language).await;
            desk.find("button", &word(language, "start.new")).await;
            desk.picture("start", theme, language).await;
            desk.click("button", &word(language, "drawer.settings"))
                .await;
            desk.find("dialog", &word(language, "drawer.settings"))
                .await;
            desk.picture("settings", theme, language).await;
        }
    });
}

#[test]
fn screenshots_of_a_project() {
    sit_down("screenshots-project", async |desk: &mut Desk| {
        let path = desk.file("selin.onrec");
        sample::make(&path);
        let import = desk.write(
            "news.txt",
            "Quay closed\n\nThe port stays closed until Monday, the harbour office said.\n",
        );
        desk.power_cut();
        desk.start(&[&path]).await;
        desk.fill_screen().await;
        for (theme, language) in LOOKS {
            desk.wear(theme, language).await;
            let say = |key: &str| word(language, key);
            let look = async |view: &str| desk.picture(view, theme, language).await;

            desk.find("article", "Fire at Selin harbour: what is known")
                .await;
            desk.sees("United Nations").await;
            look("read").await;
            desk.click("article", "Fire at Selin harbour: what is known")
                .await;
            desk.press("j j s").await;
            desk.find("form", &say("card.recording")).await;
            look("card").await;
            desk.press("Escape").await;
            desk.click("option", "حريق الميناء").await;
            desk.find("article", "حريق الميناء").await;
            look("read-rtl").await;

            desk.answer("choose_import", [&import]);
            desk.press("Control+i").await;
            desk.click("button", &say("import.choose")).await;
            desk.find("textbox", &say("field.title")).await;
            look("import").await;
            desk.press("Escape").await;

            desk.press("Control+2").await;
            desk.sees("121").await;
            look("compare-list").await;
            desk.press("Tab").await;
            desk.click("row", &say("verdict.conflict")).await;
            look("compare-quotes").await;
            desk.press("Escape").await;
            desk.click("button", &say("compare.layouts.grid")).await;
            look("compare-grid").await;
            desk.click("button", &say("compare.layouts.list")).await;

            desk.press("Control+3").await;
            desk.sees("United Nations").await;
            look("claims").await;

            desk.click("button", &say("drawer.register")).await;
            desk.find("dialog", &say("drawer.register")).await;
            look("register").await;
            desk.press("Escape").await;
            desk.click("button", &say("drawer.history")).await;
            desk.find("dialog", &say("drawer.history")).await;
            look("history").await;
            desk.press("Escape").await;
            desk.press("Control+k").await;
            desk.find("combobox", &say("action.search")).await;
            desk.type_text("police").await;
            desk.find("option", "").await;
            look("search").await;
            desk.press("Escape").await;
        }
    });
}
