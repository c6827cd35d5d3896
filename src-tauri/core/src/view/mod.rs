//! The shapes in which nouns are shown and asked for: what the store fills, the verbs answer, and the window knows as TypeScript.
//!
//! Plain data, no rules. Offsets are Unicode code points into an article's canonical text, the end exclusive. Numbers are plain
//! decimals in text. Dates are as given. What is not given is `null`.
#![expect(
    missing_docs,
    reason = "a field is named as the claim table and the contract name it; docs stand where a name is not enough"
)]

mod article;
mod board;
mod claims;
mod history;
mod project;
mod reading;
mod register;
mod statement;

pub use article::*;
pub use board::*;
pub use claims::*;
pub use history::*;
pub use project::*;
pub use reading::*;
pub use register::*;
pub use statement::*;
