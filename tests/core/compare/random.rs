//! Random small projects rich in coincidences, compared by the product and by the rules themselves.

use onrecord_core::domain::compare::{
    Board, Event, Figure, Input, Link, Place, Relation, Source, compare, standings,
};
use onrecord_core::domain::date::Date;
use onrecord_core::domain::vocabulary::{Connection, Counting, RelationKind, Stance, Words};
use onrecord_reading::{Amount, Qualifier};
use proptest::prelude::*;
use uuid::Uuid;

use super::brute::Brute;

const DATES: [&str; 8] = [
    "2022-01-08",
    "2022-01-09",
    "2022-01-09T08:00:00Z",
    "2022-01-09T16:00:00Z",
    "2022-01-10",
    "2022-01",
    "2022",
    "2022-01-11",
];
const KINDS: [&str; 6] = [
    "ministry",
    "health_authority",
    "hospital",
    "witness",
    "ngo",
    "social_media",
];
const MEASURES: [&str; 6] = [
    "killed",
    "injured",
    "casualties",
    "detained",
    "destroyed",
    "other",
];
const GROUPS: [&str; 9] = [
    "persons",
    "security_forces",
    "police",
    "military",
    "civilians",
    "women",
    "men",
    "conscripts",
    "other",
];
const BASES: [&str; 4] = ["reported", "bodies", "identified", "estimate"];
const STANCES: [Stance; 5] = [
    Stance::Asserts,
    Stance::Denies,
    Stance::Retracts,
    Stance::Recalls,
    Stance::Projects,
];
const RELATIONS: [RelationKind; 7] = [
    RelationKind::Repeats,
    RelationKind::Updates,
    RelationKind::Corrects,
    RelationKind::Retracts,
    RelationKind::Denies,
    RelationKind::DerivedFrom,
    RelationKind::SameOriginAs,
];
const COUNTINGS: [Counting; 3] = [Counting::Total, Counting::New, Counting::Standing];

/// How far apart the figures of a project may lie.
#[derive(Clone, Copy, Debug)]
struct Spread {
    scopes: bool,
    classes: bool,
    stances: bool,
}

/// A field that is mostly absent or mostly the first, as real ones are.
fn index(count: usize) -> impl Strategy<Value = Option<u32>> {
    prop_oneof![3 => Just(None), 2 => (0..count as u32).prop_map(Some)]
}

fn when(spread: bool, count: usize) -> BoxedStrategy<Option<u32>> {
    if spread {
        index(count).boxed()
    } else {
        Just(None).boxed()
    }
}

type Numbers = (Qualifier, Option<Amount>, Option<Amount>, Option<Amount>);

fn numbers() -> impl Strategy<Value = Numbers> {
    (0_i64..7, 0_i64..4, 0..6).prop_map(|(n, more, shape)| {
        let (low, high) = (Some(Amount::from(n)), Some(Amount::from(n + more)));
        match shape {
            0 | 1 => (Qualifier::Exact, low, low, low),
            2 => (Qualifier::AtLeast, low, low, None),
            3 => (Qualifier::AtMost, low, None, low),
            4 => (Qualifier::Between, None, low, high),
            _ => (Qualifier::About, low, low, high),
        }
    })
}

fn figure(spread: Spread) -> impl Strategy<Value = Figure> {
    let who = (
        prop_oneof![1 => Just(None), 6 => (0_u32..6).prop_map(Some)],
        index(2),
        index(2),
    );
    let what = (
        prop_oneof![4 => Just(Some(0)), 1 => when(spread.scopes, MEASURES.len())],
        when(spread.scopes, 2),
        when(spread.scopes, GROUPS.len()),
        when(spread.classes, BASES.len()),
        when(spread.scopes, 2),
    );
    let place = (
        when(spread.scopes, 5),
        prop_oneof![5 => Just(Some(0)), 1 => when(spread.scopes, 2)],
    );
    let times = (
        when(spread.scopes, DATES.len()),
        when(spread.scopes, DATES.len()),
        index(DATES.len()),
        index(DATES.len()),
        index(DATES.len()),
    );
    let counting =
        prop_oneof![2 => Just(None), 1 => (0..3_usize).prop_map(|at| Some(COUNTINGS[at]))];
    let stance = prop_oneof![7 => Just(0), 2 => 0..(if spread.stances { 5_usize } else { 1 })];
    let excludes =
        prop_oneof![3 => Just(0..0), 1 => (0_u32..4, 0_u32..3).prop_map(|(at, len)| at..at + len)];
    let excludes = if spread.classes {
        excludes.boxed()
    } else {
        Just(0..0).boxed()
    };
    let rest = (
        numbers(),
        counting,
        stance,
        excludes,
        index(8),
        0_u32..3,
        any::<u16>(),
    );
    (who, what, place, times, rest).prop_map(
        |(
            (source, speaker, outlet),
            (measure, severity, group, basis, unit),
            (place, event),
            (period_start, period_end, as_of, stated_at, published_at),
            ((qualifier, point, low, high), counting, stance, excludes, part_of, links, id),
        )| Figure {
            id: Uuid::from_u128(u128::from(id)),
            event,
            source,
            speaker,
            outlet,
            via: links..links + 1 + links % 2,
            measure,
            severity,
            group,
            basis,
            unit: unit.unwrap_or(0),
            place,
            period_start: period_start.map(|at| at % 4),
            period_end: period_end.map(|at| 4 + at % 4),
            as_of,
            stated_at,
            published_at,
            counting,
            stance: STANCES[stance],
            qualifier,
            vague: false,
            point,
            low,
            high,
            excludes,
            part_of,
        },
    )
}

fn project(spread: Spread, figures: std::ops::Range<usize>) -> impl Strategy<Value = Input> {
    let relation = (0..RELATIONS.len(), 0_u32..8, 0_u32..8);
    let figures = prop::collection::vec(figure(spread), figures);
    (figures, prop::collection::vec(relation, 0..4)).prop_map(|(mut figures, relations)| {
        let mut words = Words::built_in();
        words.groups.add("conscripts", Some("military"));
        // The fields above are places in the lists of this file.
        for (at, figure) in figures.iter_mut().enumerate() {
            let word = |index: Option<u32>, list: &[&'static str]| {
                index.map(|index| list[index as usize % list.len()])
            };
            figure.measure =
                word(figure.measure, &MEASURES).and_then(|word| words.measures.find(word));
            figure.group = word(figure.group, &GROUPS).and_then(|word| words.groups.find(word));
            figure.basis = word(figure.basis, &BASES).and_then(|word| words.bases.find(word));
            // Ids are unique, whatever the rest.
            figure.id = Uuid::from_u128(figure.id.as_u128() * 64 + at as u128);
            // No figure is a part of a later entry: there are no circles.
            figure.part_of = figure
                .part_of
                .filter(|&whole| (whole as usize) < at && at % 2 == 1);
        }
        let count = figures.len() as u32;
        let place = |name: &str, parent| Place {
            name: name.to_owned(),
            parent,
        };
        let source = |at: usize, parent, relies_on| Source {
            name: format!("body {at}"),
            kind: words.source_kinds.find(KINDS[at]).unwrap(),
            parent,
            relies_on,
        };
        let link = |source, connection| Link { source, connection };
        Input {
            dates: DATES
                .iter()
                .map(|date| Date::parse(date).unwrap())
                .collect(),
            units: vec!["count".to_owned(), "money:USD".to_owned()],
            terms: ["prisoners", "foreigners", "Prisoners", "east", "staff"]
                .map(str::to_owned)
                .to_vec(),
            speakers: vec!["A. Speaker".to_owned(), "B. Speaker".to_owned()],
            outlets: vec!["Body 4".to_owned(), "Morning Post".to_owned()],
            places: vec![
                place("Country", None),
                place("City", Some(0)),
                place("Quarter", Some(1)),
                place("Town", Some(0)),
                place("Elsewhere", None),
            ],
            events: vec![
                Event {
                    name: "Unrest".to_owned(),
                    place: Some(0),
                    from: Some(0),
                    to: Some(7),
                },
                Event {
                    name: "Flood".to_owned(),
                    place: None,
                    from: None,
                    to: Some(4),
                },
            ],
            sources: vec![
                source(0, None, vec![]),
                source(1, Some(0), vec![]),
                source(2, None, vec![1]),
                source(3, Some(0), vec![]),
                source(4, None, vec![]),
                source(5, None, vec![]),
            ],
            links: vec![
                link(4, Connection::Agency),
                link(3, Connection::Outlet),
                link(2, Connection::Relay),
                link(4, Connection::Agency),
            ],
            excluded: vec![0, 1, 2, 3, 4, 0],
            relations: relations
                .into_iter()
                .map(|(kind, from, to)| Relation {
                    kind: RELATIONS[kind],
                    from: from % count,
                    to: to % count,
                })
                .collect(),
            figures,
            words,
        }
    })
}

fn spreads() -> impl Strategy<Value = Spread> {
    (any::<bool>(), any::<bool>(), any::<bool>()).prop_map(|(scopes, classes, stances)| Spread {
        scopes,
        classes,
        stances,
    })
}

fn any_project() -> impl Strategy<Value = Input> {
    spreads().prop_flat_map(|spread| project(spread, 1..9))
}

/// What both ways of comparing give.
fn without_wording(mut board: Board) -> Board {
    for finding in &mut board.findings {
        finding.numbers = None;
        finding.rests_on = vec![];
        finding.uttered_by = None;
    }
    board
}

fn assert_same(input: &Input, as_of: Option<&Date>) {
    let ours = without_wording(compare(input, as_of));
    let theirs = Brute::compare(input, as_of);
    assert_eq!(ours.rows, theirs.rows);
    assert_eq!(ours.findings, theirs.findings);
}

/// The same project with its figures in another order.
fn shuffled(input: &Input, order: &[usize]) -> Input {
    let moved = |figure: u32| order.iter().position(|&at| at == figure as usize).unwrap() as u32;
    let mut other = input.clone();
    other.figures = order.iter().map(|&at| input.figures[at].clone()).collect();
    for figure in &mut other.figures {
        figure.part_of = figure.part_of.map(moved);
    }
    for relation in &mut other.relations {
        (relation.from, relation.to) = (moved(relation.from), moved(relation.to));
    }
    other.relations.reverse();
    other
}

/// A board in which figures are named by their ids.
fn named(input: &Input, mut board: Board) -> (Board, Vec<Uuid>) {
    let mut ids: Vec<Uuid> = input.figures.iter().map(|figure| figure.id).collect();
    ids.sort();
    let number = |figure: u32| {
        ids.iter()
            .position(|id| *id == input.figures[figure as usize].id)
            .unwrap() as u32
    };
    for figure in board
        .rows
        .iter_mut()
        .flat_map(|row| &mut row.cells)
        .flat_map(|cell| &mut cell.figures)
    {
        figure.figure = number(figure.figure);
        figure.under = figure.under.map(number);
    }
    for figure in board
        .findings
        .iter_mut()
        .flat_map(|finding| &mut finding.figures)
    {
        *figure = number(*figure);
    }
    (board, ids)
}

/// Parts of one whole along one axis, for which random projects seldom have enough figures.
fn parts_project() -> impl Strategy<Value = Input> {
    let spread = Spread {
        scopes: false,
        classes: false,
        stances: false,
    };
    let part = (0_u32..4, 0_u32..6, numbers(), 0_u32..2, index(3));
    (
        project(spread, 8..9),
        prop::collection::vec(part, 8),
        0..4_usize,
    )
        .prop_map(|(mut input, parts, axis)| {
            let groups = input.words.groups.clone();
            for (at, (figure, (place, other, numbers, source, time))) in
                input.figures.iter_mut().zip(parts).enumerate()
            {
                let whole = at % 4 == 0;
                (figure.qualifier, figure.point, figure.low, figure.high) = numbers;
                figure.source = Some(source);
                figure.part_of = figure.part_of.map(|_| 0).filter(|_| !whole);
                figure.as_of = time;
                match axis {
                    0 => figure.place = (!whole).then_some(place + 1),
                    1 => {
                        figure.group = groups.find(
                            [
                                "police",
                                "military",
                                "civilians",
                                "women",
                                "men",
                                "conscripts",
                            ][other as usize],
                        );
                        figure.group = figure.group.filter(|_| !whole);
                    }
                    2 => {
                        figure.period_start = (!whole).then_some([0, 1, 4, 1][place as usize]);
                        figure.period_end = (!whole).then_some([0, 4, 4, 1][place as usize]);
                    }
                    _ => {
                        let word = if whole {
                            "casualties"
                        } else {
                            ["killed", "injured"][other as usize % 2]
                        };
                        figure.measure = input.words.measures.find(word);
                    }
                }
            }
            input.relations.clear();
            input
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_rule_gives_what_it_says(input in any_project()) {
        assert_same(&input, None);
    }

    #[test]
    fn a_board_of_an_earlier_day_is_that_of_its_figures(input in any_project(), day in 0..DATES.len()) {
        assert_same(&input, Some(&Date::parse(DATES[day]).unwrap()));
    }

    #[test]
    fn parts_exceed_their_whole_as_the_best_of_all_choices_says(input in parts_project()) {
        assert_same(&input, None);
    }

    #[test]
    fn the_order_of_the_input_never_matters(
        (input, order) in any_project().prop_flat_map(|input| {
            let order: Vec<usize> = (0..input.figures.len()).collect();
            (Just(input), Just(order).prop_shuffle())
        })
    ) {
        let other = shuffled(&input, &order);
        prop_assert_eq!(named(&input, compare(&input, None)), named(&other, compare(&other, None)));
    }

    #[test]
    fn standings_are_those_of_the_board(input in any_project()) {
        let standings = standings(&input);
        for placed in compare(&input, None).rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.figures) {
            prop_assert_eq!(standings[placed.figure as usize], placed.standing);
        }
    }
}
