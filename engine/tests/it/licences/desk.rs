//! What the page asks, and the results.
