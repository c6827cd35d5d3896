//! Filling the input of a comparison: every row once, and what rows share looked up once.

mod referred;

use super::board::{Compared, ShownFigure, ShownStatement};
use super::{Reader, StoreError};
use crate::domain::compare::{Figure, Input, Relation};
use crate::domain::vocabulary::{OpenVocabulary, RelationKind};
use onrecord_reading::Amount;
use rusqlite::types::ValueRef;
use rusqlite::{Row, Statement, ToSql};
use std::collections::HashMap;
use std::ops::Range;
use std::str::FromStr;
use uuid::Uuid;

/// How many relations are read in the time in which those of one figure are looked up.
const QUICKER: u32 = 4;

/// An input that is being filled.
pub(super) struct Loading<'s> {
    read: Reader<'s>,
    compared: Compared,
    dates: HashMap<String, u32>,
    units: HashMap<String, u32>,
    terms: HashMap<String, u32>,
    speakers: HashMap<String, u32>,
    outlets: HashMap<String, u32>,
    places: HashMap<String, u32>,
    events: HashMap<String, u32>,
    sources: HashMap<String, u32>,
    revisions: HashMap<String, usize>,
    ids: HashMap<Uuid, u32>,
    /// What each figure is a part of, by id, until all are loaded.
    parts: Vec<(usize, String)>,
    /// The statement of the row before, with what its figures share.
    statement: Option<(String, Shared)>,
}

/// What the figures of a statement share.
#[derive(Clone)]
struct Shared {
    statement: usize,
    event: Option<u32>,
    source: Option<u32>,
    speaker: Option<u32>,
    outlet: Option<u32>,
    via: Range<u32>,
    stated_at: Option<u32>,
    published_at: Option<u32>,
}

/// Where the columns of `board.sql` stand: looked up by name once, since there may be very many rows.
macro_rules! columns {
    ($($field:ident $name:literal),+ $(,)?) => {
        #[derive(Clone, Copy)]
        struct Columns {
            $($field: usize),+
        }

        impl Columns {
            fn of(statement: &Statement<'_>) -> rusqlite::Result<Columns> {
                Ok(Columns { $($field: statement.column_index($name)?),+ })
            }
        }
    };
}

columns! {
    id "id", start "start", end "end", figure_text "figure_text", qualifier "qualifier", point "point", low "low",
    high "high", vague "vague", unit "unit", measure "measure", severity "severity", group "group",
    includes "includes", excludes "excludes", place "place_id", period_start "period_start", period_end "period_end",
    as_of "as_of", counting "counting", basis "basis", stance "stance", doubtful "doubtful", part_of "part_of",
    statement_id "statement_id", statement_start "statement_start", quote "quote", translation "quote_translation",
    event "event_id", source "source_id", speaker "speaker_id", stated_at "stated_at", revision "revision_id",
}

impl<'s> Loading<'s> {
    pub(super) fn new(read: Reader<'s>) -> Result<Self, StoreError> {
        let input = Input {
            words: read.words()?,
            ..Input::default()
        };
        Ok(Loading {
            read,
            compared: Compared {
                input,
                ..Compared::default()
            },
            dates: HashMap::new(),
            units: HashMap::new(),
            terms: HashMap::new(),
            speakers: HashMap::new(),
            outlets: HashMap::new(),
            places: HashMap::new(),
            events: HashMap::new(),
            sources: HashMap::new(),
            revisions: HashMap::new(),
            ids: HashMap::new(),
            parts: Vec::new(),
            statement: None,
        })
    }

    /// How many figures there are so far.
    pub(super) fn len(&self) -> usize {
        self.compared.input.figures.len()
    }

    /// The ids of the figures from the given one on.
    pub(super) fn ids_from(&self, first: usize) -> Vec<String> {
        let figures = self.compared.input.figures.iter().skip(first);
        figures.map(|figure| figure.id.to_string()).collect()
    }

    /// Adds the figures of a condition.
    pub(super) fn load(
        &mut self,
        which: &str,
        values: &[(&str, &dyn ToSql)],
    ) -> Result<(), StoreError> {
        let sql = format!("{} WHERE {which}", include_str!("../board.sql"));
        let mut question = self.read.db.prepare_cached(&sql)?;
        let columns = Columns::of(&question)?;
        let mut rows = question.query(values)?;
        while let Some(row) = rows.next()? {
            self.figure(row, columns)?;
        }
        Ok(())
    }

    /// Adds the relations among the figures, and closes the input.
    pub(super) fn finish(self) -> Result<Compared, StoreError> {
        let mut relations = Vec::new();
        let recorded: u32 = self
            .read
            .db
            .prepare_cached("SELECT coalesce(max(rowid), 0) AS most FROM relation")?
            .query_row([], |row| row.get("most"))?;
        if recorded / QUICKER <= number(self.len()) {
            let mut question = self
                .read
                .db
                .prepare_cached("SELECT kind, from_figure, to_figure FROM relation")?;
            let mut rows = question.query([])?;
            while let Some(row) = rows.next()? {
                let from = row.get_ref("from_figure")?.as_str()?;
                if self.known(from).is_some() {
                    relations.push((row.get("kind")?, from.to_owned(), row.get("to_figure")?));
                }
            }
        } else {
            let mut question = self
                .read
                .db
                .prepare_cached("SELECT kind, to_figure FROM relation WHERE from_figure = ?1")?;
            for from in self.ids_from(0) {
                let mut rows = question.query([&from])?;
                while let Some(row) = rows.next()? {
                    relations.push((row.get("kind")?, from.clone(), row.get("to_figure")?));
                }
            }
        }
        Ok(self.settle(relations))
    }

    /// The figure of that id, where it takes part.
    fn known(&self, id: &str) -> Option<u32> {
        self.ids.get(&Uuid::parse_str(id).ok()?).copied()
    }

    /// Resolves what figures say of each other, now that all are there.
    pub(super) fn settle(mut self, relations: Vec<(String, String, String)>) -> Compared {
        for (figure, whole) in std::mem::take(&mut self.parts) {
            let whole = self.known(&whole);
            if let Some(figure) = self.compared.input.figures.get_mut(figure) {
                figure.part_of = whole;
            }
        }
        for (kind, from, to) in &relations {
            if let (Ok(kind), Some(from), Some(to)) = (
                RelationKind::from_str(kind),
                self.known(from),
                self.known(to),
            ) {
                self.compared
                    .input
                    .relations
                    .push(Relation { kind, from, to });
            }
        }
        self.compared
    }

    fn figure(&mut self, row: &Row<'_>, at: Columns) -> Result<(), StoreError> {
        let shared = self.shared(row, at)?;
        let Ok(id) = Uuid::parse_str(row.get_ref(at.id)?.as_str()?) else {
            return Err(StoreError::Journal {
                detail: "a figure whose id is none".to_owned(),
            });
        };
        let index = self.compared.input.figures.len();
        self.ids.insert(id, number(index));
        let excludes = self.terms(row.get_ref(at.excludes)?)?;
        if let Some(whole) = row.get::<_, Option<String>>(at.part_of)? {
            self.parts.push((index, whole));
        }
        let figure = Figure {
            id,
            event: shared.event,
            source: shared.source,
            speaker: shared.speaker,
            outlet: shared.outlet,
            via: shared.via,
            measure: self.word(OpenVocabulary::Measure, row.get_ref(at.measure)?)?,
            severity: self.word(OpenVocabulary::Severity, row.get_ref(at.severity)?)?,
            group: self.word(OpenVocabulary::Group, row.get_ref(at.group)?)?,
            basis: self.word(OpenVocabulary::Basis, row.get_ref(at.basis)?)?,
            unit: intern(
                &mut self.units,
                &mut self.compared.input.units,
                row.get_ref(at.unit)?.as_str()?,
            ),
            place: self.place(row.get_ref(at.place)?)?,
            period_start: self.date(row.get_ref(at.period_start)?)?,
            period_end: self.date(row.get_ref(at.period_end)?)?,
            as_of: self.date(row.get_ref(at.as_of)?)?,
            stated_at: shared.stated_at,
            published_at: shared.published_at,
            counting: row
                .get_ref(at.counting)?
                .as_str_or_null()?
                .map(parsed)
                .transpose()?,
            stance: parsed(row.get_ref(at.stance)?.as_str()?)?,
            qualifier: parsed(row.get_ref(at.qualifier)?.as_str()?)?,
            vague: row.get(at.vague)?,
            point: amount(row.get_ref(at.point)?)?,
            low: amount(row.get_ref(at.low)?)?,
            high: amount(row.get_ref(at.high)?)?,
            excludes,
            part_of: None,
        };
        self.compared.input.figures.push(figure);
        let (start, end): (Option<u32>, Option<u32>) = (row.get(at.start)?, row.get(at.end)?);
        self.compared.figures.push(ShownFigure {
            statement: shared.statement,
            words: start.zip(end).map(|(start, end)| start..end),
            figure_text: row.get(at.figure_text)?,
            includes: list(row.get_ref(at.includes)?)?,
            doubtful: row.get(at.doubtful)?,
        });
        Ok(())
    }

    /// What the figures of this row's statement share; looked up where the row before was of another.
    fn shared(&mut self, row: &Row<'_>, at: Columns) -> Result<Shared, StoreError> {
        let id = row.get_ref(at.statement_id)?.as_str()?;
        if let Some((_, shared)) = self.statement.as_ref().filter(|(known, _)| known == id) {
            return Ok(shared.clone());
        }
        let id = id.to_owned();
        let article = self.article(row.get_ref(at.revision)?.as_str()?)?;
        let shown = self.compared.articles.get(article).cloned();
        let (outlet, published_at) = shown
            .map(|shown| (shown.outlet, shown.published_at))
            .unwrap_or_default();
        let shared = Shared {
            statement: self.compared.statements.len(),
            event: self.event(row.get_ref(at.event)?)?,
            source: match row.get_ref(at.source)?.as_str_or_null()? {
                Some(id) => Some(self.source(id)?),
                None => None,
            },
            speaker: self.speaker(row.get_ref(at.speaker)?)?,
            outlet: outlet
                .map(|name| intern(&mut self.outlets, &mut self.compared.input.outlets, &name)),
            via: self.chain(&id)?,
            stated_at: self.date(row.get_ref(at.stated_at)?)?,
            published_at: self.date(text(&published_at))?,
        };
        self.compared.statements.push(ShownStatement {
            id: id.clone(),
            article,
            quote: row.get(at.quote)?,
            quote_translation: row.get(at.translation)?,
            start: row.get(at.statement_start)?,
        });
        self.statement = Some((id, shared.clone()));
        Ok(shared)
    }
}

fn text(value: &Option<String>) -> ValueRef<'_> {
    value
        .as_deref()
        .map_or(ValueRef::Null, |text| ValueRef::Text(text.as_bytes()))
}

fn intern(known: &mut HashMap<String, u32>, table: &mut Vec<String>, text: &str) -> u32 {
    if let Some(index) = known.get(text) {
        return *index;
    }
    let index = number(table.len());
    table.push(text.to_owned());
    known.insert(text.to_owned(), index);
    index
}

/// An index as tables have them; there are never more than four thousand million rows.
fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

fn parsed<T: FromStr>(word: &str) -> Result<T, StoreError> {
    T::from_str(word).map_err(|_| StoreError::Journal {
        detail: format!("unknown word {word}"),
    })
}

fn amount(value: ValueRef<'_>) -> Result<Option<Amount>, StoreError> {
    value.as_str_or_null()?.map(parsed).transpose()
}

fn list(cell: ValueRef<'_>) -> Result<Vec<String>, StoreError> {
    match cell.as_str_or_null()? {
        None | Some("[]") => Ok(Vec::new()),
        Some(json) => Ok(serde_json::from_str(json).unwrap_or_default()),
    }
}
