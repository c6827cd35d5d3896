//! Whose a role is: the name behind it, or the one that it stands behind.

use crate::pieces::{Atom, Piece};
use crate::quantity::Scan;
use crate::sense::{NamePart, Sense};
use crate::titles::Title;

/// How many words and marks the name of a party has in brackets, and one.
const PARTY: usize = 5;

impl Scan<'_> {
    /// Where the name of a place ends that the role before is of, and its bearer's follows without a word between: of
    /// "le maire de Lille Martine Sol" the last two words of three.
    pub fn place_of_role(&self, at: usize, end: usize, last: Option<&Atom>) -> Option<usize> {
        let role = last.filter(|last| matches!(last.what, Piece::Role { .. }))?;
        if self.name_part(role.tokens.end, NamePart::Of) != Some(at) {
            return None;
        }
        let first = |at: &usize| self.names(*at) && !self.is_mark(at.wrapping_sub(1), '-');
        let whole = (at..end).all(|at| self.names(at) || self.is_mark(at, '-'));
        let words: Vec<usize> = (at..end).filter(first).collect();
        let bearer = words.len().checked_sub(2).filter(|&place| place > 0)?;
        words.get(bearer).copied().filter(|_| whole)
    }

    /// Where the capital behind "al-" is: a small word that a hyphen ties to a name.
    pub fn hyphened_join(&self, at: usize) -> Option<usize> {
        let hyphen = self.name_part(at, NamePart::Joins)?;
        let tied = self.is_mark(hyphen, '-') && self.is_tight(hyphen);
        (tied && self.names(hyphen + 1)).then_some(hyphen + 1)
    }

    /// Where "(PS)" ends between a role and what it is of: "le maire (PS) de Lille".
    pub fn past_party(&self, at: usize) -> Option<usize> {
        let closed = |at: &usize| self.is_mark(*at, ')');
        let end = self
            .is_mark(at, '(')
            .then(|| (at + 1..at + PARTY).find(closed))??
            + 1;
        let party = (at + 1..end - 1).all(|at| self.is_capital(at) || !self.is_word(at));
        let goes_on = self.name_part(end, NamePart::Of).is_some() || self.names(end);
        (party && goes_on).then_some(end)
    }

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
        // "ستيفان حداد مدير المستشفى": so does a body that the role is of.
        let start = title.tokens.start;
        let of_body = title.body.is_some() && self.is_caseless(start);
        let tied = atom.tokens.end == start && (self.is_definite(start) || of_body);
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
