use crate::{check_figures, check_nothing, check_texts, check_voices};

#[test]
fn numbers_and_their_bounds() {
    check_figures(
        "es",
        &[
            ("treinta y uno", "exact 31..31"),
            ("veintiún mil", "exact 21000..21000"),
            ("trescientos cuarenta y siete", "exact 347..347"),
            ("dos mil quinientas", "exact 2500..2500"),
            ("medio millón", "exact 500000..500000"),
            ("dos millones y medio", "exact 2500000..2500000"),
            ("2,5 mil millones", "exact 2500000000..2500000000"),
            ("300 mil", "exact 300000..300000"),
            ("1.300", "exact 1300..1300"),
            ("1 300", "exact 1300..1300"),
            ("una docena", "exact 12..12"),
            ("un centenar", "about 90..110"),
            ("medio centenar", "about 45..55"),
            ("tres decenas", "about 27..33"),
            ("decenas", "about 20..99 vague"),
            ("varios centenares", "about 200..999 vague"),
            ("decenas de miles", "about 20000..99999 vague"),
            ("al menos cientos", "at_least 200.. vague"),
            ("unos 219", "about 216..222"),
            ("alrededor de 1.000", "about 900..1100"),
            ("por lo menos 18", "at_least 18.."),
            ("18 o más", "at_least 18.."),
            ("más de 1.300", "more_than 1301.."),
            ("superan los 1.500", "more_than 1501.."),
            ("como máximo 40", "at_most ..40"),
            ("menos de 40", "less_than ..39"),
            ("casi 1.200", "nearly 1080..1199"),
            ("hasta 40", "up_to ..40"),
            ("entre 9 y 16", "between 9..16"),
            ("entre treinta y cuarenta", "between 30..40"),
            ("de 20 a 30", "between 20..30"),
            ("dos o tres", "between 2..3"),
            ("ninguna", "exact 0..0"),
        ],
    );
}

#[test]
fn what_is_counted() {
    check_texts(
        "es",
        &[
            (
                "Al menos 24 personas murieron y más de 60 resultaron heridas, según la policía.",
                &[
                    "Al menos 24 = killed persons",
                    "más de 60 = injured persons",
                ],
            ),
            (
                "Treinta y un mineros siguen desaparecidos.",
                &["Treinta y un = missing other standing"],
            ),
            (
                "La cifra de fallecidos pasó de nueve a doce personas.",
                &["nueve = killed persons recalls", "doce = killed persons"],
            ),
            (
                "Murió un niño, un policía falleció en el hospital y un portavoz calló.",
                &["un = killed children", "un = killed police"],
            ),
            (
                "La policía detuvo a 40 manifestantes y liberó a seis menores.",
                &["40 = detained protesters", "seis = released children"],
            ),
            (
                "Un centenar de casas quedaron destruidas y decenas de miles de personas huyeron.",
                &[
                    "Un centenar = destroyed",
                    "decenas de miles = displaced persons",
                ],
            ),
            (
                "Dos millones y medio de personas necesitan ayuda, el 40 por ciento mujeres.",
                &[
                    "Dos millones y medio = affected persons",
                    "40 = affected women",
                ],
            ),
            (
                "No hubo víctimas entre los vecinos.",
                &["No hubo = casualties persons"],
            ),
        ],
    );
}

#[test]
fn what_counts_nothing() {
    check_nothing(
        "es",
        &[
            "El 9 de enero de 2022, el martes 18, en mayo de 2022, desde 1998, los años 80.",
            "A las 14.30 horas, a las 10 de la mañana, durante 48 horas, hace tres semanas.",
            "Ana Sol, de 34 años, un hombre de 34 años, Ana Sol, 34, y Leo Maar (41).",
            "Un sismo de magnitud 6,8, dos tercios, el G7, el A320, el artículo 5, el vuelo 370.",
            "Un portavoz abandonó una reunión.",
        ],
    );
}

#[test]
fn who_speaks() {
    check_voices(
        "es",
        &[
            (
                "El portavoz del Ministerio de Defensa, coronel Luis Ibarra, afirmó que 14 soldados murieron.",
                "Luis Ibarra; Ministerio de Defensa = ministry; indirect",
            ),
            (
                "El centro de operaciones de Tarma reportó 45 desaparecidos.",
                "centro de operaciones de Tarma = emergency_service; indirect",
            ),
        ],
    );
}
