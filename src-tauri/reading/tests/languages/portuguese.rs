use crate::{check_figures, check_nothing, check_texts, check_voices};

#[test]
fn numbers_and_their_bounds() {
    check_figures(
        "pt",
        &[
            ("duzentos e trinta", "exact 230..230"),
            ("mil e quinhentos", "exact 1500..1500"),
            ("cento e vinte e três mil", "exact 123000..123000"),
            ("dezesseis", "exact 16..16"),
            ("dezasseis", "exact 16..16"),
            ("meio milhão", "exact 500000..500000"),
            ("dois milhões e meio", "exact 2500000..2500000"),
            ("1,3 bilhão", "exact 1300000000..1300000000"),
            ("mil milhões", "exact 1000000000..1000000000"),
            ("300 mil", "exact 300000..300000"),
            ("1.300", "exact 1300..1300"),
            ("uma dúzia", "exact 12..12"),
            ("meia dúzia", "exact 6..6"),
            ("uma dezena", "about 9..11"),
            ("cerca de duas dezenas", "about 18..22"),
            ("dezenas", "about 20..99 vague"),
            ("várias centenas", "about 200..999 vague"),
            ("dezenas de milhares", "about 20000..99999 vague"),
            ("cerca de 219", "about 216..222"),
            ("pelo menos 18", "at_least 18.."),
            ("18 ou mais", "at_least 18.."),
            ("mais de 1.300", "more_than 1301.."),
            ("no máximo 40", "at_most ..40"),
            ("menos de 40", "less_than ..39"),
            ("quase 1.200", "nearly 1080..1199"),
            ("até 40", "up_to ..40"),
            ("entre 9 e 16", "between 9..16"),
            ("entre vinte e trinta", "between 20..30"),
            ("de 20 a 30", "between 20..30"),
            ("nenhum", "exact 0..0"),
        ],
    );
}

#[test]
fn what_is_counted() {
    check_texts(
        "pt",
        &[
            (
                "Pelo menos 24 pessoas morreram e mais de 60 ficaram feridas num atentado.",
                &[
                    "Pelo menos 24 = killed persons",
                    "mais de 60 = injured persons",
                ],
            ),
            (
                "O número de mortos subiu de 9 para 16 soldados.",
                &["9 = killed persons recalls", "16 = killed military"],
            ),
            (
                "Morreu um homem, um menino foi morto e um porta-voz calou-se.",
                &["um = killed men", "um = killed children"],
            ),
            (
                "A polícia prendeu 40 manifestantes.",
                &["40 = detained protesters"],
            ),
            (
                "Ao todo, são 12.293 famílias desabrigadas e 300 mil moradores desalojados.",
                &[
                    "12.293 = homeless other total",
                    "300 mil = displaced persons",
                ],
            ),
            (
                "Doze bombeiros continuam desaparecidos, cinco em estado grave.",
                &[
                    "Doze = missing rescuers standing",
                    "cinco = injured serious rescuers",
                ],
            ),
            ("Não houve vítimas.", &["Não houve = casualties persons"]),
        ],
    );
}

#[test]
fn what_counts_nothing() {
    check_nothing(
        "pt",
        &[
            "A 9 de janeiro de 2022, no dia 18, na terça-feira (18), em maio de 2022, desde 1998.",
            "Às 14h30, às 10 horas, durante 48 horas, há três semanas.",
            "Ana Sol, de 34 anos, um homem de 34 anos, aos 34 anos.",
            "Um sismo de magnitude 6,8, dois terços, o G7, o A320, o artigo 5, o voo 370.",
            "Um porta-voz abandonou uma reunião.",
        ],
    );
}

#[test]
fn who_speaks() {
    check_voices(
        "pt",
        &[
            (
                "O porta-voz do Ministério da Defesa, coronel Luís Ibarra, afirmou que 14 soldados morreram.",
                "Luís Ibarra; Ministério da Defesa = ministry; indirect",
            ),
            (
                "Fontes policiais ouvidas pela Lusa elevaram para 9 o número de mortos.",
                "Fontes policiais = unnamed_official; via Lusa; indirect",
            ),
            (
                "Na opinião do Hospital São Vicente, 12 pessoas ficaram feridas.",
                "Hospital São Vicente = hospital; indirect",
            ),
        ],
    );
}
