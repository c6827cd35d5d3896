//! `onrec read`: drafts from a text, without a project.

use crate::world::World;
use serde_json::{Value, json};
use std::io::Write as _;
use std::process::Stdio;

const STORY: &str = "À Sélin, la pluie 🌧 a tout emporté.\n\nAu moins 18 policiers sont morts, a annoncé le ministère de l’Intérieur du Varland.";

/// The code points of a text in a span.
fn piece(text: &str, span: &Value) -> String {
    let at = |key: &str| usize::try_from(span[key].as_u64().unwrap()).unwrap();
    let (start, end) = (at("start"), at("end"));
    text.chars().skip(start).take(end - start).collect()
}

#[test]
fn every_span_is_an_exact_piece_counted_in_code_points() {
    let world = World::new();
    world.write("story.txt", STORY);
    let read = world.run(&["read", "story.txt"]).exits(0).json();
    assert_eq!(read["language"], "fr");
    let statement = &read["statements"][0];
    for span in [
        &statement["span"],
        &statement["cue"],
        &statement["source"],
        &statement["figures"][0]["span"],
        &statement["figures"][0]["counted"],
    ] {
        assert_eq!(piece(STORY, span), span["text"].as_str().unwrap());
    }
    assert_eq!(statement["source"]["kind"], "ministry");
    assert_eq!(statement["figures"][0]["low"], "18");
    assert_eq!(statement["denied_by"], Value::Null);
    assert!(statement.get("rules").is_none());
    let explained = world
        .run(&["read", "--lang", "fr", "--explain", "story.txt"])
        .exits(0)
        .json();
    let rules = explained["statements"][0]["rules"].as_array().unwrap();
    assert!(
        rules
            .iter()
            .any(|rule| rule.as_str().unwrap().contains("a annoncé"))
    );
}

#[test]
fn a_line_that_cannot_be_read_is_answered_on_its_line() {
    let world = World::new();
    let mut child = world
        .command(&["read", "--jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = b"{\"id\": 7, \"text\": \"Police said 9 people died.\", \"lang\": \"en\"}\nnot json\n{\"id\": \"x\"}\n\xff\n{\"id\": null, \"text\": \"\"}\n";
    child.stdin.take().unwrap().write_all(lines).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let answers: Vec<Value> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let ids: Vec<&Value> = answers.iter().map(|answer| &answer["id"]).collect();
    assert_eq!(
        ids,
        [
            &json!(7),
            &json!(null),
            &json!("x"),
            &json!(null),
            &json!(null)
        ]
    );
    assert_eq!(answers[0]["statements"][0]["source"]["text"], "Police");
    for bad in &answers[1..4] {
        assert!(bad["error"].is_string() && bad.get("statements").is_none());
    }
    assert_eq!(answers[4]["statements"], json!([]));
}

#[test]
fn what_is_no_text_is_refused() {
    let world = World::new();
    world.write("latin1.txt", b"caf\xe9");
    world
        .run(&["read", "latin1.txt"])
        .exits(2)
        .says(&["latin1.txt", "UTF-8"]);
    world
        .run(&["read", "nowhere.txt"])
        .exits(2)
        .says(&["nowhere.txt"]);
}
