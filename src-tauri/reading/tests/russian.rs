//! Russian news as agencies write it: numbers in every case and gender, qualifiers, and what is counted.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

use onrecord_reading::{Amount, Reader, Stance};

/// The figures of a text, each as "words | qualifier low..high unit | measure severity | group".
fn figures(text: &str) -> Vec<String> {
    let shown = |amount: Option<Amount>| amount.map_or(String::new(), |amount| amount.to_string());
    Reader::for_language("ru")
        .figures(text)
        .into_iter()
        .map(|(reading, hints)| {
            let measure = [hints.measure, hints.severity];
            let measure: Vec<String> = measure.into_iter().flatten().collect();
            format!(
                "{} | {} {}..{} {} | {} | {}",
                &text[reading.span.clone()],
                reading.qualifier,
                shown(reading.low),
                shown(reading.high),
                reading.unit_code.unwrap_or(reading.unit),
                measure.join(" "),
                hints.group.unwrap_or_default()
            )
        })
        .collect()
}

fn check(cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        assert_eq!(figures(text), *expected, "{text}");
    }
}

#[test]
fn numbers_in_every_case_and_gender() {
    check(&[
        (
            "Погибли двадцать три человека.",
            &["двадцать три | exact 23..23 count | killed | persons"],
        ),
        (
            "Полиция ведёт переговоры с двадцатью тремя заложниками.",
            &["двадцатью тремя | exact 23..23 count | abducted | other"],
        ),
        (
            "Эвакуация двух тысяч жителей завершена.",
            &["двух тысяч | exact 2000..2000 count | evacuated | persons"],
        ),
        (
            "Без света остались полтора миллиона человек.",
            &["полтора миллиона | exact 1500000..1500000 count | affected | persons"],
        ),
        (
            "Четверо военнослужащих и две женщины ранены.",
            &[
                "Четверо | exact 4..4 count | injured | military",
                "две | exact 2..2 count | injured | women",
            ],
        ),
        (
            "Помощь оказали трёмстам пятидесяти беженцам.",
            &["трёмстам пятидесяти | exact 350..350 count |  | refugees"],
        ),
        (
            "Погиб один человек, ещё 5-ти пострадавшим помогли медики.",
            &[
                "один | exact 1..1 count | killed | persons",
                "5-ти | exact 5..5 count | injured | persons",
            ],
        ),
    ]);
}

#[test]
fn qualifiers_ranges_and_vague_words() {
    check(&[
        (
            "Погибли не менее 1 300 человек.",
            &["не менее 1 300 | at_least 1300.. count | killed | persons"],
        ),
        (
            "Задержаны свыше 400 рабочих и более чем 30 демонстрантов.",
            &[
                "свыше 400 | more_than 401.. count | detained | other",
                "более чем 30 | more_than 31.. count | detained | protesters",
            ],
        ),
        (
            "Ранены около полусотни солдат, погибли почти 20.",
            &[
                "около полусотни | about 45..55 count | injured | military",
                "почти 20 | nearly 18..19 count | killed | military",
            ],
        ),
        (
            "Ранены от 3 до 5 человек, пропали без вести 10 или более туристов.",
            &[
                "от 3 до 5 | between 3..5 count | injured | persons",
                "10 или более | at_least 10.. count | missing | other",
            ],
        ),
        (
            "Бежали десятки тысяч людей, ранены сотни мирных жителей.",
            &[
                "десятки тысяч | about 20000..99999 count | displaced | persons",
                "сотни | about 200..999 count | injured | civilians",
            ],
        ),
        (
            "На улицы вышли до 50 тыс. протестующих.",
            &["до 50 тыс. | up_to ..50000 count |  | protesters"],
        ),
        (
            "Ущерб составил 2,3 млн рублей, подорожание 15%.",
            &[
                "2,3 млн | exact 2300000..2300000 RUB |  | ",
                "15 | exact 15..15 percent |  | ",
            ],
        ),
        ("Погибших нет.", &["нет | exact 0..0 count | killed | "]),
    ]);
}

#[test]
fn nobody_is_nought_behind_its_noun() {
    let figures = Reader::for_language("ru").figures("Погибших нет, ни одного раненого.");
    let found: Vec<_> = figures
        .iter()
        .map(|(reading, hints)| (reading.point.unwrap(), hints.measure.as_deref().unwrap()))
        .collect();
    assert_eq!(found, [(Amount::ZERO, "killed"), (Amount::ZERO, "injured")]);
}

#[test]
fn what_a_change_rises_to_has_no_qualifier() {
    check(&[(
        "Число погибших выросло до 50 человек.",
        &["50 | exact 50..50 count | killed | persons"],
    )]);
    let recalled: Vec<bool> = Reader::for_language("ru")
        .figures("Число раненых увеличилось с 9 до 16.")
        .iter()
        .map(|(_, hints)| hints.stance == Stance::Recalls)
        .collect();
    assert_eq!(recalled, [true, false]);
}

#[test]
fn numbers_that_count_nothing_are_no_figures() {
    for text in [
        "В ночь на 5 мая 2022 года в 14:30 упал дрон.",
        "24-летняя женщина и 30-летний мужчина.",
        "Квартира на 5-м этаже дома № 12, рейс 1402.",
        "Матч закончился со счётом 3:1.",
        "Толчки магнитудой 6,4 длились сорок секунд.",
        "Двадцать первый день, две трети пути.",
    ] {
        assert_eq!(figures(text), [""; 0], "{text}");
    }
}
