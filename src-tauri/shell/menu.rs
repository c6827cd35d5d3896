//! The menu bar. What an item does is the page's business, but for windows and quitting: the page hears its name as the
//! event `menu`.
//!
//! A key that stands here is taken before the page sees it. So only keys that mean the same everywhere stand here; undo, redo,
//! back, the palette and zooming show none: in a text field Ctrl+Z, Alt+Left and Ctrl+K are the field's.

use tauri::menu::{
    Menu, MenuBuilder, MenuEvent, MenuItem, PredefinedMenuItem, Submenu, SubmenuBuilder,
};
use tauri::{AppHandle, Manager, WebviewWindow, Wry};

use crate::settings::Language;
use crate::windows;
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

    let program = menu("app")
        .item(&item("about", None)?)
        .item(&item("settings", Some("CmdOrCtrl+,"))?)
        .separator()
        .item(&item("quit", Some("CmdOrCtrl+Q"))?)
        .build()?;
    let file = menu("file")
        .item(&item("newProject", Some("CmdOrCtrl+N"))?)
        .item(&item("openProject", Some("CmdOrCtrl+O"))?)
        .item(&item("newWindow", Some("CmdOrCtrl+Shift+N"))?)
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
        .item(&item("register", Some("CmdOrCtrl+4"))?)
        .item(&item("history", Some("CmdOrCtrl+5"))?)
        .separator()
        .item(&item("back", None)?)
        .item(&item("palette", None)?)
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
    let help = menu("help")
        .item(&item("firstSteps", None)?)
        .item(&item("restartSample", None)?)
        .separator()
        .item(&item("keyHelp", Some("F1"))?)
        .build()?;
    MenuBuilder::new(app)
        .items(&[&program, &file, &edit, &view, &help])
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
    if id == "newWindow" {
        if let Err(error) = windows::open_start(app, None) {
            tracing::warn!(%error, "new window");
        }
        return;
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The names that `build` gives its items and menus, read off its own text.
    fn names() -> Vec<&'static str> {
        let text = include_str!("menu.rs");
        let build = text.split("#[cfg(test)]").next().unwrap_or_default();
        let after = |opening: &'static str| {
            let parts = build.split(opening).skip(1);
            parts.filter_map(|part| part.split('"').next())
        };
        after("item(\"").chain(after("menu(\"")).collect()
    }

    #[test]
    fn every_item_is_worded_in_both_languages() {
        assert!(names().len() > 20);
        for name in names() {
            let key = format!("menu.{name}");
            for language in [Language::En, Language::Fr] {
                assert_ne!(word(language, &key), key, "{language:?}");
            }
        }
    }
}
