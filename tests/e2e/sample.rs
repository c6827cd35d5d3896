//! A project to look at: our own articles in three languages, with a conflict, a revision, a denial and an echo.

use onrecord_core::api::types::{ArticleMeta, ImportItem, ImportRequest, ImportSource};
use onrecord_core::app::{Desk as Project, Recorder};
use onrecord_core::exchange::{FileKind, read_claims};
use serde_json::json;
use std::path::{Path, PathBuf};

use crate::desk::Desk;

const EVENT: &str = "Selin harbour fire";

/// Makes the project and opens the window on it.
pub async fn open(desk: &mut Desk) -> PathBuf {
    let path = desk.file("selin.onrec");
    make(&path);
    desk.power_cut();
    desk.start(&[&path]).await;
    desk.find("article", "Fire at Selin harbour: what is known")
        .await;
    path
}

/// Makes the project.
pub fn make(path: &Path) {
    let recorder = Recorder {
        by: "A. Reader".into(),
        device: "sample".into(),
    };
    let mut project =
        Project::create(path, Some("Selin 2024"), recorder, chrono::Utc::now).unwrap();
    let items = articles().map(|(title, outlet, day, language, text)| ImportItem {
        from: ImportSource::Text(text.into()),
        meta: ArticleMeta {
            title: Some(title.into()),
            outlet: Some(outlet.into()),
            published_at: Some(day.into()),
            language: Some(language.into()),
            url: Some(format!("https://example.org/{day}-{language}")),
            event: Some(EVENT.into()),
            ..ArticleMeta::default()
        },
    });
    let imported = project
        .import(
            &ImportRequest {
                items: items.into(),
            },
            |_| (),
        )
        .unwrap();
    assert!(
        imported.results.iter().all(|result| result.error.is_none()),
        "{imported:?}"
    );
    let lines = claims()
        .iter()
        .map(|claim| format!("{claim}\n"))
        .collect::<String>();
    let claims = read_claims(FileKind::Jsonl, lines.as_bytes(), None).unwrap();
    let added = project.add(claims, |_| ()).unwrap();
    assert!(added.refused.is_empty(), "{:?}", added.refused);
    project.close().unwrap();
}

fn articles() -> [(
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
); 4] {
    [
        (
            "Fire at Selin harbour: what is known",
            "The Selin Courier",
            "2024-03-10",
            "en",
            "Fire at Selin harbour: what is known

About 400 people were injured in the fire at Selin harbour, the United Nations estimated on Sunday.

At least 18 police officers were killed, the Interior Ministry said. More than 450 police officers were injured, it \
added.

The Health Ministry put the number of dead at 96, of whom more than 60 in the Old Harbour.

“We will rebuild every street,” the mayor, Ada Marin, told the Coastal News Agency.
",
        ),
        (
            "Incendie du port : le bilan contesté",
            "Le Phare du Sud",
            "2024-03-11",
            "fr",
            "Incendie du port : le bilan contesté

Le syndicat des dockers affirme qu’entre 130 et 150 personnes sont mortes dans l’incendie.

Le ministère de la Santé dément avoir donné le chiffre de 96 morts. « Ce bilan ne vient pas de nous », a dit sa \
porte-parole, Léa Ferrand.
",
        ),
        (
            "Dead revised to 121",
            "Coast Daily",
            "2024-03-15",
            "en",
            "Dead revised to 121

The prosecutor’s office said on Friday that 121 people had died, among them 19 police officers.

The Coastal News Agency also reported 121 dead.
",
        ),
        (
            "حريق الميناء",
            "صوت الساحل",
            "2024-03-12",
            "ar",
            "حريق الميناء

قال الدفاع المدني إن 87 شخصا قتلوا في حريق الميناء، وأصيب 310 آخرون.
",
        ),
    ]
}

fn claims() -> Vec<serde_json::Value> {
    let [harbour, bilan, revised, arabic] = articles().map(|(title, ..)| title);
    let killed =
        |words: &str| json!({ "figure_text": words, "measure": "killed", "group": "persons" });
    vec![
        json!({ "article": harbour, "quote": "About 400 people were injured in the fire at Selin harbour, the United \
            Nations estimated on Sunday.", "source": "United Nations", "source_kind": "un",
            "figures": [{ "figure_text": "About 400", "measure": "injured", "group": "persons" }] }),
        json!({ "article": harbour, "quote": "At least 18 police officers were killed, the Interior Ministry said.",
            "source": "Interior Ministry", "source_kind": "ministry", "stated_at": "2024-03-10",
            "figures": [{ "id": "police", "figure_text": "At least 18", "measure": "killed", "group": "police" }] }),
        json!({ "article": harbour, "quote": "More than 450 police officers were injured, it added.",
            "source": "Interior Ministry", "source_kind": "ministry", "stated_at": "2024-03-10",
            "figures": [{ "figure_text": "More than 450", "measure": "injured", "group": "police" }] }),
        json!({ "article": harbour, "quote": "The Health Ministry put the number of dead at 96, of whom more than 60 \
            in the Old Harbour.", "source": "Health Ministry", "source_kind": "ministry", "stated_at": "2024-03-10",
            "figures": [
                { "id": "ninety-six", "figure_text": "96", "measure": "killed", "group": "persons" },
                { "figure_text": "more than 60", "measure": "killed", "group": "persons",
                  "place": "Selin > Old Harbour", "part_of": "ninety-six" },
            ] }),
        json!({ "article": harbour, "quote": "“We will rebuild every street,” the mayor, Ada Marin, told the Coastal \
            News Agency.", "modality": "direct", "speaker": "Ada Marin", "speaker_role": "mayor",
            "source": "City of Selin", "source_kind": "local_authority", "tags": ["reconstruction"],
            "via": [{ "name": "Coastal News Agency", "kind": "news_agency", "connection": "agency" }] }),
        json!({ "article": bilan, "quote": "Le syndicat des dockers affirme qu’entre 130 et 150 personnes sont mortes \
            dans l’incendie.", "quote_translation": "The dockers’ union says that between 130 and 150 people died in \
            the fire.", "translation_lang": "en", "source": "Syndicat des dockers", "source_kind": "union",
            "stated_at": "2024-03-11", "figures": [killed("entre 130 et 150")] }),
        json!({ "article": bilan, "quote": "Le ministère de la Santé dément avoir donné le chiffre de 96 morts.",
            "source": "Health Ministry", "source_kind": "ministry", "stated_at": "2024-03-11",
            "speaker": "Léa Ferrand", "speaker_role": "porte-parole",
            "figures": [{ "id": "denial", "figure_text": "96", "measure": "killed", "group": "persons",
                "stance": "denies" }],
            "relations": [{ "kind": "denies", "from": "denial", "to": "ninety-six" }] }),
        json!({ "article": revised, "quote": "The prosecutor’s office said on Friday that 121 people had died, among \
            them 19 police officers.", "source": "Prosecutor of Selin", "source_kind": "prosecutor",
            "stated_at": "2024-03-15", "figures": [
                { "id": "prosecutor", "figure_text": "121", "measure": "killed", "group": "persons" },
                { "figure_text": "19", "measure": "killed", "group": "police", "part_of": "prosecutor" },
            ] }),
        json!({ "article": revised, "quote": "The Coastal News Agency also reported 121 dead.",
            "source": "Coastal News Agency", "source_kind": "news_agency", "stated_at": "2024-03-15",
            "figures": [{ "id": "echo", "figure_text": "121", "measure": "killed", "group": "persons" }],
            "relations": [{ "kind": "same_origin_as", "from": "echo", "to": "prosecutor" }] }),
        json!({ "article": arabic, "quote": "قال الدفاع المدني إن 87 شخصا قتلوا في حريق الميناء، وأصيب 310 آخرون.",
            "source": "الدفاع المدني", "source_kind": "emergency_service", "stated_at": "2024-03-12",
            "figures": [
                { "figure_text": "87", "measure": "killed", "group": "persons" },
                { "figure_text": "310", "measure": "injured", "group": "persons" },
            ] }),
    ]
}
