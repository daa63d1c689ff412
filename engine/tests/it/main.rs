//! The engine's tests: one binary, a module a feature.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]
#![allow(missing_docs, reason = "the names of tests say what they check")]

mod amount;
mod answers;
mod example;
mod log;
mod plan;
mod pools;
mod sheet;
