//! The list of commands: what the window can ask, and the types it asks and is answered in.

pub mod types;
