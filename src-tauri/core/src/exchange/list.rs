//! Several texts in one cell, joined with `; `.
//!
//! A `;` inside a text is written `\;`. Backslashes that stand right before a `;`, inside a text or at the end of one
//! that another follows, are doubled, so that reading gives back exactly the texts that were written; all other
//! backslashes stay as they are.

/// Adds `item` to the end of `cell`.
pub fn push_item(cell: &mut String, item: &str) {
    if !cell.is_empty() {
        double_trailing_backslashes(cell);
        cell.push_str("; ");
    }
    for part in item.split_inclusive(';') {
        match part.strip_suffix(';') {
            Some(before) => {
                cell.push_str(before);
                // Only those of this part: a part before it ends in `;`.
                double_trailing_backslashes(cell);
                cell.push_str("\\;");
            }
            None => cell.push_str(part),
        }
    }
}

fn double_trailing_backslashes(cell: &mut String) {
    let count = cell.len() - cell.trim_end_matches('\\').len();
    cell.extend(std::iter::repeat_n('\\', count));
}

/// The texts of a cell, blanks around them taken off; empty ones are none.
pub fn split_items(cell: &str) -> Vec<String> {
    let mut items = Vec::new();
    let mut item = String::new();
    let mut backslashes = 0;
    for letter in cell.chars() {
        match letter {
            '\\' => backslashes += 1,
            ';' => {
                item.extend(std::iter::repeat_n('\\', backslashes / 2));
                if backslashes % 2 == 1 {
                    item.push(';');
                } else {
                    items.push(std::mem::take(&mut item));
                }
                backslashes = 0;
            }
            other => {
                item.extend(std::iter::repeat_n('\\', backslashes));
                backslashes = 0;
                item.push(other);
            }
        }
    }
    item.extend(std::iter::repeat_n('\\', backslashes));
    items.push(item);
    items
        .into_iter()
        .map(|item| item.trim().to_owned())
        .filter(|item| !item.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(items: &[&str]) -> String {
        let mut cell = String::new();
        for item in items {
            push_item(&mut cell, item);
        }
        cell
    }

    #[test]
    fn joins_and_splits() {
        assert_eq!(joined(&["Interfax", "Le Soir"]), "Interfax; Le Soir");
        assert_eq!(joined(&["a;b", "c"]), "a\\;b; c");
        assert_eq!(split_items("a;b ;; c;"), ["a", "b", "c"]);
        assert_eq!(split_items("  "), Vec::<String>::new());
    }

    #[test]
    fn splitting_gives_back_what_was_joined() {
        for items in [
            &["a", "b"][..],
            &["a;", ";b", "c;;d"],
            &["a\\", "b\\\\", "c"],
            &["a\\;b", "\\", "\\;"],
            &["C:\\data", "x"],
            &[";", ";"],
        ] {
            assert_eq!(split_items(&joined(items)), items, "{items:?}");
        }
    }
}
