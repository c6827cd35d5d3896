//! What can go wrong in the shell itself. The window gets it as it gets the core's errors: a code and its parameters.

use onrecord_core::api::types::ApiError;

/// A failure of the shell's own.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// Settings, recent files or unfinished cards could not be read or written.
    #[error("the program's own file {name}: {error}")]
    OwnFile {
        /// Which file.
        name: String,
        /// Why.
        error: std::io::Error,
    },
    /// An address that is not `http` or `https` is never opened.
    #[error("not a web address")]
    NotAWebAddress,
    /// The desktop could not open a web address.
    #[error("no browser: {0}")]
    NoBrowser(#[from] tauri_plugin_opener::Error),
    /// The desktop could not show a folder.
    #[error("no file browser: {0}")]
    NoFileBrowser(tauri_plugin_opener::Error),
    /// The window that asked has closed.
    #[error("the window has closed")]
    WindowClosed,
    /// A window could not be opened.
    #[error("window: {0}")]
    Window(#[from] tauri::Error),
    /// The page asked for something that the shell does not do, or in the wrong shape.
    #[error("not understood: {0}")]
    NotUnderstood(serde_json::Error),
    /// The project is open in another window, which is now before this one.
    #[error("open in another window")]
    OpenElsewhere,
    /// The window has no project.
    #[error("no project")]
    NoProject,
    /// Only the sample can be made anew.
    #[error("not the sample")]
    NotTheSample,
    /// A command ended in a way that is a fault of the program.
    #[error("a command did not finish")]
    Unfinished,
}

impl From<Trouble> for ApiError {
    fn from(trouble: Trouble) -> ApiError {
        let mut params = serde_json::Map::new();
        let code = match trouble {
            Trouble::OwnFile { name, error } => {
                params.insert("name".into(), name.into());
                params.insert("reason".into(), error.to_string().into());
                "own_file"
            }
            Trouble::NotAWebAddress => "not_a_web_address",
            Trouble::NoBrowser(_) => "no_browser",
            Trouble::NoFileBrowser(_) => "no_file_browser",
            Trouble::WindowClosed => "window_closed",
            Trouble::Window(_) => "window_not_opened",
            Trouble::NotUnderstood(error) => {
                params.insert("detail".into(), error.to_string().into());
                "bad_request"
            }
            Trouble::OpenElsewhere => "open_elsewhere",
            Trouble::NoProject => "no_project",
            Trouble::NotTheSample => "not_the_sample",
            Trouble::Unfinished => "internal",
        };
        ApiError {
            code: code.into(),
            params,
        }
    }
}
