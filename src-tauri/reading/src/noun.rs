//! The words that say what a number counts.

use std::ops::Range;

use crate::counting::STANDING;
use crate::numbers::{COUNT, Found, PERCENT};
use crate::quantity::Scan;
use crate::sense::{Context, MeasureForm, Sense};
use crate::token::Kind;

/// The measure of persons to whom nothing of the vocabulary happens.
pub(crate) const OTHER: &str = "other";
/// How many words are taken for a noun that the lexicon does not know.
const GUESSED: usize = 2;
/// How many words may stand between a number and the noun that it counts.
const ADJECTIVES: usize = 3;
/// How far before a number the words may stand that name what it counts ("the number of missing people rose to 18").
const REACH: usize = 30;

/// The words that say what a number counts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Noun {
    pub tokens: Range<usize>,
    pub group: Option<String>,
    /// Whether it is known to be no person.
    pub thing: bool,
    pub measure: Option<usize>,
    /// Whether the measure stands beside the noun ("wounded civilians") and is not the noun itself.
    pub modified: bool,
    pub severity: Option<String>,
    pub counting: Option<String>,
    pub basis: Option<String>,
}

impl Noun {
    /// The measures that are said of persons, even where nobody is named.
    pub const PERSONAL: [&str; 13] = [
        "killed",
        "injured",
        "casualties",
        "missing",
        "hospitalised",
        "detained",
        "abducted",
        "released",
        "displaced",
        "homeless",
        "evacuated",
        "rescued",
        "buried",
    ];
    /// Those of them that are said of things as well.
    const OF_BOTH: [&str; 5] = ["missing", "released", "evacuated", "rescued", "buried"];
    /// The measures that are said of things only.
    const MATERIAL: [&str; 2] = ["destroyed", "damaged"];

    /// Whether no words say what is counted.
    pub fn is_silent(&self) -> bool {
        self.tokens.is_empty() && self.measure.is_none()
    }

    /// Whether the words say nothing of who is counted, so that it is whoever the sentence speaks of.
    pub fn leaves_group_open(&self) -> bool {
        self.group.is_none() && !self.thing && (self.tokens.is_empty() || self.measure.is_some())
    }

    /// Whether the words are known to name no person, or are not known at all.
    pub fn names_thing(&self) -> bool {
        self.thing || (!self.tokens.is_empty() && self.group.is_none() && self.measure.is_none())
    }

    /// Whether the measure can be said of what is counted.
    pub fn can_be(&self, measure: &str) -> bool {
        if self.thing {
            let personal = measure == OTHER || Noun::PERSONAL.contains(&measure);
            !personal || Noun::OF_BOTH.contains(&measure)
        } else {
            self.group.is_none() || !Noun::MATERIAL.contains(&measure)
        }
    }
}

impl Scan<'_> {
    /// What each number of a sentence counts.
    pub fn nouns(&self, numbers: &[Found]) -> Vec<Noun> {
        let limits = numbers
            .iter()
            .skip(1)
            .map(|next| next.tokens.start)
            .chain([self.tokens.len()]);
        let mut open = 0;
        let mut nouns = Vec::with_capacity(numbers.len());
        for (number, limit) in numbers.iter().zip(limits) {
            let counts = matches!(number.reading.unit.as_str(), COUNT | PERCENT)
                || self.is(number.after, Sense::Of).is_some();
            // A noun that is its own number, or stands before it, goes no further.
            let limit = if number.after < number.tokens.end {
                number.tokens.end
            } else {
                limit
            };
            let noun = if counts {
                self.noun(number.after, limit)
            } else {
                Noun::default()
            };
            let noun = self
                .noun_before_definite(number)
                .unwrap_or_else(|| self.of_others(noun, nouns.last()));
            let announced = noun.is_silent() && counts;
            // "بلغ عدد الوفيات 64 حالة": a word for one of whatever was named before.
            let cases = noun.thing
                && self.context(noun.tokens.start, Context::Spell) == Some(noun.tokens.end);
            nouns.push(
                (announced || cases)
                    .then(|| {
                        self.noun_before(open, number.tokens.start)
                            .or_else(|| self.noun_behind_change(number.after, limit))
                    })
                    .flatten()
                    .unwrap_or(noun),
            );
            open = number.after;
        }
        nouns
    }

    /// "القوارب الثلاثة": a number with an article stands behind its noun, which has one too.
    fn noun_before_definite(&self, number: &Found) -> Option<Noun> {
        let at = number.tokens.start.checked_sub(1)?;
        if !self.lexicon.verbs_come_first || !self.is_definite(at) || !self.is_definite(at + 1) {
            return None;
        }
        let group = self.group_at(at).filter(|&(end, _)| end == at + 1);
        let thing = self.thing_at(at) == Some(at + 1);
        (thing || group.is_some()).then(|| Noun {
            tokens: at..at + 1,
            group: group.and_then(|(_, group)| self.lexicon.groups.get(group).cloned()),
            thing,
            ..Noun::default()
        })
    }

    /// "1,200 homes and 4,500 others": of what the one before it counts.
    fn of_others(&self, noun: Noun, previous: Option<&Noun>) -> Noun {
        let others = !noun.tokens.is_empty()
            && self.context(noun.tokens.start, Context::Spell) == Some(noun.tokens.end);
        match previous.filter(|previous| others && previous.thing) {
            Some(_) => Noun {
                group: None,
                thing: true,
                ..noun
            },
            None => noun,
        }
    }

    /// What a number counts by the words before it: "the number of people missing has fallen to 27".
    fn noun_before(&self, open: usize, start: usize) -> Option<Noun> {
        let named = (open..start)
            .rev()
            .take(REACH)
            .find_map(|at| self.context(at, Context::NumberOf))
            .filter(|&end| end < start)?;
        let mut noun = self.noun(named, start);
        if noun.measure.is_none() {
            let end = noun.tokens.end.max(named);
            noun.measure = self
                .hit(end, &[MeasureForm::Participle])
                .map(|hit| hit.measure);
            noun.modified = noun.measure.is_some();
        }
        (noun.group.is_some() || noun.measure.is_some() || noun.thing).then_some(noun)
    }

    /// "до 126 возросло число погибших": what a number counts behind the verb that changes it.
    fn noun_behind_change(&self, after: usize, limit: usize) -> Option<Noun> {
        let verb = self.context(after, Context::Change)?;
        let named = self
            .context(verb, Context::NumberOf)
            .filter(|&end| end < limit)?;
        let noun = self.noun(named, limit);
        (noun.group.is_some() || noun.measure.is_some()).then_some(noun)
    }

    /// The noun behind a number, up to the token `limit`: "policiers et militaires", "new deaths".
    pub fn noun(&self, after: usize, limit: usize) -> Noun {
        let mut noun = Noun::default();
        // "hundreds, perhaps thousands, of migrants"; not "33, los heridos".
        let of = if self.is_mark(after, ',') && self.context(after + 1, Context::Definite).is_none()
        {
            after + 1
        } else {
            after
        };
        let mut at = self
            .is(of, Sense::Of)
            .filter(|&end| end < limit)
            .unwrap_or(after);
        at = self.context(at, Context::NumberOf).unwrap_or(at);
        at = self.past_hyphen(at);
        // "de los que seis son funcionarios": what they are stands behind the verb.
        if let Some(end) = self.context(at, Context::Copula)
            && self.group_at(end).is_some()
        {
            at = end;
        }
        let mut start = at;
        let mut skipped = 0;
        while at < limit && (noun.measure.is_none() || noun.modified) {
            if let Some(end) = self
                .context(at, Context::Spell)
                .filter(|&end| self.is_counted(end))
                // "حالة اعتقال": a noun of several words.
                .filter(|&end| {
                    let longer = self.hit(at, &[MeasureForm::Noun]);
                    longer.is_none_or(|hit| hit.end <= end)
                })
            {
                // "12 other soldiers": neither noun nor kind.
                (at, start) = (end, if start == at { end } else { start });
            } else if let Some(end) = self.attribute_of_person(at) {
                // "five migrant women": neither noun nor kind.
                at = end;
            } else if let Some((end, index)) = self.group_at(at) {
                let word = self.lexicon.groups.get(index).map_or("", String::as_str);
                let group = noun
                    .group
                    .as_deref()
                    .map_or(word, |group| self.lexicon.common_group(group, word));
                noun.group = Some(group.to_owned());
                if !noun.modified {
                    noun.measure = self.hit(at, &[MeasureForm::Noun]).map(|hit| hit.measure);
                }
                noun.tokens = start..end;
                at = match self.coordinated(end, limit) {
                    Some(next) => next,
                    None => break,
                };
            } else if noun.group.is_some() {
                break;
            } else if let Some(hit) = self
                .hit(at, &[MeasureForm::Participle])
                .filter(|hit| !noun.modified && self.group_at(hit.end).is_some())
            {
                noun.measure = Some(hit.measure);
                noun.modified = true;
                at = hit.end;
            } else if let Some(end) = self.thing_at(at) {
                noun.thing = true;
                noun.tokens = start..end;
                // "700 viviendas afectadas y 18 escuelas": the measure is of the noun, and the list goes on behind it.
                let behind = self
                    .hit_of(end, &[MeasureForm::Participle], &noun)
                    .filter(|_| !self.lexicon.no_noun_endings.is_empty());
                if let Some(hit) = behind {
                    noun.measure = Some(hit.measure);
                    noun.modified = true;
                    noun.tokens.end = hit.end;
                } else if !self.lexicon.no_noun_endings.is_empty()
                    && self.is_adjective(end)
                    && self.is(end + 1, Sense::Joiner).is_some()
                {
                    noun.tokens.end = end + 1;
                }
                break;
            } else if let Some(hit) = self.hit(at, &[MeasureForm::Noun]) {
                noun.measure = Some(hit.measure);
                noun.tokens = start..hit.end;
                noun.severity = self.severity(hit.end).map(|(_, word)| word);
            } else if let Some((end, word)) = self.severity(at) {
                noun.severity = Some(word);
                (at, start) = (end, if start == at { end } else { start });
            } else if let Some((end, word)) = self
                .counting_at(at)
                .filter(|_| self.context(at, Context::Passive).is_none())
            {
                noun.counting = Some(word);
                (at, start) = (end, if start == at { end } else { start });
            } else if skipped < ADJECTIVES && self.is_adjective(at) {
                if let Some((_, word)) = self.basis_at(at) {
                    noun.basis = Some(word);
                }
                skipped += 1;
                at += 1;
            } else {
                break;
            }
        }
        if noun.tokens.is_empty() && skipped > 0 {
            noun.tokens = self.guessed(start, start + skipped.min(GUESSED));
        }
        noun
    }

    /// Of something that the lexicon does not know the next words are the best guess, but for a participle with who
    /// did it ("150 avancé par").
    fn guessed(&self, start: usize, end: usize) -> Range<usize> {
        let done_by = (start + 1..=end).find(|&at| self.context(at, Context::Agent).is_some());
        let mut end = done_by.map_or(end, |by| by - 1);
        // Where every noun is written large, what is not is none.
        while self.lexicon.nouns_are_capitalised && end > start && !self.is_capital(end - 1) {
            end -= 1;
        }
        start..end
    }

    /// A noun that is no person, unless it but says which persons ("school children").
    fn thing_at(&self, at: usize) -> Option<usize> {
        let end = self.context(at, Context::Thing)?;
        // "حالة اعتقال"
        if self
            .hit(at, &[MeasureForm::Noun])
            .is_some_and(|hit| hit.end > end)
        {
            return None;
        }
        // "18 منزلا آخر": others of the same; "viviendas vecinas": where what a noun is stands behind it, the first says
        // what is counted.
        let first = !self.lexicon.no_noun_endings.is_empty();
        if first || self.context(end, Context::Spell).is_some() {
            return Some(end);
        }
        (self.group_at(end).is_none() && self.hit(end, &[MeasureForm::Noun]).is_none())
            .then_some(end)
    }

    /// Where the second of two coordinated groups begins: behind "et" in "policiers et militaires".
    fn coordinated(&self, end: usize, limit: usize) -> Option<usize> {
        let next = match self.is(end, Sense::Joiner) {
            Some(next) => next,
            None if self.is_mark(end, ',') => end + 1,
            None => return None,
        };
        (next < limit && self.group_at(next).is_some()).then_some(next)
    }

    pub fn group_at(&self, at: usize) -> Option<(usize, usize)> {
        let (end, group) = self.find(at, |sense| match sense {
            Sense::Group(group) => Some(group),
            _ => None,
        })?;
        // "two police stations" counts no police.
        let attribute =
            self.context(at, Context::Attributive) == Some(end) && self.is_adjective(end);
        (!attribute || self.is_counted(end)).then_some((end, group))
    }

    /// The end of a word for a kind of persons that only describes others behind it.
    fn attribute_of_person(&self, at: usize) -> Option<usize> {
        let end = self.context(at, Context::Attributive)?;
        let whole = self.group_at(at).is_some_and(|(whole, _)| whole == end);
        (whole && self.group_at(end).is_some()).then_some(end)
    }

    fn is_adjective(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == Kind::Word)
            && !self.ends_like_no_noun(at)
            && self.context(at, Context::Function).is_none()
            && self.context(at, Context::Passive).is_none()
            && [
                Context::Clause,
                Context::Day,
                Context::Month,
                Context::Change,
            ]
            .into_iter()
            .all(|word| self.context(at, word).is_none())
            && self
                .hit(
                    at,
                    &[
                        MeasureForm::Participle,
                        MeasureForm::Verb,
                        MeasureForm::Active,
                    ],
                )
                .is_none()
    }

    /// Whether a word that the lexicon does not know ends as verbs and adverbs do: "cinco ocurrieron en la capital".
    fn ends_like_no_noun(&self, at: usize) -> bool {
        let word = self.slice(&(at..at + 1));
        let mut endings = self.lexicon.no_noun_endings.iter();
        self.is_small(at) && endings.any(|ending| word.ends_with(ending.as_str()))
    }

    pub fn severity(&self, at: usize) -> Option<(usize, String)> {
        self.find(at, |sense| match sense {
            Sense::Severity(word) => self.lexicon.severities.get(word).cloned(),
            _ => None,
        })
    }

    pub fn counting_at(&self, at: usize) -> Option<(usize, String)> {
        self.find(at, |sense| match sense {
            Sense::Counting(word) => self.lexicon.countings.get(word).cloned(),
            _ => None,
        })
        .filter(|(end, word)| word != STANDING || !self.stands_at_cue(at, *end))
    }

    /// Whether a word for "still" only says that somebody said something else too: "refere ainda que", "ainda segundo".
    fn stands_at_cue(&self, at: usize, end: usize) -> bool {
        let cue = |sense| matches!(sense, Sense::Cue(_)).then_some(());
        self.find(end, cue).is_some() || self.find_before(at, cue).is_some()
    }

    pub fn basis_at(&self, at: usize) -> Option<(usize, String)> {
        self.find(at, |sense| match sense {
            Sense::Basis(word) => self.lexicon.bases.get(word).cloned(),
            _ => None,
        })
    }
}
