//! Mounts the page, or serves the worker.
fn main() {}
