//! Bodies that pass a number on and, later, name another issuer for it.

use super::board::FindingKind;
use super::findings::Findings;
use super::hash::{NumberMap, NumberSet};
use super::input::Input;
use super::revisions::Earlier;
use super::standing::States;
use super::table::{Fig, Rank, Table};
use crate::domain::names::fold_name;
use crate::domain::vocabulary::{Connection, Standing};

/// Finds, among the asserted, unfolded, current or superseded figures of a row that name the same body in their chain,
/// each whose issuer differs from that of the last in order of the nearest strictly earlier time. The outlet, by its
/// connection or as the article's, is not such a body.
pub(super) fn find(table: &Table<'_>, states: &States, findings: &mut Findings<'_>) {
    let mut relayed: Vec<(u32, u32, Rank, &Fig)> = Vec::new();
    let mut bodies = Bodies::of(table.input);
    for fig in &table.figs {
        let stands = matches!(
            states.standing(fig.rank),
            Standing::Current | Standing::Superseded
        );
        let (Some(row), Some(figure)) = (fig.row, table.figure(fig)) else {
            continue;
        };
        if !fig.asserts() || !stands || states.under(fig.rank).is_some() {
            continue;
        }
        for link in Input::rows(&table.input.links, &figure.via) {
            if link.connection != Connection::Outlet
                && !bodies.is_outlet(link.source, figure.outlet)
            {
                relayed.push((row, link.source, fig.rank, fig));
            }
        }
    }
    relayed.sort_unstable_by_key(|&(row, body, rank, _)| (row, body, rank));
    relayed.dedup_by_key(|&mut (row, body, rank, _)| (row, body, rank));
    let mut seen: NumberSet<(Rank, Rank)> = NumberSet::default();
    for passed_on in relayed.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let figs: Vec<&Fig> = passed_on.iter().map(|&(.., fig)| fig).collect();
        let earlier = Earlier::of(&figs);
        for new in &figs {
            if let Some(old) = earlier.last_before(new, |_| true)
                && old.issuer != new.issuer
                && seen.insert((old.rank, new.rank))
            {
                findings.add(FindingKind::IssuerChanged, [old, new]);
            }
        }
    }
}

/// Tells whether a body is an article's outlet, by name.
struct Bodies<'a> {
    input: &'a Input,
    outlets: Vec<String>,
    sources: NumberMap<u32, String>,
}

impl<'a> Bodies<'a> {
    fn of(input: &'a Input) -> Bodies<'a> {
        let outlets = input
            .outlets
            .iter()
            .map(|outlet| fold_name(outlet))
            .collect();
        Bodies {
            input,
            outlets,
            sources: NumberMap::default(),
        }
    }

    fn is_outlet(&mut self, source: u32, outlet: Option<u32>) -> bool {
        let Some(outlet) = outlet.and_then(|outlet| Input::row(&self.outlets, outlet)) else {
            return false;
        };
        let sources = &self.input.sources;
        let name = || {
            Input::row(sources, source)
                .map(|source| fold_name(&source.name))
                .unwrap_or_default()
        };
        self.sources.entry(source).or_insert_with(name) == outlet
    }
}
