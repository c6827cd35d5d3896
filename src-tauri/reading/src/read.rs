//! A text read: its statements, with who stands behind them and the figures in them.

use std::ops::Range;

use whatlang::{Detector, Lang};

use crate::lexicon::Lexicon;
use crate::quantity::Scan;
use crate::reader::Reader;
use crate::sense::Context;
use crate::{Hints, NumberReading, Rule};

/// How many characters of a text tell its language.
const SAMPLE: usize = 2_000;

/// A text as it is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The ISO 639-1 code of the language that it was read in; absent where none was given and none was found.
    pub language: Option<String>,
    /// In the order of their spans.
    pub statements: Vec<Draft>,
}

/// A statement as the text makes it, for a person to confirm. Spans are byte ranges of the text that was read; those of
/// speaker, source and place may lie outside of the statement's own, where the text carries them over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The sentence, or the quoted or reported clause.
    pub span: Range<usize>,
    /// How the words reach the reader.
    pub modality: Modality,
    /// The words that ascribe it: "selon les estimations de", "said".
    pub cue: Option<Range<usize>>,
    /// The person who says it, or an unnamed spokesperson.
    pub speaker: Option<Speaker>,
    /// The body said to have counted or said it.
    pub source: Option<Source>,
    /// Who passes it on, nearest to the source first.
    pub via: Vec<Source>,
    /// In a denial the body that denies, where it is not the source.
    pub denied_by: Option<Source>,
    /// In order.
    pub figures: Vec<Figure>,
    /// Why it was read so.
    pub rules: Vec<Rule>,
}

/// A person who speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The name, without title and role.
    pub span: Range<usize>,
    /// The words for what they are.
    pub role: Option<Range<usize>>,
}

/// A body that speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The shortest complete name, without preposition and article.
    pub span: Range<usize>,
    /// A word of the vocabulary `source_kind`.
    pub kind: String,
}

/// A number with what the text says that it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The number.
    pub number: NumberReading,
    /// What it counts. `part_of` is the place of the whole among the figures of the same statement.
    pub hints: Hints,
}

/// How the words of a statement reach the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Modality {
    /// In quotation marks, or behind a dash that opens a turn of speech.
    Direct,
    /// Reported.
    Indirect,
    /// A document or a count stands behind it.
    Document,
    /// Nobody is named.
    Unattributed,
}

impl Modality {
    /// The word for files and interfaces.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Modality::Direct => "direct",
            Modality::Indirect => "indirect",
            Modality::Document => "document",
            Modality::Unattributed => "unattributed",
        }
    }
}

/// Reads a text: `language` is its ISO 639-1 code, and is found out where it is not given. Of a language without a
/// lexicon figures in digits are read.
#[must_use]
pub fn read(text: &str, language: Option<&str>) -> Reading {
    let language = language
        .map(|code| code.split(['-', '_']).next().unwrap_or(code).to_lowercase())
        .or_else(|| detect(text).map(str::to_owned));
    let reader = Reader::for_language(language.as_deref().unwrap_or_default());
    Reading {
        statements: reader.statements(text),
        language,
    }
}

/// The likeliest of the languages that have a lexicon; none where the text has no letters of their scripts.
#[must_use]
pub fn detect(text: &str) -> Option<&'static str> {
    let known: Vec<(Lang, &'static str)> = Lexicon::codes()
        .filter_map(|code| Some((Lang::from_code(Lexicon::iso639_3(code)?)?, code)))
        .collect();
    let end = text
        .char_indices()
        .nth(SAMPLE)
        .map_or(text.len(), |(at, _)| at);
    let sample = text.get(..end)?;
    let detector = Detector::with_allowlist(known.iter().map(|&(lang, _)| lang).collect());
    let found = detector.detect(sample)?;
    let likely = known
        .iter()
        .find_map(|&(lang, code)| (lang == found.lang()).then_some(code))?;
    if found.is_reliable() {
        return Some(likely);
    }
    // A sentence has too few letters for their statistics: its small words say more.
    let small = |code: &str| small_words(sample, code);
    let mut best = (likely, small(likely));
    for (_, code) in known {
        let count = small(code);
        if count > best.1 {
            best = (code, count);
        }
    }
    Some(best.0)
}

/// How many words of a text are among those that a language's sentences do not go without.
fn small_words(text: &str, code: &str) -> usize {
    let scan = Scan::new(text, Lexicon::of(code));
    (0..scan.tokens.len())
        .filter(|&at| scan.context(at, Context::Function).is_some())
        .count()
}
