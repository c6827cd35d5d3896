//! The window for those who do not see it: what the accessibility tree says of what the product is about, and where the focus is.

use serde_json::json;

use crate::desk::{Desk, sit_down};
use crate::sample;

/// Asserts that things are told in these words, whatever else is told.
async fn tells(desk: &Desk, css: &str, words: &[&str]) {
    let mut told = Vec::new();
    let heard = desk.wait_for(async || {
        told = desk.told(css).await;
        let all = words
            .iter()
            .all(|words| told.iter().any(|one| one.contains(words)));
        all.then_some(())
    });
    assert!(heard.await.is_some(), "{css}: {words:#?} in {told:#?}");
    let mute: Vec<&String> = told
        .iter()
        .filter(|one| one.ends_with(": ") && !one.starts_with("gridcell"))
        .collect();
    assert!(mute.is_empty(), "{css}: without a name: {told:#?}");
}

#[test]
fn what_is_marked_compared_and_filed_reads_sensibly() {
    sit_down("listener", async |desk: &mut Desk| {
        sample::open(desk).await;
        tells(
            desk,
            "article mark",
            &[
                "mark: Interior Ministry: ≥ 18 killed · police",
                "mark: United Nations: ≈ 400 injured · persons",
            ],
        )
        .await;
        tells(
            desk,
            "[data-card]",
            &["button: ST Interior Ministry at least 18 killed · police"],
        )
        .await;
        desk.click("button", "IN United Nations").await;
        tells(
            desk,
            "[data-card][role=group]",
            &["group: United Nations: About 400 people were injured in the fire at Selin harbour"],
        )
        .await;
        tells(desk, "[data-card] li", &["about 400 injured"]).await;

        desk.press("Control+2").await;
        tells(
            desk,
            "[role=grid] [role=row][data-row]",
            &[
                "row: Conflict: killed. exactly 121 (Prosecutor of Selin)",
                "row: Compatible: killed · police. at least 18 (Interior Ministry) and exactly 19 (Prosecutor of Selin)",
            ],
        )
        .await;
        tells(desk, "[role=img]", &["130–150 (Syndicat des dockers)"]).await;
        desk.press("n Enter").await;
        tells(
            desk,
            "[role=row][data-quote]",
            &["row: exactly 121 (Prosecutor of Selin), 15 Mar 2024, Coast Daily: The prosecutor’s office said"],
        )
        .await;
        desk.press("t").await;
        tells(
            desk,
            "[data-mark].spot",
            &["button: Prosecutor of Selin, 121"],
        )
        .await;
        desk.press("t Escape g").await;
        tells(desk, "[role=columnheader] button", &["State 3"]).await;
        tells(
            desk,
            "[role=grid] :is([role=rowheader], [role=gridcell])",
            &[
                "rowheader: Conflict: killed. 87–150",
                "gridcell: exactly 121 Coastal News Agency",
            ],
        )
        .await;
        desk.press("g Control+3").await;
        tells(
            desk,
            "[role=columnheader] .sort",
            &["button: Figure’s words"],
        )
        .await;
        tells(
            desk,
            "[data-cell^='0:']:not([title=''])",
            &["gridcell: United Nations", "gridcell: About 400"],
        )
        .await;
        tells(desk, "input[type=search]", &["Source contains"]).await;
    });
}

/// What has the focus: nothing, where it is lost.
const FOCUS: &str = "const it = document.activeElement;
    if (!it || it === document.body || !it.checkVisibility({ visibilityProperty: true })) return null;
    return [it.localName, it.id, it.getAttribute('role'), it.getAttribute('aria-label'), it.textContent.slice(0, 60)].join(' ')";

#[test]
fn the_focus_is_never_lost() {
    sit_down("focus", async |desk: &mut Desk| {
        sample::open(desk).await;
        for (place, words) in [
            ("Control+1", "Fire at Selin"),
            ("Control+2", "Findings"),
            ("Control+3", "13 rows"),
        ] {
            desk.press(place).await;
            desk.sees(words).await;
            desk.settle().await;
            // Tab walks round the whole window and is never nowhere, but once on its way round.
            let mut lost = 0;
            let mut walked = std::collections::BTreeSet::new();
            for _ in 0..40 {
                desk.press("Tab").await;
                match desk.script(FOCUS, json!([])).await.as_str() {
                    Some(it) => _ = walked.insert(it.to_owned()),
                    None => lost += 1,
                }
            }
            assert!(
                lost <= 2 && walked.len() > 10,
                "{place}: lost {lost} times in {walked:#?}"
            );

            // What opens over the place gives the focus back where it was.
            desk.click("button", "Search").await;
            desk.press("Escape").await;
            desk.settle().await;
            let before = desk.script(FOCUS, json!([])).await;
            assert_ne!(before, json!(null), "{place}");
            for keys in [
                "Control+4",
                "Control+5",
                "Control+,",
                "Control+k",
                "F1",
                "Control+i",
            ] {
                desk.press(keys).await;
                let inside = "return document.activeElement.closest('[role=dialog]') !== null";
                let opened = desk.wait_for(async || {
                    (desk.script(inside, json!([])).await == json!(true)).then_some(())
                });
                assert!(opened.await.is_some(), "{keys} takes the focus");
                desk.is_accessible(&format!("{keys} over {place}")).await;
                desk.is_tidy(&format!("{keys} over {place}")).await;
                desk.press("Escape").await;
                let back = desk.wait_for(async || {
                    (desk.script(FOCUS, json!([])).await == before).then_some(())
                });
                assert!(
                    back.await.is_some(),
                    "{keys} over {place} gives the focus back to {before}"
                );
            }
        }

        // Messages are reached by key, and what they offer is done by key.
        desk.press("Control+z").await;
        desk.sees("0 rows").await;
        let before = desk.script(FOCUS, json!([])).await;
        desk.press("Alt+t").await;
        let among = "return document.activeElement.closest('[data-sonner-toaster]') !== null";
        let there = desk
            .wait_for(async || (desk.script(among, json!([])).await == json!(true)).then_some(()));
        assert!(there.await.is_some(), "the messages have the focus");
        desk.is_accessible("messages").await;
        desk.press("Escape").await;
        let back =
            desk.wait_for(async || (desk.script(FOCUS, json!([])).await == before).then_some(()));
        assert!(
            back.await.is_some(),
            "the messages give the focus back to {before}"
        );
    });
}
