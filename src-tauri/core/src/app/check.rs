//! Checking a project, and rebuilding what is derived.

use super::{Desk, Error};
use crate::capture::anchor::Anchor;
use crate::capture::sha256_hex;
use crate::domain::nouns::Statement;
use crate::domain::offsets::Offsets;
use crate::view::{CheckReport, Problem};

impl Desk {
    /// Checks the file (the engine's own checks and every reference), every SHA-256, every anchor against its text, and
    /// what is derived against a fresh derivation. With `repair`, what is derived is rebuilt, and the report says what
    /// was left.
    ///
    /// # Errors
    /// What the engine says while reading; a fault found is no error.
    pub fn check(&mut self, repair: bool) -> Result<CheckReport, Error> {
        let repaired = if repair {
            let faults = self.store.check_derived()?;
            self.store.rebuild_derived()?;
            faults
        } else {
            Vec::new()
        };
        let mut problems = self.store.check_engine()?;
        problems.extend(self.check_contents()?);
        problems.extend(self.store.check_derived()?);
        Ok(CheckReport {
            ok: problems.is_empty(),
            problems,
            repaired,
        })
    }

    fn check_contents(&self) -> Result<Vec<Problem>, Error> {
        let read = self.store.read();
        let mut problems = Vec::new();
        for sha256 in read.originals()? {
            match read.original(&sha256) {
                Ok(bytes) if sha256_hex(&bytes) == sha256 => {}
                Ok(_) => problems.push(problem("original_changed", &sha256, "")),
                Err(error) => {
                    problems.push(problem("original_unreadable", &sha256, &error.to_string()))
                }
            }
        }
        for sha256 in read.texts()? {
            let text = read.text(&sha256)?;
            if sha256_hex(text.as_bytes()) != sha256 {
                problems.push(problem("text_changed", &sha256, ""));
            }
            let offsets = Offsets::new(&text);
            for statement in read.statements_on(&sha256)? {
                problems.extend(check_anchor(&statement, &offsets));
                for (id, start, end, words) in read.figure_words(&statement.id)? {
                    let inside = start >= statement.start && end <= statement.end;
                    if !inside || offsets.slice(&(start..end)).ok() != Some(words.as_str()) {
                        problems.push(problem("figure_moved", &id, &words));
                    }
                }
            }
        }
        Ok(problems)
    }
}

fn check_anchor(statement: &Statement, text: &Offsets<'_>) -> Option<Problem> {
    let anchor = Anchor {
        quote: statement.quote.clone(),
        prefix: statement.prefix.clone(),
        suffix: statement.suffix.clone(),
        start: statement.start,
        end: statement.end,
    };
    (!anchor.holds(text)).then(|| problem("anchor_moved", &statement.id, &statement.quote))
}

fn problem(kind: &str, id: &str, text: &str) -> Problem {
    Problem {
        kind: kind.to_owned(),
        id: Some(id.to_owned()),
        text: text.to_owned(),
    }
}
