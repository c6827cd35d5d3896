//! Statements and their figures: the words in the article, and the rows.

use super::{DAYS, Making, WORLD, run};
use crate::prose::Prose;
use onrecord_core::capture::anchor::Anchor;
use onrecord_core::domain::offsets::Offsets;
use onrecord_reading::{Amount, Qualifier, bounds};
use rusqlite::params;
use std::str::FromStr as _;

const MEASURES: &[(&str, usize)] = &[
    ("killed", 120),
    ("killed", 120),
    ("injured", 600),
    ("injured", 600),
    ("detained", 4000),
    ("missing", 40),
    ("displaced", 9000),
    ("destroyed", 300),
    ("hospitalised", 250),
];
const GROUPS: &[(Option<&str>, usize)] = &[
    (None, 100),
    (Some("persons"), 100),
    (Some("civilians"), 60),
    (Some("security_forces"), 25),
    (Some("police"), 15),
    (Some("children"), 12),
    (Some("women"), 30),
    (Some("protesters"), 50),
];
const QUALIFIERS: &[(Qualifier, &str)] = &[
    (Qualifier::Exact, ""),
    (Qualifier::Exact, ""),
    (Qualifier::Exact, ""),
    (Qualifier::Exact, ""),
    (Qualifier::AtLeast, "at least "),
    (Qualifier::MoreThan, "more than "),
    (Qualifier::About, "about "),
    (Qualifier::UpTo, "up to "),
    (Qualifier::Nearly, "nearly "),
    (Qualifier::AtMost, "at most "),
];

/// A statement's words as they stand in the text.
pub(super) struct Draft {
    source: usize,
    start: u32,
    end: u32,
    pub(super) figures: Vec<DraftFigure>,
}

/// A figure's words as they stand in the text, and what they mean.
pub(super) struct DraftFigure {
    from: u32,
    words: String,
    qualifier: Qualifier,
    number: usize,
    measure: &'static str,
    group: Option<&'static str>,
}

impl Making<'_> {
    /// Writes a statement's words behind the text, and says what they hold.
    pub(super) fn draft(
        &mut self,
        country: usize,
        day: usize,
        most: usize,
        text: &mut String,
    ) -> Draft {
        let source = self.random.below(self.sources[country].len());
        text.push('\n');
        let start = u32::try_from(text.chars().count()).unwrap();
        let begin = text.len();
        text.push_str(&self.sources[country][source].1);
        text.push_str(" said that");
        let mut figures = Vec::new();
        for at in 0..(1 + self.random.below(4)).min(most) {
            let (measure, size) = self.random.one_of(MEASURES);
            let (group, share) = self.random.one_of(GROUPS);
            let (qualifier, words) = self.random.one_of(QUALIFIERS);
            let grown = size * share / 100 * (DAYS + 2 * day) / DAYS;
            let number = (grown + self.random.below(grown / 8 + 2)).max(1);
            text.push_str(if at == 0 { " " } else { ", and " });
            let from = start + u32::try_from(text[begin..].chars().count()).unwrap();
            let figure_text = format!("{words}{number}");
            text.push_str(&figure_text);
            text.push_str(&format!(
                " {} were {measure}",
                group.unwrap_or("people").replace('_', " ")
            ));
            figures.push(DraftFigure {
                from,
                words: figure_text,
                qualifier,
                number,
                measure,
                group,
            });
        }
        let language = Prose::language(self.articles);
        text.push_str(", ");
        self.prose.sentence(language, &mut self.random, 8, text);
        let end = start + u32::try_from(text[begin..].chars().count()).unwrap();
        text.push_str(".\n");
        Draft {
            source,
            start,
            end,
            figures,
        }
    }

    #[expect(clippy::too_many_arguments, reason = "all that a statement stands in")]
    pub(super) fn statement(
        &mut self,
        event: &str,
        country: usize,
        day: usize,
        revision: &str,
        text: &Offsets<'_>,
        draft: Draft,
        made: &mut Vec<String>,
    ) {
        let id = self.id();
        let anchor = Anchor::at(text, draft.start..draft.end).unwrap();
        let speaker = self.random.happens(400).then(|| self.random.below(8));
        let stated = format!("2024-01-{:02}", day + self.random.below(2));
        let status = if self.random.happens(20) {
            "draft"
        } else {
            "accepted"
        };
        run(
            self.db,
            "INSERT INTO statement (id, revision_id, start, \"end\", quote, prefix, suffix, modality, speaker_id, \
             source_id, stated_at, event_id, tags, status, recorded_by, created_at, updated_at) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'indirect', ?8, ?9, ?10, ?11, ?12, ?13, 'bench', \
             '2024-03-01T00:00:00Z', '2024-03-01T00:00:00Z')",
            params![
                id,
                revision,
                draft.start,
                draft.end,
                anchor.quote,
                anchor.prefix,
                anchor.suffix,
                speaker.map(|at| &self.speakers[country][at]),
                self.sources[country][draft.source].0,
                stated,
                event,
                if self.random.happens(100) {
                    "[\"check\",\"call back\"]"
                } else {
                    "[]"
                },
                status
            ],
        );
        if self.random.happens(500) {
            let link = self.id();
            let agency = self.sources[country].len() - WORLD.len() + self.random.below(2);
            run(
                self.db,
                "INSERT INTO chain_link (id, statement_id, position, source_id, connection) \
                 VALUES (?1, ?2, 0, ?3, 'agency')",
                params![link, id, self.sources[country][agency].0],
            );
        }
        let first = made.len();
        for (position, draft) in draft.figures.into_iter().enumerate() {
            let DraftFigure {
                from,
                words: figure_text,
                qualifier,
                number,
                measure,
                group,
            } = draft;
            let figure = self.id();
            let amount = Amount::from_str(&number.to_string()).unwrap();
            let range = bounds(qualifier, Some(amount), true).unwrap();
            let place = match self.random.below(3) {
                0 => None,
                1 => Some(self.places[country][0].clone()),
                _ => Some(self.random.below(self.places[country].len()))
                    .map(|at| self.places[country][at].clone()),
            };
            let stance = match self.random.below(100) {
                0 => "denies",
                1 => "retracts",
                2 => "recalls",
                _ => "asserts",
            };
            let part_of = (position > 0 && self.random.happens(30)).then(|| made[first].clone());
            run(
                self.db,
                "INSERT INTO figure (id, statement_id, position, start, \"end\", figure_text, qualifier, point, low, \
                 high, measure, severity, \"group\", excludes, place_id, period_start, as_of, counting, basis, stance, \
                 doubtful, part_of) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, \
                 ?17, ?18, ?19, ?20, ?21, ?22)",
                params![
                    figure,
                    id,
                    i64::try_from(position).unwrap(),
                    from,
                    from + u32::try_from(figure_text.chars().count()).unwrap(),
                    figure_text,
                    qualifier.as_str(),
                    amount.to_string(),
                    range.low.map(|n| n.to_string()),
                    range.high.map(|n| n.to_string()),
                    measure,
                    (measure == "injured" && self.random.happens(100)).then_some("serious"),
                    group,
                    if self.random.happens(50) {
                        "[\"police\"]"
                    } else {
                        "[]"
                    },
                    place,
                    self.random.happens(100).then_some("2024-01-01"),
                    self.random.happens(600).then_some(&stated),
                    self.random.happens(80).then_some("new"),
                    self.random
                        .happens(150)
                        .then(|| ["reported", "identified", "estimate"][number % 3]),
                    stance,
                    self.random.happens(20),
                    part_of
                ],
            );
            made.push(figure);
        }
    }
}
