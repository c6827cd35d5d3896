//! Onrecord.
fn main() {}
