//! Project files, as the product opens them and as anybody else would.

use chrono::{DateTime, Utc};
use onrecord_core::app::{Desk, Recorder};
use onrecord_core::store::Access;
use rusqlite::Connection;
use std::path::Path;

/// How the product sets up a connection, for the other side. All of it that bears on speed.
pub const PRAGMAS: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; \
    PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536;";

/// Of these, what bears on reading.
pub const READING: &str = "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536;";

/// The time at which everything happens.
pub fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_767_225_600, 0).unwrap()
}

fn recorder() -> Recorder {
    Recorder {
        by: "bench".to_owned(),
        device: "00000000-0000-7000-8000-000000000000".to_owned(),
    }
}

/// A new project.
pub fn create(path: &Path) -> Desk {
    Desk::create(path, Some("Bench"), recorder(), now).unwrap()
}

/// A project that is there.
pub fn open(path: &Path, access: Access) -> Desk {
    Desk::open(path, access, recorder(), now).unwrap()
}

/// A bare connection with the product's pragmas.
pub fn bare(path: &Path) -> Connection {
    let db = Connection::open(path).unwrap();
    db.execute_batch(PRAGMAS).unwrap();
    db
}
