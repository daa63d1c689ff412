//! The one thing that knows the data. The worker, the command line and the tests all drive it.

use crate::ingest::FileReader;
use serde::{Deserialize, Serialize};

/// What can be asked of the desk.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Ask {
    /// A file begins. Its bytes follow as [`Ask::Slice`]s, then [`Ask::Close`] or [`Ask::Abandon`].
    Open {
        /// Its name without folders.
        name: String,
    },
    /// The next bytes of the open file. (The worker calls [`Desk::slice`] instead and saves a copy.)
    Slice(Vec<u8>),
    /// The open file is complete: its rows join the log.
    Close,
    /// The open file is thrown away; what was loaded before stays.
    Abandon,
}

/// What the desk answers.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Answer {
    /// How far the open file is.
    Progress {
        /// Bytes read.
        bytes: u64,
        /// Rows read.
        rows: u64,
    },
    /// A file was read.
    Closed {
        /// Rows read.
        rows: u64,
    },
    /// The ask made no sense now; says why. A mistake of the caller, never of the user.
    Refused(String),
}

/// Holds the log and the plan, and answers.
#[derive(Default)]
pub struct Desk {
    open: Option<FileReader>,
}

impl Desk {
    /// An empty desk.
    pub fn new() -> Desk {
        Desk::default()
    }

    /// Answers one ask.
    pub fn answer(&mut self, ask: Ask) -> Answer {
        match ask {
            Ask::Open { name } => {
                self.open = Some(FileReader::new(&name));
                Answer::Progress { bytes: 0, rows: 0 }
            }
            Ask::Slice(bytes) => self.slice(&bytes),
            Ask::Close => match self.open.take() {
                Some(reader) => Answer::Closed { rows: reader.finish().rows },
                None => no_open_file(),
            },
            Ask::Abandon => {
                self.open = None;
                Answer::Progress { bytes: 0, rows: 0 }
            }
        }
    }

    /// [`Ask::Slice`] without owning the bytes.
    pub fn slice(&mut self, bytes: &[u8]) -> Answer {
        match &mut self.open {
            Some(reader) => {
                reader.push(bytes);
                let (bytes, rows) = reader.progress();
                Answer::Progress { bytes, rows }
            }
            None => no_open_file(),
        }
    }
}

fn no_open_file() -> Answer {
    Answer::Refused("no file is open".to_string())
}
