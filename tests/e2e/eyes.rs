//! What a person sees: things by their role and name, words anywhere in the window, and, for a reader who does not see,
//! what axe-core finds in the way.

use serde_json::{Value, json};
use std::sync::LazyLock;
use std::time::{Duration, Instant};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::error::WebDriverErrorInner;
use thirtyfour::{By, ElementId, RequestData, SessionId, WebElement};

use crate::desk::Desk;

/// How long something may take to appear. Only an absence is judged by it, never a speed.
const PATIENCE: Duration = Duration::from_secs(60);

static AXE: LazyLock<String> = LazyLock::new(|| {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/ui/node_modules/axe-core/axe.min.js"
    );
    std::fs::read_to_string(path).expect("axe-core is among the window's packages")
});

impl Desk {
    /// The one visible thing of a role (`button`, `textbox`, `option`…) with an accessible name; waits for it.
    pub async fn find(&self, role: &str, name: &str) -> WebElement {
        let found = self.wait_for(|| self.look(role, name)).await;
        found.unwrap_or_else(|| panic!("no {role} named {name:?}"))
    }

    /// The same among what another thing holds.
    pub async fn find_in(
        &self,
        (outer, called): (&str, &str),
        role: &str,
        name: &str,
    ) -> WebElement {
        let outer = self.find(outer, called).await;
        let found = self
            .wait_for(|| self.look_in(Some(&outer), role, name))
            .await;
        found.unwrap_or_else(|| panic!("no {role} named {name:?} in {called:?}"))
    }

    /// Whether there is one now.
    pub async fn has(&self, role: &str, name: &str) -> bool {
        self.look(role, name).await.is_some()
    }

    /// Waits until these words stand in the window.
    pub async fn sees(&self, words: &str) {
        let seen = self
            .wait_for(async || self.reads().await.contains(words).then_some(()))
            .await;
        if seen.is_none() {
            panic!("{words:?} is not in the window");
        }
    }

    /// Waits until these words no longer stand in the window.
    pub async fn no_longer_sees(&self, words: &str) {
        let gone = self
            .wait_for(async || (!self.reads().await.contains(words)).then_some(()))
            .await;
        if gone.is_none() {
            panic!("{words:?} is still in the window");
        }
    }

    /// Waits until nothing changes any more: neither what is drawn nor what has the focus.
    pub async fn settle(&self) {
        let state = "const it = document.activeElement;
            return [document.body.innerHTML.length, document.documentElement.outerHTML.length, it?.outerHTML, it?.value]";
        let mut last = Value::Null;
        let mut same = 0;
        let still = self
            .wait_for(async || {
                let now = self.script(state, json!([])).await;
                same = if now == last { same + 1 } else { 0 };
                last = now;
                (same >= 4).then_some(())
            })
            .await;
        assert!(still.is_some(), "the window comes to rest");
    }

    /// Every word in the window, with runs of white space as one space.
    pub async fn reads(&self) -> String {
        let text = self
            .script("return document.body.innerText", json!([]))
            .await;
        text.as_str()
            .unwrap_or_default()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Has axe-core look at the whole window while nothing in it moves or fades, and panics with what it finds. A toast may begin to fade while axe looks; then axe looks again.
    pub async fn is_accessible(&self, view: &str) {
        self.with_axe().await;
        let run = "const done = arguments[0];
            const rest = async () => {
                while (document.getAnimations().some((one) => one.playState === 'running')) {
                    await new Promise(requestAnimationFrame);
                }
            };
            const look = async () => {
                await rest();
                let moved = false;
                const note = () => { moved = true; };
                const starts = ['transitionrun', 'animationstart'];
                for (const start of starts) document.addEventListener(start, note, true);
                const found = await axe.run(document, { resultTypes: ['violations'] });
                for (const start of starts) document.removeEventListener(start, note, true);
                return moved ? look() : found;
            };
            look().then((found) => done(found.violations.flatMap((rule) =>
                rule.nodes.map((node) => `${rule.id}: ${node.target} ${node.failureSummary}`))))
            .catch((error) => done([String(error)]))";
        let found = self
            .driver()
            .execute_async(run, vec![])
            .await
            .expect("axe runs");
        let found: Vec<String> = found.convert().unwrap();
        assert!(found.is_empty(), "{view}: {found:#?}");
    }

    /// What a screen reader is told of the visible things that fit: `role: name`, as the web view itself computes them.
    pub async fn told(&self, css: &str) -> Vec<String> {
        let things = self.driver().find_all(By::Css(css)).await;
        let mut told = Vec::new();
        for thing in things.expect("the page can be searched") {
            if !thing.is_displayed().await.unwrap_or(false) {
                continue;
            }
            let role = self.computed(&thing, "computedrole").await;
            let mut name = self.computed(&thing, "computedlabel").await;
            if name.is_empty() && role == "gridcell" {
                // A cell without a name of its own is read as its words.
                let words = "const words = arguments[0].cloneNode(true);
                    for (const hidden of words.querySelectorAll('[aria-hidden=true]')) hidden.remove();
                    return words.textContent";
                let it = thing.to_json().expect("an element has an id");
                let said = self.script(words, json!([it])).await;
                let said = said.as_str().unwrap_or_default();
                name = said.split_whitespace().collect::<Vec<_>>().join(" ");
            }
            told.push(format!("{role}: {name}"));
        }
        told
    }

    async fn computed(&self, thing: &WebElement, what: &'static str) -> String {
        let asked = Computed {
            element: thing.element_id(),
            what,
        };
        let answer = self.driver().cmd(asked).await;
        let said: String = answer.and_then(|answer| answer.value()).unwrap_or_default();
        said.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Panics with what runs out of its box, lies under something else, or makes the window scroll across.
    pub async fn is_tidy(&self, view: &str) {
        let mut wrong = Value::Null;
        let tidy = self.wait_for(async || {
            wrong = self.script(include_str!("spills.js"), json!([])).await;
            (wrong == json!([])).then_some(())
        });
        if tidy.await.is_none() {
            panic!("{view}: {wrong:#}");
        }
    }

    /// Makes the inside of the window as large as this.
    pub async fn resize(&self, width: u32, height: u32) {
        // The menu takes some of the height.
        let menu = self
            .script("return outerHeight - innerHeight", json!([]))
            .await;
        let whole = height + u32::try_from(menu.as_u64().unwrap_or(0)).unwrap_or(0);
        self.driver()
            .set_window_rect(0, 0, width, whole)
            .await
            .expect("the window takes a size");
        let now = "return innerWidth";
        let there = self
            .wait_for(async || (self.script(now, json!([])).await == json!(width)).then_some(()));
        assert!(there.await.is_some(), "the window is {width} wide");
    }

    /// Runs a script in the page.
    pub async fn script(&self, script: &str, arguments: Value) -> Value {
        let arguments = arguments.as_array().cloned().unwrap_or_default();
        self.driver()
            .execute(script, arguments)
            .await
            .expect("the script runs")
            .json()
            .clone()
    }

    async fn look(&self, role: &str, name: &str) -> Option<WebElement> {
        self.look_in(None, role, name).await
    }

    async fn look_in(
        &self,
        within: Option<&WebElement>,
        role: &str,
        name: &str,
    ) -> Option<WebElement> {
        self.with_axe().await;
        let within = within.map_or(Value::Null, |element| {
            element.to_json().expect("an element has an id")
        });
        let arguments = vec![json!(role), json!(name), within];
        let found = self
            .driver()
            .execute(include_str!("find.js"), arguments)
            .await;
        match found {
            Ok(found) => found.element().ok(),
            // Drawn anew between the search and its answer: looked for once more.
            Err(error) if matches!(*error, WebDriverErrorInner::StaleElementReference(_)) => None,
            Err(error) => panic!("the page can be searched: {error}"),
        }
    }

    /// Waits until something is there, and gives it up after a while.
    pub async fn wait_for<T>(&self, mut there: impl AsyncFnMut() -> Option<T>) -> Option<T> {
        let started = Instant::now();
        loop {
            if let Some(found) = there().await {
                return Some(found);
            }
            if started.elapsed() > PATIENCE {
                return None;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    async fn with_axe(&self) {
        if self.script("return typeof axe", json!([])).await != json!("object") {
            self.driver()
                .execute(AXE.as_str(), vec![])
                .await
                .expect("axe-core is read");
        }
    }
}

/// Asks the web view what it tells of an element.
#[derive(Debug)]
struct Computed {
    element: ElementId,
    what: &'static str,
}

impl FormatRequestData for Computed {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let (element, what) = (&self.element, self.what);
        RequestData::new(
            Default::default(),
            format!("session/{session}/element/{element}/{what}"),
        )
    }
}
