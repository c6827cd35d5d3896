//! Names as news stories write them, for a person to choose from.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

use onrecord_reading::{Bearer, Reader, detect};

/// The names of a text as `kind: name`; those that speak are marked.
fn found(text: &str) -> Vec<String> {
    Reader::for_language(detect(text).unwrap_or_default())
        .names(text)
        .into_iter()
        .map(|name| {
            let speaks = if name.speaks { "*" } else { "" };
            let bearer = match name.bearer {
                Bearer::Body { kind } => kind.unwrap_or_else(|| "body".to_owned()),
                Bearer::Person { role: Some(role) } => format!("person ({})", &text[role]),
                Bearer::Person { role: None } => "person".to_owned(),
                Bearer::Place => "place".to_owned(),
            };
            format!("{bearer}{speaks}: {}", &text[name.span])
        })
        .collect()
}

#[test]
fn bodies_have_the_kind_that_their_words_tell() {
    for (text, expected) in [
        (
            "About 400 people were hurt, the United Nations estimated.",
            "un*: United Nations",
        ),
        ("Some 400 were hurt, according to UN estimates.", "un*: UN"),
        (
            "Un homme est mort, selon les estimations de l’ONU.",
            "un*: ONU",
        ),
        (
            "At least 18 were killed, the Interior Ministry of Varland said.",
            "ministry*: Interior Ministry of Varland",
        ),
        (
            "Nine died, the health ministry said.",
            "health_authority*: health ministry",
        ),
        (
            "Le ministère de l’Intérieur a déclaré qu’au moins 18 policiers sont morts.",
            "ministry*: ministère de l’Intérieur",
        ),
        (
            "Selon le ministère de la Santé du Varland, 31 personnes sont mortes.",
            "health_authority*: ministère de la Santé du Varland",
        ),
        (
            "“We will rebuild,” he told the Coastal News Agency.",
            "news_agency*: Coastal News Agency",
        ),
        ("Police said three people were held.", "police*: Police"),
        ("Three police officers were killed in the night.", ""),
    ] {
        assert_eq!(found(text).join(" | "), expected, "{text}");
    }
}

#[test]
fn persons_come_with_their_role_and_places_are_told_apart() {
    for (text, expected) in [
        (
            "This was confirmed by the Kremlin's spokesman, Ilan Orbeck, in Port Selin.",
            &[
                "head_of_state*: Kremlin",
                "person (spokesman)*: Ilan Orbeck",
                "place: Port Selin",
            ][..],
        ),
        (
            "La date a été confirmée par le porte-parole du ministère, Ilan Orbeck.",
            &[
                "ministry*: ministère",
                "person (porte-parole du ministère)*: Ilan Orbeck",
            ],
        ),
        (
            "“It is over,” Ada Marin, the mayor of Selin, told reporters.",
            &["person (mayor of Selin)*: Ada Marin"],
        ),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
}
