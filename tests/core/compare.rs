//! The comparison: every rule by example, against the rules written out pair by pair, and at size.

mod brute;
mod project;
mod random;
mod series;
mod size;
mod verdicts;
mod wholes;
