//! Writing CSV as RFC 4180 has it: cells parted by commas, lines ended by CR LF, quotes doubled, UTF-8.

use std::io::{self, Write};

use super::guard::needs_guard;
use super::table::CellKind;

/// A byte order mark, which tells spreadsheet programs that the file is UTF-8.
pub const BOM: &[u8] = b"\xEF\xBB\xBF";

/// Writes a table cell by cell. Nothing is kept of what was written: cells go straight to the buffer underneath.
pub struct CsvWriter<W: Write> {
    out: W,
    cells: usize,
    /// Whether all that was written of this row is nothing.
    blank: bool,
    raw: bool,
}

impl<W: Write> CsvWriter<W> {
    /// Writes to `out`, which should be buffered; `raw` leaves out the formula guard.
    pub fn new(out: W, raw: bool) -> CsvWriter<W> {
        CsvWriter {
            out,
            cells: 0,
            blank: true,
            raw,
        }
    }

    /// A line of column names.
    ///
    /// # Errors
    /// Those of the output.
    pub fn header<'n>(&mut self, names: impl IntoIterator<Item = &'n str>) -> io::Result<()> {
        for name in names {
            self.cell(CellKind::Word, name)?;
        }
        self.end_row()
    }

    /// The next cell of the row. An empty text is an empty cell.
    ///
    /// # Errors
    /// Those of the output.
    pub fn cell(&mut self, kind: CellKind, text: &str) -> io::Result<()> {
        self.separate()?;
        self.blank &= text.is_empty();
        let bytes = text.as_bytes();
        let guard = !self.raw && kind.is_guarded() && needs_guard(text);
        if !needs_quotes(bytes) {
            if guard {
                self.out.write_all(b"'")?;
            }
            return self.out.write_all(bytes);
        }
        self.out.write_all(if guard { b"\"'" } else { b"\"" })?;
        let mut parts = bytes.split(|byte| *byte == b'"');
        if let Some(first) = parts.next() {
            self.out.write_all(first)?;
        }
        for part in parts {
            self.out.write_all(b"\"\"")?;
            self.out.write_all(part)?;
        }
        self.out.write_all(b"\"")
    }

    /// An empty cell.
    ///
    /// # Errors
    /// Those of the output.
    pub fn empty(&mut self) -> io::Result<()> {
        self.separate()
    }

    /// Ends the row.
    ///
    /// # Errors
    /// Those of the output.
    pub fn end_row(&mut self) -> io::Result<()> {
        // A line without anything on it would be no row at all.
        if self.cells == 1 && self.blank {
            self.out.write_all(b"\"\"")?;
        }
        self.cells = 0;
        self.blank = true;
        self.out.write_all(b"\r\n")
    }

    /// What is written to.
    pub fn get_ref(&self) -> &W {
        &self.out
    }

    /// Hands back what was written to, with everything flushed.
    ///
    /// # Errors
    /// Those of the output.
    pub fn finish(mut self) -> io::Result<W> {
        self.out.flush()?;
        Ok(self.out)
    }

    fn separate(&mut self) -> io::Result<()> {
        self.cells += 1;
        if self.cells == 1 {
            Ok(())
        } else {
            self.out.write_all(b",")
        }
    }
}

/// Whether a cell can only be written in quotes. Looks at whole chunks at once, which a processor does faster than byte by
/// byte with a way out after each.
fn needs_quotes(cell: &[u8]) -> bool {
    let special = |byte: &u8| matches!(byte, b'"' | b',' | b'\r' | b'\n');
    cell.chunks(64).any(|chunk| {
        chunk
            .iter()
            .fold(false, |found, byte| found | special(byte))
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::delimited::Records;
    use super::super::guard::unguarded;
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read_back(
            rows in prop::collection::vec(prop::collection::vec("[=+'\",;\r\n\t a-cé]{0,6}", 1..5), 1..6)
        ) {
            let mut writer = CsvWriter::new(Vec::new(), false);
            for row in &rows {
                for cell in row {
                    writer.cell(CellKind::Text, cell).unwrap();
                }
                writer.end_row().unwrap();
            }
            let text = String::from_utf8(writer.finish().unwrap()).unwrap();
            let read: Vec<Vec<String>> = Records::new(&text, ',')
                .map(|record| record.unwrap().cells)
                .map(|cells| cells.iter().map(|cell| unguarded(cell).to_owned()).collect())
                .collect();
            prop_assert_eq!(read, rows);
        }
    }

    fn written(raw: bool, cells: &[(CellKind, &str)]) -> String {
        let mut writer = CsvWriter::new(Vec::new(), raw);
        for (kind, text) in cells {
            writer.cell(*kind, text).unwrap();
        }
        writer.end_row().unwrap();
        String::from_utf8(writer.finish().unwrap()).unwrap()
    }

    #[test]
    fn quotes_what_needs_quotes() {
        let cells = [
            (CellKind::Text, "a,b"),
            (CellKind::Text, "a \"b\""),
            (CellKind::Text, "a\nb"),
            (CellKind::Text, "a;b"),
        ];
        assert_eq!(
            written(false, &cells),
            "\"a,b\",\"a \"\"b\"\"\",\"a\nb\",a;b\r\n"
        );
        assert_eq!(
            written(false, &[(CellKind::Text, ""), (CellKind::Text, "")]),
            ",\r\n"
        );
        assert_eq!(written(false, &[(CellKind::Text, "")]), "\"\"\r\n");
    }

    #[test]
    fn guards_text_and_leaves_numbers_alone() {
        let cells = [
            (CellKind::Text, "=1"),
            (CellKind::Number, "-18"),
            (CellKind::List, "'+a, \"b\""),
        ];
        assert_eq!(written(false, &cells), "'=1,-18,\"''+a, \"\"b\"\"\"\r\n");
        assert_eq!(written(true, &cells), "=1,-18,\"'+a, \"\"b\"\"\"\r\n");
    }
}
