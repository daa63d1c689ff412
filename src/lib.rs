//! The page of Flexgauge.
//!
//! `main` mounts [`ui::App`] in a window and serves [`worker`] in a worker: it is one wasm module,
//! compiled once. Only [`browser`] names the browser.

#![recursion_limit = "256"] // Leptos nests its types as deeply as the page.

pub mod browser;
pub mod chart;
pub mod session;
pub mod ui;
pub mod words;
pub mod worker;
