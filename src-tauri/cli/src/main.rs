//! onrec.
fn main() {}
