//! What a text says about how exact its number is.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// How a number is meant. The words are the file format's and are never translated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Qualifier {
    /// "18".
    Exact,
    /// "about 18", "some 219", "dozens".
    About,
    /// "at least 18", "18 or more".
    AtLeast,
    /// "more than 18".
    MoreThan,
    /// "at most 18", "no more than 18".
    AtMost,
    /// "fewer than 18".
    LessThan,
    /// "between 9 and 16", "9 to 16".
    Between,
    /// "nearly 18", "close to 18".
    Nearly,
    /// "up to 18", "as many as 18".
    UpTo,
}

/// The word is none of the qualifiers.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("no qualifier")]
pub struct NotAQualifier;

impl Qualifier {
    /// Every qualifier, in the order in which they are listed wherever an order is wanted.
    pub const ALL: [Qualifier; 9] = [
        Qualifier::Exact,
        Qualifier::About,
        Qualifier::AtLeast,
        Qualifier::MoreThan,
        Qualifier::AtMost,
        Qualifier::LessThan,
        Qualifier::Between,
        Qualifier::Nearly,
        Qualifier::UpTo,
    ];

    /// The word for files and interfaces.
    pub fn as_str(self) -> &'static str {
        match self {
            Qualifier::Exact => "exact",
            Qualifier::About => "about",
            Qualifier::AtLeast => "at_least",
            Qualifier::MoreThan => "more_than",
            Qualifier::AtMost => "at_most",
            Qualifier::LessThan => "less_than",
            Qualifier::Between => "between",
            Qualifier::Nearly => "nearly",
            Qualifier::UpTo => "up_to",
        }
    }

    /// Whether the qualifier says where the range begins: a figure so qualified must have a low bound.
    pub fn states_low(self) -> bool {
        !matches!(
            self,
            Qualifier::AtMost | Qualifier::LessThan | Qualifier::UpTo
        )
    }

    /// Whether the qualifier says where the range ends: a figure so qualified must have a high bound.
    pub fn states_high(self) -> bool {
        !matches!(self, Qualifier::AtLeast | Qualifier::MoreThan)
    }
}

impl fmt::Display for Qualifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Qualifier {
    type Err = NotAQualifier;

    fn from_str(word: &str) -> Result<Qualifier, NotAQualifier> {
        Qualifier::ALL
            .into_iter()
            .find(|qualifier| qualifier.as_str() == word)
            .ok_or(NotAQualifier)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn words_are_the_same_in_text_and_in_json() {
        for qualifier in Qualifier::ALL {
            assert_eq!(qualifier.as_str().parse(), Ok(qualifier));
            assert_eq!(
                serde_json::to_string(&qualifier).unwrap(),
                format!("\"{qualifier}\"")
            );
        }
        assert_eq!("around".parse::<Qualifier>(), Err(NotAQualifier));
    }

    #[test]
    fn every_qualifier_states_a_bound() {
        assert!(
            Qualifier::ALL
                .into_iter()
                .all(|q| q.states_low() || q.states_high())
        );
        assert!(!Qualifier::AtLeast.states_high() && !Qualifier::UpTo.states_low());
    }
}
