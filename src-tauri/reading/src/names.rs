//! Names as they are offered to a person: bodies that may speak, persons, places.
//!
//! A name that is no name costs a glance, a missing one much typing, so that doubtful ones are given too, behind those
//! that the text itself says to speak.

use std::ops::Range;

use crate::frames::Layout;
use crate::mentions::Who;
use crate::numbers::Wanted;
use crate::quantity::Scan;
use crate::quotes::quotations;
use crate::reader::{Reader, blocks};
use crate::sentences::sentences_of;
use crate::voice::Names;

/// Who bears a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bearer {
    /// A body that may speak, with its source kind where the words tell it.
    Body {
        /// A word of the vocabulary `source_kind`.
        kind: Option<String>,
    },
    /// A person, with the words that say what they are.
    Person {
        /// Their bytes.
        role: Option<Range<usize>>,
    },
    /// A place.
    Place,
}

/// A name in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The bytes of the name, without article and preposition.
    pub span: Range<usize>,
    /// Who bears it.
    pub bearer: Bearer,
    /// Whether the text says at this place that its bearer speaks.
    pub speaks: bool,
}

impl Reader {
    /// The names of a text in order; no two overlap.
    #[must_use]
    pub fn names(&self, text: &str) -> Vec<Name> {
        let mut found = Vec::new();
        for block in blocks(text) {
            let Some(part) = text.get(block.clone()) else {
                continue;
            };
            let quotes = quotations(part);
            for sentence in sentences_of(part, self.lexicon) {
                let Some(words) = part.get(sentence.clone()) else {
                    continue;
                };
                let scan = Scan::new(words, self.lexicon);
                let inside = |quote: &&Range<usize>| {
                    quote.start < sentence.end && sentence.start < quote.end
                };
                let quoted: Vec<Range<usize>> = quotes
                    .iter()
                    .filter(inside)
                    .map(|quote| {
                        scan.tokens_in(
                            quote.start.saturating_sub(sentence.start)
                                ..quote.end.saturating_sub(sentence.start),
                        )
                    })
                    .collect();
                found.extend(names_of(&scan, &quoted, block.start + sentence.start));
            }
        }
        found
    }
}

/// The names of a sentence that begins at `base`.
fn names_of(scan: &Scan<'_>, quoted: &[Range<usize>], base: usize) -> Vec<Name> {
    let mentions = scan.mentions();
    let numbers = scan.numbers(Wanted::Figures);
    let figures: Vec<usize> = numbers.iter().map(|number| number.tokens.start).collect();
    let frames = scan.frames(&Layout {
        mentions: &mentions,
        quoted,
        figures: &figures,
    });
    let names = Names {
        scan,
        base,
        mentions: &mentions,
    };
    let mut speaking: Vec<usize> = frames
        .iter()
        .flat_map(|frame| [frame.who, frame.medium])
        .flatten()
        .collect();
    // Whoever speaks for a body makes it speak.
    let bodies: Vec<usize> = speaking
        .iter()
        .filter_map(|&who| match mentions.get(who)?.who {
            Who::Person { body, .. } | Who::Office { body, .. } | Who::Unnamed { body, .. } => body,
            _ => None,
        })
        .collect();
    speaking.extend(bodies);
    let mut found: Vec<Name> = Vec::new();
    for (index, mention) in mentions.iter().enumerate() {
        let speaks = speaking.contains(&index);
        let bearer = match &mention.who {
            Who::Body { kind, named } if *named || speaks => Bearer::Body {
                kind: Some((*kind).to_owned()).filter(|kind| kind != "other"),
            },
            Who::Person { role, .. } => Bearer::Person {
                role: role.as_ref().map(|role| names.bytes(role)),
            },
            Who::Place => Bearer::Place,
            Who::Country if speaks => Bearer::Body {
                kind: Some("government".to_owned()),
            },
            Who::Country => Bearer::Place,
            _ => continue,
        };
        let span = names.bytes(&mention.tokens);
        if found.last().is_none_or(|last| last.span.end <= span.start) {
            found.push(Name {
                span,
                bearer,
                speaks,
            });
        }
    }
    found
}
