//! The comparison at size: eight times the figures cost about eight times the work, in every shape that they come in.

use std::time::{Duration, Instant};

use onrecord_core::domain::compare::{Event, Figure, Input, Place, Source, compare};
use onrecord_core::domain::date::Date;
use onrecord_core::domain::vocabulary::{Counting, Stance, Words};
use onrecord_reading::{Amount, Qualifier};
use uuid::Uuid;

/// A day each from 2000 on, then months.
fn dates() -> Vec<Date> {
    let days = (0..9_000).map(|day| {
        format!(
            "{}-{:02}-{:02}",
            2000 + day / 336,
            1 + day / 28 % 12,
            1 + day % 28
        )
    });
    days.map(|day| Date::parse(&day).unwrap()).collect()
}

fn bare(at: u32, number: i64) -> Figure {
    let number = Some(Amount::from(number));
    Figure {
        id: Uuid::from_u128(u128::from(at)),
        event: Some(0),
        source: Some(at % 7),
        speaker: None,
        outlet: Some(0),
        via: 0..0,
        measure: Some(0),
        severity: None,
        group: None,
        basis: None,
        unit: 0,
        place: None,
        period_start: None,
        period_end: None,
        as_of: None,
        stated_at: None,
        published_at: Some(at % 9_000),
        counting: None,
        stance: Stance::Asserts,
        qualifier: Qualifier::Exact,
        vague: false,
        point: number,
        low: number,
        high: number,
        excludes: 0..0,
        part_of: None,
    }
}

/// Scattered over what there is, the same at every run.
fn scattered(at: u32) -> u32 {
    at.wrapping_mul(2_654_435_761) >> 8
}

fn project(figures: Vec<Figure>) -> Input {
    let words = Words::built_in();
    let ministry = words.source_kinds.find("ministry").unwrap();
    let source = |at: u32| Source {
        name: format!("body {at}"),
        kind: ministry,
        parent: None,
        relies_on: vec![],
    };
    let place = |at: u32| Place {
        name: format!("place {at}"),
        parent: (at > 0).then(|| (at - 1) / 8),
    };
    Input {
        dates: dates(),
        units: vec!["count".to_owned()],
        terms: vec![
            "prisoners".to_owned(),
            "foreigners".to_owned(),
            "staff".to_owned(),
        ],
        outlets: vec!["Morning Post".to_owned()],
        places: (0..9_000).map(place).collect(),
        events: vec![Event {
            name: "Unrest".to_owned(),
            place: Some(0),
            from: Some(0),
            to: Some(8_999),
        }],
        sources: (0..9_000).map(source).collect(),
        excluded: vec![0, 1, 2],
        figures,
        words,
        ..Input::default()
    }
}

type Shape = fn(u32) -> Figure;

const SHAPES: [(&str, Shape); 9] = [
    ("one row, every figure another issuer's", |at| Figure {
        source: Some(at),
        published_at: Some(scattered(at) % 9_000),
        ..bare(at, i64::from(scattered(at) % 5_000))
    }),
    ("one row of counts of a moment", |at| Figure {
        source: Some(at % 90),
        counting: Some(Counting::Standing),
        published_at: Some(scattered(at) % 300),
        ..bare(at, i64::from(scattered(at) % 5_000))
    }),
    ("one issuer's daily revisions", |at| Figure {
        source: Some(0),
        ..bare(at, i64::from(at))
    }),
    ("one row, several bases and exclusions", |at| Figure {
        source: Some(at % 900),
        basis: [None, Some(1), Some(3), Some(6)][at as usize % 4],
        excludes: at % 3..at % 3 + (at / 3) % 2,
        ..bare(at, i64::from(scattered(at) % 5_000))
    }),
    ("a row for every place", |at| Figure {
        place: Some(at),
        source: Some(0),
        ..bare(at, i64::from(scattered(at) % 50))
    }),
    ("a row for every day, and one for all", |at| Figure {
        source: Some(0),
        counting: Some(Counting::New),
        period_start: (at > 0).then_some(at),
        period_end: (at > 0).then_some(at),
        published_at: Some(8_999),
        ..bare(at, i64::from(scattered(at) % 50))
    }),
    ("no source, one outlet", |at| Figure {
        source: None,
        published_at: Some(scattered(at) % 300),
        ..bare(at, i64::from(scattered(at) % 5_000))
    }),
    ("figures and their denials", |at| Figure {
        stance: if at % 2 == 0 {
            Stance::Asserts
        } else {
            Stance::Denies
        },
        source: Some(at % 90),
        ..bare(at, i64::from(at / 2 % 50))
    }),
    ("groups and places that lie inside each other", |at| {
        Figure {
            source: Some(at % 40),
            group: [None, Some(2), Some(3), Some(6), Some(8)][at as usize % 5],
            place: Some(scattered(at) % 600),
            measure: Some(at % 3),
            ..bare(at, i64::from(scattered(at) % 500))
        }
    }),
];

fn time(input: &Input) -> Duration {
    let began = Instant::now();
    assert!(!compare(input, None).rows.is_empty());
    began.elapsed()
}

#[test]
fn work_grows_no_faster_than_about_in_step_with_the_figures() {
    for (name, shape) in SHAPES {
        let small = project((0..500).map(shape).collect());
        let large = project((0..4_000).map(shape).collect());
        let ratio = |_| {
            let small = time(&small).max(Duration::from_micros(100));
            time(&large).as_secs_f64() / small.as_secs_f64()
        };
        // What the machine does besides only ever makes a run slower; the product's work is the least of several.
        let least = (0..3).map(ratio).fold(f64::INFINITY, f64::min);
        // Every figure against every other would be 64 times the work.
        assert!(
            least < 24.0,
            "{name}: eight times the figures, {least:.1} times the work"
        );
    }
}
