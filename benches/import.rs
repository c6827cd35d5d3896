//! Import, searchable, beside the `sqlite3` shell inserting the same rows.

use crate::files;
use crate::prose::Prose;
use crate::ratio::{Sides, alternate, report, timed};
use onrecord_core::store::Access;
use onrecord_core::view::{ArticleMeta, ImportItem, ImportRequest, ImportSource};
use rusqlite::Connection;
use rusqlite::types::ValueRef;
use std::fs::File;
use std::io::Write as _;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

const ARTICLES: usize = 2_000;
const BYTES: usize = 4_000;
const RUNS: usize = 5;

pub fn measure(folder: &Path) {
    let tenth = alternate(RUNS, &mut Importing::new(folder, ARTICLES / 10));
    let full = alternate(RUNS, &mut Importing::new(folder, ARTICLES));
    report("import", 2.0, tenth, full);
}

struct Importing {
    request: ImportRequest,
    /// An empty project.
    empty: PathBuf,
    project: PathBuf,
    /// What the import wrote, as SQL.
    script: PathBuf,
}

impl Importing {
    fn new(folder: &Path, articles: usize) -> Importing {
        let folder = folder.join(articles.to_string());
        std::fs::create_dir(&folder).unwrap();
        let made = Importing {
            request: request(&folder, 0..articles),
            empty: folder.join("empty.onrec"),
            project: folder.join("project.onrec"),
            script: folder.join("rows.sql"),
        };
        files::create(&made.empty).close().unwrap();
        made.import();
        let db = Connection::open(&made.project).unwrap();
        dump(&db, &mut File::create(&made.script).unwrap());
        made
    }

    fn import(&self) -> Duration {
        std::fs::copy(&self.empty, &self.project).unwrap();
        timed(|| {
            let mut desk = files::open(&self.project, Access::Write);
            let done = desk.import(&self.request, |_| {}).unwrap();
            assert!(
                done.results
                    .iter()
                    .all(|result| result.article_id.is_some())
            );
            desk.close().unwrap();
        })
        .1
    }
}

impl Sides for Importing {
    fn ours(&mut self) -> Duration {
        self.import()
    }

    fn limit(&mut self) -> Duration {
        std::fs::copy(&self.empty, &self.project).unwrap();
        let script = File::open(&self.script).unwrap();
        let (status, time) = timed(|| {
            Command::new("sqlite3")
                .arg("-bail")
                .arg(&self.project)
                .stdin(script)
                .stdout(Stdio::null())
                .status()
                .expect("the sqlite3 shell")
        });
        assert!(status.success());
        time
    }
}

/// Article files of those numbers, to be imported with what a person would add.
pub fn request(folder: &Path, numbers: Range<usize>) -> ImportRequest {
    let prose = Prose::new();
    let first = numbers.start;
    let items = numbers.map(|number| {
        // The next batch may write over the files of the one before.
        let path = folder.join(format!("{}.txt", number - first));
        std::fs::write(&path, prose.article(number, BYTES)).unwrap();
        ImportItem {
            from: ImportSource::Path(path.to_path_buf()),
            meta: ArticleMeta {
                outlet: Some("Morning Courier".to_owned()),
                published_at: Some("2024-01-09".to_owned()),
                ..ArticleMeta::default()
            },
        }
    });
    ImportRequest {
        items: items.collect(),
    }
}

/// Writes the rows of an import as one transaction of INSERTs.
fn dump(db: &Connection, out: &mut File) {
    let mut sql = Vec::new();
    writeln!(
        sql,
        "{}\nBEGIN IMMEDIATE;\nPRAGMA defer_foreign_keys = ON;",
        files::PRAGMAS
    )
    .unwrap();
    for (table, from) in [
        ("original", "original"),
        ("canonical", "canonical"),
        ("article", "article"),
        ("revision", "revision"),
        ("operation", "operation WHERE command <> 'new'"),
        ("change", "change WHERE noun <> 'project'"),
        ("search_doc", "search_doc"),
        ("search", "search"),
    ] {
        // An FTS5 table has a rowid that SELECT * leaves out.
        let columns = if table == "search" {
            "rowid, words, stems"
        } else {
            "*"
        };
        let mut rows = db
            .prepare(&format!("SELECT {columns} FROM {from}"))
            .unwrap();
        let names: Vec<String> = rows
            .column_names()
            .iter()
            .map(|name| format!("\"{name}\""))
            .collect();
        let mut rows = rows.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            write!(sql, "INSERT INTO {table} ({}) VALUES (", names.join(", ")).unwrap();
            for at in 0..names.len() {
                sql.extend_from_slice(if at == 0 { b"" } else { b", " });
                literal(row.get_ref(at).unwrap(), &mut sql);
            }
            sql.extend_from_slice(b");\n");
        }
    }
    sql.extend_from_slice(b"COMMIT;\n");
    out.write_all(&sql).unwrap();
}

fn literal(value: ValueRef<'_>, sql: &mut Vec<u8>) {
    match value {
        ValueRef::Null => sql.extend_from_slice(b"NULL"),
        ValueRef::Integer(n) => write!(sql, "{n}").unwrap(),
        ValueRef::Real(n) => write!(sql, "{n:?}").unwrap(),
        ValueRef::Text(text) => {
            let text = std::str::from_utf8(text).unwrap();
            write!(sql, "'{}'", text.replace('\'', "''")).unwrap();
        }
        ValueRef::Blob(bytes) => {
            sql.extend_from_slice(b"X'");
            for byte in bytes {
                write!(sql, "{byte:02X}").unwrap();
            }
            sql.push(b'\'');
        }
    }
}
