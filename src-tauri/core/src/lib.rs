//! The core of Onrecord: who said what, on what authority, and do the figures agree?

pub mod api;
pub mod app;
pub mod capture;
pub mod domain;
pub mod exchange;
pub mod store;
pub mod view;
