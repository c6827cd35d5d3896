//! The only room with SQL: opening, the write gate, the journal, and the questions asked of each noun.

mod article;
mod board;
mod check;
mod claims;
mod derived;
mod error;
mod figures;
mod gate;
mod history;
mod journal;
mod links;
mod loading;
mod open;
mod progress;
mod read;
mod register;
mod search;
mod shelf;
mod statement;
mod table;
mod uses;
mod window;
mod writer;

pub use article::ArticleText;
pub use board::{Compared, Scope, ShownArticle, ShownFigure, ShownStatement};
pub use claims::LeftOut;
pub use error::StoreError;
pub use gate::{Gate, Operation};
pub use open::{APPLICATION_ID, Access, schema_version};
pub use read::{Noun, Reader};
pub use register::Match;
pub use statement::{Judged, Marked, Which};
pub(crate) use table::Entity;
pub use window::{ChosenClaim, Stop};

use rusqlite::Connection;
use std::path::{Path, PathBuf};
use uuid::{ContextV7, Timestamp, Uuid};

/// The version of SQLite that is built in.
#[must_use]
pub fn engine_version() -> &'static str {
    rusqlite::version()
}

/// An open project file.
pub struct Store {
    db: Connection,
    path: PathBuf,
    read_only: bool,
    /// The file as it was opened, by device and inode: another file in its place is not ours to write.
    identity: Option<(u64, u64)>,
    ids: Ids,
    /// What `PRAGMA data_version` said last: it moves when another connection writes.
    seen: std::cell::Cell<i64>,
    /// Orders of the claim table, the one asked for last first.
    orders: std::cell::RefCell<Vec<window::Ordered>>,
    /// The articles that were listed last.
    shelf: std::cell::RefCell<Option<shelf::Shelf>>,
}

/// Makes UUIDv7, each greater than the one before it.
#[derive(Debug)]
pub(crate) struct Ids(ContextV7);

impl Ids {
    /// A new id for that moment, or for a later one where ids of later moments were made already.
    pub(crate) fn next(&self, now: chrono::DateTime<chrono::Utc>) -> String {
        let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
        Uuid::new_v7(Timestamp::from_unix(
            &self.0,
            seconds,
            now.timestamp_subsec_nanos(),
        ))
        .to_string()
    }

    /// A new id for that moment that is greater than another one, wherever and by whatever clock that was made: what
    /// came later in the project has the greater id.
    pub(crate) fn after(&self, other: Option<&str>, now: chrono::DateTime<chrono::Utc>) -> String {
        let id = self.next(now);
        let moment = other
            .filter(|other| *other >= id.as_str())
            .and_then(|other| Uuid::parse_str(other).ok()?.get_timestamp())
            .and_then(|stamp| {
                let (seconds, nanos) = stamp.to_unix();
                chrono::DateTime::from_timestamp(i64::try_from(seconds).ok()?, nanos)
            });
        match moment {
            Some(moment) => self.next(moment + chrono::Duration::milliseconds(1)),
            None => id,
        }
    }
}

impl Store {
    fn over(db: Connection, path: &Path, read_only: bool) -> Store {
        let store = Store {
            db,
            path: path.to_path_buf(),
            read_only,
            identity: identity(path),
            ids: Ids(ContextV7::new()),
            seen: std::cell::Cell::new(0),
            orders: std::cell::RefCell::default(),
            shelf: std::cell::RefCell::default(),
        };
        store.seen.set(store.data_version());
        store
    }

    /// Where the project file stands.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether the project can only be looked at.
    #[must_use]
    pub fn read_only(&self) -> bool {
        self.read_only
    }

    /// Whether another process changed the project since this was last asked.
    pub fn changed_elsewhere(&self) -> bool {
        let now = self.data_version();
        self.seen.replace(now) != now
    }

    fn data_version(&self) -> i64 {
        self.db
            .pragma_query_value(None, "data_version", |row| row.get(0))
            .unwrap_or_default()
    }

    /// Whether the file that was opened still stands under its name.
    ///
    /// # Errors
    /// [`StoreError::Vanished`] when it was moved, replaced or deleted.
    pub fn still_there(&self) -> Result<(), StoreError> {
        if self.identity.is_some() && identity(&self.path) != self.identity {
            return Err(StoreError::Vanished {
                path: self.path.clone(),
            });
        }
        Ok(())
    }

    /// Closes the project, leaving exactly one file.
    ///
    /// # Errors
    /// What the engine said while writing what was left to write.
    pub fn close(self) -> Result<(), StoreError> {
        let path = self.path;
        self.db
            .close()
            .map_err(|(_, error)| StoreError::from(error).on(&path))
    }
}

#[cfg(unix)]
fn identity(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt as _;
    std::fs::metadata(path)
        .ok()
        .map(|meta| (meta.dev(), meta.ino()))
}

#[cfg(not(unix))]
fn identity(path: &Path) -> Option<(u64, u64)> {
    // Elsewhere an open file cannot be deleted or replaced.
    std::fs::metadata(path).ok().map(|_| (0, 0))
}
