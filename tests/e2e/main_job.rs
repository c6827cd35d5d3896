//! The main job, end to end: from an article to a claim table, with the keyboard and once with the mouse.

use serde_json::json;

use crate::desk::{Desk, sit_down};
use crate::reading::leave_unread;

/// An article of our own, with figures that do not agree: more injured among the police alone than in all.
const ARTICLE: &str = "Harbour fire: what is known

About 400 people were injured in the harbour fire, the United Nations estimated on Sunday.

At least 18 police officers were killed, the Interior Ministry said. More than 450 police officers were injured, it added.

The Health Ministry put the number of dead at 96, of whom more than 60 in the Old Harbour.

“We will rebuild every street,” the mayor, Ada Marin, told the Coastal News Agency.
";

/// What the claim table must hold at the end: source, words, qualifier, low, high, measure, group and place.
const FILED: [&str; 6] = [
    "\nUnited Nations,About 400,about,360,440,injured,persons,",
    "\nInterior Ministry,At least 18,at_least,18,,killed,police,",
    "\nInterior Ministry,More than 450,more_than,451,,injured,police,",
    "\nHealth Ministry,96,exact,96,96,killed,",
    "\nHealth Ministry,more than 60,more_than,61,,killed,persons,Old Harbour,",
    ",Ada Marin,Coastal News Agency,",
];

#[test]
fn from_an_article_to_a_claim_table() {
    sit_down("main-job", async |desk: &mut Desk| {
        let project = desk.file("harbour.onrec");
        let table = desk.file("claims.csv");

        // A new project, and an article in it.
        desk.answer("choose_project_new", &project);
        desk.click("button", "New project").await;
        desk.sees("Bring in the first article").await;
        leave_unread(desk).await;
        desk.answer("choose_import", [desk.write("harbour.txt", ARTICLE)]);
        desk.press("Control+i").await;
        desk.click("button", "Choose files…").await;
        desk.choose("Outlet", "The Selin Courier").await;
        desk.fill("textbox", "Published", "2024-03-10").await;
        desk.choose("Event", "Harbour fire").await;
        desk.press("Control+Enter").await;
        desk.find("article", "Harbour fire: what is known").await;

        // Four statements with figures, from number to number.
        record(desk, "n s").await;
        source(desk, "United Nations", Some("UN")).await;
        keep(desk, 1).await;
        record(desk, "n s").await;
        source(desk, "Interior Ministry", Some("ministry")).await;
        keep(desk, 2).await;
        record(desk, "n s").await;
        source(desk, "Interior", None).await;
        keep(desk, 3).await;
        record(desk, "n s").await;
        desk.press("f").await;
        source(desk, "Health Ministry", Some("ministry")).await;
        // The words say where the part is, and of what it is one.
        let part = ("group", "Figure more than 60");
        desk.find_in(part, "button", "place: Old Harbour").await;
        desk.find_in(part, "button", "part of: part of 96 killed")
            .await;
        keep(desk, 4).await;

        // A speaker, and the agency that passed her words on: the card begins with both, as the words say.
        record(desk, "j s").await;
        desk.sees("From the text: speaker, via").await;
        keep(desk, 5).await;

        // One more, drawn with the mouse over words that are marked already.
        desk.drag_over("the mayor, Ada Marin").await;
        desk.click("button", "Record").await;
        card_opens(desk).await;
        keep(desk, 6).await;

        desk.press("Control+2").await;
        desk.sees("The part exceeds the whole").await;
        desk.is_accessible("compare").await;
        desk.press("Control+3").await;
        desk.sees("7 rows").await;
        desk.is_accessible("claims").await;
        desk.answer("choose_save_csv", &table);
        desk.click("button", "Save as CSV…").await;
        desk.sees("Claim table saved. Rows: 7.").await;
        let csv = std::fs::read_to_string(&table).unwrap();
        for line in FILED {
            assert!(csv.contains(line), "{line} in {csv}");
        }

        // Closing asks nothing and leaves one file; the work is there again, and can still be taken back.
        desk.quit().await;
        let beside = std::fs::read_dir(project.parent().unwrap())
            .unwrap()
            .flatten();
        let files = beside.map(|entry| entry.file_name().to_string_lossy().into_owned());
        assert_eq!(
            files
                .filter(|name| name.starts_with("harbour.onrec"))
                .count(),
            1
        );
        desk.start(&[]).await;
        desk.click("button", "harbour").await;
        statements(desk, 6).await;
        desk.press("Control+z").await;
        statements(desk, 5).await;
        desk.press("Control+z").await;
        statements(desk, 4).await;
        desk.press("Control+Shift+z").await;
        statements(desk, 5).await;
        assert_eq!(
            desk.core("check", json!({ "repair": false })).await["ok"],
            json!(true)
        );
    });
}

/// Goes to words with keys and opens their card.
pub async fn record(desk: &Desk, keys: &str) {
    desk.press(keys).await;
    card_opens(desk).await;
}

/// Waits until a new card is open and has the focus.
async fn card_opens(desk: &Desk) {
    desk.find("form", "New statement").await;
    let focus = "return document.activeElement.closest('form, [role=form]') !== null";
    let there =
        desk.wait_for(async || (desk.script(focus, json!([])).await == json!(true)).then_some(()));
    assert!(there.await.is_some(), "the card has the focus");
}

pub async fn source(desk: &Desk, name: &str, kind: Option<&str>) {
    desk.choose("Source", name).await;
    if let Some(kind) = kind {
        desk.choose("Kind of the new source", kind).await;
    }
}

/// Keeps the open card, after which so many statements are in the article.
pub async fn keep(desk: &Desk, count: usize) {
    desk.press("Control+Enter").await;
    let closed = desk.wait_for(async || (!desk.has("form", "New statement").await).then_some(()));
    assert!(closed.await.is_some(), "the card is kept");
    statements(desk, count).await;
}

/// Waits until so many statements have their cards beside the article.
async fn statements(desk: &Desk, count: usize) {
    let cards = "return document.querySelectorAll('[data-card]').length";
    let there =
        desk.wait_for(async || (desk.script(cards, json!([])).await == json!(count)).then_some(()));
    assert!(there.await.is_some(), "{count} statements");
}
