//! The commands, one file each.

pub mod add;
pub mod alias;
pub mod assess;
pub mod backup;
pub mod check;
pub mod compare;
pub mod completions;
pub mod decide;
pub mod delete;
pub mod draft;
pub mod edit;
pub mod event;
pub mod export;
pub mod history;
pub mod import;
pub mod list;
pub mod log;
pub mod manual;
pub mod merge;
pub mod new;
pub mod place;
pub mod read;
pub mod relate;
pub mod search;
pub mod show;
pub mod word;
