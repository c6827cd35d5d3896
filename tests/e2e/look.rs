//! Pictures of the window, in every look it has.

use serde_json::json;
use std::path::PathBuf;

use crate::desk::Desk;

/// Every look of the window: theme and language.
pub const LOOKS: [(&str, &str); 4] = [
    ("light", "en"),
    ("dark", "en"),
    ("light", "fr"),
    ("dark", "fr"),
];

/// Where pictures go: the folder that ONRECORD_SCREENSHOTS names, else screenshots/ of the project.
pub fn folder() -> PathBuf {
    let folder = match std::env::var_os("ONRECORD_SCREENSHOTS") {
        Some(folder) if !folder.is_empty() => PathBuf::from(folder),
        _ => PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/screenshots")),
    };
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

impl Desk {
    /// Sets theme and language in the settings and begins the page anew.
    pub async fn wear(&self, theme: &str, language: &str) {
        let settings = json!({ "theme": theme, "language": language, "started_before": true });
        self.shell("settings_set", settings).await;
        self.driver().refresh().await.expect("the page begins anew");
        let worn = self.wait_for(async || {
            let language_now = self
                .script("return document.documentElement.lang", json!([]))
                .await;
            (language_now == json!(language)).then_some(())
        });
        assert!(worn.await.is_some(), "the page speaks {language}");
    }

    /// Makes the window as large as the screen, which ONRECORD_SCREEN sets for `make screenshots`.
    pub async fn fill_screen(&self) {
        let screen = self
            .script("return [screen.width, screen.height]", json!([]))
            .await;
        let side = |at: usize| u32::try_from(screen[at].as_u64().unwrap_or(0)).unwrap_or(0);
        self.driver()
            .set_window_rect(0, 0, side(0), side(1))
            .await
            .expect("the window takes a size");
        let there = self.wait_for(async || {
            let width = self.script("return innerWidth", json!([])).await;
            (width == screen[0]).then_some(())
        });
        assert!(there.await.is_some(), "the window is as wide as the screen");
    }

    /// Takes the picture `VIEW-THEME-LANGUAGE.png`, and has axe-core look at the view. The picture is of the window as it stays, since what the web view hands out is the
    /// frame it drew last.
    pub async fn picture(&self, view: &str, theme: &str, language: &str) {
        self.keep_picture(&format!("{view}-{theme}-{language}"))
            .await;
        self.is_accessible(&format!("{view}, {theme}, {language}"))
            .await;
    }

    /// Takes the picture `NAME.png`.
    pub async fn keep_picture(&self, name: &str) {
        let path = folder().join(format!("{name}.png"));
        let mut before = Vec::new();
        let settled = self.wait_for(async || {
            let drawn = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))";
            self.driver().execute_async(drawn, vec![]).await.expect("the window draws");
            let now = self.driver().screenshot_as_png().await.expect("the window can be pictured");
            let same = now == before;
            before = now;
            same.then_some(())
        });
        assert!(settled.await.is_some(), "{name} keeps moving");
        std::fs::write(path, before).unwrap();
    }

    /// Asks the shell directly, for what a test needs to be so and is not itself about.
    pub async fn shell(&self, name: &str, params: serde_json::Value) -> serde_json::Value {
        self.ask("shell", name, params).await
    }

    /// Asks the core directly, for what a test needs to be so and is not itself about.
    pub async fn core(&self, name: &str, params: serde_json::Value) -> serde_json::Value {
        self.ask("call", name, params).await
    }

    async fn ask(&self, door: &str, name: &str, params: serde_json::Value) -> serde_json::Value {
        let ask = "const [door, name, params, done] = arguments;
            window.__TAURI_INTERNALS__.invoke(door, { name, params })
                .then((reply) => done({ reply }), (error) => done({ error }))";
        let answer = self
            .driver()
            .execute_async(ask, vec![json!(door), json!(name), params])
            .await;
        let answer = answer.expect("the door answers").json().clone();
        assert!(answer.get("error").is_none(), "{name}: {}", answer["error"]);
        answer["reply"].clone()
    }
}
