//! Quotes and figures' words are found where a reader would point.

use std::ops::Range;

use onrecord_core::capture::anchor::{Anchor, AnchorError, AnchorNote, Finder, Hint};
use onrecord_core::capture::{Captured, capture};
use onrecord_core::domain::offsets::Offsets;
use proptest::prelude::*;

const ARTICLE: &str = "Port fire: 12 hurt\n\n\
    The harbour office said that 12 people were hurt. “It’s over,” said its\u{A0}director, Ada Quill.\n\n\
    The fire brigade spoke of “at least 12” hurt, 3 of them badly,\nand of 30 put up for the night. It’s over.";

fn article(text: &str) -> Captured {
    capture(text.as_bytes(), "fire.txt").unwrap()
}

fn found(
    text: &str,
    quote: &str,
    hint: Hint<'_>,
) -> Result<(String, u32, Option<AnchorNote>), AnchorError> {
    let article = article(text);
    let finder = Finder::new(&article.text, &article.blocks);
    let found = finder.quote(quote, hint)?;
    let words = finder.offsets().slice(&found.range).unwrap().to_owned();
    Ok((words, found.range.start, found.note))
}

fn place(text: &str, words: &str, nth: usize) -> u32 {
    let (byte, _) = text.match_indices(words).nth(nth).unwrap();
    u32::try_from(text[..byte].chars().count()).unwrap()
}

#[test]
fn quotes_are_found_to_the_letter_and_then_loosely() {
    for (quote, own) in [
        ("12 people were hurt", "12 people were hurt"),
        (
            "\"It's over,\" said its director",
            "“It’s over,” said its\u{A0}director",
        ),
        ("3 of them badly, and of 30", "3 of them badly,\nand of 30"),
        (
            "Ada Quill. The fire brigade",
            "Ada Quill.\n\nThe fire brigade",
        ),
        ("  Ada\tQuill\n", "Ada Quill"),
        ("said its\u{A0}director", "said its\u{A0}director"),
    ] {
        let (words, _, note) = found(ARTICLE, quote, Hint::default()).unwrap();
        assert_eq!((words.as_str(), note), (own, None), "{quote}");
    }
}

#[test]
fn what_is_not_there_is_refused() {
    assert_eq!(
        found(ARTICLE, "13 people were hurt", Hint::default()),
        Err(AnchorError::NotFound)
    );
    assert_eq!(
        found(ARTICLE, "12 People were hurt", Hint::default()),
        Err(AnchorError::NotFound)
    );
    assert_eq!(
        found(ARTICLE, " \n", Hint::default()),
        Err(AnchorError::Empty)
    );
}

#[test]
fn decomposed_quotes_are_the_same_words() {
    let (words, ..) = found(
        "Un mort\n\nIl a été blessé.",
        "e\u{301}te\u{301} blesse\u{301}",
        Hint::default(),
    )
    .unwrap();
    assert_eq!(words, "été blessé");
}

#[test]
fn of_several_places_the_start_then_the_surroundings_then_the_body_choose() {
    let start = place(ARTICLE, "12", 2);
    let at_start = Hint {
        start: Some(start),
        ..Hint::default()
    };
    assert_eq!(
        found(ARTICLE, "12", at_start),
        Ok(("12".to_owned(), start, None))
    );

    let after = Hint {
        prefix: Some("spoke of \"at least "),
        ..Hint::default()
    };
    assert_eq!(
        found(ARTICLE, "12", after),
        Ok(("12".to_owned(), start, None))
    );
    let before = Hint {
        suffix: Some("\" hurt, 3"),
        ..Hint::default()
    };
    assert_eq!(
        found(ARTICLE, "12", before),
        Ok(("12".to_owned(), start, None))
    );

    let first = place(ARTICLE, "12", 1);
    let note = Some(AnchorNote::Ambiguous { places: 3 });
    assert_eq!(
        found(ARTICLE, "12", Hint::default()),
        Ok(("12".to_owned(), first, note))
    );
    let nowhere = Hint {
        start: Some(5),
        prefix: Some("nobody said"),
        suffix: None,
    };
    assert_eq!(
        found(ARTICLE, "12", nowhere),
        Ok(("12".to_owned(), first, note))
    );
}

#[test]
fn a_start_beside_the_only_place_is_noted() {
    let start = place(ARTICLE, "Ada", 0);
    let hint = Hint {
        start: Some(start + 4),
        ..Hint::default()
    };
    assert_eq!(
        found(ARTICLE, "Ada Quill", hint),
        Ok(("Ada Quill".to_owned(), start, Some(AnchorNote::NotAtStart)))
    );
    let past_the_end = Hint {
        start: Some(u32::MAX),
        ..Hint::default()
    };
    assert!(found(ARTICLE, "Ada Quill", past_the_end).is_ok());
}

#[test]
fn the_start_decides_even_between_straight_and_curly() {
    let curly = place(ARTICLE, "It’s over", 1);
    let hint = Hint {
        start: Some(curly),
        ..Hint::default()
    };
    assert_eq!(
        found(ARTICLE, "It's over", hint),
        Ok(("It’s over".to_owned(), curly, None))
    );
    let text = "Notes\n\nIt's over. He said: It’s over.";
    let curly = place(text, "It’s over", 0);
    let hint = Hint {
        start: Some(curly),
        ..Hint::default()
    };
    assert_eq!(
        found(text, "It's over", hint),
        Ok(("It’s over".to_owned(), curly, None))
    );
}

#[test]
fn words_that_stand_only_in_headings_are_found_there() {
    let (words, start, note) = found(
        "Ten dead\n\nNothing more is known.",
        "Ten dead",
        Hint::default(),
    )
    .unwrap();
    assert_eq!((words.as_str(), start, note), ("Ten dead", 0, None));
}

fn figures(quote: &str, words: &[&str]) -> Vec<String> {
    let article = article(&format!("A title\n\nBefore. {quote} After: {quote}"));
    let finder = Finder::new(&article.text, &article.blocks);
    let within = finder.quote(quote, Hint::default()).unwrap().range;
    let mut taken: Vec<Range<u32>> = Vec::new();
    for words in words {
        taken.push(finder.figure(&within, words, &taken).unwrap());
    }
    taken
        .iter()
        .map(|range| {
            format!(
                "{}:{}",
                range.start - within.start,
                finder.offsets().slice(range).unwrap()
            )
        })
        .collect()
}

#[test]
fn figures_take_the_first_place_that_is_free() {
    assert_eq!(figures("8 dead and 8 hurt", &["8", "8"]), ["0:8", "11:8"]);
    assert_eq!(
        figures(
            "164 dead, of whom more than 100 in town",
            &["164", "more than 100"]
        ),
        ["0:164", "18:more than 100"]
    );
    assert_eq!(
        figures("au moins\u{A0}18 tués", &["au moins 18"]),
        ["0:au moins\u{A0}18"]
    );
    // A number is not looked for inside another while it stands alone elsewhere.
    assert_eq!(
        figures("218 hurt, 18 dead", &["18", "218"]),
        ["10:18", "0:218"]
    );
    assert_eq!(figures("５18 hurt", &["18"]), ["1:18"]);
    // Two figures of the same words share them.
    assert_eq!(figures("5 dead or hurt", &["5", "5"]), ["0:5", "0:5"]);
}

#[test]
fn figures_outside_their_quote_are_refused() {
    let article = article(ARTICLE);
    let finder = Finder::new(&article.text, &article.blocks);
    let within = finder
        .quote("12 people were hurt", Hint::default())
        .unwrap()
        .range;
    assert_eq!(
        finder.figure(&within, "30", &[]),
        Err(AnchorError::NotFound)
    );
    assert_eq!(finder.figure(&within, " ", &[]), Err(AnchorError::Empty));
}

#[test]
fn anchors_keep_their_surroundings_and_know_when_the_text_has_changed() {
    let offsets = Offsets::new(ARTICLE);
    let start = place(ARTICLE, "Ada", 0);
    let anchor = Anchor::at(&offsets, start..start + 9).unwrap();
    assert_eq!(anchor.quote, "Ada Quill");
    assert_eq!(anchor.prefix.chars().count(), 32);
    assert!(anchor.prefix.ends_with("said its\u{A0}director, "));
    assert!(anchor.suffix.starts_with(".\n\nThe fire"));
    assert!(anchor.holds(&offsets));
    assert!(!anchor.holds(&Offsets::new(&ARTICLE.replace("Quill", "Quilt"))));
    assert!(!anchor.holds(&Offsets::new(&format!(" {ARTICLE}"))));
    assert!(!anchor.holds(&Offsets::new("")));
    assert!(Anchor::at(&offsets, 5..100_000).is_err());
}

#[test]
fn a_megabyte_that_repeats_itself_is_no_trouble() {
    let text = "ab".repeat(500_000);
    let finder = Finder::new(&text, &[]);
    let quote = "ab".repeat(250_000);
    let found = finder
        .quote(
            &quote,
            Hint {
                prefix: Some("no such words"),
                ..Hint::default()
            },
        )
        .unwrap();
    assert_eq!(found.note, Some(AnchorNote::Ambiguous { places: 250_001 }));
    assert_eq!(
        finder.quote(&format!("{quote}c"), Hint::default()),
        Err(AnchorError::NotFound)
    );
}

proptest! {
    #[test]
    fn every_piece_of_an_article_is_found_at_its_start(
        words in proptest::collection::vec("[a-dé’“ \u{A0}]{1,6}", 1..30),
        from in 0usize..200,
        length in 1usize..40,
    ) {
        let text = words.join(" ");
        prop_assume!(text.contains(|c: char| !c.is_whitespace()));
        let article = article(&text);
        let finder = Finder::new(&article.text, &article.blocks);
        let total = article.text.chars().count();
        let (from, length) = (from % total, length.min(total));
        let start = u32::try_from(from).unwrap();
        let end = u32::try_from((from + length).min(total)).unwrap();
        let own = finder.offsets().slice(&(start..end)).unwrap().to_owned();
        prop_assume!(!own.trim().is_empty());
        let exact = finder.quote(&own, Hint { start: Some(start), ..Hint::default() }).unwrap();
        prop_assert_eq!(exact.range, start..end);
        prop_assert_eq!(exact.note, None);

        // The same words as a reader may retype them are found at the same start, but for white space around them.
        let retyped: String = own.trim().chars().map(|c| match c { '’' => '\'', '“' => '"', '\u{A0}' => ' ', c => c }).collect();
        let retyped = retyped.split_whitespace().collect::<Vec<_>>().join("  ");
        let lead = u32::try_from(own.chars().take_while(|c| c.is_whitespace()).count()).unwrap();
        let loose = finder.quote(&retyped, Hint { start: Some(start + lead), ..Hint::default() }).unwrap();
        prop_assert_eq!(finder.offsets().slice(&loose.range).unwrap(), own.trim());
        prop_assert_eq!(loose.range.start, start + lead);
    }
}
