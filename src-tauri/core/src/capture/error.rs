//! Why a file cannot become an article.

use thiserror::Error;

/// Why bytes cannot be captured. Nothing was changed when one of these is returned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CaptureError {
    /// There is nothing in it, or nothing but blanks.
    #[error("empty")]
    Empty,
    /// It is some other kind of file (an image, a program, an archive…).
    #[error("not text")]
    NotText,
    /// It is text in UTF-16 or UTF-32, where UTF-8 is wanted.
    #[error("{encoding} instead of UTF-8")]
    NotUtf8 {
        /// The name of the encoding that its first bytes announce.
        encoding: &'static str,
    },
    /// It is UTF-8 up to a byte that cannot be.
    #[error("invalid UTF-8 at byte {offset}")]
    InvalidUtf8 {
        /// The offset of the first wrong byte in the file.
        offset: usize,
    },
    /// It holds more text than an article may.
    #[error("{size} bytes, more than {limit}")]
    TooLarge {
        /// Its size in bytes.
        size: usize,
        /// The most that is taken, in bytes.
        limit: usize,
    },
}
