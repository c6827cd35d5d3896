//! When two names are the same name: the folded form by which the register is searched.

use caseless::Caseless;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// The form in which names are compared: NFKD, marks off, case folded (in full, `ß` as `ss`), every run of white space
/// as one space, every kind of apostrophe as `'`, nothing around it.
///
/// Two names match when their folded forms are equal; the caller prefers an exact match and refuses two equally good
/// ones. Folding a folded name changes nothing.
pub fn fold_name(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    if name.is_ascii() {
        push_words(
            &mut folded,
            name.chars()
                .map(|c| plain_apostrophe(c).to_ascii_lowercase()),
        );
    } else {
        // Apostrophes first, for NFKD would take some of them apart into a space and a mark; and again at the end, for it
        // makes a grave accent of others.
        let plain = name.chars().map(plain_apostrophe);
        push_words(
            &mut folded,
            plain
                .nfkd()
                .default_case_fold()
                .nfkd()
                .filter(|&c| !is_combining_mark(c))
                .map(plain_apostrophe),
        );
    }
    folded
}

/// Appends characters with each run of white space as one space and none at either end.
fn push_words(out: &mut String, chars: impl Iterator<Item = char>) {
    let mut gap = false;
    for c in chars {
        if c.is_whitespace() {
            gap = true;
            continue;
        }
        if gap && !out.is_empty() {
            out.push(' ');
        }
        gap = false;
        out.push(c);
    }
}

/// Every character that is typed for an apostrophe as `'`.
fn plain_apostrophe(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{201B}' // ‘ ’ ‛
        | '\u{02B9}' | '\u{02BB}' | '\u{02BC}' | '\u{02BD}' // modifier letters: prime, turned comma, apostrophe
        | '\u{2032}' | '\u{00B4}' | '`' | '\u{FF07}' => '\'',
        other => other,
    }
}

/// Appends the letters and digits of one character as search terms hold them: [`fold_name`]'s folding, and beyond it the
/// letters that a reader types in plain Latin although Unicode does not take them apart (`œ` as `oe`, `ł` as `l`).
pub(crate) fn fold_for_search(c: char, out: &mut String) {
    match c {
        // What most text in these scripts consists of, without a look at the tables.
        'a'..='z' | '0'..='9' | 'а'..='и' | 'к'..='я' => out.push(c),
        'A'..='Z' => out.push(c.to_ascii_lowercase()),
        'А'..='И' | 'К'..='Я' => out.extend(c.to_lowercase()),
        // Kept whole, as pairs of syllables are what is searched for.
        '\u{AC00}'..='\u{D7A3}' => out.push(c),
        'œ' | 'Œ' => out.push_str("oe"),
        'æ' | 'Æ' => out.push_str("ae"),
        'ø' | 'Ø' => out.push('o'),
        'ł' | 'Ł' => out.push('l'),
        'đ' | 'Đ' | 'ð' | 'Ð' => out.push('d'),
        'ı' => out.push('i'),
        // The Arabic stroke that only stretches a word.
        '\u{0640}' => {}
        other => {
            let mut push = |c: char| {
                if !is_combining_mark(c) {
                    out.push(c);
                }
            };
            decompose_compatible(other, |part| {
                if part.is_ascii() {
                    push(part.to_ascii_lowercase());
                } else {
                    std::iter::once(part)
                        .default_case_fold()
                        .for_each(|c| decompose_compatible(c, &mut push));
                }
            });
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing
    )]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_that_match() {
        for (a, b) in [
            ("Ministère de l’Intérieur", "ministere  de l'interieur"),
            ("Ministry\u{A0}of Health", " ministry of health\n"),
            ("STRASSE", "Straße"),
            ("Ὀδυσσεύς", "ΟΔΥΣΣΕΥΣ"),
            ("Ｏｎｒｅｃｏｒｄ", "onrecord"),
            ("Qu\u{2bc}ran", "Qu'ran"),
            ("Nuń\u{303}ez", "nunez"),
            ("مُحَمَّد", "محمد"),
            ("İzmir", "izmir"),
            ("O´Brien", "O`Brien"),
            ("O\u{1fef}Brien", "O\u{ff40}Brien"),
        ] {
            assert_eq!(fold_name(a), fold_name(b), "{a} and {b}");
        }
    }

    #[test]
    fn names_that_do_not() {
        for (a, b) in [
            ("Interfax", "Inter fax"),
            ("Ministry A", "Ministry B"),
            ("Łódź", "Lodz"),
            ("", "a"),
        ] {
            assert_ne!(fold_name(a), fold_name(b), "{a} and {b}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(name in "\\PC{0,40}") {
            let once = fold_name(&name);
            prop_assert_eq!(fold_name(&once), once);
        }

        #[test]
        fn case_and_form_never_matter(name in "[a-zA-Zéèüßœñ’ ]{0,24}") {
            let shouted: String = name.to_uppercase().nfd().collect();
            prop_assert_eq!(fold_name(&shouted), fold_name(&name));
        }
    }
}
