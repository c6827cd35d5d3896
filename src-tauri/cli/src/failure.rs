//! How a command ends.

use std::process::ExitCode;

/// Done in part, or a fault was found.
pub const PART: u8 = 1;
/// Bad input or usage, and nothing was done; or nothing to undo.
pub const BAD_INPUT: u8 = 2;
/// The project could not be opened or written.
pub const PROJECT: u8 = 3;

/// A command that did something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// All that was asked.
    Done,
    /// Some of it; what failed has been named.
    Part,
}

impl Outcome {
    /// What the process answers.
    pub fn exit_code(self) -> ExitCode {
        match self {
            Outcome::Done => ExitCode::SUCCESS,
            Outcome::Part => ExitCode::from(PART),
        }
    }
}

/// A command that did nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What the process answers.
    pub exit: u8,
    /// What people are told: what failed, on what, and what to do next. Empty where they were told already.
    pub message: String,
}
