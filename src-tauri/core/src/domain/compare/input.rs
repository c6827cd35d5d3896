//! What a comparison is given: tables that point at each other by index, as a query fills them.

use std::ops::Range;

use onrecord_reading::{Amount, Qualifier};
use uuid::Uuid;

use crate::domain::date::Date;
use crate::domain::vocabulary::{Connection, Counting, RelationKind, Stance, WordId, Words};

/// Everything that a comparison looks at. What it does not hold takes no part: filters by event, measure or status
/// leave figures out of `figures`, and relations to a figure that was left out do not appear.
///
/// Fields that name a row of another table are its index there; an index past the end counts as absent. The order of
/// a table never matters, only names, words, dates and ids do.
#[derive(Clone, Debug, Default)]
pub struct Input {
    /// The built-in words and the project's own.
    pub words: Words,
    /// Dates, each parsed once.
    pub dates: Vec<Date>,
    /// Units with their code: `count`, `money:USD`.
    pub units: Vec<String>,
    /// Words that figures exclude: of groups, places, or free.
    pub terms: Vec<String>,
    /// The names of persons who speak; one entry a person.
    pub speakers: Vec<String>,
    /// The names of outlets.
    pub outlets: Vec<String>,
    /// Places with their parents.
    pub places: Vec<Place>,
    /// Events that the figures are about.
    pub events: Vec<Event>,
    /// Bodies that speak or pass on, with the parents and relies-on links among them.
    pub sources: Vec<Source>,
    /// The chain links of all figures, each figure's together, from the issuer outwards.
    pub links: Vec<Link>,
    /// What the figures exclude, each figure's together: indexes into `terms`.
    pub excluded: Vec<u32>,
    /// The figures, in any order.
    pub figures: Vec<Figure>,
    /// What people recorded between the figures; `part_of` is a field of the figure.
    pub relations: Vec<Relation>,
}

/// A place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its own name, without those above it.
    pub name: String,
    /// The place that it lies directly inside.
    pub parent: Option<u32>,
}

/// What figures are about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its name.
    pub name: String,
    /// Where it is, which is where figures without a place are.
    pub place: Option<u32>,
    /// Its first date, in `dates`.
    pub from: Option<u32>,
    /// Its last date, in `dates`.
    pub to: Option<u32>,
}

/// A body that speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its name.
    pub name: String,
    /// Its kind, a word of the source kinds.
    pub kind: WordId,
    /// The body that it belongs to.
    pub parent: Option<u32>,
    /// The bodies whose numbers it uses.
    pub relies_on: Vec<u32>,
}

/// One body that passes a figure on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The body, in `sources`.
    pub source: u32,
    /// What it does.
    pub connection: Connection,
}

/// One number of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Breaks ties of time wherever figures stand in order.
    pub id: Uuid,
    /// The statement's event, else its article's; in `events`.
    pub event: Option<u32>,
    /// The issuer, in `sources`.
    pub source: Option<u32>,
    /// Who speaks, in `speakers`.
    pub speaker: Option<u32>,
    /// The article's outlet, in `outlets`.
    pub outlet: Option<u32>,
    /// Its chain, in `links`.
    pub via: Range<u32>,
    /// What is counted, a word of the measures.
    pub measure: Option<WordId>,
    /// How badly, a word of the severities.
    pub severity: Option<WordId>,
    /// Of whom, a word of the groups.
    pub group: Option<WordId>,
    /// What was counted, a word of the bases.
    pub basis: Option<WordId>,
    /// Of what the number is, in `units`.
    pub unit: u32,
    /// Where, in `places`.
    pub place: Option<u32>,
    /// From when on it counts, in `dates`.
    pub period_start: Option<u32>,
    /// Until when it counts, in `dates`.
    pub period_end: Option<u32>,
    /// The moment it speaks of, in `dates`.
    pub as_of: Option<u32>,
    /// When the statement was made, in `dates`.
    pub stated_at: Option<u32>,
    /// When the article was published, in `dates`.
    pub published_at: Option<u32>,
    /// Over what time it counts.
    pub counting: Option<Counting>,
    /// What the statement does with it.
    pub stance: Stance,
    /// How the number is meant.
    pub qualifier: Qualifier,
    /// Its bounds come from a vague word.
    pub vague: bool,
    /// The number itself, where one is given.
    pub point: Option<Amount>,
    /// The least value meant; absent is open.
    pub low: Option<Amount>,
    /// The greatest value meant; absent is open.
    pub high: Option<Amount>,
    /// What it leaves out, in `excluded`.
    pub excludes: Range<u32>,
    /// The figure that it is said to be a part of, in `figures`.
    pub part_of: Option<u32>,
}

impl Input {
    /// The index of the date that decides when a figure is: of a denial or retraction when it was stated, else
    /// published, else the moment it speaks of; of any other the moment it speaks of, else when it was stated, else
    /// published.
    pub fn time_of(&self, figure: &Figure) -> Option<u32> {
        match figure.stance {
            Stance::Denies | Stance::Retracts => {
                figure.stated_at.or(figure.published_at).or(figure.as_of)
            }
            Stance::Asserts | Stance::Recalls | Stance::Projects => {
                figure.as_of.or(figure.stated_at).or(figure.published_at)
            }
        }
    }

    /// A row of one of the tables, if there is one of that index.
    pub(super) fn row<T>(table: &[T], index: impl Into<Option<u32>>) -> Option<&T> {
        table.get(usize::try_from(index.into()?).ok()?)
    }

    /// A figure's rows of one of the pooled tables.
    pub(super) fn rows<'a, T>(table: &'a [T], range: &Range<u32>) -> &'a [T] {
        let bound = |index: u32| usize::try_from(index).unwrap_or(usize::MAX);
        table
            .get(bound(range.start)..bound(range.end))
            .unwrap_or(&[])
    }
}

/// What one figure does to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relation {
    /// What it does.
    pub kind: RelationKind,
    /// The figure that does it, in `figures`.
    pub from: u32,
    /// The figure that it is done to, in `figures`.
    pub to: u32,
}
