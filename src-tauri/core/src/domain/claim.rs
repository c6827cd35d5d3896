//! A claim: a statement with its figures as it is brought to the project, by names and labels instead of ids.
//!
//! What is `None` was not given. Reading a claim from a file is the exchange room's work; finding its article, its words
//! and the entries of the register that it names is the app room's.

use super::refusal::Refusal;
use super::vocabulary::{
    Connection, Counting, Modality, Qualifier, RelationKind, Stance, StatementStatus,
};
use onrecord_reading::{Amount, Bounds, NumberReading, bounds};

/// A statement to be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The physical line of the file that it begins on, from 1.
    pub line: usize,
    /// Its name within the file.
    pub label: Option<String>,
    /// Which article it is from, by id, SHA-256, URL or title: the first of these that finds one.
    pub article: Vec<String>,
    /// Where it was published, as a claim table has it: tells apart articles that all those names mean.
    pub published: Option<Published>,
    /// Words of the article.
    pub quote: String,
    /// Where the words are said to begin, in code points.
    pub start: Option<u32>,
    /// The words before them.
    pub prefix: Option<String>,
    /// How it is reported.
    pub modality: Option<Modality>,
    /// The person who speaks.
    pub speaker: Option<String>,
    /// The role that the article gives them.
    pub speaker_role: Option<String>,
    /// The body that issued it.
    pub source: Option<String>,
    /// The kind of that body.
    pub source_kind: Option<String>,
    /// That body as the article writes it.
    pub source_as_written: Option<String>,
    /// The words of the article that name it.
    pub source_quote: Option<String>,
    /// Who passes it on, from the issuer outwards.
    pub via: Vec<ClaimLink>,
    /// When it was said.
    pub stated_at: Option<String>,
    /// What it is about; absent, the article's event.
    pub event: Option<String>,
    /// The words in another language.
    pub quote_translation: Option<String>,
    /// The language of the translation.
    pub translation_lang: Option<String>,
    /// Who translated.
    pub translated_by: Option<String>,
    /// The recorder's note.
    pub note: String,
    /// The recorder's tags.
    pub tags: Vec<String>,
    /// Not to leave the project unasked.
    pub confidential: bool,
    /// Whether it is a draft, to be accepted or dismissed; absent, it is accepted.
    pub status: Option<StatementStatus>,
    /// What its figures do to others.
    pub relations: Vec<ClaimRelation>,
    /// Its figures in order.
    pub figures: Vec<ClaimFigure>,
}

/// Where an article was published. What is absent is absent in the article too.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Published {
    /// At which address.
    pub url: Option<String>,
    /// By whom.
    pub outlet: Option<String>,
}

/// A body that passes a claim on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimLink {
    /// Its name.
    pub name: String,
    /// Its kind; absent, the register's, else `other`.
    pub kind: Option<String>,
    /// Absent: agency for a news agency, outlet for media and state media, else channel.
    pub connection: Option<Connection>,
}

/// How a claim names a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FigureRef {
    /// A label of the file, or the id of a figure of the project; digits may be an index too.
    Name(String),
    /// The index among the figures of the same claim, from 0.
    Index(usize),
}

impl FigureRef {
    /// As messages name it.
    pub fn text(&self) -> String {
        match self {
            FigureRef::Name(name) => name.clone(),
            FigureRef::Index(index) => index.to_string(),
        }
    }
}

/// What a figure of the claim does to another figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimRelation {
    /// What it does.
    pub kind: RelationKind,
    /// The figure that does it; absent, the only one of the claim.
    pub from: Option<FigureRef>,
    /// The figure that it is done to.
    pub to: FigureRef,
}

/// A figure to be recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClaimFigure {
    /// The physical line of the file that it stands on, from 1.
    pub line: usize,
    /// Its name within the file.
    pub label: Option<String>,
    /// Words of the quote.
    pub figure_text: Option<String>,
    /// What the words say of the number.
    pub qualifier: Option<Qualifier>,
    /// The number itself.
    pub point: Option<Amount>,
    /// The least it may be, inclusive.
    pub low: Option<Amount>,
    /// The most it may be, inclusive.
    pub high: Option<Amount>,
    /// The words name no number ("dozens").
    pub vague: Option<bool>,
    /// A unit, with its code; absent, `count`.
    pub unit: Option<String>,
    /// What happened to those counted.
    pub measure: Option<String>,
    /// How badly.
    pub severity: Option<String>,
    /// Who is counted.
    pub group: Option<String>,
    /// Groups, places or free words that it is said to count.
    pub includes: Vec<String>,
    /// Groups, places or free words that it is said to leave out.
    pub excludes: Vec<String>,
    /// A path of places.
    pub place: Option<String>,
    /// From when.
    pub period_start: Option<String>,
    /// Until when.
    pub period_end: Option<String>,
    /// When it was so.
    pub as_of: Option<String>,
    /// How it counts over time.
    pub counting: Option<Counting>,
    /// What was counted.
    pub basis: Option<String>,
    /// What the statement does with the number; absent, it asserts it.
    pub stance: Option<Stance>,
    /// The recorder is unsure of the reading.
    pub doubtful: bool,
    /// The figure that this one is a part of.
    pub part_of: Option<FigureRef>,
}

/// What a figure's own words read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadNumber {
    /// What the words say of the number.
    pub qualifier: Qualifier,
    /// The number.
    pub point: Option<Amount>,
    /// The range that qualifier and number mean.
    pub bounds: Bounds,
    /// The words name no number.
    pub vague: bool,
}

impl From<&NumberReading> for ReadNumber {
    fn from(number: &NumberReading) -> ReadNumber {
        ReadNumber {
            qualifier: number.qualifier,
            point: number.point,
            bounds: number.bounds(),
            vague: number.vague,
        }
    }
}

/// A figure's number with everything filled in that can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SettledNumber {
    /// What the words say of the number.
    pub qualifier: Qualifier,
    /// The number itself.
    pub point: Option<Amount>,
    /// Inclusive; what is absent is open.
    pub bounds: Bounds,
    /// The words name no number.
    pub vague: bool,
}

impl ClaimFigure {
    /// The unit, `count` where none is given.
    pub fn unit(&self) -> &str {
        self.unit.as_deref().unwrap_or("count")
    }

    /// Whether whole numbers of the unit step by one.
    pub fn counts(&self) -> bool {
        self.unit().split(':').next() == Some("count")
    }

    /// Fills in what was not given and checks what follows from it. `read` is what the figure's words read as.
    ///
    /// An absent qualifier, point or `vague` is the words'. Bounds that are both absent are those of qualifier and
    /// point, or of the words where there is no point; one bound alone is what was given. Without a qualifier in words
    /// or claim the bounds tell it: both alike exact, both between, one at least or at most.
    ///
    /// # Errors
    /// [`Refusal::NoNumber`] where there is no number at all, [`Refusal::BoundMissing`] where the qualifier states a
    /// bound that is still absent, [`Refusal::LowAboveHigh`] and [`Refusal::ExactDiffers`], and
    /// [`Refusal::NotANumber`] where a bound would need more digits than an amount has.
    pub fn settle(&self, read: Option<ReadNumber>) -> Result<SettledNumber, Refusal> {
        let given = Bounds {
            low: self.low,
            high: self.high,
        };
        let unbounded = given == Bounds::default();
        let qualifier = match (self.qualifier, read) {
            (Some(qualifier), _) => qualifier,
            (None, Some(read)) => read.qualifier,
            (None, None) => match (self.point, self.low, self.high) {
                (Some(_), None, None) => Qualifier::Exact,
                (_, Some(low), Some(high)) if low == high => Qualifier::Exact,
                // A vague word's qualifier is about.
                (None, Some(_), Some(_)) if self.vague == Some(true) => Qualifier::About,
                (_, Some(_), Some(_)) => Qualifier::Between,
                (_, Some(_), None) => Qualifier::AtLeast,
                (_, None, Some(_)) => Qualifier::AtMost,
                (None, None, None) => return Err(self.no_number()),
            },
        };
        // A range has no point of its own, nor has a vague word.
        let pointless = qualifier == Qualifier::Between || self.vague == Some(true);
        let point = self
            .point
            .or_else(|| read.and_then(|read| read.point).filter(|_| !pointless));
        let vague = self
            .vague
            .unwrap_or_else(|| point.is_none() && read.is_some_and(|read| read.vague));
        let filled = if !unbounded {
            given
        } else if point.is_some() && qualifier != Qualifier::Between {
            bounds(qualifier, point, self.counts()).map_err(|_| Refusal::NotANumber {
                key: "figures.point".to_owned(),
                value: point.map(|point| point.to_string()).unwrap_or_default(),
            })?
        } else {
            // One number is no range: it says neither where "between" begins nor where it ends.
            let one = |read: &ReadNumber| qualifier == Qualifier::Between && read.point.is_some();
            let read = read
                .filter(|read| !one(read))
                .map(|read| read.bounds)
                .unwrap_or_default();
            Bounds {
                low: read.low.filter(|_| qualifier.states_low()),
                high: read.high.filter(|_| qualifier.states_high()),
            }
        };
        let nothing = point.is_none() && filled == Bounds::default();
        if nothing && (qualifier != Qualifier::Between || read.is_none()) {
            return Err(self.no_number());
        }
        check(qualifier, filled)?;
        Ok(SettledNumber {
            qualifier,
            point,
            bounds: filled,
            vague,
        })
    }

    fn no_number(&self) -> Refusal {
        Refusal::NoNumber {
            text: self.figure_text.clone().unwrap_or_default(),
        }
    }
}

/// What a qualifier asks of its bounds.
///
/// # Errors
/// [`Refusal::BoundMissing`], [`Refusal::LowAboveHigh`], [`Refusal::ExactDiffers`].
pub fn check(qualifier: Qualifier, bounds: Bounds) -> Result<(), Refusal> {
    let missing = |bound| Refusal::BoundMissing {
        qualifier: qualifier.as_str(),
        bound,
    };
    if qualifier.states_low() && bounds.low.is_none() {
        return Err(missing("low"));
    }
    if qualifier.states_high() && bounds.high.is_none() {
        return Err(missing("high"));
    }
    match (bounds.low, bounds.high) {
        (Some(low), Some(high)) if low > high => Err(Refusal::LowAboveHigh {
            low: low.to_string(),
            high: high.to_string(),
        }),
        (Some(low), Some(high)) if qualifier == Qualifier::Exact && low != high => {
            Err(Refusal::ExactDiffers {
                low: low.to_string(),
                high: high.to_string(),
            })
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn amount(number: i64) -> Option<Amount> {
        Some(Amount::from(number))
    }

    fn read(
        qualifier: Qualifier,
        point: Option<Amount>,
        low: Option<Amount>,
        high: Option<Amount>,
    ) -> ReadNumber {
        ReadNumber {
            qualifier,
            point,
            bounds: Bounds { low, high },
            vague: point.is_none() && low != high,
        }
    }

    #[test]
    fn fills_bounds_from_qualifier_and_point() {
        let figure = ClaimFigure {
            qualifier: Some(Qualifier::MoreThan),
            point: amount(1300),
            ..ClaimFigure::default()
        };
        assert_eq!(
            figure.settle(None).unwrap().bounds,
            Bounds {
                low: amount(1301),
                high: None
            }
        );
        let money = ClaimFigure {
            unit: Some("money:USD".to_owned()),
            ..figure
        };
        assert_eq!(
            money.settle(None).unwrap().bounds,
            Bounds {
                low: amount(1300),
                high: None
            }
        );
    }

    #[test]
    fn reads_from_the_words_what_was_not_given() {
        let words = read(Qualifier::AtLeast, amount(18), amount(18), None);
        let settled = ClaimFigure::default().settle(Some(words)).unwrap();
        assert_eq!(
            (settled.qualifier, settled.point, settled.vague),
            (Qualifier::AtLeast, amount(18), false)
        );
        let dozens = read(Qualifier::About, None, amount(24), amount(99));
        let settled = ClaimFigure::default().settle(Some(dozens)).unwrap();
        assert_eq!((settled.point, settled.vague), (None, true));
        assert_eq!(settled.bounds, dozens.bounds);
        let at_least = ClaimFigure {
            qualifier: Some(Qualifier::AtLeast),
            ..ClaimFigure::default()
        };
        assert_eq!(
            at_least.settle(Some(dozens)).unwrap().bounds,
            Bounds {
                low: amount(24),
                high: None
            }
        );
        let between = ClaimFigure {
            qualifier: Some(Qualifier::Between),
            ..ClaimFigure::default()
        };
        assert_eq!(
            between.settle(Some(words)),
            Err(Refusal::BoundMissing {
                qualifier: "between",
                bound: "low"
            })
        );
    }

    #[test]
    fn without_words_the_bounds_tell_the_qualifier() {
        for (low, high, qualifier) in [
            (amount(3), amount(3), Qualifier::Exact),
            (amount(3), amount(5), Qualifier::Between),
            (amount(3), None, Qualifier::AtLeast),
            (None, amount(3), Qualifier::AtMost),
        ] {
            let figure = ClaimFigure {
                low,
                high,
                ..ClaimFigure::default()
            };
            assert_eq!(figure.settle(None).unwrap().qualifier, qualifier);
        }
    }

    #[test]
    fn refuses_bounds_that_do_not_fit() {
        let settle = |qualifier, point, low, high| {
            ClaimFigure {
                qualifier: Some(qualifier),
                point,
                low,
                high,
                ..ClaimFigure::default()
            }
            .settle(None)
        };
        let missing = |qualifier, bound| Err(Refusal::BoundMissing { qualifier, bound });
        assert_eq!(
            settle(Qualifier::Exact, amount(3), amount(3), None),
            missing("exact", "high")
        );
        assert_eq!(
            settle(Qualifier::AtLeast, None, None, amount(3)),
            missing("at_least", "low")
        );
        assert_eq!(
            settle(Qualifier::Between, amount(3), None, None),
            missing("between", "low")
        );
        assert_eq!(
            settle(Qualifier::UpTo, None, amount(3), None),
            missing("up_to", "high")
        );
        assert!(matches!(
            settle(Qualifier::Exact, None, amount(3), amount(4)),
            Err(Refusal::ExactDiffers { .. })
        ));
        assert!(matches!(
            settle(Qualifier::About, None, amount(5), amount(4)),
            Err(Refusal::LowAboveHigh { .. })
        ));
        assert!(matches!(
            settle(Qualifier::About, None, None, None),
            Err(Refusal::NoNumber { .. })
        ));
        assert!(settle(Qualifier::UpTo, None, amount(3), amount(4)).is_ok());
    }
}
