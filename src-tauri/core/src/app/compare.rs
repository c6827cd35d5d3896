//! The conflict board: a comparison with the words it stands on.

use super::claims::unwritten;
use super::edit::bad_value;
use super::{Desk, Error, resolve};
use crate::domain::compare::{self, Axis, Column, Input, Placed, Row};
use crate::domain::date::Date;
use crate::domain::refusal::Refusal;
use crate::domain::vocabulary::{OpenVocabulary, WordId};
use crate::exchange::{CsvWriter, write_board};
use crate::store::{Compared, Noun, Scope};
use crate::view::{
    Board, BoardCell, BoardCsvQuery, BoardFigure, BoardRow, CompareQuery, Csv, Finding, Gap,
};
use onrecord_reading::BoundRule;
use std::collections::HashSet;

impl Desk {
    /// Puts rival figures side by side.
    ///
    /// # Errors
    /// When the event or the measure is unknown, or the date is none.
    pub fn compare(&self, query: &CompareQuery) -> Result<Board, Error> {
        let read = self.store.read();
        let event = query
            .event
            .as_deref()
            .map(|event| resolve::existing(read, Noun::Event, event))
            .transpose()?;
        if let Some(measure) = &query.measure
            && !read.words()?.of(OpenVocabulary::Measure).is_known(measure)
        {
            return Err(Refusal::UnknownWord {
                vocabulary: "measure",
                word: measure.clone(),
            }
            .into());
        }
        let as_of = match query.as_of.as_deref() {
            Some(text) => Some(Date::parse(text).map_err(|_| bad_value("as_of", text, "date"))?),
            None => None,
        };
        let scope = event.as_deref().map_or(Scope::All, Scope::Event);
        let compared = read.compared(
            scope,
            query.measure.as_deref(),
            query.include_drafts.unwrap_or_default(),
        )?;
        let board = compare::compare(&compared.input, as_of.as_ref());
        let shown = Shown {
            input: &compared.input,
            compared: &compared,
        };
        let event = match event {
            Some(id) => read
                .get::<crate::domain::nouns::Event>(&id)?
                .map(|event| event.name),
            None => None,
        };
        Ok(Board {
            event,
            rows: board.rows.iter().map(|row| shown.row(row)).collect(),
            findings: board
                .findings
                .iter()
                .map(|finding| shown.finding(finding))
                .collect(),
        })
    }

    /// A conflict board as CSV, a line a figure, as `onrec compare --csv` prints it.
    ///
    /// # Errors
    /// Those of [`Desk::compare`].
    pub fn compare_csv(&self, asked: &BoardCsvQuery) -> Result<Csv, Error> {
        let board = self.compare(&asked.query)?;
        let only: Option<HashSet<&str>> = asked
            .figures
            .as_ref()
            .map(|ids| ids.iter().map(String::as_str).collect());
        let wanted = |figure: &BoardFigure| {
            only.as_ref()
                .is_none_or(|ids| ids.contains(figure.figure_id.as_str()))
        };
        let mut csv = CsvWriter::new(Vec::new(), false);
        let written = write_board(&board, wanted, &mut csv).and_then(|()| csv.finish());
        let bytes = written.map_err(unwritten)?;
        Ok(Csv {
            csv: String::from_utf8_lossy(&bytes).into_owned(),
        })
    }
}

/// A comparison's indexes as the words they stand for.
struct Shown<'c> {
    input: &'c Input,
    compared: &'c Compared,
}

impl Shown<'_> {
    fn row(&self, row: &Row) -> BoardRow {
        BoardRow {
            event: self.event(row.event),
            measure: self.word(OpenVocabulary::Measure, row.measure),
            severity: self.word(OpenVocabulary::Severity, row.severity),
            unit: at(&self.input.units, row.unit).cloned().unwrap_or_default(),
            group: self.word(OpenVocabulary::Group, row.group),
            place: row.place.map(|place| self.path(place)),
            period: row.period.clone(),
            counting: Some(row.counting.as_str().to_owned()),
            cells: row.cells.iter().map(|cell| self.cell(cell)).collect(),
            verdict: row.verdict.as_str().to_owned(),
            lowest: row.lowest.map(|n| n.to_string()),
            highest: row.highest.map(|n| n.to_string()),
            open_below: row.open_below,
            open_above: row.open_above,
            gap: row.gap.as_ref().map(|gap| Gap {
                difference: gap.difference.map(|n| n.to_string()).unwrap_or_default(),
                ratio: gap.ratio.map(|n| n.to_string()),
            }),
            independent_origins: row.independent_origins,
        }
    }

    fn cell(&self, cell: &compare::Cell) -> BoardCell {
        BoardCell {
            source: self.column(cell.column),
            source_kind: self
                .input
                .words
                .of(OpenVocabulary::SourceKind)
                .name(cell.kind)
                .to_owned(),
            family: self.input.words.family(cell.kind).as_str().to_owned(),
            unattributed: cell.column.is_unattributed(),
            figures: cell
                .figures
                .iter()
                .filter_map(|placed| self.figure(placed))
                .collect(),
        }
    }

    fn figure(&self, placed: &Placed) -> Option<BoardFigure> {
        let index = placed.figure;
        let figure = at(&self.input.figures, index)?;
        let shown = at(&self.compared.figures, index)?;
        let statement = self.compared.statements.get(shown.statement)?;
        let article = self.compared.articles.get(statement.article)?;
        let date = |index: Option<u32>| Some(at(&self.input.dates, index?)?.as_str().to_owned());
        let words = shown.words.clone();
        Some(BoardFigure {
            figure_id: figure.id.to_string(),
            statement_id: statement.id.clone(),
            article_id: article.id.clone(),
            article_title: article.title.clone(),
            article_url: article.url.clone(),
            language: article.language.clone(),
            outlet: article.outlet.clone(),
            published_at: article.published_at.clone(),
            speaker: figure
                .speaker
                .and_then(|speaker| at(&self.input.speakers, speaker).cloned()),
            via: (figure.via.start..figure.via.end)
                .filter_map(|link| at(&self.input.links, link))
                .filter_map(|link| at(&self.input.sources, link.source))
                .map(|source| source.name.clone())
                .collect(),
            quote: statement.quote.clone(),
            quote_translation: statement.quote_translation.clone(),
            start: statement.start,
            figure_start: words
                .as_ref()
                .map(|words| words.start.saturating_sub(statement.start)),
            figure_end: words
                .as_ref()
                .map(|words| words.end.saturating_sub(statement.start)),
            figure_text: shown.figure_text.clone(),
            qualifier: figure.qualifier.as_str().to_owned(),
            point: figure.point.map(|n| n.to_string()),
            low: figure.low.map(|n| n.to_string()),
            high: figure.high.map(|n| n.to_string()),
            vague: figure.vague,
            doubtful: shown.doubtful,
            time: date(placed.time),
            as_of: date(figure.as_of),
            part_of: figure.part_of.and_then(|whole| self.id(whole)),
            basis: self.word(OpenVocabulary::Basis, figure.basis),
            includes: shown.includes.clone(),
            excludes: (figure.excludes.start..figure.excludes.end)
                .filter_map(|term| at(&self.input.excluded, term))
                .filter_map(|term| at(&self.input.terms, *term).cloned())
                .collect(),
            stance: figure.stance.as_str().to_owned(),
            standing: placed.standing.as_str().to_owned(),
            under: placed.under.and_then(|figure| self.id(figure)),
        })
    }

    fn finding(&self, finding: &compare::Finding) -> Finding {
        Finding {
            kind: finding.kind.as_str().to_owned(),
            event: self.event(finding.event),
            figures: finding
                .figures
                .iter()
                .filter_map(|figure| self.id(*figure))
                .collect(),
            axes: finding
                .axes
                .iter()
                .map(|axis: &Axis| axis.as_str().to_owned())
                .collect(),
            row: u32::try_from(finding.row).ok(),
            rule: finding
                .numbers
                .map(|(greater, less)| (greater.to_string(), ">".to_owned(), less.to_string())),
            rests_on: finding
                .rests_on
                .iter()
                .map(|rule| rule_code(*rule).to_owned())
                .collect(),
            by: finding
                .uttered_by
                .map(|utterer| self.column(utterer.column)),
        }
    }

    fn id(&self, figure: u32) -> Option<String> {
        at(&self.input.figures, figure).map(|figure| figure.id.to_string())
    }

    fn event(&self, event: Option<u32>) -> Option<String> {
        at(&self.input.events, event?).map(|event| event.name.clone())
    }

    fn word(&self, vocabulary: OpenVocabulary, word: Option<WordId>) -> Option<String> {
        word.map(|word| self.input.words.of(vocabulary).name(word).to_owned())
    }

    /// Who a cell belongs to, by name; nobody, where not even the outlet is known.
    fn column(&self, column: Column) -> String {
        match column {
            Column::Source(source) => {
                at(&self.input.sources, source).map(|source| source.name.clone())
            }
            Column::Speaker(speaker) => at(&self.input.speakers, speaker).cloned(),
            Column::Outlet(outlet) => at(&self.input.outlets, outlet).cloned(),
            Column::Unknown => None,
        }
        .unwrap_or_default()
    }

    /// A place with those around it: `Kazakhstan > Almaty`.
    fn path(&self, place: u32) -> String {
        let mut names = Vec::new();
        let mut next = Some(place);
        while let Some(place) = next.and_then(|place| at(&self.input.places, place)) {
            names.push(place.name.as_str());
            next = place.parent;
            if names.len() > self.input.places.len() {
                break;
            }
        }
        names.reverse();
        names.join(" > ")
    }
}

fn at<T>(table: &[T], index: u32) -> Option<&T> {
    table.get(usize::try_from(index).ok()?)
}

/// What a bound is a convention of, as findings name it.
fn rule_code(rule: BoundRule) -> &'static str {
    match rule {
        BoundRule::TenPercent => "ten_percent",
        BoundRule::OnePercent => "one_percent",
        BoundRule::Vague => "vague",
    }
}
