//! Claims as JSON lines: an object a line.

use super::claim_in;
use super::file::ClaimFile;
use super::value::Value;
use crate::domain::refusal::{Refusal, Refused};

/// Reads every line that is not blank; one that is no claim is refused and the next is read.
pub fn read(bytes: &[u8]) -> ClaimFile {
    let mut file = ClaimFile::default();
    for (index, bytes) in bytes.split(|byte| *byte == b'\n').enumerate() {
        let line = index + 1;
        if bytes.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let value = match std::str::from_utf8(bytes) {
            Ok(text) => Value::from_json(text),
            Err(error) => Err(Refusal::NotUtf8 {
                offset: error.valid_up_to(),
            }),
        };
        match value
            .map_err(|reason| (line, reason))
            .and_then(|value| claim_in::claim(value, line, &[]))
        {
            Ok(claim) => file.claims.push(claim),
            Err((line, reason)) => file.refused.push(Refused { line, reason }),
        }
    }
    file
}
