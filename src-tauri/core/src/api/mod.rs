//! The list of commands: what the window can ask.

pub use crate::view as types;
