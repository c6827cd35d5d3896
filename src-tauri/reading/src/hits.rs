//! The phrases of a text, looked up once: by where they begin and by where they end.

use crate::phrases::Phrases;
use crate::sense::Sense;
use crate::token::Token;

/// Every phrase that some tokens hold.
#[derive(Debug, Default)]
pub(crate) struct Hits {
    /// The token behind each phrase and a meaning of it, by where it begins; shorter phrases first.
    from: Vec<(usize, Sense)>,
    /// Where in `from` those of each token begin.
    starts: Vec<usize>,
    /// The first token of each phrase and a meaning of it, by where it ends; longer phrases first.
    until: Vec<(usize, Sense)>,
    /// Where in `until` those that end before each token begin.
    ends: Vec<usize>,
}

impl Hits {
    pub fn new(phrases: &Phrases, tokens: &[Token]) -> Hits {
        let mut from = Vec::with_capacity(tokens.len() * 2);
        let mut starts = Vec::with_capacity(tokens.len() + 1);
        let mut ends = vec![0; tokens.len() + 2];
        for at in 0..tokens.len() {
            starts.push(from.len());
            for (end, sense) in phrases.at(tokens, at) {
                from.push((end, sense));
                if let Some(count) = ends.get_mut(end + 1) {
                    *count += 1;
                }
            }
        }
        starts.push(from.len());
        let mut sum = 0;
        for count in &mut ends {
            sum += *count;
            *count = sum;
        }
        let mut next = ends.clone();
        let mut until = vec![(0, Sense::Of); from.len()];
        for (at, pair) in starts.windows(2).enumerate() {
            let &[first, last] = pair else { continue };
            for &(end, sense) in from.get(first..last).unwrap_or_default() {
                let Some(place) = next.get_mut(end) else {
                    continue;
                };
                if let Some(slot) = until.get_mut(*place) {
                    *slot = (at, sense);
                }
                *place += 1;
            }
        }
        Hits {
            from,
            starts,
            until,
            ends,
        }
    }

    /// The phrases that begin at a token: the token behind each, and its meanings; shorter phrases first.
    pub fn at(&self, at: usize) -> &[(usize, Sense)] {
        slice(&self.from, &self.starts, at)
    }

    /// The phrases that end right before a token: the first token of each, and its meanings; longer phrases first.
    pub fn before(&self, end: usize) -> &[(usize, Sense)] {
        slice(&self.until, &self.ends, end)
    }
}

fn slice<'h>(all: &'h [(usize, Sense)], bounds: &[usize], at: usize) -> &'h [(usize, Sense)] {
    match (bounds.get(at), bounds.get(at + 1)) {
        (Some(&first), Some(&last)) => all.get(first..last).unwrap_or_default(),
        _ => &[],
    }
}
