//! Whose a role is: the name behind it, or the one that it stands behind.

use crate::mentions::{Atom, Piece};
use crate::quantity::Scan;
use crate::sense::{NamePart, Sense};
use crate::titles::Title;

impl Scan<'_> {
    /// The run of capitals that bears a role: behind it, or before it and a comma.
    pub fn bearer(&self, title: &Title, atoms: &[Atom], taken: &[Option<usize>]) -> Option<usize> {
        let is_free = |index: usize| {
            atoms.get(index).is_some_and(|atom| atom.what == Piece::Run)
                && taken.get(index) == Some(&None)
        };
        let behind = title.atoms.end;
        if is_free(behind) {
            let atom = atoms.get(behind)?;
            let mut at = title.tokens.end;
            let comma = self.is_mark(at, ',');
            if comma {
                at += 1;
            }
            while let Some(end) = self.title_at(at) {
                at = end;
            }
            if at == atom.tokens.start && (!comma || atom.tokens.len() > 1) {
                return Some(behind);
            }
        }
        let before = title.atoms.start.checked_sub(1)?;
        let atom = atoms.get(before).filter(|atom| atom.what == Piece::Run)?;
        let start = self
            .is_before(title.tokens.start, Sense::Name(NamePart::Determiners))
            .unwrap_or(title.tokens.start);
        let apposed = [start, title.tokens.start].into_iter().any(|start| {
            start
                .checked_sub(1)
                .is_some_and(|mark| self.is_mark(mark, ',') && atom.tokens.end == mark)
        });
        // "ستيفان حداد المتحدث باسم …": an article ties the role to the name before it.
        let tied = atom.tokens.end == title.tokens.start && self.is_definite(title.tokens.start);
        // "Karim, un habitant du quartier, …": one of those that speak without a name, and named all the same.
        let witness = title.unnamed.is_some()
            && self
                .is_before(title.tokens.start, Sense::Article)
                .is_some_and(|article| article == start)
            && (self.closes(title.tokens.end) || self.is_quote(title.tokens.end))
            && !self.names_place(atom.tokens.start)
            && taken.get(before) == Some(&None);
        let named = title.unnamed.is_none() || witness;
        ((apposed || tied) && named).then_some(before)
    }
}
