use crate::check_voices;

#[test]
fn who_speaks() {
    check_voices(
        "fr",
        &[
            (
                "Dix-sept personnes ont été tuées, a-t-on appris de source policière.",
                "source policière = unnamed_official; indirect",
            ),
            (
                "Trois ouvriers sont morts, indique-t-on auprès de la gendarmerie.",
                "gendarmerie = police; indirect",
            ),
            (
                "Le ministre de la Santé Armand Vial a évoqué 32 morts.",
                "Armand Vial; indirect",
            ),
            (
                "Huit personnes ont péri, dixit le maire de Belm, Jean Vial.",
                "Jean Vial; indirect",
            ),
            (
                "Dans un communiqué, l'armée a annoncé la mort de 14 soldats.",
                "armée = military; document",
            ),
            (
                "Un rapport de l'ONU fait état de 3 000 civils tués.",
                "ONU = un; document",
            ),
            (
                "L'agence des Nations unies pour les réfugiés a compté 400 familles.",
                "agence des Nations unies pour les réfugiés = un; document",
            ),
        ],
    );
}
