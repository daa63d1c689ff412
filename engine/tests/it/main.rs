//! The engine's tests, one module a part. They drive it from outside.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod ingest;
