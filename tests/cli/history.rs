//! The journal: undo, redo, log, check, backup.

use crate::world::{World, fixture, redacted};
use std::fs;

fn export(world: &World) -> String {
    world
        .run(&["export", "p.onrec", "--include-confidential"])
        .exits(0)
        .out
}

#[test]
fn one_command_is_one_operation() {
    let world = World::with_claims();
    let full = export(&world);
    world.run(&["undo", "p.onrec"]).exits(0);
    assert!(
        world.list("statements").is_empty()
            && world.list("sources").is_empty()
            && world.list("places").is_empty()
    );
    world.run(&["redo", "p.onrec"]).exits(0);
    assert_eq!(export(&world), full);
    for _ in 0..3 {
        world.run(&["undo", "p.onrec"]).exits(0);
    }
    assert!(world.list("articles").is_empty());
    world
        .run(&["undo", "p.onrec"])
        .exits(2)
        .says(&["nothing to undo"]);
    for _ in 0..3 {
        world.run(&["redo", "p.onrec"]).exits(0);
    }
    world.run(&["redo", "p.onrec"]).exits(2);
    assert_eq!(export(&world), full);
    assert_eq!(world.files(), ["p.onrec"]);
}

#[test]
fn a_new_operation_empties_redo() {
    let world = World::with_claims();
    world.run(&["undo", "p.onrec"]).exits(0);
    world
        .run(&["event", "p.onrec", "Flood", "--from", "2031"])
        .exits(0);
    world.run(&["redo", "p.onrec"]).exits(2);
}

#[test]
fn the_log_says_who_did_what_newest_first() {
    let world = World::with_claims();
    world
        .run(&["--by", "Someone Else", "undo", "p.onrec"])
        .exits(0);
    world
        .run(&["event", "p.onrec", "Flood", "--by", "Ida"])
        .exits(0);
    let json = world.run(&["log", "p.onrec", "--json"]).exits(0).json();
    let operations = json["operations"].as_array().unwrap();
    let told: Vec<_> = operations
        .iter()
        .map(|row| {
            (
                row["command"].as_str().unwrap(),
                row["by"].as_str().unwrap(),
                row["undone"].as_bool().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("event_put", "Ida", false),
            ("add", "Tester", true),
            ("import", "Tester", false),
            ("import", "Tester", false),
            ("new", "Tester", false),
        ]
    );
    insta::assert_snapshot!(redacted(&world.run(&["log", "p.onrec"]).exits(0).out));
}

#[test]
fn who_works_is_said_or_set() {
    let world = World::new();
    let by = |world: &World, project: &str| {
        let json = world.run(&["log", project, "--json"]).json();
        json["operations"][0]["by"].as_str().unwrap().to_owned()
    };
    fs::create_dir_all(world.path("home")).unwrap();
    fs::write(
        world.path("home/settings.json"),
        r#"{"by": "From Settings", "theme": "dark"}"#,
    )
    .unwrap();
    world
        .command(&["new", "a.onrec"])
        .env_remove("ONRECORD_BY")
        .status()
        .unwrap();
    assert_eq!(by(&world, "a.onrec"), "From Settings");
    world.run(&["new", "b.onrec"]).exits(0);
    assert_eq!(by(&world, "b.onrec"), "Tester");
    world.run(&["new", "c.onrec", "--by", "Said"]).exits(0);
    assert_eq!(by(&world, "c.onrec"), "Said");
}

#[test]
fn check_finds_faults_and_repairs_what_is_derived() {
    let world = World::with_claims();
    assert_eq!(
        world.run(&["check", "p.onrec", "--json"]).exits(0).json()["ok"],
        true
    );
    let db = rusqlite::Connection::open(world.path("p.onrec")).unwrap();
    db.execute_batch("UPDATE figure SET standing = 'denied' WHERE figure_text = 'About 1,000'; DELETE FROM search").unwrap();
    db.close().unwrap();
    let json = world.run(&["check", "p.onrec", "--json"]).exits(1).json();
    assert_eq!(json["ok"], false);
    assert!(!json["problems"].as_array().unwrap().is_empty());
    world.run(&["check", "p.onrec", "--repair"]).exits(0);
    world.run(&["check", "p.onrec"]).exits(0);
    let db = rusqlite::Connection::open(world.path("p.onrec")).unwrap();
    db.execute_batch("UPDATE canonical SET text = replace(text, 'soldiers', 'sailors')")
        .unwrap();
    db.close().unwrap();
    let problems =
        world.run(&["check", "p.onrec", "--json"]).exits(1).json()["problems"].to_string();
    assert!(
        problems.contains("text_changed") && problems.contains("anchor_moved"),
        "{problems}"
    );
    world.run(&["check", "p.onrec"]).exits(1);
}

#[test]
fn a_backup_is_the_project() {
    let world = World::with_claims();
    world.run(&["backup", "p.onrec", "copy.onrec"]).exits(0);
    let copied = world
        .run(&["export", "copy.onrec", "--include-confidential"])
        .exits(0)
        .out;
    assert_eq!(copied, export(&world));
    world
        .run(&["backup", "p.onrec", "copy.onrec"])
        .exits(2)
        .says(&["copy.onrec"]);
    world
        .run(&["backup", "p.onrec", "nowhere/copy.onrec"])
        .exits(2)
        .says(&["nowhere/copy.onrec"]);
    assert_eq!(world.files(), ["copy.onrec", "p.onrec"]);
}

#[test]
fn a_project_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let world = World::with_articles();
    assert_eq!(
        fs::metadata(world.path("p.onrec"))
            .unwrap()
            .permissions()
            .mode()
            & 0o777,
        0o600
    );
    world
        .run(&[
            "import",
            "p.onrec",
            &fixture("dam.en.txt"),
            "--outlet",
            "Mirror",
        ])
        .exits(0);
    assert_eq!(world.files(), ["p.onrec"]);
}
