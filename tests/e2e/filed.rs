//! What leaves the program: drawings and tables of a timeline, to a file and to the clipboard; and work that is stopped on the way.

use onrecord_core::app::Desk as Project;
use onrecord_core::exchange::{FileKind, read_claims};
use onrecord_core::store::Access;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

use crate::desk::{Desk, sit_down};
use crate::{safety, sample};

#[test]
fn a_timeline_is_saved_and_copied() {
    sit_down("filed", async |desk: &mut Desk| {
        sample::open(desk).await;
        desk.press("Control+2").await;
        desk.sees("121").await;
        desk.press("n Enter t").await;
        desk.find("group", "Figures of the timeline").await;

        for (kind, name) in [
            ("SVG", "drawn.svg"),
            ("PNG", "drawn.png"),
            ("CSV", "drawn.csv"),
        ] {
            desk.answer("choose_save_file", desk.file(name));
            desk.click("button", &format!("Save: {kind}")).await;
            desk.sees(&format!("{name} saved")).await;
        }
        let text = |name: &str| std::fs::read_to_string(desk.file(name)).unwrap();
        let svg = text("drawn.svg");
        assert!(
            svg.contains("<svg") && svg.contains("Prosecutor of Selin"),
            "{svg}"
        );
        assert!(
            !svg.contains("<script") && !svg.contains("var(--"),
            "it stands alone"
        );
        let png = std::fs::read(desk.file("drawn.png")).unwrap();
        assert!(png.starts_with(b"\x89PNG\r\n\x1a\n") && png.len() > 2_000);
        // What is shown is in the file: every word of the drawing, and every figure beside it as a row.
        let shown = "const chart = document.querySelector('figure.timeline');
            const marks = [...chart.querySelectorAll('[data-mark]')].map((mark) => mark.dataset.mark);
            return [[...chart.querySelectorAll('svg text')].map((text) => text.textContent.trim()), marks.length]";
        let shown = desk.script(shown, json!([])).await;
        let words = shown[0].as_array().unwrap();
        assert!(words.len() > 5, "{words:?}");
        for word in words {
            let word = word.as_str().unwrap().trim_end_matches('…');
            assert!(svg.contains(word), "{word:?} is in {svg}");
        }
        let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        let drawn = desk
            .script(
                "const svg = new DOMParser().parseFromString(arguments[0], 'image/svg+xml').documentElement;
                 return [svg.width.baseVal.value, svg.height.baseVal.value]",
                json!([svg]),
            )
            .await;
        let ratio = f64::from(side(16)) / f64::from(side(20));
        let wanted = drawn[0].as_f64().unwrap() / drawn[1].as_f64().unwrap();
        assert!(
            (ratio - wanted).abs() < 0.02,
            "the picture is the drawing: {ratio}, {wanted}"
        );
        let csv = text("drawn.csv");
        assert!(
            csv.contains("Prosecutor of Selin") && csv.contains("الدفاع المدني"),
            "{csv}"
        );
        let marks = usize::try_from(shown[1].as_u64().unwrap()).unwrap();
        assert_eq!(csv.lines().count(), marks + 1, "{csv}");

        // Where nothing can be written, that is said with the place, and the drawing stays.
        for (kind, place) in [
            ("SVG", PathBuf::from("/sys/drawn.svg")),
            ("PNG", desk.file("nowhere/drawn.png")),
            ("CSV", PathBuf::from("/sys/drawn.csv")),
        ] {
            desk.answer("choose_save_file", &place);
            desk.click("button", &format!("Save: {kind}")).await;
            desk.sees(&format!("{} could not be", place.display()))
                .await;
        }
        desk.find("group", "Figures of the timeline").await;

        // What is copied is pasted again.
        desk.script(
            "addEventListener('paste', (event) => {
                const data = event.clipboardData;
                window.pasted = [data.getData('text/plain'), null];
                navigator.clipboard.read()
                    .then((items) => items[0].getType('image/png'))
                    .then((png) => png.arrayBuffer())
                    .then((bytes) => { window.pasted = ['image/png', [...new Uint8Array(bytes).slice(16, 24)]]; })
                    .catch((error) => { window.pasted[1] = String(error); });
                event.preventDefault();
                event.stopImmediatePropagation();
            }, { capture: true })",
            json!([]),
        )
        .await;
        let pasted = async |kind: &str, is_it: &dyn Fn(&Value) -> bool| {
            desk.click("button", &format!("Copy: {kind}")).await;
            desk.sees(&format!("Timeline copied as {kind}")).await;
            let mut seen = Value::Null;
            let there = desk.wait_for(async || {
                desk.press("Control+v").await;
                seen = desk.script("return window.pasted", json!([])).await;
                is_it(&seen).then_some(())
            });
            assert!(there.await.is_some(), "{kind} is on the clipboard: {seen}");
        };
        // The clipboard has its own ends of lines, and needs no mark of the encoding.
        let same = |seen: &Value, file: &str| {
            let text = seen[0].as_str().unwrap_or_default();
            text.lines().eq(file.trim_start_matches('\u{feff}').lines())
        };
        pasted("CSV", &|seen| same(seen, &csv)).await;
        pasted("SVG", &|seen| same(seen, &svg)).await;
        let sides = json!(png[16..24].to_vec());
        pasted("PNG", &|seen| {
            seen[0] == json!("image/png") && seen[1] == sides
        })
        .await;

        desk.answer("choose_save_file", desk.file("board.csv"));
        desk.press("Escape Control+Shift+e").await;
        desk.sees("board.csv saved").await;
        assert!(text("board.csv").lines().count() > csv.lines().count());
    });
}

#[test]
fn an_export_is_stopped_and_the_file_that_was_there_stays() {
    sit_down("stopped-export", async |desk: &mut Desk| {
        let path = desk.file("quay.onrec");
        safety::project(&path);
        fill(&path);
        let filed = desk.file("filed");
        std::fs::create_dir(&filed).unwrap();
        let before = desk.write("filed/claims.csv", "what was filed before\n");
        desk.power_cut();
        desk.start(&[&path]).await;
        desk.find("article", "Crane falls on the quay").await;
        desk.press("Control+3").await;
        desk.sees(&format!("{} rows", thousands(ROWS))).await;
        for place in [before.clone(), filed.join("new.csv")] {
            desk.answer("choose_save_csv", &place);
            desk.click("button", "Save as CSV…").await;
            desk.find("progressbar", "Saving the claim table").await;
            let begun = desk.wait_for(async || {
                let at = "return document.querySelector('progress')?.value ?? 0";
                (desk.script(at, json!([])).await.as_f64()? > 0.0).then_some(())
            });
            assert!(begun.await.is_some(), "rows are written");
            desk.press("Escape").await;
            desk.sees("Stopped. No file was written.").await;
            desk.no_longer_sees("Saving the claim table").await;
            let left: Vec<_> = std::fs::read_dir(&filed)
                .unwrap()
                .flatten()
                .map(|file| file.file_name())
                .collect();
            assert_eq!(left, ["claims.csv"], "nothing half-written stays");
            assert_eq!(
                std::fs::read_to_string(&before).unwrap(),
                "what was filed before\n"
            );
            desk.press("Alt+t Escape").await;
        }

        // What cannot be written says so, and where.
        desk.answer("choose_save_csv", "/sys/claims.csv");
        desk.click("button", "Save as CSV…").await;
        desk.sees("/sys/claims.csv could not be").await;
    });
}

/// Figures that the claim table holds beside the only article: enough that saving them takes a while.
const ROWS: usize = 400_000;

/// `400,000`
fn thousands(number: usize) -> String {
    format!("{},{:03}", number / 1_000, number % 1_000)
}

/// Adds an article with a statement of many figures, past the program: recording them one by one takes minutes.
fn fill(path: &Path) {
    let mut project =
        Project::open(path, Access::Write, safety::someone(), chrono::Utc::now).unwrap();
    safety::import(&mut project, "List of names");
    let claim = json!({ "article": "List of names", "quote": "The prefecture counted 12 injured on Monday.",
        "source": "Prefecture", "figures": [{ "figure_text": "12", "measure": "injured" }] });
    let claims = read_claims(FileKind::Jsonl, format!("{claim}\n").as_bytes(), None).unwrap();
    let added = project.add(claims, |_| ()).unwrap();
    assert!(added.refused.is_empty(), "{:?}", added.refused);
    project.close().unwrap();
    let db = rusqlite::Connection::open(path).unwrap();
    let columns: String = db
        .query_row(
            "SELECT group_concat('\"' || name || '\"') FROM pragma_table_info('figure')",
            [],
            |row| row.get(0),
        )
        .unwrap();
    let values = columns.replace("\"id\"", "printf('00000000-0000-7000-8000-%012d', i)");
    db.execute_batch(&format!(
        "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < {ROWS}) \
         INSERT INTO figure ({columns}) SELECT {values} FROM figure CROSS JOIN n"
    ))
    .unwrap();
}

#[test]
fn an_import_is_stopped_and_nothing_of_it_stays() {
    sit_down("stopped", async |desk: &mut Desk| {
        let path = desk.file("quay.onrec");
        safety::project(&path);
        desk.power_cut();
        desk.start(&[&path]).await;
        desk.find("article", "Crane falls on the quay").await;
        // Enough that it cannot be done before it is stopped.
        let text = "The harbour office said that 12 people were hurt on Monday.\n\n".repeat(4_000);
        let files: Vec<_> = (0..40)
            .map(|at| desk.write(&format!("long-{at}.txt"), &format!("Report {at}\n\n{text}")))
            .collect();
        desk.answer("choose_import", files);
        desk.press("Control+i").await;
        desk.click("button", "Choose files…").await;
        desk.find("button", "Import 40 articles").await;
        desk.press("Control+Enter").await;
        desk.find("progressbar", "Importing…").await;
        desk.is_accessible("importing").await;
        desk.press("Escape").await;
        desk.sees("Stopped. Nothing was brought in.").await;
        let info = desk.core("project_info", json!({})).await;
        assert_eq!(info["articles"], json!(1));
        let check = desk.core("check", json!({ "repair": false })).await;
        assert_eq!(check["ok"], json!(true));
    });
}
