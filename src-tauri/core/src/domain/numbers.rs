//! The numbers of an article that may be figures, and those of them that no figure has taken.

use super::offsets::Offsets;
use onrecord_reading::Reader;
use std::ops::Range;

/// The numbers in a text that may be figures, in code points and in order. `language` is the text's, empty where it is
/// not known.
#[must_use]
pub fn numbers(text: &Offsets<'_>, language: &str) -> Vec<Range<u32>> {
    let found = Reader::for_language(language).numbers(text.text());
    found
        .iter()
        .filter_map(|number| {
            let start = text.code_point_of_byte(number.span.start).ok()?;
            Some(start..text.code_point_of_byte(number.span.end).ok()?)
        })
        .collect()
}

/// How many of the numbers no figure lies over. Both in order of their beginnings.
#[must_use]
pub fn left(numbers: &[Range<u32>], figures: &[Range<u32>]) -> usize {
    let mut figures = figures.iter().peekable();
    let mut reach = 0;
    let free = |number: &&Range<u32>| {
        while let Some(figure) = figures.next_if(|figure| figure.start < number.end) {
            reach = reach.max(figure.end);
        }
        reach <= number.start
    };
    numbers.iter().filter(free).count()
}
