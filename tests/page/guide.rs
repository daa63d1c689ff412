//! The guide says the same in the page and in docs/guide.md.

use crate::support::{golden, rendered, text};
use engine::rules::ALL_RULES;
use flexgauge::session::State;
use flexgauge::ui::guide::GuideText;
use flexgauge::words::guide;
use leptos::prelude::*;

#[test]
fn the_file_is_the_page() {
    golden("docs/guide.md", &guide::markdown());
}

#[test]
fn every_rule_stands_in_it() {
    let html = rendered(State::default(), |_| view! { <GuideText /> });
    let text = text(&html);
    for rule in ALL_RULES {
        assert!(text.contains(rule.text().name), "{}", rule.text().name);
    }
}
