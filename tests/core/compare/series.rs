//! One issuer over time: what supersedes, what folds, what is denied.

use super::project::Project;

fn states(project: &str, expected: &[(&str, &str)]) -> Vec<String> {
    let project = Project::of(project);
    let seen = project.board();
    for (label, state) in expected {
        assert_eq!(seen.state(label), *state, "{label}");
    }
    seen.findings()
}

#[test]
fn a_later_figure_supersedes_the_earlier_ones_and_is_a_revision_of_the_nearest() {
    let findings = states(
        "a: Interior 10 on=8
         b: Interior 16 on=9
         c: Interior 12 on=10
         d: Health 12 on=7",
        &[
            ("a", "superseded"),
            ("b", "superseded"),
            ("c", "current"),
            ("d", "current"),
        ],
    );
    assert_eq!(findings, ["revised_down b c", "revised_up a b"]);
}

#[test]
fn the_same_number_later_is_no_revision() {
    assert!(
        states(
            "a: Interior 10 on=8 \n b: Interior 10 on=9",
            &[("a", "superseded"), ("b", "current")]
        )
        .is_empty()
    );
}

#[test]
fn without_points_a_revision_shows_in_bounds_that_do_not_overlap() {
    let findings = states(
        "a: Interior 10-12 on=8
         b: Interior 12-14 on=9
         c: Interior 15+ on=10",
        &[("b", "superseded")],
    );
    assert_eq!(findings, ["revised_up b c"]);
}

#[test]
fn as_of_goes_before_what_was_said_and_published() {
    states(
        "a: Interior 10 as_of=9 said=12 on=12 \n b: Interior 11 said=10 on=13",
        &[("a", "superseded")],
    );
}

#[test]
fn a_day_is_neither_before_nor_after_a_time_on_it() {
    let findings = states(
        "a: Interior 10 on=2022-01-09
         b: Interior 14 on=2022-01-09T18:00:00Z
         c: Interior 12 on=2022-01-09T12:00:00Z",
        &[("a", "current"), ("b", "current"), ("c", "superseded")],
    );
    assert_eq!(findings, ["reported_differently a b", "revised_up c b"]);
}

#[test]
fn a_figure_without_time_neither_supersedes_nor_is_superseded() {
    let findings = states(
        "a: Interior 10 on=8 \n b: Interior 30",
        &[("a", "current"), ("b", "current")],
    );
    assert_eq!(findings, ["reported_differently a b"]);
}

#[test]
fn counts_of_a_moment_replace_each_other_without_revision() {
    assert!(
        states(
            "a: Interior 5 measure=detained on=8 \n b: Interior 9 measure=detained on=9",
            &[("a", "superseded")]
        )
        .is_empty()
    );
}

#[test]
fn another_basis_or_other_exclusions_are_another_series() {
    states(
        "a: Interior 10 basis=bodies on=8
         b: Interior 12 on=9
         c: Interior 12 basis=reported on=8
         d: Interior 14 excludes=prisoners on=10
         e: Interior 13 excludes=Prisoners on=9",
        &[
            ("a", "current"),
            ("b", "current"),
            ("c", "superseded"),
            ("d", "current"),
            ("e", "superseded"),
        ],
    );
}

#[test]
fn what_overlaps_at_one_time_folds_under_the_narrowest() {
    let findings = states(
        "a: Interior <=20 on=9
         b: Interior 12 on=9
         c: Interior 11-20 on=9
         d: Interior 30 on=9",
        &[
            ("a", "current < b"),
            ("b", "current"),
            ("c", "current < b"),
            ("d", "current"),
        ],
    );
    assert_eq!(findings, ["reported_differently b d"]);
}

#[test]
fn an_open_figure_overlapping_two_folds_under_the_one_with_the_greatest_low() {
    states(
        "a: Interior 10+ on=9 \n b: Interior 12 on=9 \n c: Interior 30 on=9",
        &[("a", "current < c")],
    );
}

#[test]
fn a_revision_is_named_by_the_figures_shown_each_pair_once() {
    let findings = states(
        "a: Interior 10 on=8
         b: Interior 9-11 on=8
         c: Interior 12-14 on=9
         d: Interior 13 on=9",
        &[("b", "superseded < a"), ("c", "current < d")],
    );
    assert_eq!(findings, ["revised_up a d"]);
}

#[test]
fn a_recorded_relation_overrides_time() {
    let findings = states(
        "a: Interior 10 on=8
         b: Interior 16 on=9
         c: Health 20 on=10
         a corrects b
         b updates c",
        &[("a", "current"), ("b", "superseded"), ("c", "superseded")],
    );
    assert_eq!(findings, ["revised_down b a", "revised_down c b"]);
}

#[test]
fn what_is_updated_in_another_row_is_superseded_without_revision() {
    let findings = states(
        "a: Interior 10 on=8 \n b: Interior 9 place=City on=9 \n b updates a",
        &[("a", "superseded")],
    );
    assert!(findings.is_empty());
}

#[test]
fn a_repeated_figure_shows_the_repeater_and_supersedes_nothing() {
    let findings = states(
        "a: Interior 10 on=8
         b: Interior 12 on=10
         b repeats a",
        &[("a", "current"), ("b", "current < a")],
    );
    assert!(findings.is_empty());
    states(
        "a: Interior 10+ on=8
         b: Interior 12 on=8
         c: Interior 40 on=10
         c repeats a",
        &[("a", "current < b"), ("b", "current"), ("c", "current < b")],
    );
}

#[test]
fn repeating_another_issuer_folds_nothing() {
    states(
        "a: Interior 10 on=8 \n b: Health 10 on=9 \n b repeats a",
        &[("a", "current"), ("b", "current")],
    );
}

#[test]
fn every_witness_and_post_is_an_issuer_of_its_own() {
    let findings = states(
        "a: Neighbour 10 on=8 \n b: Neighbour 12 on=9 \n c: Account 10 measure=injured on=8 \n d: Account 10 measure=injured on=9",
        &[
            ("a", "current"),
            ("b", "current"),
            ("c", "current"),
            ("d", "current"),
        ],
    );
    assert_eq!(findings, ["scope_differs a b [day]"]);
}

#[test]
fn what_nobody_stands_behind_folds_at_one_time_and_never_supersedes() {
    let findings = states(
        "a: 10 outlet=Post on=8
         b: 12 outlet=Post on=9
         c: 12+ outlet=Post on=9
         d: 20 speaker=Someone outlet=Post on=9",
        &[
            ("a", "current"),
            ("b", "current"),
            ("c", "current < b"),
            ("d", "current"),
        ],
    );
    assert_eq!(findings, ["conflict b d", "scope_differs a d [day]"]);
    assert_eq!(
        states(
            "a: 10 outlet=Post on=8 \n b: 12 outlet=Post on=9 \n b updates a",
            &[("a", "superseded")]
        ),
        ["revised_up a b"]
    );
}

#[test]
fn what_recalls_or_projects_stands_in_no_cell() {
    let project = Project::of(
        "a: Interior 9 stance=recalls on=9 \n b: Interior 90 stance=projects on=9 \n c: Interior 16 on=9",
    );
    let seen = project.board();
    assert!(!seen.stands("a") && !seen.stands("b"));
    assert_eq!(seen.verdict("c"), "single");
    assert!(seen.findings().is_empty());
}

#[test]
fn an_issuer_that_denies_its_figure_takes_it_off_the_board() {
    let project = Project::of("a: Interior 164 on=9 \n b: Interior 164 stance=denies on=10");
    let seen = project.board();
    assert_eq!(
        (seen.state("a"), seen.verdict("a")),
        ("denied".to_owned(), "none")
    );
    assert_eq!(seen.row("a").independent_origins, 0);
    assert_eq!(seen.findings(), ["denied a b"]);
}

#[test]
fn somebody_elses_denial_leaves_the_figure_and_is_named() {
    let project =
        Project::of("a: Interior 164 on=9 \n b: Health 164 stance=denies on=10 \n b denies a");
    let seen = project.board();
    assert_eq!(
        (seen.state("a"), seen.verdict("a")),
        ("current".to_owned(), "single")
    );
    assert_eq!(seen.findings(), ["denied a b"]);
    assert_eq!(
        seen.board.findings[0].uttered_by.map(|by| by.is_issuer),
        Some(false)
    );
}

#[test]
fn an_unrelated_denial_concerns_the_same_number_not_later_and_names_the_last() {
    let findings = states(
        "a: Interior 164 on=8
         b: Interior 164 on=9
         c: Interior 170 on=9
         d: Interior 164 on=11
         e: Health 164 on=7
         x: Interior 164 stance=retracts on=10",
        &[
            ("a", "retracted"),
            ("b", "retracted"),
            ("c", "superseded"),
            ("d", "current"),
            ("e", "current"),
        ],
    );
    assert_eq!(
        findings,
        ["retracted b x", "revised_down c d", "same_origin"].map(str::to_owned)[..2].to_vec()
    );
}

#[test]
fn a_denial_without_point_looks_for_the_same_bounds() {
    states(
        "a: Interior 10-12 on=8 \n b: Interior 10-13 measure=injured on=8 \n x: Interior 10-12 stance=denies on=9",
        &[("a", "denied"), ("b", "current")],
    );
}

#[test]
fn the_last_of_several_denials_decides() {
    states(
        "a: Interior 10 on=8 \n x: Interior 10 stance=denies on=9 \n y: Interior 10 stance=retracts on=10",
        &[("a", "retracted")],
    );
}

#[test]
fn a_denial_is_of_the_time_at_which_it_was_said() {
    states(
        "a: Interior 10 on=8 \n x: Interior 10 stance=denies as_of=7 said=9 on=9",
        &[("a", "denied")],
    );
    let project =
        Project::of("a: Interior 10 on=8 \n x: Interior 10 stance=denies as_of=7 said=9 on=9");
    assert!(!project.board_of("8").stands("x") && project.board_of("9").stands("x"));
}

#[test]
fn a_witness_takes_back_what_the_same_witness_said() {
    states(
        "a: Neighbour 10 on=8 \n x: Neighbour 10 stance=retracts on=9",
        &[("a", "retracted")],
    );
}

#[test]
fn a_denied_figure_supersedes_nothing_and_is_superseded_by_nothing() {
    let findings = states(
        "a: Interior 10 on=8
         b: Interior 20 on=9
         c: Interior 30 on=10
         x: Interior 20 stance=denies on=11",
        &[("a", "superseded"), ("b", "denied"), ("c", "current")],
    );
    assert_eq!(findings, ["denied b x", "revised_up a c"]);
    states(
        "a: Interior 10 on=8 \n b: Interior 20 on=9 \n x: Interior 20 stance=denies on=9",
        &[("a", "current")],
    );
}

#[test]
fn a_relay_that_names_another_issuer_is_noticed() {
    let findings = states(
        "a: Interior 10 via=Wire on=8
         b: Health 10 via=Wire,Gazette/outlet on=9
         c: Hospital 10 via=Gazette/outlet on=10
         d: Rights 10 via=Gazette/relay outlet=Gazette on=11",
        &[],
    );
    assert_eq!(findings, ["issuer_changed a b"]);
}
