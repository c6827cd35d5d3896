//! A file of claims.

use super::map::{ColumnMap, MapError};
use super::{csv_in, jsonl};
use crate::domain::claim::Claim;
use crate::domain::refusal::Refused;
use std::ffi::OsStr;
use std::path::Path;
use thiserror::Error;

/// How a file of claims is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A JSON object a line.
    Jsonl,
    /// A table with a header.
    Csv,
}

impl FileKind {
    /// By the name's ending, else by how the text begins.
    pub fn of(path: &Path, bytes: &[u8]) -> FileKind {
        let ending = path
            .extension()
            .and_then(OsStr::to_str)
            .map(str::to_ascii_lowercase);
        match ending.as_deref() {
            Some("jsonl" | "ndjson" | "json") => FileKind::Jsonl,
            Some("csv" | "tsv" | "tab") => FileKind::Csv,
            _ => match without_bom(bytes)
                .iter()
                .find(|byte| !byte.is_ascii_whitespace())
            {
                Some(b'{') => FileKind::Jsonl,
                _ => FileKind::Csv,
            },
        }
    }
}

/// What a file of claims holds: the claims that could be read, and why the others could not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClaimFile {
    /// In the order of the file.
    pub claims: Vec<Claim>,
    /// In the order of the file.
    pub refused: Vec<Refused>,
    /// What was read differently from how it stands there.
    pub notes: Vec<RowNote>,
    /// How many columns a map left out.
    pub left_out: usize,
}

/// A later row of a statement says something else of the statement than its first row, which counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowNote {
    /// The later row's line.
    pub line: usize,
    /// The column.
    pub column: &'static str,
    /// The line of the first row.
    pub first: usize,
}

/// Why nothing of a file can be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FileError {
    /// There is nothing in it.
    #[error("empty")]
    Empty,
    /// It is not UTF-8.
    #[error("invalid UTF-8 at byte {offset}")]
    NotUtf8 {
        /// The offset of the first wrong byte in the file.
        offset: usize,
    },
    /// The table has columns that no claim has.
    #[error("unknown columns {}", names.join(", "))]
    UnknownColumns {
        /// Their names.
        names: Vec<String>,
    },
    /// Two columns have the same name.
    #[error("column {name} twice")]
    ColumnTwice {
        /// The name.
        name: String,
    },
    /// The header is not closed.
    #[error("unclosed quote in the header")]
    HeaderUnclosed,
    /// A map was given for a file that is no table.
    #[error("a map for JSON lines")]
    MapForJsonl,
    /// The map does not fit.
    #[error(transparent)]
    Map(#[from] MapError),
}

/// Reads a file of claims. One claim that cannot be read never stops the others.
///
/// # Errors
/// When there is nothing in the file that could be a claim: see [`FileError`].
pub fn read_claims(
    kind: FileKind,
    bytes: &[u8],
    map: Option<&ColumnMap>,
) -> Result<ClaimFile, FileError> {
    let text = without_bom(bytes);
    if text.iter().all(u8::is_ascii_whitespace) {
        return Err(FileError::Empty);
    }
    match (kind, map) {
        (FileKind::Jsonl, Some(_)) => Err(FileError::MapForJsonl),
        (FileKind::Jsonl, None) => Ok(jsonl::read(text)),
        (FileKind::Csv, map) => {
            let skipped = bytes.len() - text.len();
            let text = std::str::from_utf8(text).map_err(|error| FileError::NotUtf8 {
                offset: skipped + error.valid_up_to(),
            })?;
            csv_in::read(text, map)
        }
    }
}

fn without_bom(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(super::BOM).unwrap_or(bytes)
}
