//! What an article's words offer to whoever records them.

use crate::trial::Trial;
use onrecord_core::view::{
    ArticleMeta, AttributionOffer, NumberReadingView, Party, PlaceInput, ReadSpan,
};

fn read(language: &str, text: &str) -> (Trial, ReadSpan) {
    let mut trial = Trial::new();
    let meta = ArticleMeta {
        language: Some(language.to_owned()),
        ..ArticleMeta::default()
    };
    let article_id = trial.import(text, meta);
    let end = u32::try_from(
        trial
            .desk
            .article(&article_id)
            .unwrap()
            .text
            .chars()
            .count(),
    )
    .unwrap();
    let span = ReadSpan {
        article_id,
        start: 0,
        end,
    };
    (trial, span)
}

fn told(readings: &[NumberReadingView]) -> Vec<String> {
    readings
        .iter()
        .map(|one| {
            let part = one.part_of.map(|whole| format!("part of {whole}"));
            let words = [
                Some(one.text.clone()),
                one.measure.clone(),
                one.group.clone(),
                one.place.clone(),
                (one.stance != "asserts").then(|| one.stance.clone()),
                part,
            ];
            words.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        })
        .collect()
}

#[test]
fn each_number_has_its_own_place_measure_and_whole() {
    for (language, text, expected) in [
        (
            "en",
            "The flood killed 18 in Port Selin, 12 in Marsa and 9 in the Old Harbour, rescuers said.",
            &[
                "18 · killed · persons · Port Selin",
                "12 · killed · persons · Marsa",
                "9 · killed · persons · Old Harbour",
            ][..],
        ),
        (
            "en",
            "The Health Ministry put the number of dead at 96, of whom more than 60 in the Old Harbour.",
            &[
                "96 · killed · persons",
                "more than 60 · killed · persons · Old Harbour · part of 0",
            ],
        ),
        (
            "fr",
            "Selon le préfet, 70 personnes sont mortes – plus de 30 rien qu’à Lorne.",
            &[
                "70 · killed · persons",
                "plus de 30 · killed · persons · Lorne · part of 0",
            ],
        ),
        (
            "en",
            "In Marsa, 18 people were killed and 30 injured.",
            &[
                "18 · killed · persons · Marsa",
                "30 · injured · persons · Marsa",
            ],
        ),
    ] {
        let (trial, span) = read(language, text);
        assert_eq!(
            told(&trial.desk.read_span(&span).unwrap()),
            expected,
            "{text}"
        );
    }
}

#[test]
fn a_long_list_says_once_what_it_counts() {
    let places = [
        "Selin", "Marsa", "Lorne", "Vell", "Aster", "Brill", "Ember", "Tarn", "Ostra", "Kell",
        "Mire", "Dorn",
    ];
    let list = places.map(|place| format!("9 in {place}")).join(", ");
    let (trial, span) = read(
        "en",
        &format!("The service said that 108 people were killed: {list}. It sent 40 boats."),
    );
    let readings = trial.desk.read_span(&span).unwrap();
    let (last, listed) = readings.split_last().unwrap();
    assert_eq!(listed.len(), 13);
    assert!(
        listed
            .iter()
            .all(|one| one.measure.as_deref() == Some("killed")),
        "{listed:?}"
    );
    assert_eq!(last.measure, None, "another sentence");
}

#[test]
fn a_place_of_the_register_goes_by_its_path() {
    let (mut trial, span) = read("en", "It killed 18 in Marsa and 12 in Port Selin.");
    trial
        .desk
        .add_place(&PlaceInput {
            name: "Marsa".to_owned(),
            parent: Some("Varland".to_owned()),
        })
        .unwrap();
    let readings = trial.desk.read_span(&span).unwrap();
    let places: Vec<_> = readings.iter().map(|one| one.place.as_deref()).collect();
    assert_eq!(places, [Some("Varland > Marsa"), Some("Port Selin")]);
}

#[test]
fn names_in_the_words_come_before_those_around_them() {
    let text = "The Kremlin said talks would go on. About 400 people were hurt, the United Nations estimated. \
                The Interior Ministry said 18 had died.";
    let (trial, span) = read("en", text);
    let start = u32::try_from(text.find("About").unwrap()).unwrap();
    let quote = ReadSpan {
        start,
        end: start + 57,
        ..span
    };
    let offers = trial.desk.names(&quote).unwrap();
    let told: Vec<_> = offers
        .iter()
        .map(|offer| (offer.name.as_str(), offer.kind.as_deref().unwrap_or("")))
        .collect();
    assert_eq!(
        told,
        [
            ("United Nations", "un"),
            ("Interior Ministry", "ministry"),
            ("Kremlin", "head_of_state")
        ]
    );
    let at = |point: u32| usize::try_from(point).unwrap();
    assert_eq!(
        &text[at(offers[0].start)..at(offers[0].end)],
        "United Nations"
    );
    let outside = ReadSpan { end: 9999, ..quote };
    assert!(trial.desk.names(&outside).is_err());
}

#[test]
fn some_words_are_offered_with_who_says_them() {
    let text = "Fire at Selin

The Health Ministry of Varland put the toll at 96 on Tuesday. Some 60 of them died in the Old Harbour.

\u{201c}Eleven people are still missing,\u{201d} the mayor, Ada Marin, told the Coastal News Agency.

Rain fell all night.
";
    let (trial, whole) = read("en", text);
    let words = |trial: &Trial, words: &str| {
        let start = text.split(words).next().unwrap().chars().count();
        let length = words.chars().count();
        let span = ReadSpan {
            article_id: whole.article_id.clone(),
            start: u32::try_from(start).unwrap(),
            end: u32::try_from(start + length).unwrap(),
        };
        trial.desk.attribution(&span).unwrap()
    };
    let name = |party: &Option<Party>| party.as_ref().map(|party| party.name.clone());

    // Who spoke in the sentence before still speaks.
    let carried = words(&trial, "Some 60 of them died");
    assert_eq!(
        name(&carried.source).as_deref(),
        Some("Health Ministry of Varland")
    );
    assert_eq!(
        carried.source.unwrap().kind.as_deref(),
        Some("health_authority")
    );

    let quoted = words(&trial, "people are still missing");
    assert_eq!(quoted.modality.as_deref(), Some("direct"));
    assert_eq!(name(&quoted.speaker).as_deref(), Some("Ada Marin"));
    assert_eq!(quoted.speaker_role.as_deref(), Some("mayor"));
    assert_eq!(quoted.via.len(), 1, "{quoted:?}");
    assert_eq!(quoted.via[0].name, "Coastal News Agency");

    assert_eq!(
        words(&trial, "Rain fell all night."),
        AttributionOffer::default()
    );

    let beyond = ReadSpan {
        end: 9_999,
        ..whole
    };
    assert!(trial.desk.attribution(&beyond).is_err());
}
