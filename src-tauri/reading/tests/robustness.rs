//! Any text may come: nothing panics, every span lies in the text on character boundaries, and the work grows with
//! the text and no faster.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

use std::ops::Range;
use std::time::{Duration, Instant};

use onrecord_reading::{Amount, Qualifier, Reader, bounds, read, sentences};
use proptest::prelude::*;

const LANGUAGES: [&str; 9] = ["en", "fr", "de", "es", "it", "pt", "ru", "ar", "xx"];

fn lies_in(text: &str, span: &Range<usize>) -> bool {
    span.start < span.end && text.get(span.clone()).is_some()
}

fn check(text: &str) {
    for language in LANGUAGES {
        let reader = Reader::for_language(language);
        let mut end = 0;
        for reading in reader.numbers(text) {
            assert!(lies_in(text, &reading.span) && reading.span.start >= end);
            end = reading.span.end;
            assert!(
                reading.low.is_none()
                    || reading.high.is_none()
                    || reading.low <= reading.high
                    || reading.point.is_some()
            );
        }
        let figures = reader.figures(text);
        for (at, (reading, hints)) in figures.iter().enumerate() {
            assert!(lies_in(text, &reading.span));
            for span in hints.counted.iter().chain(&hints.place) {
                assert!(lies_in(text, span));
            }
            let whole = |part: usize| part != at && part < figures.len();
            assert!(hints.part_of.is_none_or(whole));
        }
        if let Some(reading) = reader.read_figure(text) {
            assert!(lies_in(text, &reading.span));
        }
        let mut end = 0;
        for span in sentences(text, language) {
            assert!(lies_in(text, &span) && span.start >= end);
            assert_eq!(text[end..span.start].trim(), "");
            end = span.end;
        }
        assert_eq!(text[end..].trim(), "");
    }
}

/// Every span of a reading is a piece of the text, and its parts are in order.
fn check_statements(text: &str) {
    for language in LANGUAGES {
        let mut start = 0;
        for draft in read(text, Some(language)).statements {
            assert!(lies_in(text, &draft.span) && draft.span.start >= start);
            start = draft.span.start;
            let speaker = draft.speaker.iter();
            let named = speaker.flat_map(|speaker| [Some(&speaker.span), speaker.role.as_ref()]);
            let sources = draft
                .source
                .iter()
                .chain(&draft.via)
                .chain(&draft.denied_by);
            let spans = named.chain(sources.map(|source| Some(&source.span)));
            assert!(
                spans
                    .chain([draft.cue.as_ref()])
                    .flatten()
                    .all(|span| lies_in(text, span))
            );
            let mut before = draft.span.start;
            for (index, figure) in draft.figures.iter().enumerate() {
                let span = &figure.number.span;
                assert!(lies_in(text, span) && before <= span.start && span.end <= draft.span.end);
                assert!(
                    figure
                        .hints
                        .place
                        .as_ref()
                        .is_none_or(|place| lies_in(text, place))
                );
                // "31 of the 54 passengers": the whole may follow its part.
                let whole = |part: usize| part != index && part < draft.figures.len();
                assert!(figure.hints.part_of.is_none_or(whole));
                before = span.end;
            }
            assert!(
                draft
                    .rules
                    .iter()
                    .all(|rule| text.get(rule.words.clone()).is_some())
            );
        }
    }
}

/// Texts made of what the readers look for.
fn newsy() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "18",
        "1 300",
        "1,300.5",
        "٣",
        "2022",
        "09/01",
        "-",
        "–",
        "+",
        "$",
        "%",
        "million",
        "hundred",
        "and",
        "et",
        "de",
        "d'",
        "au moins",
        "at least",
        "between",
        "entre",
        "двадцать",
        "тысяч",
        "до",
        "وثلاثة",
        "ألف و",
        "قتيلين",
        "و",
        "to",
        "à",
        "dozens",
        "des dizaines",
        "une",
        "a",
        "no",
        "aucun",
        "killed",
        "blessés",
        "soldiers",
        "policiers",
        "was",
        "M.",
        "U.S.",
        "«",
        "»",
        "\"",
        ".",
        "?",
        "\n",
        "\n\n",
        "\u{202F}",
        "\u{AD}",
        "é",
        "e\u{301}",
        "😀",
        "\u{200F}",
        "h",
        "k",
        "m",
        "half",
        "demi-",
        "quatre-vingt",
        "dix",
        "January",
        "mai",
        "vierundzwanzig",
        "zwei-",
        "bis",
        "duecento",
        "mila",
        "decenas",
        "said",
        "according to",
        "selon",
        "a déclaré",
        "the ministry of",
        "ONU",
        "spokesman",
        "Ana",
        "Sol",
        "he",
        "denied",
        "citing",
        "“",
        "”",
        "'",
        ",",
        "—",
        ":",
        "قالت",
        "وزارة",
    ]);
    prop::collection::vec(
        (pieces, prop::sample::select(vec!["", " ", "\u{A0}"])),
        0..40,
    )
    .prop_map(|pieces| {
        pieces
            .into_iter()
            .map(|(piece, gap)| format!("{piece}{gap}"))
            .collect()
    })
}

#[test]
fn texts_that_once_went_wrong() {
    for text in ["18%des dizaines", "1 1 1 1", "«", "\u{301}1"] {
        check(text);
    }
    check_statements("a déclaré 1,300.5 a déclaré«");
}

proptest! {
    #[test]
    fn any_text(text in any::<String>()) {
        check(&text);
        check_statements(&text);
    }

    #[test]
    fn any_news(text in newsy()) {
        check(&text);
        check_statements(&text);
    }

    #[test]
    fn whole_numbers_come_back(number in 0_i64..=1_000_000_000_000) {
        let reading = Reader::for_language("fr").read_figure(&number.to_string()).unwrap();
        prop_assert_eq!(reading.point, Some(Amount::from(number)));
    }

    #[test]
    fn bounds_hold_the_number_unless_they_leave_it_out(number in 1_i64..=1_000_000_000, which in 0_usize..8) {
        let qualifier = Qualifier::ALL.into_iter().filter(|q| *q != Qualifier::Between).nth(which).unwrap();
        let point = Amount::from(number);
        let found = bounds(qualifier, Some(point), true).unwrap();
        prop_assert_eq!(found.low.is_some(), qualifier.states_low());
        prop_assert_eq!(found.high.is_some(), qualifier.states_high());
        let inside = found.low.is_none_or(|low| low <= point) && found.high.is_none_or(|high| point <= high);
        let leaves_out = matches!(qualifier, Qualifier::MoreThan | Qualifier::LessThan | Qualifier::Nearly);
        prop_assert_eq!(inside, !leaves_out);
    }
}

/// The quickest of a few runs.
fn time(text: &str) -> Duration {
    let run = || {
        let start = Instant::now();
        for language in ["en", "fr", "de"] {
            let reader = Reader::for_language(language);
            let found = reader.numbers(text).len() + reader.figures(text).len();
            assert!(read(text, Some(language)).statements.len() <= text.len());
            assert!(found + sentences(text, language).len() < text.len() + 3);
        }
        start.elapsed()
    };
    (0..2).map(|_| run()).min().unwrap()
}

#[test]
fn ten_times_the_text_takes_about_ten_times_as_long() {
    for piece in [
        "9",
        "1 ",
        "1 234 ",
        "1-",
        "\"",
        "« ",
        "at least ",
        "two hundred and ",
        "(. ",
        "A.",
        "a. ",
        "10 to ",
        "half a ",
        "1,",
        "killed 1 ",
        "including 1 and ",
        "of the 1 ",
        "1 in Marsa, ",
        "denied that 1 ",
        "between 1 % and ",
        "un virgule ",
        "cent et ",
        "zwei",
        "und",
        "von 9 auf ",
        "“9 said ” ",
        "Ana said 9, ",
        "the ministry of ",
        "\n",
    ] {
        let (small, large) = (
            piece.repeat(2_000 / piece.len()),
            piece.repeat(20_000 / piece.len()),
        );
        // Were the work to grow with the square, it would take a hundred times as long, however busy the machine.
        let linear = || time(&large) < time(&small) * 40 + Duration::from_millis(50);
        assert!((0..3).any(|_| linear()), "{piece:?}");
    }
}

#[test]
fn ten_times_the_bodies_take_about_ten_times_as_long() {
    let named = |count: usize| -> String {
        let letter = |n: usize| char::from(b'a' + u8::try_from(n % 26).unwrap());
        let name = |n: usize| format!("Mar{}{}{}", letter(n), letter(n / 26), letter(n / 676));
        (0..count)
            .map(|n| {
                format!(
                    "The {} Ministry of Health said 12 people died.\n\n",
                    name(n)
                )
            })
            .collect()
    };
    let (small, large) = (named(200), named(2_000));
    let linear = || time(&large) < time(&small) * 40 + Duration::from_millis(50);
    assert!((0..3).any(|_| linear()));
}
