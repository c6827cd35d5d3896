//! The processes of a test: the driver, and the window that it starts.

use serde_json::json;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use thirtyfour::prelude::*;
use thirtyfour::{Capabilities, TimeoutConfiguration};

use crate::menu_entry;

/// How long the window may take to be there. Never part of what a test asserts: the session starts once more after it.
const START: Duration = Duration::from_secs(40);

/// A driver and the window it drives. Both end when this is dropped.
pub struct Session {
    pub driver: WebDriver,
    process: Child,
}

impl Session {
    /// Starts the program with its own home folder, and once more when the session does not come about.
    pub async fn start(home: &Path, arguments: &[PathBuf]) -> Session {
        match Session::try_start(home, arguments).await {
            Ok(session) => session,
            Err(first) => match Session::try_start(home, arguments).await {
                Ok(session) => session,
                Err(second) => panic!("no window: {first}; and again: {second}"),
            },
        }
    }

    async fn try_start(home: &Path, arguments: &[PathBuf]) -> Result<Session, String> {
        let port = TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let process = Command::new("WebKitWebDriver")
            .args([format!("--port={port}"), "--host=127.0.0.1".into()])
            .env("ONRECORD_HOME", home)
            .env("ONRECORD_TEST_DIALOGS", home.join("dialogs.json"))
            .env("ONRECORD_BY", "Tester")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("LC_ALL", "C.UTF-8")
            // Without DMA-BUF, WebKitGTK 2.50 never answers when it is asked for a picture of the window.
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "0")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("WebKitWebDriver is installed by `make deps`");
        let mut ending = Ending(Some(process));
        let ready = async {
            while tokio::net::TcpStream::connect(("127.0.0.1", port))
                .await
                .is_err()
            {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            let mut capabilities = Capabilities::new();
            let options = json!({ "binary": menu_entry::program(), "args": arguments });
            capabilities.set("webkitgtk:browserOptions", options)?;
            let driver = WebDriver::builder(format!("http://127.0.0.1:{port}"), capabilities)
                .request_timeout(START)
                .connect()
                .await?;
            let script = Some(Duration::from_secs(30));
            driver
                .update_timeouts(TimeoutConfiguration::new(script, None, None))
                .await?;
            Ok::<_, WebDriverError>(driver)
        };
        match tokio::time::timeout(START, ready).await {
            Ok(Ok(driver)) => Ok(Session {
                driver,
                process: ending.0.take().unwrap(),
            }),
            Ok(Err(error)) => Err(error.to_string()),
            Err(_) => Err(format!("not within {START:?}")),
        }
    }

    /// Quits with the menu's key, pressed on the display itself, and waits until the program has ended. (The driver's own
    /// way of closing a window ends the program at once.)
    pub async fn quit(mut self, home: &Path) {
        let keys = [
            "search",
            "--onlyvisible",
            "--class",
            "onrecord",
            "windowfocus",
            "--sync",
            "key",
            "ctrl+q",
        ];
        // A window that only just opened may not hear the first.
        let quit = (0..10).any(|_| {
            let _ = Command::new("xdotool").args(keys).status();
            gone(home)
        });
        assert!(quit, "the program ends when it is told to quit");
        self.driver.clone().leak().ok();
        end(&mut self.process);
    }

    /// Ends both at once, as a power cut would.
    pub fn kill(mut self, home: &Path) {
        self.driver.clone().leak().ok();
        for process in programs(home) {
            let _ = Command::new("kill").args(["-KILL", &process]).status();
        }
        assert!((0..5).any(|_| gone(home)), "a program that was killed ends");
        end(&mut self.process);
    }
}

/// A process that is ended unless it is taken out.
struct Ending(Option<Child>);

impl Drop for Ending {
    fn drop(&mut self) {
        if let Some(process) = &mut self.0 {
            end(process);
        }
    }
}

fn end(process: &mut Child) {
    let _ = process.kill();
    let _ = process.wait();
}

/// Waits two seconds for no program to run whose home is this folder; false when one goes on.
fn gone(home: &Path) -> bool {
    let ended = (0..100).any(|_| {
        std::thread::sleep(Duration::from_millis(20));
        programs(home).is_empty()
    });
    // The session bus hears of it a moment later, and until then takes the next start for a second one.
    std::thread::sleep(Duration::from_millis(100));
    ended
}

/// The running programs whose home is this folder, by their process ids.
pub fn programs(home: &Path) -> Vec<String> {
    let binary = menu_entry::program();
    let ours = format!("ONRECORD_HOME={}", home.display());
    let processes = std::fs::read_dir("/proc").unwrap().filter_map(Result::ok);
    processes
        .filter(|process| {
            std::fs::read_link(process.path().join("exe")).is_ok_and(|exe| exe == binary)
        })
        .filter(|process| {
            let environment = std::fs::read(process.path().join("environ")).unwrap_or_default();
            environment
                .split(|byte| *byte == 0)
                .any(|variable| variable == ours.as_bytes())
        })
        .map(|process| process.file_name().to_string_lossy().into_owned())
        .collect()
}
