//! Reads numbers, qualifiers and sentences in news text.
//!
//! Pure: text in, readings out. No files, no clock, no network. Every span is a byte range of the text that was given.

mod amount;
mod bounds;
mod casualty;
mod composing;
mod compounds;
mod context;
mod hints;
mod lexicon;
mod lexicon_file;
mod literal;
mod loose;
mod measure;
mod names;
mod names_lexicon;
mod noun;
mod numbers;
mod ordinals;
mod phrases;
mod qualifier;
mod qualifying;
mod quantity;
mod reader;
mod sense;
mod sentences;
mod spelling;
mod token;

pub use amount::{Amount, AmountError, MAX_DIGITS};
pub use bounds::{BoundRule, BoundRules, Bounds, VagueWord, bound_rules, bounds, vague_bounds};
pub use hints::Hints;
pub use names::{Bearer, Name, names_in, parts_in};
pub use numbers::{COUNT, NumberReading};
pub use qualifier::{NotAQualifier, Qualifier};
pub use reader::Reader;
pub use sentences::sentences;
