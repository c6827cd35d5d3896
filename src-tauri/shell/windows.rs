//! The windows and what each has open: one window per project, and a start screen while a window has none.

use chrono::Utc;
use onrecord_core::api::types::{ApiError, ProjectInfo, ProjectPath, SamplePath};
use onrecord_core::api::{self, Session, Work};
use onrecord_core::app::Recorder;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use tauri::{AppHandle, Manager, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

use crate::door;
use crate::folders::{self, Folders};
use crate::recent::Recent;
use crate::seat::{Seat, locked};
use crate::settings::{self, Settings};
use crate::trouble::Trouble;

/// Every window by its label.
#[derive(Default)]
pub struct Windows {
    seats: Mutex<BTreeMap<String, Arc<Seat>>>,
    made: AtomicU32,
    /// Held while a project opens, so that one asked for twice at once opens once.
    opening: Mutex<()>,
}

impl Windows {
    /// What the window of this label has open.
    pub fn seat(&self, label: &str) -> Result<Arc<Seat>, Trouble> {
        locked(&self.seats)
            .get(label)
            .cloned()
            .ok_or(Trouble::WindowClosed)
    }

    /// Every window's.
    pub fn seats(&self) -> Vec<(String, Arc<Seat>)> {
        locked(&self.seats)
            .iter()
            .map(|(label, seat)| (label.clone(), Arc::clone(seat)))
            .collect()
    }

    /// A label for a window that is to be made.
    fn label(&self) -> String {
        format!("window-{}", self.made.fetch_add(1, Ordering::Relaxed))
    }

    /// Has a seat for the window of this label.
    fn add(&self, label: &str, seat: Arc<Seat>) {
        locked(&self.seats).insert(label.to_owned(), seat);
    }

    /// Forgets a window that was closed. Its project closes when the command that may still run in it ends.
    pub fn closed(&self, label: &str) {
        locked(&self.seats).remove(label);
    }

    /// Waits for running commands and closes every project, so that each is one file when the program has ended.
    pub fn close_all(&self, recorder: &Recorder) {
        for (_, seat) in std::mem::take(&mut *locked(&self.seats)) {
            seat.leave(recorder.clone());
        }
    }

    /// Who works from now on, in every window.
    pub fn set_recorder(&self, recorder: &Recorder) {
        for (_, seat) in self.seats() {
            seat.set_recorder(recorder.clone());
        }
    }

    /// The window that shows the project at this path.
    fn showing(&self, project: &Path) -> Option<(String, Arc<Seat>)> {
        let path = project.canonicalize().ok()?;
        self.find(|seat| seat.is_showing(&path))
    }

    fn find(&self, is: impl Fn(&Seat) -> bool) -> Option<(String, Arc<Seat>)> {
        self.seats().into_iter().find(|(_, seat)| is(seat))
    }
}

/// Opens or makes a project (`command` is the core's) for the window that asked, and answers with the project that this
/// window shows then.
///
/// A window on its start screen takes the project. One that has a project keeps it, and the other opens in a window of
/// its own. A project that is open already has its window brought forward.
pub fn enter(
    app: &AppHandle,
    label: &str,
    command: &str,
    asked: &ProjectPath,
) -> Result<Value, ApiError> {
    seat_at(app, label, Path::new(&asked.path), || {
        Entered::new(app, command, asked)
    })
}

/// Opens the sample project for the window that asked, as [`enter`] opens others, and makes it where there is none yet. The
/// window that has it shows its first steps.
pub fn enter_sample(app: &AppHandle, label: &str) -> Result<Value, ApiError> {
    let sample = app.state::<Folders>().sample();
    let shown = app.state::<Windows>().showing(&sample);
    let info = seat_at(app, label, &sample, || Entered::sample(app));
    if let Some((there, _)) = shown {
        crate::tell(app, &there, "menu", "firstSteps");
    }
    info
}

/// Makes the sample anew for the window that shows it. What it held is put aside as the file that is answered.
pub fn restart_sample(app: &AppHandle, label: &str) -> Result<PathBuf, ApiError> {
    let windows = app.state::<Windows>();
    let folders = app.state::<Folders>();
    let _opening = locked(&windows.opening);
    let seat = windows.seat(label)?;
    if !seat.shows_sample(&folders) {
        return Err(Trouble::NotTheSample.into());
    }
    let aside = folders.sample().with_extension("before.onrec");
    seat.leave(folders.recorder());
    std::fs::rename(folders.sample(), &aside).map_err(|error| Trouble::OwnFile {
        name: "sample.onrec".into(),
        error,
    })?;
    let entered = Entered::sample(app)?;
    entitle(app, label, &entered.info);
    seat.take(entered.session, entered.path);
    Ok(aside)
}

/// Shows the project at this path in the window that asked, by the rules of [`enter`].
fn seat_at(
    app: &AppHandle,
    label: &str,
    path: &Path,
    entered: impl FnOnce() -> Result<Entered, ApiError>,
) -> Result<Value, ApiError> {
    let windows = app.state::<Windows>();
    let _opening = locked(&windows.opening);
    let seat = windows.seat(label)?;
    if let Some((other, _)) = windows.showing(path) {
        bring_forward(app, &other);
        if seat.is_free() {
            return Err(Trouble::OpenElsewhere.into());
        }
    } else {
        let entered = entered()?;
        if seat.is_free() {
            entitle(app, label, &entered.info);
            seat.take(entered.session, entered.path);
        } else {
            new_window(
                app,
                &window_title(&entered.info),
                Seat::holding(entered.session, entered.path),
            )?;
        }
    }
    seat.call("project_info", json!({}))
}

/// Opens a project that was named from outside: on the command line, or by the desktop. It takes a window that is on its
/// start screen, else one of its own.
pub fn open(app: &AppHandle, project: &Path) -> Result<(), ApiError> {
    let windows = app.state::<Windows>();
    let _opening = locked(&windows.opening);
    if let Some((label, _)) = windows.showing(project) {
        bring_forward(app, &label);
        return Ok(());
    }
    let entered = Entered::new(app, "project_open", &asked(project))?;
    match windows.find(Seat::is_idle) {
        Some((label, seat)) => {
            entitle(app, &label, &entered.info);
            seat.take(entered.session, entered.path);
            bring_forward(app, &label);
            crate::tell(app, &label, "project-changed", ());
        }
        None => new_window(
            app,
            &window_title(&entered.info),
            Seat::holding(entered.session, entered.path),
        )?,
    }
    Ok(())
}

/// Opens the first window: on a project that the program was started with, on the sample when the program is started for
/// the first time and nothing was opened yet, else on the start screen.
pub fn open_first(app: &AppHandle, project: Option<PathBuf>) -> Result<(), Trouble> {
    match project {
        Some(path) => open_arriving(app, move |app| {
            Entered::new(app, "project_open", &asked(&path))
        }),
        None if is_first_start(&app.state::<Folders>()) => open_arriving(app, Entered::sample),
        None => open_start(app, None),
    }
}

/// Whether the program was never started and opened nothing; this is remembered. False also where it cannot be.
fn is_first_start(folders: &Folders) -> bool {
    let mut settings: Settings = settings::read(&folders.settings());
    if settings.started_before || !Recent::read(&folders.recent()).is_empty() {
        return false;
    }
    settings.started_before = true;
    settings::write(&folders.settings(), &settings)
        .inspect_err(|error| tracing::warn!(%error, "settings"))
        .is_ok()
}

/// Opens a window and its project side by side, since the page takes longer to come than the project. Where the project
/// does not come, the window is on the start screen and says why.
fn open_arriving(
    app: &AppHandle,
    entered: impl FnOnce(&AppHandle) -> Result<Entered, ApiError> + Send + 'static,
) -> Result<(), Trouble> {
    let seat = Arc::new(Seat::free(
        Session::new(app.state::<Folders>().recorder()),
        None,
    ));
    let windows = app.state::<Windows>();
    let label = windows.label();
    let (app_there, label_there, seat_there) = (app.clone(), label.clone(), Arc::clone(&seat));
    let arriving = std::thread::Builder::new().spawn(move || match entered(&app_there) {
        Ok(entered) => {
            seat_there.take(entered.session, entered.path);
            // The window itself may not be there yet: its own thread makes it first.
            let app = app_there.clone();
            let titled =
                app_there.run_on_main_thread(move || entitle(&app, &label_there, &entered.info));
            if let Err(error) = titled {
                tracing::warn!(%error, "title");
            }
        }
        Err(trouble) => seat_there.miss(trouble),
    });
    match arriving {
        Ok(arriving) => seat.expect(arriving),
        Err(error) => {
            tracing::error!(%error, "no thread to open the project in");
            seat.miss(Trouble::Unfinished.into());
        }
    }
    // Only now can others find it: one that expects nothing yet would seem to be free.
    windows.add(&label, seat);
    build(app, &label, "Onrecord")
}

/// Opens a window on the start screen, with what stood in the way of a project when there was one to open.
pub fn open_start(app: &AppHandle, trouble: Option<ApiError>) -> Result<(), Trouble> {
    new_window(
        app,
        "Onrecord",
        Seat::free(Session::new(app.state::<Folders>().recorder()), trouble),
    )
}

fn asked(project: &Path) -> ProjectPath {
    ProjectPath {
        path: project.to_string_lossy().into_owned(),
        title: None,
    }
}

/// A project just opened or made.
struct Entered {
    session: Session,
    path: PathBuf,
    info: ProjectInfo,
}

impl Entered {
    fn new(app: &AppHandle, command: &str, asked: &ProjectPath) -> Result<Entered, ApiError> {
        let entered = Entered::by(app, command, Path::new(&asked.path), json!(asked))?;
        let folders = app.state::<Folders>();
        // The start screen has a door of its own for the sample.
        if folders
            .sample()
            .canonicalize()
            .is_ok_and(|sample| sample == entered.path)
        {
            return Ok(entered);
        }
        let title = &entered.info.title;
        if let Err(error) = Recent::add(&folders.recent(), &entered.path, title, Utc::now()) {
            tracing::warn!(%error, "recent projects");
        }
        Ok(entered)
    }

    /// The sample, made in the language of the window where there is none.
    fn sample(app: &AppHandle) -> Result<Entered, ApiError> {
        let sample = app.state::<Folders>().sample();
        let path = sample.to_string_lossy().into_owned();
        if sample.exists() {
            Entered::by(app, "project_open", &sample, json!({ "path": path }))
        } else {
            let asked = json!(SamplePath {
                path,
                language: door::language(app).code().into()
            });
            Entered::by(app, "sample_create", &sample, asked)
        }
    }

    fn by(app: &AppHandle, command: &str, path: &Path, asked: Value) -> Result<Entered, ApiError> {
        let mut session = Session::new(app.state::<Folders>().recorder());
        let reply = api::call(&mut session, command, asked, &mut Work::unseen())?;
        let info: ProjectInfo = serde_json::from_value(reply).map_err(|_| Trouble::Unfinished)?;
        let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        Ok(Entered {
            session,
            path,
            info,
        })
    }
}

fn new_window(app: &AppHandle, title: &str, seat: Seat) -> Result<(), Trouble> {
    let windows = app.state::<Windows>();
    let label = windows.label();
    windows.add(&label, Arc::new(seat));
    build(app, &label, title)
}

/// Makes the window of a seat.
fn build(app: &AppHandle, label: &str, title: &str) -> Result<(), Trouble> {
    let mut builder = WebviewWindowBuilder::new(app, label, WebviewUrl::App("index.html".into()))
        .title(title)
        .inner_size(1280.0, 800.0)
        .min_inner_size(640.0, 400.0)
        .on_navigation(|address| {
            matches!(address.scheme(), "tauri") || address.host_str() == Some("tauri.localhost")
        })
        .on_new_window(|_, _| tauri::webview::NewWindowResponse::Deny);
    if let Some(home) = folders::home() {
        builder = builder.data_directory(home.join("web"));
    }
    let built = builder
        .build()
        .inspect_err(|_| app.state::<Windows>().closed(label))?;
    zoom(&built, &settings::read(&app.state::<Folders>().settings()));
    Ok(())
}

/// Brings every window to new settings. The page of the one that chose them, `by`, knows them already.
pub fn wear(app: &AppHandle, by: &str, settings: &Settings) {
    for (label, window) in app.webview_windows() {
        zoom(&window, settings);
        if label != by {
            crate::tell(app, &label, "settings-changed", settings);
        }
    }
}

/// Draws everything in a window as large as the settings say, within what can still be used.
fn zoom(window: &WebviewWindow, settings: &Settings) {
    let factor = f64::from(settings.zoom.clamp(50, 300)) / 100.0;
    if let Err(error) = window.set_zoom(factor) {
        tracing::warn!(%error, "zoom");
    }
}

/// Shows the project's title in the title bar.
pub fn entitle(app: &AppHandle, label: &str, project: &ProjectInfo) {
    if let Some(window) = app.get_webview_window(label)
        && let Err(error) = window.set_title(&window_title(project))
    {
        tracing::warn!(%error, "title");
    }
}

fn window_title(project: &ProjectInfo) -> String {
    format!("{} – Onrecord", project.title)
}

/// Brings a window before the others.
pub fn bring_forward(app: &AppHandle, label: &str) {
    if let Some(window) = app.get_webview_window(label) {
        let done = window
            .unminimize()
            .and_then(|()| window.show())
            .and_then(|()| window.set_focus());
        if let Err(error) = done {
            tracing::warn!(%error, "bring forward");
        }
    }
}
