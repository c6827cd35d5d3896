//! The list of articles, by keys alone: from words to the place where they stand, and round the parts of Read.

use crate::desk::{Desk, sit_down};
use crate::sample;

/// What has the focus: the name of the part of Read it stands in, and its own role or element.
async fn focus(desk: &Desk) -> String {
    let script = "const it = document.activeElement;
        return `${it.closest('[data-pane]')?.dataset.pane} ${it.getAttribute('role') ?? it.tagName.toLowerCase()}`";
    let found = desk.script(script, serde_json::json!([])).await;
    found.as_str().unwrap_or_default().to_owned()
}

/// `wanted` is the part alone where what has the focus in it may differ.
async fn has_focus(desk: &Desk, wanted: &str) {
    let there = desk.wait_for(async || focus(desk).await.starts_with(wanted).then_some(()));
    if there.await.is_none() {
        panic!("{} has the focus, not {wanted}", focus(desk).await);
    }
}

#[test]
fn articles_are_found_by_their_words_and_read_without_a_mouse() {
    sit_down("shelf", async |desk: &mut Desk| {
        sample::open(desk).await;
        // From the text to the cards, the list and back again.
        has_focus(desk, "text article").await;
        desk.press("F6").await;
        // A card whole or, where it was measured to be crowded before the key came, as a line.
        has_focus(desk, "cards ").await;
        desk.press("F6").await;
        has_focus(desk, "list listbox").await;
        desk.press("F6").await;
        has_focus(desk, "text article").await;
        desk.press("Shift+F6").await;
        has_focus(desk, "list listbox").await;

        // A stem in French, found by another form of the word; Enter goes to where it stands.
        desk.press("Control+Shift+f").await;
        desk.type_text("dement").await;
        desk.sees("1 article").await;
        desk.press("Enter").await;
        desk.find("article", "Incendie du port : le bilan contesté")
            .await;
        has_focus(desk, "text article").await;
        desk.sees("1 of 1").await;
        let marked = "return [...CSS.highlights.get('found-current')].map(String).join()";
        let shown = desk
            .wait_for(async || {
                let words = desk.script(marked, serde_json::json!([])).await;
                (words == "dément").then_some(())
            })
            .await;
        assert!(shown.is_some(), "the words are marked where they stand");
        desk.keep_picture("shelf-found").await;
        desk.press("Escape").await;
        desk.no_longer_sees("1 of 1").await;

        // All of them again, walked from the field; the newest publication is the first once they are put in that order.
        desk.press("Control+Shift+f").await;
        desk.press("Escape Tab Tab").await;
        has_focus(desk, "list select").await;
        desk.type_text("Newest").await;
        desk.press("Shift+F6 F6").await;
        has_focus(desk, "list listbox").await;
        desk.press("Home").await;
        desk.find("article", "Dead revised to 121").await;
        has_focus(desk, "list listbox").await;
        desk.press("ArrowDown Enter").await;
        desk.find("article", "حريق الميناء").await;
        has_focus(desk, "text article").await;
        desk.is_accessible("the list of articles").await;
    });
}
