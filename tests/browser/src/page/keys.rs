//! The keyboard.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;

use super::Page;
use crate::outcome::{Outcome, failed};

impl Page {
    /// Presses keys one after the other, wherever the focus is. A key is a name (`Tab`, `Enter`),
    /// one character, or either after `Shift+` or `Control+`.
    pub async fn press(&self, keys: &[&str]) -> Outcome {
        let mut actions = KeyActions::new("keyboard".into());
        for name in keys {
            let (held, name) = match name.split_once('+') {
                Some(("Shift", rest)) => (Some(char::from(Key::Shift)), rest),
                Some(("Control", rest)) => (Some(char::from(Key::Control)), rest),
                _ => (None, *name),
            };
            let value = key(name)?;
            if let Some(value) = held {
                actions = actions.then(KeyAction::Down { value });
            }
            actions = actions.then(KeyAction::Down { value }).then(KeyAction::Up { value });
            if let Some(value) = held {
                actions = actions.then(KeyAction::Up { value });
            }
        }
        self.client.perform_actions(actions).await?;
        Ok(())
    }

    /// What has the focus, as `tag#id “name”`.
    pub async fn focused(&self) -> Outcome<String> {
        let script = "
            const element = document.activeElement;
            if (!element) return '';
            const id = element.id ? '#' + element.id : '';
            const name = element.getAttribute('aria-label') || element.innerText || element.value || '';
            return `${element.localName}${id} “${name.trim().slice(0, 60)}”`;";
        Ok(self.script(script, vec![]).await?.as_str().unwrap_or_default().to_owned())
    }

    /// Presses Tab until the focused thing's description contains `words`.
    pub async fn tab_to(&self, words: &str) -> Outcome {
        let mut seen = Vec::new();
        for _ in 0..200 {
            self.press(&["Tab"]).await?;
            let focused = self.focused().await?;
            if focused.contains(words) {
                return Ok(());
            }
            seen.push(focused);
        }
        failed(format!("Tab never comes to “{words}”; it came to {}", seen.join(", ")))
    }
}

fn key(name: &str) -> Outcome<char> {
    let known = match name {
        "Tab" => Key::Tab,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Space" => return Ok(' '),
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "ArrowUp" => Key::Up,
        "ArrowDown" => Key::Down,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        _ => {
            let mut letters = name.chars();
            return match (letters.next(), letters.next()) {
                (Some(letter), None) => Ok(letter),
                _ => failed(format!("the harness knows no key {name}")),
            };
        }
    };
    Ok(char::from(known))
}
