//! What phrases can mean.

use serde::Deserialize;

use crate::{Qualifier, VagueWord};

/// A meaning of a phrase. A phrase may have several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sense {
    /// A number word that adds; an index into [`crate::lexicon::Lexicon::adding`].
    Add(usize),
    /// A number word that multiplies; an index into [`crate::lexicon::Lexicon::scales`].
    Scale(usize),
    /// A number with a fraction in one word ("anderthalb"); an index into [`crate::lexicon::Lexicon::fractional`].
    Fractional(usize),
    /// "about thirty" in one word ("trentaine").
    Collective(i64),
    /// "dozens"; whether it can stand without "of" or a word before it.
    Vague {
        word: VagueWord,
        scale: i64,
        alone: bool,
    },
    /// "several", before a scale or a vague word.
    VagueLead,
    /// "half a", before a scale.
    HalfBefore,
    /// "and a half".
    HalfAfter,
    /// "a": one, before a scale or a casualty.
    Article,
    /// "no": nought, before a casualty.
    Nought,
    /// A noun that says by its form that it means two ("قتيلان").
    Dual,
    /// "and" inside a number.
    Joiner,
    /// "of" inside a number ("tens of thousands") and before what is counted.
    Of,
    /// "minus".
    Negative,
    /// "virgule", before decimals in words.
    Point,
    /// A qualifier in front.
    Before(Qualifier),
    /// A qualifier behind.
    After(Qualifier),
    /// "between"; an index into [`crate::lexicon::Lexicon::ranges`].
    RangeOpen(usize),
    /// "and" after "between"; an index into [`crate::lexicon::Lexicon::ranges`].
    RangeMiddle(usize),
    /// A unit; an index into [`crate::lexicon::Lexicon::units`].
    Unit(usize),
    /// A word of the context that makes a number no figure, or a figure.
    Context(Context),
    /// What happened to those counted; an index into [`crate::lexicon::Lexicon::measures`].
    Measure { measure: usize, form: MeasureForm },
    /// How badly; an index into [`crate::lexicon::Lexicon::severities`].
    Severity(usize),
    /// Who is counted; an index into [`crate::lexicon::Lexicon::groups`].
    Group(usize),
    /// What the count covers; an index into [`crate::lexicon::Lexicon::countings`].
    Counting(usize),
    /// How it was counted; an index into [`crate::lexicon::Lexicon::bases`].
    Basis(usize),
}

/// Words that decide whether a number is a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Context {
    /// "January".
    Month,
    /// "May", which is a month only with a capital.
    CapitalMonth,
    /// "Monday".
    Day,
    /// "le": a small number behind it is a day.
    DayBefore,
    /// "years", "hours", also of age.
    Duration,
    /// "since", before a year; surely a year.
    YearBefore,
    /// "the", "of": perhaps a year.
    YearMaybe,
    /// "article", "flight": the number behind is a name.
    Label,
    /// "aged".
    AgeBefore,
    /// "alle", "à": what follows may be a clock time.
    ClockBefore,
    /// "a.m.", "o'clock".
    ClockAfter,
    /// "magnitude".
    Magnitude,
    /// "won", "beat": numbers joined by a hyphen are a score.
    Score,
    /// "thirds": makes a fraction of the number before.
    Fraction,
    /// "Street".
    Street,
    /// "rose": "from 9 to 16" is no range.
    Change,
    /// "was", "has been": what follows happened to the subject.
    Passive,
    /// "but", "while", "where": what follows is said of something else.
    Clause,
    /// Words that cannot be what is counted: "in", "the", "and", "were".
    Function,
    /// What ends a digit ordinal: "st", "ème".
    OrdinalSuffix,
    /// What is written against digits behind a hyphen and belongs to the number: "5-ти".
    NumberSuffix,
    /// "the", "this": "the one" is no number.
    Definite,
    /// "last", between a number and its "hours".
    Spell,
    /// "police", which before another noun says nothing of who is counted ("two police stations").
    Attributive,
    /// "h" in "14 h 30".
    ClockMiddle,
    /// "earlier", before a toll that is told as history.
    Recall,
}

/// How a measure's word stands to its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MeasureForm {
    /// A person or a case: "deaths", "blessés". Counts.
    Noun,
    /// "killed" behind those it happened to.
    Participle,
    /// "died".
    Verb,
    /// "killing", with those it happened to behind it.
    Active,
    /// "death toll", with the number somewhere behind it.
    Toll,
}
