//! Figures side by side: which can be compared, which agree, and what a reader should know.
//!
//! A pure function of its [`Input`]. Nothing is averaged, nothing is called true.

mod board;
mod input;

pub use board::{
    Axis, Board, Cell, Column, Finding, FindingKind, Gap, Placed, Row, Utterer, Verdict,
};
pub use input::{Event, Figure, Input, Link, Place, Relation, Source};

use crate::domain::date::Date;
use crate::domain::vocabulary::Standing;

/// Compares.
pub fn compare(_input: &Input, _as_of: Option<&Date>) -> Board {
    Board::default()
}

/// The standing of each figure of the input.
pub fn standings(input: &Input) -> Vec<Standing> {
    input.figures.iter().map(|_| Standing::Current).collect()
}
