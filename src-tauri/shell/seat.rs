//! What one window has open: its project, and the commands that run in it.

use onrecord_core::api::types::ApiError;
use onrecord_core::api::{self, Session, Stop, Work};
use onrecord_core::app::Recorder;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

use crate::folders::Folders;
use crate::trouble::Trouble;

/// What a window has open.
pub struct Seat {
    /// Reads the claim table, however long it takes. Before the session itself, so that it closes first and the project
    /// is one file when both are closed.
    reading: Mutex<Option<Session>>,
    session: Mutex<Session>,
    /// By what commands that run are stopped, by the names that the page gave them.
    stops: Mutex<BTreeMap<String, Stop>>,
    place: Mutex<Place>,
    /// Opens the project that the window was made for, while the page is still on its way. Whatever asks for the project
    /// waits for it.
    arrival: Mutex<Option<JoinHandle<()>>>,
}

#[derive(Default)]
struct Place {
    /// The canonical path of the open project.
    project: Option<PathBuf>,
    /// Why the project that the window was opened for is not there.
    trouble: Option<ApiError>,
}

impl Seat {
    /// A seat at a project.
    pub fn holding(session: Session, project: PathBuf) -> Seat {
        let place = Place {
            project: Some(project),
            trouble: None,
        };
        Seat::new(session, place)
    }

    /// A seat without a project, and why it has none where one was asked for.
    pub fn free(session: Session, trouble: Option<ApiError>) -> Seat {
        let place = Place {
            project: None,
            trouble,
        };
        Seat::new(session, place)
    }

    fn new(session: Session, place: Place) -> Seat {
        Seat {
            reading: Mutex::default(),
            session: Mutex::new(session),
            stops: Mutex::default(),
            place: Mutex::new(place),
            arrival: Mutex::default(),
        }
    }

    /// Has a project on its way: the thread ends with [`Seat::take`] or [`Seat::miss`].
    pub fn expect(&self, arrival: JoinHandle<()>) {
        *locked(&self.arrival) = Some(arrival);
    }

    /// Waits for the project that is on its way. All who ask meanwhile wait for the one that asked first.
    fn arrived(&self) {
        let mut arrival = locked(&self.arrival);
        if let Some(arrival) = arrival.take()
            && arrival.join().is_err()
        {
            tracing::error!("opening the project panicked");
        }
    }

    fn session(&self) -> MutexGuard<'_, Session> {
        self.arrived();
        locked(&self.session)
    }

    fn place(&self) -> MutexGuard<'_, Place> {
        self.arrived();
        locked(&self.place)
    }

    /// Runs one command of the core's list. Blocks, also while another command of the window runs.
    pub fn call(&self, name: &str, params: Value) -> Result<Value, ApiError> {
        self.answer(name, params, &mut Work::unseen())
    }

    /// Runs one command that may take long: it tells how much is done, and of how much, and [`Seat::stop`] stops it by the
    /// name of its task.
    pub fn work(
        &self,
        task: &str,
        name: &str,
        params: Value,
        told: impl FnMut(usize, usize),
    ) -> Result<Value, ApiError> {
        let stop = Stop::default();
        locked(&self.stops).insert(task.to_owned(), stop.clone());
        let reply = self.answer(name, params, &mut Work::new(stop, told));
        locked(&self.stops).remove(task);
        reply
    }

    /// Stops a task; one that has ended already stays done.
    pub fn stop(&self, task: &str) {
        if let Some(stop) = locked(&self.stops).get(task) {
            stop.store(true, Ordering::Relaxed);
        }
    }

    /// The claim table, its export, and figures that are looked for are read beside the session, so that the window goes on
    /// meanwhile. Where the project cannot be opened once more they are read in it.
    fn answer(&self, name: &str, params: Value, work: &mut Work<'_>) -> Result<Value, ApiError> {
        let aside = || self.session().aside().ok();
        let mut reading = matches!(name, "claims" | "figures").then(|| locked(&self.reading));
        let mut exporting = (name == "export_csv").then(aside).flatten();
        let beside = match &mut reading {
            Some(reading) => {
                **reading = reading.take().or_else(aside);
                reading.as_mut()
            }
            None => exporting.as_mut(),
        };
        match beside {
            Some(session) => api::call(session, name, params, work),
            None => api::call(&mut self.session(), name, params, work),
        }
        .inspect_err(|error| tracing::info!(name, code = error.code, "not done"))
    }

    /// Why the project that the window was opened for is not there; said once.
    pub fn opening_trouble(&self) -> Option<ApiError> {
        self.place().trouble.take()
    }

    /// Whether another program changed the project since it was last asked; false while a command runs.
    pub fn changed_elsewhere(&self) -> bool {
        self.session
            .try_lock()
            .is_ok_and(|session| session.changed_elsewhere())
    }

    /// Who works from now on.
    pub fn set_recorder(&self, recorder: Recorder) {
        self.session().set_recorder(recorder);
    }

    /// Whether this project is open here.
    pub fn is_showing(&self, project: &Path) -> bool {
        self.place().project.as_deref() == Some(project)
    }

    /// Whether the window shows the sample project.
    pub fn shows_sample(&self, folders: &Folders) -> bool {
        folders
            .sample()
            .canonicalize()
            .is_ok_and(|sample| self.is_showing(&sample))
    }

    /// The folder in which the open project lies.
    pub fn folder(&self) -> Result<PathBuf, Trouble> {
        let place = self.place();
        let folder = place.project.as_deref().and_then(Path::parent);
        folder.map(Path::to_path_buf).ok_or(Trouble::NoProject)
    }

    /// Waits for a command that runs and closes the project; the window has none then.
    pub fn leave(&self, recorder: Recorder) {
        self.arrived();
        *locked(&self.reading) = None;
        *locked(&self.session) = Session::new(recorder);
        *locked(&self.place) = Place::default();
    }

    /// Whether no project is open here.
    pub fn is_free(&self) -> bool {
        self.place().project.is_none()
    }

    /// Whether no project is open here, and nothing is left to say about one that could not be opened.
    pub fn is_idle(&self) -> bool {
        let place = self.place();
        place.project.is_none() && place.trouble.is_none()
    }

    /// Opens a project here.
    pub fn take(&self, session: Session, project: PathBuf) {
        *locked(&self.reading) = None;
        *locked(&self.session) = session;
        *locked(&self.place) = Place {
            project: Some(project),
            trouble: None,
        };
    }

    /// Says why the project that was on its way is not there.
    pub fn miss(&self, trouble: ApiError) {
        locked(&self.place).trouble = Some(trouble);
    }
}

/// A lock also after a command panicked: the store rolled its transaction back when it was dropped.
pub fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
