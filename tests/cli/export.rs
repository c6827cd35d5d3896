//! The claim table: as it is written, and as it comes back.

use crate::world::{World, redacted};
use serde_json::Value;
use std::collections::HashMap;

const COLUMNS: &str = "statement_id,article_id,article_title,outlet,author,article_url,archive_url,published_at,retrieved_at,language,event,quote,quote_translation,translation_lang,translated_by,start,end,page,modality,speaker,speaker_role,source,source_kind,source_as_written,source_quote,source_parent,source_country,source_reliability,via,stated_at,figure_id,figure_text,qualifier,point,low,high,unit,vague,doubtful,measure,severity,group,includes,excludes,place,period_start,period_end,as_of,counting,basis,stance,part_of,relations,standing,status,assessment,information_grade,decision,note,tags,confidential,article_sha256,text_sha256,recorded_by,second_reader,created_at,updated_at";

fn rows(csv: &str) -> Vec<HashMap<String, String>> {
    let mut reader = csv::ReaderBuilder::new().from_reader(csv.as_bytes());
    reader.deserialize().map(|row| row.unwrap()).collect()
}

#[test]
fn the_table_has_all_columns_in_order() {
    let world = World::with_claims();
    let csv = world
        .run(&["export", "p.onrec", "-f", "csv"])
        .exits(0)
        .says(&["1 confidential statement"])
        .out;
    assert_eq!(csv.split("\r\n").next(), Some(COLUMNS));
    assert!(csv.ends_with("\r\n") && !csv.replace("\r\n", "").contains('\r'));
    let table = rows(&csv);
    assert_eq!(table.len(), 7);
    assert_eq!(table[0]["note"], "'=first toll");
    assert_eq!(table[0]["via"], "Valley News; Courier");
    assert_eq!(table[0]["tags"], "dam; toll\\; first");
    assert_eq!(table[0]["low"], "18");
    assert_eq!(table[0]["high"], "");
    assert_eq!(table[4]["doubtful"], "true");
    assert_eq!(table[0]["recorded_by"], "Tester");
    insta::assert_snapshot!(redacted(&csv));
}

#[test]
fn what_is_written_can_be_chosen() {
    let world = World::with_claims();
    let export = |args: &[&str]| world.run(&[&["export", "p.onrec", "-f", "csv"], args].concat());
    let csv = export(&[
        "--columns",
        "source,low,high",
        "--include-confidential",
        "--raw",
        "--bom",
    ])
    .exits(0);
    assert!(
        csv.out
            .starts_with("\u{feff}source,low,high\r\nInterior Ministry,18,\r\n"),
        "{}",
        csv.out
    );
    assert_eq!(csv.lines().len(), 9);
    assert!(
        export(&["--columns", "note", "--raw"])
            .out
            .contains("\r\n=first toll\r\n")
    );
    let header = export(&["--preset", "publication"]).exits(0).out;
    let header = header.split("\r\n").next().unwrap();
    let gone = [
        "statement_id",
        "article_id",
        "figure_id",
        "part_of",
        "relations",
        "note",
        "text_sha256",
    ];
    let kept: Vec<_> = COLUMNS
        .split(',')
        .filter(|column| !gone.contains(column))
        .collect();
    assert_eq!(header.split(',').collect::<Vec<_>>(), kept);
    export(&["--columns", "source,price"])
        .exits(2)
        .says(&["“price”"]);
    export(&["--event", "Flood"]).exits(2).says(&["“Flood”"]);
    assert_eq!(
        export(&["--event", "dam FAILURE"]).exits(0).lines().len(),
        8
    );
}

#[test]
fn a_file_is_replaced_whole_or_not_at_all() {
    let world = World::with_claims();
    world.write("t.csv", "old");
    world
        .run(&[
            "export", "p.onrec", "-f", "csv", "-o", "t.csv", "--event", "Flood",
        ])
        .exits(2);
    assert_eq!(world.read("t.csv"), "old");
    let ran = world
        .run(&["export", "p.onrec", "-f", "csv", "-o", "t.csv"])
        .exits(0);
    assert!(ran.out.is_empty());
    assert_eq!(world.read("t.csv"), world.run(&["export", "p.onrec"]).out);
    world
        .run(&["export", "p.onrec", "-o", "nowhere/t.csv"])
        .exits(2)
        .says(&["nowhere/t.csv"]);
    assert_eq!(world.files(), ["p.onrec", "t.csv"]);
    world
        .run(&["export", "p.onrec", "-o", "./p.onrec"])
        .exits(2)
        .says(&["p.onrec"]);
    world.run(&["check", "p.onrec"]).exits(0);
    // A link stays a link, and what is no file is written to.
    std::os::unix::fs::symlink("t.csv", world.path("link.csv")).unwrap();
    world
        .run(&["export", "p.onrec", "-o", "link.csv", "--columns", "source"])
        .exits(0);
    assert!(world.read("t.csv").starts_with("source\r\n"));
    assert!(world.path("link.csv").is_symlink());
    let ran = world
        .run(&[
            "export",
            "p.onrec",
            "-o",
            "/dev/stdout",
            "--columns",
            "source",
        ])
        .exits(0);
    assert_eq!(ran.out, world.read("t.csv"));
}

/// The table, but for what a second project cannot share: ids by the order they first appear in, and what only the register
/// and the clock know.
fn shared(csv: &str) -> Vec<Vec<(String, String)>> {
    let mut ids: HashMap<String, String> = HashMap::new();
    let own = [
        "retrieved_at",
        "created_at",
        "updated_at",
        "recorded_by",
        "source_parent",
        "source_country",
        "source_reliability",
        "status",
        "assessment",
        "information_grade",
        "decision",
        "second_reader",
    ];
    let columns: Vec<&str> = COLUMNS
        .split(',')
        .filter(|column| !own.contains(column))
        .collect();
    let table = rows(csv);
    for row in &table {
        for column in ["statement_id", "article_id", "figure_id"] {
            let next = format!("{column} {}", ids.len());
            ids.entry(row[column].clone()).or_insert(next);
        }
    }
    let named = |cell: &str| {
        let mut cell = cell.to_owned();
        for (id, name) in &ids {
            if !id.is_empty() {
                cell = cell.replace(id, name);
            }
        }
        cell
    };
    table
        .iter()
        .map(|row| {
            columns
                .iter()
                .map(|column| ((*column).to_owned(), named(&row[*column])))
                .collect()
        })
        .collect()
}

#[test]
fn an_exported_table_comes_back_the_same() {
    let world = World::with_claims();
    let figure = world.list("figures")[3]["figure_id"]
        .as_str()
        .unwrap()
        .to_owned();
    world
        .run(&[
            "edit",
            "p.onrec",
            &figure,
            "basis=estimate",
            "counting=new",
            "includes=women; -x",
            "period_start=2031-03",
        ])
        .exits(0);
    world
        .run(&["export", "p.onrec", "-o", "t.csv", "--include-confidential"])
        .exits(0);
    world.run(&["new", "q.onrec"]).exits(0);
    world.import_articles("q.onrec");
    world.run(&["add", "q.onrec", "t.csv"]).exits(0);
    let back = world
        .run(&["export", "q.onrec", "--include-confidential"])
        .exits(0)
        .out;
    assert_eq!(shared(&back), shared(&world.read("t.csv")));
    // Written as it is, without the guard, the table comes back too.
    world
        .run(&[
            "export",
            "p.onrec",
            "-o",
            "r.csv",
            "--include-confidential",
            "--raw",
            "--bom",
        ])
        .exits(0);
    world.run(&["new", "r.onrec"]).exits(0);
    world.import_articles("r.onrec");
    world.run(&["add", "r.onrec", "r.csv"]).exits(0);
    let back = world
        .run(&["export", "r.onrec", "--include-confidential"])
        .exits(0)
        .out;
    assert_eq!(shared(&back), shared(&world.read("t.csv")));
}

#[test]
fn articles_of_the_same_bytes_are_told_apart_by_where_they_were_published() {
    let world = World::new();
    let dam = crate::world::fixture("dam.en.txt");
    for project in ["p.onrec", "q.onrec"] {
        world.run(&["new", project]).exits(0);
        for published in [&["--outlet", "Courier"][..], &["--outlet", "Mirror"], &[]] {
            world
                .run(&[&["import", project, &dam], published].concat())
                .exits(0);
        }
    }
    for article in world.list("articles") {
        let claim = serde_json::json!({ "article": article["id"], "quote": "Night of the dam" });
        world.write("c.jsonl", claim.to_string());
        world.run(&["add", "p.onrec", "c.jsonl"]).exits(0);
    }
    world.run(&["export", "p.onrec", "-o", "t.csv"]).exits(0);
    world.run(&["add", "q.onrec", "t.csv"]).exits(0);
    let back = world.run(&["export", "q.onrec"]).exits(0).out;
    assert_eq!(shared(&back), shared(&world.read("t.csv")));
}

#[test]
fn an_empty_table_is_a_header() {
    let world = World::with_articles();
    let csv = world.run(&["export", "p.onrec"]).exits(0).out;
    assert_eq!(csv, format!("{COLUMNS}\r\n"));
    world.write("t.csv", &csv);
    world.run(&["add", "p.onrec", "t.csv"]).exits(0);
    assert_eq!(world.list("statements"), Vec::<Value>::new());
}
