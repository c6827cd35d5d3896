//! Parts and wholes, and the history of one event.

use super::project::Project;

fn findings(project: &str) -> Vec<String> {
    Project::of(project).board().findings()
}

#[test]
fn a_part_is_never_greater_than_its_whole() {
    for (expected, project) in [
        (
            vec!["part_exceeds_whole a b"],
            "a: Interior 30 group=police on=9 \n b: Health 20 on=9",
        ),
        (
            vec!["part_exceeds_whole a b"],
            "a: Interior 30 on=9 \n b: Health 20 measure=casualties on=9",
        ),
        (
            vec!["part_exceeds_whole a b"],
            "a: Interior 30 severity=critical measure=injured on=9 \n b: Health 20 measure=injured on=9",
        ),
        (
            vec!["part_exceeds_whole a b"],
            "a: Interior 30 place=Quarter on=9 \n b: Health 20 place=City on=9",
        ),
        (
            vec!["part_exceeds_whole a b"],
            "a: Interior 30 place=Border on=9 \n b: Health 20 on=9",
        ),
        (
            vec!["part_exceeds_whole a b"],
            "a: Interior 30 from=8 to=9 on=9 \n b: Health 20 from=2022-01 to=2022-01 on=9",
        ),
        (
            vec![],
            "a: Interior 30 place=Town on=9 \n b: Health 20 place=City on=9",
        ),
        (
            vec![],
            "a: Interior 30 group=police on=9 \n b: Health 20 group=children on=9",
        ),
        (
            vec![],
            "a: Interior 30 group=police counting=new from=8 to=8 on=9 \n b: Health 20 from=8 to=8 on=9",
        ),
        (
            vec![],
            "a: Interior 20 group=police on=9 \n b: Health 20 on=9",
        ),
        (
            vec!["part_exceeds_whole a b"],
            "a: Interior 30 group=police on=8 \n b: Interior 20 on=9",
        ),
        (
            vec!["scope_differs b a [day]"],
            "a: Interior 30 group=police on=9 \n b: Health 20 on=8",
        ),
        (
            vec!["scope_differs a b [day]"],
            "a: Interior 30 group=police measure=detained on=8 \n b: Health 20 measure=detained on=9",
        ),
        (
            vec!["part_may_exceed_whole a b"],
            "a: Interior 10-30 group=police on=9 \n b: Health 20 on=9",
        ),
        (
            vec!["part_may_exceed_whole a b"],
            "a: Interior <=30 group=police on=9 \n b: Health 20 on=9",
        ),
        (
            vec![],
            "a: Interior 10+ group=police on=9 \n b: Health 20 on=9",
        ),
        (
            vec![],
            "a: Interior 10-30 group=police on=9 \n b: Health 20 on=8",
        ),
    ] {
        assert_eq!(findings(project), expected, "{project}");
    }
}

#[test]
fn a_whole_of_one_basis_has_only_parts_of_it() {
    for (expected, project) in [
        (
            vec![],
            "a: Interior 30 group=police on=9 \n b: Health 20 basis=bodies on=9",
        ),
        (
            vec!["part_exceeds_whole a b"],
            "a: Interior 30 group=police basis=bodies on=9 \n b: Health 20 basis=bodies on=9",
        ),
        (
            vec!["part_exceeds_whole a b"],
            "a: Interior 30 group=police basis=bodies on=9 \n b: Health 20 on=9",
        ),
        (
            vec![],
            "a: Interior 30 group=police on=9 \n b: Health 20 excludes=staff on=9",
        ),
        (
            vec!["part_exceeds_whole a b"],
            "a: Interior 30 group=police excludes=staff,prisoners on=9 \n b: Health 20 excludes=staff on=9",
        ),
    ] {
        assert_eq!(findings(project), expected, "{project}");
    }
}

#[test]
fn what_excludes_more_or_counts_only_some_is_a_part_within_the_row() {
    for (expected, project) in [
        (
            vec!["part_exceeds_whole a b"],
            "a: Interior 30 basis=bodies on=9 \n b: Health 20 on=9",
        ),
        (
            vec!["part_exceeds_whole a b"],
            "a: Interior 30 excludes=staff on=9 \n b: Interior 20 on=9",
        ),
        (
            vec!["scope_differs b a [day]"],
            "a: Interior 30 basis=bodies on=9 \n b: Health 20 on=8",
        ),
        (
            vec!["part_may_exceed_whole a b"],
            "a: Interior 10-30 basis=bodies on=9 \n b: Health 20 on=9",
        ),
    ] {
        assert_eq!(findings(project), expected, "{project}");
    }
}

#[test]
fn a_pair_of_rows_gives_one_finding_of_the_greatest_excess() {
    let project = "a: Interior 30 group=police on=9 \n b: Rights 40 group=police on=9 \n c: Health 20 on=9 \n d: Hospital 25 on=9";
    assert_eq!(
        Project::of(project).board().of_kind("part_exceeds_whole"),
        ["b c"]
    );
}

#[test]
fn an_explicit_part_of_the_same_scope_is_compared_with_its_whole_alone() {
    let project =
        Project::of("a: Interior 20 on=9 \n b: Health 30 on=9 part_of=a \n c: Rights 20 on=9");
    let seen = project.board();
    assert_eq!((seen.verdict("a"), seen.verdict("b")), ("agree", "single"));
    assert_eq!(seen.findings(), ["part_exceeds_whole b a"]);
}

#[test]
fn an_explicit_part_needs_one_unit_alone() {
    let groups = "a: Interior 20 measure=other on=9 \n b: Interior 30 measure=other counting=new basis=bodies on=9 part_of=a";
    assert_eq!(findings(groups), ["part_exceeds_whole b a"]);
    assert!(
        findings("a: Interior 20 on=9 \n b: Interior 30 unit=percent group=police on=9 part_of=a")
            .is_empty()
    );
}

#[test]
fn parts_that_exclude_each_other_sum_to_no_more_than_the_whole() {
    for (expected, project) in [
        (
            vec!["a b c"],
            "a: Interior 20 on=9 \n b: Interior 12 place=City on=9 \n c: Interior 9 place=Town on=9",
        ),
        (
            vec![],
            "a: Interior 20 on=9 \n b: Interior 12 place=City on=9 \n c: Health 9 place=Town on=9",
        ),
        (
            vec![],
            "a: Interior 20 on=9 \n b: Interior 12 group=women on=9 \n c: Interior 9 group=children on=9",
        ),
        (
            vec!["a b c"],
            "a: Interior 20 on=9 \n b: Interior 12 group=women on=9 \n c: Interior 9 group=men on=9",
        ),
        (
            vec!["a b c"],
            "a: Interior 20 measure=casualties on=9 \n b: Interior 12 on=9 \n c: Interior 9 measure=injured on=9",
        ),
        (
            vec![],
            "a: Interior 20 on=9 \n b: Interior 12 place=City on=10 \n c: Interior 9 place=Town on=9",
        ),
        (
            vec![],
            "a: Interior 20 on=9 \n b: Interior 12 place=City on=9 \n c: Interior 9 place=Quarter on=9",
        ),
        (
            vec!["a c d"],
            "a: Interior 20 on=9 \n b: Interior 12 place=City on=9 \n c: Interior 15 place=Quarter on=9 \n d: Interior 9 place=Town on=9",
        ),
        (
            vec![],
            "a: Interior 20 on=9 \n b: Interior 12 place=City group=women on=9 \n c: Interior 9 place=Town on=9",
        ),
        (
            vec!["a b c"],
            "a: Interior 20 on=9 \n b: Interior 12 place=City on=9 part_of=a \n c: Health 9 place=Town on=9 part_of=a",
        ),
        (
            vec![],
            "a: Interior 20 measure=detained on=10 \n b: Interior 12 measure=detained place=City on=9 \n c: Interior 9 measure=detained place=Town on=9",
        ),
    ] {
        assert_eq!(
            Project::of(project).board().of_kind("parts_exceed_whole"),
            expected,
            "{project}"
        );
    }
}

/// A toll that was withdrawn and replaced: what the board said on each day.
#[test]
fn the_board_of_a_day_tells_what_was_known_then() {
    let project = Project::of(
        "estimate: Rights ~1000 measure=injured on=9
         forces: Interior 18+ group=security_forces on=9
         wounded: Interior >1300 group=security_forces measure=injured on=9
         toll: Health 164 on=9
         city: Health >100 place=City part_of=toll on=9
         withdrawn: Health 164 stance=denies on=10
         error: Hospital 164 stance=denies on=10
         all: Agency 225 on=15
         forces_of_all: Agency 19 group=security_forces on=15
         hurt: Agency 4353 measure=injured on=15
         hurt_forces: Agency 3393 measure=injured group=security_forces on=15
         withdrawn denies toll
         error denies toll",
    );
    let ninth = project.board_of("9");
    assert_eq!(ninth.verdict("toll"), "single");
    assert_eq!(ninth.findings(), ["part_exceeds_whole wounded estimate"]);

    let tenth = project.board_of("10");
    assert_eq!(
        (tenth.verdict("toll"), tenth.state("toll")),
        ("none", "denied".to_owned())
    );
    assert_eq!(tenth.of_kind("denied"), ["toll withdrawn", "toll error"]);
    assert_eq!(tenth.of_kind("part_exceeds_whole"), ["wounded estimate"]);
    assert_eq!(tenth.verdict("city"), "single");

    let fifteenth = project.board_of("15");
    assert_eq!(fifteenth.verdict("all"), "single");
    assert_eq!(fifteenth.row("all").lowest, "225".parse().ok());
    assert_eq!(fifteenth.verdict("forces"), "compatible");
    assert_eq!(fifteenth.verdict("hurt"), "compatible");
    assert!(
        fifteenth
            .of_kind("scope_differs")
            .contains(&"estimate hurt [day]".to_owned())
    );
    assert_eq!(
        fifteenth.of_kind("part_exceeds_whole"),
        ["wounded estimate"]
    );
    assert_eq!(fifteenth.verdict("city"), "single");
    assert!(fifteenth.of_kind("conflict").is_empty());
}
