//! Why a claim is not recorded. Closed, with parameters; the words for people stand in the catalogue as `refusal.CODE`.

use serde::Serialize;
use serde_json::{Map, Value};
use thiserror::Error;

/// Why one claim is refused. The claims beside it are not touched by that.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Refusal {
    /// The line is not UTF-8.
    #[error("invalid UTF-8 at byte {offset}")]
    NotUtf8 {
        /// The first wrong byte of the line, from 0.
        offset: usize,
    },
    /// The line is not JSON.
    #[error("not JSON at column {column}")]
    NotJson {
        /// Where reading stopped, in bytes from 1.
        column: usize,
    },
    /// The line is JSON, but not an object.
    #[error("not an object")]
    NotAnObject,
    /// A quote of a CSV cell is never closed; what follows cannot be read.
    #[error("unclosed quote")]
    UnclosedQuote,
    /// The row has more cells than the header.
    #[error("{cells} cells where the header has {columns}")]
    TooManyCells {
        /// Cells of the row.
        cells: usize,
        /// Columns of the header.
        columns: usize,
    },
    /// A key that no claim has.
    #[error("unknown key {key}")]
    UnknownKey {
        /// The key, with the object it stands in: `figures.colour`.
        key: String,
    },
    /// A key stands twice, or together with another name for the same.
    #[error("key {key} given twice")]
    KeyTwice {
        /// The key.
        key: String,
    },
    /// A key that a claim must have is absent.
    #[error("{key} is missing")]
    MissingKey {
        /// The key.
        key: String,
    },
    /// The value is of another kind than the key wants.
    #[error("{key} wants a {wanted}")]
    WrongType {
        /// The key.
        key: String,
        /// `text`, `number`, `flag`, `list` or `object`.
        wanted: &'static str,
    },
    /// The text is no plain decimal of at most 28 digits.
    #[error("{key}: {value} is not a plain decimal")]
    NotANumber {
        /// The key.
        key: String,
        /// What stands there.
        value: String,
    },
    /// The text is no date.
    #[error("{key}: {value} is not a date")]
    NotADate {
        /// The key.
        key: String,
        /// What stands there.
        value: String,
    },
    /// The word is in no vocabulary, neither the program's nor the project's.
    #[error("{vocabulary}: {word} is unknown")]
    UnknownWord {
        /// The vocabulary.
        vocabulary: &'static str,
        /// What stands there.
        word: String,
    },
    /// The figure names no number, and none can be read from its words.
    #[error("no number in {text:?}")]
    NoNumber {
        /// The figure's words.
        text: String,
    },
    /// An exact figure whose bounds differ.
    #[error("exact from {low} to {high}")]
    ExactDiffers {
        /// Its low bound.
        low: String,
        /// Its high bound.
        high: String,
    },
    /// The low bound is above the high one.
    #[error("from {low} to {high}")]
    LowAboveHigh {
        /// The low bound.
        low: String,
        /// The high bound.
        high: String,
    },
    /// The qualifier states a bound that the figure does not have.
    #[error("{qualifier} without {bound}")]
    BoundMissing {
        /// The qualifier.
        qualifier: &'static str,
        /// `low` or `high`.
        bound: &'static str,
    },
    /// No article of the project is meant by it.
    #[error("no article {article}")]
    ArticleUnknown {
        /// How the claim names it.
        article: String,
    },
    /// Several articles are meant by it.
    #[error("several articles {article}")]
    ArticleAmbiguous {
        /// How the claim names it.
        article: String,
        /// Their ids.
        candidates: Vec<String>,
    },
    /// The quote is not in its article.
    #[error("the quote is not in the article")]
    QuoteNotFound {
        /// The quote.
        quote: String,
        /// The article's title.
        article: String,
    },
    /// The figure's words are not in the quote.
    #[error("the figure's words are not in the quote")]
    FigureTextNotFound {
        /// The words.
        text: String,
    },
    /// A name that two entries of the register match equally well.
    #[error("{name} names several")]
    NameAmbiguous {
        /// `source`, `speaker`, `event` or `place`.
        noun: &'static str,
        /// The name.
        name: String,
        /// The names of the entries that match, each with its id.
        candidates: Vec<String>,
    },
    /// A path of places with a nameless step, or one that leads from a place back to itself.
    #[error("{path} is no path of places")]
    PlaceImpossible {
        /// The step that cannot be, or the path.
        path: String,
    },
    /// A label that another claim or figure of the file has.
    #[error("label {label} used twice")]
    LabelTwice {
        /// The label.
        label: String,
        /// The line that used it first.
        first: usize,
    },
    /// A relation leads to no figure, or to one that was refused.
    #[error("relation to {target}, which is nowhere")]
    RelationNowhere {
        /// The label or id that it names.
        target: String,
    },
    /// A relation of a claim that does not have exactly one figure does not say which figure it starts from.
    #[error("relation without from")]
    RelationFromMissing,
    /// Relations lead from a figure back to itself.
    #[error("relations in a circle")]
    RelationCircle {
        /// A label of the circle.
        target: String,
    },
    /// `part_of` leads to no figure, or to one that was refused.
    #[error("part_of {target}, which is nowhere")]
    PartOfNowhere {
        /// The label, id or index that it names.
        target: String,
    },
    /// `part_of` leads from a figure back to itself.
    #[error("part_of in a circle")]
    PartOfCircle {
        /// A label of the circle.
        target: String,
    },
}

impl Refusal {
    /// The code, by which the catalogue words it.
    pub fn code(&self) -> String {
        self.parts().0
    }

    /// The parameters of the catalogue's sentence.
    pub fn params(&self) -> Map<String, Value> {
        self.parts().1
    }

    fn parts(&self) -> (String, Map<String, Value>) {
        // Writing a closed enum of texts and numbers as JSON does not fail.
        let Ok(Value::Object(mut params)) = serde_json::to_value(self) else {
            return (String::new(), Map::new());
        };
        let code = params
            .shift_remove("code")
            .and_then(|code| code.as_str().map(str::to_owned))
            .unwrap_or_default();
        (code, params)
    }
}

/// A refused claim: where it stands in its file, and why it is not recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The physical line, from 1.
    pub line: usize,
    /// The reason.
    pub reason: Refusal,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_a_code_with_parameters() {
        let refusal = Refusal::BoundMissing {
            qualifier: "at_least",
            bound: "low",
        };
        assert_eq!(refusal.code(), "bound_missing");
        assert_eq!(
            serde_json::Value::Object(refusal.params()).to_string(),
            r#"{"qualifier":"at_least","bound":"low"}"#
        );
        assert_eq!(Refusal::NotAnObject.code(), "not_an_object");
    }
}
