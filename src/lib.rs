//! The page of Flexgauge.
//!
//! `main` mounts [`ui::App`] in a window and serves [`worker`] in a worker: it is one wasm module,
//! compiled once. Only [`browser`] names the browser.

// Natively components keep their nested types; the page itself is built with erased ones.
#![recursion_limit = "256"]

pub mod browser;
pub mod chart;
pub mod report;
pub mod session;
pub mod ui;
pub mod words;
pub mod worker;
