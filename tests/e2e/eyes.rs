//! What a person sees: things by their role and name, words anywhere in the window, and, for a reader who does not see,
//! what axe-core finds in the way.

use serde_json::{Value, json};
use std::sync::LazyLock;
use std::time::{Duration, Instant};
use thirtyfour::WebElement;

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

    /// Has axe-core look at the whole window, once nothing in it moves or fades, and panics with what it finds.
    pub async fn is_accessible(&self, view: &str) {
        let still = "return document.getAnimations().every((one) => one.playState !== 'running')";
        let settled = self
            .wait_for(async || (self.script(still, json!([])).await == json!(true)).then_some(()));
        assert!(settled.await.is_some(), "{view} keeps moving");
        self.with_axe().await;
        let run = "const done = arguments[0]; axe.run(document, { resultTypes: ['violations'] })
            .then((found) => done(found.violations.flatMap((rule) =>
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
        found.expect("the page can be searched").element().ok()
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
