//! Lists, one entity, search, and the small changes of the register.

use crate::world::{World, redacted};
use serde_json::{Value, json};

fn keys(row: &Value) -> Vec<&str> {
    row.as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

#[test]
fn lists_have_the_keys_that_are_promised() {
    let world = World::with_claims();
    world
        .run(&["word", "p.onrec", "group", "miners", "--in", "civilians"])
        .exits(0);
    for (what, wanted) in [
        (
            "articles",
            &[
                "id",
                "title",
                "outlet",
                "author",
                "url",
                "language",
                "published_at",
                "retrieved_at",
                "sha256",
                "event",
                "statements",
            ][..],
        ),
        (
            "sources",
            &[
                "id",
                "name",
                "aliases",
                "kind",
                "parent",
                "relies_on",
                "country",
                "reliability",
                "statements",
            ],
        ),
        (
            "speakers",
            &["id", "name", "aliases", "roles", "statements"],
        ),
        (
            "events",
            &[
                "id",
                "name",
                "place",
                "from",
                "to",
                "inclusion",
                "parent",
                "figures",
            ],
        ),
        ("places", &["id", "name", "parent"]),
        ("words", &["vocabulary", "word", "parent"]),
    ] {
        assert_eq!(keys(&world.list(what)[0]), wanted, "{what}");
    }
    let words = world.list("words");
    assert!(
        words.contains(&json!({ "vocabulary": "group", "word": "miners", "parent": "civilians" }))
    );
    assert!(
        words.contains(
            &json!({ "vocabulary": "measure", "word": "killed", "parent": "casualties" })
        )
    );
    let ran = world
        .run(&["list", "p.onrec", "statements", "--json"])
        .exits(0);
    insta::assert_snapshot!(redacted(&ran.out));
}

#[test]
fn lists_for_people() {
    let world = World::with_claims();
    let mut all = String::new();
    for what in [
        "articles",
        "statements",
        "figures",
        "sources",
        "speakers",
        "events",
        "places",
    ] {
        all.push_str(&world.run(&["list", "p.onrec", what]).exits(0).out);
        all.push('\n');
    }
    insta::assert_snapshot!(redacted(&all));
}

#[test]
fn one_entity_is_shown() {
    let world = World::with_claims();
    let statement = world.list("statements")[3].clone();
    let id = statement["statement_id"].as_str().unwrap();
    assert_eq!(
        world
            .run(&["show", "p.onrec", id, "--json"])
            .exits(0)
            .json(),
        statement
    );
    insta::assert_snapshot!(redacted(&world.run(&["show", "p.onrec", id]).exits(0).out));
    for (what, key) in [
        ("articles", "id"),
        ("figures", "figure_id"),
        ("sources", "id"),
        ("speakers", "id"),
        ("events", "id"),
        ("places", "id"),
    ] {
        let row = world.list(what)[0].clone();
        let id = row[key].as_str().unwrap();
        assert_eq!(
            world
                .run(&["show", "p.onrec", id, "--json"])
                .exits(0)
                .json(),
            row,
            "{what}"
        );
    }
    world
        .run(&["show", "p.onrec", "nobody"])
        .exits(2)
        .says(&["nobody"]);
}

#[test]
fn words_are_found() {
    let world = World::with_claims();
    let hits = |args: &[&str]| {
        let ran = world
            .run(&[&["search", "p.onrec", "--json"], args].concat())
            .exits(0);
        ran.json()["hits"].as_array().unwrap().clone()
    };
    let found = hits(&["soldiers"]);
    assert!(
        found.iter().any(|hit| hit["kind"] == "article")
            && found.iter().any(|hit| hit["kind"] == "statement")
    );
    assert_eq!(
        keys(&found[0]),
        ["kind", "id", "article_id", "title", "text", "marks"]
    );
    let text: Vec<char> = found[0]["text"].as_str().unwrap().chars().collect();
    let (start, end) = (
        found[0]["marks"][0][0].as_u64().unwrap(),
        found[0]["marks"][0][1].as_u64().unwrap(),
    );
    let marked: String = text[start as usize..end as usize].iter().collect();
    assert_eq!(marked, "soldiers");
    assert_eq!(hits(&["soldiers", "--in", "articles"]).len(), 1);
    assert_eq!(hits(&["people", "--limit", "1"]).len(), 1);
    assert!(hits(&["\"(OR *"]).is_empty());
    assert!(
        world
            .run(&["search", "p.onrec", "soldiers"])
            .exits(0)
            .out
            .contains("soldiers")
    );
    world
        .run(&["search", "p.onrec", "x", "--in", "dreams"])
        .exits(2);
}

#[test]
fn the_register_is_kept_in_order() {
    let world = World::with_claims();
    let id_of = |what: &str, name: &str| {
        let rows = world.list(what);
        rows.iter().find(|row| row["name"] == name).unwrap()["id"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let ministry = id_of("sources", "Interior Ministry");
    world.run(&["alias", "p.onrec", &ministry, "MIA"]).exits(0);
    world
        .run(&[
            "edit",
            "p.onrec",
            &ministry,
            "parent=Parquet",
            "relies_on=Red Cross; Courier",
            "reliability=B",
        ])
        .exits(0);
    let row = world
        .list("sources")
        .into_iter()
        .find(|row| row["id"] == ministry.as_str())
        .unwrap();
    assert_eq!(
        (
            &row["aliases"],
            &row["parent"],
            &row["relies_on"],
            &row["reliability"]
        ),
        (
            &json!(["MIA"]),
            &json!("Parquet"),
            &json!(["Red Cross", "Courier"]),
            &json!("B")
        )
    );
    world
        .run(&["edit", "p.onrec", &ministry, "reliability=Z"])
        .exits(2)
        .says(&["“Z”", "A to F"]);
    world
        .run(&["edit", "p.onrec", &ministry, "colour=red"])
        .exits(2)
        .says(&["“colour”"]);
    world
        .run(&["edit", "p.onrec", &ministry, "name"])
        .exits(2)
        .says(&["“name”"]);
    world
        .run(&["merge", "p.onrec", "Valley News", "Courier"])
        .exits(0);
    assert!(
        world
            .list("sources")
            .iter()
            .all(|row| row["name"] != "Valley News")
    );
    let place = world
        .run(&["place", "p.onrec", "Old Port", "--in", "Veria > Orlava"])
        .exits(0);
    let shown = world
        .run(&["show", "p.onrec", place.lines()[0], "--json"])
        .exits(0)
        .json();
    assert_eq!(shown["parent"], "Veria > Orlava");
    world
        .run(&[
            "event",
            "p.onrec",
            "Dam failure",
            "--place",
            "Veria",
            "--from",
            "2031-03-03",
            "--inclusion",
            "drowned",
        ])
        .exits(0);
    let event = world.list("events")[0].clone();
    assert_eq!(
        (&event["place"], &event["from"], &event["inclusion"]),
        (&json!("Veria"), &json!("2031-03-03"), &json!("drowned"))
    );
    world
        .run(&["word", "p.onrec", "measure", "drowned", "--in", "killed"])
        .exits(0);
    world.run(&["word", "p.onrec", "weather", "rain"]).exits(2);
}

#[test]
fn figures_are_related_judged_and_deleted() {
    let world = World::with_claims();
    let figures = world.list("figures");
    let id = |at: usize| figures[at]["figure_id"].as_str().unwrap().to_owned();
    world
        .run(&["relate", "p.onrec", &id(6), "same_origin_as", &id(1)])
        .exits(0);
    world
        .run(&["relate", "p.onrec", &id(0), "updates", &id(5)])
        .exits(2);
    world
        .run(&["relate", "p.onrec", &id(0), "resembles", &id(5)])
        .exits(2)
        .says(&["“resembles”"]);
    world
        .run(&[
            "assess",
            "p.onrec",
            &id(0),
            "--status",
            "verified",
            "--grade",
            "2",
            "--reason",
            "seen",
        ])
        .exits(0);
    world
        .run(&[
            "assess",
            "p.onrec",
            &id(0),
            "--status",
            "verified",
            "--reason",
            " ",
        ])
        .exits(2);
    world
        .run(&[
            "assess",
            "p.onrec",
            &id(0),
            "--status",
            "splendid",
            "--reason",
            "x",
        ])
        .exits(2);
    let figure = world.list("figures")[0].clone();
    assert_eq!(
        (&figure["assessment"], &figure["information_grade"]),
        (&json!("verified"), &json!(2))
    );
    let statement = world.list("statements")[5].clone();
    assert_eq!(
        (&statement["assessment"], &statement["figures"]),
        (&json!(null), &json!([]))
    );
    let statement = statement["statement_id"].as_str().unwrap().to_owned();
    let refuted = ["--status", "refuted", "--grade", "5", "--reason", "x"];
    world
        .run(&[&["assess", "p.onrec", &statement][..], &refuted].concat())
        .exits(0);
    let statement = world.list("statements")[5].clone();
    assert_eq!(
        (&statement["assessment"], &statement["information_grade"]),
        (&json!("refuted"), &json!(5))
    );
    world.run(&["delete", "p.onrec", &id(6), &id(5)]).exits(0);
    assert_eq!(world.list("figures").len(), figures.len() - 2);
    world
        .run(&["delete", "p.onrec", &id(0), "nobody"])
        .exits(2)
        .says(&["nobody"]);
    assert_eq!(world.list("figures").len(), figures.len() - 2);
}
