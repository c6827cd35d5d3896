//! What is refused, and how: every refusal names what it is about and what can be done next.

use crate::world::{World, fixture};
use rusqlite::Connection;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{Seek as _, SeekFrom, Write as _};
use std::os::unix::ffi::OsStrExt as _;
use std::process::Stdio;

#[test]
fn names_that_are_no_utf8_are_names() {
    let world = World::with_articles();
    let name = OsStr::from_bytes(b"caf\xe9.txt");
    let run = |first: &str, rest: [&OsStr; 2]| {
        let output = world.command(&[first]).args(rest).output().unwrap();
        (
            output.status.code(),
            String::from_utf8_lossy(&output.stderr).into_owned(),
        )
    };
    fs::write(world.path(".").join(name), "Bridge\n\nThe bridge fell.\n").unwrap();
    assert_eq!(
        run("import", ["p.onrec".as_ref(), name]),
        (Some(0), String::new())
    );
    let missing = OsStr::from_bytes(b"n\xff.onrec");
    let (code, said) = run("list", [missing, "articles".as_ref()]);
    assert_eq!(code, Some(3), "{said}");
    assert!(said.contains("There is no file n"), "{said}");
    let (code, said) = run("add", ["p.onrec".as_ref(), missing]);
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("could not be read"), "{said}");
}

#[test]
fn a_file_that_is_damaged_inside_is_named() {
    let world = World::with_claims();
    let db = Connection::open(world.path("p.onrec")).unwrap();
    let asked = "SELECT (rootpage - 1) * (SELECT page_size FROM pragma_page_size) FROM sqlite_schema WHERE name = 'figure'";
    let page: i64 = db.query_row(asked, [], |row| row.get(0)).unwrap();
    db.close().unwrap();
    let mut file = File::options()
        .write(true)
        .open(world.path("p.onrec"))
        .unwrap();
    file.seek(SeekFrom::Start(u64::try_from(page).unwrap()))
        .unwrap();
    file.write_all(&[0xA5; 512]).unwrap();
    drop(file);
    for args in [
        &["list", "p.onrec", "figures"][..],
        &["compare", "p.onrec"],
        &["export", "p.onrec"],
    ] {
        world
            .run(args)
            .exits(3)
            .says(&["p.onrec", "damaged", "backup"]);
    }
    world.run(&["check", "p.onrec"]).exits(1);
    // A copy is made, and nobody takes it for a sound one.
    world
        .run(&["backup", "p.onrec", "copy.onrec"])
        .exits(1)
        .says(&["p.onrec", "copy.onrec", "damaged"]);
    world.run(&["list", "copy.onrec", "articles"]).exits(0);
}

#[test]
fn output_that_cannot_be_written_is_said_and_what_was_done_stays() {
    let world = World::with_articles();
    for args in [
        &["list", "p.onrec", "words"][..],
        &["export", "p.onrec"],
        &["event", "p.onrec", "Flood"],
    ] {
        let full = File::options().write(true).open("/dev/full").unwrap();
        let output = world.command(args).stdout(full).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{args:?}: {said}");
        assert!(said.contains("stdout: "), "{args:?}: {said}");
    }
    assert_eq!(world.list("events").len(), 2);
}

#[test]
fn a_wrong_word_is_answered_with_the_right_ones() {
    let world = World::with_claims();
    let figures = world.list("figures");
    let id = |at: usize| figures[at]["figure_id"].as_str().unwrap();
    world
        .run(&["relate", "p.onrec", id(0), "update", id(1)])
        .exits(2)
        .says(&["“update”", "repeats, updates, corrects"]);
    world
        .run(&[
            "assess",
            "p.onrec",
            id(0),
            "--status",
            "true",
            "--reason",
            "Seen",
        ])
        .exits(2)
        .says(&["“true”", "unverified, in_review, verified"]);
    world
        .run(&["edit", "p.onrec", id(0), "measure=kiled"])
        .exits(2)
        .says(&["“kiled”", "onrec word"]);
    world
        .run(&[
            "import",
            "p.onrec",
            &fixture("dam.en.txt"),
            "--outlet",
            "X",
            "--lang",
            "English",
        ])
        .exits(2)
        .says(&["dam.en.txt", "“English”", "“en”"]);
    world
        .run(&["edit", "p.onrec", id(0), "low=1,000"])
        .exits(2)
        .says(&["low", "“1,000”", "28 digits"]);
    world
        .run(&["edit", "p.onrec", id(0), "as_of=04.03.2031"])
        .exits(2)
        .says(&["as_of", "“04.03.2031”", "2022-01-09T14:30:00Z"]);
}

#[test]
fn what_contradicts_itself_is_refused() {
    let world = World::with_claims();
    let event = world.list("events")[0].clone();
    let id = event["id"].as_str().unwrap();
    world
        .run(&["event", "p.onrec", "Dam failure", "--from", "2031-03-03"])
        .exits(0);
    for args in [
        &["event", "p.onrec", "Dam failure", "--to", "2031-03-02"][..],
        &["edit", "p.onrec", id, "to=2031-02"],
        &["edit", "p.onrec", id, "from=2031-04", "to=2031-03"],
    ] {
        world.run(args).exits(2).says(&["to", "≥ 2031-0"]);
    }
    world
        .run(&["edit", "p.onrec", id, "to=2031-03", "to=2031-04"])
        .exits(2)
        .says(&["“to”", "twice"]);
    // A month that begins with the day is not before it.
    world.run(&["edit", "p.onrec", id, "to=2031-03"]).exits(0);
}

#[test]
fn claims_come_from_a_pipe_too() {
    let world = World::with_articles();
    let mut adding = world
        .command(&["add", "p.onrec", "-"])
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    let claims = fs::read(fixture("claims.jsonl")).unwrap();
    adding.stdin.take().unwrap().write_all(&claims).unwrap();
    assert!(adding.wait().unwrap().success());
    assert_eq!(world.list("statements").len(), 6);
}

#[test]
fn the_manual_and_the_completions_know_every_command() {
    let world = World::new();
    fs::create_dir(world.path("man")).unwrap();
    world.run(&["manual", "man"]).exits(0);
    let completions = world.run(&["completions", "bash"]).exits(0).out;
    for command in ["import", "compare", "export", "assess"] {
        let page = world.read(&format!("man/onrec-{command}.1"));
        assert!(
            page.contains(&format!("onrec\\-{command}")) && page.contains("PROJECT"),
            "{page}"
        );
        assert!(completions.contains(&format!("onrec,{command})")));
    }
    assert!(world.read("man/onrec.1").contains("onrec\\-import(1)"));
    world
        .run(&["manual", "nowhere"])
        .exits(2)
        .says(&["nowhere"]);
}
