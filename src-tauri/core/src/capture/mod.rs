//! Bytes in, an article and its frozen revision out; and quotes found again in what was captured.
//!
//! Everything here is pure: no files, no clock, no store. The same bytes under the same name always give the same capture.

pub mod anchor;
mod charset;
mod error;
mod html;
mod html_metadata;
mod language;
mod loose;
mod markdown;
mod metadata;
mod occurrences;
pub mod text;

use sha2::{Digest, Sha256};

pub use error::CaptureError;
pub use language::{Direction, detect_language};
pub use text::{Block, BlockKind};

use metadata::Metadata;
use text::{Composed, TextBuilder};

/// The most text that an article may hold, in bytes: 20 MB.
pub const MAX_TEXT: usize = 20_000_000;
/// The largest page that is read, in bytes: markup may outweigh its text, but not without end.
const MAX_PAGE: usize = 5 * MAX_TEXT;

/// An article as it was captured: its text, and what the file says of it. What the file does not say stays empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Captured {
    /// What the bytes are: `text/plain`, `text/markdown` or `text/html`.
    pub media_type: &'static str,
    /// The canonical text.
    pub text: String,
    /// The blocks of the text, in order.
    pub blocks: Vec<Block>,
    /// The title: the page's own, or the first line, or the file's name.
    pub title: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// The address the page gives for itself.
    pub url: Option<String>,
    /// ISO 639-1 (639-3 where a page says so and there is no shorter one).
    pub language: Option<String>,
    /// Which way the text runs.
    pub direction: Direction,
    /// When it was published: `2022`, `2022-01`, `2022-01-09` or an RFC 3339 time.
    pub published_at: Option<String>,
    /// SHA-256 of the original bytes, in lower-case hexadecimal digits.
    pub bytes_sha256: String,
    /// SHA-256 of the canonical text in UTF-8.
    pub text_sha256: String,
}

/// What kind of file is captured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Plain,
    Markdown,
    Html,
}

impl Format {
    /// By the end of the file's name, else by how a page begins.
    fn of(bytes: &[u8], file_name: &str) -> Self {
        let extension = file_name
            .rsplit_once('.')
            .map(|(_, extension)| extension.to_ascii_lowercase());
        match extension.as_deref() {
            Some("html" | "htm" | "xhtml") => Self::Html,
            Some("md" | "markdown" | "mdown") => Self::Markdown,
            Some("txt" | "text") => Self::Plain,
            _ => {
                let head = bytes
                    .strip_prefix(b"\xEF\xBB\xBF")
                    .unwrap_or(bytes)
                    .trim_ascii_start();
                let begins = |tag: &[u8]| {
                    head.get(..tag.len())
                        .is_some_and(|start| start.eq_ignore_ascii_case(tag))
                };
                if begins(b"<!doctype html") || begins(b"<html") {
                    Self::Html
                } else {
                    Self::Plain
                }
            }
        }
    }

    fn media_type(self) -> &'static str {
        match self {
            Self::Plain => "text/plain",
            Self::Markdown => "text/markdown",
            Self::Html => "text/html",
        }
    }
}

/// Captures a file. `file_name` says what kind of file it is and names it where it has no title; a path may stand before it.
///
/// # Errors
/// When it is empty, no text, not in an encoding that is read, or too large.
pub fn capture(bytes: &[u8], file_name: &str) -> Result<Captured, CaptureError> {
    let file_name = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name);
    let format = Format::of(bytes, file_name);
    refuse_over(
        bytes.len(),
        if format == Format::Html {
            MAX_PAGE
        } else {
            MAX_TEXT
        },
    )?;
    let (composed, metadata) = match format {
        Format::Plain => (plain(charset::utf8(bytes)?), Metadata::default()),
        Format::Markdown => built(|out| {
            Ok(markdown::read(
                &charset::utf8(bytes)?.replace("\r\n", "\n"),
                out,
            ))
        })?,
        Format::Html => built(|out| Ok(html::read(&charset::page(bytes)?, out)))?,
    };
    settle(format, bytes, composed, metadata, file_name)
}

/// Captures a text that was pasted. Without a first line that can be a title, the text's first words name it.
///
/// # Errors
/// When it is empty or too large.
pub fn capture_pasted(pasted: &str) -> Result<Captured, CaptureError> {
    refuse_over(pasted.len(), MAX_TEXT)?;
    let composed = plain(pasted);
    let first_words = first_words(&composed.text);
    settle(
        Format::Plain,
        pasted.as_bytes(),
        composed,
        Metadata::default(),
        &first_words,
    )
}

/// The lower-case hexadecimal SHA-256 of some bytes.
pub fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn refuse_over(size: usize, limit: usize) -> Result<(), CaptureError> {
    if size > limit {
        Err(CaptureError::TooLarge { size, limit })
    } else {
        Ok(())
    }
}

fn plain(raw: &str) -> Composed {
    let text = text::canonical(raw).into_owned();
    let blocks = text::plain_blocks(&text);
    let title = blocks
        .first()
        .filter(|block| block.kind == BlockKind::Title);
    let title = title
        .and_then(|_| text.split("\n\n").next())
        .map(|line| line.trim().to_owned());
    Composed {
        text,
        blocks,
        title,
    }
}

fn built(
    read: impl FnOnce(&mut TextBuilder) -> Result<Metadata, CaptureError>,
) -> Result<(Composed, Metadata), CaptureError> {
    let mut out = TextBuilder::default();
    let metadata = read(&mut out)?;
    // A page that has nothing but a title has nothing to quote.
    let title = metadata.title.as_deref().filter(|_| !out.is_empty());
    Ok((out.compose(title), metadata))
}

fn settle(
    format: Format,
    bytes: &[u8],
    composed: Composed,
    metadata: Metadata,
    name: &str,
) -> Result<Captured, CaptureError> {
    let Composed {
        text,
        blocks,
        title,
    } = composed;
    if text.chars().all(char::is_whitespace) {
        return Err(CaptureError::Empty);
    }
    refuse_over(text.len(), MAX_TEXT)?;
    Ok(Captured {
        media_type: format.media_type(),
        title: title.unwrap_or_else(|| name.to_owned()),
        outlet: metadata.outlet,
        authors: metadata.authors,
        url: metadata.url,
        language: language::settle_language(metadata.language.as_deref(), &text),
        direction: Direction::of(&text),
        published_at: metadata.published_at,
        bytes_sha256: sha256_hex(bytes),
        text_sha256: sha256_hex(text.as_bytes()),
        text,
        blocks,
    })
}

/// The first words of a text, up to 80 code points, with `…` where it goes on.
fn first_words(text: &str) -> String {
    const LENGTH: usize = 80;
    let line = text.split('\n').next().unwrap_or_default().trim();
    let Some((cut, _)) = line.char_indices().nth(LENGTH) else {
        return if line.len() == text.len() {
            line.to_owned()
        } else {
            format!("{line}…")
        };
    };
    let head = line.get(..cut).unwrap_or_default();
    let words = head
        .rsplit_once(char::is_whitespace)
        .map_or(head, |(words, _)| words);
    format!("{}…", words.trim_end())
}
