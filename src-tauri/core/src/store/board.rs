//! What a comparison is given: figures with what they refer to, each looked up once.

use super::writer::Group;
use super::{Reader, StoreError};
use crate::domain::compare::{Event, Figure, Input, Link, Place, Relation, Source};
use crate::domain::date::Date;
use crate::domain::vocabulary::{Connection, OpenVocabulary, RelationKind, WordId};
use onrecord_reading::Amount;
use rusqlite::types::ValueRef;
use rusqlite::{Row, Statement, ToSql, named_params};
use std::collections::HashMap;
use std::ops::Range;
use std::str::FromStr;
use uuid::Uuid;

/// Which figures are compared.
#[derive(Debug, Clone, Copy)]
pub enum Scope<'a> {
    /// All of the project.
    All,
    /// Those of an event, by id.
    Event(&'a str),
}

/// The input of a comparison, and beside it what a board shows of each figure.
#[derive(Debug, Default)]
pub struct Compared {
    /// The comparison's input.
    pub input: Input,
    /// What a board shows of each of the input's figures, by the same index.
    pub figures: Vec<ShownFigure>,
    /// The statements that the figures stand in.
    pub statements: Vec<ShownStatement>,
    /// The articles that the statements stand in.
    pub articles: Vec<ShownArticle>,
}

/// What a board shows of a figure beside what it compares.
#[derive(Debug, Clone)]
pub struct ShownFigure {
    /// Its statement, an index.
    pub statement: usize,
    /// Its words in the article, code points of the canonical text.
    pub words: Option<Range<u32>>,
    /// Its words.
    pub figure_text: Option<String>,
    /// What it is said to count.
    pub includes: Vec<String>,
    /// Whether the recorder is unsure of the reading.
    pub doubtful: bool,
}

/// What a board shows of a statement.
#[derive(Debug, Clone)]
pub struct ShownStatement {
    /// Its id.
    pub id: String,
    /// Its article, an index.
    pub article: usize,
    /// Its words.
    pub quote: String,
    /// Its words in another language.
    pub quote_translation: Option<String>,
    /// Where they begin, code points of the canonical text.
    pub start: u32,
}

/// What a board shows of an article.
#[derive(Debug, Clone)]
pub struct ShownArticle {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: Option<String>,
    /// Its language.
    pub language: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// When, as given.
    pub published_at: Option<String>,
}

impl Reader<'_> {
    /// The figures to compare, of one measure where it is given.
    ///
    /// # Errors
    /// What the engine says.
    pub fn compared(
        &self,
        scope: Scope<'_>,
        measure: Option<&str>,
        drafts: bool,
    ) -> Result<Compared, StoreError> {
        let mut loading = Loading::new(*self)?;
        let accepted = if drafts {
            "s.status <> 'dismissed'"
        } else {
            "s.status = 'accepted'"
        };
        let (which, event) = match scope {
            Scope::All => ("coalesce(:event, '') = ''", None),
            Scope::Event(id) => ("s.event_id = :event", Some(id)),
        };
        let which =
            format!("{which} AND {accepted} AND (:measure IS NULL OR f.measure = :measure)");
        loading.load(
            &which,
            named_params! { ":event": event, ":measure": measure },
        )?;
        loading.finish(
            &which,
            named_params! { ":event": event, ":measure": measure },
        )
    }

    /// The accepted figures of some groups, with all that recorded relations and parts join to them.
    ///
    /// # Errors
    /// What the engine says.
    pub(super) fn grouped(
        &self,
        groups: impl IntoIterator<Item = Group>,
    ) -> Result<Compared, StoreError> {
        const WHICH: &str = "s.event_id IS :event AND s.source_id IS :source AND f.measure IS :measure \
                             AND s.status = 'accepted'";
        let mut loading = Loading::new(*self)?;
        let mut open: Vec<Group> = groups.into_iter().collect();
        let mut seen = std::collections::BTreeSet::new();
        let mut relations = Vec::new();
        while let Some(group) = open.pop() {
            if !seen.insert(group.clone()) {
                continue;
            }
            let Group {
                event,
                source,
                measure,
            } = &group;
            let values = named_params! { ":event": event, ":source": source, ":measure": measure };
            loading.load(WHICH, values)?;
            for joined in [
                "JOIN figure o ON o.id = f.part_of",
                "JOIN figure o ON o.part_of = f.id",
            ] {
                let sql = format!(
                    "SELECT DISTINCT t.event_id AS event, t.source_id AS source, o.measure AS measure \
                     FROM statement s CROSS JOIN figure f ON f.statement_id = s.id {joined} \
                     JOIN statement t ON t.id = o.statement_id WHERE {WHICH}"
                );
                let mut question = self.db.prepare_cached(&sql)?;
                let mut rows = question.query(values)?;
                while let Some(row) = rows.next()? {
                    open.push(group_of(row)?);
                }
            }
            for direction in ["x.from_figure = f.id", "x.to_figure = f.id"] {
                let sql = format!(
                    "SELECT x.kind, x.from_figure, x.to_figure, t.event_id AS event, t.source_id AS source, \
                     o.measure AS measure FROM statement s CROSS JOIN figure f ON f.statement_id = s.id \
                     JOIN relation x ON {direction} \
                     JOIN figure o ON o.id = CASE f.id WHEN x.from_figure THEN x.to_figure ELSE x.from_figure END \
                     JOIN statement t ON t.id = o.statement_id WHERE {WHICH}"
                );
                let mut question = self.db.prepare_cached(&sql)?;
                let mut rows = question.query(values)?;
                while let Some(row) = rows.next()? {
                    let kind: String = row.get("kind")?;
                    relations.push((kind, row.get("from_figure")?, row.get("to_figure")?));
                    open.push(group_of(row)?);
                }
            }
        }
        relations.sort();
        relations.dedup();
        Ok(loading.settle(relations))
    }
}

fn group_of(row: &Row<'_>) -> rusqlite::Result<Group> {
    Ok(Group {
        event: row.get("event")?,
        source: row.get("source")?,
        measure: row.get("measure")?,
    })
}

/// An input that is being filled.
struct Loading<'s> {
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
    fn new(read: Reader<'s>) -> Result<Self, StoreError> {
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

    /// Adds the figures of a condition.
    fn load(&mut self, which: &str, values: &[(&str, &dyn ToSql)]) -> Result<(), StoreError> {
        let sql = format!("{} WHERE {which}", include_str!("board.sql"));
        let mut question = self.read.db.prepare_cached(&sql)?;
        let columns = Columns::of(&question)?;
        let mut rows = question.query(values)?;
        while let Some(row) = rows.next()? {
            self.figure(row, columns)?;
        }
        Ok(())
    }

    /// Adds the relations among the figures of the same condition, and closes the input.
    fn finish(self, which: &str, values: &[(&str, &dyn ToSql)]) -> Result<Compared, StoreError> {
        let sql = format!(
            "SELECT x.kind, x.from_figure, x.to_figure FROM statement s CROSS JOIN figure f ON f.statement_id = s.id \
             CROSS JOIN relation x ON x.from_figure = f.id WHERE {which}"
        );
        let mut relations = Vec::new();
        {
            let mut question = self.read.db.prepare_cached(&sql)?;
            let mut rows = question.query(values)?;
            while let Some(row) = rows.next()? {
                relations.push((
                    row.get("kind")?,
                    row.get("from_figure")?,
                    row.get("to_figure")?,
                ));
            }
        }
        Ok(self.settle(relations))
    }

    /// Resolves what figures say of each other, now that all are there.
    fn settle(mut self, relations: Vec<(String, String, String)>) -> Compared {
        let known = |id: &str| self.ids.get(&Uuid::parse_str(id).ok()?).copied();
        for (figure, whole) in &self.parts {
            if let Some(figure) = self.compared.input.figures.get_mut(*figure) {
                figure.part_of = known(whole);
            }
        }
        for (kind, from, to) in &relations {
            if let (Ok(kind), Some(from), Some(to)) =
                (RelationKind::from_str(kind), known(from), known(to))
            {
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

    fn article(&mut self, revision: &str) -> Result<usize, StoreError> {
        if let Some(known) = self.revisions.get(revision) {
            return Ok(*known);
        }
        let article = self
            .read
            .db
            .prepare_cached(
                "SELECT a.id, a.title, a.url, a.language, a.outlet, a.published_at FROM revision r \
                 JOIN article a ON a.id = r.article_id WHERE r.id = ?1",
            )?
            .query_row([revision], |row| {
                Ok(ShownArticle {
                    id: row.get("id")?,
                    title: row.get("title")?,
                    url: row.get("url")?,
                    language: row.get("language")?,
                    outlet: row.get("outlet")?,
                    published_at: row.get("published_at")?,
                })
            })?;
        let index = self.compared.articles.len();
        self.compared.articles.push(article);
        self.revisions.insert(revision.to_owned(), index);
        Ok(index)
    }

    fn chain(&mut self, statement: &str) -> Result<Range<u32>, StoreError> {
        let start = number(self.compared.input.links.len());
        let db = self.read.db;
        let mut question = db.prepare_cached(
            "SELECT source_id, connection FROM chain_link WHERE statement_id = ?1 ORDER BY position, id",
        )?;
        let mut rows = question.query([statement])?;
        while let Some(row) = rows.next()? {
            let connection: Connection = parsed(row.get_ref("connection")?.as_str()?)?;
            let source = self.source(row.get_ref("source_id")?.as_str()?)?;
            self.compared.input.links.push(Link { source, connection });
        }
        Ok(start..number(self.compared.input.links.len()))
    }

    /// A source with those it belongs to and relies on.
    fn source(&mut self, id: &str) -> Result<u32, StoreError> {
        if let Some(known) = self.sources.get(id) {
            return Ok(*known);
        }
        let db = self.read.db;
        let (name, kind, parent): (String, String, Option<String>) = db
            .prepare_cached("SELECT name, kind, parent_id FROM source WHERE id = ?1")?
            .query_row([id], |row| {
                Ok((row.get("name")?, row.get("kind")?, row.get("parent_id")?))
            })?;
        let index = number(self.compared.input.sources.len());
        self.sources.insert(id.to_owned(), index);
        let kinds = self.compared.input.words.of(OpenVocabulary::SourceKind);
        let kind = kinds
            .find(&kind)
            .or_else(|| kinds.find("other"))
            .unwrap_or_default();
        self.compared.input.sources.push(Source {
            name,
            kind,
            parent: None,
            relies_on: Vec::new(),
        });
        let parent = parent.map(|id| self.source(&id)).transpose()?;
        let mut question = db
            .prepare_cached("SELECT relies_on_id FROM reliance WHERE source_id = ?1 ORDER BY id")?;
        let others = question
            .query_map([id], |row| row.get("relies_on_id"))?
            .collect::<Result<Vec<String>, _>>()?;
        let relies_on = others
            .iter()
            .map(|id| self.source(id))
            .collect::<Result<_, _>>()?;
        if let Some(source) = self.compared.input.sources.get_mut(index as usize) {
            (source.parent, source.relies_on) = (parent, relies_on);
        }
        Ok(index)
    }

    fn speaker(&mut self, id: ValueRef<'_>) -> Result<Option<u32>, StoreError> {
        let Some(id) = id.as_str_or_null()? else {
            return Ok(None);
        };
        if let Some(known) = self.speakers.get(id) {
            return Ok(Some(*known));
        }
        let name = self
            .read
            .db
            .prepare_cached("SELECT name FROM speaker WHERE id = ?1")?
            .query_row([id], |row| row.get("name"))?;
        let index = number(self.compared.input.speakers.len());
        self.compared.input.speakers.push(name);
        self.speakers.insert(id.to_owned(), index);
        Ok(Some(index))
    }

    /// A place with those around it.
    fn place(&mut self, id: ValueRef<'_>) -> Result<Option<u32>, StoreError> {
        let Some(id) = id.as_str_or_null()? else {
            return Ok(None);
        };
        if let Some(known) = self.places.get(id) {
            return Ok(Some(*known));
        }
        let (name, parent): (String, Option<String>) = self
            .read
            .db
            .prepare_cached("SELECT name, parent_id FROM place WHERE id = ?1")?
            .query_row([id], |row| Ok((row.get("name")?, row.get("parent_id")?)))?;
        let index = number(self.compared.input.places.len());
        self.places.insert(id.to_owned(), index);
        self.compared
            .input
            .places
            .push(Place { name, parent: None });
        if let Some(parent) = parent {
            let parent = self.place(ValueRef::Text(parent.as_bytes()))?;
            if let Some(place) = self.compared.input.places.get_mut(index as usize) {
                place.parent = parent;
            }
        }
        Ok(Some(index))
    }

    fn event(&mut self, id: ValueRef<'_>) -> Result<Option<u32>, StoreError> {
        let Some(id) = id.as_str_or_null()? else {
            return Ok(None);
        };
        if let Some(known) = self.events.get(id) {
            return Ok(Some(*known));
        }
        let found = self
            .read
            .db
            .prepare_cached(
                "SELECT name, place_id, period_start, period_end FROM event WHERE id = ?1",
            )?
            .query_row([id], |row| {
                Ok((
                    row.get::<_, String>("name")?,
                    row.get::<_, Option<String>>("place_id")?,
                    row.get::<_, Option<String>>("period_start")?,
                    row.get::<_, Option<String>>("period_end")?,
                ))
            })?;
        let (name, place, from, to) = found;
        let event = Event {
            name,
            place: self.place(text(&place))?,
            from: self.date(text(&from))?,
            to: self.date(text(&to))?,
        };
        let index = number(self.compared.input.events.len());
        self.compared.input.events.push(event);
        self.events.insert(id.to_owned(), index);
        Ok(Some(index))
    }

    /// A date that is none takes no part.
    fn date(&mut self, text: ValueRef<'_>) -> Result<Option<u32>, StoreError> {
        let Some(text) = text.as_str_or_null()? else {
            return Ok(None);
        };
        if let Some(known) = self.dates.get(text) {
            return Ok(Some(*known));
        }
        let Ok(date) = Date::parse(text) else {
            return Ok(None);
        };
        let index = number(self.compared.input.dates.len());
        self.compared.input.dates.push(date);
        self.dates.insert(text.to_owned(), index);
        Ok(Some(index))
    }

    fn word(
        &self,
        vocabulary: OpenVocabulary,
        word: ValueRef<'_>,
    ) -> Result<Option<WordId>, StoreError> {
        let word = word.as_str_or_null()?;
        Ok(word.and_then(|word| self.compared.input.words.of(vocabulary).find(word)))
    }

    fn terms(&mut self, cell: ValueRef<'_>) -> Result<Range<u32>, StoreError> {
        let start = number(self.compared.input.excluded.len());
        for term in list(cell)? {
            let term = intern(&mut self.terms, &mut self.compared.input.terms, &term);
            self.compared.input.excluded.push(term);
        }
        Ok(start..number(self.compared.input.excluded.len()))
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
