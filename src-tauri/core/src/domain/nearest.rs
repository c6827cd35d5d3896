//! Which of the places named in a sentence each of its numbers is about.

use std::ops::Range;

/// What a mark that parts clauses counts for, in bytes of distance.
const CLAUSE: usize = 60;

/// Whether two neighbouring numbers may be about a place that is named once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// "18 killed and 30 injured in Selin".
    Yes,
    /// "96 killed, 60 of them in Selin".
    No,
}

/// The place of each number, by the name of the place. Each place goes to the number that it stands nearest to, clauses
/// counting; a number without one takes that of a neighbour that it can share one with.
pub fn nearest(
    words: &str,
    numbers: &[Range<usize>],
    places: &[(Range<usize>, String)],
    shared: impl Fn(usize, usize) -> Shared,
) -> Vec<Option<String>> {
    let mut best: Vec<Option<(usize, &String)>> = vec![None; numbers.len()];
    for (span, place) in places {
        let nearest = numbers
            .iter()
            .enumerate()
            .map(|(at, number)| (distance(words, number, span), at))
            .min();
        let Some((distance, at)) = nearest else {
            continue;
        };
        if let Some(slot) = best.get_mut(at)
            && slot.is_none_or(|(least, _)| distance < least)
        {
            *slot = Some((distance, place));
        }
    }
    let own: Vec<Option<String>> = best
        .iter()
        .map(|best| best.map(|(_, place)| place.clone()))
        .collect();
    let get = |at: Option<usize>| at.and_then(|at| own.get(at).cloned().flatten());
    own.iter()
        .enumerate()
        .map(|(at, place)| {
            let behind = || get(Some(at + 1)).filter(|_| shared(at, at + 1) == Shared::Yes);
            let before = at.checked_sub(1);
            let front = || {
                let before = before?;
                get(Some(before)).filter(|_| shared(before, at) == Shared::Yes)
            };
            place.clone().or_else(behind).or_else(front)
        })
        .collect()
}

/// How far a place stands from a number. One behind it is nearer than one before it: "18 in Selin, 12 in Marsa".
fn distance(words: &str, number: &Range<usize>, place: &Range<usize>) -> usize {
    let (between, turn) = if place.start >= number.end {
        (number.end..place.start, 0)
    } else {
        (place.end..number.start.max(place.end), 1)
    };
    let text = words.get(between).unwrap_or_default();
    let clauses = text
        .chars()
        .filter(|mark| matches!(mark, ',' | ';' | ':' | '–' | '—' | '.' | '،' | '؛'))
        .count();
    text.len() + clauses * CLAUSE + turn
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(text: &str, numbers: &[&str], places: &[&str], shared: Shared) -> Vec<String> {
        let span = |word: &str| {
            let at = text.find(word).unwrap_or_default();
            at..at + word.len()
        };
        let numbers: Vec<_> = numbers.iter().map(|word| span(word)).collect();
        let places: Vec<_> = places
            .iter()
            .map(|word| (span(word), (*word).to_owned()))
            .collect();
        nearest(text, &numbers, &places, |_, _| shared)
            .into_iter()
            .map(Option::unwrap_or_default)
            .collect()
    }

    #[test]
    fn each_number_has_its_own_place() {
        assert_eq!(
            places(
                "They killed 18 in Selin, 12 in Marsa and 9 at sea",
                &["18", "12", "9"],
                &["Selin", "Marsa"],
                Shared::No
            ),
            ["Selin", "Marsa", ""]
        );
        assert_eq!(
            places(
                "In Selin 18 died, in Marsa 12.",
                &["18", "12"],
                &["Selin", "Marsa"],
                Shared::No
            ),
            ["Selin", "Marsa"]
        );
    }

    #[test]
    fn a_total_does_not_lie_where_its_part_does() {
        assert_eq!(
            places(
                "96 died, 60 of them in Selin",
                &["96", "60"],
                &["Selin"],
                Shared::No
            ),
            ["", "Selin"]
        );
        assert_eq!(
            places(
                "18 died and 30 were hurt in Selin",
                &["18", "30"],
                &["Selin"],
                Shared::Yes
            ),
            ["Selin", "Selin"]
        );
    }
}
