//! Cutting text into the runs of letters and digits that the index knows.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::domain::names::fold_for_search;

/// How a script sets its words apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    /// With spaces: a run is a word.
    Spaced,
    /// Without: a run may be a whole sentence.
    Packed,
}

/// A run of letters and digits of one kind of script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run<'t> {
    /// The byte at which it begins in the text.
    pub(super) start: usize,
    /// Its characters, with marks and invisible characters that stand between them.
    pub(super) text: &'t str,
    /// Its kind of script.
    pub(super) script: Script,
}

/// The runs of a text, in order.
pub(super) fn runs(text: &str) -> impl Iterator<Item = Run<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let (start, script) = loop {
            let c = char_at(text, at)?;
            match script_of(c) {
                Some(script) => break (at, script),
                None => at += c.len_utf8(),
            }
        };
        while let Some(c) = char_at(text, at) {
            if script_of(c).map_or_else(|| !is_transparent(c), |other| other != script) {
                break;
            }
            at += c.len_utf8();
        }
        Some(Run {
            start,
            text: text.get(start..at)?,
            script,
        })
    })
}

/// The character that begins at a byte, without decoding where it is ASCII, as most are.
fn char_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at)? {
        byte if byte.is_ascii() => Some(char::from(*byte)),
        _ => text.get(at..)?.chars().next(),
    }
}

/// The kind of script of a letter or digit; none for anything else.
fn script_of(c: char) -> Option<Script> {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric().then_some(Script::Spaced);
    }
    if c < '\u{0E00}' {
        return (c.is_alphanumeric() && !is_lone_mark(c)).then_some(Script::Spaced);
    }
    if is_packed(c) && (written_mark(c).is_some() || (c.is_alphanumeric() && !is_combining_mark(c)))
    {
        return Some(Script::Packed);
    }
    (c.is_alphanumeric() && !is_combining_mark(c)).then_some(Script::Spaced)
}

/// Marks that count as letters but fold to nothing: they belong to a run, and make none.
fn is_lone_mark(c: char) -> bool {
    c == '\u{0640}' || (c >= '\u{0300}' && is_combining_mark(c))
}

/// Characters that do not end a word: marks, joiners, direction marks, soft hyphens.
fn is_transparent(c: char) -> bool {
    if c.is_ascii() {
        return false;
    }
    matches!(c, '\u{00AD}' | '\u{061C}' | '\u{0640}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}')
        || matches!(c, '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
        || (c >= '\u{0300}' && is_combining_mark(c))
}

/// Whether a letter belongs to a script that is searched by pairs of characters: the scripts without spaces, and Hangul,
/// whose particles are written onto the words.
fn is_packed(c: char) -> bool {
    matches!(c,
        '\u{0E00}'..='\u{0EFF}'      // Thai, Lao
        | '\u{1000}'..='\u{109F}'    // Myanmar
        | '\u{1100}'..='\u{11FF}'    // Hangul jamo
        | '\u{1780}'..='\u{17FF}'    // Khmer
        | '\u{1950}'..='\u{19DF}'    // Tai Le, New Tai Lue
        | '\u{1A20}'..='\u{1AAF}'    // Tai Tham
        | '\u{2E80}'..='\u{2FDF}' | '\u{3005}'..='\u{3007}' // Han radicals and signs
        | '\u{3040}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' // kana
        | '\u{3100}'..='\u{318F}'    // bopomofo, Hangul compatibility jamo
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' // Han
        | '\u{A9E0}'..='\u{A9FF}' | '\u{AA60}'..='\u{AA7F}' // Myanmar, extended
        | '\u{AC00}'..='\u{D7FF}'    // Hangul
        | '\u{FF66}'..='\u{FFDC}'    // halfwidth kana and Hangul
        | '\u{1B000}'..='\u{1B16F}' | '\u{20000}'..='\u{3FFFF}')
}

/// The vowel and tone signs of the packed scripts of South East Asia are characters that a reader types, but `unicode61`
/// takes them for gaps between words. The index has a private-use character for each, which it takes for letters.
fn written_mark(c: char) -> Option<char> {
    let sign = matches!(c, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{1A20}'..='\u{1AAF}');
    if sign && is_combining_mark(c) {
        char::from_u32(u32::from(c) - 0x0E00 + 0xE000)
    } else {
        None
    }
}

/// Appends the folded form of a run of a script with spaces.
pub(super) fn push_folded(run: &str, out: &mut String) {
    let start = out.len();
    out.push_str(run);
    if run.is_ascii() {
        if let Some(pushed) = out.get_mut(start..) {
            pushed.make_ascii_lowercase();
        }
        return;
    }
    out.truncate(start);
    run.chars()
        .filter(|&c| !is_transparent(c))
        .for_each(|c| fold_for_search(c, out));
}

/// The characters by which a run of a script without spaces is searched, each with its byte offset in the run.
pub(super) fn packed_chars(run: &str) -> impl Iterator<Item = (usize, char)> {
    run.char_indices().filter_map(|(at, c)| {
        if let Some(letter) = written_mark(c) {
            return Some((at, letter));
        }
        // The narrow forms as the full ones; the voiced kana stay, for they are letters of their own.
        let full = if c >= '\u{FF66}' {
            std::iter::once(c).nfkc().next().unwrap_or(c)
        } else {
            c
        };
        (!is_transparent(c)).then_some((at, full))
    })
}

/// Appends the pairs of a run and its last character.
pub(super) fn push_pairs(run: &str, out: &mut String) {
    let mut chars = packed_chars(run).map(|(_, c)| c).peekable();
    while let Some(c) = chars.next() {
        out.push(c);
        if let Some(&next) = chars.peek() {
            out.push(next);
            out.push(' ');
        }
    }
}
