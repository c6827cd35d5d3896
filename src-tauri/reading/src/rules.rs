//! Why a statement was read as it was, in words.

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

    /// The rule in plain words, with the words of `text` that it rests on.
    #[must_use]
    pub fn told(&self, text: &str) -> String {
        let words = text.get(self.words.clone()).unwrap_or_default();
        match self.why {
            Why::According => format!("“{words}” names the source behind it"),
            Why::SubjectBefore => format!("whoever stands before “{words}” says it"),
            Why::SubjectBehind => format!("whoever stands behind “{words}” says it"),
            Why::By => format!("“{words}” names behind it who says it"),
            Why::NoSubject => {
                format!("“{words}” tells that something is said, and nobody is named")
            }
            Why::Document => format!("“{words}”: a document or a count stands behind it"),
            Why::Quotation => format!("quotation marks or a dash: {words}"),
            Why::QuotationGoesOn => "the quotation before goes on: the same speaker".to_owned(),
            Why::Spokesperson => format!("“{words}” speaks for a body: the body is the source"),
            Why::Role => format!("“{words}” is what the speaker is"),
            Why::BodyByName(kind) => format!("“{words}” is a known body ({kind})"),
            Why::BodyByHead(kind) => {
                format!("“{words}” is a body by its first or last word ({kind})")
            }
            Why::Unnamed(kind) => format!("“{words}” has no name ({kind})"),
            Why::Country => format!("“{words}”: a country that speaks is its government"),
            Why::Pronoun => format!("“{words}” is the one who spoke last"),
            Why::ShortName => format!("“{words}” is short for a name given before"),
            Why::Carried => {
                format!("nobody else is named: “{words}” of the sentence before still speaks")
            }
            Why::NextSentence => format!("the sentence behind says whose it is: “{words}”"),
            Why::PassedOn => format!("“{words}” passes it on"),
            Why::Cited => format!("“{words}” is cited"),
            Why::Denied => format!("“{words}”: the number is denied"),
            Why::Retracted => format!("“{words}”: the number is taken back"),
        }
    }
}
