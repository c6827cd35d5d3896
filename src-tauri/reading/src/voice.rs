//! Who is behind a name: titles and roles taken off, short names and pronouns carried back to whoever they mean.

use std::collections::VecDeque;
use std::ops::Range;

use crate::antecedents::begins_with;
use crate::mentions::{Mention, Who};
use crate::quantity::Scan;
use crate::read::{Source, Speaker};
use crate::rules::{Rule, Why};

/// The kinds of bodies that pass on what others say.
const MEDIA: [&str; 4] = ["news_agency", "media", "state_media", "social_media"];

/// Who says something.
#[derive(Clone, Debug, Default)]
pub(crate) struct Voice {
    pub speaker: Option<Speaker>,
    pub source: Option<Source>,
    pub rules: Vec<Rule>,
}

impl Voice {
    pub fn is_empty(&self) -> bool {
        self.speaker.is_none() && self.source.is_none()
    }

    /// Whether it is an agency or an outlet, and no person of it is named.
    pub fn is_medium(&self) -> bool {
        self.speaker.is_none() && self.source.as_ref().is_some_and(is_medium)
    }

    /// The words that stand for it.
    pub fn words(&self) -> Range<usize> {
        let speaker = self.speaker.as_ref().map(|speaker| speaker.span.clone());
        let source = self.source.as_ref().map(|source| source.span.clone());
        speaker.or(source).unwrap_or_default()
    }
}

pub(crate) fn is_medium(source: &Source) -> bool {
    MEDIA.contains(&source.kind.as_str())
}

/// A person who spoke, by the last word of the name.
#[derive(Debug)]
struct Known {
    last_word: String,
    role: Vec<String>,
    voice: Voice,
}

/// Who has spoken so far.
#[derive(Debug, Default)]
pub(crate) struct Story {
    /// The one who spoke last.
    pub last: Option<Voice>,
    /// Where the sentence begins in which they did.
    pub spoke_at: usize,
    /// The person that the last sentence is about, and where it begins.
    pub topic: Option<(Voice, usize)>,
    /// Where the block begins that is read.
    pub block: usize,
    people: Vec<Known>,
    /// The bodies named last, the newest at the end.
    pub bodies: VecDeque<NamedBody>,
}

/// A body that the text has named.
#[derive(Debug)]
pub(crate) struct NamedBody {
    /// Its name, folded.
    pub name: String,
    /// The words of that name as they are looked up.
    pub words: Vec<String>,
    pub source: Source,
}

/// How many bodies are remembered. No reader goes back further for what "the ministry" means, and a text of nothing but bodies is
/// read in linear time.
const MOST_BODIES: usize = 200;

impl Story {
    /// Remembers a body that was just named.
    pub fn name_body(&mut self, body: NamedBody) {
        if self.bodies.len() == MOST_BODIES {
            self.bodies.pop_front();
        }
        self.bodies.push_back(body);
    }

    /// Whom a pronoun means: the person that the sentence before is about, else the one who spoke last.
    pub fn meant(&self) -> Voice {
        let since = |at: usize| self.last.is_none() || at > self.spoke_at;
        let topic = self.topic.as_ref().filter(|(_, at)| since(*at));
        topic
            .map(|(voice, _)| voice)
            .or(self.last.as_ref())
            .cloned()
            .unwrap_or_default()
    }

    /// Whether somebody spoke in the block that is read, before some byte.
    pub fn spoke_before(&self, byte: usize) -> bool {
        self.last.is_some() && self.spoke_at >= self.block && self.spoke_at < byte
    }
}

/// The names of a sentence that begins at `base` of a text.
pub(crate) struct Names<'s, 't> {
    pub scan: &'s Scan<'t>,
    pub base: usize,
    pub mentions: &'s [Mention],
}

impl Names<'_, '_> {
    /// The bytes of some tokens in the whole text.
    pub fn bytes(&self, tokens: &Range<usize>) -> Range<usize> {
        let start = self.scan.token(tokens.start).map(|token| token.start);
        let end = tokens
            .end
            .checked_sub(1)
            .and_then(|last| self.scan.token(last))
            .map(|token| token.end);
        match start.zip(end) {
            Some((start, end)) if start < end => self.base + start..self.base + end,
            _ => self.base..self.base,
        }
    }

    pub fn folded(&self, tokens: &Range<usize>) -> String {
        self.scan.slice(tokens).to_lowercase()
    }

    /// The source that a mention of a body is.
    pub fn body(&self, at: usize) -> Option<(Source, bool)> {
        let mention = self.mentions.get(at)?;
        let Who::Body { kind, named } = mention.who else {
            return None;
        };
        let source = Source {
            span: self.bytes(&mention.tokens),
            kind: kind.to_owned(),
        };
        Some((source, named))
    }

    /// Who speaks where the text points at a mention.
    pub fn voice(&self, at: usize, story: &mut Story) -> Voice {
        let Some(mention) = self.mentions.get(at) else {
            return Voice::default();
        };
        let words = self.bytes(&mention.tokens);
        match &mention.who {
            Who::Body { .. } => self.body_voice(at, story),
            Who::Country => Voice {
                rules: vec![Rule::new(Why::Country, words.clone())],
                source: Some(Source {
                    span: words,
                    kind: "government".to_owned(),
                }),
                speaker: None,
            },
            Who::Person { role, body } => self.person(mention, role.as_ref(), *body, story),
            Who::Office {
                body,
                unnamed,
                spokesperson,
            } => self.office(
                mention,
                *body,
                *unnamed && !spokesperson,
                *spokesperson,
                story,
            ),
            Who::Unnamed {
                kind: "unnamed_official",
                body: None,
            } if self.is_told_of(mention, story) => carried(story, Why::ShortName, words),
            Who::Unnamed { kind, body } => match body.and_then(|body| self.resolved(body, story)) {
                Some((source, told)) => Voice {
                    rules: std::iter::once(Rule::new(Why::Unnamed(kind), words.clone()))
                        .chain(told)
                        .collect(),
                    speaker: Some(Speaker {
                        span: words,
                        role: None,
                    }),
                    source: Some(source),
                },
                None => Voice {
                    rules: vec![Rule::new(Why::Unnamed(kind), words.clone())],
                    source: Some(Source {
                        span: words,
                        kind: (*kind).to_owned(),
                    }),
                    speaker: None,
                },
            },
            Who::Pronoun => {
                let mut meant = story.meant();
                // "The company will cut 900 jobs, it said": whoever the sentence begins with.
                let first = self.mentions.get(..at).unwrap_or_default();
                let first = first
                    .iter()
                    .position(|mention| mention.is_body() && !mention.within);
                if let Some(first) = first.filter(|_| meant.is_empty()) {
                    meant = self.voice(first, story);
                }
                Voice {
                    rules: vec![Rule::new(Why::Pronoun, words)],
                    ..meant
                }
            }
            Who::Place => Voice::default(),
        }
    }

    pub fn body_rule(&self, source: &Source, named: bool) -> Rule {
        // Kinds are words of a closed list that lives as long as the program.
        let kind = self
            .mentions
            .iter()
            .find_map(|mention| match mention.who {
                Who::Body { kind, .. } if kind == source.kind => Some(kind),
                _ => None,
            })
            .unwrap_or_default();
        let why = if named {
            Why::BodyByName(kind)
        } else {
            Why::BodyByHead(kind)
        };
        Rule::new(why, source.span.clone())
    }

    fn body_voice(&self, at: usize, story: &mut Story) -> Voice {
        let Some((mut source, rules)) = self.resolved(at, story) else {
            return Voice::default();
        };
        // "según la organización": of a march, where no organisation was named.
        let nobody = rules.len() == 1
            && self.is_general(at)
            && source.kind == "ngo"
            && self
                .mentions
                .get(at)
                .is_some_and(|mention| self.may_mean(&mention.tokens, "other"));
        if nobody {
            "other".clone_into(&mut source.kind);
        }
        Voice {
            speaker: None,
            source: Some(source),
            rules,
        }
    }

    fn person(
        &self,
        mention: &Mention,
        role: Option<&Range<usize>>,
        body: Option<usize>,
        story: &mut Story,
    ) -> Voice {
        let last = mention
            .tokens
            .end
            .saturating_sub(1)
            .max(mention.tokens.start);
        let last_word = self.folded(&(last..mention.tokens.end));
        let words = self.bytes(&mention.tokens);
        if role.is_none()
            && let Some(known) = story
                .people
                .iter()
                .rev()
                .find(|known| known.last_word == last_word)
        {
            let mut voice = known.voice.clone();
            let shorter = voice
                .speaker
                .as_ref()
                .is_some_and(|speaker| speaker.span.len() > words.len());
            if !shorter && let Some(speaker) = &mut voice.speaker {
                speaker.span = words.clone();
            }
            voice.rules = vec![Rule::new(Why::ShortName, words)];
            return voice;
        }
        let mut rules = Vec::new();
        let role_words = role.map(|role| self.bytes(role));
        if let Some(role) = &role_words {
            rules.push(Rule::new(Why::Role, role.clone()));
        }
        let source = body
            .and_then(|body| self.resolved(body, story))
            .or_else(|| {
                let own = self.own(mention, story)?;
                let told = self.body_rule(&own, false);
                Some((own, vec![told]))
            })
            .map(|(source, told)| {
                rules.extend(told);
                source
            });
        let voice = Voice {
            speaker: Some(Speaker {
                span: words,
                role: role_words,
            }),
            source,
            rules,
        };
        story.people.push(Known {
            last_word,
            role: role.map(|role| self.words(role)).unwrap_or_default(),
            voice: voice.clone(),
        });
        voice
    }

    fn office(
        &self,
        mention: &Mention,
        body: Option<usize>,
        unnamed: bool,
        spokesperson: bool,
        story: &mut Story,
    ) -> Voice {
        let words = self.bytes(&mention.tokens);
        if let Some((source, told)) = body.and_then(|body| self.resolved(body, story)) {
            let mut rules = vec![Rule::new(Why::Spokesperson, words.clone())];
            rules.extend(told);
            return Voice {
                speaker: Some(Speaker {
                    span: words,
                    role: None,
                }),
                source: Some(source),
                rules,
            };
        }
        if unnamed {
            return Voice {
                rules: vec![Rule::new(Why::Unnamed("unnamed_official"), words.clone())],
                source: Some(Source {
                    span: words,
                    kind: "unnamed_official".to_owned(),
                }),
                speaker: None,
            };
        }
        let role = self.words(&mention.tokens);
        let inflects = self.scan.lexicon.inflects;
        let known = story.people.iter().rev().find(|known| {
            let mut windows = known.role.windows(role.len().max(1));
            windows.any(|window| begins_with(window, &role, inflects))
        });
        if let Some(known) = known {
            let mut voice = known.voice.clone();
            voice.rules = vec![Rule::new(Why::ShortName, words)];
            return voice;
        }
        // "в пресс-службе отметили": that of the body that has spoken.
        let spoke = story.last.as_ref().and_then(|last| last.source.clone());
        let own = spoke.filter(|source| {
            let unnamed = ["unnamed_official", "witness", "relative"];
            spokesperson && !is_medium(source) && !unnamed.contains(&source.kind.as_str())
        });
        Voice {
            rules: vec![Rule::new(Why::Role, words.clone())],
            speaker: Some(Speaker {
                span: words,
                role: None,
            }),
            source: own,
        }
    }
}

/// The one who spoke last, for the reason given.
pub(crate) fn carried(story: &Story, why: Why, words: Range<usize>) -> Voice {
    let mut voice = story.last.clone().unwrap_or_default();
    voice.rules = vec![Rule::new(why, words)];
    voice
}
