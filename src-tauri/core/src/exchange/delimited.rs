//! Reading delimited text as RFC 4180 writes it, with the physical line of every record.

/// A record: the line that it begins on, and its cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// From 1. A quoted cell may hold several physical lines, and each counts.
    pub line: usize,
    /// The cells, quotes taken off.
    pub cells: Vec<String>,
}

/// A cell that cannot be read; the rest of the text is lost with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnclosedQuote {
    /// The line that the quote opens on.
    pub line: usize,
}

/// Reads records one after another.
///
/// Lines end with CR LF, LF or CR; blank lines are no records. A quote that stands inside an unquoted cell is a
/// letter, and so is what follows a closing quote.
pub struct Records<'a> {
    rest: &'a str,
    delimiter: char,
    line: usize,
}

impl<'a> Records<'a> {
    /// The records of `text`, whose cells end at `delimiter`.
    pub fn new(text: &'a str, delimiter: char) -> Records<'a> {
        Records {
            rest: text,
            delimiter,
            line: 1,
        }
    }

    fn next_char(&mut self) -> Option<char> {
        let mut letters = self.rest.chars();
        let letter = letters.next()?;
        self.rest = letters.as_str();
        Some(letter)
    }

    /// Takes the LF of a CR LF and counts the line.
    fn end_line(&mut self, ending: char) {
        if ending == '\r' {
            self.rest = self.rest.strip_prefix('\n').unwrap_or(self.rest);
        }
        self.line += 1;
    }

    /// The inside of a quoted cell, as far as its closing quote.
    fn quoted(&mut self) -> Result<String, UnclosedQuote> {
        let opened = self.line;
        let mut cell = String::new();
        while let Some(letter) = self.next_char() {
            match letter {
                '"' => match self.rest.strip_prefix('"') {
                    Some(rest) => {
                        self.rest = rest;
                        cell.push('"');
                    }
                    None => return Ok(cell),
                },
                '\r' | '\n' => {
                    let with_lf = letter == '\r' && self.rest.starts_with('\n');
                    cell.push(letter);
                    if with_lf {
                        cell.push('\n');
                    }
                    self.end_line(letter);
                }
                other => cell.push(other),
            }
        }
        self.rest = "";
        Err(UnclosedQuote { line: opened })
    }

    fn record(&mut self) -> Result<Record, UnclosedQuote> {
        let line = self.line;
        let mut cells = Vec::new();
        loop {
            let mut cell = String::new();
            if let Some(rest) = self.rest.strip_prefix('"') {
                self.rest = rest;
                cell = self.quoted()?;
            }
            let delimiter = self.delimiter;
            let ends = |letter: char| letter == delimiter || letter == '\r' || letter == '\n';
            let (plain, rest) = match self
                .rest
                .find(ends)
                .and_then(|end| self.rest.split_at_checked(end))
            {
                Some(parts) => parts,
                None => (self.rest, ""),
            };
            cell.push_str(plain);
            self.rest = rest;
            cells.push(cell);
            match self.next_char() {
                Some(letter) if letter == delimiter => {}
                Some(ending) => {
                    self.end_line(ending);
                    return Ok(Record { line, cells });
                }
                None => return Ok(Record { line, cells }),
            }
        }
    }
}

impl Iterator for Records<'_> {
    type Item = Result<Record, UnclosedQuote>;

    fn next(&mut self) -> Option<Self::Item> {
        while let Some(letter @ ('\r' | '\n')) = self.rest.chars().next() {
            self.next_char();
            self.end_line(letter);
        }
        if self.rest.is_empty() {
            None
        } else {
            Some(self.record())
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn read(text: &str, delimiter: char) -> Vec<(usize, Vec<String>)> {
        Records::new(text, delimiter)
            .map(|record| record.unwrap())
            .map(|record| (record.line, record.cells))
            .collect()
    }

    fn row(line: usize, cells: &[&str]) -> (usize, Vec<String>) {
        (line, cells.iter().map(|cell| (*cell).to_owned()).collect())
    }

    #[test]
    fn counts_physical_lines() {
        let text = "a,b\r\n\"one\r\ntwo\",2\r\n\r\n3,\"\"\"q\"\"\"\r\n,";
        assert_eq!(
            read(text, ','),
            [
                row(1, &["a", "b"]),
                row(2, &["one\r\ntwo", "2"]),
                row(5, &["3", "\"q\""]),
                row(6, &["", ""])
            ]
        );
    }

    #[test]
    fn reads_other_delimiters_and_line_ends() {
        assert_eq!(
            read("a;b\r1;2", ';'),
            [row(1, &["a", "b"]), row(2, &["1", "2"])]
        );
        assert_eq!(read("a\t\"x\ty\"\n", '\t'), [row(1, &["a", "x\ty"])]);
        assert_eq!(read("5\" gun,x\n", ','), [row(1, &["5\" gun", "x"])]);
    }

    #[test]
    fn an_unclosed_quote_names_the_line_it_opens_on() {
        let mut records = Records::new("a\n\"b\nc", ',');
        assert!(records.next().unwrap().is_ok());
        assert_eq!(records.next().unwrap(), Err(UnclosedQuote { line: 2 }));
        assert!(records.next().is_none());
    }
}
