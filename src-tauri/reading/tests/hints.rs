//! What is counted, in sentences as news agencies write them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

use onrecord_reading::{Reader, Stance};

/// Checks every figure of a text: its words, measure, group and what is counted.
fn check(language: &str, text: &str, expected: &[(&str, &str, &str, &str)]) {
    let figures = Reader::for_language(language).figures(text);
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
            &[("des dizaines", "killed", "persons", "morts")],
        ),
        (
            "Il y a 18 blessés, dont 5 grièvement.",
            &[
                ("18", "injured", "persons", "blessés"),
                ("5", "injured serious", "persons", ""),
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
            &[
                ("9", "killed", "persons", ""),
                ("16", "killed", "persons", "morts"),
            ],
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
                ("18", "killed", "persons", ""),
                ("3", "killed", "children", "children"),
            ],
        ),
        (
            "The death toll rose to 18, with 30 injured.",
            &[
                ("18", "killed", "persons", ""),
                ("30", "injured", "persons", ""),
            ],
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
                ("two", "", "", "buses"),
                ("3", "killed", "persons", ""),
            ],
        ),
        (
            "Three of the injured are in critical condition.",
            &[("Three", "injured critical", "persons", "")],
        ),
        (
            "12 other soldiers were killed.",
            &[("12", "killed", "military", "soldiers")],
        ),
        (
            "18 soldiers killed 3 protesters.",
            &[
                ("18", "other", "military", "soldiers"),
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
            &[("No", "killed", "persons", "deaths")],
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

/// Of every figure of a text its words with place, stance and the words of the figure that it is a part of.
fn around(language: &str, text: &str) -> Vec<String> {
    let figures = Reader::for_language(language).figures(text);
    let words = |at: usize| &text[figures[at].0.span.clone()];
    figures
        .iter()
        .enumerate()
        .map(|(at, (_, hints))| {
            let place = hints
                .place
                .clone()
                .map(|span| format!("in {}", &text[span]));
            let stance =
                (hints.stance != Stance::Asserts).then(|| hints.stance.as_str().to_owned());
            let part = hints.part_of.map(|whole| format!("of {}", words(whole)));
            let told = [Some(words(at).to_owned()), place, stance, part];
            told.into_iter().flatten().collect::<Vec<_>>().join(" ")
        })
        .collect()
}

#[test]
fn the_older_of_two_figures_is_recalled() {
    for (language, text, expected) in [
        ("en", "The toll rose from 9 to 16.", ["9 recalls", "16"]),
        (
            "en",
            "The toll stands at 16, up from 9.",
            ["16", "9 recalls"],
        ),
        (
            "en",
            "The toll, first put at 9, rose to 16.",
            ["9 recalls", "16"],
        ),
        (
            "fr",
            "Le bilan est passé de 9 à 16 morts.",
            ["9 recalls", "16"],
        ),
        (
            "fr",
            "Le bilan est de 16 morts, contre 9 auparavant.",
            ["16", "9 recalls"],
        ),
    ] {
        assert_eq!(around(language, text), expected, "{text}");
    }
}

#[test]
fn what_may_become_so_or_is_denied_is_nobodys_figure() {
    for (language, text, expected) in [
        (
            "en",
            "The toll could reach 300, the mayor said.",
            "300 projects",
        ),
        (
            "en",
            "Officials expect the number of dead to pass 300.",
            "300 projects",
        ),
        (
            "en",
            "The army denied that 40 soldiers had been killed.",
            "40 denies",
        ),
        (
            "en",
            "The ministry rejected reports of 40 dead.",
            "40 denies",
        ),
        (
            "en",
            "The army denied responsibility for the raid, which killed 40.",
            "40",
        ),
        (
            "en",
            "The agency retracted its toll of 164.",
            "164 retracts",
        ),
        ("en", "At least 40 are feared dead.", "At least 40"),
        (
            "fr",
            "Le bilan pourrait atteindre 300 morts.",
            "300 projects",
        ),
        ("fr", "L'armée dément avoir perdu 40 hommes.", "40 denies"),
        (
            "fr",
            "Le maire conteste le chiffre de 150 blessés.",
            "150 denies",
        ),
        (
            "fr",
            "Le ministère a retiré son bilan de 164 morts.",
            "164 retracts",
        ),
        ("fr", "Trente mineurs seraient ensevelis.", "Trente"),
    ] {
        assert_eq!(around(language, text), [expected], "{text}");
    }
}

#[test]
fn a_part_is_told_with_its_whole() {
    for (language, text, expected) in [
        (
            "en",
            "The ministry put the dead at 96, of whom more than 60 in the Old Harbour.",
            &["96", "more than 60 in Old Harbour of 96"][..],
        ),
        (
            "en",
            "They killed 52 people, including 12 women and 3 children.",
            &["52", "12 of 52", "3 of 52"],
        ),
        (
            "en",
            "At least 31 of the 54 passengers died.",
            &["At least 31 of 54", "54"],
        ),
        (
            "en",
            "Of the 61 wounded, 14 are in critical condition.",
            &["61", "14 of 61"],
        ),
        (
            "en",
            "Six soldiers were wounded, two seriously.",
            &["Six", "two of Six"],
        ),
        (
            "fr",
            "70 personnes sont mortes – plus de 30 rien qu'à Lorne.",
            &["70", "plus de 30 in Lorne of 70"],
        ),
        (
            "fr",
            "Sur les 61 blessés, quatorze sont dans un état grave.",
            &["61", "quatorze of 61"],
        ),
        (
            "fr",
            "Il y a 18 blessés, dont 5 femmes et 2 enfants.",
            &["18", "5 of 18", "2 of 18"],
        ),
        ("en", "They killed 18 people and injured 30.", &["18", "30"]),
    ] {
        assert_eq!(around(language, text), expected, "{text}");
    }
}

#[test]
fn each_figure_has_its_own_place_or_the_one_that_the_text_is_about() {
    for (language, text, expected) in [
        (
            "en",
            "The flood killed 18 in Port Selin, 12 in Marsa and 9 in the Old Harbour.",
            &["18 in Port Selin", "12 in Marsa", "9 in Old Harbour"][..],
        ),
        (
            "en",
            "In Selin 18 died, in Marsa 12.",
            &["18 in Selin", "12 in Marsa"],
        ),
        (
            "en",
            "18 people were killed and 30 injured in the northern district of Marsa. Two are missing.",
            &["18 in Marsa", "30 in Marsa", "Two in Marsa"],
        ),
        ("en", "12 people died in January on Flight 702.", &["12"]),
        (
            "fr",
            "Cinq civils ont été tués à Lorne, a déclaré le préfet.",
            &["Cinq in Lorne"],
        ),
        (
            "fr",
            "Huit morts dans la région de Lorne.\n\nDeux personnes ont disparu.",
            &["Huit in Lorne", "Deux"],
        ),
    ] {
        assert_eq!(around(language, text), expected, "{text}");
    }
}

#[test]
fn who_is_meant_where_nobody_is_named() {
    for (language, text, expected) in [
        (
            "en",
            "Fewer than ten detainees were freed, against the government's claim that 150 had been released.",
            &[
                ("Fewer than ten", "released", "prisoners", "detainees"),
                ("150", "released", "prisoners", ""),
            ][..],
        ),
        (
            "en",
            "The number of people missing has fallen to 27.",
            &[("27", "missing", "persons", "people")],
        ),
        (
            "en",
            "Dozens of wounded civilians and six trucks arrived; the army lost eight men and eight seats.",
            &[
                ("Dozens", "injured", "civilians", "wounded civilians"),
                ("six", "", "", "trucks"),
                ("eight", "killed", "men", "men"),
                ("eight", "", "", "seats"),
            ],
        ),
        (
            "en",
            "At least 30 houses and two buses were burned in the flood-hit district, where 400 people live.",
            &[
                ("At least 30", "destroyed", "", "houses"),
                ("two", "destroyed", "", "buses"),
                ("400", "other", "persons", "people"),
            ],
        ),
        (
            "en",
            "The quake flattened 1,200 homes and damaged 4,500 others; two of the 14 injured died of their wounds.",
            &[
                ("1,200", "destroyed", "", "homes"),
                ("4,500", "damaged", "", "others"),
                ("two", "killed", "persons", ""),
                ("14", "injured", "persons", ""),
            ],
        ),
        (
            "en",
            "Shells killed a mother and her three children, and 200 people need food; inflation hit 7.4 percent.",
            &[
                ("a", "killed", "women", "mother"),
                ("three", "killed", "children", "children"),
                ("200", "affected", "persons", "people"),
                ("7.4", "", "", ""),
            ],
        ),
        (
            "fr",
            "Un bac transportant 143 passagers a chaviré, faisant au moins 37 morts.",
            &[
                ("143", "other", "other", "passagers"),
                ("au moins 37", "killed", "persons", "morts"),
            ],
        ),
        (
            "fr",
            "Deux soldats ont été tués et cinq autres blessés, dont neuf civils.",
            &[
                ("Deux", "killed", "military", "soldats"),
                ("cinq", "injured", "military", "blessés"),
                ("neuf", "injured", "civilians", "civils"),
            ],
        ),
    ] {
        check(language, text, expected);
    }
}
