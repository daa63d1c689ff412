//! The engine's tests: one binary, a module a feature.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]
#![allow(clippy::print_stdout, reason = "benchmarks among the ignored tests speak")]
#![allow(missing_docs, reason = "the names of tests say what they check")]

mod alerts;
mod amount;
mod answers;
mod budgets;
mod calendar;
mod eba;
mod example;
mod flex;
mod forecast;
mod forms;
mod habits;
mod ingest;
mod licences;
mod log;
mod mapping;
mod notes;
mod plan;
mod pools;
mod purchase;
mod results;
mod review;
mod scenario;
mod several_files;
mod sheet;
mod trend;
mod usage;
