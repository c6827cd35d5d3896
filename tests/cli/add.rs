//! `add`: what is recorded, and what is refused by its line.

use crate::world::{World, fixture};
use serde_json::json;

/// Adds one claim of the English article and says what came of it.
fn refused(claims: &str, line: usize, part: &str) {
    let world = World::with_articles();
    world.write("c.jsonl", claims);
    let ran = world.run(&["add", "p.onrec", "c.jsonl"]).exits(2);
    ran.says(&[&format!("c.jsonl:{line}: "), part]);
    assert!(world.list("statements").is_empty());
    assert!(
        world.list("sources").is_empty(),
        "nothing is left of a refused claim"
    );
    assert_eq!(
        world.run(&["log", "p.onrec", "--json"]).json()["operations"]
            .as_array()
            .unwrap()
            .len(),
        3
    );
}

fn claim(rest: &str) -> String {
    format!(
        r#"{{"article": "Night of the dam", "quote": "At least 18 people were killed, the Interior Ministry said on Tuesday."{rest}}}"#
    )
}

fn figure(fields: &str) -> String {
    claim(&format!(
        r#", "source": "Interior Ministry", "figures": [{{{fields}}}]"#
    ))
}

#[test]
fn claims_are_recorded_with_what_follows_from_them() {
    let world = World::with_articles();
    let ran = world
        .run(&["add", "p.onrec", &fixture("claims.jsonl")])
        .exits(0);
    assert_eq!(ran.out, "Recorded: 6 statements, 7 figures.\n");
    let statements = world.list("statements");
    assert_eq!(
        statements[0]["quote"],
        "At least 18 people were killed, the Interior Ministry said on Tuesday."
    );
    assert_eq!(statements[0]["start"], 87);
    assert_eq!(statements[0]["event"], "Dam failure");
    assert_eq!(statements[0]["via"], json!(["Valley News", "Courier"]));
    assert_eq!(statements[0]["tags"], json!(["dam", "toll; first"]));
    assert_eq!(statements[2]["modality"], "direct");
    // The article's own apostrophes, not the claim's.
    assert_eq!(
        statements[5]["quote"],
        "Le ministère de l’Intérieur n’a pas confirmé."
    );
    assert_eq!(statements[5]["confidential"], true);
    let figures = world.list("figures");
    let row = |at: usize| {
        let keys = [
            "figure_text",
            "qualifier",
            "point",
            "low",
            "high",
            "vague",
            "counting",
            "unit",
        ];
        keys.map(|key| figures[at][key].clone())
    };
    let (none, count) = (json!(null), json!("count"));
    assert_eq!(
        row(0),
        [
            json!("At least 18"),
            json!("at_least"),
            json!("18"),
            json!("18"),
            none.clone(),
            json!(false),
            none.clone(),
            count.clone()
        ]
    );
    assert_eq!(
        row(1)[1..5],
        [json!("more_than"), json!("40"), json!("41"), none.clone()]
    );
    assert_eq!(row(2)[6], "new");
    assert_eq!(
        row(3)[1..5],
        [json!("about"), json!("1000"), json!("900"), json!("1100")]
    );
    assert_eq!(
        row(4)[1..6],
        [
            json!("about"),
            none.clone(),
            json!("24"),
            json!("99"),
            json!(true)
        ]
    );
    assert_eq!(figures[0]["place"], "Veria > Orlava");
    assert_eq!(figures[0]["standing"], "superseded");
    assert_eq!(
        figures[5]["relations"],
        json!([format!(
            "corrects {}",
            figures[0]["figure_id"].as_str().unwrap()
        )])
    );
    assert_eq!(figures[6]["part_of"], figures[5]["figure_id"]);
    let sources = world.list("sources");
    let kinds: Vec<_> = sources
        .iter()
        .map(|row| (row["name"].as_str().unwrap(), row["kind"].as_str().unwrap()))
        .collect();
    assert!(
        kinds.contains(&("Courier", "media")) && kinds.contains(&("Valley News", "other")),
        "{kinds:?}"
    );
}

#[test]
fn refused_claims_are_named_and_the_others_are_added() {
    let world = World::with_articles();
    let good = figure(r#""figure_text": "18", "measure": "killed""#);
    let bad = [
        claim(r#", "colour": "red""#),
        figure(r#""figure_text": "19""#),
        claim("").replace("Tuesday", "Friday"),
        "{".to_owned(),
    ];
    world.write(
        "c.jsonl",
        format!("{}\n{good}\n{}\n", bad[..2].join("\n"), bad[2..].join("\n")),
    );
    let ran = world.run(&["add", "p.onrec", "c.jsonl"]).exits(1);
    let ran = ran.says(&[
        "c.jsonl:1: ",
        "“colour”",
        "c.jsonl:2: ",
        "“19”",
        "c.jsonl:4: ",
        "Friday",
        "c.jsonl:5: ",
    ]);
    assert!(!ran.err.contains("c.jsonl:3"));
    assert_eq!(world.list("figures").len(), 1);
}

#[test]
fn every_reason_for_refusal() {
    let figures = |one: &str| figure(&format!(r#""figure_text": "At least 18", {one}"#));
    for (claim, part) in [
        (claim(r#", "modality": "shouted""#), "“shouted”"),
        (
            claim(r#", "source": "X", "source_kind": "guild""#),
            "“guild”",
        ),
        (claim(r#", "source_kind": "guild""#), "“guild”"),
        (
            claim(r#", "via": [{"name": "Y", "kind": "guild"}]"#),
            "“guild”",
        ),
        (
            claim(r#", "via": [{"name": "Y", "connection": "wire"}]"#),
            "“wire”",
        ),
        (claim(r#", "stated_at": "Tuesday""#), "“Tuesday”"),
        (figures(r#""measure": "drowned""#), "“drowned”"),
        (figures(r#""group": "miners""#), "“miners”"),
        (figures(r#""unit": "furlongs""#), "“furlongs”"),
        (figures(r#""basis": "guess""#), "“guess”"),
        (
            figures(r#""qualifier": "exact", "low": "18", "high": "19""#),
            "from 18 to 19",
        ),
        (
            figures(r#""qualifier": "about", "low": 20, "high": 19"#),
            "20",
        ),
        (
            figures(r#""qualifier": "at_least", "high": "19""#),
            "at_least",
        ),
        (figures(r#""value": "1,000""#), "“1,000”"),
        (figures(r#""part_of": "nobody""#), "“nobody”"),
        (figures(r#""part_of": 3"#), "“3”"),
        (figures(r#""id": "me", "part_of": "me""#), "“me”"),
        (figure(r#""figure_text": "people""#), "“people”"),
    ] {
        refused(&claim, 1, part);
    }
    refused(
        r#"{"article": "Nothing of the kind", "quote": "x"}"#,
        1,
        "“Nothing of the kind”",
    );
}

#[test]
fn labels_lead_across_the_file_and_not_in_a_circle() {
    let world = World::with_articles();
    let one = |id: &str, to: &str| {
        claim(&format!(
            r#", "source": "S {id}", "relations": [{{"kind": "updates", "to": "{to}"}}], "figures": [{{"id": "{id}", "figure_text": "18"}}]"#
        ))
    };
    let lines = [
        one("a", "b"),
        figure(r#""id": "b", "figure_text": "18""#),
        one("c", "d"),
        one("d", "c"),
        one("e", "d"),
        figure(r#""id": "b", "figure_text": "18""#),
        one("f", "nowhere"),
    ];
    world.write("c.jsonl", lines.join("\n"));
    let ran = world.run(&["add", "p.onrec", "c.jsonl"]).exits(1);
    for (line, named) in [
        (3, "“c”"),
        (4, "“d”"),
        (5, "“d”"),
        (6, "“b”"),
        (7, "“nowhere”"),
    ] {
        let found = ran
            .err
            .lines()
            .find(|text| text.contains(&format!("c.jsonl:{line}: ")));
        assert!(
            found.is_some_and(|text| text.contains(named)),
            "{line} {named}: {}",
            ran.err
        );
    }
    assert_eq!(world.list("figures").len(), 2);
    // Figures that are there are led to by their ids.
    let id = world.list("figures")[1]["figure_id"]
        .as_str()
        .unwrap()
        .to_owned();
    world.write("d.jsonl", one("g", &id));
    world.run(&["add", "p.onrec", "d.jsonl"]).exits(0);
}

#[test]
fn names_are_matched_with_the_register() {
    let world = World::with_articles();
    let lines = [
        claim(r#", "source": "Ministère de l’Intérieur", "source_kind": "ministry""#),
        claim(r#", "source": "ministere  de l'interieur", "source_kind": "police""#),
        claim(r#", "source": "Wire", "via": ["Agency Nine"]"#),
        claim(r#", "source": "Agency Nine", "source_kind": "news_agency""#),
    ];
    world.write("c.jsonl", lines.join("\n"));
    let ran = world.run(&["add", "p.onrec", "c.jsonl"]).exits(0);
    ran.says(&["c.jsonl:2: ", "“police”", "not applied"]);
    let kinds: Vec<_> = world
        .list("sources")
        .iter()
        .map(|row| (row["name"].to_string(), row["kind"].to_string()))
        .collect();
    assert_eq!(kinds.len(), 3, "{kinds:?}");
    assert!(
        kinds.contains(&(r#""Agency Nine""#.to_owned(), r#""news_agency""#.to_owned())),
        "{kinds:?}"
    );
    // A name matches whatever its case; two entries that match equally well refuse the claim and are both named.
    world.write(
        "d.jsonl",
        [
            claim(r#", "speaker": "Ana Reis""#),
            claim(r#", "speaker": "ANA REIS""#),
        ]
        .join("\n"),
    );
    world.run(&["add", "p.onrec", "d.jsonl"]).exits(0);
    assert_eq!(world.list("speakers").len(), 1);
    let at = |place: &str| figure(&format!(r#""figure_text": "18", "place": "{place}""#));
    world.write(
        "e.jsonl",
        [
            at("North > Bridge"),
            at("South > Bridge"),
            at("Bridge"),
            at("North >  > East"),
        ]
        .join("\n"),
    );
    let ran = world.run(&["add", "p.onrec", "e.jsonl"]).exits(1);
    ran.says(&["e.jsonl:3: “Bridge” may be several", "e.jsonl:4: "]);
    let places: Vec<_> = world
        .list("places")
        .iter()
        .map(|row| row["name"].to_string())
        .collect();
    assert_eq!(
        places,
        ["\"North\"", "\"Bridge\"", "\"South\"", "\"Bridge\""]
    );
}

#[test]
fn an_article_is_meant_by_id_hash_address_or_title() {
    let world = World::with_articles();
    let dam = fixture("dam.en.txt");
    let article = world.list("articles")[0].clone();
    world
        .run(&[
            "import",
            "p.onrec",
            &dam,
            "--url",
            "https://courier.example/dam",
            "--outlet",
            "Other",
        ])
        .exits(0);
    for key in [
        article["id"].as_str().unwrap(),
        "https://courier.example/dam",
    ] {
        world.write("c.jsonl", claim("").replace("Night of the dam", key));
        world.run(&["add", "p.onrec", "c.jsonl"]).exits(0);
    }
    // The same bytes and the same title twice: both are named.
    for key in [article["sha256"].as_str().unwrap(), "Night of the dam"] {
        world.write("c.jsonl", claim("").replace("Night of the dam", key));
        world
            .run(&["add", "p.onrec", "c.jsonl"])
            .exits(2)
            .says(&[article["id"].as_str().unwrap()]);
    }
}

#[test]
fn a_quote_that_stands_twice_is_noted_and_start_chooses() {
    let world = World::with_articles();
    let quote = r#"{"article": "Night of the dam", "quote": "at least 18 people were killed""#;
    world.write("c.jsonl", format!("{quote}}}\n"));
    world.run(&["add", "p.onrec", "c.jsonl"]).exits(0);
    assert!(world.list("statements")[0]["start"].as_u64().unwrap() > 400);
    let twice = r#"{"article": "Night of the dam", "quote": "18 people were killed""#;
    world.write(
        "c.jsonl",
        format!(
            "{twice}}}\n{twice}, \"start\": 483}}\n{twice}, \"prefix\": \"figure: at least\"}}\n"
        ),
    );
    world
        .run(&["add", "p.onrec", "c.jsonl"])
        .exits(0)
        .says(&["c.jsonl:1: ", "2 places"]);
    let starts: Vec<_> = world
        .list("statements")
        .iter()
        .map(|row| row["start"].as_u64().unwrap())
        .collect();
    assert_eq!(starts.len(), 4);
    assert!(starts[0] < 120 && starts[2] == starts[3], "{starts:?}");
}

#[test]
fn a_table_is_read_as_claims() {
    let world = World::with_articles();
    world.write(
        "c.csv",
        "\u{feff}article;quote;source;figure_text;measure;note\r\n\
         Night of the dam;\"At least 18 people were killed, the Interior Ministry said on Tuesday.\";Interior Ministry;At least 18;killed;'=x\r\n\
         Night of the dam;\"About 1,000 residents were evacuated to the stadium, according to the Red Cross. Dozens are\r\nstill in hospital.\";Red Cross;About 1,000;evacuated;\r\n\
         Night of the dam;nowhere;;;;\r\n",
    );
    world
        .run(&["add", "p.onrec", "c.csv"])
        .exits(1)
        .says(&["c.csv:5: ", "nowhere"]);
    let statements = world.list("statements");
    assert_eq!(
        (statements.len(), statements[0]["note"].as_str()),
        (2, Some("=x"))
    );
    world.write("d.csv", "article,quote,colour,size\n");
    world
        .run(&["add", "p.onrec", "d.csv"])
        .exits(2)
        .says(&["colour, size"]);
}

#[test]
fn a_map_reads_somebody_elses_table() {
    let world = World::with_articles();
    world.write("m.json", r#"{"columns": {"Story": "article", "Words": "quote", "Dead": "point"},
        "values": {"article": {"dam": "Night of the dam"}}, "constants": {"measure": "killed", "source": "Desk"}}"#);
    world.write(
        "c.csv",
        "Story,Words,Dead,Remark,Who\ndam,\"At least 18 people were killed, the Interior Ministry said on Tuesday.\",18,?,me\n",
    );
    world
        .run(&["add", "p.onrec", "c.csv", "--map", "m.json"])
        .exits(0)
        .says(&["2 columns"]);
    let figures = world.list("figures");
    let found = ["point", "qualifier", "measure", "source"]
        .map(|key| figures[0][key].as_str().unwrap().to_owned());
    assert_eq!(found, ["18", "exact", "killed", "Desk"]);
    world.write("m.json", r#"{"columns": {"Nope": "quote"}}"#);
    world
        .run(&["add", "p.onrec", "c.csv", "--map", "m.json"])
        .exits(2)
        .says(&["m.json", "“Nope”"]);
}
