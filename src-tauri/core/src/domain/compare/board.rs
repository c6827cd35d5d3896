//! What a comparison gives: rows of cells, and findings. All in indexes and typed values; no words for people.

use onrecord_reading::{Amount, BoundRule};

use crate::domain::vocabulary::{Counting, Standing, WordId};

/// Rival figures side by side, and what a reader should know of them. Figures, events, places and units are indexes
/// into the [`Input`](super::Input).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Board {
    /// By event (those without last), measure, severity and group in the order of their words, place (whole first),
    /// period, unit, counting.
    pub rows: Vec<Row>,
    /// By kind, then by the first row that one of their figures stands in, then by their figures.
    pub findings: Vec<Finding>,
}

/// The figures of one scope, as understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The event.
    pub event: Option<u32>,
    /// What is counted.
    pub measure: Option<WordId>,
    /// How badly.
    pub severity: Option<WordId>,
    /// Of what the number is.
    pub unit: u32,
    /// Of whom: persons where the figures do not say, unless the measure counts things.
    pub group: Option<WordId>,
    /// Where: the event's place where the figures do not say.
    pub place: Option<u32>,
    /// `start/end`, an open side `..`; absent where nothing is known.
    pub period: Option<String>,
    /// Over what time.
    pub counting: Counting,
    /// One for each body that speaks, by source kind, then name.
    pub cells: Vec<Cell>,
    /// Whether the figures agree.
    pub verdict: Verdict,
    /// The least stated low of the figures that count.
    pub lowest: Option<Amount>,
    /// The greatest stated high of the figures that count.
    pub highest: Option<Amount>,
    /// One of them has no low.
    pub open_below: bool,
    /// One of them has no high.
    pub open_above: bool,
    /// How far apart those in conflict are; absent without conflict.
    pub gap: Option<Gap>,
    /// How many origins the figures go back to that have nothing to do with each other.
    pub independent_origins: u32,
}

/// The figures of a row that one body gave, denials among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Who speaks.
    pub column: Column,
    /// The source's kind; of a speaker `other`, of an outlet `media`.
    pub kind: WordId,
    /// In order: time, then id.
    pub figures: Vec<Placed>,
}

/// Who a cell belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// A source.
    Source(u32),
    /// Nobody stands behind the number; this person says it. Unattributed.
    Speaker(u32),
    /// Nobody stands behind the number; this outlet prints it. Unattributed.
    Outlet(u32),
    /// Not even the outlet is known. Unattributed.
    Unknown,
}

impl Column {
    /// Whether no source stands behind it.
    pub fn is_unattributed(self) -> bool {
        !matches!(self, Column::Source(_))
    }
}

/// A figure in its cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The figure.
    pub figure: u32,
    /// The date that decides when it is, in the input's dates.
    pub time: Option<u32>,
    /// Whether it still stands.
    pub standing: Standing,
    /// The figure that it is folded under; it then counts in nothing.
    pub under: Option<u32>,
}

/// Whether the figures of a row agree: the current ones that assert and are not folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// There is none.
    None,
    /// They are one issuer's.
    Single,
    /// Every two of different issuers count the same, with the same bounds.
    Agree,
    /// Neither in agreement nor in conflict.
    Compatible,
    /// Two that count the same have bounds that do not overlap.
    Conflict,
}

impl Verdict {
    /// The word for files and interfaces.
    pub fn as_str(self) -> &'static str {
        match self {
            Verdict::None => "none",
            Verdict::Single => "single",
            Verdict::Agree => "agree",
            Verdict::Compatible => "compatible",
            Verdict::Conflict => "conflict",
        }
    }
}

/// How far apart the figures in conflict are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The greatest low less the least high; absent only where that has more digits than an amount can have.
    pub difference: Option<Amount>,
    /// The greatest low by the least high, to two decimals, half up; absent unless the least high is above nought.
    pub ratio: Option<Amount>,
}

/// What a finding says, in the order of the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FindingKind {
    /// Figures that count the same and cannot both be right; lowest first.
    Conflict,
    /// \[part, whole\]: the least that the part can be is above the most that the whole can be.
    PartExceedsWhole,
    /// \[whole, parts…\]: parts that exclude each other sum above the whole.
    PartsExceedWhole,
    /// \[figure, denial\].
    Denied,
    /// \[figure, retraction\].
    Retracted,
    /// One issuer, one time, and numbers that do not overlap.
    ReportedDifferently,
    /// \[old, new\].
    RevisedDown,
    /// \[old, new\].
    RevisedUp,
    /// \[old, new\]: one body passes the number on, but names another issuer.
    IssuerChanged,
    /// Figures of several issuers that go back to one origin.
    SameOrigin,
    /// Figures that do not count the same; `axes` says what differs.
    ScopeDiffers,
    /// The same scope in different units.
    UnitDiffers,
    /// \[part, whole\]: the most that the part can be is above the most that the whole can be.
    PartMayExceedWhole,
}

impl FindingKind {
    /// The word for files and interfaces.
    pub fn as_str(self) -> &'static str {
        match self {
            FindingKind::Conflict => "conflict",
            FindingKind::PartExceedsWhole => "part_exceeds_whole",
            FindingKind::PartsExceedWhole => "parts_exceed_whole",
            FindingKind::Denied => "denied",
            FindingKind::Retracted => "retracted",
            FindingKind::ReportedDifferently => "reported_differently",
            FindingKind::RevisedDown => "revised_down",
            FindingKind::RevisedUp => "revised_up",
            FindingKind::IssuerChanged => "issuer_changed",
            FindingKind::SameOrigin => "same_origin",
            FindingKind::ScopeDiffers => "scope_differs",
            FindingKind::UnitDiffers => "unit_differs",
            FindingKind::PartMayExceedWhole => "part_may_exceed_whole",
        }
    }
}

/// In what figures differ that do not count the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Axis {
    /// In whom they leave out.
    Inclusion,
    /// In what was counted.
    Basis,
    /// In the day.
    Day,
}

impl Axis {
    /// The word for files and interfaces.
    pub fn as_str(self) -> &'static str {
        match self {
            Axis::Inclusion => "inclusion",
            Axis::Basis => "basis",
            Axis::Day => "day",
        }
    }
}

/// Something that a reader of the board should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it says.
    pub kind: FindingKind,
    /// The event of its first figure.
    pub event: Option<u32>,
    /// The figures, in the order that the kind gives a meaning, else in time.
    pub figures: Vec<u32>,
    /// For [`FindingKind::ScopeDiffers`], in order; else empty.
    pub axes: Vec<Axis>,
    /// The first row that one of its figures stands in, an index into [`Board::rows`].
    pub row: usize,
    /// The two numbers of the rule, the greater first (`1 301 > 1 100`), where it compares two. Of a revision the new
    /// one and the old one, whichever is greater.
    pub numbers: Option<(Amount, Amount)>,
    /// What the bounds it rests on are a convention of, each once: ±10 %, ±1 %, a vague word.
    pub rests_on: Vec<BoundRule>,
    /// Of a denial or retraction: who utters it, and whether that is the figure's own issuer.
    pub uttered_by: Option<Utterer>,
}

/// Who denies or retracts a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Utterer {
    /// Whose denial it is.
    pub column: Column,
    /// It is the figure's issuer, or of a witness, relative, unnamed official or social post the same source.
    pub is_issuer: bool,
}
