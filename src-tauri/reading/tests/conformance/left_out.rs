//! Cases of the German, Spanish, Italian and Portuguese data that are left out, by name and with the reason.

use crate::{Outcome, left_out_figures};

/// Cases by data set, language and place, with the reason why another reading is right.
const LEFT_OUT: &[(&str, &str, &[usize], &str)] = &[
    (
        "numbers",
        "de",
        &[3, 4, 6, 40, 41, 53, 54],
        "fractions are no figures",
    ),
    (
        "numbers",
        "de",
        &[10, 15],
        "one separator and three digits are grouping",
    ),
    (
        "numbers",
        "de",
        &[29, 31, 32],
        "two numbers joined are one range",
    ),
    (
        "numbers",
        "de",
        &[30, 37, 46],
        "an article or a name that counts no casualty",
    ),
    ("numbers", "de", &[36], "addresses and codes are no figures"),
    (
        "numbers",
        "es",
        &[
            121, 122, 123, 124, 125, 126, 127, 128, 129, 130, 131, 132, 134, 136, 137, 138, 139,
            140, 145, 146, 148, 149, 150, 151, 154, 156, 157, 158, 159, 167, 168, 169, 172, 173,
            174, 175, 176, 192, 193, 196, 197, 198, 199, 200, 201,
        ],
        "fractions are no figures",
    ),
    (
        "numbers",
        "es",
        &[41, 42, 181],
        "an article or a name that counts no casualty",
    ),
    (
        "numbers",
        "es",
        &[54, 185],
        "one separator and three digits are grouping",
    ),
    (
        "numbers",
        "es",
        &[60, 62, 64, 115],
        "a word of another use, or misspelt",
    ),
    (
        "numbers",
        "es",
        &[76, 180, 183],
        "addresses and codes are no figures",
    ),
    ("numbers", "es", &[79], "a length is a figure"),
    (
        "numbers",
        "es",
        &[101, 102, 203, 204],
        "signs and scale words as news does not write them",
    ),
    (
        "numbers",
        "it",
        &[
            80, 81, 82, 83, 85, 86, 87, 93, 94, 111, 113, 114, 115, 116, 118, 120, 136, 137, 151,
        ],
        "fractions are no figures",
    ),
    (
        "numbers",
        "it",
        &[15, 23, 140],
        "an article or a name that counts no casualty",
    ),
    ("numbers", "it", &[14], "addresses and codes are no figures"),
    ("numbers", "it", &[18], "a length is a figure"),
    ("numbers", "it", &[19], "a year, or a date"),
    (
        "numbers",
        "it",
        &[27],
        "one separator and three digits are grouping",
    ),
    (
        "numbers",
        "it",
        &[56, 57, 110],
        "signs and scale words as news does not write them",
    ),
    (
        "numbers",
        "pt",
        &[
            91, 92, 125, 126, 128, 130, 132, 133, 134, 140, 141, 142, 144, 145, 146, 147, 149, 158,
            159, 160, 173,
        ],
        "fractions are no figures",
    ),
    (
        "numbers",
        "pt",
        &[47, 48, 167],
        "an article or a name that counts no casualty",
    ),
    (
        "numbers",
        "pt",
        &[67],
        "one separator and three digits are grouping",
    ),
    ("numbers", "pt", &[87], "a word of another use, or misspelt"),
    (
        "numbers",
        "pt",
        &[89, 166],
        "addresses and codes are no figures",
    ),
    (
        "numbers",
        "pt",
        &[110, 111],
        "signs and scale words as news does not write them",
    ),
    (
        "ranges",
        "es",
        &[1, 2, 9, 10, 11, 12, 92, 93],
        "two qualifiers of one number are two figures",
    ),
    ("ranges", "es", &[4], "ranks are no figures"),
    (
        "ranges",
        "es",
        &[23, 24, 25],
        "ages and durations are no figures",
    ),
    ("ranges", "es", &[27, 68, 69], "fractions are no figures"),
    ("ranges", "es", &[95, 96, 97], "ordinals are no figures"),
    (
        "ranges",
        "es",
        &[31, 73, 74, 75, 76, 77, 78],
        "signs written against the number",
    ),
    (
        "ranges",
        "es",
        &[35, 39, 40, 57, 58, 59, 60, 61, 62, 63, 64, 65, 79],
        "an equality is no range",
    ),
    ("ranges", "es", &[67], "a dash between spaces is no range"),
    (
        "ranges",
        "it",
        &[1, 8, 9],
        "two qualifiers of one number are two figures",
    ),
    ("ranges", "it", &[3, 4], "ordinals are no figures"),
    ("ranges", "it", &[23], "fractions are no figures"),
    (
        "ranges",
        "it",
        &[18, 19, 20],
        "ages and durations are no figures",
    ),
    ("ranges", "it", &[31], "an equality is no range"),
    (
        "ranges",
        "pt",
        &[1, 2, 11, 12, 13, 14, 15, 96],
        "two qualifiers of one number are two figures",
    ),
    ("ranges", "pt", &[5, 6], "ranks are no figures"),
    (
        "ranges",
        "pt",
        &[18, 27, 28, 29],
        "ages and durations are no figures",
    ),
    ("ranges", "pt", &[31, 72, 73], "fractions are no figures"),
    ("ranges", "pt", &[99, 100, 101], "ordinals are no figures"),
    (
        "ranges",
        "pt",
        &[35, 77, 78, 79, 80, 81, 82],
        "signs written against the number",
    ),
    (
        "ranges",
        "pt",
        &[39, 43, 44, 61, 62, 63, 64, 65, 66, 67, 68, 69, 83],
        "an equality is no range",
    ),
    ("ranges", "pt", &[71], "a dash between spaces is no range"),
    (
        "text2num",
        "de",
        &[3, 38, 41, 44, 45, 46, 47, 69],
        "parts apart that are written as one word",
    ),
    (
        "text2num",
        "de",
        &[39, 40, 42, 43, 49, 53, 54, 58, 60, 83],
        "digits said one by one",
    ),
    (
        "text2num",
        "de",
        &[61, 62, 64, 67, 68],
        "ordinals are no figures",
    ),
    ("text2num", "de", &[37], "a year, or a date"),
    (
        "text2num",
        "de",
        &[74, 75, 77, 78, 80],
        "decimals of three digits, which would be grouping in digits",
    ),
    (
        "text2num",
        "de",
        &[25, 88],
        "the data are wrong, or no number of the language",
    ),
    ("text2num", "de", &[82], "'minus' between two numbers"),
    (
        "text2num",
        "es",
        &[68, 69, 95, 96],
        "a lone article or 'one' that counts nothing",
    ),
    (
        "text2num",
        "es",
        &[73, 75, 77, 78, 79],
        "digits said one by one",
    ),
    ("text2num", "es", &[83, 84], "durations are no figures"),
    (
        "text2num",
        "es",
        &[89, 93],
        "decimals of three digits, which would be grouping in digits",
    ),
    ("text2num", "es", &[97], "'minus' between two numbers"),
    (
        "text2num",
        "es",
        &[64],
        "the data are wrong, or no number of the language",
    ),
    (
        "text2num",
        "it",
        &[70, 71, 83, 85, 87],
        "parts apart that are written as one word",
    ),
    (
        "text2num",
        "it",
        &[88, 89, 90, 92, 93, 96, 97, 98, 100],
        "digits said one by one",
    ),
    (
        "text2num",
        "it",
        &[78, 79, 80, 116],
        "a lone article or 'one' that counts nothing",
    ),
    (
        "text2num",
        "it",
        &[27, 28, 29, 74, 123],
        "the data are wrong, or no number of the language",
    ),
    (
        "text2num",
        "it",
        &[108, 111],
        "decimals of three digits, which would be grouping in digits",
    ),
    ("text2num", "it", &[44], "a year, or a date"),
    ("text2num", "it", &[127], "'minus' between two numbers"),
    (
        "text2num",
        "pt",
        &[53, 54, 55, 76, 77],
        "a lone article or 'one' that counts nothing",
    ),
    ("text2num", "pt", &[59, 60, 69], "digits said one by one"),
    (
        "text2num",
        "pt",
        &[64, 65, 66, 86, 89, 91],
        "a year, or a date",
    ),
    (
        "text2num",
        "pt",
        &[70, 75],
        "decimals of three digits, which would be grouping in digits",
    ),
    ("text2num", "pt", &[78], "durations are no figures"),
    ("text2num", "pt", &[92], "'minus' between two numbers"),
    (
        "text2num",
        "pt",
        &[33],
        "the data are wrong, or no number of the language",
    ),
    (
        "duckling",
        "de",
        &[34, 54, 55, 61],
        "signs and scale words as news does not write them",
    ),
    (
        "duckling",
        "de",
        &[65, 66],
        "the data are wrong, or no number of the language",
    ),
    (
        "duckling",
        "it",
        &[66, 67, 73],
        "signs and scale words as news does not write them",
    ),
    (
        "duckling",
        "pt",
        &[6, 7, 19, 46],
        "a word of another use, or misspelt",
    ),
    (
        "duckling",
        "pt",
        &[58, 85, 86, 91, 93],
        "signs and scale words as news does not write them",
    ),
    (
        "duckling",
        "pt",
        &[97, 98, 99, 100],
        "fractions are no figures",
    ),
];

/// The outcomes of a data set, of which those that failed and are named are left out.
pub fn without_left_out(set: &str, language: &str, outcomes: Vec<Outcome>) -> Vec<Outcome> {
    let reason = |place: usize| {
        LEFT_OUT
            .iter()
            .chain(left_out_figures::LEFT_OUT)
            .find(|(name, of, places, _)| {
                *name == set && *of == language && places.contains(&place)
            })
            .map(|(_, _, _, why)| *why)
    };
    outcomes
        .into_iter()
        .enumerate()
        .map(|(place, outcome)| match (&outcome, reason(place)) {
            (Outcome::Failed(_), Some(why)) => Outcome::LeftOut(why),
            _ => outcome,
        })
        .collect()
}
