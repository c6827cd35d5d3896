//! The register: matching names, and the lists that fields choose from.

use super::read::family;
use super::{Noun, Reader, StoreError};
use crate::domain::names::fold_name;
use crate::domain::vocabulary::{OpenVocabulary, Vocabulary, Words};
use crate::view::{EventRow, Named, PlaceRow, Register, SourceRow, SpeakerRow, WordRow};
use rusqlite::params;
use std::collections::HashMap;

/// What a name means in the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Match {
    /// Nothing of that name.
    Nothing,
    /// One entry, by id.
    One(String),
    /// Several equally good ones.
    Several(Vec<Named>),
}

impl Reader<'_> {
    /// What a name means among sources, speakers, places or events: names and aliases that are exactly equal win, else
    /// those that are equal when folded.
    ///
    /// # Errors
    /// What the engine says.
    pub fn named(&self, noun: Noun, name: &str) -> Result<Match, StoreError> {
        let table = noun.as_str();
        let sql = match noun {
            Noun::Source | Noun::Speaker | Noun::Place => format!(
                "SELECT id, name, name AS matched FROM {table} WHERE name_key = ?1 \
                 UNION ALL SELECT t.id, t.name, a.name FROM alias a JOIN {table} t ON t.id = a.{table}_id \
                 WHERE a.name_key = ?1 ORDER BY id"
            ),
            _ => format!(
                "SELECT id, name, name AS matched FROM {table} WHERE name_key = ?1 ORDER BY id"
            ),
        };
        self.pick(&sql, params![fold_name(name)], name)
    }

    /// What a name means among the places that lie directly in `parent` (`None`: that lie in none).
    ///
    /// # Errors
    /// What the engine says.
    pub fn place_in(&self, name: &str, parent: Option<&str>) -> Result<Match, StoreError> {
        let sql = "SELECT id, name, name AS matched FROM place WHERE name_key = ?1 AND parent_id IS ?2 \
                   UNION ALL SELECT p.id, p.name, a.name FROM alias a JOIN place p ON p.id = a.place_id \
                   WHERE a.name_key = ?1 AND p.parent_id IS ?2 ORDER BY id";
        self.pick(sql, params![fold_name(name), parent], name)
    }

    /// The group that a word or an alias of a group names.
    ///
    /// # Errors
    /// What the engine says.
    pub fn group_named(&self, name: &str) -> Result<Option<String>, StoreError> {
        let mut question = self.db.prepare_cached(
            "SELECT DISTINCT group_word FROM alias WHERE name_key = ?1 AND group_word IS NOT NULL ORDER BY group_word",
        )?;
        let words = question
            .query_map([fold_name(name)], |row| row.get("group_word"))?
            .collect::<Result<Vec<String>, _>>()?;
        Ok(match <[String; 1]>::try_from(words) {
            Ok([word]) => Some(word),
            Err(_) => None,
        })
    }

    /// The best of the entries that match, each of which may do so by several of its names.
    fn pick(
        &self,
        sql: &str,
        values: impl rusqlite::Params,
        name: &str,
    ) -> Result<Match, StoreError> {
        let name = name.trim();
        let mut question = self.db.prepare_cached(sql)?;
        let mut rows = question.query(values)?;
        let (mut exact, mut folded) = (Vec::new(), Vec::new());
        while let Some(row) = rows.next()? {
            let entry = Named {
                id: row.get("id")?,
                name: row.get("name")?,
            };
            if row.get_ref("matched")?.as_str()? == name {
                exact.push(entry.clone());
            }
            folded.push(entry);
        }
        let mut found = if exact.is_empty() { folded } else { exact };
        found.dedup();
        Ok(match (found.len(), found.pop()) {
            (_, None) => Match::Nothing,
            (1, Some(only)) => Match::One(only.id),
            (_, Some(last)) => {
                found.push(last);
                Match::Several(found)
            }
        })
    }

    /// Everything fields choose from.
    ///
    /// # Errors
    /// What the engine says.
    pub fn register(&self) -> Result<Register, StoreError> {
        let words = self.words()?;
        Ok(Register {
            sources: self.sources(&words)?,
            speakers: self.speakers()?,
            events: self.events()?,
            places: self.places()?,
            words: self.word_rows(&words)?,
        })
    }

    /// The sources by name.
    ///
    /// # Errors
    /// What the engine says.
    pub fn sources(&self, words: &Words) -> Result<Vec<SourceRow>, StoreError> {
        let mut aliases = self.aliases(
            "SELECT source_id AS owner, id, name FROM alias WHERE source_id IS NOT NULL ORDER BY id",
        )?;
        let mut relies_on = self.lists(
            "SELECT r.source_id AS id, s.name FROM reliance r JOIN source s ON s.id = r.relies_on_id ORDER BY r.id",
        )?;
        let mut question = self.db.prepare_cached(include_str!("sources.sql"))?;
        let rows = question.query_map([], |row| {
            let id: String = row.get("id")?;
            let kind: String = row.get("kind")?;
            Ok(SourceRow {
                aliases: aliases.remove(&id).unwrap_or_default(),
                relies_on: relies_on.remove(&id).unwrap_or_default(),
                id,
                name: row.get("name")?,
                family: family(words, &kind).to_owned(),
                kind,
                parent: row.get("parent")?,
                parent_id: row.get("parent_id")?,
                country: row.get("country")?,
                reliability: row.get("reliability")?,
                reliability_reason: row.get("reliability_reason")?,
                reliability_date: row.get("reliability_date")?,
                party: row.get("party")?,
                notes: row.get("notes")?,
                statements: row.get("statements")?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The speakers by name.
    ///
    /// # Errors
    /// What the engine says.
    pub fn speakers(&self) -> Result<Vec<SpeakerRow>, StoreError> {
        let mut aliases = self.aliases(
            "SELECT speaker_id AS owner, id, name FROM alias WHERE speaker_id IS NOT NULL ORDER BY id",
        )?;
        let mut roles = self.lists(
            "SELECT speaker_id AS id, speaker_role AS name FROM statement \
             WHERE speaker_id IS NOT NULL AND speaker_role IS NOT NULL GROUP BY speaker_id, speaker_role \
             ORDER BY speaker_id, max(id) DESC",
        )?;
        let mut question = self.db.prepare_cached(
            "SELECT p.id, p.name, p.notes, (SELECT count(*) FROM statement WHERE speaker_id = p.id AND status <> 'dismissed') AS statements, \
             (SELECT s.name FROM statement t JOIN source s ON s.id = t.source_id WHERE t.speaker_id = p.id \
              ORDER BY t.id DESC LIMIT 1) AS source \
             FROM speaker p ORDER BY p.name_key, p.id",
        )?;
        let rows = question.query_map([], |row| {
            let id: String = row.get("id")?;
            Ok(SpeakerRow {
                aliases: aliases.remove(&id).unwrap_or_default(),
                roles: roles.remove(&id).unwrap_or_default(),
                id,
                name: row.get("name")?,
                source: row.get("source")?,
                notes: row.get("notes")?,
                statements: row.get("statements")?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The events by name, without what is counted of them.
    ///
    /// # Errors
    /// What the engine says.
    pub fn event_names(&self) -> Result<Vec<Named>, StoreError> {
        let mut question = self
            .db
            .prepare_cached("SELECT id, name FROM event ORDER BY name_key, id")?;
        let rows = question.query_map([], |row| {
            Ok(Named {
                id: row.get("id")?,
                name: row.get("name")?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The events by name.
    ///
    /// # Errors
    /// What the engine says.
    pub fn events(&self) -> Result<Vec<EventRow>, StoreError> {
        let paths = self.place_paths()?;
        let mut question = self.db.prepare_cached(
            "SELECT e.id, e.name, e.place_id, e.period_start, e.period_end, e.inclusion, p.name AS parent, \
             (SELECT count(*) FROM statement s JOIN figure f ON f.statement_id = s.id \
              WHERE s.event_id = e.id AND s.status <> 'dismissed') AS figures \
             FROM event e LEFT JOIN event p ON p.id = e.parent_id ORDER BY e.name_key, e.id",
        )?;
        let rows = question.query_map([], |row| {
            let place: Option<String> = row.get("place_id")?;
            Ok(EventRow {
                id: row.get("id")?,
                name: row.get("name")?,
                place: place.and_then(|id| paths.get(&id).cloned()),
                from: row.get("period_start")?,
                to: row.get("period_end")?,
                inclusion: row.get("inclusion")?,
                parent: row.get("parent")?,
                figures: row.get("figures")?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The places by path.
    ///
    /// # Errors
    /// What the engine says.
    pub fn places(&self) -> Result<Vec<PlaceRow>, StoreError> {
        let mut aliases = self.aliases(
            "SELECT place_id AS owner, id, name FROM alias WHERE place_id IS NOT NULL ORDER BY id",
        )?;
        let paths = self.place_paths()?;
        let mut question = self
            .db
            .prepare_cached("SELECT id, name, parent_id FROM place ORDER BY id")?;
        let mut rows = question
            .query_map([], |row| {
                let id: String = row.get("id")?;
                let parent: Option<String> = row.get("parent_id")?;
                Ok(PlaceRow {
                    aliases: aliases.remove(&id).unwrap_or_default(),
                    path: paths.get(&id).cloned().unwrap_or_default(),
                    id,
                    name: row.get("name")?,
                    parent: parent.and_then(|id| paths.get(&id).cloned()),
                })
            })?
            .collect::<Result<Vec<_>, _>>()?;
        rows.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(rows)
    }

    /// The path of every place, by id: the names from the outermost inwards.
    ///
    /// # Errors
    /// What the engine says.
    pub fn place_paths(&self) -> Result<HashMap<String, String>, StoreError> {
        let mut question = self.db.prepare_cached(
            "WITH RECURSIVE path (id, path) AS ( \
               SELECT id, name FROM place WHERE parent_id IS NULL \
               UNION ALL SELECT p.id, path.path || ' > ' || p.name FROM path JOIN place p ON p.parent_id = path.id) \
             SELECT id, path FROM path",
        )?;
        let paths = question.query_map([], |row| Ok((row.get("id")?, row.get("path")?)))?;
        Ok(paths.collect::<Result<_, _>>()?)
    }

    fn word_rows(&self, words: &Words) -> Result<Vec<WordRow>, StoreError> {
        let mut aliases = self.aliases(
            "SELECT group_word AS owner, id, name FROM alias WHERE group_word IS NOT NULL ORDER BY id",
        )?;
        let mut ids = self.own_words()?;
        let mut rows = Vec::new();
        for which in OpenVocabulary::ALL {
            let known = Vocabulary::built_in(which).len();
            for (at, (word, parent)) in words.of(which).iter().enumerate() {
                let of_group = which == OpenVocabulary::Group;
                rows.push(WordRow {
                    vocabulary: which.as_str().to_owned(),
                    word: word.to_owned(),
                    parent: parent.map(str::to_owned),
                    id: ids.remove(&(which.as_str().to_owned(), word.to_owned())),
                    own: at >= known,
                    aliases: if of_group {
                        aliases.remove(word).unwrap_or_default()
                    } else {
                        Vec::new()
                    },
                });
            }
        }
        Ok(rows)
    }

    /// The ids of the project's own words, by vocabulary and word.
    fn own_words(&self) -> Result<HashMap<(String, String), String>, StoreError> {
        let mut question = self
            .db
            .prepare_cached("SELECT vocabulary, word, id FROM word")?;
        let ids = question.query_map([], |row| {
            Ok(((row.get("vocabulary")?, row.get("word")?), row.get("id")?))
        })?;
        Ok(ids.collect::<Result<_, _>>()?)
    }

    fn aliases(&self, sql: &str) -> Result<HashMap<String, Vec<Named>>, StoreError> {
        let mut question = self.db.prepare_cached(sql)?;
        let mut lists: HashMap<String, Vec<Named>> = HashMap::new();
        let rows = question.query_map([], |row| {
            let alias = Named {
                id: row.get("id")?,
                name: row.get("name")?,
            };
            Ok((row.get("owner")?, alias))
        })?;
        for pair in rows {
            let (owner, alias) = pair?;
            lists.entry(owner).or_default().push(alias);
        }
        Ok(lists)
    }

    fn lists(&self, sql: &str) -> Result<HashMap<String, Vec<String>>, StoreError> {
        let mut question = self.db.prepare_cached(sql)?;
        let mut lists: HashMap<String, Vec<String>> = HashMap::new();
        for pair in question.query_map([], |row| Ok((row.get("id")?, row.get("name")?)))? {
            let (id, name) = pair?;
            lists.entry(id).or_default().push(name);
        }
        Ok(lists)
    }
}
