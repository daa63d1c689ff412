//! The page of Flexgauge.
