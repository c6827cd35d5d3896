//! The entries of a lexicon that phrases point at.

use crate::VagueWord;

/// Which numbers may follow an adding word.
#[derive(Clone, Debug, Default)]
pub(crate) struct Takes(Vec<(i64, i64)>);

impl Takes {
    /// Reads ranges such as "1-99".
    pub fn parse(ranges: &[String]) -> Result<Takes, String> {
        let number = |text: &str| {
            text.parse::<i64>()
                .map_err(|_| format!("no number: {text}"))
        };
        ranges
            .iter()
            .map(|range| match range.split_once('-') {
                Some((first, last)) => Ok((number(first)?, number(last)?)),
                None => number(range).map(|only| (only, only)),
            })
            .collect::<Result<_, _>>()
            .map(Takes)
    }

    pub fn holds(&self, value: i64) -> bool {
        self.0
            .iter()
            .any(|&(first, last)| (first..=last).contains(&value))
    }
}

/// A number word that adds to what stands before it.
#[derive(Clone, Debug)]
pub(crate) struct Adding {
    pub value: i64,
    /// What may follow at once.
    pub takes: Takes,
    /// What may follow behind "and".
    pub joined: Takes,
    /// What else may follow behind "and" where all is written as one word ("vierundzwanzig").
    pub fused: Takes,
    /// Whether the word alone is too often something else ("one", "neuf") to count without a noun behind it.
    pub weak: bool,
    /// Whether it may stand behind the noun that it counts ("شخص واحد").
    pub behind: bool,
}

/// A number word that multiplies what stands before it.
#[derive(Clone, Debug)]
pub(crate) struct Scale {
    pub value: i64,
    /// What it may multiply.
    pub of: Takes,
    pub takes: Takes,
    pub joined: Takes,
    /// Whether it can stand without a number or an article before it.
    pub bare: bool,
    /// How many of it the word alone means: two of "ألفين".
    pub times: i64,
    /// Whether it is written against digits, and only there ("k", "bn").
    pub suffix: bool,
    /// Whether it counts only beside a currency ("m").
    pub money: bool,
    /// What "several" of it are.
    pub vague: Option<VagueWord>,
}

/// "between … and …".
#[derive(Clone, Debug)]
pub(crate) struct RangeStyle {
    /// Whether it begins with a word of its own.
    pub opened: bool,
    /// Whether a word such as "rose" before it makes two figures of it.
    pub change: bool,
    /// Whether it makes two figures without such a word ("von 9 auf 16").
    pub always: bool,
    /// Whether only neighbours make a range of it ("two or three").
    pub neighbours: bool,
}

/// A unit of measurement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unit {
    pub unit: String,
    pub code: Option<String>,
    /// Whether it stands before its number ("US$").
    pub before: bool,
}

/// A word of the measure vocabulary.
#[derive(Clone, Debug)]
pub(crate) struct MeasureWord {
    pub measure: String,
    pub severity: Option<String>,
    pub basis: Option<String>,
}

/// A body known by one name.
#[derive(Clone, Debug)]
pub(crate) struct KnownBody {
    pub kind: String,
    /// Whether it is written in capitals only, and nothing else is meant by it in small letters ("WHO").
    pub shouted: bool,
}

/// The end of compound words that name a body ("*ministerium").
#[derive(Clone, Debug)]
pub(crate) struct CompoundHead {
    pub ending: String,
    pub kind: String,
}
