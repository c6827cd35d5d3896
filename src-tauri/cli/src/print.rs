//! Standard output.

use crate::failure::{Failure, PART};
use serde_json::Value;
use std::io::{self, ErrorKind, Write};

/// Writes all of `text` to standard output. A reader that has gone away has seen enough.
pub fn text(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    told(out.write_all(text.as_bytes()).and_then(|()| out.flush()))
}

/// Writes one line.
pub fn line(line: &str) -> Result<(), Failure> {
    text(&format!("{line}\n"))
}

/// Writes one JSON object.
pub fn json(value: &Value) -> Result<(), Failure> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let written = serde_json::to_writer_pretty(&mut out, value).map_err(io::Error::from);
    told(
        written
            .and_then(|()| writeln!(out))
            .and_then(|()| out.flush()),
    )
}

/// Writes bytes as they are.
pub fn bytes(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    told(out.write_all(bytes).and_then(|()| out.flush()))
}

/// What becomes of output that could not be written: the command was done, and could not say so.
pub fn told(written: io::Result<()>) -> Result<(), Failure> {
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure {
            exit: PART,
            message: format!("stdout: {error}"),
        }),
        _ => Ok(()),
    }
}
