//! Search text: what is put into the full-text index for a text, and what a query asks of it.
//!
//! The index is an FTS5 table of two columns under the plain `unicode61` tokenizer, so that a project file needs no
//! tokenizer of ours to be read:
//!
//! - `words`: every word folded (no accents, no case), in order, so that phrases can be found. A run of a script without
//!   spaces is put down as its pairs of characters and its last character (`東京都` as `東京 京都 都`): any two neighbours are a
//!   term, any longer piece a phrase of terms, and one character the beginning of a term.
//! - `stems`: each different word's stem as the article's language has it, folded, where it differs from the folded word. The stem is
//!   taken of the word as written and of the folded word, because an accent may decide where an ending begins.
//!
//! A query word is looked for in both columns, folded and by its stems: `blesses` and `blessees` both find `blessées`. A
//! phrase in quotes is looked for in `words`, as written but for accents and case.

mod marks;
mod query;
mod stems;
mod tokens;

use std::collections::HashSet;

pub use marks::{Snippet, find_marks, snippet};
pub use query::SearchQuery;

use stems::Stems;
use tokens::{Script, push_folded, push_pairs, runs};

/// The two columns of the index for one text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchText {
    /// The folded words and pairs in order, separated by spaces.
    pub words: String,
    /// The stems that differ from their words, separated by spaces.
    pub stems: String,
}

/// The search text of `text`. `language` is an ISO 639-1 code; without one the words are stemmed as each of the common
/// languages of their script would.
pub fn search_text(text: &str, language: Option<&str>) -> SearchText {
    let stems = Stems::of_language(language);
    let mut out = SearchText {
        words: String::with_capacity(text.len() + 16),
        stems: String::new(),
    };
    let mut seen = HashSet::new();
    for run in runs(text) {
        if !out.words.is_empty() {
            out.words.push(' ');
        }
        match run.script {
            Script::Packed => push_pairs(run.text, &mut out.words),
            Script::Spaced => {
                let start = out.words.len();
                push_folded(run.text, &mut out.words);
                let folded = out.words.get(start..).unwrap_or_default();
                if seen.insert(run.text) {
                    stems.each(run.text, folded, |stem| {
                        if !out.stems.is_empty() {
                            out.stems.push(' ');
                        }
                        out.stems.push_str(stem);
                    });
                }
            }
        }
    }
    out
}
