//! The desktop shell of Onrecord: windows, menu, dialogs, and the door by which the page reaches the core. It holds no
//! rule of the product.

mod dialogs;
mod door;
mod dropped;
mod folders;
mod logs;
mod menu;
mod recent;
mod rendering;
mod seat;
mod settings;
mod trouble;
mod watch;
mod windows;
mod words;

use serde::Serialize;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tauri::{AppHandle, DragDropEvent, Emitter, Manager, RunEvent, Window, WindowEvent};
use tauri_plugin_window_state::StateFlags;

use crate::dropped::Dropped;
use crate::folders::Folders;
use crate::windows::Windows;

/// Runs the program until its last window closes.
pub fn run() -> ExitCode {
    rendering::without_dmabuf();
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(
            |app, arguments, folder| {
                started_again(
                    app,
                    projects(arguments.into_iter().skip(1), Path::new(&folder)),
                );
            },
        ))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .plugin(window_state().build())
        .manage(Windows::default())
        .invoke_handler(tauri::generate_handler![door::call, door::shell])
        .on_menu_event(|app, event| menu::chosen(app, &event))
        .on_window_event(|window, event| match event {
            WindowEvent::Destroyed => window.state::<Windows>().closed(window.label()),
            WindowEvent::DragDrop(event) => dragged(window, event),
            _ => {}
        })
        .setup(|app| first_window(app.handle()))
        .build(context());
    match app {
        Ok(app) => ExitCode::from(u8::try_from(app.run_return(on_event)).unwrap_or(1)),
        Err(error) => {
            eprintln!("Onrecord could not start: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The page, the capabilities and the icons, as the build embedded them.
#[allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "the code is Tauri's"
)]
fn context() -> tauri::Context {
    tauri::tauri_build_context!()
}

fn first_window(app: &AppHandle) -> Result<(), Box<dyn std::error::Error>> {
    let folders = Folders::of(app)?;
    logs::start(&folders.logs());
    tracing::info!(version = %app.package_info().version, "started");
    app.manage(folders);
    menu::show(app, door::language(app))?;

    let here = std::env::current_dir().unwrap_or_default();
    let mut asked = projects(std::env::args().skip(1), &here).into_iter();
    windows::open_first(app, asked.next())?;
    for project in asked {
        if let Err(error) = windows::open(app, &project) {
            windows::open_start(app, Some(error))?;
        }
    }
    watch::start(app.clone());
    Ok(())
}

/// The program was started once more, perhaps with projects to open.
fn started_again(app: &AppHandle, projects: Vec<PathBuf>) {
    if projects.is_empty()
        && let Some(window) = menu::front(app)
    {
        windows::bring_forward(app, window.label());
    }
    let app = app.clone();
    tauri::async_runtime::spawn_blocking(move || {
        for project in projects {
            if let Err(error) = windows::open(&app, &project)
                && let Some(window) = menu::front(&app)
            {
                tell(&app, window.label(), "project-not-opened", error);
            }
        }
    });
}

/// The projects among a program's arguments, relative ones taken from `folder`.
fn projects(arguments: impl IntoIterator<Item = String>, folder: &Path) -> Vec<PathBuf> {
    arguments
        .into_iter()
        .filter(|argument| !argument.starts_with('-'))
        .map(|path| folder.join(path))
        .collect()
}

/// Files are drawn over a window. The page hears it from here, because not every web view tells it.
fn dragged(window: &Window, event: &DragDropEvent) {
    let (app, label) = (window.app_handle().clone(), window.label().to_owned());
    match event {
        DragDropEvent::Enter { paths, .. } if !paths.is_empty() => {
            tell(&app, &label, "files-over", true);
        }
        DragDropEvent::Leave => tell(&app, &label, "files-over", false),
        DragDropEvent::Drop { paths, .. } => {
            let paths = paths.clone();
            tauri::async_runtime::spawn_blocking(move || {
                tell(&app, &label, "files-dropped", Dropped::of(&paths));
            });
        }
        _ => {}
    }
}

/// Tells the page of a window something; a page that is gone misses nothing.
fn tell(app: &AppHandle, label: &str, event: &str, said: impl Serialize + Clone) {
    if let Err(error) = app.emit_to(label, event, said) {
        tracing::warn!(event, %error, "not told");
    }
}

fn on_event(app: &AppHandle, event: RunEvent) {
    match event {
        #[cfg(any(target_os = "macos", target_os = "ios"))]
        RunEvent::Opened { urls } => {
            started_again(
                app,
                urls.iter()
                    .filter_map(|address| address.to_file_path().ok())
                    .collect(),
            );
        }
        RunEvent::Exit => app
            .state::<Windows>()
            .close_all(&app.state::<Folders>().recorder()),
        _ => {}
    }
}

/// Every window comes back where the last one was, whatever project it shows.
fn window_state() -> tauri_plugin_window_state::Builder {
    let builder = tauri_plugin_window_state::Builder::new()
        .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED)
        .map_label(|_| "window");
    match folders::home() {
        Some(home) => builder.with_filename(home.join("window.json").to_string_lossy()),
        None => builder,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_name_projects_from_where_they_were_given() {
        let given = ["--flag", "a.onrec", "/b.onrec"].map(String::from);
        assert_eq!(
            projects(given, Path::new("/home")),
            [Path::new("/home/a.onrec"), Path::new("/b.onrec")]
        );
    }
}
