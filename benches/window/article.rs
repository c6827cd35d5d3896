//! A long article with thousands of marks, beside the same words without any; and keys in it, beside a bare frame.

use crate::page::Window;
use crate::project::{self, BARE, MARKED};
use crate::ratio::{Sides, alternate, single};
use std::path::Path;
use std::time::Duration;

const BYTES: usize = 1_000_000;
const MARKS: usize = 5_000;
const RUNS: usize = 7;
const KEYS: usize = 21;

pub fn measure(folder: &Path) {
    let path = folder.join("project.onrec");
    project::marked(&path, BYTES, MARKS);
    let mut opening = Opening(Window::open(&folder.join("home"), Some(&path)));
    // Each once, so that neither is the first.
    opening.open(MARKED);
    opening.open(BARE);
    single("article_marks", Some(2.0), alternate(RUNS, &mut opening));
    opening.open(MARKED);
    let window = &opening.0;
    window.first("document.querySelector('article').focus(); press('n')");
    single(
        "key_number",
        None,
        alternate(KEYS, &mut Key(window, "press('n')", "")),
    );
    let card = "press('s'); await there(() => document.querySelector('[data-card=open]'))";
    let away = "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
        await there(() => !document.querySelector('[data-card=open]'))";
    single(
        "key_card",
        None,
        alternate(KEYS, &mut Key(window, card, away)),
    );
}

struct Opening(Window);

impl Opening {
    /// From the click in the list to the words drawn.
    fn open(&self, title: &str) -> Duration {
        self.0.time(&format!(
            "(await there(() => [...document.querySelectorAll('[role=option]')].find((row) => row.textContent.includes('{title}')))).click();
             await there(() => document.querySelector('article[aria-label=\"{title}\"] [data-start]'))"
        ))
    }
}

impl Sides for Opening {
    fn ours(&mut self) -> Duration {
        self.open(MARKED)
    }

    fn limit(&mut self) -> Duration {
        self.open(BARE)
    }
}

/// A key, and what undoes it; beside it a frame in which nothing happens.
struct Key<'w>(&'w Window, &'static str, &'static str);

impl Sides for Key<'_> {
    fn ours(&mut self) -> Duration {
        let time = self.0.time(self.1);
        self.0.first(self.2);
        time
    }

    fn limit(&mut self) -> Duration {
        self.0.time("")
    }
}
