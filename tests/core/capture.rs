//! Files become articles: canonical text, blocks, what pages say of themselves, and what is refused.

use onrecord_core::capture::text::{TITLE_MAX, canonical};
use onrecord_core::capture::{
    Block, BlockKind, CaptureError, Captured, Direction, MAX_TEXT, capture, capture_pasted,
    sha256_hex,
};
use proptest::prelude::*;
use unicode_normalization::is_nfc;

fn plain(text: &str) -> Captured {
    capture(text.as_bytes(), "notes.txt").unwrap()
}

/// The blocks of an article as `kind: words`.
fn shown(article: &Captured) -> Vec<String> {
    let chars: Vec<char> = article.text.chars().collect();
    let words = |block: &Block| {
        chars[block.start as usize..block.end as usize]
            .iter()
            .collect::<String>()
    };
    article
        .blocks
        .iter()
        .map(|block| format!("{}: {}", block.kind.as_str(), words(block)))
        .collect()
}

fn fixture(name: &str) -> Captured {
    let path =
        concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/capture/").to_owned() + name;
    capture(&std::fs::read(path).unwrap(), name).unwrap()
}

#[test]
fn texts_in_their_one_form() {
    for (raw, text) in [
        ("a\r\nb\rc\n", "a\nb\nc"),
        ("\u{FEFF}a", "a"),
        ("a\n\n\n \t\nb", "a\n\nb"),
        ("\n\n  a", "  a"),
        ("a  \nb\u{A0}\n", "a\nb"),
        ("a\tb\t\tc", "a b  c"),
        ("a\u{7}b\u{85}c\u{B}d\0", "abcd"),
        ("a\u{2028}b\u{2029}c", "a\nb\nc"),
        ("a\u{2028}\u{2029}b", "a\n\nb"),
        ("e\u{301}", "é"),
        ("e\u{7}\u{301}", "é"),
        (
            "می\u{200C}شود \u{200F}x\u{AD}y 1\u{202F}300\u{3000}!",
            "می\u{200C}شود \u{200F}x\u{AD}y 1\u{202F}300\u{3000}!",
        ),
        ("a\u{FEFF}b", "a\u{FEFF}b"),
        ("\n \n\u{FEFF}\u{FEFF}a", "a"),
        ("\u{FEFF}\n\u{FEFF} a", " a"),
    ] {
        assert_eq!(canonical(raw), text, "{raw:?}");
    }
}

#[test]
fn blocks_and_title_of_plain_text() {
    let article = plain("Ferry hits pier\n\nAt least 12 hurt,\nsays the harbour.\n\nMore later.\n");
    assert_eq!(article.title, "Ferry hits pier");
    assert_eq!(
        shown(&article),
        [
            "title: Ferry hits pier",
            "paragraph: At least 12 hurt,\nsays the harbour.",
            "paragraph: More later."
        ]
    );
    assert_eq!(article.media_type, "text/plain");
    assert_eq!(article.text_sha256, sha256_hex(article.text.as_bytes()));
}

#[test]
fn a_first_block_that_is_no_title_leaves_it_to_the_file() {
    let long = "é".repeat(TITLE_MAX + 1);
    for text in ["Two\nlines\n\nMore", &long] {
        let article = capture(text.as_bytes(), "some/where/a text.fr.txt").unwrap();
        assert_eq!(article.title, "a text.fr.txt");
        assert_eq!(article.blocks[0].kind, BlockKind::Paragraph);
    }
    let exactly = "é".repeat(TITLE_MAX);
    assert_eq!(plain(&exactly).title, exactly);
}

#[test]
fn pasted_text_is_named_by_its_first_words() {
    let long = "word ".repeat(100);
    assert_eq!(capture_pasted("A line\n\nmore").unwrap().title, "A line");
    assert_eq!(capture_pasted("Two\nlines").unwrap().title, "Two…");
    let title = capture_pasted(&long).unwrap().title;
    assert!(
        title.ends_with("word…") && title.chars().count() <= 81,
        "{title}"
    );
    assert_eq!(capture_pasted(" \n\u{A0}"), Err(CaptureError::Empty));
}

#[test]
fn bad_input_is_refused_by_its_reason() {
    for blank in ["", "\n", " \t\r\n\u{A0}", "\u{FEFF}", "\u{7}\n"] {
        assert_eq!(
            capture(blank.as_bytes(), "a.txt"),
            Err(CaptureError::Empty),
            "{blank:?}"
        );
    }
    assert_eq!(
        capture(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "a.txt"),
        Err(CaptureError::NotText)
    );
    assert_eq!(
        capture(b"%PDF-1.4 ...", "a.pdf"),
        Err(CaptureError::NotText)
    );
    assert_eq!(
        capture("a bless\u{e9}".as_bytes().split_last().unwrap().1, "a.md"),
        Err(CaptureError::InvalidUtf8 { offset: 7 })
    );
    assert_eq!(
        capture(b"\xFE\xFF\0a", "a.txt"),
        Err(CaptureError::NotUtf8 {
            encoding: "UTF-16BE"
        })
    );
    assert_eq!(
        capture(b"<html><script>x</script>", "a.html"),
        Err(CaptureError::Empty)
    );
    let large = vec![b'a'; MAX_TEXT + 1];
    assert_eq!(
        capture(&large, "a.txt"),
        Err(CaptureError::TooLarge {
            size: MAX_TEXT + 1,
            limit: MAX_TEXT
        })
    );
    assert_eq!(capture(&large[1..], "a.txt").unwrap().text.len(), MAX_TEXT);
}

#[test]
fn a_page_with_all_it_can_say() {
    let article = fixture("ferry.html");
    assert_eq!(article.media_type, "text/html");
    assert_eq!(
        article.title,
        "Ferry hits pier at Saltmouth, at least 12 hurt"
    );
    assert_eq!(article.outlet.as_deref(), Some("The Saltmouth Courier"));
    assert_eq!(article.authors, ["Ada Quill", "Tom Reed"]);
    assert_eq!(
        article.url.as_deref(),
        Some("https://courier.example/2021/ferry-hits-pier")
    );
    assert_eq!(article.language.as_deref(), Some("en"));
    assert_eq!(
        article.published_at.as_deref(),
        Some("2021-03-04T18:20:00+00:00")
    );
    assert_eq!(
        shown(&article),
        [
            "title: Ferry hits pier at Saltmouth, at least 12 hurt",
            "paragraph: At least 12 people were hurt on Thursday when the evening ferry ran into the pier of Saltmouth, the \
             harbour office said, adding that the count was not final and that some of the passengers had gone home by \
             themselves.",
            "paragraph: The ambulance service spoke of 15, “three of them badly”, and said that all of them had been brought \
             to the county hospital by nine o’clock.\nThe hospital did not answer questions.",
            "heading: What is known",
            "list_item: The ferry had 84 passengers and a crew of 6, according to its owner, Northquay Lines.",
            "list_item: Nobody is missing, said the coastguard, which had searched the water with two boats until midnight.",
            "quote: It came in far too fast, and nobody at the rail could understand why, said a passenger, Mara Finch.",
            "paragraph: Source\nHurt",
            "paragraph: Harbour office\n12\n300",
            "paragraph: The pier stays closed\u{A0}until Monday, and the harbour office has asked those who filmed the \
             accident to send in what they have, since its own camera had been out of order for a week.",
        ]
    );
}

#[test]
fn an_old_page_in_latin_1() {
    let article = fixture("incendie.html");
    assert_eq!(article.title, "Incendie du marché");
    assert_eq!(article.authors, ["Jeanne Vautrin"]);
    assert_eq!(
        article.published_at.as_deref(),
        Some("2020-11-02T07:15:00+01:00")
    );
    assert_eq!(article.language.as_deref(), Some("fr"));
    assert_eq!(
        article.url.as_deref(),
        Some("https://gazette.example/incendie")
    );
    assert_eq!(
        shown(&article),
        [
            "title: Incendie du marché",
            "paragraph: Vingt personnes ont été évacuées lundi matin, a indiqué la préfecture.",
            "paragraph: Aucun blessé n'a été signalé.",
        ]
    );
}

#[test]
fn markdown_without_its_signs() {
    let article = fixture("ferry.md");
    assert_eq!(article.media_type, "text/markdown");
    assert_eq!(article.title, "Ferry hits pier at Saltmouth");
    assert_eq!(article.published_at.as_deref(), Some("2021-03-04"));
    assert_eq!(article.authors, ["Ada Quill", "Tom Reed"]);
    assert_eq!(article.outlet.as_deref(), Some("The Saltmouth Courier"));
    assert_eq!(
        article.url.as_deref(),
        Some("https://courier.example/ferry")
    );
    assert_eq!(article.language.as_deref(), Some("en"));
    assert_eq!(
        shown(&article),
        [
            "title: Ferry hits pier at Saltmouth",
            "paragraph: At least 12 people were hurt on Thursday when the evening ferry ran into the pier.\n\
             The harbour office said so.",
            "heading: What is known",
            "list_item: The ferry had 84 passengers.",
            "list_item: Nobody is missing:",
            "list_item: the coastguard had searched until midnight.",
            "quote: It came in far too fast, said a passenger.",
            "paragraph: Source\nHurt",
            "paragraph: Harbour office\n12",
            "paragraph: Raw page words.",
            "paragraph: The pier stays closed.",
        ]
    );
}

#[test]
fn markdown_titles() {
    let title = |source: &str| capture(source.as_bytes(), "a.md").unwrap().title;
    assert_eq!(title("# A *title*\n\nText"), "A title");
    assert_eq!(title("A first line\n\nText"), "A first line");
    assert_eq!(
        title("---\n\nA rule, not a front matter\n\n---\n\nText"),
        "A rule, not a front matter"
    );
    assert_eq!(
        title("---\ntitle: A title\n---\n\n# A title\n\nText"),
        "A title"
    );
}

#[test]
fn pages_without_an_article_give_their_body() {
    let article = capture(b"<html><body>Only <b>these</b> words.", "a.htm").unwrap();
    assert_eq!(article.text, "Only these words.");
    assert_eq!(article.title, "Only these words.");
    let unnamed = capture(b"<!DOCTYPE html><p>One.<p>Two.", "page").unwrap();
    assert_eq!(
        (unnamed.media_type, unnamed.text.as_str()),
        ("text/html", "One.\n\nTwo.")
    );
}

#[test]
fn right_to_left_pages() {
    let page = "<html lang=ar><h1>حريق في السوق</h1><p>قُتل عشرة أشخاص، بحسب وزارة الصحة.</p>";
    let article = capture(page.as_bytes(), "a.html").unwrap();
    assert_eq!(
        (article.direction, article.language.as_deref()),
        (Direction::Rtl, Some("ar"))
    );
}

#[test]
fn pages_that_nest_without_end_are_read_all_the_same() {
    let page = format!("<html><body>{}deep", "<div>".repeat(2_000));
    assert_eq!(capture(page.as_bytes(), "a.html").unwrap().text, "deep");
}

proptest! {
    #[test]
    fn canonical_text_is_canonical(raw in "[\\PC\r\n\t\u{7}\u{85}\u{2028}\u{FEFF}\u{301}\u{A0}ae ]{0,60}") {
        let text = canonical(&raw).into_owned();
        prop_assert_eq!(canonical(&text), text.as_str());
        prop_assert!(is_nfc(&text));
        let begins_well = !text.starts_with(['\n', '\u{FEFF}']);
        prop_assert!(begins_well && !text.contains("\n\n\n"));
        prop_assert!(!text.ends_with(char::is_whitespace));
        prop_assert!(text.lines().all(|line| line.trim_end() == line));
        let gone = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{2028}' | '\u{2029}');
        prop_assert!(!text.contains(gone));
    }

    #[test]
    fn blocks_cover_the_text(raw in "[a-zé\n ]{0,60}", name in "(a.txt|a.md|a.html)") {
        if let Ok(article) = capture(raw.as_bytes(), &name) {
            let chars: Vec<char> = article.text.chars().collect();
            let mut end = 0;
            for (i, block) in article.blocks.iter().enumerate() {
                prop_assert_eq!(block.start, if i == 0 { 0 } else { end + 2 });
                prop_assert!(block.end > block.start);
                if i > 0 {
                    prop_assert_eq!(&chars[end as usize..block.start as usize], &['\n', '\n']);
                }
                end = block.end;
            }
            prop_assert_eq!(end as usize, chars.len());
            prop_assert_eq!(canonical(&article.text), article.text.as_str());
        }
    }

    #[test]
    fn no_bytes_break_it(bytes in proptest::collection::vec(any::<u8>(), 0..200), name in "(a|a.txt|a.md|a.html)") {
        let _ = capture(&bytes, &name);
    }

    #[test]
    fn no_markup_breaks_it(source in "(<|</|>|p|div|br|li|table|td|h1|pre|script|!--|meta|\"| |é|a|\n|#|-|\\*|>|\\||`){0,60}") {
        for name in ["a.html", "a.md"] {
            if let Ok(article) = capture(source.as_bytes(), name) {
                prop_assert_eq!(canonical(&article.text), article.text.as_str());
            }
        }
    }
}
