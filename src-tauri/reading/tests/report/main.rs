//! The reading engine against our own test sets: how much of what a careful reader takes from a passage it finds.
//!
//! `make reading-report` prints the report half. `SET=tune MISTAKES=1` prints the other and lists its mistakes; those of
//! the report half are never listed, so that rules are not bent to it. `RAISE=1` raises the floors.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    clippy::print_stdout
)]

mod floors;
mod score;
mod sets;

use std::env;

use score::Tally;
use sets::{Half, Passage};

/// What is aimed at, line by line, in per cent.
const GOALS: [(&str, &str); 8] = [
    ("F1", "en fr 95 · es de pt it 92 · ru ar 88"),
    ("qualifier", "95"),
    ("measure", "92"),
    ("group", "90"),
    ("stance", "95"),
    ("source", "en fr 90 · others 85"),
    ("source_kind", "90"),
    ("cues", "fr 80"),
];

#[test]
fn no_language_is_read_worse_than_it_was() {
    let sets = sets::all();
    let of = |halves: &[Half]| -> Vec<(String, Tally)> {
        let tallies = sets.iter().map(|(language, passages)| {
            let tally = tally(language, passages, halves);
            (language.clone(), tally)
        });
        tallies.collect()
    };
    if env::var("ONRECORD_READING_SET").is_ok_and(|set| set == "tune") {
        let tune = of(&[Half::Tune]);
        print("tune", &tune);
        if env::var("ONRECORD_READING_MISTAKES").is_ok_and(|wish| !wish.is_empty()) {
            for (language, tally) in &tune {
                list(language, tally);
            }
        }
    } else {
        print("report", &of(&[Half::Report]));
    }
    let all = of(&[Half::Tune, Half::Report]);
    if env::var("ONRECORD_READING_RAISE").is_ok_and(|wish| !wish.is_empty()) {
        floors::raise(&all);
    }
    let fallen = floors::below(&all);
    assert!(fallen.is_empty(), "below the floor:\n{}", fallen.join("\n"));
}

fn tally<'a>(language: &str, passages: &'a [Passage], halves: &[Half]) -> Tally<'a> {
    let mut tally = Tally::default();
    for passage in passages
        .iter()
        .filter(|passage| halves.contains(&passage.half))
    {
        tally.add(
            passage,
            &onrecord_reading::read(&passage.text, Some(language)),
        );
    }
    tally
}

fn print(half: &str, tallies: &[(String, Tally)]) {
    print!("\n{:<12}", format!("{half}, %"));
    for (language, _) in tallies {
        print!("{language:>7}");
    }
    println!("   goal");
    for line in score::lines() {
        print!("{line:<12}");
        for (_, tally) in tallies {
            match tally.percent(line) {
                Some(share) => print!("{share:>7.1}"),
                None => print!("{:>7}", "–"),
            }
        }
        let goal = GOALS.iter().find(|(name, _)| *name == line);
        println!("   {}", goal.map_or("", |(_, goal)| goal));
    }
}

fn list(language: &str, tally: &Tally) {
    println!("\n{language}: {} mistakes", tally.mistakes.len());
    let mut last = "";
    for mistake in &tally.mistakes {
        if mistake.passage.id != last {
            println!("\n{}  {}", mistake.passage.id, mistake.passage.text);
            last = &mistake.passage.id;
        }
        println!(
            "    “{}” {}: wanted {}, got {}",
            mistake.figure, mistake.field, mistake.wanted, mistake.got
        );
    }
}
