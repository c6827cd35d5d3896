//! Ordinals that are written with a point, and clock times that are written like decimals.

use crate::Amount;
use crate::quantity::Scan;
use crate::sense::Context;
use crate::token::Kind;

impl Scan<'_> {
    /// "un helicóptero Orbe 412": the number behind a name that a noun stands against, with nothing counted behind it.
    pub fn numbers_a_model(&self, start: usize, end: usize) -> bool {
        let Some(name) = start.checked_sub(1).filter(|&at| self.names(at)) else {
            return false;
        };
        let noun = name.checked_sub(1).is_some_and(|at| {
            self.context(at, Context::Thing).is_some() || self.context(at, Context::Label).is_some()
        });
        noun && !self.is_counted(end) && self.unit_at(end).is_none()
    }

    /// "am 9. Januar", "der 18. Tag", "die 3. Armee", in languages that write ordinals with a point.
    pub fn is_ordinal(&self, start: usize, end: usize) -> bool {
        let point = self.past_ordinal_point(end);
        if point == end || self.adjacent(point).is_some() {
            return false;
        }
        let goes_on = self
            .token(point)
            .is_some_and(|next| next.kind == Kind::Word && !next.capital);
        goes_on
            || self.month(point)
            || (self.context_before(start, Context::Definite).is_some()
                && self.token(point).is_some())
    }

    /// "am 22.04", "28.10.", in languages that write ordinals with a point: no decimals, but a day and its month.
    pub fn is_written_date(&self, start: usize, end: usize) -> bool {
        let part = |at: usize| {
            let token = self.token(at).filter(|token| token.kind == Kind::Digits)?;
            let digits = self.text.get(token.span())?;
            (digits.len() <= 2).then(|| digits.parse::<u32>().ok())?
        };
        let (Some(day), Some(month)) = (part(start), part(start + 2)) else {
            return false;
        };
        let written =
            end == start + 3 && self.is_mark(start + 1, '.') && self.lexicon.ordinal_point;
        written
            && (1..=31).contains(&day)
            && (1..=12).contains(&month)
            && self.unit_at(end).is_none()
            && (self.past_ordinal_point(end) > end
                || self.context_before(start, Context::Definite).is_some())
    }

    /// The token after the point that makes an ordinal of the digits that end at `end`, else `end`.
    pub fn past_ordinal_point(&self, end: usize) -> usize {
        let pointed =
            self.lexicon.ordinal_point && self.is_mark(end, '.') && self.adjacent(end).is_some();
        if pointed { end + 1 } else { end }
    }

    /// "alle 14.30", "a las 14,30": an hour with its minutes, or an hour by itself that counts nothing.
    pub fn is_clock_time(&self, start: usize, end: usize, amount: Amount) -> bool {
        if self.context_before(start, Context::ClockBefore).is_none()
            || amount >= Amount::from(25)
            || self.unit_at(end).is_some()
        {
            return false;
        }
        let minutes = end
            .checked_sub(1)
            .filter(|&last| last == start + 2)
            .and_then(|last| self.token(last))
            .is_some_and(|last| last.span().len() == 2);
        let spelled = self
            .token(start)
            .is_some_and(|token| token.kind == Kind::Word);
        let alone = (spelled || end == start + 1)
            && self.token(end).is_none_or(|next| next.kind != Kind::Word)
            || self.context(end, Context::Function).is_some();
        minutes || alone
    }
}
