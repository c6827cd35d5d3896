//! The core of Onrecord.
