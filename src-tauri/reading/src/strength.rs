//! Numbers that tell how strong or how long something was, and count nothing.

use crate::quantity::Scan;
use crate::sense::{Context, Sense};
use crate::token::Kind;

/// How many tokens two magnitudes and the word between them have.
const MAGNITUDES: usize = 6;

impl Scan<'_> {
    /// "magnitude 5,3", and the second of "magnitude 5,3 et 5,1".
    pub fn is_magnitude(&self, start: usize) -> bool {
        let numeric = |at: &usize| {
            self.token(*at).is_some_and(|token| {
                matches!(token.kind, Kind::Digits | Kind::Mark(',' | '.' | '-' | '–'))
            }) || self.is(*at, Sense::Joiner).is_some()
        };
        let first = (start.saturating_sub(MAGNITUDES)..start)
            .rev()
            .take_while(numeric)
            .last();
        self.context_before(first.unwrap_or(start), Context::Magnitude)
            .is_some()
    }

    /// "48 hours", "34-year-old", "6.8-magnitude", "10 a.m.".
    pub fn is_measured_in_time(&self, end: usize) -> bool {
        let mut at = self.past_hyphen(end);
        while let Some(next) = self
            .context(at, Context::Spell)
            .filter(|&next| next <= end + 3)
        {
            at = next;
        }
        [Context::Duration, Context::ClockAfter, Context::Magnitude]
            .into_iter()
            .any(|context| self.context(at, context).is_some())
    }
}
