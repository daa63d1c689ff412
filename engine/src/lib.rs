//! Flexgauge's engine: exports in, results out.
//!
//! Reads no clock, no random source, no locale and no order of a hash map: date and seed are
//! arguments, and the number in a test is the number in the browser.

pub mod analysis;
pub mod desk;
pub mod example;
pub mod export;
pub mod ingest;
pub mod plan;
pub mod rules;
pub mod usage;
