use crate::{check_figures, check_nothing, check_texts, check_voices};

#[test]
fn numbers_and_their_bounds() {
    check_figures(
        "de",
        &[
            ("vierundzwanzig", "exact 24..24"),
            ("zweihundertfünfzig", "exact 250..250"),
            ("einhunderteinunddreißig", "exact 131..131"),
            ("neunzehnhundert", "exact 1900..1900"),
            (
                "siebenhunderteinundzwanzigtausendzwölf",
                "exact 721012..721012",
            ),
            ("anderthalb Millionen", "exact 1500000..1500000"),
            ("zweieinhalb Millionen", "exact 2500000..2500000"),
            ("eine halbe Million", "exact 500000..500000"),
            ("ein halbes Dutzend", "exact 6..6"),
            ("zwei Dutzend", "exact 24..24"),
            ("Dutzende", "about 24..99 vague"),
            ("mehrere Hundert", "about 200..999 vague"),
            ("Tausende", "about 2000..9999 vague"),
            ("Zehntausende", "about 20000..99999 vague"),
            ("mindestens Hunderttausende", "at_least 200000.. vague"),
            ("1.300", "exact 1300..1300"),
            ("1’300", "exact 1300..1300"),
            ("2,3 Mio.", "exact 2300000..2300000"),
            ("1,5 Milliarden", "exact 1500000000..1500000000"),
            ("rund 219", "about 216..222"),
            ("mindestens 18", "at_least 18.."),
            ("18 oder mehr", "at_least 18.."),
            ("gut 300", "more_than 301.."),
            ("knapp 1.200", "nearly 1080..1199"),
            ("höchstens 40", "at_most ..40"),
            ("weniger als 40", "less_than ..39"),
            ("bis zu 40", "up_to ..40"),
            ("zwischen 9 und 16", "between 9..16"),
            (
                "zwischen zwei und drei Millionen",
                "between 2000000..3000000",
            ),
            ("zwei- bis dreihundert", "between 200..300"),
            ("20 bis 30", "between 20..30"),
            ("drei oder vier", "between 3..4"),
            ("keine", "exact 0..0"),
        ],
    );
}

#[test]
fn what_is_counted() {
    check_texts(
        "de",
        &[
            (
                "Bei einem Anschlag sind mindestens 24 Menschen getötet und mehr als 60 verletzt worden.",
                &[
                    "mindestens 24 = killed persons",
                    "mehr als 60 = injured persons",
                ],
            ),
            (
                "Vierzig Bergleute kamen ums Leben, sechs werden noch vermisst.",
                &["Vierzig = killed other", "sechs = missing other standing"],
            ),
            (
                "Die Zahl der Toten stieg von 9 auf 16.",
                &["9 = killed persons recalls", "16 = killed persons"],
            ),
            (
                "Es starb ein Kind, drei Menschen schwebten in Lebensgefahr.",
                &["ein = killed children", "drei = injured critical persons"],
            ),
            (
                "Ein Polizist wurde am Samstag getötet, ein Sprecher schwieg.",
                &["Ein = killed police"],
            ),
            (
                "Sechs Schwerverletzte und 30 Leichtverletzte lagen im Krankenhaus.",
                &[
                    "Sechs = injured serious persons",
                    "30 = injured slight persons",
                ],
            ),
            (
                "Keine Verletzten wurden gemeldet.",
                &["Keine = injured persons"],
            ),
            (
                "Am 9. Januar 2022 starben 18 Soldaten, darunter zwei Offiziere.",
                &["18 = killed military", "zwei = killed military"],
            ),
            (
                "Aus den Trümmern wurden 12 Leichen geborgen.",
                &["12 = killed persons bodies"],
            ),
            (
                "Anderthalb Millionen Menschen sind auf der Flucht.",
                &["Anderthalb Millionen = displaced persons"],
            ),
        ],
    );
}

#[test]
fn what_counts_nothing() {
    check_nothing(
        "de",
        &[
            "Am 9. Januar 2022, am 9. und 10. Januar, im Mai 2022, seit 1998, im Jahr 2014, in den 1980er Jahren.",
            "Um 14.30 Uhr, um 10 Uhr, am Dienstag um sieben Uhr dreißig.",
            "Der 34-jährige Fahrer, Ana Sol (34), 34 Jahre alt, im Alter von 34 Jahren.",
            "Nach zwei Tagen, seit 48 Stunden, drei Wochen lang.",
            "Ein Beben der Stärke 6,8 am 18. Tag der 3. Runde.",
            "Zwei Drittel, der vierundzwanzigste Fall, die G7, der A320, Artikel 5.",
            "Ein Mann verließ eine Sitzung.",
        ],
    );
}

#[test]
fn who_speaks() {
    check_voices(
        "de",
        &[
            (
                "Polizei: Zwölf Tote nach Busunglück bei Warenfels",
                "Polizei = police; indirect",
            ),
            (
                "In einer Mitteilung erklärte das Innenministerium, 14 Menschen seien verletzt worden.",
                "Innenministerium = ministry; document",
            ),
            (
                "Zuvor hatte das Außenministerium von 60 Toten gesprochen.",
                "Außenministerium = ministry; indirect",
            ),
            (
                "Laut einem Bericht der „Morgenpost“ wurden 40 Demonstranten festgenommen.",
                "Morgenpost = media; document",
            ),
            (
                "Acht Menschen seien verschüttet, sagte Klinikdirektorin Hanna Weil.",
                "Hanna Weil; indirect",
            ),
            (
                "Nach Daten der Universität Freiburg wurden 1.200 Familien vertrieben.",
                "Universität Freiburg = academic; document",
            ),
            (
                "Das Lagezentrum meldete 45 Vermisste.",
                "Lagezentrum = emergency_service; indirect",
            ),
        ],
    );
}
