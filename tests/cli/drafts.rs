//! `accept` and `dismiss`.

use crate::world::World;

/// A project with three drafts, and their ids.
fn drafts() -> (World, Vec<String>) {
    let world = World::with_articles();
    let claims = [
        ("At least 18 people were killed, the Interior Ministry said on Tuesday.", "At least 18"),
        ("More than 40 soldiers were injured, its spokesman Pavel Dorn added.", "More than 40"),
        ("Night of the dam", ""),
    ]
    .map(|(quote, figure)| {
        let figures = if figure.is_empty() {
            String::new()
        } else {
            format!(r#", "figures": [{{"figure_text": "{figure}", "measure": "killed"}}]"#)
        };
        format!(r#"{{"article": "Night of the dam", "quote": "{quote}", "source": "Interior Ministry", "status": "draft"{figures}}}"#)
    });
    world.write("drafts.jsonl", claims.join("\n"));
    world.run(&["add", "p.onrec", "drafts.jsonl"]).exits(0);
    let ids = world
        .list("statements")
        .iter()
        .map(|row| row["statement_id"].as_str().unwrap().to_owned())
        .collect();
    (world, ids)
}

fn statuses(world: &World) -> Vec<String> {
    let rows = world.list("statements");
    rows.iter()
        .map(|row| row["status"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn drafts_are_accepted_and_dismissed_each_in_one_operation() {
    let (world, ids) = drafts();
    assert_eq!(statuses(&world), ["draft", "draft", "draft"]);
    let rows = |world: &World| world.run(&["export", "p.onrec"]).exits(0).lines().len() - 1;
    assert_eq!(rows(&world), 0);
    world.run(&["accept", "p.onrec", &ids[0], &ids[1]]).exits(0);
    world.run(&["dismiss", "p.onrec", &ids[2]]).exits(0);
    assert_eq!(statuses(&world), ["accepted", "accepted"]);
    assert_eq!(rows(&world), 2);
    world.run(&["undo", "p.onrec"]).exits(0);
    world.run(&["undo", "p.onrec"]).exits(0);
    assert_eq!(statuses(&world), ["draft", "draft", "draft"]);
    let log = world.run(&["log", "p.onrec", "--json"]).exits(0).json();
    assert_eq!(log["operations"][0]["command"], "dismiss");
    assert_eq!(world.run(&["check", "p.onrec"]).exits(0).code, 0);
}

#[test]
fn what_is_no_draft_is_bad_input_and_nothing_is_done() {
    let (world, ids) = drafts();
    world.run(&["accept", "p.onrec", &ids[0]]).exits(0);
    world
        .run(&["accept", "p.onrec", &ids[1], &ids[0]])
        .exits(2)
        .says(&["Only a draft can be accepted or dismissed", "accepted"]);
    world.run(&["dismiss", "p.onrec", "nowhere"]).exits(2);
    assert_eq!(statuses(&world), ["accepted", "draft", "draft"]);
    assert_eq!(world.run(&["accept", "p.onrec"]).code, 2, "an id is wanted");
}

#[test]
fn articles_are_read_into_drafts_that_leave_the_project_only_when_asked() {
    let world = World::with_articles();
    let said = |world: &World| world.run(&["draft", "p.onrec"]).exits(0).out;
    assert!(said(&world).starts_with("Drafted: "));
    let drafts = statuses(&world);
    assert!(!drafts.is_empty() && drafts.iter().all(|status| status == "draft"));
    let table = |more: &[&str]| world.run(&[&["export", "p.onrec"], more].concat()).exits(0);
    assert_eq!(table(&[]).lines().len(), 1);
    let with_drafts = table(&["--include-drafts"]).lines().join("\n");
    assert!(
        with_drafts.contains("At least 18") && with_drafts.contains("Interior Ministry"),
        "{with_drafts}"
    );

    world.run(&["draft", "p.onrec"]).exits(0);
    assert_eq!(
        statuses(&world).len(),
        drafts.len(),
        "read twice, drafted once"
    );
    world
        .run(&["draft", "p.onrec", "--article", "none"])
        .exits(2);
    world.run(&["undo", "p.onrec"]).exits(0);
    assert!(statuses(&world).is_empty());
    let world = world.in_french();
    assert!(said(&world).starts_with("Mis en brouillon"));
}
