//! Sources that no word ties to what they say: at the ends of headlines, and in brackets behind a figure.

use crate::frames::{Frame, Layout};
use crate::mentions::Who;
use crate::quantity::Scan;
use crate::sense::{Cue, NamePart, Sense};

/// How many words may stand between a figure and its source in brackets: "12 morts et disparus (préfecture)".
const BRACKET_REACH: usize = 4;

impl Scan<'_> {
    /// "Police: 12 dead": whoever a sentence begins with says what stands behind the colon. A country is where it happened,
    /// a name that is nobody's role and no body's is what it is about ("Séisme : 12 morts", "Crue du Sorn : 12 morts").
    pub fn headline(&self, layout: &Layout<'_>) -> Option<Frame> {
        let who = layout.mentions.iter().position(|mention| {
            let subject = matches!(mention.who, Who::Person { role: None, .. });
            let speaks =
                !subject && !matches!(mention.who, Who::Place | Who::Country | Who::Pronoun);
            speaks && !mention.within && self.is_mark(mention.extent.end, ':')
        })?;
        let extent = layout.mentions.get(who)?.extent.clone();
        let article = || {
            self.is(0, Sense::Article)
                .or_else(|| self.name_part(0, NamePart::Determiners))
        };
        if extent.start > 0 && article() != Some(extent.start) {
            return None;
        }
        Some(Frame {
            cue: extent.end..extent.end + 1,
            kind: Cue::According,
            who: Some(who),
            carried: false,
            medium: None,
            extent: extent.start..extent.end + 1,
            leads: true,
            document: None,
        })
    }

    /// "12 dead in bus crash – police", "Toll rises to 45: ministry": whoever a headline ends with behind a dash or a
    /// colon.
    pub fn closing_source(&self, layout: &Layout<'_>) -> Option<Frame> {
        let who = layout.mentions.len().checked_sub(1)?;
        let mention = layout.mentions.get(who)?;
        let start = mention.extent.start;
        let bare = self
            .is_before(start, Sense::Name(NamePart::Determiners))
            .unwrap_or(start);
        let dash = bare.checked_sub(1)?;
        let marked = ['-', '–', '—', ':']
            .into_iter()
            .any(|mark| self.is_mark(dash, mark));
        let end = mention.extent.end;
        let closed = end == self.tokens.len() || end + 1 == self.tokens.len() && self.closes(end);
        let ends = closed && !self.is_tight(dash) && layout.counts(&(0..dash));
        let speaks = match mention.who {
            Who::Body { .. } | Who::Unnamed { .. } | Who::Office { .. } => true,
            Who::Person { ref role, .. } => role.is_some(),
            Who::Pronoun | Who::Place | Who::Country => false,
        };
        (marked && ends && speaks).then(|| Frame {
            cue: dash..dash + 1,
            kind: Cue::According,
            who: Some(who),
            carried: false,
            medium: None,
            extent: dash..mention.extent.end,
            leads: false,
            document: None,
        })
    }

    /// "12 500 (préfecture) à 40 000 personnes (syndicats)": a body alone in brackets behind a figure.
    pub fn bracketed_source(&self, at: usize, layout: &Layout<'_>) -> Option<Frame> {
        let who = layout.mentions.iter().position(|mention| {
            let bare = self
                .is_before(mention.extent.start, Sense::Name(NamePart::Determiners))
                .unwrap_or(mention.extent.start);
            let speaks = mention.is_body() && !mention.is_medium() && !mention.within;
            speaks && [bare, mention.extent.start].contains(&(at + 1))
        })?;
        let end = layout.mentions.get(who)?.extent.end;
        let enclosed = self.is_mark(at, '(') && self.is_mark(end, ')');
        let near = at.saturating_sub(BRACKET_REACH)..at;
        // "le député (PS)": what somebody belongs to.
        let behind_name = at.checked_sub(1).is_some_and(|before| self.names(before));
        (enclosed && layout.counts(&near) && !behind_name).then(|| Frame {
            cue: at..at + 1,
            kind: Cue::According,
            who: Some(who),
            carried: false,
            medium: None,
            extent: at..end + 1,
            leads: false,
            document: None,
        })
    }
}
