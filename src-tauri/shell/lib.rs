//! Shell.
/// Run.
pub fn run() {}
