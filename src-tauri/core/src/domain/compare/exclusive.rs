//! The best choice of two or more things that exclude each other.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::hash::NumberMap;
use super::table::Rank;
use crate::domain::date::Span;
use crate::domain::vocabulary::Vocabulary;

/// Something to choose.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    /// Where it stands in the tree; nothing where it stands beside the tree and excludes nothing.
    pub(super) node: Option<u32>,
    pub(super) period: Span,
    pub(super) low: Decimal,
    pub(super) rank: Rank,
}

/// Of items at words: the two or more that exclude each other with the greatest sum, then the fewest, then the first in
/// order. The sum and the ranks, ascending.
pub(super) fn among_words(words: &Vocabulary, items: &[Item]) -> Option<(Decimal, Vec<Rank>)> {
    in_tree(
        |word| words.parent(word),
        |word| words.exclusive_class(word).map(u32::from),
        items,
    )
}

/// Of items in a tree: two exclude each other where the branches that lead to them part into two nodes of one class.
pub(super) fn in_tree(
    parent: impl Fn(u32) -> Option<u32>,
    class: impl Fn(u32) -> Option<u32>,
    items: &[Item],
) -> Option<(Decimal, Vec<Rank>)> {
    let mut arena = Arena::default();
    let mut nodes: NumberMap<Option<u32>, Branch> = NumberMap::default();
    let mut depths: NumberMap<u32, usize> = NumberMap::default();
    for item in items {
        let path: Vec<u32> = std::iter::successors(item.node, |&node| parent(node)).collect();
        for (depth, &node) in path.iter().rev().enumerate() {
            depths.insert(node, depth);
        }
        let leaf = Choices::one(arena.leaf(item));
        let branch = nodes.entry(item.node).or_default();
        branch.best = arena.either(branch.best, leaf);
    }
    let mut deepest_first: Vec<(u32, usize)> = depths.into_iter().collect();
    deepest_first.sort_unstable_by_key(|&(node, depth)| (std::cmp::Reverse(depth), node));
    for (node, _) in deepest_first {
        let branch = nodes.remove(&Some(node)).unwrap_or_default();
        let best = branch.finish(&mut arena);
        let above = nodes.entry(parent(node)).or_default();
        match class(node) {
            None => above.best = arena.either(above.best, best),
            Some(class) => {
                let together = above.classes.entry(class).or_default();
                *together = arena.both(*together, best);
            }
        }
    }
    let top = nodes.remove(&None).unwrap_or_default().finish(&mut arena);
    top.several
        .map(|choice| (choice.sum, arena.members(choice)))
}

/// Of items with periods: two exclude each other where their periods do not overlap.
pub(super) fn in_time(items: &[Item]) -> Option<(Decimal, Vec<Rank>)> {
    let mut items = items.to_vec();
    items.sort_unstable_by_key(|item| (item.period.end, item.rank));
    let mut arena = Arena::default();
    // The best of the first so many items, by how many.
    let mut best = vec![Choices::default()];
    for item in &items {
        let before = items.partition_point(|other| other.period.end < item.period.begin);
        let leaf = Choices::one(arena.leaf(item));
        let earlier = best.get(before).copied().unwrap_or_default();
        let with = arena.with(earlier, leaf);
        let without = best.last().copied().unwrap_or_default();
        best.push(arena.either(without, with));
    }
    let best = best.last()?.several?;
    Some((best.sum, arena.members(best)))
}

/// What may be chosen below a node: the best so far, and for each class of its children the best of all of them together.
#[derive(Default)]
struct Branch {
    best: Choices,
    classes: NumberMap<u32, Choices>,
}

impl Branch {
    fn finish(self, arena: &mut Arena) -> Choices {
        self.classes
            .into_values()
            .fold(self.best, |best, together| arena.either(best, together))
    }
}

/// Some items that exclude each other.
#[derive(Clone, Copy, Debug)]
struct Choice {
    sum: Decimal,
    count: u32,
    members: usize,
}

/// The best single item, and the best two or more.
#[derive(Clone, Copy, Debug, Default)]
struct Choices {
    single: Option<Choice>,
    several: Option<Choice>,
}

impl Choices {
    fn one(choice: Choice) -> Choices {
        Choices {
            single: Some(choice),
            several: None,
        }
    }
}

/// The members of choices, each written down once.
#[derive(Default)]
struct Arena {
    members: Vec<Members>,
}

#[derive(Clone, Copy)]
enum Members {
    Item(Rank),
    Both(usize, usize),
}

impl Arena {
    fn leaf(&mut self, item: &Item) -> Choice {
        self.members.push(Members::Item(item.rank));
        Choice {
            sum: item.low,
            count: 1,
            members: self.members.len() - 1,
        }
    }

    fn join(&mut self, a: Option<Choice>, b: Option<Choice>) -> Option<Choice> {
        let (a, b) = (a?, b?);
        self.members.push(Members::Both(a.members, b.members));
        Some(Choice {
            sum: a.sum.saturating_add(b.sum),
            count: a.count + b.count,
            members: self.members.len() - 1,
        })
    }

    fn members(&self, choice: Choice) -> Vec<Rank> {
        let mut ranks = Vec::new();
        let mut open = vec![choice.members];
        while let Some(members) = open.pop().and_then(|at| self.members.get(at)) {
            match *members {
                Members::Item(rank) => ranks.push(rank),
                Members::Both(a, b) => open.extend([a, b]),
            }
        }
        ranks.sort_unstable();
        ranks
    }

    /// The greater sum, then the fewer, then the first in order.
    fn better(&self, a: Option<Choice>, b: Option<Choice>) -> Option<Choice> {
        let (Some(one), Some(other)) = (a, b) else {
            return a.or(b);
        };
        let by_size = other.sum.cmp(&one.sum).then(one.count.cmp(&other.count));
        let order = by_size.then_with(|| self.members(one).cmp(&self.members(other)));
        if order == Ordering::Greater { b } else { a }
    }

    /// From one or from the other.
    fn either(&self, a: Choices, b: Choices) -> Choices {
        Choices {
            single: self.better(a.single, b.single),
            several: self.better(a.several, b.several),
        }
    }

    /// From one, or from the other, or from both.
    fn both(&mut self, a: Choices, b: Choices) -> Choices {
        let joined = self.with(a, b);
        let joined_several = self.join(a.single, b.several);
        let all = self.join(a.several, b.several);
        let several = self.better(joined.several, self.better(joined_several, all));
        let apart = self.either(a, b);
        Choices {
            single: apart.single,
            several: self.better(apart.several, several),
        }
    }

    /// Whatever goes with the single item of `b`, and that item.
    fn with(&mut self, a: Choices, b: Choices) -> Choices {
        let pair = self.join(a.single, b.single);
        let more = self.join(a.several, b.single);
        Choices {
            single: b.single,
            several: self.better(pair, more),
        }
    }
}
