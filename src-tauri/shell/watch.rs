//! Notices that another program, `onrec` or another machine's window on a shared disk, changed an open project.

use std::time::Duration;
use tauri::{AppHandle, Manager};

use crate::windows::Windows;

const EVERY: Duration = Duration::from_secs(1);

/// Asks every open project each second, and tells the page of a changed one by the event `project-changed`. A project
/// that is busy with a command of its own window is asked the next time.
pub fn start(app: AppHandle) {
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(EVERY);
            for (label, seat) in app.state::<Windows>().seats() {
                if seat.changed_elsewhere() {
                    crate::tell(&app, &label, "project-changed", ());
                }
            }
        }
    });
}
