use std::path::PathBuf;
use thiserror::Error;

/// Why the project file could not be opened, read or written. The text is for logs; people are shown the code's words.
#[derive(Debug, Error)]
pub enum StoreError {
    /// There is no file of that name.
    #[error("no such file")]
    Missing {
        /// The path asked for.
        path: PathBuf,
    },
    /// A file of that name is there already.
    #[error("the file exists")]
    Exists {
        /// The path asked for.
        path: PathBuf,
    },
    /// The file is no SQLite database.
    #[error("not an SQLite database")]
    NotSqlite {
        /// The file.
        path: PathBuf,
    },
    /// The file is a database, but not a project of this program, or its schema was altered.
    #[error("not a project")]
    NotOurs {
        /// The file.
        path: PathBuf,
    },
    /// The file was written by a newer version of the program.
    #[error("schema {found} is newer than {known}")]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its schema.
        found: u32,
        /// The newest schema that this program knows.
        known: u32,
    },
    /// Somebody else kept the file locked for longer than the time allowed.
    #[error("locked")]
    Locked {
        /// The file.
        path: PathBuf,
    },
    /// The file cannot be written.
    #[error("read-only")]
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// The file was moved, replaced or deleted while it was open.
    #[error("the file is gone")]
    Vanished {
        /// Where it was.
        path: PathBuf,
    },
    /// The disk is full.
    #[error("the disk is full")]
    Full {
        /// The file.
        path: PathBuf,
    },
    /// The file is damaged.
    #[error("damaged: {detail}")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What the engine said.
        detail: String,
    },
    /// Reading or writing failed outside the database.
    #[error("{path}: {source}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The journal does not fit the rows: somebody wrote past the write gate.
    #[error("journal: {detail}")]
    Journal {
        /// What does not fit.
        detail: String,
    },
    /// An invariant of the schema refused a write.
    #[error("refused by the schema: {detail}")]
    Invariant {
        /// What the engine said.
        detail: String,
    },
    /// The work was told to stop; nothing of it is kept.
    #[error("stopped")]
    Stopped,
    /// Any other failure of the engine.
    #[error("sqlite: {0}")]
    Sql(rusqlite::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        match error.sqlite_error_code() {
            Some(ErrorCode::ConstraintViolation) => StoreError::Invariant {
                detail: error.to_string(),
            },
            Some(ErrorCode::OperationInterrupted) => StoreError::Stopped,
            _ => StoreError::Sql(error),
        }
    }
}

impl From<rusqlite::types::FromSqlError> for StoreError {
    fn from(error: rusqlite::types::FromSqlError) -> Self {
        StoreError::Journal {
            detail: format!("a column holds something else: {error}"),
        }
    }
}

impl StoreError {
    /// Whether something in the file is not as it should be, rather than the file out of reach.
    #[must_use]
    pub fn is_of_contents(&self) -> bool {
        matches!(
            self,
            StoreError::Damaged { .. }
                | StoreError::Journal { .. }
                | StoreError::Invariant { .. }
                | StoreError::Sql(_)
        )
    }

    /// Whether the engine met pages of the file that make no sense.
    #[must_use]
    pub fn is_damage(&self) -> bool {
        let corrupt = Some(rusqlite::ErrorCode::DatabaseCorrupt);
        matches!(self, StoreError::Sql(error) if error.sqlite_error_code() == corrupt)
    }

    /// Names the file in failures of the engine that concern the file as a whole.
    #[must_use]
    pub(crate) fn on(self, path: &std::path::Path) -> StoreError {
        use rusqlite::ErrorCode;
        let StoreError::Sql(error) = self else {
            return self;
        };
        let path = path.to_path_buf();
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                StoreError::Locked { path }
            }
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
                StoreError::ReadOnly { path }
            }
            Some(ErrorCode::DiskFull) => StoreError::Full { path },
            Some(ErrorCode::NotADatabase) => StoreError::NotSqlite { path },
            Some(ErrorCode::DatabaseCorrupt) => StoreError::Damaged {
                path,
                detail: error.to_string(),
            },
            Some(ErrorCode::CannotOpen) => StoreError::Io {
                path,
                source: std::io::Error::other(error.to_string()),
            },
            _ => StoreError::Sql(error),
        }
    }
}
