//! What happened to those counted, from the words around a number.

use crate::noun::Noun;
use crate::numbers::{Found, PERCENT};
use crate::quantity::Scan;
use crate::sense::{Context, MeasureForm, NamePart, Sense, Side};
use crate::token::Kind;

/// How far from a number its verb is looked for.
const REACH: usize = 30;
/// How many numbers of a list are looked at for its "and".
const LONGEST_LIST: usize = 12;
/// How far apart two numbers may be for the second to count the people of the first.
const ELLIPSIS: usize = 14;

/// A measure word at a place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    pub start: usize,
    pub end: usize,
    pub measure: usize,
}

/// How a number is tied to the one before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    None,
    Comma,
    Firm,
}

impl Scan<'_> {
    pub fn hit(&self, at: usize, forms: &[MeasureForm]) -> Option<Hit> {
        self.hit_of(at, forms, &Noun::default())
    }

    /// The measure word at `at` that can be said of what `noun` counts.
    pub fn hit_of(&self, at: usize, forms: &[MeasureForm], noun: &Noun) -> Option<Hit> {
        // "flood-hit" says of a place what it is.
        let compound = self.adjacent(at).is_some() && self.is_mark(at.wrapping_sub(1), '-');
        if compound && self.adjacent(at - 1).is_some() {
            return None;
        }
        self.find(at, |sense| match sense {
            Sense::Measure { measure, form } if forms.contains(&form) => {
                self.fits(noun, measure).then_some(measure)
            }
            _ => None,
        })
        .filter(|&(end, _)| !self.begins_body(at, end))
        .map(|(end, measure)| Hit {
            start: at,
            end,
            measure,
        })
    }

    /// Whether a phrase is but the first words of a body's name: "Corpo de Bombeiros" is no body of the dead.
    fn begins_body(&self, at: usize, end: usize) -> bool {
        let head = self.head_at(at).map(|(end, _)| end);
        head.max(self.body_at(at).map(|(end, _)| end)) > Some(end)
    }

    fn fits(&self, noun: &Noun, measure: usize) -> bool {
        self.lexicon
            .measures
            .get(measure)
            .is_some_and(|word| noun.can_be(&word.measure))
    }

    /// The measure of a number, by the words of its own clause.
    pub fn measure(&self, numbers: &[Found], nouns: &[Noun], index: usize) -> Option<usize> {
        let (number, noun) = (numbers.get(index)?, nouns.get(index)?);
        let before = index.checked_sub(1);
        let (open, next) = (
            before
                .and_then(|at| Some(self.behind_noun(numbers.get(at)?, nouns.get(at)?)))
                .unwrap_or(0),
            numbers
                .get(index + 1)
                .map_or(self.tokens.len(), |next| next.tokens.start),
        );
        // "ten detainees were freed": who they are says less than what happened to them.
        let by_noun = noun.measure.filter(|_| noun.group.is_none());
        if by_noun.is_some() {
            return by_noun;
        }
        // What is said before a number stands before its noun, where that is not behind it.
        let start = number.tokens.start.min(number.after);
        let from = self.behind_noun(number, noun);
        let behind = self.behind(from, next, noun);
        let leads = self.leads_of(start, noun);
        // "18 killed", "18 people were killed": at once behind the noun, with nothing but its auxiliary between.
        let at_once = behind
            .filter(|hit| hit.start == from || self.auxiliaries(from, hit.start))
            .filter(|hit| leads.is_none() || hit.end != next);
        // What continues a list has the measure of the list.
        let listed = self.is_listed(numbers, nouns, index);
        at_once
            .or(leads)
            .or_else(|| self.inverted(start, noun))
            .or_else(|| self.risen(open, start, noun))
            .or(behind)
            .or_else(|| self.behind_list(numbers, nouns, index).filter(|_| !listed))
            .map(|hit| hit.measure)
            .or(noun.measure)
            .or_else(|| {
                let announced = self.announced(open, start, noun).filter(|_| !listed);
                announced.map(|hit| hit.measure)
            })
    }

    /// The token behind a number and its noun.
    fn behind_noun(&self, number: &Found, noun: &Noun) -> usize {
        if noun.tokens.is_empty() || noun.tokens.start < number.tokens.start {
            number.after
        } else {
            noun.tokens.end
        }
    }

    /// The nearest word behind that says what happened to the subject.
    fn behind(&self, from: usize, limit: usize, noun: &Noun) -> Option<Hit> {
        for at in (from..limit).take(REACH) {
            if self.ends_clause(at) || self.context(at, Context::Clause).is_some() {
                return None;
            }
            let forms = [MeasureForm::Participle, MeasureForm::Verb];
            if let Some(hit) = self.hit_of(at, &forms, noun) {
                // "33, los heridos 120": with its article it is another noun.
                let apart = (from..at)
                    .any(|at| self.is_mark(at, ',') || self.is(at, Sense::Joiner).is_some());
                if apart && self.context_before(at, Context::Definite) == at.checked_sub(1) {
                    return None;
                }
                // "وأصيب": where the verb comes first, an "and" written against it begins what is said of others.
                let anew = at.checked_sub(1).filter(|&before| before >= from);
                if anew.is_some_and(|before| self.joins_what_follows(before)) {
                    return None;
                }
                // "18 soldiers killed 3": what stands against the next number is done by them, not to them.
                let active = hit.end == limit
                    && limit < self.tokens.len()
                    && self.hit(at, &[MeasureForm::Active]).is_some()
                    && self.context_before(at, Context::Passive).is_none();
                if !active {
                    return Some(hit);
                }
            }
        }
        None
    }

    fn joins_what_follows(&self, at: usize) -> bool {
        self.is(at, Sense::Joiner).is_some()
            && self
                .token(at)
                .is_some_and(|token| self.lexicon.phrases.is_clitic(token.word))
    }

    /// The verb behind a list that the number opens: "18 soldiers and 3 civilians were killed", "18 people, including
    /// 3 children, were killed".
    fn behind_list(&self, numbers: &[Found], nouns: &[Noun], index: usize) -> Option<Hit> {
        let noun = nouns.get(index)?;
        let mut last = index;
        while last < index + LONGEST_LIST
            && last + 1 < numbers.len()
            && self.is_listed(numbers, nouns, last + 1)
        {
            last += 1;
        }
        if last == index {
            return None;
        }
        let from = self.behind_noun(numbers.get(last)?, nouns.get(last)?);
        let limit = numbers
            .get(last + 1)
            .map_or(self.tokens.len(), |next| next.tokens.start);
        // "two of the 14 injured died": what says who they are is not what happened to the two.
        let of = self.is(numbers.get(index)?.after, Sense::Of).is_some();
        let named = self
            .hit(from, &[MeasureForm::Participle])
            .filter(|_| of && nouns.get(last).is_some_and(Noun::is_silent));
        let found = named
            .and_then(|hit| self.behind(hit.end, limit, noun))
            .or_else(|| self.behind(from, limit, noun))?;
        // "67 people, 45 of whom died": the verb of a relative clause is said of the part alone; a comma ends it.
        let part = numbers.get(last)?.tokens.start;
        let relative = self
            .is_before(part, Sense::Part(Side::Before))
            .is_some_and(|at| self.context(at, Context::Relative).is_some());
        let ended = (from..found.start).any(|at| self.is_mark(at, ','));
        (!relative || ended).then_some(found)
    }

    /// Whether a number continues a list with the one before it: nothing but "and", "of the", "including" and places
    /// stands between them, or a comma where the list goes on.
    pub fn is_listed(&self, numbers: &[Found], nouns: &[Noun], index: usize) -> bool {
        match self.link(numbers, nouns, index) {
            Link::Firm => true,
            Link::Comma => (index + 1..numbers.len())
                .take(LONGEST_LIST)
                .map(|next| self.link(numbers, nouns, next))
                .find(|link| *link != Link::Comma)
                .is_some_and(|link| link == Link::Firm),
            Link::None => false,
        }
    }

    /// What ties a number to the one before it.
    fn link(&self, numbers: &[Found], nouns: &[Noun], index: usize) -> Link {
        let before = index.checked_sub(1);
        let previous = before.and_then(|at| numbers.get(at).zip(nouns.get(at)));
        let (Some(number), Some((previous, noun))) = (numbers.get(index), previous) else {
            return Link::None;
        };
        let mut link = Link::Comma;
        let mut at = self.behind_noun(previous, noun);
        if number.tokens.start.saturating_sub(at) > REACH {
            return Link::None;
        }
        while at < number.tokens.start {
            let firm = [
                Sense::Part(Side::Before),
                Sense::Part(Side::Between),
                Sense::Name(NamePart::Places),
                Sense::Context(Context::With),
                Sense::Joiner,
                Sense::Of,
            ]
            .into_iter()
            .find_map(|link| self.is(at, link))
            .or_else(|| self.middle_of_range(at));
            let token = self.token(at);
            let passes = token.is_some_and(|token| match token.kind {
                Kind::Mark(mark) => matches!(mark, ',' | '(' | ')' | '\u{2013}' | '\u{2014}' | '-'),
                Kind::Word => {
                    token.capital || self.is(at, Sense::Name(NamePart::Determiners)).is_some()
                }
                Kind::Digits => false,
            });
            at = match firm {
                Some(end) => {
                    link = Link::Firm;
                    end
                }
                None if passes => at + 1,
                None => return Link::None,
            };
        }
        link
    }

    /// "to" between two numbers.
    fn middle_of_range(&self, at: usize) -> Option<usize> {
        self.find(at, |sense| {
            matches!(sense, Sense::RangeMiddle(_)).then_some(())
        })
        .map(|(end, ())| end)
    }

    /// Whether a number continues a list with the one before it, so that what is said of that is said of it too.
    pub fn follows(&self, numbers: &[Found], nouns: &[Noun], index: usize) -> bool {
        let silent = nouns.get(index).is_some_and(Noun::is_silent);
        // "2 million people need help, 40 percent of them women": a share needs no "and".
        let share = numbers.get(index).is_some_and(|number| {
            let start = number.tokens.start;
            let article = self.is_before(start, Sense::Name(NamePart::Determiners));
            let before = article.unwrap_or(start).checked_sub(1);
            number.reading.unit == PERCENT && before.is_some_and(|at| self.is_mark(at, ','))
        });
        index > 0 && (silent || share || self.is_listed(numbers, nouns, index))
    }

    /// Whether a number that names nobody counts of the people that the one before it counts: "two soldiers were
    /// killed and five wounded", "18 soldiers died, with 40 wounded".
    pub fn shares_people(&self, numbers: &[Found], nouns: &[Noun], index: usize) -> bool {
        let Some(before) = index.checked_sub(1) else {
            return false;
        };
        let (Some(number), Some(previous), Some(noun)) =
            (numbers.get(index), numbers.get(before), nouns.get(index))
        else {
            return false;
        };
        let start = number.tokens.start;
        let near = start.saturating_sub(previous.after) <= ELLIPSIS;
        let added =
            (start.saturating_sub(2)..start).any(|at| self.context(at, Context::With).is_some());
        let elided = noun.measure.is_none()
            || self.is_participle(number.after)
            || self.is_participle(noun.tokens.start);
        // "Farmers blocked the road; there are six injured": of others than those before, where the clause says more.
        let anew = (previous.after..start)
            .rev()
            .find(|&at| self.ends_clause(at))
            .is_some_and(|mark| mark + 1 < start);
        let caused = anew || self.context_before(start, Context::Cause).is_some();
        near && !caused && (elided || added)
    }

    fn is_participle(&self, at: usize) -> bool {
        self.hit(at, &[MeasureForm::Participle]).is_some()
    }

    fn auxiliaries(&self, from: usize, to: usize) -> bool {
        (from..to).all(|at| self.is_auxiliary(at))
    }

    fn is_auxiliary(&self, at: usize) -> bool {
        self.context(at, Context::Passive).is_some()
            || at.checked_sub(1).is_some_and(|before| {
                self.context(before, Context::Passive)
                    .is_some_and(|end| end > at)
            })
            || self.token(at).is_some_and(|token| token.kind == Kind::Word)
                && self.context(at, Context::Function).is_some()
                && self.is(at, Sense::Joiner).is_none()
    }

    /// "killing 18": the measure word right before a number.
    pub fn leads(&self, start: usize) -> Option<Hit> {
        self.leads_of(start, &Noun::default())
    }

    fn leads_of(&self, start: usize, noun: &Noun) -> Option<Hit> {
        let wanted = |sense| match sense {
            Sense::Measure {
                measure,
                form: MeasureForm::Active,
            } => self.fits(noun, measure).then_some(measure),
            // "lost 8 men", but not "lost 8 seats".
            Sense::Measure {
                measure,
                form: MeasureForm::Loss,
            } => noun.group.is_some().then_some(measure),
            _ => None,
        };
        let quoted = start.checked_sub(1).filter(|&at| {
            self.token(at)
                .is_some_and(|token| matches!(token.kind, Kind::Mark('”' | '»' | '"' | '\'')))
        });
        let (at, measure) = self.find_before(quoted.unwrap_or(start), wanted)?;
        let passive = self.context_before(at, Context::Passive).is_some();
        (!passive).then_some(Hit {
            start: at,
            end: start,
            measure,
        })
    }

    /// "Es starb ein Kind", "murieron 18": the verb right before those of whom it is said.
    fn inverted(&self, start: usize, noun: &Noun) -> Option<Hit> {
        let wanted = |sense| match sense {
            Sense::Measure {
                measure,
                form: MeasureForm::Verb | MeasureForm::Participle,
            } => self.fits(noun, measure).then_some(measure),
            _ => None,
        };
        let (at, measure) = self.find_before(start, wanted)?;
        Some(Hit {
            start: at,
            end: start,
            measure,
        })
    }

    /// "the death toll rose to 18".
    fn risen(&self, open: usize, start: usize, noun: &Noun) -> Option<Hit> {
        let hit = self.announced(open, start, noun)?;
        (hit.end..start)
            .any(|at| self.context(at, Context::Change).is_some())
            .then_some(hit)
    }

    /// The measure word nearest before a number that leaves open what happened: "the toll stands at 18", "among the
    /// dead were three students". Of things only a verb right before is said.
    fn announced(&self, open: usize, start: usize, noun: &Noun) -> Option<Hit> {
        // "دمرت العاصفة 18 منزلا": where verbs come first, who did it to things stands between.
        let thing = noun.names_thing();
        if thing && !self.lexicon.verbs_come_first {
            return None;
        }
        // "40,000 have fled, and 100,000 people": a verb behind one number is said of the next only behind "and".
        let joined = (open..start)
            .take(REACH)
            .find(|&at| open > 0 && self.is(at, Sense::Joiner).is_some());
        let wanted = |at: usize| {
            let free = open == 0 || noun.is_silent() || joined.is_some_and(|joiner| joiner < at);
            move |sense| match sense {
                Sense::Measure { measure, form } => {
                    let tells = match form {
                        MeasureForm::Toll | MeasureForm::Noun => true,
                        MeasureForm::Verb | MeasureForm::Participle => free,
                        // "اعتقلت الشرطة 73 شخصا": who did it stands between.
                        MeasureForm::Active => self.lexicon.verbs_come_first,
                        MeasureForm::Loss => false,
                    };
                    let told = tells && (!thing || form == MeasureForm::Active);
                    (told && self.fits(noun, measure)).then_some(measure)
                }
                _ => None,
            }
        };
        // The longest phrase that ends nearest: "death toll" rather than "toll".
        let same_clause = |end: &usize| {
            *end == start
                || self.context(*end, Context::Clause).is_none()
                    && (self.is_mark(*end, ':') || !self.ends_clause(*end))
        };
        (open + 1..=start)
            .rev()
            .take(REACH)
            .take_while(same_clause)
            .find_map(|end| {
                let (at, measure) = self.find_before(end, wanted(end))?;
                (!self.begins_body(at, end)).then_some(Hit {
                    start: at,
                    end,
                    measure,
                })
            })
    }
}
