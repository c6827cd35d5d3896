//! Canonical text: the one form in which every article is stored, quoted and measured.
//!
//! NFC, line feeds, no byte order mark; blocks separated by one blank line. A block is a run of non-blank lines whose line
//! breaks stay; blanks at the end of lines and of the text go, a tab becomes one space, other control characters go, the
//! Unicode line and paragraph separators become line feeds. Format characters (joiners, direction marks, soft hyphens) and
//! every kind of space stay. A text that is already so is unchanged.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::domain::names::fold_name;

const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// Among how many first blocks the title of a page is looked for: a section's name or a date may stand before it.
const TITLE_AMONG: usize = 4;

/// The longest first line, in code points, that is taken for a title.
pub const TITLE_MAX: usize = 200;

/// What a block of an article is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// The article's title.
    Title,
    /// A heading inside the article.
    Heading,
    /// Running text.
    Paragraph,
    /// An item of a list.
    ListItem,
    /// A passage set off as a quotation.
    Quote,
}

impl BlockKind {
    /// The word that the store and files use.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::ListItem => "list_item",
            Self::Quote => "quote",
        }
    }

    /// Whether a place inside is less likely to be meant than the same words in running text.
    pub fn is_heading(self) -> bool {
        matches!(self, Self::Title | Self::Heading)
    }
}

/// One block of a canonical text: a range of code points, `end` exclusive. Between two blocks lie exactly two line feeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its first code point.
    pub start: u32,
    /// The code point behind its last.
    pub end: u32,
}

/// The canonical form of a plain text. Borrowed when the text is already so.
pub fn canonical(raw: &str) -> Cow<'_, str> {
    if is_canonical(raw) {
        return Cow::Borrowed(raw);
    }
    let mut cleaned = String::with_capacity(raw.len());
    let mut chars = raw.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                chars.next_if_eq(&'\n');
                cleaned.push('\n');
            }
            '\n' | '\u{2028}' | '\u{2029}' => cleaned.push('\n'),
            '\t' => cleaned.push(' '),
            other if other.is_control() => {}
            other => cleaned.push(other),
        }
    }
    // Composed only now: a control character that is gone no longer keeps a letter from its mark.
    let composed = if is_nfc(&cleaned) {
        cleaned
    } else {
        cleaned.nfc().collect()
    };
    Cow::Owned(set_lines(&composed))
}

/// Lines without blanks at their end, one blank line between blocks, none before or after.
fn set_lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = false;
    for line in text.split('\n') {
        let mut line = line.trim_end();
        if out.is_empty() {
            // What stands at the very beginning is a byte order mark, also behind blank lines.
            line = line.trim_start_matches(BYTE_ORDER_MARK).trim_end();
        }
        if line.is_empty() {
            blank = true;
            continue;
        }
        if !out.is_empty() {
            out.push_str(if blank { "\n\n" } else { "\n" });
        }
        blank = false;
        out.push_str(line);
    }
    out
}

/// Whether [`canonical`] would change nothing.
fn is_canonical(text: &str) -> bool {
    if text.starts_with(['\n', BYTE_ORDER_MARK]) || text.ends_with(char::is_whitespace) {
        return false;
    }
    let (mut feeds, mut space) = (0, false);
    for c in text.chars() {
        if c == '\n' {
            feeds += 1;
            if space || feeds > 2 {
                return false;
            }
            continue;
        }
        if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') {
            return false;
        }
        feeds = 0;
        space = c.is_whitespace();
    }
    is_nfc(text)
}

/// The blocks of a canonical plain text: paragraphs, the first a title if it is one line of at most [`TITLE_MAX`] code
/// points.
pub fn plain_blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut start = 0;
    for piece in text.split("\n\n") {
        let end = start + code_points(piece);
        if end > start {
            let kind = if blocks.is_empty() && is_title(piece) {
                BlockKind::Title
            } else {
                BlockKind::Paragraph
            };
            blocks.push(Block { kind, start, end });
        }
        start = end + 2;
    }
    blocks
}

/// Whether a block may be the title of its article: one line of at most [`TITLE_MAX`] code points.
pub fn is_title(block: &str) -> bool {
    !block.contains('\n') && block.chars().nth(TITLE_MAX).is_none()
}

/// The length in code points. Texts are held under 20 MB, so that it always fits.
pub(crate) fn code_points(text: &str) -> u32 {
    let count = if text.is_ascii() {
        text.len()
    } else {
        text.chars().count()
    };
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Gathers the blocks of a format that says what its blocks are, and sets them as one canonical text.
#[derive(Debug, Default)]
pub(crate) struct TextBuilder {
    pieces: Vec<(BlockKind, String)>,
}

/// A canonical text with its blocks and the title found in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Composed {
    pub(crate) text: String,
    pub(crate) blocks: Vec<Block>,
    pub(crate) title: Option<String>,
}

impl TextBuilder {
    /// Appends a block. A blank line inside makes it two of the same kind; a heading is set on one line.
    pub(crate) fn push(&mut self, kind: BlockKind, raw: &str) {
        let clean = canonical(raw);
        let pieces: &mut dyn Iterator<Item = &str> = if kind.is_heading() {
            &mut std::iter::once(clean.as_ref())
        } else {
            &mut clean.split("\n\n")
        };
        for piece in pieces {
            // No block begins with a byte order mark, because no text may.
            let piece = piece
                .trim_end()
                .trim_start_matches(|c: char| c == BYTE_ORDER_MARK || c.is_whitespace());
            if !piece.is_empty() {
                let lines = piece
                    .split('\n')
                    .map(str::trim)
                    .filter(|line| !line.is_empty());
                let piece = if kind.is_heading() {
                    lines.collect::<Vec<_>>().join(" ")
                } else {
                    piece.to_owned()
                };
                self.pieces.push((kind, piece));
            }
        }
    }

    /// Whether nothing was appended yet.
    pub(crate) fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Sets the text. A title that the file gives is looked for at the beginning and put there if it is missing; else the
    /// first block is the title, if it can be.
    pub(crate) fn compose(mut self, title: Option<&str>) -> Composed {
        match title {
            Some(title) => {
                let folded = fold_name(title);
                let said = self
                    .pieces
                    .iter_mut()
                    .take(TITLE_AMONG)
                    .find(|(_, piece)| fold_name(piece) == folded);
                match said {
                    Some((kind, _)) => *kind = BlockKind::Title,
                    None => {
                        self.push(BlockKind::Title, title);
                        self.pieces.rotate_right(1);
                    }
                }
            }
            None => {
                if let Some((kind, _)) =
                    self.pieces.first_mut().filter(|(_, piece)| is_title(piece))
                {
                    *kind = BlockKind::Title;
                }
            }
        }
        let mut composed = Composed {
            text: String::new(),
            blocks: Vec::new(),
            title: None,
        };
        let mut end = 0;
        for (kind, piece) in self.pieces {
            if !composed.text.is_empty() {
                composed.text.push_str("\n\n");
                end += 2;
            }
            let start = end;
            end += code_points(&piece);
            composed.text.push_str(&piece);
            composed.blocks.push(Block { kind, start, end });
            if kind == BlockKind::Title {
                composed.title = Some(piece);
            }
        }
        composed
    }
}
