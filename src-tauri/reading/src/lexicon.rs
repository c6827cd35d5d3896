//! What a language's words mean, loaded from `lexicon/<language>.toml`.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::Amount;
use crate::entries::{
    Adding, CompoundHead, KnownBody, MeasureWord, RangeStyle, Scale, Takes, Unit,
};
use crate::lexicon_file::{AddingData, Data, ScaleData, VagueData};
use crate::phrases::{Phrases, expand};
use crate::sense::{MeasureForm, Person, Sense};
use crate::spelling::with_endings;

// `LANGUAGES`, which the build script lists.
include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// Everything known of one language.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    pub language: String,
    /// Whether every noun is written large.
    pub nouns_are_capitalised: bool,
    /// Whether who does it may stand between a verb and those it is done to.
    pub verbs_come_first: bool,
    /// Whether one name behind a definite article is a body's.
    pub persons_take_no_article: bool,
    /// How adjectives of names end.
    pub adjective_endings: Vec<String>,
    /// How adjectives end that nouns may end like.
    pub doubtful_endings: Vec<String>,
    pub no_noun_endings: Vec<String>,
    /// How names of places end behind what they are of or in.
    pub place_endings: Vec<String>,
    /// How a father's name ends among a person's names.
    pub patronymic_endings: Vec<String>,
    pub emergency_numbers: Vec<String>,
    pub phrases: Phrases,
    /// Whether the language has an article that can mean one.
    pub has_articles: bool,
    /// Whether its words are inflected, so that one word is written in several ways.
    pub inflects: bool,
    pub adding: Vec<Adding>,
    pub scales: Vec<Scale>,
    /// Numbers with a fraction that have a word of their own.
    pub fractional: Vec<Amount>,
    /// Whether a point behind digits makes an ordinal of them ("am 9. Januar").
    pub ordinal_point: bool,
    pub ranges: Vec<RangeStyle>,
    pub units: Vec<Unit>,
    pub measures: Vec<MeasureWord>,
    pub severities: Vec<String>,
    pub groups: Vec<String>,
    pub countings: Vec<String>,
    pub bases: Vec<String>,
    /// Source kinds of heads and fields.
    pub kinds: Vec<String>,
    pub bodies: Vec<KnownBody>,
    pub compound_heads: Vec<CompoundHead>,
    /// The ends of compound words for persons ("*sprecher").
    pub compound_persons: Vec<(String, Person)>,
    /// What the first part of such a compound says of its kind ("gesundheits").
    pub compound_fields: Vec<(String, String)>,
    /// Words whose point ends no sentence, folded, without the point, sorted as all such lists are.
    pub abbreviations: Vec<String>,
    /// Those of them that do end one where a capital follows.
    pub closing_abbreviations: Vec<String>,
    /// Those that are abbreviations only before a number ("No. 5").
    pub numbered_abbreviations: Vec<String>,
    /// The narrowest group around each group.
    pub parents: BTreeMap<String, String>,
}

impl Lexicon {
    /// The lexicon of a language by its ISO 639-1 code; of an unknown one what all languages share: digits, signs.
    pub fn of(code: &str) -> &'static Lexicon {
        static LOADED: [OnceLock<Lexicon>; LANGUAGES.len()] =
            [const { OnceLock::new() }; LANGUAGES.len()];
        static OTHER: OnceLock<Lexicon> = OnceLock::new();
        let own = LANGUAGES.iter().zip(&LOADED);
        match own.into_iter().find(|((known, _), _)| *known == code) {
            Some(((_, file), loaded)) => loaded.get_or_init(|| load(file)),
            None => OTHER.get_or_init(|| load("")),
        }
    }

    /// The codes of the languages that have a lexicon, sorted.
    pub fn codes() -> impl Iterator<Item = &'static str> {
        LANGUAGES.iter().map(|&(code, _)| code)
    }

    /// The ISO 639-3 code of a language by its ISO 639-1 code, without reading its whole lexicon.
    pub fn iso639_3(code: &str) -> Option<&'static str> {
        let (_, file) = LANGUAGES.iter().find(|&&(other, _)| other == code)?;
        let line = file.lines().find(|line| line.starts_with("iso639_3"))?;
        line.split('"').nth(1)
    }
}

/// Builds a lexicon from a language's file and the shared one. A file that does not parse gives an empty lexicon
/// here; the test that loads every file says what is wrong with it.
fn load(language: &str) -> Lexicon {
    parse(&[include_str!("../lexicon/shared.toml"), language]).unwrap_or_default()
}

/// Builds a lexicon from files, each adding to the ones before it.
pub(crate) fn parse(files: &[&str]) -> Result<Lexicon, String> {
    let mut lexicon = Lexicon::default();
    for file in files {
        let read = |file: &str| toml::from_str::<Data>(file).map_err(|error| error.to_string());
        let mut data = read(file)?;
        if !data.endings.is_empty() {
            data = read(&with_endings(file, &data.endings))?;
        }
        lexicon.add(data)?;
    }
    Ok(lexicon)
}

impl Lexicon {
    fn add(&mut self, data: Data) -> Result<(), String> {
        if data.compounds.numbers {
            self.add_parts(&data);
        }
        if let Some(language) = data.language {
            self.language = language;
        }
        self.nouns_are_capitalised |= data.nouns_are_capitalised;
        self.verbs_come_first |= data.verbs_come_first;
        self.persons_take_no_article |= data.persons_take_no_article;
        self.adjective_endings.extend(data.adjective_endings);
        self.doubtful_endings.extend(data.doubtful_endings);
        self.no_noun_endings.extend(data.no_noun_endings);
        self.place_endings.extend(data.place_endings);
        self.patronymic_endings.extend(data.patronymic_endings);
        self.emergency_numbers.extend(data.emergency_numbers);
        self.phrases.spell(&data.spelling);
        self.inflects |= !data.endings.is_empty();
        self.has_articles |= !data.articles.is_empty();
        self.parents.extend(data.parents);
        for (list, words) in [
            (&mut self.abbreviations, &data.abbreviations),
            (&mut self.closing_abbreviations, &data.closing_abbreviations),
            (
                &mut self.numbered_abbreviations,
                &data.numbered_abbreviations,
            ),
        ] {
            list.extend(words.iter().flat_map(|word| expand(word)));
            list.sort();
        }
        for (words, sense) in [
            (&data.articles, Sense::Article),
            (&data.nought, Sense::Nought),
            (&data.duals, Sense::Dual),
            (&data.joiners, Sense::Joiner),
            (&data.of, Sense::Of),
            (&data.negative, Sense::Negative),
            (&data.point, Sense::Point),
            (&data.half_before, Sense::HalfBefore),
            (&data.half_after, Sense::HalfAfter),
            (&data.vague_lead, Sense::VagueLead),
        ] {
            self.phrases.add(words, sense);
        }
        for (qualifier, words) in &data.qualifiers.before {
            self.phrases.add(words, Sense::Before(*qualifier));
        }
        for (qualifier, words) in &data.qualifiers.after {
            self.phrases.add(words, Sense::After(*qualifier));
        }
        for (context, words) in &data.context {
            self.phrases.add(words, Sense::Context(*context));
        }
        for (side, words) in &data.parts {
            self.phrases.add(words, Sense::Part(*side));
        }
        for (word, value) in &data.collectives {
            self.phrases
                .add(std::slice::from_ref(word), Sense::Collective(*value));
        }
        self.ordinal_point |= data.ordinal_point;
        for (word, value) in &data.fractional {
            let value = Amount::parse(value).map_err(|error| format!("{word}: {error}"))?;
            let index = push(&mut self.fractional, value);
            self.phrases
                .add(std::slice::from_ref(word), Sense::Fractional(index));
        }
        self.add_numbers(data.adding, data.scales, data.vague)?;
        for range in data.ranges {
            let index = push(
                &mut self.ranges,
                RangeStyle {
                    opened: !range.open.is_empty(),
                    change: range.change || range.always,
                    always: range.always,
                    neighbours: range.neighbours,
                },
            );
            self.phrases.add(&range.open, Sense::RangeOpen(index));
            self.phrases.add(&range.middle, Sense::RangeMiddle(index));
        }
        for unit in data.units {
            for (words, before) in [(&unit.words, false), (&unit.signs, true)] {
                let entry = Unit {
                    unit: unit.unit.clone(),
                    code: unit.code.clone(),
                    before,
                };
                let index = push(&mut self.units, entry);
                self.phrases.add(words, Sense::Unit(index));
            }
        }
        for entry in data.measures {
            let word = MeasureWord {
                measure: entry.measure,
                severity: entry.severity,
                basis: entry.basis,
            };
            let measure = push(&mut self.measures, word);
            for (words, form) in [
                (&entry.nouns, MeasureForm::Noun),
                (&entry.participles, MeasureForm::Participle),
                (&entry.verbs, MeasureForm::Verb),
                (&entry.active, MeasureForm::Active),
                (&entry.losses, MeasureForm::Loss),
                (&entry.tolls, MeasureForm::Toll),
            ] {
                self.phrases.add(words, Sense::Measure { measure, form });
            }
        }
        for (word, phrases) in data.groups {
            let index = push(&mut self.groups, word);
            self.phrases.add(&phrases, Sense::Group(index));
        }
        for (word, phrases) in data.severities {
            let index = push(&mut self.severities, word);
            self.phrases.add(&phrases, Sense::Severity(index));
        }
        for (word, phrases) in data.countings {
            let index = push(&mut self.countings, word);
            self.phrases.add(&phrases, Sense::Counting(index));
        }
        for (word, phrases) in data.bases {
            let index = push(&mut self.bases, word);
            self.phrases.add(&phrases, Sense::Basis(index));
        }
        for (cue, words) in &data.cues {
            self.phrases.add(words, Sense::Cue(*cue));
        }
        for (word, words) in &data.speech {
            self.phrases.add(words, Sense::Speech(*word));
        }
        for (word, words) in data.persons {
            let (endings, words): (Vec<_>, Vec<_>) =
                words.into_iter().partition(|word| word.starts_with('*'));
            for ending in endings.iter().flat_map(|ending| expand(ending)) {
                let ending = ending.trim_start_matches('*').to_owned();
                self.compound_persons.push((ending, word));
            }
            self.phrases.add(&words, Sense::Person(word));
        }
        self.compound_persons
            .sort_by(|(one, _), (other, _)| other.len().cmp(&one.len()).then(one.cmp(other)));
        for (part, words) in &data.names {
            self.phrases.add(words, Sense::Name(*part));
        }
        let proper: fn(usize) -> Sense = Sense::ProperHead;
        for (words, sense) in [
            (data.proper_heads, proper),
            (data.stand_ins, Sense::StandIn),
        ] {
            for (kind, words) in words {
                let index = push(&mut self.kinds, kind);
                self.phrases.add(&words, sense(index));
            }
        }
        self.add_bodies(data.heads, data.bodies, data.fields);
        Ok(())
    }

    /// The words of which numbers are made that are written as one word.
    fn add_parts(&mut self, data: &Data) {
        let adding = data.adding.iter().flat_map(|series| series.words.keys());
        let scales = data.scales.iter().filter(|scale| !scale.suffix);
        let words = adding
            .chain(scales.flat_map(|scale| &scale.words))
            .chain(data.fractional.keys())
            .chain(&data.half_after)
            .chain(&data.compounds.joiners);
        for word in words {
            self.phrases.add_part(word, word);
        }
        for (part, word) in &data.compounds.elided {
            self.phrases.add_part(part, word);
        }
    }

    fn add_bodies(
        &mut self,
        heads: BTreeMap<String, Vec<String>>,
        bodies: BTreeMap<String, Vec<String>>,
        fields: BTreeMap<String, Vec<String>>,
    ) {
        for (kind, words) in heads {
            let (endings, words): (Vec<_>, Vec<_>) =
                words.into_iter().partition(|word| word.starts_with('*'));
            for ending in endings.iter().flat_map(|ending| expand(ending)) {
                self.compound_heads.push(CompoundHead {
                    ending: ending.trim_start_matches('*').to_owned(),
                    kind: kind.clone(),
                });
            }
            let index = push(&mut self.kinds, kind);
            self.phrases.add(&words, Sense::Head(index));
        }
        self.compound_heads
            .sort_by_key(|head| std::cmp::Reverse(head.ending.len()));
        for (kind, words) in fields {
            let (beginnings, words): (Vec<_>, Vec<_>) =
                words.into_iter().partition(|word| word.ends_with('*'));
            for beginning in beginnings.iter().flat_map(|word| expand(word)) {
                let beginning = beginning.trim_end_matches('*').to_owned();
                self.compound_fields.push((beginning, kind.clone()));
            }
            let index = push(&mut self.kinds, kind);
            self.phrases.add(&words, Sense::Field(index));
        }
        for (kind, names) in bodies {
            for name in names.iter().flat_map(|name| expand(name)) {
                let shouted =
                    !name.chars().any(char::is_lowercase) && name.chars().any(char::is_uppercase);
                let entry = KnownBody {
                    kind: kind.clone(),
                    shouted,
                };
                let index = push(&mut self.bodies, entry);
                self.phrases.add(&[name], Sense::Body(index));
            }
        }
    }

    fn add_numbers(
        &mut self,
        adding: Vec<AddingData>,
        scales: Vec<ScaleData>,
        vague: Vec<VagueData>,
    ) -> Result<(), String> {
        for series in adding {
            let (takes, joined) = (Takes::parse(&series.takes)?, Takes::parse(&series.joined)?);
            let fused = Takes::parse(&series.fused)?;
            for (word, value) in series.words {
                let entry = Adding {
                    value,
                    takes: takes.clone(),
                    joined: joined.clone(),
                    fused: fused.clone(),
                    weak: series.weak,
                    behind: series.behind,
                };
                let index = push(&mut self.adding, entry);
                self.phrases.add(&[word], Sense::Add(index));
            }
        }
        for scale in scales {
            let entry = Scale {
                value: scale.value,
                of: Takes::parse(&scale.of)?,
                takes: Takes::parse(&scale.takes)?,
                joined: Takes::parse(&scale.joined)?,
                bare: scale.bare,
                times: scale.times,
                suffix: scale.suffix,
                money: scale.money,
                vague: scale.vague,
            };
            let index = push(&mut self.scales, entry);
            self.phrases.add(&scale.words, Sense::Scale(index));
        }
        for entry in vague {
            self.phrases.add(
                &entry.words,
                Sense::Vague {
                    word: entry.range,
                    scale: entry.scale.unwrap_or(1),
                    alone: entry.alone,
                },
            );
        }
        Ok(())
    }
}

fn push<T>(list: &mut Vec<T>, entry: T) -> usize {
    list.push(entry);
    list.len() - 1
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn every_file_loads() {
        let shared = include_str!("../lexicon/shared.toml");
        parse(&[shared]).unwrap();
        for (code, file) in LANGUAGES {
            let lexicon =
                parse(&[shared, file]).unwrap_or_else(|error| panic!("{code}.toml: {error}"));
            assert_eq!(lexicon.language, *code);
            let nested = ["{", "}"]
                .into_iter()
                .any(|brace| lexicon.phrases.knows(brace));
            assert!(!nested, "{code}.toml: braces inside braces");
            let endings = toml::from_str::<Data>(file).unwrap().endings;
            let written = with_endings(file, &endings);
            assert!(
                !written.contains("{="),
                "{code}.toml: endings without a list"
            );
            assert!(Lexicon::iso639_3(code).is_some(), "{code} can be detected");
            assert!(lexicon.groups.iter().all(|group| group == "persons"
                || group == "other"
                || lexicon.parents.contains_key(group)));
        }
    }
}
