//! Second voices without a verb of their own: "The ministry spoke of 12 dead, the opposition of 40".

use std::ops::Range;

use crate::frames::{Frame, Layout};
use crate::mentions::{Mention, Who};
use crate::quantity::Scan;
use crate::sense::{Context, Cue, NamePart, Sense};
use crate::token::Kind;

/// How many words may stand between whoever says it and the figure: "dagegen von mehr als".
const GAP: usize = 5;

impl Scan<'_> {
    /// Adds to the frames of a sentence, in order, those that go on without a verb.
    pub fn add_elliptic(&self, frames: &mut Vec<Frame>, layout: &Layout<'_>) {
        let mut found = Vec::new();
        for (who, mention) in layout.mentions.iter().enumerate() {
            let end = mention.extent.end;
            let Some(model) = frames.iter().rev().find(|frame| frame.extent.end <= end) else {
                continue;
            };
            let framed = frames
                .iter()
                .any(|frame| frame.who == Some(who) || frame.medium == Some(who));
            if framed || !self.may_go_on(mention, model) {
                continue;
            }
            if let Some(link) = self.tie_to_figure(end, model, layout) {
                found.push(Frame {
                    extent: mention.extent.start..link.end,
                    cue: link,
                    kind: model.kind,
                    who: Some(who),
                    carried: false,
                    medium: None,
                    leads: true,
                    document: model.document.clone(),
                });
            }
        }
        frames.extend(found);
        frames.sort_by_key(|frame| frame.cue.start);
    }

    /// "Para la oposición, 50", "per la questura 3 mila": whose count follows, at the head of a clause.
    pub fn opens_for(&self, cue: Range<usize>, layout: &Layout<'_>) -> Option<Frame> {
        let bare = self.name_part(cue.end, NamePart::Determiners);
        let who = layout.mentions.iter().position(|mention| {
            let start = mention.extent.start;
            start == cue.end || Some(start) == bare
        })?;
        let mention = layout.mentions.get(who)?;
        let end = mention.extent.end;
        let counts = mention.is_body() || matches!(mention.who, Who::Unnamed { .. });
        let comma = cue
            .start
            .checked_sub(1)
            .is_some_and(|at| self.is_mark(at, ','));
        // "Já para a polícia, …".
        let adverb = cue.start == 1 && self.name_part(0, NamePart::NotNames) == Some(1);
        let opens = adverb
            || self.introduces(cue.start, layout)
            || comma && (self.is_mark(end, ',') || layout.counts(&(end..end + 2)));
        let close = (end + 1..end + 1 + GAP)
            .take_while(|&at| !self.is_mark(at, ',') && !self.ends_clause(at))
            .last()
            .is_some_and(|last| layout.counts(&(end..last + 1)));
        (counts && !mention.within && opens && close)
            .then(|| ascribed_to(who, cue.start..end, cue, true))
    }

    /// "700 selon la CGT et 80 pour la préfecture": whose count stands before, where another has been ascribed.
    pub fn closes_for(
        &self,
        cue: Range<usize>,
        earlier: &[Frame],
        layout: &Layout<'_>,
    ) -> Option<Frame> {
        let bare = self.name_part(cue.end, NamePart::Determiners)?;
        let mut mentions = layout.mentions.iter();
        let who = mentions.position(|mention| mention.extent.start == bare)?;
        let mention = layout.mentions.get(who)?;
        let end = mention.extent.end;
        let speaks = mention.is_body() || matches!(mention.who, Who::Unnamed { .. });
        let near = layout.counts(&(cue.start.saturating_sub(GAP)..cue.start));
        let ascribed = |frame: &Frame| {
            matches!(frame.kind, Cue::According | Cue::Said | Cue::Counted) && frame.who.is_some()
        };
        let counts = speaks && near && self.closes(end) && earlier.iter().any(ascribed);
        counts.then(|| ascribed_to(who, cue.start..end, cue, false))
    }

    /// Whether somebody named at the head of a clause may do what a verb before does.
    fn may_go_on(&self, mention: &Mention, model: &Frame) -> bool {
        let said = matches!(model.kind, Cue::Said | Cue::Counted) && model.who.is_some();
        let speaks = !matches!(mention.who, Who::Place | Who::Pronoun) && !mention.within;
        let start = mention.extent.start;
        let bare = self
            .is_before(start, Sense::Name(NamePart::Determiners))
            .unwrap_or(start);
        let opened = [start, bare].into_iter().any(|at| {
            let mark = at
                .checked_sub(1)
                .is_some_and(|at| self.is_mark(at, ',') || self.is_mark(at, ';'));
            let word = self.is_before(at, Sense::Joiner).is_some()
                || self.context_before(at, Context::Clause).is_some()
                || self
                    .context_before(at, Context::Function)
                    .is_some_and(|before| {
                        before
                            .checked_sub(1)
                            .is_some_and(|at| self.is_mark(at, ','))
                    });
            mark || word
        });
        said && speaks && opened && mention.extent.start > model.extent.end
    }

    /// What ties a name to the figure behind it: a dash, or the word that followed the verb before; the name itself where
    /// both figures are objects without one.
    fn tie_to_figure(
        &self,
        from: usize,
        model: &Frame,
        layout: &Layout<'_>,
    ) -> Option<Range<usize>> {
        // "El Gobierno habla de 12; el sindicato, de 25": the comma stands for the verb.
        let from = if self.is_mark(from, ',') {
            from + 1
        } else {
            from
        };
        let first = layout.figures.iter().copied().find(|&at| at >= from)?;
        if first > from + GAP {
            return None;
        }
        // "The prefecture counted 12, the unions 30": an object each, and nothing between.
        let before = from.checked_sub(1)?;
        if first == from && layout.counts(&(model.cue.end..before)) {
            return Some(from.checked_sub(1)?..from);
        }
        let known = |at: usize| {
            self.token(at)
                .filter(|token| token.kind == Kind::Word)
                .map(|token| token.word)
        };
        let before = layout.figures.iter().find(|&&at| at >= model.cue.end);
        let tie = [
            model.cue.end.checked_sub(1).and_then(known),
            known(model.cue.end),
            // "bezifferte die Zahl auf 2400, das UN-Büro auf 1000"
            before.and_then(|at| at.checked_sub(1)).and_then(known),
        ];
        let gap = from..first;
        let stops = gap.clone().any(|at| {
            self.ends_clause(at)
                || self.is_mark(at, ',')
                || self
                    .find(at, |sense| matches!(sense, Sense::Cue(_)).then_some(()))
                    .is_some_and(|_| !tie.contains(&known(at)))
        });
        // The preposition may belong to the qualifier: "von mehr als 400".
        let at = (from..first + 1).find(|&at| {
            let dash = ['—', '–'].into_iter().any(|mark| self.is_mark(at, mark));
            let same = self.context(at, Context::Function).is_some() && tie.contains(&known(at));
            dash || same && known(at).is_some()
        })?;
        (!stops).then_some(at..at + 1)
    }
}

/// A clause that only names whose a count is, before it (`leads`) or behind it.
fn ascribed_to(who: usize, extent: Range<usize>, cue: Range<usize>, leads: bool) -> Frame {
    Frame {
        extent,
        cue,
        kind: Cue::According,
        who: Some(who),
        carried: false,
        medium: None,
        leads,
        document: None,
    }
}
