//! Rows: what is understood, who agrees, how many origins.

use super::project::Project;

fn verdict(project: &str) -> &'static str {
    Project::of(project).board().board.rows[0].verdict.as_str()
}

#[test]
fn verdicts_are_as_said() {
    for (expected, project) in [
        ("single", "a: Interior 10"),
        ("single", "a: Interior 10 \n b: Interior 30"),
        ("agree", "a: Interior 10 \n b: Health 10"),
        ("agree", "a: Interior 10+ \n b: Health 10+"),
        ("compatible", "a: Interior 10 \n b: Health 10+"),
        ("compatible", "a: Interior 10 \n b: Health 10 basis=bodies"),
        ("conflict", "a: Interior 10 \n b: Health 11"),
        ("compatible", "a: Interior 10 on=8 \n b: Health 11 on=9"),
        ("conflict", "a: Interior 11 on=8 \n b: Health 10 on=9"),
        (
            "conflict",
            "a: Interior 10 on=2022-01-09T08:00:00Z \n b: Health 11 on=2022-01-09T20:00:00Z",
        ),
        (
            "compatible",
            "a: Interior 11 measure=detained on=8 \n b: Health 10 measure=detained on=9",
        ),
        (
            "conflict",
            "a: Interior 11 measure=detained on=8 \n b: Health 10 measure=detained on=8",
        ),
        (
            "conflict",
            "a: Interior 10 counting=new from=8 to=8 on=8 \n b: Health 11 counting=new from=8 to=8 on=9",
        ),
        (
            "compatible",
            "a: Interior 10 excludes=prisoners \n b: Health 20",
        ),
        (
            "compatible",
            "a: Interior 10 excludes=prisoners \n b: Health 20 excludes=staff",
        ),
        (
            "compatible",
            "a: Interior 10 basis=bodies \n b: Health 20 basis=identified",
        ),
        (
            "conflict",
            "a: Interior 10 basis=estimate \n b: Health 20 basis=model",
        ),
        (
            "conflict",
            "a: Interior 10 basis=bodies \n b: Health 20 basis=bodies \n c: Rights 15",
        ),
    ] {
        assert_eq!(verdict(project), expected, "{project}");
    }
}

#[test]
fn a_conflict_lists_its_figures_lowest_first_with_the_gap() {
    let project = Project::of(
        "a: Interior 30 on=9 \n b: Health 7 on=9 \n c: Rights 5+ on=9 \n d: Hospital 16 on=9",
    );
    let seen = project.board();
    assert_eq!(seen.findings(), ["conflict b d a"]);
    let row = seen.row("a");
    let gap = row.gap.clone().unwrap();
    assert_eq!(
        (
            gap.difference.unwrap().to_string(),
            gap.ratio.unwrap().to_string()
        ),
        ("23".into(), "4.29".into())
    );
    assert_eq!(
        (
            row.lowest.unwrap().to_string(),
            row.highest.unwrap().to_string()
        ),
        ("5".into(), "30".into())
    );
    assert_eq!((row.open_below, row.open_above), (false, true));
}

#[test]
fn a_ratio_is_rounded_half_up_and_absent_above_nought() {
    for (low, high, ratio) in [
        ("200", "201", Some("1.01")),
        ("0", "3", None),
        ("2", "3", Some("1.5")),
        ("3", "9", Some("3")),
    ] {
        let project = Project::of(&format!("a: Interior {low} \n b: Health {high}"));
        let gap = project.board().row("a").gap.clone().unwrap();
        assert_eq!(gap.ratio.map(|ratio| ratio.to_string()).as_deref(), ratio);
    }
}

#[test]
fn figures_that_count_differently_give_one_finding_for_the_row() {
    for (expected, project) in [
        (
            "a b [inclusion]",
            "a: Interior 10 excludes=staff \n b: Health 30 excludes=prisoners",
        ),
        (
            "a b [basis]",
            "a: Interior 10 basis=bodies \n b: Health 30 basis=in_hospital",
        ),
        (
            "a b [inclusion, basis]",
            "a: Interior 10 basis=bodies \n b: Health 30 excludes=staff",
        ),
        ("a b [day]", "a: Interior 10 on=8 \n b: Health 30 on=9"),
        (
            "a b c [basis, day]",
            "a: Interior 10 basis=bodies on=8 \n b: Health 30 basis=in_hospital on=8 \n c: Rights 40 basis=bodies on=9",
        ),
    ] {
        assert_eq!(
            Project::of(project).board().of_kind("scope_differs"),
            [expected],
            "{project}"
        );
    }
}

#[test]
fn what_is_missing_is_understood() {
    let project = Project::of(
        "a: Interior 10 on=9
         b: Health 11 group=persons place=Country counting=total on=9
         c: Interior 3 counting=new on=2022-01-09T23:00:00Z
         d: Interior 40 measure=destroyed on=9
         e: Interior 50 measure=none on=9",
    );
    let seen = project.board();
    assert_eq!(seen.verdict("a"), "conflict");
    let words = &project.input.words;
    assert_eq!(seen.row("a").group, words.groups.find("persons"));
    assert_eq!(seen.row("a").place, Some(0));
    assert_eq!(seen.row("a").period, None);
    assert_eq!(
        seen.row("c").period.as_deref(),
        Some("2022-01-09/2022-01-09")
    );
    assert_eq!(seen.row("d").group, None);
    assert_eq!(seen.row("e").group, words.groups.find("persons"));
}

#[test]
fn a_period_prints_its_open_sides() {
    let project = Project::of("a: Interior 10 from=2022-01 on=9 \n b: Interior 10 to=9 on=9");
    let seen = project.board();
    assert_eq!(seen.row("a").period.as_deref(), Some("2022-01/.."));
    assert_eq!(seen.row("b").period.as_deref(), Some("../2022-01-09"));
}

#[test]
fn figures_of_no_measure_or_other_are_rows_of_their_own() {
    let project = Project::of(
        "a: Interior 10 measure=other \n b: Health 20 measure=other
         c: Interior 10 group=other \n d: Health 20 group=other
         e: Interior 10 measure=none \n f: Health 20 measure=none
         g: Health 2 measure=other unit=money:EUR",
    );
    let seen = project.board();
    assert_eq!(seen.board.rows.len(), 7);
    assert!(
        seen.board
            .rows
            .iter()
            .all(|row| row.verdict.as_str() == "single")
    );
    assert!(seen.findings().is_empty());
}

#[test]
fn figures_without_event_are_compared_with_one_another_only() {
    let project =
        Project::of("a: Interior 10 \n b: Health 20 event=none \n c: Rights 20 event=none");
    let seen = project.board();
    assert_eq!((seen.verdict("a"), seen.verdict("b")), ("single", "agree"));
    assert_eq!(seen.rows(), ["a", "b"]);
}

#[test]
fn origins_count_bodies_and_not_echoes() {
    for (expected, project) in [
        (2, "a: Interior 10 \n b: Health 10 \n c: Interior 12"),
        (1, "a: Interior 10 \n b: Agency 10"),
        (2, "a: Neighbour 10 \n b: Neighbour 10"),
        (
            1,
            "a: Neighbour 10 \n b: Neighbour 10 \n a same_origin_as b",
        ),
        (1, "a: Interior 10 \n b: Health 10 \n b derived_from a"),
        (1, "a: Interior 10 \n b: 10 outlet=Post"),
        (0, "a: 10 outlet=Post"),
        (2, "a: Interior 10 via=Wire \n b: Health 10 via=Wire"),
        (
            1,
            "a: Interior 10 on=9 \n b: Interior 10+ on=9 \n c: Health 10 on=9 \n b same_origin_as c",
        ),
    ] {
        assert_eq!(
            Project::of(project).board().board.rows[0].independent_origins,
            expected,
            "{project}"
        );
    }
    let project = Project::of("a: Interior 10 \n b: Agency 10 \n c: Health 10 \n d: Health 10+");
    assert_eq!(project.board().of_kind("same_origin"), ["a b"]);
}

#[test]
fn a_source_that_relies_on_another_has_its_origin() {
    let mut project = Project::of("a: Interior 10 \n b: Rights 10");
    project.input.sources[4].relies_on = vec![0];
    let seen = project.board();
    assert_eq!(seen.row("a").independent_origins, 1);
    assert_eq!(seen.of_kind("same_origin"), ["a b"]);
}

#[test]
fn rows_and_cells_stand_in_order() {
    let project = Project::of(
        "a: Interior 10 measure=injured
         b: Interior 10 group=police
         c: Interior 10 place=Town
         d: Interior 10 place=City
         e: Interior 10 place=Quarter
         f: Interior 10
         g: Interior 10 counting=new
         h: Interior 10 unit=percent
         i: Interior 10 from=8
         j: Interior 10 from=7",
    );
    assert_eq!(
        project.board().rows(),
        ["f", "g", "h", "j", "i", "d", "e", "c", "b", "a"]
    );
    let project =
        Project::of("a: 1 outlet=Post \n b: Rights 1 \n c: Interior 1 \n d: Wire 1 \n e: Agency 1");
    let seen = project.board();
    let first = |cell: &onrecord_core::domain::compare::Cell| cell.figures[0].figure;
    assert_eq!(
        seen.row("a").cells.iter().map(first).collect::<Vec<_>>(),
        [2, 4, 1, 3, 0]
    );
    assert!(seen.row("a").cells[4].column.is_unattributed());
}

#[test]
fn one_scope_in_two_units_is_noticed() {
    let project = Project::of(
        "a: Interior 10 \n b: Health 3 unit=percent \n c: Interior 10 group=police \n d: Health 3 group=police unit=percent
         x: Health 3 group=police unit=percent stance=denies",
    );
    assert_eq!(project.board().of_kind("unit_differs"), ["a b"]);
}

#[test]
fn a_finding_says_when_it_rests_on_a_convention() {
    let project = Project::of(
        "a: Interior >1300 group=police measure=injured on=9
         b: Health ~1000 measure=injured on=9",
    );
    let seen = project.board();
    assert_eq!(seen.findings(), ["part_exceeds_whole a b"]);
    let finding = &seen.board.findings[0];
    let (above, below) = finding.numbers.unwrap();
    assert_eq!(
        (above.to_string(), below.to_string()),
        ("1301".into(), "1100".into())
    );
    assert_eq!(finding.rests_on, [onrecord_reading::BoundRule::TenPercent]);
}
