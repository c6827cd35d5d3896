//! Input that nobody would write and somebody will bring: words without end, hundreds of sources, no letter, no article, other
//! scripts, pages with programs in them. Everything stays readable and can be worked with.

use onrecord_core::api::types::{ArticleMeta, ImportItem, ImportRequest, ImportSource};
use onrecord_core::app::{Desk as Project, Recorder};
use onrecord_core::exchange::{FileKind, read_claims};
use serde_json::{Value, json};
use std::path::Path;

use crate::desk::{Desk, sit_down};
use crate::main_job::{keep, record, source};
use crate::views::word;

const EVENT: &str = "Flood";
const SOURCES: usize = 200;
/// Large, and what a window of 1280×800 has at twice the size.
const SIZES: [(u32, u32); 2] = [(1280, 773), (640, 373)];

/// A page that would run if anything in it did.
const PAGE: &str = r#"<h1>Pasted page</h1><p onclick="window.ran = 1">Nine were hurt <img src="x" onerror="window.ran = 1"><b>at once</b>,
    the warden said.</p><script>window.ran = 1</script><iframe srcdoc="<script>parent.ran = 1</script>"></iframe>
    <a href="javascript:window.ran = 1">more</a><svg onload="window.ran = 1"></svg><style>* { display: none !important }</style>"#;

fn someone() -> Recorder {
    Recorder {
        by: "Ada".into(),
        device: "test".into(),
    }
}

/// A word of ten thousand letters.
fn endless() -> String {
    "Flussdampfschifffahrt"
        .chars()
        .cycle()
        .take(10_000)
        .collect()
}

fn make(path: &Path) {
    let mut project = Project::create(path, Some(&endless()), someone(), chrono::Utc::now).unwrap();
    let many: String = (0..SOURCES)
        .map(|at| format!("{}\n\n", sentence(at)))
        .collect();
    let articles = [
        (endless(), format!("The word {} hurt 12 people.", endless())),
        ("Two hundred sources".into(), many),
        (
            "1 300 – 1 400".into(),
            "12, 13; 14… 2024-01-09\n\n*** 97 %\n".into(),
        ),
        (
            "Far away".into(),
            "The office counted 87 dead. It counted 41 injured.\n".into(),
        ),
    ];
    let items = articles.map(|(title, text)| ImportItem {
        from: ImportSource::Text(format!("{title}\n\n{text}")),
        meta: ArticleMeta {
            outlet: Some(if title == endless() {
                endless()
            } else {
                "The Gauge".into()
            }),
            title: Some(title),
            event: Some(EVENT.into()),
            ..ArticleMeta::default()
        },
    });
    let items = items.into();
    project.import(&ImportRequest { items }, |_| ()).unwrap();
    let lines: String = claims().map(|claim| format!("{claim}\n")).collect();
    let claims = read_claims(FileKind::Jsonl, lines.as_bytes(), None).unwrap();
    let added = project.add(claims, |_| ()).unwrap();
    assert!(added.refused.is_empty(), "{:?}", added.refused);
    project.close().unwrap();
}

fn sentence(at: usize) -> String {
    format!(
        "Office number {at} said that {} people were killed.",
        100 + at
    )
}

fn claims() -> impl Iterator<Item = Value> {
    let kinds = ["ministry", "un", "ngo", "media", "union", "hospital"];
    let many = (0..SOURCES).map(move |at| {
        json!({ "article": "Two hundred sources", "quote": sentence(at), "source": format!("Office number {at}"),
            "source_kind": kinds[at % kinds.len()],
            "figures": [{ "figure_text": (100 + at).to_string(), "measure": "killed", "group": "persons" }] })
    });
    let far = json!({ "article": "Far away", "quote": "The office counted 87 dead.",
        "source": "وزارة الداخلية والبلديات والتنمية المحلية", "source_kind": "ministry", "speaker": "محمد عبد الله الأحمد",
        "speaker_role": "المتحدث باسم الوزارة", "note": endless(), "tags": [endless()],
        "via": [{ "name": "وكالة الأنباء", "kind": "news_agency", "connection": "agency" }],
        "figures": [{ "figure_text": "87", "measure": "killed", "group": "persons", "place": "بيروت > الضاحية" }] });
    many.chain([far])
}

#[test]
fn rough_input_stays_readable_and_usable() {
    sit_down("rough", async |desk: &mut Desk| {
        let path = desk.file("rough.onrec");
        make(&path);
        desk.power_cut();
        desk.start(&[&path]).await;
        // A number of the endless word is recorded by key, of a source without end.
        desk.find("article", "Flussdampf").await;
        record(desk, "n s").await;
        desk.is_tidy("the card of an endless word").await;
        desk.keep_picture("rough-card").await;
        let long: String = endless().chars().take(400).collect();
        source(desk, &long, Some("ministry")).await;
        keep(desk, 1).await;

        for (width, height) in SIZES {
            desk.resize(width, height).await;
            walk(desk, width).await;
        }
    });
}

/// Through every view with everything rough in it.
async fn walk(desk: &Desk, width: u32) {
    let look = async |view: &str| {
        desk.is_tidy(&format!("{view} at {width}")).await;
        if width > 1000 {
            desk.keep_picture(&format!("rough-{view}")).await;
        }
    };
    desk.press("Control+1").await;
    for (title, view) in [
        ("Flussdampf", "word"),
        ("Two hundred sources", "many"),
        ("1 300 – 1 400", "no-letter"),
        ("Far away", "far"),
    ] {
        desk.click("option", title).await;
        desk.find("article", title).await;
        look(view).await;
    }

    desk.press("Control+2").await;
    desk.sees("100 (Office number 0)").await;
    look("compare").await;
    desk.press("n Enter").await;
    desk.sees("Office number 0 said that 100 people").await;
    look("quotes").await;
    desk.press("t").await;
    desk.find("group", "Figures of the timeline").await;
    look("timeline").await;
    desk.press("t Escape g").await;
    desk.find("columnheader", "ST State").await;
    look("grid").await;
    desk.press("g").await;

    desk.press("Control+3").await;
    desk.sees("202 rows").await;
    look("claims").await;
    desk.press("Control+4").await;
    desk.click("option", "ST Flussdampf").await;
    desk.find("textbox", "Name").await;
    look("register").await;
    desk.is_accessible("rough, register").await;
    desk.press("Escape").await;
    desk.press("Control+5").await;
    desk.sees("added 201 claims").await;
    look("history").await;
    desk.press("Escape Control+k").await;
    desk.find("combobox", "Search").await;
    desk.type_text("killed").await;
    desk.find("option", "Two hundred sources").await;
    look("search").await;
    desk.press("Escape").await;
}

#[test]
fn a_project_without_an_article_says_what_to_do_and_a_pasted_page_is_words_alone() {
    sit_down("empty", async |desk: &mut Desk| {
        let path = desk.file("empty.onrec");
        let project = Project::create(&path, Some("Empty"), someone(), chrono::Utc::now).unwrap();
        project.close().unwrap();
        desk.power_cut();
        desk.start(&[&path]).await;
        for (width, height) in SIZES {
            desk.resize(width, height).await;
            for (keys, words) in [
                ("Control+1", "Bring in the first article"),
                ("Control+2", &word("en", "compare.empty.title")),
                ("Control+3", &word("en", "claims.empty.title")),
                ("Control+4", "Sources"),
                ("Escape Control+5", "made the project"),
                ("Escape Control+k", "Commands"),
                ("Escape F1", "Everywhere"),
                ("Escape Control+,", "Language"),
                ("Escape Control+i", "Drop files here"),
            ] {
                desk.press(keys).await;
                desk.sees(words).await;
                let view = format!("empty, {words:?} at {width}");
                desk.is_tidy(&view).await;
                desk.is_accessible(&view).await;
            }
            desk.press("Escape").await;
        }

        let paste = "const data = new DataTransfer();
            data.setData('text/html', arguments[0]);
            data.setData('text/plain', 'Nine were hurt');
            document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))";
        desk.script(paste, json!([PAGE])).await;
        desk.find("dialog", "Import articles").await;
        desk.find("textbox", "Title").await;
        desk.is_tidy("a pasted page").await;
        desk.press("Control+Enter").await;
        desk.find("article", "Pasted page").await;
        desk.sees("Nine were hurt at once, the warden said.").await;
        let strange = "return [window.ran ?? null, document.querySelectorAll('main :is(script, iframe, img, style, [onclick], a[href^=javascript])').length]";
        assert_eq!(desk.script(strange, json!([])).await, json!([null, 0]));
        record(desk, "j s").await;
        desk.press("Escape").await;
    });
}
