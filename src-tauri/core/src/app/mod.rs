//! The verbs: one function for each thing a user does, all of them methods of [`Desk`].

mod add;
mod aliases;
mod anchored;
mod articles;
mod card;
mod check;
mod claims;
mod compare;
mod decide;
mod delete;
mod desk;
mod edit;
mod edit_record;
mod error;
mod history;
mod import;
mod links;
mod merge;
mod merge_groups;
mod offers;
mod record;
mod recorder;
mod register;
mod relate;
mod rename;
mod resolve;
mod sample;
mod search;

pub use add::Added;
pub use claims::{CsvOptions, write_file};
pub use desk::Desk;
pub use error::{Asked, Error};
pub use recorder::{Recorder, SETTINGS_FILE};
