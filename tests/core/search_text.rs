//! What is searched is found: through a real FTS5 table of the columns that the index has.

use onrecord_core::domain::search_text::{
    SearchQuery, SearchText, find_marks, search_text, snippet,
};
use proptest::prelude::*;
use rusqlite::Connection;

/// An index of the shape that project files have, over the given texts.
fn index(texts: &[(&str, Option<&str>)]) -> Connection {
    let db = Connection::open_in_memory().unwrap();
    db.execute_batch(
        "CREATE VIRTUAL TABLE search USING fts5 (words, stems, tokenize = \"unicode61 remove_diacritics 0\")",
    )
    .unwrap();
    for (text, language) in texts {
        let SearchText { words, stems } = search_text(text, *language);
        db.execute(
            "INSERT INTO search (words, stems) VALUES (?1, ?2)",
            (words, stems),
        )
        .unwrap();
    }
    db
}

fn hits(db: &Connection, query: &SearchQuery) -> Vec<i64> {
    let Some(expression) = query.expression() else {
        return Vec::new();
    };
    let mut select = db
        .prepare("SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rowid")
        .unwrap();
    let rows = select.query_map([expression], |row| row.get(0)).unwrap();
    rows.map(Result::unwrap).collect()
}

fn finds(text: &str, language: Option<&str>, query: &str) -> bool {
    let query = SearchQuery::parse(query, &["fr"]);
    let found = !hits(&index(&[(text, language)]), &query).is_empty();
    let marked = !find_marks(text, &query, language).is_empty();
    assert!(
        !found || marked,
        "{text}: {query:?}: what is found has a mark"
    );
    found
}

#[test]
fn words_are_found_by_their_folded_form_and_their_stem() {
    for (text, language, query) in [
        ("Deux personnes blessées.", Some("fr"), "blesses"),
        ("Deux personnes blessées.", Some("fr"), "blessees"),
        ("Deux personnes blessées.", Some("fr"), "BLESSÉ"),
        ("Blessées", None, "blesses"),
        ("Blessées", None, "blessees"),
        ("ils ont blesses", Some("fr"), "blessées"),
        ("The injuries were slight.", Some("en"), "injury"),
        ("Погибли десять человек", Some("ru"), "человека"),
        ("Verletzte Männer", Some("de"), "verletzter mann"),
        ("Les sœurs", Some("fr"), "soeur"),
        ("in Łódź", Some("pl"), "lodz"),
        ("l’intérieur du pays", Some("fr"), "l'interieur"),
        ("الوزارات", Some("ar"), "وزارة"),
        ("soft\u{AD}hyphen", Some("en"), "softhyphen"),
        ("Nu\u{301}mero", Some("es"), "numero"),
        ("1 300 blessés", Some("fr"), "1 300"),
        ("Ｆｕｌｌ width", None, "full"),
    ] {
        assert!(finds(text, language, query), "{query} in {text}");
    }
}

#[test]
fn a_number_is_found_in_any_digits() {
    for text in ["قتل ١٨ شخصا", "18 قتلوا", "۱۸ نفر کشته شدند"] {
        for query in ["18", "١٨", "۱۸", "\"18\""] {
            assert!(finds(text, Some("ar"), query), "{text}: {query}");
        }
        assert!(!finds(text, Some("ar"), "81"), "{text}");
    }
    assert!(finds("نحو ١٬٣٠٠ جريح", Some("ar"), "1,300"));
    let query = SearchQuery::parse("18", &[]);
    let marks = find_marks("قتل ١٨ شخصا", &query, Some("ar"));
    assert_eq!((marks.len(), marks.first()), (1, Some(&(4..6))));
}

#[test]
fn what_is_not_there_is_not_found() {
    for (text, query) in [
        ("Deux personnes blessées.", "bleu"),
        ("Deux personnes blessées.", "personnes tuées"),
        ("1,3 and 300", "1300"),
        ("東京都庁", "都京"),
        ("anything", ""),
        ("anything", "*** -- ()"),
        ("anything", "\"\""),
    ] {
        assert!(!finds(text, Some("fr"), query), "{query} in {text}");
    }
}

#[test]
fn phrases_are_words_in_their_order() {
    let text = "Le ministère de l’Intérieur a compté 1,300 blessées.";
    assert!(finds(text, Some("fr"), "\"ministere de l'interieur\""));
    assert!(finds(text, Some("fr"), "“MINISTÈRE DE” «a compté»"));
    assert!(finds(text, Some("fr"), "1,300"));
    assert!(finds(text, Some("fr"), "\"compté 1"));
    assert!(!finds(text, Some("fr"), "\"de ministère\""));
    assert!(!finds(text, Some("fr"), "\"compté blessées\""));
    assert!(!finds(text, Some("fr"), "\"blesses\""));
}

#[test]
fn any_two_characters_of_a_script_without_spaces_are_found() {
    for text in [
        "東京都庁で火災、十二人負傷",
        "ไฟไหม้ตลาดน้ำกลางเมือง",
        "ໄຟໄໝ້ຕະຫຼາດ",
        "ភ្លើងឆេះផ្សារ",
        "မီးလောင်မှု",
        "서울에서화재",
    ] {
        let chars: Vec<char> = text.chars().collect();
        for pair in chars.windows(2).filter(|pair| !pair.contains(&'、')) {
            let pair: String = pair.iter().collect();
            assert!(finds(text, None, &pair), "{pair} in {text}");
        }
        for one in chars.iter().filter(|c| **c != '、') {
            assert!(finds(text, None, &one.to_string()), "{one} in {text}");
        }
        assert!(finds(text, None, text), "{text}");
        assert!(finds(text, None, &format!("\"{text}\"")));
    }
    assert!(finds("東京2020大会", None, "東京2020"));
    assert!(finds("東京2020大会", None, "京2020大"));
    assert!(finds("会場は東京", None, "京"));
    assert!(!finds("東京。都庁", None, "京都"));
}

#[test]
fn nothing_that_is_typed_is_syntax() {
    for query in [
        "a AND",
        "NOT",
        "\"",
        "words:x",
        "{a b}: c",
        "a*",
        "^a",
        "(",
        "NEAR(a b)",
        "a + b",
        "'; --",
        "a\"\"b",
        "%",
    ] {
        let parsed = SearchQuery::parse(query, &[]);
        hits(&index(&[("a b c", None)]), &parsed);
    }
    let db = index(&[("words near not", Some("en")), ("other", Some("en"))]);
    assert_eq!(hits(&db, &SearchQuery::parse("NOT NEAR", &[])), [1]);
    assert_eq!(
        hits(&db, &SearchQuery::parse("words:other", &[])),
        Vec::<i64>::new()
    );
}

#[test]
fn long_queries_stay_within_the_engine() {
    let many: String = (0..3000).map(|i| format!("w{i}x ")).collect();
    hits(&index(&[("a", None)]), &SearchQuery::parse(&many, &[]));
    hits(
        &index(&[("a", None)]),
        &SearchQuery::parse(&format!("\"{many}"), &[]),
    );
}

#[test]
fn marks_are_code_points_of_the_text() {
    let text = "👩🏽‍🚒 Blessées: l’INTÉRIEUR, 東京都庁";
    let marked = |query: &str| -> Vec<String> {
        let marks = find_marks(text, &SearchQuery::parse(query, &["fr"]), Some("fr"));
        let chars: Vec<char> = text.chars().collect();
        marks
            .iter()
            .map(|mark| {
                chars[mark.start as usize..mark.end as usize]
                    .iter()
                    .collect()
            })
            .collect()
    };
    assert_eq!(marked("blesses"), ["Blessées"]);
    assert_eq!(marked("\"l'interieur\""), ["l’INTÉRIEUR"]);
    assert_eq!(marked("京都 blessees"), ["Blessées", "京都"]);
    assert_eq!(marked("東京都"), ["東京都"]);
    assert_eq!(marked("都"), ["都"]);
    assert_eq!(marked("庁"), ["庁"]);
}

#[test]
fn snippets_show_the_thickest_place() {
    let filler = "Nothing of note was said about it that day. ".repeat(20);
    let text =
        format!("One ferry.\n\n{filler}The ferry and the pier, the ferry and the quay. {filler}");
    let query = SearchQuery::parse("ferry", &[]);
    let marks = find_marks(&text, &query, Some("en"));
    let piece = snippet(&text, &marks, 160);
    assert!(
        piece.text.contains("The ferry and the pier, the ferry"),
        "{}",
        piece.text
    );
    assert!(piece.text.starts_with('…') && piece.text.ends_with('…'));
    assert!(piece.text.chars().count() <= 162);
    let chars: Vec<char> = piece.text.chars().collect();
    assert_eq!(piece.marks.len(), 2);
    for mark in &piece.marks {
        assert_eq!(
            chars[mark.start as usize..mark.end as usize]
                .iter()
                .collect::<String>(),
            "ferry"
        );
    }
    let marks = find_marks("One\n\nferry", &query, None);
    let whole = snippet("One\n\nferry", &marks, 160);
    assert_eq!((whole.text.as_str(), &whole.marks), ("One  ferry", &marks));
    assert_eq!(snippet("", &[], 160).text, "");
}

proptest! {
    #[test]
    fn every_word_of_a_text_finds_it(
        text in "[a-zéèœßА-яيفسة0-9 ,.’-]{1,60}",
        language in prop_oneof![Just(None), Just(Some("fr")), Just(Some("ru")), Just(Some("ar")), Just(Some("de"))],
    ) {
        let languages: Vec<&str> = language.into_iter().collect();
        let db = index(&[(&text, language)]);
        for word in text.split_whitespace() {
            let query = SearchQuery::parse(word, &languages);
            if !query.is_empty() {
                prop_assert_eq!(hits(&db, &query), vec![1], "{} in {}", word, text);
                prop_assert!(!find_marks(&text, &query, language).is_empty());
            }
        }
    }

    #[test]
    fn nothing_breaks_on_any_text_or_query(
        text in "\\PC{0,60}",
        query in "[\\PC\"“ *()]{0,30}",
        language in prop_oneof![
            Just(None), Just(Some("ar")), Just(Some("el")), Just(Some("tr")), Just(Some("ta")), Just(Some("fi")),
            Just(Some("hu")), Just(Some("ro")), Just(Some("nl")), Just(Some("da")), Just(Some("sv")), Just(Some("no")),
        ],
        length in 0u32..40,
    ) {
        let languages: Vec<&str> = language.into_iter().collect();
        let query = SearchQuery::parse(&query, &languages);
        hits(&index(&[(&text, language)]), &query);
        let marks = find_marks(&text, &query, language);
        let piece = snippet(&text, &marks, length);
        let count = u32::try_from(piece.text.chars().count()).unwrap();
        prop_assert!(count <= length + 2);
        prop_assert!(piece.marks.iter().all(|mark| mark.start < mark.end && mark.end <= count));
    }
}
