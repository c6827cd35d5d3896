//! The board, as a table, as JSON and as CSV.

use crate::world::{World, fixture, redacted};

#[test]
fn the_board_as_json() {
    let world = World::with_claims();
    let ran = world.run(&["compare", "p.onrec", "--json"]).exits(0);
    insta::assert_snapshot!(redacted(&ran.out));
}

#[test]
fn the_board_for_people() {
    let world = World::with_claims();
    insta::assert_snapshot!(
        "english",
        redacted(&world.run(&["compare", "p.onrec"]).exits(0).out)
    );
    let world = world.in_french();
    insta::assert_snapshot!(
        "french",
        redacted(&world.run(&["compare", "p.onrec"]).exits(0).out)
    );
}

#[test]
fn the_board_as_csv() {
    let world = World::with_claims();
    let csv = world.run(&["compare", "p.onrec", "--csv"]).exits(0).out;
    let figures = world.list("figures").len();
    assert_eq!(
        csv.split("\r\n").filter(|line| !line.is_empty()).count(),
        figures + 1
    );
    assert!(csv.starts_with("event,measure,severity,unit,group,place,period,counting,source,"));
    assert!(csv.contains(",verdict,lowest,highest,difference,ratio,independent_origins\r\n"));
}

#[test]
fn what_is_compared_can_be_chosen() {
    let world = World::with_claims();
    let rows = |args: &[&str]| {
        let ran = world
            .run(&[&["compare", "p.onrec", "--json"], args].concat())
            .exits(0);
        ran.json()["rows"].as_array().unwrap().len()
    };
    let all = rows(&[]);
    assert_eq!(rows(&["--event", "Dam failure"]), all);
    assert_eq!(rows(&["--measure", "missing"]), 1);
    assert!(rows(&["--as-of", "2031-03-05"]) < all);
    world
        .run(&["compare", "p.onrec", "--event", "Flood"])
        .exits(2)
        .says(&["“Flood”"]);
    world
        .run(&["compare", "p.onrec", "--measure", "drowned"])
        .exits(2)
        .says(&["“drowned”"]);
    world
        .run(&["compare", "p.onrec", "--as-of", "soon"])
        .exits(2)
        .says(&["soon"]);
}

#[test]
fn an_empty_project_has_nothing_to_compare() {
    let world = World::with_articles();
    let json = world.run(&["compare", "p.onrec", "--json"]).exits(0).json();
    assert_eq!(
        json,
        serde_json::json!({ "event": null, "rows": [], "findings": [] })
    );
    assert!(
        world
            .run(&["compare", "p.onrec"])
            .exits(0)
            .out
            .contains("nothing to compare")
    );
}

/// Three days of one event: a toll, its denial by two, and another office's later count.
fn night_on_the_square() -> World {
    let world = World::new();
    world.run(&["new", "p.onrec"]).exits(0);
    for (file, published) in [
        ("square.en.txt", "2031-01-09"),
        ("square-next-day.en.txt", "2031-01-10"),
        ("square-later.en.txt", "2031-01-15"),
    ] {
        let file = fixture(file);
        world
            .run(&[
                "import",
                "p.onrec",
                &file,
                "--published",
                published,
                "--event",
                "Night on the square",
            ])
            .exits(0);
    }
    world
        .run(&["add", "p.onrec", &fixture("square.jsonl")])
        .exits(0);
    world
        .run(&[
            "event",
            "p.onrec",
            "Night on the square",
            "--place",
            "Veria",
        ])
        .exits(0);
    world
}

#[test]
fn later_days_change_the_board_and_lose_nothing() {
    let world = night_on_the_square();
    let mut told = String::new();
    for day in ["2031-01-09", "2031-01-10", "2031-01-15"] {
        let board = world
            .run(&["compare", "p.onrec", "--as-of", day, "--json"])
            .exits(0)
            .json();
        told.push_str(&format!("as of {day}\n"));
        for row in board["rows"].as_array().unwrap() {
            let key =
                ["measure", "group", "place", "verdict"].map(|key| row[key].as_str().unwrap());
            let range = ["lowest", "highest"].map(|key| row[key].as_str().unwrap_or(".."));
            told.push_str(&format!("  {}: {}\n", key.join(", "), range.join("–")));
        }
        for finding in board["findings"].as_array().unwrap() {
            let axes = finding["axes"].to_string();
            told.push_str(&format!("  {} {axes}\n", finding["kind"].as_str().unwrap()));
        }
    }
    insta::assert_snapshot!(told);
}

#[test]
fn findings_are_sentences_in_both_languages() {
    let world = night_on_the_square();
    let sentences = |world: &World| {
        let board = world.run(&["compare", "p.onrec", "--json"]).exits(0).json();
        let findings = board["findings"].as_array().unwrap().clone();
        let texts = findings
            .iter()
            .map(|finding| finding["text"].as_str().unwrap().to_owned());
        texts.collect::<Vec<_>>().join("\n")
    };
    let english = sentences(&world);
    let french = sentences(&world.in_french());
    insta::assert_snapshot!(format!("{english}\n\n{french}"));
}
