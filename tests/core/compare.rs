//! The comparison: every rule by example, against the rules written out pair by pair, and at size.

mod brute;
mod random;
mod size;
