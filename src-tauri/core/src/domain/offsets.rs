//! The one place that converts between the three ways of counting along a text.
//!
//! Rust slices by **bytes**; the store, files, exports and the API count **Unicode code points**; the window counts
//! **UTF-16 units**. [`Offsets`] is built once for a text and then answers each question by one look at a table of marks
//! (or a binary search in it) and a count over at most [`STRIDE`] bytes. Byte offsets are `usize`, the other two `u32`,
//! so that mixing up the first with the others does not compile.

use std::ops::Range;

use thiserror::Error;

/// How many bytes lie between two marks of the table.
const STRIDE: usize = 128;

/// Why an offset cannot be converted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum OffsetError {
    /// The offset lies behind the end of the text.
    #[error("offset {at} is past the end, {len}")]
    OutOfRange {
        /// The offset that was asked for, in its own unit.
        at: usize,
        /// The length of the text in the same unit.
        len: usize,
    },
    /// The offset points into the middle of a character (of its UTF-8 bytes or of its surrogate pair).
    #[error("offset {at} is inside a character")]
    InsideCharacter {
        /// The offset that was asked for, in its own unit.
        at: usize,
    },
    /// A range ends before it begins.
    #[error("the range {start}..{end} runs backwards")]
    Reversed {
        /// Where the range was said to begin.
        start: usize,
        /// Where it was said to end.
        end: usize,
    },
}

/// The same place of a text in all three units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Place {
    byte: usize,
    code_point: u32,
    utf16: u32,
}

impl Place {
    fn after(self, c: char) -> Self {
        Self {
            byte: self.byte + c.len_utf8(),
            code_point: self.code_point + 1,
            utf16: self.utf16 + if c.len_utf16() == 2 { 2 } else { 1 },
        }
    }
}

/// A text with an index over its characters.
#[derive(Debug, Clone)]
pub struct Offsets<'t> {
    text: &'t str,
    /// One mark for each `STRIDE` bytes: the first character boundary at or behind them. Empty for ASCII text, where the
    /// three units are the same.
    marks: Vec<Place>,
    end: Place,
}

impl<'t> Offsets<'t> {
    /// Indexes `text` in one pass. The index takes about a tenth of the size of the text, nothing for ASCII.
    pub fn new(text: &'t str) -> Self {
        if text.is_ascii() {
            let len = u32::try_from(text.len()).unwrap_or(u32::MAX);
            let end = Place {
                byte: text.len(),
                code_point: len,
                utf16: len,
            };
            return Self {
                text,
                marks: Vec::new(),
                end,
            };
        }
        let mut marks = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut place = Place::default();
        for c in text.chars() {
            if place.byte >= marks.len() * STRIDE {
                marks.push(place);
            }
            place = place.after(c);
        }
        Self {
            text,
            marks,
            end: place,
        }
    }

    /// The text itself.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The length of the text in code points.
    pub fn code_points(&self) -> u32 {
        self.end.code_point
    }

    /// The length of the text in UTF-16 units.
    pub fn utf16_units(&self) -> u32 {
        self.end.utf16
    }

    /// The code point that begins at `byte`.
    ///
    /// # Errors
    /// When `byte` is past the end or inside a character.
    pub fn code_point_of_byte(&self, byte: usize) -> Result<u32, OffsetError> {
        self.find(byte, |place| place.byte)
            .map(|place| place.code_point)
    }

    /// The byte at which the code point number `code_point` begins; the length in bytes for the end of the text.
    ///
    /// # Errors
    /// When `code_point` is past the end.
    pub fn byte_of_code_point(&self, code_point: u32) -> Result<usize, OffsetError> {
        self.find(code_point as usize, |place| place.code_point as usize)
            .map(|place| place.byte)
    }

    /// The UTF-16 unit at which the code point number `code_point` begins.
    ///
    /// # Errors
    /// When `code_point` is past the end.
    pub fn utf16_of_code_point(&self, code_point: u32) -> Result<u32, OffsetError> {
        self.find(code_point as usize, |place| place.code_point as usize)
            .map(|place| place.utf16)
    }

    /// The code point that begins at the UTF-16 unit `utf16`.
    ///
    /// # Errors
    /// When `utf16` is past the end or between the halves of a surrogate pair.
    pub fn code_point_of_utf16(&self, utf16: u32) -> Result<u32, OffsetError> {
        self.find(utf16 as usize, |place| place.utf16 as usize)
            .map(|place| place.code_point)
    }

    /// A range of code points as a range of bytes.
    ///
    /// # Errors
    /// When the range runs backwards or past the end.
    pub fn byte_range(&self, range: &Range<u32>) -> Result<Range<usize>, OffsetError> {
        if range.start > range.end {
            return Err(OffsetError::Reversed {
                start: range.start as usize,
                end: range.end as usize,
            });
        }
        Ok(self.byte_of_code_point(range.start)?..self.byte_of_code_point(range.end)?)
    }

    /// A range of bytes as a range of code points.
    ///
    /// # Errors
    /// When the range runs backwards, past the end, or begins or ends inside a character.
    pub fn code_point_range(&self, range: &Range<usize>) -> Result<Range<u32>, OffsetError> {
        if range.start > range.end {
            return Err(OffsetError::Reversed {
                start: range.start,
                end: range.end,
            });
        }
        Ok(self.code_point_of_byte(range.start)?..self.code_point_of_byte(range.end)?)
    }

    /// The piece of text between two code points.
    ///
    /// # Errors
    /// When the range runs backwards or past the end.
    pub fn slice(&self, range: &Range<u32>) -> Result<&'t str, OffsetError> {
        let bytes = self.byte_range(range)?;
        let len = self.text.len();
        self.text.get(bytes).ok_or(OffsetError::OutOfRange {
            at: range.end as usize,
            len,
        })
    }

    /// The place whose `unit` is `at`: from the last mark that is not behind it, character by character.
    fn find(&self, at: usize, unit: impl Fn(Place) -> usize) -> Result<Place, OffsetError> {
        let len = unit(self.end);
        if at > len {
            return Err(OffsetError::OutOfRange { at, len });
        }
        if self.marks.is_empty() {
            let same = u32::try_from(at).unwrap_or(u32::MAX);
            return Ok(Place {
                byte: at,
                code_point: same,
                utf16: same,
            });
        }
        let behind = self.marks.partition_point(|&mark| unit(mark) <= at);
        let mut place = behind
            .checked_sub(1)
            .and_then(|i| self.marks.get(i))
            .copied()
            .unwrap_or_default();
        for c in self.text.get(place.byte..).unwrap_or_default().chars() {
            if unit(place) >= at {
                break;
            }
            place = place.after(c);
        }
        if unit(place) == at {
            Ok(place)
        } else {
            Err(OffsetError::InsideCharacter { at })
        }
    }
}
