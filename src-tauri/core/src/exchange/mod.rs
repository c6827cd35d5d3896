//! Claim tables in and out: reading claims from JSON lines and CSV, and writing the claim table.
//!
//! Nothing here opens a project. What comes in becomes [`Claim`](crate::domain::claim::Claim)s with the lines they stand
//! on; what goes out is written cell by cell.

mod board_out;
mod claim_in;
mod csv_in;
mod csv_out;
mod delimited;
mod fields;
mod file;
mod guard;
mod jsonl;
mod list;
mod map;
mod table;
mod value;

pub use board_out::write_board;
pub use csv_out::{BOM, CsvWriter};
pub use file::{ClaimFile, FileError, FileKind, RowNote, read_claims};
pub use guard::{guarded, needs_guard, unguarded};
pub use list::{push_item, split_items};
pub use map::{ColumnMap, MapError};
pub use table::{CellKind, Column, Reading};
