//! Opening, making and closing project files.
//!
//! Project files come from strangers: the header is looked at before the engine is, the schema is compared with ours, and
//! nothing in the file may run.

use super::{Store, StoreError, progress};
use crate::domain::names::fold_name;
use rusqlite::config::DbConfig;
use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, OpenFlags};
use rusqlite_migration::{HookError, M, Migrations};
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::Duration;

/// `application_id` of a project file: "ONRC".
pub const APPLICATION_ID: u32 = 0x4F4E_5243;

/// How long a lock of somebody else is waited for.
const LOCK_TIMEOUT: Duration = Duration::from_secs(5);

/// The migrations in order; a file's `user_version` says how many it has. One that has shipped never changes.
static STEPS: LazyLock<Vec<M<'static>>> = LazyLock::new(|| {
    vec![
        M::up(include_str!("../../../../migrations/0001_initial.sql")),
        M::up_with_hook(
            include_str!("../../../../migrations/0002_progress.sql"),
            |transaction| progress::rebuild(transaction).map_err(in_migration),
        ),
    ]
});

/// What went wrong while what is derived was filled in for the first time.
fn in_migration(error: StoreError) -> HookError {
    match error {
        StoreError::Sql(error) => HookError::RusqliteError(error),
        other => HookError::Hook(other.to_string()),
    }
}

/// The newest schema that this program knows.
#[must_use]
pub fn schema_version() -> u32 {
    u32::try_from(STEPS.len()).unwrap_or(u32::MAX)
}

/// What for a project is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// To look at only: nothing is written, not even an upgrade.
    Read,
    /// To change.
    Write,
    /// To change where the file can be written, else to look at.
    WriteIfPossible,
}

impl Store {
    /// Makes a project file, readable and writable by its owner alone. It holds no project yet: the caller records one.
    ///
    /// # Errors
    /// [`StoreError::Exists`] when there is a file of that name, else what the system or the engine said.
    pub fn create(path: &Path) -> Result<Store, StoreError> {
        let io = |source: std::io::Error| match source.kind() {
            ErrorKind::AlreadyExists => StoreError::Exists {
                path: path.to_path_buf(),
            },
            ErrorKind::PermissionDenied => StoreError::ReadOnly {
                path: path.to_path_buf(),
            },
            _ => StoreError::Io {
                path: path.to_path_buf(),
                source,
            },
        };
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(path).map_err(io)?;
        let made = Self::initialise(path);
        if made.is_err() {
            // The empty file is ours; leaving it would only stand in the way of the next try.
            let _ = std::fs::remove_file(path);
        }
        made
    }

    fn initialise(path: &Path) -> Result<Store, StoreError> {
        let mut db = connect(path, false)?;
        db.pragma_update(None, "application_id", APPLICATION_ID)?;
        // Before the write-ahead log, so that the header of the file itself says what it is from the first moment.
        migrate(&mut db, path)?;
        db.pragma_update(None, "journal_mode", "WAL")?;
        Ok(Store::over(db, path, false))
    }

    /// Opens a project file.
    ///
    /// A file of an older schema is copied to `NAME.v<N>.onrec.bak` before it is upgraded, which only happens when it is
    /// opened to be changed.
    ///
    /// # Errors
    /// [`StoreError`] says whether the file is missing, not SQLite, not ours, newer, locked, read-only or damaged. The
    /// file is left as it was.
    pub fn open(path: &Path, access: Access) -> Result<Store, StoreError> {
        look_at_header(path)?;
        let on = |error: StoreError| error.on(path);
        let shared = is_writable(path)
            .then(|| connect(path, false))
            .transpose()?;
        // In a folder that cannot be written the engine cannot make the companions that writing needs.
        let shared = shared.filter(can_be_shared);
        if access == Access::Write && shared.is_none() {
            return Err(StoreError::ReadOnly {
                path: path.to_path_buf(),
            });
        }
        let read_only = access == Access::Read || shared.is_none();
        let mut db = match shared {
            Some(db) => db,
            None => connect_read_only(path)?,
        };
        let version = version_of(&db, path)?;
        check_schema(&db, path, version)?;
        if version < schema_version() {
            if read_only {
                // Reading needs today's columns; an upgraded copy in memory leaves the file as it was.
                let mut copy = Connection::open_in_memory()?;
                configure(&copy)?;
                copy_rows(&db, &mut copy).map_err(on)?;
                db = copy;
            } else {
                set_aside(&db, path, version)?;
            }
            migrate(&mut db, path)?;
        }
        if read_only {
            db.pragma_update(None, "query_only", true)
                .map_err(|e| on(e.into()))?;
        } else {
            // Asks for the write lock once, so that a locked or read-only file is known now and not at the first write.
            db.pragma_update(None, "journal_mode", "WAL")
                .map_err(|e| on(e.into()))?;
            db.execute_batch("BEGIN IMMEDIATE; ROLLBACK")
                .map_err(|e| on(e.into()))?;
        }
        Ok(Store::over(db, path, read_only))
    }

    /// Copies the whole project, as it is now, into a new file.
    ///
    /// Works from the open database, so that it also saves a project whose file has vanished meanwhile.
    ///
    /// # Errors
    /// [`StoreError::Exists`] when there is a file of that name, else what the engine said.
    pub fn backup(&self, destination: &Path) -> Result<(), StoreError> {
        if destination.exists() {
            return Err(StoreError::Exists {
                path: destination.to_path_buf(),
            });
        }
        copy_to(&self.db, destination).map_err(|error| error.on(destination))
    }
}

/// Reads the header without the engine, which would touch the file.
fn look_at_header(path: &Path) -> Result<(), StoreError> {
    let path_buf = || path.to_path_buf();
    // Reading a pipe would wait for ever.
    if std::fs::metadata(path).is_ok_and(|meta| !meta.is_file()) {
        return Err(StoreError::NotSqlite { path: path_buf() });
    }
    let mut header = Vec::with_capacity(100);
    let read = File::open(path).and_then(|file| file.take(100).read_to_end(&mut header));
    match read {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Err(StoreError::Missing { path: path_buf() });
        }
        Err(source) => {
            return Err(StoreError::Io {
                path: path_buf(),
                source,
            });
        }
        Ok(_) => {}
    }
    if header.len() < 100 || !header.starts_with(b"SQLite format 3\0") {
        return Err(StoreError::NotSqlite { path: path_buf() });
    }
    let word = |at: usize| {
        let bytes = header
            .get(at..at + 4)
            .and_then(|slice| <[u8; 4]>::try_from(slice).ok());
        u32::from_be_bytes(bytes.unwrap_or_default())
    };
    if word(68) != APPLICATION_ID {
        return Err(StoreError::NotOurs { path: path_buf() });
    }
    let version = word(60);
    if version > schema_version() {
        return Err(StoreError::Newer {
            path: path_buf(),
            found: version,
            known: schema_version(),
        });
    }
    Ok(())
}

/// Whether the file's own mode allows writing and the system lets us. The mode counts even for a superuser, who could
/// write anyway: a file made read-only is meant to stay as it is.
fn is_writable(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|meta| !meta.permissions().readonly())
        && OpenOptions::new().append(true).open(path).is_ok()
}

/// Whether the engine can read the file the way that several processes share it.
fn can_be_shared(db: &Connection) -> bool {
    use rusqlite::ErrorCode;
    let read = db.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()));
    !matches!(
        read.map_err(|error| error.sqlite_error_code()),
        Err(Some(
            ErrorCode::CannotOpen | ErrorCode::ReadOnly | ErrorCode::PermissionDenied
        ))
    )
}

fn connect(path: &Path, read_only: bool) -> Result<Connection, StoreError> {
    let access = if read_only {
        OpenFlags::SQLITE_OPEN_READ_ONLY
    } else {
        OpenFlags::SQLITE_OPEN_READ_WRITE
    };
    let db = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)
        .map_err(|error| StoreError::from(error).on(path))?;
    configure(&db).map_err(|error| error.on(path))?;
    Ok(db)
}

/// A file that cannot be written is opened as one that nobody else writes, since the engine could not make the companions
/// that sharing it needs; unless they are there, left by somebody who can write it.
fn connect_read_only(path: &Path) -> Result<Connection, StoreError> {
    let mut wal = path.as_os_str().to_owned();
    wal.push("-wal");
    let shared = std::fs::metadata(PathBuf::from(wal)).is_ok_and(|meta| meta.len() > 0);
    if shared {
        return connect(path, true);
    }
    let mut uri = String::from("file:");
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => {
                uri.push(char::from(*byte))
            }
            other => uri.push_str(&format!("%{other:02X}")),
        }
    }
    uri.push_str("?immutable=1");
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(uri, flags)
        .map_err(|error| StoreError::from(error).on(path))?;
    configure(&db).map_err(|error| error.on(path))?;
    Ok(db)
}

fn configure(db: &Connection) -> Result<(), StoreError> {
    db.busy_timeout(LOCK_TIMEOUT)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    db.pragma_update(None, "cell_size_check", true)?;
    db.pragma_update(None, "foreign_keys", true)?;
    db.pragma_update(None, "temp_store", "MEMORY")?;
    // In WAL mode FULL syncs every commit: what is kept is durable.
    db.pragma_update(None, "synchronous", "FULL")?;
    db.pragma_update(None, "cache_size", -65_536)?;
    db.set_prepared_statement_cache_capacity(128);
    let flags = FunctionFlags::SQLITE_UTF8
        | FunctionFlags::SQLITE_DETERMINISTIC
        | FunctionFlags::SQLITE_DIRECTONLY;
    db.create_scalar_function("fold", 1, flags, |call| {
        Ok(call.get_raw(0).as_str_or_null()?.map(fold_name))
    })?;
    Ok(())
}

fn migrate(db: &mut Connection, path: &Path) -> Result<(), StoreError> {
    Migrations::from_slice(&STEPS)
        .to_latest(db)
        .map_err(|error| match error {
            rusqlite_migration::Error::RusqliteError { err, .. } => StoreError::from(err).on(path),
            other => StoreError::Damaged {
                path: path.to_path_buf(),
                detail: other.to_string(),
            },
        })
}

/// The version of the schema, as the engine has it: the header on disk may be behind a write-ahead log.
fn version_of(db: &Connection, path: &Path) -> Result<u32, StoreError> {
    let on = |error: rusqlite::Error| StoreError::from(error).on(path);
    let version: u32 = db
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .map_err(on)?;
    if version > schema_version() {
        // What a newer program left in the log stays there.
        db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)
            .map_err(on)?;
        return Err(StoreError::Newer {
            path: path.to_path_buf(),
            found: version,
            known: schema_version(),
        });
    }
    Ok(version)
}

/// A file whose schema is not exactly ours of that version could make our own statements do something else.
fn check_schema(db: &Connection, path: &Path, version: u32) -> Result<(), StoreError> {
    const SCHEMA: &str = "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' \
                          ORDER BY type, name";
    type Entries = Vec<(String, String, Option<String>)>;
    fn schema_of(db: &Connection) -> rusqlite::Result<Entries> {
        db.prepare(SCHEMA)?
            .query_map([], |row| {
                Ok((row.get("type")?, row.get("name")?, row.get("sql")?))
            })?
            .collect()
    }
    fn ours(version: u32) -> Option<Entries> {
        let steps = STEPS.get(..usize::try_from(version).ok()?)?;
        let mut model = Connection::open_in_memory().ok()?;
        Migrations::from_slice(steps).to_latest(&mut model).ok()?;
        schema_of(&model).ok()
    }
    static LATEST: LazyLock<Option<Entries>> = LazyLock::new(|| ours(schema_version()));
    let theirs = schema_of(db).map_err(|error| StoreError::from(error).on(path))?;
    let same = if version == schema_version() {
        LATEST.as_ref() == Some(&theirs)
    } else {
        version > 0 && ours(version) == Some(theirs)
    };
    if same {
        Ok(())
    } else {
        Err(StoreError::NotOurs {
            path: path.to_path_buf(),
        })
    }
}

/// Copies a file of an older schema aside before it is upgraded: `NAME.v1.onrec.bak`, or with a number where there is such
/// a file already, for nobody knows of what it is a copy.
fn set_aside(db: &Connection, path: &Path, version: u32) -> Result<(), StoreError> {
    let mut aside = path.with_extension(format!("v{version}.onrec.bak"));
    let mut number = 2;
    while aside.exists() {
        aside = path.with_extension(format!("v{version}.{number}.onrec.bak"));
        number += 1;
    }
    copy_to(db, &aside).map_err(|error| error.on(&aside))
}

/// Writes the database beside its destination and renames it, so that no half copy is left under the name asked for.
fn copy_to(db: &Connection, destination: &Path) -> Result<(), StoreError> {
    let mut beside = destination.as_os_str().to_owned();
    beside.push(".part");
    let beside = PathBuf::from(beside);
    let written = (|| {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(&beside).map_err(|source| StoreError::Io {
            path: beside.clone(),
            source,
        })?;
        let mut copy = Connection::open(&beside)?;
        copy_rows(db, &mut copy)?;
        // A copy in WAL mode would open with companions; this leaves exactly one file.
        copy.pragma_update(None, "journal_mode", "DELETE")?;
        copy.close().map_err(|(_, error)| StoreError::from(error))?;
        std::fs::rename(&beside, destination).map_err(|source| StoreError::Io {
            path: destination.to_path_buf(),
            source,
        })
    })();
    if written.is_err() {
        let _ = std::fs::remove_file(&beside);
    }
    written
}

/// Copies everything from one database into another, all at once: in steps, a change meanwhile would begin it anew.
fn copy_rows(from: &Connection, into: &mut Connection) -> Result<(), StoreError> {
    let copying = rusqlite::backup::Backup::new(from, into)?;
    match copying.step(-1)? {
        rusqlite::backup::StepResult::Done => Ok(()),
        _ => Err(StoreError::Sql(rusqlite::Error::SqliteFailure(
            rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY),
            None,
        ))),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn an_older_file_is_set_aside_under_its_version() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("valley.flood.onrec");
        let store = Store::create(&path).unwrap();
        for name in ["valley.flood.v7.onrec.bak", "valley.flood.v7.2.onrec.bak"] {
            let aside = folder.path().join(name);
            assert!(!aside.exists());
            set_aside(&store.db, &path, 7).unwrap();
            Store::open(&aside, Access::Read).unwrap().close().unwrap();
        }
    }
}
