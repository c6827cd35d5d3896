//! The vocabularies that a project may add words to.

use std::collections::HashMap;

use super::built_in::{self, BuiltIn, Traits};
use super::closed::Counting;

/// A word's number in its [`Vocabulary`], which is also its place in the order.
pub type WordId = u32;

/// Which open vocabulary is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OpenVocabulary {
    /// What is counted: killed, injured, displaced…
    Measure,
    /// How badly, of injured and hospitalised.
    Severity,
    /// Of whom.
    Group,
    /// What was counted: bodies, names, an estimate…
    Basis,
    /// What kind of body a source is.
    SourceKind,
    /// Of what the number is: persons, money, kilometres…
    Unit,
}

impl OpenVocabulary {
    /// Every open vocabulary.
    pub const ALL: [OpenVocabulary; 6] = [
        OpenVocabulary::Measure,
        OpenVocabulary::Severity,
        OpenVocabulary::Group,
        OpenVocabulary::Basis,
        OpenVocabulary::SourceKind,
        OpenVocabulary::Unit,
    ];

    /// The name for files and interfaces.
    pub fn as_str(self) -> &'static str {
        match self {
            OpenVocabulary::Measure => "measure",
            OpenVocabulary::Severity => "severity",
            OpenVocabulary::Group => "group",
            OpenVocabulary::Basis => "basis",
            OpenVocabulary::SourceKind => "source_kind",
            OpenVocabulary::Unit => "unit",
        }
    }

    /// The vocabulary of that name.
    pub fn named(name: &str) -> Option<OpenVocabulary> {
        OpenVocabulary::ALL
            .into_iter()
            .find(|vocabulary| vocabulary.as_str() == name)
    }
}

/// The families that source kinds are grouped by, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Governments, ministries, courts, local authorities.
    State,
    /// Police, army, intelligence.
    Security,
    /// Health authorities, hospitals, emergency services, Red Cross and Red Crescent.
    Health,
    /// The UN and bodies of several states.
    International,
    /// NGOs, rights groups, data projects, universities, unions, companies.
    CivilSociety,
    /// Agencies, outlets, social posts.
    Media,
    /// Armed groups and opposition.
    Parties,
    /// Witnesses, relatives, unnamed officials, and whatever fits nowhere else.
    Witnesses,
}

impl Family {
    /// The name for files and interfaces.
    pub fn as_str(self) -> &'static str {
        match self {
            Family::State => "state",
            Family::Security => "security",
            Family::Health => "health_rescue",
            Family::International => "international",
            Family::CivilSociety => "civil_society",
            Family::Media => "media",
            Family::Parties => "parties",
            Family::Witnesses => "witnesses",
        }
    }
}

#[derive(Clone, Debug)]
struct Word {
    name: String,
    parent: Option<WordId>,
    exclusive: Option<u8>,
    traits: Traits,
}

/// The words of one open vocabulary: the built-in ones in their order, then the project's own in the order they were added.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    words: Vec<Word>,
    by_name: HashMap<String, WordId>,
}

impl Vocabulary {
    /// The built-in words of a vocabulary.
    pub fn built_in(which: OpenVocabulary) -> Vocabulary {
        let table = match which {
            OpenVocabulary::Measure => built_in::MEASURES,
            OpenVocabulary::Severity => built_in::SEVERITIES,
            OpenVocabulary::Group => built_in::GROUPS,
            OpenVocabulary::Basis => built_in::BASES,
            OpenVocabulary::SourceKind => built_in::SOURCE_KINDS,
            OpenVocabulary::Unit => built_in::UNITS,
        };
        let number = |word: &str| {
            (0..)
                .zip(table)
                .find(|(_, other)| other.word == word)
                .map(|(id, _)| id)
        };
        let word = |built_in: &BuiltIn| Word {
            name: built_in.word.to_owned(),
            parent: built_in.parent.and_then(number),
            exclusive: built_in.exclusive,
            traits: built_in.traits,
        };
        let words: Vec<Word> = table.iter().map(word).collect();
        let by_name = (0..)
            .zip(&words)
            .map(|(id, word)| (word.name.clone(), id))
            .collect();
        Vocabulary { words, by_name }
    }

    /// Adds a word of the project's own, inside `parent` where that is a word already, and gives its number. A word
    /// that is there keeps its place and its parent. An own word is, as a measure, counted, as a basis partial, and as
    /// a source kind of the family that its parent is.
    pub fn add(&mut self, name: &str, parent: Option<&str>) -> WordId {
        if let Some(known) = self.find(name) {
            return known;
        }
        let parent = parent.and_then(|parent| self.find(parent));
        let traits = parent
            .and_then(|parent| self.word(parent))
            .map_or(Traits::NONE, |word| word.traits);
        let id = WordId::try_from(self.words.len()).unwrap_or(WordId::MAX);
        self.words.push(Word {
            name: name.to_owned(),
            parent,
            exclusive: None,
            traits,
        });
        self.by_name.insert(name.to_owned(), id);
        id
    }

    /// The number of a word, if it is known.
    pub fn find(&self, name: &str) -> Option<WordId> {
        self.by_name.get(name).copied()
    }

    /// Whether the word is known.
    pub fn is_known(&self, name: &str) -> bool {
        self.by_name.contains_key(name)
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there are no words; no vocabulary is ever empty.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words in order, each with the word that it lies inside.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Option<&str>)> {
        self.words.iter().map(|word| {
            (
                word.name.as_str(),
                word.parent.map(|parent| self.name(parent)),
            )
        })
    }

    /// The word of that number; empty where there is none.
    pub fn name(&self, id: WordId) -> &str {
        self.word(id).map_or("", |word| word.name.as_str())
    }

    /// The word that a word lies directly inside.
    pub fn parent(&self, id: WordId) -> Option<WordId> {
        self.word(id).and_then(|word| word.parent)
    }

    /// A word and every word that it lies inside, from the innermost outwards.
    pub fn chain(&self, id: WordId) -> impl Iterator<Item = WordId> {
        std::iter::successors(Some(id), |&id| self.parent(id))
    }

    /// Whether `a` lies inside `b`: it is below it in the tree. No word lies inside itself.
    pub fn is_inside(&self, a: WordId, b: WordId) -> bool {
        self.chain(a).skip(1).any(|word| word == b)
    }

    /// Whether nothing can be both: somewhere above them, or they themselves, are two words of one parent that
    /// exclude each other.
    pub fn excludes(&self, a: WordId, b: WordId) -> bool {
        self.chain(a).any(|above_a| {
            self.chain(b).any(|above_b| {
                above_a != above_b
                    && self.exclusive_class(above_a).is_some_and(|class| {
                        self.parent(above_a) == self.parent(above_b)
                            && self.exclusive_class(above_b) == Some(class)
                    })
            })
        })
    }

    /// Words with the same parent and the same class exclude each other; a word without class excludes none of them.
    pub fn exclusive_class(&self, id: WordId) -> Option<u8> {
        self.word(id).and_then(|word| word.exclusive)
    }

    fn word(&self, id: WordId) -> Option<&Word> {
        self.words.get(usize::try_from(id).ok()?)
    }

    fn traits(&self, id: WordId) -> Traits {
        self.word(id).map_or(Traits::NONE, |word| word.traits)
    }
}

/// All open vocabularies of a project.
#[derive(Clone, Debug)]
pub struct Words {
    /// What is counted.
    pub measures: Vocabulary,
    /// How badly.
    pub severities: Vocabulary,
    /// Of whom.
    pub groups: Vocabulary,
    /// What was counted.
    pub bases: Vocabulary,
    /// What a source is.
    pub source_kinds: Vocabulary,
    /// Of what the number is, without its code.
    pub units: Vocabulary,
}

impl Default for Words {
    fn default() -> Words {
        Words::built_in()
    }
}

impl Words {
    /// The built-in words alone.
    pub fn built_in() -> Words {
        Words {
            measures: Vocabulary::built_in(OpenVocabulary::Measure),
            severities: Vocabulary::built_in(OpenVocabulary::Severity),
            groups: Vocabulary::built_in(OpenVocabulary::Group),
            bases: Vocabulary::built_in(OpenVocabulary::Basis),
            source_kinds: Vocabulary::built_in(OpenVocabulary::SourceKind),
            units: Vocabulary::built_in(OpenVocabulary::Unit),
        }
    }

    /// The vocabulary asked for.
    pub fn of(&self, which: OpenVocabulary) -> &Vocabulary {
        match which {
            OpenVocabulary::Measure => &self.measures,
            OpenVocabulary::Severity => &self.severities,
            OpenVocabulary::Group => &self.groups,
            OpenVocabulary::Basis => &self.bases,
            OpenVocabulary::SourceKind => &self.source_kinds,
            OpenVocabulary::Unit => &self.units,
        }
    }

    /// The vocabulary asked for, to add a project's own words to.
    pub fn of_mut(&mut self, which: OpenVocabulary) -> &mut Vocabulary {
        match which {
            OpenVocabulary::Measure => &mut self.measures,
            OpenVocabulary::Severity => &mut self.severities,
            OpenVocabulary::Group => &mut self.groups,
            OpenVocabulary::Basis => &mut self.bases,
            OpenVocabulary::SourceKind => &mut self.source_kinds,
            OpenVocabulary::Unit => &mut self.units,
        }
    }

    /// How a measure counts where nobody says: missing, hospitalised, detained, abducted, displaced and homeless are
    /// standing, everything else is a total.
    pub fn default_counting(&self, measure: Option<WordId>) -> Counting {
        measure.map_or(Counting::Total, |measure| {
            self.measures.traits(measure).counting
        })
    }

    /// Whether a measure counts things: destroyed and damaged do, every other counts persons.
    pub fn counts_things(&self, measure: WordId) -> bool {
        self.measures.traits(measure).things
    }

    /// Whether a basis counts only some: identified, registered, bodies, in_hospital, named_list.
    pub fn is_partial(&self, basis: WordId) -> bool {
        self.bases.traits(basis).partial
    }

    /// The family of a source kind. A project's word has its parent's, or else stands among the last.
    pub fn family(&self, source_kind: WordId) -> Family {
        self.source_kinds.traits(source_kind).family
    }

    /// Whether each figure of such a source is an issuer of its own: witness, relative, unnamed_official, social_media.
    pub fn is_individual(&self, source_kind: WordId) -> bool {
        self.source_kinds.traits(source_kind).individual
    }

    /// Whether a unit is known; what follows a colon is its code (`money:USD`) and may be anything but empty.
    pub fn is_unit(&self, unit: &str) -> bool {
        match unit.split_once(':') {
            Some((word, code)) => self.units.is_known(word) && !code.trim().is_empty(),
            None => self.units.is_known(unit),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups() -> (Vocabulary, impl Fn(&Vocabulary, &str) -> WordId) {
        (
            Vocabulary::built_in(OpenVocabulary::Group),
            |vocabulary: &Vocabulary, word: &str| vocabulary.find(word).unwrap_or(WordId::MAX),
        )
    }

    #[test]
    fn groups_lie_inside_each_other_as_their_tree_says() {
        let (groups, id) = groups();
        assert!(groups.is_inside(id(&groups, "police"), id(&groups, "security_forces")));
        assert!(groups.is_inside(id(&groups, "police"), id(&groups, "persons")));
        assert!(!groups.is_inside(id(&groups, "persons"), id(&groups, "persons")));
        assert!(!groups.is_inside(id(&groups, "other"), id(&groups, "persons")));
    }

    #[test]
    fn groups_exclude_each_other_as_said_and_no_others() {
        let (mut groups, id) = groups();
        groups.add("conscripts", Some("military"));
        groups.add("officers", Some("military"));
        for (a, b, excludes) in [
            ("civilians", "fighters", true),
            ("civilians", "police", true),
            ("police", "military", true),
            ("police", "conscripts", true),
            ("officers", "conscripts", false),
            ("women", "men", true),
            ("children", "elderly", true),
            ("women", "children", false),
            ("journalists", "police", false),
            ("police", "security_forces", false),
            ("women", "women", false),
            ("other", "persons", false),
        ] {
            let (a, b) = (id(&groups, a), id(&groups, b));
            assert_eq!(
                groups.excludes(a, b),
                excludes,
                "{} {}",
                groups.name(a),
                groups.name(b)
            );
            assert_eq!(groups.excludes(b, a), excludes);
        }
    }

    #[test]
    fn own_words_come_last_and_take_after_their_parent() {
        let mut words = Words::built_in();
        let kind = words.source_kinds.add("clinic", Some("hospital"));
        assert_eq!(words.family(kind), Family::Health);
        assert_eq!(words.source_kinds.add("clinic", None), kind);
        let basis = words.bases.add("buried_bodies", Some("bodies"));
        assert!(words.is_partial(basis));
        assert_eq!(
            words.bases.iter().last(),
            Some(("buried_bodies", Some("bodies")))
        );
        let measure = words.measures.add("interned", Some("detained"));
        assert_eq!(words.default_counting(Some(measure)), Counting::Standing);
        assert!(!words.counts_things(measure));
    }

    #[test]
    fn killed_and_injured_lie_inside_casualties_and_exclude_each_other() {
        let measures = Vocabulary::built_in(OpenVocabulary::Measure);
        let ids: Vec<_> = ["killed", "injured", "casualties"]
            .iter()
            .filter_map(|word| measures.find(word))
            .collect();
        let [killed, injured, casualties] = ids[..] else {
            unreachable!("all three are built in")
        };
        assert!(measures.is_inside(killed, casualties) && measures.is_inside(injured, casualties));
        assert!(measures.excludes(killed, injured) && !measures.excludes(killed, casualties));
    }

    #[test]
    fn a_unit_may_have_a_code() {
        let words = Words::built_in();
        assert!(words.is_unit("count") && words.is_unit("money:USD"));
        assert!(
            !words.is_unit("money:") && !words.is_unit("bananas") && !words.is_unit("bananas:kg")
        );
    }
}
