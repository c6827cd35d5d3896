//! The menu bar. What an item does is the page's business, but for windows and quitting: the page hears its name as the
//! event `menu`.
//!
//! Undo, redo and the palette show no key here, because the key is the page's: in a text field Ctrl+Z is the field's.

use tauri::menu::{
    AboutMetadata, Menu, MenuBuilder, MenuEvent, MenuItem, PredefinedMenuItem, Submenu,
    SubmenuBuilder,
};
use tauri::{AppHandle, Manager, WebviewWindow, Wry};

use crate::settings::Language;
use crate::words::word;

/// Builds the menu bar in a language and puts it in place.
pub fn show(app: &AppHandle, language: Language) -> tauri::Result<()> {
    app.set_menu(build(app, language)?)?;
    Ok(())
}

fn build(app: &AppHandle, language: Language) -> tauri::Result<Menu<Wry>> {
    let item = |id: &str, key: Option<&str>| {
        MenuItem::with_id(app, id, word(language, &format!("menu.{id}")), true, key)
    };
    let menu = |id: &str| SubmenuBuilder::new(app, word(language, &format!("menu.{id}")));

    let about = AboutMetadata {
        version: Some(app.package_info().version.to_string()),
        ..AboutMetadata::default()
    };
    let program = menu("app")
        .item(&PredefinedMenuItem::about(
            app,
            Some(word(language, "menu.about")),
            Some(about),
        )?)
        .item(&item("settings", Some("CmdOrCtrl+,"))?)
        .separator()
        .item(&item("quit", Some("CmdOrCtrl+Q"))?)
        .build()?;
    let file = menu("file")
        .item(&item("newProject", Some("CmdOrCtrl+N"))?)
        .item(&item("openProject", Some("CmdOrCtrl+O"))?)
        .separator()
        .item(&item("importArticles", Some("CmdOrCtrl+I"))?)
        .item(&item("exportTable", Some("CmdOrCtrl+E"))?)
        .item(&item("print", Some("CmdOrCtrl+P"))?)
        .separator()
        .item(&item("closeWindow", Some("CmdOrCtrl+W"))?)
        .build()?;
    let view = menu("view")
        .item(&item("read", Some("CmdOrCtrl+1"))?)
        .item(&item("compare", Some("CmdOrCtrl+2"))?)
        .item(&item("claims", Some("CmdOrCtrl+3"))?)
        .separator()
        .item(&item("register", None)?)
        .item(&item("history", None)?)
        .item(&item("palette", None)?)
        .item(&item("keyHelp", None)?)
        .separator()
        .item(&item("zoomIn", None)?)
        .item(&item("zoomOut", None)?)
        .item(&item("zoomReset", None)?)
        .separator()
        .item(&item("fullScreen", Some("F11"))?)
        .build()?;
    let edit = edit(
        app,
        language,
        menu("change")
            .item(&item("undo", None)?)
            .item(&item("redo", None)?),
    )?;
    MenuBuilder::new(app)
        .items(&[&program, &file, &edit, &view])
        .build()
}

/// The clipboard's items, which GTK leaves to the web view's own menu and keys.
fn edit(
    app: &AppHandle,
    language: Language,
    menu: SubmenuBuilder<'_, Wry, AppHandle>,
) -> tauri::Result<Submenu<Wry>> {
    if cfg!(target_os = "linux") {
        return menu.build();
    }
    menu.separator()
        .item(&PredefinedMenuItem::cut(
            app,
            Some(word(language, "menu.cut")),
        )?)
        .item(&PredefinedMenuItem::copy(
            app,
            Some(word(language, "menu.copy")),
        )?)
        .item(&PredefinedMenuItem::paste(
            app,
            Some(word(language, "menu.paste")),
        )?)
        .item(&PredefinedMenuItem::select_all(
            app,
            Some(word(language, "menu.selectAll")),
        )?)
        .build()
}

/// Does what a chosen item says.
pub fn chosen(app: &AppHandle, event: &MenuEvent) {
    let id = event.id().as_ref();
    if id == "quit" {
        return app.exit(0);
    }
    let Some(window) = front(app) else { return };
    let done = match id {
        "closeWindow" => window.close(),
        "fullScreen" => window
            .is_fullscreen()
            .and_then(|full| window.set_fullscreen(!full)),
        _ => {
            crate::tell(app, window.label(), "menu", id);
            Ok(())
        }
    };
    if let Err(error) = done {
        tracing::warn!(id, %error, "menu");
    }
}

/// The window that has the focus, else any.
pub fn front(app: &AppHandle) -> Option<WebviewWindow> {
    let windows = app.webview_windows();
    let focused = windows
        .values()
        .find(|window| window.is_focused().unwrap_or(false));
    focused.or_else(|| windows.values().next()).cloned()
}
