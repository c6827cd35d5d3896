//! The columns of the claim table: one row for each figure, and one for each statement without figures.

use std::fmt;

/// What the cells of a column hold, which decides how they are written and read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellKind {
    /// An id, or a relation, which names ids.
    Id,
    /// A plain decimal.
    Number,
    /// A date as given.
    Date,
    /// `true` or `false`.
    Flag,
    /// A SHA-256.
    Hash,
    /// A word of a vocabulary.
    Word,
    /// Words of an article, a person or a register: guarded against being run as a formula.
    Text,
    /// Several texts, joined with `; `. Guarded as a whole.
    List,
    /// Several relations, `kind figure_id` each, joined with `; `.
    Relations,
}

impl CellKind {
    /// Whether a cell of this kind gets an apostrophe in front where a spreadsheet would run it as a formula.
    pub fn is_guarded(self) -> bool {
        matches!(self, CellKind::Text | CellKind::List)
    }

    /// Whether the cell holds several values joined with `; `.
    pub fn is_list(self) -> bool {
        matches!(self, CellKind::List | CellKind::Relations)
    }
}

/// What reading a claim table does with a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// It says which article is meant.
    Article,
    /// It belongs to the statement.
    Statement,
    /// It belongs to the figure.
    Figure,
    /// It is the register's, the article's or the program's own, and not read back.
    Ignored,
}

macro_rules! columns {
    ($($(#[$doc:meta])* $variant:ident $name:literal $kind:ident $reading:ident,)*) => {
        /// A column of the claim table.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Column {
            $($(#[$doc])* $variant,)*
        }

        impl Column {
            /// Every column, in the table's order.
            pub const ALL: &[Column] = &[$(Column::$variant,)*];

            /// The name in the header, and the key in JSON.
            pub fn name(self) -> &'static str {
                match self { $(Column::$variant => $name,)* }
            }

            /// What its cells hold.
            pub fn kind(self) -> CellKind {
                match self { $(Column::$variant => CellKind::$kind,)* }
            }

            /// What reading a table does with it.
            pub fn reading(self) -> Reading {
                match self { $(Column::$variant => Reading::$reading,)* }
            }
        }
    };
}

columns! {
    /// The statement.
    StatementId "statement_id" Id Statement,
    /// The article.
    ArticleId "article_id" Id Article,
    /// Its title.
    ArticleTitle "article_title" Text Article,
    /// Who published it.
    Outlet "outlet" Text Ignored,
    /// Who wrote it.
    Author "author" List Ignored,
    /// Where it was published.
    ArticleUrl "article_url" Text Article,
    /// Where a copy is kept.
    ArchiveUrl "archive_url" Text Ignored,
    /// When it was published.
    PublishedAt "published_at" Date Ignored,
    /// When it was captured.
    RetrievedAt "retrieved_at" Date Ignored,
    /// In which language it is.
    Language "language" Text Ignored,
    /// What the statement is about.
    Event "event" Text Statement,
    /// The article's words.
    Quote "quote" Text Statement,
    /// The same in another language.
    QuoteTranslation "quote_translation" Text Statement,
    /// Which language.
    TranslationLang "translation_lang" Text Statement,
    /// Who translated it.
    TranslatedBy "translated_by" Text Statement,
    /// Where the quote begins, in code points.
    Start "start" Number Statement,
    /// Where it ends.
    End "end" Number Ignored,
    /// The page of the original.
    Page "page" Text Ignored,
    /// How it is said.
    Modality "modality" Word Statement,
    /// The person who says it.
    Speaker "speaker" Text Statement,
    /// The person's role as the article states it.
    SpeakerRole "speaker_role" Text Statement,
    /// The issuer.
    Source "source" Text Statement,
    /// The issuer's kind.
    SourceKind "source_kind" Word Statement,
    /// The issuer as the article names it.
    SourceAsWritten "source_as_written" Text Statement,
    /// The words that name the issuer.
    SourceQuote "source_quote" Text Statement,
    /// The body that the issuer is part of.
    SourceParent "source_parent" Text Ignored,
    /// The issuer's country.
    SourceCountry "source_country" Text Ignored,
    /// The issuer's reliability, A to F.
    SourceReliability "source_reliability" Word Ignored,
    /// Who passes it on, from the issuer outwards.
    Via "via" List Statement,
    /// When it was said.
    StatedAt "stated_at" Date Statement,
    /// The figure.
    FigureId "figure_id" Id Figure,
    /// The figure's own words.
    FigureText "figure_text" Text Figure,
    /// The qualifier.
    Qualifier "qualifier" Word Figure,
    /// The number named.
    Point "point" Number Figure,
    /// The least value meant.
    Low "low" Number Figure,
    /// The greatest value meant.
    High "high" Number Figure,
    /// What it counts in.
    Unit "unit" Word Figure,
    /// Whether it is a vague word.
    Vague "vague" Flag Figure,
    /// Whether the recorder is unsure of the reading.
    Doubtful "doubtful" Flag Figure,
    /// What happened to those counted.
    Measure "measure" Word Figure,
    /// How badly.
    Severity "severity" Word Figure,
    /// Who is counted.
    Group "group" Word Figure,
    /// Whom it is said to count.
    Includes "includes" List Figure,
    /// Whom it is said to leave out.
    Excludes "excludes" List Figure,
    /// Where.
    Place "place" Text Figure,
    /// Since when.
    PeriodStart "period_start" Date Figure,
    /// Until when.
    PeriodEnd "period_end" Date Figure,
    /// At which time it held.
    AsOf "as_of" Date Figure,
    /// In all, anew or at a moment.
    Counting "counting" Word Figure,
    /// What was counted.
    Basis "basis" Word Figure,
    /// What its issuer does with it.
    Stance "stance" Word Figure,
    /// The figure that it is a part of.
    PartOf "part_of" Id Figure,
    /// What it does to other figures.
    Relations "relations" Relations Figure,
    /// Whether it still stands.
    Standing "standing" Word Ignored,
    /// Whether the statement is a draft.
    Status "status" Word Ignored,
    /// The newest judgement.
    Assessment "assessment" Word Ignored,
    /// The newest grade.
    InformationGrade "information_grade" Number Ignored,
    /// The decision.
    Decision "decision" Text Ignored,
    /// The recorder's note.
    Note "note" Text Statement,
    /// The recorder's tags.
    Tags "tags" List Statement,
    /// Whether it must not leave the desk.
    Confidential "confidential" Flag Statement,
    /// Of the original's bytes.
    ArticleSha256 "article_sha256" Hash Article,
    /// Of the canonical text.
    TextSha256 "text_sha256" Hash Ignored,
    /// Who recorded it.
    RecordedBy "recorded_by" Text Ignored,
    /// Who read it again.
    SecondReader "second_reader" Text Ignored,
    /// When it was recorded.
    CreatedAt "created_at" Date Ignored,
    /// When it was last changed.
    UpdatedAt "updated_at" Date Ignored,
}

impl Column {
    /// The column of this name.
    pub fn named(name: &str) -> Option<Column> {
        Column::ALL
            .iter()
            .copied()
            .find(|column| column.name() == name)
    }

    /// The columns of a table for publication: without ids (and what names other figures by their ids), the
    /// recorder's notes and hashes of text.
    pub fn publication() -> Vec<Column> {
        let internal = |column: &Column| {
            matches!(column.kind(), CellKind::Id | CellKind::Relations)
                || matches!(column, Column::Note | Column::TextSha256)
        };
        Column::ALL
            .iter()
            .copied()
            .filter(|column| !internal(column))
            .collect()
    }
}

impl fmt::Display for Column {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back_to_their_columns() {
        for column in Column::ALL {
            assert_eq!(Column::named(column.name()), Some(*column));
        }
        assert_eq!(Column::ALL.len(), 67);
        assert_eq!(Column::named("price"), None);
    }

    #[test]
    fn a_table_for_publication_keeps_the_words_and_the_sources() {
        let columns = Column::publication();
        for kept in [
            Column::Quote,
            Column::Source,
            Column::ArticleUrl,
            Column::ArticleSha256,
        ] {
            assert!(columns.contains(&kept), "{kept}");
        }
        for gone in [
            Column::StatementId,
            Column::PartOf,
            Column::Relations,
            Column::Note,
            Column::TextSha256,
        ] {
            assert!(!columns.contains(&gone), "{gone}");
        }
    }
}
