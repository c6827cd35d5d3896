//! The program as it was installed: tests/package/install puts the package in, runs this, and takes it away.

use serde_json::Value;
use std::path::PathBuf;
use std::process::Command;

use crate::desk::{Desk, sit_down};
use crate::main_job::{keep, record, source};
use crate::menu_entry;
use crate::safety::project;

#[test]
#[ignore = "the package must be installed: tests/package/install does that"]
fn the_menu_entry_opens_a_project_and_a_statement_is_kept() {
    sit_down("installed", async |desk: &mut Desk| {
        let path = desk.file("quay.onrec");
        project(&path);
        desk.power_cut();
        let arguments = menu_entry::arguments(&path);
        desk.start(&arguments.iter().map(PathBuf::as_path).collect::<Vec<_>>())
            .await;
        desk.click("article", "Crane falls on the quay").await;
        record(desk, "n s").await;
        source(desk, "Prefecture of the Quay", Some("ministry")).await;
        keep(desk, 1).await;
        desk.quit().await;

        // What the window kept, the installed command line reads.
        let listed = Command::new("onrec")
            .args(["list", "--json"])
            .arg(&path)
            .arg("figures")
            .output()
            .unwrap();
        assert!(listed.status.success(), "{listed:?}");
        let listed: Value = serde_json::from_slice(&listed.stdout).unwrap();
        let figure = &listed["figures"][0];
        assert_eq!(figure["source"], "Prefecture of the Quay");
        assert_eq!(figure["point"], "12");
    });
}
