//! Tests of the core from outside.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod anchoring;
mod architecture;
mod capture;
mod check;
mod claim_table;
mod compare;
mod desk;
mod drafting;
mod drafts;
mod exchange;
mod history;
mod merging;
mod migrations;
mod offers;
mod offsets;
mod open;
mod register;
mod sample;
mod search_text;
mod shelf;
mod trial;
mod types;
mod undo;
