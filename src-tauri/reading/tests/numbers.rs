//! Numbers, qualifiers and bounds as news writes them, in English and French.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic
)]

use onrecord_reading::{NumberReading, Qualifier, Reader};

/// "qualifier low..high", with the unit where it is no count.
fn shown(reading: &NumberReading) -> String {
    let end = |amount: Option<onrecord_reading::Amount>| {
        amount.map(|amount| amount.to_string()).unwrap_or_default()
    };
    let mut text = format!(
        "{} {}..{}",
        reading.qualifier,
        end(reading.low),
        end(reading.high)
    );
    if reading.vague {
        text.push_str(" vague");
    }
    if reading.unit != "count" {
        text = format!(
            "{text} {}:{}",
            reading.unit,
            reading.unit_code.as_deref().unwrap_or("-")
        );
    }
    text
}

fn check_figures(language: &str, cases: &[(&str, &str)]) {
    let reader = Reader::for_language(language);
    for (text, expected) in cases {
        let reading = reader
            .read_figure(text)
            .unwrap_or_else(|| panic!("no number in {text}"));
        assert_eq!(shown(&reading), *expected, "{text}");
    }
}

/// Every figure of a text, as "words = reading".
fn check_texts(language: &str, cases: &[(&str, &[&str])]) {
    let reader = Reader::for_language(language);
    for (text, expected) in cases {
        let found: Vec<String> = reader
            .numbers(text)
            .iter()
            .map(|reading| format!("{} = {}", &text[reading.span.clone()], shown(reading)))
            .collect();
        assert_eq!(found, *expected, "{text}");
    }
}

#[test]
fn english_figures() {
    check_figures(
        "en",
        &[
            ("164", "exact 164..164"),
            ("some 219", "about 216..222"),
            ("about 1,000", "about 900..1100"),
            ("18 or more", "at_least 18.."),
            ("about 500 or more", "at_least 500.."),
            ("100+", "at_least 100.."),
            ("more than 1,300", "more_than 1301.."),
            ("over a hundred", "more_than 101.."),
            ("no fewer than 18", "at_least 18.."),
            ("no more than 18", "at_most ..18"),
            ("fewer than 18", "less_than ..17"),
            ("up to 18", "up_to ..18"),
            ("as many as 18", "up_to ..18"),
            ("nearly 1,200", "nearly 1080..1199"),
            ("between 9 and 16", "between 9..16"),
            ("9 to 16", "between 9..16"),
            ("9-16", "between 9..16"),
            ("two or three", "between 2..3"),
            ("2 to 3 million", "between 2000000..3000000"),
            ("2.3 million", "exact 2300000..2300000"),
            ("half a million", "exact 500000..500000"),
            ("a million and a half", "exact 1500000..1500000"),
            ("a dozen", "exact 12..12"),
            ("two dozen", "exact 24..24"),
            ("half a dozen", "exact 6..6"),
            ("dozens", "about 24..99 vague"),
            ("at least dozens", "at_least 24.. vague"),
            ("scores of", "about 40..99 vague"),
            ("several hundred", "about 200..999 vague"),
            ("tens of thousands", "about 20000..99999 vague"),
            ("hundreds of thousands", "about 200000..999999 vague"),
            ("one hundred and twenty-three", "exact 123..123"),
            ("two thousand three hundred", "exact 2300..2300"),
            ("no", "exact 0..0"),
            ("one", "exact 1..1"),
            ("more than 40 percent", "more_than 40.. percent:-"),
            ("about 5.5%", "about 4.95..6.05 percent:-"),
            ("$5m", "exact 5000000..5000000 money:USD"),
            ("12 million euros", "exact 12000000..12000000 money:EUR"),
        ],
    );
}

#[test]
fn french_figures() {
    check_figures(
        "fr",
        &[
            ("au moins 18", "at_least 18.."),
            ("18 au moins", "at_least 18.."),
            ("plus de 1 300", "more_than 1301.."),
            ("plus d'une centaine", "more_than 101.."),
            ("moins d’un millier", "less_than ..999"),
            ("près de 1 200", "nearly 1080..1199"),
            ("jusqu'à 40", "up_to ..40"),
            ("pas plus de 40", "at_most ..40"),
            ("quelque 300", "about 270..330"),
            ("entre 9 et 16", "between 9..16"),
            ("10 à 15", "between 10..15"),
            ("entre 2 et 3 millions", "between 2000000..3000000"),
            ("une trentaine", "about 27..33"),
            ("une douzaine", "exact 12..12"),
            ("des dizaines", "about 20..99 vague"),
            ("plusieurs centaines", "about 200..999 vague"),
            ("des dizaines de milliers", "about 20000..99999 vague"),
            ("quatre-vingt-dix-sept", "exact 97..97"),
            ("soixante et onze", "exact 71..71"),
            ("deux cent trois", "exact 203..203"),
            ("mille deux cents", "exact 1200..1200"),
            ("un million et demi", "exact 1500000..1500000"),
            ("2,3 millions", "exact 2300000..2300000"),
            ("2 millions 300 000", "exact 2300000..2300000"),
            ("douze virgule zéro cinq", "exact 12.05..12.05"),
            ("12 millions d'euros", "exact 12000000..12000000 money:EUR"),
            ("plus de 40 %", "more_than 40.. percent:-"),
            ("aucun", "exact 0..0"),
        ],
    );
}

#[test]
fn a_part_of_a_fraction_is_not_taken_for_a_number() {
    for text in ["3/4", "two thirds", "twenty-first", "1.2.3"] {
        assert_eq!(Reader::for_language("en").read_figure(text), None, "{text}");
    }
}

#[test]
fn a_language_without_lexicon_yields_digits() {
    let reader = Reader::for_language("xx");
    assert_eq!(reader.language(), "");
    let text = "Zxq 1.300 bla, 2,5 % und ١٢";
    let points: Vec<String> = reader
        .numbers(text)
        .iter()
        .map(|r| r.point.unwrap().to_string())
        .collect();
    assert_eq!(points, ["1300", "2.5", "12"]);
    assert_eq!(Reader::for_language("fr-CH").language(), "fr");
}

#[test]
fn a_number_of_too_many_digits_is_not_cut_short() {
    let reader = Reader::for_language("en");
    assert_eq!(reader.read_figure(&"7".repeat(29)), None);
    let most = reader.read_figure(&"7".repeat(28)).unwrap();
    assert_eq!(
        (most.qualifier, most.point.unwrap().to_string()),
        (Qualifier::Exact, "7".repeat(28))
    );
}

#[test]
fn english_texts() {
    check_texts(
        "en",
        &[
            (
                "At least 18 officers died and more than 1,300 were hurt.",
                &[
                    "At least 18 = at_least 18..",
                    "more than 1,300 = more_than 1301..",
                ],
            ),
            ("A man was killed.", &["A = exact 1..1"]),
            ("A deal was signed by a man who left.", &[]),
            (
                "One person was killed, one of the survivors said.",
                &["One = exact 1..1"],
            ),
            (
                "No new deaths were reported, no deal was reached.",
                &["No = exact 0..0"],
            ),
            (
                "The toll rose from 9 to 16.",
                &["9 = exact 9..9", "16 = exact 16..16"],
            ),
            ("In May 18 people died.", &["18 = exact 18..18"]),
            (
                "Between 10 and 15% of $5 million",
                &[
                    "Between 10 and 15 = between 10..15 percent:-",
                    "5 million = exact 5000000..5000000 money:USD",
                ],
            ),
        ],
    );
}

#[test]
fn a_unit_may_stand_behind_both_ends_of_a_range() {
    check_texts(
        "en",
        &[
            (
                "Between 10% and 20% of 400 square metres burned.",
                &[
                    "Between 10% and 20 = between 10..20 percent:-",
                    "400 = exact 400..400 area:m2",
                ],
            ),
            (
                "An 8- to 16-metre wave.",
                &["8- to 16 = between 8..16 length:m"],
            ),
            (
                "It paid $15.4/hour, from 10 dollars to 20 euros.",
                &[
                    "15.4 = exact 15.4..15.4 money:USD",
                    "10 = exact 10..10 money:USD",
                    "20 = exact 20..20 money:EUR",
                ],
            ),
            (
                "Scores dead, 3 wounded.",
                &["Scores = about 40..99 vague", "3 = exact 3..3"],
            ),
        ],
    );
    check_texts(
        "fr",
        &[
            (
                "Entre 10 % et 20 % des voix.",
                &["Entre 10 % et 20 = between 10..20 percent:-"],
            ),
            (
                "Une bonne vingtaine de blessés, dont neuf ont été opérés.",
                &["Une bonne vingtaine = about 18..22", "neuf = exact 9..9"],
            ),
        ],
    );
}

#[test]
fn english_numbers_that_count_nothing() {
    for text in [
        "On 9 January 2022 and on January 9, 2022, in May 2022 and from 9 to 16 January.",
        "On 2022-01-09, 09/01/2022, 9.1.2022 at 10:30, at 5 p.m. and at 10 o'clock.",
        "In 2014 and since 1998, the 2010 earthquake, the 1980s, the years 2019-2021.",
        "Ana Sol, 34, and a 34-year-old aged 34, 34 years old.",
        "A 48-hour truce of two days, 24 hours, the past 24 hours.",
        "A 6.8-magnitude quake, a quake of magnitude 6.8.",
        "The 18th, 1st and 2nd; the twenty-first; two thirds; 3/4.",
        "Call +33 1 22 33 44 55 or 555 123 4567 or 0800 123 456.",
        "Ana Sol, 34; Leo Maar, 41. 2. The army left on 20 Aug 88 from plot No 5, at km 24.",
        "Version 2.0, 1.2.3, 192.168.1.2.",
        "They won 3-1 and drew 2-2.",
        "The G7, the A320, Covid-19, article 5, flight 370, No. 7, the top 10.",
        "This is the one, and no one knows which one.",
        "He lives at 12 Oak Street.",
        "Children under 15 and people over 65 need help.",
        "It dates back to 1865, and in two thousand and twenty it was rebuilt.",
    ] {
        check_texts("en", &[(text, &[])]);
    }
}

#[test]
fn french_texts() {
    check_texts(
        "fr",
        &[
            (
                "Au moins 18 policiers sont morts, avec plus de 1 300 blessés.",
                &[
                    "Au moins 18 = at_least 18..",
                    "plus de 1 300 = more_than 1301..",
                ],
            ),
            (
                "Un policier a été tué et une femme blessée.",
                &["Un = exact 1..1", "une = exact 1..1"],
            ),
            (
                "Le bilan est d'un mort et d’une trentaine de blessés.",
                &["un = exact 1..1", "une trentaine = about 27..33"],
            ),
            ("Un accord a été signé par une femme.", &[]),
            (
                "Aucun mort, aucune nouvelle victime.",
                &["Aucun = exact 0..0", "aucune = exact 0..0"],
            ),
            ("Neuf morts dans un logement neuf.", &["Neuf = exact 9..9"]),
            (
                "Le bilan est passé de 9 à 16 morts.",
                &["9 = exact 9..9", "16 = exact 16..16"],
            ),
            (
                "Une ville d'environ 2 millions d'habitants.",
                &["environ 2 millions = about 1800000..2200000"],
            ),
        ],
    );
}

#[test]
fn french_numbers_that_count_nothing() {
    for text in [
        "Mardi 18, le 23, dans les années quatre-vingt-dix, à sept heures trente, la semaine 3.",
        "Le 9 janvier 2022, le 1er mai, du 9 au 16 janvier, en mai 2022.",
        "À 14h30, à 14 h 30, à 10 heures, le 09/01/2022.",
        "Depuis 1998, en 2014, les premiers jours de 2022, les années 1980.",
        "Âgé de 34 ans, une femme de 34 ans, Ana Sol, 34 ans.",
        "Une quinzaine de jours, les 24 dernières heures, trois semaines.",
        "Un séisme de magnitude 6,8.",
        "Le 18e, la 2ème, vingt et unième, deux tiers.",
        "L'article 5, le G7, l'A320, le vol 370, le n° 7, le Covid-19.",
        "Au 12, rue des Lilas. Tél. 01 22 33 44 55.",
        "L'un comme l'autre, un peu plus tard.",
    ] {
        check_texts("fr", &[(text, &[])]);
    }
}

#[test]
fn words_of_another_language_are_read_in_it() {
    let read = |code, text| Reader::read_figure_in(code, text).unwrap();
    assert_eq!(read("fr", "about 1,000").qualifier.as_str(), "about");
    assert_eq!(read("en", "environ 1 000").qualifier.as_str(), "about");
    assert!(read("fr", "at least dozens").vague);
    assert_eq!(read("fr", "au moins 18").qualifier.as_str(), "at_least");
    assert_eq!(read("ru", "18").qualifier.as_str(), "exact");
}
