//! The claim table, shown and filed.

use super::progress::Answer;
use super::{Asked, Desk, Error, resolve};
use crate::exchange::{BOM, Column, CsvWriter};
use crate::store::{LeftOut, Noun, Stop, StoreError};
use crate::view::{
    ClaimRow, ClaimsFilter, ClaimsPage, ClaimsQuery, ExportRequest, Exported, FiguresQuery,
};
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// How much of a file is gathered before it is written, in bytes.
const BUFFER: usize = 1 << 18;

/// How a table is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CsvOptions {
    /// A byte order mark in front.
    pub bom: bool,
    /// Texts as they are, without the guard against formulas.
    pub raw: bool,
}

impl Desk {
    /// A window of the claim table.
    ///
    /// # Errors
    /// When a column or the event is unknown.
    pub fn claims(&self, query: &ClaimsQuery) -> Result<ClaimsPage, Error> {
        self.claims_until(query, &Stop::default())
    }

    /// A window of the claim table, unless it is told to stop before it has it: what is asked for the first time may take
    /// as long as sorting all rows.
    ///
    /// # Errors
    /// When a column or the event is unknown, or the work was told to stop.
    pub fn claims_until(&self, query: &ClaimsQuery, stop: &Stop) -> Result<ClaimsPage, Error> {
        let event = self.checked(&query.filter, &query.columns)?;
        Ok(self.store.claims(query, event.as_deref(), stop)?)
    }

    /// Figures recorded anywhere in the project, for another one to point to.
    ///
    /// # Errors
    /// When a column or the event is unknown.
    pub fn figures(&self, query: &FiguresQuery) -> Result<Vec<ClaimRow>, Error> {
        let filter = ClaimsFilter {
            event: query.event.clone(),
            ..ClaimsFilter::default()
        };
        let event = self.checked(&filter, &query.columns)?;
        Ok(self.store.figures(query, event.as_deref())?)
    }

    /// How many rows the claim table has under a filter.
    ///
    /// # Errors
    /// When a column or the event is unknown.
    pub fn claims_total(&self, filter: &ClaimsFilter) -> Result<u32, Error> {
        let event = self.checked(filter, &[])?;
        Ok(self.store.read().claims_total(filter, event.as_deref())?)
    }

    /// Writes the claim table to a file: exactly what the filter and the columns show. `progress` is told the rows written.
    ///
    /// # Errors
    /// When a column or the event is unknown, the file cannot be written, or `progress` answers that the work is to stop; then a file that was there stays as it was.
    pub fn export_csv<A: Answer>(
        &self,
        request: &ExportRequest,
        progress: impl FnMut(u32) -> A,
    ) -> Result<Exported, Error> {
        let path = Path::new(&request.path);
        let options = CsvOptions {
            bom: request.bom,
            raw: false,
        };
        let (rows, left_out) =
            self.export(path, &request.filter, &request.columns, options, progress)?;
        Ok(Exported {
            rows,
            left_out_drafts: left_out.drafts,
            left_out_confidential: left_out.confidential,
        })
    }

    /// Writes the claim table to a file, which is replaced whole or not at all, and says how many rows it has and what it
    /// leaves out.
    ///
    /// # Errors
    /// When a column or the event is unknown, the file is the project itself, or it cannot be written; then a file that was
    /// there stays as it was.
    pub fn export<A: Answer>(
        &self,
        path: &Path,
        filter: &ClaimsFilter,
        columns: &[String],
        options: CsvOptions,
        progress: impl FnMut(u32) -> A,
    ) -> Result<(u32, LeftOut), Error> {
        let same = |other: &Path| std::fs::canonicalize(other).ok();
        if same(path).is_some() && same(path) == same(self.store.path()) {
            let path = path.to_path_buf();
            return Err(StoreError::Exists { path }.into());
        }
        write_aside(path, |out| {
            self.write_csv(out, filter, columns, options, progress)
        })
    }

    /// Writes the claim table to whatever is given, and says how many rows it has and what it leaves out.
    ///
    /// # Errors
    /// When a column or the event is unknown, or writing fails.
    pub fn write_csv<A: Answer>(
        &self,
        out: impl Write,
        filter: &ClaimsFilter,
        columns: &[String],
        options: CsvOptions,
        mut progress: impl FnMut(u32) -> A,
    ) -> Result<(u32, LeftOut), Error> {
        let event = self.checked(filter, columns)?;
        let mut out = BufWriter::with_capacity(BUFFER, out);
        if options.bom {
            out.write_all(BOM).map_err(unwritten)?;
        }
        let mut table = CsvWriter::new(out, options.raw);
        table
            .header(columns.iter().map(String::as_str))
            .map_err(unwritten)?;
        let kinds: Vec<_> = columns
            .iter()
            .filter_map(|name| Column::named(name))
            .map(Column::kind)
            .collect();
        let mut rows = 0;
        let read = self.store.read();
        read.each_claim(
            filter,
            event.as_deref(),
            columns,
            &mut table,
            |table, at, text| {
                match (kinds.get(at), text) {
                    (Some(kind), Some(text)) => table.cell(*kind, text),
                    _ => table.empty(),
                }
                .map_err(unwritten)
            },
            |table| {
                rows += 1;
                if !progress(rows).goes_on() {
                    return Err(StoreError::Stopped.into());
                }
                table.end_row().map_err(unwritten)
            },
        )?;
        table.finish().map_err(unwritten)?;
        Ok((rows, read.claims_left_out(filter, event.as_deref())?))
    }

    /// The id of the filter's event, and all names of columns checked.
    pub(super) fn checked(
        &self,
        filter: &ClaimsFilter,
        columns: &[String],
    ) -> Result<Option<String>, Error> {
        let named = columns
            .iter()
            .chain(filter.contains.iter().map(|(column, _)| column))
            .chain(filter.one_of.iter().map(|(column, _)| column))
            .chain(&filter.sort);
        for column in named {
            if Column::named(column).is_none() {
                return Err(Asked::UnknownColumn {
                    column: column.clone(),
                }
                .into());
            }
        }
        filter
            .event
            .as_deref()
            .map(|event| resolve::existing(self.store.read(), Noun::Event, event))
            .transpose()
    }
}

/// A fault of writing to something that has no name here; [`write_aside`] names the file.
pub(crate) fn unwritten(source: io::Error) -> Error {
    Error::File {
        path: PathBuf::new(),
        source,
    }
}

/// Writes a file whole: one that was there is replaced, or stays as it was.
///
/// # Errors
/// When it cannot be written.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    write_aside(path, |out| out.write_all(bytes).map_err(unwritten))
}

/// Writes a file beside its place and renames it, so that a file that was there is replaced whole or not at all. What is
/// there and is no file (a pipe, a device) is written to as it is.
pub(crate) fn write_aside<T>(
    path: &Path,
    write: impl FnOnce(&mut File) -> Result<T, Error>,
) -> Result<T, Error> {
    let fault = |source: io::Error| Error::File {
        path: path.to_path_buf(),
        source,
    };
    let named = |error| match error {
        Error::File {
            path: nameless,
            source,
        } if nameless.as_os_str().is_empty() => fault(source),
        other => other,
    };
    // Through a link the file that it leads to is replaced, not the link.
    let place = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let there = std::fs::metadata(&place).ok();
    if there
        .as_ref()
        .is_some_and(|there| !there.is_file() && !there.is_dir())
    {
        let mut open = File::options().write(true).open(&place).map_err(fault)?;
        return write(&mut open).map_err(named);
    }
    let mut beside = place.clone().into_os_string();
    beside.push(format!(".{}.part", std::process::id()));
    let beside = PathBuf::from(beside);
    let mut file = File::create_new(&beside).map_err(fault)?;
    let written = write(&mut file).map_err(named).and_then(|answer| {
        if let Some(there) = there {
            file.set_permissions(there.permissions()).map_err(fault)?;
        }
        file.sync_all().map_err(fault)?;
        std::fs::rename(&beside, &place).map_err(fault)?;
        Ok(answer)
    });
    if written.is_err() {
        let _ = std::fs::remove_file(&beside);
    }
    written
}
