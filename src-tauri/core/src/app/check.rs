//! Checking a project, and rebuilding what is derived.

use super::{Desk, Error};
use crate::capture::anchor::Anchor;
use crate::capture::sha256_hex;
use crate::domain::nouns::Statement;
use crate::domain::offsets::Offsets;
use crate::store::StoreError;
use crate::view::{CheckReport, Problem};

impl Desk {
    /// Checks the file (the engine's own checks and every reference), every SHA-256, every anchor against its text, and
    /// what is derived against a fresh derivation. With `repair`, what is derived is rebuilt, and the report says what
    /// was left.
    ///
    /// # Errors
    /// What the engine says while reading; a fault found is no error.
    pub fn check(&mut self, repair: bool) -> Result<CheckReport, Error> {
        let mut problems = Vec::new();
        let repaired = if repair {
            let faults = self.store.check_derived();
            let rebuilt = self.store.rebuild_derived();
            match found(&mut problems, None, faults)? {
                Some(faults) if found(&mut problems, None, rebuilt)?.is_some() => faults,
                _ => Vec::new(),
            }
        } else {
            Vec::new()
        };
        for faults in [self.store.check_structure(), self.store.check_references()] {
            let faults = found(&mut problems, None, faults)?;
            problems.extend(faults.into_iter().flatten());
        }
        self.check_contents(&mut problems)?;
        let derived = self.store.check_derived();
        let faults = found(&mut problems, None, derived)?;
        problems.extend(faults.into_iter().flatten());
        Ok(CheckReport {
            ok: problems.is_empty(),
            problems,
            repaired,
        })
    }

    fn check_contents(&self, problems: &mut Vec<Problem>) -> Result<(), Error> {
        let read = self.store.read();
        let originals = found(problems, None, read.originals())?;
        for sha256 in originals.into_iter().flatten() {
            if let Some(bytes) = found(problems, Some(&sha256), read.original(&sha256))?
                && sha256_hex(&bytes) != sha256
            {
                problems.push(problem("original_changed", &sha256, ""));
            }
        }
        let texts = found(problems, None, read.texts())?;
        for sha256 in texts.into_iter().flatten() {
            let Some(text) = found(problems, Some(&sha256), read.text(&sha256))? else {
                continue;
            };
            if sha256_hex(text.as_bytes()) != sha256 {
                problems.push(problem("text_changed", &sha256, ""));
            }
            let offsets = Offsets::new(&text);
            let statements = found(problems, Some(&sha256), read.statements_on(&sha256))?;
            for statement in statements.into_iter().flatten() {
                problems.extend(check_anchor(&statement, &offsets));
                let figures = read.figure_words(&statement.id);
                let figures = found(problems, Some(&statement.id), figures)?;
                for (id, start, end, words) in figures.into_iter().flatten() {
                    let inside = start >= statement.start && end <= statement.end;
                    if !inside || offsets.slice(&(start..end)).ok() != Some(words.as_str()) {
                        problems.push(problem("figure_moved", &id, &words));
                    }
                }
            }
        }
        Ok(())
    }
}

/// What was read; that something cannot be read for what the file holds is a fault found, and no error.
fn found<T>(
    problems: &mut Vec<Problem>,
    id: Option<&str>,
    read: Result<T, StoreError>,
) -> Result<Option<T>, Error> {
    match read {
        Ok(read) => Ok(Some(read)),
        Err(error) if error.is_of_contents() => {
            problems.push(Problem {
                kind: "unreadable".to_owned(),
                id: id.map(str::to_owned),
                text: error.to_string(),
            });
            Ok(None)
        }
        Err(error) => Err(error.into()),
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
