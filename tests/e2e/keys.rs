//! How many keys the work costs, counted in the real window; the mouse is not touched. A number over its goal fails.

use onrecord_core::api::types::{ArticleMeta, ImportItem, ImportRequest, ImportSource};
use onrecord_core::app::{Desk as Project, Recorder};
use serde_json::{Value, json};
use std::io::Write as _;

use crate::desk::{Desk, sit_down};

/// A news story of our own in the shape of many: relays, a spokesman, an estimate, a toll of one group, a share of a total.
pub const STORY: &str = "Crue du Sorn : la réunion des préfets avancée

Les préfets de la vallée tiendront jeudi une réunion sur la crue, a confirmé le gouvernement.

La date avait été annoncée par le porte-parole du gouvernement, Aurel Vasse. « Oui, nous nous y préparons », a-t-il dit à l’agence Delta-Presse.

Port-Selin, une ville d’environ 2 millions d’habitants, est privée d’eau depuis lundi.

Environ 900 personnes ont été blessées par la crue, selon les estimations de l’ONU. Le ministère de l’Intérieur a déclaré qu’au moins 18 policiers et militaires sont morts, avec plus de 1\u{202f}100 blessés. Selon le ministère de la Santé, 164 personnes sont mortes dans la vallée – plus de 100 rien qu’à Port-Selin.
";

/// A bulletin: a total, and what of it fell to each of ten places.
const BULLETIN: &str = "Flood bulletin number four

The Emergency Service said that 96 people were killed: 18 in Port Selin, 16 in Marsa, 14 in Old Harbour, 12 in Lorne, 10 in Vell, 8 in Tarn Mouth, 7 in Aster, 5 in Brill, 4 in Cold Ford and 2 in Ember.
";

/// Opens the window on a new project that holds an article of that day.
async fn open(desk: &mut Desk, title: &str, text: &str) {
    let path = desk.file("keys.onrec");
    let someone = Recorder {
        by: "Ada".into(),
        device: "test".into(),
    };
    let mut project = Project::create(&path, None, someone, chrono::Utc::now).unwrap();
    let meta = ArticleMeta {
        published_at: Some("2031-05-04".into()),
        ..ArticleMeta::default()
    };
    let request = ImportRequest {
        items: vec![ImportItem {
            from: ImportSource::Text(text.into()),
            meta,
        }],
    };
    project.import(&request, |_| ()).unwrap();
    project.close().unwrap();
    desk.power_cut();
    desk.start(&[&path]).await;
    desk.find("article", title).await;
}

/// Presses keys, once the window has done what the ones before asked for: they come as fast as a machine types.
pub async fn press(desk: &Desk, keys: &str) {
    for chord in keys.split(' ') {
        desk.press(chord).await;
        desk.settle().await;
    }
}

/// Keeps the open card.
async fn keep(desk: &Desk, statements: usize) {
    press(desk, "Control+Enter").await;
    let cards = "return document.querySelector('[data-card=\"open\"]') ? -1 : document.querySelectorAll('[data-card]').length";
    let kept = desk
        .wait_for(async || (desk.script(cards, json!([])).await == json!(statements)).then_some(()))
        .await;
    assert!(kept.is_some(), "{statements} statements are kept");
    desk.settle().await;
}

/// The claim table's rows, these columns of them.
pub async fn claims(desk: &Desk, columns: &[&str]) -> Vec<Vec<String>> {
    let filter = json!({ "contains": [], "include_drafts": false, "include_confidential": false, "descending": false });
    let asked = json!({ "filter": filter, "columns": columns, "offset": 0, "limit": 100 });
    let page = desk.core("claims", asked).await;
    let cell = |cell: &Value| cell.as_str().unwrap_or("").to_owned();
    let rows = page["rows"].as_array().unwrap().iter();
    rows.map(|row| row["cells"].as_array().unwrap().iter().map(cell).collect())
        .collect()
}

/// Says what something cost, and fails when that is over its goal.
pub fn cost(name: &str, keys: usize, goal: usize) {
    // Past the test runner, which keeps what passing tests print to itself.
    let _ = writeln!(std::io::stdout(), "KEYS name={name} n={keys} goal={goal}");
    assert!(
        keys <= goal,
        "{name}: {keys} keys where {goal} are the goal"
    );
}

#[test]
fn five_figures_of_a_story_and_one_wrong_field() {
    sit_down("keys-story", async |desk: &mut Desk| {
        open(desk, "Crue du Sorn : la réunion des préfets avancée", STORY).await;
        let before = desk.keys_pressed();

        // The estimate: its day is the article's, its source the one the words name, its event the title.
        press(desk, "n n f d Enter Enter Enter Enter Enter").await;
        keep(desk, 1).await;
        // The toll of the forces, two figures; the source is another.
        press(desk, "n f Enter Enter Enter").await;
        keep(desk, 2).await;
        // The total and what of it fell to one place.
        press(desk, "n f Enter Enter Enter").await;
        keep(desk, 3).await;
        cost("five_figures", desk.keys_pressed() - before, 60);

        let columns = [
            "source",
            "source_kind",
            "figure_text",
            "qualifier",
            "low",
            "high",
            "measure",
            "group",
            "place",
            "as_of",
            "event",
        ];
        let rows = claims(desk, &columns).await;
        let told: Vec<String> = rows.iter().map(|row| row[..9].join(",")).collect();
        assert_eq!(
            told,
            [
                "ONU,un,Environ 900,about,810,990,injured,persons,",
                "ministère de l’Intérieur,ministry,au moins 18,at_least,18,,killed,security_forces,",
                "ministère de l’Intérieur,ministry,plus de 1\u{202f}100,more_than,1101,,injured,security_forces,",
                "ministère de la Santé,health_authority,164,exact,164,164,killed,persons,",
                "ministère de la Santé,health_authority,plus de 100,more_than,101,,killed,persons,Port-Selin",
            ]
        );
        for row in &rows {
            assert_eq!(row[9], "2031-05-04");
            assert_eq!(row[10], "Crue du Sorn : la réunion des préfets avancée");
        }
        let parts = claims(desk, &["figure_id", "part_of"]).await;
        assert_eq!(parts[4][1], parts[3][0], "more than 100 are of the 164");

        // The card kept last is chosen: one field of it is set where it stands.
        let before = desk.keys_pressed();
        press(desk, "m i Enter").await;
        cost("one_wrong_field", desk.keys_pressed() - before, 3);
        let corrected = desk
            .wait_for(async || {
                let rows = claims(desk, &["measure"]).await;
                (rows[3][0] == "injured").then_some(())
            })
            .await;
        assert!(corrected.is_some(), "the measure is set");
        let log = desk.core("log", json!({ "limit": 10 })).await;
        let commands: Vec<_> = log
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["operation"]["command"].clone())
            .collect();
        assert_eq!(
            commands,
            [
                "edit",
                "statement_record",
                "statement_record",
                "statement_record",
                "import",
                "new"
            ]
        );
    });
}

#[test]
fn from_a_finding_to_the_words_of_both_figures() {
    sit_down("keys-finding", async |desk: &mut Desk| {
        crate::sample::open(desk).await;
        press(desk, "Control+2").await;
        desk.sees("Part exceeds whole").await;
        let before = desk.keys_pressed();
        press(desk, "n Enter").await;
        let quotes = "return [...document.querySelectorAll('[data-quote]')].map((line) => line.innerText).join(' ')";
        let read = desk.script(quotes, json!([])).await;
        let read = read.as_str().unwrap_or_default();
        assert!(
            read.contains("entre 130 et 150") && read.contains("87 شخصا"),
            "{read}"
        );
        cost("finding_to_words", desk.keys_pressed() - before, 2);
    });
}

#[test]
fn a_bulletin_of_a_total_and_ten_places() {
    sit_down("keys-bulletin", async |desk: &mut Desk| {
        open(desk, "Flood bulletin number four", BULLETIN).await;
        let before = desk.keys_pressed();
        press(desk, "n f t d Enter w Enter Enter Enter").await;
        keep(desk, 1).await;
        cost("bulletin", desk.keys_pressed() - before, 40);
        let rows = claims(
            desk,
            &[
                "figure_id",
                "point",
                "measure",
                "place",
                "part_of",
                "as_of",
                "source",
            ],
        )
        .await;
        let told: Vec<String> = rows.iter().map(|row| row[1..4].join(",")).collect();
        assert_eq!(
            told,
            [
                "96,killed,",
                "18,killed,Port Selin",
                "16,killed,Marsa",
                "14,killed,Old Harbour",
                "12,killed,Lorne",
                "10,killed,Vell",
                "8,killed,Tarn Mouth",
                "7,killed,Aster",
                "5,killed,Brill",
                "4,killed,Cold Ford",
                "2,killed,Ember",
            ]
        );
        assert!(rows[1..].iter().all(|row| row[4] == rows[0][0]), "{rows:?}");
        assert!(
            rows.iter()
                .all(|row| row[5] == "2031-05-04" && row[6] == "Emergency Service"),
            "{rows:?}"
        );
    });
}
