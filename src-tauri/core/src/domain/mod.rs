//! The nouns and their rules: words, dates, the order of scopes, the comparison. No SQL, no clock, no files.

pub mod claim;
pub mod compare;
pub mod date;
pub mod names;
pub mod nouns;
pub mod numbers;
pub mod offsets;
pub mod refusal;
pub mod search_text;
pub mod vocabulary;
