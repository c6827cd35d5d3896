//! The formula guard: a text that a spreadsheet would run as a formula gets an apostrophe in front.
//!
//! Guarded is a text that begins with any number of apostrophes and then `=`, `+`, `-`, `@`, a tab or a carriage
//! return; the apostrophes are counted in so that taking one off always gives back what was written.

use std::borrow::Cow;

/// What a spreadsheet takes as the beginning of a formula.
const FORMULA: &[u8] = b"=+-@\t\r";

/// Whether `text` needs an apostrophe in front.
pub fn needs_guard(text: &str) -> bool {
    let first = text.bytes().find(|byte| *byte != b'\'');
    first.is_some_and(|byte| FORMULA.contains(&byte))
}

/// `text` as a guarded cell holds it.
pub fn guarded(text: &str) -> Cow<'_, str> {
    if needs_guard(text) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text that a guarded cell stands for.
pub fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if needs_guard(text) => text,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guards_what_a_spreadsheet_would_run() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("-18", "'-18"),
            ("'=1", "''=1"),
            ("\tx", "'\tx"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("'quoted'", "'quoted'"),
            ("", ""),
            ("'", "'"),
            ("a=b", "a=b"),
        ] {
            assert_eq!(guarded(text), cell);
            assert_eq!(unguarded(cell), text);
        }
    }
}
