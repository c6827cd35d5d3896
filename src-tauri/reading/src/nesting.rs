//! Which group of persons lies inside which.

use crate::lexicon::Lexicon;

impl Lexicon {
    /// The narrowest group that holds both.
    pub fn common_group<'l>(&'l self, a: &'l str, b: &'l str) -> &'l str {
        let mut around = a;
        loop {
            if self.inside(b, around) {
                return around;
            }
            match self.parents.get(around) {
                Some(parent) => around = parent,
                None => return around,
            }
        }
    }

    /// Whether `group` is `around` or lies inside it.
    pub fn inside(&self, group: &str, around: &str) -> bool {
        let mut at = group;
        while at != around {
            match self.parents.get(at) {
                Some(parent) => at = parent,
                None => return false,
            }
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_narrowest_common_group() {
        let lexicon = Lexicon::of("en");
        assert_eq!(
            lexicon.common_group("police", "military"),
            "security_forces"
        );
        assert_eq!(
            lexicon.common_group("police", "security_forces"),
            "security_forces"
        );
        assert_eq!(lexicon.common_group("women", "children"), "persons");
    }
}
