//! Tables for people: columns aligned by the width that a terminal gives each letter.

use unicode_width::UnicodeWidthStr;

/// How a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Words, from the left.
    Left,
    /// Numbers, from the right.
    Right,
}

/// The widest that a cell may be; what is longer is cut and ends in `…`.
const WIDEST: usize = 60;

/// Lines of aligned cells under a header, two blanks between columns.
pub fn aligned(header: &[(String, Side)], rows: &[Vec<String>]) -> String {
    let cells = |row: &Vec<String>| row.iter().map(|cell| shortened(cell)).collect::<Vec<_>>();
    let rows: Vec<_> = rows.iter().map(cells).collect();
    let widths: Vec<_> = header
        .iter()
        .enumerate()
        .map(|(column, (name, _))| {
            let widest = rows
                .iter()
                .filter_map(|row| row.get(column))
                .map(|cell| cell.width())
                .max();
            widest.unwrap_or(0).max(name.width())
        })
        .collect();
    let mut lines = String::new();
    let mut line = |cells: &mut dyn Iterator<Item = &str>| {
        let mut text = String::new();
        for ((cell, width), (_, side)) in cells.zip(&widths).zip(header) {
            let gap = " ".repeat(width.saturating_sub(cell.width()));
            match side {
                Side::Left => text.extend([cell, &gap, "  "]),
                Side::Right => text.extend([&gap, cell, "  "]),
            }
        }
        lines.push_str(text.trim_end());
        lines.push('\n');
    };
    line(&mut header.iter().map(|(name, _)| name.as_str()));
    for row in &rows {
        line(&mut row.iter().map(String::as_str));
    }
    lines
}

/// A cell on one line, no wider than [`WIDEST`].
fn shortened(cell: &str) -> String {
    let one_line: String = cell
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    if one_line.width() <= WIDEST {
        return one_line;
    }
    let mut short = String::new();
    for letter in one_line.chars() {
        if short.width() + unicode_width::UnicodeWidthChar::width(letter).unwrap_or(0) >= WIDEST {
            break;
        }
        short.push(letter);
    }
    short.push('…');
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn aligns_by_width() {
        let header = [
            ("name".to_owned(), Side::Left),
            ("n".to_owned(), Side::Right),
        ];
        let rows = [
            vec!["東京".to_owned(), "7".to_owned()],
            vec!["Élan\nvital".to_owned(), "1300".to_owned()],
        ];
        assert_eq!(
            aligned(&header, &rows),
            "name           n\n東京           7\nÉlan vital  1300\n"
        );
    }

    #[test]
    fn cuts_what_is_too_wide() {
        assert_eq!(shortened(&"x".repeat(61)), format!("{}…", "x".repeat(59)));
        assert_eq!(shortened(&"東".repeat(40)).width(), 59);
    }
}
