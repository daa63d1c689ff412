//! The development kit.
fn main() {}
