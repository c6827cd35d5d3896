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
    /// By what the text says who speaks.
    Cue(Cue),
    /// A word of reported speech.
    Speech(Speech),
    /// A word for a person.
    Person(Person),
    /// A word in or beside names.
    Name(NamePart),
    /// Begins or ends the name of a body; an index into [`crate::lexicon::Lexicon::kinds`].
    Head(usize),
    /// The same of words that do so only among capitals ("Times"); an index into [`crate::lexicon::Lexicon::kinds`].
    ProperHead(usize),
    /// Stands for a body of a kind that was named before ("the agency"); an index into [`crate::lexicon::Lexicon::kinds`].
    StandIn(usize),
    /// The whole name of a body; an index into [`crate::lexicon::Lexicon::bodies`].
    Body(usize),
    /// What a ministry is for; an index into [`crate::lexicon::Lexicon::kinds`].
    Field(usize),
    /// Stands beside a number that is a part of one told before.
    Part(Side),
}

/// How a phrase ties what is said to whoever says it. Of a phrase with several of these meanings the first that fits is
/// taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Cue {
    /// "according to": the one named behind it.
    According,
    /// "zufolge": the one named before it.
    AccordingAfter,
    /// "said": the one before it or behind it.
    Said,
    /// "insisted", "found": as `Said`, but only beside a quotation or before "that".
    Quoted,
    /// "announced" as a participle: said by the subject of an auxiliary, or by the one behind "by".
    SaidPast,
    /// "estimated": as `Said`, and a count stands behind it.
    Counted,
    /// The same as a participle.
    CountedPast,
    /// "announced by": the one behind it.
    By,
    /// "counted by": as `By`, and a count stands behind it.
    CountedBy,
    /// "denied": as `Said`, and what is said is that it is not so.
    Denied,
    /// The same as a participle.
    DeniedPast,
    /// "denied by": as `By`, and what is said is that it is not so.
    DeniedBy,
    /// "withdrew": as `Said`, and a figure of their own is taken back.
    Retracted,
    /// "para", "per": as `According`, but only at the head of a clause, right before the one named and a count.
    Opening,
    /// "citing": the one behind it says it, the one before it passes it on.
    Citing,
    /// "quoted by", "told": the one behind it passes it on.
    Relayed,
}

/// Words of reported speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Speech {
    /// "report", "toll": a document stands behind what is said.
    Documents,
    /// "claim", "number": what is denied of another.
    Claims,
    /// "that": what is said follows.
    That,
    /// "this": what the sentence before said.
    Anaphors,
    /// "he": the one who spoke last.
    Pronouns,
    /// "has", before a participle.
    Auxiliaries,
    /// "by", behind a participle.
    By,
    /// "who": stands for the one named before it.
    Who,
    /// "its": of the one named before it.
    Possessives,
    /// "press conference", "to the press": where something is said, and nobody who says it.
    Occasions,
    /// "if", "declined to": before a verb of saying, nothing is said.
    NotSaid,
}

/// Words for persons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Person {
    /// "mayor": what a person is.
    Roles,
    /// "spokeswoman": a role that speaks for a body.
    Spokespersons,
    /// "Mr": written before a name and no part of it.
    Titles,
    /// "deputy", "former": part of a role.
    Modifiers,
    /// "a security official": nobody is named.
    Officials,
    /// "witnesses".
    Witnesses,
    /// "his brother".
    Relatives,
}

/// Words in and beside names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum NamePart {
    /// "of": between a body's head, or a role, and what follows.
    Of,
    /// "at": between a role and its body.
    RoleOf,
    /// "provincial": may be part of a body's name though written in small letters.
    Adjectives,
    /// "without", "on": inside a body's name in small letters.
    Inside,
    /// "bin", "de": between the capitals of one name.
    Joins,
    /// "the": before a name and no part of it.
    Determiners,
    /// "in": before the name of a place.
    Places,
    /// "Monday": written large and no name.
    NotNames,
    /// A country or a capital, which speaks as its government.
    Countries,
}

/// Where a phrase stands that makes one number a part of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Side {
    /// "of whom": the part is behind, its whole before.
    Before,
    /// "of them", "alone": the part is before it.
    After,
    /// "of the", between a part and its whole.
    Between,
    /// "of the", before a whole with its part behind.
    Whole,
}

/// Words that decide whether a number is a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
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
    /// "against", which sets an older number or another's beside one.
    Versus,
    /// "could", "is feared": the number behind may become so.
    Projection,
    /// "that", "the figure of": what is denied.
    Claim,
    /// "city of": between "in" and the name of a place.
    PlaceKind,
    /// "with": adds a number to the one before.
    With,
    /// "leaving", "faisant": the casualties behind are others than those before.
    Cause,
    /// "number of": what is counted follows.
    NumberOf,
    /// "by": who did it follows.
    Agent,
    /// "houses": no persons.
    Thing,
    /// "are", between a number and what those are that it counts: "six of them are officials".
    Copula,
    /// "of whom": begins a clause that has its own verb.
    Relative,
    /// "and not", right before a number: it is not so.
    Contrast,
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
    /// "lost", with persons behind it.
    Loss,
    /// "death toll", with the number somewhere behind it.
    Toll,
}
