//! The program in its real window, driven as a person drives it: WebKitWebDriver under a display of its own.
//!
//! A scenario is a test that calls [`desk::sit_down`] and then reads as what a person does and sees. `make test` gives it
//! the display; ONRECORD_SCREENSHOTS=folder moves the pictures, which are otherwise in screenshots/.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod desk;
mod drafts;
mod everywhere;
mod eyes;
mod filed;
mod hands;
mod installed;
mod keys;
mod layouts;
mod listener;
mod look;
mod main_job;
mod menu_entry;
mod process;
mod reading;
mod relations;
mod rough;
mod safety;
mod sample;
mod several;
mod shelf;
mod start;
mod views;
