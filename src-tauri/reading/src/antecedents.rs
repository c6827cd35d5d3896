//! The body named before that other words mean: "the organisation", "its director", "the SML".

use crate::affiliation::is_short_for;
use crate::mentions::Mention;
use crate::read::Source;
use crate::sense::{Sense, Speech};
use crate::voice::{Names, Story, is_medium};

/// The kinds that "the organisation" may be.
const OF_PEOPLE: [&str; 9] = [
    "ngo",
    "rights_group",
    "intergovernmental",
    "un",
    "red_cross_crescent",
    "union",
    "data_project",
    "armed_group",
    "other",
];
/// The kinds that "the agency" may be besides one for news.
const STATE_AGENCIES: [&str; 6] = [
    "un",
    "intergovernmental",
    "emergency_service",
    "government",
    "academic",
    "other",
];

impl Names<'_, '_> {
    /// The source that somebody's body is: the one named before, where a general word stands for it.
    pub fn body_of(&self, at: usize, story: &mut Story) -> Option<(Source, bool)> {
        let (source, named) = self.body(at)?;
        match self.stands_for(at, &source, named, story) {
            Some(known) => Some((known, named)),
            None => {
                if named {
                    let name = self.folded(&self.mentions.get(at)?.tokens);
                    story.bodies.push((name, source.clone()));
                }
                Some((source, named))
            }
        }
    }

    /// Remembers the body that a sentence first names, where it says nothing: "The police arrested five. The force said …".
    pub fn remember(&self, story: &mut Story) {
        let first = self
            .mentions
            .iter()
            .position(|mention| mention.is_body() && !mention.within && !mention.is_medium());
        if let Some((source, true)) = first.and_then(|at| self.body(at))
            && let Some(name) = first.and_then(|at| self.mentions.get(at))
            && !story.bodies.iter().any(|(_, body)| *body == source)
        {
            story.bodies.push((self.folded(&name.tokens), source));
        }
    }

    /// The body named before that a general word ("the organisation") or its own first letters stand for.
    pub fn stands_for(
        &self,
        at: usize,
        source: &Source,
        named: bool,
        story: &Story,
    ) -> Option<Source> {
        let tokens = &self.mentions.get(at)?.tokens;
        let mut earlier = story.bodies.iter().rev();
        if named {
            let written = self.scan.slice(tokens);
            let (_, full) = earlier.find(|(name, _)| is_short_for(written, name))?;
            return (source.kind == "other").then(|| Source {
                span: source.span.clone(),
                kind: full.kind.clone(),
            });
        }
        if !self.is_general(at) {
            return None;
        }
        let kind = source.kind.as_str();
        earlier
            .map(|(_, known)| known)
            .find(|known| !is_medium(known) && may_mean(kind, &known.kind))
            .cloned()
    }

    /// Whether a mention is a general word that stands for a body: "the organisation", and not "an organisation".
    pub fn is_general(&self, at: usize) -> bool {
        self.mentions.get(at).is_some_and(|mention| {
            let tokens = &mention.tokens;
            self.scan.is(tokens.start, Sense::Speech(Speech::Bodies)) == Some(tokens.end)
                && self.scan.is_before(tokens.start, Sense::Article).is_none()
        })
    }

    /// The body of "its director", where one spoke before.
    pub fn own(&self, mention: &Mention, story: &Story) -> Option<Source> {
        self.scan
            .is_before(mention.extent.start, Sense::Speech(Speech::Possessives))?;
        let spoke = story.last.as_ref()?.source.as_ref()?;
        let known = story.bodies.iter().any(|(_, body)| body == spoke);
        known.then(|| spoke.clone())
    }
}

/// Whether a general word that by itself is of one kind may stand for a body of another: "the organisation" for a union
/// and for no ministry, "the agency" for one of the state's.
fn may_mean(word: &str, kind: &str) -> bool {
    match word {
        "other" => true,
        "news_agency" => STATE_AGENCIES.contains(&kind),
        _ => OF_PEOPLE.contains(&word) == OF_PEOPLE.contains(&kind),
    }
}
