//! The words that figures, sources and relations are described with.
//!
//! Closed vocabularies are enums. Open ones have built-in words, which a project never loses, and words of the
//! project's own: [`Words`] joins the two.

mod built_in;
mod closed;
mod open;

pub use closed::{
    AssessmentStatus, Connection, Counting, Modality, NotAWord, RelationKind, Stance, Standing,
    StatementStatus, closed_words,
};
pub use onrecord_reading::Qualifier;
pub use open::{Family, OpenVocabulary, Vocabulary, WordId, Words};
