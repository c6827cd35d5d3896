use crate::{check_figures, check_nothing, check_texts, check_voices};

#[test]
fn numbers_and_their_bounds() {
    check_figures(
        "it",
        &[
            ("ventitré", "exact 23..23"),
            ("trentuno", "exact 31..31"),
            ("centotto", "exact 108..108"),
            ("duecentotrenta", "exact 230..230"),
            ("duemila", "exact 2000..2000"),
            ("tremiladuecentoquarantatré", "exact 3243..3243"),
            ("300mila", "exact 300000..300000"),
            ("mezzo milione", "exact 500000..500000"),
            ("due milioni e mezzo", "exact 2500000..2500000"),
            ("1,3 miliardi", "exact 1300000000..1300000000"),
            ("1.300", "exact 1300..1300"),
            ("una dozzina", "exact 12..12"),
            ("una trentina", "about 27..33"),
            ("un centinaio", "about 90..110"),
            ("tre decine", "about 27..33"),
            ("decine", "about 20..99 vague"),
            ("diverse centinaia", "about 200..999 vague"),
            ("decine di migliaia", "about 20000..99999 vague"),
            ("circa 219", "about 216..222"),
            ("almeno 18", "at_least 18.."),
            ("18 o più", "at_least 18.."),
            ("oltre 1.300", "more_than 1301.."),
            ("al massimo 40", "at_most ..40"),
            ("meno di 40", "less_than ..39"),
            ("quasi 1.200", "nearly 1080..1199"),
            ("fino a 40", "up_to ..40"),
            ("tra 9 e 16", "between 9..16"),
            ("da 20 a 30", "between 20..30"),
            ("due o tre", "between 2..3"),
            ("nessuno", "exact 0..0"),
        ],
    );
}

#[test]
fn what_is_counted() {
    check_texts(
        "it",
        &[
            (
                "Almeno 24 persone sono morte e oltre 60 sono rimaste ferite in un attentato.",
                &["Almeno 24 = killed persons", "oltre 60 = injured persons"],
            ),
            (
                "Il bilancio è salito da 9 a 16 soldati uccisi.",
                &["9 = killed persons recalls", "16 = killed military"],
            ),
            (
                "È morto un uomo, un bambino è stato ucciso e un portavoce ha taciuto.",
                &["un = killed men", "un = killed children"],
            ),
            (
                "La polizia ha arrestato 40 manifestanti.",
                &["40 = detained protesters"],
            ),
            (
                "Dodici minatori risultano ancora dispersi, duemila residenti sono stati evacuati.",
                &[
                    "Dodici = missing other standing",
                    "duemila = evacuated persons",
                ],
            ),
            (
                "Gravemente feriti cinque vigili del fuoco.",
                &["cinque = injured serious rescuers"],
            ),
            (
                "Non ci sono vittime.",
                &["Non ci sono = casualties persons"],
            ),
        ],
    );
}

#[test]
fn what_counts_nothing() {
    check_nothing(
        "it",
        &[
            "Il 9 gennaio 2022, martedì 18, nel maggio 2022, dal 1998, negli anni 80.",
            "Alle 14.30, alle 10 del mattino, per 48 ore, da tre settimane.",
            "Ana Sol, 34 anni, un uomo di 34 anni, all'età di 34 anni.",
            "Un sisma di magnitudo 6,8, due terzi, il G7, l'A320, l'articolo 5, il volo 370.",
            "Un portavoce ha lasciato una riunione.",
        ],
    );
}

#[test]
fn who_speaks() {
    check_voices(
        "it",
        &[
            (
                "Ci sono 12 feriti, ha detto alla Reuters la direttrice dell'ospedale San Carlo, Marta Rossi.",
                "Marta Rossi; ospedale San Carlo = hospital; via Reuters; indirect",
            ),
            (
                "Fonti di polizia sentite dall'Ansa hanno parlato di 9 morti.",
                "Fonti di polizia = unnamed_official; via Ansa; indirect",
            ),
            (
                "A detta dei vigili del fuoco ci sono 12 feriti.",
                "vigili del fuoco = emergency_service; indirect",
            ),
        ],
    );
}
