//! Whom a figure leaves out and what was counted: within a row, these decide what can be compared.

use super::hash::NumberMap;
use crate::domain::vocabulary::WordId;

/// What a figure excludes and the partial basis it counts on, if any.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Class {
    /// Words it excludes, ascending, each once.
    excludes: Vec<u32>,
    basis: Option<WordId>,
}

/// How the figures of one class stand to those of another in the same row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Versus {
    /// They count the same.
    Same,
    /// They count some of the others'.
    Part,
    /// The others count some of theirs.
    Whole,
    /// They count differently, in whom they leave out, in what was counted, or both.
    Differ { inclusion: bool, basis: bool },
}

impl Class {
    /// How figures of this class stand to figures of another.
    pub(super) fn versus(&self, other: &Class) -> Versus {
        let inclusion = if self.excludes == other.excludes {
            Versus::Same
        } else if self.leaves_out_all_of(other) {
            Versus::Part
        } else if other.leaves_out_all_of(self) {
            Versus::Whole
        } else {
            Versus::Differ {
                inclusion: true,
                basis: false,
            }
        };
        let basis = match (self.basis, other.basis) {
            (mine, theirs) if mine == theirs => Versus::Same,
            (Some(_), None) => Versus::Part,
            (None, Some(_)) => Versus::Whole,
            _ => Versus::Differ {
                inclusion: false,
                basis: true,
            },
        };
        match (inclusion, basis) {
            (Versus::Differ { .. }, Versus::Differ { .. })
            | (Versus::Part, Versus::Whole)
            | (Versus::Whole, Versus::Part) => Versus::Differ {
                inclusion: true,
                basis: true,
            },
            (differ @ Versus::Differ { .. }, _) | (_, differ @ Versus::Differ { .. }) => differ,
            (Versus::Same, basis) => basis,
            (inclusion, _) => inclusion,
        }
    }

    /// Whether figures of this class, in a row inside another, can be parts of figures of that class there: a whole
    /// with a partial basis has only parts of that basis, one that excludes something only parts that exclude it too.
    pub(super) fn can_be_part_of(&self, whole: &Class) -> bool {
        (whole.basis.is_none() || whole.basis == self.basis) && self.leaves_out_all_of(whole)
    }

    fn leaves_out_all_of(&self, other: &Class) -> bool {
        let mut mine = self.excludes.iter();
        other
            .excludes
            .iter()
            .all(|word| mine.by_ref().find(|&own| own >= word) == Some(word))
    }
}

/// The classes of all figures, numbered.
#[derive(Debug, Default)]
pub(super) struct Classes {
    list: Vec<Class>,
    numbers: NumberMap<Class, u32>,
    without_excludes: NumberMap<Option<WordId>, u32>,
}

impl Classes {
    /// The number of the class of figures that exclude these words and count on this partial basis.
    pub(super) fn number(&mut self, mut excludes: Vec<u32>, basis: Option<WordId>) -> u32 {
        if excludes.is_empty()
            && let Some(&number) = self.without_excludes.get(&basis)
        {
            return number;
        }
        excludes.sort_unstable();
        excludes.dedup();
        let plain = excludes.is_empty();
        let class = Class { excludes, basis };
        let next = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry(class.clone()).or_insert(next);
        if number == next {
            self.list.push(class);
        }
        if plain {
            self.without_excludes.insert(basis, number);
        }
        number
    }

    /// The class of that number.
    pub(super) fn class(&self, number: u32) -> Option<&Class> {
        self.list.get(usize::try_from(number).ok()?)
    }

    /// [`Class::versus`], by number.
    pub(super) fn versus(&self, a: u32, b: u32) -> Versus {
        match (self.class(a), self.class(b)) {
            (Some(a_class), Some(b_class)) if a != b => a_class.versus(b_class),
            _ => Versus::Same,
        }
    }

    /// [`Class::can_be_part_of`], by number.
    pub(super) fn can_be_part_of(&self, part: u32, whole: u32) -> bool {
        match (self.class(part), self.class(whole)) {
            (Some(part_class), Some(whole_class)) => {
                part == whole || part_class.can_be_part_of(whole_class)
            }
            _ => false,
        }
    }
}
