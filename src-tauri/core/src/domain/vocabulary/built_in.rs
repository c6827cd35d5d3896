//! The words that every project has, in the order wanted wherever an order is wanted.

use super::closed::Counting;
use super::open::Family;

/// A built-in word of an open vocabulary.
pub(super) struct BuiltIn {
    pub(super) word: &'static str,
    pub(super) parent: Option<&'static str>,
    /// Words with the same parent and the same class exclude each other.
    pub(super) exclusive: Option<u8>,
    pub(super) traits: Traits,
}

/// What is true of a word and, unless they say otherwise, of the words that lie inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Traits {
    /// Of a measure: how it counts where nobody says.
    pub(super) counting: Counting,
    /// Of a measure: it counts things, not persons.
    pub(super) things: bool,
    /// Of a basis: it counts only some.
    pub(super) partial: bool,
    /// Of a source kind.
    pub(super) family: Family,
    /// Of a source kind: each figure is an issuer of its own.
    pub(super) individual: bool,
}

impl Traits {
    pub(super) const NONE: Traits = Traits {
        counting: Counting::Total,
        things: false,
        partial: false,
        family: Family::Witnesses,
        individual: false,
    };
}

const fn plain(word: &'static str) -> BuiltIn {
    BuiltIn {
        word,
        parent: None,
        exclusive: None,
        traits: Traits::NONE,
    }
}

const fn inside(word: &'static str, parent: &'static str) -> BuiltIn {
    BuiltIn {
        parent: Some(parent),
        ..plain(word)
    }
}

const fn one_of(word: &'static str, parent: &'static str, class: u8) -> BuiltIn {
    BuiltIn {
        exclusive: Some(class),
        ..inside(word, parent)
    }
}

const fn standing(word: &'static str) -> BuiltIn {
    BuiltIn {
        traits: Traits {
            counting: Counting::Standing,
            ..Traits::NONE
        },
        ..plain(word)
    }
}

const fn things(word: &'static str) -> BuiltIn {
    BuiltIn {
        traits: Traits {
            things: true,
            ..Traits::NONE
        },
        ..plain(word)
    }
}

const fn partial(word: &'static str) -> BuiltIn {
    BuiltIn {
        traits: Traits {
            partial: true,
            ..Traits::NONE
        },
        ..plain(word)
    }
}

const fn kind(word: &'static str, family: Family) -> BuiltIn {
    BuiltIn {
        traits: Traits {
            family,
            ..Traits::NONE
        },
        ..plain(word)
    }
}

const fn individual(word: &'static str, family: Family) -> BuiltIn {
    BuiltIn {
        traits: Traits {
            family,
            individual: true,
            ..Traits::NONE
        },
        ..plain(word)
    }
}

pub(super) const MEASURES: &[BuiltIn] = &[
    one_of("killed", "casualties", 1),
    one_of("injured", "casualties", 1),
    plain("casualties"),
    standing("missing"),
    standing("hospitalised"),
    standing("detained"),
    standing("abducted"),
    plain("released"),
    standing("displaced"),
    standing("homeless"),
    plain("evacuated"),
    plain("rescued"),
    plain("buried"),
    plain("affected"),
    things("destroyed"),
    things("damaged"),
    plain("other"),
];

pub(super) const SEVERITIES: &[BuiltIn] = &[plain("critical"), plain("serious"), plain("slight")];

pub(super) const GROUPS: &[BuiltIn] = &[
    plain("persons"),
    one_of("civilians", "persons", 1),
    one_of("security_forces", "persons", 1),
    one_of("police", "security_forces", 1),
    one_of("military", "security_forces", 1),
    one_of("fighters", "persons", 1),
    one_of("women", "persons", 2),
    one_of("men", "persons", 2),
    one_of("children", "persons", 3),
    one_of("elderly", "persons", 3),
    inside("protesters", "persons"),
    inside("journalists", "persons"),
    inside("health_workers", "persons"),
    inside("aid_workers", "persons"),
    inside("rescuers", "persons"),
    inside("prisoners", "persons"),
    inside("refugees", "persons"),
    inside("foreigners", "persons"),
    inside("attackers", "persons"),
    plain("other"),
];

pub(super) const BASES: &[BuiltIn] = &[
    plain("reported"),
    partial("identified"),
    partial("registered"),
    partial("bodies"),
    partial("in_hospital"),
    partial("named_list"),
    plain("estimate"),
    plain("model"),
];

pub(super) const SOURCE_KINDS: &[BuiltIn] = &[
    kind("government", Family::State),
    kind("head_of_state", Family::State),
    kind("ministry", Family::State),
    kind("parliament", Family::State),
    kind("court", Family::State),
    kind("prosecutor", Family::State),
    kind("local_authority", Family::State),
    kind("commission", Family::State),
    kind("national_rights_body", Family::State),
    kind("de_facto_authority", Family::State),
    kind("police", Family::Security),
    kind("military", Family::Security),
    kind("intelligence", Family::Security),
    kind("health_authority", Family::Health),
    kind("hospital", Family::Health),
    kind("morgue", Family::Health),
    kind("emergency_service", Family::Health),
    kind("red_cross_crescent", Family::Health),
    kind("un", Family::International),
    kind("intergovernmental", Family::International),
    kind("ngo", Family::CivilSociety),
    kind("rights_group", Family::CivilSociety),
    kind("data_project", Family::CivilSociety),
    kind("academic", Family::CivilSociety),
    kind("union", Family::CivilSociety),
    kind("company", Family::CivilSociety),
    kind("traditional_authority", Family::CivilSociety),
    kind("news_agency", Family::Media),
    kind("media", Family::Media),
    kind("state_media", Family::Media),
    individual("social_media", Family::Media),
    kind("armed_group", Family::Parties),
    kind("opposition", Family::Parties),
    individual("witness", Family::Witnesses),
    individual("relative", Family::Witnesses),
    individual("unnamed_official", Family::Witnesses),
    kind("other", Family::Witnesses),
];

pub(super) const UNITS: &[BuiltIn] = &[
    plain("count"),
    plain("percent"),
    plain("money"),
    plain("length"),
    plain("mass"),
    plain("area"),
    plain("volume"),
    plain("time"),
    plain("temperature"),
    plain("rate"),
    plain("other"),
];
