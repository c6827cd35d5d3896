use super::Changes;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A register entry by name, with what chips and marks show of it.
#[derive(Debug, Clone, Serialize, Deserialize, TS, PartialEq, Eq)]
pub struct Named {
    pub id: String,
    pub name: String,
}

/// A source as statements show it.
#[derive(Debug, Clone, Serialize, Deserialize, TS, PartialEq, Eq)]
pub struct SourceRef {
    pub id: String,
    pub name: String,
    /// A word of the vocabulary `source_kind`.
    pub kind: String,
    /// The family of the kind: state, security, health_rescue, international, civil_society, media, parties, witnesses.
    pub family: String,
}

/// One who passes a statement on.
#[derive(Debug, Clone, Serialize, Deserialize, TS, PartialEq, Eq)]
pub struct ChainLinkView {
    pub source: SourceRef,
    pub connection: String,
}

/// A statement with all that stands in its card.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct StatementView {
    pub id: String,
    pub article_id: String,
    pub start: u32,
    pub end: u32,
    pub quote: String,
    pub page: Option<String>,
    pub modality: String,
    pub speaker: Option<Named>,
    pub speaker_role: Option<String>,
    pub source: Option<SourceRef>,
    pub source_as_written: Option<String>,
    pub source_quote: Option<String>,
    /// From the issuer outwards.
    pub via: Vec<ChainLinkView>,
    pub stated_at: Option<String>,
    pub event: Option<Named>,
    pub quote_translation: Option<String>,
    pub translation_lang: Option<String>,
    pub translated_by: Option<String>,
    pub note: String,
    pub tags: Vec<String>,
    pub status: String,
    pub confidential: bool,
    pub figures: Vec<FigureView>,
    /// The newest judgement of the statement itself.
    pub assessment: Option<AssessmentView>,
    pub recorded_by: String,
    pub created_at: String,
    pub updated_at: String,
}

/// A figure as cards show it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FigureView {
    pub id: String,
    pub start: Option<u32>,
    pub end: Option<u32>,
    pub figure_text: Option<String>,
    pub qualifier: String,
    pub point: Option<String>,
    pub low: Option<String>,
    pub high: Option<String>,
    pub vague: bool,
    pub unit: String,
    pub measure: Option<String>,
    pub severity: Option<String>,
    pub group: Option<String>,
    pub includes: Vec<String>,
    pub excludes: Vec<String>,
    /// A path, `Kazakhstan > Almaty`.
    pub place: Option<String>,
    pub period_start: Option<String>,
    pub period_end: Option<String>,
    pub as_of: Option<String>,
    pub counting: Option<String>,
    pub basis: Option<String>,
    pub stance: String,
    pub doubtful: bool,
    /// The figure that this one is a part of, by id.
    pub part_of: Option<String>,
    pub relations: Vec<RelationView>,
    pub standing: String,
    pub assessment: Option<AssessmentView>,
}

/// What a figure does to another.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RelationView {
    pub id: String,
    pub kind: String,
    pub to: String,
}

/// A judgement.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AssessmentView {
    pub id: String,
    pub status: String,
    pub grade: Option<u8>,
    pub rule: Option<String>,
    pub reasoning: String,
    pub by: String,
    pub at: String,
}

/// A source or speaker as a card names it: of the register by id, or by name (matched, or made).
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS, PartialEq, Eq)]
pub struct Party {
    #[ts(optional)]
    pub id: Option<String>,
    pub name: String,
    /// For a source that is made: its kind.
    #[ts(optional)]
    pub kind: Option<String>,
}

/// A link of the chain as a card names it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ViaInput {
    pub source: Party,
    /// Absent: agency for a news agency, outlet for media, else channel.
    #[ts(optional)]
    pub connection: Option<String>,
}

impl From<Party> for ViaInput {
    fn from(source: Party) -> Self {
        Self {
            source,
            connection: None,
        }
    }
}

/// A statement to record, or the whole of a changed one.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct StatementInput {
    pub article_id: String,
    pub start: u32,
    pub end: u32,
    /// Absent: indirect with a source or speaker, else unattributed.
    pub modality: Option<String>,
    pub speaker: Option<Party>,
    pub speaker_role: Option<String>,
    pub source: Option<Party>,
    pub source_as_written: Option<String>,
    pub source_quote: Option<String>,
    pub via: Vec<ViaInput>,
    pub stated_at: Option<String>,
    /// By name; made when the project lacks it.
    pub event: Option<String>,
    pub quote_translation: Option<String>,
    pub translation_lang: Option<String>,
    pub translated_by: Option<String>,
    pub note: String,
    pub tags: Vec<String>,
    pub confidential: bool,
    pub figures: Vec<FigureInput>,
}

/// A figure to record. Bounds that are both absent are filled from qualifier and point.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FigureInput {
    /// Of a figure that is already there; it keeps its id, relations and judgements.
    pub id: Option<String>,
    /// The figure's words, code points into the canonical text, inside the statement.
    pub start: Option<u32>,
    pub end: Option<u32>,
    pub qualifier: Option<String>,
    pub point: Option<String>,
    pub low: Option<String>,
    pub high: Option<String>,
    pub vague: bool,
    pub unit: String,
    pub measure: Option<String>,
    pub severity: Option<String>,
    pub group: Option<String>,
    pub includes: Vec<String>,
    pub excludes: Vec<String>,
    /// A path; places that the project lacks are made.
    pub place: Option<String>,
    pub period_start: Option<String>,
    pub period_end: Option<String>,
    pub as_of: Option<String>,
    pub counting: Option<String>,
    pub basis: Option<String>,
    pub stance: String,
    pub doubtful: bool,
    /// The id of a figure, or `#N`: the N-th figure of this statement, from 0.
    pub part_of: Option<String>,
    /// All that the figure does to others; absent, what it did before.
    #[ts(optional)]
    pub relations: Option<Vec<RelationTo>>,
}

/// What a figure of a card does to another one.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RelationTo {
    pub kind: String,
    /// The id of a figure, or `#N`: the N-th figure of this statement, from 0.
    pub to: String,
}

/// A statement to record.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct StatementRecord {
    pub statement: StatementInput,
}

/// The whole of a changed statement.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct StatementEdit {
    pub id: String,
    pub statement: StatementInput,
}

/// Words of an article to be read for figures.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ReadSpan {
    pub article_id: String,
    pub start: u32,
    pub end: u32,
}

/// A number as it reads, with what the words around it suggest.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NumberReadingView {
    /// The number with its adjacent qualifier, code points into the canonical text.
    pub start: u32,
    pub end: u32,
    pub text: String,
    pub qualifier: String,
    pub point: Option<String>,
    pub low: Option<String>,
    pub high: Option<String>,
    pub vague: bool,
    pub unit: String,
    pub measure: Option<String>,
    pub severity: Option<String>,
    pub group: Option<String>,
    /// The place whose name stands nearest to this number: a path of the register, or a name that the words give.
    pub place: Option<String>,
    /// Only where the words say so.
    pub counting: Option<String>,
    pub basis: Option<String>,
    pub stance: String,
    /// The number among these readings that it is said to be a part of.
    pub part_of: Option<u32>,
}

/// A name that stands in or near some words of an article, to be chosen from.
#[derive(Debug, Clone, Serialize, Deserialize, TS, PartialEq, Eq)]
pub struct NameOffer {
    /// Code points into the canonical text.
    pub start: u32,
    pub end: u32,
    pub name: String,
    /// `body`, `person` or `place`.
    pub bearer: String,
    /// Of a body: the source kind that its words tell.
    pub kind: Option<String>,
    /// Of a person: what the words say they are.
    pub role: Option<String>,
}

/// Who says some words of an article, as its text tells; what it does not tell is absent.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS, PartialEq, Eq)]
pub struct AttributionOffer {
    /// Absent where nothing is found in the words.
    pub modality: Option<String>,
    pub speaker: Option<Party>,
    /// What the words say that the speaker is.
    pub speaker_role: Option<String>,
    pub source: Option<Party>,
    /// The source as the text calls it.
    pub source_as_written: Option<String>,
    /// Who passes it on, nearest to the issuer first.
    pub via: Vec<Party>,
}

/// A qualifier and a number whose bounds are asked for.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BoundsQuery {
    pub qualifier: String,
    pub point: Option<String>,
    pub unit: String,
}

/// Inclusive bounds; `null` is open.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BoundsReply {
    pub low: Option<String>,
    pub high: Option<String>,
}

/// A relation to record: `from` does `kind` to `to`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RelationInput {
    pub from: String,
    pub kind: String,
    pub to: String,
}

/// A judgement to add.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AssessmentInput {
    /// A statement or a figure.
    pub id: String,
    pub status: String,
    pub grade: Option<u8>,
    pub rule: Option<String>,
    pub reasoning: String,
}

/// Articles to read: all of the project where none is named.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct DraftRequest {
    pub ids: Vec<String>,
    /// The import that they are read after by itself: both are taken back, and done again, as one.
    #[ts(optional)]
    pub after: Option<String>,
}

/// What reading articles found and kept.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct Drafted {
    /// How many statements there are to accept or dismiss.
    pub statements: u32,
    /// How many figures they have.
    pub figures: u32,
    pub changes: Changes,
}
