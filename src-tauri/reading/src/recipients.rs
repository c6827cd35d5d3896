//! Those who are told something, and whoever tells it to them.

use crate::frames::Layout;
use crate::mentions::{Mention, Who};
use crate::quantity::Scan;
use crate::sense::{NamePart, Sense};

/// How many words may stand between a verb and the agency to whom it was said.
const TOLD_GAP: usize = 3;

impl Scan<'_> {
    /// The one named right behind an agency or outlet, who is no agency.
    pub fn teller_behind(&self, medium: usize, layout: &Layout<'_>) -> Option<usize> {
        let end = layout
            .mentions
            .get(medium)
            .filter(|mention| mention.is_medium())?
            .extent
            .end;
        let teller = (medium + 1..layout.mentions.len())
            .find(|&at| layout.mentions.get(at).is_some_and(|next| !next.within))?;
        let next = layout.mentions.get(teller)?;
        let start = next.extent.start;
        let article = self.is_before(start, Sense::Name(NamePart::Determiners));
        // "сообщили ТАСС в экстренных службах": where bodies speak "in" themselves.
        let inside = self
            .is_before(start, Sense::Name(NamePart::Places))
            .filter(|_| !self.lexicon.has_articles && !self.lexicon.verbs_come_first);
        let close = [Some(start), article, inside].contains(&Some(end));
        let speaks = !matches!(next.who, Who::Place | Who::Pronoun | Who::Country);
        (close && speaks && !next.is_medium()).then_some(teller)
    }

    /// Where "à l'", "to the" stands between a verb and whoever is told.
    pub fn told_by(&self, verb_end: usize, mention: &Mention) -> Option<usize> {
        let bare = self
            .is_before(mention.extent.start, Sense::Name(NamePart::Determiners))
            .unwrap_or(mention.extent.start);
        [bare, mention.extent.start].into_iter().find_map(|end| {
            self.is_before(end, Sense::Name(NamePart::Places))
                // "وأضاف لوكالة رويترز": an "of" that stands behind a verb is "to".
                .or_else(|| {
                    let to = self.is_before(end, Sense::Name(NamePart::Of));
                    to.filter(|_| self.lexicon.verbs_come_first)
                })
                .filter(|&at| at >= verb_end)
        })
    }

    /// The agency or outlet right behind a verb: "told the …", "a déclaré à l'…".
    pub fn told_to(
        &self,
        verb_end: usize,
        who: Option<usize>,
        layout: &Layout<'_>,
    ) -> Option<usize> {
        let said_by = who
            .and_then(|who| layout.mentions.get(who))
            .map_or(verb_end, |mention| mention.extent.end.max(verb_end));
        layout
            .mentions
            .iter()
            .position(|mention| {
                mention.extent.start >= verb_end
                    && mention.is_medium()
                    && !mention.is_platform()
                    && (said_by..mention.extent.start).len() <= TOLD_GAP
                    // Its own quotation mark ends no clause: "агентству «Прима»".
                    && self.clause_end(verb_end) >= mention.extent.start
            })
            .filter(|&medium| who != Some(medium))
    }

    /// The agency or outlet whose source somebody is: "источник «Интерфакса»", "собеседник ТАСС".
    pub fn medium_of(&self, who: Option<usize>, layout: &Layout<'_>) -> Option<usize> {
        let source = layout.mentions.get(who?)?;
        let unnamed = matches!(source.who, Who::Unnamed { .. });
        layout.mentions.iter().position(|mention| {
            let inside = source.extent.start < mention.extent.start
                && mention.extent.end <= source.extent.end;
            unnamed && inside && mention.within && mention.is_medium()
        })
    }

    /// Whether an agency or outlet stands right behind a verb.
    pub fn medium_right_behind(
        &self,
        verb: usize,
        who: Option<usize>,
        layout: &Layout<'_>,
    ) -> bool {
        let mention = who.and_then(|who| layout.mentions.get(who));
        mention.is_some_and(|mention| mention.is_medium() && mention.extent.start == verb)
    }
}
