//! The claim table as CSV, beside `sqlite3 -csv` running the same SELECT; and the memory it takes.

use crate::files;
use crate::project;
use crate::ratio::{Sides, alternate, report, timed};
use onrecord_core::store::{Access, Reader};
use onrecord_core::view::{ClaimsFilter, ExportRequest};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// What a process is told that is to export and nothing else.
pub const CHILD: &str = "--export";

const FIGURES: usize = 1_000_000;
const PER_EVENT: usize = 10_000;
const RUNS: usize = 3;

pub fn measure(folder: &Path) {
    let mut tenth = Exporting::new(folder, FIGURES / 10);
    let tenth = alternate(RUNS, &mut tenth);
    let mut exporting = Exporting::new(folder, FIGURES);
    let full = alternate(RUNS, &mut exporting);
    report("export", 1.0, tenth, full);
    println!(
        "MEMORY export ours={}MB goal=200MB (peak of the whole process)",
        exporting.peak / 1024
    );
}

/// What the child does: exports, and says on its standard output the most memory it ever held, in kB.
pub fn child(project: &Path, csv: &Path) {
    let desk = files::open(project, Access::Read);
    let request = ExportRequest {
        path: csv.to_string_lossy().into_owned(),
        filter: ClaimsFilter::default(),
        columns: columns(),
        bom: false,
    };
    desk.export_csv(&request, |_| {}).unwrap();
    desk.close().unwrap();
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let peak = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .unwrap();
    println!("{}", peak.trim().trim_end_matches(" kB"));
}

fn columns() -> Vec<String> {
    Reader::claim_columns().map(str::to_owned).collect()
}

struct Exporting {
    project: PathBuf,
    csv: PathBuf,
    peak: u64,
}

impl Exporting {
    fn new(folder: &Path, figures: usize) -> Exporting {
        let project = folder.join(format!("{figures}.onrec"));
        project::make(&project, figures, PER_EVENT);
        Exporting {
            project,
            csv: folder.join("table.csv"),
            peak: 0,
        }
    }
}

impl Sides for Exporting {
    fn ours(&mut self) -> Duration {
        let _ = std::fs::remove_file(&self.csv);
        let (output, time) = timed(|| {
            Command::new(std::env::current_exe().unwrap())
                .arg(CHILD)
                .arg(&self.project)
                .arg(&self.csv)
                .stderr(Stdio::inherit())
                .output()
                .unwrap()
        });
        assert!(output.status.success());
        self.peak = self.peak.max(
            String::from_utf8_lossy(&output.stdout)
                .trim()
                .parse()
                .unwrap(),
        );
        time
    }

    fn limit(&mut self) -> Duration {
        let _ = std::fs::remove_file(&self.csv);
        let csv = File::create(&self.csv).unwrap();
        let (status, time) = timed(|| {
            Command::new("sqlite3")
                .args(["-csv", "-header", "-cmd", files::READING])
                .arg(&self.project)
                .arg(Reader::claims_sql(&columns()))
                .stdout(csv)
                .status()
                .expect("the sqlite3 shell")
        });
        assert!(status.success());
        time
    }
}
