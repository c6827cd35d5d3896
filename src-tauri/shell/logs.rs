//! The log: a file a day in the data folder, the last seven kept. It holds codes, counts and times, never the text of an
//! article, a quote or a name.

use std::path::Path;
use tracing_appender::rolling::{RollingFileAppender, Rotation};

/// Starts the log. Without a place to write to the program runs on without one.
pub fn start(folder: &Path) {
    if std::fs::create_dir_all(folder).is_err() {
        return;
    }
    let appender = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix("onrecord")
        .filename_suffix("log")
        .max_log_files(7)
        .build(folder);
    if let Ok(appender) = appender {
        let log = tracing_subscriber::fmt()
            .with_ansi(false)
            .with_max_level(tracing::Level::INFO)
            .with_writer(appender);
        // Fails only when a log was started before, which then goes on.
        let _ = log.try_init();
    }
}
