//! Least values over parts of a list, in logarithmic time.

/// The least value among the items whose key is below a limit.
#[derive(Debug, Default)]
pub(super) struct Running {
    keys: Vec<i64>,
    least: Vec<u64>,
}

impl Running {
    /// From items in any order: key, value.
    pub(super) fn of(items: impl Iterator<Item = (i64, u64)>) -> Running {
        let mut items: Vec<(i64, u64)> = items.collect();
        items.sort_unstable();
        let mut least = u64::MAX;
        let mut running = Running::default();
        for (key, value) in items {
            least = least.min(value);
            running.keys.push(key);
            running.least.push(least);
        }
        running
    }

    /// The least value of a key below the limit.
    pub(super) fn below(&self, limit: i64) -> Option<u64> {
        self.first(self.keys.partition_point(|&key| key < limit))
    }

    fn first(&self, count: usize) -> Option<u64> {
        self.least.get(count.checked_sub(1)?).copied()
    }
}

/// A list of values that only ever sink, and the least of any stretch of it.
#[derive(Debug)]
pub(super) struct LeastOf {
    /// A complete binary tree: the parent of node `n` is `n / 2`, the leaves are the second half.
    nodes: Vec<u64>,
    leaves: usize,
}

impl LeastOf {
    /// A list of that length, all of it as great as can be.
    pub(super) fn with_len(len: usize) -> LeastOf {
        let leaves = len.next_power_of_two();
        LeastOf {
            nodes: vec![u64::MAX; 2 * leaves],
            leaves,
        }
    }

    /// Lets one value sink to `value`, unless it is lower already.
    pub(super) fn lower(&mut self, index: usize, value: u64) {
        let mut node = self.leaves + index;
        while node > 0 {
            match self.nodes.get_mut(node) {
                Some(least) if *least > value => *least = value,
                _ => return,
            }
            node /= 2;
        }
    }

    /// The least of a stretch, if anything has sunk there.
    pub(super) fn least(&self, from: usize, to: usize) -> Option<u64> {
        let (mut low, mut high) = (self.leaves + from, self.leaves + to.min(self.leaves));
        let mut least = u64::MAX;
        let node = |index: usize| self.nodes.get(index).copied().unwrap_or(u64::MAX);
        while low < high {
            if low % 2 == 1 {
                least = least.min(node(low));
                low += 1;
            }
            if high % 2 == 1 {
                high -= 1;
                least = least.min(node(high));
            }
            low /= 2;
            high /= 2;
        }
        (least != u64::MAX).then_some(least)
    }
}

/// How many of the numbers that were put in do not pass a limit.
#[derive(Debug)]
pub(super) struct CountUpTo<'k> {
    keys: &'k [i64],
    /// A Fenwick tree over the keys.
    counts: Vec<u32>,
}

impl<'k> CountUpTo<'k> {
    /// For numbers among `keys`, which ascend.
    pub(super) fn of(keys: &'k [i64]) -> CountUpTo<'k> {
        CountUpTo {
            keys,
            counts: vec![0; keys.len() + 1],
        }
    }

    /// Puts a number in.
    pub(super) fn put(&mut self, key: i64) {
        let mut node = self.keys.partition_point(|&other| other < key) + 1;
        while let Some(count) = self.counts.get_mut(node) {
            *count += 1;
            node += node & node.wrapping_neg();
        }
    }

    /// How many numbers that were put in are `limit` or less.
    pub(super) fn up_to(&self, limit: i64) -> u32 {
        let mut node = self.keys.partition_point(|&key| key <= limit);
        let mut sum = 0;
        while node > 0 {
            sum += self.counts.get(node).copied().unwrap_or(0);
            node &= node - 1;
        }
        sum
    }
}
