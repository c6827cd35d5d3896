//! What each language promises: numbers with their bounds, what is counted and what happened, and what is no figure.
#![allow(clippy::unwrap_used, clippy::string_slice, clippy::panic)]

mod arabic;
mod english;
mod french;
mod german;
mod italian;
mod portuguese;
mod russian;
mod spanish;

use onrecord_reading::{Amount, Hints, NumberReading, Reader, Stance, read};

/// "qualifier low..high", with the unit where it is no count.
fn reading(reading: &NumberReading) -> String {
    let end = |amount: Option<Amount>| amount.map(|amount| amount.to_string()).unwrap_or_default();
    let vague = if reading.vague { " vague" } else { "" };
    let unit = match (reading.unit.as_str(), &reading.unit_code) {
        ("count", _) => String::new(),
        (unit, Some(code)) => format!(" {unit}:{code}"),
        (unit, None) => format!(" {unit}"),
    };
    format!(
        "{} {}..{}{vague}{unit}",
        reading.qualifier,
        end(reading.low),
        end(reading.high)
    )
}

/// The measure with its severity, the group, and the counting and basis where the text says so.
fn hints(hints: &Hints) -> String {
    let recalled = (hints.stance != Stance::Asserts).then(|| hints.stance.as_str().to_owned());
    [
        &hints.measure,
        &hints.severity,
        &hints.group,
        &hints.counting,
        &hints.basis,
        &recalled,
    ]
    .into_iter()
    .flatten()
    .cloned()
    .collect::<Vec<_>>()
    .join(" ")
}

/// Checks the words of figures by themselves.
fn check_figures(language: &str, cases: &[(&str, &str)]) {
    let reader = Reader::for_language(language);
    for (text, expected) in cases {
        let found = reader
            .read_figure(text)
            .unwrap_or_else(|| panic!("no number in {text}"));
        assert_eq!(reading(&found), *expected, "{text}");
        assert_eq!(&text[found.span], *text);
    }
}

/// Checks every figure of texts, as "words = hints".
fn check_texts(language: &str, cases: &[(&str, &[&str])]) {
    let reader = Reader::for_language(language);
    for (text, expected) in cases {
        let found: Vec<String> = reader
            .figures(text)
            .iter()
            .map(|(reading, of)| format!("{} = {}", &text[reading.span.clone()], hints(of)))
            .collect();
        assert_eq!(found, *expected, "{text}");
    }
}

/// Checks that none of the numbers of the texts counts anything.
fn check_nothing(language: &str, texts: &[&str]) {
    for text in texts {
        check_texts(language, &[(text, &[])]);
    }
}

/// Checks who speaks in texts of one statement: "speaker; source = kind; via …; modality", as far as there are such.
fn check_voices(language: &str, cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        let reading = read(text, Some(language));
        let [draft] = reading.statements.as_slice() else {
            panic!("{} statements in {text}", reading.statements.len());
        };
        let words = |span: &std::ops::Range<usize>| text[span.clone()].to_owned();
        let named = |span, kind: &str| format!("{} = {kind}", words(span));
        let speaker = draft.speaker.iter().map(|speaker| words(&speaker.span));
        let source = draft
            .source
            .iter()
            .map(|source| named(&source.span, &source.kind));
        let via = draft
            .via
            .iter()
            .map(|via| format!("via {}", words(&via.span)));
        let modality = std::iter::once(draft.modality.as_str().to_owned());
        let found: Vec<String> = speaker.chain(source).chain(via).chain(modality).collect();
        assert_eq!(found.join("; "), *expected, "{text}");
    }
}

/// "…, les syndicats 30 000": whoever is named before a figure alone does what the verb before says.
#[test]
fn a_second_source_needs_no_verb() {
    for (language, text, second) in [
        (
            "fr",
            "La préfecture a compté 12 000 manifestants, les syndicats 30 000.",
            "les syndicats 30 000.",
        ),
        (
            "en",
            "The ministry reported 12 deaths, the opposition at least 40.",
            "the opposition at least 40.",
        ),
        (
            "it",
            "La questura ha contato 1.200 manifestanti, i sindacati 3.000.",
            "i sindacati 3.000.",
        ),
    ] {
        let found = onrecord_reading::read(text, Some(language));
        let spans: Vec<_> = found
            .statements
            .iter()
            .map(|draft| &text[draft.span.clone()])
            .collect();
        assert_eq!(spans.last().copied(), Some(second), "{spans:?}");
        let sources: Vec<_> = found
            .statements
            .iter()
            .filter_map(|draft| draft.source.as_ref())
            .map(|source| &text[source.span.clone()])
            .collect();
        assert_eq!(sources.len(), 2, "{text}: {sources:?}");
        assert_ne!(sources.first(), sources.last());
    }
}

/// "Crue du Sorn : …": what a headline is about says nothing.
#[test]
fn a_headline_names_its_subject_or_its_source() {
    for (language, text, speaks) in [
        ("fr", "Crue du Sorn : la réunion des préfets avancée", false),
        ("en", "Belm Valley Flood: 12 dead", false),
        ("fr", "Préfecture : 12 morts à Belm", true),
        ("en", "Police: 12 dead in Belm", true),
    ] {
        let found = onrecord_reading::read(text, Some(language));
        let mut drafts = found.statements.iter();
        let said = drafts.any(|draft| draft.source.is_some() || draft.speaker.is_some());
        assert_eq!(said, speaks, "{text}");
    }
}
