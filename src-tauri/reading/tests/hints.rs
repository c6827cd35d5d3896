//! What is counted, in sentences as news agencies write them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

use onrecord_reading::{Reader, Stance};

/// Checks every figure of a text: its words, measure, group and what is counted.
fn check(language: &str, text: &str, expected: &[(&str, &str, &str, &str)]) {
    let reader = Reader::for_language(language);
    let figures = reader.figures(text);
    let found: Vec<_> = figures
        .iter()
        .map(|(reading, hints)| {
            let measure = [hints.measure.as_deref(), hints.severity.as_deref()];
            (
                &text[reading.span.clone()],
                measure.into_iter().flatten().collect::<Vec<_>>().join(" "),
                hints.group.as_deref().unwrap_or(""),
                hints.counted.clone().map_or("", |span| &text[span]),
            )
        })
        .collect();
    let found: Vec<_> = found
        .iter()
        .map(|(words, measure, group, counted)| (*words, measure.as_str(), *group, *counted))
        .collect();
    assert_eq!(found, expected, "{text}");
    for (reading, hints) in figures {
        assert_eq!(reader.hints(text, &reading), hints, "{text}");
    }
}

#[test]
fn french() {
    for (text, expected) in [
        (
            "Le gouverneur a déclaré qu'au moins 12 gendarmes et soldats sont morts, avec plus de 1 100 blessés.",
            &[
                (
                    "au moins 12",
                    "killed",
                    "security_forces",
                    "gendarmes et soldats",
                ),
                ("plus de 1 100", "injured", "security_forces", "blessés"),
            ][..],
        ),
        (
            "Selon le préfet, 70 personnes sont mortes – plus de 30 rien qu'à Lorne.",
            &[
                ("70", "killed", "persons", "personnes"),
                ("plus de 30", "killed", "persons", ""),
            ],
        ),
        (
            "Environ 400 personnes ont été blessées, selon les estimations du comité.",
            &[("Environ 400", "injured", "persons", "personnes")],
        ),
        (
            "L'attaque a tué 5 civils et blessé 12 enfants.",
            &[
                ("5", "killed", "civilians", "civils"),
                ("12", "injured", "children", "enfants"),
            ],
        ),
        (
            "Le séisme a fait des dizaines de morts.",
            &[("des dizaines", "killed", "", "morts")],
        ),
        (
            "Il y a 18 blessés, dont 5 grièvement.",
            &[
                ("18", "injured", "", "blessés"),
                ("5", "injured serious", "", ""),
            ],
        ),
        (
            "Un policier a été tué.",
            &[("Un", "killed", "police", "policier")],
        ),
        (
            "Près de 3 000 habitants ont fui.",
            &[("Près de 3 000", "displaced", "persons", "habitants")],
        ),
        (
            "La police a interpellé 40 manifestants.",
            &[("40", "detained", "protesters", "manifestants")],
        ),
        (
            "Le bilan est passé de 9 à 16 morts.",
            &[("9", "killed", "", ""), ("16", "killed", "", "morts")],
        ),
    ] {
        check("fr", text, expected);
    }
}

#[test]
fn english() {
    for (text, expected) in [
        (
            "At least 18 people were killed.",
            &[("At least 18", "killed", "persons", "people")][..],
        ),
        (
            "A blast killed 18 people and injured 30.",
            &[
                ("18", "killed", "persons", "people"),
                ("30", "injured", "persons", ""),
            ],
        ),
        (
            "Two soldiers were killed and five injured.",
            &[
                ("Two", "killed", "military", "soldiers"),
                ("five", "injured", "military", ""),
            ],
        ),
        (
            "The raid left 18 dead, 3 of them children.",
            &[
                ("18", "killed", "", ""),
                ("3", "killed", "children", "children"),
            ],
        ),
        (
            "The death toll rose to 18, with 30 injured.",
            &[("18", "killed", "", ""), ("30", "injured", "", "")],
        ),
        (
            "Police said 18 people, including 3 children, were killed.",
            &[
                ("18", "killed", "persons", "people"),
                ("3", "killed", "children", "children"),
            ],
        ),
        (
            "Some 400 houses were destroyed.",
            &[("Some 400", "destroyed", "", "houses")],
        ),
        (
            "They set fire to two police stations after the murder of three priests.",
            &[
                ("two", "", "", "police stations"),
                ("three", "killed", "other", "priests"),
            ],
        ),
        (
            "Nine people were hurt when two buses collided. 3 died.",
            &[
                ("Nine", "injured", "persons", "people"),
                ("two", "", "", "buses collided"),
                ("3", "killed", "", ""),
            ],
        ),
        (
            "Three of the injured are in critical condition.",
            &[("Three", "injured critical", "", "")],
        ),
        (
            "12 other soldiers were killed.",
            &[("12", "killed", "military", "soldiers")],
        ),
        (
            "18 soldiers killed 3 protesters.",
            &[
                ("18", "", "military", "soldiers"),
                ("3", "killed", "protesters", "protesters"),
            ],
        ),
        (
            "Dozens of police officers and soldiers were seriously injured.",
            &[(
                "Dozens",
                "injured serious",
                "security_forces",
                "police officers and soldiers",
            )],
        ),
        (
            "Forty miners are still missing.",
            &[("Forty", "missing", "other", "miners")],
        ),
        (
            "No new deaths were reported.",
            &[("No", "killed", "", "deaths")],
        ),
        (
            "A shell hit a market, killing at least 7 women and children.",
            &[("at least 7", "killed", "persons", "women and children")],
        ),
    ] {
        check("en", text, expected);
    }
}

#[test]
fn counting_and_basis_only_where_the_text_says_so() {
    let of = |language: &str, text: &str| {
        let (_, hints) = Reader::for_language(language).figures(text).remove(0);
        (hints.counting, hints.basis)
    };
    let word = |word: &str| Some(word.to_owned());
    assert_eq!(of("en", "12 people were killed."), (None, None));
    assert_eq!(
        of("en", "No new deaths were reported."),
        (word("new"), None)
    );
    assert_eq!(
        of("en", "A total of 12 people were killed."),
        (word("total"), None)
    );
    assert_eq!(of("en", "12 bodies were found."), (None, word("bodies")));
    assert_eq!(
        of("en", "40 miners are still missing."),
        (word("standing"), None)
    );
    assert_eq!(
        of(
            "fr",
            "12 personnes ont été tuées au total, selon une estimation."
        ),
        (word("total"), word("estimate"))
    );
}

#[test]
fn the_older_of_two_figures_is_recalled() {
    let recalled = |language: &str, text: &str| -> Vec<bool> {
        Reader::for_language(language)
            .figures(text)
            .into_iter()
            .map(|(_, hints)| hints.stance == Stance::Recalls)
            .collect()
    };
    assert_eq!(recalled("en", "The toll rose from 9 to 16."), [true, false]);
    assert_eq!(
        recalled("en", "The toll stands at 16, up from 9."),
        [false, true]
    );
    assert_eq!(
        recalled("fr", "Le bilan est passé de 9 à 16 morts."),
        [true, false]
    );
}
