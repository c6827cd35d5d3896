//! The board, as a table, as JSON and as CSV.

use crate::world::{World, redacted};

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
