//! Whole stories in real browsers.
fn main() {}
