//! Which row a figure stands in, and the order of the rows.

use super::hash::NumberMap;
use super::input::Input;
use super::scope::{ALL_TIME, Key, Scopes};
use super::table::{Fig, Rank, RowKey};

/// Gives every figure that stands in a cell its row, and lists the rows in order: event (those without last), measure
/// (unknown last), severity and group in the order of their words, place (whole first), period, unit, counting. `keys`
/// are the figures' scopes.
///
/// A figure of no measure, or of measure or group `other`, is a row of its own; so is one whose `part_of` leads to a
/// figure of the same scope, with which alone it is then compared.
pub(super) fn assign(scopes: &Scopes<'_>, figs: &mut [Fig], keys: &[Key]) -> Vec<RowKey> {
    let mut wholes: Vec<Option<Rank>> = figs.iter().map(|fig| fig.whole).collect();
    let same_scope: Vec<Option<Rank>> = figs
        .iter()
        .zip(keys)
        .map(|(fig, key)| whole_of_same_scope(fig, key, &wholes, keys))
        .collect();
    let mut drafts: Vec<Draft> = Vec::new();
    let mut shared: NumberMap<Key, usize> = NumberMap::default();
    let mut numbers: Vec<Option<usize>> = Vec::with_capacity(figs.len());
    for ((fig, key), (same_scope, whole)) in figs
        .iter()
        .zip(keys)
        .zip(same_scope.iter().zip(&mut wholes))
    {
        if !fig.asserts() && !fig.denies_or_retracts() {
            numbers.push(None);
            continue;
        }
        *whole = same_scope.or(*whole);
        let alone = same_scope.is_some() || scopes.is_incomparable(key);
        let next = drafts.len();
        let number = if alone {
            next
        } else {
            *shared.entry(*key).or_insert(next)
        };
        if number == next {
            drafts.push(Draft {
                key: *key,
                alone,
                first: fig.rank,
                number,
            });
        }
        numbers.push(Some(number));
    }
    sort(scopes, &mut drafts);
    let mut places: Vec<u32> = vec![0; drafts.len()];
    for (place, draft) in (0..).zip(&drafts) {
        if let Some(slot) = places.get_mut(draft.number) {
            *slot = place;
        }
    }
    for ((fig, number), whole) in figs.iter_mut().zip(numbers).zip(wholes) {
        fig.row = number.and_then(|number| places.get(number).copied());
        fig.whole = whole;
    }
    drafts
        .into_iter()
        .map(|draft| RowKey {
            key: draft.key,
            alone: draft.alone,
        })
        .collect()
}

struct Draft {
    key: Key,
    alone: bool,
    first: Rank,
    number: usize,
}

/// The first figure of the same scope that a figure's `part_of` leads to.
fn whole_of_same_scope(
    fig: &Fig,
    key: &Key,
    wholes: &[Option<Rank>],
    keys: &[Key],
) -> Option<Rank> {
    let mut at = fig.whole?;
    // No chain is longer than there are figures; one that comes back to where it began leads to no whole.
    for _ in 0..keys.len() {
        if at == fig.rank {
            return None;
        }
        if Input::row(keys, at) == Some(key) {
            return Some(at);
        }
        at = Input::row(wholes, at).copied().flatten()?;
    }
    None
}

fn sort(scopes: &Scopes<'_>, drafts: &mut [Draft]) {
    let input = scopes.input();
    let mut first_of_event: NumberMap<u32, Rank> = NumberMap::default();
    for draft in drafts.iter() {
        if let Some(event) = draft.key.event {
            let first = first_of_event.entry(event).or_insert(draft.first);
            *first = draft.first.min(*first);
        }
    }
    let mut events: Vec<(&str, Rank, u32)> = first_of_event
        .into_iter()
        .filter_map(|(event, first)| {
            Some((
                Input::row(&input.events, event)?.name.as_str(),
                first,
                event,
            ))
        })
        .collect();
    events.sort_unstable();
    let event_order: NumberMap<u32, u32> = (0..)
        .zip(&events)
        .map(|(order, &(.., event))| (event, order))
        .collect();
    let place_order = place_order(scopes, drafts);
    let unit_order = |unit: u32| {
        let text = Input::row(&input.units, unit).map_or("", String::as_str);
        let (word, code) = text.split_once(':').unwrap_or((text, ""));
        (input.words.units.find(word).unwrap_or(u32::MAX), code)
    };
    drafts.sort_by_cached_key(|draft| {
        let key = &draft.key;
        (
            key.event
                .and_then(|event| event_order.get(&event))
                .copied()
                .unwrap_or(u32::MAX),
            key.measure.unwrap_or(u32::MAX),
            (key.severity, key.group),
            place_order
                .get(&(key.event, key.place))
                .copied()
                .unwrap_or(0),
            (key.period != ALL_TIME, key.period),
            unit_order(key.unit),
            (key.counting, draft.alone, draft.first),
        )
    });
}

/// The places of every event in order: the whole first, then as the names on their paths.
fn place_order(
    scopes: &Scopes<'_>,
    drafts: &[Draft],
) -> NumberMap<(Option<u32>, Option<u32>), usize> {
    let places = &scopes.input().places;
    let mut order: NumberMap<(Option<u32>, Option<u32>), usize> = NumberMap::default();
    for draft in drafts {
        order.insert((draft.key.event, draft.key.place), 0);
    }
    let mut paths: Vec<_> = order
        .keys()
        .map(|&(event, place)| {
            let chain = scopes.places.chain(place, scopes.place_of_event(event));
            let mut path: Vec<&str> = chain
                .filter_map(|place| Input::row(places, place))
                .map(|place| place.name.as_str())
                .collect();
            path.reverse();
            (path, event, place)
        })
        .collect();
    paths.sort_unstable();
    // Two places of the same path are told apart by their figures, not by where they stand in the input.
    let mut number = 0;
    let mut before: Option<Vec<&str>> = None;
    for (path, event, place) in paths {
        if before.as_ref().is_some_and(|before| *before != path) {
            number += 1;
        }
        order.insert((event, place), number);
        before = Some(path);
    }
    order
}
