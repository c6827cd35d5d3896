//! Why a statement was read as it was.

use std::ops::Range;

/// A rule that had a part in a draft, with the words of the text that it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    pub(crate) why: Why,
    /// The bytes of the words; empty where it rests on none.
    pub words: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    According,
    SubjectBefore,
    SubjectBehind,
    By,
    NoSubject,
    Document,
    Quotation,
    QuotationGoesOn,
    Spokesperson,
    Role,
    BodyByName(&'static str),
    BodyByHead(&'static str),
    Unnamed(&'static str),
    Country,
    Pronoun,
    ShortName,
    Carried,
    NextSentence,
    PassedOn,
    Cited,
    Denied,
    Retracted,
}

impl Rule {
    pub(crate) fn new(why: Why, words: Range<usize>) -> Rule {
        Rule { why, words }
    }

    /// The name of the rule, by which a catalogue words it.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self.why {
            Why::According => "according",
            Why::SubjectBefore => "subject_before",
            Why::SubjectBehind => "subject_behind",
            Why::By => "by",
            Why::NoSubject => "no_subject",
            Why::Document => "document",
            Why::Quotation => "quotation",
            Why::QuotationGoesOn => "quotation_goes_on",
            Why::Spokesperson => "spokesperson",
            Why::Role => "role",
            Why::BodyByName(_) => "body_by_name",
            Why::BodyByHead(_) => "body_by_head",
            Why::Unnamed(_) => "unnamed",
            Why::Country => "country",
            Why::Pronoun => "pronoun",
            Why::ShortName => "short_name",
            Why::Carried => "carried",
            Why::NextSentence => "next_sentence",
            Why::PassedOn => "passed_on",
            Why::Cited => "cited",
            Why::Denied => "denied",
            Why::Retracted => "retracted",
        }
    }

    /// The source kind that an entry of the lexicon gave, where one did.
    #[must_use]
    pub fn kind(&self) -> Option<&'static str> {
        match self.why {
            Why::BodyByName(kind) | Why::BodyByHead(kind) | Why::Unnamed(kind) => Some(kind),
            _ => None,
        }
    }
}
