//! Reads who says what in news text, by which words and with which figures.
//!
//! Pure: text in, readings out. No files, no clock, no network. Every span is a byte range of the text that was given.

mod age;
mod amount;
mod attribution;
mod bodies;
mod bounds;
mod casualty;
mod composing;
mod compounds;
mod context;
mod counting;
mod entries;
mod frames;
mod hints;
mod lexicon;
mod lexicon_file;
mod literal;
mod loose;
mod measure;
mod mentions;
mod names;
mod noun;
mod numbers;
mod ordinals;
mod parts;
mod persons;
mod phrases;
mod place;
mod qualifier;
mod qualifying;
mod quantity;
mod quotes;
mod read;
mod reader;
mod rules;
mod sense;
mod sentences;
mod spelling;
mod stance;
mod statements;
mod token;
mod voice;

pub use amount::{Amount, AmountError, MAX_DIGITS};
pub use bounds::{BoundRule, BoundRules, Bounds, VagueWord, bound_rules, bounds, vague_bounds};
pub use hints::Hints;
pub use names::{Bearer, Name};
pub use numbers::{COUNT, NumberReading};
pub use qualifier::{NotAQualifier, Qualifier};
pub use read::{Draft, Figure, Modality, Reading, Source, Speaker, detect, read};
pub use reader::Reader;
pub use rules::Rule;
pub use sentences::sentences;
pub use stance::Stance;
