//! The vocabularies that a project cannot add to, each in the order wanted wherever an order is wanted.

use std::fmt;
use std::str::FromStr;

use onrecord_reading::Qualifier;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The word is none of its vocabulary's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not a word of this vocabulary")]
pub struct NotAWord;

macro_rules! closed {
    ($(#[$doc:meta])* $name:ident { $($(#[$word_doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[$word_doc])* $variant,)+
        }

        impl $name {
            /// Every word, in order.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// The word for files and interfaces; it is never translated.
            pub fn as_str(self) -> &'static str {
                match self {
                    $($name::$variant => $word,)+
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl FromStr for $name {
            type Err = NotAWord;

            fn from_str(word: &str) -> Result<$name, NotAWord> {
                match word {
                    $($word => Ok($name::$variant),)+
                    _ => Err(NotAWord),
                }
            }
        }
    };
}

/// The words of a closed vocabulary by its name, in order; none where a project may add words.
#[must_use]
pub fn closed_words(vocabulary: &str) -> Option<Vec<&'static str>> {
    macro_rules! words {
        ($name:ident) => {
            $name::ALL.iter().map(|word| word.as_str()).collect()
        };
    }
    Some(match vocabulary {
        "assessment" => words!(AssessmentStatus),
        "connection" => words!(Connection),
        "counting" => words!(Counting),
        "modality" => words!(Modality),
        "qualifier" => words!(Qualifier),
        "relation" => words!(RelationKind),
        "stance" => words!(Stance),
        "status" => words!(StatementStatus),
        _ => return None,
    })
}

closed! {
    /// Over what time a figure counts.
    Counting {
        /// Since it began.
        Total = "total",
        /// In its period.
        New = "new",
        /// How many at that moment.
        Standing = "standing",
    }
}

closed! {
    /// What a statement does with a number. Only [`Stance::Asserts`] makes it somebody's figure.
    #[derive(Default)]
    Stance {
        /// Says that it is so.
        #[default]
        Asserts = "asserts",
        /// Says that the number is wrong, or not theirs.
        Denies = "denies",
        /// Takes back its own.
        Retracts = "retracts",
        /// Tells an earlier figure as history ("previous toll").
        Recalls = "recalls",
        /// Says what it may become.
        Projects = "projects",
    }
}

closed! {
    /// How the words of a statement reach the reader.
    Modality {
        /// In quotation marks.
        Direct = "direct",
        /// Reported.
        Indirect = "indirect",
        /// A document or a count stands behind it.
        Document = "document",
        /// Nobody is named.
        Unattributed = "unattributed",
    }
}

closed! {
    /// What a body does in the chain that passes a statement on.
    Connection {
        /// It gives the number.
        Issuer = "issuer",
        /// It speaks for the issuer.
        Spokesperson = "spokesperson",
        /// It is the issuer's channel.
        Channel = "channel",
        /// It is the agency that carries it.
        Agency = "agency",
        /// It repeats what another carried.
        Relay = "relay",
        /// It publishes it.
        Outlet = "outlet",
    }
}

closed! {
    /// Whether a person has confirmed a statement.
    StatementStatus {
        /// Read by a machine, not yet confirmed.
        Draft = "draft",
        /// Confirmed, or recorded by a person.
        Accepted = "accepted",
        /// Turned down.
        Dismissed = "dismissed",
    }
}

closed! {
    /// The outcome of an assessment.
    AssessmentStatus {
        /// Nobody has looked yet.
        Unverified = "unverified",
        /// Somebody is looking.
        InReview = "in_review",
        /// It was borne out.
        Verified = "verified",
        /// Others dispute it.
        Contested = "contested",
        /// It was shown to be wrong.
        Refuted = "refuted",
        /// It was taken back.
        Withdrawn = "withdrawn",
    }
}

closed! {
    /// Whether a figure still stands. One that asserts nothing is always [`Standing::Current`], which counts for nothing.
    Standing {
        /// It stands.
        Current = "current",
        /// A later one has taken its place.
        Superseded = "superseded",
        /// Its issuer took it back.
        Retracted = "retracted",
        /// Its issuer denies it.
        Denied = "denied",
    }
}

closed! {
    /// What one figure does to another. Only people record relations.
    RelationKind {
        /// Says the same again.
        Repeats = "repeats",
        /// Takes its place, because time went on.
        Updates = "updates",
        /// Takes its place, because it was wrong.
        Corrects = "corrects",
        /// Takes it back.
        Retracts = "retracts",
        /// Says that it is wrong.
        Denies = "denies",
        /// Was made from it.
        DerivedFrom = "derived_from",
        /// Counts some of those that it counts.
        PartOf = "part_of",
        /// Goes back to the same origin.
        SameOriginAs = "same_origin_as",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_reads_back_as_itself_in_text_and_in_json() {
        for &kind in RelationKind::ALL {
            assert_eq!(kind.as_str().parse(), Ok(kind));
            assert_eq!(serde_json::to_value(kind).ok(), Some(kind.as_str().into()));
        }
        for &status in AssessmentStatus::ALL {
            assert_eq!(status.as_str().parse(), Ok(status));
            assert_eq!(
                serde_json::to_value(status).ok(),
                Some(status.as_str().into())
            );
        }
        assert_eq!("rumoured".parse::<Stance>(), Err(NotAWord));
    }
}
