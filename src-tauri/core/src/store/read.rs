//! Questions asked of an open project, in or out of an operation.

use super::table::{Entity, TABLES, entity_of};
use super::{Gate, Store, StoreError};
use crate::domain::nouns::Project;
use crate::domain::vocabulary::{Family, OpenVocabulary, Words};
use rusqlite::{Connection, OptionalExtension as _};

/// Reads a project: all questions are its methods, each beside its noun.
#[derive(Clone, Copy)]
pub struct Reader<'s> {
    pub(super) db: &'s Connection,
}

/// A noun that has ids of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Noun {
    /// An article.
    Article,
    /// A statement.
    Statement,
    /// A figure.
    Figure,
    /// A source.
    Source,
    /// A speaker.
    Speaker,
    /// A place.
    Place,
    /// An event.
    Event,
    /// A word of the project's own.
    Word,
    /// A relation between figures.
    Relation,
    /// An assessment.
    Assessment,
    /// Another name.
    Alias,
    /// A "relies on" link.
    Reliance,
    /// A saved set of columns.
    SavedView,
}

impl Noun {
    /// The name of the noun, which is its table's.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Noun::Article => "article",
            Noun::Statement => "statement",
            Noun::Figure => "figure",
            Noun::Source => "source",
            Noun::Speaker => "speaker",
            Noun::Place => "place",
            Noun::Event => "event",
            Noun::Word => "word",
            Noun::Relation => "relation",
            Noun::Assessment => "assessment",
            Noun::Alias => "alias",
            Noun::Reliance => "reliance",
            Noun::SavedView => "saved_view",
        }
    }

    const ALL: [Noun; 13] = [
        Noun::Article,
        Noun::Statement,
        Noun::Figure,
        Noun::Source,
        Noun::Speaker,
        Noun::Place,
        Noun::Event,
        Noun::Word,
        Noun::Relation,
        Noun::Assessment,
        Noun::Alias,
        Noun::Reliance,
        Noun::SavedView,
    ];
}

impl Store {
    /// Questions to the project.
    #[must_use]
    pub fn read(&self) -> Reader<'_> {
        Reader { db: &self.db }
    }
}

impl Gate<'_> {
    /// Questions to the project as the operation has it so far.
    #[must_use]
    pub fn read(&self) -> Reader<'_> {
        Reader { db: self.db() }
    }
}

impl Reader<'_> {
    /// The project itself.
    ///
    /// # Errors
    /// [`StoreError::Journal`] when the file holds no project.
    pub fn project(&self) -> Result<Project, StoreError> {
        let id: Option<String> = self
            .db
            .prepare_cached("SELECT id FROM project")?
            .query_row([], |row| row.get("id"))
            .optional()?;
        let project = match id {
            Some(id) => self.get(&id)?,
            None => None,
        };
        project.ok_or_else(|| StoreError::Journal {
            detail: "the file holds no project".to_owned(),
        })
    }

    /// How many articles, statements and figures there are.
    ///
    /// # Errors
    /// What the engine says.
    pub fn counts(&self) -> Result<(u32, u32, u32), StoreError> {
        let count = |table: &str| -> Result<u32, StoreError> {
            let sql = format!("SELECT count(*) AS n FROM {table}");
            Ok(self
                .db
                .prepare_cached(&sql)?
                .query_row([], |row| row.get("n"))?)
        };
        Ok((count("article")?, count("statement")?, count("figure")?))
    }

    /// The entity of that id.
    ///
    /// # Errors
    /// What the engine says.
    pub(crate) fn get<E: Entity>(&self, id: &str) -> Result<Option<E>, StoreError> {
        E::TABLE.read(self.db, id)?.map(entity_of).transpose()
    }

    /// What kind of entity has that id.
    ///
    /// # Errors
    /// What the engine says.
    pub fn noun_of(&self, id: &str) -> Result<Option<Noun>, StoreError> {
        for noun in Noun::ALL {
            if self.is_a(noun, id)? {
                return Ok(Some(noun));
            }
        }
        Ok(None)
    }

    /// Whether an entity of that noun has that id.
    ///
    /// # Errors
    /// What the engine says.
    pub fn is_a(&self, noun: Noun, id: &str) -> Result<bool, StoreError> {
        let sql = format!("SELECT 1 FROM {} WHERE id = ?1", noun.as_str());
        Ok(self.db.prepare_cached(&sql)?.exists([id])?)
    }

    /// The ids of the rows of a noun whose column has that value, in order.
    ///
    /// # Errors
    /// What the engine says.
    pub(crate) fn ids_where<E: Entity>(
        &self,
        column: &str,
        value: &str,
    ) -> Result<Vec<String>, StoreError> {
        let known = TABLES
            .iter()
            .any(|t| t.name == E::TABLE.name && t.columns.iter().any(|(c, _)| *c == column));
        debug_assert!(known, "{column} is no column of {}", E::TABLE.name);
        let sql = format!(
            "SELECT id FROM {} WHERE \"{column}\" = ?1 ORDER BY id",
            E::TABLE.name
        );
        let mut question = self.db.prepare_cached(&sql)?;
        let ids = question
            .query_map([value], |row| row.get("id"))?
            .collect::<Result<_, _>>()?;
        Ok(ids)
    }

    /// The vocabularies: the program's words and the project's own.
    ///
    /// # Errors
    /// What the engine says.
    pub fn words(&self) -> Result<Words, StoreError> {
        let mut words = Words::built_in();
        let mut question = self
            .db
            .prepare_cached("SELECT vocabulary, word, parent FROM word ORDER BY id")?;
        let mut rows = question.query([])?;
        let mut waiting = Vec::new();
        while let Some(row) = rows.next()? {
            let vocabulary: String = row.get("vocabulary")?;
            if let Some(which) = OpenVocabulary::named(&vocabulary) {
                waiting.push((which, row.get("word")?, row.get("parent")?));
            }
        }
        add_words(&mut words, waiting);
        Ok(words)
    }
}

/// Adds words of the project's own, each after its parent: a word can be put under one that was added later.
fn add_words(words: &mut Words, mut waiting: Vec<(OpenVocabulary, String, Option<String>)>) {
    loop {
        let before = waiting.len();
        waiting.retain(|(which, word, parent)| {
            let vocabulary = words.of_mut(*which);
            let ready = parent
                .as_deref()
                .is_none_or(|parent| vocabulary.is_known(parent));
            if ready {
                vocabulary.add(word, parent.as_deref());
            }
            !ready
        });
        if waiting.len() == before {
            break;
        }
    }
    // What is left hangs on a word that there is none of.
    for (which, word, _) in waiting {
        words.of_mut(which).add(&word, None);
    }
}

/// The family of a source kind, as chips and marks name it.
pub(super) fn family(words: &Words, kind: &str) -> &'static str {
    let kinds = words.of(OpenVocabulary::SourceKind);
    kinds
        .find(kind)
        .map_or(Family::Witnesses, |kind| words.family(kind))
        .as_str()
}
