//! `onrec` as a process: what it prints, what it answers, and what it leaves behind.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod add;
mod bad_input;
mod compare;
mod drafts;
mod export;
mod history;
mod lists;
mod read;
mod refusals;
mod world;
