//! What the list of commands takes and answers. Every type here is also a TypeScript type of the window.
//!
//! Offsets are Unicode code points into an article's canonical text, the end exclusive. Numbers are plain decimals in
//! text. Dates are as given. What is not given is `null`.

mod article;
mod board;
mod claims;
mod project;
mod register;
mod statement;

pub use article::*;
pub use board::*;
pub use claims::*;
pub use project::*;
pub use register::*;
pub use statement::*;
