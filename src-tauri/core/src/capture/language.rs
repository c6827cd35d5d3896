//! The language and the direction of a text.

use serde::{Deserialize, Serialize};
use whatlang::{Detector, Lang};

/// How much of a text is looked at, in code points: more never changes the answer for running text.
const SAMPLE: usize = 1000;
/// Fewer letters say too little.
const FEWEST_LETTERS: usize = 24;

/// The languages that are told apart, with their ISO 639-1 codes. Others are not guessed at: close relatives of these
/// would often be taken for them, and a wrong language is worse than none.
const KNOWN: [(Lang, &str); 28] = [
    (Lang::Ara, "ar"),
    (Lang::Ben, "bn"),
    (Lang::Cmn, "zh"),
    (Lang::Deu, "de"),
    (Lang::Ell, "el"),
    (Lang::Eng, "en"),
    (Lang::Fra, "fr"),
    (Lang::Heb, "he"),
    (Lang::Hin, "hi"),
    (Lang::Hun, "hu"),
    (Lang::Hye, "hy"),
    (Lang::Ita, "it"),
    (Lang::Jpn, "ja"),
    (Lang::Kat, "ka"),
    (Lang::Khm, "km"),
    (Lang::Kor, "ko"),
    (Lang::Mya, "my"),
    (Lang::Nld, "nl"),
    (Lang::Pes, "fa"),
    (Lang::Pol, "pl"),
    (Lang::Por, "pt"),
    (Lang::Ron, "ro"),
    (Lang::Rus, "ru"),
    (Lang::Spa, "es"),
    (Lang::Tha, "th"),
    (Lang::Tur, "tr"),
    (Lang::Ukr, "uk"),
    (Lang::Urd, "ur"),
];

/// Words that hardly a sentence of news does without.
const COMMON_WORDS: [(&str, &str); 10] = [
    (
        "ar",
        "في من على إن أن إلى عن قال قالت بعد التي الذي شخص شخصا أشخاص",
    ),
    (
        "de",
        "der die das und bei dem den wurden mit nach von ist sich mindestens menschen",
    ),
    (
        "en",
        "the of and were was said says people at by from after with has have that",
    ),
    (
        "es",
        "el los las del y en al una por personas menos fueron dijo según muertos",
    ),
    ("fa", "در از که به را این است شدند گفت نفر با"),
    (
        "fr",
        "le les des et du au aux une a ont selon dans est été personnes moins morts",
    ),
    (
        "it",
        "il gli di della del ha sono che almeno una nel nella dopo persone morti",
    ),
    (
        "pt",
        "o os as do da dos em um uma disse pelo pessoas menos foram não mortos",
    ),
    (
        "ru",
        "и в на не по что из человек были сообщил сообщила после как",
    ),
    ("uk", "і у на не за що із людей були повідомив після як та"),
];

/// Which way a text runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// From left to right.
    Ltr,
    /// From right to left.
    Rtl,
}

impl Direction {
    /// The word that the store and files use.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }

    /// The direction of most of the letters at the beginning of a text; of the first where both are as many.
    pub fn of(text: &str) -> Self {
        let letters = text
            .chars()
            .filter(|c| c.is_alphabetic())
            .take(SAMPLE)
            .map(is_right_to_left);
        let (mut balance, mut first) = (0_i32, None);
        for rtl in letters {
            first = first.or(Some(rtl));
            balance += if rtl { 1 } else { -1 };
        }
        if balance > 0 || (balance == 0 && first == Some(true)) {
            Self::Rtl
        } else {
            Self::Ltr
        }
    }
}

/// The ISO 639-1 code of a text's language; none when the text is short or the answer is not sure.
pub fn detect_language(text: &str) -> Option<&'static str> {
    let end = text
        .char_indices()
        .nth(SAMPLE)
        .map_or(text.len(), |(at, _)| at);
    let sample = text.get(..end)?;
    // A script without spaces says in four letters what takes a sentence elsewhere.
    let weight = |c: char| if c >= '\u{2E80}' { 4 } else { 1 };
    let letters: usize = sample
        .chars()
        .filter(|c| c.is_alphabetic())
        .map(weight)
        .sum();
    if letters < FEWEST_LETTERS {
        return None;
    }
    let detector = Detector::with_allowlist(KNOWN.iter().map(|&(lang, _)| lang).collect());
    match detector.detect(sample).filter(whatlang::Info::is_reliable) {
        Some(answer) => KNOWN
            .iter()
            .find(|(lang, _)| *lang == answer.lang())
            .map(|&(_, code)| code),
        None => by_common_words(sample),
    }
}

/// The language of a text too short for statistics on its letters: the one that at least two of its words are common in,
/// and more than twice as many as in any other.
fn by_common_words(text: &str) -> Option<&'static str> {
    let mut counts = [0_usize; COMMON_WORDS.len()];
    for word in text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
    {
        let word = word.to_lowercase();
        for (count, (_, words)) in counts.iter_mut().zip(COMMON_WORDS) {
            *count += usize::from(words.split(' ').any(|common| common == word));
        }
    }
    let (best, most) = counts.iter().enumerate().max_by_key(|(_, count)| **count)?;
    let others = counts
        .iter()
        .enumerate()
        .filter(|(i, _)| *i != best)
        .map(|(_, count)| *count);
    let sure = *most >= 2 && others.max().unwrap_or(0) * 2 < *most;
    if sure {
        COMMON_WORDS.get(best).map(|&(code, _)| code)
    } else {
        None
    }
}

/// Reconciles what a page says of its language with what its words say. The words win where they are sure and the page
/// names a language that would have been recognised: templates are often left on their default.
pub(super) fn settle_language(declared: Option<&str>, text: &str) -> Option<String> {
    let declared = declared.and_then(language_code);
    let detected = detect_language(text);
    match (declared, detected) {
        (Some(said), Some(found))
            if !KNOWN.iter().any(|(_, code)| *code == said) && said != found =>
        {
            Some(said)
        }
        (_, Some(found)) => Some(found.to_owned()),
        (said, None) => said,
    }
}

/// The primary subtag of a language tag such as `fr-CA`, `pt_BR`.
fn language_code(tag: &str) -> Option<String> {
    let code = tag
        .trim()
        .split(['-', '_'])
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    (matches!(code.len(), 2 | 3) && code.bytes().all(|b| b.is_ascii_lowercase())).then_some(code)
}

/// Whether a letter belongs to a script that runs from right to left.
fn is_right_to_left(c: char) -> bool {
    matches!(c,
        '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_of_news_sentences() {
        for (text, language) in [
            (
                "At least twelve people were injured when the ferry hit the pier, the harbour office said.",
                Some("en"),
            ),
            (
                "Au moins douze personnes ont été blessées, a indiqué mardi le ministère de la Santé.",
                Some("fr"),
            ),
            (
                "Al menos doce personas murieron en el incendio del mercado central, dijo la alcaldía.",
                Some("es"),
            ),
            (
                "Mindestens zwölf Menschen wurden bei dem Brand verletzt, teilte die Feuerwehr mit.",
                Some("de"),
            ),
            (
                "Погибли не менее двенадцати человек, сообщило министерство здравоохранения.",
                Some("ru"),
            ),
            (
                "Щонайменше дванадцять людей загинули, повідомило міністерство охорони здоров’я.",
                Some("uk"),
            ),
            (
                "قُتل ما لا يقل عن اثني عشر شخصا في الحريق الذي اندلع في السوق، بحسب وزارة الصحة.",
                Some("ar"),
            ),
            (
                "市場で火災があり、少なくとも十二人が負傷したと消防が発表した。",
                Some("ja"),
            ),
            (
                "לפחות שנים עשר בני אדם נפצעו בשריפה בשוק, כך מסר משרד הבריאות.",
                Some("he"),
            ),
            (
                "The ministry of health said that 164 people were killed.",
                Some("en"),
            ),
            (
                "Le ministère de l’Intérieur a annoncé samedi 18 morts dans les rangs de la police.",
                Some("fr"),
            ),
            ("Ten dead, says ministry", None),
            ("12 dead", None),
            ("1 2 3", None),
        ] {
            assert_eq!(detect_language(text), language, "{text}");
        }
    }

    #[test]
    fn the_page_is_believed_where_the_words_do_not_speak_against_it() {
        let french =
            "Au moins douze personnes ont été blessées, a indiqué mardi le ministère de la Santé.";
        assert_eq!(
            settle_language(Some("en-US"), french).as_deref(),
            Some("fr")
        );
        assert_eq!(settle_language(Some("oc"), french).as_deref(), Some("oc"));
        assert_eq!(settle_language(Some("pt_BR"), "12").as_deref(), Some("pt"));
        assert_eq!(settle_language(Some("x-default"), "12"), None);
    }

    #[test]
    fn direction_of_most_letters() {
        assert_eq!(Direction::of("BBC: قتل عشرة أشخاص"), Direction::Rtl);
        assert_eq!(Direction::of("Ten dead, says وزارة"), Direction::Ltr);
        assert_eq!(Direction::of("אב ab"), Direction::Rtl);
        assert_eq!(Direction::of("12"), Direction::Ltr);
    }
}
