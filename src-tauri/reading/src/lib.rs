//! Reads numbers, qualifiers and sentences in news text.
//!
//! Pure: text in, readings out. No files, no clock, no network. Every span is a byte range of the text that was given.

mod amount;
mod bounds;
mod qualifier;

pub use amount::{Amount, AmountError, MAX_DIGITS};
pub use bounds::{BoundRule, BoundRules, Bounds, VagueWord, bound_rules, bounds, vague_bounds};
pub use qualifier::{NotAQualifier, Qualifier};
