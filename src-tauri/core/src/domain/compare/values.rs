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
    ascending: Vec<Key>,
    amounts: Vec<Amount>,
}

/// The point, low and high of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Placed {
    pub(super) point: Value,
    pub(super) low: Value,
    pub(super) high: Value,
}

/// Orders like the amount itself, and faster: the whole part, then the fraction in 10⁻²⁸.
type Key = (i128, i128);

fn key(amount: Amount) -> Key {
    let decimal = amount.decimal();
    let (mantissa, scale) = (decimal.mantissa(), decimal.scale());
    if scale == 0 {
        return (mantissa, 0);
    }
    // An amount has at most 28 digits after the point, so that both powers fit.
    let one = 10_i128.saturating_pow(scale);
    let rest = 10_i128.saturating_pow(28_u32.saturating_sub(scale));
    (
        mantissa.div_euclid(one),
        mantissa.rem_euclid(one).saturating_mul(rest),
    )
}

impl Values {
    pub(super) fn of(figures: &[Figure]) -> Values {
        let mut keyed: Vec<(Key, Amount)> = Vec::with_capacity(figures.len());
        for figure in figures {
            let Figure {
                point, low, high, ..
            } = *figure;
            let bounds = [
                low.filter(|_| low != point),
                high.filter(|_| high != point && high != low),
            ];
            keyed.extend(
                [point, bounds[0], bounds[1]]
                    .into_iter()
                    .flatten()
                    .map(|amount| (key(amount), amount)),
            );
        }
        keyed.sort_unstable_by_key(|&(key, _)| key);
        keyed.dedup_by_key(|&mut (key, _)| key);
        let (ascending, amounts) = keyed.into_iter().unzip();
        Values { ascending, amounts }
    }

    /// The values of a figure's numbers.
    pub(super) fn place(&self, figure: &Figure) -> Placed {
        let Figure {
            point, low, high, ..
        } = *figure;
        let point_value = point.map_or(OPEN_LOW, |point| self.value(point));
        let of_bound = |bound: Option<Amount>, open: Value| match bound {
            None => open,
            same if same == point => point_value,
            Some(bound) => self.value(bound),
        };
        Placed {
            point: point_value,
            low: of_bound(low, OPEN_LOW),
            high: of_bound(high, OPEN_HIGH),
        }
    }

    /// The number behind a value; nothing for an open end.
    pub(super) fn amount(&self, value: Value) -> Option<Amount> {
        self.amounts
            .get(usize::try_from(value.checked_sub(1)?).ok()?)
            .copied()
    }

    fn value(&self, amount: Amount) -> Value {
        let key = key(amount);
        let below = self.ascending.partition_point(|&other| other < key);
        Value::try_from(below + 1).unwrap_or(OPEN_HIGH)
    }
}
