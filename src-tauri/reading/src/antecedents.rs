//! The body named before that other words mean: "the organisation", "its director", "the SML".

use std::ops::Range;

use crate::affiliation::is_short_for;
use crate::bodies::NAMELESS;
use crate::mentions::Mention;
use crate::read::Source;
use crate::rules::{Rule, Why};
use crate::sense::{Sense, Speech};
use crate::voice::{NamedBody, Names, Story, is_medium};

/// In a lexicon the kind of words that stand for bodies of any kind but media.
const ANY: &str = "any";

impl Names<'_, '_> {
    /// The source that a mention of a body is, by which rules: the one named before, where this is a part of its name or
    /// a general word for it.
    pub fn resolved(&self, at: usize, story: &mut Story) -> Option<(Source, Vec<Rule>)> {
        let (source, named) = self.body(at)?;
        let mut rules = vec![self.body_rule(&source, named)];
        let meant = self.part_of(at, &source, named, story);
        if let Some(known) = meant.or_else(|| self.stands_for(at, &source, named, story)) {
            rules.push(Rule::new(Why::ShortName, source.span.clone()));
            return Some((known, rules));
        }
        if named || !self.is_general(at) {
            story.name_body(self.named_body(&self.mentions.get(at)?.tokens, source.clone()));
        }
        Some((source, rules))
    }

    fn named_body(&self, tokens: &Range<usize>, source: Source) -> NamedBody {
        let name = self.folded(tokens);
        let phrases = &self.scan.lexicon.phrases;
        let words = name.split_whitespace().map(|word| phrases.bare(word));
        NamedBody {
            words: words.collect(),
            name,
            source,
        }
    }

    /// The body named before whose name begins or ends with this one: "the ministry".
    fn part_of(&self, at: usize, source: &Source, named: bool, story: &Story) -> Option<Source> {
        let words = self.words(&self.mentions.get(at)?.tokens);
        let inflects = self.scan.lexicon.inflects;
        let mut earlier = story.bodies.iter().rev();
        earlier
            .find(|body| {
                let (name, known) = (&body.words, &body.source);
                let rest = name.len().checked_sub(words.len()).filter(|&rest| rest > 0);
                let head = begins_with(name, &words, inflects);
                let tail = rest.and_then(|rest| name.get(rest..));
                // "the observatory" of "the Sarl Observatory for Human Rights"; of those without a name of their own each speaks
                // for itself ("police said").
                let alike = known.kind == source.kind && NAMELESS.contains(&known.kind.as_str());
                let inner =
                    !named && !alike && name.windows(words.len().max(1)).any(|part| part == words);
                // "المنظمة الدولية", of "المنظمة الدولية للهجرة": it is of another kind by itself.
                let cut = known.kind != source.kind && head;
                let same = known.kind == source.kind.replace("ministry", "");
                rest.is_some()
                    && (!named || cut)
                    && (inner
                        || !same
                            && (head
                                || tail.is_some_and(|tail| begins_with(tail, &words, inflects))))
            })
            .map(|body| body.source.clone())
    }

    /// The words of some tokens as they are looked up, without small words that are written against the next one.
    pub fn words(&self, tokens: &Range<usize>) -> Vec<String> {
        let phrases = &self.scan.lexicon.phrases;
        let small = |at: usize| {
            let token = self.scan.token(at);
            let clitic = token.is_some_and(|token| phrases.is_clitic(token.word));
            clitic && self.scan.adjacent(at + 1).is_some()
        };
        let own = tokens
            .clone()
            .filter(|&at| self.scan.is_word(at) && !small(at));
        own.map(|at| phrases.bare(self.scan.slice(&(at..at + 1))))
            .collect()
    }

    /// "المسؤول", "المصدر": with its article and nothing more, the one who has spoken.
    pub fn is_told_of(&self, mention: &Mention, story: &Story) -> bool {
        let at = mention.tokens.start;
        let alone = mention.tokens.len() == 1 && self.scan.is_caseless(at);
        let spoke = story.last.as_ref().is_some_and(|last| {
            let official = |source: &Source| source.kind == "unnamed_official";
            last.speaker.is_some() || last.source.as_ref().is_some_and(official)
        });
        alone && self.scan.is_definite(at) && spoke
    }

    /// Remembers the body that a sentence first names, where it says nothing: "The police arrested five. The force said …".
    pub fn remember(&self, story: &mut Story) {
        let first = self
            .mentions
            .iter()
            .position(|mention| mention.is_body() && !mention.within && !mention.is_medium());
        if let Some((source, true)) = first.and_then(|at| self.body(at))
            && let Some(name) = first.and_then(|at| self.mentions.get(at))
            && !story.bodies.iter().any(|body| body.source == source)
        {
            story.name_body(self.named_body(&name.tokens, source));
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
        let general = self.is_general(at);
        if named && !general {
            let written = self.scan.slice(tokens);
            let full = earlier.find(|body| is_short_for(written, &body.name))?;
            return (source.kind == "other").then(|| Source {
                span: source.span.clone(),
                kind: full.source.kind.clone(),
            });
        }
        if !general {
            return None;
        }
        let own = self.folded(tokens);
        let mut other = earlier
            .filter(|body| body.name != own)
            .map(|body| &body.source);
        let means = |known: &Source| {
            self.may_mean(tokens, &known.kind) || !is_medium(known) && self.may_mean(tokens, ANY)
        };
        // "La Policía detuvo a doce personas, informó la institución".
        let inside = (0..at).rev().filter_map(|near| self.body(near));
        let near = inside
            .filter(|(known, named)| *named && means(known))
            .map(|(known, _)| known)
            .next();
        near.or_else(|| other.find(|known| means(known)).cloned())
    }

    /// Whether a mention is a general word that stands for a body: "the organisation", and not "an organisation".
    pub fn is_general(&self, at: usize) -> bool {
        self.mentions.get(at).is_some_and(|mention| {
            let tokens = &mention.tokens;
            let standing = |sense| matches!(sense, Sense::StandIn(_)).then_some(());
            let general = self.scan.find(tokens.start, standing);
            general.is_some_and(|(end, ())| end == tokens.end)
                && self.scan.is_before(tokens.start, Sense::Article).is_none()
        })
    }

    /// Whether some tokens stand for bodies of a kind: "the agency" for one of the United Nations.
    pub fn may_mean(&self, tokens: &Range<usize>, kind: &str) -> bool {
        self.scan.senses(tokens.start).any(|(end, sense)| {
            let Sense::StandIn(index) = sense else {
                return false;
            };
            let one = self.scan.lexicon.kinds.get(index);
            end == tokens.end && one.is_some_and(|one| one == kind)
        })
    }

    /// The body of "its director", where one spoke before.
    pub fn own(&self, mention: &Mention, story: &Story) -> Option<Source> {
        self.scan
            .is_before(mention.extent.start, Sense::Speech(Speech::Possessives))?;
        let spoke = story.last.as_ref()?.source.as_ref()?;
        let known = story.bodies.iter().any(|body| body.source == *spoke);
        known.then(|| spoke.clone())
    }
}

/// The fewest letters that two forms of a word begin with.
const STEM: usize = 4;
/// The most letters of the shorter form that are its ending.
const ENDING: usize = 2;

/// Whether a name begins with the words of another; where words are inflected, in whatever form.
pub(crate) fn begins_with(name: &[String], words: &[String], inflects: bool) -> bool {
    let mut pairs = name.iter().zip(words);
    !words.is_empty()
        && name.len() >= words.len()
        && pairs.all(|(one, other)| one == other || inflects && are_forms(one, other))
}

/// Whether two words are forms of one: "агентство", "агентстве".
fn are_forms(one: &str, other: &str) -> bool {
    let pairs = one.chars().zip(other.chars());
    let shared = pairs.take_while(|(one, other)| one == other).count();
    let shorter = one.chars().count().min(other.chars().count());
    shared >= STEM && shared + ENDING >= shorter
}
