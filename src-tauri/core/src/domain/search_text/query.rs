//! Queries: words and "phrases", never an engine's syntax.

use unicode_normalization::UnicodeNormalization;

use super::stems::Stems;
use super::tokens::{Run, Script, packed_chars, push_folded, runs};

/// How many words or phrases of a query are asked for; what comes after them is left out, for the engine bounds the size
/// of an expression.
const MOST_TERMS: usize = 64;

/// The zeros of the digits that numbers of the same text are written with: a number typed in some is found in all. The other
/// nine follow each zero (Unicode, `Nd`).
const ZEROS: [char; 3] = ['0', '\u{0660}', '\u{06F0}'];

/// A query as the index understands it: all of its terms must be there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchQuery {
    pub(super) terms: Vec<Term>,
}

/// One word or phrase of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Term {
    /// Any of these forms: the folded word first, then its stems.
    Word(Vec<String>),
    /// These folded words and pairs, one after the other, in any of these spellings. With `open` the last is only the beginning
    /// of one.
    Phrase {
        spellings: Vec<Vec<String>>,
        open: bool,
    },
}

impl SearchQuery {
    /// Reads a query. Pieces in straight, curly or angular double quotes are phrases; a quote that is not closed runs to the end. Whatever is
    /// neither letter nor digit only separates. `languages` (ISO 639-1) are those of the texts that are searched: a word
    /// is looked for by the stems that they and the common languages give it.
    pub fn parse(query: &str, languages: &[&str]) -> Self {
        let stems = Stems::of_query(languages);
        // As the texts are.
        let query: String = query.nfc().collect();
        let mut terms = Vec::new();
        for (i, piece) in query.split(['"', '“', '”', '„', '«', '»']).enumerate() {
            if i % 2 == 1 {
                terms.extend(phrase(piece));
            } else {
                piece
                    .split_whitespace()
                    .for_each(|chunk| read_chunk(chunk, &stems, &mut terms));
            }
        }
        let mut kept = Self::default();
        for term in terms {
            if kept.terms.len() < MOST_TERMS && !kept.terms.contains(&term) {
                kept.terms.push(term);
            }
        }
        kept
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The FTS5 `MATCH` expression for a table with the columns `words` and `stems`; none for a query without letters or
    /// digits. Every term is quoted, so that nothing a user types is syntax.
    pub fn expression(&self) -> Option<String> {
        if self.is_empty() {
            return None;
        }
        let terms: Vec<String> = self.terms.iter().map(Term::expression).collect();
        Some(terms.join(" AND "))
    }
}

impl Term {
    fn expression(&self) -> String {
        match self {
            Self::Word(forms) => {
                let forms: Vec<String> = forms.iter().map(|form| quoted(form)).collect();
                format!("({})", forms.join(" OR "))
            }
            Self::Phrase { spellings, open } => {
                let open = if *open { " *" } else { "" };
                let spellings: Vec<String> = spellings
                    .iter()
                    .map(|tokens| format!("words : {}{open}", quoted(&tokens.join(" "))))
                    .collect();
                format!("({})", spellings.join(" OR "))
            }
        }
    }
}

/// A string of the engine's expression language.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// What stands between two spaces outside quotes. Words joined by apostrophes or hyphens are looked for one by one; a number, or
/// a run of a script without spaces, together with what is joined to it.
fn read_chunk(chunk: &str, stems: &Stems, terms: &mut Vec<Term>) {
    let words = |run: &Run<'_>| {
        run.script == Script::Spaced && !run.text.contains(|c: char| c.is_numeric())
    };
    if !runs(chunk).all(|run| words(&run)) {
        terms.extend(phrase(chunk));
        return;
    }
    for run in runs(chunk) {
        let mut folded = String::new();
        push_folded(run.text, &mut folded);
        if folded.is_empty() {
            continue;
        }
        let mut forms = vec![folded.clone()];
        stems.each(run.text, &folded, |stem| forms.push(stem.to_owned()));
        terms.push(Term::Word(forms));
    }
}

/// A phrase of folded words and pairs; none without letters and digits.
fn phrase(piece: &str) -> Option<Term> {
    let mut tokens: Vec<String> = Vec::new();
    let mut open = false;
    let mut rest = runs(piece).peekable();
    while let Some(run) = rest.next() {
        match run.script {
            Script::Spaced => {
                let mut folded = String::new();
                push_folded(run.text, &mut folded);
                tokens.extend(Some(folded).filter(|folded| !folded.is_empty()));
            }
            Script::Packed => {
                let chars: Vec<char> = packed_chars(run.text).map(|(_, c)| c).collect();
                tokens.extend(chars.windows(2).map(|pair| pair.iter().collect()));
                // The index has the last character of a run by itself. The query's last run may end inside a run of
                // the text: there its pairs say enough, and a single character is the beginning of a pair.
                let ends_here = rest.peek().is_none();
                if !ends_here || chars.len() == 1 {
                    tokens.extend(chars.last().map(char::to_string));
                    open = ends_here;
                }
            }
        }
    }
    (!tokens.is_empty()).then(|| Term::Phrase {
        spellings: in_all_digits(tokens),
        open,
    })
}

/// The same words with their numbers in each kind of digits.
fn in_all_digits(tokens: Vec<String>) -> Vec<Vec<String>> {
    if !tokens
        .iter()
        .any(|token| token.chars().any(|c| digit(c).is_some()))
    {
        return vec![tokens];
    }
    let written = |zero: char, c: char| {
        digit(c)
            .and_then(|digit| char::from_u32(u32::from(zero) + digit))
            .unwrap_or(c)
    };
    ZEROS
        .iter()
        .map(|&zero| {
            let word = |token: &String| token.chars().map(|c| written(zero, c)).collect();
            tokens.iter().map(word).collect()
        })
        .collect()
}

/// What a digit stands for.
fn digit(c: char) -> Option<u32> {
    ZEROS
        .iter()
        .filter_map(|&zero| u32::from(c).checked_sub(u32::from(zero)))
        .find(|&digit| digit < 10)
}
