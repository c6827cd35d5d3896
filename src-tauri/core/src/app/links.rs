//! The relations and parts that the claims of a file name by labels, as ids.

use super::Error;
use crate::domain::claim::{Claim, ClaimRelation, FigureRef};
use crate::domain::refusal::Refusal;
use crate::domain::vocabulary::RelationKind;
use crate::store::{Noun, Reader};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A figure of the file: its claim and its place among the claim's figures, both from 0.
type At = (usize, usize);

/// Which figure leads where.
#[derive(Debug, Default)]
pub(super) struct Links {
    /// The id of the figure that each is a part of.
    pub(super) part_of: HashMap<At, String>,
    /// In the order of the file, each once.
    pub(super) relations: Vec<Link>,
    /// Whether a figure that the project has already leads somewhere now.
    pub(super) from_stored: bool,
}

/// A relation by ids, with the claim that says it and its line.
#[derive(Debug)]
pub(super) struct Link {
    pub(super) claim: usize,
    pub(super) line: usize,
    pub(super) kind: RelationKind,
    pub(super) from: String,
    pub(super) to: String,
}

/// The claims that cannot stand, by index, with the line and the reason.
pub(super) type Fallen = Vec<(usize, (usize, Refusal))>;

/// Resolves labels. Labels and ids lead across the whole file and to figures of the project; digits that are no label
/// mean the figure of that index in the same claim.
///
/// # Errors
/// Outside, when the project cannot be read; inside, the claims that use a label again, or that lead to nowhere or in a
/// circle.
pub(super) fn resolve(
    read: Reader<'_>,
    claims: &[(&Claim, &[String])],
) -> Result<Result<Links, Fallen>, Error> {
    let mut resolver = Resolver::new(read, claims);
    for (index, (claim, _)) in claims.iter().enumerate() {
        for (position, figure) in claim.figures.iter().enumerate() {
            if let Some(to) = &figure.part_of {
                resolver.part((index, position), figure.line, to)?;
            }
        }
        for relation in &claim.relations {
            resolver.relation(index, claim, relation)?;
        }
    }
    Ok(resolver.finish())
}

/// A figure of the file, or one that the project has already.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Target {
    New(At),
    Stored(String),
}

struct Resolver<'c> {
    read: Reader<'c>,
    claims: &'c [(&'c Claim, &'c [String])],
    labels: HashMap<&'c str, At>,
    links: Links,
    known: BTreeSet<(RelationKind, String, String)>,
    parts: Edges,
    directed: Edges,
    fallen: Fallen,
}

impl<'c> Resolver<'c> {
    fn new(read: Reader<'c>, claims: &'c [(&'c Claim, &'c [String])]) -> Resolver<'c> {
        let mut labels: HashMap<&str, At> = HashMap::new();
        let mut statements: HashMap<&str, usize> = HashMap::new();
        let mut fallen = Fallen::new();
        let twice = |label: &str, first: usize| Refusal::LabelTwice {
            label: label.to_owned(),
            first,
        };
        let line_of = |(claim, figure): At| {
            claims
                .get(claim)
                .and_then(|(claim, _)| claim.figures.get(figure))
                .map_or(0, |figure| figure.line)
        };
        for (index, (claim, _)) in claims.iter().enumerate() {
            if let Some(label) = claim.label.as_deref()
                && let Some(first) = statements.insert(label, claim.line)
            {
                fallen.push((index, (claim.line, twice(label, first))));
            }
            for (position, figure) in claim.figures.iter().enumerate() {
                let Some(label) = figure.label.as_deref() else {
                    continue;
                };
                match labels.get(label) {
                    Some(first) => {
                        fallen.push((index, (figure.line, twice(label, line_of(*first)))))
                    }
                    None => {
                        labels.insert(label, (index, position));
                    }
                }
            }
        }
        Resolver {
            read,
            claims,
            labels,
            links: Links::default(),
            known: BTreeSet::new(),
            parts: Edges::default(),
            directed: Edges::default(),
            fallen,
        }
    }

    fn find(&self, claim: usize, reference: &FigureRef) -> Result<Option<Target>, Error> {
        let own = self.claims.get(claim).map_or(0, |(_, ids)| ids.len());
        let indexed = |index: usize| (index < own).then_some(Target::New((claim, index)));
        Ok(match reference {
            FigureRef::Index(index) => indexed(*index),
            FigureRef::Name(name) => match self.labels.get(name.as_str()) {
                Some(at) => Some(Target::New(*at)),
                None if self.read.noun_of(name)? == Some(Noun::Figure) => {
                    Some(Target::Stored(name.clone()))
                }
                None => name.parse().ok().and_then(indexed),
            },
        })
    }

    fn id_of(&self, target: &Target) -> Option<String> {
        match target {
            Target::New((claim, figure)) => self
                .claims
                .get(*claim)
                .and_then(|(_, ids)| ids.get(*figure))
                .cloned(),
            Target::Stored(id) => Some(id.clone()),
        }
    }

    /// `from` is a part of what `to` names.
    fn part(&mut self, from: At, line: usize, to: &FigureRef) -> Result<(), Error> {
        let Some(target) = self.find(from.0, to)? else {
            self.fallen
                .push((from.0, (line, Refusal::PartOfNowhere { target: to.text() })));
            return Ok(());
        };
        if let Target::New(whole) = target {
            self.parts.add(from, whole);
        }
        self.links
            .part_of
            .extend(self.id_of(&target).map(|id| (from, id)));
        Ok(())
    }

    fn relation(
        &mut self,
        index: usize,
        claim: &Claim,
        relation: &ClaimRelation,
    ) -> Result<(), Error> {
        let nowhere = |reference: &FigureRef| Refusal::RelationNowhere {
            target: reference.text(),
        };
        let found = match &relation.from {
            Some(from) => self.find(index, from)?.ok_or_else(|| nowhere(from)),
            None if claim.figures.len() == 1 => Ok(Target::New((index, 0))),
            None => Err(Refusal::RelationFromMissing),
        };
        let from = match found {
            Ok(from) => from,
            Err(reason) => {
                self.fallen.push((index, (claim.line, reason)));
                return Ok(());
            }
        };
        // A part is kept in the figure's own field, which only a figure of the file has open.
        if let (RelationKind::PartOf, Target::New(part)) = (relation.kind, &from) {
            return self.part(*part, claim.line, &relation.to);
        }
        let to = self
            .find(index, &relation.to)?
            .filter(|_| relation.kind != RelationKind::PartOf);
        let Some(to) = to else {
            self.fallen
                .push((index, (claim.line, nowhere(&relation.to))));
            return Ok(());
        };
        if from == to {
            let circle = Refusal::RelationCircle {
                target: relation.to.text(),
            };
            self.fallen.push((index, (claim.line, circle)));
            return Ok(());
        }
        // That two have one origin may be said from both sides.
        if let (Target::New(from), Target::New(to)) = (&from, &to)
            && relation.kind != RelationKind::SameOriginAs
        {
            self.directed.add(*from, *to);
        }
        self.links.from_stored |= matches!(from, Target::Stored(_));
        if let Some((from, to)) = self.id_of(&from).zip(self.id_of(&to))
            && self.known.insert((relation.kind, from.clone(), to.clone()))
        {
            let link = Link {
                claim: index,
                line: claim.line,
                kind: relation.kind,
                from,
                to,
            };
            self.links.relations.push(link);
        }
        Ok(())
    }

    fn finish(self) -> Result<Links, Fallen> {
        let mut fallen = self.fallen;
        let line = |(claim, figure): At| {
            let figure = self
                .claims
                .get(claim)
                .and_then(|(claim, _)| claim.figures.get(figure));
            figure.map_or((0, String::new()), |figure| {
                (
                    figure.line,
                    figure
                        .label
                        .clone()
                        .unwrap_or_else(|| figure.line.to_string()),
                )
            })
        };
        for at in self.parts.in_circles() {
            let (line, target) = line(at);
            fallen.push((at.0, (line, Refusal::PartOfCircle { target })));
        }
        for at in self.directed.in_circles() {
            let (line, target) = line(at);
            fallen.push((at.0, (line, Refusal::RelationCircle { target })));
        }
        // One reason is enough for a claim.
        let mut named = BTreeSet::new();
        fallen.retain(|(index, _)| named.insert(*index));
        if fallen.is_empty() {
            Ok(self.links)
        } else {
            Err(fallen)
        }
    }
}

/// Who leads to whom.
#[derive(Debug, Default)]
struct Edges {
    to: BTreeMap<At, BTreeSet<At>>,
    from: BTreeMap<At, BTreeSet<At>>,
}

impl Edges {
    fn add(&mut self, from: At, to: At) {
        self.to.entry(from).or_default().insert(to);
        self.from.entry(to).or_default().insert(from);
    }

    /// Those that lie on a circle, or between two.
    fn in_circles(&self) -> BTreeSet<At> {
        let mut left: BTreeSet<At> = self.to.keys().chain(self.from.keys()).copied().collect();
        for (out, back) in [(&self.to, &self.from), (&self.from, &self.to)] {
            let leads_on = |left: &BTreeSet<At>, at: &At| {
                out.get(at)
                    .is_some_and(|targets| targets.iter().any(|target| left.contains(target)))
            };
            let mut ends: Vec<At> = left
                .iter()
                .filter(|at| !leads_on(&left, at))
                .copied()
                .collect();
            while let Some(end) = ends.pop() {
                left.remove(&end);
                let before = back.get(&end).into_iter().flatten();
                ends.extend(
                    before
                        .filter(|at| left.contains(at) && !leads_on(&left, at))
                        .copied(),
                );
            }
        }
        left
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn circles_are_found_and_what_leads_to_them_is_not_one() {
        let mut edges = Edges::default();
        for (from, to) in [(0, 1), (1, 2), (2, 1), (2, 3), (4, 4), (5, 0)] {
            edges.add((from, 0), (to, 0));
        }
        assert_eq!(edges.in_circles(), BTreeSet::from([(1, 0), (2, 0), (4, 0)]));
        assert_eq!(Edges::default().in_circles(), BTreeSet::new());
    }
}
