//! Quotations: what stands between quotation marks of any style, or behind a dash that opens a turn of speech.

use std::ops::Range;

/// How many characters a quotation with straight single marks may have; longer ones are apostrophes gone astray.
const LONGEST_SINGLE: usize = 600;

/// The quotations of a block, marks included, as byte ranges in order. Those within others are not told. One that
/// nothing closes goes on to the end of the block, as it does where a quotation has several paragraphs.
pub(crate) fn quotations(block: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let mut depth = 0_usize;
    let mut before = None;
    let mut chars = block.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, c)| c);
        match open {
            None => {
                if let Some(close) = closing(c, before, next) {
                    open = Some((at, close));
                    depth = 0;
                }
            }
            Some((start, close)) => {
                // Two single marks in place of a double one.
                let doubled = matches!(c, '\'' | '\u{2019}')
                    && next == Some(c)
                    && matches!(close, '”' | '"' | '“');
                let closed = c == close || close == '“' && c == '”';
                if doubled && depth == 0 {
                    let end = chars.next().map_or(at, |(at, c)| at + c.len_utf8());
                    found.push(start..end);
                    open = None;
                    before = Some(c);
                    continue;
                }
                if closed && closes(c, before, next) {
                    if depth == 0 {
                        found.push(start..at + c.len_utf8());
                        open = None;
                    } else {
                        depth -= 1;
                    }
                } else if close != c && closing(c, before, next) == Some(close) {
                    depth += 1;
                } else if close == '\'' && at - start > LONGEST_SINGLE {
                    open = None;
                }
            }
        }
        before = Some(c);
    }
    if let Some((start, close)) = open
        && close != '\''
        && close != '\u{2019}'
    {
        let opened = block
            .get(..start)
            .is_some_and(|head| head.trim().is_empty());
        if opened || close != '"' {
            found.push(start..block.trim_end().len().max(start));
        }
    }
    if found.is_empty() {
        found.extend(turn(block));
    }
    found.retain(|span| !span.is_empty());
    found
}

/// The mark that closes what `c` opens.
fn closing(c: char, before: Option<char>, next: Option<char>) -> Option<char> {
    let apart = before.is_none_or(|c| {
        c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '-' | ':' | '«' | '"' | '“')
    });
    let inward = next.is_some_and(|c| !c.is_whitespace());
    Some(match c {
        '«' => '»',
        '»' if apart && inward => '«',
        '“' => '”',
        '„' => '“',
        '‹' => '›',
        '「' => '」',
        '『' => '』',
        '"' => '"',
        '\'' if apart && inward => '\'',
        '\u{2018}' if apart && inward => '\u{2019}',
        _ => return None,
    })
}

/// Whether a mark that could close does: an apostrophe within a word does not.
fn closes(c: char, before: Option<char>, next: Option<char>) -> bool {
    let single = matches!(c, '\'' | '\u{2019}');
    !single
        || (next.is_none_or(|c| !c.is_alphanumeric()) && before.is_some_and(|c| !c.is_whitespace()))
}

/// What a block says that begins with a dialogue dash, up to the next dash.
fn turn(block: &str) -> Option<Range<usize>> {
    let start = block.len() - block.trim_start().len();
    let rest = block.get(start..)?;
    let dash = rest
        .chars()
        .next()
        .filter(|c| matches!(c, '—' | '–' | '―'))?;
    let body = rest.get(dash.len_utf8()..)?;
    let length = body
        .char_indices()
        .zip(body.chars().skip(1))
        .find(|&((_, c), next)| c.is_whitespace() && next == dash)
        .map_or(body.trim_end().len(), |((at, _), _)| at);
    Some(start..start + dash.len_utf8() + length)
}
