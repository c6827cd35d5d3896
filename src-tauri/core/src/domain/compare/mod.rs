//! Figures side by side: which can be compared, which agree, and what a reader should know.
//!
//! A pure function of its [`Input`]. Nothing is averaged, nothing is called true.

mod board;
mod input;

pub use board::{
    Axis, Board, Cell, Column, Finding, FindingKind, Gap, Placed, Row, Utterer, Verdict,
};
pub use input::{Event, Figure, Input, Link, Place, Relation, Source};
