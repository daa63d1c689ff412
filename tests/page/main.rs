//! The page, rendered natively: components, words, charts, forms and the session, without a browser.

#![recursion_limit = "256"]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod budgets;
mod charts;
mod components;
mod forecast;
mod forms;
mod guide;
mod habits;
mod hidden_names;
mod hostile;
mod keeping;
mod licences;
mod purchase;
mod questions;
mod report;
mod review;
mod session;
mod sums;
mod support;
mod team;
mod usage;
mod words;
