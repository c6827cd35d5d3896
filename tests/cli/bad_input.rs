//! Files that are not what they should be: a clear message, nothing lost, the right exit code.

use crate::world::{World, fixture};
use rusqlite::Connection;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;

#[test]
fn a_project_that_cannot_be_opened_is_left_untouched() {
    let world = World::new();
    world.run(&["new", "p.onrec"]).exits(0);
    world.write(
        "text.onrec",
        "not a database, but long enough to be taken for the header of one, which it is not",
    );
    world.write("empty.onrec", "");
    fs::create_dir(world.path("folder.onrec")).unwrap();
    Connection::open(world.path("other.onrec"))
        .unwrap()
        .execute_batch("CREATE TABLE t (x)")
        .unwrap();
    fs::copy(world.path("p.onrec"), world.path("newer.onrec")).unwrap();
    Connection::open(world.path("newer.onrec"))
        .unwrap()
        .pragma_update(None, "user_version", 99)
        .unwrap();
    fs::copy(world.path("p.onrec"), world.path("altered.onrec")).unwrap();
    Connection::open(world.path("altered.onrec"))
        .unwrap()
        .execute_batch("CREATE TABLE t (x)")
        .unwrap();
    let files = world.files();
    for name in ["text", "empty", "other", "newer", "altered"] {
        let name = format!("{name}.onrec");
        let before = fs::read(world.path(&name)).unwrap();
        for args in [
            &["list", &name, "articles"][..],
            &["undo", &name],
            &["check", &name],
        ] {
            world.run(args).exits(3).says(&[&name]);
        }
        assert!(fs::read(world.path(&name)).unwrap() == before, "{name}");
    }
    world
        .run(&["list", "folder.onrec", "articles"])
        .exits(3)
        .says(&["folder.onrec"]);
    world
        .run(&["list", "nowhere.onrec", "articles"])
        .exits(3)
        .says(&["nowhere.onrec"]);
    world
        .run(&["new", "nowhere/p.onrec"])
        .exits(3)
        .says(&["nowhere/p.onrec"]);
    world.run(&["new", "p.onrec"]).exits(2).says(&["p.onrec"]);
    world
        .run(&["list", "newer.onrec", "articles"])
        .says(&["99"]);
    assert_eq!(world.files(), files);
}

#[test]
fn a_read_only_project_can_be_looked_at() {
    let world = World::with_claims();
    fs::set_permissions(world.path("p.onrec"), Permissions::from_mode(0o444)).unwrap();
    for args in [
        &["list", "p.onrec", "figures"][..],
        &["search", "p.onrec", "dam"],
        &["compare", "p.onrec"],
        &["export", "p.onrec", "-f", "csv"],
        &["log", "p.onrec"],
        &["check", "p.onrec"],
    ] {
        assert!(!world.run(args).exits(0).out.is_empty());
    }
    for args in [
        &["undo", "p.onrec"][..],
        &["import", "p.onrec", &fixture("dam.en.txt"), "--outlet", "X"],
        &["add", "p.onrec", &fixture("claims.jsonl")],
        &["check", "p.onrec", "--repair"],
        &["event", "p.onrec", "E"],
    ] {
        world.run(args).exits(3).says(&["p.onrec"]);
    }
    assert_eq!(world.files(), ["p.onrec"]);
}

#[test]
fn a_project_that_stays_locked_is_given_up_after_five_seconds() {
    let world = World::with_articles();
    let other = Connection::open(world.path("p.onrec")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let asked = std::time::Instant::now();
    world
        .run(&["undo", "p.onrec"])
        .exits(3)
        .says(&["p.onrec", "5 seconds"]);
    assert!(asked.elapsed().as_secs() >= 4);
    // Whoever only looks is not in the way.
    world.run(&["list", "p.onrec", "articles"]).exits(0);
    other.execute_batch("ROLLBACK").unwrap();
    world.run(&["undo", "p.onrec"]).exits(0);
}

#[test]
fn articles_that_cannot_come_in_are_named() {
    let world = World::with_articles();
    world.write("empty.txt", " \n\n");
    world.write("bytes.txt", b"Caf\xe9 closed\n");
    world.write("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    world.write("long.txt", "a ".repeat(10_000_001));
    world.write("good.txt", "A title\n\nA text.\n");
    let ran = world.run(&[
        "import",
        "p.onrec",
        "empty.txt",
        "bytes.txt",
        "picture.png",
        "long.txt",
        "none.txt",
        ".",
    ]);
    ran.exits(2).says(&[
        "empty.txt",
        "bytes.txt is not valid UTF-8: the first wrong byte stands at offset 3",
        "picture.png",
        "long.txt holds 20000002 bytes",
        "20000000",
        "none.txt",
    ]);
    let ran = world
        .run(&["import", "p.onrec", "empty.txt", "good.txt"])
        .exits(1)
        .says(&["empty.txt"]);
    assert_eq!(ran.lines().len(), 1);
    let dam = fixture("dam.en.txt");
    let again = world
        .run(&["import", "p.onrec", &dam, "--outlet", "Courier"])
        .exits(2);
    again.says(&[
        "dam.en.txt",
        world.list("articles")[0]["id"].as_str().unwrap(),
    ]);
    // Another outlet is another article.
    world
        .run(&["import", "p.onrec", &dam, "--outlet", "Mirror"])
        .exits(0);
    world
        .run(&[
            "import",
            "p.onrec",
            &dam,
            "--outlet",
            "X",
            "--published",
            "soon",
        ])
        .exits(2)
        .says(&["soon"]);
    assert_eq!(world.list("articles").len(), 4);
}

#[test]
fn files_of_claims_that_are_none() {
    let world = World::with_articles();
    world.write("empty.jsonl", "\n");
    world.write("bytes.csv", b"article,quote\nNight of the dam,caf\xe9\n");
    world
        .run(&["add", "p.onrec", "empty.jsonl"])
        .exits(2)
        .says(&["empty.jsonl"]);
    world
        .run(&["add", "p.onrec", "bytes.csv"])
        .exits(2)
        .says(&["bytes.csv", "34"]);
    world
        .run(&["add", "p.onrec", "none.jsonl"])
        .exits(2)
        .says(&["none.jsonl"]);
    world.run(&["add", "p.onrec", "."]).exits(2);
    world
        .run(&[
            "add",
            "p.onrec",
            &fixture("claims.jsonl"),
            "--map",
            "none.json",
        ])
        .exits(2)
        .says(&["none.json"]);
    world
        .run(&["add", "none.onrec", &fixture("claims.jsonl")])
        .exits(3)
        .says(&["none.onrec"]);
}

#[test]
fn usage_is_exit_code_2_and_help_is_0() {
    let world = World::new();
    for args in [
        &["list", "p.onrec"][..],
        &["list", "p.onrec", "wishes"],
        &["dance"],
        &[],
        &["export", "p.onrec", "-f", "doc"],
    ] {
        world.run(args).exits(2);
    }
    assert!(world.run(&["--help"]).exits(0).out.contains("compare"));
    assert_eq!(
        world.run(&["--version"]).exits(0).out,
        format!("onrec {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn messages_follow_the_locale() {
    let world = World::new().in_french();
    let help = world.run(&["--help"]).exits(0).out;
    assert!(
        help.contains("Commandes") && help.contains("Cherche des défauts"),
        "{help}"
    );
    world
        .run(&["list"])
        .exits(2)
        .says(&["n’est pas écrite comme il faut"]);
    world
        .run(&["list", "p.onrec", "articles"])
        .exits(3)
        .says(&["Il n’y a pas de fichier p.onrec"]);
    let mut command = world.command(&["list", "p.onrec", "articles"]);
    let output = command
        .env("LC_ALL", "en_GB.UTF-8")
        .env("LANG", "fr_FR.UTF-8")
        .output()
        .unwrap();
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("There is no file")
    );
    let mut command = world.command(&["list", "p.onrec", "articles"]);
    let output = command
        .env_remove("LC_ALL")
        .env("LC_MESSAGES", "")
        .env("LANG", "fr")
        .output()
        .unwrap();
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("Il n’y a pas")
    );
}
