//! How a story ends.

use std::fmt::Display;

use fantoccini::error::{CmdError, NewSessionError};

/// Why a story did not pass.
#[derive(Debug)]
pub enum Trouble {
    Failed(String),
    /// Something outside the product is missing; the reason is printed.
    Skipped(String),
}

pub type Outcome<T = ()> = Result<T, Trouble>;

/// A failure with its reason.
pub fn failed<T>(why: impl Display) -> Outcome<T> {
    Err(Trouble::Failed(why.to_string()))
}

/// Fails with `why` unless `holds`.
pub fn check(holds: bool, why: impl Display) -> Outcome {
    if holds { Ok(()) } else { failed(why) }
}

impl From<CmdError> for Trouble {
    fn from(error: CmdError) -> Self {
        Trouble::Failed(format!("WebDriver: {error}"))
    }
}

impl From<NewSessionError> for Trouble {
    fn from(error: NewSessionError) -> Self {
        Trouble::Failed(format!("The browser did not start: {error}"))
    }
}

impl From<std::io::Error> for Trouble {
    fn from(error: std::io::Error) -> Self {
        Trouble::Failed(error.to_string())
    }
}

impl From<String> for Trouble {
    fn from(why: String) -> Self {
        Trouble::Failed(why)
    }
}
