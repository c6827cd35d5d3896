//! All places of one string in another, overlapping ones too, in linear time.

/// The byte offsets at which `needle` begins in `haystack`, in order. None for an empty needle.
///
/// The first is found by the standard library's fast search, the others by Knuth, Morris and Pratt, because searching
/// anew from each place is quadratic where a text repeats itself.
pub(super) fn occurrences(haystack: &str, needle: &str) -> Vec<usize> {
    if needle.is_empty() {
        return Vec::new();
    }
    let Some(first) = haystack.find(needle) else {
        return Vec::new();
    };
    let rest = haystack.get(first..).unwrap_or_default();
    if rest.len() == needle.len() {
        return vec![first];
    }
    let needle = needle.as_bytes();
    let borders = borders(needle);
    let mut found = Vec::new();
    let mut matched = 0;
    for (i, &byte) in rest.as_bytes().iter().enumerate() {
        matched = extend(needle, &borders, matched, byte);
        if matched == needle.len() {
            found.push(first + i + 1 - needle.len());
        }
    }
    found
}

/// For each length of a prefix of `needle`, the length of the longest shorter prefix that is also its suffix.
fn borders(needle: &[u8]) -> Vec<usize> {
    let mut borders = vec![0, 0];
    let mut matched = 0;
    for &byte in needle.iter().skip(1) {
        matched = extend(needle, &borders, matched, byte);
        borders.push(matched);
    }
    borders
}

/// How much of `needle` is matched after one more byte, when `matched` bytes were before it.
fn extend(needle: &[u8], borders: &[usize], mut matched: usize, byte: u8) -> usize {
    loop {
        if needle.get(matched) == Some(&byte) {
            return matched + 1;
        }
        if matched == 0 {
            return 0;
        }
        matched = borders.get(matched).copied().unwrap_or(0);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn overlapping_places_are_all_found() {
        assert_eq!(occurrences("bananas", "ana"), [1, 3]);
        assert_eq!(occurrences("aaaa", "aa"), [0, 1, 2]);
        assert_eq!(occurrences("éé", "é"), [0, 2]);
        assert!(occurrences("abc", "").is_empty());
        assert!(occurrences("", "a").is_empty());
    }

    proptest! {
        #[test]
        fn as_a_look_at_every_place(haystack in "[abé]{0,40}", needle in "[abé]{1,4}") {
            let slow: Vec<usize> = haystack
                .char_indices()
                .map(|(i, _)| i)
                .filter(|&i| haystack.get(i..).is_some_and(|rest| rest.starts_with(&needle)))
                .collect();
            prop_assert_eq!(occurrences(&haystack, &needle), slow);
        }
    }
}
