//! What leaves the program: drawings and tables of a timeline, to a file and to the clipboard; and work that is stopped on the way.

use serde_json::json;

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
        let csv = text("drawn.csv");
        assert!(
            csv.contains("Prosecutor of Selin") && csv.contains("الدفاع المدني"),
            "{csv}"
        );

        desk.answer("choose_save_file", desk.file("board.csv"));
        desk.press("Escape Control+Shift+e").await;
        desk.sees("board.csv saved").await;
        assert!(text("board.csv").lines().count() > csv.lines().count());

        // What is copied is pasted again into a field.
        desk.press("n Enter").await;
        desk.click("button", "Copy: CSV").await;
        desk.sees("Timeline copied as CSV").await;
        desk.press("Control+k").await;
        let field = desk.find("combobox", "Search").await;
        desk.press("Control+v").await;
        let pasted = desk.wait_for(async || {
            let value = field.value().await.ok().flatten().unwrap_or_default();
            value.contains("United Nations").then_some(())
        });
        assert!(pasted.await.is_some(), "the table is on the clipboard");
    });
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
