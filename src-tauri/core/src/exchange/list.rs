//! Several texts in one cell, joined with `; `; a `;` inside a text is written `\;`.

/// Adds `item` to the end of `cell`.
pub fn push_item(cell: &mut String, item: &str) {
    if !cell.is_empty() {
        cell.push_str("; ");
    }
    cell.push_str(&item.replace(';', "\\;"));
}

/// The texts of a cell, blanks around them taken off; empty ones are none.
pub fn split_items(cell: &str) -> Vec<String> {
    let mut items = vec![String::new()];
    let mut letters = cell.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            ';' => items.push(String::new()),
            _ => {
                let escaped = letter == '\\' && letters.next_if_eq(&';').is_some();
                if let Some(item) = items.last_mut() {
                    item.push(if escaped { ';' } else { letter });
                }
            }
        }
    }
    items
        .into_iter()
        .map(|item| item.trim().to_owned())
        .filter(|item| !item.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins_and_splits() {
        for (items, cell) in [
            (&["Interfax", "Le Soir"][..], "Interfax; Le Soir"),
            (&["a;b", "c"], "a\\;b; c"),
            (&["C:\\data", ";"], "C:\\data; \\;"),
        ] {
            let mut joined = String::new();
            for item in items {
                push_item(&mut joined, item);
            }
            assert_eq!(joined, cell);
            assert_eq!(split_items(cell), items);
        }
    }

    #[test]
    fn blanks_and_empty_texts_are_nothing() {
        assert_eq!(split_items("a;b ;; c;"), ["a", "b", "c"]);
        assert_eq!(split_items("  "), Vec::<String>::new());
    }
}
