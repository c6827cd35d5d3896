//! What a person does: click, type, press keys, and draw the mouse over words.

use serde_json::json;
use std::time::Duration;
use thirtyfour::{Key, WebElement};

use crate::desk::Desk;

impl Desk {
    /// Clicks the thing of this role and name.
    pub async fn click(&self, role: &str, name: &str) {
        self.click_on(&self.find(role, name).await).await;
    }

    /// The same among what another thing holds.
    pub async fn click_in(&self, outer: (&str, &str), role: &str, name: &str) {
        self.click_on(&self.find_in(outer, role, name).await).await;
    }

    /// Clicks, and scrolls first where something lies over it.
    async fn click_on(&self, thing: &WebElement) {
        if thing.click().await.is_err() {
            let it = thing.to_json().expect("an element has an id");
            self.script(
                "arguments[0].scrollIntoView({ block: 'center' })",
                json!([it]),
            )
            .await;
            thing.click().await.expect("it can be clicked");
        }
    }

    /// Replaces what a field holds. What moves while it is clicked is clicked again.
    pub async fn fill(&self, role: &str, name: &str, text: &str) {
        let field = self.find(role, name).await;
        let it = field.to_json().expect("an element has an id");
        let emptied = self.wait_for(async || {
            let focused = "return document.activeElement === arguments[0]";
            if self.script(focused, json!([it])).await != json!(true) {
                self.click_on(&field).await;
            }
            self.press("Control+a Delete").await;
            (field.value().await.ok().flatten().as_deref() == Some("")).then_some(())
        });
        assert!(emptied.await.is_some(), "{name:?} can be emptied");
        if !text.is_empty() {
            self.count(text.chars().count());
            field.send_keys(text).await.expect("the field takes text");
        }
    }

    /// Types into a field that has a list, and leaves it, which takes what the words mean.
    pub async fn choose(&self, name: &str, words: &str) {
        self.fill("combobox", name, words).await;
        self.press("Tab").await;
    }

    /// Types into whatever has the focus.
    pub async fn type_text(&self, text: &str) {
        self.count(text.chars().count());
        self.driver()
            .action_chain()
            .send_keys(text)
            .perform()
            .await
            .expect("keys can be typed");
    }

    /// Presses keys one after the other, each perhaps with modifiers: `s`, `Control+Enter`, `Shift+ArrowRight`.
    pub async fn press(&self, keys: &str) {
        for chord in keys.split(' ') {
            let mut parts: Vec<&str> = chord.split('+').collect();
            self.count(parts.len());
            let last = parts.pop().expect("split gives at least one part");
            let mut chain = self.driver().action_chain();
            for modifier in &parts {
                chain = chain.key_down(key(modifier));
            }
            chain = chain.key_down(key(last)).key_up(key(last));
            for modifier in parts.iter().rev() {
                chain = chain.key_up(key(modifier));
            }
            chain.perform().await.expect("keys can be pressed");
        }
    }

    /// How many keys were pressed so far: modifiers count, and so does every character typed.
    pub fn keys_pressed(&self) -> usize {
        self.keys.get()
    }

    fn count(&self, keys: usize) {
        self.keys.set(self.keys.get() + keys);
    }

    /// Draws the mouse from before the first to after the last of these words, which stand in one element.
    pub async fn drag_over(&self, words: &str) {
        let found = self.script(include_str!("words.js"), json!([words])).await;
        let at = |name: &str| found[name].as_f64().map(|pixels| pixels.round() as i64);
        let (Some(x1), Some(y1), Some(x2), Some(y2)) = (at("x1"), at("y1"), at("x2"), at("y2"))
        else {
            panic!("{words:?} is not in the window");
        };
        let step = Some(Duration::from_millis(20));
        let chain = self.driver().action_chain_with_delay(None, step);
        let drawn = chain
            .move_to(x1, y1)
            .click_and_hold()
            .move_to((x1 + x2) / 2, y1)
            .move_to(x2, y2)
            .release();
        drawn.perform().await.expect("the mouse can be drawn");
    }
}

/// The key by its name in `KeyboardEvent.key`.
fn key(name: &str) -> char {
    match name {
        "Control" => Key::Control.into(),
        "Shift" => Key::Shift.into(),
        "Alt" => Key::Alt.into(),
        "Enter" => Key::Enter.into(),
        "Escape" => Key::Escape.into(),
        "Tab" => Key::Tab.into(),
        "Space" => ' ',
        "Backspace" => Key::Backspace.into(),
        "Delete" => Key::Delete.into(),
        "F1" => Key::F1.into(),
        "F6" => Key::F6.into(),
        "ArrowLeft" => Key::Left.into(),
        "ArrowRight" => Key::Right.into(),
        "ArrowUp" => Key::Up.into(),
        "ArrowDown" => Key::Down.into(),
        "Home" => Key::Home.into(),
        "End" => Key::End.into(),
        "PageDown" => Key::PageDown.into(),
        "PageUp" => Key::PageUp.into(),
        name => {
            let mut letters = name.chars();
            match (letters.next(), letters.next()) {
                (Some(letter), None) => letter,
                _ => panic!("no key named {name:?}"),
            }
        }
    }
}
