//! Numbers, replaced by their places among all numbers of the input, so that the hot loops compare integers.

use onrecord_reading::Amount;

use super::input::Figure;

/// A number's place among all numbers of the input, from 1 on. As a low bound [`OPEN_LOW`] is below every number, as a
/// high bound [`OPEN_HIGH`] above.
pub(super) type Value = u32;

/// No low bound; also no point.
pub(super) const OPEN_LOW: Value = 0;
/// No high bound.
pub(super) const OPEN_HIGH: Value = Value::MAX;

/// All numbers of the input, ascending, each once.
#[derive(Debug, Default)]
pub(super) struct Values {
    ascending: Vec<Amount>,
}

impl Values {
    pub(super) fn of(figures: &[Figure]) -> Values {
        let mut ascending: Vec<Amount> = figures
            .iter()
            .flat_map(|figure| [figure.point, figure.low, figure.high])
            .flatten()
            .collect();
        ascending.sort_unstable();
        ascending.dedup();
        Values { ascending }
    }

    /// The value of a point or low bound.
    pub(super) fn low(&self, amount: Option<Amount>) -> Value {
        amount.map_or(OPEN_LOW, |amount| self.value(amount))
    }

    /// The value of a high bound.
    pub(super) fn high(&self, amount: Option<Amount>) -> Value {
        amount.map_or(OPEN_HIGH, |amount| self.value(amount))
    }

    /// The number behind a value; nothing for an open end.
    pub(super) fn amount(&self, value: Value) -> Option<Amount> {
        self.ascending
            .get(usize::try_from(value.checked_sub(1)?).ok()?)
            .copied()
    }

    fn value(&self, amount: Amount) -> Value {
        let below = self.ascending.partition_point(|&other| other < amount);
        Value::try_from(below + 1).unwrap_or(OPEN_HIGH)
    }
}
